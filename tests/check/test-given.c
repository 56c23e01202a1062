/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#include <time.h>

/* Structure that was given, by XML or a builder, may lack what the text reader always makes. */

/* Every rule is on. */
static LecternChecker *
new_checker (void)
{
  LecternChecker *checker = lectern_checker_new ();

  ck_assert (
      lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_NOTE, NULL));
  lectern_checker_set_max_findings (checker, 0);
  return checker;
}

static char *
dup_xml (LecternDocument *document)
{
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  gsize length;
  const char *data = g_bytes_get_data (xml, &length);

  return g_strndup (data, length);
}

static void
check_document (LecternChecker *checker, LecternDocument *document)
{
  g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);
  g_autoptr (LecternDocument) mended = lectern_checker_fix (checker, document, NULL, NULL, NULL);
  g_autoptr (LecternDocument) again = NULL;

  ck_assert (report != NULL);
  ck_assert (mended != NULL);
  again = lectern_checker_fix (checker, mended, NULL, NULL, NULL);
  if (again != mended)
    {
      g_autofree char *before = dup_xml (document);
      g_autofree char *once = dup_xml (mended);
      g_autofree char *twice = dup_xml (again);

      ck_abort_msg ("mended again: %s\n%s\n%s", before, once, twice);
    }
}

START_TEST (trees_with_gaps_are_checked)
{
  static const char *const speeches[] = {
    SPEECH (""),
    SPEECH ("<title/><byline/><salutation/><opening/><outline/><closing/><thanks/>"
            "<boilerplate/><p/>"),
    SPEECH ("<series numbering=\"一是\"><point>要快；</point><point>要好。</point></series>"),
    SPEECH ("<series numbering=\"一是\"><point/><point/></series>"),
    SPEECH ("<series numbering=\"一是\"><point><lead/></point><point><p><marker/></p></point>"
            "</series>"),
    SPEECH ("<section/><section/>"),
    SPEECH ("<section/><section><heading>修渠</heading></section>"),
    SPEECH ("<section numbering=\"一、\"><heading>修渠</heading></section>"
            "<section numbering=\"一、\"><p>修渠。</p></section>"),
    SPEECH ("<section numbering=\"一、\"><heading><marker>三、</marker></heading></section>"
            "<section numbering=\"一、\"><heading><marker>三、</marker></heading></section>"),
    SPEECH ("<p><announcement count=\"3\" of=\"s1\" keyword=\"紧盯\">三个“紧盯”</announcement></p>"
            "<section xml:id=\"s1\"/>"),
    SPEECH ("<p><announcement count=\"3\" of=\"r1\" keyword=\"紧盯\"/></p>"
            "<series xml:id=\"r1\" numbering=\"一是\"/>"),
    SPEECH ("<p><placeholder/>月，<placeholder kind=\"count\"/>个</p>"),
    SPEECH ("<outline><entry/><entry><marker>一、</marker></entry>修渠</outline>"
            "<section><heading/></section>"),
  };
  g_autoptr (LecternChecker) checker = new_checker ();

  for (guint i = 0; i < G_N_ELEMENTS (speeches); i++)
    {
      g_autoptr (LecternDocument) document = read_xml (speeches[i]);

      check_document (checker, document);
    }
}
END_TEST

START_TEST (a_count_that_no_number_holds_is_not_taken_for_another)
{
  static const char *const counts[] = { "4294967297", "99999999999", "99999999999999999999999" };
  g_autoptr (LecternChecker) checker = new_checker ();

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *xml
          = g_strdup_printf (SPEECH ("<p><announcement count=\"%s\" of=\"s1\">一点</announcement>"
                                     "</p><section xml:id=\"s1\"><heading>修渠</heading>\n"
                                     "<p>修。</p></section>"),
                             counts[i]);
      g_autoptr (LecternDocument) document = read_xml (xml);
      g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);

      ck_assert_uint_eq (lectern_report_get_n_findings (report), 1);
      ck_assert_str_eq (lectern_finding_get_code (lectern_report_get_finding (report, 0)),
                        "announced-count");
    }
}
END_TEST

