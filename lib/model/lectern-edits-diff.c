/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-edits-private.h"

#include <string.h>

/* The difference between two texts: E. Myers, "An O(ND) Difference Algorithm and Its Variations"
 * (1986), in its linear space form, first by lines, then by characters within what differs. Where
 * the two differ in more than LIMIT places the search is given up and the whole stretch replaced,
 * so that time stays linear. */

#define LIMIT 256
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
  guint32 a, a_end, b, b_end;
} Box;

typedef void (*DifferenceFunc) (const Box *box, gpointer data);

/* The state of a search: the furthest places on each diagonal, forward and backward. */
typedef struct
{
  gint64 forward[2 * LIMIT + 3];
  gint64 backward[2 * LIMIT + 3];
} Search;

/* A diagonal that has left the box. */
#define NOWHERE (-((gint64)1 << 40))

#define AT(array, diagonal) ((array)[(diagonal) + LIMIT + 1])

/* One round of the search forward over paths with `d` differences. TRUE where it meets the paths
 * from behind; then `x` and `y` are a place on a best path. */
static gboolean
go_forward (Search *search, const Side *a, const Side *b, const Box *box, int d, guint32 *x,
            guint32 *y)
{
  gint64 n = box->a_end - box->a;
  gint64 m = box->b_end - box->b;
  gint64 delta = n - m;

  for (int k = -d; k <= d; k += 2)
    {
      gint64 i = k == -d || (k != d && AT (search->forward, k - 1) < AT (search->forward, k + 1))
                     ? AT (search->forward, k + 1)
                     : AT (search->forward, k - 1) + 1;

      if (i < 0 || i > n || i - k > m)
        {
          AT (search->forward, k) = NOWHERE;
          continue;
        }
      while (i < n && i - k < m && a->tokens[box->a + i] == b->tokens[box->b + i - k])
        i++;
      AT (search->forward, k) = i;
      if ((delta & 1) != 0 && delta - k >= -(d - 1) && delta - k <= d - 1
          && i + AT (search->backward, delta - k) >= n)
        {
          *x = box->a + (guint32)i;
          *y = box->b + (guint32)(i - k);
          return TRUE;
        }
    }
  return FALSE;
}

/* The same backward; places and diagonals are counted from the end. */
static gboolean
go_backward (Search *search, const Side *a, const Side *b, const Box *box, int d, guint32 *x,
             guint32 *y)
{
  gint64 n = box->a_end - box->a;
  gint64 m = box->b_end - box->b;
  gint64 delta = n - m;

  for (int k = -d; k <= d; k += 2)
    {
      gint64 i = k == -d || (k != d && AT (search->backward, k - 1) < AT (search->backward, k + 1))
                     ? AT (search->backward, k + 1)
                     : AT (search->backward, k - 1) + 1;

      if (i < 0 || i > n || i - k > m)
        {
          AT (search->backward, k) = NOWHERE;
          continue;
        }
      while (i < n && i - k < m
             && a->tokens[box->a_end - 1 - i] == b->tokens[box->b_end - 1 - (i - k)])
        i++;
      AT (search->backward, k) = i;
      if ((delta & 1) == 0 && delta - k >= -d && delta - k <= d
          && i + AT (search->forward, delta - k) >= n)
        {
          *x = box->a_end - (guint32)i;
          *y = box->b_end - (guint32)(i - k);
          return TRUE;
        }
    }
  return FALSE;
}

/* Finds a place in the middle of a best path through the box. */
static gboolean
split (Search *search, const Side *a, const Side *b, const Box *box, guint32 *x, guint32 *y)
{
  AT (search->forward, 1) = 0;
  AT (search->backward, 1) = 0;
  for (int d = 0; d <= LIMIT; d++)
    {
      if (go_forward (search, a, b, box, d, x, y) || go_backward (search, a, b, box, d, x, y))
        return TRUE;
    }
  return FALSE;
}

/* Takes from both ends of the box what is equal. */
static void
trim (const Side *a, const Side *b, Box *box)
{
  while (box->a < box->a_end && box->b < box->b_end && a->tokens[box->a] == b->tokens[box->b])
    {
      box->a++;
      box->b++;
    }
  while (box->a < box->a_end && box->b < box->b_end
         && a->tokens[box->a_end - 1] == b->tokens[box->b_end - 1])
    {
      box->a_end--;
      box->b_end--;
    }
}

/* Calls `func` for each stretch that differs, in order; neighbours are one stretch. */
static void
compare (const Side *a, const Side *b, Box whole, DifferenceFunc func, gpointer data)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autofree Search *search = g_new (Search, 1);
  Box pending = { 0, 0, 0, 0 };

  g_array_append_val (boxes, whole);
  while (boxes->len > 0)
    {
      Box box = g_array_index (boxes, Box, boxes->len - 1);
      guint32 x;
      guint32 y;

      g_array_set_size (boxes, boxes->len - 1);
      trim (a, b, &box);
      if (box.a == box.a_end && box.b == box.b_end)
        continue;
      if (box.a < box.a_end && box.b < box.b_end && split (search, a, b, &box, &x, &y)
          && !(x == box.a && y == box.b) && !(x == box.a_end && y == box.b_end))
        {
          Box first = { box.a, x, box.b, y };
          Box second = { x, box.a_end, y, box.b_end };

          g_array_append_val (boxes, second);
          g_array_append_val (boxes, first);
        }
      else if (box.a == pending.a_end && box.b == pending.b_end)
        {
          pending.a_end = box.a_end;
          pending.b_end = box.b_end;
        }
      else
        {
          if (pending.a < pending.a_end || pending.b < pending.b_end)
            func (&pending, data);
          pending = box;
        }
    }
  if (pending.a < pending.a_end || pending.b < pending.b_end)
    func (&pending, data);
}

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
replace_characters (const Box *box, gpointer data)
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
refine (const Box *box, gpointer data)
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
  compare (&old, &new, (Box){ 0, old.n, 0, new.n }, replace_characters, diff);
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
  compare (&old, &new, (Box){ 0, old.n, 0, new.n }, refine, &diff);
  _lectern_edits_add_slice (diff.edits, diff.at, g_bytes_get_size (old_text) - diff.at);
  clear_side (&old);
  clear_side (&new);
  return diff.edits;
}
