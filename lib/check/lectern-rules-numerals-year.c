/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-numerals-private.h"

#include <string.h>

/* Years of two digits. */

const LecternBilingual _lectern_rules_year_short_messages[] = {
  { "the year “{1}” is written in full: “{2}”", "年份不应简写，“{1}”应当写作“{2}”" },
  { "the year “{1}” is written in four digits", "年份“{1}”不应简写，应当写出四位数字" },
  { NULL },
};

/* Before years of another reckoning, and before spans of time. */
#define NOT_BEFORE                                                                                                                   \
  "第|约|近|共|满|历时|徒刑|判处|刑期|公元|公元前|前|民国|昭和|大正|明治|平成|令和|光绪|宣统|"    \
  "道光|"                                                                                                                          \
  "咸丰|同治|嘉庆|乾隆|雍正|康熙|顺治|万历|洪武|贞观|开元|每|整整|长达|超过|达|了|过|连续|最近|" \
  "过去|未来|今后|用|花|周期|为期"

/* What a year stands after and a span does not. */
#define SINCE "从|自|自从|于|早在|截至|截止|直到"
#define SINCE_AFTER                                                                                                                      \
  "年开始|年起|年至今|年到|年，|年就|年以前|年之前|年成立|年创办|年创立|年参加|年毕业|年建|年入|" \
  "年以来"

/* What only follows a year. */
#define SEASONS "年底|年初|年末|年春|年夏|年秋|年冬|年上半年|年下半年|年第"

typedef enum
{
  NO_YEAR,
  YEAR,          /* of this or the last century */
  YEAR_IN_DOUBT, /* a year, but of which century? */
} Verdict;

static gboolean
is_month (const LecternCheck *check, const LecternMark *next, gsize at)
{
  LecternDigits month;

  if (next->kind != LECTERN_MARK_DIGITS || next->start != at)
    return FALSE;
  _lectern_digits_read (check, next, &month);
  return month.value >= 1 && month.value <= 12
         && _lectern_digits_follows (check, month.end, "月") >= 0;
}

static Verdict
judge_century (const LecternDigits *digits)
{
  return digits->value >= 30 && digits->value < 50 ? YEAR_IN_DOUBT : YEAR;
}

/* ’98 in a text that is not English. */
static gboolean
has_apostrophe (const LecternCheck *check, const LecternDigits *digits)
{
  gunichar c = _lectern_check_character_before (check, digits->start);

  return c == '\'' || c == 0x2019 || c == 0x2018;
}

/* 1996-98年: the century is that of the first. */
static gboolean
ends_span_of_years (const LecternCheck *check, const LecternMark *mark, const LecternDigits *digits)
{
  gint connector = _lectern_digits_precedes (check, digits->start, "-|－|–|—|～|~|至|到");
  LecternDigits first;

  if (connector < 0)
    return FALSE;
  while (mark->start >= digits->start)
    mark--;
  if (mark->kind == LECTERN_MARK_HYPHEN || mark->kind == LECTERN_MARK_DASH)
    mark--;
  if (mark->kind != LECTERN_MARK_DIGITS)
    return FALSE;
  _lectern_digits_read (check, mark, &first);
  return first.end == digits->start - (gsize)connector && first.n_digits == 4
         && first.value / 100 == (digits->value < 30 ? 20 : 19)
         && first.value % 100 < digits->value;
}

static Verdict
judge (const LecternCheck *check, const LecternMark *mark, const LecternDigits *digits)
{
  gint year = _lectern_digits_follows (check, digits->end, "年");

  if (digits->n_digits != 2 || year < 0)
    return NO_YEAR;
  if (has_apostrophe (check, digits))
    return judge_century (digits);
  if (_lectern_digits_precedes (check, digits->start, NOT_BEFORE) >= 0)
    return NO_YEAR;
  if (ends_span_of_years (check, mark, digits))
    return YEAR;
  if (is_month (check, mark + 1, digits->end + (gsize)year))
    return judge_century (digits);
  if (_lectern_digits_follows (check, digits->end, "年代|年级") >= 0)
    return NO_YEAR;
  /* 08年: no span is written so. */
  if (digits->value < 10)
    return YEAR;
  if (digits->value < 50)
    return NO_YEAR;
  if (_lectern_digits_follows (check, digits->end, SEASONS) >= 0
      || (_lectern_digits_precedes (check, digits->start, SINCE) >= 0
          && _lectern_digits_follows (check, digits->end, SINCE_AFTER) >= 0))
    return YEAR;
  return NO_YEAR;
}

static char *
dup_year (const LecternCheck *check, const LecternDigits *digits)
{
  const char *century = digits->value < 30 ? "20" : "19";

  if (digits->wide)
    century = digits->value < 30 ? "２０" : "１９";
  return g_strdup_printf ("%s%.*s年", century, (int)(digits->end - digits->start),
                          check->text + digits->start);
}

static void
report (LecternCheck *check, const LecternDigits *digits, Verdict verdict)
{
  g_autofree char *full = dup_year (check, digits);
  gsize start = digits->start, end = digits->end + strlen ("年");
  g_autofree char *quote = NULL;
  LecternFinding *finding;

  if (has_apostrophe (check, digits))
    start -= (guchar)check->text[start - 1] < 0x80 ? 1 : 3;
  quote = g_strndup (check->text + start, end - start);
  if (verdict == YEAR_IN_DOUBT)
    {
      _lectern_digits_find (check, 1, start, end, quote, NULL);
      return;
    }
  finding = _lectern_digits_find (check, 0, start, end, quote, full);
  _lectern_check_replace (check, finding, start, end, full);
}

void
_lectern_rules_check_year_short (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);

  for (gsize i = 0; i + 1 < n_marks; i++)
    {
      LecternDigits digits;
      Verdict verdict;

      if (marks[i].kind != LECTERN_MARK_DIGITS)
        continue;
      _lectern_digits_read (check, &marks[i], &digits);
      verdict = judge (check, &marks[i], &digits);
      if (verdict != NO_YEAR && !_lectern_digits_is_code (check, &digits))
        report (check, &digits, verdict);
    }
}
