/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

static void
assert_text (LecternDocument *document, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = lectern_document_to_text (document);

  ck_assert_uint_eq (g_bytes_get_size (bytes), length);
  ck_assert_mem_eq (g_bytes_get_data (bytes, NULL), text, length);
}

#define assert_literal(document, literal) assert_text (document, literal, sizeof (literal) - 1)

/* The kinds of a tree as `title()p(placeholder())`. */
static char *
dup_shape (LecternDocument *document)
{
  GString *shape = g_string_new (NULL);
  LecternWalker walker;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  for (LecternEvent event; (event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE;)
    if (event == LECTERN_EVENT_ENTER)
      g_string_append_printf (shape, "%s(",
                              lectern_node_kind_get_element (
                                  lectern_node_get_kind (lectern_walker_get_node (&walker))));
    else if (event == LECTERN_EVENT_LEAVE)
      g_string_append_c (shape, ')');
  return g_string_free (shape, FALSE);
}

START_TEST (text_is_what_stands_between_the_tags)
{
  g_autoptr (LecternDocument) document = read_xml (
      "<?xml version='1.0'?>\n<!-- 一 -->\n<speech xmlns='urn:lectern:speech:1' "
      "xml:space='preserve' xml:lang='zh-Hans'> \n<!-- 二 --><title>甲<?note 三?>乙</title>\n"
      "<p>&amp;&lt;&#x4E01;<![CDATA[<&]]>\t丁&#13;\n</p>  </speech>\n<!-- 四 -->\n");
  g_autofree char *shape = dup_shape (document);

  assert_literal (document, " \n甲乙\n&<丁<&\t丁\r\n  ");
  ck_assert_str_eq (shape, "speech(title()p())");
  ck_assert_str_eq (lectern_document_get_language (document), "zh-Hans");
}
END_TEST

/* A reader may take long texts in pieces, at any place. */
START_TEST (text_is_the_same_wherever_a_piece_ends)
{
  static const char *const parts[] = { "甲乙",
                                       "a;",
                                       "&#19969;",
                                       "&#120;",
                                       "&amp;",
                                       "\r\n",
                                       "<!-- 甲 > ' -->",
                                       "<?a \"乙?>",
                                       "x",
                                       "<![CDATA[丁]] > \"]]>",
                                       "<placeholder name='>甲\"'>戊</placeholder >",
                                       "<char code='b'/>" };
  static const char *const texts[]
      = { "甲乙", "a;", "丁", "x", "&", "\n", "", "", "x", "丁]] > \"", "戊", "\v" };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GString) xml = g_string_new ("<speech xmlns='urn:lectern:speech:1' "
                                              "xml:space='preserve'><p>");
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (LecternDocument) document = NULL;

      while (xml->len < 140000)
        {
          guint part = (guint)g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (parts));

          g_string_append (xml, parts[part]);
          g_string_append (text, texts[part]);
        }
      g_string_append (xml, "</p></speech>");
      document = read_xml (xml->str);
      assert_text (document, text->str, text->len);
    }
}
END_TEST

START_TEST (char_is_the_character_that_it_names)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("<char code=\"b\"/><p>甲<char code=\"0\"/><char code=\"FFFE\"/></p>"
                          "<char code=\"1F600\"></char>"));

  assert_literal (document, "\v甲\0\xef\xbf\xbe\xf0\x9f\x98\x80");
}
END_TEST

START_TEST (the_prefix_does_not_matter)
{
  g_autoptr (LecternDocument) document
      = read_xml ("<s:speech xmlns:s='urn:lectern:speech:1' xml:space='preserve'><s:p>甲"
                  "<s:placeholder kind='date'>X</s:placeholder></s:p></s:speech>");
  g_autofree char *shape = dup_shape (document);

  ck_assert_str_eq (shape, "speech(p(placeholder()))");
}
END_TEST

