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

/* Digit by digit: 2025, 二〇二五, 贰零贰伍. */
static gboolean
append_year_digits (const LecternForm *form, GString *out, const char *digits, guint n)
{
  gboolean informal = form->numerals == LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL
                      || form->numerals == LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL;
  LecternNumeralStyle style = informal ? LECTERN_NUMERAL_CJK_DECIMAL : form->numerals;

  for (guint i = 0; i < n; i++)
    if (digits[i] == '0' && informal && form->circle)
      g_string_append (out, "○");
    else if (!_lectern_numeral_append (out, style, (guint)(digits[i] - '0')))
      return FALSE;
  return TRUE;
}

/* At least `least` digits of a year; how many there are. */
static guint
split_year (guint year, guint least, char *digits)
{
  guint n = least;

  while (n < 4 && year >= (n == 3 ? 1000u : n == 2 ? 100u : n == 1 ? 10u : 1u))
    n++;
  for (guint i = n; i > 0; i--, year /= 10)
    digits[i - 1] = (char)('0' + year % 10);
  return n;
}

/* The digits that the place leaves open: of 2025 in 20XX年 these are 25. */
static gboolean
append_year (const LecternForm *form, GString *out, guint year)
{
  char digits[4];
  guint before = (guint)form->before.length, behind = (guint)form->behind.length;
  guint n = split_year (year, 1, digits);

  /* 90年代 is spoken of without the century. */
  if (form->decade && before == 0)
    {
      split_year (year % 100 / 10 * 10, 2, digits);
      return append_year_digits (form, out, digits, 2);
    }
  if (n == 4 && before + behind < 4
      && (before == 0 || memcmp (digits, form->before.string, before) == 0)
      && (behind == 0 || memcmp (digits + 4 - behind, form->behind.string, behind) == 0))
    return append_year_digits (form, out, digits + before, 4 - before - behind);
  /* Only what is missing was given. */
  if (before + behind > 0 && n + before + behind <= 4)
    {
      n = split_year (year, 4 - before - behind, digits);
      return append_year_digits (form, out, digits, n);
    }
  return form->era && append_year_digits (form, out, digits, n);
}

static gboolean
append_number (const LecternForm *form, GString *out, guint number, LecternValue *value,
               GError **error)
{
  static const char *const weekdays[] = { "", "一", "二", "三", "四", "五", "六", "日" };

  if (number < ranges[form->part].from || number > ranges[form->part].to)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  if (form->part == LECTERN_PART_YEAR)
    return append_year (form, out, number)
           || _lectern_form_refuse (form, value, LECTERN_REFUSAL_YEAR, error);
  if (form->part == LECTERN_PART_WEEKDAY && form->tongue == LECTERN_TONGUE_CHINESE)
    {
      g_string_append (out, weekdays[number]);
      return TRUE;
    }
  if (form->part == LECTERN_PART_HOUR && form->afternoon && number > 12)
    number -= 12;
  return _lectern_form_append_whole (form, out, number)
         || _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
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
append_iso (GString *out, const Date *date)
{
  g_string_append_printf (out, "%04u", date->year);
  if (date->month > 0)
    g_string_append_printf (out, "-%02u", date->month);
  if (date->day > 0)
    g_string_append_printf (out, "-%02u", date->day);
}

/* March 12, 2025 */
static void
append_english (GString *out, const Date *date)
{
  static const char *const months[]
      = { "",     "January", "February",  "March",   "April",    "May",     "June",
          "July", "August",  "September", "October", "November", "December" };

  g_string_append (out, months[date->month]);
  if (date->day > 0)
    g_string_append_printf (out, "%s%u", date->month > 0 ? " " : "", date->day);
  if (date->year > 0)
    g_string_append_printf (out, "%s%u",
                            date->day > 0     ? ", "
                            : date->month > 0 ? " "
                                              : "",
                            date->year);
}

/* What stands behind year, month and day. */
static const char *const date_units[][3] = {
  [LECTERN_TONGUE_CHINESE] = { "年", "月", "日" },
  [LECTERN_TONGUE_JAPANESE] = { "年", "月", "日" },
  [LECTERN_TONGUE_KOREAN] = { "년", "월", "일" },
};

static gboolean
append_whole (const LecternForm *form, GString *out, const Date *date)
{
  const char *const *units;
  const char *gap = form->tongue == LECTERN_TONGUE_KOREAN ? " " : "";
  char digits[4];

  if (form->iso)
    {
      append_iso (out, date);
      return TRUE;
    }
  if (form->tongue == LECTERN_TONGUE_ENGLISH)
    {
      append_english (out, date);
      return TRUE;
    }
  units = date_units[form->tongue];
  if (date->year > 0)
    {
      guint n = split_year (date->year, 1, digits);

      if (!append_year_digits (form, out, digits, n))
        return FALSE;
      g_string_append (out, units[0]);
    }
  if (date->month > 0)
    {
      g_string_append (out, date->year > 0 ? gap : "");
      if (!_lectern_form_append_whole (form, out, date->month))
        return FALSE;
      g_string_append (out, units[1]);
    }
  if (date->day > 0)
    {
      g_string_append (out, date->month > 0 ? gap : "");
      if (!_lectern_form_append_whole (form, out, date->day))
        return FALSE;
      g_string_append (out, units[2]);
    }
  return TRUE;
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
      return append_whole (form, out, date)
             || _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
    }
  number = get_part (form, date);
  if (number == 0)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_OPEN, error);
  return append_number (form, out, number, value, error);
}

