/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-words-private.h"

#include <string.h>

gint
_lectern_alternative_at (const char *alternatives, const char *p, const char *end)
{
  while (TRUE)
    {
      const char *bar = alternatives;
      gsize n;

      while (*bar != '\0' && *bar != '|')
        bar++;
      n = bar - alternatives;
      if ((gsize)(end - p) >= n
          && (n == 0 || (*p == *alternatives && memcmp (p, alternatives, n) == 0)))
        return n;
      if (*bar == '\0')
        return -1;
      alternatives = bar + 1;
    }
}

/* A character as a number below 256: the byte of an ASCII one, a mixture of the first three bytes
 * of another (the last three at the end of a word). */
static guint
bucket (const char *p, gsize left, gboolean at_end)
{
  const guchar *c = (const guchar *)p;

  if (left == 0)
    return 0;
  if (at_end)
    {
      if (c[-1] < 0x80 || left < 3)
        return c[-1];
      return (c[-1] ^ (c[-2] << 2) ^ (c[-3] << 5)) & 0xff;
    }
  if (c[0] < 0x80 || left < 3)
    return c[0];
  return (c[2] ^ (c[1] << 2) ^ (c[0] << 5)) & 0xff;
}

void
_lectern_words_prepare (LecternWords *words)
{
  for (const char *word = words->list; word != NULL && *word != '\0';)
    {
      gsize n = strcspn (word, "|");
      guint first = bucket (word, n, FALSE), last = bucket (word + n, n, TRUE);

      words->first[first / 32] |= 1u << (first % 32);
      words->last[last / 32] |= 1u << (last % 32);
      word += n + (word[n] == '|');
    }
}

gsize
_lectern_words_begin (const LecternWords *words, const char *p, const char *end)
{
  guint n = p < end ? bucket (p, end - p, FALSE) : 0;
  gint found;

  if ((words->first[n / 32] & (1u << (n % 32))) == 0)
    return 0;
  found = _lectern_alternative_at (words->list, p, end);
  return MAX (found, 0);
}

gsize
_lectern_words_end (const LecternWords *words, const char *start, const char *end)
{
  guint b = start < end ? bucket (end, end - start, TRUE) : 0;

  if ((words->last[b / 32] & (1u << (b % 32))) == 0)
    return 0;
  for (const char *word = words->list; *word != '\0';)
    {
      gsize n = strcspn (word, "|");

      if ((gsize)(end - start) >= n && memcmp (end - n, word, n) == 0)
        return n;
      word += n + (word[n] == '|');
    }
  return 0;
}

gboolean
_lectern_words_within (const LecternWords *words, const char *start, const char *end)
{
  for (; start < end; start++)
    if ((*start & 0xc0) != 0x80 && _lectern_words_begin (words, start, end) > 0)
      return TRUE;
  return FALSE;
}
