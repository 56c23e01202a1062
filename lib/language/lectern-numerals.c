/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "language/lectern-numerals-private.h"

/**
 * LECTERN_COUNTER_DECIMAL:
 *
 * 1, 2, … without end.
 */

/**
 * LECTERN_COUNTER_FULLWIDTH_DECIMAL:
 *
 * １, ２, … in the width of a Han character; without end.
 */

/**
 * LECTERN_COUNTER_CIRCLED_DECIMAL:
 *
 * ① to ㊿, 1 to 50: a name of Ready-made Counter Styles (W3C).
 */

/**
 * LECTERN_COUNTER_PARENTHESIZED_DECIMAL:
 *
 * ⑴ to ⒇, 1 to 20: a name of Ready-made Counter Styles (W3C).
 */

/**
 * LECTERN_COUNTER_FULL_STOP_DECIMAL:
 *
 * ⒈ to ⒛, 1 to 20: Unicode's digits with a full stop, `dotted-decimal` of Ready-made Counter
 * Styles.
 */

/**
 * LECTERN_COUNTER_CJK_DECIMAL:
 *
 * 一, 二, … 一〇, 一一: digit by digit, as years are written; without end.
 */

/**
 * LECTERN_COUNTER_SIMP_CHINESE_INFORMAL:
 *
 * 一, 二, … 十, 十一, 一百零一: the common Chinese numbers; without end (CSS stops at 9999).
 */

/**
 * LECTERN_COUNTER_SIMP_CHINESE_FORMAL:
 *
 * 壹, 贰, … 壹拾, 壹拾壹: the capital numbers of vouchers; without end (CSS stops at 9999).
 */

/**
 * LECTERN_COUNTER_TRAD_CHINESE_INFORMAL:
 *
 * 一, 二, … 十, with 萬 and 億: differs from the simplified ones only from 10000 on.
 */

/**
 * LECTERN_COUNTER_TRAD_CHINESE_FORMAL:
 *
 * 壹, 貳, 參, …: the capital numbers in traditional characters.
 */

/**
 * LECTERN_COUNTER_PARENTHESIZED_CJK:
 *
 * ㈠ to ㈩, 1 to 10.
 */

/**
 * LECTERN_COUNTER_CIRCLED_CJK:
 *
 * ㊀ to ㊉, 1 to 10.
 */

/**
 * LECTERN_COUNTER_HEAVENLY_STEM:
 *
 * 甲, 乙, … 癸, 1 to 10.
 */

/**
 * LECTERN_COUNTER_EARTHLY_BRANCH:
 *
 * 子, 丑, … 亥, 1 to 12.
 */

/**
 * LECTERN_COUNTER_LOWER_ALPHA:
 *
 * a, b, … z, aa, ab; without end.
 */

/**
 * LECTERN_COUNTER_UPPER_ALPHA:
 *
 * A, B, … Z, AA, AB; without end.
 */

/**
 * LECTERN_COUNTER_LOWER_ROMAN:
 *
 * i, ii, iii, iv, … 1 to 3999.
 */

/**
 * LECTERN_COUNTER_UPPER_ROMAN:
 *
 * I, II, III, IV, … 1 to 3999.
 */

/**
 * LECTERN_COUNTER_WORDS:
 *
 * A list of words: 首先, 其次; First, Second. It has no numerals: see
 * [ctor@Lectern.Numbering.new_words].
 */

/* Names and ranges: CSS Counter Styles Level 3; the enclosed ones: W3C Ready-made Counter Styles
 * and the Unicode blocks they come from. CSS stops the Chinese styles at 9999; ours go on with 万
 * and 亿 as GB/T 15835-2011 writes them. */

typedef gboolean (*AppendFunc) (GString *out, LecternNumeralStyle style, guint value);

typedef struct
{
  const char *name;
  AppendFunc append;
  guint first; /* lowest and highest number */
  guint last;
  const char *symbols; /* digits 0–9, or the list counted by */
  LecternNumeralStyle folded;
  gboolean bracketed;
} Style;

