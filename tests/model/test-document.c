/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "model/trees.h"

START_TEST (the_text_is_the_bytes_that_were_given)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("a\0\r\n讲", 7);
  g_autoptr (LecternSource) source = lectern_source_new (text, NULL);
  g_autoptr (LecternBuilder) builder = _lectern_builder_new_for_source (source, NULL);
  g_autoptr (LecternDocument) document = lectern_builder_finish (builder, NULL);
  g_autoptr (GBytes) out = lectern_document_to_text (document);
  LecternSpan span;

  ck_assert_ptr_eq (out, text);
  ck_assert_ptr_eq (lectern_document_get_source (document), source);
  ck_assert_uint_eq (lectern_document_get_n_nodes (document), 1);
  lectern_node_get_span (lectern_document_get_root (document), &span);
  ck_assert_uint_eq (span.start, 0);
  ck_assert_uint_eq (span.end, 7);
}
END_TEST

START_TEST (what_the_reader_found_out_is_kept)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("讲", 3);
  g_autoptr (LecternSource) source = lectern_source_new (text, NULL);
  g_autoptr (LecternBuilder) builder = _lectern_builder_new_for_source (source, "zh-Hant");
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();
  g_autoptr (LecternDocument) document = NULL;
  LecternNode *root;

  lectern_read_options_set_name (options, "a.txt");
  _lectern_builder_set_origin (builder, "GB18030", TRUE, options);
  _lectern_builder_add_note (builder, "read as GB18030");
  document = lectern_builder_finish (builder, NULL);
  lectern_read_options_set_name (options, "b.txt");
  root = lectern_document_get_root (document);
  ck_assert_str_eq (lectern_document_get_language (document), "zh-Hant");
  ck_assert_str_eq (lectern_document_get_encoding (document), "GB18030");
  ck_assert (lectern_document_get_bom (document));
  ck_assert_str_eq (lectern_node_get_property (root, LECTERN_PROPERTY_ENCODING), "GB18030");
  ck_assert_str_eq (lectern_node_get_property (root, LECTERN_PROPERTY_BOM), "true");
  ck_assert_str_eq (lectern_document_get_notes (document)[0], "read as GB18030");
  ck_assert_ptr_null (lectern_document_get_notes (document)[1]);
  ck_assert_str_eq (lectern_read_options_get_name (lectern_document_get_read_options (document)),
                    "a.txt");
}
END_TEST

START_TEST (a_document_of_nothing_known_says_so)
{
  g_autoptr (LecternDocument) document = make_tree ("讲");

  ck_assert_ptr_null (lectern_document_get_encoding (document));
  ck_assert (!lectern_document_get_bom (document));
  ck_assert_ptr_null (lectern_document_get_notes (document)[0]);
  ck_assert_ptr_nonnull (lectern_document_get_read_options (document));
}
END_TEST

START_TEST (nodes_and_texts_of_a_kind_come_in_bulk)
{
  g_autoptr (LecternDocument) document = make_tree ("<p|甲>\n<section|<p|乙丙><p|>><p|丁>");
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, LECTERN_NODE_PARAGRAPH);
  g_autofree gsize *ends = NULL;
  g_autofree gsize *no_ends = NULL;
  gsize n_ends;
  g_autoptr (GBytes) texts
      = lectern_document_dup_texts (document, LECTERN_NODE_PARAGRAPH, &ends, &n_ends);
  g_autoptr (GBytes) none = NULL;

  ck_assert_uint_eq (nodes->len, 4);
  ck_assert_ptr_eq (g_ptr_array_index (nodes, 3), find (document, "p[2]"));
  ck_assert_uint_eq (n_ends, 4);
  ck_assert_uint_eq (g_bytes_get_size (texts), 12);
  ck_assert_mem_eq (g_bytes_get_data (texts, NULL), "甲乙丙丁", 12);
  ck_assert_uint_eq (ends[0], 3);
  ck_assert_uint_eq (ends[1], 9);
  ck_assert_uint_eq (ends[2], 9);
  ck_assert_uint_eq (ends[3], 12);
  none = lectern_document_dup_texts (document, LECTERN_NODE_TITLE, &no_ends, &n_ends);
  ck_assert_uint_eq (n_ends, 0);
  ck_assert_uint_eq (g_bytes_get_size (none), 0);
}
END_TEST

