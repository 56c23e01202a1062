/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "model/trees.h"

#define SPEECH                                                                                     \
  "<title|讲话>\n<opening|<p|我讲<announcement count=2 of=5 of=9|两点>。>\n>"               \
  "<section numbering=一、|<heading|<marker|一、>甲>\n<p|看：<series numbering=一是|"     \
  "<point|<marker|一是><lead|快；>><point|<marker|二是><lead|好。>>>>\n>"                  \
  "<section numbering=一、 number=3|<heading|<marker|三、>乙>\n<section|<heading|细>\n>>"

START_TEST (relatives_are_found_in_every_direction)
{
  g_autoptr (LecternDocument) document = make_tree (SPEECH);
  LecternNode *root = lectern_document_get_root (document);
  LecternNode *first = find (document, "section[1]");
  LecternNode *second = find (document, "section[2]");
  g_autoptr (GPtrArray) children = lectern_node_list_children (root);

  ck_assert_ptr_eq (lectern_node_get_document (first), document);
  ck_assert_ptr_null (lectern_node_get_parent (root));
  ck_assert_ptr_null (lectern_node_get_next (root));
  ck_assert_ptr_null (lectern_node_get_previous (root));
  ck_assert_ptr_eq (lectern_node_get_parent (first), root);
  ck_assert_ptr_eq (lectern_node_get_next (first), second);
  ck_assert_ptr_eq (lectern_node_get_previous (second), first);
  ck_assert_ptr_null (lectern_node_get_next (second));
  ck_assert_ptr_null (lectern_node_get_previous (find (document, "title[1]")));
  ck_assert_ptr_null (lectern_node_get_first_child (find (document, "title[1]")));
  ck_assert_ptr_eq (lectern_node_get_first_child (root), find (document, "title[1]"));
  ck_assert_ptr_eq (lectern_node_find_child (root, LECTERN_NODE_SECTION), first);
  ck_assert_ptr_null (lectern_node_find_child (root, LECTERN_NODE_POINT));
  ck_assert_uint_eq (children->len, 4);
  ck_assert_ptr_eq (g_ptr_array_index (children, 3), second);
}
END_TEST

START_TEST (descendants_do_not_include_the_node_itself)
{
  g_autoptr (LecternDocument) document = make_tree (SPEECH);
  LecternNode *second = find (document, "section[2]");
  g_autoptr (GPtrArray) sections = lectern_node_list_descendants (second, LECTERN_NODE_SECTION);
  g_autoptr (GPtrArray) markers
      = lectern_node_list_descendants (find (document, "section[1]"), LECTERN_NODE_MARKER);

  ck_assert_uint_eq (sections->len, 1);
  ck_assert_ptr_eq (g_ptr_array_index (sections, 0), find (document, "section[2]/section[1]"));
  ck_assert_uint_eq (markers->len, 3);
}
END_TEST

START_TEST (text_span_and_position_agree)
{
  g_autoptr (LecternDocument) document = make_tree (SPEECH);
  LecternNode *point = find (document, "section[1]/p[1]/series[1]/point[2]");
  g_autofree char *text = dup_string (point);
  g_autoptr (GBytes) bytes = lectern_node_dup_bytes (point);
  LecternSpan span;
  LecternPosition position;
  gsize length;

  ck_assert_str_eq (text, "二是好。");
  g_free (lectern_node_dup_text (point, &length));
  ck_assert_uint_eq (length, 12);
  ck_assert_uint_eq (g_bytes_get_size (bytes), 12);
  ck_assert_mem_eq (g_bytes_get_data (bytes, NULL), text, 12);
  lectern_node_get_span (point, &span);
  lectern_node_get_position (point, &position);
  ck_assert_uint_eq (span.end - span.start, 12);
  ck_assert_uint_eq (position.offset, span.start);
  ck_assert_uint_eq (position.line, 4);
  ck_assert_uint_eq (position.column, 7);
}
END_TEST

START_TEST (sections_know_their_depth_and_headings_that_of_their_section)
{
  g_autoptr (LecternDocument) document = make_tree (SPEECH);

  ck_assert_uint_eq (lectern_node_get_level (find (document, "section[2]")), 1);
  ck_assert_uint_eq (lectern_node_get_level (find (document, "section[2]/section[1]")), 2);
  ck_assert_uint_eq (lectern_node_get_level (find (document, "section[2]/heading[1]")), 1);
  ck_assert_uint_eq (lectern_node_get_level (find (document, "section[2]/section[1]/heading[1]")),
                     2);
  ck_assert_uint_eq (lectern_node_get_level (find (document, "section[1]/p[1]")), 0);
}
END_TEST

