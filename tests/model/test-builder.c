/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "model/trees.h"

static LecternDocument *
finish (LecternBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_builder_finish (builder, &error);

  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "no error");
  return document;
}

static void
expect_tree (LecternBuilder *builder, const char *expected)
{
  g_autoptr (LecternDocument) document = finish (builder);
  g_autofree char *tree = dump_tree (document);

  ck_assert_str_eq (tree, expected);
}

static void
begin_numbered (LecternBuilder *builder, const char *numbering)
{
  g_autoptr (LecternNumbering) made = lectern_numbering_new_from_string (numbering, NULL);

  lectern_builder_begin_series (builder, made);
}

START_TEST (a_speech_is_laid_out_line_by_line)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new (NULL);

  lectern_builder_add_title (b, "在防汛会上的讲话");
  lectern_builder_add_byline (b, "（2025年6月1日）");
  lectern_builder_add_salutation (b, "同志们：");
  lectern_builder_begin (b, LECTERN_NODE_OPENING);
  lectern_builder_add_paragraph (b, "汛期到了。");
  lectern_builder_end (b);
  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_add_heading (b, "看清形势");
  lectern_builder_add_paragraph (b, "雨水偏多。");
  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_add_heading (b, "查堤");
  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_add_heading (b, "落实责任");
  lectern_builder_end (b);
  lectern_builder_add_thanks (b, "谢谢！");
  expect_tree (b,
               "<title|在防汛会上的讲话>\n<byline|（2025年6月1日）>\n<salutation|同志们：>\n"
               "<opening|<p|汛期到了。>\n><section numbering=一、|<heading|<marker|一、>看清形势>"
               "\n<p|雨水偏多。>\n<section numbering=（一）|<heading|<marker|（一）>查堤>\n>>"
               "<section numbering=一、|<heading|<marker|二、>落实责任>\n><thanks|谢谢！>\n");
}
END_TEST

START_TEST (points_of_a_block_series_get_their_lines)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  begin_numbered (b, "一是");
  lectern_builder_add_point (b, "水位下降。", NULL);
  lectern_builder_add_point (b, "堤防稳固。", "没有险情。");
  lectern_builder_add_point (b, NULL, "人员到位。");
  lectern_builder_add_point (b, NULL, NULL);
  lectern_builder_begin (b, LECTERN_NODE_POINT);
  lectern_builder_add_placeholder (b, "处数", LECTERN_PLACEHOLDER_COUNT, "X");
  lectern_builder_add_text (b, "处险段。", -1);
  lectern_builder_add_paragraph (b, "都已处理。");
  lectern_builder_end (b);
  lectern_builder_end (b);
  expect_tree (b,
               "<series numbering=一是|<point|<p|<marker|一是><lead|水位下降。>>\n>"
               "<point|<p|<marker|二是><lead|堤防稳固。>没有险情。>\n>"
               "<point|<p|<marker|三是>人员到位。>\n><point|<p|<marker|四是>>\n>"
               "<point|<p|<marker|五是><placeholder kind=count name=处数 form=fill-in|X>处险段。>\n"
               "<p|都已处理。>\n>>");
}
END_TEST

START_TEST (a_series_within_a_paragraph_stays_in_its_line)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  lectern_builder_begin (b, LECTERN_NODE_PARAGRAPH);
  lectern_builder_add_text (b, "要做到：", -1);
  begin_numbered (b, "一要");
  lectern_builder_add_point (b, "快；", NULL);
  lectern_builder_add_text (b, "同时", -1);
  lectern_builder_add_point (b, NULL, "稳。");
  lectern_builder_end (b);
  lectern_builder_end (b);
  expect_tree (b, "<p|要做到：<series numbering=一要|<point|<marker|一要><lead|快；>>同时"
                  "<point|<marker|二要>稳。>>>\n");
}
END_TEST

START_TEST (a_series_in_a_point_is_in_its_line_or_beneath_its_paragraphs)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  begin_numbered (b, "一是");
  lectern_builder_begin (b, LECTERN_NODE_POINT);
  lectern_builder_add_text (b, "查：", -1);
  begin_numbered (b, "①");
  lectern_builder_add_point (b, NULL, "堤；");
  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_begin (b, LECTERN_NODE_POINT);
  lectern_builder_add_paragraph (b, "守：");
  begin_numbered (b, "（1）");
  lectern_builder_add_point (b, NULL, "闸。");
  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_end (b);
  expect_tree (b, "<series numbering=一是|<point|<p|<marker|一是>查：<series numbering=①|"
                  "<point|<marker|①>堤；>>>\n>"
                  "<point|<p|<marker|二是>守：>\n<series numbering=（1）|"
                  "<point|<p|<marker|（1）>闸。>\n>>>>");
}
END_TEST

