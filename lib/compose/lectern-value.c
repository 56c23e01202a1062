/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-value-private.h"

#include "base/lectern-enum-private.h"
#include "base/lectern-error-private.h"
#include "base/lectern-utf8-private.h"
#include "compose/lectern-decimal-private.h"
#include "language/lectern-surnames-private.h"

#include <stdio.h>
#include <string.h>

/**
 * LecternValue:
 *
 * What is put in the place of a placeholder: a text, a number, a date, a person, a list of these.
 *
 * A value says what is meant and not how it is written: 3 becomes 三 in 第X轮 and 3 in X个. How
 * each place writes it is described in the chapter on values.
 *
 * A value never changes and may be shared between threads.
 */

/**
 * LecternValueType:
 * @LECTERN_VALUE_TEXT: a text, which is put in as it is
 * @LECTERN_VALUE_INTEGER: a whole number
 * @LECTERN_VALUE_DECIMAL: a number with a fraction, exact to the last digit
 * @LECTERN_VALUE_PERCENT: a number of hundredths
 * @LECTERN_VALUE_DATE: a day, a month or a year; parts may be open
 * @LECTERN_VALUE_ORDINAL: a place in an order: the third
 * @LECTERN_VALUE_PERSON: a name, and maybe a post
 * @LECTERN_VALUE_LIST: values one after the other
 * @LECTERN_VALUE_RECORD: values with names of their own
 *
 * What a value is.
 */

static const GEnumValue types[] = {
  { LECTERN_VALUE_TEXT, "LECTERN_VALUE_TEXT", "text" },
  { LECTERN_VALUE_INTEGER, "LECTERN_VALUE_INTEGER", "integer" },
  { LECTERN_VALUE_DECIMAL, "LECTERN_VALUE_DECIMAL", "decimal" },
  { LECTERN_VALUE_PERCENT, "LECTERN_VALUE_PERCENT", "percent" },
  { LECTERN_VALUE_DATE, "LECTERN_VALUE_DATE", "date" },
  { LECTERN_VALUE_ORDINAL, "LECTERN_VALUE_ORDINAL", "ordinal" },
  { LECTERN_VALUE_PERSON, "LECTERN_VALUE_PERSON", "person" },
  { LECTERN_VALUE_LIST, "LECTERN_VALUE_LIST", "list" },
  { LECTERN_VALUE_RECORD, "LECTERN_VALUE_RECORD", "record" },
  { 0 },
};

_LECTERN_DEFINE_ENUM (LecternValueType, lectern_value_type, types)

const char *const _lectern_value_type_names[] = {
  [LECTERN_VALUE_TEXT] = "text",       [LECTERN_VALUE_INTEGER] = "integer",
  [LECTERN_VALUE_DECIMAL] = "decimal", [LECTERN_VALUE_PERCENT] = "percent",
  [LECTERN_VALUE_DATE] = "date",       [LECTERN_VALUE_ORDINAL] = "ordinal",
  [LECTERN_VALUE_PERSON] = "person",   [LECTERN_VALUE_LIST] = "list",
  [LECTERN_VALUE_RECORD] = "record",
};

G_DEFINE_BOXED_TYPE (LecternValue, lectern_value, lectern_value_ref, lectern_value_unref)

static LecternValue *
new_value (LecternValueType type, const char *text, gsize length)
{
  LecternValue *self = g_malloc (sizeof *self + MAX (length + 1, LECTERN_VALUE_ROOM));

  memset (self, 0, sizeof *self);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = (guint8)type;
  self->length = length;
  memcpy (self->text, text, length);
  self->text[length] = '\0';
  return self;
}

