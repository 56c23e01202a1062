/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render.h"

static char *
canonical (const char *body)
{
  g_autoptr (LecternTextRenderer) renderer = lectern_text_renderer_new ();

  lectern_text_renderer_set_canonical (renderer, TRUE);
  ck_assert (lectern_text_renderer_get_canonical (renderer));
  return render_body (renderer, body);
}

static void
assert_canonical (const char *body, const char *text)
{
  g_autofree char *found = canonical (body);

  ck_assert_str_eq (found, text);
}

START_TEST (without_options_every_byte_comes_out_as_it_is)
{
  g_autoptr (LecternTextRenderer) renderer = lectern_text_renderer_new ();
  g_autofree char *text = render_body (
      renderer, "\n　<section numbering=\"一、\"><heading><marker>三、</marker>甲 &#xd;乙"
                "</heading>\t&#xd;\n&#xd;\n<p>丙，\n丁</p> </section> ");

  ck_assert_str_eq (text, "\n　三、甲 \r乙\t\r\n\r\n丙，\n丁  ");
}
END_TEST

START_TEST (markers_are_counted_again)
{
  assert_canonical (
      "<section numbering=\"一、\"><heading><marker>三、</marker>甲</heading>\n</section>"
      "<section numbering=\"一、\"><heading><marker>五、</marker>乙</heading>\n"
      "<p><series numbering=\"第一，\"><point><marker>第二，</marker>丙；</point><point>"
      "<marker>第三，</marker>丁。</point></series></p>\n</section>",
      "一、甲\n二、乙\n第一，丙；第二，丁。\n");
}
END_TEST

START_TEST (a_masked_marker_stays)
{
  assert_canonical ("<p><series numbering=\"第一，\"><point><marker>第一，</marker>甲；</point>"
                    "<point><marker>第<placeholder kind=\"ordinal\" form=\"fill-in\">X"
                    "</placeholder>，</marker>乙。</point></series></p>\n",
                    "第一，甲；第X，乙。\n");
}
END_TEST

START_TEST (a_marker_past_the_end_of_its_word_list_stays)
{
  assert_canonical (
      "<p><series numbering=\"一方面~另一方面\"><point><marker>一方面</marker>甲，</point><point>"
      "<marker>另一方面</marker>乙，</point><point><marker>又一方面</marker>丙。</point>"
      "</series></p>\n",
      "一方面甲，另一方面乙，又一方面丙。\n");
}
END_TEST

START_TEST (the_last_of_a_word_list_is_its_last_word)
{
  assert_canonical (
      "<p><series numbering=\"首先，\"><point><marker>首先，</marker>甲；</point><point>"
      "<marker>再次，</marker>乙；</point><point><marker>最后，</marker>丙。</point></series></"
      "p>\n",
      "首先，甲；其次，乙；最后，丙。\n");
}
END_TEST

START_TEST (blank_lines_indents_and_trailing_blanks_go)
{
  assert_canonical ("\n\n　　<title>题目</title> \t\n\n<salutation>同志们：</salutation>　\n \n"
                    "<opening>　　<p>今天开会。</p>  \n</opening>\n<thanks>谢谢！</thanks>",
                    "题目\n同志们：\n今天开会。\n谢谢！\n");
}
END_TEST

START_TEST (other_line_ends_become_lf)
{
  assert_canonical ("<title>题目</title>&#xd;\n<p>甲。</p>&#xd;<p>乙。</p>&#xd;\n",
                    "题目\n甲。\n乙。\n");
}
END_TEST

START_TEST (a_broken_paragraph_is_joined)
{
  assert_canonical (
      "<p>要把工作 \n　　抓在手上。</p>\n<p>we will\nact, 用\nLinux\n的人</p>\n<p>투명\n하게</p>\n",
      "要把工作抓在手上。\nwe will act, 用 Linux 的人\n투명 하게\n");
}
END_TEST

START_TEST (a_run_in_heading_keeps_its_body_beside_it)
{
  assert_canonical (
      "<section><heading><marker>（一）</marker>定人。</heading><p>都要定。</p>\n</section>"
      "<section><heading>定责</heading>\n<p>都要有。</p>\n</section>",
      "（一）定人。都要定。\n定责\n都要有。\n");
}
END_TEST

