/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/form.h"

/* Any value in any place. */

static const char *const pieces[]
    = { "第",   "轮",   "届",   "中", "会",   "年",   "月",   "日",   "季度", "点",
        "意见", "讲",   "书记", "、", "等",   "4名",  "余",   "万元", "个",   "%",
        "成",   "百分", "之",   "区", "委",   "《",   "》",   "“",    "办法", "20",
        "二",   "○",    "X",    "Ｘ", "５",   "号",   "十",   "\n",   "a",    "，",
        "。",   "上午", "时",   "分", "🙂", "年代", "同志", " ",    "" };

static const char *const parts[]
    = { NULL, "year", "month", "day", "hour", "minute", "quarter", "weekday", "post", "odd" };

static const char *const placeholder_kinds[]
    = { "count", "percent",      "ordinal", "date", "person",
        "place", "organisation", "title",   "text", NULL };

static const char *const forms[]
    = { NULL,      NULL,     NULL,      NULL,          NULL,
        "chinese", "arabic", "iso",     "weekday",     "circled-decimal",
        "surname", "post",   "capital", "upper-roman", "odd" };

static const char *const languages[] = { NULL, "zh-Hans", "zh-Hant", "ja", "ko", "en" };

#define ANY(random, array) ((array)[g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (array))])

static void
append_pieces (GRand *random, GString *out)
{
  for (gint32 n = g_rand_int_range (random, 0, 8); n > 0; n--)
    g_string_append (out, ANY (random, pieces));
}

static LecternValue *
random_value (GRand *random, guint depth)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_pieces (random, text);
  switch (g_rand_int_range (random, 0, depth > 1 ? 7 : 9))
    {
    case 0:
      return lectern_value_new_integer (g_rand_int_range (random, -5, 100));
    case 1:
      return lectern_value_new_integer ((gint64)g_rand_int (random) << 31);
    case 2:
      return lectern_value_new_decimal (g_rand_boolean (random) ? "0.125" : "-1234567890123.50",
                                        NULL);
    case 3:
      return lectern_value_new_percent ("12.5", NULL);
    case 4:
      return lectern_value_new_date ((guint)g_rand_int_range (random, 0, 2) * 2025,
                                     (guint)g_rand_int_range (random, 1, 13),
                                     (guint)g_rand_int_range (random, 0, 29), NULL);
    case 5:
      return lectern_value_new_person (text->str, NULL, g_rand_boolean (random) ? "县长" : NULL);
    case 6:
      return lectern_value_new_text (text->str, (gssize)text->len);
    case 7:
      {
        g_autoptr (LecternValues) record = lectern_values_new (NULL);

        return lectern_value_new_record (record);
      }
    default:
      {
        g_autoptr (GPtrArray) items
            = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);

        for (gint32 n = g_rand_int_range (random, 0, 4); n > 0; n--)
          g_ptr_array_add (items, random_value (random, depth + 1));
        return lectern_value_new_list (items);
      }
    }
}

static void
check_place (GRand *random, const LecternPlace *place)
{
  g_autoptr (LecternForm) form = _lectern_form_compile (place);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (LecternValue) value = random_value (random, 0);
      g_autoptr (GString) out = g_string_new ("前"), again = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      gboolean written = _lectern_form_write (form, out, value, &error);

      ck_assert (g_str_has_prefix (out->str, "前"));
      ck_assert (g_utf8_validate (out->str, (gssize)out->len, NULL));
      ck_assert (_lectern_form_append (again, place, value, NULL) == written);
      ck_assert_str_eq (again->str, out->str + strlen ("前"));
      if (!written)
        {
          ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
          ck_assert_str_eq (out->str, "前");
        }
    }
}

START_TEST (any_value_in_any_place_is_written_or_refused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250312);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      LecternPlace place = { 0 };

      append_pieces (random, text);
      place.span.start = text->len;
      g_string_append (text, g_rand_boolean (random) ? "XX" : "{{甲:month|乙}}");
      place.span.end = text->len;
      append_pieces (random, text);
      place.text = text->str;
      place.length = text->len;
      place.kind = ANY (random, placeholder_kinds);
      place.part = ANY (random, parts);
      place.unit = g_rand_boolean (random) ? ANY (random, pieces) : NULL;
      place.form = ANY (random, forms);
      place.language = ANY (random, languages);
      check_place (random, &place);
    }
}
END_TEST

START_TEST (a_long_line_is_looked_at_near_the_mask_only)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GTimer) timer = NULL;
  LecternPlace place = { .kind = "date", .part = "month" };

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "X月");
  place.text = text->str;
  place.length = text->len;
  timer = g_timer_new ();
  for (guint i = 0; i < 100000; i++)
    {
      place.span.start = (gsize)i * strlen ("X月");
      place.span.end = place.span.start + 1;
      _lectern_form_free (_lectern_form_compile (&place));
    }
  ck_assert_msg (g_timer_elapsed (timer, NULL) < 20, "%g s", g_timer_elapsed (timer, NULL));
}
END_TEST

RUN_SUITE ("form-random", any_value_in_any_place_is_written_or_refused,
           a_long_line_is_looked_at_near_the_mask_only)
