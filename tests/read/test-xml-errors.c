/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#define HEAD "<speech xmlns='urn:lectern:speech:1' xml:space='preserve'>\n"
#define HAND "<speech xmlns='urn:lectern:speech:1'>\n"

typedef struct
{
  const char *xml;
  LecternError code;
  guint line;
  guint column;
  const char *message; /* part of it */
} Row;

/* Reads under a name, as a command does. */
static GError *
read_failing (const char *xml, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, length);
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();
  g_autoptr (LecternDocument) document = NULL;
  GError *error = NULL;

  lectern_read_options_set_format (options, LECTERN_FORMAT_XML);
  lectern_read_options_set_name (options, "a.xml");
  document = lectern_document_new_from_bytes (bytes, options, NULL, &error);
  ck_assert_msg (document == NULL, "%.300s", xml);
  ck_assert_ptr_nonnull (error);
  return error;
}

static void
assert_row (const Row *row)
{
  g_autoptr (GError) error = read_failing (row->xml, strlen (row->xml));
  g_autofree char *place = g_strdup_printf ("a.xml:%u:%u: ", row->line, row->column);
  LecternPosition position;

  ck_assert_msg (g_error_matches (error, LECTERN_ERROR, (gint)row->code), "%d: %s for %s",
                 error->code, error->message, row->xml);
  ck_assert_msg (lectern_error_get_position (error, &position), "%s", error->message);
  ck_assert_msg (position.line == row->line && position.column == row->column, "%s for %s",
                 error->message, row->xml);
  ck_assert_msg (g_str_has_prefix (error->message, place), "%s for %s", error->message, row->xml);
  ck_assert_msg (strstr (error->message, row->message) != NULL, "%s for %s", error->message,
                 row->xml);
}

static void
assert_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    assert_row (&rows[i]);
}

