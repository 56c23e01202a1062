/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-change.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every command, in the order of the help, each on a line of its own. */
/* clang-format off */
static const LecternCommand *const commands[] = {
  &lectern_cmd_check,
  &lectern_cmd_rules,
  &lectern_cmd_inspect,
  &lectern_cmd_compare,
  &lectern_cmd_convert,
  &lectern_cmd_edit,
  &lectern_cmd_fill,
  &lectern_cmd_assemble,
  &lectern_cmd_fragments,
  &lectern_cmd_generalize,
  &lectern_cmd_renumber,
  &lectern_cmd_restyle,
  &lectern_cmd_tidy,
  &lectern_cmd_outline,
  &lectern_cmd_skeleton,
  &lectern_cmd_stats,
  &lectern_cmd_time,
  NULL,
};
/* clang-format on */

static const LecternCommand *
find_command (const char *name)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (strcmp (name, commands[i]->name) == 0)
      return commands[i];
  return NULL;
}

static int
refuse_command (const char *name)
{
  const char *names[G_N_ELEMENTS (commands)] = { NULL };
  const char *nearest;

  for (guint i = 0; commands[i] != NULL; i++)
    names[i] = commands[i]->name;
  nearest = lectern_cli_find_nearest (name, names);
  if (nearest == NULL)
    return lectern_cli_usage (NULL, _ ("there is no command “%s”"), name);
  return lectern_cli_usage (NULL, _ ("there is no command “%s”; did you mean “%s”?"), name,
                            nearest);
}

static GOptionContext *
new_context (const LecternCommand *command, char ***files)
{
  const GOptionEntry rest[] = { { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE,
                                  G_OPTION_ARG_FILENAME_ARRAY, files, NULL, NULL },
                                { NULL } };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, command->entries, NULL);
  if (command->flags & LECTERN_COMMAND_CHANGES_FILES)
    g_option_context_add_main_entries (context, lectern_cli_change_entries, NULL);
  if ((command->flags & LECTERN_COMMAND_TAKES_NAMES) == 0)
    g_option_context_add_main_entries (context, lectern_cli_read_entries, NULL);
  g_option_context_add_main_entries (context, rest, NULL);
  return context;
}

static int
print_version (void)
{
  g_autofree char *line
      = g_strdup_printf ("lectern %u.%u.%u\n", lectern_get_major_version (),
                         lectern_get_minor_version (), lectern_get_micro_version ());

  return lectern_cli_print_string (line) && lectern_cli_flush () ? LECTERN_EXIT_OK
                                                                 : LECTERN_EXIT_FILE;
}

static int
run_help (char **argv)
{
  const LecternCommand *command;

  if (argv[0] == NULL)
    return lectern_cli_print_help (commands);
  if (argv[1] != NULL)
    return lectern_cli_usage (NULL, _ ("help takes one command"));
  if (strcmp (argv[0], "help") == 0)
    return lectern_cli_print_help (commands);
  command = find_command (argv[0]);
  return command != NULL ? lectern_cli_print_help_of (command) : refuse_command (argv[0]);
}

static gboolean
asks_for_help (char **argv)
{
  for (; *argv != NULL && strcmp (*argv, "--") != 0; argv++)
    if (strcmp (*argv, "--help") == 0 || strcmp (*argv, "-h") == 0 || strcmp (*argv, "-?") == 0)
      return TRUE;
  return FALSE;
}

/* The arguments with -j4 as two, -j and 4, which is the only way that GLib reads it. */
static GStrv
split_numbers (char **argv)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv split;
  gboolean options = TRUE;

  for (; *argv != NULL; argv++)
    {
      const char *word = *argv;

      options = options && strcmp (word, "--") != 0;
      if (options && word[0] == '-' && g_ascii_isalpha (word[1]) && g_ascii_isdigit (word[2]))
        {
          char letter[3] = { '-', word[1], '\0' };

          g_strv_builder_add (builder, letter);
          word += 2;
        }
      g_strv_builder_add (builder, word);
    }
  split = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return split;
}

static int
run_command (const LecternCommand *command, char **argv)
{
  static const char *const none[] = { NULL };
  g_auto (GStrv) arguments = split_numbers (argv);
  g_auto (GStrv) files = NULL;
  g_autoptr (GOptionContext) context = new_context (command, &files);
  g_autoptr (GError) error = NULL;

  if (asks_for_help (argv + 1))
    return lectern_cli_print_help_of (command);
  if (!g_option_context_parse_strv (context, &arguments, &error)
      || !lectern_cli_check_read_options (&error))
    {
      g_autofree char *message = lectern_cli_translate_message (error->message);

      return lectern_cli_usage (command->name, "%s", message);
    }
  if (files == NULL && (command->flags & LECTERN_COMMAND_TAKES_NAMES) == 0)
    return lectern_cli_usage (command->name, _ ("no file named (“-” is the standard input)"));
  return command->run (files != NULL ? (const char *const *)files : none);
}

int
main (int argc, char **argv)
{
  const LecternCommand *command;

  setlocale (LC_ALL, "");
  if (!lectern_cli_start_language (argv))
    return LECTERN_EXIT_USAGE;
  /* A reader that has gone shows as an error of the write, so that a file half done is cleaned up.
   */
  signal (SIGPIPE, SIG_IGN);

  if (argv[1] == NULL)
    {
      lectern_cli_print_help (commands);
      return lectern_cli_usage (NULL, _ ("no command"));
    }
  if (strcmp (argv[1], "--version") == 0)
    return print_version ();
  if (strcmp (argv[1], "help") == 0)
    return run_help (argv + 2);
  if (asks_for_help ((char *[]){ argv[1], NULL }))
    return lectern_cli_print_help (commands);
  if (argv[1][0] == '-')
    return lectern_cli_usage (NULL, _ ("unknown option “%s”"), argv[1]);
  command = find_command (argv[1]);
  return command != NULL ? run_command (command, argv + 1) : refuse_command (argv[1]);
}
