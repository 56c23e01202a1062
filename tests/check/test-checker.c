/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <string.h>

/* A rule of one's own: it finds every X. */

#define TEST_TYPE_RULE (test_rule_get_type ())

G_DECLARE_FINAL_TYPE (TestRule, test_rule, TEST, RULE, LecternRule)

struct _TestRule
{
  LecternRule parent_instance;
};

G_DEFINE_FINAL_TYPE (TestRule, test_rule, LECTERN_TYPE_RULE)

static void
check (LecternRule *rule, LecternDocument *document, LecternReport *report)
{
  gsize length;
  const char *text = g_bytes_get_data (
      lectern_source_get_bytes (lectern_document_get_source (document)), &length);

  for (gsize i = 0; i < length; i++)
    if (text[i] == 'X')
      {
        LecternSpan span = { i, i + 1 };
        g_autoptr (LecternEdits) edits = lectern_edits_new (length);
        g_autoptr (LecternFinding) finding = lectern_finding_new (
            lectern_document_lookup_offset (document, i), &span, "an X stands here");

        ck_assert (lectern_edits_replace (edits, &span, "Y", -1, NULL));
        lectern_finding_set_message (finding, "zh", "这里有一个X");
        lectern_finding_add_related (finding, &(LecternSpan){ 0, 3 });
        lectern_finding_set_edits (finding, edits);
        lectern_report_add (report, finding);
      }
}

static void
test_rule_class_init (TestRuleClass *class)
{
  LECTERN_RULE_CLASS (class)->check = check;
}

static void
test_rule_init (TestRule *rule)
{
}

static LecternChecker *
new_checker (void)
{
  g_autoptr (LecternRule) rule = g_object_new (TEST_TYPE_RULE, "code", "no-x", "summary", "an X",
                                               "severity", LECTERN_SEVERITY_ERROR, NULL);
  LecternChecker *checker = lectern_checker_new ();

  ck_assert (lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL));
  ck_assert (lectern_checker_add_rule (checker, rule, NULL));
  return checker;
}

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lectern_document_new_from_text (bytes, NULL);
}

START_TEST (a_finding_says_rule_place_and_message)
{
  g_autoptr (LecternChecker) checker = new_checker ();
  g_autoptr (LecternDocument) document = read_text ("同志们：\n𠮷X同志好。\n");
  g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);
  LecternFinding *finding = lectern_report_get_finding (report, 0);
  g_autofree char *english = lectern_finding_dup_message (finding, "de");
  g_autofree char *chinese = lectern_finding_dup_message (finding, "zh_CN.UTF-8");
  LecternPosition start, end;
  LecternSpan related;

  ck_assert_uint_eq (lectern_report_get_n_findings (report), 1);
  ck_assert (lectern_report_get_document (report) == document);
  ck_assert_int_eq (lectern_report_get_severity (report), LECTERN_SEVERITY_ERROR);
  ck_assert_str_eq (lectern_finding_get_code (finding), "no-x");
  ck_assert_str_eq (lectern_finding_get_clause (finding), LECTERN_CLAUSE_HEURISTIC);
  ck_assert_str_eq (english, "an X stands here");
  ck_assert_str_eq (chinese, "这里有一个X");
  lectern_finding_get_position (finding, &start, &end);
  ck_assert_uint_eq (start.line, 2);
  ck_assert_uint_eq (start.column, 2);
  ck_assert_uint_eq (start.column_utf16, 3);
  ck_assert_uint_eq (end.column, 3);
  ck_assert_uint_eq (lectern_finding_get_n_related (finding), 1);
  ck_assert (lectern_finding_get_related (finding, 0, &related));
  ck_assert_uint_eq (related.end, 3);
  ck_assert (!lectern_finding_get_related (finding, 1, &related));
}
END_TEST

