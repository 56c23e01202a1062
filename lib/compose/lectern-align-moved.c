/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-align-private.h"

/* What was left over on both sides and says the same was moved, wherever it stands. */

/* What was moved is known by its words alone. */
#define ALIKE_MOVED 700
/* What is shorter may stand at two places by chance. */
#define MIN_CHARACTERS 6
#define PROBES         8
#define OCCUPANTS      4

typedef struct
{
  guint32 n;
  guint32 items[OCCUPANTS];
} Places;

static gboolean
is_free (const LecternAlignItem *item)
{
  return item->match < 0 && item->length >= MIN_CHARACTERS && item->kind != LECTERN_NODE_HEADING;
}

static void
add_place (GHashTable *table, guint32 hash, guint32 item)
{
  Places *places = g_hash_table_lookup (table, GUINT_TO_POINTER (hash));

  if (places == NULL)
    {
      places = g_new0 (Places, 1);
      g_hash_table_insert (table, GUINT_TO_POINTER (hash), places);
    }
  if (places->n < OCCUPANTS)
    places->items[places->n++] = item;
}

/* By all of their words (`exact`), or by the smallest hashes of their sketches. */
static GHashTable *
list_places (const LecternAlignSide *side, gboolean exact)
{
  GHashTable *table = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint32 i = 1; i < side->items->len; i++)
    {
      const LecternAlignItem *item = _lectern_align_item (side, i);

      if (!is_free (item))
        continue;
      if (exact)
        add_place (table, item->hash, i);
      else
        for (guint k = 0; k < MIN (item->sketch.n, PROBES); k++)
          add_place (table, item->sketch.hashes[k], i);
    }
  return table;
}

static void
look_at (const LecternAlign *align, GHashTable *table, guint32 hash, guint i, guint *best,
         gint *place)
{
  const Places *places = g_hash_table_lookup (table, GUINT_TO_POINTER (hash));
  const LecternAlignItem *item = _lectern_align_item (&align->sides[0], i);

  for (guint k = 0; places != NULL && k < places->n; k++)
    {
      const LecternAlignItem *other = _lectern_align_item (&align->sides[1], places->items[k]);
      guint weight;

      if (other->match >= 0 || other->leaf != item->leaf || other->class != item->class)
        continue;
      weight = _lectern_align_weigh (align, i, places->items[k]);
      if (weight > *best)
        {
          *best = weight;
          *place = (gint)places->items[k];
        }
    }
}

static void
drain (LecternAlign *align)
{
  while (align->pending->len > 0)
    {
      guint32 new_item = g_array_index (align->pending, guint32, align->pending->len - 1);
      guint32 old_item = g_array_index (align->pending, guint32, align->pending->len - 2);

      g_array_set_size (align->pending, align->pending->len - 2);
      _lectern_align_below (align, old_item, new_item);
    }
}

static void
pair_moved (LecternAlign *align, gboolean exact)
{
  g_autoptr (GHashTable) table = list_places (&align->sides[1], exact);
  GArray *items = align->sides[0].items;

  for (guint i = 1; i < items->len; i++)
    {
      const LecternAlignItem *item = _lectern_align_item (&align->sides[0], i);
      guint best = exact ? LECTERN_ALIKE_MAX : ALIKE_MOVED - 1;
      gint place = -1;

      if (!is_free (item))
        continue;
      if (exact)
        look_at (align, table, item->hash, i, &best, &place);
      else
        for (guint k = 0; k < MIN (item->sketch.n, PROBES); k++)
          look_at (align, table, item->sketch.hashes[k], i, &best, &place);
      if (place < 0)
        continue;
      _lectern_align_pair (align, i, (guint)place, TRUE);
      drain (align);
    }
}

/* What was moved, or is within what was. */
guint8 *
_lectern_align_find_away (const LecternAlignSide *side)
{
  guint8 *away = g_new0 (guint8, side->items->len + 1);

  for (guint i = 1; i < side->items->len; i++)
    {
      const LecternAlignItem *item = _lectern_align_item (side, i);

      away[i] = (guint8)(item->moved || (item->parent > 0 && away[item->parent]));
    }
  return away;
}

/* A paragraph that stands between the same two has not moved, though a reader counts it to another
 * part now: the last one of a speech is its closing. */
static void
keep_in_place (LecternAlign *align)
{
  LecternAlignSide *old = &align->sides[0], *new = &align->sides[1];
  g_autofree guint8 *away = _lectern_align_find_away (old);
  g_autofree gint32 *next = g_new (gint32, old->items->len + 1);
  gint32 last = -1;

  next[old->items->len] = G_MAXINT32;
  for (guint i = old->items->len; i-- > 0;)
    {
      const LecternAlignItem *item = _lectern_align_item (old, i);
      gboolean stays = item->leaf && item->match >= 0 && !away[i];

      next[i] = stays ? item->match : next[i + 1];
    }
  for (guint i = 1; i < old->items->len; i++)
    {
      LecternAlignItem *item = _lectern_align_item (old, i);

      if (!item->leaf || item->match < 0 || (away[i] && away[item->parent])
          || (item->moved && (item->match < last || item->match > next[i])))
        continue;
      item->moved = _lectern_align_item (new, (guint)item->match)->moved = FALSE;
      last = item->match;
    }
}

void
_lectern_align_moved (LecternAlign *align)
{
  drain (align);
  pair_moved (align, TRUE);
  pair_moved (align, FALSE);
  for (guint k = 0; k < align->weak->len; k += 2)
    {
      guint32 old_item = g_array_index (align->weak, guint32, k);
      guint32 new_item = g_array_index (align->weak, guint32, k + 1);

      if (_lectern_align_item (&align->sides[0], old_item)->match >= 0
          || _lectern_align_item (&align->sides[1], new_item)->match >= 0)
        continue;
      _lectern_align_pair (align, old_item, new_item, FALSE);
      drain (align);
    }
  keep_in_place (align);
}
