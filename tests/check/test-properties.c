/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "texts.h"

#include <stdlib.h>

/* What holds of the findings in any text: the triples, the golden speeches, texts glued of their
 * lines, and the texts (*.txt) of the folder that LECTERN_CORPUS names. */

static GPtrArray *texts; /* GBytes */

static LecternDocument *
read_text (guint i)
{
  return lectern_document_new_from_text (texts->pdata[i], NULL);
}

/* Every rule is on. */
static LecternChecker *
new_checker (void)
{
  LecternChecker *checker = lectern_checker_new ();
  g_autoptr (GPtrArray) rules = lectern_checker_list_rules (checker);

  for (guint i = 0; i < rules->len; i++)
    lectern_checker_set_severity (
        checker, lectern_rule_get_code (rules->pdata[i]),
        MAX (lectern_rule_get_severity (rules->pdata[i]), LECTERN_SEVERITY_NOTE), NULL);
  lectern_checker_set_max_findings (checker, 0);
  return checker;
}

/* Line and columns as anybody would count them. */
static LecternPosition
count_position (const char *text, gsize offset)
{
  LecternPosition position = { offset, 1, 1, 1 };

  for (const char *p = text; p < text + offset; p = g_utf8_next_char (p))
    if (*p == '\n' || (*p == '\r' && p[1] != '\n'))
      {
        position.line++;
        position.column = position.column_utf16 = 1;
      }
    else
      {
        position.column++;
        position.column_utf16 += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      }
  return position;
}

static void
check_position (const char *text, gsize offset, const LecternPosition *found)
{
  LecternPosition counted = count_position (text, offset);

  ck_assert_uint_eq (found->offset, offset);
  ck_assert_uint_eq (found->line, counted.line);
  ck_assert_uint_eq (found->column, counted.column);
  ck_assert_uint_eq (found->column_utf16, counted.column_utf16);
}

static gboolean
is_boundary (const char *text, gsize length, gsize offset)
{
  return offset == length || (offset < length && ((guchar)text[offset] & 0xc0) != 0x80);
}

START_TEST (positions_in_bytes_characters_and_utf16_agree)
{
  g_autoptr (LecternChecker) checker = new_checker ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LecternDocument) document = read_text (i);
      g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);
      guint n = lectern_report_get_n_findings (report);
      gsize length;
      const char *text = g_bytes_get_data (
          lectern_source_get_bytes (lectern_document_get_source (document)), &length);

      for (guint j = 0; j < n; j += 1 + n / 50)
        {
          LecternFinding *finding = lectern_report_get_finding (report, j);
          LecternPosition start, end;
          LecternSpan span;

          lectern_finding_get_span (finding, &span);
          ck_assert_uint_le (span.start, span.end);
          ck_assert (is_boundary (text, length, span.start));
          ck_assert (is_boundary (text, length, span.end));
          lectern_finding_get_position (finding, &start, &end);
          check_position (text, span.start, &start);
          check_position (text, span.end, &end);
        }
    }
}
END_TEST

/* The text with the replacements made one by one, from the last to the first. */
static GBytes *
replace_by_hand (GBytes *text, LecternEdits *edits)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  GString *result = g_string_new_len (data, (gssize)length);

  for (guint i = lectern_edits_get_n_replacements (edits); i-- > 0;)
    {
      LecternSpan span;
      GBytes *put = lectern_edits_get_replacement (edits, i, &span);
      gsize put_length;
      const char *put_data = g_bytes_get_data (put, &put_length);

      g_string_erase (result, (gssize)span.start, (gssize)(span.end - span.start));
      g_string_insert_len (result, (gssize)span.start, put_data, (gssize)put_length);
    }
  return g_string_free_to_bytes (result);
}

