/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <string.h>

#include "language/lectern-punctuation-private.h"

static char *
convert (const char *text, gsize length, LecternWidth width)
{
  LecternPunctuationScanner scanner;
  LecternPunctuationChange change;
  GString *out = g_string_new (NULL);
  gsize at = 0;

  _lectern_punctuation_scanner_init (&scanner, text, length, width);
  while (_lectern_punctuation_scanner_next (&scanner, &change))
    {
      ck_assert_uint_ge (change.span.start, at);
      g_string_append_len (out, text + at, (gssize)(change.span.start - at));
      g_string_append_unichar (out, change.replacement);
      at = change.span.end;
    }
  g_string_append_len (out, text + at, (gssize)(length - at));
  return g_string_free (out, FALSE);
}

static void
check (LecternWidth width, const char *text, const char *expected)
{
  g_autofree char *converted = convert (text, strlen (text), width);

  ck_assert_str_eq (converted, expected);
}

START_TEST (marks_beside_wide_characters_become_full)
{
  check (LECTERN_WIDTH_FULL, "各位:天气好,路也通;走吗?走!", "各位：天气好，路也通；走吗？走！");
  check (LECTERN_WIDTH_FULL, "桥修好了.灯也亮了.", "桥修好了。灯也亮了。");
  check (LECTERN_WIDTH_FULL, "见第5页,第6页,然后看附件B,再签字",
         "见第5页，第6页，然后看附件B，再签字");
  check (LECTERN_WIDTH_FULL, "到2030,全部建成", "到2030，全部建成");
}
END_TEST

