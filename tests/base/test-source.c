/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>
#include <string.h>

static LecternSource *
make_source (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return lectern_source_new (bytes, NULL);
}

#define SOURCE(literal) make_source (literal, sizeof (literal) - 1)

START_TEST (lines_end_with_lf_crlf_or_cr_and_nothing_else)
{
  g_autoptr (LecternSource) source = SOURCE ("甲\n乙\r\n丙\r丁\v\f\xc2\x85\xe2\x80\xa8 戊\n");
  LecternSpan span;

  ck_assert_uint_eq (lectern_source_get_n_lines (source), 5);
  ck_assert (lectern_source_get_line (source, 2, &span));
  ck_assert_uint_eq (span.start, 4);
  ck_assert_uint_eq (span.end, 7);
  ck_assert (lectern_source_get_line (source, 3, &span));
  ck_assert_uint_eq (span.start, 9);
  ck_assert_uint_eq (span.end, 12);
  ck_assert (lectern_source_get_line (source, 5, &span));
  ck_assert_uint_eq (span.start, span.end);
  ck_assert (!lectern_source_get_line (source, 6, &span));
  ck_assert (!lectern_source_get_line (source, 0, &span));
}
END_TEST

START_TEST (an_empty_text_has_one_line)
{
  g_autoptr (LecternSource) source = SOURCE ("");
  LecternPosition position;

  ck_assert_uint_eq (lectern_source_get_n_lines (source), 1);
  lectern_source_get_position (source, 99, &position);
  ck_assert_uint_eq (position.offset, 0);
  ck_assert_uint_eq (position.line, 1);
  ck_assert_uint_eq (position.column, 1);
  ck_assert_uint_eq (position.column_utf16, 1);
  ck_assert_uint_eq (lectern_source_get_offset (source, 7, 7), 0);
}
END_TEST

START_TEST (columns_count_characters_and_utf16_units)
{
  g_autoptr (LecternSource) source = SOURCE ("同志\n𠀀讲🏛话");
  LecternPosition position;

  lectern_source_get_position (source, strlen ("同志\n𠀀讲🏛"), &position);
  ck_assert_uint_eq (position.line, 2);
  ck_assert_uint_eq (position.column, 4);
  ck_assert_uint_eq (position.column_utf16, 6);
  lectern_source_get_position (source, strlen ("同志\n𠀀讲🏛") - 1, &position);
  ck_assert_uint_eq (position.offset, strlen ("同志\n𠀀讲"));
  ck_assert_uint_eq (position.column, 3);
}
END_TEST

START_TEST (text_that_is_not_utf8_is_refused_with_its_place)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("同志\n们\xff！", 14);
  g_autoptr (GError) error = NULL;
  LecternPosition position;

  ck_assert_ptr_null (lectern_source_new (bytes, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_ENCODING));
  ck_assert (lectern_error_get_position (error, &position));
  ck_assert_uint_eq (position.offset, 10);
  ck_assert_uint_eq (position.line, 2);
  ck_assert_uint_eq (position.column, 2);
}
END_TEST

/* A long text of all widths with few line ends, and what walking over it gives. */
static GString *
make_long_text (GRand *random)
{
  static const char *const pieces[] = { "a", "é", "讲", "🏛", "\r\n", "\r", "\n" };
  GString *text = g_string_new (NULL);

  while (text->len < 20000)
    {
      guint n = g_rand_int_range (random, 0, 300);

      g_string_append (text, pieces[n < G_N_ELEMENTS (pieces) ? n : n % 4]);
    }
  return text;
}

static void
expect_place (LecternSource *source, gsize offset, guint line, guint column, guint utf16,
              gsize all_utf16)
{
  LecternPosition position;

  lectern_source_get_position (source, offset, &position);
  ck_assert_uint_eq (position.offset, offset);
  ck_assert_uint_eq (position.line, line);
  ck_assert_uint_eq (position.column, column);
  ck_assert_uint_eq (position.column_utf16, utf16);
  ck_assert_uint_eq (lectern_source_offset_to_utf16 (source, offset), all_utf16);
  ck_assert_uint_eq (lectern_source_utf16_to_offset (source, all_utf16), offset);
}