START_TEST (mending_leaves_every_byte_in_its_node)
{
  static const char before[]
      = SPEECH ("<p>讲<announcement count=\"2\" of=\"r1\">两点</announcement>:<series"
                " xml:id=\"r1\" numbering=\"(1)\"><point><marker>(1)</marker>要快,</point><point>"
                "<marker>(2)</marker>要好.</point></series></p>\n");
  static const char after[] = SPEECH (
      "<p>讲<announcement count=\"2\" of=\"r1\">两点</announcement>：<series"
      " xml:id=\"r1\" numbering=\"(1)\"><point><marker>（1）</marker>要快，</point><point>"
      "<marker>（2）</marker>要好。</point></series></p>\n");
  g_autoptr (LecternChecker) checker = new_checker ();
  g_autoptr (LecternDocument) document = read_xml (before);
  g_autoptr (LecternDocument) expected = read_xml (after);
  g_autoptr (LecternDocument) mended = lectern_checker_fix (checker, document, NULL, NULL, NULL);
  g_autofree char *expected_xml = dup_xml (expected);
  g_autofree char *xml = dup_xml (mended);

  ck_assert_str_eq (xml, expected_xml);
}
END_TEST

/* So many announcements of a series of so many points, with a number behind each. */
static double
time_check (LecternChecker *checker, guint n)
{
  GString *xml = g_string_new ("<speech xmlns=\"urn:lectern:speech:1\" xml:lang=\"zh-Hans\" "
                               "xml:space=\"preserve\"><p>");
  g_autoptr (LecternDocument) document = NULL;
  g_autofree char *text = NULL;
  double least = 1e9;

  for (guint i = 0; i < n; i++)
    g_string_append (xml, "<announcement count=\"9999999\" of=\"r0\">几点</announcement>，");
  g_string_append (xml, "</p>\n<series xml:id=\"r0\" numbering=\"1.\">");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (xml, "<point><p><marker>%u.</marker>修渠。</p>\n</point>", i + 1);
  g_string_append (xml, "</series></speech>");
  text = g_string_free (xml, FALSE);
  document = read_xml (text);
  for (guint i = 0; i < 2; i++)
    {
      clock_t start = clock ();
      g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);

      ck_assert (report != NULL);
      least = MIN (least, (double)(clock () - start) / CLOCKS_PER_SEC);
    }
  return least;
}

START_TEST (announcements_of_one_series_take_linear_time)
{
  g_autoptr (LecternChecker) checker = new_checker ();
  double large = time_check (checker, 16000);

  /* Linear would be 4, quadratic 16. */
  ck_assert (large < 0.05 || large <= 9 * time_check (checker, 4000));
}
END_TEST

/* What rules look for, in no order. */
static GString *
random_words (GRand *random, guint n)
{
  static const char *const words[] = { "一是",
                                       "二是",
                                       "三、",
                                       "（一）",
                                       "1.",
                                       "第二，",
                                       "首先，",
                                       "要",
                                       "修渠",
                                       "同志们",
                                       "，",
                                       "。",
                                       "：",
                                       ",",
                                       ".",
                                       "；",
                                       "、",
                                       "“",
                                       "”",
                                       "（",
                                       ")",
                                       "《",
                                       "》",
                                       "……",
                                       "——",
                                       "--",
                                       "XX",
                                       "_",
                                       "*",
                                       "讲三点意见",
                                       "五个“紧盯”",
                                       "张某、李某三位同志",
                                       "63～68%",
                                       "９",
                                       "98年6月",
                                       "4个意识",
                                       "县",
                                       "月",
                                       "第",
                                       "\n",
                                       "\n",
                                       "\r\n",
                                       "　　",
                                       " ",
                                       "等",
                                       "— 1 —",
                                       "\xf0\xa0\xae\xb7",
                                       "今天的会议主要是总结前一阶段的工作",
                                       "更多范文请关注公众号",
                                       "在秋收工作会上的讲话" };
  GString *text = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return text;
}

START_TEST (any_tree_can_be_checked_and_mended)
{
  g_autoptr (LecternChecker) checker = new_checker ();
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (GString) text = random_words (random, 60);
      g_autoptr (LecternDocument) document = random_tree (random, text);

      check_document (checker, document);
    }
}
END_TEST

RUN_SUITE ("given", trees_with_gaps_are_checked,
           a_count_that_no_number_holds_is_not_taken_for_another,
           mending_leaves_every_byte_in_its_node, announcements_of_one_series_take_linear_time,
           any_tree_can_be_checked_and_mended)