static gboolean append_positional (GString *out, LecternNumeralStyle style, guint value);
static gboolean append_symbol (GString *out, LecternNumeralStyle style, guint value);
static gboolean append_chinese (GString *out, LecternNumeralStyle style, guint value);
static gboolean append_alpha (GString *out, LecternNumeralStyle style, guint value);
static gboolean append_roman (GString *out, LecternNumeralStyle style, guint value);

#define PLAIN   LECTERN_NUMERAL_NONE
#define DECIMAL LECTERN_NUMERAL_DECIMAL
#define CHINESE LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL

/* clang-format off */
static const Style styles[LECTERN_N_NUMERALS] = {
  [LECTERN_NUMERAL_DECIMAL] = { LECTERN_COUNTER_DECIMAL, append_positional, 0, G_MAXUINT, "0123456789" },
  [LECTERN_NUMERAL_FULLWIDTH_DECIMAL] = { LECTERN_COUNTER_FULLWIDTH_DECIMAL, append_positional, 0, G_MAXUINT, "０１２３４５６７８９", DECIMAL },
  [LECTERN_NUMERAL_CIRCLED_DECIMAL] = { LECTERN_COUNTER_CIRCLED_DECIMAL, append_symbol, 1, 50,
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿" },
  [LECTERN_NUMERAL_PARENTHESIZED_DECIMAL] = { LECTERN_COUNTER_PARENTHESIZED_DECIMAL, append_symbol, 1, 20, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", DECIMAL, TRUE },
  [LECTERN_NUMERAL_FULL_STOP_DECIMAL] = { LECTERN_COUNTER_FULL_STOP_DECIMAL, append_symbol, 1, 20, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", DECIMAL },
  [LECTERN_NUMERAL_CJK_DECIMAL] = { LECTERN_COUNTER_CJK_DECIMAL, append_positional, 0, G_MAXUINT, "〇一二三四五六七八九", CHINESE },
  [LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL] = { LECTERN_COUNTER_SIMP_CHINESE_INFORMAL, append_chinese, 0, G_MAXUINT, "零一二三四五六七八九十百千万亿" },
  [LECTERN_NUMERAL_SIMP_CHINESE_FORMAL] = { LECTERN_COUNTER_SIMP_CHINESE_FORMAL, append_chinese, 0, G_MAXUINT, "零壹贰叁肆伍陆柒捌玖拾佰仟万亿" },
  [LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL] = { LECTERN_COUNTER_TRAD_CHINESE_INFORMAL, append_chinese, 0, G_MAXUINT, "零一二三四五六七八九十百千萬億", CHINESE },
  [LECTERN_NUMERAL_TRAD_CHINESE_FORMAL] = { LECTERN_COUNTER_TRAD_CHINESE_FORMAL, append_chinese, 0, G_MAXUINT, "零壹貳參肆伍陸柒捌玖拾佰仟萬億", LECTERN_NUMERAL_SIMP_CHINESE_FORMAL },
  [LECTERN_NUMERAL_PARENTHESIZED_CJK] = { LECTERN_COUNTER_PARENTHESIZED_CJK, append_symbol, 1, 10, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", CHINESE, TRUE },
  [LECTERN_NUMERAL_CIRCLED_CJK] = { LECTERN_COUNTER_CIRCLED_CJK, append_symbol, 1, 10, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉" },
  [LECTERN_NUMERAL_HEAVENLY_STEM] = { LECTERN_COUNTER_HEAVENLY_STEM, append_symbol, 1, 10, "甲乙丙丁戊己庚辛壬癸" },
  [LECTERN_NUMERAL_EARTHLY_BRANCH] = { LECTERN_COUNTER_EARTHLY_BRANCH, append_symbol, 1, 12, "子丑寅卯辰巳午未申酉戌亥" },
  [LECTERN_NUMERAL_LOWER_ALPHA] = { LECTERN_COUNTER_LOWER_ALPHA, append_alpha, 1, G_MAXUINT },
  [LECTERN_NUMERAL_UPPER_ALPHA] = { LECTERN_COUNTER_UPPER_ALPHA, append_alpha, 1, G_MAXUINT },
  [LECTERN_NUMERAL_LOWER_ROMAN] = { LECTERN_COUNTER_LOWER_ROMAN, append_roman, 1, 3999 },
  [LECTERN_NUMERAL_UPPER_ROMAN] = { LECTERN_COUNTER_UPPER_ROMAN, append_roman, 1, 3999 },
  [LECTERN_NUMERAL_FILLED_CIRCLED_DECIMAL] = { "filled-circled-decimal", append_symbol, 1, 20, "❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴" },
  [LECTERN_NUMERAL_FULLWIDTH_LOWER_ROMAN] = { "fullwidth-lower-roman", append_symbol, 1, 12, "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ", LECTERN_NUMERAL_LOWER_ROMAN },
  [LECTERN_NUMERAL_FULLWIDTH_UPPER_ROMAN] = { "fullwidth-upper-roman", append_symbol, 1, 12, "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", LECTERN_NUMERAL_UPPER_ROMAN },
  [LECTERN_NUMERAL_HANGUL] = { "hangul", append_symbol, 1, 14, "가나다라마바사아자차카타파하" },
  [LECTERN_NUMERAL_WORDS] = { LECTERN_COUNTER_WORDS, NULL, 1, G_MAXUINT },
};
/* clang-format on */

enum
{
  UNIT_TEN = 10,
  UNIT_HUNDRED,
  UNIT_THOUSAND,
  UNIT_MYRIAD,
  UNIT_HUNDRED_MILLION
};

const char *
_lectern_numeral_style_get_name (LecternNumeralStyle style)
{
  return (guint)style < LECTERN_N_NUMERALS ? styles[style].name : NULL;
}

/* Second names in CSS Counter Styles Level 3 and Ready-made Counter Styles. */
static const struct
{
  const char *name;
  LecternNumeralStyle style;
} aliases[] = {
  { "cjk-ideographic", LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL },
  { "dotted-decimal", LECTERN_NUMERAL_FULL_STOP_DECIMAL },
  { "lower-latin", LECTERN_NUMERAL_LOWER_ALPHA },
  { "upper-latin", LECTERN_NUMERAL_UPPER_ALPHA },
};

LecternNumeralStyle
_lectern_numeral_style_from_name (const char *name)
{
  for (guint i = LECTERN_NUMERAL_DECIMAL; i < LECTERN_N_NUMERALS; i++)
    if (strcmp (styles[i].name, name) == 0)
      return i;
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (strcmp (aliases[i].name, name) == 0)
      return aliases[i].style;
  return LECTERN_NUMERAL_NONE;
}

guint
_lectern_numeral_style_get_limit (LecternNumeralStyle style)
{
  return (guint)style < LECTERN_N_NUMERALS ? styles[style].last : 0;
}

LecternNumeralStyle
_lectern_numeral_style_fold (LecternNumeralStyle style, gboolean *bracketed)
{
  if (bracketed != NULL)
    *bracketed = styles[style].bracketed;
  return styles[style].folded != LECTERN_NUMERAL_NONE ? styles[style].folded : style;
}

const char *
_lectern_numeral_get_symbols (LecternNumeralStyle style)
{
  return styles[style].append == append_symbol ? styles[style].symbols : NULL;
}

static void
append_nth (GString *out, const char *symbols, guint n)
{
  /* All symbols of a style are as long as the first. */
  gsize length = (gsize)(g_utf8_next_char (symbols) - symbols);

  g_string_append_len (out, symbols + n * length, (gssize)length);
}

static gboolean
append_symbol (GString *out, LecternNumeralStyle style, guint value)
{
  append_nth (out, styles[style].symbols, value - 1);
  return TRUE;
}

static gboolean
append_positional (GString *out, LecternNumeralStyle style, guint value)
{
  guint8 digits[16];
  guint n = 0;

  do
    digits[n++] = value % 10;
  while ((value /= 10) > 0);
  while (n > 0)
    append_nth (out, styles[style].symbols, digits[--n]);
  return TRUE;
}

static gboolean
append_alpha (GString *out, LecternNumeralStyle style, guint value)
{
  char first = style == LECTERN_NUMERAL_LOWER_ALPHA ? 'a' : 'A';
  char letters[8];
  guint n = sizeof letters;

  for (; value > 0; value = (value - 1) / 26)
    letters[--n] = (char)(first + (value - 1) % 26);
  g_string_append_len (out, letters + n, sizeof letters - n);
  return TRUE;
}

static gboolean
append_roman (GString *out, LecternNumeralStyle style, guint value)
{
  static const struct
  {
    guint value;
    const char *lower;
    const char *upper;
  } parts[] = {
    { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" }, { 400, "cd", "CD" },
    { 100, "c", "C" },  { 90, "xc", "XC" },  { 50, "l", "L" },  { 40, "xl", "XL" },
    { 10, "x", "X" },   { 9, "ix", "IX" },   { 5, "v", "V" },   { 4, "iv", "IV" },
    { 1, "i", "I" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; value >= parts[i].value; value -= parts[i].value)
      g_string_append (out, style == LECTERN_NUMERAL_LOWER_ROMAN ? parts[i].lower : parts[i].upper);
  return TRUE;
}

/* One group of four digits of the number that begins at `begin`. `zero` is a 零 owed for empty
 * places since the last digit written. */
static void
append_group (GString *out, gsize begin, LecternNumeralStyle style, guint group, gboolean *zero)
{
  const char *symbols = styles[style].symbols;
  gboolean informal = style == LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL
                      || style == LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL;
  gsize start = out->len;
  guint place = 1000;

  for (guint unit = UNIT_THOUSAND; place > 0; place /= 10, unit--)
    {
      guint digit = group / place % 10;

      if (digit == 0)
        {
          *zero = *zero || start > begin || out->len > start;
          continue;
        }
      if (*zero)
        append_nth (out, symbols, 0);
      *zero = FALSE;
      /* 十一, not 一十一, but only at the very beginning */
      if (!(informal && digit == 1 && unit == UNIT_TEN && out->len == begin))
        append_nth (out, symbols, digit);
      if (unit >= UNIT_TEN)
        append_nth (out, symbols, unit);
    }
  *zero = FALSE;
}

void
_lectern_numeral_append_chinese (GString *out, LecternNumeralStyle style, guint64 value)
{
  static const struct
  {
    guint64 size;
    guint unit;
  } groups[] = { { G_GUINT64_CONSTANT (1000000000000), UNIT_MYRIAD },
                 { 100000000, UNIT_HUNDRED_MILLION },
                 { 10000, UNIT_MYRIAD },
                 { 1, 0 } };
  gsize begin = out->len;
  gboolean gap = FALSE;

  if (value == 0)
    append_nth (out, styles[style].symbols, 0);
  for (guint i = value > 0 ? 0 : G_N_ELEMENTS (groups); i < G_N_ELEMENTS (groups); i++)
    {
      guint group = (guint)(value / groups[i].size);
      /* 一万亿: what has been written so far are 亿 */
      gboolean owed = groups[i].unit == UNIT_HUNDRED_MILLION && out->len > begin;

      value %= groups[i].size;
      if (group > 0)
        append_group (out, begin, style, group, &gap);
      if (groups[i].unit != 0 && (group > 0 || owed))
        append_nth (out, styles[style].symbols, groups[i].unit);
      if (group == 0)
        gap = out->len > begin;
    }
}

static gboolean
append_chinese (GString *out, LecternNumeralStyle style, guint value)
{
  _lectern_numeral_append_chinese (out, style, value);
  return TRUE;
}

gboolean
_lectern_numeral_append (GString *out, LecternNumeralStyle style, guint value)
{
  const Style *s = &styles[style];

  if (s->append == NULL || value < s->first || value > s->last)
    return FALSE;
  return s->append (out, style, value);
}

char *
_lectern_numeral_format (LecternNumeralStyle style, guint value)
{
  GString *out = g_string_new (NULL);

  if (_lectern_numeral_append (out, style, value))
    return g_string_free (out, FALSE);
  g_string_free (out, TRUE);
  return NULL;
}
