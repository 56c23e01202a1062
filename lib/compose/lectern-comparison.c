/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-comparison-private.h"

#include <string.h>

/**
 * LecternComparison:
 *
 * What changed from one speech to another, by their structure: sections and points that were added,
 * removed, moved or reworded, and values that changed at places that otherwise stayed.
 *
 * A comparison never changes, may be used by several threads, and keeps both speeches alive.
 */

G_DEFINE_BOXED_TYPE (LecternComparison, lectern_comparison, lectern_comparison_ref,
                     lectern_comparison_unref)

typedef struct
{
  LecternComparison *comparison;
  const LecternAlignSide *sides[2];
} Comparer;

static LecternDifference *
add (Comparer *comparer, LecternDifferenceKind kind, const LecternAlignItem *old_item,
     const LecternAlignItem *new_item, gsize place)
{
  LecternComparison *comparison = comparer->comparison;
  LecternDifference *difference = _lectern_difference_new (
      kind, old_item != NULL ? old_item->node : NULL, new_item != NULL ? new_item->node : NULL);

  difference->place = place;
  difference->sequence = comparison->differences->len;
  if (old_item != NULL)
    difference->old_span = (LecternSpan){ old_item->start, old_item->end };
  if (new_item != NULL)
    difference->new_span = (LecternSpan){ new_item->start, new_item->end };
  if (old_item != NULL && new_item != NULL)
    difference->similarity
        = old_item->hash == new_item->hash && old_item->length == new_item->length
              ? LECTERN_ALIKE_MAX
              : _lectern_sketch_compare (&old_item->sketch, &new_item->sketch);
  g_ptr_array_add (comparison->differences, difference);
  comparison->counts[kind]++;
  return difference;
}

/* The first leaf of a section or point stands for it. */
static const LecternAlignItem *
member_of (const LecternAlignSide *side, const LecternAlignItem *leaf)
{
  const LecternAlignItem *parent
      = leaf->parent > 0 ? _lectern_align_item (side, (guint)leaf->parent) : NULL;

  return parent != NULL && parent + 1 == leaf ? parent : leaf;
}

static gboolean
is_same (const Comparer *comparer, const LecternSpan *old_span, const LecternSpan *new_span)
{
  return old_span->end - old_span->start == new_span->end - new_span->start
         && memcmp (comparer->sides[0]->text + old_span->start,
                    comparer->sides[1]->text + new_span->start, old_span->end - old_span->start)
                == 0;
}

/* Takes the node of the section or point, where the leaf stands for it, and the leaf's spans. */
static LecternDifference *
add_of_leaf (Comparer *comparer, LecternDifferenceKind kind, const LecternAlignItem *old_leaf,
             const LecternAlignItem *new_leaf, const LecternSpan *old_span,
             const LecternSpan *new_span)
{
  const LecternAlignItem *old_item = member_of (comparer->sides[0], old_leaf);
  const LecternAlignItem *new_item = member_of (comparer->sides[1], new_leaf);
  LecternDifference *difference;

  if (old_item->leaf || new_item->leaf || kind == LECTERN_DIFFERENCE_LAYOUT)
    {
      old_item = old_leaf;
      new_item = new_leaf;
    }
  difference = add (comparer, kind, old_item, new_item, new_span->start);
  difference->old_span = *old_span;
  difference->new_span = *new_span;
  return difference;
}

static void
compare_words (Comparer *comparer, const LecternAlignItem *old_leaf,
               const LecternAlignItem *new_leaf)
{
  LecternSpan old_words = { old_leaf->words, old_leaf->words_end };
  LecternSpan new_words = { new_leaf->words, new_leaf->words_end };
  LecternSpan line = { new_leaf->start, new_leaf->end };
  g_autoptr (GArray) reworded = g_array_new (FALSE, FALSE, sizeof (LecternHunk));
  g_autoptr (GArray) hunks = NULL;
  LecternDifference *difference;

  if (is_same (comparer, &old_words, &new_words))
    return;
  hunks = _lectern_hunks_new (comparer->sides[0]->text, &old_words, comparer->sides[1]->text,
                              &new_words);
  for (guint i = 0; i < hunks->len; i++)
    {
      const LecternHunk *hunk = &g_array_index (hunks, LecternHunk, i);
      LecternValuePlace value;

      if (hunk->old_span.start == hunk->old_span.end
          || !_lectern_difference_read_value (comparer->sides[1]->text, &line, &hunk->new_span,
                                              hunk->figure, &value))
        {
          g_array_append_val (reworded, *hunk);
          continue;
        }
      difference = add_of_leaf (comparer, LECTERN_DIFFERENCE_VALUE, old_leaf, new_leaf,
                                &hunk->old_span, &hunk->new_span);
      difference->value_kind = value.kind;
    }
  if (reworded->len == 0)
    return;
  difference = add_of_leaf (comparer, LECTERN_DIFFERENCE_REWORDED, old_leaf, new_leaf, &old_words,
                            &new_words);
  difference->similarity = _lectern_sketch_compare (&old_leaf->sketch, &new_leaf->sketch);
  difference->hunks = g_steal_pointer (&reworded);
}

