/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <string.h>

#include "language/lectern-numerals-private.h"

#define STYLE(name) LECTERN_NUMERAL_##name

static gsize
parse (const char *text, guint *value, LecternNumeralStyle *style)
{
  *value = G_MAXUINT;
  return _lectern_numeral_parse (text, strlen (text), value, style);
}

/* The expected spellings were compared with ICU 72's rule-based number format, which writes the
 * same but for 拾 without 壹 and no 零 after 亿. */
static const struct
{
  LecternNumeralStyle style;
  guint value;
  const char *text;
} spellings[] = {
  { STYLE (DECIMAL), 0, "0" },
  { STYLE (DECIMAL), 4294967295u, "4294967295" },
  { STYLE (FULLWIDTH_DECIMAL), 120, "１２０" },
  { STYLE (CIRCLED_DECIMAL), 20, "⑳" },
  { STYLE (CIRCLED_DECIMAL), 21, "㉑" },
  { STYLE (CIRCLED_DECIMAL), 35, "㉟" },
  { STYLE (CIRCLED_DECIMAL), 36, "㊱" },
  { STYLE (CIRCLED_DECIMAL), 50, "㊿" },
  { STYLE (PARENTHESIZED_DECIMAL), 20, "⒇" },
  { STYLE (FULL_STOP_DECIMAL), 20, "⒛" },
  { STYLE (CJK_DECIMAL), 0, "〇" },
  { STYLE (CJK_DECIMAL), 101, "一〇一" },
  { STYLE (CJK_DECIMAL), 2025, "二〇二五" },
  { STYLE (SIMP_CHINESE_INFORMAL), 0, "零" },
  { STYLE (SIMP_CHINESE_INFORMAL), 10, "十" },
  { STYLE (SIMP_CHINESE_INFORMAL), 11, "十一" },
  { STYLE (SIMP_CHINESE_INFORMAL), 20, "二十" },
  { STYLE (SIMP_CHINESE_INFORMAL), 101, "一百零一" },
  { STYLE (SIMP_CHINESE_INFORMAL), 110, "一百一十" },
  { STYLE (SIMP_CHINESE_INFORMAL), 111, "一百一十一" },
  { STYLE (SIMP_CHINESE_INFORMAL), 1001, "一千零一" },
  { STYLE (SIMP_CHINESE_INFORMAL), 1010, "一千零一十" },
  { STYLE (SIMP_CHINESE_INFORMAL), 1100, "一千一百" },
  { STYLE (SIMP_CHINESE_INFORMAL), 10001, "一万零一" },
  { STYLE (SIMP_CHINESE_INFORMAL), 110000, "十一万" },
  { STYLE (SIMP_CHINESE_INFORMAL), 1200500, "一百二十万零五百" },
  { STYLE (SIMP_CHINESE_INFORMAL), 100000001, "一亿零一" },
  { STYLE (SIMP_CHINESE_INFORMAL), 4294967295u, "四十二亿九千四百九十六万七千二百九十五" },
  { STYLE (SIMP_CHINESE_FORMAL), 10, "壹拾" },
  { STYLE (SIMP_CHINESE_FORMAL), 362, "叁佰陆拾贰" },
  { STYLE (TRAD_CHINESE_INFORMAL), 20003, "二萬零三" },
  { STYLE (TRAD_CHINESE_FORMAL), 362, "參佰陸拾貳" },
  { STYLE (PARENTHESIZED_CJK), 10, "㈩" },
  { STYLE (CIRCLED_CJK), 4, "㊃" },
  { STYLE (HEAVENLY_STEM), 10, "癸" },
  { STYLE (EARTHLY_BRANCH), 12, "亥" },
  { STYLE (LOWER_ALPHA), 26, "z" },
  { STYLE (LOWER_ALPHA), 27, "aa" },
  { STYLE (UPPER_ALPHA), 703, "AAA" },
  { STYLE (LOWER_ROMAN), 14, "xiv" },
  { STYLE (UPPER_ROMAN), 3999, "MMMCMXCIX" },
  { STYLE (FILLED_CIRCLED_DECIMAL), 11, "⓫" },
  { STYLE (FULLWIDTH_UPPER_ROMAN), 12, "Ⅻ" },
  { STYLE (HANGUL), 2, "나" },
};

