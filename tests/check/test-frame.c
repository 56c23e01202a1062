/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <string.h>

/* What the triples of rules/ cannot show: line ends, XML, related spans, languages. */

static LecternChecker *
new_checker (const char *code)
{
  LecternChecker *checker = lectern_checker_new ();

  ck_assert (lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL));
  ck_assert (lectern_checker_set_severity (checker, code, LECTERN_SEVERITY_WARNING, NULL));
  return checker;
}

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lectern_document_new_from_text (bytes, NULL);
}

static void
check_fixed (const char *code, const char *text, const char *fixed)
{
  g_autoptr (LecternChecker) checker = new_checker (code);
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternDocument) mended = lectern_checker_fix (checker, document, NULL, NULL, NULL);
  g_autoptr (GBytes) bytes = lectern_document_to_text (mended);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *found = g_strndup (data, length);

  ck_assert_str_eq (found, fixed);
}

static guint
count_findings (const char *code, const char *text)
{
  g_autoptr (LecternChecker) checker = new_checker (code);
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);

  return lectern_report_get_n_findings (report);
}

#define HEAD "在全县粮站整修动员会上的讲话\r\n同志们：\r\n今天部署粮站整修工作。\r\n"
#define LONG                                                                                       \
  "这次整修使用的是县里统一采购的新型防水材料，厂家的技术员介绍说这种材料可以用上十年，各组"

START_TEST (line_ends_of_two_characters_go_whole)
{
  check_fixed ("broken-line", HEAD LONG "领取，  \r\n　　都要登记。\r\n",
               HEAD LONG "领取，都要登记。\r\n");
  check_fixed ("page-number", HEAD "— 1 —\r\n请抓紧落实。\r\n", HEAD "请抓紧落实。\r\n");
  check_fixed ("page-number", HEAD LONG "\r\n\r\n第3页\r\n\r\n领取时要登记。\r\n",
               HEAD LONG "领取时要登记。\r\n");
  check_fixed ("boilerplate", "扫码关注公众号\r\n\r\n" HEAD, HEAD);
  check_fixed ("boilerplate", HEAD "谢谢大家！\r\n\r\n扫码关注公众号", HEAD "谢谢大家！\r\n\r\n");
}
END_TEST

START_TEST (carriage_returns_alone_are_line_ends)
{
  check_fixed ("broken-line", "在动员会上的讲话\r同志们：\r" LONG "\r领取时要登记。\r",
               "在动员会上的讲话\r同志们：\r" LONG "领取时要登记。\r");
  check_fixed ("page-number", "在动员会上的讲话\r同志们：\r大家好。\r— 1 —\r请抓紧落实。\r",
               "在动员会上的讲话\r同志们：\r大家好。\r请抓紧落实。\r");
}
END_TEST

START_TEST (words_that_are_parted_by_blanks_stay_parted)
{
#define ENGLISH                                                                                    \
  "Remarks at the Opening of the Library\nLadies and gentlemen:\nWe have come together today to "  \
  "open a house that was built by many hands over four years, a house of"

  check_fixed ("broken-line", ENGLISH "\nbooks and of quiet.\nThank you.\n",
               ENGLISH " books and of quiet.\nThank you.\n");
}
END_TEST

START_TEST (directive_in_a_broken_paragraph_stays)
{
  static const char text[] = "在全县粮站整修动员会上的讲话\n同志们：\n" LONG
                             "领取，\n{{#if 甲 = \"a,b\"}}\n都要登记。\n{{/if}}\n"
                             "一、备料\n{{! (半角) }}\n二、开工。\n{{! 丙 }}\n三、验收。\n";
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);
  g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);

  for (guint i = 0; i < lectern_report_get_n_findings (report); i++)
    {
      const char *code = lectern_finding_get_code (lectern_report_get_finding (report, i));

      ck_assert_str_ne (code, "broken-line");
      ck_assert_str_ne (code, "width-mixed");
      ck_assert_str_ne (code, "heading-stop");
    }
}
END_TEST

START_TEST (page_number_within_a_line_is_left_alone)
{
  static const char xml[]
      = "<speech xmlns=\"urn:lectern:speech:1\" xml:lang=\"zh-Hans\" xml:space=\"preserve\">"
        "<p>秋收之后，要及早谋划<boilerplate>第 2 页</boilerplate>冬种工作。</p>\n</speech>";
  g_autoptr (LecternChecker) checker = new_checker ("page-number");
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (LecternDocument) document = lectern_document_new_from_xml (bytes, NULL);
  g_autoptr (LecternReport) report = NULL;

  ck_assert (document != NULL);
  report = lectern_checker_check (checker, document, NULL, NULL);
  ck_assert_uint_eq (lectern_report_get_n_findings (report), 0);
}
END_TEST

START_TEST (copy_points_to_the_first_one)
{
  static const char *const codes[] = { "title-repeated", "duplicate-paragraph" };
  static const char text[]
      = "在全县粮站整修动员会上的讲话\n同志们：\n各组要逐座看、逐项记，看得见的问题当天就要登记。\n"
        "在全县粮站整修动员会上的讲话\n谢谢各位。\n"
        "各组要逐座看、逐项记，看得见的问题当天就要登记。\n谢谢大家！\n";
  g_autoptr (LecternDocument) document = read_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (LecternChecker) checker = new_checker (codes[i]);
      g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);
      LecternFinding *finding;
      LecternSpan span, related;

      ck_assert_uint_eq (lectern_report_get_n_findings (report), 1);
      finding = lectern_report_get_finding (report, 0);
      lectern_finding_get_span (finding, &span);
      ck_assert_uint_eq (lectern_finding_get_n_related (finding), 1);
      ck_assert (lectern_finding_get_related (finding, 0, &related));
      ck_assert_uint_lt (related.start, span.start);
      ck_assert_uint_eq (related.end - related.start, span.end - span.start);
      ck_assert (memcmp (text + related.start, text + span.start, span.end - span.start) == 0);
    }
}
END_TEST

START_TEST (what_china_does_is_not_asked_of_others)
{
  static const char *const codes[] = { "title-missing", "salutation-missing", "closing-missing" };
  static const char *const texts[] = {
    "各位同胞：\n我們今天在這裡紀念學會的創立。\n四年來，許多人為它出了力。\n謝謝大家！\n",
    "Ladies and gentlemen:\nWe open a library today.\nIt took four years.\nThank you.\n",
    "国民の皆さん、\n本日、図書館を開くことができました。\n四年かかりました。\n"
    "ありがとうございました。\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      ck_assert_uint_eq (count_findings (codes[i], texts[j]), 0);
}
END_TEST

START_TEST (texts_of_nothing_have_no_frame)
{
  static const char *const texts[] = { "", "\n", "　　", "。", "“", "— 1", "1", "……", "\r\r\n" };
  g_autoptr (LecternChecker) checker = lectern_checker_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LecternDocument) document = read_text (texts[i]);
      g_autoptr (LecternDocument) mended = NULL;

      mended = lectern_checker_fix (checker, document, NULL, NULL, NULL);
      ck_assert (mended != NULL);
      ck_assert_uint_eq (count_findings ("title-missing", texts[i]), 0);
    }
}
END_TEST

RUN_SUITE ("frame", line_ends_of_two_characters_go_whole, carriage_returns_alone_are_line_ends,
           words_that_are_parted_by_blanks_stay_parted, directive_in_a_broken_paragraph_stays,
           page_number_within_a_line_is_left_alone, copy_points_to_the_first_one,
           what_china_does_is_not_asked_of_others, texts_of_nothing_have_no_frame)
