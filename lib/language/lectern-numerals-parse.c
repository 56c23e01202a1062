/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "language/lectern-numerals-private.h"
#include "language/lectern-scan-private.h"

/* A Chinese sign of number: what it is worth and in which styles it stands. */
typedef enum
{
  SIGN_NONE,
  SIGN_ZERO,
  SIGN_DIGIT,
  SIGN_TENS, /* 廿, 卅: a digit and its 十 in one */
  SIGN_UNIT
} SignKind;

typedef struct
{
  guint32 character;
  guint8 kind;
  guint8 value; /* of a unit: the power of ten */
  guint8 scripts;
} Sign;

#define SIMP_INFORMAL (1 << 0)
#define TRAD_INFORMAL (1 << 1)
#define SIMP_FORMAL   (1 << 2)
#define TRAD_FORMAL   (1 << 3)
#define INFORMAL      (SIMP_INFORMAL | TRAD_INFORMAL)
#define FORMAL        (SIMP_FORMAL | TRAD_FORMAL)
#define ALL           (INFORMAL | FORMAL)

/* A perfect hash of these signs; -Woverride-init tells when a new sign collides, then another odd
 * multiplier is to be found. */
#define SLOT(c)             ((guint32)((guint32)(c)*0x850192d7u) >> 25)
#define SIGN(c, kind, v, s) [SLOT (c)] = { c, kind, v, s }
#define DIGIT(c, v, s)      SIGN (c, SIGN_DIGIT, v, s)
#define UNIT(c, power, s)   SIGN (c, SIGN_UNIT, power, s)

static const Sign signs[128] = {
  SIGN (U'〇', SIGN_ZERO, 0, INFORMAL),
  SIGN (U'○', SIGN_ZERO, 0, INFORMAL),
  SIGN (U'零', SIGN_ZERO, 0, ALL),
  DIGIT (U'一', 1, INFORMAL),
  DIGIT (U'二', 2, INFORMAL),
  DIGIT (U'三', 3, INFORMAL),
  DIGIT (U'四', 4, INFORMAL),
  DIGIT (U'五', 5, INFORMAL),
  DIGIT (U'六', 6, INFORMAL),
  DIGIT (U'七', 7, INFORMAL),
  DIGIT (U'八', 8, INFORMAL),
  DIGIT (U'九', 9, INFORMAL),
  DIGIT (U'两', 2, SIMP_INFORMAL),
  DIGIT (U'兩', 2, TRAD_INFORMAL),
  DIGIT (U'壹', 1, FORMAL),
  DIGIT (U'壱', 1, FORMAL),
  DIGIT (U'贰', 2, SIMP_FORMAL),
  DIGIT (U'貳', 2, TRAD_FORMAL),
  DIGIT (U'弐', 2, TRAD_FORMAL),
  DIGIT (U'叁', 3, FORMAL),
  DIGIT (U'參', 3, TRAD_FORMAL),
  DIGIT (U'参', 3, TRAD_FORMAL),
  DIGIT (U'肆', 4, FORMAL),
  DIGIT (U'伍', 5, FORMAL),
  DIGIT (U'陆', 6, SIMP_FORMAL),
  DIGIT (U'陸', 6, TRAD_FORMAL),
  DIGIT (U'柒', 7, FORMAL),
  DIGIT (U'捌', 8, FORMAL),
  DIGIT (U'玖', 9, FORMAL),
  SIGN (U'廿', SIGN_TENS, 2, INFORMAL),
  SIGN (U'卅', SIGN_TENS, 3, INFORMAL),
  SIGN (U'卌', SIGN_TENS, 4, INFORMAL),
  UNIT (U'十', 1, INFORMAL),
  UNIT (U'拾', 1, FORMAL),
  UNIT (U'百', 2, INFORMAL),
  UNIT (U'佰', 2, FORMAL),
  UNIT (U'千', 3, INFORMAL),
  UNIT (U'仟', 3, FORMAL),
  UNIT (U'万', 4, SIMP_INFORMAL | SIMP_FORMAL),
  UNIT (U'萬', 4, TRAD_INFORMAL | TRAD_FORMAL),
  UNIT (U'亿', 8, SIMP_INFORMAL | SIMP_FORMAL),
  UNIT (U'億', 8, TRAD_INFORMAL | TRAD_FORMAL),
};