/* 9:30, 9时30分, 下午3点: the hour or the minute of it; 0 bytes read where it is no time. */
static gboolean
read_clock (const LecternForm *form, const char *p, const char *end, guint *number)
{
  gboolean late = _lectern_alternative_at ("下午|晚上|傍晚", p, end) > 0;
  guint hour = 0, minute = 0;
  gint n = MAX (_lectern_alternative_at ("上午|下午|晚上|傍晚|早上|凌晨|中午", p, end), 0);
  gsize read;

  p += n;
  if ((read = _lectern_numeral_parse (p, (gsize)(end - p), &hour, NULL)) == 0)
    return FALSE;
  p += read;
  if ((n = _lectern_alternative_at (":|：|时|時|点|點", p, end)) <= 0)
    return FALSE;
  p += n;
  read = _lectern_numeral_parse (p, (gsize)(end - p), &minute, NULL);
  p += read;
  p += read > 0 ? MAX (_lectern_alternative_at ("分", p, end), 0) : 0;
  if (p != end || hour > 24 || minute > 59)
    return FALSE;
  if (form->part == LECTERN_PART_MINUTE && read == 0)
    return FALSE;
  *number = form->part == LECTERN_PART_MINUTE ? minute : late && hour < 12 ? hour + 12 : hour;
  return TRUE;
}

/* A number by itself, in a place that wants one part: 3, 三, 03, 3月, 星期三, 9:30. */
static gboolean
write_part_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  const char *p = value->text, *end = p + value->length;
  guint number;
  gsize n;
  gint behind;

  if ((form->part == LECTERN_PART_HOUR || form->part == LECTERN_PART_MINUTE)
      && read_clock (form, p, end, &number))
    return append_number (form, out, number, value, error);
  p += MAX (_lectern_alternative_at ("星期|周|週|礼拜|禮拜|第", p, end), 0);
  if (form->part == LECTERN_PART_WEEKDAY && p < end
      && _lectern_alternative_at ("日|天", p, end) == (gint)(end - p))
    return append_number (form, out, 7, value, error);
  n = _lectern_numeral_parse (p, (gsize)(end - p), &number, NULL);
  if (n == 0)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_DATE, error);
  p += n;
  behind = MAX (_lectern_alternative_at (ranges[form->part].unit, p, end), 0);
  if (p + behind != end)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_DATE, error);
  return append_number (form, out, number, value, error);
}

