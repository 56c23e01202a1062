/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

#include <time.h>

/* Texts that hurt: read whole, and in a time that grows as they do. */

#define KILO ((gsize)1024)
#define MEGA (1024 * KILO)

static GBytes *
repeat (const char *unit, gsize length)
{
  gsize n = strlen (unit), times = length / n;
  char *text = g_malloc (times * n + 1);

  for (gsize i = 0; i < times; i++)
    memcpy (text + i * n, unit, n);
  return g_bytes_new_take (text, times * n);
}

/* The processor's time, in seconds, for reading; not that of others. */
static double
read_for (GBytes *text, guint *n_points)
{
  clock_t start = clock ();
  g_autoptr (LecternDocument) document = read_text (text);
  double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;
  g_autoptr (GPtrArray) points = lectern_document_list_nodes (document, LECTERN_NODE_POINT);
  LecternSpan span;

  lectern_node_get_span (lectern_document_get_root (document), &span);
  ck_assert_uint_eq (span.end, g_bytes_get_size (text));
  if (n_points != NULL)
    *n_points = points->len;
  return seconds;
}

/* Four times the text takes four times as long; sixteen would be the square. The constant is for a
 * busy machine. */
static void
check_linear (const char *unit, GString *wrong)
{
  g_autoptr (GBytes) small = repeat (unit, 96 * KILO), large = repeat (unit, 384 * KILO);
  double one = MIN (read_for (small, NULL), read_for (small, NULL)), four = read_for (large, NULL);

  /* Memory that is fresh costs more than what was used before: then both are to have it fresh. */
  if (four > 9 * one + 0.04)
    {
      g_autoptr (GBytes) larger = repeat (unit, 1536 * KILO);

      one = MIN (read_for (large, NULL), four);
      four = MIN (read_for (larger, NULL), read_for (larger, NULL));
    }
  if (four > 9 * one + 0.04)
    g_string_append_printf (wrong, "\n%s: %.3f s, four times as much %.3f s", unit, one, four);
}

static void
check_units (const char *const *units, gsize n_units)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (gsize i = 0; i < n_units; i++)
    check_linear (units[i], wrong);
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}

START_TEST (one_character_over_and_over_takes_linear_time)
{
  static const char *const units[]
      = { "好", "一", "、", "，", "。",   "；", "：", "…",  "第", "其", "（", "）",
          "“",  "”",  "【", "】", "《",   "「", "X",  "x",  "*",  "_",  "×",  "〇",
          "①",  "1",  "I",  "a",  ".",    "-",  "—",  " ",  "　", "\t", "\n", "\r",
          "{",  "}",  "<",  "&",  "\x01", "年", "要", "是", "같", "𠮷" };

  check_units (units, G_N_ELEMENTS (units));
}
END_TEST

START_TEST (points_in_one_line_take_linear_time)
{
  static const char *const units[] = { "“好”",
                                       "“好”、",
                                       "“好”等2项",
                                       "“好”“好”和",
                                       "X和X两位",
                                       "某、某和某两名",
                                       "“两个”：\n两个好\n",
                                       "一是",
                                       "一是好；",
                                       "一是好。二是好。三是好。",
                                       "第一，好。",
                                       "第一，好。第二，好。",
                                       "第二，好。第一，好。",
                                       "首先，好。",
                                       "首先，好。其次，好。最后，好。",
                                       "一方面，好。",
                                       "一方面，好。另一方面，好。",
                                       "一个是好，",
                                       "一要好，一是好，第一，好，首先，好，其一，好，①好，",
                                       "（一）好。（二）好。",
                                       "①好；②好；",
                                       "一、好；二、好；",
                                       "1、好；2、好；",
                                       "坚持好，",
                                       "坚持好，坚决好，",
                                       "坚持好；坚持坏，坚持好。",
                                       "三年来，好；",
                                       "“一是好”",
                                       "同时，一是好。",
                                       "（一是好" };

  check_units (units, G_N_ELEMENTS (units));
}
END_TEST

