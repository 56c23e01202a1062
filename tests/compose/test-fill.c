/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* Filling: what stands where the masks were, and that nothing else changes. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LecternDocument *document = lectern_document_new_from_text (bytes, NULL);

  ck_assert_ptr_nonnull (document);
  return document;
}

static char *
dup_document_text (LecternDocument *document)
{
  g_autoptr (GBytes) bytes = lectern_document_to_text (document);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* Values of a key file, each read as the kind of its field wants. */
static LecternValues *
read_values (LecternTemplate *template, const char *lines)
{
  LecternValues *values = lectern_values_new (NULL);
  g_autoptr (GPtrArray) fields = lectern_template_list_fields (template);
  g_auto (GStrv) rows = g_strsplit (lines, "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      char *equals = strchr (rows[i], '=');
      const char *kind = NULL;
      g_autoptr (LecternValue) value = NULL;

      if (equals == NULL)
        continue;
      *equals = '\0';
      for (guint j = 0; j < fields->len; j++)
        if (strcmp (lectern_field_get_name (fields->pdata[j]), rows[i]) == 0)
          kind = lectern_field_get_kind (fields->pdata[j]);
      value = lectern_value_new_from_string (kind, equals + 1, NULL);
      if (value == NULL)
        value = lectern_value_new_text (equals + 1, -1);
      lectern_values_set (values, rows[i], value);
    }
  return values;
}

static void
check_filled (const char *text, const char *lines, const char *expected)
{
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (LecternValues) values = read_values (template, lines);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternReport) report = NULL;
  g_autoptr (LecternDocument) filled
      = lectern_template_fill (template, values, NULL, &report, NULL, &error);
  g_autofree char *result = NULL;
  g_autoptr (GBytes) fast = NULL;

  ck_assert_msg (filled != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (lectern_report_get_n_findings (report), 0);
  result = dup_document_text (filled);
  ck_assert_str_eq (result, expected);
  fast = lectern_template_fill_to_text (template, values, NULL, NULL);
  ck_assert_uint_eq (g_bytes_get_size (fast), strlen (expected));
  ck_assert_mem_eq (g_bytes_get_data (fast, NULL), expected, strlen (expected));
}

START_TEST (values_take_the_form_of_their_place)
{
  check_filled ("这是第X轮治水的第X批任务。\n", "轮次=3\n批次=12\n",
                "这是第三轮治水的第十二批任务。\n");
  check_filled ("共有XX个断面达标，投入XX余万元，占比XX%。\n", "断面数=12\n金额=300\n占比=12.5\n",
                "共有12个断面达标，投入300余万元，占比12.5%。\n");
  check_filled ("各村要在X月X日前完成清淤。\n", "日期=2025-03-12\n",
                "各村要在3月12日前完成清淤。\n");
  check_filled ("XX系统要带头，XX系统要从严，XX区要跟上。\n", "系统=水务\n区名=东湖\n",
                "水务系统要带头，水务系统要从严，东湖区要跟上。\n");
}
END_TEST

START_TEST (a_value_in_parts_fills_all_slots_of_its_place)
{
  check_filled ("XX届X中全会已经开过。\n", "会议届次=二十届三中全会\n",
                "二十届三中全会已经开过。\n");
  check_filled ("XX届X中全会已经开过。\n", "会议届次=二十届三\n", "二十届三中全会已经开过。\n");
  check_filled ("XXX、XXX、XX3名同志发了言。\n", "名单=甲一、乙二、丙三\n",
                "甲一、乙二、丙三3名同志发了言。\n");
}
END_TEST

START_TEST (a_list_brings_its_own_length)
{
  static const char text[] = "XXX、XXX、XX3名同志发了言。\n";

  check_filled (text, "名单=甲一、乙二\n", "甲一、乙二2名同志发了言。\n");
  check_filled (text, "名单=甲一\n", "甲一1名同志发了言。\n");
  check_filled (text, "名单=甲一、乙二、丙三、丁四\n", "甲一、乙二、丙三、丁四4名同志发了言。\n");
  check_filled ("XX、XXX和XX四位同志发了言。\n", "名单=甲一、乙二、丙三、丁四、戊五\n",
                "甲一、乙二、丙三、丁四和戊五五位同志发了言。\n");
  check_filled ("XX、XX等5名同志发了言。\n", "名单=甲一、乙二、丙三\n",
                "甲一、乙二、丙三等5名同志发了言。\n");
}
END_TEST

START_TEST (an_announced_count_is_a_numeral_of_the_sentence)
{
  static const char text[]
      = "下面，我讲X点意见。\n一、管好水\n天天巡河。\n二、用好水\n户户节水。\n";
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (GPtrArray) fields = lectern_template_list_fields (template);
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (LecternValue) two = lectern_value_new_integer (2);
  g_autoptr (LecternDocument) filled = NULL;
  g_autoptr (GPtrArray) announcements = NULL;
  g_autofree char *result = NULL;

  ck_assert_uint_eq (fields->len, 1);
  lectern_values_set (values, lectern_field_get_name (fields->pdata[0]), two);
  filled = lectern_template_fill (template, values, NULL, NULL, NULL, NULL);
  result = dup_document_text (filled);
  ck_assert_ptr_nonnull (strstr (result, "我讲两点意见。"));
  announcements = lectern_document_list_nodes (filled, LECTERN_NODE_ANNOUNCEMENT);
  ck_assert_uint_eq (announcements->len, 1);
  ck_assert_str_eq (lectern_node_get_property (announcements->pdata[0], LECTERN_PROPERTY_COUNT),
                    "2");
  ck_assert_uint_eq (lectern_node_count_delivered (announcements->pdata[0]), 2);
}
END_TEST

START_TEST (filled_with_nothing_is_the_document_itself)
{
  static const char text[] = "XX局XX届X中全会\n第X，XXX、XX2名同志，*区__人，{{地点}}、${时间}。\n";
  g_autoptr (LecternDocument) document = read_text (text);
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (LecternDocument) filled
      = lectern_template_fill (template, values, NULL, NULL, NULL, NULL);
  g_autoptr (GBytes) fast = lectern_template_fill_to_text (template, values, NULL, NULL);

  ck_assert_ptr_eq (filled, document);
  ck_assert_uint_eq (g_bytes_get_size (fast), strlen (text));
  ck_assert_mem_eq (g_bytes_get_data (fast, NULL), text, strlen (text));
}
END_TEST

START_TEST (each_slot_is_one_replacement)
{
  g_autoptr (LecternDocument) document = read_text ("XX区第X轮，XX区第X轮。\n");
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (LecternValues) values = read_values (template, "区名=东湖\n轮次=3\n");
  g_autoptr (LecternDocument) filled
      = lectern_template_fill (template, values, NULL, NULL, NULL, NULL);
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (filled, document);
  LecternSpan span;

  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 4);
  lectern_edits_get_replacement (edits, 1, &span);
  ck_assert_uint_eq (span.end - span.start, 1);
}
END_TEST

