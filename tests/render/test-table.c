/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render.h"

static void
assert_rows (LecternTable table, const char *body, const char *rows)
{
  g_autoptr (LecternTableRenderer) renderer = lectern_table_renderer_new (table);
  g_autofree char *found = render_body (renderer, body);

  ck_assert_str_eq (found, rows);
}

START_TEST (the_frame_has_a_row_for_each_line_that_is_not_blank)
{
  assert_rows (LECTERN_TABLE_STRUCTURE,
               "<boilerplate>本站资料</boilerplate>\n\n  <boilerplate>请勿外传</boilerplate> \n"
               "<title>在全县防汛会上的讲话</title>\n<byline>（2024年5月6日）</byline>\n"
               "<salutation>同志们：</salutation>\n"
               "<opening>　　<p>今天开会。</p>\n\n　　<p>主要讲防汛。</p>\n</opening>"
               "<closing><p>同志们，大家辛苦了。</p>\n</closing><thanks>谢谢大家！</thanks>\n",
               "1\t1\tnoise\tboilerplate\t-\t本站资料\n"
               "3\t3\tnoise\tboilerplate\t-\t请勿外传\n"
               "4\t1\ttitle\t-\t-\t在全县防汛会上的讲话\n"
               "5\t1\tbyline\t-\t-\t（2024年5月6日）\n"
               "6\t1\tsalutation\t-\t-\t同志们：\n"
               "7\t3\topening\t-\t-\t今天开会。\n"
               "9\t3\topening\t-\t-\t主要讲防汛。\n"
               "10\t1\tclosing\t-\t-\t同志们，大家辛苦了。\n"
               "11\t1\tthanks\t-\t-\t谢谢大家！\n");
}
END_TEST

START_TEST (a_salutation_and_an_opening_may_share_a_line)
{
  assert_rows (LECTERN_TABLE_STRUCTURE,
               "<salutation>同志们：</salutation><opening><p>今天开会。</p>\n"
               "<salutation>各位代表！</salutation>\n<p>请大家讨论。</p>\n</opening>",
               "1\t1\tsalutation\t-\t-\t同志们：\n"
               "1\t5\topening\t-\t-\t今天开会。\n"
               "2\t1\tsalutation\t-\t-\t各位代表！\n"
               "3\t1\topening\t-\t-\t请大家讨论。\n");
}
END_TEST

START_TEST (a_heading_has_its_level_its_marker_and_no_body)
{
  assert_rows (
      LECTERN_TABLE_STRUCTURE,
      "<section numbering=\"一、\"><heading><marker>一、</marker>看清形势</heading>\n"
      "<section numbering=\"（一）\">　　<heading><marker>（一）</marker>雨水偏多。</heading>"
      "<p>比常年多三成。</p>\n</section></section>"
      "<section><heading>没有序号</heading>\n</section>",
      "1\t1\theading\t1\t一、\t看清形势\n"
      "2\t3\theading\t2\t（一）\t雨水偏多。\n"
      "3\t1\theading\t1\t-\t没有序号\n");
}
END_TEST

START_TEST (a_point_that_starts_a_line_differs_from_one_that_does_not)
{
  assert_rows (LECTERN_TABLE_STRUCTURE,
               "<p>强调两点。</p><series numbering=\"一要\"><point><p><marker>一要</marker>"
               "<lead>早。</lead>马上动手。</p>\n</point><point>　　<p><marker>二要</marker>"
               "<lead>细。</lead></p>\n</point></series>"
               "<p><series numbering=\"一是\"><point><marker>一是</marker><lead>稳；</lead></point>"
               "<point><marker>二是</marker><lead>准。</lead></point></series></p>\n",
               "1\t6\tinline_point\t一要#1\t一要\t早。\n"
               "2\t3\tpoint\t一要#1\t二要\t细。\n"
               "3\t1\tpoint\t一是#2\t一是\t稳；\n"
               "3\t5\tinline_point\t一是#2\t二是\t准。\n");
}
END_TEST

