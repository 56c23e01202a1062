/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <math.h>
#include <string.h>

/* What values are made of, and how they compare. */

typedef struct
{
  const char *kind;
  const char *text;
  const char *read; /* NULL: refused */
} Reading;

static void
check_readings (const Reading *readings, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternValue) value
          = lectern_value_new_from_string (readings[i].kind, readings[i].text, &error);
      g_autofree char *read = NULL;

      ck_assert_msg ((value == NULL) == (readings[i].read == NULL), "%s “%s”", readings[i].kind,
                     readings[i].text);
      if (value == NULL)
        {
          ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
          continue;
        }
      read = lectern_value_dup_text (value);
      ck_assert_str_eq (read, readings[i].read);
    }
}

START_TEST (dates_are_read_in_all_their_spellings)
{
  static const Reading readings[] = {
    { "date", "2025-03-12", "2025年3月12日" },
    { "date", "2025/3/12", "2025年3月12日" },
    { "date", "2025.03.12", "2025年3月12日" },
    { "date", "2025年3月12日", "2025年3月12日" },
    { "date", "2025 年 3 月 12 日", "2025年3月12日" },
    { "date", "２０２５年３月１２日", "2025年3月12日" },
    { "date", "二〇二五年三月十二日", "2025年3月12日" },
    { "date", "二○二五年三月十二日", "2025年3月12日" },
    { "date", "二零二五年三月十二日", "2025年3月12日" },
    { "date", " 3月12号 ", "3月12日" },
    { "date", "2025-03", "2025年3月" },
    { "date", "2025年", "2025年" },
    { "date", "2025", "2025" },
    { "date", "2024-02-29", "2024年2月29日" },
    { "date", "2025-02-29", NULL },
    { "date", "2月29日", "2月29日" },
    { "date", "2月30日", NULL },
    { "date", "4月31日", NULL },
    { "date", "2025-13-01", NULL },
    { "date", "2025-03-12T10:00", NULL },
    { "date", "2025年12日", NULL },
    { "date", "后天", NULL },
    { "date", "", NULL },
  };

  check_readings (readings, G_N_ELEMENTS (readings));
}
END_TEST

START_TEST (percentages_are_read_with_and_without_their_sign)
{
  static const Reading readings[] = {
    { "percent", "12.5%", "12.5%" },
    { "percent", "12.5 ％", "12.5%" },
    { "percent", "12.5", "12.5%" },
    { "percent", "0.125", "12.5%" },
    { "percent", "0.125%", "0.125%" },
    { "percent", "-0.5", "-50%" },
    { "percent", "0", "0%" },
    { "percent", "1", "1%" },
    { "percent", "1.0", "1.0%" },
    { "percent", "百分之十二点五", "12.5%" },
    { "percent", "百分之一百零二", "102%" },
    { "percent", "1.3个百分点", "1.3%" },
    { "percent", "百分之五%", NULL },
    { "percent", "一半", NULL },
    { "percent", "%", NULL },
  };

  check_readings (readings, G_N_ELEMENTS (readings));
}
END_TEST

START_TEST (numbers_are_exact_to_the_last_digit)
{
  static const Reading readings[] = {
    { "decimal", "0.1", "0.1" },
    { "decimal", "12345678901234567890.12345678901234567890",
      "12345678901234567890.12345678901234567890" },
    { "decimal", "1,234,567.50", "1234567.50" },
    { "decimal", "１２．５", "12.5" },
    { "decimal", "007", "7" },
    { "decimal", "+3", "3" },
    { "decimal", "－３", "-3" },
    { "decimal", "-0.0", "0.0" },
    { "decimal", "十二点零五", "12.05" },
    { "decimal", "1,23", NULL },
    { "decimal", "12,3456", NULL },
    { "decimal", "1.2.3", NULL },
    { "decimal", ".5", NULL },
    { "decimal", "5.", NULL },
    { "decimal", "12个", NULL },
    { "decimal", "-", NULL },
    { "integer", "十二", "12" },
    { "integer", "-12", "-12" },
    { "integer", "12.0", NULL },
    { "integer", "99999999999999999999", NULL },
    { "count", "12", "12" },
    { "count", "2.5", "2.5" },
    { "count", "12个", "12个" },
    { "count", "近百", "近百" },
    { "count", "很久", NULL },
    { "ordinal", "3", "3" },
    { "ordinal", "三", "3" },
    { "ordinal", "第三", "3" },
    { "ordinal", "第三轮", "第三轮" },
    { "ordinal", "0", NULL },
    { "ordinal", "春季", NULL },
  };

  check_readings (readings, G_N_ELEMENTS (readings));
}
END_TEST

