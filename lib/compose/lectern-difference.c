/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-comparison-private.h"

#include "base/lectern-enum-private.h"

/**
 * LecternDifference:
 *
 * One thing in which two speeches differ, of a [struct@Lectern.Comparison]. It never changes, may
 * be used by several threads, and keeps both speeches alive.
 */

G_DEFINE_BOXED_TYPE (LecternDifference, lectern_difference, lectern_difference_ref,
                     lectern_difference_unref)

/**
 * LecternDifferenceKind:
 * @LECTERN_DIFFERENCE_ADDED: a section, point or paragraph that only the new speech has, with all
 *   that is in it
 * @LECTERN_DIFFERENCE_REMOVED: one that only the old speech has
 * @LECTERN_DIFFERENCE_MOVED: one that stands elsewhere; what else changed in it is told by itself
 * @LECTERN_DIFFERENCE_REWORDED: other words: of a section its heading, of a point its first
 *   paragraph, of others all of it
 * @LECTERN_DIFFERENCE_VALUE: a number, date or name at a place that otherwise stayed
 * @LECTERN_DIFFERENCE_MARKER: another marker, because the number or the numbering is another
 * @LECTERN_DIFFERENCE_LAYOUT: other blanks or line ends
 *
 * What kind of thing a difference is.
 */
static const GEnumValue kinds[] = {
  { LECTERN_DIFFERENCE_ADDED, "LECTERN_DIFFERENCE_ADDED", "added" },
  { LECTERN_DIFFERENCE_REMOVED, "LECTERN_DIFFERENCE_REMOVED", "removed" },
  { LECTERN_DIFFERENCE_MOVED, "LECTERN_DIFFERENCE_MOVED", "moved" },
  { LECTERN_DIFFERENCE_REWORDED, "LECTERN_DIFFERENCE_REWORDED", "reworded" },
  { LECTERN_DIFFERENCE_VALUE, "LECTERN_DIFFERENCE_VALUE", "value" },
  { LECTERN_DIFFERENCE_MARKER, "LECTERN_DIFFERENCE_MARKER", "marker" },
  { LECTERN_DIFFERENCE_LAYOUT, "LECTERN_DIFFERENCE_LAYOUT", "layout" },
  { 0, NULL, NULL },
};

_LECTERN_DEFINE_ENUM (LecternDifferenceKind, lectern_difference_kind, kinds)

/**
 * lectern_difference_kind_get_name:
 * @kind: a kind of difference
 *
 * Gets the name that the command and the JSON form use: `added`, `removed`, `moved`, `reworded`,
 * `value`, `marker` or `layout`.
 *
 * Returns: (transfer none): the name
 */
const char *
lectern_difference_kind_get_name (LecternDifferenceKind kind)
{
  g_return_val_if_fail ((guint)kind <= LECTERN_DIFFERENCE_LAYOUT, NULL);

  return kinds[kind].value_nick;
}

LecternDifference *
_lectern_difference_new (LecternDifferenceKind kind, LecternNode *old_node, LecternNode *new_node)
{
  LecternDifference *difference = g_new0 (LecternDifference, 1);

  g_atomic_ref_count_init (&difference->references);
  difference->kind = kind;
  difference->old_node = old_node != NULL ? lectern_node_ref (old_node) : NULL;
  difference->new_node = new_node != NULL ? lectern_node_ref (new_node) : NULL;
  return difference;
}

/**
 * lectern_difference_ref:
 * @difference: a difference
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @difference
 */
LecternDifference *
lectern_difference_ref (LecternDifference *difference)
{
  g_return_val_if_fail (difference != NULL, NULL);

  g_atomic_ref_count_inc (&difference->references);
  return difference;
}

/**
 * lectern_difference_unref:
 * @difference: (transfer full): a difference
 *
 * Drops a reference; with the last one the difference goes.
 */
void
lectern_difference_unref (LecternDifference *difference)
{
  g_return_if_fail (difference != NULL);

  if (!g_atomic_ref_count_dec (&difference->references))
    return;
  g_clear_pointer (&difference->old_node, lectern_node_unref);
  g_clear_pointer (&difference->new_node, lectern_node_unref);
  g_clear_pointer (&difference->hunks, g_array_unref);
  g_free (difference);
}

