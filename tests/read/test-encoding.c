/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#define TEXT "同志们：\n今天我讲两点意见。\n"

/* TEXT in another encoding, behind a mark. */
static GBytes *
encode (const char *text, gsize length, const char *encoding, const char *mark, gsize mark_length)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize written;
  g_autofree char *encoded
      = g_convert (text, (gssize)length, encoding, "UTF-8", NULL, &written, NULL);

  ck_assert_ptr_nonnull (encoded);
  g_byte_array_append (bytes, (const guint8 *)mark, (guint)mark_length);
  g_byte_array_append (bytes, (const guint8 *)encoded, (guint)written);
  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_text (LecternDocument *document, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = lectern_document_to_text (document);

  ck_assert_uint_eq (g_bytes_get_size (bytes), length);
  ck_assert_mem_eq (g_bytes_get_data (bytes, NULL), text, length);
}

static LecternDocument *
read_as (GBytes *bytes, const char *encoding, GError **error)
{
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();

  lectern_read_options_set_encoding (options, encoding);
  lectern_read_options_set_name (options, "a.txt");
  return lectern_document_new_from_bytes (bytes, options, NULL, error);
}

static const char *
get_note (LecternDocument *document, guint n)
{
  return lectern_document_get_notes (document)[n];
}

START_TEST (a_mark_says_the_encoding)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *encoding;
  } rows[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },     { "\xff\xfe\0\0", 4, "UTF-32LE" },
    { "\0\0\xfe\xff", 4, "UTF-32BE" }, { "\x84\x31\x95\x33", 4, "GB18030" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes
          = encode (TEXT, strlen (TEXT), rows[i].encoding, rows[i].mark, rows[i].length);
      g_autoptr (LecternDocument) document = read_as (bytes, "latin1", NULL);
      g_autoptr (GBytes) text = NULL;
      g_autoptr (GBytes) again = NULL;

      ck_assert_ptr_nonnull (document);
      assert_text (document, TEXT, strlen (TEXT));
      ck_assert (lectern_document_get_bom (document));
      if (i == 0)
        ck_assert_ptr_null (lectern_document_get_encoding (document));
      else
        ck_assert_str_eq (lectern_document_get_encoding (document), rows[i].encoding);
      text = lectern_document_to_text (document);
      again = lectern_document_encode (document, text, NULL, NULL);
      ck_assert (g_bytes_equal (bytes, again));
    }
}
END_TEST

START_TEST (the_options_say_the_encoding)
{
  static const char *const encodings[] = { "GB18030", "gbk", "Big5", "UTF-16", "UTF-16BE" };
  static const char traditional[] = "各位：\n今天我講三點。\n";

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      /* iconv would write a mark for the third. */
      g_autoptr (GBytes) bytes
          = encode (traditional, strlen (traditional), i == 3 ? "UTF-16LE" : encodings[i], "", 0);
      g_autoptr (LecternDocument) document = read_as (bytes, encodings[i], NULL);
      g_autoptr (GBytes) text = NULL;
      g_autoptr (GBytes) again = NULL;

      ck_assert_ptr_nonnull (document);
      assert_text (document, traditional, strlen (traditional));
      ck_assert (!lectern_document_get_bom (document));
      ck_assert_ptr_null (get_note (document, 0));
      text = lectern_document_to_text (document);
      again = lectern_document_encode (document, text, NULL, NULL);
      ck_assert (g_bytes_equal (bytes, again));
    }
}
END_TEST

START_TEST (gb18030_is_guessed_with_a_note)
{
  g_autoptr (GBytes) bytes = encode (TEXT, strlen (TEXT), "GB18030", "", 0);
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);

  ck_assert_ptr_nonnull (document);
  assert_text (document, TEXT, strlen (TEXT));
  ck_assert_str_eq (lectern_document_get_encoding (document), "GB18030");
  ck_assert (!lectern_document_get_bom (document));
  ck_assert (strstr (get_note (document, 0), "GB18030") != NULL);
  ck_assert_ptr_null (get_note (document, 1));
}
END_TEST