START_TEST (paths_count_siblings_of_the_kind)
{
  g_autoptr (LecternDocument) document
      = make_tree ("<p|甲><section|<p|乙><series|<point|丙><point|丁>>><p|戊>");
  LecternNode *point = find (document, "section[1]/series[1]/point[2]");
  g_autofree char *path = lectern_node_dup_path (point);
  g_autofree char *second = lectern_node_dup_path (find (document, "p[2]"));
  g_autofree char *root = lectern_node_dup_path (find (document, ""));
  g_autofree char *text = dup_string (point);

  ck_assert_str_eq (path, "section[1]/series[1]/point[2]");
  ck_assert_str_eq (second, "p[2]");
  ck_assert_str_eq (root, "");
  ck_assert_str_eq (text, "丁");
}
END_TEST

START_TEST (what_is_no_path_leads_nowhere)
{
  g_autoptr (LecternDocument) document = make_tree ("<p|甲><section|<p|乙>>");
  static const char *const paths[] = { "p",
                                       "p[0]",
                                       "p[2]",
                                       "p[1",
                                       "p[1]]",
                                       "p[1]/",
                                       "/p[1]",
                                       "p[1]x",
                                       "paragraph[1]",
                                       "[1]",
                                       "p[-1]",
                                       "p[+1]",
                                       "p[ 1]",
                                       "p[]",
                                       "p[1]/p[1]",
                                       "section[1]//p[1]",
                                       "section[1]p[1]",
                                       "p[99999999999999999999999]",
                                       "averylongelementname[1]",
                                       " p[1]" };

  ck_assert_ptr_nonnull (lectern_document_lookup (document, "section[1]/p[1]"));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    ck_assert_msg (lectern_document_lookup (document, paths[i]) == NULL, "%s", paths[i]);
}
END_TEST

START_TEST (the_innermost_node_holds_an_offset)
{
  g_autoptr (LecternDocument) document = make_tree ("ab<section|c<p|d<lead|>e>f>g");
  static const char *const expected[] = {
    "", "", "section[1]", "section[1]/p[1]", "section[1]/p[1]", "section[1]", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    ck_assert_ptr_eq (lectern_document_lookup_offset (document, i), find (document, expected[i]));
  ck_assert_ptr_null (lectern_document_lookup_offset (document, 7));
  ck_assert_ptr_null (lectern_document_lookup_offset (document, G_MAXSIZE));
}
END_TEST

/* A hundred thousand levels must not need a stack. */
START_TEST (a_very_deep_tree_is_made_asked_and_freed)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("x", 1);
  g_autoptr (LecternSource) source = lectern_source_new (text, NULL);
  g_autoptr (LecternBuilder) builder = _lectern_builder_new_for_source (source, NULL);
  g_autoptr (LecternDocument) document = NULL;
  g_autofree char *path = NULL;
  LecternNode *node;

  for (guint i = 0; i < 100000; i++)
    _lectern_builder_open (builder, LECTERN_NODE_SECTION, 0);
  document = lectern_builder_finish (builder, NULL);
  node = lectern_document_lookup_offset (document, 0);
  ck_assert_uint_eq (lectern_node_get_level (node), G_MAXUINT16);
  path = lectern_node_dup_path (node);
  ck_assert_uint_eq (strlen (path), 100000 * strlen ("section[1]/") - 1);
  ck_assert_ptr_eq (lectern_document_lookup (document, path), node);
}
END_TEST

RUN_SUITE ("document", the_text_is_the_bytes_that_were_given, what_the_reader_found_out_is_kept,
           a_document_of_nothing_known_says_so, nodes_and_texts_of_a_kind_come_in_bulk,
           paths_count_siblings_of_the_kind, what_is_no_path_leads_nowhere,
           the_innermost_node_holds_an_offset, a_very_deep_tree_is_made_asked_and_freed)