START_TEST (a_series_without_numbering_has_no_markers)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  lectern_builder_begin_series (b, NULL);
  lectern_builder_set_property (b, LECTERN_PROPERTY_KEY, "要");
  lectern_builder_add_point (b, NULL, "要快。");
  lectern_builder_add_point (b, NULL, "要稳。");
  lectern_builder_end (b);
  expect_tree (b, "<series key=要|<point|<p|要快。>\n><point|<p|要稳。>\n>>");
}
END_TEST

START_TEST (a_word_for_the_last_member_waits_for_it)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  begin_numbered (b, "首先，");
  lectern_builder_add_point (b, NULL, "查。");
  lectern_builder_add_point (b, NULL, "守。");
  lectern_builder_add_point (b, NULL, "救。");
  lectern_builder_end (b);
  expect_tree (b, "<series numbering=首先，|<point|<p|<marker|首先，>查。>\n>"
                  "<point|<p|<marker|其次，>守。>\n><point|<p|<marker|最后，>救。>\n>>");
}
END_TEST

START_TEST (markers_that_the_caller_gives_are_not_supplied)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_begin (b, LECTERN_NODE_HEADING);
  lectern_builder_begin (b, LECTERN_NODE_MARKER);
  lectern_builder_add_text (b, "其一，", -1);
  lectern_builder_end (b);
  lectern_builder_add_text (b, "查", -1);
  lectern_builder_end (b);
  begin_numbered (b, "一是");
  lectern_builder_begin (b, LECTERN_NODE_POINT);
  lectern_builder_set_property (b, LECTERN_PROPERTY_NUMBER, "3");
  lectern_builder_begin (b, LECTERN_NODE_MARKER);
  lectern_builder_add_text (b, "三是", -1);
  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_begin (b, LECTERN_NODE_POINT);
  lectern_builder_set_property (b, LECTERN_PROPERTY_NUMBER, "4");
  lectern_builder_add_text (b, "守。", -1);
  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_end (b);
  expect_tree (b, "<section|<heading|<marker|其一，>查>\n<series numbering=一是|"
                  "<point number=3|<p|<marker|三是>>\n>"
                  "<point number=4|<p|<marker|四是>守。>\n>>>");
}
END_TEST

START_TEST (a_section_may_have_its_own_numbering_and_five_depths_have_one)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");
  static const char *const markers[] = { "第一章 ", "（一）", "1.", "（1）", "①", "①" };
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      lectern_builder_begin (b, LECTERN_NODE_SECTION);
      if (i == 0)
        lectern_builder_set_property (b, LECTERN_PROPERTY_NUMBERING, "第一章 ");
      lectern_builder_add_heading (b, "标题");
    }
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    lectern_builder_end (b);
  document = finish (b);
  found = lectern_document_list_nodes (document, LECTERN_NODE_MARKER);
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      g_autofree char *marker = dup_string (g_ptr_array_index (found, i));

      ck_assert_str_eq (marker, markers[i]);
    }
}
END_TEST

START_TEST (english_markers_are_followed_by_a_blank)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("en-GB");

  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_add_heading (b, "Where we stand");
  begin_numbered (b, "First,");
  lectern_builder_add_point (b, "Look.", NULL);
  lectern_builder_end (b);
  lectern_builder_end (b);
  expect_tree (b, "<section numbering=I.|<heading|<marker|I.> Where we stand>\n"
                  "<series numbering=First,|<point|<p|<marker|First,> <lead|Look.>>\n>>>");
}
END_TEST

START_TEST (announcements_are_linked_any_time)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new (NULL);
  g_autoptr (LecternDocument) document = NULL;
  guint announcement;
  guint section;

  lectern_builder_begin (b, LECTERN_NODE_PARAGRAPH);
  announcement = lectern_builder_begin (b, LECTERN_NODE_ANNOUNCEMENT);
  lectern_builder_set_property (b, LECTERN_PROPERTY_COUNT, "1");
  lectern_builder_set_confidence (b, 0.8);
  lectern_builder_add_text (b, "一点意见", -1);
  lectern_builder_end (b);
  lectern_builder_end (b);
  section = lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_end (b);
  lectern_builder_link (b, announcement, section);
  document = finish (b);
  ck_assert_ptr_eq (lectern_document_lookup_id (document, "s1"), find (document, "section[1]"));
  ck_assert_double_eq_tol (lectern_node_get_confidence (find (document, "p[1]/announcement[1]")),
                           0.8, 1e-9);
}
END_TEST

