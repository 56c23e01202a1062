/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-language-private.h"
#include "language/lectern-scan-private.h"

enum
{
  N_SAMPLES = 8,
  SAMPLE_SIZE = 384 /* bytes */
};

/* Han of the basic block: what each character tells, two bits. */
enum
{
  HAN_FIRST = 0x4e00,
  HAN_LAST = 0x9fff,
  TELLS_NOTHING = 0,
  TELLS_SIMPLIFIED = 1,
  TELLS_TRADITIONAL = 2
};

typedef struct
{
  guint latin;
  guint kana;
  guint hangul;
  guint han;
  guint telling[4];
} Counts;

static guint8 tells[(HAN_LAST - HAN_FIRST + 1) / 4];

static void
enter_characters (const char *characters, guint what)
{
  for (; *characters != '\0'; characters = g_utf8_next_char (characters))
    {
      guint i = g_utf8_get_char (characters) - HAN_FIRST;

      tells[i / 4] |= (guint8)(what << (i % 4 * 2));
    }
}

static void
ensure_table (void)
{
  static gsize ready;

  if (!g_once_init_enter (&ready))
    return;
  enter_characters (_lectern_language_zh_hans.telling, TELLS_SIMPLIFIED);
  enter_characters (_lectern_language_zh_hant.telling, TELLS_TRADITIONAL);
  g_once_init_leave (&ready, 1);
}

static void
count_other (gunichar c, Counts *counts)
{
  if (c < 0x250)
    counts->latin += c >= 0xc0;
  else if (c >= 0x3041 && c <= 0x30ff && c != 0x30fb)
    counts->kana++;
  else if (c >= 0xac00 && c <= 0xd7a3)
    counts->hangul++;
}

static void
count (const char *p, const char *end, Counts *counts)
{
  gunichar c;
  guint size;

  for (; c = _lectern_peek (p, end, &size), size > 0; p += size)
    if (c < 0x80)
      counts->latin += g_ascii_isalpha (c);
    else if (c >= HAN_FIRST && c <= HAN_LAST)
      {
        guint i = c - HAN_FIRST;

        counts->han++;
        counts->telling[tells[i / 4] >> (i % 4 * 2) & 3]++;
      }
    else
      count_other (c, counts);
}

/* The offset back to the first byte of the character that it stands in. */
static gsize
align (const char *text, gsize length, gsize offset)
{
  if (offset >= length)
    return length;
  while (offset > 0 && ((guchar)text[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

/* A few words of another language do not make the text's: an eighth must be kana for Japanese,
 * which has half of them, and four Latin letters stand against one East Asian character, which is a
 * word or half of one. Of the two scripts of Chinese the more frequent wins: old characters
 * stand in simplified texts too. */
const char *
_lectern_language_detect (const char *text, gsize length)
{
  Counts counts = { 0 };
  gsize step
      = length > N_SAMPLES * SAMPLE_SIZE ? (length - SAMPLE_SIZE) / (N_SAMPLES - 1) : SAMPLE_SIZE;
  guint asian;

  ensure_table ();
  for (gsize i = 0, at = 0; i < N_SAMPLES && at < length; i++, at += step)
    count (text + align (text, length, at), text + align (text, length, at + SAMPLE_SIZE), &counts);
  asian = counts.han + counts.kana + counts.hangul;
  if (counts.latin > asian * 4)
    return _lectern_language_en.tag;
  if (counts.hangul > asian / 4)
    return _lectern_language_ko.tag;
  if (counts.kana > asian / 8)
    return _lectern_language_ja.tag;
  if (counts.telling[TELLS_TRADITIONAL] > counts.telling[TELLS_SIMPLIFIED])
    return _lectern_language_zh_hant.tag;
  return _lectern_language_zh_hans.tag;
}
