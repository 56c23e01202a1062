/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-announcing-private.h"
#include "model/lectern-document-private.h"

#include <stdlib.h>

static const char *
get_attribute (LecternNode *node, LecternAttributeId id)
{
  return _lectern_attributes_get (&_lectern_node_document (node)->tree.attributes, node->attributes,
                                  id);
}

/**
 * lectern_node_get_level:
 * @node: a node
 *
 * Gets the level: of a section its depth from 1, of a heading that of its section, of an entry of
 * an outline the depth of what it names.
 *
 * Returns: the level, 0 for a node of another kind
 */
guint
lectern_node_get_level (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return node->level;
}

/**
 * lectern_node_get_ordinal:
 * @node: a node
 *
 * Gets the position of a section, point or entry among its siblings of that kind, whatever its
 * marker says. An entry is counted among those of its level since the last shallower one.
 *
 * Takes constant time, after one pass over the document for the first that is asked for.
 *
 * Returns: the position from 1, 0 for a node of another kind
 */
guint
lectern_node_get_ordinal (LecternNode *node)
{
  LecternDocument *document;

  g_return_val_if_fail (node != NULL, 0);

  document = _lectern_node_document (node);
  switch (node->kind)
    {
    case LECTERN_NODE_SECTION:
    case LECTERN_NODE_POINT:
      return _lectern_document_get_numbers (document)[node->index];
    case LECTERN_NODE_ENTRY:
      return _lectern_document_get_entry_ordinals (document)[lectern_node_get_index (node) - 1];
    default:
      return 0;
    }
}

/**
 * lectern_node_get_marker:
 * @node: a node
 *
 * Gets the marker of a section, heading, point or entry: what numbers it in the text. That of a
 * section stands in its heading, that of a point may stand in its first paragraph.
 *
 * Returns: (transfer none) (nullable): the marker, %NULL where there is none or the node is of
 *   another kind
 */
LecternNode *
lectern_node_get_marker (LecternNode *node)
{
  LecternNode *marker, *paragraph;

  g_return_val_if_fail (node != NULL, NULL);

  if (node->kind == LECTERN_NODE_SECTION)
    node = lectern_node_find_child (node, LECTERN_NODE_HEADING);
  if (node == NULL)
    return NULL;
  marker = lectern_node_find_child (node, LECTERN_NODE_MARKER);
  if (marker != NULL || node->kind != LECTERN_NODE_POINT)
    return marker;
  paragraph = lectern_node_find_child (node, LECTERN_NODE_PARAGRAPH);
  return paragraph != NULL ? lectern_node_find_child (paragraph, LECTERN_NODE_MARKER) : NULL;
}

/**
 * lectern_node_get_number:
 * @node: a node
 *
 * Gets what the marker of a section, point or entry says. It is recorded only where that is not its
 * position ([method@Lectern.Node.get_ordinal]).
 *
 * Returns: the number, 0 where there is no marker
 */
guint
lectern_node_get_number (LecternNode *node)
{
  const char *number;

  g_return_val_if_fail (node != NULL, 0);

  if (node->kind != LECTERN_NODE_SECTION && node->kind != LECTERN_NODE_POINT
      && node->kind != LECTERN_NODE_ENTRY)
    return 0;
  if (lectern_node_get_marker (node) == NULL)
    return 0;
  number = get_attribute (node, LECTERN_ATTRIBUTE_NUMBER);
  if (number != NULL)
    return (guint)MIN (g_ascii_strtoull (number, NULL, 10), G_MAXUINT);
  return lectern_node_get_ordinal (node);
}

/**
 * lectern_node_get_index:
 * @node: a node
 *
 * Gets the number of the node among all nodes of its kind in the document.
 *
 * Takes constant time, after one pass over the document for the first that is asked for.
 *
 * Returns: the number from 1
 */
guint
lectern_node_get_index (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return _lectern_document_get_indices (_lectern_node_document (node))[node->index];
}

static void
unref_numbering (gpointer numbering)
{
  if (numbering != NULL)
    lectern_numbering_unref (numbering);
}

/**
 * lectern_node_get_numbering:
 * @node: a node
 *
 * Gets the numbering of a section (that of itself and its siblings) or series.
 *
 * Returns: (transfer none) (nullable): the numbering, %NULL where there is none or it is not
 *   understood
 */
LecternNumbering *
lectern_node_get_numbering (LecternNode *node)
{
  LecternDocument *document;
  const char *string;
  gpointer numbering = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  string = get_attribute (node, LECTERN_ATTRIBUTE_NUMBERING);
  if (string == NULL)
    return NULL;
  document = _lectern_node_document (node);
  g_mutex_lock (&document->lock);
  /* Equal strings are one string in the pool. */
  if (document->numberings == NULL)
    document->numberings = g_hash_table_new_full (NULL, NULL, NULL, unref_numbering);
  if (!g_hash_table_lookup_extended (document->numberings, string, NULL, &numbering))
    {
      numbering = lectern_numbering_new_from_string (string, NULL);
      g_hash_table_insert (document->numberings, (char *)string, numbering);
    }
  g_mutex_unlock (&document->lock);
  return numbering;
}