START_TEST (ordinals_count_siblings_and_numbers_say_what_is_written)
{
  g_autoptr (LecternDocument) document = make_tree (SPEECH);
  LecternNode *second = find (document, "section[2]");
  LecternNode *inner = find (document, "section[2]/section[1]");
  LecternNode *point = find (document, "section[1]/p[1]/series[1]/point[2]");

  ck_assert_uint_eq (lectern_node_get_ordinal (second), 2);
  ck_assert_uint_eq (lectern_node_get_number (second), 3);
  ck_assert_uint_eq (lectern_node_get_ordinal (inner), 1);
  ck_assert_uint_eq (lectern_node_get_number (inner), 0);
  ck_assert_uint_eq (lectern_node_get_ordinal (point), 2);
  ck_assert_uint_eq (lectern_node_get_number (point), 2);
  ck_assert_uint_eq (lectern_node_get_ordinal (lectern_node_get_parent (point)), 0);
  ck_assert_uint_eq (lectern_node_get_number (lectern_node_get_parent (point)), 0);
  ck_assert_uint_eq (lectern_node_get_index (inner), 3);
  ck_assert_uint_eq (lectern_node_get_index (lectern_document_get_root (document)), 1);
}
END_TEST

START_TEST (a_marker_in_the_paragraph_of_a_point_counts)
{
  g_autoptr (LecternDocument) document
      = make_tree ("<series|<point|<p|<marker|一要>快。>\n><point number=9|<p|<marker|九要>好。>\n>"
                   "<point|<p|细。>\n>>");
  LecternNode *point = find (document, "series[1]/point[1]");

  ck_assert_uint_eq (lectern_node_get_number (point), 1);
  ck_assert_ptr_eq (lectern_node_get_marker (point),
                    find (document, "series[1]/point[1]/p[1]/marker[1]"));
  ck_assert_ptr_null (lectern_node_get_marker (lectern_node_get_parent (point)));
  point = lectern_node_get_next (point);
  ck_assert_uint_eq (lectern_node_get_number (point), 9);
  point = lectern_node_get_next (point);
  ck_assert_uint_eq (lectern_node_get_ordinal (point), 3);
  ck_assert_uint_eq (lectern_node_get_number (point), 0);
}
END_TEST

START_TEST (entries_are_counted_by_level)
{
  g_autoptr (LecternDocument) document = make_tree (
      "<outline|<entry level=1|<marker|一、>甲>\n<entry level=2|乙>\n<entry level=2|丙>\n"
      "<entry level=1|<marker|二、>丁>\n<entry level=2|戊>>\n<outline|<entry level=1|己>>");
  static const guint expected[] = { 1, 1, 2, 2, 1, 1 };
  g_autoptr (GPtrArray) entries = lectern_document_list_nodes (document, LECTERN_NODE_ENTRY);

  ck_assert_uint_eq (entries->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < entries->len; i++)
    ck_assert_uint_eq (lectern_node_get_ordinal (g_ptr_array_index (entries, i)), expected[i]);
  ck_assert_uint_eq (lectern_node_get_level (g_ptr_array_index (entries, 4)), 2);
  ck_assert_uint_eq (lectern_node_get_number (g_ptr_array_index (entries, 3)), 2);
  ck_assert_uint_eq (lectern_node_get_number (g_ptr_array_index (entries, 4)), 0);
}
END_TEST

START_TEST (numberings_are_parsed_once)
{
  g_autoptr (LecternDocument) document = make_tree (SPEECH);
  LecternNumbering *numbering = lectern_node_get_numbering (find (document, "section[1]"));
  g_autofree char *marker = lectern_numbering_dup_marker (numbering, 2, NULL);

  ck_assert_str_eq (marker, "二、");
  ck_assert_ptr_eq (lectern_node_get_numbering (find (document, "section[2]")), numbering);
  ck_assert_ptr_null (lectern_node_get_numbering (find (document, "section[2]/section[1]")));
  ck_assert_ptr_null (lectern_node_get_numbering (find (document, "title[1]")));
}
END_TEST

