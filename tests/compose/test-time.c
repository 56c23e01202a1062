/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#include <math.h>

/* How long a speech takes, and what of it is said. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LecternDocument *document = lectern_document_new_from_text (bytes, NULL);

  ck_assert_ptr_nonnull (document);
  return document;
}

static LecternPace *
make_pace (guint rate, double paragraph_pause, double point_pause)
{
  LecternPace *pace = lectern_pace_new ();

  lectern_pace_set_rate (pace, rate);
  lectern_pace_set_paragraph_pause (pace, paragraph_pause);
  lectern_pace_set_point_pause (pace, point_pause);
  return pace;
}

static void
check_time (LecternTime *time, LecternNodeKind kind, guint depth, gsize characters, double start,
            double seconds)
{
  ck_assert_int_eq (lectern_node_get_kind (lectern_time_get_node (time)), kind);
  ck_assert_uint_eq (lectern_time_get_depth (time), depth);
  ck_assert_uint_eq (lectern_time_get_characters (time), characters);
  ck_assert_double_eq_tol (lectern_time_get_start (time), start, 1e-6);
  ck_assert_double_eq_tol (lectern_time_get_seconds (time), seconds, 1e-6);
}

static char *
dup_spoken (LecternNode *node, LecternPace *pace)
{
  g_autoptr (GBytes) bytes = lectern_node_dup_spoken (node, pace);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

#define TEXT                                                                                       \
  "在修渠会上的讲话\n"                                                                     \
  "（2025年3月12日）\n"                                                                       \
  "同志们：\n"                                                                                 \
  "今年要修渠。下面，我讲两点意见。\n"                                             \
  "一、看清难处\n"                                                                           \
  "难在两处：一是渠长25公里；二是人少。\n"                                        \
  "二、马上动手\n"                                                                           \
  "三月开工。\n"                                                                              \
  "谢谢大家！\n"

/* One character a second, a hundred before a paragraph, ten before a point. */
START_TEST (every_part_has_its_clock)
{
  g_autoptr (LecternDocument) document = read_text (TEXT);
  g_autoptr (LecternPace) pace = make_pace (60, 100, 10);
  g_autoptr (GPtrArray) times = lectern_document_list_times (document, pace);

  ck_assert_uint_eq (times->len, 7);
  check_time (times->pdata[0], LECTERN_NODE_SPEECH, 0, 51, 0, 51 + 600 + 20);
  check_time (times->pdata[1], LECTERN_NODE_OPENING, 1, 13, 103, 13);
  check_time (times->pdata[2], LECTERN_NODE_SECTION, 1, 22, 216, 22 + 100 + 20);
  check_time (times->pdata[3], LECTERN_NODE_POINT, 2, 9, 216 + 5 + 100 + 4 + 10, 9);
  check_time (times->pdata[4], LECTERN_NODE_POINT, 2, 4, 335 + 9 + 10, 4);
  check_time (times->pdata[5], LECTERN_NODE_SECTION, 1, 5, 216 + 142 + 100, 5);
  check_time (times->pdata[6], LECTERN_NODE_CLOSING, 1, 4, 458 + 5 + 100, 4);
}
END_TEST

START_TEST (the_usual_pace_is_200_characters_a_minute)
{
  g_autoptr (LecternDocument) document = read_text ("同志们：\n我们修渠。\n");
  g_autoptr (LecternTime) time = lectern_node_dup_time (lectern_document_get_root (document), NULL);

  check_time (time, LECTERN_NODE_SPEECH, 0, 7, 0, 7 * 60 / 200.0 + 1);
}
END_TEST

