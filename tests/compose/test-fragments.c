/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <glib/gstdio.h>
#include <lectern/lectern.h>
#include <string.h>

/* Libraries of fragments, and speeches that are put together of them. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lectern_document_new_from_text (bytes, NULL);
}

static void
add (LecternFragments *fragments, const char *id, const char *text)
{
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lectern_fragments_add (fragments, id, document, &error), "%s",
                 error != NULL ? error->message : "");
}

static char *
dup_assembled (const char *recipe_text, LecternFragments *fragments, LecternValues *values,
               GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (LecternRecipe) recipe = NULL;
  g_autoptr (LecternDocument) speech = NULL;
  g_autoptr (GBytes) bytes = NULL;

  ck_assert (g_key_file_load_from_data (file, recipe_text, -1, G_KEY_FILE_NONE, NULL));
  recipe = lectern_recipe_new_from_key_file (file, error);
  if (recipe == NULL)
    return NULL;
  speech = lectern_recipe_assemble (recipe, fragments, values, NULL, NULL, NULL, error);
  if (speech == NULL)
    return NULL;
  bytes = lectern_document_to_text (speech);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static LecternFragments *
make_fragments (void)
{
  LecternFragments *fragments = lectern_fragments_new ();

  add (fragments, "开场",
       "{{#meta tags 开场，部署}}\n今天部署{{工作}}。下面，我讲{{count}}点意见。\n");
  add (fragments, "查", "一要查。逐段查，{{单位}}牵头。\n");
  add (fragments, "改", "{{#meta tags 部署}}\n一要改。限期改。\n二要验。");
  add (fragments, "结尾", "同志们，把{{工作}}抓好！\n");
  return fragments;
}

static const char recipe[]
    = "[recipe]\ntitle=在{{会议}}上的讲话\nsalutation=同志们：\nopening=开场\n"
      "closing=结尾\nthanks=谢谢大家！\n[看清形势]\ntext=形势不好。\n"
      "[抓好落实]\nfragments=查;改\n[另作安排]\nif=轮次 > 1\n";

START_TEST (a_recipe_puts_fragments_together_and_counts_them)
{
  g_autoptr (LecternFragments) fragments = make_fragments ();
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *speech = NULL;

  lectern_values_set_text (values, "会议", "防汛会");
  lectern_values_set_text (values, "工作", "防汛");
  speech = dup_assembled (recipe, fragments, values, &error);
  ck_assert_msg (speech != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_str_eq (speech, "在防汛会上的讲话\n同志们：\n今天部署防汛。下面，我讲两点意见。\n"
                            "一、看清形势\n形势不好。\n二、抓好落实\n"
                            "一要查。逐段查，{{单位}}牵头。\n二要改。限期改。\n三要验。\n"
                            "同志们，把防汛抓好！\n谢谢大家！\n");
}
END_TEST

START_TEST (an_outline_stands_before_by_wish)
{
  g_autoptr (LecternFragments) fragments = make_fragments ();
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *speech = NULL;

  lectern_values_set_text (values, "会议", "防汛会");
  lectern_values_set_text (values, "工作", "防汛");
  speech = dup_assembled ("[recipe]\noutline=true\ntitle=在{{会议}}上的讲话\nsalutation=同志们：\n"
                          "opening=开场\n[抓好{{工作}}]\ntext=要抓好。\n[压实责任]\ntext=要压实。\n"
                          "[再鼓干劲]\ntext=要鼓劲。\n",
                          fragments, values, &error);
  ck_assert_msg (speech != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_str_eq (speech, "【提纲】一、抓好防汛。二、压实责任。三、再鼓干劲。\n在防汛会上的讲话\n"
                            "同志们：\n今天部署防汛。下面，我讲三点意见。\n一、抓好防汛\n要抓好。\n"
                            "二、压实责任\n要压实。\n三、再鼓干劲\n要鼓劲。\n");
}
END_TEST

START_TEST (fragments_that_include_each_other_are_an_error)
{
  g_autoptr (LecternFragments) fragments = lectern_fragments_new ();
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  add (fragments, "甲", "甲。\n{{> 乙}}\n");
  add (fragments, "乙", "乙。\n{{> 丙}}\n");
  add (fragments, "丙", "丙。\n{{> 甲}}\n");
  ck_assert_ptr_null (dup_assembled ("[recipe]\nopening=甲\n", fragments, values, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE));
  ck_assert_ptr_nonnull (strstr (error->message, "甲 includes itself"));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%u", i);
      g_autofree char *text = g_strdup_printf ("{{> f%u}}\n{{> f%u}}\n", i + 1, i + 1);

      add (fragments, id, text);
    }
  add (fragments, "f40", "甲。\n");
  g_clear_error (&error);
  ck_assert_ptr_null (dup_assembled ("[recipe]\nopening=f0\n", fragments, values, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
  g_clear_error (&error);
  ck_assert_ptr_null (dup_assembled ("[recipe]\nopening=f15\n", fragments, values, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
  ck_assert_int_lt (g_get_monotonic_time () - start, 20 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (a_recipe_with_a_slip_says_where)
{
  static const char *const wrong[][2] = {
    { "[甲]\ntext=乙\n", "[recipe]" },
    { "[recipe]\ntitel=甲\n", "[recipe] titel" },
    { "[recipe]\n[甲]\nif=轮次 >\n", "[甲] if" },
    { "[recipe]\n[甲]\nrepeat=乙\n", "[甲] repeat" },
    { "[recipe]\n[甲]\nlevel=9\n", "[甲] level" },
    { "[recipe]\n[甲]\nfragments=乙}}\n", "[甲] fragments" },
    { "[recipe]\n[甲]\nif=轮次 = “}}”\n", "[甲] if" },
  };
  g_autoptr (LecternValues) values = lectern_values_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (dup_assembled (wrong[i][0], NULL, values, &error));
      ck_assert_msg (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE), "%s",
                     wrong[i][0]);
      ck_assert_msg (g_str_has_prefix (error->message, wrong[i][1]), "%s: %s", wrong[i][0],
                     error->message);
    }
}
END_TEST

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

static char *
dup_ids (LecternFragments *fragments, const char *tag, const char *need)
{
  g_autoptr (GPtrArray) list = lectern_fragments_list (fragments, tag, need);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (ids, "%s ", lectern_fragment_get_id (list->pdata[i]));
  return g_string_free (ids, FALSE);
}

#define assert_ids(tag, need, expected)                                                            \
  {                                                                                                \
    g_autofree char *ids = dup_ids (fragments, tag, need);                                         \
                                                                                                   \
    ck_assert_str_eq (ids, expected);                                                              \
  }

START_TEST (a_folder_is_indexed_and_what_changes_is_read_again)
{
  g_autofree char *path = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (path, "sub", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (LecternFragments) fragments = NULL;
  g_autoptr (LecternFragment) found = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  ck_assert_int_eq (g_mkdir (below, 0700), 0);
  write_file (path, "a.txt", "{{#meta title 甲\t乙}}\n{{#meta tags 一, 二}}\n今天部署{{工作}}。\n");
  write_file (below, "b.txt",
              "{{#meta id 名}}\n{{#meta needs 丙}}\n{{#if 丁 exists}}\n好。\n{{/if}}\n");
  write_file (path, "c.txt", "{{#if 丁}}\n");
  write_file (path, "d.xml",
              "<speech xmlns='urn:lectern:speech:1'><directive do='meta'>{{#meta tags "
              "二}}</directive><p>好。</p></speech>");
  write_file (path, "e.dat", "好。\n");
  fragments = lectern_fragments_new_for_folder (folder, NULL, NULL, &error);
  ck_assert_ptr_nonnull (fragments);
  assert_ids (NULL, NULL, "a d 名 ");
  assert_ids ("二", NULL, "a d ");
  assert_ids (NULL, "丙", "名 ");
  assert_ids (NULL, "丁", "名 ");
  assert_ids ("二", "工作", "a ");
  problems = lectern_fragments_list_problems (fragments);
  ck_assert_uint_eq (problems->len, 1);
  ck_assert (g_str_has_prefix (problems->pdata[0], "c.txt:1:"));
  found = lectern_fragments_lookup (fragments, "a");
  ck_assert_str_eq (lectern_fragment_get_fact (found, LECTERN_FACT_TITLE), "甲\t乙");
  ck_assert (lectern_fragments_refresh (fragments, &changed, NULL, NULL));
  ck_assert (!changed);
  write_file (path, "a.txt", "{{#meta tags 三}}\n今天部署工作，明天部署别的。\n");
  write_file (path, "c.txt", "好。\n");
  ck_assert (lectern_fragments_refresh (fragments, &changed, NULL, NULL));
  ck_assert (changed);
  assert_ids (NULL, NULL, "a c d 名 ");
  assert_ids ("三", NULL, "a ");
}
END_TEST

RUN_SUITE ("fragments", a_recipe_puts_fragments_together_and_counts_them,
           an_outline_stands_before_by_wish, fragments_that_include_each_other_are_an_error,
           a_recipe_with_a_slip_says_where, a_folder_is_indexed_and_what_changes_is_read_again)
