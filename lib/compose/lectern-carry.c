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
  const LecternRetouch *retouch; /* may be NULL */
  GArray *changes;               /* Change, by their places */
  GHashTable *markers;           /* where one is put in, its offset and 1 → the line; or NULL */
  LecternBuilder *builder;
  const char *text;       /* the new one */
  GHashTable *numberings; /* string → LecternNumbering */
  guint32 *sets;          /* of attributes: old to new, 0 = not known */
  guint32 *nodes;         /* old index to new, LECTERN_NO_NODE = gone */
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

/* The change that puts a marker in at the offset, and the line that it numbers; NULL for none. */
static const Change *
find_marker (const Carrier *carrier, guint32 offset, const LecternNode **line)
{
  if (carrier->markers == NULL)
    return NULL;
  *line = g_hash_table_lookup (carrier->markers, GSIZE_TO_POINTER ((gsize)offset + 1));
  return *line != NULL ? find_change (carrier, offset) : NULL;
}

/* What begins where a marker is put in begins before it; within the line that it numbers, behind
 * it. */
static guint32
map_start (const Carrier *carrier, const LecternNode *node)
{
  const LecternNode *line;
  const Change *change = find_marker (carrier, node->start, &line);

  if (change == NULL || node->index > line->index)
    return map_boundary (carrier, node->start, FALSE);
  return (guint32)(change->start + change->before);
}

/* What ends there does not reach to it. */
static guint32
map_end (const Carrier *carrier, const LecternNode *node)
{
  const LecternNode *line;
  const Change *change = find_marker (carrier, node->end, &line);

  if (change == NULL || node->index >= line->index)
    return map_boundary (carrier, node->end, TRUE);
  return (guint32)(change->start + change->before);
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

/* A value of a set that is changed, or taken away. */
typedef struct
{
  LecternAttributeId id;
  const char *value;
} ChangedAttribute;

static guint32
change_set (Carrier *carrier, guint32 set, const ChangedAttribute *changed, guint n_changed)
{
  const LecternAttributes *from = &carrier->document->tree.attributes;
  LecternAttribute attributes[LECTERN_N_ATTRIBUTES * 2];
  LecternAttributeId id;
  guint n = 0;
  const char *old;

  for (guint i = 0; _lectern_attributes_get_nth (from, set, i, &id, &old); i++)
    {
      guint j = 0;

      while (j < n_changed && changed[j].id != id)
        j++;
      if (j == n_changed)
        attributes[n++] = (LecternAttribute){ _lectern_attribute_names[id], old };
    }
  for (guint j = 0; j < n_changed; j++)
    if (changed[j].value != NULL)
      attributes[n++]
          = (LecternAttribute){ _lectern_attribute_names[changed[j].id], changed[j].value };
  return _lectern_builder_intern (carrier->builder, attributes, n);
}

/* The set of a slot that has been filled. Its mask is the first one that it had. */
static guint32
fill_set (Carrier *carrier, const LecternNode *node)
{
  const char *text = g_bytes_get_data (lectern_source_get_bytes (carrier->document->source), NULL);
  ChangedAttribute changed[2] = { { LECTERN_ATTRIBUTE_FILLED, "true" } };
  g_autofree char *mask = NULL;
  guint n = 1;

  if (_lectern_attributes_get (&carrier->document->tree.attributes, node->attributes,
                               LECTERN_ATTRIBUTE_MASK)
      == NULL)
    {
      mask = g_strndup (text + node->start, node->end - node->start);
      changed[n++] = (ChangedAttribute){ LECTERN_ATTRIBUTE_MASK, mask };
    }
  return change_set (carrier, node->attributes, changed, n);
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
        const ChangedAttribute changed = { LECTERN_ATTRIBUTE_COUNT, number };

        return change_set (carrier, node->attributes, &changed, 1);
      }
  return carry_set (carrier, node->attributes);
}

/* The numbering that a series or section gets, NULL where it keeps its own. */
static const char *
get_restyled (const Carrier *carrier, const LecternNode *owner)
{
  return carrier->retouch != NULL && carrier->retouch->numberings != NULL
             ? g_hash_table_lookup (carrier->retouch->numberings, (gpointer)owner)
             : NULL;
}

/* The numbering of a series or section, as it will be. */
static const char *
get_new_numbering (const Carrier *carrier, const LecternNode *owner)
{
  const char *numbering = get_restyled (carrier, owner);

  return numbering != NULL
             ? numbering
             : _lectern_attributes_get (&carrier->document->tree.attributes, owner->attributes,
                                        LECTERN_ATTRIBUTE_NUMBERING);
}

static LecternNumbering *
find_numbering (Carrier *carrier, const char *string)
{
  LecternNumbering *numbering = g_hash_table_lookup (carrier->numberings, string);

  if (numbering == NULL && (numbering = lectern_numbering_new_from_string (string, NULL)) != NULL)
    g_hash_table_insert (carrier->numberings, (char *)string, numbering);
  return numbering;
}

/* What the changed marker of a member says in its numbering: a number that is recorded where it is
 * not the position. FALSE where the marker was not changed, or is none of that numbering. */