START_TEST (verbatim_layout_adds_nothing)
{
  g_autoptr (LecternBuilder) b
      = lectern_builder_new_with_layout ("zh-Hans", LECTERN_LAYOUT_VERBATIM);
  g_autoptr (GBytes) nul = g_bytes_new_static ("a\0b", 3);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GBytes) text = NULL;

  lectern_builder_add_text (b, "\n　", -1);
  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_begin (b, LECTERN_NODE_HEADING);
  lectern_builder_add_bytes (b, nul);
  lectern_builder_end (b);
  begin_numbered (b, "一是");
  lectern_builder_add_point (b, "查。", NULL);
  lectern_builder_end (b);
  lectern_builder_end (b);
  document = finish (b);
  text = lectern_document_to_text (document);
  ck_assert_uint_eq (g_bytes_get_size (text), 13);
  ck_assert_mem_eq (g_bytes_get_data (text, NULL), "\n　a\0b查。", 13);
}
END_TEST

static void
expect_error (LecternBuilder *builder, LecternError code, const char *beginning)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (lectern_builder_finish (builder, &error));
  ck_assert_msg (g_error_matches (error, LECTERN_ERROR, (int)code), "%s", error->message);
  ck_assert_msg (g_str_has_prefix (error->message, beginning), "%s", error->message);
  g_object_unref (builder);
}

