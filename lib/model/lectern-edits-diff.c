/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-diff-private.h"
#include "model/lectern-edits-private.h"

#include <string.h>

/* The difference between two texts, first by lines, then by characters within what differs. */

/* The longest stretch, in characters of both texts, that is compared character by character. */
#define LONGEST 20000

typedef struct
{
  guint32 *tokens;
  guint32 *offsets; /* of each token, and of the end */
  guint32 n;
} Side;

typedef struct
{
  LecternEdits *edits;
  GBytes *new_text;
  const char *old;
  const char *new;
  const Side *old_lines;
  const Side *new_lines;
  gsize at;        /* how far the old text is dealt with */
  gsize old_start; /* of the stretch whose characters are compared */
  gsize new_start;
  const Side *old_characters;
  const Side *new_characters;
} Diff;

static void
replace (Diff *diff, gsize old_start, gsize old_end, gsize new_start, gsize new_end)
{
  _lectern_edits_add_slice (diff->edits, diff->at, old_start - diff->at);
  if (new_end > new_start)
    _lectern_edits_add_text (
        diff->edits, g_bytes_new_from_bytes (diff->new_text, new_start, new_end - new_start));
  diff->at = old_end;
}

static void
replace_characters (const LecternDiffBox *box, gpointer data)
{
  Diff *diff = data;

  replace (diff, diff->old_start + diff->old_characters->offsets[box->a],
           diff->old_start + diff->old_characters->offsets[box->a_end],
           diff->new_start + diff->new_characters->offsets[box->b],
           diff->new_start + diff->new_characters->offsets[box->b_end]);
}

static void
init_side (Side *side, gsize n)
{
  side->tokens = g_new (guint32, n + 1);
  side->offsets = g_new (guint32, n + 1);
  side->n = 0;
}

static void
clear_side (Side *side)
{
  g_free (side->tokens);
  g_free (side->offsets);
}

/* The next character, where bytes that are no UTF-8 count as characters. */
static gsize
next_character (const char *text, gsize at, gsize length)
{
  gsize most = MIN (length, at + 4);

  do
    at++;
  while (at < most && ((guint8)text[at] & 0xc0) == 0x80);
  return at;
}

static void
split_characters (Side *side, const char *text, gsize length)
{
  init_side (side, length);
  for (gsize at = 0; at < length;)
    {
      gsize next = next_character (text, at, length);
      guint32 token = 0;

      memcpy (&token, text + at, MIN (next - at, sizeof token));
      side->offsets[side->n] = (guint32)at;
      side->tokens[side->n++] = token;
      at = next;
    }
  side->offsets[side->n] = (guint32)length;
}

/* Stretches that differ by lines are compared by characters, if they are not too long. */
static void
refine (const LecternDiffBox *box, gpointer data)
{
  Diff *diff = data;
  gsize old_end = diff->old_lines->offsets[box->a_end];
  gsize new_end = diff->new_lines->offsets[box->b_end];
  Side old;
  Side new;

  diff->old_start = diff->old_lines->offsets[box->a];
  diff->new_start = diff->new_lines->offsets[box->b];
  if (diff->old_start == old_end || diff->new_start == new_end
      || old_end - diff->old_start + new_end - diff->new_start > 3 * (gsize)LONGEST)
    {
      replace (diff, diff->old_start, old_end, diff->new_start, new_end);
      return;
    }
  split_characters (&old, diff->old + diff->old_start, old_end - diff->old_start);
  split_characters (&new, diff->new + diff->new_start, new_end - diff->new_start);
  diff->old_characters = &old;
  diff->new_characters = &new;
  _lectern_diff (old.tokens, old.n, new.tokens, new.n, replace_characters, diff);
  clear_side (&old);
  clear_side (&new);
}

static gsize
count_line_ends (const char *text, gsize length)
{
  gsize n = 0;

  for (gsize at = 0; at < length; at++)
    n += text[at] == '\n' || text[at] == '\r';
  return n;
}

/* Lines as numbers: equal lines (with their ends) get equal numbers. */
static void
split_lines (Side *side, GHashTable *numbers, GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  init_side (side, count_line_ends (data, length) + 1);
  for (gsize at = 0; at < length;)
    {
      gsize end = at;
      GBytes *line;
      gpointer number;

      while (end < length && data[end] != '\n' && data[end] != '\r')
        end++;
      end += end < length;
      line = g_bytes_new_from_bytes (text, at, end - at);
      number = g_hash_table_lookup (numbers, line);
      if (number == NULL)
        {
          number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
          g_hash_table_insert (numbers, g_bytes_ref (line), number);
        }
      g_bytes_unref (line);
      side->offsets[side->n] = (guint32)at;
      side->tokens[side->n++] = GPOINTER_TO_UINT (number);
      at = end;
    }
  side->offsets[side->n] = (guint32)length;
}

/**
 * lectern_edits_new_diff:
 * @old_text: a text of less than 4 GiB in UTF-8
 * @new_text: another
 *
 * Finds the difference between two texts, by lines and within lines by characters, in linear time.
 * What was moved is found as deleted and inserted.
 *
 * Returns: (transfer full): the edits from one to the other
 */
LecternEdits *
lectern_edits_new_diff (GBytes *old_text, GBytes *new_text)
{
  g_autoptr (GHashTable) numbers = NULL;
  Side old;
  Side new;
  Diff diff = { 0 };

  g_return_val_if_fail (old_text != NULL, NULL);
  g_return_val_if_fail (new_text != NULL, NULL);
  g_return_val_if_fail (g_bytes_get_size (old_text) < G_MAXUINT32, NULL);
  g_return_val_if_fail (g_bytes_get_size (new_text) < G_MAXUINT32, NULL);

  numbers
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  split_lines (&old, numbers, old_text);
  split_lines (&new, numbers, new_text);
  diff.old = g_bytes_get_data (old_text, NULL);
  diff.new = g_bytes_get_data (new_text, NULL);
  diff.new_text = new_text;
  diff.edits = _lectern_edits_new_frozen (g_bytes_get_size (old_text));
  diff.old_lines = &old;
  diff.new_lines = &new;
  _lectern_diff (old.tokens, old.n, new.tokens, new.n, refine, &diff);
  _lectern_edits_add_slice (diff.edits, diff.at, g_bytes_get_size (old_text) - diff.at);
  clear_side (&old);
  clear_side (&new);
  return diff.edits;
}
