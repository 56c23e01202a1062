/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <stdlib.h>
#include <string.h>

/* What holds of every rule, and the triples of rules/ (README.md). */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_new_from_text (bytes, &error);

  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

static char *
dup_text (LecternDocument *document)
{
  g_autoptr (GBytes) bytes = lectern_document_to_text (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

/* A checker with this rule alone, at least as a note. */
static LecternChecker *
new_checker (const char *code)
{
  LecternChecker *checker = lectern_checker_new ();
  LecternRule *rule = lectern_checker_find_rule (checker, code);
  LecternSeverity severity;

  ck_assert_msg (rule != NULL, "there is no rule %s", code);
  severity = MAX (lectern_rule_get_severity (rule), LECTERN_SEVERITY_NOTE);
  ck_assert (lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL));
  ck_assert (lectern_checker_set_severity (checker, code, severity, NULL));
  return checker;
}

static guint
count_findings (const char *code, const char *text)
{
  g_autoptr (LecternChecker) checker = new_checker (code);
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);

  return lectern_report_get_n_findings (report);
}

static char *
dup_findings (LecternReport *report)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < lectern_report_get_n_findings (report); i++)
    {
      LecternFinding *finding = lectern_report_get_finding (report, i);
      g_autofree char *message = lectern_finding_dup_message (finding, NULL);
      LecternPosition start, end;

      lectern_finding_get_position (finding, &start, &end);
      g_string_append_printf (
          lines, "%u:%u-%u:%u %s %s\n", start.line, start.column, end.line, end.column,
          lectern_severity_get_name (lectern_finding_get_severity (finding)), message);
    }
  return g_string_free (lines, FALSE);
}

static gboolean
has_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* A template with a hole shows that an argument was forgotten. */
static void
check_messages (LecternReport *report, const char *path)
{
  for (guint i = 0; i < lectern_report_get_n_findings (report); i++)
    {
      LecternFinding *finding = lectern_report_get_finding (report, i);
      g_autofree char *english = lectern_finding_dup_message (finding, "en");
      g_autofree char *chinese = lectern_finding_dup_message (finding, "zh_CN.UTF-8");

      for (char hole[] = "{1}"; hole[1] <= '9'; hole[1]++)
        {
          ck_assert_msg (strstr (english, hole) == NULL, "%s: %s", path, english);
          ck_assert_msg (strstr (chinese, hole) == NULL, "%s: %s", path, chinese);
        }
      ck_assert_msg (has_han (chinese), "%s: %s", path, chinese);
    }
}

static void
compare (const char *code, const char *path, const char *content)
{
  const char *update = getenv ("LECTERN_UPDATE");
  g_autofree char *expected = NULL;

  if (update != NULL && (strcmp (update, code) == 0 || strcmp (update, LECTERN_RULES_ALL) == 0))
    ck_assert (g_file_set_contents (path, content, -1, NULL));
  ck_assert_msg (g_file_get_contents (path, &expected, NULL, NULL), "%s: cannot be read", path);
  ck_assert_msg (strcmp (expected, content) == 0, "%s:\n--- expected\n%s--- found\n%s", path,
                 expected, content);
}

/* Nothing that could still be mended is left, and nothing changes any more. */
static void
check_mended (LecternChecker *checker, LecternDocument *mended, LecternReport *left,
              const char *path)
{
  g_autoptr (LecternDocument) again = lectern_checker_fix (checker, mended, NULL, NULL, NULL);

  for (guint i = 0; i < lectern_report_get_n_findings (left); i++)
    ck_assert_msg (lectern_finding_get_edits (lectern_report_get_finding (left, i)) == NULL,
                   "%s: something is left to be mended", path);
  ck_assert_msg (again == mended, "%s: mending twice changes something", path);
}

