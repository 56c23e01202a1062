/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-align-private.h"

#include "check/lectern-pairs-private.h"

/* Children of two items that were paired, laid beside each other: first what both have once, word
 * for word; between those what is most alike, in order. Where there is too much to weigh each with
 * each, what shares the rarest pairs of characters. */

/* What is at least so alike is the same. */
#define ALIKE 450
/* The same number and the same parent speak for a section or point with a title so alike. */
#define ALIKE_NUMBERED 100
/* A section that became a point. */
#define ALIKE_OTHER_KIND 700
/* How many of the hashes of a sketch are asked for, and how many items may share one. */
#define PROBES    12
#define OCCUPANTS 4

typedef struct
{
  LecternAlign *align;
  GArray *rows[2]; /* items, guint32 */
} Group;

typedef struct
{
  guint start[2]; /* in the rows */
  guint end[2];
} Range;

static const LecternAlignItem *
row_item (const Group *group, guint side, guint i)
{
  return _lectern_align_item (&group->align->sides[side],
                              g_array_index (group->rows[side], guint32, i));
}

static gboolean
is_equal (const LecternAlignItem *a, const LecternAlignItem *b)
{
  return a->hash == b->hash && a->length == b->length && a->leaf == b->leaf
         && (a->class == b->class || a->length > 0);
}

static guint
weigh_members (const LecternAlign *align, const LecternAlignItem *a, const LecternAlignItem *b)
{
  guint title = _lectern_keys_compare (&align->keys, &a->title, &b->title);
  guint content = _lectern_sketch_compare (&a->sketch, &b->sketch);
  guint alike = MAX (title, MAX ((title + content) / 2, content * 4 / 5));
  gboolean numbered = lectern_node_get_ordinal (a->node) == lectern_node_get_ordinal (b->node);

  if (a->kind != b->kind)
    return alike >= ALIKE_OTHER_KIND ? alike / 2 : 0;
  if (alike >= ALIKE)
    return alike + (numbered ? LECTERN_ALIKE_MAX / 20 : 0);
  return numbered && MAX (title, content) >= ALIKE_NUMBERED ? alike / 2 + 1 : 0;
}

/* Title and salutation stand once; there the place speaks for itself. */
static gboolean
is_known_by_place (const LecternAlignItem *item)
{
  return item->kind != LECTERN_NODE_PARAGRAPH && item->kind != LECTERN_NODE_POINT
         && item->kind != LECTERN_NODE_BOILERPLATE && item->kind != LECTERN_NODE_DIRECTIVE;
}

guint
_lectern_align_weigh (const LecternAlign *align, guint old_item, guint new_item)
{
  const LecternAlignItem *a = _lectern_align_item (&align->sides[0], old_item);
  const LecternAlignItem *b = _lectern_align_item (&align->sides[1], new_item);
  guint alike;

  if (is_equal (a, b))
    return LECTERN_ALIKE_MAX + LECTERN_ALIKE_MAX / 20;
  if (a->class != b->class || a->leaf != b->leaf)
    return 0;
  if (!a->leaf)
    return weigh_members (align, a, b);
  alike = _lectern_sketch_compare (&a->sketch, &b->sketch);
  if (alike >= ALIKE)
    return alike;
  return is_known_by_place (a) ? 1 + alike / 2 : 0;
}

void
_lectern_align_pair (LecternAlign *align, guint old_item, guint new_item, gboolean moved)
{
  LecternAlignItem *a = _lectern_align_item (&align->sides[0], old_item);
  LecternAlignItem *b = _lectern_align_item (&align->sides[1], new_item);
  guint32 pair[] = { old_item, new_item };

  a->match = (gint32)new_item;
  b->match = (gint32)old_item;
  a->moved = b->moved = (guint8)moved;
  if (!a->leaf)
    g_array_append_vals (align->pending, pair, 2);
}

static void
pair_rows (const Group *group, guint i, guint j)
{
  _lectern_align_pair (group->align, g_array_index (group->rows[0], guint32, i),
                       g_array_index (group->rows[1], guint32, j), FALSE);
}

