/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"

/**
 * LecternNode:
 *
 * A part of a speech: a span of its text, and what it is.
 *
 * A node belongs to its document. Functions that give a node lend it: it lives as long as the
 * document. Two nodes are the same if the pointers are the same. A copy of the boxed type is
 * the same pointer with a reference to the document.
 */

G_DEFINE_BOXED_TYPE (LecternNode, lectern_node, lectern_node_ref, lectern_node_unref)

/**
 * lectern_node_ref:
 * @node: a node
 *
 * Takes a reference to the document of the node.
 *
 * Returns: (transfer full): @node
 */
LecternNode *
lectern_node_ref (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  g_object_ref (_lectern_node_document (node));
  return node;
}

/**
 * lectern_node_unref:
 * @node: (transfer full): a node
 *
 * Drops a reference to the document of the node.
 */
void
lectern_node_unref (LecternNode *node)
{
  g_return_if_fail (node != NULL);

  g_object_unref (_lectern_node_document (node));
}

/**
 * lectern_node_hash:
 * @node: a node
 *
 * Gets a hash value for [method@Lectern.Node.equal].
 *
 * Returns: the hash value
 */
guint
lectern_node_hash (LecternNode *node)
{
  return g_direct_hash (node);
}

/**
 * lectern_node_equal:
 * @a: a node
 * @b: a node
 *
 * Compares two nodes. Nodes of different documents are different.
 *
 * Returns: whether they are the same node
 */
gboolean
lectern_node_equal (LecternNode *a, LecternNode *b)
{
  return a == b;
}

/**
 * lectern_node_get_document:
 * @node: a node
 *
 * Gets the document that the node belongs to.
 *
 * Returns: (transfer none): the document
 */
LecternDocument *
lectern_node_get_document (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return _lectern_node_document (node);
}

/**
 * lectern_node_get_kind:
 * @node: a node
 *
 * Gets what the node is.
 *
 * Returns: the kind
 */
LecternNodeKind
lectern_node_get_kind (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, LECTERN_NODE_SPEECH);

  return (LecternNodeKind)node->kind;
}

/**
 * lectern_node_get_parent:
 * @node: a node
 *
 * Gets the node that this one is in.
 *
 * Returns: (transfer none) (nullable): the parent, %NULL for the root
 */
LecternNode *
lectern_node_get_parent (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return _lectern_node_at (node, node->parent);
}

/**
 * lectern_node_get_first_child:
 * @node: a node
 *
 * Gets the first node in this one. Text is no node.
 *
 * Returns: (transfer none) (nullable): the child, %NULL where there is none
 */
LecternNode *
lectern_node_get_first_child (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return _lectern_node_first_child (node);
}

/**
 * lectern_node_get_next:
 * @node: a node
 *
 * Gets the next sibling. Takes constant time.
 *
 * Returns: (transfer none) (nullable): the sibling, %NULL where there is none
 */
LecternNode *
lectern_node_get_next (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return _lectern_node_next (node);
}

/**
 * lectern_node_get_previous:
 * @node: a node
 *
 * Gets the sibling before this one. Takes constant time.
 *
 * Returns: (transfer none) (nullable): the sibling, %NULL where there is none
 */
LecternNode *
lectern_node_get_previous (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return _lectern_node_at (node, node->previous);
}

/**
 * lectern_node_find_child:
 * @node: a node
 * @kind: a kind
 *
 * Finds the first child of a kind. Takes time in proportion to the children before it.
 *
 * Returns: (transfer none) (nullable): the child, %NULL where there is none
 */
LecternNode *
lectern_node_find_child (LecternNode *node, LecternNodeKind kind)
{
  LecternNode *child;

  g_return_val_if_fail (node != NULL, NULL);

  child = _lectern_node_first_child (node);
  while (child != NULL && child->kind != kind)
    child = _lectern_node_next (child);
  return child;
}

/**
 * lectern_node_list_children:
 * @node: a node
 *
 * Lists the children in document order.
 *
 * Returns: (transfer container) (element-type LecternNode): the nodes, borrowed from the document
 */
