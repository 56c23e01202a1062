/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-carry-private.h"

#include "language/lectern-numerals-private.h"
#include "model/lectern-builder-private.h"
#include "model/lectern-document-private.h"
#include "model/lectern-edits-private.h"

#include <string.h>

/* Structure that was given, and not recognised in the text, stays when the text changes. New text
 * belongs to the innermost node that holds all that it replaces; what is put in between two nodes,
 * to the one that ends there. What is moved goes as text. Nodes of which nothing is left go. */

typedef struct
{
  gsize start; /* of the old text */
  gsize end;
  gsize length; /* of the new text */
  gsize before; /* by how much the changes before made the text longer, modulo the size of gsize */
} Change;

typedef struct
{
  LecternDocument *document;
  GArray *changes; /* Change, by their places */
  LecternBuilder *builder;
  const char *text; /* the new one */
  guint32 *sets;    /* of attributes: old to new, 0 = not known */
  guint32 *nodes;   /* old index to new, LECTERN_NO_NODE = gone */
  gboolean keep_slots;
} Carrier;

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const LecternSpan *one = a, *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

static GArray *
list_moved (LecternEdits *edits)
{
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (LecternSpan));

  for (guint i = 0; i < lectern_edits_get_n_moves (edits); i++)
    {
      LecternSpan span;

      lectern_edits_get_move (edits, i, &span);
      g_array_append_val (moved, span);
    }
  g_array_sort (moved, compare_starts);
  return moved;
}

static gboolean
is_moved (const GArray *moved, const LecternSpan *slice)
{
  guint low = 0, high = moved->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (moved, LecternSpan, middle).start <= slice->start)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 && slice->start < g_array_index (moved, LecternSpan, low - 1).end;
}

/* What stands between two slices that stayed in their order was changed. */
static void
add_change (GArray *changes, gsize old_start, gsize old_end, gsize length)
{
  Change change = { old_start, old_end, length, 0 };

  if (changes->len > 0)
    {
      const Change *last = &g_array_index (changes, Change, changes->len - 1);

      change.before = last->before + last->length - (last->end - last->start);
    }
  if (old_start < old_end || length > 0)
    g_array_append_val (changes, change);
}

/* Pieces do not tell apart what was replaced by two edits that touch, at the border of two nodes
 * perhaps; edits that were put together one by one do. */
static void
list_replaced (LecternEdits *edits, GArray *changes)
{
  GSequenceIter *iter = g_sequence_get_begin_iter (edits->replaced);

  for (; !g_sequence_iter_is_end (iter); iter = g_sequence_iter_next (iter))
    {
      const LecternChange *change = g_sequence_get (iter);

      add_change (changes, change->span.start, change->span.end, g_bytes_get_size (change->text));
    }
}

static GArray *
list_changes (LecternEdits *edits)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autoptr (GArray) moved = list_moved (edits);
  gsize old_end = 0, length = 0;

  if (edits->replaced != NULL && g_sequence_is_empty (edits->moved))
    {
      list_replaced (edits, changes);
      return changes;
    }
  for (guint i = 0; i < lectern_edits_get_n_pieces (edits); i++)
    {
      LecternSpan slice;
      GBytes *text = lectern_edits_get_piece (edits, i, &slice);

      if (text != NULL)
        length += g_bytes_get_size (text);
      else if (is_moved (moved, &slice))
        length += slice.end - slice.start;
      else
        {
          add_change (changes, old_end, slice.start, length);
          old_end = slice.end;
          length = 0;
        }
    }
  add_change (changes, old_end, lectern_edits_get_old_length (edits), length);
  return changes;
}

/* The last change that begins before `offset`, or that puts something in there. */
static const Change *
find_change (const Carrier *carrier, gsize offset)
{
  guint low = 0, high = carrier->changes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Change *change = &g_array_index (carrier->changes, Change, middle);

      if (change->start < offset || (change->start == offset && change->end == offset))
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? NULL : &g_array_index (carrier->changes, Change, low - 1);
}

static guint32
map_boundary (const Carrier *carrier, gsize offset, gboolean is_end)
{
  const Change *change = find_change (carrier, offset);

  if (change == NULL)
    return (guint32)offset;
  if (change->end <= offset)
    return (guint32)(offset + change->before + change->length - (change->end - change->start));
  return (guint32)(change->start + change->before + (is_end ? 0 : change->length));
}

static gboolean
is_touched (const Carrier *carrier, const LecternNode *node)
{
  const Change *change = find_change (carrier, node->end);

  return change != NULL && change->end >= node->start;
}