START_TEST (what_cannot_stand_where_it_is_put_is_named_with_its_path)
{
  static const struct
  {
    int kinds[6]; /* begun one in the other; 0 ends the list, -1 ends a node */
    const char *path;
  } rows[] = {
    { { LECTERN_NODE_SECTION, LECTERN_NODE_TITLE, 0 }, "section[1]: " },
    { { LECTERN_NODE_POINT, 0 }, "speech: " },
    { { LECTERN_NODE_PARAGRAPH, -1, LECTERN_NODE_PARAGRAPH, LECTERN_NODE_PARAGRAPH, 0 }, "p[2]: " },
    { { LECTERN_NODE_PARAGRAPH, LECTERN_NODE_MARKER, 0 }, "p[1]: " },
    { { LECTERN_NODE_SECTION, LECTERN_NODE_PARAGRAPH, -1, LECTERN_NODE_HEADING, 0 },
      "section[1]: " },
    { { LECTERN_NODE_SERIES, LECTERN_NODE_POINT, LECTERN_NODE_LEAD, -1, LECTERN_NODE_MARKER, 0 },
      "series[1]/point[1]/p[1]: " },
    { { LECTERN_NODE_TITLE, LECTERN_NODE_PLACEHOLDER, LECTERN_NODE_PLACEHOLDER, 0 },
      "title[1]/placeholder[1]: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LecternBuilder *builder = lectern_builder_new (NULL);
      guint depth = 0;

      for (const int *kind = rows[i].kinds; *kind != 0; kind++)
        if (*kind < 0)
          {
            lectern_builder_end (builder);
            depth--;
          }
        else
          {
            lectern_builder_begin (builder, (LecternNodeKind)*kind);
            depth++;
          }
      while (depth-- > 0)
        lectern_builder_end (builder);
      expect_error (builder, LECTERN_ERROR_STRUCTURE, rows[i].path);
    }
}
END_TEST

START_TEST (text_where_none_can_stand_is_an_error)
{
  LecternBuilder *b = lectern_builder_new (NULL);

  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_add_text (b, "查", -1);
  lectern_builder_end (b);
  expect_error (b, LECTERN_ERROR_STRUCTURE, "section[1]: ");
}
END_TEST

START_TEST (ends_must_fit_beginnings)
{
  LecternBuilder *b = lectern_builder_new (NULL);

  lectern_builder_end (b);
  expect_error (b, LECTERN_ERROR_STRUCTURE, "no node");
  b = lectern_builder_new (NULL);
  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_begin (b, LECTERN_NODE_PARAGRAPH);
  expect_error (b, LECTERN_ERROR_STRUCTURE, "2 nodes");
}
END_TEST

START_TEST (properties_must_be_those_of_the_kind)
{
  LecternBuilder *b = lectern_builder_new (NULL);

  lectern_builder_add_title (b, "讲话");
  lectern_builder_set_property (b, LECTERN_PROPERTY_KEY, "要");
  expect_error (b, LECTERN_ERROR_STRUCTURE, "title cannot have");
  b = lectern_builder_new (NULL);
  lectern_builder_set_property (b, "nonsense", "x");
  expect_error (b, LECTERN_ERROR_STRUCTURE, "speech cannot have");
  b = lectern_builder_new (NULL);
  lectern_builder_begin_series (b, NULL);
  lectern_builder_set_property (b, LECTERN_PROPERTY_ID, "a");
  lectern_builder_end (b);
  lectern_builder_begin_series (b, NULL);
  lectern_builder_set_property (b, LECTERN_PROPERTY_ID, "a");
  lectern_builder_end (b);
  expect_error (b, LECTERN_ERROR_STRUCTURE, "there are two");
}
END_TEST

START_TEST (links_must_join_announcements_and_what_can_be_announced)
{
  LecternBuilder *b = lectern_builder_new (NULL);
  guint paragraph = lectern_builder_begin (b, LECTERN_NODE_PARAGRAPH);
  guint announcement = lectern_builder_begin (b, LECTERN_NODE_ANNOUNCEMENT);

  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_link (b, announcement, paragraph);
  expect_error (b, LECTERN_ERROR_STRUCTURE, "");
  b = lectern_builder_new (NULL);
  lectern_builder_link (b, 7, 9);
  expect_error (b, LECTERN_ERROR_STRUCTURE, "7 and 9");
}
END_TEST

START_TEST (text_that_is_not_utf8_is_an_error)
{
  LecternBuilder *b = lectern_builder_new (NULL);

  lectern_builder_add_title (b, "讲\xff");
  expect_error (b, LECTERN_ERROR_ENCODING, "the text is not UTF-8 at byte 3");
}
END_TEST

START_TEST (a_numbering_that_cannot_count_on_is_an_error)
{
  LecternBuilder *b = lectern_builder_new (NULL);

  begin_numbered (b, "①");
  for (guint i = 0; i < 60; i++)
    lectern_builder_add_point (b, NULL, "查。");
  lectern_builder_end (b);
  expect_error (b, LECTERN_ERROR_NUMBERING, "");
  b = lectern_builder_new (NULL);
  lectern_builder_begin_series (b, NULL);
  lectern_builder_set_property (b, LECTERN_PROPERTY_NUMBERING, "");
  lectern_builder_end (b);
  expect_error (b, LECTERN_ERROR_NUMBERING, "");
}
END_TEST

START_TEST (entries_take_a_level)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new (NULL);
  g_autoptr (LecternDocument) document = NULL;

  lectern_builder_begin (b, LECTERN_NODE_OUTLINE);
  lectern_builder_begin (b, LECTERN_NODE_ENTRY);
  lectern_builder_set_property (b, "level", "2");
  lectern_builder_add_text (b, "查堤", -1);
  lectern_builder_end (b);
  lectern_builder_end (b);
  document = finish (b);
  ck_assert_uint_eq (lectern_node_get_level (find (document, "outline[1]/entry[1]")), 2);
}
END_TEST

#define OLD                                                                                        \
  "<title|讲话>\n<section numbering=一、|<heading|<marker|一、>甲>\n<p|讲"                 \
  "<announcement count=2 of=7 percent=70|两点>：<series xml:id=x numbering=一是|"             \
  "<point|<marker|一是>快；><point|<marker|二是>稳。>>>\n>"                                \
  "<section numbering=一、|<heading|<marker|二、>乙>\n>"