START_TEST (edits_of_a_finding_change_nothing_else)
{
  g_autoptr (LecternChecker) checker = new_checker ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LecternDocument) document = read_text (i);
      g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);
      GBytes *text = lectern_source_get_bytes (lectern_document_get_source (document));
      guint n = lectern_report_get_n_findings (report);

      for (guint j = 0; j < n; j += 1 + n / 8)
        {
          LecternFinding *finding = lectern_report_get_finding (report, j);
          LecternEdits *edits = lectern_finding_get_edits (finding);
          g_autoptr (LecternDocument) after = NULL;
          g_autoptr (GBytes) expected = NULL;
          g_autoptr (GBytes) found = NULL;

          if (edits == NULL)
            continue;
          ck_assert (lectern_rule_get_fixable (
              lectern_checker_find_rule (checker, lectern_finding_get_code (finding))));
          expected = replace_by_hand (text, edits);
          ck_assert_msg (!g_bytes_equal (expected, text), "%s: edits that change nothing",
                         lectern_finding_get_code (finding));
          after = lectern_document_apply_edits (document, edits, NULL, NULL);
          ck_assert (after != NULL);
          found = lectern_document_to_text (after);
          ck_assert (g_bytes_equal (found, expected));
        }
    }
}
END_TEST

START_TEST (mending_twice_changes_nothing)
{
  g_autoptr (LecternChecker) checker = new_checker ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LecternDocument) document = read_text (i);
      g_autoptr (LecternDocument) mended
          = lectern_checker_fix (checker, document, NULL, NULL, NULL);
      g_autoptr (LecternReport) left = NULL;

      ck_assert (mended != NULL);
      left = lectern_checker_check (checker, mended, NULL, NULL);
      for (guint j = 0; j < lectern_report_get_n_findings (left); j++)
        {
          LecternFinding *finding = lectern_report_get_finding (left, j);
          g_autofree char *message = lectern_finding_dup_message (finding, NULL);
          LecternPosition position;
          gsize length;
          const char *text = g_bytes_get_data (texts->pdata[i], &length);

          lectern_finding_get_position (finding, &position, NULL);
          ck_assert_msg (lectern_finding_get_edits (finding) == NULL,
                         "%s is left to be mended at %u:%u: %s\n%.*s",
                         lectern_finding_get_code (finding), position.line, position.column,
                         message, (int)MIN (length, 3000), text);
        }
    }
}
END_TEST

typedef struct
{
  LecternChecker *checker;
  LecternDocument *document;
} Job;

/* The messages of all findings, one a line. */
static gpointer
check_again (gpointer data)
{
  const Job *job = data;
  g_autoptr (LecternReport) report
      = lectern_checker_check (job->checker, job->document, NULL, NULL);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < lectern_report_get_n_findings (report); i++)
    {
      LecternFinding *finding = lectern_report_get_finding (report, i);
      g_autofree char *message = lectern_finding_dup_message (finding, "zh");
      LecternPosition start;

      lectern_finding_get_position (finding, &start, NULL);
      g_string_append_printf (lines, "%u:%u %s %s\n", start.line, start.column,
                              lectern_finding_get_code (finding), message);
    }
  return g_string_free (lines, FALSE);
}

START_TEST (several_threads_find_the_same)
{
  g_autoptr (LecternChecker) checker = new_checker ();

  for (guint i = 0; i < texts->len; i += 20)
    {
      g_autoptr (LecternDocument) document = read_text (i);
      Job job = { checker, document };
      GThread *threads[4];
      g_autofree char *alone = NULL;

      for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
        threads[t] = g_thread_new ("check", check_again, &job);
      alone = check_again (&job);
      for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
        {
          g_autofree char *found = g_thread_join (threads[t]);

          ck_assert_str_eq (found, alone);
        }
    }
}
END_TEST

int
main (void)
{
  const TTest *tests[] = {
    positions_in_bytes_characters_and_utf16_agree,
    edits_of_a_finding_change_nothing_else,
    mending_twice_changes_nothing,
    several_threads_find_the_same,
  };

  texts = list_texts (600);
  return run_suite ("properties", tests, G_N_ELEMENTS (tests));
}
