/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-change.h"
#include "lectern-cli-places.h"

static int series_option;
static int level_option;
static char *node_option;

static const GOptionEntry entries[]
    = { { "series", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &series_option,
          N_ ("The series of this number, as “lectern inspect” shows it behind #"), N_ ("N") },
        { "level", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &level_option,
          N_ ("All headings of this level; with --node only those below that section"), N_ ("N") },
        { "node", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &node_option,
          N_ ("This series, or this section and those beside it: section[2]/series[1]"),
          N_ ("PATH") },
        { NULL } };

static LecternDocument *
restyle (LecternDocument *document, const char *path, gpointer user_data, GError **error)
{
  LecternNumbering *numbering = user_data;
  LecternNode *node = NULL;

  if (node_option != NULL && (node = lectern_cli_find_node (document, node_option, error)) == NULL)
    return NULL;
  if (level_option > 0)
    return lectern_document_restyle_level (document, node, (guint)level_option, numbering, NULL,
                                           error);
  if (series_option > 0)
    node = lectern_cli_find_series (document, (guint)series_option, error);
  return node != NULL ? lectern_document_restyle (document, node, numbering, NULL, error) : NULL;
}

static gboolean
check_options (const char *const *arguments)
{
  if (arguments[1] == NULL)
    lectern_cli_usage ("restyle", _ ("restyle takes a numbering and files"));
  else if (series_option < 0 || level_option < 0)
    lectern_cli_usage ("restyle", _ ("series and levels are counted from 1"));
  else if (series_option == 0 && level_option == 0 && node_option == NULL)
    lectern_cli_usage ("restyle", _ ("say what to restyle: --series, --level or --node"));
  else if (series_option > 0 && (level_option > 0 || node_option != NULL))
    lectern_cli_usage ("restyle", _ ("--series stands alone"));
  else
    return TRUE;
  return FALSE;
}

static int
run (const char *const *arguments)
{
  g_autoptr (LecternNumbering) numbering = NULL;

  if (!check_options (arguments))
    return LECTERN_EXIT_USAGE;
  numbering = lectern_numbering_new_standard (arguments[0], NULL);
  if (numbering == NULL)
    return lectern_cli_usage ("restyle", _ ("“%s” is no marker: 一是, 第一，, （一）, 1."),
                              arguments[0]);
  return lectern_cli_change_each ("restyle", arguments + 1, restyle, numbering);
}

const LecternCommand lectern_cmd_restyle = {
  "restyle",
  N_ ("NUMBERING FILE…"),
  N_ ("Gives a series or a level of headings another numbering"),
  N_ ("The numbering is named by its first marker: 一是, 一要, 第一，, 首先，, （一）, 1., ①; "
      "where "
      "that has no mark, the one that GB/T 15834 wants is added. Only markers change, and the "
      "entries of the outline that name the same in the same form. What would be read as other "
      "headings or points is refused, and so is a list of words that is too short."),
  "  lectern restyle --series 3 第一， --diff speech.txt\n"
  "  lectern restyle --level 2 （一） --in-place speech.txt\n"
  "  lectern restyle --node 'section[1]/series[1]' 首先 speech.txt -o new.txt\n",
  entries,
  run,
  LECTERN_COMMAND_CHANGES_FILES,
};