START_TEST (a_copy_of_the_parts_is_the_same_tree_and_changes_nothing)
{
  g_autoptr (LecternDocument) old = make_tree (OLD);
  g_autoptr (LecternBuilder) b
      = lectern_builder_new_with_layout ("zh-Hans", LECTERN_LAYOUT_VERBATIM);
  g_autoptr (LecternDocument) new = NULL;
  g_autoptr (LecternEdits) edits = NULL;
  g_autofree char *old_tree = dump_tree (old);
  g_autofree char *new_tree = NULL;
  LecternNode *announcement;
  g_autoptr (GPtrArray) targets = NULL;

  lectern_builder_copy_node (b, lectern_document_get_root (old));
  new = finish (b);
  new_tree = dump_tree (new);
  ck_assert_str_eq (new_tree, old_tree);
  edits = lectern_document_dup_edits (new, old);
  ck_assert_uint_eq (lectern_edits_get_n_pieces (edits), 1);
  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 0);
  announcement = find (new, "section[1]/p[1]/announcement[1]");
  ck_assert_double_eq_tol (lectern_node_get_confidence (announcement), 0.7, 1e-9);
  targets = lectern_node_list_targets (announcement);
  ck_assert_uint_eq (targets->len, 1);
  ck_assert_ptr_eq (g_ptr_array_index (targets, 0), lectern_document_lookup_id (new, "x"));
}
END_TEST

START_TEST (edits_tell_what_was_copied_and_what_is_new)
{
  g_autoptr (LecternDocument) old = make_tree (OLD);
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");
  g_autoptr (LecternDocument) new = NULL;
  g_autoptr (LecternEdits) edits = NULL;
  g_autoptr (GBytes) old_text = lectern_document_to_text (old);
  g_autoptr (GBytes) new_text = NULL;
  g_autoptr (GBytes) applied = NULL;
  LecternSpan span;

  lectern_builder_add_title (b, "新的讲话");
  lectern_builder_copy_node (b, find (old, "section[2]"));
  lectern_builder_copy_node (b, find (old, "section[1]"));
  lectern_builder_copy_node (b, find (old, "section[2]"));
  new = finish (b);
  edits = lectern_document_dup_edits (new, old);
  new_text = lectern_document_to_text (new);
  applied = lectern_edits_apply (edits, old_text, NULL);
  ck_assert (g_bytes_equal (applied, new_text));
  ck_assert_uint_eq (lectern_edits_get_n_moves (edits), 1);
  lectern_edits_get_move (edits, 0, &span);
  ck_assert_uint_eq (span.end, g_bytes_get_size (old_text));
  ck_assert_ptr_eq (lectern_document_find_counterpart (new, find (old, "section[1]")),
                    find (new, "section[2]"));
  ck_assert_ptr_eq (lectern_document_find_counterpart (new, find (old, "section[2]/heading[1]")),
                    find (new, "section[1]/heading[1]"));
  ck_assert_ptr_eq (lectern_document_find_counterpart (new, find (old, "title[1]")),
                    find (new, "title[1]"));
  ck_assert_ptr_eq (lectern_document_find_counterpart (new, find (new, "title[1]")),
                    find (new, "title[1]"));
}
END_TEST

static LecternDocument *
copy_and_add (LecternDocument *old, const char *paragraph)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  lectern_builder_copy_node (b, lectern_document_get_root (old));
  lectern_builder_add_paragraph (b, paragraph);
  return finish (b);
}

START_TEST (edits_are_composed_over_documents_that_are_gone)
{
  g_autoptr (LecternDocument) first = make_tree (OLD);
  LecternDocument *second = copy_and_add (first, "查。");
  g_autoptr (LecternDocument) third = copy_and_add (second, "守。");
  g_autoptr (LecternEdits) edits = NULL;
  LecternSpan span;

  g_object_unref (second);
  edits = lectern_document_dup_edits (third, first);
  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 1);
  ck_assert_mem_eq (g_bytes_get_data (lectern_edits_get_replacement (edits, 0, &span), NULL),
                    "查。\n守。\n", 14);
}
END_TEST

START_TEST (documents_of_no_common_origin_are_compared)
{
  g_autoptr (LecternDocument) one = make_tree ("<p|我讲两点。>\n<p|甲>\n");
  g_autoptr (LecternDocument) two = make_tree ("<p|我讲三点。>\n<p|甲>\n");
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (two, one);
  LecternSpan span;

  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 1);
  lectern_edits_get_replacement (edits, 0, &span);
  ck_assert_uint_eq (span.start, 6);
  ck_assert_uint_eq (span.end, 9);
  ck_assert_ptr_eq (lectern_document_find_counterpart (two, find (one, "p[1]")),
                    find (two, "p[1]"));
}
END_TEST

