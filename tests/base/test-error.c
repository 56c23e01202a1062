/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "base/lectern-error-private.h"

#include <gio/gio.h>

START_TEST (an_error_begins_with_its_place)
{
  g_autoptr (GError) error = NULL;
  LecternPosition position = { 12, 3, 4, 5 };

  _lectern_set_error (&error, LECTERN_ERROR_XML, "speech.xml", &position, "no %s", "good");
  ck_assert_str_eq (error->message, "speech.xml:3:4: no good");
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_XML));
}
END_TEST

START_TEST (name_and_position_may_each_be_missing)
{
  LecternPosition position = { 0, 1, 2, 2 };
  GError *error = NULL;

  _lectern_set_error (&error, LECTERN_ERROR_LIMIT, NULL, &position, "long");
  ck_assert_str_eq (error->message, "1:2: long");
  g_clear_error (&error);
  _lectern_set_error (&error, LECTERN_ERROR_LIMIT, "a.txt", NULL, "long");
  ck_assert_str_eq (error->message, "a.txt: long");
  g_clear_error (&error);
  _lectern_set_error (&error, LECTERN_ERROR_LIMIT, NULL, NULL, "long");
  ck_assert_str_eq (error->message, "long");
  g_clear_error (&error);
  _lectern_set_error (NULL, LECTERN_ERROR_LIMIT, NULL, NULL, "nobody asks");
}
END_TEST

START_TEST (an_error_and_its_copy_know_the_position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  LecternPosition position = { 12, 3, 4, 5 };
  LecternPosition found;

  _lectern_set_error (&error, LECTERN_ERROR_ENCODING, NULL, &position, "bad");
  copy = g_error_copy (error);
  ck_assert (lectern_error_get_position (copy, &found));
  ck_assert_uint_eq (found.offset, 12);
  ck_assert_uint_eq (found.line, 3);
  ck_assert_uint_eq (found.column, 4);
  ck_assert_uint_eq (found.column_utf16, 5);
}
END_TEST

START_TEST (an_error_without_a_place_says_so)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "disk");
  LecternPosition found = { 1, 1, 1, 1 };

  _lectern_set_error (&error, LECTERN_ERROR_LIMIT, "a.txt", NULL, "long");
  ck_assert (!lectern_error_get_position (error, &found));
  ck_assert_uint_eq (found.line, 0);
  ck_assert (!lectern_error_get_position (other, &found));
}
END_TEST

RUN_SUITE ("error", an_error_begins_with_its_place, name_and_position_may_each_be_missing,
           an_error_and_its_copy_know_the_position, an_error_without_a_place_says_so)
