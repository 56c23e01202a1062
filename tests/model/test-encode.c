/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "model/trees.h"

static LecternDocument *
make_document (const char *encoding, gboolean bom)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("同志们：\n", 13);
  g_autoptr (LecternSource) source = lectern_source_new (text, NULL);
  g_autoptr (LecternBuilder) builder = _lectern_builder_new_for_source (source, "zh-Hans");

  _lectern_builder_set_origin (builder, encoding, bom, NULL);
  return lectern_builder_finish (builder, NULL);
}

static void
expect_bytes (GBytes *bytes, const char *expected, gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  ck_assert_uint_eq (size, length);
  ck_assert_mem_eq (data, expected, length);
}

#define EXPECT(document, input, encoding, output)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GBytes) in = g_bytes_new_static (input, sizeof (input) - 1);                        \
    g_autoptr (GBytes) out = lectern_document_encode (document, in, encoding, NULL);               \
                                                                                                   \
    ck_assert_ptr_nonnull (out);                                                                   \
    expect_bytes (out, output, sizeof (output) - 1);                                               \
  }                                                                                                \
  G_STMT_END

START_TEST (a_text_goes_out_as_it_came_in)
{
  g_autoptr (LecternDocument) plain = make_document (NULL, FALSE);
  g_autoptr (LecternDocument) marked = make_document (NULL, TRUE);
  g_autoptr (LecternDocument) chinese = make_document ("GB18030", FALSE);
  g_autoptr (LecternDocument) wide = make_document ("UTF-16BE", TRUE);

  EXPECT (plain, "a\0同", NULL, "a\0同");
  EXPECT (marked, "a\0同", NULL,
          "\xef\xbb\xbf"
          "a\0同");
  EXPECT (chinese, "a\0同𠀀", NULL, "a\0\xcd\xac\x95\x32\x82\x36");
  EXPECT (wide, "a\0同𠀀", NULL, "\xfe\xff\0a\0\0\x54\x0c\xd8\x40\xdc\x00");
  EXPECT (marked, "", NULL, "\xef\xbb\xbf");
  EXPECT (chinese, "", NULL, "");
}
END_TEST

START_TEST (another_encoding_can_be_asked_for)
{
  g_autoptr (LecternDocument) marked = make_document (NULL, TRUE);

  EXPECT (marked, "a同", "UTF-8", "a同");
  EXPECT (marked, "a同", "GBK", "a\xcd\xac");
  EXPECT (marked, "a", "UTF-16",
          "\xff\xfe"
          "a\0");
  EXPECT (marked, "a", "UTF-16LE", "a\0");
}
END_TEST

START_TEST (a_character_that_an_encoding_lacks_is_named_with_its_place)
{
  g_autoptr (LecternDocument) document = make_document ("GB2312", FALSE);
  g_autoptr (GBytes) text = g_bytes_new_static ("同志\n们🏛", 14);
  g_autoptr (GError) error = NULL;
  LecternPosition position;

  ck_assert_ptr_null (lectern_document_encode (document, text, NULL, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_ENCODING));
  ck_assert (lectern_error_get_position (error, &position));
  ck_assert_uint_eq (position.offset, 10);
  ck_assert_uint_eq (position.line, 2);
  ck_assert_uint_eq (position.column, 2);
  ck_assert_str_eq (error->message, "2:2: GB2312 has no U+1F3DB");
}
END_TEST

START_TEST (an_unknown_encoding_is_an_error)
{
  g_autoptr (LecternDocument) document = make_document (NULL, FALSE);
  g_autoptr (GBytes) text = g_bytes_new_static ("a", 1);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (lectern_document_encode (document, text, "no-such-code", &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_ENCODING));
}
END_TEST

START_TEST (a_long_text_is_converted_whole)
{
  g_autoptr (LecternDocument) document = make_document ("GB18030", FALSE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) in = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autofree char *back = NULL;
  gsize length;
  gsize size;

  for (guint i = 0; i < 20000; i++)
    g_string_append_unichar (text, 0x4e00 + i % 5000);
  in = g_bytes_new (text->str, text->len);
  out = lectern_document_encode (document, in, NULL, NULL);
  back = g_convert (g_bytes_get_data (out, &size), g_bytes_get_size (out), "UTF-8", "GB18030", NULL,
                    &length, NULL);
  ck_assert_uint_eq (length, text->len);
  ck_assert_mem_eq (back, text->str, length);
}
END_TEST

RUN_SUITE ("encode", a_text_goes_out_as_it_came_in, another_encoding_can_be_asked_for,
           a_character_that_an_encoding_lacks_is_named_with_its_place,
           an_unknown_encoding_is_an_error, a_long_text_is_converted_whole)
