/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include <string.h>

#define OLD_LENGTH 200

static const guint8 *cursor, *limit;

static guint8
next_byte (void)
{
  return cursor < limit ? *cursor++ : 0;
}

static LecternEdits *
next_edits (gsize old_length)
{
  LecternEdits *edits = lectern_edits_new (old_length);

  for (guint n = next_byte () & 7; n > 0; n--)
    {
      LecternSpan span = { next_byte (), 0 };
      guint8 what = next_byte ();
      g_autoptr (GError) error = NULL;
      gboolean done;

      span.end = span.start + (next_byte () & 31);
      if (what & 1)
        done = lectern_edits_move (edits, &span, next_byte (), &error);
      else
        done = lectern_edits_replace (edits, &span, "新的", (what & 2) ? -1 : 3, &error);
      g_assert_true (done == (error == NULL));
    }
  return edits;
}

/* NULL where an edit cuts a character, which only text beyond ASCII can show. */
static GBytes *
apply (LecternEdits *edits, GBytes *text)
{
  g_autoptr (GError) error = NULL;
  GBytes *result = lectern_edits_apply (edits, text, &error);

  if (result == NULL)
    g_assert_error (error, LECTERN_ERROR, LECTERN_ERROR_EDIT);
  else
    g_assert_cmpuint (g_bytes_get_size (result), ==, lectern_edits_get_new_length (edits));
  return result;
}

/* The pieces, put one after another, are the new text. */
static void
check_pieces (LecternEdits *edits, GBytes *old_text, GBytes *new_text)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  const guint8 *old_data = g_bytes_get_data (old_text, NULL);

  for (guint i = 0; i < lectern_edits_get_n_pieces (edits); i++)
    {
      LecternSpan span = { 0, 0 };
      GBytes *piece = lectern_edits_get_piece (edits, i, &span);

      if (piece != NULL)
        g_byte_array_append (out, g_bytes_get_data (piece, NULL), (guint)g_bytes_get_size (piece));
      else
        g_byte_array_append (out, old_data + span.start, (guint)(span.end - span.start));
    }
  g_assert_cmpmem (out->data, out->len, g_bytes_get_data (new_text, NULL),
                   g_bytes_get_size (new_text));
}

/* Two lists of edits one after the other are their composition; and a diff leads from any text to
 * any other. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static char letters[OLD_LENGTH];
  g_autoptr (GBytes) old_text = NULL, middle = NULL, new_text = NULL, at_once = NULL,
                     by_diff = NULL;
  g_autoptr (LecternEdits) first = NULL, second = NULL, both = NULL, diff = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < OLD_LENGTH; i++)
    letters[i] = (char)('a' + i % 23);
  cursor = data;
  limit = data + size;
  old_text = g_bytes_new_static (letters, OLD_LENGTH);
  first = next_edits (OLD_LENGTH);
  middle = apply (first, old_text);
  g_assert_nonnull (middle);
  check_pieces (first, old_text, middle);
  second = next_edits (g_bytes_get_size (middle));
  new_text = apply (second, middle);
  if (new_text == NULL)
    return 0;

  both = lectern_edits_compose (first, second, &error);
  g_assert_no_error (error);
  at_once = apply (both, old_text);
  g_assert_true (g_bytes_equal (at_once, new_text));
  check_pieces (both, old_text, new_text);

  diff = lectern_edits_new_diff (old_text, new_text);
  by_diff = apply (diff, old_text);
  g_assert_true (g_bytes_equal (by_diff, new_text));
  return 0;
}