static LecternDocument *
fill_with (LecternTemplate *template, const char *lines, LecternMissing missing, gboolean strict,
           GError **error)
{
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (LecternValues) values = read_values (template, lines);

  lectern_fill_options_set_missing (options, missing);
  lectern_fill_options_set_strict (options, strict);
  return lectern_template_fill (template, values, options, NULL, NULL, error);
}

START_TEST (what_is_missing_is_kept_or_left_out_or_an_error)
{
  g_autoptr (LecternDocument) document
      = read_text ("开场白。\n在XX区开展第X轮治水，XX区要带头，{{轮次|五}}次动员。\n");
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (LecternDocument) blank = fill_with (template, "", LECTERN_MISSING_BLANK, FALSE, NULL);
  g_autofree char *text = dup_document_text (blank);
  g_autoptr (GError) error = NULL;
  LecternPosition position;

  ck_assert_str_eq (text, "开场白。\n在区开展第轮治水，区要带头，五次动员。\n");
  ck_assert_ptr_null (fill_with (template, "", LECTERN_MISSING_ERROR, FALSE, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
  ck_assert_ptr_nonnull (strstr (error->message, "no value for 区名, 轮次2"));
  ck_assert (lectern_error_get_position (error, &position));
  ck_assert_uint_eq (position.line, 2);
  ck_assert_uint_eq (position.column, 2);
}
END_TEST

START_TEST (a_value_of_another_form_is_a_finding_or_an_error)
{
  g_autoptr (LecternDocument) document = read_text ("共有XX个断面达标。\n");
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (LecternReport) report = NULL;
  g_autoptr (LecternDocument) filled = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LecternFinding *finding;
  LecternPosition start, end;

  lectern_values_set_text (values, "断面数", "很好");
  filled = lectern_template_fill (template, values, NULL, &report, NULL, NULL);
  text = dup_document_text (filled);
  ck_assert_str_eq (text, "共有很好个断面达标。\n");
  ck_assert_uint_eq (lectern_report_get_n_findings (report), 1);
  finding = lectern_report_get_finding (report, 0);
  ck_assert_str_eq (lectern_finding_get_code (finding), "value-form");
  ck_assert_int_eq (lectern_finding_get_severity (finding), LECTERN_SEVERITY_WARNING);
  lectern_finding_get_position (finding, &start, &end);
  ck_assert_uint_eq (start.column, 3);
  ck_assert_ptr_null (fill_with (template, "断面数=很好\n", LECTERN_MISSING_KEEP, TRUE, &error));
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_VALUE));
}
END_TEST

