/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <stdlib.h>
#include <string.h>

#include "language/lectern-numbering-private.h"

/* A spelling, its markers of positions 1, 2, …, its form and its limit. */
static const struct
{
  const char *string;
  const char *markers[5];
  const char *form;
  guint limit;
} numberings[] = {
  { "一是", { "一是", "二是", "三是" }, "#是", G_MAXUINT },
  { "一要", { "一要", "二要" }, "#要", G_MAXUINT },
  { "一、", { "一、", "二、", "三、" }, "simp-chinese-informal", G_MAXUINT },
  { "一，", { "一，", "二，" }, "simp-chinese-informal", G_MAXUINT },
  { "一", { "一", "二" }, "simp-chinese-informal", G_MAXUINT },
  { "壹、", { "壹、", "贰、", "叁、" }, "simp-chinese-formal", G_MAXUINT },
  { "（一）", { "（一）", "（二）" }, "(simp-chinese-informal)", G_MAXUINT },
  { "(一)", { "(一)", "(二)" }, "(simp-chinese-informal)", G_MAXUINT },
  { "（一)", { "（一)", "（二)" }, "(simp-chinese-informal)", G_MAXUINT },
  { "㈠", { "㈠", "㈡" }, "(simp-chinese-informal)", 10 },
  { "㊀", { "㊀", "㊁" }, "circled-cjk", 10 },
  { "1.", { "1.", "2." }, "decimal", G_MAXUINT },
  { "1、", { "1、", "2、" }, "decimal", G_MAXUINT },
  { "１．", { "１．", "２．" }, "decimal", G_MAXUINT },
  { "⒈", { "⒈", "⒉" }, "decimal", 20 },
  { "(1)", { "(1)", "(2)" }, "(decimal)", G_MAXUINT },
  { "（1）", { "（1）", "（2）" }, "(decimal)", G_MAXUINT },
  { "⑴", { "⑴", "⑵" }, "(decimal)", 20 },
  { "1）", { "1）", "2）" }, "decimal)", G_MAXUINT },
  { "1)", { "1)", "2)" }, "decimal)", G_MAXUINT },
  { "①", { "①", "②" }, "circled-decimal", 50 },
  { "3.1", { "3.1", "3.2" }, "#.#", G_MAXUINT },
  { "第一，", { "第一，", "第二，" }, "第#", G_MAXUINT },
  { "第一章", { "第一章", "第二章" }, "第#章", G_MAXUINT },
  { "第一部分", { "第一部分", "第二部分" }, "第#部分", G_MAXUINT },
  { "第1条", { "第1条", "第2条" }, "第#条", G_MAXUINT },
  { "第一个方面", { "第一个方面", "第二个方面" }, "第#个方面", G_MAXUINT },
  { "第一个假设：", { "第一个假设：", "第二个假设：" }, "第#个假设", G_MAXUINT },
  { "其一，", { "其一，", "其二，" }, "其#", G_MAXUINT },
  { "一来", { "一来", "二来" }, "#来", G_MAXUINT },
  { "一则", { "一则", "二则" }, "#则", G_MAXUINT },
  { "首先，", { "首先，", "其次，", "再次，", "最后，" }, "首先", 4 },
  { "首先", { "首先", "其次", "再次", "最后" }, "首先", 4 },
  { "一方面", { "一方面", "另一方面" }, "一方面", 2 },
  { "一个是", { "一个是", "另一个是", "还有一个是" }, "一个是", 3 },
  { "甲、", { "甲、", "乙、" }, "cjk-heavenly-stem", 10 },
  { "子、", { "子、", "丑、" }, "cjk-earthly-branch", 12 },
  { "I.", { "I.", "II.", "III.", "IV." }, "upper-roman", 3999 },
  { "i.", { "i.", "ii." }, "lower-roman", 3999 },
  { "Ⅰ、", { "Ⅰ、", "Ⅱ、" }, "upper-roman", 12 },
  { "a.", { "a.", "b." }, "lower-alpha", G_MAXUINT },
  { "(A)", { "(A)", "(B)" }, "(upper-alpha)", G_MAXUINT },
  { "Part I", { "Part I", "Part II" }, "Part#", 3999 },
  { "First, ", { "First, ", "Second, ", "Third, " }, "first", 12 },
  { "first,", { "first,", "second,", "third," }, "first", 12 },
  { "Firstly, ", { "Firstly, ", "Secondly, " }, "firstly", 12 },
  { "On the one hand, ", { "On the one hand, ", "On the other hand, " }, "on the one hand", 2 },
  { "第一に、", { "第一に、", "第二に、" }, "第#に", G_MAXUINT },
  { "一つは", { "一つは", "もう一つは" }, "一つは", 2 },
  { "まず、", { "まず、", "次に、", "最後に、" }, "まず", 3 },
  { "첫째, ", { "첫째, ", "둘째, ", "셋째, " }, "첫째", 12 },
  { "하나, ", { "하나, ", "둘, " }, "하나", 12 },
  { "제1조", { "제1조", "제2조" }, "제#조", G_MAXUINT },
  { "가.", { "가.", "나.", "다." }, "hangul", 14 },
  /* where the default reading is not meant */
  { "一方面~一方面", { "一方面", "一方面", "一方面" }, "一方面", G_MAXUINT },
  { "一是~一是", { "一是", "一是" }, "一是", G_MAXUINT },
  { "一个~另一个", { "一个", "另一个" }, "一个", 2 },
  { "壹、~貳、", { "壹、", "貳、", "參、" }, "simp-chinese-formal", G_MAXUINT },
  { "首先，~最後，", { "首先，", "其次，", "再次，", "最後，" }, "首先", 4 },
  { "一方面，~同时，", { "一方面，", "同时，" }, "一方面", 2 },
  { "春~夏~秋", { "春", "夏", "秋" }, "春", 3 },
  { "一是~二是~", { "一是", "二是" }, "一是", 2 },
  { "a\\~1", { "a~1", "a~2" }, "a~#", G_MAXUINT },
};

