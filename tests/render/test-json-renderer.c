/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

static char *
dup_json (LecternDocument *document)
{
  g_autoptr (GBytes) bytes = lectern_document_to_json (document);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
assert_json (const char *xml, const char *expected)
{
  g_autoptr (LecternDocument) document = read_xml (xml);
  g_autofree char *json = dup_json (document);

  ck_assert_str_eq (json, expected);
}

START_TEST (a_speech_is_nested_objects)
{
  assert_json (SPEECH ("<title>甲</title>\n<p>乙</p>"),
               "{\"lectern\":1,\"kind\":\"speech\",\"start\":0,\"end\":7,\"line\":1,\"column\":1,"
               "\"column_utf16\":1,\"lang\":\"zh-Hans\",\"children\":["
               "{\"kind\":\"title\",\"start\":0,\"end\":3,\"line\":1,\"column\":1,"
               "\"column_utf16\":1,\"children\":[{\"text\":\"甲\",\"start\":0,\"end\":3}]},"
               "{\"text\":\"\\n\",\"start\":3,\"end\":4},"
               "{\"kind\":\"p\",\"start\":4,\"end\":7,\"line\":2,\"column\":1,\"column_utf16\":1,"
               "\"children\":[{\"text\":\"乙\",\"start\":4,\"end\":7}]}]}\n");
}
END_TEST

START_TEST (an_empty_speech_has_no_children)
{
  assert_json (SPEECH (""), "{\"lectern\":1,\"kind\":\"speech\",\"start\":0,\"end\":0,\"line\":1,"
                            "\"column\":1,\"column_utf16\":1,\"lang\":\"zh-Hans\"}\n");
}
END_TEST

static void
assert_member (const char *content, const char *member)
{
  g_autofree char *xml = g_strdup_printf (
      "<speech xmlns=\"urn:lectern:speech:1\" xml:space=\"preserve\" bom=\"true\">%s</speech>",
      content);
  g_autoptr (LecternDocument) document = read_xml (xml);
  g_autofree char *json = dup_json (document);

  ck_assert_msg (strstr (json, member) != NULL, "%s is not in %s", member, json);
}

START_TEST (attributes_are_members_of_their_own_type)
{
  assert_member ("<p><placeholder kind=\"date\" filled=\"true\" mask=\"\">5</placeholder></p>",
                 "\"placeholder_kind\":\"date\",\"filled\":true,\"mask\":\"\",");
  assert_member ("<p><announcement count=\"12\" of=\"s1 s2\" keyword=\"“\">甲</announcement></p>"
                 "<section xml:id=\"s1\"/><section xml:id=\"s2\"/>",
                 "\"count\":12,\"of\":[\"s1\",\"s2\"],\"keyword\":\"“\",");
  assert_member ("<p><announcement count=\"indefinite\">几点</announcement></p>",
                 "\"count\":\"indefinite\",");
  assert_member ("<p><announcement count=\"007\">七点</announcement></p>", "\"count\":\"007\",");
  assert_member (
      "<section xml:id=\"甲\" numbering=\"一、\"><heading><marker>三、</marker></heading>"
      "</section>",
      "\"id\":\"甲\",\"level\":1,\"ordinal\":1,\"number\":3,\"numbering\":\"一、\",");
  assert_member ("", "\"bom\":true");
}
END_TEST

START_TEST (every_character_has_a_spelling)
{
  assert_member ("<p><char code=\"0\"/>a\"\\/<char code=\"1f\"/>&#13;\n\t<char code=\"8\"/>"
                 "<char code=\"c\"/>\x7f<char code=\"ffff\"/><char code=\"FFFE\"/>😀</p>",
                 "\"\\u0000a\\\"\\\\/\\u001f\\r\\n\\t\\b\\f\x7f\\uffff\\ufffe😀\"");
}
END_TEST

START_TEST (positions_are_those_of_the_source)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (LecternDocument) document = random_document (random, i);
      g_autofree char *json = dup_json (document);
      LecternWalker walker;
      const char *at = json;

      lectern_walker_init (&walker, lectern_document_get_root (document));
      for (LecternEvent event; (event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE;)
        if (event == LECTERN_EVENT_ENTER)
          {
            LecternPosition position;
            g_autofree char *members = NULL;

            lectern_node_get_position (lectern_walker_get_node (&walker), &position);
            members = g_strdup_printf ("\"line\":%u,\"column\":%u,\"column_utf16\":%u",
                                       position.line, position.column, position.column_utf16);
            at = strstr (at, "\"line\":");
            ck_assert (at != NULL);
            ck_assert_msg (g_str_has_prefix (at, members), "%.50s instead of %s", at, members);
            at++;
          }
    }
}
END_TEST

START_TEST (part_of_a_speech_keeps_its_places)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("<title>甲</title>\n<p>😀<boilerplate>乙</boilerplate></p>"));
  g_autoptr (LecternJsonRenderer) renderer = lectern_json_renderer_new ();
  LecternNode *node = lectern_document_lookup (document, "p[1]/boilerplate[1]");
  g_autoptr (GBytes) json
      = lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer), node, NULL, NULL);
  static const char expected[]
      = "{\"lectern\":1,\"kind\":\"boilerplate\",\"start\":8,\"end\":11,\"line\":2,\"column\":2,"
        "\"column_utf16\":3,\"children\":[{\"text\":\"乙\",\"start\":8,\"end\":11}]}\n";

  ck_assert_uint_eq (g_bytes_get_size (json), strlen (expected));
  ck_assert_mem_eq (g_bytes_get_data (json, NULL), expected, strlen (expected));
}
END_TEST

START_TEST (indented_output_is_the_same_but_for_blanks)
{
  g_autoptr (LecternDocument) document = read_xml (SPEECH ("<title>甲</title>\n<p>乙</p>"));
  g_autoptr (LecternJsonRenderer) renderer = lectern_json_renderer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *plain = dup_json (document);
  g_autoptr (GString) squeezed = g_string_new (NULL);
  const char *json;
  gsize length;
  guint n_lines = 0;

  ck_assert (!lectern_json_renderer_get_indented (renderer));
  lectern_json_renderer_set_indented (renderer, TRUE);
  ck_assert (lectern_json_renderer_get_indented (renderer));
  bytes = lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer),
                                            lectern_document_get_root (document), NULL, NULL);
  json = g_bytes_get_data (bytes, &length);
  for (gsize i = 0; i < length; i++)
    {
      n_lines += json[i] == '\n';
      if (json[i] != ' ' && json[i] != '\n')
        g_string_append_c (squeezed, json[i]);
    }
  ck_assert_uint_eq (n_lines, 9);
  ck_assert_str_eq (squeezed->str, g_strchomp (plain));
}
END_TEST

RUN_SUITE ("json-renderer", a_speech_is_nested_objects, an_empty_speech_has_no_children,
           attributes_are_members_of_their_own_type, every_character_has_a_spelling,
           positions_are_those_of_the_source, part_of_a_speech_keeps_its_places,
           indented_output_is_the_same_but_for_blanks)