static gboolean
read_number (Carrier *carrier, const LecternNode *node, guint *number)
{
  LecternNode *marker = lectern_node_get_marker ((LecternNode *)node);
  const LecternNode *owner = node->kind == LECTERN_NODE_POINT && node->parent != LECTERN_NO_NODE
                                 ? _lectern_node_at (node, node->parent)
                                 : node;
  const char *string = get_new_numbering (carrier, owner);
  LecternNumbering *numbering = string != NULL ? find_numbering (carrier, string) : NULL;
  g_autofree char *text = NULL;
  guint32 start, end;

  if (numbering == NULL || marker == NULL || !is_touched (carrier, marker))
    return FALSE;
  start = map_boundary (carrier, marker->start, FALSE);
  end = map_boundary (carrier, marker->end, TRUE);
  text = g_strndup (carrier->text + start, end > start ? end - start : 0);
  return lectern_numbering_parse_marker (numbering, text, number);
}

/* The numbers and the numberings that a member or a series says follow its text. */
static guint32
renumber (Carrier *carrier, const LecternNode *node)
{
  const char *numbering = get_restyled (carrier, node);
  g_autofree char *number = NULL;
  ChangedAttribute changed[3];
  guint value, n = 0;

  if (numbering != NULL)
    {
      changed[n++] = (ChangedAttribute){ LECTERN_ATTRIBUTE_NUMBERING, numbering };
      changed[n++] = (ChangedAttribute){ LECTERN_ATTRIBUTE_KEY, NULL };
    }
  if (node->kind != LECTERN_NODE_SERIES && read_number (carrier, node, &value))
    {
      if (value != lectern_node_get_ordinal ((LecternNode *)node))
        number = g_strdup_printf ("%u", value);
      changed[n++] = (ChangedAttribute){ LECTERN_ATTRIBUTE_NUMBER, number };
    }
  return n > 0 ? change_set (carrier, node->attributes, changed, n)
               : carry_set (carrier, node->attributes);
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
    case LECTERN_NODE_SERIES:
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

/* The line has just been opened. */
static void
add_marker (Carrier *carrier, const LecternNode *node, guint32 start)
{
  const LecternNode *line;
  const Change *change = find_marker (carrier, node->start, &line);

  if (change == NULL || line != node)
    return;
  _lectern_builder_open (carrier->builder, LECTERN_NODE_MARKER, start);
  _lectern_builder_close (carrier->builder, (guint32)(start + change->length));
}

/* Where markers are put in. */
static GHashTable *
list_markers (const LecternRetouch *retouch)
{
  GHashTable *markers;
  GHashTableIter iter;
  gpointer key;

  if (retouch == NULL || retouch->marked == NULL || g_hash_table_size (retouch->marked) == 0)
    return NULL;
  markers = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, retouch->marked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_insert (markers, GSIZE_TO_POINTER ((gsize)((const LecternNode *)key)->start + 1),
                         key);
  return markers;
}

static void
carry_node (Carrier *carrier, const LecternNode *node, GArray *open)
{
  guint32 start = map_start (carrier, node);
  guint32 end = map_end (carrier, node);
  gboolean filled = is_filled (carrier, node);
  guint32 index;

  while (open->len > 0
         && g_array_index (open, const LecternNode *, open->len - 1)->next <= node->index)
    {
      const LecternNode *done = g_array_index (open, const LecternNode *, open->len - 1);

      _lectern_builder_close (carrier->builder, map_end (carrier, done));
      g_array_set_size (open, open->len - 1);
    }
  carrier->nodes[node->index] = LECTERN_NO_NODE;
  if (filled ? carrier->retouch == NULL || !carrier->retouch->keep_slots
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
  add_marker (carrier, node, start);
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
_lectern_document_carry (LecternDocument *document, LecternEdits *edits,
                         const LecternRetouch *retouch, LecternSource *source, GError **error)
{
  const LecternTree *tree = &document->tree;
  g_autoptr (GArray) changes = list_changes (edits);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (const LecternNode *));
  g_autoptr (LecternBuilder) builder
      = _lectern_builder_new_for_source (source, lectern_document_get_language (document));
  g_autofree guint32 *sets = g_new0 (guint32, tree->attributes.length + 1);
  g_autofree guint32 *nodes = g_new (guint32, tree->n_nodes);
  g_autoptr (GHashTable) markers = list_markers (retouch);
  g_autoptr (GHashTable) numberings = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify)lectern_numbering_unref);
  Carrier carrier = { document, retouch, changes, markers, builder, NULL, numberings, sets, nodes };

  carrier.text = g_bytes_get_data (lectern_source_get_bytes (source), NULL);
  _lectern_builder_set_origin (builder, lectern_document_get_encoding (document),
                               lectern_document_get_bom (document), document->options);
  for (guint32 i = 0; i < tree->n_nodes; i++)
    carry_node (&carrier, &tree->nodes[i], open);
  while (open->len > 0)
    {
      const LecternNode *done = g_array_index (open, const LecternNode *, open->len - 1);

      _lectern_builder_close (builder, map_end (&carrier, done));
      g_array_set_size (open, open->len - 1);
    }
  carry_targets (&carrier);
  return lectern_builder_finish (builder, error);
}