/**
 * lectern_value_new_text:
 * @text: UTF-8, in which NUL is a character like any other
 * @length: bytes, or -1 where NUL ends it
 *
 * Makes a text. A text is never read as a template or as markup, whatever it holds. What is no
 * UTF-8 is replaced by U+FFFD.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_text (const char *text, gssize length)
{
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);

  n = length < 0 ? strlen (text) : (gsize)length;
  if (!_lectern_utf8_check (text, n, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (text, (gssize)n);

      return new_value (LECTERN_VALUE_TEXT, valid, strlen (valid));
    }
  return new_value (LECTERN_VALUE_TEXT, text, n);
}

/**
 * lectern_value_new_from_bytes:
 * @text: UTF-8
 *
 * Makes a text, as [ctor@Lectern.Value.new_text] does.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_from_bytes (GBytes *text)
{
  gsize length;
  const char *data;

  g_return_val_if_fail (text != NULL, NULL);

  data = g_bytes_get_data (text, &length);
  return lectern_value_new_text (data != NULL ? data : "", (gssize)length);
}

static LecternValue *
new_whole (LecternValueType type, gint64 integer)
{
  char digits[24];
  int length = snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, integer);
  LecternValue *self = new_value (type, digits, (gsize)length);

  self->more.integer = integer;
  return self;
}

/**
 * lectern_value_new_integer:
 * @integer: a whole number
 *
 * Makes a whole number. In a place that wants an amount it counts in the unit of that place: 350
 * in XX余万元 gives 350余万元.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_integer (gint64 integer)
{
  return new_whole (LECTERN_VALUE_INTEGER, integer);
}

LecternValue *
_lectern_value_new_digits (LecternValueType type, const char *digits, gsize length)
{
  return new_value (type, digits, length);
}

static LecternValue *
new_from_digits (LecternValueType type, const char *digits, GError **error)
{
  g_autoptr (GString) read = g_string_new (NULL);
  gsize length = strlen (digits);

  if (_lectern_decimal_read (read, digits, length, TRUE) == length && length > 0)
    return new_value (type, read->str, read->len);
  _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, NULL, "“%s” is no number", digits);
  return NULL;
}

/**
 * lectern_value_new_decimal:
 * @digits: the number: `0.125`, `-3`, `1,234.50`, `2.5e3`; digits of either width
 * @error: return location for an error
 *
 * Makes a number with a fraction, exact to the last digit. Zeros at the end of the fraction are
 * kept, because they are written. Fails with `LECTERN_ERROR_VALUE` where @digits is no number or
 * has more than 400 digits.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_decimal (const char *digits, GError **error)
{
  g_return_val_if_fail (digits != NULL, NULL);

  return new_from_digits (LECTERN_VALUE_DECIMAL, digits, error);
}

/**
 * lectern_value_new_percent:
 * @digits: the number of hundredths: `12.5` is 12.5 %
 * @error: return location for an error
 *
 * Makes a percentage, exact to the last digit. Fails with `LECTERN_ERROR_VALUE` as
 * [ctor@Lectern.Value.new_decimal] does.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_percent (const char *digits, GError **error)
{
  g_return_val_if_fail (digits != NULL, NULL);

  return new_from_digits (LECTERN_VALUE_PERCENT, digits, error);
}

gboolean
_lectern_value_is_date (guint year, guint month, guint day)
{
  static const guint8 longest[] = { 31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (year > 9999 || month > 12 || (year == 0 && month == 0 && day == 0)
      || (year > 0 && month == 0 && day > 0) || day > longest[month])
    return FALSE;
  return month != 2 || day != 29 || year == 0 || g_date_is_leap_year ((GDateYear)year);
}

/**
 * lectern_value_new_date:
 * @year: 1 to 9999, or 0 where it is open
 * @month: 1 to 12, or 0 where it is open
 * @day: 1 to 31, or 0 where it is open
 * @error: return location for an error
 *
 * Makes a date. A place that wants a part which is open cannot take it. Fails with
 * `LECTERN_ERROR_VALUE` where there is no such day, where all is open, and where only the month is.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_date (guint year, guint month, guint day, GError **error)
{
  char text[48] = "";
  int n = 0;
  LecternValue *self;

  if (!_lectern_value_is_date (year, month, day))
    {
      _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, NULL, "there is no date %u-%u-%u", year,
                          month, day);
      return NULL;
    }
  if (year > 0)
    n += snprintf (text + n, sizeof text - (gsize)n, "%u年", year);
  if (month > 0)
    n += snprintf (text + n, sizeof text - (gsize)n, "%u月", month);
  if (day > 0)
    n += snprintf (text + n, sizeof text - (gsize)n, "%u日", day);
  self = new_value (LECTERN_VALUE_DATE, text, (gsize)n);
  self->year = year;
  self->month = (guint8)month;
  self->day = (guint8)day;
  return self;
}

/**
 * lectern_value_new_ordinal:
 * @ordinal: the place in the order, from 1
 *
 * Makes a place in an order.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_ordinal (guint ordinal)
{
  return new_whole (LECTERN_VALUE_ORDINAL, ordinal);
}

/**
 * lectern_value_new_person:
 * @name: the whole name: 张三
 * @surname: (nullable): the surname, or %NULL where it is what Chinese names begin with: one
 *   character, or one of the two-character surnames (欧阳). A name with a dot or in other letters
 *   has none then.
 * @post: (nullable): the post: 县长
 *
 * Makes a person. Before 同志 the whole name is written, before a post the surname.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_person (const char *name, const char *surname, const char *post)
{
  gsize length, found;
  LecternValue *self;

  g_return_val_if_fail (name != NULL, NULL);

  length = strlen (name);
  found = _lectern_surname_length (name, length);
  self = new_value (LECTERN_VALUE_PERSON, name, length);
  if (surname != NULL)
    self->more.person.surname = g_strdup (surname);
  else if (found > 0)
    self->more.person.surname = g_strndup (name, found);
  self->more.person.post = g_strdup (post);
  return self;
}

void
_lectern_value_append (GString *out, const LecternValue *value)
{
  g_string_append_len (out, value->text, (gssize)value->length);
  if (value->type == LECTERN_VALUE_PERCENT)
    g_string_append_c (out, '%');
}

static GString *
join_items (GPtrArray *items)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        g_string_append (out, "、");
      _lectern_value_append (out, g_ptr_array_index (items, i));
    }
  return out;
}

/**
 * lectern_value_new_list:
 * @items: (element-type LecternValue): the values, in order
 *
 * Makes a list. The list has references of its own on the values.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_list (GPtrArray *items)
{
  g_autoptr (GString) text = NULL;
  LecternValue *self;

  g_return_val_if_fail (items != NULL, NULL);

  text = join_items (items);
  self = new_value (LECTERN_VALUE_LIST, text->str, text->len);
  self->more.items = g_ptr_array_new_full (items->len, (GDestroyNotify)lectern_value_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->more.items, lectern_value_ref (g_ptr_array_index (items, i)));
  return self;
}

/**
 * lectern_value_new_record:
 * @record: values with names
 *
 * Makes a value of values: an item of a list that a template repeats over.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_record (LecternValues *record)
{
  LecternValue *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = new_value (LECTERN_VALUE_RECORD, "", 0);
  self->more.record = lectern_values_ref (record);
  return self;
}

/**
 * lectern_value_ref:
 * @value: a value
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @value
 */
