/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-change.h"
#include "lectern-cli-places.h"

static char *node_option;

static const GOptionEntry entries[]
    = { { "node", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &node_option,
          N_ ("Only what stands below this node: section[2], section[1]/series[1]"), N_ ("PATH") },
        { NULL } };

static LecternDocument *
renumber (LecternDocument *document, const char *path, gpointer user_data, GError **error)
{
  LecternNode *scope = NULL;

  if (node_option != NULL && (scope = lectern_cli_find_node (document, node_option, error)) == NULL)
    return NULL;
  return lectern_document_renumber (document, scope, NULL, error);
}

static int
run (const char *const *files)
{
  return lectern_cli_change_each ("renumber", files, renumber, NULL);
}

const LecternCommand lectern_cmd_renumber = {
  "renumber",
  N_ ("FILE…"),
  N_ ("Gives headings and points the numbers of their positions"),
  N_ ("Numbers that “lectern check” finds no fault with stay: a row may begin anew, or go on from "
      "another one. A marker stays what it is but for its number. What says how many there are "
      "follows where that is safe."),
  "  lectern renumber --diff speech.txt\n"
  "  lectern renumber --in-place --node 'section[2]' speech.txt\n",
  entries,
  run,
  LECTERN_COMMAND_CHANGES_FILES,
};
