/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-utf8-private.h"
#include "model/lectern-edits-private.h"

#include <string.h>

/* Putting edits together from replacements and moves, in whatever order they come. Both are kept by
 * their places in the old text, and so are the places that something is moved to, so that a change
 * is checked against its neighbours only. */

static LecternChange *
change_at (GSequenceIter *iter)
{
  return g_sequence_iter_is_end (iter) ? NULL : g_sequence_get (iter);
}

/* By start; an insertion goes before what begins at the same place. Of equals the later comes
 * after the earlier, as GSequence does it. */
static int
compare_changes (gconstpointer a, gconstpointer b, gpointer data)
{
  const LecternChange *one = a;
  const LecternChange *two = b;
  gboolean one_empty = one->span.start == one->span.end;
  gboolean two_empty = two->span.start == two->span.end;

  if (one->span.start != two->span.start)
    return one->span.start < two->span.start ? -1 : 1;
  return one_empty == two_empty ? 0 : one_empty ? -1 : 1;
}

/* The first change after the insertions at `at`. */
static GSequenceIter *
find_after (GSequence *sequence, gsize at)
{
  LecternChange wanted = { { at, at }, NULL, { 0, 0 } };

  return g_sequence_search (sequence, &wanted, compare_changes, NULL);
}

/* The change that `at` lies strictly within: as changes do not overlap, only the last that starts
 * before it can be. */
static LecternChange *
find_around (GSequence *sequence, gsize at)
{
  LecternChange wanted = { { at - 1, at }, NULL, { 0, 0 } };
  GSequenceIter *iter;
  LecternChange *change;

  if (at == 0)
    return NULL;
  iter = g_sequence_search (sequence, &wanted, compare_changes, NULL);
  if (g_sequence_iter_is_begin (iter))
    return NULL;
  change = g_sequence_get (g_sequence_iter_prev (iter));
  return change->span.end > at ? change : NULL;
}

/* Whether some change shares a byte with the span, or is an insertion strictly within it, or the
 * span is an insertion strictly within a change. With `may_contain`, a change may hold the whole
 * span; with `may_be_within`, the span may hold whole changes. */
static gboolean
overlaps (GSequence *sequence, const LecternSpan *span, gboolean may_contain,
          gboolean may_be_within)
{
  LecternChange *candidates[] = {
    find_around (sequence, span->start),
    find_around (sequence, span->end),
    change_at (find_after (sequence, span->start)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const LecternSpan *other = candidates[i] != NULL ? &candidates[i]->span : NULL;

      if (other == NULL || other->start >= span->end || span->start >= other->end)
        continue;
      if (may_contain && other->start <= span->start && span->end <= other->end)
        continue;
      if (may_be_within && span->start <= other->start && other->end <= span->end)
        continue;
      return TRUE;
    }
  return FALSE;
}

static gboolean
check_span (LecternEdits *edits, const LecternSpan *span, GError **error)
{
  if (edits->replaced == NULL)
    {
      _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL, "these edits cannot be changed");
      return FALSE;
    }
  if (span->start > span->end || span->end > edits->old_length)
    {
      _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL,
                          "there is no span %" G_GSIZE_FORMAT "–%" G_GSIZE_FORMAT
                          " in a text of %" G_GSIZE_FORMAT " bytes",
                          span->start, span->end, edits->old_length);
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_overlap (GError **error, const LecternSpan *span)
{
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL,
                      "the edit of %" G_GSIZE_FORMAT "–%" G_GSIZE_FORMAT " overlaps another",
                      span->start, span->end);
  return FALSE;
}

static void
add_change (GSequence *sequence, const LecternChange *change)
{
  g_sequence_insert_sorted (sequence, g_memdup2 (change, sizeof *change), compare_changes, NULL);
}

/* Whether a span lies behind all that is changed so far, so that nothing need be looked for. */
static gboolean
comes_last (LecternEdits *edits, const LecternSpan *span)
{
  GSequenceIter *iter = g_sequence_get_end_iter (edits->replaced);
  const LecternChange *last;

  if (!g_sequence_is_empty (edits->moved))
    return FALSE;
  if (g_sequence_iter_is_begin (iter))
    return TRUE;
  last = g_sequence_get (g_sequence_iter_prev (iter));
  return last->span.end < span->start;
}

/**
 * lectern_edits_replace:
 * @edits: edits made with [ctor@Lectern.Edits.new]
 * @span: what is replaced, in bytes of the old text; an empty span inserts
 * @text: (array length=length) (element-type guint8): the new text in UTF-8
 * @length: its length in bytes, or -1 if it ends with NUL
 * @error: return location for an error
 *
 * Replaces a span of the old text. Replacements may come in any order; what is inserted later at
 * the same place comes after what was inserted before. What is inserted at the end of a span that
 * is moved goes with it.
 *
 * Fails with `LECTERN_ERROR_EDIT` where the span is not in the old text or overlaps another that is
 * replaced or moved, and with `LECTERN_ERROR_ENCODING` where @text is not UTF-8. Whether the span
 * lies between characters is seen only where the old text is known
 * ([method@Lectern.Edits.apply]).
 *
 * Returns: whether it could be done
 */