LecternValue *
lectern_value_ref (LecternValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  g_atomic_ref_count_inc (&value->ref_count);
  return value;
}

/**
 * lectern_value_unref:
 * @value: (transfer full): a value
 *
 * Gives a reference back.
 */
void
lectern_value_unref (LecternValue *value)
{
  g_return_if_fail (value != NULL);

  if (!g_atomic_ref_count_dec (&value->ref_count))
    return;
  if (value->type == LECTERN_VALUE_LIST)
    g_ptr_array_unref (value->more.items);
  else if (value->type == LECTERN_VALUE_RECORD)
    lectern_values_unref (value->more.record);
  else if (value->type == LECTERN_VALUE_PERSON)
    {
      g_free (value->more.person.surname);
      g_free (value->more.person.post);
    }
  g_free (value);
}

/**
 * lectern_value_get_value_type:
 * @value: a value
 *
 * Gets what it is.
 *
 * Returns: the type
 */
LecternValueType
lectern_value_get_value_type (LecternValue *value)
{
  g_return_val_if_fail (value != NULL, LECTERN_VALUE_TEXT);

  return _lectern_value_type (value);
}

/**
 * lectern_value_get_text:
 * @value: a value
 * @length: (out) (optional): where to put the bytes of it
 *
 * Gets what the value is made of: the text itself, the digits of a number, the name of a person, a
 * date as 2025年3月12日, what is in a list with 、 between. A NUL may stand in it. A record has
 * an empty one.
 *
 * Returns: (transfer none): the text
 */
const char *
lectern_value_get_text (LecternValue *value, gsize *length)
{
  g_return_val_if_fail (value != NULL, NULL);

  if (length != NULL)
    *length = value->length;
  return value->text;
}

/**
 * lectern_value_dup_text:
 * @value: a value
 *
 * Gets the value as it would be written by itself: as [method@Lectern.Value.get_text], and a
 * percentage with its sign. Where a NUL stands in it, [method@Lectern.Value.to_bytes] tells the
 * length.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_value_dup_text (LecternValue *value)
{
  GString *out;

  g_return_val_if_fail (value != NULL, NULL);

  out = g_string_sized_new (value->length + 2);
  _lectern_value_append (out, value);
  return g_string_free (out, FALSE);
}

/**
 * lectern_value_to_bytes:
 * @value: a value
 *
 * Gets what [method@Lectern.Value.dup_text] does, with its length.
 *
 * Returns: (transfer full): the text
 */
