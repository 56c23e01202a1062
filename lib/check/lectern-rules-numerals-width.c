/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-numerals-private.h"

/* Digits and percent signs of full width. */

enum
{
  WIDE,
  ALL_WIDE,
  ALL_PERCENT,
  ZERO
};

const LecternBilingual _lectern_rules_digit_width_messages[] = {
  { "“{1}” is written in full width: “{2}”", "“{1}”用了全角字符，应当写作“{2}”" },
  { "all numbers here are written in full width, “{1}” for “{2}”",
    "全文数字都用了全角字符，如“{1}”，应当写作“{2}”" },
  { "all percent signs here are written in full width, “{1}” for “{2}”",
    "全文百分号都用了全角字符，如“{1}”，应当写作“{2}”" },
  { "“{1}” among Chinese numerals is written “{2}”", "与汉字数字连用时，“{1}”应当写作“{2}”" },
  { NULL },
};

typedef struct
{
  gsize start;
  gsize end; /* with the percent sign */
  gboolean wide_digits;
  gboolean percent; /* of either width */
  gboolean wide_percent;
} Number;

static gboolean
is_wide_letter (gunichar c)
{
  return (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a);
}

static gboolean
has_wide (const LecternCheck *check, gsize start, gsize end)
{
  while (start < end && (guchar)check->text[start] < 0x80)
    start++;
  return start < end;
}

/* The number that begins with mark `*i`; a point between digits belongs to it. */
static void
read_number (const LecternCheck *check, const LecternMark *marks, gsize *i, Number *number)
{
  gunichar next;

  number->start = marks[*i].start;
  while (_lectern_mark_touches_next (&marks[*i]) && marks[*i + 1].kind == LECTERN_MARK_POINT
         && marks[*i + 1].size == (marks[*i + 1].character == '.' ? 1 : 3)
         && _lectern_mark_touches_next (&marks[*i + 1])
         && marks[*i + 2].kind == LECTERN_MARK_DIGITS)
    *i += 2;
  number->end = marks[*i].start + marks[*i].size;
  number->wide_digits = has_wide (check, number->start, number->end);
  next = _lectern_check_character_at (check, number->end);
  number->wide_percent = next == 0xff05;
  number->percent = next == '%' || next == 0xff05;
  if (number->wide_percent)
    number->end += 3;
  /* １２Ｖ is a type of something. */
  if (is_wide_letter (next)
      || is_wide_letter (_lectern_check_character_before (check, number->start)))
    number->wide_digits = FALSE;
}

/* 二００八年: what is meant is the Chinese zero (5.2.5). */
static gboolean
is_chinese_zero (const LecternCheck *check, const Number *number)
{
  static const char others[] = "〇|零|一|二|三|四|五|六|七|八|九|十";

  for (gsize at = number->start; at < number->end; at += 3)
    if (_lectern_digits_follows (check, at, "０") < 0)
      return FALSE;
  return _lectern_digits_precedes (check, number->start, others) >= 0
         || _lectern_digits_follows (check, number->end, others) >= 0;
}

static char *
dup_right (const LecternCheck *check, const Number *number, gboolean zero)
{
  GString *right = g_string_new (NULL);
  const char *p = check->text + number->start;

  while (p < check->text + number->end)
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (right, zero ? 0x3007 : c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c);
      p = g_utf8_next_char (p);
    }
  return g_string_free (right, FALSE);
}

typedef struct
{
  gsize wide;
  gsize narrow;
  gsize wide_percent; /* after narrow digits */
  gsize narrow_percent;
  LecternFinding *all_wide; /* where nothing is of half width: one finding is enough */
  LecternFinding *all_percent;
} Widths;

static void
count_widths (LecternCheck *check, const LecternMark *marks, gsize n_marks, Widths *widths)
{
  Number number;

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == LECTERN_MARK_DIGITS)
      {
        read_number (check, marks, &i, &number);
        if (number.wide_digits)
          widths->wide++;
        else
          widths->narrow++;
        widths->narrow_percent += number.percent && !number.wide_percent;
        widths->wide_percent += number.wide_percent && !number.wide_digits;
      }
}

static LecternFinding *
find (LecternCheck *check, guint message, const Number *number, const char *right)
{
  g_autofree char *quote = _lectern_check_quote (check, number->start, number->end, 20);

  return _lectern_digits_find (check, message, number->start, number->end, quote, right);
}

static void
report (LecternCheck *check, Widths *widths, const Number *number)
{
  gboolean zero = number->wide_digits && is_chinese_zero (check, number);
  g_autofree char *right = dup_right (check, number, zero);
  LecternFinding *finding;

  if (zero)
    finding = find (check, ZERO, number, right);
  else if (number->wide_digits && widths->narrow == 0 && widths->wide > 1)
    {
      if (widths->all_wide == NULL)
        widths->all_wide = find (check, ALL_WIDE, number, right);
      finding = widths->all_wide;
    }
  else if (!number->wide_digits && widths->narrow_percent == 0)
    {
      if (widths->all_percent == NULL)
        {
          widths->all_percent
              = find (check, widths->wide_percent > 1 ? ALL_PERCENT : WIDE, number, right);
          _lectern_check_soften (widths->all_percent);
        }
      finding = widths->all_percent;
    }
  else
    finding = find (check, WIDE, number, right);
  _lectern_check_replace (check, finding, number->start, number->end, right);
}

void
_lectern_rules_check_digit_width (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);
  Widths widths = { 0 };
  Number number;

  count_widths (check, marks, n_marks, &widths);
  for (gsize i = 0; i < n_marks; i++)
    {
      if (marks[i].kind != LECTERN_MARK_DIGITS)
        continue;
      read_number (check, marks, &i, &number);
      if (number.wide_digits || number.wide_percent)
        report (check, &widths, &number);
    }
}
