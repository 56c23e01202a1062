/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-edits-private.h"

#include <string.h>

/* Replacements and moves as views of the pieces. Of the slices, those that stay where they are (the
 * heaviest sequence of them that is in the order of the old text) are kept; the others are moved.
 * What no slice holds is deleted, and new text takes its place where there is one. */

static void
clear_edit (gpointer edit)
{
  g_clear_pointer (&((LecternEdit *)edit)->text, g_bytes_unref);
}

static int
compare_old_starts (gconstpointer a, gconstpointer b)
{
  const LecternPiece *one = a;
  const LecternPiece *two = b;

  return one->old_start < two->old_start ? -1 : one->old_start > two->old_start;
}

static GArray *
list_slices (const GArray *pieces, gboolean *in_order)
{
  GArray *slices = g_array_new (FALSE, FALSE, sizeof (LecternPiece));
  gsize last = 0;

  *in_order = TRUE;
  for (guint i = 0; i < pieces->len; i++)
    {
      const LecternPiece *piece = &g_array_index (pieces, LecternPiece, i);

      if (piece->text != NULL)
        continue;
      *in_order = *in_order && piece->old_start >= last;
      last = piece->old_start;
      g_array_append_vals (slices, piece, 1);
    }
  return slices;
}

/* The number of the slice that starts at an old offset; `slices` are by old places. */
static guint
find_slice (const GArray *slices, gsize old_start)
{
  guint low = 0;
  guint high = slices->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (slices, LecternPiece, middle).old_start <= old_start)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Marks the slices (by old places) that stay. A Fenwick tree over the old places holds the heaviest
 * sequence that ends at or before each. */
static void
choose_kept (const GArray *pieces, const GArray *by_old, gboolean *kept)
{
  guint n = by_old->len;
  g_autofree gsize *weights = g_new0 (gsize, n);
  g_autofree guint *before = g_new (guint, n);
  g_autofree guint *best = g_new (guint, n + 1); /* of the tree: slice number + 1, 0 = none */
  guint top = 0;

  memset (best, 0, (n + 1) * sizeof *best);
  for (guint i = 0; i < pieces->len; i++)
    {
      const LecternPiece *piece = &g_array_index (pieces, LecternPiece, i);
      guint slice;

      if (piece->text != NULL)
        continue;
      slice = find_slice (by_old, piece->old_start);
      before[slice] = 0;
      for (guint k = slice; k > 0; k -= k & -k)
        if (best[k] != 0 && weights[best[k] - 1] > weights[slice])
          {
            weights[slice] = weights[best[k] - 1];
            before[slice] = best[k];
          }
      weights[slice] += piece->length;
      for (guint k = slice + 1; k <= n; k += k & -k)
        if (best[k] == 0 || weights[best[k] - 1] < weights[slice])
          best[k] = slice + 1;
      if (top == 0 || weights[slice] > weights[top - 1])
        top = slice + 1;
    }
  for (; top != 0; top = before[top - 1])
    kept[top - 1] = TRUE;
}

typedef struct
{
  LecternEdits *edits;
  const GArray *by_old;
  const gboolean *kept;
  guint next;      /* the next slice by old places */
  gsize kept_end;  /* where the last kept slice ends in the old text */
  gsize moved_end; /* where the last moved one after it does, or G_MAXSIZE */
  gsize target;    /* where what is moved comes to */
  GByteArray *text;
  GArray *moves_here; /* what comes into this gap */
  GBytes *lead;       /* text before anything moved */
} ViewMaker;

static void
add_replacement (LecternEdits *edits, gsize start, gsize end, GBytes *text)
{
  LecternEdit edit = { { start, end }, text != NULL ? text : g_bytes_new_static ("", 0), 0 };

  g_array_append_val (edits->replacements, edit);
}

/* The text gathered since the last slice belongs to the beginning of the gap, or goes with what was
 * moved last. */
static void
flush_text (ViewMaker *maker)
{
  GBytes *text;

  if (maker->text->len == 0)
    return;
  text = g_bytes_new (maker->text->data, maker->text->len);
  g_byte_array_set_size (maker->text, 0);
  if (maker->moved_end == G_MAXSIZE)
    maker->lead = text;
  else
    add_replacement (maker->edits, maker->moved_end, maker->moved_end, text);
}

