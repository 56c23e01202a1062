/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-similarity-private.h"

#include "base/lectern-strings-private.h"
#include "language/lectern-punctuation-private.h"

#include <stdlib.h>
#include <string.h>

#define KEY_MAX_CHARS 128
/* What is shorter is within a longer title by chance. */
#define WITHIN_MIN_CHARS 4

void
_lectern_keys_init (LecternKeys *keys)
{
  keys->chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  keys->grams = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
_lectern_keys_clear (LecternKeys *keys)
{
  g_clear_pointer (&keys->chars, g_array_unref);
  g_clear_pointer (&keys->grams, g_array_unref);
}

static gint
compare_grams (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;

  return one < other ? -1 : one > other;
}

LecternKey
_lectern_keys_add (LecternKeys *keys, const char *text, gsize length)
{
  LecternKey key = { keys->chars->len, 0, 0 };
  const char *end = text + length;
  gunichar before = 0;

  for (const char *p = text; p < end && key.length < KEY_MAX_CHARS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p), half = _lectern_punctuation_get_half (c);
      guint32 gram;

      if (c >= 0xff01 && c <= 0xff5e)
        half = c - 0xfee0;
      c = g_unichar_tolower (half != 0 ? half : c);
      if (g_unichar_isspace (c) || g_unichar_ispunct (c))
        continue;
      gram = (before << 16) ^ c;
      before = c;
      g_array_append_val (keys->chars, c);
      g_array_append_val (keys->grams, gram);
      key.length++;
    }
  if (key.length > 0)
    {
      guint32 *grams = &g_array_index (keys->grams, guint32, key.start);

      qsort (grams, key.length, sizeof *grams, compare_grams);
      key.hash
          = _lectern_hash_bytes ((const char *)&g_array_index (keys->chars, gunichar, key.start),
                                 key.length * sizeof (gunichar), 0);
    }
  return key;
}

gboolean
_lectern_keys_equal (const LecternKeys *keys, const LecternKey *a, const LecternKey *b)
{
  return a->length == b->length && a->hash == b->hash
         && memcmp (&g_array_index (keys->chars, gunichar, a->start),
                    &g_array_index (keys->chars, gunichar, b->start), a->length * sizeof (gunichar))
                == 0;
}

guint
_lectern_keys_compare (const LecternKeys *keys, const LecternKey *a, const LecternKey *b)
{
  const guint32 *one = (const guint32 *)keys->grams->data + a->start;
  const guint32 *other = (const guint32 *)keys->grams->data + b->start;
  guint i = 0, j = 0, shared = 0, shorter = MIN (a->length, b->length);

  if (shorter == 0)
    return 0;
  while (i < a->length && j < b->length)
    if (one[i] == other[j])
      shared++, i++, j++;
    else if (one[i] < other[j])
      i++;
    else
      j++;
  /* The first pair, which has one character only, may miss within. */
  if (shorter >= WITHIN_MIN_CHARS && shared + 1 >= shorter)
    return MAX (LECTERN_ALIKE_MAX * 4 / 5,
                2 * LECTERN_ALIKE_MAX * shared / (a->length + b->length));
  return 2 * LECTERN_ALIKE_MAX * shared / (a->length + b->length);
}
