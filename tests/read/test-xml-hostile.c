/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#define HEAD "<speech xmlns='urn:lectern:speech:1' xml:space='preserve'>"

static LecternDocument *
read_deep (GString *xml, guint max_depth, GError **error)
{
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (xml->str, xml->len);

  lectern_read_options_set_max_depth (options, max_depth);
  return lectern_document_new_from_bytes (bytes, options, NULL, error);
}

static GString *
nest (guint levels, gboolean closed)
{
  GString *xml = g_string_new (HEAD);

  for (guint i = 0; i < levels; i++)
    g_string_append (xml, "<section>");
  for (guint i = 0; i < levels && closed; i++)
    g_string_append (xml, "</section>");
  return g_string_append (xml, "</speech>");
}

START_TEST (depth_has_a_limit)
{
  g_autoptr (GString) deep = nest (100000, TRUE);
  g_autoptr (GString) just = nest (255, TRUE);
  g_autoptr (GString) over = nest (256, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) over_error = NULL;
  g_autoptr (LecternDocument) document = NULL;

  ck_assert_ptr_null (read_deep (deep, 256, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
  ck_assert_ptr_null (read_deep (over, 256, &over_error));
  ck_assert (g_error_matches (over_error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
  document = read_deep (just, 256, NULL);
  ck_assert_ptr_nonnull (document);
  ck_assert_uint_eq (lectern_document_get_n_nodes (document), 256);
}
END_TEST

START_TEST (a_higher_limit_lets_deep_trees_through)
{
  g_autoptr (GString) deep = nest (100000, TRUE);
  g_autoptr (LecternDocument) document = read_deep (deep, G_MAXUINT, NULL);
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GBytes) json = NULL;

  ck_assert_ptr_nonnull (document);
  ck_assert_uint_eq (lectern_document_get_n_nodes (document), 100001);
  xml = lectern_document_to_xml (document);
  json = lectern_document_to_json (document);
  ck_assert_uint_gt (g_bytes_get_size (xml), 100000 * 20);
  ck_assert_uint_gt (g_bytes_get_size (json), 100000 * 20);
}
END_TEST

START_TEST (elements_that_never_end_are_an_error)
{
  g_autoptr (GString) open = nest (200, FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_deep (open, 256, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_XML));
}
END_TEST

START_TEST (an_entity_bomb_does_nothing)
{
  static const char bomb[]
      = "<!DOCTYPE speech [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
        "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
        "<!ATTLIST section numbering CDATA '一、'>]>" HEAD;
  g_autofree char *used = g_strconcat (bomb, "<p>&f;</p></speech>", NULL);
  g_autofree char *unused = g_strconcat (bomb, "<p>甲</p><section/></speech>", NULL);
  static const char parameter[]
      = "<!DOCTYPE speech [<!ENTITY % p '&#37;p;&#37;p;'> %p;]>" HEAD "</speech>";
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) parameter_error = NULL;
  g_autoptr (LecternDocument) document = NULL;

  ck_assert_ptr_null (read_xml_length (used, strlen (used), &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_XML));
  ck_assert_ptr_null (read_xml_length (parameter, strlen (parameter), &parameter_error));
  ck_assert (g_error_matches (parameter_error, LECTERN_ERROR, LECTERN_ERROR_XML));
  document = read_xml_length (unused, strlen (unused), NULL);
  ck_assert_ptr_nonnull (document);
  /* A document type supplies nothing either. */
  ck_assert_ptr_null (lectern_node_get_property (lectern_document_lookup (document, "section[1]"),
                                                 LECTERN_PROPERTY_NUMBERING));
}
END_TEST

/* Ten million bytes are what libxml2 would take for one text of its own tree. */
START_TEST (a_text_of_any_length_is_read)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<p>");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GBytes) text = NULL;

  for (guint i = 0; i < 1200000; i++)
    g_string_append (xml, "河道治理&amp;");
  g_string_append (xml, "</p></speech>");
  document = read_xml_length (xml->str, xml->len, NULL);
  ck_assert_ptr_nonnull (document);
  text = lectern_document_to_text (document);
  ck_assert_uint_eq (g_bytes_get_size (text), 1200000 * 13);
}
END_TEST

START_TEST (a_million_elements_are_read)
{
  g_autoptr (GString) xml = g_string_new (HEAD);
  g_autoptr (LecternDocument) document = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (xml, "<p>甲</p>\n");
  g_string_append (xml, "</speech>");
  document = read_xml_length (xml->str, xml->len, NULL);
  ck_assert_ptr_nonnull (document);
  ck_assert_uint_eq (lectern_document_get_n_nodes (document), 1000001);
}
END_TEST

START_TEST (many_ids_and_references_take_linear_time)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<p>");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GBytes) written = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (xml, "<announcement count='1' of='i%u'/>", 49999 - i);
  g_string_append (xml, "</p>");
  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (xml,
                            "<section xml:id='i%u' numbering='一、'><heading><marker>二、"
                            "</marker></heading></section>",
                            i);
  g_string_append (xml, "</speech>");
  document = read_xml_length (xml->str, xml->len, NULL);
  ck_assert_ptr_nonnull (document);
  written = lectern_document_to_xml (document);
  ck_assert_uint_gt (g_bytes_get_size (written), xml->len);
}
END_TEST

