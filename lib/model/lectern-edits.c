/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-utf8-private.h"
#include "model/lectern-edits-private.h"

#include <string.h>

/**
 * LecternEdits:
 *
 * What was changed between an old text and a new one: the new text as a list of pieces, each a
 * slice of the old text or new text. No byte of the old text is in two slices.
 *
 * Replacements ([method@Lectern.Edits.get_replacement]) and moves
 * ([method@Lectern.Edits.get_move]) say the same in terms of the old text: an editor applies them
 * all, each to its span, and leaves the rest alone.
 *
 * All offsets are in bytes of the texts in UTF-8, and lie between characters. Edits that a function
 * of the library gave never change and may be used by several threads; those made with
 * [ctor@Lectern.Edits.new] can be added to, by one thread.
 */

G_DEFINE_BOXED_TYPE (LecternEdits, lectern_edits, lectern_edits_ref, lectern_edits_unref)

static void
clear_piece (gpointer piece)
{
  g_clear_pointer (&((LecternPiece *)piece)->text, g_bytes_unref);
}

GArray *
_lectern_edits_new_pieces (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (LecternPiece));

  g_array_set_clear_func (pieces, clear_piece);
  return pieces;
}

static void
free_change (gpointer data)
{
  LecternChange *change = data;

  g_clear_pointer (&change->text, g_bytes_unref);
  g_free (change);
}

LecternEdits *
_lectern_edits_new_frozen (gsize old_length)
{
  LecternEdits *edits = g_new0 (LecternEdits, 1);

  g_atomic_ref_count_init (&edits->references);
  g_mutex_init (&edits->lock);
  edits->old_length = old_length;
  edits->pieces = _lectern_edits_new_pieces ();
  return edits;
}

/**
 * lectern_edits_new:
 * @old_length: the length of the old text in bytes
 *
 * Makes edits that change nothing yet.
 *
 * Returns: (transfer full): the edits
 */
LecternEdits *
lectern_edits_new (gsize old_length)
{
  LecternEdits *edits = _lectern_edits_new_frozen (old_length);

  g_clear_pointer (&edits->pieces, g_array_unref);
  edits->replaced = g_sequence_new (free_change);
  edits->moved = g_sequence_new (free_change);
  edits->targets = g_sequence_new (free_change);
  edits->new_length = old_length;
  return edits;
}

/**
 * lectern_edits_ref:
 * @edits: edits
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @edits
 */
LecternEdits *
lectern_edits_ref (LecternEdits *edits)
{
  g_return_val_if_fail (edits != NULL, NULL);

  g_atomic_ref_count_inc (&edits->references);
  return edits;
}

/* The pieces and the views, which come from the changes. */
void
_lectern_edits_forget_results (LecternEdits *edits)
{
  g_clear_pointer (&edits->pieces, g_array_unref);
  g_clear_pointer (&edits->replacements, g_array_unref);
  g_clear_pointer (&edits->moves, g_array_unref);
  g_clear_pointer (&edits->by_old, g_array_unref);
}

/**
 * lectern_edits_unref:
 * @edits: (transfer full): edits
 *
 * Drops a reference.
 */
void
lectern_edits_unref (LecternEdits *edits)
{
  g_return_if_fail (edits != NULL);

  if (!g_atomic_ref_count_dec (&edits->references))
    return;
  _lectern_edits_forget_results (edits);
  g_clear_pointer (&edits->replaced, g_sequence_free);
  g_clear_pointer (&edits->moved, g_sequence_free);
  g_clear_pointer (&edits->targets, g_sequence_free);
  g_mutex_clear (&edits->lock);
  g_free (edits);
}

void
_lectern_edits_add_slice (LecternEdits *edits, gsize old_start, gsize length)
{
  GArray *pieces = edits->pieces;
  LecternPiece piece = { old_start, edits->new_length, length, NULL };

  if (length == 0)
    return;
  edits->new_length += length;
  if (pieces->len > 0)
    {
      LecternPiece *last = &g_array_index (pieces, LecternPiece, pieces->len - 1);

      if (last->text == NULL && last->old_start + last->length == old_start)
        {
          last->length += length;
          return;
        }
    }
  g_array_append_val (pieces, piece);
}

void
_lectern_edits_add_text (LecternEdits *edits, GBytes *text)
{
  LecternPiece piece = { 0, edits->new_length, g_bytes_get_size (text), text };

  if (piece.length == 0)
    {
      g_bytes_unref (text);
      return;
    }
  edits->new_length += piece.length;
  g_array_append_val (edits->pieces, piece);
}

const GArray *
_lectern_edits_get_pieces (LecternEdits *edits)
{
  if (edits->pieces == NULL)
    _lectern_edits_build_pieces (edits);
  return edits->pieces;
}

