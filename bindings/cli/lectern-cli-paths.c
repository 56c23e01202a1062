/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-paths.h"

#include "lectern-cli-parts.h"

/* The kinds that an operation can be about, or that something can stand beside or in. */
static const LecternNodeKind kinds[] = {
  LECTERN_NODE_TITLE,   LECTERN_NODE_BYLINE,  LECTERN_NODE_SALUTATION, LECTERN_NODE_OUTLINE,
  LECTERN_NODE_OPENING, LECTERN_NODE_SECTION, LECTERN_NODE_HEADING,    LECTERN_NODE_PARAGRAPH,
  LECTERN_NODE_SERIES,  LECTERN_NODE_POINT,   LECTERN_NODE_CLOSING,    LECTERN_NODE_THANKS,
};

static gboolean
is_shown (LecternNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (lectern_node_get_kind (node) == kinds[i])
      return TRUE;
  return FALSE;
}

GBytes *
lectern_cli_list_paths (LecternDocument *document)
{
  GString *rows = g_string_new (NULL);
  LecternWalker walker;
  LecternNode *node;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  while ((node = lectern_walker_next_node (&walker)) != NULL)
    {
      g_autofree char *path = NULL;
      g_autofree char *text = NULL;
      LecternPosition position;

      if (!is_shown (node))
        continue;
      path = lectern_node_dup_path (node);
      text = lectern_cli_dup_beginning (node);
      lectern_node_get_position (node, &position);
      g_string_append_printf (rows, "%u\t%u\t%s\t", position.line, position.column, path);
      lectern_cli_append_cell (rows, text);
      g_string_append_c (rows, '\n');
    }
  return g_string_free_to_bytes (rows);
}