START_TEST (numbers_are_written_as_the_style_says)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *text = _lectern_numeral_format (spellings[i].style, spellings[i].value);

      ck_assert_str_eq (text, spellings[i].text);
    }
}
END_TEST

START_TEST (beyond_its_limits_a_style_writes_nothing)
{
  for (guint i = STYLE (DECIMAL); i < STYLE (WORDS); i++)
    {
      guint limit = _lectern_numeral_style_get_limit (i);
      g_autofree char *last = _lectern_numeral_format (i, limit);

      ck_assert_ptr_nonnull (last);
      if (limit < G_MAXUINT)
        ck_assert_ptr_null (_lectern_numeral_format (i, limit + 1));
    }
  ck_assert_ptr_null (_lectern_numeral_format (STYLE (CIRCLED_DECIMAL), 0));
  ck_assert_ptr_null (_lectern_numeral_format (STYLE (LOWER_ALPHA), 0));
  ck_assert_ptr_null (_lectern_numeral_format (STYLE (UPPER_ROMAN), 0));
  ck_assert_ptr_null (_lectern_numeral_format (STYLE (WORDS), 1));
}
END_TEST

START_TEST (every_number_is_read_as_it_is_written)
{
  for (guint style = STYLE (DECIMAL); style < STYLE (WORDS); style++)
    {
      guint limit = _lectern_numeral_style_get_limit (style);

      for (guint n = 1; n <= limit && n < 4000000000u; n = n < 12000 ? n + 1 : n + n / 64)
        {
          g_autofree char *text = _lectern_numeral_format (style, n);
          guint value = 0;

          ck_assert_uint_eq (_lectern_numeral_parse_style (text, strlen (text), style, &value),
                             strlen (text));
          ck_assert_uint_eq (value, n);
        }
    }
}
END_TEST

START_TEST (names_of_styles_go_both_ways)
{
  for (guint i = STYLE (DECIMAL); i < LECTERN_N_NUMERALS; i++)
    ck_assert_uint_eq (_lectern_numeral_style_from_name (_lectern_numeral_style_get_name (i)), i);
  ck_assert_uint_eq (_lectern_numeral_style_from_name ("lower-latin"), STYLE (LOWER_ALPHA));
  ck_assert_uint_eq (_lectern_numeral_style_from_name ("dotted-decimal"),
                     STYLE (FULL_STOP_DECIMAL));
  ck_assert_uint_eq (_lectern_numeral_style_from_name ("klingon"), STYLE (NONE));
  ck_assert_ptr_null (_lectern_numeral_style_get_name (STYLE (NONE)));
}
END_TEST

