/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <string.h>

#include "language/lectern-language-private.h"

static const char *
tag_of (const char *tag)
{
  const LecternLanguage *language = _lectern_language_lookup (tag);

  return language != NULL ? language->tag : "none";
}

START_TEST (tags_find_their_tables)
{
  static const char *const pairs[][2] = {
    { "zh-Hans", "zh-Hans" },
    { "zh", "zh-Hans" },
    { "zh-CN", "zh-Hans" },
    { "zh_CN", "zh-Hans" },
    { "ZH-hans-SG", "zh-Hans" },
    { "zh-Hant", "zh-Hant" },
    { "zh-TW", "zh-Hant" },
    { "zh_TW.UTF-8", "zh-Hant" },
    { "zh-HK", "zh-Hant" },
    { "zh-MO", "zh-Hant" },
    { "zh-Hans-HK", "zh-Hans" },
    { "zh-Hant-CN", "zh-Hant" },
    { "cmn", "zh-Hans" },
    { "en", "en" },
    { "en-GB", "en" },
    { "ja-JP", "ja" },
    { "ko", "ko" },
    { "de", "none" },
    { "eng", "none" },
    { "", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    ck_assert_str_eq (tag_of (pairs[i][0]), pairs[i][1]);
  ck_assert_ptr_null (_lectern_language_lookup (NULL));
}
END_TEST

static const char *
detect (const char *text)
{
  return _lectern_language_detect (text, strlen (text));
}

START_TEST (the_script_tells_the_language)
{
  ck_assert_str_eq (detect ("各位同事：今天把大家请来，讲三件事。"), "zh-Hans");
  ck_assert_str_eq (detect ("各位同仁：今天請大家來，談三件事。"), "zh-Hant");
  ck_assert_str_eq (detect ("Friends, three things matter today."), "en");
  ck_assert_str_eq (detect ("皆さん、本日は三つの点を申し上げます。"), "ja");
  ck_assert_str_eq (detect ("여러분, 오늘 세 가지를 말씀드립니다."), "ko");
}
END_TEST

START_TEST (without_a_telling_character_it_is_simplified_chinese)
{
  ck_assert_str_eq (detect (""), "zh-Hans");
  ck_assert_str_eq (detect ("一、三、五"), "zh-Hans");
  ck_assert_str_eq (detect ("2026 ... 12"), "zh-Hans");
  ck_assert_str_eq (_lectern_language_detect ("\0\0\0", 3), "zh-Hans");
}
END_TEST

START_TEST (a_few_foreign_words_do_not_change_the_language)
{
  ck_assert_str_eq (detect ("本月GDP增长快于预期，CPI平稳，PMI回到荣枯线以上。"), "zh-Hans");
  ck_assert_str_eq (detect ("昨日在东京举办的“さくら”展览吸引了许多观众，组织者十分满意。"),
                    "zh-Hans");
  ck_assert_str_eq (detect ("The motto 实事求是 hung on the wall of the old hall in Yan'an."),
                    "en");
  ck_assert_str_eq (detect ("오늘 우리는 民主主義와 自由를 이야기합니다."), "ko");
}
END_TEST

START_TEST (old_characters_in_a_simplified_text_do_not_change_it)
{
  ck_assert_str_eq (detect ("这次会議总结了过去的经验，偉大的事业还在前头，我们要继续努力。"),
                    "zh-Hans");
  ck_assert_str_eq (detect ("這次會議總結了過去的經驗，有个别地方還要改進。"), "zh-Hant");
}
END_TEST

/* The telling part stands in the middle of a long text whose ends tell nothing. */
START_TEST (samples_lie_all_over_a_long_text)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, i > 5000 && i < 15000 ? "這國" : "。。");
  ck_assert_str_eq (_lectern_language_detect (text->str, text->len), "zh-Hant");
  /* wherever a sample begins, characters are whole */
  for (gsize cut = 0; cut < 40; cut++)
    ck_assert_str_eq (_lectern_language_detect (text->str, text->len - cut * 3), "zh-Hant");
  g_string_free (text, TRUE);
}
END_TEST

START_TEST (detection_takes_no_longer_for_a_longer_text)
{
  const gsize size = 64 * 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  gint64 start;

  memset (text, 'a', size);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 1000; i++)
    ck_assert_str_eq (_lectern_language_detect (text, size), "en");
  /* reading it through once a call would take a minute */
  ck_assert_int_lt (g_get_monotonic_time () - start, 3 * G_USEC_PER_SEC);
}
END_TEST

static gboolean
has_character (const char *charset, const char *character, gsize length)
{
  g_autofree char *converted
      = g_convert (character, (gssize)length, charset, "UTF-8", NULL, NULL, NULL);

  return converted != NULL;
}

/* The character sets of the two scripts are an independent witness. */
static void
check_telling (const char *telling, const char *own, const char *other)
{
  guint n = 0;

  for (const char *p = telling; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gsize length = (gsize)(g_utf8_next_char (p) - p);

      ck_assert_msg (has_character (own, p, length), "%.3s is not in %s", p, own);
      ck_assert_msg (!has_character (other, p, length), "%.3s is in %s", p, other);
    }
  ck_assert_uint_gt (n, 300);
}

START_TEST (telling_characters_belong_to_one_script)
{
  check_telling (_lectern_language_zh_hans.telling, "GB2312", "BIG5");
  check_telling (_lectern_language_zh_hant.telling, "BIG5", "GB2312");
}
END_TEST

RUN_SUITE ("language", tags_find_their_tables, the_script_tells_the_language,
           without_a_telling_character_it_is_simplified_chinese,
           a_few_foreign_words_do_not_change_the_language,
           old_characters_in_a_simplified_text_do_not_change_it, samples_lie_all_over_a_long_text,
           detection_takes_no_longer_for_a_longer_text, telling_characters_belong_to_one_script)
