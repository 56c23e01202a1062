/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

/* Values by their names. */

static const char *
look_up (LecternValues *values, const char *name)
{
  g_autoptr (LecternValue) value = lectern_values_lookup (values, name);

  return value != NULL ? g_intern_string (lectern_value_get_text (value, NULL)) : NULL;
}

static LecternValue *
resolve (LecternValues *values, const char *name, gpointer user_data)
{
  (*(guint *)user_data)++;
  return g_str_has_prefix (name, "求") ? lectern_value_new_text (name, -1) : NULL;
}

START_TEST (what_is_not_here_is_asked_of_the_resolver_then_of_the_parent)
{
  g_autoptr (LecternValues) parent = lectern_values_new (NULL);
  g_autoptr (LecternValues) values = lectern_values_new (parent);
  guint asked = 0;

  lectern_values_set_text (parent, "甲", "父");
  lectern_values_set_text (parent, "乙", "父");
  lectern_values_set_text (values, "甲", "子");
  lectern_values_set_resolver (values, resolve, &asked, NULL);
  ck_assert_str_eq (look_up (values, "甲"), "子");
  ck_assert_uint_eq (asked, 0);
  ck_assert_str_eq (look_up (values, "求水"), "求水");
  ck_assert_str_eq (look_up (values, "乙"), "父");
  ck_assert_ptr_null (look_up (values, "丙"));
  ck_assert_uint_eq (asked, 3);
  ck_assert_ptr_eq (lectern_values_get_parent (values), parent);
}
END_TEST

START_TEST (a_name_that_is_set_to_nothing_hides_that_of_the_parent)
{
  g_autoptr (LecternValues) parent = lectern_values_new (NULL);
  g_autoptr (LecternValues) values = lectern_values_new (parent);
  g_autoptr (GPtrArray) names = NULL;

  lectern_values_set_text (parent, "甲", "父");
  lectern_values_set_text (parent, "乙", "父");
  lectern_values_set (values, "甲", NULL);
  lectern_values_set_text (values, "丙", "子");
  ck_assert_ptr_null (look_up (values, "甲"));
  names = lectern_values_list_names (values);
  ck_assert_uint_eq (names->len, 2);
  ck_assert_str_eq (g_ptr_array_index (names, 0), "丙");
  ck_assert_str_eq (g_ptr_array_index (names, 1), "乙");
}
END_TEST

START_TEST (ten_thousand_names_keep_their_values)
{
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (GPtrArray) names = NULL;

  for (guint round = 0; round < 2; round++)
    for (gint64 i = 0; i < 10000; i++)
      {
        g_autofree char *name = g_strdup_printf ("字段%" G_GINT64_FORMAT, i);
        g_autoptr (LecternValue) value = lectern_value_new_integer (i + round);

        lectern_values_set (values, name, value);
      }
  for (gint64 i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("字段%" G_GINT64_FORMAT, i);
      g_autoptr (LecternValue) value = lectern_values_lookup (values, name);
      gint64 number;

      ck_assert (value != NULL && lectern_value_get_integer (value, &number));
      ck_assert_int_eq (number, i + 1);
    }
  names = lectern_values_list_names (values);
  ck_assert_uint_eq (names->len, 10000);
}
END_TEST

START_TEST (a_long_chain_of_parents_is_no_depth)
{
  g_autoptr (LecternValues) values = lectern_values_new (NULL);

  lectern_values_set_text (values, "甲", "祖");
  for (guint i = 0; i < 200000; i++)
    {
      LecternValues *child = lectern_values_new (values);

      lectern_values_unref (values);
      values = child;
    }
  ck_assert_str_eq (look_up (values, "甲"), "祖");
}
END_TEST

static LecternValues *
read_key_file (const char *data, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  ck_assert (g_key_file_load_from_data (file, data, (gsize)-1, G_KEY_FILE_NONE, NULL));
  return lectern_values_new_from_key_file (file, "values", error);
}

START_TEST (the_key_of_an_entry_may_say_its_kind)
{
  g_autoptr (LecternValues) values = read_key_file ("[values]\n"
                                                    "单位=县水利局\n"
                                                    "日期:date=2025-03-12\n"
                                                    "名单:list:person=张水生（县长）、李闸\n"
                                                    "说明=一\\n二\n",
                                                    NULL);
  g_autoptr (LecternValue) date = lectern_values_lookup (values, "日期");
  g_autoptr (LecternValue) list = lectern_values_lookup (values, "名单");

  ck_assert_str_eq (look_up (values, "单位"), "县水利局");
  ck_assert_str_eq (look_up (values, "说明"), "一\n二");
  ck_assert_int_eq (lectern_value_get_value_type (date), LECTERN_VALUE_DATE);
  ck_assert_uint_eq (lectern_value_get_n_items (list), 2);
  ck_assert_str_eq (lectern_value_get_post (lectern_value_get_item (list, 0)), "县长");
}
END_TEST

START_TEST (an_entry_that_is_no_value_of_its_kind_is_named)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_key_file ("[values]\n日期:date=后天\n", &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
  ck_assert_str_eq (error->message, "[values] 日期:date: “后天” is no date");
  g_clear_error (&error);
  ck_assert_ptr_null (read_key_file ("[other]\n", &error));
  ck_assert (g_error_matches (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND));
}
END_TEST

static gpointer
ask_many_times (gpointer data)
{
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    n += g_strcmp0 (look_up (data, i % 2 ? "甲" : "乙"), i % 2 ? "子" : "父") == 0;
  return GUINT_TO_POINTER (n);
}

START_TEST (several_threads_may_ask_at_once)
{
  g_autoptr (LecternValues) parent = lectern_values_new (NULL);
  g_autoptr (LecternValues) values = lectern_values_new (parent);
  GThread *threads[4];

  lectern_values_set_text (parent, "乙", "父");
  lectern_values_set_text (values, "甲", "子");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_many_times, values);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    ck_assert_uint_eq (GPOINTER_TO_UINT (g_thread_join (threads[i])), 20000);
}
END_TEST

RUN_SUITE ("values", what_is_not_here_is_asked_of_the_resolver_then_of_the_parent,
           a_name_that_is_set_to_nothing_hides_that_of_the_parent,
           ten_thousand_names_keep_their_values, a_long_chain_of_parents_is_no_depth,
           the_key_of_an_entry_may_say_its_kind, an_entry_that_is_no_value_of_its_kind_is_named,
           several_threads_may_ask_at_once)
