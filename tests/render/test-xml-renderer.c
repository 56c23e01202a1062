/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#include <glib/gstdio.h>

static char *
dup_xml (LecternDocument *document)
{
  g_autoptr (GBytes) bytes = lectern_document_to_xml (document);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

#define assert_same_xml(xml)                                                                       \
  {                                                                                                \
    g_autoptr (LecternDocument) document = read_xml (xml);                                         \
    g_autofree char *written = dup_xml (document);                                                 \
                                                                                                   \
    ck_assert_str_eq (written, xml);                                                               \
  }

/* What a reader without an XML parser would do. */
static GString *
strip_tags (const char *xml, gsize length)
{
  static const struct
  {
    const char *spelling;
    const char *text;
  } references[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&#13;", "\r" } };
  GString *text = g_string_new (NULL);

  for (gsize at = 0; at < length;)
    {
      guint i;

      if (strncmp (xml + at, "<char code=\"", 12) == 0)
        g_string_append_unichar (text, (gunichar)strtoul (xml + at + 12, NULL, 16));
      if (xml[at] == '<')
        {
          at = (gsize)(strchr (xml + at, '>') + 1 - xml);
          continue;
        }
      for (i = 0; i < G_N_ELEMENTS (references); i++)
        if (g_str_has_prefix (xml + at, references[i].spelling))
          break;
      if (i < G_N_ELEMENTS (references))
        {
          g_string_append (text, references[i].text);
          at += strlen (references[i].spelling);
        }
      else
        g_string_append_c (text, xml[at++]);
    }
  return text;
}

START_TEST (golden_trees_come_back_byte_for_byte)
{
  g_autoptr (GDir) dir = g_dir_open (GOLDEN, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *path = g_build_filename (GOLDEN, name, NULL);
        g_autofree char *xml = NULL;

        ck_assert (g_file_get_contents (path, &xml, NULL, NULL));
        if (g_str_has_suffix (xml, "\n"))
          xml[strlen (xml) - 1] = '\0';
        assert_same_xml (xml);
        n++;
      }
  ck_assert_uint_ge (n, 6);
}
END_TEST

START_TEST (stripping_the_tags_leaves_the_text)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (LecternDocument) document = random_document (random, i);
      g_autoptr (GBytes) text = lectern_document_to_text (document);
      g_autofree char *xml = dup_xml (document);
      GString *stripped = strip_tags (xml, strlen (xml));
      g_autoptr (GBytes) bytes = g_string_free_to_bytes (stripped);

      ck_assert (g_bytes_equal (text, bytes));
    }
}
END_TEST

START_TEST (an_escape_is_found_wherever_it_stands)
{
  static const char *const odd[] = { "&", "<", ">", "\r", "\v", "\xef\xbf\xbe", "\xef\xbf\xbf" };
  static const char *const spelled[] = { "&amp;",
                                         "&lt;",
                                         "&gt;",
                                         "&#13;",
                                         "<char code=\"b\"/>",
                                         "<char code=\"fffe\"/>",
                                         "<char code=\"ffff\"/>" };

  for (guint length = 0; length < 70; length++)
    for (guint at = 0; at <= length; at++)
      for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
        {
          g_autofree char *plain = g_strnfill (length, 'a');
          g_autofree char *content
              = g_strdup_printf ("%.*s%s%s", at, plain, spelled[i], plain + at);
          g_autofree char *xml = g_strconcat (SPEECH ("<p>"), NULL);
          g_autofree char *text = g_strdup_printf ("%.*s%s%s", at, plain, odd[i], plain + at);
          g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
          g_autoptr (LecternSource) source = _lectern_source_new_checked (bytes);
          g_autoptr (LecternBuilder) builder = _lectern_builder_new_for_source (source, NULL);
          g_autoptr (LecternDocument) document = lectern_builder_finish (builder, NULL);
          g_autofree char *written = dup_xml (document);
          g_autofree char *expected = g_strdup_printf (
              "<speech xmlns=\"urn:lectern:speech:1\" xml:space=\"preserve\">%s</speech>", content);

          ck_assert_str_eq (written, expected);
        }
}
END_TEST