START_TEST (what_is_copied_fits_into_the_layout)
{
  g_autoptr (LecternDocument) old
      = make_tree ("<p|共<placeholder kind=count|X>处>\n<series|<point|<p|甲>>><p|尾>");
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  begin_numbered (b, "一是");
  lectern_builder_begin (b, LECTERN_NODE_POINT);
  lectern_builder_copy_node (b, find (old, "p[1]/placeholder[1]"));
  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_copy_node (b, find (old, "series[1]"));
  lectern_builder_copy_node (b, find (old, "p[2]"));
  lectern_builder_copy_node (b, find (old, "p[1]"));
  lectern_builder_copy_node (b, lectern_document_get_root (old));
  lectern_builder_add_paragraph (b, "完");
  expect_tree (b, "<series numbering=一是|<point|<p|<marker|一是><placeholder kind=count|X>>\n>>"
                  "<series|<point|<p|甲>>>\n<p|尾>\n<p|共<placeholder kind=count|X>处>\n"
                  "<p|共<placeholder kind=count|X>处>\n<series|<point|<p|甲>>><p|尾>\n<p|完>\n");
}
END_TEST

START_TEST (what_stands_in_a_copy_is_not_judged_but_the_copy_is)
{
  g_autoptr (LecternDocument) old = make_tree ("<section|旁<p|甲<lead|乙>>\n>");
  g_autoptr (LecternBuilder) good = lectern_builder_new ("zh-Hans");
  LecternBuilder *bad = lectern_builder_new ("zh-Hans");

  lectern_builder_copy_node (good, find (old, "section[1]"));
  expect_tree (good, "<section|旁<p|甲<lead|乙>>\n>");
  lectern_builder_copy_node (bad, find (old, "section[1]/p[1]/lead[1]"));
  expect_error (bad, LECTERN_ERROR_STRUCTURE, "speech: ");
}
END_TEST

START_TEST (an_identifier_is_copied_once)
{
  g_autoptr (LecternDocument) old = make_tree ("<section xml:id=a|<p|甲>\n>");
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");

  lectern_builder_copy_node (b, find (old, "section[1]"));
  lectern_builder_copy_node (b, find (old, "section[1]"));
  expect_tree (b, "<section xml:id=a|<p|甲>\n><section|<p|甲>\n>");
}
END_TEST

START_TEST (a_hundred_thousand_points_and_levels_are_laid_out)
{
  g_autoptr (LecternBuilder) b = lectern_builder_new ("zh-Hans");
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternDocument) copy = NULL;

  begin_numbered (b, "1.");
  for (guint i = 0; i < 100000; i++)
    lectern_builder_add_point (b, "查。", "守。");
  lectern_builder_end (b);
  for (guint i = 0; i < 100000; i++)
    lectern_builder_begin (b, LECTERN_NODE_SECTION);
  for (guint i = 0; i < 100000; i++)
    lectern_builder_end (b);
  document = finish (b);
  ck_assert_uint_eq (lectern_document_get_n_nodes (document), 2 + 4 * 100000 + 100000);
  copy = copy_and_add (document, "完");
  ck_assert_uint_eq (lectern_document_get_n_nodes (copy), 3 + 5 * 100000);
}
END_TEST

RUN_SUITE ("builder", a_speech_is_laid_out_line_by_line, points_of_a_block_series_get_their_lines,
           a_series_within_a_paragraph_stays_in_its_line,
           a_series_in_a_point_is_in_its_line_or_beneath_its_paragraphs,
           a_series_without_numbering_has_no_markers, a_word_for_the_last_member_waits_for_it,
           markers_that_the_caller_gives_are_not_supplied,
           a_section_may_have_its_own_numbering_and_five_depths_have_one,
           english_markers_are_followed_by_a_blank, announcements_are_linked_any_time,
           verbatim_layout_adds_nothing, what_cannot_stand_where_it_is_put_is_named_with_its_path,
           text_where_none_can_stand_is_an_error, ends_must_fit_beginnings,
           properties_must_be_those_of_the_kind,
           links_must_join_announcements_and_what_can_be_announced,
           text_that_is_not_utf8_is_an_error, a_numbering_that_cannot_count_on_is_an_error,
           entries_take_a_level, a_copy_of_the_parts_is_the_same_tree_and_changes_nothing,
           edits_tell_what_was_copied_and_what_is_new,
           edits_are_composed_over_documents_that_are_gone,
           documents_of_no_common_origin_are_compared, what_is_copied_fits_into_the_layout,
           what_stands_in_a_copy_is_not_judged_but_the_copy_is, an_identifier_is_copied_once,
           a_hundred_thousand_points_and_levels_are_laid_out)