static void
check_numbering (guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternNumbering) self
      = lectern_numbering_new_from_string (numberings[i].string, &error);
  g_autofree char *form = NULL;
  g_autofree char *string = NULL;

  ck_assert_msg (self != NULL, "%s: %s", numberings[i].string, error ? error->message : "");
  for (guint n = 1; n <= 5 && numberings[i].markers[n - 1] != NULL; n++)
    {
      g_autofree char *marker = lectern_numbering_dup_marker (self, n, NULL);
      guint number = 99;

      ck_assert_str_eq (marker, numberings[i].markers[n - 1]);
      ck_assert (lectern_numbering_parse_marker (self, marker, &number));
      if (strcmp (numberings[i].markers[0], numberings[i].markers[1]) != 0)
        ck_assert_uint_eq (number, n);
      else
        ck_assert_uint_eq (number, 0);
    }
  form = lectern_numbering_dup_form (self);
  ck_assert_str_eq (form, numberings[i].form);
  string = lectern_numbering_to_string (self);
  ck_assert_str_eq (string, numberings[i].string);
  ck_assert_uint_eq (lectern_numbering_get_limit (self), numberings[i].limit);
}

START_TEST (a_spelling_gives_markers_form_and_itself_again)
{
  for (guint i = 0; i < G_N_ELEMENTS (numberings); i++)
    check_numbering (i);
}
END_TEST

/* The contents of the backticks of a row of the chapter's first table: spelling, markers, form. */
static void
check_row (const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, "`", -1);
  guint n = g_strv_length (cells);
  const char *last;
  g_autoptr (LecternNumbering) self = lectern_numbering_new_from_string (cells[1], NULL);
  g_autofree char *string = lectern_numbering_to_string (self);
  g_autofree char *form = lectern_numbering_dup_form (self);
  guint limit = lectern_numbering_get_limit (self);

  ck_assert_str_eq (string, cells[1]);
  for (guint i = 3; i + 2 < n - 1; i += 2)
    {
      g_autofree char *marker = lectern_numbering_dup_marker (self, i / 2, NULL);

      ck_assert_str_eq (marker, cells[i]);
    }
  ck_assert_str_eq (form, cells[n - 2]);
  *strrchr (cells[n - 1], ' ') = '\0';
  last = strrchr (cells[n - 1], ' ') + 1;
  ck_assert_uint_eq (limit, strcmp (last, "–") == 0 ? G_MAXUINT : (guint)atoi (last));
}

