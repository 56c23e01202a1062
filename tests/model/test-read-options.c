/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "model/lectern-read-options-private.h"

START_TEST (new_options_leave_everything_to_the_reader)
{
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();

  ck_assert_int_eq (lectern_read_options_get_format (options), LECTERN_FORMAT_AUTO);
  ck_assert_ptr_null (lectern_read_options_get_language (options));
  ck_assert_ptr_null (lectern_read_options_get_encoding (options));
  ck_assert_ptr_null (lectern_read_options_get_name (options));
  ck_assert_uint_eq (lectern_read_options_get_max_bytes (options), G_MAXUINT32 - 1);
  ck_assert_uint_eq (lectern_read_options_get_max_depth (options), 256);
}
END_TEST

static void
expect_what_was_set (LecternReadOptions *options)
{
  ck_assert_int_eq (lectern_read_options_get_format (options), LECTERN_FORMAT_XML);
  ck_assert_str_eq (lectern_read_options_get_language (options), "ja");
  ck_assert_str_eq (lectern_read_options_get_encoding (options), "GB18030");
  ck_assert_str_eq (lectern_read_options_get_name (options), "a.txt");
  ck_assert_uint_eq (lectern_read_options_get_max_bytes (options), 10);
  ck_assert_uint_eq (lectern_read_options_get_max_depth (options), 3);
}

START_TEST (what_is_set_is_got_also_from_a_copy)
{
  LecternReadOptions *options = lectern_read_options_new ();
  g_autoptr (LecternReadOptions) copy = NULL;
  LecternReadOptions *second;

  lectern_read_options_set_format (options, LECTERN_FORMAT_XML);
  lectern_read_options_set_language (options, "ja");
  lectern_read_options_set_encoding (options, "GB18030");
  lectern_read_options_set_name (options, "a.txt");
  lectern_read_options_set_max_bytes (options, 10);
  lectern_read_options_set_max_depth (options, 3);
  second = g_boxed_copy (LECTERN_TYPE_READ_OPTIONS, options);
  ck_assert_ptr_eq (second, options);
  lectern_read_options_unref (options);
  expect_what_was_set (second);
  copy = _lectern_read_options_copy (second);
  lectern_read_options_set_language (second, NULL);
  lectern_read_options_unref (second);
  expect_what_was_set (copy);
}
END_TEST

START_TEST (no_limit_is_higher_than_what_a_document_can_hold)
{
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();

  lectern_read_options_set_max_bytes (options, G_MAXSIZE);
  ck_assert_uint_eq (lectern_read_options_get_max_bytes (options), G_MAXUINT32 - 1);
}
END_TEST

RUN_SUITE ("read-options", new_options_leave_everything_to_the_reader,
           what_is_set_is_got_also_from_a_copy, no_limit_is_higher_than_what_a_document_can_hold)