START_TEST (utf8_needs_no_note)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);
  g_autoptr (LecternDocument) named = read_as (bytes, "utf-8", NULL);

  ck_assert_ptr_null (lectern_document_get_encoding (document));
  ck_assert_ptr_null (get_note (document, 0));
  ck_assert_ptr_null (lectern_document_get_encoding (named));
}
END_TEST

static void
assert_error (const char *data, gsize length, const char *encoding, const char *message,
              gsize offset)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = read_as (bytes, encoding, &error);
  LecternPosition position;

  ck_assert_ptr_null (document);
  ck_assert_msg (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_ENCODING), "%s",
                 error->message);
  ck_assert_str_eq (error->message, message);
  ck_assert (lectern_error_get_position (error, &position));
  ck_assert_uint_eq (position.offset, offset);
}

START_TEST (what_is_not_in_the_encoding_is_an_error_with_its_byte)
{
  assert_error ("abc\n\xff\xff", 6, NULL, "a.txt:2:1: Byte 4 is not UTF-8", 4);
  assert_error ("\xef\xbb\xbf"
                "甲\xff",
                7, NULL, "a.txt:1:2: Byte 6 is not UTF-8", 6);
  assert_error ("甲\xe4\xb8", 5, "UTF-8", "a.txt:1:2: Byte 3 is not UTF-8", 3);
  assert_error ("ab\n\xff", 4, "GB18030", "a.txt:2:1: Byte 3 is not GB18030", 3);
  assert_error ("\xff\xfe"
                "a\0\0\xd8"
                "b\0",
                8, NULL, "a.txt:1:2: Byte 4 is not UTF-16LE", 4);
  assert_error ("a\0b", 3, "UTF-16LE", "a.txt:1:2: Byte 2 is not UTF-16LE", 2);
}
END_TEST

/* Its bytes are pairs that GB 18030 has as well, but nobody would want to read them. */
START_TEST (a_mistake_in_utf8_is_not_taken_for_gb18030)
{
  assert_error ("同志们，大家好\xff", 22, NULL, "a.txt:1:8: Byte 21 is not UTF-8", 21);
  assert_error ("同志们，大家好\xb1\xa1", 23, NULL, "a.txt:1:8: Byte 21 is not UTF-8", 21);
}
END_TEST

START_TEST (an_unknown_encoding_is_an_error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_as (bytes, "klingon", &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_ENCODING));
  ck_assert (strstr (error->message, "klingon") != NULL);
}
END_TEST

/* ISO-2022-JP may switch to ASCII twice; writing does it once. */
START_TEST (bytes_that_cannot_be_written_again_are_noted)
{
  static const char jis[] = "ab\x1b(B\x1b(Bc\x1b$B0l\x1b(B\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (jis, strlen (jis));
  g_autoptr (LecternDocument) document = read_as (bytes, "ISO-2022-JP", NULL);

  ck_assert_ptr_nonnull (document);
  assert_text (document, "abc一\n", strlen ("abc一\n"));
  ck_assert_str_eq (get_note (document, 0),
                    "Written as ISO-2022-JP again, the text differs from the file from byte 2 on");
}
END_TEST

START_TEST (an_xml_declaration_says_the_encoding)
{
  static const char xml[] = "<?xml version=\"1.0\" encoding='GB18030'?>"
                            "<speech xmlns='urn:lectern:speech:1' xml:space='preserve'>甲</speech>";
  static const char wide[]
      = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
        "<speech xmlns='urn:lectern:speech:1' xml:space='preserve'>甲</speech>";
  g_autoptr (GBytes) declared = encode (xml, strlen (xml), "GB18030", "", 0);
  g_autoptr (GBytes) unmarked = encode (wide, strlen (wide), "UTF-16BE", "", 0);
  g_autoptr (GBytes) marked = encode (wide, strlen (wide), "UTF-16LE", "\xff\xfe", 2);
  GBytes *all[] = { declared, unmarked, marked };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternDocument) document
          = lectern_document_new_from_bytes (all[i], NULL, NULL, &error);

      ck_assert_msg (document != NULL, "%u: %s", i, error != NULL ? error->message : "");
      assert_text (document, "甲", 3);
      /* How the XML was written says nothing about the text's file. */
      ck_assert_ptr_null (lectern_document_get_encoding (document));
      ck_assert (!lectern_document_get_bom (document));
    }
}
END_TEST

