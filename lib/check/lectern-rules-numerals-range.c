/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-numerals-private.h"

/* Ranges of numbers: 63～68% for 63%～68%. */

enum
{
  REPEAT,
  CONNECT
};

const LecternBilingual _lectern_rules_range_form_messages[] = {
  { "“{1}” is written “{2}”: the sign or unit stands after both numbers",
    "“{1}”应当写作“{2}”，前后两个数都要带上符号或单位" },
  { "the range “{1}” is written “{2}”", "数值范围“{1}”应当写作“{2}”" },
  { NULL },
};

/* What joins the two numbers. */
static const struct
{
  const char *text;
  const char *right; /* what it should be, NULL where it is right */
  gboolean word;     /* 至: the standard speaks of signs only */
} connectors[] = {
  { "～", NULL, FALSE }, { "~", "～", FALSE }, { "-", "～", FALSE }, { "－", "～", FALSE },
  { "–", "～", FALSE },  { "—", NULL, FALSE }, { "至", NULL, TRUE }, { "到", NULL, TRUE },
};

/* Signs and units that must not be left out after the first number. */
#define REPEATED "%|％|‰|万亿元|万亿|万元|亿元|万美元|亿美元|万|亿"

/* Units of what is counted or measured, so that the hyphen means a range. */
#define MEASURES                                                                                                                     \
  "人|名|个|元|岁|次|倍|吨|公里|千米|米|平方米|平方公里|亩|公顷|℃|摄氏度|分钟|小时|天|周|家|户|" \
  "项|件|场|公斤|千克|千瓦|台|辆|座|所|条|位|克|厘米|毫米|个月|个百分点|度"

typedef struct
{
  gsize start;
  gsize first_end;
  gsize second;
  gsize second_end;
  gsize end; /* with the unit */
  guint connector;
  double first_value;
  double second_value;
} Range;

/* The end of the number that begins with `mark`, its decimal part included. */
static gsize
read_number (const LecternCheck *check, const LecternMark *mark, double *value, gsize *n_marks)
{
  LecternDigits digits;
  double scale = 1;

  _lectern_digits_read (check, mark, &digits);
  *value = digits.value;
  *n_marks = 1;
  if (!_lectern_mark_touches_next (mark) || mark[1].kind != LECTERN_MARK_POINT
      || !_lectern_mark_touches_next (&mark[1]) || mark[2].kind != LECTERN_MARK_DIGITS)
    return digits.end;
  _lectern_digits_read (check, &mark[2], &digits);
  for (guint i = 0; i < digits.n_digits && i < 9; i++)
    scale *= 10;
  *value += digits.value / scale;
  *n_marks = 3;
  return digits.end;
}

static gboolean
is_range_at (const LecternCheck *check, const LecternMark *mark, const LecternMark *end,
             Range *range)
{
  gsize n_marks;

  range->start = mark->start;
  range->first_end = read_number (check, mark, &range->first_value, &n_marks);
  for (guint i = 0; i < G_N_ELEMENTS (connectors); i++)
    {
      gint size = _lectern_digits_follows (check, range->first_end, connectors[i].text);

      if (size < 0)
        continue;
      range->connector = i;
      range->second = range->first_end + (gsize)size;
      for (mark += n_marks; mark < end && mark->start < range->second; mark++)
        ;
      if (mark >= end || mark->start != range->second || mark->kind != LECTERN_MARK_DIGITS)
        return FALSE;
      range->second_end = read_number (check, mark, &range->second_value, &n_marks);
      return range->first_value < range->second_value;
    }
  return FALSE;
}

/* Numbers that only look like a range: 2020-2021, 010-123, A3-5, 1-2-3, 第3-5名. */
static gboolean
is_something_else (const LecternCheck *check, const Range *range)
{
  LecternDigits first = { .start = range->start, .end = range->first_end };
  gunichar before = _lectern_check_character_before (check, range->start);

  return _lectern_digits_precedes (check, range->start, "第|-|－|–|—|～|~|/|.|,|:") >= 0
         || before == 0xff0e || (check->text[range->start] == '0' && range->first_value >= 1)
         || (_lectern_digits_is_code (check, &first)
             && _lectern_digits_follows (check, range->first_end, ".|/|,|:") >= 0)
         || (before < 0x250 && g_unichar_isalpha (before));
}

static void
report (LecternCheck *check, const Range *range, guint message, gint unit)
{
  g_autofree char *bad = g_strndup (check->text + range->start, range->end - range->start);
  g_autoptr (GString) good = g_string_new (NULL);
  const char *right = connectors[range->connector].right;
  LecternFinding *finding;

  g_string_append_len (good, check->text + range->start, range->first_end - range->start);
  if (message == REPEAT)
    g_string_append_len (good, check->text + range->second_end, unit);
  if (right != NULL)
    g_string_append (good, right);
  else
    g_string_append_len (good, check->text + range->first_end, range->second - range->first_end);
  g_string_append_len (good, check->text + range->second, range->end - range->second);
  finding = _lectern_digits_find (check, message, range->start, range->end, bad, good->str);
  if (message == CONNECT || connectors[range->connector].word)
    _lectern_check_soften (finding);
  _lectern_check_replace (check, finding, range->start, range->end, good->str);
}

static void
check_range (LecternCheck *check, Range *range)
{
  gint unit = _lectern_digits_follows (check, range->second_end, REPEATED);

  if (is_something_else (check, range))
    return;
  if (unit > 0)
    {
      range->end = range->second_end + (gsize)unit;
      report (check, range, REPEAT, unit);
      return;
    }
  unit = _lectern_digits_follows (check, range->second_end, MEASURES);
  if (unit > 0 && connectors[range->connector].right != NULL && range->first_value < 1900)
    {
      range->end = range->second_end + (gsize)unit;
      report (check, range, CONNECT, unit);
    }
}

void
_lectern_rules_check_range_form (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);
  gsize past = 0;

  for (gsize i = 0; i < n_marks; i++)
    {
      Range range;

      if (marks[i].kind != LECTERN_MARK_DIGITS || marks[i].start < past
          || !is_range_at (check, &marks[i], marks + n_marks, &range))
        continue;
      past = range.second_end;
      check_range (check, &range);
    }
}
