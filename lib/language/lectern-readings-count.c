/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-readings-private.h"
#include "language/lectern-scan-private.h"

#include <string.h>

/* Letters whose words are counted, with the marks that they may carry. */
static gboolean
is_word_letter (gunichar c)
{
  return c < 0x1100 && g_unichar_isalpha (c);
}

static gboolean
is_vowel (gunichar c)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c >= 0x80 && g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base)) > 0)
    c = base[0];
  return c != 0 && c < 0x80 && strchr ("aeiouy", g_ascii_tolower ((char)c)) != NULL;
}

/* A word of letters, all of which are capitals or not: its syllables, counted by groups of vowels;
 * e at its end is silent but for -le. Other alphabets have no vowels here: a syllable is two
 * letters then. */
static gsize
count_word (const char *p, const char *end)
{
  gsize letters = 0, syllables = 0, vowels = 0;
  gboolean capitals = TRUE, latin = TRUE, was_vowel = FALSE;
  gunichar last = 0, before = 0;
  guint size;

  for (; p < end; p += size)
    {
      gunichar c = _lectern_peek (p, end, &size);
      gboolean vowel = is_vowel (c);

      if (c == '\'' || c == 0x2019)
        continue;
      letters++;
      capitals = capitals && g_unichar_isupper (c);
      latin = latin && c < 0x250;
      syllables += vowel && !was_vowel;
      vowels += vowel;
      before = last;
      last = c;
      was_vowel = vowel;
    }
  if (!latin)
    return (letters + 1) / 2;
  if (capitals || vowels == 0)
    return letters;
  if (last == 'e' && syllables > 1 && !is_vowel (before) && before != 'l')
    syllables--;
  return syllables;
}

static const char *
find_word_end (const char *p, const char *end)
{
  guint size;

  for (; p < end; p += size)
    {
      gunichar c = _lectern_peek (p, end, &size);

      if (!is_word_letter (c) && g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK && c != '\''
          && c != 0x2019)
        break;
    }
  return p;
}

gsize
_lectern_reading_count (const char *text, gsize length)
{
  const char *end = text + length;
  gsize n = 0;
  guint size;

  for (const char *p = text; p < end; p += size)
    {
      gunichar c = _lectern_peek (p, end, &size);

      if (size == 0)
        break;
      if (c >= 0x4e00 && c <= 0x9fff)
        n++;
      else if (is_word_letter (c))
        {
          size = (guint)(find_word_end (p, end) - p);
          n += count_word (p, p + size);
        }
      else if (c >= 0x80 ? g_unichar_isalnum (c) || c == 0x3007 || c == 0x25cb
                         : g_ascii_isdigit ((char)c))
        n++;
    }
  return n;
}
