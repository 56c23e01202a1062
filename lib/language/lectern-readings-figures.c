/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-readings-figures-private.h"

#include "language/lectern-numerals-private.h"
#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

guint
_lectern_digit_at (const char *p, const char *end, guint *size)
{
  guint c = p < end ? (guchar)*p : 0;

  if (c - '0' < 10)
    return *size = 1, c - '0';
  if (end - p >= 3 && c == 0xef && (guchar)p[1] == 0xbc && (guint)(guchar)p[2] - 0x90 < 10)
    return *size = 3, (guchar)p[2] - 0x90u;
  return *size = 0, 10;
}

/* Old pages part each digit from the next, `1 9 9 7`: a blank behind a single digit, and behind it
 * another single one. */
static gboolean
is_spread (const char *p, const char *end)
{
  guint size;

  if (end - p < 2 || *p != ' ' || _lectern_digit_at (p + 1, end, &size) >= 10)
    return FALSE;
  return _lectern_digit_at (p + 1 + size, end, &size) >= 10;
}

gboolean
_lectern_digit_run_parse (LecternDigitRun *run, const char *p, const char *end)
{
  guint size, digit;

  *run = (LecternDigitRun){ .start = p };
  while ((digit = _lectern_digit_at (p, end, &size)) < 10)
    {
      if (run->n < LECTERN_FIGURE_DIGITS)
        run->value = run->value * 10 + digit;
      run->n++;
      p += size;
      if ((run->n == 1 || run->spread) && is_spread (p, end))
        {
          run->spread = TRUE;
          p++;
        }
    }
  run->end = p;
  run->zero = run->n > 1 && _lectern_digit_at (run->start, end, &size) == 0;
  return run->n > 0;
}

/* A comma and exactly three digits: no more of them may follow. */
static gboolean
parse_group (LecternDigitRun *group, const char *p, const char *end)
{
  gint comma = _lectern_alternative_at (",|，", p, end);

  return comma > 0 && _lectern_digit_run_parse (group, p + comma, end) && group->n == 3;
}

/* The groups behind the first. With the comma of full width, which parts numbers as well, there
 * must be a unit behind them. */
static void
parse_groups (LecternFigure *figure, const char *end)
{
  LecternDigitRun group, whole = figure->whole;
  gboolean wide = FALSE;
  const char *p = whole.end;

  if (whole.n > 3 || whole.value == 0 || whole.zero)
    return;
  while (parse_group (&group, p, end) && whole.n + 3 <= LECTERN_FIGURE_DIGITS)
    {
      wide = wide || *p != ',';
      whole.value = whole.value * 1000 + group.value;
      whole.n += 3;
      p = group.end;
    }
  if (p == whole.end
      || (wide && _lectern_mask_word_after (LECTERN_WORDS_AFTER, p, end) == NULL
          && _lectern_alternative_at ("多|余|餘", p, end) < 0))
    return;
  figure->whole.value = whole.value;
  figure->whole.n = whole.n;
  figure->grouped = TRUE;
  figure->end = p;
}

gboolean
_lectern_figure_parse (LecternFigure *figure, const char *p, const char *end)
{
  LecternDigitRun more;
  gint point;

  *figure = (LecternFigure){ p, p };
  if (!_lectern_digit_run_parse (&figure->whole, p, end))
    return FALSE;
  figure->end = figure->whole.end;
  parse_groups (figure, end);
  point = _lectern_alternative_at (".|．| .| ．", figure->end, end);
  if (point <= 0 || (figure->end[0] == ' ' && figure->whole.n > 1 && !figure->whole.spread)
      || !_lectern_digit_run_parse (&more, figure->end + point, end))
    return TRUE;
  point = _lectern_alternative_at (".|．", more.end, end);
  /* 1.2.3 is no number. */
  if (point > 0 && _lectern_digit_run_parse (&(LecternDigitRun){ 0 }, more.end + point, end))
    return TRUE;
  figure->part = more;
  figure->end = more.end;
  return TRUE;
}

void
_lectern_digits_append (GString *out, const char *start, const char *end, const char *names)
{
  guint size, digit;

  for (const char *p = start; p < end; p += MAX (size, 1))
    if ((digit = _lectern_digit_at (p, end, &size)) < 10)
      g_string_append_len (out, names + 3 * digit, 3);
}

void
_lectern_digit_run_append (GString *out, const LecternDigitRun *run, gboolean pair)
{
  gsize begin = out->len;
  const char *unit;

  if (run->n > LECTERN_FIGURE_DIGITS)
    {
      _lectern_digits_append (out, run->start, run->end, LECTERN_DIGITS_OF_CODES);
      return;
    }
  _lectern_numeral_append_chinese (out, LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, run->value);
  if (!g_str_has_prefix (out->str + begin, "二"))
    return;
  unit = out->str + begin + strlen ("二");
  if (run->value == 2 ? pair : _lectern_alternative_at ("千|万|亿", unit, out->str + out->len) > 0)
    memcpy (out->str + begin, "两", strlen ("两"));
}

void
_lectern_figure_append (GString *out, const LecternFigure *figure, gboolean pair)
{
  _lectern_digit_run_append (out, &figure->whole, pair && figure->part.n == 0);
  if (figure->part.n == 0)
    return;
  g_string_append (out, "点");
  _lectern_digits_append (out, figure->part.start, figure->part.end, LECTERN_DIGITS_OF_CODES);
}
