/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-value-private.h"

#include "base/lectern-error-private.h"
#include "compose/lectern-decimal-private.h"
#include "language/lectern-numerals-private.h"
#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Values out of strings: cells of a table, entries of a key file. */

static const char *
pass_blanks (const char *p, const char *end)
{
  guint size;

  for (; p < end; p += size)
    {
      gunichar c = _lectern_peek (p, end, &size);

      if (c != ' ' && c != '\t' && c != 0x3000 && c != 0xa0)
        break;
    }
  return p;
}

/* A whole number in digits of either width or in Chinese numerals, and one of `units` behind it. */
static const char *
read_part (const char *p, const char *end, const char *units, guint *number)
{
  guint value;
  gsize n;
  gint unit;

  p = pass_blanks (p, end);
  if ((n = _lectern_numeral_parse (p, end - p, &value, NULL)) == 0)
    return NULL;
  p = pass_blanks (p + n, end);
  if ((unit = _lectern_alternative_at (units, p, end)) < 0)
    return NULL;
  *number = value;
  return p + unit;
}

/* 二零二五: four numerals with 零 among them, which is no number elsewhere. */
static const char *
read_chinese_year (const char *p, const char *end, guint *year)
{
  guint value = 0, digit;
  gint unit;

  for (guint i = 0; i < 4; i++, p += 3)
    {
      LecternNumeralStyle style;

      if (end - p < 3 || _lectern_numeral_parse (p, 3, &digit, &style) != 3 || digit > 9
          || style == LECTERN_NUMERAL_DECIMAL || style == LECTERN_NUMERAL_FULLWIDTH_DECIMAL)
        return NULL;
      value = value * 10 + digit;
    }
  if ((unit = _lectern_alternative_at ("年", p, end)) < 0)
    return NULL;
  *year = value;
  return p + unit;
}

/* 2025年3月12日, 二〇二五年三月十二日, 2025年, 3月12日, 12日 */
static gsize
read_worded_date (const char *text, gsize length, guint *year, guint *month, guint *day)
{
  const char *p = text, *end = text + length, *next;

  if ((next = read_part (p, end, "年|년", year)) != NULL
      || (next = read_chinese_year (p, end, year)) != NULL)
    p = next;
  if ((next = read_part (p, end, "月份|月|월", month)) != NULL)
    p = next;
  if ((*year == 0 || *month > 0) && (next = read_part (p, end, "日|号|號|일", day)) != NULL)
    p = next;
  return (gsize)(p - text);
}

/* Between `least` and `most` ASCII digits. */
static const char *
read_few_digits (const char *p, const char *end, guint least, guint most, guint *number)
{
  guint n = 0, value = 0;

  for (; p < end && g_ascii_isdigit (*p) && n <= most; p++, n++)
    value = value * 10 + (guint)(*p - '0');
  if (n < least || n > most)
    return NULL;
  *number = value;
  return p;
}

/* 2025-03-12, 2025/3/12, 2025.3.12, 2025-03 */
static gsize
read_iso_date (const char *text, gsize length, guint *year, guint *month, guint *day)
{
  const char *end = text + length;
  const char *p = read_few_digits (text, end, 4, 4, year), *next;

  if (p == NULL || p == end || strchr ("-/.", *p) == NULL || *p == '\0')
    return 0;
  next = read_few_digits (p + 1, end, 1, 2, month);
  if (next == NULL || next == end || *next != *p)
    return next != NULL && *p != '.' ? (gsize)(next - text) : 0;
  next = read_few_digits (next + 1, end, 1, 2, day);
  return next != NULL ? (gsize)(next - text) : 0;
}

gsize
_lectern_value_read_date (const char *text, gsize length, guint *year, guint *month, guint *day)
{
  gsize n;

  *year = *month = *day = 0;
  if ((n = read_iso_date (text, length, year, month, day)) > 0)
    return n;
  *year = *month = *day = 0;
  return read_worded_date (text, length, year, month, day);
}

/* 十二点五: the digits after the point one by one. */
static gsize
read_chinese_fraction (GString *out, const char *p, const char *end)
{
  const char *from = p;
  gint point = _lectern_alternative_at ("点|點", p, end);
  guint digit;

  if (point <= 0)
    return 0;
  p += point;
  for (const char *start = p; end - p >= 3; p += 3)
    {
      LecternNumeralStyle style;

      if (_lectern_numeral_parse (p, 3, &digit, &style) != 3 || digit > 9
          || style == LECTERN_NUMERAL_DECIMAL || style == LECTERN_NUMERAL_FULLWIDTH_DECIMAL)
        break;
      if (p == start)
        g_string_append_c (out, '.');
      g_string_append_c (out, (char)('0' + digit));
    }
  return p - from > point ? (gsize)(p - from) : 0;
}