/* The marker of a leaf, or the empty span where its words begin. */
static void
find_marker (const LecternAlignItem *leaf, LecternSpan *span)
{
  LecternNode *marker = lectern_node_get_first_child (leaf->node);

  if (marker != NULL && lectern_node_get_kind (marker) == LECTERN_NODE_MARKER)
    {
      lectern_node_get_span (marker, span);
      if (span->start >= leaf->start && span->end <= leaf->words)
        return;
    }
  *span = (LecternSpan){ leaf->words, leaf->words };
}

static void
compare_leaves (Comparer *comparer, const LecternAlignItem *old_leaf,
                const LecternAlignItem *new_leaf)
{
  LecternSpan old_marker, new_marker;

  find_marker (old_leaf, &old_marker);
  find_marker (new_leaf, &new_marker);
  if (!is_same (comparer, &old_marker, &new_marker))
    add_of_leaf (comparer, LECTERN_DIFFERENCE_MARKER, old_leaf, new_leaf, &old_marker, &new_marker);
  compare_words (comparer, old_leaf, new_leaf);

  const LecternSpan old_blanks[] = { { old_leaf->start, old_marker.start },
                                     { old_marker.end, old_leaf->words },
                                     { old_leaf->words_end, old_leaf->end } };
  const LecternSpan new_blanks[] = { { new_leaf->start, new_marker.start },
                                     { new_marker.end, new_leaf->words },
                                     { new_leaf->words_end, new_leaf->end } };

  for (guint i = 0; i < G_N_ELEMENTS (old_blanks); i++)
    if (!is_same (comparer, &old_blanks[i], &new_blanks[i]))
      add_of_leaf (comparer, LECTERN_DIFFERENCE_LAYOUT, old_leaf, new_leaf, &old_blanks[i],
                   &new_blanks[i]);
}

/* Whether what holds the item is told as a whole. */
static gboolean
is_told (const LecternAlignSide *side, const LecternAlignItem *item)
{
  return item->parent >= 0 && _lectern_align_item (side, (guint)item->parent)->match < 0;
}

static void
list_removed (Comparer *comparer)
{
  const LecternAlignSide *old = comparer->sides[0], *new = comparer->sides[1];
  gsize new_end = 0;

  for (guint i = 1; i < old->items->len; i++)
    {
      const LecternAlignItem *item = _lectern_align_item (old, i);
      LecternDifference *difference;

      if (item->match >= 0)
        {
          const LecternAlignItem *match = _lectern_align_item (new, (guint)item->match);

          if (item->leaf && !item->moved)
            new_end = MAX (new_end, match->end);
          continue;
        }
      if (is_told (old, item))
        continue;
      difference = add (comparer, LECTERN_DIFFERENCE_REMOVED, item, NULL, new_end);
      difference->new_span = (LecternSpan){ new_end, new_end };
    }
}

static void
list_others (Comparer *comparer)
{
  const LecternAlignSide *old = comparer->sides[0], *new = comparer->sides[1];
  gsize old_end = 0;

  for (guint i = 1; i < new->items->len; i++)
    {
      const LecternAlignItem *item = _lectern_align_item (new, i);
      const LecternAlignItem *match
          = item->match >= 0 ? _lectern_align_item (old, (guint)item->match) : NULL;

      if (match == NULL)
        {
          if (!is_told (new, item))
            add (comparer, LECTERN_DIFFERENCE_ADDED, NULL, item, item->start)->old_span
                = (LecternSpan){ old_end, old_end };
          continue;
        }
      if (item->moved)
        add (comparer, LECTERN_DIFFERENCE_MOVED, match, item, item->start);
      if (!item->leaf)
        continue;
      if (!item->moved)
        old_end = match->end;
      compare_leaves (comparer, match, item);
    }
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const LecternDifference *one = *(const LecternDifference *const *)a;
  const LecternDifference *other = *(const LecternDifference *const *)b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->sequence < other->sequence ? -1 : one->sequence > other->sequence;
}

/**
 * lectern_document_compare:
 * @document: a speech
 * @other: what it became, or another one of its kind
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Lays two speeches beside each other by their structure and says what changed. Sections and points
 * are known by their headings and leads, by what is in them and by their number; paragraphs, within
 * sections and points that were found, by their words; within paragraphs it is told which words
 * changed. What is left on both sides and says the same was moved.
 *
 * Takes time in proportion to the length of both texts, but for a logarithm, whatever they are.
 *
 * Fails where @cancellable was cancelled.
 *
 * Returns: (transfer full): the comparison, or %NULL with @error set
 */
