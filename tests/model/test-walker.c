/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "model/trees.h"

/* Writes each event as (element, text or element). */
static char *
describe (LecternWalker *walker)
{
  GString *result = g_string_new (NULL);
  LecternEvent event;

  while ((event = lectern_walker_next (walker)) != LECTERN_EVENT_NONE)
    {
      LecternNode *node = lectern_walker_get_node (walker);
      const char *element = lectern_node_kind_get_element (lectern_node_get_kind (node));
      const char *text = g_bytes_get_data (
          lectern_source_get_bytes (lectern_document_get_source (lectern_node_get_document (node))),
          NULL);
      LecternSpan span;

      lectern_walker_get_span (walker, &span);
      if (event == LECTERN_EVENT_ENTER)
        g_string_append_printf (result, "<%s", element);
      else if (event == LECTERN_EVENT_LEAVE)
        g_string_append_printf (result, "%s>", element);
      else
        g_string_append_printf (result, "{%s:%.*s}", element, (int)(span.end - span.start),
                                text + span.start);
    }
  return g_string_free (result, FALSE);
}

START_TEST (events_nest_and_text_belongs_to_its_node)
{
  g_autoptr (LecternDocument) document = make_tree ("a<section|b<heading|<marker|c>d>e<p|>>f");
  LecternWalker walker;
  g_autofree char *events = NULL;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  ck_assert_ptr_null (lectern_walker_get_node (&walker));
  events = describe (&walker);
  ck_assert_str_eq (events, "<speech{speech:a}<section{section:b}<heading<marker{marker:c}marker>"
                            "{heading:d}heading>{section:e}<pp>section>{speech:f}speech>");
  ck_assert_int_eq (lectern_walker_next (&walker), LECTERN_EVENT_NONE);
  ck_assert_ptr_null (lectern_walker_get_node (&walker));
}
END_TEST

START_TEST (a_walk_over_a_part_stays_in_it)
{
  g_autoptr (LecternDocument) document = make_tree ("a<p|b<placeholder|c>d>e<p|f>");
  LecternWalker walker;
  g_autofree char *events = NULL;

  lectern_walker_init (&walker, find (document, "p[1]"));
  events = describe (&walker);
  ck_assert_str_eq (events, "<p{p:b}<placeholder{placeholder:c}placeholder>{p:d}p>");
}
END_TEST

START_TEST (skipping_leaves_the_node_at_once)
{
  g_autoptr (LecternDocument) document = make_tree ("a<p|b<placeholder|c>d>e");
  LecternWalker walker;
  LecternSpan span;
  g_autofree char *events = NULL;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  lectern_walker_next (&walker);
  lectern_walker_next (&walker);
  ck_assert_int_eq (lectern_walker_next (&walker), LECTERN_EVENT_ENTER);
  lectern_walker_skip (&walker);
  ck_assert_int_eq (lectern_walker_next (&walker), LECTERN_EVENT_LEAVE);
  ck_assert_ptr_eq (lectern_walker_get_node (&walker), find (document, "p[1]"));
  lectern_walker_get_span (&walker, &span);
  ck_assert_uint_eq (span.start, 4);
  ck_assert_uint_eq (span.end, 4);
  events = describe (&walker);
  ck_assert_str_eq (events, "{speech:e}speech>");
}
END_TEST

START_TEST (a_new_walker_keeps_the_document_alive)
{
  LecternDocument *document = make_tree ("<p|a>");
  LecternWalker *walker = lectern_walker_new (lectern_document_get_root (document));
  LecternWalker *copy;
  g_autofree char *events = NULL;

  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *)&document);
  g_object_unref (document);
  lectern_walker_next (walker);
  copy = g_boxed_copy (LECTERN_TYPE_WALKER, walker);
  lectern_walker_free (walker);
  events = describe (copy);
  ck_assert_str_eq (events, "<p{p:a}p>speech>");
  ck_assert_ptr_nonnull (document);
  g_boxed_free (LECTERN_TYPE_WALKER, copy);
  ck_assert_ptr_null (document);
}
END_TEST

START_TEST (an_empty_document_is_entered_and_left)
{
  g_autoptr (LecternDocument) document = make_tree ("");
  LecternWalker walker;
  g_autofree char *events = NULL;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  events = describe (&walker);
  ck_assert_str_eq (events, "<speechspeech>");
}
END_TEST

START_TEST (nodes_alone_come_in_document_order)
{
  static const char *const paths[] = { "",
                                       "title[1]",
                                       "section[1]",
                                       "section[1]/heading[1]",
                                       "section[1]/heading[1]/marker[1]",
                                       "section[1]/p[1]",
                                       "p[1]" };
  g_autoptr (LecternDocument) document
      = make_tree ("<title|a>b<section|<heading|<marker|c>d>e<p|>><p|f>g");
  LecternWalker walker;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      ck_assert_ptr_eq (lectern_walker_next_node (&walker), find (document, paths[i]));
      ck_assert_ptr_eq (lectern_walker_get_node (&walker), find (document, paths[i]));
    }
  ck_assert_ptr_null (lectern_walker_next_node (&walker));
  ck_assert_ptr_null (lectern_walker_get_node (&walker));
  ck_assert_int_eq (lectern_walker_next (&walker), LECTERN_EVENT_NONE);

  lectern_walker_init (&walker, find (document, "section[1]"));
  for (guint i = 2; i < 6; i++)
    ck_assert_ptr_eq (lectern_walker_next_node (&walker), find (document, paths[i]));
  ck_assert_ptr_null (lectern_walker_next_node (&walker));
}
END_TEST

START_TEST (after_a_node_alone_come_its_events)
{
  g_autoptr (LecternDocument) document = make_tree ("a<p|b<placeholder|c>d>e<p|f>g");
  LecternWalker walker;
  LecternSpan span;
  g_autofree char *events = NULL;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  lectern_walker_next_node (&walker);
  ck_assert_ptr_eq (lectern_walker_next_node (&walker), find (document, "p[1]"));
  lectern_walker_get_span (&walker, &span);
  ck_assert_uint_eq (span.start, 1);
  ck_assert_uint_eq (span.end, 1);
  events = describe (&walker);
  ck_assert_str_eq (events, "{p:b}<placeholder{placeholder:c}placeholder>{p:d}p>{speech:e}"
                            "<p{p:f}p>{speech:g}speech>");
}
END_TEST

RUN_SUITE ("walker", events_nest_and_text_belongs_to_its_node, a_walk_over_a_part_stays_in_it,
           skipping_leaves_the_node_at_once, a_new_walker_keeps_the_document_alive,
           an_empty_document_is_entered_and_left, nodes_alone_come_in_document_order,
           after_a_node_alone_come_its_events)