START_TEST (messages_of_own_rules_are_found_by_language)
{
  static const struct
  {
    const char *language;
    const char *message;
  } cases[] = {
    { "zh-Hans", "草稿" }, { "zh-Hans-CN", "草稿" }, { "zh_CN.UTF-8", "草稿" }, { "zh", "草稿" },
    { "zh-Hant", "底稿" }, { "zh_Hant_TW", "底稿" }, { "zhx", "draft" },        { "de", "draft" },
    { "", "draft" },       { NULL, "draft" },
  };
  g_autoptr (LecternDocument) document = read_text ("甲\n");
  g_autoptr (LecternFinding) finding
      = lectern_finding_new (lectern_document_get_root (document), NULL, "draft");

  lectern_finding_set_message (finding, "zh-Hans", "草稿");
  lectern_finding_set_message (finding, "zh-Hant", "底稿");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = lectern_finding_dup_message (finding, cases[i].language);

      ck_assert_str_eq (message, cases[i].message);
    }
}
END_TEST

/* Spans beyond the text and within a character, and edits of another text. */
START_TEST (what_is_not_of_the_text_is_refused)
{
  static const LecternSpan spans[] = { { 0, 99 }, { 98, 99 }, { 0, 1 }, { 2, 3 }, { 3, 0 } };
  g_autoptr (LecternDocument) document = read_text ("甲\n");
  LecternNode *root = lectern_document_get_root (document);
  g_autoptr (LecternFinding) finding = lectern_finding_new (root, NULL, "draft");
  g_autoptr (LecternEdits) edits = lectern_edits_new (99);

  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_test_expect_message ("Lectern", G_LOG_LEVEL_CRITICAL, "*is_span*");
      ck_assert (lectern_finding_new (root, &spans[i], "draft") == NULL);
      g_test_assert_expected_messages ();
      g_test_expect_message ("Lectern", G_LOG_LEVEL_CRITICAL, "*is_span*");
      lectern_finding_add_related (finding, &spans[i]);
      g_test_assert_expected_messages ();
    }
  g_test_expect_message ("Lectern", G_LOG_LEVEL_CRITICAL, "*text_length*");
  lectern_finding_set_edits (finding, edits);
  g_test_assert_expected_messages ();
  ck_assert_uint_eq (lectern_finding_get_n_related (finding), 0);
  ck_assert (lectern_finding_get_edits (finding) == NULL);
}
END_TEST

START_TEST (what_goes_beyond_the_greatest_number_is_counted)
{
  g_autoptr (LecternChecker) checker = new_checker ();
  g_autoptr (LecternDocument) document = read_text ("甲X乙X丙X丁X戊X\n");
  g_autoptr (LecternReport) report = NULL;
  g_autoptr (LecternReport) all = NULL;

  lectern_checker_set_max_findings (checker, 2);
  report = lectern_checker_check (checker, document, NULL, NULL);
  ck_assert_uint_eq (lectern_report_get_n_findings (report), 2);
  ck_assert_uint_eq (lectern_report_get_n_dropped (report, "no-x"), 3);
  ck_assert_uint_eq (lectern_report_get_n_dropped (report, NULL), 3);
  ck_assert_uint_eq (lectern_report_get_n_dropped (report, "other"), 0);
  lectern_checker_set_max_findings (checker, 0);
  all = lectern_checker_check (checker, document, NULL, NULL);
  ck_assert_uint_eq (lectern_report_get_n_findings (all), 5);
}
END_TEST

