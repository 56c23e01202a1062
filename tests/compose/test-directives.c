/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>
#include <string.h>

/* What templates with directives come to. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_new_from_text (bytes, &error);

  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

static LecternValue *
new_list (const char *items)
{
  g_auto (GStrv) words = g_strsplit (items, " ", -1);
  g_autoptr (GPtrArray) values
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);

  for (char **word = words; *word != NULL; word++)
    g_ptr_array_add (values, lectern_value_new_text (*word, -1));
  return lectern_value_new_list (values);
}

static LecternValue *
new_records (void)
{
  static const char *const rows[][2] = { { "柳镇", "3" }, { "石镇", "12" } };
  g_autoptr (GPtrArray) values
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternValues) record = lectern_values_new (NULL);

      lectern_values_set_text (record, "名", rows[i][0]);
      lectern_values_set_text (record, "村数", rows[i][1]);
      g_ptr_array_add (values, lectern_value_new_record (record));
    }
  return lectern_value_new_list (values);
}

static LecternValues *
make_values (void)
{
  LecternValues *values = lectern_values_new (NULL);
  g_autoptr (LecternValue) one = new_list ("通信");
  g_autoptr (LecternValue) three = new_list ("通信 {{轮次}}XX 三、堤防");
  g_autoptr (LecternValue) towns = new_records ();

  lectern_values_set (values, "一项", one);
  lectern_values_set (values, "三项", three);
  lectern_values_set (values, "乡镇", towns);
  lectern_values_set_text (values, "几项", "甲、乙");
  lectern_values_set_text (values, "轮次", "2");
  lectern_values_set_text (values, "单位", "水利局");
  return values;
}

static char *
dup_text (LecternDocument *document)
{
  g_autoptr (GBytes) bytes = lectern_document_to_text (document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
dup_filled (const char *text, LecternFillOptions *options, GError **error)
{
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, error);
  g_autoptr (LecternValues) values = make_values ();
  g_autoptr (LecternDocument) filled = NULL;
  g_autoptr (LecternEdits) edits = NULL;
  g_autoptr (GBytes) before = lectern_document_to_text (document);
  g_autoptr (GBytes) edited = NULL;
  char *result;

  if (template == NULL)
    return NULL;
  filled = lectern_template_fill (template, values, options, NULL, NULL, error);
  if (filled == NULL)
    return NULL;
  result = dup_text (filled);
  edits = lectern_document_dup_edits (filled, document);
  edited = lectern_edits_apply (edits, before, NULL);
  ck_assert_uint_eq (g_bytes_get_size (edited), strlen (result));
  ck_assert_mem_eq (g_bytes_get_data (edited, NULL), result, strlen (result));
  return result;
}

typedef struct
{
  const char *template;
  const char *filled;
} Row;

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *filled = dup_filled (rows[i].template, NULL, &error);

      ck_assert_msg (filled != NULL, "%s\n%s", rows[i].template, error ? error->message : "");
      ck_assert_msg (strcmp (filled, rows[i].filled) == 0, "%s\nis\n%s\nmust be\n%s",
                     rows[i].template, filled, rows[i].filled);
    }
}

#define HEAD "在全县防汛会上的讲话\n同志们：\n今天开个会，主要是部署防汛。"

START_TEST (directives_go_with_their_lines)
{
  static const Row rows[] = {
    { HEAD "\n{{! 说明 }}\n{{#field 届次:ordinal}}\n{{#meta tags 防汛}}\n谢谢大家！\n",
      HEAD "\n谢谢大家！\n" },
    { "  {{#if 轮次 exists}}  \r\n" HEAD "\r\n{{/if}}\r\n", HEAD "\r\n" },
    { HEAD "\n{{#if 轮次 = 2}}\n谢谢大家！\n{{/if}}", HEAD "\n谢谢大家！\n" },
    { HEAD "\n{{#if 轮次 = 3}}\n谢谢大家！\n{{/if}}\n", HEAD "\n" },
    { HEAD "\n{{#if 轮次 = 1}}\n甲。\n{{#else if 轮次 = 2}}\n乙。\n{{#else}}\n丙。\n{{/if}}\n",
      HEAD "\n乙。\n" },
    { HEAD "\n{{#if 轮次 = 1}}\n甲。\n{{#else if 轮次 = 3}}\n乙。\n{{#else}}\n丙。\n{{/if}}\n",
      HEAD "\n丙。\n" },
    { HEAD "\n{{#if 轮次 = 2}}\n{{#if 单位 = “农业局”}}\n甲。\n{{#else}}\n乙。\n{{/if}}\n{{/if}}\n",
      HEAD "\n乙。\n" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_repeat_makes_members_that_are_numbered)
{
  static const Row rows[] = {
    { HEAD "要补齐两个短板：\n{{#repeat 短板 in 三项}}\n一是{{短板}}有差距。要查。\n{{/repeat}}\n"
           "二是值班有差距。\n谢谢大家！\n",
      HEAD "要补齐四个短板：\n一是通信有差距。要查。\n二是{{轮次}}XX有差距。要查。\n"
           "三是三、堤防有差距。要查。\n四是值班有差距。\n谢谢大家！\n" },
    { HEAD "强调两点。\n一要快。\n{{#repeat 项 in 几项}}\n二要{{项}}。\n{{/repeat}}\n谢谢大家！\n",
      HEAD "强调三点。\n一要快。\n二要甲。\n三要乙。\n谢谢大家！\n" },
    { HEAD "\n{{#repeat 项 in 没有}}\n一要{{项}}。\n{{/repeat}}\n一要快。\n二要稳。\n",
      HEAD "\n一要快。\n二要稳。\n" },
    { HEAD "下面，我讲{{count}}点意见。\n一、认清形势\n形势不好。\n{{#repeat 镇 in 乡镇}}\n"
           "二、盯住{{镇.名}}\n这是第{{镇.position}}个镇，共{{镇.count}}个，有{{村数}}个村。\n"
           "{{/repeat}}\n三、压实责任\n责任到人。\n同志们，抓紧干！\n",
      HEAD "下面，我讲四点意见。\n一、认清形势\n形势不好。\n二、盯住柳镇\n"
           "这是第1个镇，共2个，有3个村。\n三、盯住石镇\n这是第2个镇，共2个，有12个村。\n"
           "四、压实责任\n责任到人。\n同志们，抓紧干！\n" },
    { HEAD
      "\n{{#repeat 镇 in 乡镇}}\n一、{{镇.名}}\n（一）查。\n（二）改。\n{{/repeat}}\n谢谢大家！\n",
      HEAD "\n一、柳镇\n（一）查。\n（二）改。\n二、石镇\n（一）查。\n（二）改。\n谢谢大家！\n" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (what_is_left_out_is_not_counted)
{
  static const Row rows[] = {
    { HEAD
      "强调三点。首先，要快。\n其次，要净。\n{{#if 轮次 = 3}}\n最后，要稳。\n{{/if}}\n谢谢大家！\n",
      HEAD "强调两点。首先，要快。\n其次，要净。\n谢谢大家！\n" },
    { HEAD "强调三点。一要快。\n{{#if 轮次 = 3}}\n二要净。\n{{/if}}\n三要稳。\n谢谢大家！\n",
      HEAD "强调两点。一要快。\n二要稳。\n谢谢大家！\n" },
    { HEAD "\n一要快。\n{{#if 轮次 = "
           "3}}\n二要净。\n{{#else}}\n二要省。\n{{/if}}\n三要稳。\n谢谢大家！\n",
      HEAD "\n一要快。\n二要省。\n三要稳。\n谢谢大家！\n" },
    { HEAD
      "下面，我讲三点意见。\n一、甲事\n{{#if 轮次 = 3}}\n二、乙事\n{{/if}}\n三、丙事\n谢谢大家！\n",
      HEAD "下面，我讲两点意见。\n一、甲事\n二、丙事\n谢谢大家！\n" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (numbers_that_no_directive_touches_stay)
{
  static const Row rows[] = {
    { HEAD "强调五点。\n一要快。\n三要净。\n{{! 注 }}\n谢谢大家！\n",
      HEAD "强调五点。\n一要快。\n三要净。\n谢谢大家！\n" },
    { HEAD
      "\n一、甲事\n讲三点。一要快。\n三要净。\n{{#if 轮次 = 2}}\n二、乙事\n{{/if}}\n谢谢大家！\n",
      HEAD "\n一、甲事\n讲三点。一要快。\n三要净。\n二、乙事\n谢谢大家！\n" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}
END_TEST

static const struct
{
  const char *template;
  LecternError code;
  guint line;
  guint column;
} faults[] = {
  { "{{#if 轮次 exists}}\n甲。\n", LECTERN_ERROR_TEMPLATE, 1, 1 },
  { "甲。\n  {{/if}}\n", LECTERN_ERROR_TEMPLATE, 2, 3 },
  { "{{#if 轮次 exists}}\n甲。\n{{/repeat}}\n", LECTERN_ERROR_TEMPLATE, 3, 1 },
  { "{{#else}}\n甲。\n", LECTERN_ERROR_TEMPLATE, 1, 1 },
  { "{{#if 轮次 exists}}\n{{#else}}\n{{#else}}\n{{/if}}\n", LECTERN_ERROR_TEMPLATE, 3, 1 },
  { "{{#if 轮次 >}}\n甲。\n{{/if}}\n", LECTERN_ERROR_TEMPLATE, 1, 11 },
  { "{{#if}}\n甲。\n{{/if}}\n", LECTERN_ERROR_TEMPLATE, 1, 1 },
  { "{{#fi 轮次 exists}}\n甲。\n", LECTERN_ERROR_TEMPLATE, 1, 1 },
  { "{{#repeat 项}}\n甲。\n{{/repeat}}\n", LECTERN_ERROR_TEMPLATE, 1, 1 },
  { "{{#field 轮次:weather}}\n甲。\n", LECTERN_ERROR_TEMPLATE, 1, 13 },
  { "甲。{{#if 轮次 exists}}乙。{{/if}}\n", LECTERN_ERROR_TEMPLATE, 1, 3 },
  { "{{! 注 }}\n甲。\n乙{{/repeat}}\n", LECTERN_ERROR_TEMPLATE, 3, 2 },
  { "甲。\n{{> 没有}}\n", LECTERN_ERROR_TEMPLATE, 2, 1 },
  { "甲。\n{{#repeat 项 in 镇}}\n{{/repeat}}\n", LECTERN_ERROR_VALUE, 2, 1 },
  { "甲。\n{{#repeat 项 in 很多}}\n⑴抓{{项}}。\n{{/repeat}}\n⑵抓完。\n", LECTERN_ERROR_NUMBERING, 3,
    1 },
};

START_TEST (faults_are_told_with_their_place)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternDocument) document = read_text (faults[i].template);
      g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, &error);
      g_autoptr (LecternValues) values = make_values ();
      g_autoptr (LecternValue) number = lectern_value_new_integer (3);
      g_autoptr (LecternValue) many
          = new_list ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21");
      g_autoptr (LecternDocument) filled = NULL;
      LecternPosition position;

      lectern_values_set (values, "镇", number);
      lectern_values_set (values, "很多", many);
      if (template != NULL)
        filled = lectern_template_fill (template, values, NULL, NULL, NULL, &error);
      ck_assert_msg (filled == NULL && error != NULL, "%s", faults[i].template);
      ck_assert_msg (g_error_matches (error, LECTERN_ERROR, (gint)faults[i].code), "%s: %s",
                     faults[i].template, error->message);
      ck_assert (lectern_error_get_position (error, &position));
      ck_assert_msg (position.line == faults[i].line && position.column == faults[i].column,
                     "%s: %s", faults[i].template, error->message);
    }
}
END_TEST

/* Thousands of rounds in each other, deep nesting, much text: an error, and soon. */
START_TEST (hostile_templates_end_quickly)
{
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (GString) items = g_string_new ("甲");
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (LecternValue) list = NULL;
  gint64 start = g_get_monotonic_time ();
  static const char nested[] = "{{#repeat 一 in 表}}\n{{#repeat 二 in 表}}\n{{#repeat 三 in 表}}\n"
                               "{{一}}{{二}}{{三}}。\n{{/repeat}}\n{{/repeat}}\n{{/repeat}}\n";

  for (guint i = 1; i < 1000; i++)
    g_string_append (items, " 甲");
  list = new_list (items->str);
  lectern_values_set (values, "表", list);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LecternDocument) document = read_text (nested);
      g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
      g_autoptr (GError) error = NULL;

      if (i == 1)
        {
          lectern_fill_options_set_max_repetitions (options, G_MAXUINT);
          lectern_fill_options_set_max_output (options, 1 << 20);
        }
      ck_assert_ptr_null (lectern_template_fill (template, values, options, NULL, NULL, &error));
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "{{#if 甲 exists}}\n");
  {
    g_autoptr (LecternDocument) document = read_text (deep->str);
    g_autoptr (GError) error = NULL;

    ck_assert_ptr_null (lectern_template_new (document, NULL, &error));
    ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_LIMIT));
  }
  ck_assert_int_lt (g_get_monotonic_time () - start, 30 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (a_value_is_never_a_directive)
{
  static const char text[] = HEAD "\n{{#if 轮次 = 2}}\n{{毒}}\n{{/if}}\n谢谢大家！\n";
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternValues) values = make_values ();
  g_autoptr (LecternDocument) filled = NULL;
  g_autoptr (GPtrArray) directives = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *result = NULL;

  lectern_values_set_text (values, "毒", "{{#repeat 甲 in 乙}}\n一、标题\n{{> 片段}}");
  filled = lectern_document_fill (document, values, NULL, NULL, &error);
  ck_assert_ptr_nonnull (filled);
  result = dup_text (filled);
  ck_assert_str_eq (result, HEAD "\n{{#repeat 甲 in 乙}}\n一、标题\n{{> 片段}}\n谢谢大家！\n");
  directives = lectern_document_list_nodes (filled, LECTERN_NODE_DIRECTIVE);
  ck_assert_uint_eq (directives->len, 0);
  ck_assert_uint_eq (lectern_document_list_nodes (filled, LECTERN_NODE_SECTION)->len, 0);
}
END_TEST