guint
_lectern_edits_find_piece (const GArray *pieces, gsize new_offset)
{
  guint low = 0;
  guint high = pieces->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (pieces, LecternPiece, middle).new_start <= new_offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * lectern_edits_get_old_length:
 * @edits: edits
 *
 * Gets the length of the old text.
 *
 * Returns: the length in bytes
 */
gsize
lectern_edits_get_old_length (LecternEdits *edits)
{
  g_return_val_if_fail (edits != NULL, 0);

  return edits->old_length;
}

/**
 * lectern_edits_get_new_length:
 * @edits: edits
 *
 * Gets the length of the new text.
 *
 * Returns: the length in bytes
 */
gsize
lectern_edits_get_new_length (LecternEdits *edits)
{
  g_return_val_if_fail (edits != NULL, 0);

  return edits->new_length;
}

/**
 * lectern_edits_get_n_pieces:
 * @edits: edits
 *
 * Counts the pieces that the new text consists of.
 *
 * Returns: the number of pieces
 */
guint
lectern_edits_get_n_pieces (LecternEdits *edits)
{
  g_return_val_if_fail (edits != NULL, 0);

  return _lectern_edits_get_pieces (edits)->len;
}

/**
 * lectern_edits_get_piece:
 * @edits: edits
 * @n: a number from 0, less than the number of pieces
 * @old_span: (out caller-allocates): where to put the span of a slice of the old text, in bytes;
 *   all zero for new text
 *
 * Gets a piece of the new text.
 *
 * Returns: (transfer none) (nullable): new text, or %NULL for a slice of the old text
 */
GBytes *
lectern_edits_get_piece (LecternEdits *edits, guint n, LecternSpan *old_span)
{
  const GArray *pieces;
  const LecternPiece *piece;

  g_return_val_if_fail (edits != NULL, NULL);
  g_return_val_if_fail (old_span != NULL, NULL);

  *old_span = (LecternSpan){ 0, 0 };
  pieces = _lectern_edits_get_pieces (edits);
  g_return_val_if_fail (n < pieces->len, NULL);
  piece = &g_array_index (pieces, LecternPiece, n);
  if (piece->text == NULL)
    *old_span = (LecternSpan){ piece->old_start, piece->old_start + piece->length };
  return piece->text;
}

/* Adds to `result` what [start, end) of the text after `first` is made of. */
static void
add_composed (LecternEdits *result, LecternEdits *first, gsize start, gsize end)
{
  const GArray *pieces = _lectern_edits_get_pieces (first);

  for (guint i = _lectern_edits_find_piece (pieces, start); start < end; i++)
    {
      const LecternPiece *piece = &g_array_index (pieces, LecternPiece, i);
      gsize skipped = start - piece->new_start;
      gsize length = MIN (end - start, piece->length - skipped);

      if (piece->text == NULL)
        _lectern_edits_add_slice (result, piece->old_start + skipped, length);
      else
        _lectern_edits_add_text (result, g_bytes_new_from_bytes (piece->text, skipped, length));
      start += length;
    }
}

/**
 * lectern_edits_compose:
 * @first: edits from one text to a second
 * @second: edits from the second text to a third
 * @error: return location for an error
 *
 * Makes edits that do what two do one after the other.
 *
 * Fails with `LECTERN_ERROR_EDIT` where @second does not begin with a text as long as that which
 * @first ends with.
 *
 * Returns: (transfer full) (nullable): the edits
 */
LecternEdits *
lectern_edits_compose (LecternEdits *first, LecternEdits *second, GError **error)
{
  LecternEdits *result;
  const GArray *pieces;

  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (second != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (first->new_length != second->old_length)
    {
      _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL,
                          "edits of a text of %" G_GSIZE_FORMAT
                          " bytes do not follow edits that give %" G_GSIZE_FORMAT,
                          second->old_length, first->new_length);
      return NULL;
    }
  result = _lectern_edits_new_frozen (first->old_length);
  pieces = _lectern_edits_get_pieces (second);
  for (guint i = 0; i < pieces->len; i++)
    {
      const LecternPiece *piece = &g_array_index (pieces, LecternPiece, i);

      if (piece->text != NULL)
        _lectern_edits_add_text (result, g_bytes_ref (piece->text));
      else
        add_composed (result, first, piece->old_start, piece->old_start + piece->length);
    }
  return result;
}

static gboolean
is_boundary (const char *text, gsize length, gsize offset)
{
  return offset == length || ((guint8)text[offset] & 0xc0) != 0x80;
}

/**
 * lectern_edits_apply:
 * @edits: edits
 * @old_text: the old text
 * @error: return location for an error
 *
 * Makes the new text.
 *
 * Fails with `LECTERN_ERROR_EDIT` where @old_text has another length than the text that the edits
 * are for, or a span begins or ends within a character of it.
 *
 * Returns: (transfer full) (nullable): the new text
 */
GBytes *
lectern_edits_apply (LecternEdits *edits, GBytes *old_text, GError **error)
{
  const GArray *pieces;
  const char *old;
  char *new;
  gsize length;

  g_return_val_if_fail (edits != NULL, NULL);
  g_return_val_if_fail (old_text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  old = g_bytes_get_data (old_text, &length);
  if (length != edits->old_length)
    {
      _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL,
                          "the text has %" G_GSIZE_FORMAT " bytes, not %" G_GSIZE_FORMAT, length,
                          edits->old_length);
      return NULL;
    }
  pieces = _lectern_edits_get_pieces (edits);
  new = g_malloc (edits->new_length + 1);
  for (guint i = 0; i < pieces->len; i++)
    {
      const LecternPiece *piece = &g_array_index (pieces, LecternPiece, i);

      if (piece->text != NULL)
        memcpy (new + piece->new_start, g_bytes_get_data (piece->text, NULL), piece->length);
      else if (is_boundary (old, length, piece->old_start)
               && is_boundary (old, length, piece->old_start + piece->length))
        memcpy (new + piece->new_start, old + piece->old_start, piece->length);
      else
        {
          g_free (new);
          _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL,
                              "an edit at byte %" G_GSIZE_FORMAT " or %" G_GSIZE_FORMAT
                              " cuts a character",
                              piece->old_start, piece->old_start + piece->length);
          return NULL;
        }
    }
  return g_bytes_new_take (new, edits->new_length);
}