gsize
_lectern_value_read_number (GString *out, const char *text, gsize length, gboolean *chinese)
{
  gsize n = _lectern_decimal_read (out, text, length, FALSE);
  guint whole;

  if (chinese != NULL)
    *chinese = n == 0;
  if (n > 0)
    return n;
  if ((n = _lectern_numeral_parse (text, length, &whole, NULL)) == 0)
    return 0;
  g_string_append_printf (out, "%u", whole);
  return n + read_chinese_fraction (out, text + n, text + length);
}

/* What is being read, blanks at both ends left out. */
typedef struct
{
  const char *kind;
  const char *text;
  gsize length;
} Input;

static LecternValue *
refuse (const Input *input, const char *why, GError **error)
{
  _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, NULL, "“%.*s” %s", (int)input->length,
                      input->text, why);
  return NULL;
}

static LecternValue *
read_text (const Input *input, GError **error)
{
  return lectern_value_new_text (input->text, (gssize)input->length);
}

/* A number with nothing behind it. */
static LecternValue *
read_number (const Input *input, const char *why, LecternValueType type, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gint64 integer;

  if (input->length == 0
      || _lectern_value_read_number (digits, input->text, input->length, NULL) != input->length)
    return refuse (input, why, error);
  if (type == LECTERN_VALUE_INTEGER)
    return strchr (digits->str, '.') == NULL && _lectern_decimal_to_integer (digits->str, &integer)
               ? lectern_value_new_integer (integer)
               : refuse (input, why, error);
  return _lectern_value_new_digits (type, digits->str, digits->len);
}

static LecternValue *
read_integer (const Input *input, GError **error)
{
  return read_number (input, "is no whole number", LECTERN_VALUE_INTEGER, error);
}

static LecternValue *
read_decimal (const Input *input, GError **error)
{
  return read_number (input, "is no number", LECTERN_VALUE_DECIMAL, error);
}

/* An amount is a number, or a text in which one stands: 12个, 近百, 3至5. */
static LecternValue *
read_count (const Input *input, GError **error)
{
  LecternValue *value = read_number (input, "is no number", LECTERN_VALUE_INTEGER, NULL);
  const char *end = input->text + input->length;

  if (value == NULL)
    value = read_number (input, "is no number", LECTERN_VALUE_DECIMAL, NULL);
  if (value != NULL)
    return value;
  for (const char *p = input->text; p < end; p = g_utf8_next_char (p))
    if (_lectern_alternative_at ("几|幾|数|數|半|多|若干|百|千|万|萬|亿|億", p, end) > 0
        || g_unichar_isdigit (g_utf8_get_char (p))
        || _lectern_numeral_parse (p, end - p, &(guint){ 0 }, NULL) > 0)
      return read_text (input, error);
  return refuse (input, "is no number", error);
}

static LecternValue *
read_percent (const Input *input, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = input->text, *end = p + input->length;
  gint before = MAX (_lectern_alternative_at ("百分之", p, end), 0);
  gint after;
  gsize n = _lectern_value_read_number (digits, p + before, end - p - before, NULL);

  if (n == 0)
    return refuse (input, "is no percentage", error);
  p = pass_blanks (p + before + n, end);
  after = before > 0 ? 0 : MAX (_lectern_alternative_at ("%|％|个百分点|個百分點", p, end), 0);
  if (p + after != end)
    return refuse (input, "is no percentage", error);
  if (before == 0 && after == 0 && _lectern_decimal_is_fraction (digits->str))
    {
      g_autofree char *share = g_strdup (digits->str);

      g_string_truncate (digits, 0);
      _lectern_decimal_append_shifted (digits, share, 2);
    }
  return _lectern_value_new_digits (LECTERN_VALUE_PERCENT, digits->str, digits->len);
}

static LecternValue *
read_date (const Input *input, GError **error)
{
  guint year, month, day;
  gsize n = _lectern_value_read_date (input->text, input->length, &year, &month, &day);
  LecternValue *number;

  if (n > 0 && n == input->length)
    return lectern_value_new_date (year, month, day, error);
  /* A year, a month, an hour: the place will tell. */
  number = read_number (input, "is no date", LECTERN_VALUE_INTEGER, NULL);
  return number != NULL ? number : refuse (input, "is no date", error);
}

/* 3, 三, 第三; with what is counted it stays a text: 第三轮, 十九届六中全会. */
static LecternValue *
read_ordinal (const Input *input, GError **error)
{
  const char *p = input->text, *end = p + input->length;
  gint before = MAX (_lectern_alternative_at ("第", p, end), 0);
  guint ordinal;
  gsize n = _lectern_numeral_parse (p + before, end - p - before, &ordinal, NULL);

  if (n > 0 && p + before + n == end)
    return ordinal > 0 ? lectern_value_new_ordinal (ordinal)
                       : refuse (input, "is no ordinal", error);
  if (n > 0 || _lectern_alternative_at ("全", p, end) > 0)
    return read_text (input, error);
  return refuse (input, "is no ordinal", error);
}