/* What stands at the start of a text, and how much of it is the number. */
static const struct
{
  const char *text;
  const char *number; /* "" for none */
  guint value;
  LecternNumeralStyle style;
} readings[] = {
  { "一是", "一", 1, STYLE (SIMP_CHINESE_INFORMAL) },
  { "九十九条", "九十九", 99, STYLE (SIMP_CHINESE_INFORMAL) },
  { "一百零三条", "一百零三", 103, STYLE (SIMP_CHINESE_INFORMAL) },
  { "一百十五", "一百十五", 115, STYLE (SIMP_CHINESE_INFORMAL) },
  { "二百五", "二百五", 250, STYLE (SIMP_CHINESE_INFORMAL) },
  { "三万二千", "三万二千", 32000, STYLE (SIMP_CHINESE_INFORMAL) },
  { "三万二", "三万二", 32000, STYLE (SIMP_CHINESE_INFORMAL) },
  { "一千零二十亩", "一千零二十", 1020, STYLE (SIMP_CHINESE_INFORMAL) },
  { "两千户", "两千", 2000, STYLE (SIMP_CHINESE_INFORMAL) },
  { "兩萬人", "兩萬", 20000, STYLE (TRAD_CHINESE_INFORMAL) },
  { "两个", "两", 2, STYLE (SIMP_CHINESE_INFORMAL) },
  { "廿一世纪", "廿一", 21, STYLE (SIMP_CHINESE_INFORMAL) },
  { "卅", "卅", 30, STYLE (SIMP_CHINESE_INFORMAL) },
  { "百廿", "", 0, STYLE (NONE) },
  { "一百廿三", "一百廿三", 123, STYLE (SIMP_CHINESE_INFORMAL) },
  { "一九五四年", "一九五四", 1954, STYLE (CJK_DECIMAL) },
  { "二○二六年", "二○二六", 2026, STYLE (CJK_DECIMAL) },
  { "〇", "〇", 0, STYLE (CJK_DECIMAL) },
  { "零下", "零", 0, STYLE (SIMP_CHINESE_INFORMAL) },
  { "壹、", "壹", 1, STYLE (SIMP_CHINESE_FORMAL) },
  { "叁佰贰拾", "叁佰贰拾", 320, STYLE (SIMP_CHINESE_FORMAL) },
  { "貳拾參", "貳拾參", 23, STYLE (TRAD_CHINESE_FORMAL) },
  { "１２月", "１２", 12, STYLE (FULLWIDTH_DECIMAL) },
  { "12月", "12", 12, STYLE (DECIMAL) },
  { "3.15", "3", 3, STYLE (DECIMAL) },
  { "4294967295", "4294967295", G_MAXUINT, STYLE (DECIMAL) },
  { "⑿", "⑿", 12, STYLE (PARENTHESIZED_DECIMAL) },
  { "⒎", "⒎", 7, STYLE (FULL_STOP_DECIMAL) },
  { "㈤", "㈤", 5, STYLE (PARENTHESIZED_CJK) },
  { "㊈", "㊈", 9, STYLE (CIRCLED_CJK) },
  { "㊷", "㊷", 42, STYLE (CIRCLED_DECIMAL) },
  { "❸", "❸", 3, STYLE (FILLED_CIRCLED_DECIMAL) },
  { "Ⅳ", "Ⅳ", 4, STYLE (FULLWIDTH_UPPER_ROMAN) },
  /* what does not go on the number is left */
  { "十三五规划", "十三", 13, STYLE (SIMP_CHINESE_INFORMAL) },
  { "一百零", "一百", 100, STYLE (SIMP_CHINESE_INFORMAL) },
  { "十零", "十", 10, STYLE (SIMP_CHINESE_INFORMAL) },
  { "二十〇", "二十", 20, STYLE (SIMP_CHINESE_INFORMAL) },
  { "一陆军", "一", 1, STYLE (SIMP_CHINESE_INFORMAL) },
  { "三十百", "三十", 30, STYLE (SIMP_CHINESE_INFORMAL) },
  /* what begins no number */
  { "万一", "", 0, STYLE (NONE) },
  { "百分之", "", 0, STYLE (NONE) },
  { "○○县", "", 0, STYLE (NONE) },
  { "甲", "", 0, STYLE (NONE) },
  { "l亿", "", 0, STYLE (NONE) },
  { "iv", "", 0, STYLE (NONE) },
  { "是一", "", 0, STYLE (NONE) },
  { "", "", 0, STYLE (NONE) },
  { "4294967296", "", 0, STYLE (NONE) },
  { "99999999999999999999", "", 0, STYLE (NONE) },
};

