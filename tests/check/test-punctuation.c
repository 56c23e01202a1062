/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <string.h>

/* What a triple cannot show: other profiles, other severities, other languages. */

static LecternReport *
check_text (const char *code, const char *text, const char *profile_data, LecternSeverity severity)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (LecternProfile) profile = lectern_profile_new_from_data (profile_data, -1, NULL, NULL);

  ck_assert (document != NULL && profile != NULL);
  ck_assert (lectern_checker_set_profile (checker, profile, NULL));
  ck_assert (lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL));
  ck_assert (lectern_checker_set_severity (checker, code, severity, NULL));
  return lectern_checker_check (checker, document, NULL, NULL);
}

static guint
count (const char *code, const char *text)
{
  g_autoptr (LecternReport) report = check_text (code, text, "", LECTERN_SEVERITY_WARNING);

  return lectern_report_get_n_findings (report);
}

START_TEST (a_house_may_want_half_width_marks)
{
  static const char text[] = "各村要早动手，早安排。粮食有1,200吨,都要入库.\n";
  g_autoptr (LecternReport) report
      = check_text ("width-mixed", text, "[style]\npunctuation = half\n", LECTERN_SEVERITY_WARNING);
  LecternSpan span;

  ck_assert_uint_eq (lectern_report_get_n_findings (report), 2);
  lectern_finding_get_span (lectern_report_get_finding (report, 0), &span);
  ck_assert_int_eq (memcmp (text + span.start, "，", span.end - span.start), 0);
  lectern_finding_get_span (lectern_report_get_finding (report, 1), &span);
  ck_assert_int_eq (memcmp (text + span.start, "。", span.end - span.start), 0);
}
END_TEST

START_TEST (a_pair_of_brackets_is_one_finding)
{
  g_autoptr (LecternReport) report
      = check_text ("width-mixed", "三个村(含两个组)都到了。\n", "", LECTERN_SEVERITY_WARNING);
  LecternFinding *finding;
  LecternSpan span;

  ck_assert_uint_eq (lectern_report_get_n_findings (report), 1);
  finding = lectern_report_get_finding (report, 0);
  ck_assert_uint_eq (lectern_finding_get_n_related (finding), 1);
  ck_assert (lectern_finding_get_related (finding, 0, &span));
  ck_assert_uint_eq (span.end - span.start, 1);
  ck_assert_uint_eq (lectern_edits_get_n_replacements (lectern_finding_get_edits (finding)), 2);
}
END_TEST

START_TEST (what_everybody_writes_stays_a_note)
{
  g_autoptr (LecternReport) report
      = check_text ("marker-punctuation",
                    "要做两件事。\n1、查仓库。\n2。查车辆。\n一是、查道路。\n二是查桥梁。\n", "",
                    LECTERN_SEVERITY_ERROR);

  ck_assert_uint_ge (lectern_report_get_n_findings (report), 2);
  ck_assert_int_eq (lectern_finding_get_severity (lectern_report_get_finding (report, 0)),
                    LECTERN_SEVERITY_NOTE);
  ck_assert_int_eq (lectern_report_get_severity (report), LECTERN_SEVERITY_ERROR);
}
END_TEST

START_TEST (the_standard_holds_for_simplified_chinese)
{
  ck_assert_uint_eq (count ("dash", "我們只有一條路--苦幹，鄉親們說這話對極了。\n"), 0);
  ck_assert_uint_eq (count ("dash", "我们只有一条路--苦干，乡亲们说这话对极了。\n"), 1);
  ck_assert_uint_eq (count ("stop-doubled", "We have one way,, and it is long.\n"), 0);
}
END_TEST

START_TEST (quotations_and_notes_go_over_paragraphs)
{
  static const struct
  {
    const char *code;
    const char *text;
    guint n;
  } cases[] = {
    { "quote-pair", "老人说：“路要自己走。\n“桥要大家修。\n“水要慢慢引。”\n", 0 },
    { "quote-pair", "老人说：“路要自己走。\n桥要大家修。\n水要慢慢引。”\n", 0 },
    { "quote-pair", "老人说：“路要自己走。\n“桥要大家修。\n水要慢慢引。\n", 1 },
    { "quote-pair", "老人说路”要自己走。\n桥要大家修。\n", 1 },
    { "quote-pair", "要修“路，要修“桥”，要引“水”。\n大家都赞成。\n", 1 },
    { "bracket-pair", "（这是在两个会上讲的，\r\n记录稿没有看过。）\r\n", 0 },
    { "bracket-pair", "先修路（后修桥。\n水要（慢慢引。\n", 2 },
    { "bracket-pair", "指标是PM（\n2.5\n）以下，大家都清楚。\n", 0 },
    { "bracket-pair", "1）修路；2）修桥。\n三）引水。\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_msg (count (cases[i].code, cases[i].text) == cases[i].n, "%s: %u", cases[i].text,
                   count (cases[i].code, cases[i].text));
}
END_TEST

START_TEST (addresses_fields_and_masks_are_no_punctuation)
{
  static const char text[]
      = "同志们：\n请{{name,,title}}同志看http://a.example/b,,c;;d这一页，然后回信。\n"
        "到会的有????名同志，大家都来了。\n";

  ck_assert_uint_eq (count ("stop-doubled", text), 0);
  ck_assert_uint_eq (count ("width-mixed", text), 0);
}
END_TEST

RUN_SUITE ("punctuation", a_house_may_want_half_width_marks, a_pair_of_brackets_is_one_finding,
           what_everybody_writes_stays_a_note, the_standard_holds_for_simplified_chinese,
           quotations_and_notes_go_over_paragraphs, addresses_fields_and_masks_are_no_punctuation)
