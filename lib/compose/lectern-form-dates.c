/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-struct-private.h"

#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Dates, whole and in parts. */

typedef struct
{
  guint year, month, day;
} Date;

static const struct
{
  const char *part;
  LecternFormPart number;
} parts[] = {
  { "year", LECTERN_PART_YEAR },       { "month", LECTERN_PART_MONTH },
  { "day", LECTERN_PART_DAY },         { "hour", LECTERN_PART_HOUR },
  { "minute", LECTERN_PART_MINUTE },   { "quarter", LECTERN_PART_QUARTER },
  { "weekday", LECTERN_PART_WEEKDAY },
};

/* What may stand in a part, and what a value may carry behind it. */
static const struct
{
  guint from;
  guint to;
  const char *unit;
} ranges[LECTERN_N_PARTS] = {
  [LECTERN_PART_YEAR] = { 1, 9999, "年度|年" }, [LECTERN_PART_MONTH] = { 1, 12, "月份|月" },
  [LECTERN_PART_DAY] = { 1, 31, "日|号|號" },   [LECTERN_PART_HOUR] = { 0, 24, "时|時|点|點" },
  [LECTERN_PART_MINUTE] = { 0, 59, "分" },      [LECTERN_PART_QUARTER] = { 1, 4, "季度" },
  [LECTERN_PART_WEEKDAY] = { 1, 7, "" },
};

static gboolean
append_year_digits (const LecternForm *form, GString *out, const char *digits)
{
  if (!_lectern_form_is_chinese (form))
    return _lectern_form_append_digits (form, out, digits);
  for (; *digits != '\0'; digits++)
    if (*digits == '0' && form->circle)
      g_string_append (out, "○");
    else
      _lectern_numeral_append (out, LECTERN_NUMERAL_CJK_DECIMAL, (guint)(*digits - '0'));
  return TRUE;
}

/* The digits that the place leaves open: of 2025 in 20XX年 these are 25. */
static gboolean
append_year (const LecternForm *form, GString *out, guint year, LecternValue *value, GError **error)
{
  char digits[16];
  gsize before = form->before.length, behind = form->behind.length;
  gsize n = (gsize)g_snprintf (digits, sizeof digits, "%u", year);

  if (n == 4 && before + behind < 4
      && (before == 0 || memcmp (digits, form->before.string, before) == 0)
      && (behind == 0 || memcmp (digits + 4 - behind, form->behind.string, behind) == 0))
    {
      digits[4 - behind] = '\0';
      return append_year_digits (form, out, digits + before);
    }
  /* Only what is missing was given. */
  if (before + behind > 0 && n + before + behind <= 4 && n <= 4 - before - behind)
    {
      g_snprintf (digits, sizeof digits, "%0*u", (int)(4 - before - behind), year);
      return append_year_digits (form, out, digits);
    }
  return _lectern_form_refuse (form, value, LECTERN_REFUSAL_YEAR, error);
}

static gboolean
append_number (const LecternForm *form, GString *out, guint number, LecternValue *value,
               GError **error)
{
  static const char *const weekdays[] = { "", "一", "二", "三", "四", "五", "六", "日" };
  char digits[16];

  if (number < ranges[form->part].from || number > ranges[form->part].to)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  if (form->part == LECTERN_PART_YEAR)
    return append_year (form, out, number, value, error);
  if (form->part == LECTERN_PART_WEEKDAY)
    {
      g_string_append (out, weekdays[number]);
      return TRUE;
    }
  g_snprintf (digits, sizeof digits, "%u", number);
  return _lectern_form_append_digits (form, out, digits);
}

/* The part of a date that the place wants, 0 where it is open. */
static guint
get_part (const LecternForm *form, const Date *date)
{
  switch (form->part)
    {
    case LECTERN_PART_YEAR:
      return date->year;
    case LECTERN_PART_MONTH:
      return date->month;
    case LECTERN_PART_DAY:
      return date->day;
    case LECTERN_PART_QUARTER:
      return (date->month + 2) / 3;
    case LECTERN_PART_WEEKDAY:
      if (date->year > 0 && date->day > 0)
        {
          GDate day;

          g_date_clear (&day, 1);
          g_date_set_dmy (&day, (GDateDay)date->day, (GDateMonth)date->month,
                          (GDateYear)date->year);
          return g_date_get_weekday (&day);
        }
      return 0;
    case LECTERN_PART_WHOLE:
    case LECTERN_PART_HOUR:
    case LECTERN_PART_MINUTE:
    case LECTERN_N_PARTS:
    default:
      return 0;
    }
}

static void
append_whole (const LecternForm *form, GString *out, const Date *date)
{
  char digits[16];

  if (form->iso)
    {
      g_string_append_printf (out, "%04u", date->year);
      if (date->month > 0)
        g_string_append_printf (out, "-%02u", date->month);
      if (date->day > 0)
        g_string_append_printf (out, "-%02u", date->day);
      return;
    }
  if (date->year > 0)
    {
      g_snprintf (digits, sizeof digits, "%u", date->year);
      append_year_digits (form, out, digits);
      g_string_append (out, "年");
    }
  if (date->month > 0)
    {
      g_snprintf (digits, sizeof digits, "%u", date->month);
      _lectern_form_append_digits (form, out, digits);
      g_string_append (out, "月");
    }
  if (date->day > 0)
    {
      g_snprintf (digits, sizeof digits, "%u", date->day);
      _lectern_form_append_digits (form, out, digits);
      g_string_append (out, "日");
    }
}

