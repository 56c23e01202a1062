/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-hunks-private.h"

#include "language/lectern-numerals-private.h"
#include "language/lectern-punctuation-private.h"
#include "model/lectern-diff-private.h"

#include <string.h>

/* Words have tokens from here on; a character is its own token. */
#define FIRST_WORD 0x110000
/* So many words between two hunks may be the same by chance. */
#define CHANCE 3
/* Of 100 words, how many both must have, or the whole is another text. */
#define SHARED 30

typedef enum
{
  TOKEN_OTHER,
  TOKEN_HAN,
  TOKEN_FIGURE,
  TOKEN_MARK
} TokenClass;

typedef struct
{
  guint32 *tokens;
  guint32 *offsets; /* of each token, and of the end */
  guint8 *classes;
  guint32 n;
  gsize start; /* that the offsets count from */
} Side;

typedef struct
{
  const Side *sides[2];
  GArray *boxes; /* LecternDiffBox */
} Hunks;

static gboolean
is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
}

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* 12, 3.5, 1,200 */
static gsize
pass_digits (const char *text, gsize at, gsize end)
{
  while (at < end
         && (is_digit (text[at])
             || ((text[at] == '.' || text[at] == ',') && at + 1 < end && is_digit (text[at + 1]))))
    at++;
  return at;
}

/* The end of the token that begins at `at`. */
static gsize
next_token (const char *text, gsize at, gsize end, TokenClass *class)
{
  gunichar c = g_utf8_get_char (text + at), half;
  LecternNumeralStyle style;
  gsize length;
  guint value;

  *class = TOKEN_OTHER;
  if (is_digit (text[at]))
    {
      *class = TOKEN_FIGURE;
      return pass_digits (text, at, end);
    }
  if (g_ascii_isalpha (text[at]))
    {
      while (at < end && g_ascii_isalpha (text[at]))
        at++;
      return at;
    }
  length = c >= 0x80 ? _lectern_numeral_parse (text + at, end - at, &value, &style) : 0;
  if (length > 0)
    {
      *class = TOKEN_FIGURE;
      return at + length;
    }
  half = _lectern_punctuation_get_half (c);
  if (is_han (c))
    *class = TOKEN_HAN;
  else if (g_unichar_ispunct (half != 0 ? half : c) || g_unichar_isspace (c))
    *class = TOKEN_MARK;
  return (gsize)(g_utf8_next_char (text + at) - text);
}

static void
read_side (Side *side, GHashTable *words, const char *text, const LecternSpan *span)
{
  gsize length = span->end - span->start;

  side->tokens = g_new (guint32, length + 1);
  side->offsets = g_new (guint32, length + 1);
  side->classes = g_new (guint8, length + 1);
  side->n = 0;
  side->start = span->start;
  for (gsize at = span->start; at < span->end;)
    {
      TokenClass class;
      gsize next = next_token (text, at, span->end, &class);
      gunichar c = g_utf8_get_char (text + at);

      side->offsets[side->n] = (guint32)(at - span->start);
      side->classes[side->n] = (guint8) class;
      side->tokens[side->n] = c;
      if ((gsize)(g_utf8_next_char (text + at) - text) < next)
        {
          char *word = g_strndup (text + at, next - at);
          gpointer number = g_hash_table_lookup (words, word);

          if (number == NULL)
            {
              number = GUINT_TO_POINTER (FIRST_WORD + g_hash_table_size (words));
              g_hash_table_insert (words, word, number);
            }
          else
            g_free (word);
          side->tokens[side->n] = GPOINTER_TO_UINT (number);
        }
      side->n++;
      at = next;
    }
  side->offsets[side->n] = (guint32)length;
}

static void
clear_side (Side *side)
{
  g_free (side->tokens);
  g_free (side->offsets);
  g_free (side->classes);
}

static gboolean
is_figure (const Hunks *hunks, const LecternDiffBox *box)
{
  return box->a_end - box->a == 1 && box->b_end - box->b == 1
         && hunks->sides[0]->classes[box->a] == TOKEN_FIGURE
         && hunks->sides[1]->classes[box->b] == TOKEN_FIGURE;
}

static guint32
size_of (const LecternDiffBox *box)
{
  return MAX (box->a_end - box->a, box->b_end - box->b);
}