START_TEST (lines_take_linear_time)
{
  static const char *const units[] = { "一是好。\n",
                                       "一是好。\n二是好。\n",
                                       "第一，好。\n好。\n",
                                       "第X，好。\n",
                                       "首先，好。\n最后，好。\n",
                                       "一方面，好。\n",
                                       "坚持好。\n",
                                       "要聚焦好。\n",
                                       "要聚焦好。\n要聚力好。\n",
                                       "一、好\n",
                                       "一、好\n二、好\n",
                                       "四、好\n一、好\n二、好\n",
                                       "一、好\n（一）好\n1.好\n（1）好\n①好\n",
                                       "（一）好。一是好。二是好。\n",
                                       "（1）好\n好好。\n",
                                       "（1）好\n",
                                       "A、好\n",
                                       "一\n",
                                       "一 好\n",
                                       "好\n",
                                       "好，\n",
                                       "好。\n",
                                       "好。　　",
                                       "　　好。\n\n",
                                       "各村的机具要早一点修油料要早一点买人手要早一点定各家各户都"
                                       "要把自己的活儿排好谁先谁后要说清楚\n",
                                       "同志们：\n",
                                       "同志们，好。\n",
                                       "各位代表，\n",
                                       "尊敬的王主席，",
                                       "谢谢大家！\n",
                                       "【提纲】一、好。",
                                       "【提纲】\n",
                                       "一、好。\n【提纲】",
                                       "【打印正文】\n",
                                       "（鼓掌）\n",
                                       "— 3 —\n",
                                       "好好好，\n— 3 —\n",
                                       "来源：某某网\n",
                                       "在全镇秋收工作会上的讲话\n",
                                       "2024年9月6日\n",
                                       "\r\n \n\t\n",
                                       "First, good. Second, good.\n",
                                       "I. Good\nII. Good\n",
                                       "(a) good\n",
                                       "第一に、水であります。",
                                       "첫째, 물입니다. " };

  check_units (units, G_N_ELEMENTS (units));
}
END_TEST

START_TEST (masks_take_linear_time)
{
  static const char *const units[]
      = { "X，",    "X个",          "XX县XX镇",     "*区",   "_总书记",          "{{名",  "{{名}}",
          "【待补", "【待补：好】", "20XX年X月X日", "第X轮", "X、X、X3名同志，", "（此处" };

  check_units (units, G_N_ELEMENTS (units));
}
END_TEST

START_TEST (a_line_of_ten_megabytes_is_a_paragraph)
{
  g_autoptr (GBytes) text = repeat ("水到渠成水满田", 10 * MEGA);
  guint n_points;

  ck_assert (read_for (text, &n_points) < 5);
  ck_assert_uint_eq (n_points, 0);
}
END_TEST

START_TEST (a_million_points_are_points)
{
  g_autoptr (GBytes) line
      = repeat ("一是好；二是好；三是好；四是好；", 250000 * strlen ("一是好；") * 4);
  g_autoptr (GBytes) lines
      = repeat ("一是好\n二是好\n三是好\n四是好\n", 250000 * strlen ("一是好\n") * 4);
  guint n_points;

  ck_assert (read_for (line, &n_points) < 5);
  ck_assert_uint_eq (n_points, 1000000);
  ck_assert (read_for (lines, &n_points) < 5);
  ck_assert_uint_eq (n_points, 1000000);
}
END_TEST

/* Positions are counted beyond sixteen bits. */
START_TEST (a_series_has_as_many_points_as_stand_there)
{
  g_autoptr (GBytes) text = repeat ("第X，好。\n", 70000 * strlen ("第X，好。\n"));
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (text, NULL);
  g_autoptr (GPtrArray) series = lectern_document_list_nodes (document, LECTERN_NODE_SERIES);
  g_autoptr (GPtrArray) points = lectern_document_list_nodes (document, LECTERN_NODE_POINT);

  ck_assert_uint_eq (series->len, 1);
  ck_assert_uint_eq (points->len, 70000);
  ck_assert_uint_eq (lectern_node_get_ordinal (g_ptr_array_index (points, 69999)), 70000);
}
END_TEST

RUN_SUITE ("limits of text", one_character_over_and_over_takes_linear_time,
           points_in_one_line_take_linear_time, lines_take_linear_time, masks_take_linear_time,
           a_line_of_ten_megabytes_is_a_paragraph, a_million_points_are_points,
           a_series_has_as_many_points_as_stand_there)