static void
check_triple (const char *code, const char *stem)
{
  g_autofree char *path = g_strconcat (RULES "/", stem, ".txt", NULL);
  g_autofree char *findings_path = g_strconcat (RULES "/", stem, ".findings", NULL);
  g_autofree char *fixed_path = g_strconcat (RULES "/", stem, ".fixed", NULL);
  g_autoptr (LecternChecker) checker = new_checker (code);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternDocument) mended = NULL;
  g_autoptr (LecternReport) report = NULL;
  g_autoptr (LecternReport) left = NULL;
  g_autofree char *text = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *fixed = NULL;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  document = read_text (text);
  report = lectern_checker_check (checker, document, NULL, NULL);
  findings = dup_findings (report);
  compare (code, findings_path, findings);
  check_messages (report, path);
  mended = lectern_checker_fix (checker, document, &left, NULL, NULL);
  fixed = dup_text (mended);
  compare (code, fixed_path, fixed);
  check_mended (checker, mended, left, path);
  ck_assert_msg (lectern_rule_get_fixable (lectern_checker_find_rule (checker, code))
                     || mended == document,
                 "%s: mends although it says that it does not", path);
}

/* The rule of a file: what stands before the first point. */
static char *
dup_code (const char *name)
{
  return g_strndup (name, strcspn (name, "."));
}

/* The triples of a rule, without `.txt`. */
static GPtrArray *
list_stems (const char *code)
{
  g_autoptr (GDir) folder = g_dir_open (RULES, 0, NULL);
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  ck_assert (folder != NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *other = dup_code (name);

      if (g_str_has_suffix (name, ".txt") && strcmp (other, code) == 0)
        g_ptr_array_add (stems, g_strndup (name, strlen (name) - strlen (".txt")));
    }
  return stems;
}

static const char *
code_of (guint i)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (GPtrArray) rules = lectern_checker_list_rules (checker);

  return g_intern_string (lectern_rule_get_code (rules->pdata[i]));
}

START_TEST (rule_has_its_words_in_both_languages)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  LecternRule *rule = lectern_checker_find_rule (checker, code_of ((guint)_i));
  const char *code = lectern_rule_get_code (rule);

  ck_assert_msg (strlen (lectern_rule_get_clause (rule)) > 0, "%s", code);
  ck_assert_msg (strlen (lectern_rule_get_summary (rule, NULL)) > 0, "%s", code);
  ck_assert_msg (g_utf8_strlen (lectern_rule_get_summary (rule, NULL), -1) <= 72, "%s", code);
  ck_assert_msg (has_han (lectern_rule_get_summary (rule, "zh-Hans")), "%s", code);
  ck_assert_msg (g_str_has_suffix (lectern_rule_get_explanation (rule, "en_GB"), "."), "%s", code);
  ck_assert_msg (g_str_has_suffix (lectern_rule_get_explanation (rule, "zh"), "。"), "%s", code);
}
END_TEST

START_TEST (rule_finds_its_bad_example_and_not_its_good_one)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  LecternRule *rule = lectern_checker_find_rule (checker, code_of ((guint)_i));
  const char *code = lectern_rule_get_code (rule);

  ck_assert_msg (count_findings (code, lectern_rule_get_bad_example (rule)) > 0, "%s", code);
  ck_assert_msg (count_findings (code, lectern_rule_get_good_example (rule)) == 0, "%s", code);
}
END_TEST

START_TEST (rule_finds_and_mends_what_its_triples_say)
{
  const char *code = code_of ((guint)_i);
  g_autoptr (GPtrArray) stems = list_stems (code);

  ck_assert_msg (stems->len > 0, "%s: there is no triple", code);
  for (guint i = 0; i < stems->len; i++)
    check_triple (code, stems->pdata[i]);
}
END_TEST

START_TEST (every_triple_has_its_rule)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (GDir) folder = g_dir_open (RULES, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *code = dup_code (name);

      ck_assert_msg (lectern_checker_find_rule (checker, code) != NULL, "%s", name);
    }
}
END_TEST

int
main (void)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (GPtrArray) rules = lectern_checker_list_rules (checker);
  TCase *tcase = tcase_create ("rules");
  int n = (int)rules->len;

  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (tcase, rule_has_its_words_in_both_languages, 0, n);
  tcase_add_loop_test (tcase, rule_finds_its_bad_example_and_not_its_good_one, 0, n);
  tcase_add_loop_test (tcase, rule_finds_and_mends_what_its_triples_say, 0, n);
  tcase_add_test (tcase, every_triple_has_its_rule);
  return run_tcase ("rules", tcase);
}