START_TEST (properties_are_taken_and_computed_ones_ignored)
{
  g_autoptr (LecternDocument) document = read_xml (SPEECH (
      "<section xml:id='a' level='9' ordinal='x' number='7' confidence='?' numbering='一、'>"
      "<heading><marker>一、</marker>甲</heading></section><p><placeholder kind='person' "
      "filled='1' default='' unit='a&amp;b&#38;c&lt;'>乙</placeholder><placeholder "
      "filled='false'/></p>"));
  LecternNode *section = lectern_document_lookup (document, "section[1]");
  LecternNode *filled = lectern_document_lookup (document, "p[1]/placeholder[1]");
  LecternNode *empty = lectern_document_lookup (document, "p[1]/placeholder[2]");

  ck_assert_uint_eq (lectern_node_get_level (section), 1);
  ck_assert_uint_eq (lectern_node_get_ordinal (section), 1);
  ck_assert_uint_eq (lectern_node_get_number (section), 1);
  ck_assert_ptr_null (lectern_node_get_property (section, LECTERN_PROPERTY_NUMBER));
  ck_assert_double_eq (lectern_node_get_confidence (section), 1);
  ck_assert_str_eq (lectern_node_get_property (section, LECTERN_PROPERTY_NUMBERING), "一、");
  ck_assert_str_eq (lectern_node_get_id (section), "a");
  ck_assert_ptr_eq (lectern_document_lookup_id (document, "a"), section);
  ck_assert_str_eq (lectern_node_get_property (filled, LECTERN_PROPERTY_KIND), "person");
  ck_assert_str_eq (lectern_node_get_property (filled, LECTERN_PROPERTY_FILLED), "true");
  ck_assert_str_eq (lectern_node_get_property (filled, LECTERN_PROPERTY_DEFAULT), "");
  ck_assert_str_eq (lectern_node_get_property (filled, LECTERN_PROPERTY_UNIT), "a&b&c<");
  ck_assert_ptr_null (lectern_node_get_property (empty, LECTERN_PROPERTY_FILLED));
}
END_TEST

START_TEST (the_number_is_read_from_the_marker)
{
  g_autoptr (LecternDocument) document = read_xml (SPEECH (
      "<outline><entry level='1'><marker>一、</marker>甲</entry><entry level='2'><marker>二是"
      "</marker>乙</entry><entry level='2'><marker>二是</marker>丙</entry><entry "
      "level='1'>丁</entry>"
      "</outline><p><series numbering='一是'><point><marker>一是</marker>甲</point><point><marker>"
      "三是</marker>乙</point><point><marker>第<placeholder>X</placeholder>，</marker>丙</point>"
      "</series></p><series numbering='第一，'><point><p><marker>第四，</marker>甲</p></point>"
      "</series>"));
  static const struct
  {
    const char *path;
    guint level, ordinal, number;
  } rows[] = {
    { "outline[1]/entry[1]", 1, 1, 1 },     { "outline[1]/entry[2]", 2, 1, 2 },
    { "outline[1]/entry[3]", 2, 2, 2 },     { "outline[1]/entry[4]", 1, 2, 0 },
    { "p[1]/series[1]/point[1]", 0, 1, 1 }, { "p[1]/series[1]/point[2]", 0, 2, 3 },
    { "p[1]/series[1]/point[3]", 0, 3, 3 }, { "series[1]/point[1]", 0, 1, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LecternNode *node = lectern_document_lookup (document, rows[i].path);

      ck_assert_msg (node != NULL, "%s", rows[i].path);
      ck_assert_uint_eq (lectern_node_get_level (node), rows[i].level);
      ck_assert_uint_eq (lectern_node_get_ordinal (node), rows[i].ordinal);
      ck_assert_msg (lectern_node_get_number (node) == rows[i].number, "%s: %u", rows[i].path,
                     lectern_node_get_number (node));
    }
}
END_TEST

START_TEST (the_level_of_an_entry_follows_from_its_marker)
{
  g_autoptr (LecternDocument) document = read_xml (SPEECH (
      "<outline><entry><marker>一、</marker>甲</entry><entry><marker>（一）</marker>乙</entry>"
      "<entry><marker>1.</marker>丙</entry><entry><marker>（二）</marker>丁</entry><entry>"
      "<marker>二、</marker>戊</entry></outline><outline><entry><marker>（一）</marker>己"
      "</entry></outline>"));
  static const guint levels[] = { 1, 2, 3, 2, 1, 1 };
  g_autoptr (GPtrArray) entries = lectern_document_list_nodes (document, LECTERN_NODE_ENTRY);

  ck_assert_uint_eq (entries->len, G_N_ELEMENTS (levels));
  for (guint i = 0; i < entries->len; i++)
    ck_assert_uint_eq (lectern_node_get_level (g_ptr_array_index (entries, i)), levels[i]);
}
END_TEST

START_TEST (announcements_are_tied_to_their_targets)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("<p><announcement count='2' of=' y&#10;x '>两点</announcement></p>"
                          "<section xml:id='x'/><section><section xml:id='y'/></section>"));
  LecternNode *announcement = lectern_document_lookup (document, "p[1]/announcement[1]");
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (announcement);

  ck_assert_uint_eq (targets->len, 2);
  ck_assert_ptr_eq (g_ptr_array_index (targets, 0),
                    lectern_document_lookup (document, "section[1]"));
  ck_assert_ptr_eq (g_ptr_array_index (targets, 1),
                    lectern_document_lookup (document, "section[2]/section[1]"));
}
END_TEST