static guint32
carry_set (Carrier *carrier, guint32 set)
{
  const LecternAttributes *from = &carrier->document->tree.attributes;
  LecternAttribute attributes[LECTERN_N_ATTRIBUTES];
  LecternAttributeId id;
  guint n = 0;

  if (set == 0 || carrier->sets[set] != 0)
    return set == 0 ? 0 : carrier->sets[set];
  while (_lectern_attributes_get_nth (from, set, n, &id, &attributes[n].value))
    attributes[n++].name = _lectern_attribute_names[id];
  carrier->sets[set] = _lectern_builder_intern (carrier->builder, attributes, n);
  return carrier->sets[set];
}

/* A set without one attribute: their number in `attributes`, which has room for two more. */
static guint
list_others (const Carrier *carrier, guint32 set, LecternAttributeId left_out,
             LecternAttribute *attributes)
{
  const LecternAttributes *from = &carrier->document->tree.attributes;
  LecternAttributeId id;
  guint n = 0;
  const char *old;

  for (guint i = 0; _lectern_attributes_get_nth (from, set, i, &id, &old); i++)
    if (id != left_out)
      attributes[n++] = (LecternAttribute){ _lectern_attribute_names[id], old };
  return n;
}

/* A set with one value changed, or taken away. */
static guint32
change_set (Carrier *carrier, guint32 set, LecternAttributeId changed, const char *value)
{
  LecternAttribute attributes[LECTERN_N_ATTRIBUTES + 2];
  guint n = list_others (carrier, set, changed, attributes);

  if (value != NULL)
    attributes[n++] = (LecternAttribute){ _lectern_attribute_names[changed], value };
  return _lectern_builder_intern (carrier->builder, attributes, n);
}

/* The set of a slot that has been filled. Its mask is the first one that it had. */
static guint32
fill_set (Carrier *carrier, const LecternNode *node)
{
  const char *text = g_bytes_get_data (lectern_source_get_bytes (carrier->document->source), NULL);
  LecternAttribute attributes[LECTERN_N_ATTRIBUTES + 2];
  guint n = list_others (carrier, node->attributes, LECTERN_ATTRIBUTE_FILLED, attributes);
  g_autofree char *mask = NULL;

  attributes[n++] = (LecternAttribute){ LECTERN_PROPERTY_FILLED, "true" };
  if (_lectern_attributes_get (&carrier->document->tree.attributes, node->attributes,
                               LECTERN_ATTRIBUTE_MASK)
      == NULL)
    {
      mask = g_strndup (text + node->start, node->end - node->start);
      attributes[n++] = (LecternAttribute){ LECTERN_PROPERTY_MASK, mask };
    }
  return _lectern_builder_intern (carrier->builder, attributes, n);
}

/* What an announcement counts follows its text: 三点 that became 四点, X点 that was filled. */
static guint32
recount (Carrier *carrier, const LecternNode *node, guint32 start, guint32 end)
{
  const char *count = _lectern_attributes_get (&carrier->document->tree.attributes,
                                               node->attributes, LECTERN_ATTRIBUTE_COUNT);
  guint value;

  if (count == NULL || (!g_ascii_isdigit (*count) && strcmp (count, "masked") != 0))
    return carry_set (carrier, node->attributes);
  for (guint32 at = start; at < end;
       at = (guint32)(g_utf8_next_char (carrier->text + at) - carrier->text))
    if (_lectern_numeral_parse (carrier->text + at, end - at, &value, NULL) > 0)
      {
        g_autofree char *number = g_strdup_printf ("%u", value);

        return change_set (carrier, node->attributes, LECTERN_ATTRIBUTE_COUNT, number);
      }
  return carry_set (carrier, node->attributes);
}

/* The number that a marker says follows its text; it is recorded where it is not the position. */
static guint32
renumber (Carrier *carrier, const LecternNode *node)
{
  LecternNode *member = (LecternNode *)node;
  LecternNode *series = lectern_node_get_parent (member);
  LecternNumbering *numbering = lectern_node_get_numbering (
      node->kind == LECTERN_NODE_SECTION || series == NULL ? member : series);
  const LecternNode *marker = _lectern_node_first_child (node);
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  guint32 start, end;
  guint value;

  if (marker != NULL && marker->kind != LECTERN_NODE_MARKER)
    marker = _lectern_node_first_child (marker); /* of the heading or the first paragraph */
  if (numbering == NULL || marker == NULL || marker->kind != LECTERN_NODE_MARKER
      || !is_touched (carrier, marker))
    return carry_set (carrier, node->attributes);
  start = map_boundary (carrier, marker->start, FALSE);
  end = map_boundary (carrier, marker->end, TRUE);
  text = g_strndup (carrier->text + start, end > start ? end - start : 0);
  if (!lectern_numbering_parse_marker (numbering, text, &value))
    return carry_set (carrier, node->attributes);
  if (value != lectern_node_get_ordinal (member))
    number = g_strdup_printf ("%u", value);
  return change_set (carrier, node->attributes, LECTERN_ATTRIBUTE_NUMBER, number);
}

