/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-slogans-private.h"
#include "suite.h"

#include <string.h>

static const LecternSlogan *
slogan_at (const char *text, gsize *length, gboolean *canonical)
{
  return _lectern_slogan_at (text, text + strlen (text), length, canonical);
}

START_TEST (each_slogan_counts_its_members)
{
  ck_assert_uint_ge (_lectern_n_slogans, 150);
  for (guint i = 0; i < _lectern_n_slogans; i++)
    {
      const LecternSlogan *slogan = &_lectern_slogans[i];
      g_auto (GStrv) members = g_strsplit (slogan->members, "|", -1);

      ck_assert_msg (g_strv_length (members) == slogan->count, "%s", slogan->name);
      for (guint k = 0; members[k] != NULL; k++)
        {
          ck_assert_msg (*members[k] != '\0', "%s", slogan->name);
          for (guint j = 0; j < k; j++)
            ck_assert_msg (strcmp (members[j], members[k]) != 0, "%s", slogan->name);
        }
    }
}
END_TEST

START_TEST (each_slogan_is_found_by_its_name)
{
  for (guint i = 0; i < _lectern_n_slogans; i++)
    {
      const LecternSlogan *slogan = &_lectern_slogans[i];
      gboolean canonical = FALSE;
      gsize length;

      ck_assert_ptr_eq (_lectern_slogan_lookup (slogan->name, strlen (slogan->name)), slogan);
      ck_assert_ptr_eq (slogan_at (slogan->name, &length, &canonical), slogan);
      ck_assert_uint_eq (length, strlen (slogan->name));
      ck_assert (canonical);
    }
}
END_TEST

START_TEST (other_digits_are_told_from_those_of_the_name)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *written;
  } rows[] = {
    { "4个意识”要树牢", "四个意识", "4个意识" },
    { "４个意识", "四个意识", "４个意识" },
    { "2个维护。", "两个维护", "2个维护" },
    { "8项规定精神", "八项规定", "8项规定" },
    { "和平共处5项原则的", "和平共处五项原则", "和平共处5项原则" },
    { "3会1课制度", "三会一课", "3会1课" },
    { "2个100年", "两个一百年", "2个100年" },
    { "14个坚持", "十四个坚持", "14个坚持" },
    { "5讲4美3热爱", "五讲四美三热爱", "5讲4美3热爱" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean canonical = TRUE;
      gsize length;
      const LecternSlogan *slogan = slogan_at (rows[i].text, &length, &canonical);

      ck_assert_msg (slogan != NULL, "%s", rows[i].text);
      ck_assert_str_eq (slogan->name, rows[i].name);
      ck_assert_uint_eq (length, strlen (rows[i].written));
      ck_assert_msg (!canonical, "%s", rows[i].text);
    }
}
END_TEST

START_TEST (the_longest_slogan_is_meant)
{
  gboolean canonical;
  gsize length;

  ck_assert_str_eq (slogan_at ("五讲四美三热爱活动", &length, &canonical)->name, "五讲四美三热爱");
  ck_assert_str_eq (slogan_at ("五讲四美活动", &length, &canonical)->name, "五讲四美");
  ck_assert_str_eq (slogan_at ("六个必须坚持", &length, &canonical)->name, "六个必须坚持");
}
END_TEST

START_TEST (what_is_no_slogan_is_not_found)
{
  static const char *const texts[]
      = { "",  "四",       "四个",     "四个村的意识", "五个意识", "个意识", "意识",
          "4", "40个意识", "四个意见", "三会二课",     "abc",      "4个",    "4个意" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gboolean canonical;
      gsize length = 1;

      ck_assert_msg (slogan_at (texts[i], &length, &canonical) == NULL, "%s", texts[i]);
      ck_assert_uint_eq (length, 0);
      ck_assert_ptr_null (_lectern_slogan_lookup (texts[i], strlen (texts[i])));
    }
  ck_assert_ptr_null (_lectern_slogan_lookup ("四个意识", strlen ("四个意识") - 3));
  ck_assert_ptr_null (_lectern_slogan_lookup ("4个意识", strlen ("4个意识")));
}
END_TEST

RUN_SUITE ("slogans", each_slogan_counts_its_members, each_slogan_is_found_by_its_name,
           other_digits_are_told_from_those_of_the_name, the_longest_slogan_is_meant,
           what_is_no_slogan_is_not_found)