START_TEST (malformed_xml_is_an_error_with_its_place)
{
  static const Row rows[] = {
    { "", LECTERN_ERROR_XML, 1, 1, "mpty" },
    { "  \n ", LECTERN_ERROR_XML, 1, 1, "" },
    { "同志们：", LECTERN_ERROR_XML, 1, 1, "" },
    { HEAD "<p>甲</title>\n</speech>", LECTERN_ERROR_XML, 2, 13, "mismatch" },
    { HEAD "<p>甲</p>\n", LECTERN_ERROR_XML, 3, 1, "ends before </speech>" },
    { HEAD "</speech>\n甲", LECTERN_ERROR_XML, 3, 1, "" },
    { HEAD "<p>甲 & 乙</p></speech>", LECTERN_ERROR_XML, 2, 7, "" },
    { HEAD "<p>甲&#0;</p></speech>", LECTERN_ERROR_XML, 2, 9, "" },
    { HEAD "<x:p>甲</x:p></speech>", LECTERN_ERROR_XML, 2, 5, "x" },
    { HEAD "<section xml:id='a' xml:id='b'/></speech>", LECTERN_ERROR_XML, 2, 31, "redefined" },
    { HEAD "\x01</speech>", LECTERN_ERROR_XML, 2, 1, "" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (nul_is_an_error_with_its_place)
{
  static const char xml[] = HEAD "<p>甲\0</p></speech>";
  g_autoptr (GError) error = read_failing (xml, sizeof xml - 1);

  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_XML));
  ck_assert (g_str_has_prefix (error->message, "a.xml:2:5: "));
}
END_TEST

START_TEST (what_xml_cannot_hold_is_an_error_with_its_place)
{
  static const Row rows[] = {
    { HEAD "<p>甲乙\xef\xbf\xbe</p></speech>", LECTERN_ERROR_XML, 2, 6, "U+FFFE" },
    { HEAD "<p>\xef\xbf\xbd\xef\xbf\xa5\xef\xbf\xbf</p></speech>", LECTERN_ERROR_XML, 2, 6,
      "ffff" },
    { HEAD "<p>甲&乙;</p></speech>", LECTERN_ERROR_XML, 2, 5, "" },
    { HEAD "<甲></乙></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "<甲>" },
    { HEAD "<b xmlns=''><甲></乙></b></speech>", LECTERN_ERROR_XML, 2, 20, "甲" },
    { HEAD "<p>甲]]>乙</p></speech>", LECTERN_ERROR_XML, 2, 5, "" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (the_root_must_be_a_speech)
{
  static const Row rows[] = {
    { "<!-- -->\n<talk xmlns='urn:lectern:speech:1'/>", LECTERN_ERROR_STRUCTURE, 2, 1, "root" },
    { "<speech/>", LECTERN_ERROR_STRUCTURE, 1, 1, "urn:lectern:speech:1" },
    { "<speech xmlns='urn:lectern:speech:2'/>", LECTERN_ERROR_STRUCTURE, 1, 1, "root" },
    { "<p xmlns='urn:lectern:speech:1'/>", LECTERN_ERROR_STRUCTURE, 1, 1, "root" },
    { "<char xmlns='urn:lectern:speech:1' code='a'/>", LECTERN_ERROR_STRUCTURE, 1, 1, "root" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (unknown_names_are_errors)
{
  static const Row rows[] = {
    { HEAD " <paragraph>甲</paragraph></speech>", LECTERN_ERROR_STRUCTURE, 2, 2, "<paragraph>" },
    { HEAD "<p/><section rank='1'/></speech>", LECTERN_ERROR_STRUCTURE, 2, 5, "rank" },
    { HEAD "<p level='1'/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "level" },
    { HEAD "<p xml:id='a'/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "xml:id" },
    { HEAD "<p xml:space='preserve'/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "xml:space" },
    { HEAD "<section id='a'/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "id" },
    { HEAD "<series lang='zh'/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "lang" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (elements_in_the_wrong_place_are_errors)
{
  static const Row rows[] = {
    { HEAD "<p><p/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "<p> cannot stand in <p>" },
    { HEAD "<speech/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "<speech> cannot" },
    { HEAD "<heading/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "<heading> cannot" },
    { HEAD "<point/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "<point> cannot" },
    { HEAD "<p><placeholder>X<placeholder/></placeholder></p></speech>", LECTERN_ERROR_STRUCTURE, 2,
      18, "<placeholder> cannot" },
    { HEAD "<p><char code='b'><placeholder/></char></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 19,
      "<placeholder> cannot stand in <char>" },
    { HEAD "<section><p/><heading/></section></speech>", LECTERN_ERROR_STRUCTURE, 2, 14,
      "before everything else" },
    { HEAD "<section><heading/><heading/></section></speech>", LECTERN_ERROR_STRUCTURE, 2, 20,
      "the only one" },
    { HEAD "<section><heading><placeholder/><marker/></heading></section></speech>",
      LECTERN_ERROR_STRUCTURE, 2, 33, "<marker> must" },
    { HEAD "<series><point><lead/><marker/></point></series></speech>", LECTERN_ERROR_STRUCTURE, 2,
      23, "<marker> must" },
    { HEAD "<p><marker/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "first paragraph" },
    { HEAD "<series><point><p/><p><lead/></p></point></series></speech>", LECTERN_ERROR_STRUCTURE,
      2, 23, "first paragraph" },
    { HEAD "<series><point><p/><placeholder/></point></series></speech>", LECTERN_ERROR_STRUCTURE,
      2, 20, "beside paragraphs" },
    { HEAD "<series><point><marker/><p/></point></series></speech>", LECTERN_ERROR_STRUCTURE, 2, 25,
      "beside paragraphs" },
    { HEAD "<b xmlns='urn:x'><point xmlns='urn:lectern:speech:1'/></b></speech>",
      LECTERN_ERROR_STRUCTURE, 2, 18, "<point> cannot stand in <speech>" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (text_in_the_wrong_place_is_an_error)
{
  static const Row rows[] = {
    { HEAD "<p><char code='b'>甲</char></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 19, "<char>" },
    { HAND "<p>甲</p>\n <!-- > -->\n  乙 </speech>", LECTERN_ERROR_STRUCTURE, 4, 3, "<speech>" },
    { HAND "<section>\n丙<heading/></section></speech>", LECTERN_ERROR_STRUCTURE, 3, 1,
      "<section>" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (bad_values_are_errors)
{
  static const Row rows[] = {
    { "<speech xmlns='urn:lectern:speech:1' xml:space='keep'/>", LECTERN_ERROR_STRUCTURE, 1, 1,
      "xml:space cannot be “keep”" },
    { "<speech xmlns='urn:lectern:speech:1' bom='yes'/>", LECTERN_ERROR_STRUCTURE, 1, 1, "“yes”" },
    { HEAD "<p>\n<placeholder kind='name'/></p></speech>", LECTERN_ERROR_STRUCTURE, 3, 1, "kind" },
    { HEAD "<p><placeholder form=''/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "form" },
    { HEAD "<p><placeholder filled='2'/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "filled" },
    { HEAD "<p><placeholder name=''/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "name" },
    { HEAD "<p><announcement count='两'/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "count" },
    { HEAD "<p><announcement count='-1'/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "“-1”" },
    { HEAD "<series key=''/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "key" },
    { HEAD "<series xml:id='1a'/></speech>", LECTERN_ERROR_STRUCTURE, 2, 1, "1a" },
    { HEAD "<p><char/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "code" },
    { HEAD "<p><char code='g'/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "“g”" },
    { HEAD "<p><char code='110000'/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "110000" },
    { HEAD "<p><char code='d800'/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "d800" },
    { HEAD "<p><char code='0000041'/></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4, "0000041" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (ids_are_unique_and_there)
{
  static const Row rows[] = {
    { HEAD "<section xml:id='a'/>\n<p/><series xml:id='a'/></speech>", LECTERN_ERROR_STRUCTURE, 3,
      5, "“a” is there twice" },
    { HEAD "<p>讲<announcement of='a b'>两点</announcement></p><section xml:id='a'/></speech>",
      LECTERN_ERROR_STRUCTURE, 2, 5, "“b”" },
    { HEAD "<p><announcement of=''>两点</announcement></p></speech>", LECTERN_ERROR_STRUCTURE, 2, 4,
      "of" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (entities_are_never_replaced)
{
  static const Row rows[] = {
    { HEAD "<p>甲&nbsp;乙</p></speech>", LECTERN_ERROR_XML, 2, 5, "nbsp" },
    { "<!DOCTYPE speech [<!ENTITY a '甲'>]>\n" HEAD "<p>&a;</p></speech>", LECTERN_ERROR_XML, 3, 4,
      "a" },
    { "<!DOCTYPE speech [<!ENTITY a '甲'>]>\n" HEAD "<p><placeholder name='&a;'/></p></speech>",
      LECTERN_ERROR_XML, 3, 23, "a" },
    { "<!DOCTYPE speech [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n" HEAD "<p>&a;</p></speech>",
      LECTERN_ERROR_XML, 3, 4, "a" },
    { "<!DOCTYPE speech SYSTEM 'file:///nonexistent.dtd'>\n" HEAD "<p>&a;</p></speech>",
      LECTERN_ERROR_XML, 3, 4, "a" },
    { "<!DOCTYPE speech SYSTEM 'file:///nonexistent.dtd'>\n" HEAD
      "<p><placeholder name='&a;'/></p></speech>",
      LECTERN_ERROR_XML, 3, 23, "a" },
  };

  assert_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

RUN_SUITE ("xml-errors", malformed_xml_is_an_error_with_its_place, nul_is_an_error_with_its_place,
           what_xml_cannot_hold_is_an_error_with_its_place, the_root_must_be_a_speech,
           unknown_names_are_errors, elements_in_the_wrong_place_are_errors,
           text_in_the_wrong_place_is_an_error, bad_values_are_errors, ids_are_unique_and_there,
           entities_are_never_replaced)
