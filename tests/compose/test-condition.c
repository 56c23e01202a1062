/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-condition-private.h"
#include "suite.h"

#include <string.h>

/* The conditions of a template. */

static LecternValue *
lookup (gpointer data, const char *name)
{
  return lectern_values_lookup (data, name);
}

static LecternValues *
make_values (void)
{
  LecternValues *values = lectern_values_new (NULL);
  g_autoptr (LecternValue) three = lectern_value_new_integer (3);
  g_autoptr (LecternValue) rate = lectern_value_new_percent ("12.5", NULL);
  g_autoptr (LecternValue) day = lectern_value_new_date (2025, 3, 12, NULL);
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);
  g_autoptr (LecternValue) list = NULL;

  g_ptr_array_add (items, lectern_value_new_text ("柳村", -1));
  g_ptr_array_add (items, lectern_value_new_text ("石村", -1));
  list = lectern_value_new_list (items);
  lectern_values_set (values, "轮次", three);
  lectern_values_set (values, "占比", rate);
  lectern_values_set (values, "日期", day);
  lectern_values_set (values, "村庄", list);
  lectern_values_set_text (values, "单位", "水利局");
  lectern_values_set_text (values, "数目", "3");
  lectern_values_set_text (values, "空", "");
  return values;
}

static const struct
{
  const char *text;
  gboolean holds;
} rows[] = {
  { "轮次 exists", TRUE },
  { "届次 exists", FALSE },
  { "空 exists", FALSE },
  { "村庄 exists", TRUE },
  { "轮次 = 3", TRUE },
  { "轮次=3", TRUE },
  { "轮次 == 3.0", TRUE },
  { "轮次 = \"3\"", TRUE },
  { "数目 = 3", TRUE },
  { "轮次 != 3", FALSE },
  { "轮次 ≠ 4", TRUE },
  { "届次 != 4", TRUE },
  { "届次 = 4", FALSE },
  { "届次 < 4", FALSE },
  { "轮次 < 4", TRUE },
  { "轮次 <= 3", TRUE },
  { "轮次 > 3", FALSE },
  { "轮次 ≥ 3", TRUE },
  { "轮次＞2", TRUE },
  { "4 > 轮次", TRUE },
  { "轮次 = 数目", TRUE },
  { "占比 > 12%", TRUE },
  { "占比 = 0.125", TRUE },
  { "日期 < 2025-04-01", TRUE },
  { "日期 = 2025年3月12日", TRUE },
  { "日期 < 村庄", FALSE },
  { "单位 = \"水利局\"", TRUE },
  { "单位 = “水利局”", TRUE },
  { "单位 = '水利'", FALSE },
  { "单位 in (\"水利局\", “农业局”)", TRUE },
  { "单位 in （“住建局”，“农业局”）", FALSE },
  { "轮次 in (1, 2, 3)", TRUE },
  { "“石村” in 村庄", TRUE },
  { "“岭村” in 村庄", FALSE },
  { "单位 in 村庄", FALSE },
  { "届次 in (1)", FALSE },
  { "“石村” in (“岭村”, 村庄)", TRUE },
  { "not 届次 exists", TRUE },
  { "not not 轮次 exists", TRUE },
  { "not 轮次 = 3 or 轮次 = 3", TRUE },
  { "not (轮次 = 3 or 轮次 = 4)", FALSE },
  { "轮次 = 1 and 轮次 = 2 or 轮次 = 3", TRUE },
  { "轮次 = 3 or 轮次 = 2 and 轮次 = 1", TRUE },
  { "(轮次 = 3 or 轮次 = 2) and 轮次 = 1", FALSE },
  { "((轮次 = 3))and(not(轮次 = 1))", TRUE },
  { "轮次 = 3 and not 届次 exists and 单位 = “水利局”", TRUE },
};

START_TEST (conditions_hold_or_do_not)
{
  g_autoptr (LecternValues) values = make_values ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize at;
      g_autoptr (LecternCondition) condition
          = _lectern_condition_new (rows[i].text, strlen (rows[i].text), 16, &at, &error);

      ck_assert_msg (condition != NULL, "%s: %s", rows[i].text, error ? error->message : "");
      ck_assert_msg (_lectern_condition_holds (condition, lookup, values) == rows[i].holds, "%s",
                     rows[i].text);
    }
}
END_TEST

static const struct
{
  const char *text;
  gsize at;
} faults[] = {
  { "", 0 },
  { "轮次", 6 },
  { "轮次 =", 8 },
  { "= 3", 0 },
  { "轮次 = 3 4", 11 },
  { "轮次 = 3 and", 14 },
  { "轮次 exist", 7 },
  { "轮次 in (1, 2", 15 },
  { "轮次 in ()", 11 },
  { "(轮次 = 3", 11 },
  { "轮次 = 3)", 10 },
  { "单位 = \"水利局", 9 },
  { "单位 = “水利局\"", 9 },
  { "轮次 = 3a", 9 },
  { "not", 3 },
  { "and 轮次 exists", 0 },
  { "轮次 exists exists", 14 },
};

START_TEST (what_is_no_condition_says_where)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize at = G_MAXSIZE;
      LecternCondition *condition
          = _lectern_condition_new (faults[i].text, strlen (faults[i].text), 16, &at, &error);

      ck_assert_msg (condition == NULL, "%s", faults[i].text);
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE));
      ck_assert_msg (at == faults[i].at, "%s: %" G_GSIZE_FORMAT " %s", faults[i].text, at,
                     error->message);
    }
}
END_TEST

START_TEST (depth_has_a_limit_and_length_has_none)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternValues) values = make_values ();
  g_autoptr (LecternCondition) condition = NULL;
  gsize at;

  for (guint i = 0; i < 17; i++)
    g_string_append_c (text, '(');
  ck_assert_ptr_null (_lectern_condition_new (text->str, text->len, 16, &at, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
  ck_assert_uint_eq (at, 16);
  g_string_assign (text, "轮次 = 0");
  for (guint i = 1; i < 100000; i++)
    g_string_append_printf (text, " or 轮次 = %u", i);
  g_clear_error (&error);
  condition = _lectern_condition_new (text->str, text->len, 16, &at, &error);
  ck_assert_ptr_nonnull (condition);
  ck_assert_uint_eq (_lectern_condition_get_n_names (condition), 100000);
  ck_assert (_lectern_condition_holds (condition, lookup, values));
}
END_TEST

RUN_SUITE ("conditions", conditions_hold_or_do_not, what_is_no_condition_says_where,
           depth_has_a_limit_and_length_has_none)