/* A digit of any sort as an ASCII one. */
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

/* What may go on after a date: 3月12日上午, 2025年春. */
static gboolean
goes_on (const char *p, const char *end)
{
  char digit;
  guint size;
  gunichar c = _lectern_peek (p, end, &size);

  return !fold_digit (c, &digit) && !(c < 0x80 && g_ascii_isalpha ((char)c)) && c != '-' && c != '/'
         && c != '.';
}

static gboolean
write_date_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  const char *text = value->text, *end = text + value->length;
  Date date;
  gsize n = _lectern_value_read_date (text, value->length, &date.year, &date.month, &date.day);
  gboolean whole = form->part == LECTERN_PART_WHOLE;

  if (n > 0 && _lectern_value_is_date (date.year, date.month, date.day)
      && (n == value->length || (whole && goes_on (text + n, end))))
    {
      if (!append_date (form, out, &date, value, error))
        return FALSE;
      g_string_append_len (out, text + n, (gssize)(value->length - n));
      return TRUE;
    }
  if (!whole)
    return write_part_text (form, out, value, error);
  if (!read_clock (form, text, end, &(guint){ 0 }))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_DATE, error);
  g_string_append_len (out, text, (gssize)value->length);
  return TRUE;
}

gboolean
_lectern_form_write_date (const LecternForm *form, GString *out, LecternValue *value,
                          GError **error)
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

/* The character on one side of `*p` within the line, 0 at its end; moves `*p` past it. */
static gunichar
step (const LecternFormContext *context, const char **p, gboolean back)
{
  guint size;
  gunichar c;

  if (back && *p == context->start)
    return 0;
  if (back)
    *p = g_utf8_find_prev_char (context->start, *p);
  c = _lectern_peek (*p, context->end, &size);
  if (!back)
    *p += size;
  return c;
}

/* Whether the date around the mask is in Chinese numerals: 二○二X年X月X日. */
static gboolean
is_chinese_around (const LecternFormContext *context, gboolean *circle)
{
  gboolean chinese = FALSE;

  for (guint side = 0; side < 2; side++)
    {
      const char *p = side == 0 ? context->from : context->to;
      gunichar c;
      char digit;

      while ((c = step (context, &p, side == 0)) != 0)
        if (fold_digit (c, &digit) || c == U'十')
          {
            chinese = chinese || (c > 0x80 && c - 0xff10 >= 10);
            *circle = *circle || c == 0x25cb;
          }
        else if (g_utf8_strchr ("年月日XxＸｘ×*_ 　", -1, c) == NULL)
          break;
    }
  return chinese;
}

void
_lectern_form_compile_date (LecternForm *form, const LecternFormContext *context)
{
  const char *part = context->place->part;

  form->write = _lectern_form_write_date;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (part, parts[i].part) == 0)
      form->part = parts[i].number;
  _lectern_form_compile_part (form, context);
}

void
_lectern_form_compile_part (LecternForm *form, const LecternFormContext *context)
{
  const char *from = context->from, *to = context->to;

  if (form->part == LECTERN_PART_YEAR)
    {
      find_year_digits (form, context);
      form->decade = _lectern_alternative_at ("年代", to, context->end) > 0;
      form->era = _lectern_alternative_before (
                      "公元|公元前|民国|民國|令和|平成|昭和|光绪|乾隆|康熙", context->start, from)
                  > 0;
    }
  form->afternoon = _lectern_alternative_before ("下午|晚上|傍晚|晚", context->start, from) > 0;
  if (form->tongue == LECTERN_TONGUE_CHINESE
      && (form->part == LECTERN_PART_QUARTER || is_chinese_around (context, &form->circle)))
    _lectern_form_set_chinese (form);
  /* A date has this form by itself. */
  if (form->part == LECTERN_PART_WHOLE && form->numerals == LECTERN_NUMERAL_DECIMAL
      && form->tongue <= LECTERN_TONGUE_JAPANESE)
    form->plain = LECTERN_PLAIN (DATE);
}
