/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/**
 * lectern_node_dup_path:
 * @node: a node
 *
 * Gets the path of a node: `section[2]/series[1]/point[3]`. Each step names an element and counts
 * from 1 among the siblings of that kind; the path of the root is empty.
 *
 * Returns: (transfer full): the path
 */
char *
lectern_node_dup_path (LecternNode *node)
{
  g_autoptr (GArray) steps = NULL;
  const guint32 *numbers;
  GString *path;

  g_return_val_if_fail (node != NULL, NULL);

  steps = g_array_new (FALSE, FALSE, sizeof (guint32));
  numbers = _lectern_document_get_numbers (_lectern_node_document (node));
  for (guint32 i = node->index; i != 0; i = _lectern_node_at (node, i)->parent)
    g_array_append_val (steps, i);
  path = g_string_new (NULL);
  for (guint i = steps->len; i-- > 0;)
    {
      guint32 index = g_array_index (steps, guint32, i);
      const char *element = lectern_node_kind_get_element (_lectern_node_at (node, index)->kind);

      g_string_append_printf (path, "%s%s[%u]", path->len > 0 ? "/" : "", element, numbers[index]);
    }
  return g_string_free (path, FALSE);
}

/* Reads one step, `element[n]`; gives where it ends, or NULL. */
static const char *
parse_step (const char *path, LecternNodeKind *kind, guint64 *number)
{
  char element[16];
  gsize length = strcspn (path, "[/");
  char *end;

  if (length >= sizeof element || path[length] != '[' || !g_ascii_isdigit (path[length + 1]))
    return NULL;
  memcpy (element, path, length);
  element[length] = '\0';
  if (!lectern_node_kind_from_element (element, kind))
    return NULL;
  *number = g_ascii_strtoull (path + length + 1, &end, 10);
  return *end == ']' ? end + 1 : NULL;
}

/**
 * lectern_document_lookup:
 * @document: a document
 * @path: a path, as [method@Lectern.Node.dup_path] gives it
 *
 * Finds a node by its path. Takes time in proportion to the siblings on the way.
 *
 * Returns: (transfer none) (nullable): the node, or %NULL where there is none
 */
LecternNode *
lectern_document_lookup (LecternDocument *document, const char *path)
{
  LecternNode *node;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  node = document->tree.nodes;
  while (*path != '\0')
    {
      LecternNodeKind kind;
      guint64 number;

      path = parse_step (path, &kind, &number);
      if (path == NULL || number == 0 || (*path != '\0' && *path != '/'))
        return NULL;
      if (*path == '/' && *++path == '\0')
        return NULL;
      for (node = _lectern_node_first_child (node); node != NULL; node = _lectern_node_next (node))
        if (node->kind == kind && --number == 0)
          break;
      if (node == NULL)
        return NULL;
    }
  return node;
}

/**
 * lectern_document_lookup_id:
 * @document: a document
 * @id: an identifier, as [method@Lectern.Node.get_id] gives it
 *
 * Finds a node by its identifier. Takes constant time.
 *
 * Returns: (transfer none) (nullable): the node, or %NULL where there is none
 */
LecternNode *
lectern_document_lookup_id (LecternDocument *document, const char *id)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (_lectern_document_get_ids (document)->nodes, id);
}

/**
 * lectern_document_lookup_offset:
 * @document: a document
 * @offset: an offset in bytes
 *
 * Finds the innermost node that holds the byte at an offset. Takes logarithmic time, but for the
 * depth of the tree.
 *
 * Returns: (transfer none) (nullable): the node, or %NULL at the end of the text and beyond it
 */
LecternNode *
lectern_document_lookup_offset (LecternDocument *document, gsize offset)
{
  const LecternNode *nodes;
  guint32 low = 0;
  guint32 high;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  nodes = document->tree.nodes;
  if (offset >= nodes->end)
    return NULL;
  /* The last node that starts here or before; what holds the byte is that or above it. */
  high = document->tree.n_nodes;
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (nodes[middle].start <= offset)
        low = middle;
      else
        high = middle;
    }
  while (nodes[low].end <= offset)
    low = nodes[low].parent;
  return (LecternNode *)&nodes[low];
}
