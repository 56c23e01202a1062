/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-mask-tables-private.h"
#include "language/lectern-readings-private.h"

/* Figures in the text, in digits of both widths. */

#define LECTERN_FIGURE_DIGITS 16 /* more than these are read one by one */

/* Digits without anything between them, or with one blank each. */
typedef struct
{
  const char *start;
  const char *end;
  guint n;         /* digits */
  guint64 value;   /* of at most sixteen digits */
  gboolean spread; /* a blank parts each digit from the next */
  gboolean zero;   /* begins with 0 and goes on */
} LecternDigitRun;

/* A number: digits, perhaps with commas between groups of three, perhaps with decimals. */
typedef struct
{
  const char *start;
  const char *end;
  LecternDigitRun whole; /* its end and `n` leave out commas */
  LecternDigitRun part;  /* `n` is 0 where there are no decimals */
  gboolean grouped;
} LecternFigure;

/* The digit at `p`, 10 for none, and its bytes. */
guint _lectern_digit_at (const char *p, const char *end, guint *size);

gboolean _lectern_digit_run_parse (LecternDigitRun *run, const char *p, const char *end);
gboolean _lectern_figure_parse (LecternFigure *figure, const char *p, const char *end);

/* Appends the digits from `start` to `end` one by one, leaving out what is none. `names` are ten
 * characters of three bytes each, from 0 to 9. */
#define LECTERN_DIGITS_OF_YEARS  "〇一二三四五六七八九"
#define LECTERN_DIGITS_OF_CODES  "零一二三四五六七八九"
#define LECTERN_DIGITS_OF_PHONES "零幺二三四五六七八九"
void _lectern_digits_append (GString *out, const char *start, const char *end, const char *names);

/* Appends what the run is as a number: 两千 and 两万 where they begin it, and for 2 alone 两 where
 * `pair` says so. */
void _lectern_digit_run_append (GString *out, const LecternDigitRun *run, gboolean pair);
void _lectern_figure_append (GString *out, const LecternFigure *figure, gboolean pair);

/* --- shapes: what a figure is part of ------------------------------------------------------- */

/* A figure with what stands around it. */
typedef struct
{
  const LecternReader *reader;
  const char *start;
  const char *end; /* of the text */
  LecternDigitRun run;
  LecternFigure figure;
  const char *unit;            /* where its unit stands: behind the second figure of a range */
  gboolean in_range;           /* it is the first figure of one */
  gboolean approximate;        /* 余 or 多 stands between */
  LecternMaskSense before;     /* what the word before it says */
  LecternMaskSense sense;      /* what the words on both sides say of it */
  const LecternMaskWord *word; /* the one after it, NULL for none */
  GString *out;
} LecternExpression;

/* Finds what the figure at `p` is part of, appends its reading, and tells its kind and end. */
const char *_lectern_expression_read (const LecternReader *reader, const char *p, GString *out,
                                      const char **end);

/* Where the unit of the figure or mask stands that ends at `p`. */
const char *_lectern_reading_find_unit (const LecternReader *reader, const char *p,
                                        gboolean *in_range);

/* Bytes of the sign for per cent or per mille at `p`, one blank before it included, and its words;
 * 0 for none. */
gsize _lectern_reading_percent_at (const char *p, const char *end, const char **words);

/* Bytes of the mark at `p` that makes a range where it stands between two figures; 0 for none. */
gsize _lectern_reading_range_mark_at (const char *p, const char *end);

/* --- signs and units ------------------------------------------------------------------------ */

/* The reading of the sign or unit at `p`, static, and its end; NULL where it has none there. */
const char *_lectern_sign_read (const LecternReader *reader, const char *p, const char **end,
                                const char **kind);
/* Bytes of a sign of money before a figure, and its name. */
gsize _lectern_sign_money_at (const char *p, const char *end, const char **name);
/* Bytes of a unit in Latin letters or in a character of its own; `name` may be NULL. */
gsize _lectern_sign_unit_at (const char *p, const char *end, const char **name);

/* Characters of readings in traditional Chinese. */
void _lectern_reading_make_traditional (GString *out);
