/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* Which mask is filled by which name, and that this is known again in a text that was changed. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LecternDocument *document = lectern_document_new_from_text (bytes, NULL);

  ck_assert_ptr_nonnull (document);
  return document;
}

/* The fields as lines: name, kind, places, slots. */
static char *
describe (LecternBindings *bindings, LecternDocument *document)
{
  g_autoptr (GPtrArray) fields = lectern_bindings_list_fields (bindings, document);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      LecternField *field = fields->pdata[i];

      g_string_append_printf (lines, "%s %s %u/%u\n", lectern_field_get_name (field),
                              lectern_field_get_kind (field), lectern_field_get_n_places (field),
                              lectern_field_get_n_slots (field));
    }
  return g_string_free (lines, FALSE);
}

static void
check_proposed (const char *text, const char *expected)
{
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternBindings) bindings = lectern_bindings_new_proposed (document);
  g_autofree char *lines = describe (bindings, document);

  ck_assert_str_eq (lines, expected);
}

START_TEST (masks_before_the_same_word_are_one_group)
{
  check_proposed ("XX系统要带头。XX系统要从严。*区、*区都要跟上。\n",
                  "系统 text 2/2\n区名 place 2/2\n");
  check_proposed ("XX届市委换届。第X轮清淤。XX届市委总结。第X轮清淤开始。\n",
                  "届次 ordinal 2/2\n轮次 ordinal 2/2\n");
}
END_TEST

START_TEST (numbers_and_people_are_each_their_own)
{
  check_proposed ("共有XX个断面、XX个断面。XX同志通报，XX同志表态。\n",
                  "断面数 count 1/1\n断面数2 count 1/1\n姓名 person 1/1\n姓名2 person 1/1\n");
}
END_TEST

START_TEST (a_clause_that_comes_twice_takes_one_number)
{
  check_proposed ("全年清淤XX公里，值得肯定。全年清淤XX公里，来之不易。\n",
                  "全年清淤长度 count 2/2\n");
}
END_TEST

START_TEST (masks_that_take_one_value_in_parts_are_one_place)
{
  check_proposed ("20XX年X月X日开始，X月X日结束。\n", "日期 date 1/3\n日期2 date 1/2\n");
  check_proposed ("XX届X中全会之后，XXX、XXX、XX3名同志发言。\n",
                  "会议届次 ordinal 1/2\n名单 person 1/3\n");
}
END_TEST

START_TEST (names_of_the_text_are_kept_and_never_given_twice)
{
  check_proposed ("{{断面数}}个断面，另有XX个断面，{{断面数}}个达标。\n",
                  "断面数 count 2/2\n断面数2 count 1/1\n");
}
END_TEST

static LecternBindings *
read_back (LecternBindings *bindings)
{
  g_autoptr (GKeyFile) file = lectern_bindings_to_key_file (bindings);
  g_autofree char *data = g_key_file_to_data (file, NULL, NULL);
  g_autoptr (GKeyFile) again = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  LecternBindings *result;

  ck_assert (g_key_file_load_from_data (again, data, (gsize)-1, G_KEY_FILE_NONE, NULL));
  result = lectern_bindings_new_from_key_file (again, &error);
  ck_assert_msg (result != NULL, "%s", error != NULL ? error->message : "");
  return result;
}

#define BASE                                                                                       \
  "今天我们在XX区开会。刚才，XX同志通报了情况，XX同志作了表态。\n"      \
  "去年，全区清理河道XX公里，拆除违建XX处，投入XX万元。\n"                  \
  "各镇要在X月X日前完成任务，共有XX个断面达标，XX个断面不达标。\n"

