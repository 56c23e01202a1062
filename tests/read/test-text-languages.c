/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* Chinese in traditional characters, English, Japanese, Korean: the language is seen from the text.
 */

static void
check_language (const char *language, const TextRow *rows, gsize n_rows)
{
  check_rows ("", "", rows, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GBytes) text = text_of_tree (rows[i].tree, rows[i].length);
      g_autoptr (LecternDocument) document = read_text (text);

      ck_assert_msg (g_strcmp0 (lectern_document_get_language (document), language) == 0, "%s: %s",
                     rows[i].name, lectern_document_get_language (document));
    }
}

static const TextRow traditional[] = {
  ROW ("headings and points",
       "<title|在全鄉秋收工作會上的講話>\n<by|（2024年9月6日）>\n<to|同志們：>\n"
       "<open|<p|今天開個會，主要是安排秋收。>\n><s 一、|<h|⟨一、⟩早作打算>\n"
       "<p|⟦第一，|«⟨第一，⟩‹機具要早修。›»«⟨第二，⟩‹人手要早定。›»⟧>\n"
       "><s 一、|<h|⟨二、⟩抓緊收割>\n⟦一是|«<p|⟨一是⟩‹快收。›不等不靠。>\n"
       "»«<p|⟨二是⟩‹快種。›>\n»⟧><close|<p|同志們，收成就在眼前，大家抓緊幹！>\n"
       "><thanks|謝謝大家！>\n"),
  ROW ("條 and 個",
       "<to|各位代表：>\n<open|<p|現在開會，說幾件事。>\n>⟦第一條，|«<p|⟨第一條，⟩‹修渠。›>\n"
       "»«<p|⟨第二條，⟩‹種樹。›>\n»⟧<p|為什麼要做？>\n"
       "⟦第一個原因：|«<p|⟨第一個原因：⟩‹沒有水。›>\n»«<p|⟨第二個原因：⟩‹沒有樹。›>\n"
       "»⟧<close|<p|各位代表，大家抓緊幹！>\n>"),
  ROW ("word markers",
       "<to|各位代表：>\n<open|<p|現在開會，說幾件事。⟦首先，|«⟨首先，⟩‹修渠。›»«⟨其次，"
       "⟩‹種樹。›»«⟨最後，⟩‹護林。›»⟧>\n"
       "><p|⟦一方面，~另一方面，|«⟨一方面，⟩‹要修渠；›»«⟨另一方面，⟩‹要種樹。›»⟧>\n"
       "<p|⟦一個是~另一個是|«⟨一個是⟩‹沒有水，›»«⟨另一個是⟩‹沒有樹。›»⟧>\n"
       "<close|<p|各位代表，大家抓緊幹！>\n>"),
  ROW ("corner quotes", "<to|各位代表：>\n"
                        "<open|<p|現在開會，說兩個「早」⟦一要|«⟨一要⟩‹早修，›»«⟨二要⟩‹早收。›»⟧>\n"
                        "><s （一）|<h|⟨（一）⟩「早修早安心。」><p|該修的修。>\n"
                        "><s （一）|<h|⟨（二）⟩「早收早放心。」><p|熟一塊收一塊。>\n"
                        "><close|<p|各位代表，大家抓緊幹！>\n>"),
  ROW ("no points", "<to|各位代表：>\n<open|<p|第一書記到了，第一個到的是老陳，統一是前提。>\n"
                    "><p|首先請老王說，最後幾天更要抓緊。>\n<close|<p|各位代表，大家抓緊幹！>\n>"),
};

START_TEST (traditional_characters_are_read_as_simplified_ones)
{
  check_language ("zh-Hant", traditional, G_N_ELEMENTS (traditional));
}
END_TEST

static const TextRow english[] = {
  ROW ("points as paragraphs",
       "<title|Remarks at the Harvest Meeting>\n<by|May 4, 2021>\n"
       "<to|Ladies and gentlemen:>\n"
       "<open|<p|We meet today to plan the harvest. There are three tasks.>\n"
       ">⟦First,|«<p|⟨First,⟩‹ mend the machines.› They are old.>\n<p|That costs money.>\n"
       "»«<p|⟨Second,⟩‹ find the hands.›>\n»«<p|⟨Third,⟩‹ watch the sky.›>\n"
       "»⟧<thanks|Thank you.>\n"),
  ROW ("points in a sentence",
       "<to|Dear friends,>\n"
       "<open|<p|There are two tasks. ⟦First,|«⟨First,⟩‹ mend the machines.› »"
       "«⟨Second,⟩‹ find the hands.›»⟧>\n><close|<p|Let us begin.>\n"
       "><thanks|Thank you all.>\n"),
  ROW ("points in small letters",
       "<to|Dear friends,>\n"
       "<open|<p|There are two tasks. ⟦First,|«⟨First,⟩‹ we mend the machines;› »"
       "«⟨second,⟩‹ we find the hands.›»⟧>\n><close|<p|Let us begin.>\n"
       "><thanks|Thank you all.>\n"),
  ROW ("the longer words",
       "<to|Dear friends,>\n<open|<p|There are three tasks.>\n"
       ">⟦Firstly,|«<p|⟨Firstly,⟩‹ mend the machines.›>\n"
       "»«<p|⟨Secondly,⟩‹ find the hands.›>\n»«<p|⟨Finally,⟩‹ watch the sky.›>\n"
       "»⟧<thanks|Thank you.>\n"),
  ROW ("decimal headings",
       "<to|Dear friends,>\n<open|<p|There are two tasks.>\n><s 1.|<h|⟨1.⟩ Machines>\n"
       "<p|Mend them before the rain.>\n><s 1.|<h|⟨2.⟩ Hands>\n"
       "<p|Find them before the rain.>\n><close|<p|Let us begin.>\n><thanks|Thank you.>\n"),
  ROW ("Roman headings",
       "<to|Dear friends,>\n<open|<p|There are two tasks.>\n><s I.|<h|⟨I.⟩ Machines>\n"
       "<p|Mend them before the rain.>\n><s I.|<h|⟨II.⟩ Hands>\n"
       "<p|Find them before the rain.>\n><close|<p|Let us begin.>\n><thanks|Thank you.>\n"),
  ROW ("letters in brackets",
       "<to|Dear friends,>\n<open|<p|The tasks are: ⟦(a)|«⟨(a)⟩‹ mend;› »«⟨(b)⟩‹ find;› »"
       "«⟨(c)⟩‹ watch.›»⟧>\n><close|<p|Let us begin.>\n><thanks|Thank you.>\n"),
  ROW ("no points",
       "<to|Dear friends,>\n"
       "<open|<p|First of all, let me thank you. Second thoughts are best.>\n"
       "><p|The second task is hard. I. M. Smith is here. In the first place, he won.>\n"
       "<p|1.5 million people came. A third of them stayed.>\n<close|<p|Let us begin.>\n"
       "><thanks|Thank you.>\n"),
};