START_TEST (the_table_of_the_chapter_holds)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  ck_assert (g_file_get_contents (CHAPTER, &text, NULL, NULL));
  *strstr (text, "## Reading a marker") = '\0';
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "| `"))
      {
        check_row (lines[i]);
        n++;
      }
  ck_assert_uint_ge (n, 30);
}
END_TEST

/* The style's name stands in backticks, the numbers of 1, 2, 10, 11 and 101 in the cells after it.
 */
static void
check_style (const char *row)
{
  static const guint values[] = { 1, 2, 10, 11, 101 };
  g_auto (GStrv) cells = g_strsplit (row, "|", -1);
  const char *name = g_strstrip (g_strdelimit (cells[1], "`", ' '));
  LecternNumeralStyle style = _lectern_numeral_style_from_name (name);

  ck_assert_msg (style != LECTERN_NUMERAL_NONE, "%s", name);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = _lectern_numeral_format (style, values[i]);

      ck_assert_str_eq (text != NULL ? text : "", g_strstrip (cells[i + 2]));
    }
}

START_TEST (the_chapter_shows_every_style)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  ck_assert (g_file_get_contents (CHAPTER, &text, NULL, NULL));
  lines = g_strsplit (strstr (text, "## Counter styles"), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "| `"))
      {
        check_style (lines[i]);
        n++;
      }
  ck_assert_uint_eq (n, LECTERN_NUMERAL_WORDS - LECTERN_NUMERAL_DECIMAL);
}
END_TEST