START_TEST (figures_count_as_they_are_read)
{
  static const struct
  {
    const char *text;
    gsize characters;
  } rows[] = {
    { "到2025年。", 6 },           /* 到二〇二五年 */
    { "增长12.5%。", 9 },          /* 增长百分之十二点五 */
    { "有1,234人。", 9 },          /* 有一千二百三十四人 */
    { "请XX同志讲话。", 7 },       /* 请某某同志讲话 */
    { "请{{姓名}}同志讲话。", 7 }, /* 请姓名同志讲话 */
    { "好（掌声）。", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat ("同志们：\n", rows[i].text, "\n", NULL);
      g_autoptr (LecternDocument) document = read_text (text);
      g_autoptr (LecternTime) time
          = lectern_node_dup_time (lectern_document_get_root (document), NULL);

      ck_assert_msg (lectern_time_get_characters (time) == 3 + rows[i].characters, "%s: %zu",
                     rows[i].text, lectern_time_get_characters (time) - 3);
    }
}
END_TEST

START_TEST (what_is_not_spoken_takes_no_time)
{
  g_autoptr (LecternDocument) document = read_text (TEXT);
  g_autoptr (LecternPace) pace = lectern_pace_new ();
  LecternNode *root = lectern_document_get_root (document);
  LecternNode *title = lectern_node_find_child (root, LECTERN_NODE_TITLE);
  g_autoptr (LecternTime) without = lectern_node_dup_time (root, NULL);
  g_autoptr (LecternTime) with = NULL;
  g_autoptr (LecternTime) alone = lectern_node_dup_time (title, NULL);
  g_autofree char *spoken = dup_spoken (root, NULL);
  g_autofree char *titled = NULL;

  lectern_pace_set_title (pace, TRUE);
  ck_assert (lectern_pace_get_title (pace));
  with = lectern_node_dup_time (root, pace);
  ck_assert_uint_eq (lectern_time_get_characters (with), lectern_time_get_characters (without) + 8);
  check_time (alone, LECTERN_NODE_TITLE, 0, 8, 0, 8 * 60 / 200.0);
  ck_assert_str_eq (spoken, "同志们：\n今年要修渠。下面，我讲两点意见。\n一、看清难处\n"
                            "难在两处：一是渠长二十五公里；二是人少。\n二、马上动手\n三月开工。\n"
                            "谢谢大家！\n");
  titled = dup_spoken (root, pace);
  ck_assert (g_str_has_prefix (titled, "在修渠会上的讲话\n同志们："));
}
END_TEST

START_TEST (outline_and_pages_are_not_spoken)
{
  g_autoptr (LecternDocument) document = read_xml (SPEECH (
      "<outline><entry><marker>一、</marker>甲</entry>\n</outline>"
      "<salutation>同志们：</salutation>\n<p>好<boilerplate>第 3 页</boilerplate>啊。</p>\n"));
  g_autofree char *spoken = dup_spoken (lectern_document_get_root (document), NULL);
  g_autoptr (LecternTime) time = lectern_node_dup_time (lectern_document_get_root (document), NULL);

  ck_assert_str_eq (spoken, "同志们：\n好啊。\n");
  ck_assert_uint_eq (lectern_time_get_characters (time), 5);
}
END_TEST

START_TEST (a_filled_slot_is_read_as_its_value)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("<p>有<placeholder kind=\"count\" filled=\"true\" mask=\"XX\">"
                          "12</placeholder>人，<placeholder name=\"单位\" form=\"declared\">"
                          "{{单位}}</placeholder>牵头。</p>"));
  g_autofree char *spoken = dup_spoken (lectern_document_get_root (document), NULL);

  ck_assert_str_eq (spoken, "有十二人，单位牵头。");
}
END_TEST

START_TEST (readings_of_a_node_have_places_in_the_document)
{
  g_autoptr (LecternDocument) document
      = read_text ("同志们：\n2024年好。\n一、甲\n达到XX%，有X人。\n二、乙\n好。\n");
  GPtrArray *sections = lectern_document_list_nodes (document, LECTERN_NODE_SECTION);
  g_autoptr (GPtrArray) readings = lectern_node_list_readings (sections->pdata[0]);
  LecternSpan span;

  ck_assert_uint_eq (readings->len, 2);
  ck_assert_str_eq (lectern_reading_get_text (readings->pdata[0]), "百分之某某");
  ck_assert_str_eq (lectern_reading_get_kind (readings->pdata[0]), LECTERN_READING_MASK);
  ck_assert_str_eq (lectern_reading_get_text (readings->pdata[1]), "某");
  lectern_reading_get_span (readings->pdata[0], &span);
  ck_assert_uint_eq (span.end - span.start, 3);
  ck_assert_uint_gt (span.start, strlen ("同志们：\n2024年好。\n一、甲\n"));
  g_ptr_array_unref (sections);
}
END_TEST

