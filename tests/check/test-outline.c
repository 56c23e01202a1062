/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <string.h>

/* Outlines too long for a triple: how they are laid beside the body must not depend on how many
 * entries there are. */

/* A title of its own for each number, of characters that are no numerals. */
static void
append_title (GString *text, guint number)
{
  g_string_append (text, "看护");
  for (guint i = 0; i < 4; i++, number /= 7)
    for (guint k = 0; k < 6; k++)
      g_string_append_unichar (text, 0x6797 + 7 * k + number % 7);
  g_string_append (text, "片林。");
}

/* An outline of the titles of `n_entries`, and a body in which the headings of `order` stand. */
static LecternDocument *
make_speech (guint n_entries, const guint *order, guint n_headings)
{
  g_autoptr (GString) text = g_string_new ("【提纲】");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  LecternDocument *document;

  for (guint i = 0; i < n_entries; i++)
    {
      g_string_append_printf (text, "%u. ", i + 1);
      append_title (text, i);
    }
  g_string_append (text, "\n在护林工作会上的讲话\n同志们：\n今天逐片说。\n");
  for (guint i = 0; i < n_headings; i++)
    {
      g_string_append_printf (text, "%u. ", i + 1);
      append_title (text, order[i]);
      g_string_append (text, "\n这一片由两个人看。\n");
    }
  bytes = g_bytes_new (text->str, text->len);
  document = lectern_document_new_from_text (bytes, &error);
  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

static void
assert_count (LecternDocument *document, const char *code, guint expected)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (LecternReport) report = NULL;

  lectern_checker_set_max_findings (checker, 0);
  ck_assert (lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL));
  ck_assert (lectern_checker_set_severity (checker, code, LECTERN_SEVERITY_NOTE, NULL));
  report = lectern_checker_check (checker, document, NULL, NULL);
  ck_assert_msg (lectern_report_get_n_findings (report) == expected, "%s: %u instead of %u", code,
                 lectern_report_get_n_findings (report), expected);
}

static void
assert_counts (LecternDocument *document, guint missing, guint extra, guint text, guint order)
{
  assert_count (document, "outline-missing", missing);
  assert_count (document, "outline-extra", extra);
  assert_count (document, "outline-text", text);
  assert_count (document, "outline-order", order);
}

/* The first is compared each with each, the last by words alone. */
static const guint sizes[] = { 12, 60, 190 };

START_TEST (the_same_headings_are_no_finding)
{
  guint n = sizes[_i];
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (LecternDocument) document = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  document = make_speech (n, order, n);
  assert_counts (document, 0, 0, 0, 0);
}
END_TEST

START_TEST (one_heading_that_is_gone_and_one_that_is_new_are_one_finding_each)
{
  guint n = sizes[_i];
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (LecternDocument) document = NULL;

  /* The third one is gone, the last one is new: all between have another number. */
  for (guint i = 0; i < n; i++)
    order[i] = i + (i >= 2);
  document = make_speech (n, order, n);
  assert_counts (document, 1, 1, 0, 0);
}
END_TEST

START_TEST (one_heading_that_was_moved_is_one_finding)
{
  guint n = sizes[_i];
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (LecternDocument) document = NULL;

  order[0] = n - 2;
  for (guint i = 1; i < n; i++)
    order[i] = i - 1 + (i == n - 1);
  document = make_speech (n, order, n);
  assert_counts (document, 0, 0, 0, 1);
}
END_TEST

START_TEST (headings_turned_round_are_all_found_but_one)
{
  guint n = sizes[_i];
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (LecternDocument) document = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = n - 1 - i;
  document = make_speech (n, order, n);
  assert_counts (document, 0, 0, 0, n - 1);
}
END_TEST

START_TEST (an_outline_by_itself_is_no_finding)
{
  const char *text = "【提纲】一、看清形势。二、抓住关键。\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);

  ck_assert (document != NULL);
  assert_counts (document, 0, 0, 0, 0);
}
END_TEST

int
main (void)
{
  TCase *tcase = tcase_create ("outline");
  int n = G_N_ELEMENTS (sizes);

  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (tcase, the_same_headings_are_no_finding, 0, n);
  tcase_add_loop_test (tcase, one_heading_that_is_gone_and_one_that_is_new_are_one_finding_each, 0,
                       n);
  tcase_add_loop_test (tcase, one_heading_that_was_moved_is_one_finding, 0, n);
  tcase_add_loop_test (tcase, headings_turned_round_are_all_found_but_one, 0, n);
  tcase_add_test (tcase, an_outline_by_itself_is_no_finding);
  return run_tcase ("outline", tcase);
}
