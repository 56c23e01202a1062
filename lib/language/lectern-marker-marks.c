/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-marker-marks-private.h"

#include "language/lectern-families-private.h"
#include "language/lectern-numerals-private.h"
#include "language/lectern-scan-private.h"

#include <string.h>

#define U_COMMA U'，'
#define U_PAUSE U'、'

static const struct
{
  const char *right; /* the mark that mends it */
  gunichar allowed[3];
} afters[] = {
  [LECTERN_AFTER_NOTHING] = { "", { 0 } },
  [LECTERN_AFTER_ORDINAL] = { "，", { U_COMMA, ',' } },
  [LECTERN_AFTER_NUMERAL] = { "、", { U_PAUSE } },
  [LECTERN_AFTER_ARABIC] = { ".", { '.', 0xff0e } },
  /* 第三章，讲的是…: a sentence about it */
  [LECTERN_AFTER_DIVISION] = { "　", { U_COMMA, ',' } },
};

/* Whether the text is one number of Chinese numerals (or a mask in its place) and nothing else. */
static gboolean
is_chinese_number (const char *text, gsize length)
{
  LecternNumeralStyle style;
  guint value;

  if (length == 0)
    return FALSE;
  if (strspn (text, "Xx") >= length)
    return TRUE;
  return _lectern_numeral_parse (text, length, &value, &style) == length
         && _lectern_numeral_style_fold (style, NULL) == LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL;
}

static gboolean
is_word_of_order (const char *text, gsize length)
{
  const LecternWordMarker *word = NULL;

  while ((word = _lectern_word_marker_at (text, text + length, word)) != NULL)
    if (word->id == LECTERN_FAMILY_ORDER && word->length == length)
      return TRUE;
  return FALSE;
}

static gboolean
begins (const char *text, gsize length, const char *prefix)
{
  gsize n = strlen (prefix);

  return length >= n && memcmp (text, prefix, n) == 0;
}

static gboolean
ends (const char *text, gsize length, const char *suffix)
{
  gsize n = strlen (suffix);

  return length >= n && memcmp (text + length - n, suffix, n) == 0;
}

/* 第一, 其一, 第一章. */
static LecternAfter
classify_prefixed (const char *text, gsize length)
{
  static const char *const divisions[] = { "章", "节", "编", "篇" };
  gsize prefix = strlen ("第");

  if (is_chinese_number (text + prefix, length - prefix))
    return LECTERN_AFTER_ORDINAL;
  if (!begins (text, length, "第"))
    return LECTERN_AFTER_ANYTHING;
  for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
    if (ends (text, length, divisions[i])
        && is_chinese_number (text + prefix, length - prefix - strlen (divisions[i])))
      return LECTERN_AFTER_DIVISION;
  return LECTERN_AFTER_ANYTHING;
}

/* ① ⑴ ㈠: their ring or bracket is their mark. */
static gboolean
is_enclosed (gunichar c)
{
  return (c >= 0x2460 && c <= 0x24ff) || (c >= 0x2776 && c <= 0x2793)
         || (c >= 0x3220 && c <= 0x32bf);
}

/* 1, 12, A, IV. */
static gboolean
is_arabic (const char *text, gsize length)
{
  LecternNumeralStyle style;
  guint value;

  if (_lectern_numeral_parse (text, length, &value, &style) == length
      && _lectern_numeral_style_fold (style, NULL) == LECTERN_NUMERAL_DECIMAL)
    return TRUE;
  return (length == 1 && g_ascii_isalpha (*text))
         || _lectern_numeral_parse_style (text, length, LECTERN_NUMERAL_UPPER_ROMAN, &value)
                == length;
}

LecternAfter
_lectern_marker_classify (const char *text, gsize length)
{
  gunichar first;
  guint size, value;

  first = _lectern_peek (text, text + length, &size);
  if (length == 0)
    return LECTERN_AFTER_ANYTHING;
  if (ends (text, length, "）") || ends (text, length, ")") || is_enclosed (first))
    return LECTERN_AFTER_NOTHING;
  if (begins (text, length, "第") || begins (text, length, "其"))
    {
      LecternAfter after = classify_prefixed (text, length);

      if (after != LECTERN_AFTER_ANYTHING)
        return after;
    }
  if (is_word_of_order (text, length))
    return LECTERN_AFTER_ORDINAL;
  if (ends (text, length, "是") || ends (text, length, "要"))
    return is_chinese_number (text, length - strlen ("是")) ? LECTERN_AFTER_NOTHING
                                                            : LECTERN_AFTER_ANYTHING;
  if (is_chinese_number (text, length)
      || _lectern_numeral_parse_style (text, length, LECTERN_NUMERAL_HEAVENLY_STEM, &value)
             == length)
    return LECTERN_AFTER_NUMERAL;
  return is_arabic (text, length) ? LECTERN_AFTER_ARABIC : LECTERN_AFTER_ANYTHING;
}

const char *
_lectern_after_get_mark (LecternAfter after)
{
  return after < G_N_ELEMENTS (afters) ? afters[after].right : NULL;
}

gboolean
_lectern_after_allows (LecternAfter after, gunichar mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (afters[after].allowed); i++)
    if (afters[after].allowed[i] == mark)
      return TRUE;
  return FALSE;
}
