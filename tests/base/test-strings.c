/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "base/lectern-strings-private.h"

START_TEST (equal_strings_are_kept_once)
{
  LecternStrings strings;
  guint32 offsets[3000];
  gsize length;

  _lectern_strings_init (&strings);
  ck_assert_uint_eq (_lectern_strings_add (&strings, "", 0), 0);
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autofree char *string = g_strdup_printf ("第%u条", i);

      offsets[i] = _lectern_strings_add (&strings, string, strlen (string));
    }
  length = strings.length;
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autofree char *string = g_strdup_printf ("第%u条", i);

      ck_assert_uint_eq (_lectern_strings_add (&strings, string, strlen (string)), offsets[i]);
      ck_assert_str_eq (strings.data + offsets[i], string);
    }
  ck_assert_uint_eq (strings.length, length);
  _lectern_strings_clear (&strings);
}
END_TEST

START_TEST (a_beginning_of_a_string_is_another_string)
{
  LecternStrings strings;
  guint32 whole;
  guint32 part;

  _lectern_strings_init (&strings);
  whole = _lectern_strings_add (&strings, "万元", 6);
  part = _lectern_strings_add (&strings, "万元", 3);
  ck_assert_uint_ne (whole, part);
  _lectern_strings_close (&strings);
  ck_assert_str_eq (strings.data + part, "万");
  ck_assert_str_eq (strings.data + whole, "万元");
  _lectern_strings_clear (&strings);
}
END_TEST

RUN_SUITE ("strings", equal_strings_are_kept_once, a_beginning_of_a_string_is_another_string)