START_TEST (bindings_survive_edits_of_the_text)
{
  static const struct
  {
    const char *text;
    const char *lost;
    const char *fields;
  } cases[] = {
    { BASE, NULL,
      "区名 place 1/1\n姓名 person 1/1\n姓名2 person 1/1\n清理河道长度 count 1/1\n"
      "拆除违建数 count 1/1\n金额 count 1/1\n日期 date 1/2\n断面数 count 1/1\n断面数2 count "
      "1/1\n" },
    /* A paragraph before all, words changed on one side of a mask, a new mask. */
    { "前言。\n今天我们在XX区开会。刚才，XX同志通报了情况，接着XX同志作了表态。\n"
      "去年，全区清理河道XX公里，拆除违建XX处，共投入XX万元，验收XX次。\n"
      "各镇要在X月X日前完成任务，共有XX个断面达标，还有XX个断面不达标。\n",
      NULL,
      "区名 place 1/1\n姓名 person 1/1\n姓名2 person 1/1\n清理河道长度 count 1/1\n"
      "拆除违建数 count 1/1\n金额 count 1/1\n验收数 count 1/1\n日期 date 1/2\n断面数 count 1/1\n"
      "断面数2 count 1/1\n" },
    /* Paragraphs changed places, and a mask was written longer. */
    { "各镇要在X月X日前完成任务，共有XX个断面达标，XX个断面不达标。\n"
      "今天我们在XX区开会。刚才，XXX同志通报了情况，XX同志作了表态。\n"
      "去年，全区清理河道XX公里，拆除违建XX处，投入XX万元。\n",
      NULL,
      "日期 date 1/2\n断面数 count 1/1\n断面数2 count 1/1\n区名 place 1/1\n姓名 person 1/1\n"
      "姓名2 person 1/1\n清理河道长度 count 1/1\n拆除违建数 count 1/1\n金额 count 1/1\n" },
    /* One was filled by hand. */
    { "今天我们在XX区开会。刚才，XX同志通报了情况，XX同志作了表态。\n"
      "去年，全区清理河道八公里，拆除违建XX处，投入XX万元。\n"
      "各镇要在X月X日前完成任务，共有XX个断面达标，XX个断面不达标。\n",
      "清理河道长度: 年，全区清理河道⟦XX⟧公里，拆除违建X",
      "区名 place 1/1\n姓名 person 1/1\n姓名2 person 1/1\n"
      "拆除违建数 count 1/1\n金额 count 1/1\n日期 date 1/2\n断面数 count 1/1\n断面数2 count "
      "1/1\n" },
  };
  g_autoptr (LecternDocument) base = read_text (BASE);
  g_autoptr (LecternBindings) proposed = lectern_bindings_new_proposed (base);
  g_autoptr (LecternBindings) bindings = read_back (proposed);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternDocument) document = read_text (cases[i].text);
      g_autofree char *fields = describe (bindings, document);
      g_autoptr (GPtrArray) lost = lectern_bindings_list_lost (bindings, document);

      ck_assert_str_eq (fields, cases[i].fields);
      ck_assert_uint_eq (lost->len, cases[i].lost != NULL ? 1 : 0);
      if (cases[i].lost != NULL)
        ck_assert_str_eq (lost->pdata[0], cases[i].lost);
    }
}
END_TEST

START_TEST (places_that_read_the_same_are_told_apart_by_their_order)
{
  static const char line[] = "要清理XX公里。\n";
  g_autofree char *text = g_strconcat (line, line, line, NULL);
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (GPtrArray) slots = lectern_document_list_nodes (document, LECTERN_NODE_PLACEHOLDER);
  g_autoptr (LecternBindings) bindings = lectern_bindings_new ();
  g_autoptr (LecternBindings) again = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GPtrArray) found = NULL;

  ck_assert_uint_eq (slots->len, 3);
  lectern_bindings_bind_slot (bindings, "二", slots->pdata[1]);
  again = read_back (bindings);
  fields = lectern_bindings_list_fields (again, document);
  ck_assert_uint_eq (fields->len, 2);
  ck_assert_str_eq (lectern_field_get_name (fields->pdata[1]), "二");
  found = lectern_field_list_slots (fields->pdata[1]);
  ck_assert_uint_eq (found->len, 1);
  ck_assert_ptr_eq (found->pdata[0], slots->pdata[1]);
}
END_TEST

