/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-parts.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const GOptionEntry entries[] = { { NULL } };

/* The part of a line that says what is counted. */
typedef struct
{
  LecternNode *node;
  guint line;
  guint depth;
  char *label;
} Row;

static void
row_clear (gpointer data)
{
  g_free (((Row *)data)->label);
}

/* The speech, its sections and its points, in their order. */
static GArray *
list_rows (LecternDocument *document)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  LecternWalker walker;
  LecternEvent event;
  guint line = 1;
  guint depth = 0;

  g_array_set_clear_func (rows, row_clear);
  lectern_walker_init (&walker, lectern_document_get_root (document));
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternNode *node = lectern_walker_get_node (&walker);
      LecternNodeKind kind;
      Row row;

      if (event == LECTERN_EVENT_TEXT)
        continue;
      kind = lectern_node_get_kind (node);
      if (kind != LECTERN_NODE_SPEECH && kind != LECTERN_NODE_SECTION && kind != LECTERN_NODE_POINT)
        continue;
      if (event == LECTERN_EVENT_LEAVE)
        {
          depth--;
          continue;
        }
      line = lectern_cli_find_line (node, line);
      row = (Row){ node, line, depth++, lectern_cli_dup_name (node) };
      g_array_append_val (rows, row);
    }
  return rows;
}

static void
append_row (GString *out, const Row *row, const char *path, gboolean aligned)
{
  const char *kind = lectern_node_kind_get_element (lectern_node_get_kind (row->node));
  gsize characters = lectern_node_count_characters (row->node);
  gsize paragraphs = lectern_node_count_paragraphs (row->node);

  if (path != NULL)
    {
      lectern_cli_append_cell (out, path);
      g_string_append_c (out, '\t');
    }
  if (aligned)
    {
      g_string_append_printf (out, "%10" G_GSIZE_FORMAT " %10" G_GSIZE_FORMAT "  %*s", characters,
                              paragraphs, (int)MIN (2 * row->depth, 60), "");
      g_string_append (out, *row->label != '\0' ? row->label : kind);
    }
  else
    {
      g_string_append_printf (out, "%u\t%s\t%u\t%" G_GSIZE_FORMAT "\t%" G_GSIZE_FORMAT "\t",
                              row->line, kind, row->depth, characters, paragraphs);
      lectern_cli_append_cell (out, row->label);
    }
  g_string_append_c (out, '\n');
}

static gboolean
count (LecternDocument *document, const char *path, gpointer user_data)
{
  gboolean with_path = GPOINTER_TO_INT (user_data);
  gboolean aligned = isatty (STDOUT_FILENO);
  g_autoptr (GArray) rows = list_rows (document);
  g_autoptr (GString) out = g_string_new (NULL);

  if (aligned && with_path)
    g_string_append_printf (out, "%s\n", path);
  if (aligned)
    {
      lectern_cli_append_padded (out, _ ("characters"), -10);
      g_string_append_c (out, ' ');
      lectern_cli_append_padded (out, _ ("paragraphs"), -10);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < rows->len; i++)
    append_row (out, &g_array_index (rows, Row, i), with_path && !aligned ? path : NULL, aligned);
  return lectern_cli_print_string (out->str);
}

static int
run (const char *const *files)
{
  return lectern_cli_for_each (files, count, GINT_TO_POINTER (files[1] != NULL));
}

const LecternCommand lectern_cmd_stats = {
  "stats",
  N_ ("FILE…"),
  N_ ("Counts the characters and paragraphs of a speech"),
  N_ ("Characters are counted as speech writers do (字数), for the speech, each section and each "
      "point. On a terminal the table is aligned; otherwise its columns are parted by tabs: line, "
      "kind (speech, section or point), depth, characters, paragraphs, text. With several files "
      "the path comes first."),
  "  lectern stats speech.txt\n"
  "  lectern stats *.txt | awk -F '\\t' '$3 == \"speech\" { n += $5 } END { print n }'\n",
  entries,
  run,
};