/* Takes from both ends what is equal. */
static void
trim (const Group *group, Range *range)
{
  while (range->start[0] < range->end[0] && range->start[1] < range->end[1]
         && is_equal (row_item (group, 0, range->start[0]), row_item (group, 1, range->start[1])))
    pair_rows (group, range->start[0]++, range->start[1]++);
  while (
      range->start[0] < range->end[0] && range->start[1] < range->end[1]
      && is_equal (row_item (group, 0, range->end[0] - 1), row_item (group, 1, range->end[1] - 1)))
    pair_rows (group, --range->end[0], --range->end[1]);
}

typedef void (*RangeFunc) (const Group *group, Range range);

/* Pairs the longest row of what was found, and calls `func` for what lies between. */
static void
pair_and_go_on (const Group *group, Range range, GArray *pairs, RangeFunc func)
{
  Range between = range;

  _lectern_pairs_mark_longest_row (pairs);
  for (guint k = 0; k < pairs->len; k++)
    {
      const LecternPair *pair = &g_array_index (pairs, LecternPair, k);

      if (!pair->kept)
        continue;
      between.end[0] = pair->one;
      between.end[1] = pair->other;
      func (group, between);
      pair_rows (group, pair->one, pair->other);
      between.start[0] = pair->one + 1;
      between.start[1] = pair->other + 1;
    }
  between.end[0] = range.end[0];
  between.end[1] = range.end[1];
  func (group, between);
}

typedef struct
{
  const Group *group;
  Range range;
} Weighing;

static guint
weigh_in_range (guint one, guint other, gpointer data)
{
  const Weighing *weighing = data;
  const Group *group = weighing->group;

  return _lectern_align_weigh (
      group->align, g_array_index (group->rows[0], guint32, weighing->range.start[0] + one),
      g_array_index (group->rows[1], guint32, weighing->range.start[1] + other));
}

/* What rests on little waits until it is known whether it was moved. */
static void
pair_weighed (const Group *group, guint i, guint j, guint weight)
{
  guint32 pair[]
      = { g_array_index (group->rows[0], guint32, i), g_array_index (group->rows[1], guint32, j) };

  if (weight == 0)
    return;
  if (weight >= ALIKE || row_item (group, 0, i)->leaf)
    pair_rows (group, i, j);
  else
    g_array_append_vals (group->align->weak, pair, 2);
}

/* The last resort: what stands at the same place, if it is alike. */
static void
align_by_place (const Group *group, Range range)
{
  for (; range.start[0] < range.end[0] && range.start[1] < range.end[1];
       range.start[0]++, range.start[1]++)
    {
      Weighing weighing = { group, range };

      pair_weighed (group, range.start[0], range.start[1], weigh_in_range (0, 0, &weighing));
    }
}

static gboolean
can_weigh (const Group *group, const Range *range)
{
  gsize cost = (gsize)(range->end[0] - range->start[0]) * (gsize)(range->end[1] - range->start[1]);

  if (cost > group->align->budget)
    return FALSE;
  group->align->budget -= cost;
  return TRUE;
}

static void
align_by_weight (const Group *group, Range range)
{
  g_autoptr (GArray) pairs = NULL;
  Weighing weighing = { group, range };

  trim (group, &range);
  weighing.range = range;
  if (range.start[0] == range.end[0] || range.start[1] == range.end[1])
    return;
  if (!can_weigh (group, &range))
    {
      align_by_place (group, range);
      return;
    }
  pairs = g_array_new (FALSE, FALSE, sizeof (LecternPair));
  _lectern_pairs_add_heaviest (pairs, range.end[0] - range.start[0], range.end[1] - range.start[1],
                               weigh_in_range, &weighing);
  for (guint k = 0; k < pairs->len; k++)
    {
      const LecternPair *pair = &g_array_index (pairs, LecternPair, k);

      pair_weighed (group, range.start[0] + pair->one, range.start[1] + pair->other,
                    weigh_in_range (pair->one, pair->other, &weighing));
    }
}

/* ---- by what both have ---- */

typedef struct
{
  guint count[2];
  guint place[2];
} Occurrence;

static GHashTable *
count_occurrences (const Group *group, const Range *range)
{
  GHashTable *table = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint side = 0; side < 2; side++)
    for (guint i = range->start[side]; i < range->end[side]; i++)
      {
        gpointer hash = GUINT_TO_POINTER (row_item (group, side, i)->hash);
        Occurrence *occurrence = g_hash_table_lookup (table, hash);

        if (occurrence == NULL)
          {
            occurrence = g_new0 (Occurrence, 1);
            g_hash_table_insert (table, hash, occurrence);
          }
        occurrence->count[side]++;
        occurrence->place[side] = i;
      }
  return table;
}

