/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "model/trees.h"

typedef struct
{
  const char *tree;
  const char *speaker;
  const char *date;
  const char *place;
} Row;

static void
expect_fact (char *fact, const char *expected, const char *tree)
{
  ck_assert_msg (g_strcmp0 (fact, expected) == 0, "%s: %s, not %s", tree, fact, expected);
  g_free (fact);
}

static void
expect_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (LecternDocument) document = make_tree (rows[i].tree);

      expect_fact (lectern_document_dup_speaker (document), rows[i].speaker, rows[i].tree);
      expect_fact (lectern_document_dup_date (document), rows[i].date, rows[i].tree);
      expect_fact (lectern_document_dup_place (document), rows[i].place, rows[i].tree);
    }
}

START_TEST (dates_stand_bare_or_in_brackets_of_either_width)
{
  static const Row rows[] = {
    { "<byline|（2025年3月12日）>", NULL, "2025年3月12日", NULL },
    { "<byline|(2025年03月12日)>", NULL, "2025年03月12日", NULL },
    { "<byline|２０２５年３月１２日>", NULL, "２０２５年３月１２日", NULL },
    { "<byline|（二○二五年三月十二日）>", NULL, "二○二五年三月十二日", NULL },
    { "<byline|二〇二五年三月>", NULL, "二〇二五年三月", NULL },
    { "<byline|2013年12月28日-29日>", NULL, "2013年12月28日-29日", NULL },
    { "<byline|2014年12月18日、2015年1月6日>", NULL, "2014年12月18日、2015年1月6日", NULL },
    { "<byline|（X年X月X日）>", NULL, "X年X月X日", NULL },
    { "<byline|（20XX年3月）>", NULL, "20XX年3月", NULL },
    { "<byline|2025-03-12>", NULL, "2025-03-12", NULL },
    { "<byline|令和７年３月１２日>", NULL, "令和７年３月１２日", NULL },
    { "<byline|2025년 3월 12일>", NULL, "2025년 3월 12일", NULL },
    { "<byline|March 12, 2025>", NULL, "March 12, 2025", NULL },
    { "<byline|12 Mar 2025>", NULL, "12 Mar 2025", NULL },
  };

  expect_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_place_stands_beside_the_date_in_brackets)
{
  static const Row rows[] = {
    { "<byline|（北京，2024年3月）>", NULL, "2024年3月", "北京" },
    { "<byline|（2024年3月，北京）>", NULL, "2024年3月", "北京" },
    { "<byline|(2024年3月5日 县委礼堂)>", NULL, "2024年3月5日", "县委礼堂" },
    { "<byline|2024年3月5日，北京>", NULL, "2024年3月5日", "北京" },
    { "<byline|地点：县委礼堂>\n<byline|时间：2024年3月5日>", NULL, "2024年3月5日", "县委礼堂" },
    { "<byline|2024年3月5日>\n<byline|（县委礼堂）>", NULL, "2024年3月5日", "县委礼堂" },
  };

  expect_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_speaker_stands_before_the_date_or_alone)
{
  static const Row rows[] = {
    { "<byline|县委书记　李某（2025年3月12日）>", "县委书记 李某", "2025年3月12日", NULL },
    { "<byline|李某 2025年3月12日>", "李某", "2025年3月12日", NULL },
    { "<byline|李某>\n<byline|2025年3月12日>", "李某", "2025年3月12日", NULL },
    { "<byline|（李某）>\n<byline|2025年3月12日>", "李某", "2025年3月12日", NULL },
    { "<byline|——李某在干部大会上的讲话>", "李某", NULL, NULL },
    { "<byline|讲话人：李某>\n<byline|时间：2025年3月>", "李某", "2025年3月", NULL },
    { "<byline|Jane Doe, March 12, 2025>", "Jane Doe", "March 12, 2025", NULL },
  };

  expect_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_speech_without_byline_has_no_facts)
{
  static const Row rows[] = {
    { "<title|在大会上的讲话>\n<p|2025年3月12日，我们开会。>", NULL, NULL, NULL },
    { "<byline|（ ，）>", NULL, NULL, NULL },
  };

  expect_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_title_of_several_lines_becomes_one_line)
{
  static const struct
  {
    const char *tree;
    const char *title;
  } rows[] = {
    { "<title|在全县大会\r\n　上的讲话>", "在全县大会 上的讲话" },
    { "<title|同心  协力>\n<title|——在会上>", "同心 协力 ——在会上" },
    { "<p|正文>", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternDocument) document = make_tree (rows[i].tree);

      expect_fact (lectern_document_dup_title (document), rows[i].title, rows[i].tree);
    }
}
END_TEST

START_TEST (a_long_byline_of_digits_takes_linear_time)
{
  g_autoptr (GString) tree = g_string_new ("<byline|");
  g_autoptr (LecternDocument) document = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append (tree, "1二");
  g_string_append (tree, " 2025年>");
  document = make_tree (tree->str);
  expect_fact (lectern_document_dup_date (document), "2025年", "digits");
}
END_TEST

RUN_SUITE ("facts", dates_stand_bare_or_in_brackets_of_either_width,
           a_place_stands_beside_the_date_in_brackets, a_speaker_stands_before_the_date_or_alone,
           a_speech_without_byline_has_no_facts, a_title_of_several_lines_becomes_one_line,
           a_long_byline_of_digits_takes_linear_time)