START_TEST (huge_tags_are_an_error_or_a_document)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<p><placeholder name='");
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = NULL;

  for (guint i = 0; i < 12000000; i++)
    g_string_append_c (xml, 'n');
  g_string_append (xml, "'/></p></speech>");
  document = read_xml_length (xml->str, xml->len, &error);
  ck_assert (document != NULL || g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_XML));
}
END_TEST

/* Each prefix is malformed; none may crash, and each has a place. */
START_TEST (every_prefix_of_a_speech_is_an_error)
{
  static const char xml[]
      = "<?xml version='1.0'?><!DOCTYPE speech [<!ENTITY a 'b'>]>" HEAD
        "<!-- c --><p>甲<announcement of='s1'>一点</announcement>&amp;<![CDATA[丙]]></p>"
        "<section xml:id='s1' numbering='一、'><heading><marker>一、</marker>乙<char code='0'/>"
        "</heading></section></speech>";

  for (gsize length = 0; length < sizeof xml - 1; length++)
    {
      g_autoptr (GError) error = NULL;
      LecternPosition position;

      ck_assert_ptr_null (read_xml_length (xml, length, &error));
      ck_assert_msg (lectern_error_get_position (error, &position), "%s", error->message);
    }
  g_object_unref (read_xml (xml));
}
END_TEST

/* Whatever a byte is changed to, it is a document or an error. */
START_TEST (changed_bytes_do_no_harm)
{
  static const char xml[] = HEAD "<p>甲<announcement of='s1'>一点</announcement>&#x4e00;</p>"
                                 "<section xml:id='s1' numbering='一、'><heading><marker>一、"
                                 "</marker>乙<char code='0'/></heading></section></speech>";
  static const char bytes[] = "<>&'\"/;= \n\0\xe4\xff";

  for (gsize i = 0; i < sizeof xml - 1; i++)
    for (gsize j = 0; j < sizeof bytes - 1; j++)
      {
        g_autofree char *copy = g_memdup2 (xml, sizeof xml);
        g_autoptr (GError) error = NULL;
        g_autoptr (LecternDocument) document = NULL;

        copy[i] = bytes[j];
        document = read_xml_length (copy, sizeof xml - 1, &error);
        ck_assert ((document == NULL) == (error != NULL));
      }
}
END_TEST

START_TEST (a_cancelled_read_is_an_error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (HEAD "</speech>", strlen (HEAD "</speech>"));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ck_assert_ptr_null (lectern_document_new_from_bytes (bytes, NULL, cancellable, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

RUN_SUITE ("xml-hostile", depth_has_a_limit, a_higher_limit_lets_deep_trees_through,
           elements_that_never_end_are_an_error, an_entity_bomb_does_nothing,
           a_text_of_any_length_is_read, a_million_elements_are_read,
           many_ids_and_references_take_linear_time, huge_tags_are_an_error_or_a_document,
           every_prefix_of_a_speech_is_an_error, changed_bytes_do_no_harm,
           a_cancelled_read_is_an_error)