START_TEST (what_is_no_mistake_is_not_escaped)
{
  assert_same_xml (SPEECH ("<p>\xef\xbf\xa5 \xef\xbf\xbd \xef\xbc\x8c\t\"'\xc2\x85]]&gt;</p>\n\n"));
}
END_TEST

START_TEST (attributes_come_in_order_and_are_escaped)
{
  assert_same_xml (SPEECH (
      "<p><placeholder kind=\"person\" part=\"surname\" unit=\"a&amp;b&lt;&quot;&gt;\" group=\"g\" "
      "name=\"n\" default=\"&#9;&#10;&#13;\" form=\"declared\" filled=\"true\" mask=\"\">甲"
      "</placeholder></p>"));
}
END_TEST

START_TEST (values_of_any_length_are_written)
{
  static const gsize lengths[]
      = { 1, 40, 63, 64, 65, 87, 88, 89, 96, 97, 65500, 65536, 70000, 140000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = g_strnfill (lengths[i], 'n');
      g_autofree char *xml
          = g_strdup_printf (SPEECH ("<p><placeholder name=\"%s\"></placeholder><placeholder "
                                     "name=\"%s\" mask=\"%s\"></placeholder></p>"),
                             name, name, name);

      assert_same_xml (xml);
    }
}
END_TEST

/* Nodes that differ in one thing only must not get what was remembered of another. */
START_TEST (like_nodes_keep_their_own_attributes)
{
  assert_same_xml (
      SPEECH ("<outline><entry level=\"1\" ordinal=\"1\">甲</entry>\n<entry level=\"2\" "
              "ordinal=\"1\">乙</entry>\n</outline><section level=\"1\" ordinal=\"1\" "
              "numbering=\"一、\"><heading>丙</heading>\n<section level=\"2\" ordinal=\"1\" "
              "numbering=\"一、\"><heading>丁</heading>\n</section></section><section "
              "level=\"1\" ordinal=\"2\" numbering=\"一、\"><heading>戊</heading>\n<series "
              "numbering=\"一是\"><point ordinal=\"1\"><p><marker>一是</marker>快</p>\n</point>"
              "<point ordinal=\"2\" number=\"3\"><p><marker>三是</marker>实</p>\n</point>"
              "<point ordinal=\"3\"><p>细</p>\n</point></series><series numbering=\"一是\">"
              "<point ordinal=\"1\" number=\"3\"><p><marker>三是</marker>稳</p>\n</point>"
              "<point ordinal=\"2\"><p><marker>二是</marker>准</p>\n</point></series></section>"));
}
END_TEST

/* What is before the escape goes out as it stands, in pieces as the nodes have it. */
START_TEST (an_escape_is_found_in_any_piece)
{
  for (guint at = 0; at < 80; at++)
    {
      GString *xml = g_string_new (NULL);

      for (guint i = 0; i < 80; i++)
        {
          const char *text = i == at ? "&amp;" : i % 9 == 0 ? "\xef\xbf\xbd" : "a";

          g_string_append_printf (xml, i % 3 == 0 ? "<p>%s</p>" : "%s", text);
        }
      g_string_append (xml, "bcdefghijklmnopqrstuvwxyz</speech>");
      g_string_prepend (xml, "<speech xmlns=\"urn:lectern:speech:1\" xml:lang=\"en\" "
                             "xml:space=\"preserve\">");
      assert_same_xml (xml->str);
      g_string_free (xml, TRUE);
    }
}
END_TEST

START_TEST (computed_attributes_are_written)
{
  assert_same_xml (SPEECH (
      "<p>讲<announcement count=\"2\" of=\"s1 s2\" keyword=\"紧盯\">两点</announcement></p>\n"
      "<section xml:id=\"s1\" level=\"1\" ordinal=\"1\" number=\"2\" numbering=\"一、\"><heading>"
      "<marker>二、</marker>甲</heading>\n"
      "<section level=\"2\" ordinal=\"1\" "
      "numbering=\"（一）\"><heading>（三）乙</heading>\n</section>"
      "</section><section xml:id=\"s2\" level=\"1\" ordinal=\"2\" numbering=\"一、\"><heading>"
      "<marker>二、</marker>丙</heading></section>"));
}
END_TEST