static gboolean
append_date (const LecternForm *form, GString *out, const Date *date, LecternValue *value,
             GError **error)
{
  guint number;

  if (form->part == LECTERN_PART_WHOLE)
    {
      if (form->iso && date->year == 0)
        return _lectern_form_refuse (form, value, LECTERN_REFUSAL_OPEN, error);
      append_whole (form, out, date);
      return TRUE;
    }
  number = get_part (form, date);
  if (number == 0)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_OPEN, error);
  return append_number (form, out, number, value, error);
}

/* A number by itself, in a place that wants one part: 3, 三, 03, 3月, 星期三, 9:30. */
static gboolean
write_part_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  const char *p = value->text, *end = p + value->length;
  const char *unit = ranges[form->part].unit;
  guint number;
  gsize n;
  gint behind;

  p += MAX (_lectern_alternative_at ("星期|周|週|礼拜|禮拜|第", p, end), 0);
  if (form->part == LECTERN_PART_WEEKDAY
      && _lectern_alternative_at ("日|天", p, end) == (gint)(end - p) && p < end)
    return append_number (form, out, 7, value, error);
  n = _lectern_numeral_parse (p, (gsize)(end - p), &number, NULL);
  if (n == 0)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_DATE, error);
  p += n;
  behind = MAX (_lectern_alternative_at (unit, p, end), 0);
  if (p + behind != end)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_DATE, error);
  return append_number (form, out, number, value, error);
}

static gboolean
write_date_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  Date date;
  gsize n
      = _lectern_value_read_date (value->text, value->length, &date.year, &date.month, &date.day);

  if (n == 0 || n != value->length)
    return form->part != LECTERN_PART_WHOLE
               ? write_part_text (form, out, value, error)
               : _lectern_form_refuse (form, value, LECTERN_REFUSAL_DATE, error);
  {
    g_autoptr (LecternValue) valid = lectern_value_new_date (date.year, date.month, date.day, NULL);

    if (valid == NULL)
      return _lectern_form_refuse (form, value, LECTERN_REFUSAL_DATE, error);
  }
  return append_date (form, out, &date, value, error);
}

static gboolean
write_date (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  Date date = { value->year, value->month, value->day };
  gint64 number;

  if (value->type == LECTERN_VALUE_DATE)
    return append_date (form, out, &date, value, error);
  if (value->type == LECTERN_VALUE_TEXT)
    return write_date_text (form, out, value, error);
  if (form->part == LECTERN_PART_WHOLE || !lectern_value_get_integer (value, &number))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_DATE, error);
  if (number < 0 || number > 9999)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  return append_number (form, out, (guint)number, value, error);
}

/* Digits of any sort beside the mask, as ASCII ones. */
static gboolean
fold_digit (gunichar c, char *digit)
{
  static const char chinese[] = "〇一二三四五六七八九";
  const char *found;

  if (c - '0' < 10)
    return *digit = (char)c, TRUE;
  if (c - 0xff10 < 10)
    return *digit = (char)('0' + (c - 0xff10)), TRUE;
  if (c == 0x25cb || c == 0x96f6)
    return *digit = '0', TRUE;
  found = c > 0x80 ? g_utf8_strchr (chinese, -1, c) : NULL;
  if (found == NULL)
    return FALSE;
  *digit = (char)('0' + (found - chinese) / 3);
  return TRUE;
}

/* At most three digits on each side belong to the year. */
static void
find_year_digits (LecternForm *form, const LecternFormContext *context)
{
  char digits[4];
  guint n = 0, size;
  const char *p = context->from;

  while (n < 3 && p > context->start)
    {
      const char *last = g_utf8_find_prev_char (context->start, p);

      if (!fold_digit (_lectern_peek (last, context->from, &size), &digits[2 - n]))
        break;
      n++;
      p = last;
    }
  _lectern_form_set_word (&form->before, digits + 3 - n, n);
  for (n = 0, p = context->to; n < 3; n++, p += size)
    if (!fold_digit (_lectern_peek (p, context->end, &size), &digits[n]))
      break;
  _lectern_form_set_word (&form->behind, digits, n);
}

/* Whether the date around the mask is in Chinese numerals: 二○二X年X月X日. */
static gboolean
is_chinese_around (const LecternFormContext *context, gboolean *circle)
{
  gboolean chinese = FALSE;
  const char *p = context->from;
  guint size;

  /* To both ends of what dates consist of. */
  for (int side = 0; side < 2; side++)
    for (p = side == 0 ? context->from : context->to;;)
      {
        gunichar c;
        char digit;

        if (side == 0)
          {
            if (p == context->start)
              break;
            p = g_utf8_find_prev_char (context->start, p);
          }
        c = _lectern_peek (p, context->end, &size);
        if (size == 0)
          break;
        if (fold_digit (c, &digit) || c == U'十')
          {
            chinese = chinese || (c > 0x80 && c - 0xff10 >= 10);
            *circle = *circle || c == 0x25cb;
          }
        else if (g_utf8_strchr ("年月日XxＸｘ×*_ 　", -1, c) == NULL)
          break;
        if (side == 1)
          p += size;
      }
  return chinese;
}

void
_lectern_form_compile_date (LecternForm *form, const LecternFormContext *context)
{
  const char *part = context->place->part;

  form->write = write_date;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (part, parts[i].part) == 0)
      form->part = parts[i].number;
  if (form->part == LECTERN_PART_YEAR)
    find_year_digits (form, context);
  if (form->part == LECTERN_PART_QUARTER || is_chinese_around (context, &form->circle))
    form->numerals = LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL;
}