START_TEST (english_words_open_points) { check_language ("en", english, G_N_ELEMENTS (english)); }
END_TEST

static const TextRow japanese[] = {
  ROW ("points in a paragraph",
       "<open|<p|今日は二つのことを申し上げます。"
       "⟦第一に、|«⟨第一に、⟩‹水を守ることであります。›»«⟨第二に、⟩‹森を守ることであります。"
       "›»⟧>\n><close|<p|皆さんの御協力をお願いいたします。>\n"
       "><thanks|ご清聴ありがとうございました。>\n"),
  ROW ("headings", "<open|<p|今日は二つのことを申し上げますので、よろしくお願いいたします。>\n"
                   "><s 一、|<h|⟨一、⟩水について>\n<p|水は大切であります。>\n"
                   "><s 一、|<h|⟨二、⟩森について>\n<p|森も大切であります。>\n"
                   "><close|<p|皆さんの御協力をお願いいたします。>\n"
                   "><thanks|ご清聴ありがとうございました。>\n"),
  ROW ("a salutation", "<to|皆さん、>\n<open|<p|今日は二つのことを申し上げます。>\n"
                       "><s 一、|<h|⟨一、⟩水について>\n<p|水は大切であります。>\n"
                       "><close|<p|皆さんの御協力をお願いいたします。>\n"
                       "><thanks|ご清聴ありがとうございました。>\n"),
  ROW ("a salutation without a mark",
       "<to|皆様>\n<open|<p|今日は二つのことを申し上げますので、よろしくお願いいたします。>\n"
       "><close|<p|皆さんの御協力をお願いいたします。>\n"
       "><thanks|ご清聴ありがとうございました。>\n"),
};

START_TEST (japanese_ordinals_open_points)
{
  check_language ("ja", japanese, G_N_ELEMENTS (japanese));
}
END_TEST

static const TextRow korean[] = {
  ROW ("points in a paragraph",
       "<to|존경하는 주민 여러분!>\n"
       "<open|<p|두 가지를 말씀드리겠습니다. ⟦첫째,|«⟨첫째,⟩‹ 물을 지키겠습니다.› »"
       "«⟨둘째,⟩‹ 숲을 지키겠습니다.›»⟧>\n><close|<p|함께 합시다.>\n><thanks|감사합니다.>\n"),
  ROW ("points as paragraphs",
       "<to|존경하는 주민 여러분,>\n<open|<p|오늘 말씀드리겠습니다.>\n"
       ">⟦첫째,|«<p|⟨첫째,⟩‹ 물입니다.› 물은 소중합니다.>\n»«<p|⟨둘째,⟩‹ 숲입니다.›>\n"
       "»«<p|⟨셋째,⟩‹ 길입니다.›>\n»⟧<thanks|감사합니다.>\n"),
  ROW ("headings",
       "<to|존경하는 주민 여러분!>\n<open|<p|오늘 말씀드리겠습니다.>\n><s 1.|<h|⟨1.⟩ 물>\n"
       "<p|물은 소중합니다.>\n><s 1.|<h|⟨2.⟩ 숲>\n<p|숲도 소중합니다.>\n"
       "><close|<p|함께 합시다.>\n><thanks|감사합니다.>\n"),
  ROW ("no points",
       "<to|존경하는 주민 여러분!>\n<open|<p|첫째 아들이 왔습니다. 둘째 딸도 왔습니다.>\n"
       "><close|<p|함께 합시다.>\n><thanks|감사합니다.>\n"),
};

START_TEST (korean_ordinals_open_points) { check_language ("ko", korean, G_N_ELEMENTS (korean)); }
END_TEST

START_TEST (the_language_may_be_set)
{
  static const char text[] = "Hello.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();

  for (guint i = 0; i < 2; i++)
    {
      static const char *const tags[] = { "ja", "zh-Hant" };
      g_autoptr (LecternDocument) document = NULL;

      lectern_read_options_set_format (options, LECTERN_FORMAT_TEXT);
      lectern_read_options_set_language (options, tags[i]);
      document = lectern_document_new_from_bytes (bytes, options, NULL, NULL);
      ck_assert_str_eq (lectern_document_get_language (document), tags[i]);
    }
}
END_TEST

RUN_SUITE ("languages of text", traditional_characters_are_read_as_simplified_ones,
           english_words_open_points, japanese_ordinals_open_points, korean_ordinals_open_points,
           the_language_may_be_set)
