/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

START_TEST (the_library_says_the_version_of_its_headers)
{
  ck_assert_uint_eq (lectern_get_major_version (), LECTERN_MAJOR_VERSION);
  ck_assert_uint_eq (lectern_get_minor_version (), LECTERN_MINOR_VERSION);
  ck_assert_uint_eq (lectern_get_micro_version (), LECTERN_MICRO_VERSION);
}
END_TEST

START_TEST (a_version_is_checked_part_by_part)
{
  ck_assert (
      LECTERN_CHECK_VERSION (LECTERN_MAJOR_VERSION, LECTERN_MINOR_VERSION, LECTERN_MICRO_VERSION));
  ck_assert (LECTERN_CHECK_VERSION (0, 99, 99));
  ck_assert (!LECTERN_CHECK_VERSION (LECTERN_MAJOR_VERSION, LECTERN_MINOR_VERSION,
                                     LECTERN_MICRO_VERSION + 1));
  ck_assert (!LECTERN_CHECK_VERSION (LECTERN_MAJOR_VERSION, LECTERN_MINOR_VERSION + 1, 0));
  ck_assert (!LECTERN_CHECK_VERSION (LECTERN_MAJOR_VERSION + 1, 0, 0));
}
END_TEST

RUN_SUITE ("version", the_library_says_the_version_of_its_headers,
           a_version_is_checked_part_by_part)