START_TEST (a_series_that_begins_in_its_announcement_stays_there)
{
  assert_canonical ("<p>强调两点。</p><series numbering=\"一要\"><point><p><marker>一要</marker>"
                    "<lead>早。</lead></p>\n\n</point><point>　<p><marker>二要</marker>"
                    "<lead>细。</lead></p>\n</point></series>",
                    "强调两点。一要早。\n二要细。\n");
}
END_TEST

START_TEST (blocks_in_one_line_are_parted)
{
  assert_canonical (
      "<salutation>同志们：</salutation><p>甲。</p>　　<p>乙。</p><thanks>谢谢！</thanks>",
      "同志们：\n甲。\n乙。\n谢谢！\n");
}
END_TEST

START_TEST (an_outline_and_boilerplate_keep_their_lines)
{
  assert_canonical (
      "<outline>【提纲】\n  <entry level=\"1\">甲。</entry> \n<entry level=\"1\">乙。</entry>"
      "</outline>\n<p>上半句，\n<boilerplate>第 3 页</boilerplate>\n下半句。</p>\n",
      "【提纲】\n甲。\n乙。\n上半句，\n第 3 页\n下半句。\n");
}
END_TEST

START_TEST (canonical_text_of_an_inline_node_ends_no_line)
{
  g_autoptr (LecternTextRenderer) renderer = lectern_text_renderer_new ();
  g_autoptr (LecternDocument) document
      = read_body ("zh-Hans", "<p><series numbering=\"一是\"><point><marker>一是</marker>"
                              "<lead>快。</lead></point></series></p>\n");
  g_autoptr (GPtrArray) points = lectern_document_list_nodes (document, LECTERN_NODE_POINT);
  g_autofree char *text = NULL;

  lectern_text_renderer_set_canonical (renderer, TRUE);
  text = render_node (renderer, points->pdata[0]);
  ck_assert_str_eq (text, "一是快。");
}
END_TEST

static char *
lay_out (gboolean indent, guint blank_lines, guint columns, const char *body)
{
  g_autoptr (LecternTextRenderer) renderer = lectern_text_renderer_new ();

  lectern_text_renderer_set_indent (renderer, indent);
  lectern_text_renderer_set_blank_lines (renderer, blank_lines);
  lectern_text_renderer_set_columns (renderer, columns);
  ck_assert_int_eq (lectern_text_renderer_get_indent (renderer), indent);
  ck_assert_uint_eq (lectern_text_renderer_get_blank_lines (renderer), blank_lines);
  ck_assert_uint_eq (lectern_text_renderer_get_columns (renderer), columns);
  return render_body (renderer, body);
}

START_TEST (the_body_is_indented_and_the_head_is_not)
{
  g_autofree char *text = lay_out (
      TRUE, 0, 0,
      "<title>题目</title>\n<byline>（日期）</byline>\n<salutation>同志们：</salutation>\n"
      "<opening><p>甲。</p>\n</opening><section numbering=\"一、\"><heading>"
      "<marker>二、</marker>乙</heading>\n<series numbering=\"一要\"><point><p>"
      "<marker>一要</marker>丙。</p>\n</point></series></section>"
      "<thanks>谢谢！</thanks>\n");

  ck_assert_str_eq (text, "题目\n（日期）\n同志们：\n　　甲。\n　　二、乙\n　　一要丙。\n"
                          "　　谢谢！\n");
}
END_TEST

START_TEST (blank_lines_come_between_blocks_and_not_inside)
{
  g_autofree char *text = lay_out (
      FALSE, 2, 0,
      "<outline>【提纲】\n<entry level=\"1\">甲。</entry>\n</outline><title>题目</title>\n"
      "<section><heading>乙。</heading><p>丙。</p>\n</section>");

  ck_assert_str_eq (text, "【提纲】\n甲。\n\n\n题目\n\n\n乙。丙。\n");
}
END_TEST

START_TEST (lines_are_wrapped_by_east_asian_width)
{
  g_autofree char *text = lay_out (FALSE, 0, 8, "<p>甲乙丙丁戊己abc庚</p>\n");

  ck_assert_str_eq (text, "甲乙丙丁\n戊己abc\n庚\n");
}
END_TEST