/**
 * lectern_node_get_confidence:
 * @node: a node
 *
 * Gets how sure the reader is that the node is what it says.
 *
 * Returns: the confidence from 0 to 1, in steps of a hundredth; 1 unless there is doubt
 */
double
lectern_node_get_confidence (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return node->confidence / 100.0;
}

/**
 * lectern_node_get_id:
 * @node: a node
 *
 * Gets the identifier of a node: that which was read, or else, if an announcement announces the
 * node, one that is made of its place: `s1`, `s2`… for sections, `r1`, `r2`… for series.
 *
 * Returns: (nullable): the identifier
 */
const char *
lectern_node_get_id (LecternNode *node)
{
  const LecternIds *ids;
  LecternDocument *document;
  const char *id;
  guint32 low = 0;
  guint32 high;

  g_return_val_if_fail (node != NULL, NULL);

  id = get_attribute (node, LECTERN_ATTRIBUTE_ID);
  document = _lectern_node_document (node);
  if (id != NULL || document->tree.n_targets == 0)
    return id;
  ids = _lectern_document_get_ids (document);
  high = ids->n_targets;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (ids->targets[middle] < node->index)
        low = middle + 1;
      else
        high = middle;
    }
  return low < ids->n_targets && ids->targets[low] == node->index ? ids->names[low] : NULL;
}

/**
 * lectern_node_get_property:
 * @node: a node
 * @name: the name of a property, such as `LECTERN_PROPERTY_KIND`
 *
 * Gets a property: an attribute of the XML form.
 *
 * Returns: (nullable): the value, %NULL where the node does not have that property
 */
const char *
lectern_node_get_property (LecternNode *node, const char *name)
{
  int id;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  id = _lectern_attribute_from_name (name);
  return id >= 0 ? get_attribute (node, (LecternAttributeId)id) : NULL;
}

/**
 * lectern_node_get_nth_property:
 * @node: a node
 * @n: a number from 0
 * @name: (out) (transfer none): where to put the name
 * @value: (out) (transfer none): where to put the value
 *
 * Gets the properties of a node one after the other, in the order in which XML writes them. Takes
 * constant time.
 *
 * Returns: whether the node has more than @n properties
 */
gboolean
lectern_node_get_nth_property (LecternNode *node, guint n, const char **name, const char **value)
{
  LecternAttributeId id;

  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *name = NULL;
  *value = NULL;
  if (!_lectern_attributes_get_nth (&_lectern_node_document (node)->tree.attributes,
                                    node->attributes, n, &id, value))
    return FALSE;
  *name = _lectern_attribute_names[id];
  return TRUE;
}

/**
 * lectern_node_get_property_set:
 * @node: a node
 *
 * Gets a number that stands for all properties of the node together: nodes of one document that
 * have the same properties with the same values have the same number, all others another one. What
 * was made of the properties of a node can be kept under it for the next such node.
 *
 * The number says nothing in another document. Takes constant time.
 *
 * Returns: the number, 0 where the node has no properties
 */
guint
lectern_node_get_property_set (LecternNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return node->attributes;
}

static guint
count_points (LecternNode *series)
{
  guint n = 0;

  for (LecternNode *child = lectern_node_get_first_child (series); child != NULL;
       child = lectern_node_get_next (child))
    n += lectern_node_get_kind (child) == LECTERN_NODE_POINT;
  return n;
}

/**
 * lectern_node_count_delivered:
 * @announcement: an announcement
 *
 * Counts what comes of what is announced: the sections that the announcement names, the points of
 * the series that it names, or, where it names neither, the names that stand in it before their
 * number (`张某、李某、王某三位同志`: 3). Names are told apart by `、` and by a word such as 和
 * before the last, or by the quotation marks in which each of them stands (`“晨巡”“夜查”两项制度`).
 *
 * Compare it with the property `LECTERN_PROPERTY_COUNT`, which is what was announced.
 *
 * Returns: the number, 0 where nothing can be counted or the node is of another kind
 */
guint
lectern_node_count_delivered (LecternNode *announcement)
{
  g_autoptr (GPtrArray) targets = NULL;
  const char *text, *number;
  guint n = 0;

  g_return_val_if_fail (announcement != NULL, 0);

  if (announcement->kind != LECTERN_NODE_ANNOUNCEMENT)
    return 0;
  targets = lectern_node_list_targets (announcement);
  for (guint i = 0; i < targets->len; i++)
    n += lectern_node_get_kind (targets->pdata[i]) == LECTERN_NODE_SERIES
             ? count_points (targets->pdata[i])
             : 1;
  if (targets->len > 0)
    return n;
  text = g_bytes_get_data (lectern_source_get_bytes (_lectern_node_document (announcement)->source),
                           NULL);
  return _lectern_announcing_count_names (text + announcement->start, text + announcement->end,
                                          &number);
}
