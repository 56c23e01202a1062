/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-change.h"

#include <string.h>

/* Where the words about an option begin. */
#define OPTION_COLUMNS 28
/* Where the words about a command begin. */
#define COMMAND_COLUMNS 13

/* Options that are no command's: lectern-main.c sees to them. */
static const GOptionEntry common_entries[] = {
  { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Tells how this is used"), NULL },
  { "message-language", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_ ("The language of help and messages, en or zh (default: by LC_ALL, LC_MESSAGES, LANG)"),
    N_ ("LANGUAGE") },
  { NULL }
};

static void
append_row (GString *help, const char *name, const char *words, guint columns)
{
  lectern_cli_append_padded (help, name, (int)columns);
  if (lectern_cli_count_columns (name) + 1 > columns)
    g_string_append_printf (help, "\n%*s", (int)columns, "");
  lectern_cli_append_wrapped (help, words, columns);
  g_string_append_c (help, '\n');
}

static void
append_options (GString *help, const char *title, const GOptionEntry *entries)
{
  if (entries->long_name == NULL)
    return;
  g_string_append_printf (help, "\n%s\n", title);
  for (; entries->long_name != NULL; entries++)
    {
      g_autoptr (GString) name = g_string_new ("  ");

      if (entries->short_name != 0)
        g_string_append_printf (name, "-%c, ", entries->short_name);
      g_string_append_printf (name, "--%s", entries->long_name);
      if (entries->arg_description != NULL)
        g_string_append_printf (name, "=%s", lectern_cli_translate (entries->arg_description));
      append_row (help, name->str, lectern_cli_translate (entries->description), OPTION_COLUMNS);
    }
}

static int
print (GString *help)
{
  gboolean done = lectern_cli_print_string (help->str) && lectern_cli_flush ();

  return done ? LECTERN_EXIT_OK : LECTERN_EXIT_FILE;
}

int
lectern_cli_print_help_of (const LecternCommand *command)
{
  g_autoptr (GString) help = g_string_new (_ ("Usage:"));
  g_autofree char *summary = g_strdup_printf (_ ("%s."), lectern_cli_translate (command->summary));

  g_string_append_printf (help, "\n  lectern %s %s %s\n\n%s\n", command->name, _ ("[OPTION…]"),
                          lectern_cli_translate (command->parameters), summary);
  append_options (help, _ ("Options:"), command->entries);
  if (command->flags & LECTERN_COMMAND_CHANGES_FILES)
    append_options (help, _ ("Options for changing:"), lectern_cli_change_entries);
  if ((command->flags & LECTERN_COMMAND_TAKES_NAMES) == 0)
    append_options (help, _ ("Options for reading:"), lectern_cli_read_entries);
  append_options (help, _ ("Options of every command:"), common_entries);
  g_string_append_c (help, '\n');
  lectern_cli_append_wrapped (help, lectern_cli_translate (command->details), 0);
  g_string_append_printf (help, "\n\n%s\n%s", _ ("Examples:"), command->examples);
  return print (help);
}

int
lectern_cli_print_help (const LecternCommand *const *commands)
{
  g_autoptr (GString) help = g_string_new (_ ("Usage:"));

  g_string_append_printf (
      help,
      "\n  lectern %s %s %s\n"
      "  lectern help [%s]\n"
      "  lectern --version\n\n"
      "%s\n\n%s\n",
      _ ("COMMAND"), _ ("[OPTION…]"), _ ("FILE…"), _ ("COMMAND"),
      _ ("Reads speeches, shows what they are made of, and finds what is wrong with them."),
      _ ("Commands:"));
  for (; *commands != NULL; commands++)
    {
      g_autofree char *name = g_strconcat ("  ", (*commands)->name, NULL);

      append_row (help, name, lectern_cli_translate ((*commands)->summary), COMMAND_COLUMNS);
    }
  append_row (help, "  help", _ ("Tells what a command does and which options it has"),
              COMMAND_COLUMNS);
  append_options (help, _ ("Options of every command:"), common_entries);
  g_string_append_c (help, '\n');
  lectern_cli_append_wrapped (
      help,
      _ ("“-” as a FILE is the standard input. Exit status: 0, 1 where check found something at "
         "warning or above, 2 where the command line is wrong, 3 where a file could not be read or "
         "written; the other files have been done even so."),
      0);
  g_string_append_printf (help, "\n\n%s\n%s", _ ("Examples:"),
                          "  lectern check speech.txt\n"
                          "  lectern inspect speech.txt\n"
                          "  lectern convert speech.txt speech.xml\n"
                          "  lectern help convert\n");
  return print (help);
}