START_TEST (a_point_without_lead_shows_its_first_sentence_and_no_more_than_itself)
{
  assert_rows (
      LECTERN_TABLE_STRUCTURE,
      "<p><series "
      "numbering=\"一是\"><point><marker>一是</marker>甲县说：“水位在涨。”乙县也说</point>"
      "<point><marker>二是</marker>堤防还有几处，</point>"
      "<point><marker>三是</marker>队伍在3.5万人左右；还要</point></series>后面还有。</p>\n",
      "1\t1\tpoint\t一是#1\t一是\t甲县说：“水位在涨。”\n"
      "1\t18\tinline_point\t一是#1\t二是\t堤防还有几处，\n"
      "1\t27\tinline_point\t一是#1\t三是\t队伍在3.5万人左右；\n");
}
END_TEST

START_TEST (a_parallel_series_shows_its_key)
{
  assert_rows (
      LECTERN_TABLE_STRUCTURE,
      "<p>做到：<series key=\"不漏\"><point><lead>不漏一户，</lead></point><point>"
      "<lead>不漏一块，</lead></point><point><lead>不漏一垄。</lead></point></series></p>\n",
      "1\t4\tinline_point\t不漏#1\t不漏\t不漏一户，\n"
      "1\t9\tinline_point\t不漏#1\t不漏\t不漏一块，\n"
      "1\t14\tinline_point\t不漏#1\t不漏\t不漏一垄。\n");
}
END_TEST

START_TEST (an_opening_with_points_has_its_own_row_first)
{
  assert_rows (
      LECTERN_TABLE_STRUCTURE,
      "<opening><p><series numbering=\"一是\"><point><marker>一是</marker><lead>稳。</lead>"
      "</point><point><marker>二是</marker><lead>准。</lead></point></series>都要做到。</p>\n"
      "</opening>",
      "1\t1\topening\t-\t-\t一是稳。二是准。都要做到。\n"
      "1\t1\tpoint\t一是#1\t一是\t稳。\n"
      "1\t5\tinline_point\t一是#1\t二是\t准。\n");
}
END_TEST

START_TEST (an_outline_has_rows_for_its_lines_and_for_its_entries)
{
  assert_rows (LECTERN_TABLE_STRUCTURE,
               "<outline>【提纲】<entry level=\"1\"><marker>一、</marker>看清形势。</entry>"
               "<entry level=\"2\"><marker>一是</marker>雨多。</entry>\n"
               "<entry level=\"1\"><marker>二、</marker>抓紧行动。</entry>\n</outline>",
               "1\t1\toutline\t-\t-\t【提纲】一、看清形势。一是雨多。\n"
               "1\t5\toutline\t1\t一、\t看清形势。\n"
               "1\t12\toutline\t2\t一是\t雨多。\n"
               "2\t1\toutline\t-\t-\t二、抓紧行动。\n"
               "2\t1\toutline\t1\t二、\t抓紧行动。\n");
}
END_TEST

START_TEST (tabs_line_ends_controls_and_backslashes_are_escaped)
{
  assert_rows (LECTERN_TABLE_STRUCTURE,
               "<title>甲\t乙\\丙<char code=\"1\"/>丁&#x7f;戊&#x85;己</title>\n"
               "<section><heading>上半&#xd;\n下半&#xd;完</heading>\n</section>",
               "1\t1\ttitle\t-\t-\t甲\\t乙\\\\丙\\x01丁\\x7f戊\\x85己\n"
               "2\t1\theading\t1\t-\t上半\\n下半\\n完\n");
}
END_TEST

START_TEST (lines_are_ended_by_lf_crlf_and_cr)
{
  assert_rows (LECTERN_TABLE_STRUCTURE,
               "<p>甲。</p>&#xd;\n<p>乙。</p>&#xd;<title>丙</title>\n<thanks>丁</thanks>",
               "3\t1\ttitle\t-\t-\t丙\n4\t1\tthanks\t-\t-\t丁\n");
}
END_TEST