static const guint32 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000 };

static const Sign *
sign_of (gunichar c)
{
  const Sign *sign = &signs[SLOT (c)];

  return sign->character == c && c != 0 ? sign : NULL;
}

/* The sign at `p`, NULL where there is none: all of them take three bytes. */
static inline const Sign *
sign_at (const char *p, const char *end)
{
  const guchar *s = (const guchar *)p;

  if (end - p < 3 || s[0] < 0xe2 || s[0] > 0xe9)
    return NULL;
  return sign_of ((s[0] & 0x0fu) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu));
}

/* The state of reading a number with units; what is good so far is kept apart, so that the
 * reader can go one sign too far (一百零|条). */
typedef struct
{
  guint64 total;    /* whole groups of 万 and 亿 */
  guint64 group;    /* below 万 */
  guint digit;      /* not yet given its unit; 0 for none */
  guint unit;       /* power of the last unit in the group; 4 at its start */
  guint big;        /* power of the last 万 or 亿; 12 at the start */
  guint colloquial; /* power that a last digit without unit takes: 一百五 is 150 */
  gboolean zero;
} Reading;

static guint64
reading_value (const Reading *r)
{
  guint power = r->digit > 0 && !r->zero && r->colloquial > 1 ? r->colloquial - 1 : 0;

  return r->total + r->group + (guint64)r->digit * powers[power];
}

static gboolean
add_big_unit (Reading *r, guint power)
{
  guint64 group = r->group + r->digit;

  if (group == 0)
    {
      /* 一万亿: the unit of a unit */
      if (r->zero || r->total == 0 || r->big != 4 || power != 8)
        return FALSE;
      r->total *= powers[8];
    }
  else if (power >= r->big)
    r->total = (r->total + group) * powers[power];
  else
    r->total += group * powers[power];
  r->group = 0;
  r->digit = 0;
  r->unit = 4;
  r->big = power;
  r->colloquial = power;
  r->zero = FALSE;
  return TRUE;
}

/* Whether the sign can go on the number; the reading changes only then. */
static gboolean
add_sign (Reading *r, const Sign *sign)
{
  guint digit = r->digit;

  switch ((SignKind)sign->kind)
    {
    case SIGN_ZERO:
      if (digit > 0 || r->zero || r->group + r->total == 0)
        return FALSE;
      return r->zero = TRUE;
    case SIGN_DIGIT:
      if (digit > 0 || (r->unit == 0 && r->group > 0))
        return FALSE;
      r->digit = sign->value;
      return TRUE;
    case SIGN_TENS:
      if (digit > 0 || r->unit <= 1)
        return FALSE;
      r->group += sign->value * 10u;
      r->unit = r->colloquial = 1;
      r->zero = FALSE;
      return TRUE;
    case SIGN_UNIT:
      if (sign->value >= 4)
        return add_big_unit (r, sign->value);
      /* only ten may stand without its digit: 十一, 一百十五 */
      if (sign->value >= r->unit || (digit == 0 && sign->value > 1))
        return FALSE;
      r->group += (digit > 0 ? digit : 1) * (guint64)powers[sign->value];
      r->digit = 0;
      r->unit = r->colloquial = sign->value;
      r->zero = FALSE;
      return TRUE;
    case SIGN_NONE:
    default:
      return FALSE;
    }
}

static LecternNumeralStyle
style_of_scripts (guint scripts)
{
  return (scripts & SIMP_INFORMAL)   ? LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL
         : (scripts & TRAD_INFORMAL) ? LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL
         : (scripts & SIMP_FORMAL)   ? LECTERN_NUMERAL_SIMP_CHINESE_FORMAL
                                     : LECTERN_NUMERAL_TRAD_CHINESE_FORMAL;
}