START_TEST (origin_of_the_text_is_written)
{
  static const char xml[] = "<speech xmlns=\"urn:lectern:speech:1\" xml:lang=\"zh-Hant\" "
                            "xml:space=\"preserve\" encoding=\"UTF-16LE\" bom=\"true\"/>";
  g_autoptr (LecternDocument) document = read_xml (xml);
  g_autofree char *written = dup_xml (document);

  ck_assert_str_eq (written, "<speech xmlns=\"urn:lectern:speech:1\" xml:lang=\"zh-Hant\" "
                             "xml:space=\"preserve\" encoding=\"UTF-16LE\" bom=\"true\"></speech>");
}
END_TEST

START_TEST (a_node_that_is_not_the_root_stands_alone)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("<p>甲</p><section level=\"1\"><heading>乙&amp;</heading></section>"));
  g_autoptr (LecternXmlRenderer) renderer = lectern_xml_renderer_new ();
  LecternNode *node = lectern_document_lookup (document, "section[1]");
  g_autoptr (GBytes) xml
      = lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer), node, NULL, NULL);
  static const char expected[] = "<section xmlns=\"urn:lectern:speech:1\" xml:space=\"preserve\" "
                                 "level=\"1\" ordinal=\"1\"><heading>乙&amp;</heading></section>";

  ck_assert_uint_eq (g_bytes_get_size (xml), strlen (expected));
  ck_assert_mem_eq (g_bytes_get_data (xml, NULL), expected, strlen (expected));
}
END_TEST

START_TEST (confidence_is_written_on_demand_and_below_one)
{
  static const guint percents[] = { 0, 5, 70, 85, 100 };
  static const char *const values[] = { "0", "0.05", "0.7", "0.85", NULL };
  g_autoptr (LecternXmlRenderer) renderer = lectern_xml_renderer_new ();

  ck_assert (!lectern_xml_renderer_get_confidence (renderer));
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autoptr (GBytes) text = g_bytes_new_static ("X", 1);
      g_autoptr (LecternSource) source = _lectern_source_new_checked (text);
      g_autoptr (LecternBuilder) builder = _lectern_builder_new_for_source (source, NULL);
      g_autoptr (LecternDocument) document = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *xml = NULL;
      g_autofree char *expected = NULL;
      guint32 node = _lectern_builder_open (builder, LECTERN_NODE_PLACEHOLDER, 0);

      _lectern_builder_set_percent (builder, node, percents[i]);
      _lectern_builder_close (builder, 1);
      document = lectern_builder_finish (builder, NULL);
      xml = dup_xml (document);
      ck_assert (strstr (xml, "confidence") == NULL);
      lectern_xml_renderer_set_confidence (renderer, TRUE);
      bytes = lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer),
                                                lectern_document_get_root (document), NULL, NULL);
      if (values[i] != NULL)
        expected = g_strdup_printf ("<placeholder confidence=\"%s\">X<", values[i]);
      ck_assert (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                               expected != NULL ? expected : "<placeholder>X<")
                 != NULL);
    }
}
END_TEST

RUN_SUITE ("xml-renderer", golden_trees_come_back_byte_for_byte, stripping_the_tags_leaves_the_text,
           an_escape_is_found_wherever_it_stands, what_is_no_mistake_is_not_escaped,
           attributes_come_in_order_and_are_escaped, values_of_any_length_are_written,
           like_nodes_keep_their_own_attributes, an_escape_is_found_in_any_piece,
           computed_attributes_are_written, origin_of_the_text_is_written,
           a_node_that_is_not_the_root_stands_alone, confidence_is_written_on_demand_and_below_one)
