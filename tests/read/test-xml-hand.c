/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* XML written by hand: without xml:space="preserve". */

static char *
dup_text (const char *content)
{
  g_autofree char *xml = g_strdup_printf (
      "<speech xmlns='urn:lectern:speech:1' xml:lang='zh-Hans'>%s</speech>", content);
  g_autoptr (LecternDocument) document = read_xml (xml);
  g_autoptr (GBytes) bytes = lectern_document_to_text (document);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

#define assert_text(content, expected)                                                             \
  {                                                                                                \
    g_autofree char *text = dup_text (content);                                                    \
                                                                                                   \
    ck_assert_str_eq (text, expected);                                                             \
  }

START_TEST (indented_tags_leave_no_trace)
{
  assert_text ("\n  <title>在防汛会上的讲话</title>\n"
               "  <salutation>同志们：</salutation>\n"
               "  <section numbering='一、'>\n"
               "    <heading>抓好排查</heading>\n"
               "    <p>重点检查水库、河堤\n"
               "       和低洼路段。</p>\n"
               "  </section>\n"
               "  <section numbering='一、'>\n"
               "    <heading>\n      备足物资\n    </heading>\n"
               "  </section>\n"
               "  <thanks>谢谢！</thanks>\n",
               "在防汛会上的讲话\n同志们：\n一、抓好排查\n重点检查水库、河堤和低洼路段。\n"
               "二、备足物资\n谢谢！\n");
}
END_TEST

START_TEST (white_space_with_a_line_break_vanishes_between_wide_characters)
{
  assert_text ("<p>水库\n河堤</p>", "水库河堤\n");
  assert_text ("<p>水库，\r\n\t“河堤”\n——低洼</p>", "水库，“河堤”——低洼\n");
  assert_text ("<p>ab\ncd</p>", "ab cd\n");
  assert_text ("<p>水库\n cd \n 河堤</p>", "水库 cd 河堤\n");
  assert_text ("<p>水 库\t河</p>", "水 库\t河\n");
  assert_text ("<p>水库 \n</p>", "水库\n");
  assert_text ("<p>\n\n 水库</p>", "水库\n");
}
END_TEST

START_TEST (directive_gets_a_line_of_its_own)
{
  assert_text ("\n <directive>{{#if 甲\n   exists}}</directive>\n"
               " <section numbering='一、'><heading>备足物资</heading><p>逐村清点。</p>\n"
               "  <directive>{{/if}}</directive></section>\n",
               "{{#if 甲 exists}}\n一、备足物资\n逐村清点。\n{{/if}}\n");
  assert_text ("<series numbering='一要'><point><p>快。</p></point>\n"
               "<directive>{{#if 甲 exists}}</directive>\n"
               "<point><p>稳。</p><directive>{{/if}}</directive><p>不抢。</p></point></series>\n",
               "一要快。\n{{#if 甲 exists}}\n二要稳。\n{{/if}}\n不抢。\n");
}
END_TEST

START_TEST (inline_tags_do_not_part_characters)
{
  assert_text ("<p>讲\n<announcement>\n两点\n</announcement>\n意见</p>", "讲两点意见\n");
  assert_text ("<p>收割\n<placeholder kind='count'>XX</placeholder>\n万亩</p>", "收割 XX 万亩\n");
  assert_text ("<p>ab\n<announcement>\ncd</announcement>\n</p>", "ab cd\n");
}
END_TEST

START_TEST (blanks_beside_inline_tags_stay_outside)
{
  static const char *const contents[] = {
    "收割\n<placeholder>\n XX\n</placeholder>\n万亩",
    "收割<placeholder>\n XX\n</placeholder>万亩",
    "收割<announcement>\n<placeholder>\n XX\n</placeholder>\n</announcement>万亩",
    "收割\n<announcement><placeholder>XX</placeholder>\n</announcement>万亩",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *xml = g_strdup_printf (
          "<speech xmlns='urn:lectern:speech:1'><p>%s</p></speech>", contents[i]);
      g_autoptr (LecternDocument) document = read_xml (xml);
      g_autoptr (GPtrArray) nodes
          = lectern_document_list_nodes (document, LECTERN_NODE_PLACEHOLDER);
      g_autoptr (GBytes) text = lectern_document_to_text (document);
      LecternSpan span;

      lectern_node_get_span (nodes->pdata[0], &span);
      ck_assert_uint_eq (span.start, 7);
      ck_assert_uint_eq (span.end, 9);
      ck_assert_mem_eq (g_bytes_get_data (text, NULL), "收割 XX 万亩\n", strlen ("收割 XX 万亩\n"));
    }
}
END_TEST

START_TEST (markers_are_supplied_where_they_are_missing)
{
  assert_text ("<section numbering='一、'><heading>甲</heading><section numbering='（一）'>"
               "<heading>乙</heading></section><section numbering='（一）'><heading><marker>（三）"
               "</marker>丙</heading></section></section>",
               "一、甲\n（一）乙\n（三）丙\n");
  assert_text ("<p>一个字：<series numbering='一要'>\n<point><lead>早，</lead></point>\n"
               "<point><lead>快。</lead></point>\n</series></p>",
               "一个字：一要早，二要快。\n");
  assert_text ("<series numbering='第一，'>\n  <point>\n    <p><lead>甲。</lead>乙。</p>\n    "
               "<p>丙。</p>\n  </point>\n  <point>\n    <p>丁。</p>\n  </point>\n</series>",
               "第一，甲。乙。\n丙。\n第二，丁。\n");
}
END_TEST

START_TEST (what_was_laid_out_comes_back_as_it_is)
{
  g_autoptr (LecternDocument) document = read_xml (
      "<speech xmlns='urn:lectern:speech:1' xml:lang='zh-Hans' encoding='GB18030'>\n"
      "  <outline>\n    <entry level='1'><marker>一、</marker>甲</entry>\n"
      "    <entry level='2'><marker>一是</marker>乙</entry>\n  </outline>\n"
      "  <p>讲<announcement count='1' of='s1'>一点</announcement>。</p>\n"
      "  <section xml:id='s1' numbering='一、'>\n    <heading>甲</heading>\n  </section>\n"
      "</speech>\n");
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  g_autoptr (LecternDocument) again = lectern_document_new_from_xml (xml, NULL);
  g_autoptr (GBytes) xml_again = lectern_document_to_xml (again);
  LecternNode *entry = lectern_document_lookup (document, "outline[1]/entry[2]");
  LecternNode *announcement = lectern_document_lookup (document, "p[1]/announcement[1]");
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (announcement);

  ck_assert (g_bytes_equal (xml, xml_again));
  ck_assert_str_eq (lectern_document_get_encoding (document), "GB18030");
  ck_assert_uint_eq (lectern_node_get_level (entry), 2);
  ck_assert_uint_eq (targets->len, 1);
  ck_assert_ptr_eq (targets->pdata[0], lectern_document_lookup_id (document, "s1"));
}
END_TEST

START_TEST (foreign_elements_and_their_notes_are_handled_alike)
{
  g_autoptr (LecternDocument) document
      = read_xml ("<speech xmlns='urn:lectern:speech:1'>\n<p>水<b xmlns=''>\n库</b></p></speech>");
  g_autoptr (GBytes) text = lectern_document_to_text (document);

  ck_assert_uint_eq (g_bytes_get_size (text), 7);
  ck_assert_ptr_nonnull (lectern_document_get_notes (document)[0]);
  ck_assert_ptr_null (lectern_document_get_notes (document)[1]);
}
END_TEST

START_TEST (the_language_follows_from_the_script)
{
  g_autoptr (LecternDocument) chinese
      = read_xml ("<speech xmlns='urn:lectern:speech:1'><p>我们要把這個問題說清楚。</p></speech>");
  g_autoptr (LecternDocument) english
      = read_xml ("<speech xmlns='urn:lectern:speech:1' xml:lang=''><p>We shall see what the "
                  "people of this town will say.</p></speech>");

  ck_assert_str_eq (lectern_document_get_language (chinese), "zh-Hant");
  ck_assert_str_eq (lectern_document_get_language (english), "en");
}
END_TEST

START_TEST (what_is_no_numbering_is_an_error_with_its_place)
{
  static const char hand[]
      = "<speech xmlns='urn:lectern:speech:1'>\n <section numbering='甲乙丙丁'>"
        "<heading>甲</heading></section></speech>";
  static const char kept[]
      = "<speech xmlns='urn:lectern:speech:1' xml:space='preserve'>"
        "<section numbering='甲乙丙丁'><heading>甲</heading></section></speech>";
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = read_xml (kept);

  ck_assert_ptr_null (read_xml_length (hand, strlen (hand), &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_STRUCTURE));
  ck_assert_str_eq (error->message, "2:2: “甲乙丙丁” is no numbering");
  ck_assert_str_eq (lectern_node_get_property (lectern_document_lookup (document, "section[1]"),
                                               LECTERN_PROPERTY_NUMBERING),
                    "甲乙丙丁");
}
END_TEST

RUN_SUITE ("xml-hand", indented_tags_leave_no_trace,
           white_space_with_a_line_break_vanishes_between_wide_characters,
           directive_gets_a_line_of_its_own, inline_tags_do_not_part_characters,
           blanks_beside_inline_tags_stay_outside, markers_are_supplied_where_they_are_missing,
           what_was_laid_out_comes_back_as_it_is,
           foreign_elements_and_their_notes_are_handled_alike, the_language_follows_from_the_script,
           what_is_no_numbering_is_an_error_with_its_place)
