/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-value-private.h"

#include "base/lectern-error-private.h"
#include "compose/lectern-decimal-private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Values out of GVariant, which is what other processes and other languages send. */

/* A variant is serialised as deep as this and no deeper (G_VARIANT_MAX_RECURSION_DEPTH). */
#define MAX_DEPTH 128

static LecternValue *read_variant (GVariant *variant, guint depth, GError **error);

static LecternValue *
refuse (GError **error, const char *why)
{
  _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, NULL, "%s", why);
  return NULL;
}

/* The shortest digits that give the same number again: 0.1 and not 0.10000000000000001. */
static LecternValue *
read_double (double number, GError **error)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return refuse (error, "a number must be finite");
  for (int precision = 15; precision <= 17; precision++)
    {
      char format[8];

      snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return lectern_value_new_decimal (buffer, error);
}

static LecternValue *
read_array (GVariant *variant, guint depth, GError **error)
{
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);
  gsize n = g_variant_n_children (variant);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);
      LecternValue *item = read_variant (child, depth + 1, error);

      if (item == NULL)
        {
          g_prefix_error (error, "[%" G_GSIZE_FORMAT "]: ", i);
          return NULL;
        }
      g_ptr_array_add (items, item);
    }
  return lectern_value_new_list (items);
}

static LecternValues *
read_dictionary (GVariant *variant, guint depth, GError **error)
{
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  gsize n = g_variant_n_children (variant);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) name = NULL, child = NULL;
      g_autoptr (GVariant) entry = g_variant_get_child_value (variant, i);
      g_autoptr (LecternValue) value = NULL;

      name = g_variant_get_child_value (entry, 0);
      child = g_variant_get_child_value (entry, 1);
      value = read_variant (child, depth + 1, error);
      if (value == NULL)
        {
          g_prefix_error (error, "%s: ", g_variant_get_string (name, NULL));
          return NULL;
        }
      lectern_values_set (values, g_variant_get_string (name, NULL), value);
    }
  return g_steal_pointer (&values);
}

/* Whole numbers of all widths. */
static gboolean
read_whole (GVariant *variant, gint64 *integer)
{
  switch (g_variant_classify (variant))
    {
    case G_VARIANT_CLASS_BOOLEAN:
      return *integer = g_variant_get_boolean (variant), TRUE;
    case G_VARIANT_CLASS_BYTE:
      return *integer = g_variant_get_byte (variant), TRUE;
    case G_VARIANT_CLASS_INT16:
      return *integer = g_variant_get_int16 (variant), TRUE;
    case G_VARIANT_CLASS_UINT16:
      return *integer = g_variant_get_uint16 (variant), TRUE;
    case G_VARIANT_CLASS_INT32:
      return *integer = g_variant_get_int32 (variant), TRUE;
    case G_VARIANT_CLASS_UINT32:
      return *integer = g_variant_get_uint32 (variant), TRUE;
    case G_VARIANT_CLASS_INT64:
      return *integer = g_variant_get_int64 (variant), TRUE;
    case G_VARIANT_CLASS_UINT64:
    case G_VARIANT_CLASS_HANDLE:
    case G_VARIANT_CLASS_DOUBLE:
    case G_VARIANT_CLASS_STRING:
    case G_VARIANT_CLASS_OBJECT_PATH:
    case G_VARIANT_CLASS_SIGNATURE:
    case G_VARIANT_CLASS_VARIANT:
    case G_VARIANT_CLASS_MAYBE:
    case G_VARIANT_CLASS_ARRAY:
    case G_VARIANT_CLASS_TUPLE:
    case G_VARIANT_CLASS_DICT_ENTRY:
    default:
      return FALSE;
    }
}

static LecternValue *
read_unsigned (guint64 number)
{
  char digits[24];

  if (number <= G_MAXINT64)
    return lectern_value_new_integer ((gint64)number);
  snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, number);
  return lectern_value_new_decimal (digits, NULL);
}

static LecternValue *
read_variant (GVariant *variant, guint depth, GError **error)
{
  gint64 integer;

  if (depth > MAX_DEPTH)
    return refuse (error, "values are nested too deep");
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARIANT))
    {
      g_autoptr (GVariant) inner = g_variant_get_variant (variant);

      return read_variant (inner, depth + 1, error);
    }
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
    return lectern_value_new_text (g_variant_get_string (variant, NULL), -1);
  if (read_whole (variant, &integer))
    return lectern_value_new_integer (integer);
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_UINT64))
    return read_unsigned (g_variant_get_uint64 (variant));
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_DOUBLE))
    return read_double (g_variant_get_double (variant), error);
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE ("a{s*}")))
    {
      g_autoptr (LecternValues) record = read_dictionary (variant, depth, error);

      return record != NULL ? lectern_value_new_record (record) : NULL;
    }
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_ARRAY))
    return read_array (variant, depth, error);
  _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, NULL, "no value is made of the type “%s”",
                      g_variant_get_type_string (variant));
  return NULL;
}

/**
 * lectern_value_new_from_variant:
 * @variant: a string, a number, a boolean, an array of these, a dictionary `a{sv}`, or a variant
 *   of one of them
 * @error: return location for an error
 *
 * Makes the value that a variant says: a string gives a text, a whole number or a boolean an
 * integer, a double a decimal with the fewest digits that give that double again, an array a list,
 * a dictionary a record. A floating reference is sunk. Fails with `LECTERN_ERROR_VALUE` for
 * another type and for a double that is not finite; the message begins with the path to it.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_value_new_from_variant (GVariant *variant, GError **error)
{
  g_autoptr (GVariant) sunk = NULL;

  g_return_val_if_fail (variant != NULL, NULL);

  sunk = g_variant_ref_sink (variant);
  return read_variant (sunk, 0, error);
}

/**
 * lectern_values_new_from_variant:
 * @variant: a dictionary `a{sv}`
 * @error: return location for an error
 *
 * Makes values of the entries of a dictionary, each as [ctor@Lectern.Value.new_from_variant] does.
 *
 * Returns: (transfer full): the values
 */
LecternValues *
lectern_values_new_from_variant (GVariant *variant, GError **error)
{
  g_autoptr (GVariant) sunk = NULL;

  g_return_val_if_fail (variant != NULL, NULL);

  sunk = g_variant_ref_sink (variant);
  if (g_variant_is_of_type (sunk, G_VARIANT_TYPE ("a{s*}")))
    return read_dictionary (sunk, 0, error);
  _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, NULL,
                      "values are a dictionary “a{sv}”, not “%s”",
                      g_variant_get_type_string (sunk));
  return NULL;
}
