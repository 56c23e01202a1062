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

gint
_lectern_alternative_before (const char *alternatives, const char *start, const char *p)
{
  while (TRUE)
    {
      const char *bar = alternatives;
      gsize n;

      while (*bar != '\0' && *bar != '|')
        bar++;
      n = bar - alternatives;
      if ((gsize)(p - start) >= n
          && (n == 0 || (p[-1] == bar[-1] && memcmp (p - n, alternatives, n) == 0)))
        return n;
      if (*bar == '\0')
        return -1;
      alternatives = bar + 1;
    }
}

void
_lectern_alternatives_prepare (LecternAlternatives *a)
{
  const char *word = a->list;

  while (word != NULL)
    {
      gsize n = strcspn (word, "|");

      g_assert (a->n_words < LECTERN_ALTERNATIVES_MAX && word + n - a->list < G_MAXUINT8);
      /* The empty alternative fits everywhere. */
      a->filter |= n == 0 ? G_MAXUINT64 : (guint64)1 << _lectern_alternatives_bit (word, n);
      a->starts[a->n_words++] = (guint8)(word - a->list);
      word += n + 1;
      a->starts[a->n_words] = (guint8)(word - a->list);
      if (word[-1] == '\0')
        return;
    }
}

gint
_lectern_alternatives_find (const LecternAlternatives *a, const char *p, const char *end)
{
  gsize left = (gsize)(end - p);

  for (guint i = 0; i < a->n_words; i++)
    {
      const char *word = a->list + a->starts[i];
      gsize n = a->starts[i + 1] - a->starts[i] - 1u;

      if (left >= n && (n == 0 || (*p == *word && memcmp (p, word, n) == 0)))
        return (gint)n;
    }
  return -1;
}

/* A character as a number below 128, from its first three bytes. */
static inline guint
bucket (const guchar *c, gsize left)
{
  if (c[0] < 0x80 || left < 3)
    return c[0] & 0x7f;
  return (c[2] ^ (c[1] << 3) ^ (c[0] << 5)) & 0x7f;
}

/* The last character of [start, end). */
static inline const char *
last_char (const char *start, const char *end)
{
  do
    end--;
  while (end > start && ((guchar)*end & 0xc0) == 0x80);
  return end;
}

/* Appended at the end of its chain, so that the order of the list holds. */
static void
chain (guint8 *head, guint8 *next, guint word)
{
  while (*head != 0)
    head = &next[*head - 1];
  *head = word + 1;
}

void
_lectern_words_prepare (LecternWords *words)
{
  const char *word = words->list;

  while (word != NULL && *word != '\0')
    {
      gsize n = strcspn (word, "|");
      guint i = words->n_words++;
      const char *last = last_char (word, word + n);

      g_assert (i < LECTERN_WORDS_MAX);
      words->offsets[i] = word - words->list;
      chain (&words->first[bucket ((const guchar *)word, n)], words->next_first, i);
      chain (&words->last[bucket ((const guchar *)last, word + n - last)], words->next_last, i);
      word += n + (word[n] == '|');
      words->offsets[i + 1] = word - words->list + (*word == '\0');
    }
}

static inline gsize
word_length (const LecternWords *words, guint i)
{
  return words->offsets[i + 1] - words->offsets[i] - 1;
}

gsize
_lectern_words_begin (const LecternWords *words, const char *p, const char *end)
{
  guint i;

  if (p >= end)
    return 0;
  for (i = words->first[bucket ((const guchar *)p, end - p)]; i != 0; i = words->next_first[i - 1])
    {
      gsize n = word_length (words, i - 1);

      if ((gsize)(end - p) >= n && memcmp (p, words->list + words->offsets[i - 1], n) == 0)
        return n;
    }
  return 0;
}

gsize
_lectern_words_end (const LecternWords *words, const char *start, const char *end)
{
  const char *last;
  guint i;

  if (start >= end)
    return 0;
  last = last_char (start, end);
  for (i = words->last[bucket ((const guchar *)last, end - last)]; i != 0;
       i = words->next_last[i - 1])
    {
      gsize n = word_length (words, i - 1);

      if ((gsize)(end - start) >= n
          && memcmp (end - n, words->list + words->offsets[i - 1], n) == 0)
        return n;
    }
  return 0;
}

gboolean
_lectern_words_within (const LecternWords *words, const char *start, const char *end)
{
  /* At nearly all characters no word begins. */
  for (; start < end; start++)
    if ((*start & 0xc0) != 0x80
        && words->first[bucket ((const guchar *)start, (gsize)(end - start))] != 0
        && _lectern_words_begin (words, start, end) > 0)
      return TRUE;
  return FALSE;
}