START_TEST (a_marker_of_any_position_gives_the_numbering)
{
  static const char *const pairs[][2] = {
    { "三是", "一是" },
    { "第二，", "第一，" },
    { "其次，", "首先，" },
    { "最后，", "首先，" },
    { "最後，", "首先，~最後，" },
    { "另一方面", "一方面" },
    { "（十二）", "（一）" },
    { "⑺", "⑴" },
    { "iv.", "i." },
    { "C.", "A." },
    { "V.", "I." },
    { "Third, ", "First, " },
    { "SECOND,", "FIRST," },
    { "둘째, ", "첫째, " },
    { "2.3", "2.1" },
    { "一百零一条", "一条" },
    { "丙、", "甲、" },
    { "もう一つは", "一つは" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (LecternNumbering) self = lectern_numbering_new_from_marker (pairs[i][0], NULL);
      g_autofree char *string = lectern_numbering_to_string (self);

      ck_assert_str_eq (string, pairs[i][1]);
    }
}
END_TEST

START_TEST (the_second_marker_decides_where_the_first_does_not)
{
  static const char *const rows[][3] = {
    { "第一个", "第二个", "第一个" },
    { "一个是", "另一个是", "一个是" },
    { "一方面，", "一方面，", "一方面，~一方面，" },
    { "C.", "D.", "A." },
    { "C.", "CI.", "I." },
    { "H.", "I.", "A." },
    { "I.", "J.", "A." },
    { "I.", "II.", "I." },
    { "十、", "一一、", "一、" },
    { "一、", "一〇、", "一、~一〇、" },
    { "首先，", "然后，", "首先，" },
    { "第一，", "第二、", "第一，" },
    { "二、", "五、", "一、" },
    { "这是其一，", "这是其二，", "这是其一，" },
    { "一看桥", "二看桥", "一看桥" },
    { "一看桥", "二看路", "一看桥~二看路" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternNumbering) self
          = lectern_numbering_new_from_markers (rows[i][0], rows[i][1], NULL);
      g_autofree char *string = lectern_numbering_to_string (self);

      ck_assert_str_eq (string, rows[i][2]);
    }
}
END_TEST

START_TEST (parts_make_exactly_that_numbering)
{
  g_autoptr (LecternNumbering) self
      = lectern_numbering_new (LECTERN_COUNTER_CJK_DECIMAL, "第", "号：");
  g_autofree char *marker = lectern_numbering_dup_marker (self, 10, NULL);
  g_autofree char *string = lectern_numbering_to_string (self);

  ck_assert_str_eq (marker, "第一〇号：");
  ck_assert_str_eq (lectern_numbering_get_style (self), LECTERN_COUNTER_CJK_DECIMAL);
  ck_assert_str_eq (lectern_numbering_get_prefix (self), "第");
  ck_assert_str_eq (lectern_numbering_get_suffix (self), "号：");
  ck_assert_str_eq (string, "第一号：~第一〇号：");
  ck_assert_ptr_null (lectern_numbering_new ("runes", "", ""));
  ck_assert_ptr_null (lectern_numbering_new (LECTERN_COUNTER_WORDS, "", ""));
}
END_TEST

START_TEST (any_style_with_common_affixes_survives_its_spelling)
{
  static const char *const affixes[][2] = { { "", "、" }, { "（", "）" }, { "第", "，" },
                                            { "", "是" }, { "~", "." },   { "\\", "\\~" } };

  for (guint style = LECTERN_NUMERAL_DECIMAL; style < LECTERN_NUMERAL_WORDS; style++)
    for (guint i = 0; i < G_N_ELEMENTS (affixes); i++)
      {
        g_autoptr (LecternNumbering) self = lectern_numbering_new (
            _lectern_numeral_style_get_name (style), affixes[i][0], affixes[i][1]);
        g_autofree char *string = lectern_numbering_to_string (self);
        g_autoptr (LecternNumbering) again = lectern_numbering_new_from_string (string, NULL);

        ck_assert_ptr_nonnull (again);
        ck_assert_msg (lectern_numbering_equal (self, again), "%s", string);
        ck_assert_uint_eq (lectern_numbering_hash (self), lectern_numbering_hash (again));
      }
}
END_TEST

START_TEST (word_lists_of_any_length_survive_their_spelling)
{
  static const char *const words[] = { "开头|", "中~间", "一是", "末尾" };

  for (guint n = 1; n <= G_N_ELEMENTS (words); n++)
    {
      const char *list[G_N_ELEMENTS (words) + 1] = { NULL };
      g_autoptr (LecternNumbering) self = NULL;
      g_autoptr (LecternNumbering) again = NULL;
      g_autofree char *string = NULL;

      memcpy (list, words, n * sizeof *words);
      self = lectern_numbering_new_words (list, "", "，");
      string = lectern_numbering_to_string (self);
      again = lectern_numbering_new_from_string (string, NULL);
      ck_assert_ptr_nonnull (again);
      ck_assert_msg (lectern_numbering_equal (self, again), "%s", string);
      ck_assert_uint_eq (lectern_numbering_get_limit (again), n);
    }
}
END_TEST

static void
assert_no_marker (const char *string, guint ordinal)
{
  g_autoptr (LecternNumbering) self = lectern_numbering_new_from_string (string, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (lectern_numbering_dup_marker (self, ordinal, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_NUMBERING));
}

START_TEST (where_words_or_characters_end_there_is_an_error)
{
  assert_no_marker ("首先，", 9);
  assert_no_marker ("⑴", 21);
  assert_no_marker ("甲、", 11);
  assert_no_marker ("I.", 4000);
  assert_no_marker ("一方面", 3);
  assert_no_marker ("一、", 0);
  assert_no_marker ("首先，", 0);
  assert_no_marker ("一是~一是", 0);
}
END_TEST

START_TEST (what_bears_no_number_is_an_error)
{
  static const char *const wrong[] = { "统筹", "", "X是", "Step", "第X，", "甲方", "~", "~二是" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_msg (lectern_numbering_new_from_string (wrong[i], &error) == NULL, "%s", wrong[i]);
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_NUMBERING));
    }
  ck_assert_ptr_null (lectern_numbering_new_from_marker ("\xff一是", NULL));
  ck_assert_ptr_null (lectern_numbering_new_from_markers ("一是", "", NULL));
}
END_TEST

/* TRUE with the number where the marker is one of the numbering. */
static int
number_of (const char *string, const char *marker)
{
  g_autoptr (LecternNumbering) self = lectern_numbering_new_from_string (string, NULL);
  guint number = 0;

  return lectern_numbering_parse_marker (self, marker, &number) ? (int)number : -1;
}

START_TEST (a_marker_is_read_for_its_form_not_its_mark)
{
  ck_assert_int_eq (number_of ("第一，", "第三、"), 3);
  ck_assert_int_eq (number_of ("第一，", "第十二"), 12);
  ck_assert_int_eq (number_of ("（一）", "(四)"), 4);
  ck_assert_int_eq (number_of ("1.", "２．"), 2);
  ck_assert_int_eq (number_of ("1.", "2"), 2);
  ck_assert_int_eq (number_of ("一是", "二是，"), 2);
  ck_assert_int_eq (number_of ("首先，", "再者，"), 3);
  ck_assert_int_eq (number_of ("First, ", "third,"), 3);
}
END_TEST