GPtrArray *
lectern_node_list_children (LecternNode *node)
{
  GPtrArray *list;
  LecternNode *child;

  g_return_val_if_fail (node != NULL, NULL);

  list = g_ptr_array_new ();
  for (child = _lectern_node_first_child (node); child != NULL; child = _lectern_node_next (child))
    g_ptr_array_add (list, child);
  return list;
}

/**
 * lectern_node_list_descendants:
 * @node: a node
 * @kind: a kind
 *
 * Lists all nodes of a kind below this one, in document order.
 *
 * Returns: (transfer container) (element-type LecternNode): the nodes, borrowed from the document
 */
GPtrArray *
lectern_node_list_descendants (LecternNode *node, LecternNodeKind kind)
{
  GPtrArray *list;

  g_return_val_if_fail (node != NULL, NULL);

  list = g_ptr_array_new ();
  for (guint32 i = 1; i < node->next - node->index; i++)
    if (node[i].kind == kind)
      g_ptr_array_add (list, &node[i]);
  return list;
}

/**
 * lectern_node_list_targets:
 * @node: an announcement
 *
 * Lists what an announcement announces: a series, or each of the sections.
 *
 * Returns: (transfer container) (element-type LecternNode): the nodes, borrowed from the document,
 *   in document order; none for a node of another kind
 */
GPtrArray *
lectern_node_list_targets (LecternNode *node)
{
  const LecternTree *tree;
  GPtrArray *list;
  guint32 low = 0;
  guint32 high;

  g_return_val_if_fail (node != NULL, NULL);

  list = g_ptr_array_new ();
  tree = &_lectern_node_document (node)->tree;
  high = tree->n_targets;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (tree->targets[middle].announcement < node->index)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < tree->n_targets && tree->targets[low].announcement == node->index; low++)
    g_ptr_array_add (list, &tree->nodes[tree->targets[low].target]);
  return list;
}

/**
 * lectern_node_get_span:
 * @node: a node
 * @span: (out caller-allocates): where to put the span
 *
 * Gets the span of the node, in bytes of the text.
 */
void
lectern_node_get_span (LecternNode *node, LecternSpan *span)
{
  g_return_if_fail (node != NULL);
  g_return_if_fail (span != NULL);

  span->start = node->start;
  span->end = node->end;
}

/**
 * lectern_node_get_position:
 * @node: a node
 * @position: (out caller-allocates): where to put the position
 *
 * Gets the place where the node begins.
 */
void
lectern_node_get_position (LecternNode *node, LecternPosition *position)
{
  g_return_if_fail (node != NULL);
  g_return_if_fail (position != NULL);

  lectern_source_get_position (_lectern_node_document (node)->source, node->start, position);
}

/**
 * lectern_node_dup_text:
 * @node: a node
 * @length: (out) (optional): where to put the length in bytes
 *
 * Gets the text of the node with all that is in it. The text may hold NUL; one more stands after
 * it.
 *
 * Returns: (transfer full) (array length=length): the text
 */
guint8 *
lectern_node_dup_text (LecternNode *node, gsize *length)
{
  const char *text;
  guint8 *copy;

  g_return_val_if_fail (node != NULL, NULL);

  text = _lectern_source_get_text (_lectern_node_document (node)->source, NULL);
  copy = g_malloc ((gsize)node->end - node->start + 1);
  memcpy (copy, text + node->start, node->end - node->start);
  copy[node->end - node->start] = '\0';
  if (length != NULL)
    *length = node->end - node->start;
  return copy;
}

/**
 * lectern_node_dup_bytes:
 * @node: a node
 *
 * Gets the text of the node with all that is in it, without copying it.
 *
 * Returns: (transfer full): the text
 */
GBytes *
lectern_node_dup_bytes (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return g_bytes_new_from_bytes (lectern_source_get_bytes (_lectern_node_document (node)->source),
                                 node->start, node->end - node->start);
}
