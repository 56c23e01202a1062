/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* Columns that a character takes in a terminal: 0, 1 or 2 (UAX #11). In East Asian text the
 * ambiguous ones (“ ” … — · ① ×) are as wide as a Han character. Controls take none. */
guint _lectern_character_columns (gunichar c, gboolean east_asian);

/* Whether the mark's neighbour counts as wide: Han, kana, hangul, full-width forms and the marks
 * that only East Asian text has at full width. */
gboolean _lectern_character_is_wide (gunichar c);

/* The other width of a mark (， of `,`; `,` of ，), 0 for a character without one. Of `"` and `'`
 * it is the opening one. */
gunichar _lectern_punctuation_get_full (gunichar half);
gunichar _lectern_punctuation_get_half (gunichar full);

/* Finds the marks of a text that may be turned to the other width, in order and in linear time.
 * Never touched are marks inside numbers (1,000 3.15 10:30), Latin text, addresses (http://…,
 * a@b.cn), file names, the points of 1. and a., and {{fields}}; half-width marks become full-width
 * ones only beside a wide character, brackets and quotes both or neither. */
typedef struct
{
  const char *text;
  gsize length;
  LecternWidth width;

  /*< private >*/
  gsize at;
  gunichar before;  /* the character before `at`, as it is after the change */
  guint64 brackets; /* the open brackets, whether each is turned, innermost last */
  guint depth;
  guint quotes[2]; /* of ' and ": 0 outside, 1 inside, 2 inside and turned */
} LecternPunctuationScanner;

typedef struct
{
  LecternSpan span;     /* of the mark, in bytes of the text */
  gunichar replacement; /* one character */
} LecternPunctuationChange;

/* `text` is checked UTF-8, a line or a whole document. */
void _lectern_punctuation_scanner_init (LecternPunctuationScanner *scanner, const char *text,
                                        gsize length, LecternWidth width);
gboolean _lectern_punctuation_scanner_next (LecternPunctuationScanner *scanner,
                                            LecternPunctuationChange *change);