/* Digits without units: 二〇二五, 一〇一. */
static gsize
parse_chinese_digits (const char *text, const char *end, guint *value, LecternNumeralStyle *style)
{
  const char *p = text;
  guint64 number = 0;
  guint size;

  for (;;)
    {
      gunichar c = _lectern_peek (p, end, &size);
      const Sign *sign = c > 0x80 ? sign_of (c) : NULL;

      if (sign == NULL || sign->kind > SIGN_DIGIT || !(sign->scripts & INFORMAL) || c == U'零'
          || c == U'两' || c == U'兩')
        break;
      number = number * 10 + sign->value;
      if (number > G_MAXUINT || p - text > 3 * 12)
        return 0;
      p += size;
    }
  *value = (guint)number;
  *style = LECTERN_NUMERAL_CJK_DECIMAL;
  return (gsize)(p - text);
}

/* Digits and units: 一百零一, 壹佰零壹, 廿一. A zero changes neither value nor scripts, so both are
 * asked for at the end. Only 亿 can go over what is held. */
static gsize
parse_chinese_units (const char *text, const char *end, LecternNumeralFlags flags, guint *value,
                     LecternNumeralStyle *style)
{
  Reading reading = { .unit = 4, .big = 12 }, held = reading;
  guint scripts = ALL;
  const char *p = text;
  gsize good = 0;
  const Sign *sign, *last = NULL;

  while ((sign = sign_at (p, end)) != NULL && (scripts & sign->scripts) != 0)
    {
      gboolean may_overflow
          = reading.total > 0 || (sign->kind == SIGN_UNIT && powers[sign->value] > 1000);

      if (may_overflow)
        held = reading;
      if (!add_sign (&reading, sign))
        break;
      if (may_overflow && reading_value (&reading) > G_MAXUINT)
        {
          reading = held;
          break;
        }
      scripts &= sign->scripts;
      p += 3;
      last = sign;
      if (sign->kind != SIGN_ZERO)
        good = (gsize)(p - text);
    }
  if (good == 0
      || ((flags & LECTERN_NUMERAL_FLAG_ORDINAL) && good == 3
          && (last->character == U'两' || last->character == U'兩')))
    return 0;
  *value = (guint)reading_value (&reading);
  *style = style_of_scripts (scripts);
  return good;
}

static inline gboolean
is_plain_digit (const Sign *sign)
{
  return sign != NULL && sign->kind == SIGN_DIGIT && (sign->scripts & INFORMAL) == INFORMAL;
}

/* 十, 十二, 二十, 二十二, and no more signs: nearly all numbers of more than one. */
static inline gsize
parse_tens (const char *text, const char *end, const Sign *sign, guint *value,
            LecternNumeralStyle *style)
{
  const char *p = text;
  guint number = 10;

  if (is_plain_digit (sign))
    {
      number = sign->value * 10u;
      sign = sign_at (p += 3, end);
    }
  if (sign == NULL || sign->character != U'十')
    return 0;
  sign = sign_at (p += 3, end);
  if (is_plain_digit (sign))
    {
      number += sign->value;
      sign = sign_at (p += 3, end);
    }
  if (sign != NULL)
    return 0;
  *value = number;
  *style = LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL;
  return (gsize)(p - text);
}