START_TEST (the_format_shows_in_the_first_characters)
{
  static const struct
  {
    const char *data;
    gboolean is_xml;
  } rows[] = {
    { "<speech xmlns='urn:lectern:speech:1'/>", TRUE },
    { " \n<speech\nxmlns='urn:lectern:speech:1'/>", TRUE },
    { "\xef\xbb\xbf<speech xmlns='urn:lectern:speech:1'></speech>", TRUE },
    { "<!-- a --><?b c?>\n<l:speech xmlns:l='urn:lectern:speech:1'/>", TRUE },
    { "<!DOCTYPE speech><speech xmlns='urn:lectern:speech:1'/>", TRUE },
    { "<?xml version='1.0'?><speech xmlns='urn:lectern:speech:1'/>", TRUE },
    { "<speeches>", FALSE },
    { "<讲话>", FALSE },
    { "<", FALSE },
    { "<a:speec", FALSE },
    { "<!-- speech", FALSE },
    { "<?xmlish?>", FALSE },
    { "甲<speech/>", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].data, strlen (rows[i].data));
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternDocument) document
          = lectern_document_new_from_bytes (bytes, NULL, NULL, &error);
      g_autoptr (GBytes) text = NULL;

      ck_assert_msg (document != NULL, "%s: %s", rows[i].data, error != NULL ? error->message : "");
      text = lectern_document_to_text (document);
      ck_assert_msg ((g_bytes_get_size (text) == 0) == (rows[i].is_xml || rows[i].data[0] == '\0'),
                     "%s", rows[i].data);
    }
}
END_TEST

START_TEST (a_format_that_is_given_is_kept_to)
{
  static const char xml[] = "<speech xmlns='urn:lectern:speech:1'/>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GBytes) text = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (LecternDocument) as_text = lectern_document_new_from_text (bytes, NULL);
  g_autoptr (GError) error = NULL;

  assert_text (as_text, xml, strlen (xml));
  ck_assert_ptr_null (lectern_document_new_from_xml (text, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_XML));
}
END_TEST

START_TEST (nul_is_text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("甲\0乙\n\0", 9);
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  g_autoptr (LecternDocument) again = lectern_document_new_from_xml (xml, NULL);

  assert_text (document, "甲\0乙\n\0", 9);
  assert_text (again, "甲\0乙\n\0", 9);
}
END_TEST

START_TEST (too_many_bytes_are_an_error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) stream_error = NULL;
  g_autoptr (LecternDocument) document = NULL;

  lectern_read_options_set_max_bytes (options, strlen (TEXT) - 1);
  ck_assert_ptr_null (lectern_document_new_from_bytes (bytes, options, NULL, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
  ck_assert_ptr_null (lectern_document_new_from_stream (stream, options, NULL, &stream_error));
  ck_assert (g_error_matches (stream_error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
  lectern_read_options_set_max_bytes (options, strlen (TEXT));
  document = lectern_document_new_from_bytes (bytes, options, NULL, NULL);
  ck_assert_ptr_nonnull (document);
}
END_TEST

RUN_SUITE ("encoding", a_mark_says_the_encoding, the_options_say_the_encoding,
           gb18030_is_guessed_with_a_note, utf8_needs_no_note,
           what_is_not_in_the_encoding_is_an_error_with_its_byte,
           a_mistake_in_utf8_is_not_taken_for_gb18030, an_unknown_encoding_is_an_error,
           bytes_that_cannot_be_written_again_are_noted, an_xml_declaration_says_the_encoding,
           the_format_shows_in_the_first_characters, a_format_that_is_given_is_kept_to, nul_is_text,
           too_many_bytes_are_an_error)