START_TEST (mending_makes_all_edits_and_says_what_it_changed)
{
  g_autoptr (LecternChecker) checker = new_checker ();
  g_autoptr (LecternDocument) document = read_text ("甲X乙X丙XX\n");
  g_autoptr (LecternReport) left = NULL;
  g_autoptr (LecternDocument) mended = NULL;
  g_autoptr (LecternEdits) edits = NULL;
  g_autoptr (GBytes) text = NULL;

  lectern_checker_set_max_findings (checker, 1);
  mended = lectern_checker_fix (checker, document, &left, NULL, NULL);
  text = lectern_document_to_text (mended);
  ck_assert_mem_eq (g_bytes_get_data (text, NULL), "甲Y乙Y丙YY\n", g_bytes_get_size (text));
  ck_assert_uint_eq (lectern_report_get_n_findings (left), 0);
  ck_assert (lectern_report_get_document (left) == mended);
  edits = lectern_document_dup_edits (mended, document);
  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 3);
}
END_TEST

START_TEST (nothing_to_mend_gives_the_same_document)
{
  g_autoptr (LecternChecker) checker = new_checker ();
  g_autoptr (LecternDocument) document = read_text ("甲乙丙\n");
  g_autoptr (LecternDocument) mended = lectern_checker_fix (checker, document, NULL, NULL, NULL);

  ck_assert (mended == document);
}
END_TEST

START_TEST (severity_is_said_by_the_caller_then_the_profile_then_the_rule)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (LecternProfile) profile
      = lectern_profile_new_from_data ("[rules]\n*=off\nsalutation-mark=error\n", -1, NULL, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (lectern_checker_get_severity (checker, "salutation-mark"),
                    LECTERN_SEVERITY_WARNING);
  ck_assert (lectern_checker_set_profile (checker, profile, NULL));
  ck_assert_int_eq (lectern_checker_get_severity (checker, "salutation-mark"),
                    LECTERN_SEVERITY_ERROR);
  ck_assert (
      lectern_checker_set_severity (checker, "salutation-mark", LECTERN_SEVERITY_NOTE, NULL));
  ck_assert_int_eq (lectern_checker_get_severity (checker, "salutation-mark"),
                    LECTERN_SEVERITY_NOTE);
  ck_assert (!lectern_checker_set_severity (checker, "nothing", LECTERN_SEVERITY_NOTE, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_RULE));
}
END_TEST

START_TEST (a_profile_that_names_no_rule_is_refused)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (LecternProfile) profile
      = lectern_profile_new_from_data ("[rules]\n*=note\nnothing=off\n", -1, "house.ini", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (!lectern_checker_set_profile (checker, profile, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_PROFILE));
  ck_assert_str_eq (error->message, "house.ini:3:1: [rules]: there is no rule “nothing”");
  ck_assert (lectern_checker_get_profile (checker) != profile);
}
END_TEST

START_TEST (codes_are_words_and_have_one_rule)
{
  static const char *const bad[] = { "", "No", "1st", "a b", "salutation-mark", "no-x" };
  g_autoptr (LecternChecker) checker = new_checker ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (LecternRule) rule = g_object_new (TEST_TYPE_RULE, "code", bad[i], NULL);
      g_autoptr (GError) error = NULL;

      ck_assert_msg (!lectern_checker_add_rule (checker, rule, &error), "%s", bad[i]);
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_RULE));
    }
}
END_TEST

START_TEST (a_cancelled_check_gives_an_error)
{
  g_autoptr (LecternChecker) checker = new_checker ();
  g_autoptr (LecternDocument) document = read_text ("甲X\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ck_assert (lectern_checker_check (checker, document, cancellable, &error) == NULL);
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_clear_error (&error);
  ck_assert (lectern_checker_fix (checker, document, NULL, cancellable, &error) == NULL);
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

RUN_SUITE ("checker", a_finding_says_rule_place_and_message,
           messages_of_own_rules_are_found_by_language, what_is_not_of_the_text_is_refused,
           what_goes_beyond_the_greatest_number_is_counted,
           mending_makes_all_edits_and_says_what_it_changed,
           nothing_to_mend_gives_the_same_document,
           severity_is_said_by_the_caller_then_the_profile_then_the_rule,
           a_profile_that_names_no_rule_is_refused, codes_are_words_and_have_one_rule,
           a_cancelled_check_gives_an_error)