GBytes *
lectern_value_to_bytes (LecternValue *value)
{
  GString *out;

  g_return_val_if_fail (value != NULL, NULL);

  out = g_string_sized_new (value->length + 2);
  _lectern_value_append (out, value);
  return g_string_free_to_bytes (out);
}

/**
 * lectern_value_get_integer:
 * @value: a value
 * @integer: (out) (optional): where to put the number
 *
 * Gets a whole number: of an integer, of an ordinal, and of a decimal without a fraction.
 *
 * Returns: whether it is one, and fits
 */
gboolean
lectern_value_get_integer (LecternValue *value, gint64 *integer)
{
  gint64 unused;

  g_return_val_if_fail (value != NULL, FALSE);

  if (integer == NULL)
    integer = &unused;
  if (value->type == LECTERN_VALUE_DECIMAL)
    return _lectern_decimal_to_integer (value->text, integer);
  if (value->type != LECTERN_VALUE_INTEGER && value->type != LECTERN_VALUE_ORDINAL)
    return FALSE;
  *integer = value->more.integer;
  return TRUE;
}

/**
 * lectern_value_get_digits:
 * @value: a value
 *
 * Gets the digits of a number: `0.125`; of a percentage without its sign.
 *
 * Returns: (transfer none) (nullable): the digits, or %NULL where it is no number
 */
const char *
lectern_value_get_digits (LecternValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  switch (_lectern_value_type (value))
    {
    case LECTERN_VALUE_INTEGER:
    case LECTERN_VALUE_DECIMAL:
    case LECTERN_VALUE_PERCENT:
    case LECTERN_VALUE_ORDINAL:
      return value->text;
    case LECTERN_VALUE_TEXT:
    case LECTERN_VALUE_DATE:
    case LECTERN_VALUE_PERSON:
    case LECTERN_VALUE_LIST:
    case LECTERN_VALUE_RECORD:
    default:
      return NULL;
    }
}

/**
 * lectern_value_get_date:
 * @value: a value
 * @year: (out) (optional): where to put the year
 * @month: (out) (optional): where to put the month
 * @day: (out) (optional): where to put the day
 *
 * Gets the parts of a date; what is open is 0.
 *
 * Returns: whether it is a date
 */
gboolean
lectern_value_get_date (LecternValue *value, guint *year, guint *month, guint *day)
{
  g_return_val_if_fail (value != NULL, FALSE);

  if (value->type != LECTERN_VALUE_DATE)
    return FALSE;
  if (year != NULL)
    *year = value->year;
  if (month != NULL)
    *month = value->month;
  if (day != NULL)
    *day = value->day;
  return TRUE;
}

/**
 * lectern_value_get_name:
 * @value: a value
 *
 * Gets the whole name of a person.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL where it is no person
 */
const char *
lectern_value_get_name (LecternValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return value->type == LECTERN_VALUE_PERSON ? value->text : NULL;
}

/**
 * lectern_value_get_surname:
 * @value: a value
 *
 * Gets the surname of a person, given or found.
 *
 * Returns: (transfer none) (nullable): the surname, or %NULL where none is known
 */
const char *
lectern_value_get_surname (LecternValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return value->type == LECTERN_VALUE_PERSON ? value->more.person.surname : NULL;
}

/**
 * lectern_value_get_post:
 * @value: a value
 *
 * Gets the post of a person.
 *
 * Returns: (transfer none) (nullable): the post, or %NULL where none is known
 */
const char *
lectern_value_get_post (LecternValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return value->type == LECTERN_VALUE_PERSON ? value->more.person.post : NULL;
}

/**
 * lectern_value_get_n_items:
 * @value: a value
 *
 * Counts the values of a list.
 *
 * Returns: the number, 0 where it is no list
 */
guint
lectern_value_get_n_items (LecternValue *value)
{
  g_return_val_if_fail (value != NULL, 0);

  return value->type == LECTERN_VALUE_LIST ? value->more.items->len : 0;
}

/**
 * lectern_value_get_item:
 * @value: a list
 * @n: which value, from 0
 *
 * Gets a value of a list.
 *
 * Returns: (transfer none): the value
 */
LecternValue *
lectern_value_get_item (LecternValue *value, guint n)
{
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (n < lectern_value_get_n_items (value), NULL);

  return g_ptr_array_index (value->more.items, n);
}

/**
 * lectern_value_get_record:
 * @value: a value
 *
 * Gets the values of a record.
 *
 * Returns: (transfer none) (nullable): the values, or %NULL where it is no record
 */
LecternValues *
lectern_value_get_record (LecternValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return value->type == LECTERN_VALUE_RECORD ? value->more.record : NULL;
}