static gsize
parse_chinese (const char *text, const char *end, const Sign *first, LecternNumeralFlags flags,
               guint *value, LecternNumeralStyle *style)
{
  const Sign *second = sign_at (text + 3, end);
  gsize consumed;

  /* by far the most frequent: one digit */
  if (first->kind == SIGN_DIGIT && second == NULL && first->character != U'两'
      && first->character != U'兩')
    {
      *value = first->value;
      *style = style_of_scripts (first->scripts);
      return 3;
    }
  if ((consumed = parse_tens (text, end, first, value, style)) > 0)
    return consumed;
  if (first->kind == SIGN_ZERO
      && (first->character == U'○' || (flags & LECTERN_NUMERAL_FLAG_ORDINAL)))
    return 0;
  if (first->kind <= SIGN_DIGIT && first->scripts & INFORMAL && second != NULL
      && second->kind <= SIGN_DIGIT)
    {
      consumed = parse_chinese_digits (text, end, value, style);
      if (consumed > 3 || consumed == 0)
        return consumed;
    }
  if (first->kind == SIGN_ZERO)
    {
      *value = 0;
      *style = first->character == U'零' ? LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL
                                         : LECTERN_NUMERAL_CJK_DECIMAL;
      return 3;
    }
  return parse_chinese_units (text, end, flags, value, style);
}

/* The digits of both widths, and where asked for l as 1. */
static guint
decimal_digit (gunichar c, LecternNumeralFlags flags)
{
  if (c - '0' < 10)
    return c - '0';
  if (c - 0xff10 < 10)
    return c - 0xff10;
  return c == 'l' && (flags & LECTERN_NUMERAL_FLAG_LETTER_L) ? 1 : 10;
}

static gsize
parse_decimal (const char *text, const char *end, LecternNumeralFlags flags, guint *value,
               LecternNumeralStyle *style)
{
  const char *p = text;
  guint64 number = 0;
  guint size, digit, n = 0;
  gunichar c;

  while (c = _lectern_peek (p, end, &size), size > 0 && (digit = decimal_digit (c, flags)) < 10)
    {
      number = number * 10 + digit;
      if (number > G_MAXUINT || ++n > 10)
        return 0;
      p += size;
    }
  *value = (guint)number;
  *style = (guchar)text[0] < 0x80 ? LECTERN_NUMERAL_DECIMAL : LECTERN_NUMERAL_FULLWIDTH_DECIMAL;
  return (gsize)(p - text);
}

/* Characters that hold a whole number: the Unicode ranges, in order. */
static const struct
{
  guint16 first;
  guint16 last;
  guint8 value;
  guint8 style;
} enclosed[] = {
  { 0x2160, 0x216b, 1, LECTERN_NUMERAL_FULLWIDTH_UPPER_ROMAN },
  { 0x2170, 0x217b, 1, LECTERN_NUMERAL_FULLWIDTH_LOWER_ROMAN },
  { 0x2460, 0x2473, 1, LECTERN_NUMERAL_CIRCLED_DECIMAL },
  { 0x2474, 0x2487, 1, LECTERN_NUMERAL_PARENTHESIZED_DECIMAL },
  { 0x2488, 0x249b, 1, LECTERN_NUMERAL_FULL_STOP_DECIMAL },
  { 0x24eb, 0x24f4, 11, LECTERN_NUMERAL_FILLED_CIRCLED_DECIMAL },
  { 0x2776, 0x277f, 1, LECTERN_NUMERAL_FILLED_CIRCLED_DECIMAL },
  { 0x3220, 0x3229, 1, LECTERN_NUMERAL_PARENTHESIZED_CJK },
  { 0x3251, 0x325f, 21, LECTERN_NUMERAL_CIRCLED_DECIMAL },
  { 0x3280, 0x3289, 1, LECTERN_NUMERAL_CIRCLED_CJK },
  { 0x32b1, 0x32bf, 36, LECTERN_NUMERAL_CIRCLED_DECIMAL },
};

static gsize
parse_enclosed (gunichar c, guint *value, LecternNumeralStyle *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (enclosed) && c >= enclosed[i].first; i++)
    if (c <= enclosed[i].last)
      {
        *value = enclosed[i].value + (c - enclosed[i].first);
        *style = enclosed[i].style;
        return 3;
      }
  return 0;
}