START_TEST (what_is_asked_for_is_listed)
{
  static const char text[] = "{{#field 届次:ordinal|3}}\n" HEAD "我讲{{count}}点意见。\n"
                             "{{#if 单位 = 别名 or 届次 > 1}}\n一、{{事}}\n{{/if}}\n"
                             "{{#repeat 镇 in 乡镇}}\n二、{{镇}}第{{镇.position}}\n{{/repeat}}\n";
  static const char *const names[] = { "事", "届次", "乡镇", "单位", "别名" };
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (GPtrArray) fields = lectern_template_list_fields (template);

  ck_assert_uint_eq (fields->len, G_N_ELEMENTS (names));
  for (guint i = 0; i < fields->len; i++)
    ck_assert_str_eq (lectern_field_get_name (fields->pdata[i]), names[i]);
  ck_assert_str_eq (lectern_field_get_kind (fields->pdata[1]), "ordinal");
  ck_assert_str_eq (lectern_field_get_default (fields->pdata[1]), "3");
}
END_TEST

START_TEST (missing_values_are_told_by_option)
{
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept
      = dup_filled (HEAD "\n{{#if 轮次 = 2}}\n{{甲}}和{{乙}}。\n{{/if}}\n", NULL, NULL);
  g_autofree char *filled = NULL;

  ck_assert_str_eq (kept, HEAD "\n{{甲}}和{{乙}}。\n");
  lectern_fill_options_set_missing (options, LECTERN_MISSING_ERROR);
  filled = dup_filled (HEAD "\n{{#if 轮次 = 2}}\n{{甲}}和{{乙}}。\n{{/if}}\n", options, &error);
  ck_assert_ptr_null (filled);
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
  ck_assert_ptr_nonnull (strstr (error->message, "甲, 乙"));
}
END_TEST

RUN_SUITE ("directives", directives_go_with_their_lines, a_repeat_makes_members_that_are_numbered,
           what_is_left_out_is_not_counted, numbers_that_no_directive_touches_stay,
           faults_are_told_with_their_place, hostile_templates_end_quickly,
           a_value_is_never_a_directive, what_is_asked_for_is_listed,
           missing_values_are_told_by_option)
