/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <string.h>

/* What rules of numbers and counts do that a triple cannot show: house profiles, XML, deep and long
 * texts.
 */

static LecternChecker *
new_checker (const char *code, const char *profile_text)
{
  LecternChecker *checker = lectern_checker_new ();
  g_autoptr (LecternProfile) profile = lectern_profile_new_from_data (profile_text, -1, NULL, NULL);

  ck_assert (profile != NULL);
  ck_assert (lectern_checker_set_profile (checker, profile, NULL));
  ck_assert (lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL));
  ck_assert (lectern_checker_set_severity (checker, code, LECTERN_SEVERITY_WARNING, NULL));
  return checker;
}

static LecternDocument *
read_bytes (const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_new_from_bytes (bytes, NULL, NULL, &error);

  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

static void
check_mended (const char *code, const char *profile, const char *text, const char *expected)
{
  g_autoptr (LecternChecker) checker = new_checker (code, profile);
  g_autoptr (LecternDocument) document = read_bytes (text);
  g_autoptr (LecternReport) left = NULL;
  g_autoptr (LecternDocument) mended = lectern_checker_fix (checker, document, &left, NULL, NULL);
  g_autoptr (GBytes) bytes = lectern_document_to_text (mended);
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);
  g_autofree char *found = g_strndup (content, length);

  ck_assert_str_eq (found, expected);
  ck_assert_uint_eq (lectern_report_get_n_findings (left), 0);
}

static guint
count_findings (const char *code, const char *content)
{
  g_autoptr (LecternChecker) checker = new_checker (code, "");
  g_autoptr (LecternDocument) document = read_bytes (content);
  g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);

  return lectern_report_get_n_findings (report);
}

START_TEST (sections_are_numbered_as_the_house_wants)
{
  check_mended ("numbering-siblings", "[levels]\n1 = 一、\n2 = （一）\n",
                "1、备料\n（1）砂石\n就近取。\n（2）水泥\n县里送。\n2、备人\n人手要够。\n",
                "一、备料\n（一）砂石\n就近取。\n（二）水泥\n县里送。\n二、备人\n人手要够。\n");
}
END_TEST

START_TEST (brackets_of_a_marker_have_the_width_that_the_house_wants)
{
  static const char half[] = "[levels]\n1 = 一、\n2 = （一）\n[style]\npunctuation = half\n";

  check_mended ("numbering-siblings", half,
                "一、备料\n(一)砂石\n就近取。\n(二)水泥\n县里送。\n二、备人\n人手要够。\n",
                "一、备料\n(一)砂石\n就近取。\n(二)水泥\n县里送。\n二、备人\n人手要够。\n");
  check_mended ("numbering-siblings", half,
                "一、备料\n1.砂石\n就近取。\n2.水泥\n县里送。\n二、备人\n人手要够。\n",
                "一、备料\n(一)砂石\n就近取。\n(二)水泥\n县里送。\n二、备人\n人手要够。\n");
}
END_TEST

START_TEST (a_level_that_the_house_leaves_open_stays)
{
  check_mended ("numbering-siblings", "[levels]\n1 = 一、\n",
                "一、备料\n1.砂石\n就近取。\n2.水泥\n县里送。\n二、备人\n人手要够。\n",
                "一、备料\n1.砂石\n就近取。\n2.水泥\n县里送。\n二、备人\n人手要够。\n");
}
END_TEST

#define SPEECH(body)                                                                               \
  "<speech xmlns=\"urn:lectern:speech:1\" xml:lang=\"zh-Hans\" xml:space=\"preserve\">" body       \
  "</speech>"
#define POINT(marker) "<point><p><marker>" marker "</marker>备料。</p>\n</point>"

START_TEST (what_is_announced_decides_whether_numbers_or_points_are_missing)
{
  check_mended ("numbering-gap", "",
                SPEECH ("<p>讲<announcement count=\"3\" of=\"r1\">三点</announcement>。</p>\n"
                        "<series xml:id=\"r1\" numbering=\"一是\">" POINT ("一是") POINT ("三是")
                            POINT ("四是") "</series>"),
                "讲三点。\n一是备料。\n二是备料。\n三是备料。\n");
  ck_assert_uint_eq (
      count_findings ("numbering-gap",
                      SPEECH ("<p>讲<announcement count=\"4\" of=\"r1\">四点</announcement>。</p>\n"
                              "<series xml:id=\"r1\" numbering=\"一是\">" POINT ("一是")
                                  POINT ("三是") POINT ("四是") "</series>")),
      1);
}
END_TEST

START_TEST (an_announced_number_is_written_as_it_stands_or_as_the_house_wants)
{
  static const char chinese[] = "我讲三点意见。一要快；二要准。\n";
  static const char arabic[] = "我讲3点意见。一要快；二要准。\n";

  check_mended ("announced-count", "", chinese, "我讲两点意见。一要快；二要准。\n");
  check_mended ("announced-count", "", arabic, "我讲2点意见。一要快；二要准。\n");
  check_mended ("announced-count", "[style]\nnumerals = arabic\n", chinese,
                "我讲2点意见。一要快；二要准。\n");
  check_mended ("announced-count", "[style]\nnumerals = chinese\n", arabic,
                "我讲两点意见。一要快；二要准。\n");
  check_mended ("announced-count", "", "我講三點意見。一要快，二要穩。請大家說說。\n",
                "我講兩點意見。一要快，二要穩。請大家說說。\n");
}
END_TEST

START_TEST (a_count_without_a_number_or_a_target_says_nothing)
{
  ck_assert_uint_eq (
      count_findings ("announced-count",
                      SPEECH ("<p>讲<announcement count=\"masked\" of=\"r1\">X点</announcement>，"
                              "<announcement count=\"indefinite\" of=\"r1\">几点</announcement>，"
                              "<announcement count=\"3\">三点</announcement>。</p>\n"
                              "<series xml:id=\"r1\" numbering=\"一是\">" POINT ("一是")
                                  POINT ("二是") "</series>")),
      0);
}
END_TEST

/* Rows that take long where a search goes back over what was searched: not more than some seconds
 * under any sanitizer. */
START_TEST (long_and_deep_rows_take_linear_time)
{
  static const char *const codes[] = { "numbering-gap", "numbering-start", "numbering-restart",
                                       "point-lonely", "numbering-siblings" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s\n第%s，备料。\n", i % 3 == 0 ? "一、备人" : "（一）备车",
                            i % 2 == 0 ? "九" : "一");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    count_findings (codes[i], text->str);
  g_string_free (text, TRUE);
}
END_TEST

RUN_SUITE ("numbering", sections_are_numbered_as_the_house_wants,
           brackets_of_a_marker_have_the_width_that_the_house_wants,
           a_level_that_the_house_leaves_open_stays,
           what_is_announced_decides_whether_numbers_or_points_are_missing,
           an_announced_number_is_written_as_it_stands_or_as_the_house_wants,
           a_count_without_a_number_or_a_target_says_nothing, long_and_deep_rows_take_linear_time)
