/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-value-private.h"

#include "base/lectern-error-private.h"
#include "compose/lectern-decimal-private.h"

#include <string.h>

/* Equal and less, for the conditions of a template. */

/* Kinds of order; values of one kind can be compared. */
typedef enum
{
  ORDER_TEXT,
  ORDER_NUMBER,
  ORDER_DATE,
  ORDER_NONE
} Order;

static const guint8 orders[] = {
  [LECTERN_VALUE_TEXT] = ORDER_TEXT,      [LECTERN_VALUE_INTEGER] = ORDER_NUMBER,
  [LECTERN_VALUE_DECIMAL] = ORDER_NUMBER, [LECTERN_VALUE_PERCENT] = ORDER_NUMBER,
  [LECTERN_VALUE_DATE] = ORDER_DATE,      [LECTERN_VALUE_ORDINAL] = ORDER_NUMBER,
  [LECTERN_VALUE_PERSON] = ORDER_TEXT,    [LECTERN_VALUE_LIST] = ORDER_NONE,
  [LECTERN_VALUE_RECORD] = ORDER_NONE,
};

static int
sign (gint64 difference)
{
  return (difference > 0) - (difference < 0);
}

static int
compare_texts (const LecternValue *a, const LecternValue *b)
{
  int order = memcmp (a->text, b->text, MIN (a->length, b->length));

  return order != 0 ? sign (order) : sign ((gint64)a->length - (gint64)b->length);
}

/* 12.5 % is 0.125. */
static int
compare_numbers (const LecternValue *a, const LecternValue *b)
{
  g_autoptr (GString) first = NULL, second = NULL;

  if (a->type == b->type)
    return _lectern_decimal_compare (a->text, b->text);
  first = g_string_new (NULL);
  second = g_string_new (NULL);
  if (!_lectern_decimal_append_shifted (first, a->text, a->type == LECTERN_VALUE_PERCENT ? -2 : 0)
      || !_lectern_decimal_append_shifted (second, b->text,
                                           b->type == LECTERN_VALUE_PERCENT ? -2 : 0))
    return 0;
  return _lectern_decimal_compare (first->str, second->str);
}

/* Parts that are open in both do not count. */
static gboolean
compare_dates (const LecternValue *a, const LecternValue *b, int *order)
{
  if ((a->year == 0) != (b->year == 0) || (a->month == 0) != (b->month == 0)
      || (a->day == 0) != (b->day == 0))
    return FALSE;
  *order = a->year != b->year     ? sign ((gint64)a->year - b->year)
           : a->month != b->month ? sign ((gint64)a->month - b->month)
                                  : sign ((gint64)a->day - b->day);
  return TRUE;
}

/* A text beside a number or a date is read as one. */
static LecternValue *
read_as (LecternValue *text, LecternValue *other)
{
  static const char *const kinds[] = { [ORDER_NUMBER] = "decimal", [ORDER_DATE] = "date" };
  Order order = orders[other->type];
  LecternValue *read;

  if (text->type != LECTERN_VALUE_TEXT || (order != ORDER_NUMBER && order != ORDER_DATE)
      || strlen (text->text) != text->length)
    return lectern_value_ref (text);
  read = lectern_value_new_from_string (
      other->type == LECTERN_VALUE_PERCENT ? "percent" : kinds[order], text->text, NULL);
  return read != NULL ? read : lectern_value_ref (text);
}

static gboolean
compare_plain (LecternValue *a, LecternValue *b, int *order)
{
  g_autoptr (LecternValue) first = read_as (a, b), second = read_as (b, a);

  if (orders[first->type] != orders[second->type])
    return FALSE;
  switch ((Order)orders[first->type])
    {
    case ORDER_TEXT:
      *order = compare_texts (first, second);
      return TRUE;
    case ORDER_NUMBER:
      *order = compare_numbers (first, second);
      return TRUE;
    case ORDER_DATE:
      return compare_dates (first, second, order);
    case ORDER_NONE:
    default:
      return FALSE;
    }
}

static gboolean
equal_persons (LecternValue *a, LecternValue *b)
{
  return compare_texts (a, b) == 0
         && g_strcmp0 (a->more.person.surname, b->more.person.surname) == 0
         && g_strcmp0 (a->more.person.post, b->more.person.post) == 0;
}

static gboolean
equal_lists (LecternValue *a, LecternValue *b)
{
  GPtrArray *first = a->more.items, *second = b->more.items;

  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (!lectern_value_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, i)))
      return FALSE;
  return TRUE;
}

static gboolean
equal_records (LecternValue *a, LecternValue *b)
{
  g_autoptr (GPtrArray) first = lectern_values_list_names (a->more.record);
  g_autoptr (GPtrArray) second = lectern_values_list_names (b->more.record);

  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    {
      const char *name = g_ptr_array_index (first, i);
      g_autoptr (LecternValue) one = lectern_values_lookup (a->more.record, name);
      g_autoptr (LecternValue) other = lectern_values_lookup (b->more.record, name);

      if (one == NULL || other == NULL || !lectern_value_equal (one, other))
        return FALSE;
    }
  return TRUE;
}

/**
 * lectern_value_equal:
 * @a: a value
 * @b: another
 *
 * Tells whether two values mean the same: numbers by their size (12.5 % is 0.125, 1.50 is 1.5, the
 * third is 3), dates by their parts, texts by their characters. A text beside a number or a date is
 * read as one, beside a person as the name. Lists and records are equal where all that is in them
 * is.
 *
 * Returns: whether they are equal
 */
gboolean
lectern_value_equal (LecternValue *a, LecternValue *b)
{
  int order;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->type == b->type && a->type == LECTERN_VALUE_LIST)
    return equal_lists (a, b);
  if (a->type == b->type && a->type == LECTERN_VALUE_RECORD)
    return equal_records (a, b);
  if (a->type == b->type && a->type == LECTERN_VALUE_PERSON)
    return equal_persons (a, b);
  return compare_plain (a, b, &order) && order == 0;
}

/**
 * lectern_value_compare:
 * @a: a value
 * @b: another
 * @order: (out): where to put -1, 0 or 1, as @a is less than, equal to or greater than @b
 * @error: return location for an error
 *
 * Compares two values as [method@Lectern.Value.equal] does; texts by their code points. Fails with
 * `LECTERN_ERROR_VALUE` where there is no order between them: a date and a number, lists, dates
 * with different parts open.
 *
 * Returns: whether they can be compared
 */
gboolean
lectern_value_compare (LecternValue *a, LecternValue *b, int *order, GError **error)
{
  g_autofree char *first = NULL, *second = NULL;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);
  g_return_val_if_fail (order != NULL, FALSE);

  if (compare_plain (a, b, order))
    return TRUE;
  first = lectern_value_dup_text (a);
  second = lectern_value_dup_text (b);
  _lectern_set_error (
      error, LECTERN_ERROR_VALUE, NULL, NULL, "“%s” (%s) and “%s” (%s) have no order", first,
      _lectern_value_type_names[a->type], second, _lectern_value_type_names[b->type]);
  return FALSE;
}