START_TEST (a_marker_of_another_form_is_not_read)
{
  ck_assert_int_eq (number_of ("第一，", "二，"), -1);
  ck_assert_int_eq (number_of ("一是", "二要"), -1);
  ck_assert_int_eq (number_of ("（一）", "二"), -1);
  ck_assert_int_eq (number_of ("一、", "（二）"), -1);
  ck_assert_int_eq (number_of ("1.", "二."), -1);
  ck_assert_int_eq (number_of ("一、", "壹、"), -1);
  ck_assert_int_eq (number_of ("首先，", "第三，"), -1);
  ck_assert_int_eq (number_of ("第一，", ""), -1);
  ck_assert_int_eq (number_of ("第一，", "第"), -1);
  ck_assert_int_eq (number_of ("一是", "一三五十是"), -1);
}
END_TEST

START_TEST (the_last_of_the_members_takes_the_last_word)
{
  static const char *const expected[] = { "首先，", "其次，", "最后，" };
  g_autoptr (LecternNumbering) self = lectern_numbering_new_from_string ("首先，", NULL);
  g_autoptr (LecternNumbering) numbers = lectern_numbering_new_from_string ("一是", NULL);
  g_autofree char *two = _lectern_numbering_dup_marker_of (self, 2, 2, NULL);
  g_autofree char *three = _lectern_numbering_dup_marker_of (numbers, 3, 3, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *marker = _lectern_numbering_dup_marker_of (self, i + 1, 3, NULL);

      ck_assert_str_eq (marker, expected[i]);
    }
  ck_assert_str_eq (two, "其次，");
  ck_assert_str_eq (three, "三是");
}
END_TEST

START_TEST (words_of_the_language_of_the_text_go_first)
{
  const LecternLanguage *hant = _lectern_language_lookup ("zh-Hant");
  g_autoptr (LecternNumbering) self = _lectern_numbering_new_from_marker (hant, "首先，", NULL);
  g_autofree char *last = lectern_numbering_dup_marker (self, 4, NULL);

  ck_assert_str_eq (last, "最後，");
}
END_TEST

START_TEST (equal_means_the_same_markers)
{
  g_autoptr (LecternNumbering) a = lectern_numbering_new (LECTERN_COUNTER_DECIMAL, "", ".");
  g_autoptr (LecternNumbering) b = lectern_numbering_new_from_marker ("7.", NULL);
  g_autoptr (LecternNumbering) c = lectern_numbering_new_from_marker ("7、", NULL);
  g_autoptr (LecternNumbering) repeated = lectern_numbering_new_from_string ("一是~一是", NULL);
  g_autoptr (LecternNumbering) once = lectern_numbering_new_from_string ("一是~", NULL);
  LecternNumbering *same = lectern_numbering_ref (a);

  ck_assert (lectern_numbering_equal (a, b));
  ck_assert (lectern_numbering_equal (a, same));
  ck_assert_uint_eq (lectern_numbering_hash (a), lectern_numbering_hash (b));
  ck_assert (!lectern_numbering_equal (a, c));
  ck_assert (!lectern_numbering_equal (repeated, once));
  ck_assert (!lectern_numbering_equal (a, repeated));
  lectern_numbering_unref (same);
}
END_TEST

RUN_SUITE ("numbering", the_table_of_the_chapter_holds, the_chapter_shows_every_style,
           a_spelling_gives_markers_form_and_itself_again,
           a_marker_of_any_position_gives_the_numbering,
           the_second_marker_decides_where_the_first_does_not, parts_make_exactly_that_numbering,
           any_style_with_common_affixes_survives_its_spelling,
           word_lists_of_any_length_survive_their_spelling,
           where_words_or_characters_end_there_is_an_error, what_bears_no_number_is_an_error,
           a_marker_is_read_for_its_form_not_its_mark, a_marker_of_another_form_is_not_read,
           the_last_of_the_members_takes_the_last_word, words_of_the_language_of_the_text_go_first,
           equal_means_the_same_markers)