/* What a text file would read as structure, a mask, a field or a line. */
static const char *const hostile[] = {
  "一、新的一节",
  "\n一、新的一节\n",
  "XX",
  "{{轮次}}",
  "{{#if 轮次 exists}}",
  "一是甲；二是乙",
  "</p><title>",
  "谢谢大家！",
  "\r\n\r\n",
  "同志们：",
  "&amp;<![CDATA[",
  "%s%n",
  "……",
  "",
};

static guint
count_nodes (LecternDocument *document, LecternNodeKind kind)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, kind);

  return nodes->len;
}

START_TEST (a_value_is_text_whatever_it_holds)
{
  g_autoptr (LecternDocument) document
      = read_text ("在XX区治水会上的讲话\n同志们：\n今天开会。\n一、抓好XX工作\nXX工作要抓紧，第X轮"
                   "已经开始。\n");
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  guint n_slots = count_nodes (document, LECTERN_NODE_PLACEHOLDER);

  ck_assert_uint_eq (n_slots, 4);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (LecternValues) values = lectern_values_new (NULL);
      g_autoptr (LecternDocument) filled = NULL;
      g_autoptr (LecternDocument) again = NULL;
      g_autoptr (GBytes) xml = NULL;
      g_autofree char *text = NULL;
      g_autofree char *read = NULL;

      lectern_values_set_text (values, "区名", hostile[i]);
      lectern_values_set_text (values, "工作", hostile[i]);
      filled = lectern_template_fill (template, values, NULL, NULL, NULL, NULL);
      ck_assert_ptr_nonnull (filled);
      for (LecternNodeKind kind = LECTERN_NODE_SPEECH; kind <= LECTERN_NODE_DIRECTIVE; kind++)
        ck_assert_uint_eq (count_nodes (filled, kind), kind == LECTERN_NODE_PLACEHOLDER
                                                           ? n_slots - 3
                                                           : count_nodes (document, kind));
      text = dup_document_text (filled);
      xml = lectern_document_to_xml (filled);
      again = lectern_document_new_from_xml (xml, NULL);
      ck_assert_ptr_nonnull (again);
      read = dup_document_text (again);
      ck_assert_str_eq (read, text);
    }
}
END_TEST