START_TEST (lists_are_parted_by_the_stronger_mark)
{
  static const Reading readings[] = {
    { "list", "甲、乙、丙", "甲、乙、丙" },
    { "list", "甲、乙；丙", "甲、乙、丙" },
    { "list", " 甲 ; 乙 ", "甲、乙" },
    { "list", "甲", "甲" },
    { "list", "", "" },
    { "list:date", "2025-03-12、3月5日", "2025年3月12日、3月5日" },
    { "list:date", "2025-03-12、明天", NULL },
    { "list:person", "张水生（县长）、李闸", "张水生、李闸" },
    { "person", "张水生、李闸", "张水生、李闸" },
    { "person", "张水生（县长）", "张水生" },
    { "person", "张水生(县长)", "张水生" },
    { "person", "张水生（县长", NULL },
    { "person", "（县长）", NULL },
    { "person", "", NULL },
    { NULL, " 水 ", " 水 " },
    { "text", " 水 ", " 水 " },
    { "colour", "red", NULL },
    { "date:list", "2025-03-12", NULL },
  };
  g_autoptr (LecternValue) list = lectern_value_new_from_string ("list", "甲、乙；丙", NULL);

  check_readings (readings, G_N_ELEMENTS (readings));
  ck_assert_uint_eq (lectern_value_get_n_items (list), 2);
  ck_assert_str_eq (lectern_value_get_text (lectern_value_get_item (list, 0), NULL), "甲、乙");
}
END_TEST

START_TEST (a_text_keeps_nul_and_mends_what_is_no_utf8)
{
  g_autoptr (LecternValue) nul = lectern_value_new_text ("a\0b", 3);
  g_autoptr (LecternValue) broken = lectern_value_new_text ("a\xff", -1);
  gsize length;

  ck_assert_mem_eq (lectern_value_get_text (nul, &length), "a\0b", 4);
  ck_assert_uint_eq (length, 3);
  ck_assert_str_eq (lectern_value_get_text (broken, NULL), "a\xef\xbf\xbd");
}
END_TEST

START_TEST (each_type_tells_what_it_is_made_of)
{
  g_autoptr (LecternValue) integer = lectern_value_new_integer (-12);
  g_autoptr (LecternValue) decimal = lectern_value_new_decimal ("3.0", NULL);
  g_autoptr (LecternValue) share = lectern_value_new_decimal ("2.5e-1", NULL);
  g_autoptr (LecternValue) date = lectern_value_new_date (2025, 3, 0, NULL);
  g_autoptr (LecternValue) person = lectern_value_new_person ("欧阳河", NULL, "县长");
  g_autoptr (LecternValue) foreign = lectern_value_new_person ("阿依古丽·买买提", NULL, NULL);
  g_autoptr (LecternValue) named = lectern_value_new_person ("山田太郎", "山田", NULL);
  gint64 number = 0;
  guint year, month, day;

  ck_assert (lectern_value_get_integer (integer, &number) && number == -12);
  ck_assert (lectern_value_get_integer (decimal, &number) && number == 3);
  ck_assert (!lectern_value_get_integer (share, &number));
  ck_assert_str_eq (lectern_value_get_digits (share), "0.25");
  ck_assert (lectern_value_get_date (date, &year, &month, &day));
  ck_assert (year == 2025 && month == 3 && day == 0);
  ck_assert (!lectern_value_get_date (integer, NULL, NULL, NULL));
  ck_assert_str_eq (lectern_value_get_name (person), "欧阳河");
  ck_assert_str_eq (lectern_value_get_surname (person), "欧阳");
  ck_assert_str_eq (lectern_value_get_post (person), "县长");
  ck_assert_ptr_null (lectern_value_get_surname (foreign));
  ck_assert_str_eq (lectern_value_get_surname (named), "山田");
  ck_assert_ptr_null (lectern_value_get_digits (date));
}
END_TEST