START_TEST (the_number_at_the_start_is_read_and_no_more)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      LecternNumeralStyle style = STYLE (NONE);
      guint value;
      gsize n = parse (readings[i].text, &value, &style);

      ck_assert_msg (n == strlen (readings[i].number), "%s: %u bytes", readings[i].text, (guint)n);
      if (n == 0)
        continue;
      ck_assert_msg (value == readings[i].value, "%s: %u", readings[i].text, value);
      ck_assert_msg (style == readings[i].style, "%s: style %u", readings[i].text, style);
    }
}
END_TEST

START_TEST (flags_decide_on_the_letter_l_and_on_positions)
{
  guint value = 0;
  LecternNumeralFlags l = LECTERN_NUMERAL_FLAG_LETTER_L, ordinal = LECTERN_NUMERAL_FLAG_ORDINAL;

  ck_assert_uint_eq (_lectern_numeral_parse_full ("l亿", 4, l, &value, NULL), 1);
  ck_assert_uint_eq (value, 1);
  ck_assert_uint_eq (_lectern_numeral_parse_full ("2l个", 5, l, &value, NULL), 2);
  ck_assert_uint_eq (value, 21);
  ck_assert_uint_eq (_lectern_numeral_parse_full ("两要", 6, ordinal, &value, NULL), 0);
  ck_assert_uint_eq (_lectern_numeral_parse_full ("两百", 6, ordinal, &value, NULL), 6);
  ck_assert_uint_eq (_lectern_numeral_parse_full ("〇", 3, ordinal, &value, NULL), 0);
}
END_TEST

START_TEST (nothing_is_read_past_the_length)
{
  guint value = 0;
  g_autofree char *cut = g_memdup2 ("一百", 4);

  ck_assert_uint_eq (_lectern_numeral_parse ("一百零一", 6, &value, NULL), 6);
  ck_assert_uint_eq (value, 100);
  ck_assert_uint_eq (_lectern_numeral_parse ("12", 1, &value, NULL), 1);
  ck_assert_uint_eq (value, 1);
  ck_assert_uint_eq (_lectern_numeral_parse ("一", 0, &value, NULL), 0);
  ck_assert_uint_eq (_lectern_numeral_parse (cut, 4, &value, NULL), 3);
  ck_assert_uint_eq (_lectern_numeral_parse (cut, 2, &value, NULL), 0);
}
END_TEST

START_TEST (only_canonical_roman_numbers_are_read)
{
  static const char *const wrong[] = { "iiii", "ix i", "vx", "im", "Iv", "mmmm", "q", "" };
  guint value;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    ck_assert_uint_lt (
        _lectern_numeral_parse_style (wrong[i], strlen (wrong[i]), STYLE (LOWER_ROMAN), &value),
        MAX (strlen (wrong[i]), 1));
}
END_TEST

/* A text of nothing but digits must not cost more per call than a short one. */
START_TEST (endless_digits_are_given_up_at_once)
{
  const gsize n = 300000;
  static const char *const digits[] = { "一", "9", "〇", "１", "零", "十", "亿" };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      GString *text = g_string_new (NULL);
      gint64 start = g_get_monotonic_time ();
      guint value;

      for (gsize j = 0; j < n; j++)
        g_string_append (text, digits[i]);
      for (gsize at = 0; at < text->len; at += strlen (digits[i]))
        _lectern_numeral_parse (text->str + at, text->len - at, &value, NULL);
      /* n² would take minutes */
      ck_assert_int_lt (g_get_monotonic_time () - start, 5 * G_USEC_PER_SEC);
      g_string_free (text, TRUE);
    }
}
END_TEST

RUN_SUITE ("numerals", numbers_are_written_as_the_style_says,
           beyond_its_limits_a_style_writes_nothing, every_number_is_read_as_it_is_written,
           names_of_styles_go_both_ways, the_number_at_the_start_is_read_and_no_more,
           flags_decide_on_the_letter_l_and_on_positions, nothing_is_read_past_the_length,
           only_canonical_roman_numbers_are_read, endless_digits_are_given_up_at_once)