gboolean
lectern_edits_replace (LecternEdits *edits, const LecternSpan *span, const char *text,
                       gssize length, GError **error)
{
  LecternChange change = { 0 };
  gsize size;
  gsize bad_offset;
  gboolean last;

  g_return_val_if_fail (edits != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);
  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  size = length < 0 ? strlen (text) : (gsize)length;
  if (!check_span (edits, span, error))
    return FALSE;
  if (!_lectern_utf8_check (text, size, &bad_offset))
    {
      _lectern_set_error (error, LECTERN_ERROR_ENCODING, NULL, NULL,
                          "the new text is not UTF-8 at byte %" G_GSIZE_FORMAT, bad_offset);
      return FALSE;
    }
  last = comes_last (edits, span);
  if (!last
      && (overlaps (edits->replaced, span, FALSE, FALSE)
          || overlaps (edits->moved, span, TRUE, FALSE)
          || overlaps (edits->targets, span, FALSE, FALSE)))
    return set_overlap (error, span);
  if (span->start == span->end && size == 0)
    return TRUE;
  change.span = *span;
  change.text = g_bytes_new (text, size);
  if (last)
    g_sequence_append (edits->replaced, g_memdup2 (&change, sizeof change));
  else
    add_change (edits->replaced, &change);
  _lectern_edits_forget_results (edits);
  edits->new_length = edits->new_length - (span->end - span->start) + size;
  return TRUE;
}

/**
 * lectern_edits_move:
 * @edits: edits made with [ctor@Lectern.Edits.new]
 * @span: what is moved, in bytes of the old text
 * @to: where to, in bytes of the old text
 * @error: return location for an error
 *
 * Moves a span of the old text. What comes to one place stands there in the order of the calls,
 * after what is inserted there. A span may be moved and replacements be made in it.
 *
 * Fails with `LECTERN_ERROR_EDIT` where span or place are not in the old text, the span overlaps
 * another that is moved or crosses one that is replaced, or the place is within one of them.
 *
 * Returns: whether it could be done
 */
gboolean
lectern_edits_move (LecternEdits *edits, const LecternSpan *span, gsize to, GError **error)
{
  LecternSpan place = { to, to };
  LecternChange change = { 0 };

  g_return_val_if_fail (edits != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_span (edits, span, error) || !check_span (edits, &place, error))
    return FALSE;
  if (span->start == span->end)
    return TRUE;
  if (overlaps (edits->moved, span, FALSE, FALSE) || overlaps (edits->replaced, span, FALSE, TRUE)
      || overlaps (edits->targets, span, FALSE, FALSE))
    return set_overlap (error, span);
  if (find_around (edits->replaced, to) != NULL || find_around (edits->moved, to) != NULL
      || (span->start < to && to < span->end))
    return set_overlap (error, &place);
  change.span = *span;
  add_change (edits->moved, &change);
  change.span = place;
  change.moved = *span;
  add_change (edits->targets, &change);
  _lectern_edits_forget_results (edits);
  return TRUE;
}

/* Adds the pieces of [start, end) of the old text, with the insertions at its end; `iter` is the
 * first replacement there. Gives the first after it. */
static GSequenceIter *
add_range (LecternEdits *edits, gsize start, gsize end, GSequenceIter *iter)
{
  LecternChange *change;

  for (; (change = change_at (iter)) != NULL; iter = g_sequence_iter_next (iter))
    {
      if (change->span.start > end
          || (change->span.start == end && change->span.end > change->span.start))
        break;
      _lectern_edits_add_slice (edits, start, change->span.start - start);
      _lectern_edits_add_text (edits, g_bytes_ref (change->text));
      start = change->span.end;
    }
  _lectern_edits_add_slice (edits, start, end - start);
  return iter;
}

void
_lectern_edits_build_pieces (LecternEdits *edits)
{
  GSequenceIter *replaced = g_sequence_get_begin_iter (edits->replaced);
  GSequenceIter *moved = g_sequence_get_begin_iter (edits->moved);
  GSequenceIter *target = g_sequence_get_begin_iter (edits->targets);
  gsize at = 0;
  gboolean more = TRUE;

  edits->pieces = _lectern_edits_new_pieces ();
  edits->new_length = 0;
  while (more)
    {
      LecternChange *gone = change_at (moved);
      LecternChange *here = change_at (target);
      gsize stop = edits->old_length;

      more = gone != NULL || here != NULL;
      if (gone != NULL)
        stop = gone->span.start;
      if (here != NULL && here->span.start < stop)
        stop = here->span.start;
      replaced = add_range (edits, at, stop, replaced);
      at = stop;
      for (; here != NULL && here->span.start == at; here = change_at (target))
        {
          add_range (edits, here->moved.start, here->moved.end,
                     find_after (edits->replaced, here->moved.start));
          target = g_sequence_iter_next (target);
        }
      if (gone != NULL && gone->span.start == at)
        {
          at = gone->span.end;
          replaced = find_after (edits->replaced, at);
          moved = g_sequence_iter_next (moved);
        }
    }
}