/* What parts the items of a list: the stronger mark where it stands, else the weaker. */
static const char *
find_separator (const Input *input)
{
  static const char *const separators[] = { "；|;", "、" };
  const char *end = input->text + input->length;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    for (const char *p = input->text; p < end; p = g_utf8_next_char (p))
      if (_lectern_alternative_at (separators[i], p, end) > 0)
        return separators[i];
  return NULL;
}

static LecternValue *
read_items (const Input *input, const char *separator, const char *kind, GError **error)
{
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);
  const char *end = input->text + input->length, *from = input->text;

  for (const char *p = from; p <= end; p = p < end ? g_utf8_next_char (p) : p + 1)
    {
      gint n = p == end ? 0 : separator == NULL ? -1 : _lectern_alternative_at (separator, p, end);
      g_autofree char *text = NULL;
      LecternValue *item;

      if (n < 0)
        continue;
      text = g_strstrip (g_strndup (from, (gsize)(p - from)));
      from = p + n;
      if (*text == '\0')
        continue;
      if ((item = lectern_value_new_from_string (kind, text, error)) == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return lectern_value_new_list (items);
}

/* `list`, or `list:KIND` with the kind of the items. */
static LecternValue *
read_list (const Input *input, GError **error)
{
  const char *colon = strchr (input->kind, ':');

  return read_items (input, find_separator (input), colon != NULL ? colon + 1 : NULL, error);
}

/* 张三, 张三（县长）; several with 、 between are a list. */
static LecternValue *
read_person (const Input *input, GError **error)
{
  const char *p = input->text, *end = p + input->length;
  g_autofree char *name = NULL, *post = NULL;

  if (input->length == 0)
    return refuse (input, "is no person", error);
  if (find_separator (input) != NULL)
    return read_items (input, find_separator (input), input->kind, error);
  for (; p < end && _lectern_alternative_at ("（|(", p, end) < 0; p = g_utf8_next_char (p))
    ;
  name = g_strstrip (g_strndup (input->text, (gsize)(p - input->text)));
  if (p < end)
    {
      const char *from = p + _lectern_alternative_at ("（|(", p, end);
      gint close = _lectern_alternative_before ("）|)", from, end);

      if (close <= 0)
        return refuse (input, "is no person", error);
      post = g_strstrip (g_strndup (from, (gsize)(end - close - from)));
    }
  return *name != '\0' ? lectern_value_new_person (name, NULL, post)
                       : refuse (input, "is no person", error);
}

static const struct
{
  const char *kind;
  LecternValue *(*read) (const Input *input, GError **error);
} readers[] = {
  { "text", read_text },       { "place", read_text },      { "organisation", read_text },
  { "title", read_text },      { "integer", read_integer }, { "decimal", read_decimal },
  { "count", read_count },     { "percent", read_percent }, { "date", read_date },
  { "ordinal", read_ordinal }, { "person", read_person },   { "list", read_list },
};

/**
 * lectern_value_new_from_string:
 * @kind: (nullable): a kind of placeholder (`date`, `person`, …), a type of value (`integer`, …),
 *   or `list:` and the kind of its items; %NULL for a text
 * @text: what a cell of a table or an entry of a key file says
 * @error: return location for an error
 *
 * Reads a value as its kind is written. Dates are 2025-03-12, 2025年3月12日, 二〇二五年三月十二日,
 * 3月12日 or 2025-03; percentages 12.5%, 百分之十二点五 and, without a sign, 12.5 or the share
 * 0.125; ordinals 3, 三 or 第三; persons 张三 or 张三（县长）; the items of a list are parted by
 * ；, or by 、 where no ； stands. Blanks around a value do not count, but in a text.
 *
 * Fails with `LECTERN_ERROR_VALUE` where the text is no such value or the kind is not known.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_from_string (const char *kind, const char *text, GError **error)
{
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  if (kind == NULL)
    return lectern_value_new_text (text, -1);
  length = strcspn (kind, ":");
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strncmp (readers[i].kind, kind, length) == 0 && readers[i].kind[length] == '\0'
        && (kind[length] == '\0' || readers[i].read == read_list))
      {
        g_autofree char *valid = g_utf8_make_valid (text, -1);
        Input input = { kind, valid, strlen (valid) };

        if (readers[i].read != read_text)
          {
            input.text = pass_blanks (valid, valid + input.length);
            input.length = strlen (g_strchomp ((char *)input.text));
          }
        return readers[i].read (&input, error);
      }
  _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, NULL, "there is no kind of value “%s”",
                      kind);
  return NULL;
}