START_TEST (no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one)
{
  g_autofree char *closing = lay_out (FALSE, 0, 8, "<p>甲乙丙丁。戊</p>\n");
  g_autofree char *opening = lay_out (FALSE, 0, 8, "<p>甲乙丙“丁戊己</p>\n");
  g_autofree char *both = lay_out (FALSE, 0, 10, "<p>甲乙丙“丁”戊</p>\n");

  ck_assert_str_eq (closing, "甲乙丙\n丁。戊\n");
  ck_assert_str_eq (opening, "甲乙丙\n“丁戊己\n");
  ck_assert_str_eq (both, "甲乙丙\n“丁”戊\n");
}
END_TEST

START_TEST (words_and_numbers_are_not_broken)
{
  g_autofree char *number = lay_out (FALSE, 0, 8, "<p>甲乙丙2025年</p>\n");
  g_autofree char *words = lay_out (FALSE, 0, 8, "<p>we are extraordinarily glad</p>\n");
  g_autofree char *percent = lay_out (FALSE, 0, 8, "<p>甲乙丙3.5%丁</p>\n");

  ck_assert_str_eq (number, "甲乙丙\n2025年\n");
  ck_assert_str_eq (words, "we are\nextraordinarily\nglad\n");
  ck_assert_str_eq (percent, "甲乙丙\n3.5%丁\n");
}
END_TEST

START_TEST (the_indent_counts_as_columns_and_is_never_alone_on_a_line)
{
  g_autofree char *text = lay_out (TRUE, 0, 8, "<p>甲乙丙丁</p>\n<p>extraordinarily</p>\n");

  ck_assert_str_eq (text, "　　甲乙\n丙丁\n　　extraordinarily\n");
}
END_TEST

START_TEST (layout_options_alone_leave_the_markers)
{
  g_autofree char *text
      = lay_out (FALSE, 1, 0,
                 "<section numbering=\"一、\"><heading><marker>三、</marker>甲</heading>\n"
                 "<p>乙。</p>\n</section>");

  ck_assert_str_eq (text, "三、甲\n\n乙。\n");
}
END_TEST

static char *
turn (LecternWidth width, gboolean is_canonical, const char *body)
{
  g_autoptr (LecternTextRenderer) renderer = lectern_text_renderer_new ();

  lectern_text_renderer_set_punctuation (renderer, width);
  lectern_text_renderer_set_canonical (renderer, is_canonical);
  ck_assert_uint_eq (lectern_text_renderer_get_punctuation (renderer), width);
  return render_body (renderer, body);
}

START_TEST (punctuation_is_turned_but_not_in_numbers)
{
  static const char body[] = "<title>题目</title>\n\n<p>同志们,9:30到,水位3.15米,好不好?</p>";
  g_autofree char *full = turn (LECTERN_WIDTH_FULL, FALSE, body);
  g_autofree char *laid_out = turn (LECTERN_WIDTH_FULL, TRUE, body);
  g_autofree char *half = turn (LECTERN_WIDTH_HALF, FALSE, "<p>同志们，好：</p>\n");

  ck_assert_str_eq (full, "题目\n\n同志们，9:30到，水位3.15米，好不好？");
  ck_assert_str_eq (laid_out, "题目\n同志们，9:30到，水位3.15米，好不好？\n");
  ck_assert_str_eq (half, "同志们,好:\n");
}
END_TEST

RUN_SUITE ("text", without_options_every_byte_comes_out_as_it_is, markers_are_counted_again,
           the_last_of_a_word_list_is_its_last_word, a_masked_marker_stays,
           a_marker_past_the_end_of_its_word_list_stays, blank_lines_indents_and_trailing_blanks_go,
           other_line_ends_become_lf, a_broken_paragraph_is_joined,
           a_run_in_heading_keeps_its_body_beside_it,
           a_series_that_begins_in_its_announcement_stays_there, blocks_in_one_line_are_parted,
           an_outline_and_boilerplate_keep_their_lines,
           canonical_text_of_an_inline_node_ends_no_line, the_body_is_indented_and_the_head_is_not,
           blank_lines_come_between_blocks_and_not_inside, lines_are_wrapped_by_east_asian_width,
           no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one,
           words_and_numbers_are_not_broken,
           the_indent_counts_as_columns_and_is_never_alone_on_a_line,
           layout_options_alone_leave_the_markers, punctuation_is_turned_but_not_in_numbers)