/* What stands once on either side, and is the same. */
static GArray *
find_unique (const Group *group, const Range *range)
{
  g_autoptr (GHashTable) table = count_occurrences (group, range);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (LecternPair));

  for (guint i = range->start[0]; i < range->end[0]; i++)
    {
      const Occurrence *found
          = g_hash_table_lookup (table, GUINT_TO_POINTER (row_item (group, 0, i)->hash));
      LecternPair pair = { i, found->place[1], -1, FALSE };

      if (found->count[0] == 1 && found->count[1] == 1
          && is_equal (row_item (group, 0, i), row_item (group, 1, pair.other)))
        g_array_append_val (pairs, pair);
    }
  return pairs;
}

/* The places in the new row that have a hash in their sketches, the first few. */
static void
add_probes (GHashTable *table, const LecternAlignItem *item, guint place)
{
  for (guint k = 0; k < MIN (item->sketch.n, PROBES); k++)
    {
      gpointer hash = GUINT_TO_POINTER (item->sketch.hashes[k]);
      guint32 *places = g_hash_table_lookup (table, hash);

      if (places == NULL)
        {
          places = g_new0 (guint32, OCCUPANTS + 1);
          g_hash_table_insert (table, hash, places);
        }
      if (places[0] < OCCUPANTS)
        places[++places[0]] = place;
    }
}

static gint
find_best (const Group *group, GHashTable *table, guint i, const guint8 *taken, guint first)
{
  const LecternAlignItem *item = row_item (group, 0, i);
  guint best = ALIKE - 1;
  gint place = -1;

  for (guint k = 0; k < MIN (item->sketch.n, PROBES); k++)
    {
      const guint32 *places
          = g_hash_table_lookup (table, GUINT_TO_POINTER (item->sketch.hashes[k]));

      for (guint l = 1; places != NULL && l <= places[0]; l++)
        {
          guint weight;

          if (taken[places[l] - first])
            continue;
          weight = _lectern_align_weigh (group->align, g_array_index (group->rows[0], guint32, i),
                                         g_array_index (group->rows[1], guint32, places[l]));
          if (weight > best)
            {
              best = weight;
              place = (gint)places[l];
            }
        }
    }
  return place;
}

static void
align_by_sketch (const Group *group, Range range)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LecternPair));
  g_autofree guint8 *taken = g_new0 (guint8, range.end[1] - range.start[1] + 1);

  for (guint j = range.start[1]; j < range.end[1]; j++)
    add_probes (table, row_item (group, 1, j), j);
  for (guint i = range.start[0]; i < range.end[0]; i++)
    {
      gint j = find_best (group, table, i, taken, range.start[1]);
      LecternPair pair = { i, (guint)j, -1, FALSE };

      if (j < 0)
        continue;
      taken[(guint)j - range.start[1]] = TRUE;
      g_array_append_val (pairs, pair);
    }
  pair_and_go_on (group, range, pairs, align_by_weight);
}

static void
align_between (const Group *group, Range range)
{
  gsize n, m;

  trim (group, &range);
  n = range.end[0] - range.start[0];
  m = range.end[1] - range.start[1];
  if (n * m <= group->align->budget / 4)
    align_by_weight (group, range);
  else
    align_by_sketch (group, range);
}

/* What was moved has its match already. */
static GArray *
list_children (const LecternAlignSide *side, guint parent)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint end = _lectern_align_item (side, parent)->next;

  for (guint32 i = parent + 1; i < end; i = _lectern_align_item (side, i)->next)
    if (_lectern_align_item (side, i)->match < 0)
      g_array_append_val (children, i);
  return children;
}

void
_lectern_align_below (LecternAlign *align, guint old_item, guint new_item)
{
  Group group = { align,
                  { list_children (&align->sides[0], old_item),
                    list_children (&align->sides[1], new_item) } };
  Range range = { { 0, 0 }, { group.rows[0]->len, group.rows[1]->len } };
  g_autoptr (GArray) pairs = NULL;

  trim (&group, &range);
  pairs = find_unique (&group, &range);
  pair_and_go_on (&group, range, pairs, align_between);
  g_array_unref (group.rows[0]);
  g_array_unref (group.rows[1]);
}
