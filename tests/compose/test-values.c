/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

/* Values by their names. */

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
  g_autoptr (LecternValue) own = NULL, resolved = NULL, inherited = NULL, none = NULL;
  guint asked = 0;

  lectern_values_set_text (parent, "甲", "父");
  lectern_values_set_text (parent, "乙", "父");
  lectern_values_set_text (values, "甲", "子");
  lectern_values_set_resolver (values, resolve, &asked, NULL);
  own = lectern_values_lookup (values, "甲");
  resolved = lectern_values_lookup (values, "求水");
  inherited = lectern_values_lookup (values, "乙");
  none = lectern_values_lookup (values, "丙");
  ck_assert_str_eq (lectern_value_get_text (own, NULL), "子");
  ck_assert_str_eq (lectern_value_get_text (resolved, NULL), "求水");
  ck_assert_str_eq (lectern_value_get_text (inherited, NULL), "父");
  ck_assert (none == NULL);
  ck_assert_uint_eq (asked, 3);
}
END_TEST

RUN_SUITE ("values", what_is_not_here_is_asked_of_the_resolver_then_of_the_parent)