/* Whether what stands between two boxes is the same by chance only. A mark parts what it stands
 * between, and a figure that changed has changed by itself. */
static gboolean
is_chance (const Hunks *hunks, const LecternDiffBox *before, const LecternDiffBox *after)
{
  guint32 between = after->a - before->a_end;

  if (is_figure (hunks, before) || is_figure (hunks, after) || between > CHANCE
      || between > MAX (size_of (before), size_of (after)))
    return FALSE;
  for (guint32 i = before->a_end; i < after->a; i++)
    if (hunks->sides[0]->classes[i] == TOKEN_MARK)
      return FALSE;
  return TRUE;
}

static void
add_box (const LecternDiffBox *box, gpointer data)
{
  Hunks *hunks = data;
  LecternDiffBox merged = *box;

  while (hunks->boxes->len > 0)
    {
      const LecternDiffBox *last
          = &g_array_index (hunks->boxes, LecternDiffBox, hunks->boxes->len - 1);

      if (!is_chance (hunks, last, &merged))
        break;
      merged.a = last->a;
      merged.b = last->b;
      g_array_set_size (hunks->boxes, hunks->boxes->len - 1);
    }
  g_array_append_val (hunks->boxes, merged);
}

/* One character in the place of another is mostly half of a word. */
static void
widen (const Hunks *hunks)
{
  guint32 before = 0;

  for (guint i = 0; i < hunks->boxes->len; i++)
    {
      LecternDiffBox *box = &g_array_index (hunks->boxes, LecternDiffBox, i);

      if (box->a_end - box->a == 1 && box->b_end - box->b == 1 && box->a > before
          && hunks->sides[0]->classes[box->a] == TOKEN_HAN
          && hunks->sides[1]->classes[box->b] == TOKEN_HAN
          && hunks->sides[0]->classes[box->a - 1] == TOKEN_HAN)
        {
          box->a--;
          box->b--;
        }
      before = box->a_end + 1;
    }
}

/* A text that has hardly a word of the other is another text. */
static void
give_up (const Hunks *hunks)
{
  guint32 shared = hunks->sides[0]->n, most = MAX (hunks->sides[0]->n, hunks->sides[1]->n);
  LecternDiffBox *first = &g_array_index (hunks->boxes, LecternDiffBox, 0);
  LecternDiffBox *last = &g_array_index (hunks->boxes, LecternDiffBox, hunks->boxes->len - 1);

  for (guint i = 0; i < hunks->boxes->len; i++)
    {
      const LecternDiffBox *box = &g_array_index (hunks->boxes, LecternDiffBox, i);

      if (is_figure (hunks, box))
        return;
      shared -= box->a_end - box->a;
    }
  if ((guint64)shared * 100 >= (guint64)most * SHARED)
    return;
  first->a_end = last->a_end;
  first->b_end = last->b_end;
  g_array_set_size (hunks->boxes, 1);
}

static GArray *
make_hunks (const Hunks *hunks)
{
  const Side *old = hunks->sides[0], *new = hunks->sides[1];
  GArray *made = g_array_sized_new (FALSE, FALSE, sizeof (LecternHunk), hunks->boxes->len);

  for (guint i = 0; i < hunks->boxes->len; i++)
    {
      const LecternDiffBox *box = &g_array_index (hunks->boxes, LecternDiffBox, i);
      LecternHunk hunk
          = { { old->start + old->offsets[box->a], old->start + old->offsets[box->a_end] },
              { new->start + new->offsets[box->b], new->start + new->offsets[box->b_end] },
              is_figure (hunks, box) };

      g_array_append_val (made, hunk);
    }
  return made;
}

GArray *
_lectern_hunks_new (const char *old_text, const LecternSpan *old_span, const char *new_text,
                    const LecternSpan *new_span)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (LecternDiffBox));
  Side old, new;
  Hunks hunks = { { &old, &new }, boxes };
  GArray *made;

  read_side (&old, words, old_text, old_span);
  read_side (&new, words, new_text, new_span);
  _lectern_diff (old.tokens, old.n, new.tokens, new.n, add_box, &hunks);
  if (boxes->len > 1)
    give_up (&hunks);
  widen (&hunks);
  made = make_hunks (&hunks);
  clear_side (&old);
  clear_side (&new);
  return made;
}