/* Ends the gap in the old text between the last kept slice and `end`: what no slice holds there is
 * deleted; the text at its beginning replaces the first of that, if it stands there. */
static void
end_gap (ViewMaker *maker, gsize end)
{
  gsize at = maker->kept_end;

  flush_text (maker);
  maker->target = at;
  while (at < end || maker->lead != NULL)
    {
      const LecternPiece *slice = maker->next < maker->by_old->len
                                      ? &g_array_index (maker->by_old, LecternPiece, maker->next)
                                      : NULL;
      gsize stop = slice != NULL && slice->old_start < end ? slice->old_start : end;

      if (stop > at || maker->lead != NULL)
        {
          if (maker->lead != NULL)
            maker->target = stop;
          add_replacement (maker->edits, at, stop, g_steal_pointer (&maker->lead));
        }
      at = stop;
      if (slice != NULL && slice->old_start == stop && stop < end)
        {
          at = stop + slice->length;
          maker->next++;
        }
    }
  for (guint i = 0; i < maker->moves_here->len; i++)
    {
      LecternEdit move = g_array_index (maker->moves_here, LecternEdit, i);

      move.to = maker->target;
      g_array_append_val (maker->edits->moves, move);
    }
  g_array_set_size (maker->moves_here, 0);
  maker->moved_end = G_MAXSIZE;
}

static void
add_piece (ViewMaker *maker, const LecternPiece *piece)
{
  LecternEdit move = { { piece->old_start, piece->old_start + piece->length }, NULL, 0 };

  if (piece->text != NULL)
    {
      g_byte_array_append (maker->text, g_bytes_get_data (piece->text, NULL), (guint)piece->length);
      return;
    }
  if (maker->kept == NULL || maker->kept[find_slice (maker->by_old, piece->old_start)])
    {
      end_gap (maker, piece->old_start);
      maker->kept_end = piece->old_start + piece->length;
      maker->next++;
      return;
    }
  flush_text (maker);
  g_array_append_val (maker->moves_here, move);
  maker->moved_end = move.span.end;
}

static int
compare_replacements (gconstpointer a, gconstpointer b)
{
  const LecternEdit *one = a;
  const LecternEdit *two = b;

  if (one->span.start != two->span.start)
    return one->span.start < two->span.start ? -1 : 1;
  return one->span.end < two->span.end ? -1 : one->span.end > two->span.end;
}

static void
make_views (LecternEdits *edits)
{
  const GArray *pieces = _lectern_edits_get_pieces (edits);
  g_autofree gboolean *kept = NULL;
  gboolean in_order;
  ViewMaker maker = { .edits = edits, .moved_end = G_MAXSIZE };

  edits->by_old = list_slices (pieces, &in_order);
  if (!in_order)
    {
      g_array_sort (edits->by_old, compare_old_starts);
      kept = g_new0 (gboolean, edits->by_old->len);
      choose_kept (pieces, edits->by_old, kept);
    }
  edits->moves = g_array_new (FALSE, FALSE, sizeof (LecternEdit));
  edits->replacements = g_array_new (FALSE, FALSE, sizeof (LecternEdit));
  g_array_set_clear_func (edits->replacements, clear_edit);
  maker.by_old = edits->by_old;
  maker.kept = kept;
  maker.text = g_byte_array_new ();
  maker.moves_here = g_array_new (FALSE, FALSE, sizeof (LecternEdit));
  for (guint i = 0; i < pieces->len; i++)
    add_piece (&maker, &g_array_index (pieces, LecternPiece, i));
  end_gap (&maker, edits->old_length);
  g_byte_array_unref (maker.text);
  g_array_unref (maker.moves_here);
  /* Texts that go with what is moved were added out of order. */
  g_array_sort (edits->replacements, compare_replacements);
}

static void
ensure_views (LecternEdits *edits)
{
  g_mutex_lock (&edits->lock);
  if (edits->replacements == NULL)
    make_views (edits);
  g_mutex_unlock (&edits->lock);
}

/**
 * lectern_edits_get_n_replacements:
 * @edits: edits
 *
 * Counts the replacements.
 *
 * Returns: the number of replacements
 */
guint
lectern_edits_get_n_replacements (LecternEdits *edits)
{
  g_return_val_if_fail (edits != NULL, 0);

  ensure_views (edits);
  return edits->replacements->len;
}