START_TEST (targets_get_computed_identifiers)
{
  g_autoptr (LecternDocument) document = make_tree (SPEECH);
  LecternNode *announcement = find (document, "opening[1]/p[1]/announcement[1]");
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (announcement);
  g_autoptr (GPtrArray) none = lectern_node_list_targets (find (document, "title[1]"));

  ck_assert_uint_eq (none->len, 0);
  ck_assert_uint_eq (targets->len, 2);
  ck_assert_ptr_eq (g_ptr_array_index (targets, 0), lectern_document_lookup_id (document, "s1"));
  ck_assert_str_eq (lectern_node_get_id (g_ptr_array_index (targets, 0)), "s1");
  ck_assert_ptr_eq (g_ptr_array_index (targets, 1), lectern_document_lookup_id (document, "r1"));
  ck_assert_ptr_null (lectern_node_get_id (find (document, "title[1]")));
  ck_assert_ptr_null (lectern_node_get_property (g_ptr_array_index (targets, 0), "xml:id"));
  ck_assert_ptr_null (lectern_document_lookup_id (document, "s9"));
}
END_TEST

START_TEST (identifiers_that_were_read_are_kept_and_skipped)
{
  g_autoptr (LecternDocument) document
      = make_tree ("<p|讲<announcement of=3 of=4 of=5|三点>>\n<section xml:id=s2|甲>"
                   "<section|乙><section|丙><section xml:id=other|丁>");

  ck_assert_str_eq (lectern_node_get_id (find (document, "section[1]")), "s2");
  ck_assert_str_eq (lectern_node_get_id (find (document, "section[2]")), "s1");
  ck_assert_str_eq (lectern_node_get_id (find (document, "section[3]")), "s3");
  ck_assert_str_eq (lectern_node_get_id (find (document, "section[4]")), "other");
  ck_assert_ptr_eq (lectern_document_lookup_id (document, "other"), find (document, "section[4]"));
}
END_TEST

START_TEST (properties_come_in_canonical_order)
{
  g_autoptr (LecternDocument) document = make_tree (
      "<p|<placeholder mask=X default=三 name=轮次 form=fill-in unit=个 kind=count percent=55|X>>");
  LecternNode *node = find (document, "p[1]/placeholder[1]");
  static const char *const expected[] = { "kind",    "count", "unit", "个",      "name", "轮次",
                                          "default", "三",    "form", "fill-in", "mask", "X" };
  const char *name;
  const char *value;

  for (guint i = 0; i < G_N_ELEMENTS (expected) / 2; i++)
    {
      ck_assert (lectern_node_get_nth_property (node, i, &name, &value));
      ck_assert_str_eq (name, expected[2 * i]);
      ck_assert_str_eq (value, expected[2 * i + 1]);
      ck_assert_str_eq (lectern_node_get_property (node, name), value);
    }
  ck_assert (!lectern_node_get_nth_property (node, 6, &name, &value));
  ck_assert_ptr_null (name);
  ck_assert_ptr_null (lectern_node_get_property (node, "part"));
  ck_assert_ptr_null (lectern_node_get_property (node, "nonsense"));
  ck_assert_double_eq_tol (lectern_node_get_confidence (node), 0.55, 1e-9);
  ck_assert_double_eq (lectern_node_get_confidence (lectern_node_get_parent (node)), 1);
}
END_TEST

START_TEST (equal_properties_are_one_set)
{
  g_autoptr (LecternDocument) document
      = make_tree ("<p|<placeholder kind=count unit=个|X><placeholder unit=个 kind=count|XX>"
                   "<placeholder kind=count unit=名|X><placeholder kind=count|X><placeholder|X>>");
  static const gboolean same[] = { TRUE, TRUE, FALSE, FALSE, FALSE };
  LecternNode *node = find (document, "p[1]/placeholder[1]");
  guint set = lectern_node_get_property_set (node);

  ck_assert_uint_ne (set, 0);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      ck_assert_int_eq (lectern_node_get_property_set (node) == set, same[i]);
      if (i == G_N_ELEMENTS (same) - 1)
        ck_assert_uint_eq (lectern_node_get_property_set (node), 0);
      node = lectern_node_get_next (node);
    }
}
END_TEST

