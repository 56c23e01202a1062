/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* The counter styles as small integers; outside they are the names of CSS. */
typedef enum
{
  LECTERN_NUMERAL_NONE,
  LECTERN_NUMERAL_DECIMAL,
  LECTERN_NUMERAL_FULLWIDTH_DECIMAL,
  LECTERN_NUMERAL_CIRCLED_DECIMAL,
  LECTERN_NUMERAL_PARENTHESIZED_DECIMAL,
  LECTERN_NUMERAL_FULL_STOP_DECIMAL,
  LECTERN_NUMERAL_CJK_DECIMAL,
  LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL,
  LECTERN_NUMERAL_SIMP_CHINESE_FORMAL,
  LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL,
  LECTERN_NUMERAL_TRAD_CHINESE_FORMAL,
  LECTERN_NUMERAL_PARENTHESIZED_CJK,
  LECTERN_NUMERAL_CIRCLED_CJK,
  LECTERN_NUMERAL_HEAVENLY_STEM,
  LECTERN_NUMERAL_EARTHLY_BRANCH,
  LECTERN_NUMERAL_LOWER_ALPHA,
  LECTERN_NUMERAL_UPPER_ALPHA,
  LECTERN_NUMERAL_LOWER_ROMAN,
  LECTERN_NUMERAL_UPPER_ROMAN,
  LECTERN_NUMERAL_FILLED_CIRCLED_DECIMAL,
  LECTERN_NUMERAL_FULLWIDTH_LOWER_ROMAN,
  LECTERN_NUMERAL_FULLWIDTH_UPPER_ROMAN,
  LECTERN_NUMERAL_HANGUL,
  LECTERN_NUMERAL_WORDS,
  LECTERN_N_NUMERALS
} LecternNumeralStyle;

typedef enum
{
  LECTERN_NUMERAL_FLAG_NONE = 0,
  LECTERN_NUMERAL_FLAG_LETTER_L = 1 << 0, /* l is 1: a fault of character recognition, `l亿` */
  LECTERN_NUMERAL_FLAG_ORDINAL = 1 << 1   /* a position: no 〇, no 两 by itself */
} LecternNumeralFlags;

const char *_lectern_numeral_style_get_name (LecternNumeralStyle style);
LecternNumeralStyle _lectern_numeral_style_from_name (const char *name);

/* The highest number that the style can write. */
guint _lectern_numeral_style_get_limit (LecternNumeralStyle style);

/* The style that this one is a variant of, where only the look differs: fullwidth-decimal is
 * decimal, trad-chinese-informal and cjk-decimal are simp-chinese-informal. `bracketed` is set for
 * those whose characters hold their brackets, ⑴ and ㈠. */
LecternNumeralStyle _lectern_numeral_style_fold (LecternNumeralStyle style, gboolean *bracketed);

/* Appends the number; FALSE, with nothing appended, where the style cannot write it. */
gboolean _lectern_numeral_append (GString *out, LecternNumeralStyle style, guint value);

/* Appends a number below 10^16 in one of the four Chinese styles with units. */
void _lectern_numeral_append_chinese (GString *out, LecternNumeralStyle style, guint64 value);

/* NULL where the style cannot write the number. */
char *_lectern_numeral_format (LecternNumeralStyle style, guint value);

/* The number at the start of checked UTF-8: Chinese (plain, formal, positional), decimal of both
 * widths, enclosed characters; none that could be a letter or a stem. Returns the bytes read, 0 for
 * none. Takes constant time and allocates nothing. Digits and units that do not go on (十三五,
 * 二把手) are left. Style may be NULL. */
gsize _lectern_numeral_parse (const char *text, gsize length, guint *value,
                              LecternNumeralStyle *style);
gsize _lectern_numeral_parse_full (const char *text, gsize length, LecternNumeralFlags flags,
                                   guint *value, LecternNumeralStyle *style);

/* The number at the start in this very style, letters and stems too; variants that read the same
 * (both Chinese scripts, both widths) are taken. */
gsize _lectern_numeral_parse_style (const char *text, gsize length, LecternNumeralStyle style,
                                    guint *value);

/* For the parser: the list of characters of a style that counts by a list, or NULL. */
const char *_lectern_numeral_get_symbols (LecternNumeralStyle style);