/**
 * lectern_edits_get_replacement:
 * @edits: edits
 * @n: a number from 0, less than the number of replacements
 * @old_span: (out caller-allocates): where to put the span that is replaced, in bytes of the old
 *   text
 *
 * Gets a replacement. They come in the order of the old text and do not overlap. Together with the
 * moves they say all that was changed.
 *
 * Returns: (transfer none): the new text, maybe empty
 */
GBytes *
lectern_edits_get_replacement (LecternEdits *edits, guint n, LecternSpan *old_span)
{
  const LecternEdit *edit;

  g_return_val_if_fail (edits != NULL, NULL);
  g_return_val_if_fail (old_span != NULL, NULL);

  *old_span = (LecternSpan){ 0, 0 };
  ensure_views (edits);
  g_return_val_if_fail (n < edits->replacements->len, NULL);
  edit = &g_array_index (edits->replacements, LecternEdit, n);
  *old_span = edit->span;
  return edit->text;
}

/**
 * lectern_edits_get_n_moves:
 * @edits: edits
 *
 * Counts the moves.
 *
 * Returns: the number of moves
 */
guint
lectern_edits_get_n_moves (LecternEdits *edits)
{
  g_return_val_if_fail (edits != NULL, 0);

  ensure_views (edits);
  return edits->moves->len;
}

/**
 * lectern_edits_get_move:
 * @edits: edits
 * @n: a number from 0, less than the number of moves
 * @old_span: (out caller-allocates): where to put the span that is moved, in bytes of the old text
 *
 * Gets a move, with the meaning of [method@Lectern.Edits.move].
 *
 * Returns: where it is moved to, in bytes of the old text
 */
gsize
lectern_edits_get_move (LecternEdits *edits, guint n, LecternSpan *old_span)
{
  const LecternEdit *edit;

  g_return_val_if_fail (edits != NULL, 0);
  g_return_val_if_fail (old_span != NULL, 0);

  *old_span = (LecternSpan){ 0, 0 };
  ensure_views (edits);
  g_return_val_if_fail (n < edits->moves->len, 0);
  edit = &g_array_index (edits->moves, LecternEdit, n);
  *old_span = edit->span;
  return edit->to;
}

/**
 * lectern_edits_map_offset:
 * @edits: edits
 * @old_offset: an offset in bytes of the old text
 * @new_offset: (out): where to put the offset in bytes of the new text
 *
 * Finds where a byte of the old text is in the new one. The end of the old text is the end of the
 * new. For a byte that is gone, the place after the last byte before it that is not.
 *
 * Returns: whether the byte is still there
 */
gboolean
lectern_edits_map_offset (LecternEdits *edits, gsize old_offset, gsize *new_offset)
{
  const LecternPiece *slice;

  g_return_val_if_fail (edits != NULL, FALSE);
  g_return_val_if_fail (new_offset != NULL, FALSE);

  *new_offset = edits->new_length;
  if (old_offset >= edits->old_length)
    return old_offset == edits->old_length;
  ensure_views (edits);
  *new_offset = 0;
  if (edits->by_old->len == 0)
    return FALSE;
  slice = &g_array_index (edits->by_old, LecternPiece, find_slice (edits->by_old, old_offset));
  if (old_offset < slice->old_start)
    return FALSE;
  *new_offset = slice->new_start + MIN (old_offset - slice->old_start, slice->length);
  return old_offset - slice->old_start < slice->length;
}

gboolean
_lectern_edits_map_span (LecternEdits *edits, gsize start, gsize end, LecternSpan *span)
{
  guint i;
  gboolean found = FALSE;

  ensure_views (edits);
  i = find_slice (edits->by_old, start);
  for (; i < edits->by_old->len; i++)
    {
      const LecternPiece *slice = &g_array_index (edits->by_old, LecternPiece, i);
      gsize first = MAX (start, slice->old_start);
      gsize last = MIN (end, slice->old_start + slice->length);

      if (slice->old_start >= end)
        break;
      if (first >= last)
        continue;
      first = first - slice->old_start + slice->new_start;
      last = last - slice->old_start + slice->new_start;
      if (found && first < span->end)
        continue;
      if (!found)
        span->start = first;
      span->end = last;
      found = TRUE;
    }
  return found;
}
