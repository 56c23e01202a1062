/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-fragments.h"

#include <string.h>

static char *tag;
static char *need;

static const GOptionEntry entries[]
    = { { "tag", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &tag,
          N_ ("Only those with this tag"), N_ ("TAG") },
        { "needs", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &need,
          N_ ("Only those that ask for this value"), N_ ("NAME") },
        { NULL } };

LecternFragments *
lectern_cli_open_fragments (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (folder);
  g_autoptr (GError) error = NULL;
  LecternFragments *fragments = lectern_fragments_new_for_folder (file, NULL, NULL, &error);

  if (fragments == NULL)
    lectern_cli_complain_error (folder, error);
  return fragments;
}

gboolean
lectern_cli_say_problems (LecternFragments *fragments)
{
  g_autoptr (GPtrArray) problems = lectern_fragments_list_problems (fragments);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *message = lectern_cli_translate_message (problems->pdata[i]);

      lectern_cli_complain (NULL, "%s", message);
    }
  return problems->len > 0;
}

static void
append_words (GString *out, const char *const *words)
{
  g_string_append_c (out, '\t');
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", words[i]);
  if (words[0] == NULL)
    g_string_append_c (out, '-');
}

/* A tab would part cells. */
static void
append_fact (GString *out, LecternFragment *fragment, const char *name)
{
  const char *fact = lectern_fragment_get_fact (fragment, name);
  g_autofree char *cell = g_strdelimit (g_strdup (fact != NULL ? fact : "-"), "\t", ' ');

  g_string_append_printf (out, "\t%s", cell);
}

static int
run (const char *const *folders)
{
  g_autoptr (LecternFragments) fragments = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean wrong;

  if (folders[0] == NULL || folders[1] != NULL)
    return lectern_cli_usage ("fragments", _ ("one folder"));
  fragments = lectern_cli_open_fragments (folders[0]);
  if (fragments == NULL)
    return LECTERN_EXIT_FILE;
  list = lectern_fragments_list (fragments, tag, need);
  for (guint i = 0; i < list->len; i++)
    {
      LecternFragment *fragment = list->pdata[i];

      g_string_append (out, lectern_fragment_get_id (fragment));
      append_fact (out, fragment, LECTERN_FACT_TITLE);
      append_fact (out, fragment, LECTERN_FACT_OCCASION);
      append_words (out, lectern_fragment_get_tags (fragment));
      append_words (out, lectern_fragment_get_needs (fragment));
      g_string_append_c (out, '\n');
    }
  wrong = lectern_cli_say_problems (fragments);
  if (!lectern_cli_print_string (out->str) || !lectern_cli_flush () || wrong)
    return LECTERN_EXIT_FILE;
  return LECTERN_EXIT_OK;
}

const LecternCommand lectern_cmd_fragments = {
  "fragments",
  N_ ("FOLDER"),
  N_ ("Lists the fragments of a folder"),
  N_ ("A line for each: its name, title, occasion, tags, and the values that it asks for. What a "
      "file says of itself stands in lines such as “{{#meta title …}}”. The exit status is 3 where "
      "a file is no fragment; the others are listed."),
  "  lectern fragments library\n"
  "  lectern fragments --tag opening library\n"
  "  lectern fragments --needs NAME library\n",
  entries,
  run,
  LECTERN_COMMAND_TAKES_NAMES,
};