START_TEST (a_place_goes_before_a_group_and_a_group_before_a_kind)
{
  g_autoptr (LecternDocument) document
      = read_text ("*区带头，*区跟上，*区收尾。共XX个断面、XX处违建。{{乡镇}}也来。\n");
  g_autoptr (GPtrArray) slots = lectern_document_list_nodes (document, LECTERN_NODE_PLACEHOLDER);
  g_autoptr (LecternBindings) bindings = lectern_bindings_new ();
  g_autoptr (LecternBindings) again = NULL;
  g_autofree char *fields = NULL;

  lectern_bindings_bind_slot (bindings, "头区", slots->pdata[0]);
  lectern_bindings_bind_group (bindings, "别区", "place *区");
  lectern_bindings_bind_kind (bindings, "地", "place", NULL, NULL);
  lectern_bindings_bind_kind (bindings, "处", "count", NULL, "处");
  lectern_bindings_bind_kind (bindings, "数", "count", NULL, NULL);
  lectern_bindings_bind_declared (bindings, "镇名", "乡镇");
  again = read_back (bindings);
  fields = describe (again, document);
  ck_assert_str_eq (fields, "头区 place 1/1\n别区 place 2/2\n数 count 1/1\n处 count 1/1\n"
                            "镇名 place 1/1\n");
}
END_TEST

START_TEST (names_come_back_whatever_is_in_them)
{
  static const char *const names[] = { "a[b]c", "100%", "两\n行", " 空 格 ", "甲=乙;丙#丁" };
  g_autoptr (LecternBindings) bindings = lectern_bindings_new ();
  g_autoptr (LecternBindings) again = NULL;
  g_autoptr (GKeyFile) one = NULL;
  g_autoptr (GKeyFile) other = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      lectern_bindings_bind_kind (bindings, names[i], names[i], NULL, NULL);
      lectern_bindings_set_default (bindings, names[i], names[i]);
      lectern_bindings_set_form (bindings, names[i], "chinese");
    }
  again = read_back (bindings);
  one = lectern_bindings_to_key_file (bindings);
  other = lectern_bindings_to_key_file (again);
  first = g_key_file_to_data (one, NULL, NULL);
  second = g_key_file_to_data (other, NULL, NULL);
  ck_assert_str_eq (first, second);
  ck_assert_ptr_nonnull (strstr (first, "default=100%\n"));
}
END_TEST

START_TEST (what_is_no_binding_is_refused)
{
  static const char *const files[] = {
    "[轮次]\nplace1=第⟦X⟧轮\n",
    "[field ]\nkind=count\n",
    "[field 轮次]\nplace1=第X轮\n",
    "[field 轮次]\nplace1=第⟦X轮\n",
    "[field 轮次]\nplace1=第⟦⟧轮\n",
    "[field 轮次]\nplace1=第⟦⟦X⟧⟧轮\n",
    "[field 轮次]\nplace1-which=2\n",
    "[field 轮次]\nplace1=第⟦X⟧轮\nplace1-which=0\n",
    "[field 轮次]\nplace1=第⟦X⟧轮\nplace1-what=1\n",
    "[field 轮次]\nplace1=第⟦X⟧轮\nplace01=第⟦X⟧批\n",
    "[field 轮次]\nkinds=count\n",
    "[field %00]\nkind=count\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autoptr (GError) error = NULL;

      ck_assert (g_key_file_load_from_data (file, files[i], (gsize)-1, G_KEY_FILE_NONE, NULL));
      ck_assert_msg (lectern_bindings_new_from_key_file (file, &error) == NULL, "%s", files[i]);
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE));
    }
}
END_TEST

START_TEST (ten_thousand_masks_take_no_time)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternBindings) bindings = NULL;
  g_autoptr (GPtrArray) lost = NULL;
  gint64 start;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "要清理XX公里，再拆除XX处。\n");
  document = read_text (text->str);
  start = g_get_monotonic_time ();
  bindings = lectern_bindings_new_proposed (document);
  lost = lectern_bindings_list_lost (bindings, document);
  ck_assert_uint_eq (lost->len, 0);
  ck_assert_int_lt (g_get_monotonic_time () - start, 20 * G_USEC_PER_SEC);
}
END_TEST

RUN_SUITE ("bindings", masks_before_the_same_word_are_one_group,
           numbers_and_people_are_each_their_own, a_clause_that_comes_twice_takes_one_number,
           masks_that_take_one_value_in_parts_are_one_place,
           names_of_the_text_are_kept_and_never_given_twice, bindings_survive_edits_of_the_text,
           places_that_read_the_same_are_told_apart_by_their_order,
           a_place_goes_before_a_group_and_a_group_before_a_kind,
           names_come_back_whatever_is_in_them, what_is_no_binding_is_refused,
           ten_thousand_masks_take_no_time)