START_TEST (variants_become_values)
{
  static const struct
  {
    const char *variant;
    LecternValueType type;
    const char *text;
  } cases[] = {
    { "'水'", LECTERN_VALUE_TEXT, "水" },
    { "<'水'>", LECTERN_VALUE_TEXT, "水" },
    { "3", LECTERN_VALUE_INTEGER, "3" },
    { "byte 0x07", LECTERN_VALUE_INTEGER, "7" },
    { "true", LECTERN_VALUE_INTEGER, "1" },
    { "int64 -9223372036854775808", LECTERN_VALUE_INTEGER, "-9223372036854775808" },
    { "uint64 18446744073709551615", LECTERN_VALUE_DECIMAL, "18446744073709551615" },
    { "0.1", LECTERN_VALUE_DECIMAL, "0.1" },
    { "1e21", LECTERN_VALUE_DECIMAL, "1000000000000000000000" },
    { "-2.5e-7", LECTERN_VALUE_DECIMAL, "-0.00000025" },
    { "['甲', '乙']", LECTERN_VALUE_LIST, "甲、乙" },
    { "[<'甲'>, <2>]", LECTERN_VALUE_LIST, "甲、2" },
    { "@as []", LECTERN_VALUE_LIST, "" },
    { "{'甲': <1>}", LECTERN_VALUE_RECORD, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GVariant *variant = g_variant_parse (NULL, cases[i].variant, NULL, NULL, &error);
      g_autoptr (LecternValue) value = NULL;
      g_autofree char *text = NULL;

      ck_assert_msg (variant != NULL, "%s", cases[i].variant);
      value = lectern_value_new_from_variant (g_variant_ref_sink (variant), &error);
      g_variant_unref (variant);
      ck_assert_msg (value != NULL, "%s: %s", cases[i].variant, error ? error->message : "");
      ck_assert_int_eq (lectern_value_get_value_type (value), cases[i].type);
      text = lectern_value_dup_text (value);
      ck_assert_str_eq (text, cases[i].text);
    }
}
END_TEST

START_TEST (what_is_no_value_is_named_by_its_path)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (
      g_variant_parse (NULL, "{'问题': <[<1>, <('甲', 2)>]>}", NULL, NULL, NULL));
  g_autoptr (GVariant) infinite = g_variant_ref_sink (g_variant_new_double (INFINITY));
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (lectern_values_new_from_variant (variant, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
  ck_assert_str_eq (error->message, "问题: [1]: no value is made of the type “(si)”");
  g_clear_error (&error);
  ck_assert_ptr_null (lectern_value_new_from_variant (infinite, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
}
END_TEST

typedef struct
{
  const char *first; /* KIND=VALUE */
  const char *second;
  int order; /* 2: none */
} Comparison;

static LecternValue *
make (const char *string)
{
  const char *sign = strchr (string, '=');
  g_autofree char *kind = g_strndup (string, (gsize)(sign - string));
  LecternValue *value = lectern_value_new_from_string (kind, sign + 1, NULL);

  ck_assert_msg (value != NULL, "%s", string);
  return value;
}

START_TEST (values_compare_by_what_they_mean)
{
  static const Comparison comparisons[] = {
    { "integer=3", "integer=12", -1 },
    { "integer=-3", "integer=-12", 1 },
    { "decimal=1.50", "decimal=1.5", 0 },
    { "decimal=0.1", "decimal=0.10000000000000001", -1 },
    { "decimal=99999999999999999999", "decimal=100000000000000000000", -1 },
    { "integer=3", "decimal=3.0", 0 },
    { "ordinal=3", "integer=3", 0 },
    { "percent=12.5%", "decimal=0.125", 0 },
    { "percent=12.5%", "percent=9%", 1 },
    { "text=12", "integer=3", 1 },
    { "text=十二", "integer=12", 0 },
    { "text=12.5%", "percent=12.5", 0 },
    { "text=12", "text=3", -1 },
    { "text=甲", "text=甲乙", -1 },
    { "text=甲", "integer=3", 2 },
    { "date=2025-03-12", "date=2025年3月5日", 1 },
    { "date=2025-03-12", "text=2025-03-12", 0 },
    { "date=2024-12-31", "date=2025-01-01", -1 },
    { "date=3月12日", "date=3月5日", 1 },
    { "date=2025-03", "date=2025-03-12", 2 },
    { "date=2025-03-12", "integer=3", 2 },
    { "person=张水生", "text=张水生", 0 },
    { "list=甲、乙", "list=甲、乙", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      g_autoptr (LecternValue) first = make (comparisons[i].first);
      g_autoptr (LecternValue) second = make (comparisons[i].second);
      g_autoptr (GError) error = NULL;
      int expected = comparisons[i].order, order = 2, back = 2;
      gboolean compared = lectern_value_compare (first, second, &order, &error);

      ck_assert_msg (compared == (expected != 2) && order == expected, "%s, %s: %d",
                     comparisons[i].first, comparisons[i].second, order);
      ck_assert (compared || g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
      ck_assert (lectern_value_compare (second, first, &back, NULL) == compared);
      ck_assert (!compared || back == -order);
      if (lectern_value_get_value_type (first) != LECTERN_VALUE_LIST)
        ck_assert (lectern_value_equal (first, second) == (expected == 0));
    }
}
END_TEST

START_TEST (lists_persons_and_records_are_equal_where_their_parts_are)
{
  static const Comparison comparisons[] = {
    { "list=甲、乙", "list=甲；乙", 0 },
    { "list=甲、乙", "list=乙、甲", 1 },
    { "list=甲、乙", "list=甲", 1 },
    { "list:decimal=1.5、2", "list:decimal=1.50、2.0", 0 },
    { "person=张水生（县长）", "person=张水生", 1 },
    { "person=张水生（县长）", "person=张水生(县长)", 0 },
  };
  g_autoptr (GVariant) variant
      = g_variant_ref_sink (g_variant_parse (NULL, "{'甲': <1>, '乙': <'2'>}", NULL, NULL, NULL));
  g_autoptr (GVariant) other
      = g_variant_ref_sink (g_variant_parse (NULL, "{'乙': <2>, '甲': <1.0>}", NULL, NULL, NULL));
  g_autoptr (LecternValue) first = lectern_value_new_from_variant (variant, NULL);
  g_autoptr (LecternValue) second = lectern_value_new_from_variant (other, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      g_autoptr (LecternValue) a = make (comparisons[i].first);
      g_autoptr (LecternValue) b = make (comparisons[i].second);

      ck_assert_msg (lectern_value_equal (a, b) == (comparisons[i].order == 0), "%s, %s",
                     comparisons[i].first, comparisons[i].second);
    }
  ck_assert (lectern_value_equal (first, second));
  lectern_values_set_text (lectern_value_get_record (second), "丙", "3");
  ck_assert (!lectern_value_equal (first, second));
}
END_TEST

RUN_SUITE ("value", dates_are_read_in_all_their_spellings,
           percentages_are_read_with_and_without_their_sign, numbers_are_exact_to_the_last_digit,
           lists_are_parted_by_the_stronger_mark, a_text_keeps_nul_and_mends_what_is_no_utf8,
           each_type_tells_what_it_is_made_of, variants_become_values,
           what_is_no_value_is_named_by_its_path, values_compare_by_what_they_mean,
           lists_persons_and_records_are_equal_where_their_parts_are)