START_TEST (origin_is_restored)
{
  g_autoptr (LecternDocument) document
      = read_xml ("<speech xmlns='urn:lectern:speech:1' xml:space='preserve' encoding='GB18030' "
                  "bom='1' xml:lang='en'/>");

  ck_assert_str_eq (lectern_document_get_encoding (document), "GB18030");
  ck_assert (lectern_document_get_bom (document));
  ck_assert_str_eq (lectern_document_get_language (document), "en");
}
END_TEST

START_TEST (foreign_elements_leave_their_text_and_a_note)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("<p>甲<b xmlns='urn:x' c='d'>乙<placeholder "
                          "xmlns='urn:lectern:speech:1' xmlns:y='urn:y' y:z='1'>X</placeholder></b>"
                          "</p>\n<i xmlns=''><p xmlns='urn:lectern:speech:1'>丙</p></i>"));
  const char *const *notes = lectern_document_get_notes (document);
  g_autofree char *shape = dup_shape (document);

  assert_literal (document, "甲乙X\n丙");
  ck_assert_str_eq (shape, "speech(p(placeholder())p())");
  ck_assert_uint_eq (g_strv_length ((char **)notes), 2);
  ck_assert_str_eq (notes[0], "1:82: <b> belongs to another namespace: only its text is kept");
  ck_assert (g_str_has_prefix (notes[1], "2:1: <i> "));
}
END_TEST

START_TEST (notes_are_counted_when_there_are_many)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (LecternDocument) document = NULL;
  const char *const *notes;

  for (guint i = 0; i < 1000; i++)
    g_string_append (xml, "<b xmlns=''/>");
  g_string_prepend (xml, "<speech xmlns='urn:lectern:speech:1' xml:space='preserve'>");
  g_string_append (xml, "</speech>");
  document = read_xml (xml->str);
  notes = lectern_document_get_notes (document);
  ck_assert_uint_eq (g_strv_length ((char **)notes), 21);
  ck_assert_str_eq (notes[20], "980 more notes of this kind");
}
END_TEST

START_TEST (text_outside_of_paragraphs_is_kept_with_a_note)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("\n<p>甲</p> <!-- --> \xe3\x80\x80\n乙<section>丙</section>"));
  const char *const *notes = lectern_document_get_notes (document);

  assert_literal (document, "\n甲  \xe3\x80\x80\n乙丙");
  ck_assert_uint_eq (g_strv_length ((char **)notes), 2);
  ck_assert_str_eq (notes[0], "3:1: Text in <speech> belongs to no paragraph");
  ck_assert_str_eq (notes[1], "3:11: Text in <section> belongs to no paragraph");
}
END_TEST

START_TEST (random_trees_come_back)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (LecternDocument) document = random_document (random, i);
      g_autoptr (GBytes) text = lectern_document_to_text (document);
      g_autoptr (GBytes) xml = lectern_document_to_xml (document);
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternDocument) again = lectern_document_new_from_xml (xml, &error);
      g_autoptr (GBytes) text_again = NULL;
      g_autoptr (GBytes) xml_again = NULL;

      ck_assert_msg (again != NULL, "%s", error != NULL ? error->message : "");
      text_again = lectern_document_to_text (again);
      xml_again = lectern_document_to_xml (again);
      ck_assert (g_bytes_equal (text, text_again));
      ck_assert (g_bytes_equal (xml, xml_again));
      ck_assert_uint_eq (lectern_document_get_n_nodes (document),
                         lectern_document_get_n_nodes (again));
    }
}
END_TEST

RUN_SUITE ("xml", text_is_what_stands_between_the_tags, text_is_the_same_wherever_a_piece_ends,
           char_is_the_character_that_it_names, the_prefix_does_not_matter,
           properties_are_taken_and_computed_ones_ignored, the_number_is_read_from_the_marker,
           the_level_of_an_entry_follows_from_its_marker, announcements_are_tied_to_their_targets,
           origin_is_restored, foreign_elements_leave_their_text_and_a_note,
           notes_are_counted_when_there_are_many, text_outside_of_paragraphs_is_kept_with_a_note,
           random_trees_come_back)