START_TEST (slots_that_are_kept_are_filled_again)
{
  g_autoptr (LecternDocument) document = read_text ("在XX区开展第X轮治水。\n");
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (LecternBindings) bindings = lectern_bindings_new_proposed (document);
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (LecternValues) values = read_values (template, "区名=东湖\n轮次=3\n");
  g_autoptr (LecternDocument) first = NULL;
  g_autoptr (LecternDocument) read = NULL;
  g_autoptr (LecternTemplate) refill = NULL;
  g_autoptr (LecternValues) others = NULL;
  g_autoptr (LecternDocument) second = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autofree char *text = NULL;

  lectern_fill_options_set_keep_slots (options, TRUE);
  first = lectern_template_fill (template, values, options, NULL, NULL, NULL);
  slots = lectern_document_list_nodes (first, LECTERN_NODE_PLACEHOLDER);
  ck_assert_uint_eq (slots->len, 2);
  ck_assert_str_eq (lectern_node_get_property (slots->pdata[1], LECTERN_PROPERTY_FILLED), "true");
  ck_assert_str_eq (lectern_node_get_property (slots->pdata[1], LECTERN_PROPERTY_MASK), "X");
  xml = lectern_document_to_xml (first);
  read = lectern_document_new_from_xml (xml, NULL);
  refill = lectern_template_new (read, bindings, NULL);
  others = read_values (refill, "轮次=4\n");
  second = lectern_template_fill (refill, others, options, NULL, NULL, NULL);
  text = dup_document_text (second);
  ck_assert_str_eq (text, "在东湖区开展第四轮治水。\n");
}
END_TEST

START_TEST (a_slot_that_is_kept_may_be_empty)
{
  g_autoptr (LecternDocument) document = read_text ("在XX区治水。\n");
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (LecternDocument) blank = NULL;
  g_autoptr (LecternTemplate) refill = NULL;
  g_autoptr (LecternDocument) filled = NULL;
  g_autofree char *text = NULL;

  lectern_fill_options_set_keep_slots (options, TRUE);
  lectern_fill_options_set_missing (options, LECTERN_MISSING_BLANK);
  blank = lectern_template_fill (template, values, options, NULL, NULL, NULL);
  ck_assert_uint_eq (count_nodes (blank, LECTERN_NODE_PLACEHOLDER), 1);
  refill = lectern_template_new (blank, NULL, NULL);
  lectern_values_set_text (values, "区名", "东湖");
  filled = lectern_template_fill (refill, values, NULL, NULL, NULL, NULL);
  text = dup_document_text (filled);
  ck_assert_str_eq (text, "在东湖区治水。\n");
}
END_TEST

START_TEST (structure_that_was_given_stays)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("<p>一、<placeholder kind=\"ordinal\" name=\"轮次\" form=\"declared\">"
                          "第几</placeholder>轮。</p>\n"));
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (LecternValues) values = lectern_values_new (NULL);
  g_autoptr (LecternDocument) filled = NULL;

  lectern_values_set_text (values, "轮次", "甲");
  filled = lectern_template_fill (template, values, NULL, NULL, NULL, NULL);
  ck_assert_uint_eq (count_nodes (filled, LECTERN_NODE_SECTION), 0);
  ck_assert_uint_eq (count_nodes (filled, LECTERN_NODE_PARAGRAPH), 1);
}
END_TEST

RUN_SUITE ("fill", values_take_the_form_of_their_place,
           a_value_in_parts_fills_all_slots_of_its_place, a_list_brings_its_own_length,
           an_announced_count_is_a_numeral_of_the_sentence,
           filled_with_nothing_is_the_document_itself, each_slot_is_one_replacement,
           what_is_missing_is_kept_or_left_out_or_an_error,
           a_value_of_another_form_is_a_finding_or_an_error, a_value_is_text_whatever_it_holds,
           slots_that_are_kept_are_filled_again, a_slot_that_is_kept_may_be_empty,
           structure_that_was_given_stays)