START_TEST (other_languages_go_by_syllables)
{
  g_autoptr (LecternDocument) document
      = read_text ("Dear friends,\n\nWe are here today to open a school. It has 40 rooms.\n");
  g_autoptr (LecternTime) time = lectern_node_dup_time (lectern_document_get_root (document), NULL);

  ck_assert_str_eq (lectern_document_get_language (document), "en");
  /* dear friends we are here to-day to o-pen a school it has 4 0 rooms */
  ck_assert_uint_eq (lectern_time_get_characters (time), 17);
}
END_TEST

START_TEST (an_empty_speech_takes_no_time)
{
  g_autoptr (LecternDocument) document = read_text ("");
  g_autoptr (GPtrArray) times = lectern_document_list_times (document, NULL);
  g_autofree char *spoken = dup_spoken (lectern_document_get_root (document), NULL);

  ck_assert_uint_eq (times->len, 1);
  check_time (times->pdata[0], LECTERN_NODE_SPEECH, 0, 0, 0, 0);
  ck_assert_str_eq (spoken, "");
}
END_TEST

/* The parts of random speeches: each within what holds it, and one after the other. */
START_TEST (parts_follow_each_other_within_their_whole)
{
  static const char *const lines[] = { "一、甲\n",
                                       "二、乙事\n",
                                       "（一）丙\n",
                                       "（二）丁。好。\n",
                                       "一是好；二是快。\n",
                                       "一要快。\n",
                                       "二要XX%稳。\n",
                                       "2025年3～5月。\n",
                                       "第 3 页\n",
                                       "同志们，\n",
                                       "谢谢大家！\n",
                                       "三、戊\n",
                                       "1.己\n",
                                       "2.庚\n",
                                       "首先，辛；其次，壬；最后，癸。\n" };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new ("在会上的讲话\n同志们：\n");
      g_autoptr (LecternDocument) document = NULL;
      g_autoptr (GPtrArray) times = NULL;
      double ends[64] = { 0 }, begun[64] = { 0 };

      for (gint n = g_rand_int_range (random, 0, 30); n > 0; n--)
        g_string_append (text, lines[g_rand_int_range (random, 0, G_N_ELEMENTS (lines))]);
      document = read_text (text->str);
      times = lectern_document_list_times (document, NULL);
      for (guint i = 0; i < times->len; i++)
        {
          guint depth = lectern_time_get_depth (times->pdata[i]);
          double start = lectern_time_get_start (times->pdata[i]);
          double end = start + lectern_time_get_seconds (times->pdata[i]);
          g_autoptr (LecternTime) alone
              = lectern_node_dup_time (lectern_time_get_node (times->pdata[i]), NULL);

          ck_assert_uint_lt (depth, 64);
          if (depth > 0)
            {
              ck_assert_double_ge (start + 1e-6, begun[depth - 1]);
              ck_assert_double_le (end, ends[depth - 1] + 1e-6);
              ck_assert_double_ge (start + 1e-6, ends[depth]);
            }
          begun[depth] = start;
          ends[depth] = end;
          ends[depth + 1] = 0;
          ck_assert_uint_eq (lectern_time_get_characters (alone),
                             lectern_time_get_characters (times->pdata[i]));
          ck_assert_double_eq_tol (lectern_time_get_seconds (alone), end - start, 1e-6);
        }
    }
}
END_TEST

RUN_SUITE ("time", every_part_has_its_clock, the_usual_pace_is_200_characters_a_minute,
           figures_count_as_they_are_read, what_is_not_spoken_takes_no_time,
           outline_and_pages_are_not_spoken, a_filled_slot_is_read_as_its_value,
           readings_of_a_node_have_places_in_the_document, other_languages_go_by_syllables,
           an_empty_speech_takes_no_time, parts_follow_each_other_within_their_whole)