gsize
_lectern_numeral_parse_full (const char *text, gsize length, LecternNumeralFlags flags,
                             guint *value, LecternNumeralStyle *style)
{
  const char *end = text + length;
  LecternNumeralStyle unused;
  const Sign *sign = sign_at (text, end);
  guint size;
  gunichar c;

  if (style == NULL)
    style = &unused;
  if (sign != NULL)
    return parse_chinese (text, end, sign, flags, value, style);
  c = _lectern_peek (text, end, &size);
  if (decimal_digit (c, flags) < 10)
    return parse_decimal (text, end, flags, value, style);
  if (size < 3)
    return 0;
  if (c >= 0x2160 && c <= 0x32bf)
    return parse_enclosed (c, value, style);
  return 0;
}

gsize
_lectern_numeral_parse (const char *text, gsize length, guint *value, LecternNumeralStyle *style)
{
  return _lectern_numeral_parse_full (text, length, LECTERN_NUMERAL_FLAG_NONE, value, style);
}

static gsize
parse_symbol (const char *text, gsize length, const char *symbols, guint *value)
{
  guint n = 1;

  for (const char *s = symbols; *s != '\0'; n++)
    {
      gsize size = (gsize)(g_utf8_next_char (s) - s);

      if (size <= length && memcmp (s, text, size) == 0)
        return *value = n, size;
      s += size;
    }
  return 0;
}

/* a … z, aa …; the run of letters must be one number. */
static gsize
parse_alpha (const char *text, gsize length, char first, guint *value)
{
  guint64 number = 0;
  gsize i;

  for (i = 0; i < length && (guchar)(text[i] - first) < 26; i++)
    {
      number = number * 26 + (guchar)(text[i] - first) + 1;
      if (number > G_MAXUINT)
        return 0;
    }
  *value = (guint)number;
  return i;
}

/* Only the canonical spelling: what is read is written again and compared. */
static gsize
parse_roman (const char *text, gsize length, LecternNumeralStyle style, guint *value)
{
  static const char letters[] = "ivxlcdm";
  static const guint worths[] = { 1, 5, 10, 50, 100, 500, 1000 };
  guint number = 0, before = 0;
  char spelled[24];
  gsize i;

  for (i = 0; i < length && g_ascii_isalpha (text[i]); i++)
    {
      const char *letter = strchr (letters, g_ascii_tolower (text[i]));

      if (letter == NULL || i == sizeof spelled - 1)
        return 0;
      spelled[i] = text[i];
      number += worths[letter - letters];
      if (before < worths[letter - letters])
        number -= 2 * before;
      before = worths[letter - letters];
    }
  if (i == 0 || number == 0 || number > 3999)
    return 0;
  spelled[i] = '\0';
  g_autofree char *canonical = _lectern_numeral_format (style, number);
  *value = number;
  return g_strcmp0 (canonical, spelled) == 0 ? i : 0;
}

gsize
_lectern_numeral_parse_style (const char *text, gsize length, LecternNumeralStyle style,
                              guint *value)
{
  const char *symbols = _lectern_numeral_get_symbols (style);
  LecternNumeralStyle found;
  gsize consumed;

  if (symbols != NULL)
    return parse_symbol (text, length, symbols, value);
  switch (style)
    {
    case LECTERN_NUMERAL_LOWER_ALPHA:
      return parse_alpha (text, length, 'a', value);
    case LECTERN_NUMERAL_UPPER_ALPHA:
      return parse_alpha (text, length, 'A', value);
    case LECTERN_NUMERAL_LOWER_ROMAN:
    case LECTERN_NUMERAL_UPPER_ROMAN:
      return parse_roman (text, length, style, value);
    default:
      consumed
          = _lectern_numeral_parse_full (text, length, LECTERN_NUMERAL_FLAG_ORDINAL, value, &found);
      return consumed > 0
                     && _lectern_numeral_style_fold (found, NULL)
                            == _lectern_numeral_style_fold (style, NULL)
                 ? consumed
                 : 0;
    }
}