START_TEST (numbers_and_times_keep_their_marks)
{
  static const char *const kept[] = {
    "共1,000万元", "增长3.15倍", "10:30开会",    "比例1:2.5",       "2.5万亩", "1.抓好春耕",
    "a.先看图",    "第3.1节",    "GB/T 1.1规定", "版本2.0.1的说明", "８.５成", "12.\n下一行的字",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    check (LECTERN_WIDTH_FULL, kept[i], kept[i]);
}
END_TEST

START_TEST (latin_text_addresses_and_files_keep_their_marks)
{
  check (LECTERN_WIDTH_FULL, "Yes, we can. (Really?) Don't stop: go!",
         "Yes, we can. (Really?) Don't stop: go!");
  check (LECTERN_WIDTH_FULL, "请看https://a.example/b,c?d=1:2.",
         "请看https://a.example/b,c?d=1:2.");
  check (LECTERN_WIDTH_FULL, "请看http://a.example/x,再回信", "请看http://a.example/x，再回信");
  check (LECTERN_WIDTH_FULL, "来信寄ab.c@d.example,谢谢", "来信寄ab.c@d.example，谢谢");
  check (LECTERN_WIDTH_FULL, "打开名单.xlsx看看", "打开名单.xlsx看看");
  check (LECTERN_WIDTH_FULL, "等一等...好", "等一等...好");
  check (LECTERN_WIDTH_FULL, "求f(x)的值", "求f(x)的值");
}
END_TEST

START_TEST (fields_are_left_alone)
{
  check (LECTERN_WIDTH_FULL, "到{{日期:date|三月.五日}},出发", "到{{日期:date|三月.五日}}，出发");
  check (LECTERN_WIDTH_FULL, "{{没有结尾:好", "{{没有结尾：好");
}
END_TEST

START_TEST (brackets_and_quotes_are_turned_both_or_neither)
{
  check (LECTERN_WIDTH_FULL, "(2031年5月6日)", "（2031年5月6日）");
  check (LECTERN_WIDTH_FULL, "(三)修路", "（三）修路");
  check (LECTERN_WIDTH_FULL, "(1)修路", "（1）修路");
  check (LECTERN_WIDTH_FULL, "粮农组织(FAO)说", "粮农组织（FAO）说");
  check (LECTERN_WIDTH_FULL, "（8)修路", "（8）修路");
  check (LECTERN_WIDTH_FULL, "(f(x)是函数)", "（f(x)是函数）");
  check (LECTERN_WIDTH_FULL, "他答:\"好\",又答\"OK\"。", "他答：“好”，又答“OK”。");
  check (LECTERN_WIDTH_FULL, "叫做'小桥'", "叫做‘小桥’");
  check (LECTERN_WIDTH_FULL, "屏幕5\"大", "屏幕5\"大");
  check (LECTERN_WIDTH_FULL, "say \"yes\" now", "say \"yes\" now");
  check (LECTERN_WIDTH_FULL, "没有后引号\"的一行\n\"新\"的一行", "没有后引号\"的一行\n“新”的一行");
}
END_TEST

START_TEST (full_marks_become_half_but_not_between_digits)
{
  check (LECTERN_WIDTH_HALF, "各位：走吧（慢些），“好”！", "各位:走吧(慢些),\"好\"!");
  check (LECTERN_WIDTH_HALF, "分别是3，5；共8。", "分别是3，5;共8.");
  check (LECTERN_WIDTH_HALF, "《书名》、——……", "《书名》、——……");
  check (LECTERN_WIDTH_HALF, "１．总则", "１.总则");
}
END_TEST

START_TEST (keeping_the_width_changes_nothing)
{
  check (LECTERN_WIDTH_KEEP, "好,好，(好)", "好,好，(好)");
}
END_TEST

START_TEST (converting_twice_is_converting_once)
{
  const char *text = "(一)他说:\"走,去看f(x).\"共1,000人;(完)";
  g_autofree char *once = convert (text, strlen (text), LECTERN_WIDTH_FULL);
  g_autofree char *twice = convert (once, strlen (once), LECTERN_WIDTH_FULL);

  ck_assert_str_ne (text, once);
  ck_assert_str_eq (once, twice);
}
END_TEST

START_TEST (a_nul_does_not_end_the_text)
{
  g_autofree char *converted = convert ("好\0,好,", 8, LECTERN_WIDTH_FULL);

  ck_assert_mem_eq (converted + 4, "，", 3);
}
END_TEST

START_TEST (piles_of_brackets_take_linear_time)
{
  static const char *const piles[] = { "(", ")", "\"", "{{", "://", "好(", "(\"" };

  for (guint i = 0; i < G_N_ELEMENTS (piles); i++)
    {
      GString *text = g_string_new (NULL);
      gint64 start = g_get_monotonic_time ();

      while (text->len < 300000)
        g_string_append (text, piles[i]);
      g_free (convert (text->str, text->len, LECTERN_WIDTH_FULL));
      ck_assert_int_lt (g_get_monotonic_time () - start, 5 * G_USEC_PER_SEC);
      g_string_free (text, TRUE);
    }
}
END_TEST

START_TEST (columns_follow_the_east_asian_width)
{
  ck_assert_uint_eq (_lectern_character_columns ('a', TRUE), 1);
  ck_assert_uint_eq (_lectern_character_columns (U'会', FALSE), 2);
  ck_assert_uint_eq (_lectern_character_columns (U'，', FALSE), 2);
  ck_assert_uint_eq (_lectern_character_columns (0x3000, FALSE), 2);
  ck_assert_uint_eq (_lectern_character_columns (U'가', FALSE), 2);
  ck_assert_uint_eq (_lectern_character_columns (U'ｱ', TRUE), 1);
  ck_assert_uint_eq (_lectern_character_columns (U'“', TRUE), 2);
  ck_assert_uint_eq (_lectern_character_columns (U'“', FALSE), 1);
  ck_assert_uint_eq (_lectern_character_columns (U'①', TRUE), 2);
  ck_assert_uint_eq (_lectern_character_columns (0x20000, FALSE), 2);
  ck_assert_uint_eq (_lectern_character_columns ('\n', TRUE), 0);
  ck_assert_uint_eq (_lectern_character_columns (0x7f, TRUE), 0);
  ck_assert_uint_eq (_lectern_character_columns (0x85, TRUE), 0);
  ck_assert_uint_eq (_lectern_character_columns (0x0301, TRUE), 0);
  ck_assert_uint_eq (_lectern_character_columns (0x200b, TRUE), 0);
}
END_TEST

START_TEST (each_mark_has_its_pair)
{
  for (const char *half = ",.;:?!()\"'"; *half != '\0'; half++)
    ck_assert_uint_eq (
        _lectern_punctuation_get_half (_lectern_punctuation_get_full ((guchar)*half)),
        (guchar)*half);
  ck_assert_uint_eq (_lectern_punctuation_get_full (','), U'，');
  ck_assert_uint_eq (_lectern_punctuation_get_half (U'”'), '"');
  ck_assert_uint_eq (_lectern_punctuation_get_full ('a'), 0);
  ck_assert_uint_eq (_lectern_punctuation_get_half (U'、'), 0);
}
END_TEST

RUN_SUITE ("punctuation", marks_beside_wide_characters_become_full,
           numbers_and_times_keep_their_marks, latin_text_addresses_and_files_keep_their_marks,
           fields_are_left_alone, brackets_and_quotes_are_turned_both_or_neither,
           full_marks_become_half_but_not_between_digits, keeping_the_width_changes_nothing,
           converting_twice_is_converting_once, a_nul_does_not_end_the_text,
           piles_of_brackets_take_linear_time, columns_follow_the_east_asian_width,
           each_mark_has_its_pair)