START_TEST (columns_count_characters_and_neither_bytes_nor_utf16)
{
  assert_rows (
      LECTERN_TABLE_PLACEHOLDERS,
      "<p>𠀀镇🏛有<placeholder kind=\"count\" form=\"fill-in\">XX</placeholder>户。</p>\n",
      "1\t5\tXX\tcount\t-\tfill-in\n");
}
END_TEST

START_TEST (placeholders_show_mask_kind_name_and_form)
{
  assert_rows (
      LECTERN_TABLE_PLACEHOLDERS,
      "<p>请<placeholder kind=\"person\" form=\"redaction\">*</placeholder>同志和"
      "<placeholder kind=\"text\" form=\"declared\" name=\"主持人\">{{主持人}}</placeholder>、"
      "<placeholder kind=\"place\" form=\"fill-in\" name=\"县\" filled=\"true\" mask=\"XX\">"
      "临江</placeholder>县到场。</p>\n",
      "1\t2\t*\tperson\t-\tredaction\n"
      "1\t6\t{{主持人}}\ttext\t主持人\tdeclared\n"
      "1\t14\tXX\tplace\t县\tfill-in\n");
}
END_TEST

START_TEST (announcements_show_what_is_announced_and_what_comes)
{
  assert_rows (LECTERN_TABLE_ANNOUNCEMENTS,
               "<p>讲<announcement count=\"3\" of=\"s1 s2\">三点意见</announcement>，"
               "<announcement count=\"indefinite\">几项工作</announcement>，"
               "<announcement count=\"2\" of=\"r1\">两条</announcement>：<series xml:id=\"r1\" "
               "numbering=\"一是\"><point><marker>一是</marker>甲；</point><point>"
               "<marker>二是</marker>乙。</point></series></p>\n"
               "<section xml:id=\"s1\"><heading>丙</heading>\n</section>"
               "<section xml:id=\"s2\"><heading>丁</heading>\n</section>",
               "1\t2\t三点意见\t3\t2\n1\t7\t几项工作\tindefinite\t-\n1\t12\t两条\t2\t2\n");
}
END_TEST

START_TEST (a_part_of_a_document_keeps_the_positions_of_the_whole)
{
  g_autoptr (LecternTableRenderer) renderer = lectern_table_renderer_new (LECTERN_TABLE_STRUCTURE);
  g_autoptr (LecternDocument) document
      = read_body ("zh-Hans", "<title>题目</title>\n<p>再说：<series numbering=\"一是\"><point>"
                              "<marker>一是</marker><lead>快。</lead></point></series></p>\n");
  g_autoptr (GPtrArray) series = lectern_document_list_nodes (document, LECTERN_NODE_SERIES);
  g_autofree char *rows = NULL;

  ck_assert_uint_eq (series->len, 1);
  rows = render_node (renderer, series->pdata[0]);
  ck_assert_str_eq (rows, "2\t4\tinline_point\t一是#1\t一是\t快。\n");
}
END_TEST

START_TEST (the_renderer_knows_its_table)
{
  for (guint i = 0; i <= LECTERN_TABLE_ANNOUNCEMENTS; i++)
    {
      g_autoptr (LecternTableRenderer) renderer = lectern_table_renderer_new (i);

      ck_assert_uint_eq (lectern_table_renderer_get_table (renderer), i);
    }
}
END_TEST

RUN_SUITE ("table", the_frame_has_a_row_for_each_line_that_is_not_blank,
           a_salutation_and_an_opening_may_share_a_line,
           a_heading_has_its_level_its_marker_and_no_body,
           a_point_that_starts_a_line_differs_from_one_that_does_not,
           a_point_without_lead_shows_its_first_sentence_and_no_more_than_itself,
           a_parallel_series_shows_its_key, an_opening_with_points_has_its_own_row_first,
           an_outline_has_rows_for_its_lines_and_for_its_entries,
           tabs_line_ends_controls_and_backslashes_are_escaped, lines_are_ended_by_lf_crlf_and_cr,
           columns_count_characters_and_neither_bytes_nor_utf16,
           placeholders_show_mask_kind_name_and_form,
           announcements_show_what_is_announced_and_what_comes,
           a_part_of_a_document_keeps_the_positions_of_the_whole, the_renderer_knows_its_table)