LecternComparison *
lectern_document_compare (LecternDocument *document, LecternDocument *other,
                          GCancellable *cancellable, GError **error)
{
  LecternComparison *comparison;
  LecternAlign *align;
  Comparer comparer;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (other), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  align = _lectern_align_new (document, other, cancellable, error);
  if (align == NULL)
    return NULL;
  comparison = g_new0 (LecternComparison, 1);
  g_atomic_ref_count_init (&comparison->references);
  comparison->align = align;
  comparison->differences
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_difference_unref);
  comparer = (Comparer){ comparison, { &align->sides[0], &align->sides[1] } };
  list_removed (&comparer);
  list_others (&comparer);
  g_ptr_array_sort (comparison->differences, compare_places);
  return comparison;
}

/**
 * lectern_comparison_ref:
 * @comparison: a comparison
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @comparison
 */
LecternComparison *
lectern_comparison_ref (LecternComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);

  g_atomic_ref_count_inc (&comparison->references);
  return comparison;
}

/**
 * lectern_comparison_unref:
 * @comparison: (transfer full): a comparison
 *
 * Drops a reference; with the last one the comparison goes.
 */
void
lectern_comparison_unref (LecternComparison *comparison)
{
  g_return_if_fail (comparison != NULL);

  if (!g_atomic_ref_count_dec (&comparison->references))
    return;
  g_ptr_array_unref (comparison->differences);
  _lectern_align_free (comparison->align);
  g_free (comparison);
}

/**
 * lectern_comparison_get_old:
 * @comparison: a comparison
 *
 * Gets the speech that was compared.
 *
 * Returns: (transfer none): the old speech
 */
LecternDocument *
lectern_comparison_get_old (LecternComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);

  return comparison->align->sides[0].document;
}

/**
 * lectern_comparison_get_new:
 * @comparison: a comparison
 *
 * Gets the speech with which it was compared.
 *
 * Returns: (transfer none): the new speech
 */
LecternDocument *
lectern_comparison_get_new (LecternComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);

  return comparison->align->sides[1].document;
}

/**
 * lectern_comparison_list_differences:
 * @comparison: a comparison
 *
 * Lists what changed, in the order of the new speech; what was removed stands where it would stand
 * there. The list is empty only where both texts are the same.
 *
 * Returns: (element-type LecternDifference) (transfer container): the differences
 */
GPtrArray *
lectern_comparison_list_differences (LecternComparison *comparison)
{
  GPtrArray *list;

  g_return_val_if_fail (comparison != NULL, NULL);

  list = g_ptr_array_new_full (comparison->differences->len,
                               (GDestroyNotify)lectern_difference_unref);
  for (guint i = 0; i < comparison->differences->len; i++)
    g_ptr_array_add (list, lectern_difference_ref (comparison->differences->pdata[i]));
  return list;
}

/**
 * lectern_comparison_count:
 * @comparison: a comparison
 * @kind: a kind of difference
 *
 * Counts the differences of a kind.
 *
 * Returns: how many there are
 */
guint
lectern_comparison_count (LecternComparison *comparison, LecternDifferenceKind kind)
{
  g_return_val_if_fail (comparison != NULL, 0);
  g_return_val_if_fail ((guint)kind <= LECTERN_DIFFERENCE_LAYOUT, 0);

  return comparison->counts[kind];
}

/**
 * lectern_comparison_get_similarity:
 * @comparison: a comparison
 *
 * Gets how much of the two speeches stayed: of all characters that are no blanks and marks, how
 * many stand in paragraphs that were found on the other side, weighed with how alike those are.
 *
 * Returns: from 0, nothing in common, to 1, the same but for blanks, marks and markers
 */
double
lectern_comparison_get_similarity (LecternComparison *comparison)
{
  const LecternAlign *align;
  guint64 shared = 0, all;

  g_return_val_if_fail (comparison != NULL, 0);

  align = comparison->align;
  all = (guint64)_lectern_align_item (&align->sides[0], 0)->length
        + _lectern_align_item (&align->sides[1], 0)->length;
  for (guint i = 0; i < align->sides[0].items->len; i++)
    {
      const LecternAlignItem *item = _lectern_align_item (&align->sides[0], i), *match;

      if (!item->leaf || item->match < 0)
        continue;
      match = _lectern_align_item (&align->sides[1], (guint)item->match);
      shared += ((guint64)item->length + match->length)
                * (item->hash == match->hash
                       ? LECTERN_ALIKE_MAX
                       : _lectern_sketch_compare (&item->sketch, &match->sketch));
    }
  return all > 0 ? (double)shared / (double)all / LECTERN_ALIKE_MAX : 1;
}