static guint32
carry_attributes (Carrier *carrier, const LecternNode *node, guint32 start, guint32 end)
{
  switch (node->kind)
    {
    case LECTERN_NODE_ANNOUNCEMENT:
      if (is_touched (carrier, node))
        return recount (carrier, node, start, end);
      break;
    case LECTERN_NODE_SECTION:
    case LECTERN_NODE_POINT:
      return renumber (carrier, node);
    default:
      break;
    }
  return carry_set (carrier, node->attributes);
}

/* A mask that was replaced is filled: what stands there now is text. */
static gboolean
is_filled (const Carrier *carrier, const LecternNode *node)
{
  const Change *change;

  if (node->kind != LECTERN_NODE_PLACEHOLDER)
    return FALSE;
  change = find_change (carrier, node->end);
  return change != NULL && change->start == node->start && change->end == node->end;
}

static void
carry_node (Carrier *carrier, const LecternNode *node, GArray *open)
{
  guint32 start = map_boundary (carrier, node->start, FALSE);
  guint32 end = map_boundary (carrier, node->end, TRUE);
  gboolean filled = is_filled (carrier, node);
  guint32 index;

  while (open->len > 0
         && g_array_index (open, const LecternNode *, open->len - 1)->next <= node->index)
    {
      const LecternNode *done = g_array_index (open, const LecternNode *, open->len - 1);

      _lectern_builder_close (carrier->builder, map_boundary (carrier, done->end, TRUE));
      g_array_set_size (open, open->len - 1);
    }
  carrier->nodes[node->index] = LECTERN_NO_NODE;
  if (filled ? !carrier->keep_slots
             : node->parent != LECTERN_NO_NODE
                   && (start > end || (start == end && node->start < node->end)))
    return;
  index = _lectern_builder_open (carrier->builder, (LecternNodeKind)node->kind, start);
  carrier->nodes[node->index] = index;
  _lectern_builder_set_attributes (carrier->builder, index,
                                   filled ? fill_set (carrier, node)
                                          : carry_attributes (carrier, node, start, end));
  _lectern_builder_set_level (carrier->builder, index, node->level);
  _lectern_builder_set_percent (carrier->builder, index, node->confidence);
  g_array_append_val (open, node);
}

static void
carry_targets (Carrier *carrier)
{
  const LecternTree *tree = &carrier->document->tree;

  for (guint32 i = 0; i < tree->n_targets; i++)
    {
      guint32 announcement = carrier->nodes[tree->targets[i].announcement];
      guint32 target = carrier->nodes[tree->targets[i].target];

      if (announcement != LECTERN_NO_NODE && target != LECTERN_NO_NODE)
        _lectern_builder_add_target (carrier->builder, announcement, target);
    }
}

LecternDocument *
_lectern_document_carry_slots (LecternDocument *document, LecternEdits *edits,
                               LecternSource *source, gboolean keep_slots, GError **error)
{
  const LecternTree *tree = &document->tree;
  g_autoptr (GArray) changes = list_changes (edits);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (const LecternNode *));
  g_autoptr (LecternBuilder) builder
      = _lectern_builder_new_for_source (source, lectern_document_get_language (document));
  g_autofree guint32 *sets = g_new0 (guint32, tree->attributes.length + 1);
  g_autofree guint32 *nodes = g_new (guint32, tree->n_nodes);
  Carrier carrier = { document, changes, builder, NULL, sets, nodes, keep_slots };

  carrier.text = g_bytes_get_data (lectern_source_get_bytes (source), NULL);
  _lectern_builder_set_origin (builder, lectern_document_get_encoding (document),
                               lectern_document_get_bom (document), document->options);
  for (guint32 i = 0; i < tree->n_nodes; i++)
    carry_node (&carrier, &tree->nodes[i], open);
  while (open->len > 0)
    {
      const LecternNode *done = g_array_index (open, const LecternNode *, open->len - 1);

      _lectern_builder_close (builder, map_boundary (&carrier, done->end, TRUE));
      g_array_set_size (open, open->len - 1);
    }
  carry_targets (&carrier);
  return lectern_builder_finish (builder, error);
}

LecternDocument *
_lectern_document_carry (LecternDocument *document, LecternEdits *edits, LecternSource *source,
                         GError **error)
{
  return _lectern_document_carry_slots (document, edits, source, FALSE, error);
}