/**
 * lectern_difference_get_kind:
 * @difference: a difference
 *
 * Gets the kind of the difference.
 *
 * Returns: the kind
 */
LecternDifferenceKind
lectern_difference_get_kind (LecternDifference *difference)
{
  g_return_val_if_fail (difference != NULL, LECTERN_DIFFERENCE_ADDED);

  return difference->kind;
}

/**
 * lectern_difference_get_old_node:
 * @difference: a difference
 *
 * Gets what differs in the old speech.
 *
 * Returns: (transfer none) (nullable): a node of the old speech, or %NULL where something was added
 */
LecternNode *
lectern_difference_get_old_node (LecternDifference *difference)
{
  g_return_val_if_fail (difference != NULL, NULL);

  return difference->old_node;
}

/**
 * lectern_difference_get_new_node:
 * @difference: a difference
 *
 * Gets what differs in the new speech.
 *
 * Returns: (transfer none) (nullable): a node of the new speech, or %NULL where something was
 *   removed
 */
LecternNode *
lectern_difference_get_new_node (LecternDifference *difference)
{
  g_return_val_if_fail (difference != NULL, NULL);

  return difference->new_node;
}

/**
 * lectern_difference_get_spans:
 * @difference: a difference
 * @old_span: (out) (optional): where it is in the old speech, in bytes
 * @new_span: (out) (optional): where it is in the new speech, in bytes
 *
 * Gets the stretches of the two texts that differ: all of what was added, removed or moved, the
 * words that were changed, the value. Of what was added the old span is empty and stands where it
 * would stand; the same goes for what was removed.
 */
void
lectern_difference_get_spans (LecternDifference *difference, LecternSpan *old_span,
                              LecternSpan *new_span)
{
  g_return_if_fail (difference != NULL);

  if (old_span != NULL)
    *old_span = difference->old_span;
  if (new_span != NULL)
    *new_span = difference->new_span;
}

/**
 * lectern_difference_get_similarity:
 * @difference: a difference
 *
 * Gets how alike the two sides are: the part of all pairs of neighbouring characters that both
 * have, figures counting as equal and marks not at all.
 *
 * Returns: from 0, nothing in common or nothing there, to 1
 */
double
lectern_difference_get_similarity (LecternDifference *difference)
{
  g_return_val_if_fail (difference != NULL, 0);

  return (double)difference->similarity / LECTERN_ALIKE_MAX;
}

/**
 * lectern_difference_get_value_kind:
 * @difference: a difference
 *
 * Gets what kind of value changed, as what stands around it says: one of the kinds of placeholders.
 *
 * Returns: (transfer none) (nullable): `LECTERN_PLACEHOLDER_DATE` or another of these, or %NULL
 *   where the difference is none of a value
 */
const char *
lectern_difference_get_value_kind (LecternDifference *difference)
{
  g_return_val_if_fail (difference != NULL, NULL);

  return difference->value_kind;
}

/**
 * lectern_difference_get_n_changes:
 * @difference: a difference
 *
 * Counts the words that changed, in what was reworded.
 *
 * Returns: how many there are, 0 where nothing was reworded
 */
guint
lectern_difference_get_n_changes (LecternDifference *difference)
{
  g_return_val_if_fail (difference != NULL, 0);

  return difference->hunks != NULL ? difference->hunks->len : 0;
}

/**
 * lectern_difference_get_change:
 * @difference: a difference
 * @n: which one, from 0
 * @old_span: (out) (optional): the words that were there, in bytes of the old text
 * @new_span: (out) (optional): the words that are there now, in bytes of the new text
 *
 * Gets words that changed, in what was reworded. Either span may be empty.
 */
void
lectern_difference_get_change (LecternDifference *difference, guint n, LecternSpan *old_span,
                               LecternSpan *new_span)
{
  const LecternHunk *hunk;

  g_return_if_fail (difference != NULL);
  g_return_if_fail (difference->hunks != NULL && n < difference->hunks->len);

  hunk = &g_array_index (difference->hunks, LecternHunk, n);
  if (old_span != NULL)
    *old_span = hunk->old_span;
  if (new_span != NULL)
    *new_span = hunk->new_span;
}
