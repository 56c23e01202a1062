/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render.h"

static const char speech[]
    = "<outline>【提纲】<entry level=\"1\">旧的。</entry>\n</outline><title>题目</title>\n"
      "<section numbering=\"一、\"><heading><marker>一、</marker>看清形势</heading>\n"
      "<p>先说两点：<series "
      "numbering=\"一是\"><point><marker>一是</marker><lead>甲；</lead></point>"
      "<point><marker>二是</marker><lead>乙。</lead></point></series></p>\n"
      "<series numbering=\"一要\"><point><p><marker>一要</marker><lead>早；</lead></p>\n</point>"
      "<point><p><marker>二要</marker>把“三个环节”抓\n在手上。不能松。</p>\n</point></series></"
      "section>"
      "<section numbering=\"一、\"><heading><marker>二、</marker>落实“三个到位”</heading>\n"
      "<section "
      "numbering=\"（一）\"><heading><marker>（一）</marker>定人。</heading><p>都要定。</p>\n"
      "</section></section>";

static char *
outline (const char *language, const char *body, gboolean indented)
{
  g_autoptr (LecternOutlineRenderer) renderer = lectern_outline_renderer_new ();
  g_autoptr (LecternDocument) document = read_body (language, body);

  lectern_outline_renderer_set_indented (renderer, indented);
  ck_assert_int_eq (lectern_outline_renderer_get_indented (renderer), indented);
  return render_node (renderer, lectern_document_get_root (document));
}

START_TEST (an_outline_in_one_line_ends_each_entry_with_a_stop)
{
  g_autofree char *line = outline ("zh-Hans", speech, FALSE);

  ck_assert_str_eq (line, "【提纲】一、看清形势。一要早。二要把“三个环节”抓在手上。"
                          "二、落实“三个到位”。（一）定人。\n");
}
END_TEST

START_TEST (an_indented_outline_has_a_line_for_each_entry)
{
  g_autofree char *lines = outline ("zh-Hans", speech, TRUE);

  ck_assert_str_eq (lines, "一、看清形势\n  一要早\n  二要把“三个环节”抓在手上。\n"
                           "二、落实“三个到位”\n  （一）定人。\n");
}
END_TEST

START_TEST (a_speech_without_headings_and_points_has_no_outline)
{
  g_autofree char *line = outline ("zh-Hans", "<title>题目</title>\n<p>只有一段。</p>\n", FALSE);

  ck_assert_str_eq (line, "");
}
END_TEST

START_TEST (the_label_is_in_the_language_of_the_speech)
{
  g_autofree char *english = outline ("en",
                                      "<section><heading>Act early</heading>\n</section>"
                                      "<section><heading>Why wait?</heading>\n</section>",
                                      FALSE);
  g_autofree char *traditional
      = outline ("zh-Hant", "<section><heading>認清形勢</heading>\n</section>", FALSE);

  ck_assert_str_eq (english, "Outline: Act early. Why wait?\n");
  ck_assert_str_eq (traditional, "【提綱】認清形勢。\n");
}
END_TEST

RUN_SUITE ("outline", an_outline_in_one_line_ends_each_entry_with_a_stop,
           an_indented_outline_has_a_line_for_each_entry,
           a_speech_without_headings_and_points_has_no_outline,
           the_label_is_in_the_language_of_the_speech)