START_TEST (lines_are_started_and_ended_but_for_blanks)
{
  g_autoptr (LecternDocument) document
      = make_tree ("　 <p|甲> \r\n<p|乙><p|丙>\t<p|丁>\n<section|　<p|戊>\r>己");
  static const struct
  {
    const char *path;
    gboolean starts;
    gboolean ends;
  } rows[] = {
    { "p[1]", TRUE, TRUE },  { "p[2]", TRUE, FALSE },      { "p[3]", FALSE, FALSE },
    { "p[4]", FALSE, TRUE }, { "section[1]", TRUE, TRUE }, { "section[1]/p[1]", TRUE, TRUE },
    { "", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ck_assert_int_eq (lectern_node_starts_line (find (document, rows[i].path)), rows[i].starts);
      ck_assert_int_eq (lectern_node_ends_line (find (document, rows[i].path)), rows[i].ends);
    }
}
END_TEST

START_TEST (characters_are_counted_as_speech_writers_count)
{
  static const struct
  {
    const char *text;
    gsize count;
  } rows[] = {
    { "同志们：", 4 },
    { "　同志\n 们\t：", 4 },
    { "COVID-19疫情", 3 },
    { "增长3.5%，", 5 },
    { "2025年3月12日", 6 },
    { "each word, and one.", 6 },
    { "don't", 1 },
    { "a--b", 4 },
    { "“十四五”", 5 },
    { "……", 2 },
    { "カタカナ", 4 },
    { "한국어", 3 },
    { "①㈠Ⅳ", 3 },
    { "naïve café", 2 },
    { "𠀀🏛", 2 },
    { "", 0 },
    { "-", 1 },
    { "x-", 2 },
    { "\xef\xbb\xbf\xe2\x80\x8b", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternDocument) document = make_tree (rows[i].text);
      gsize count = lectern_node_count_characters (lectern_document_get_root (document));

      ck_assert_msg (count == rows[i].count, "%s: %u", rows[i].text, (guint)count);
    }
}
END_TEST

START_TEST (paragraphs_are_the_lines_that_hold_something)
{
  g_autoptr (LecternDocument) document
      = make_tree ("甲\n\n　 \n<section|<p|乙>丙\r\n丁\r　戊\n>己");

  ck_assert_uint_eq (lectern_node_count_paragraphs (lectern_document_get_root (document)), 5);
  ck_assert_uint_eq (lectern_node_count_paragraphs (find (document, "section[1]")), 3);
  ck_assert_uint_eq (lectern_node_count_paragraphs (find (document, "section[1]/p[1]")), 1);
}
END_TEST

START_TEST (a_boxed_copy_is_the_same_node_and_keeps_the_document)
{
  LecternDocument *document = make_tree (SPEECH);
  LecternNode *node = find (document, "section[1]");
  LecternNode *copy = g_boxed_copy (LECTERN_TYPE_NODE, node);

  ck_assert_ptr_eq (copy, node);
  ck_assert (lectern_node_equal (copy, node));
  ck_assert (!lectern_node_equal (copy, lectern_node_get_parent (node)));
  ck_assert_uint_eq (lectern_node_hash (copy), lectern_node_hash (node));
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *)&document);
  g_object_unref (document);
  ck_assert_ptr_nonnull (document);
  ck_assert_int_eq (lectern_node_get_kind (copy), LECTERN_NODE_SECTION);
  g_boxed_free (LECTERN_TYPE_NODE, copy);
  ck_assert_ptr_null (document);
}
END_TEST

RUN_SUITE ("node", relatives_are_found_in_every_direction,
           descendants_do_not_include_the_node_itself, text_span_and_position_agree,
           sections_know_their_depth_and_headings_that_of_their_section,
           ordinals_count_siblings_and_numbers_say_what_is_written,
           a_marker_in_the_paragraph_of_a_point_counts, entries_are_counted_by_level,
           numberings_are_parsed_once, targets_get_computed_identifiers,
           identifiers_that_were_read_are_kept_and_skipped, properties_come_in_canonical_order,
           equal_properties_are_one_set, lines_are_started_and_ended_but_for_blanks,
           characters_are_counted_as_speech_writers_count,
           paragraphs_are_the_lines_that_hold_something,
           a_boxed_copy_is_the_same_node_and_keeps_the_document)