START_TEST (every_place_of_a_long_text_is_found_both_ways)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GString *text = make_long_text (random);
  g_autoptr (LecternSource) source = make_source (text->str, text->len);
  guint line = 1;
  guint column = 1;
  guint utf16 = 1;
  gsize all_utf16 = 0;

  for (const char *at = text->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean wide = g_utf8_get_char (at) > 0xffff;

      expect_place (source, at - text->str, line, column, utf16, all_utf16);
      if (!(*at == '\n' && at > text->str && at[-1] == '\r'))
        ck_assert_uint_eq (lectern_source_get_offset (source, line, column), at - text->str);
      if (wide)
        ck_assert_uint_eq (lectern_source_utf16_to_offset (source, all_utf16 + 1), at - text->str);
      all_utf16 += wide ? 2 : 1;
      column++;
      utf16 += wide ? 2 : 1;
      if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
        {
          line++;
          column = utf16 = 1;
        }
    }
  expect_place (source, text->len, line, column, utf16, all_utf16);
  ck_assert_uint_eq (lectern_source_utf16_to_offset (source, all_utf16 + 5), text->len);
  ck_assert_uint_eq (lectern_source_get_n_lines (source), line);
  g_string_free (text, TRUE);
}
END_TEST

START_TEST (columns_beyond_the_line_stop_before_its_end)
{
  g_autoptr (LecternSource) source = SOURCE ("甲乙\r\n丙\n");

  ck_assert_uint_eq (lectern_source_get_offset (source, 1, 9), 6);
  ck_assert_uint_eq (lectern_source_get_offset (source, 1, 0), 0);
  ck_assert_uint_eq (lectern_source_get_offset (source, 2, 1), 8);
  ck_assert_uint_eq (lectern_source_get_offset (source, 99, 99), 12);
}
END_TEST

START_TEST (a_million_places_in_one_long_line_take_no_quadratic_time)
{
  g_autofree char *text = g_malloc (6000000);
  g_autoptr (LecternSource) source = NULL;
  LecternPosition position;

  for (gsize i = 0; i < 2000000; i++)
    memcpy (text + 3 * i, "讲", 3);
  source = make_source (text, 6000000);
  for (gsize i = 0; i < 1000000; i++)
    {
      lectern_source_get_position (source, 6 * i, &position);
      ck_assert (position.column == 2 * i + 1);
    }
}
END_TEST

static gpointer
ask_from_thread (gpointer source)
{
  LecternPosition position;

  lectern_source_get_position (source, 19000, &position);
  return GSIZE_TO_POINTER (lectern_source_offset_to_utf16 (source, 19000) + position.line);
}

START_TEST (threads_that_ask_at_once_get_the_same_answer)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  GString *text = make_long_text (random);

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (LecternSource) source = make_source (text->str, text->len);
      GThread *threads[4];
      gpointer answer = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("ask", ask_from_thread, source);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          gpointer this_answer = g_thread_join (threads[i]);

          ck_assert (i == 0 || answer == this_answer);
          answer = this_answer;
        }
    }
  g_string_free (text, TRUE);
}
END_TEST

START_TEST (the_text_is_not_copied_and_lives_with_the_source)
{
  GBytes *bytes = g_bytes_new ("a\0b", 3);
  LecternSource *source = lectern_source_new (bytes, NULL);
  LecternSource *second = g_boxed_copy (LECTERN_TYPE_SOURCE, source);

  ck_assert_ptr_eq (lectern_source_get_bytes (source), bytes);
  g_bytes_unref (bytes);
  lectern_source_unref (source);
  ck_assert_uint_eq (g_bytes_get_size (lectern_source_get_bytes (second)), 3);
  g_boxed_free (LECTERN_TYPE_SOURCE, second);
}
END_TEST

START_TEST (spans_and_positions_are_copied_by_value)
{
  LecternSpan span = { 3, 9 };
  LecternPosition position = { 1, 2, 3, 4 };
  LecternSpan *other = g_boxed_copy (LECTERN_TYPE_SPAN, &span);
  LecternPosition *place = g_boxed_copy (LECTERN_TYPE_POSITION, &position);

  ck_assert_ptr_ne (other, &span);
  ck_assert_uint_eq (other->end, 9);
  ck_assert_uint_eq (place->column_utf16, 4);
  g_boxed_free (LECTERN_TYPE_SPAN, other);
  g_boxed_free (LECTERN_TYPE_POSITION, place);
}
END_TEST

RUN_SUITE ("source", lines_end_with_lf_crlf_or_cr_and_nothing_else, an_empty_text_has_one_line,
           columns_count_characters_and_utf16_units,
           text_that_is_not_utf8_is_refused_with_its_place,
           every_place_of_a_long_text_is_found_both_ways,
           columns_beyond_the_line_stop_before_its_end,
           a_million_places_in_one_long_line_take_no_quadratic_time,
           threads_that_ask_at_once_get_the_same_answer,
           the_text_is_not_copied_and_lives_with_the_source,
           spans_and_positions_are_copied_by_value)
