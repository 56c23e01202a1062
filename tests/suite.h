/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <check.h>
#include <glib.h>

/* For a program that makes its own case, because some of its tests are loops. */
static inline int
run_tcase (const char *name, TCase *tcase)
{
  Suite *suite = suite_create (name);
  SRunner *runner;
  int n_failed;

  suite_add_tcase (suite, tcase);
  runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  n_failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return n_failed == 0 ? 0 : 1;
}

static inline int
run_suite (const char *name, const TTest *const *tests, gsize n_tests)
{
  TCase *tcase = tcase_create (name);

  tcase_set_timeout (tcase, 120);
  for (gsize i = 0; i < n_tests; i++)
    tcase_add_test (tcase, tests[i]);
  return run_tcase (name, tcase);
}

/* The main function of a test program: runs these tests of START_TEST and prints TAP. */
#define RUN_SUITE(name, ...)                                                                       \
  int main (void)                                                                                  \
  {                                                                                                \
    const TTest *tests[] = { __VA_ARGS__ };                                                        \
                                                                                                   \
    return run_suite (name, tests, G_N_ELEMENTS (tests));                                          \
  }
