/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "model/trees.h"

/* A tree of any shape, with text between any two of its tags. */
static LecternDocument *
make_random_tree (GRand *random, guint n_steps)
{
  static const char *const pieces[] = { "讲", "a", "\n", "🏛", "　" };
  g_autoptr (GString) marked = g_string_new (NULL);
  guint depth = 0;

  for (guint i = 0; i < n_steps; i++)
    switch (g_rand_int_range (random, 0, 4))
      {
      case 0:
        if (depth > 0)
          {
            g_string_append_c (marked, '>');
            depth--;
          }
        break;
      case 1:
        g_string_append_printf (marked, "<%s level=%d|",
                                lectern_node_kind_get_element (g_rand_int_range (
                                    random, LECTERN_NODE_BOILERPLATE, LECTERN_NODE_DIRECTIVE + 1)),
                                g_rand_int_range (random, 1, 4));
        depth++;
        break;
      default:
        g_string_append (marked, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      }
  return make_tree (marked->str);
}

static void
check_walk (LecternDocument *document)
{
  g_autoptr (GBytes) text = lectern_document_to_text (document);
  LecternWalker walker;
  LecternEvent event;
  gsize at = 0;
  guint n_entered = 0;
  guint n_left = 0;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternNode *node = lectern_walker_get_node (&walker);
      LecternSpan whole;
      LecternSpan span;

      lectern_node_get_span (node, &whole);
      lectern_walker_get_span (&walker, &span);
      ck_assert_uint_eq (span.start, at);
      n_entered += event == LECTERN_EVENT_ENTER;
      n_left += event == LECTERN_EVENT_LEAVE;
      if (event == LECTERN_EVENT_ENTER)
        ck_assert_uint_eq (whole.start, at);
      else if (event == LECTERN_EVENT_LEAVE)
        ck_assert_uint_eq (whole.end, at);
      else
        {
          ck_assert_uint_gt (span.end, span.start);
          ck_assert_ptr_eq (lectern_document_lookup_offset (document, span.start), node);
          ck_assert_ptr_eq (lectern_document_lookup_offset (document, span.end - 1), node);
        }
      at = span.end;
    }
  ck_assert_uint_eq (at, g_bytes_get_size (text));
  ck_assert_uint_eq (n_entered, lectern_document_get_n_nodes (document));
  ck_assert_uint_eq (n_left, n_entered);
}

START_TEST (walking_tiles_the_text_and_meets_every_node)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (LecternDocument) document = make_random_tree (random, i);

      check_walk (document);
    }
}
END_TEST

static void
check_relatives (LecternNode *node)
{
  LecternNode *before = NULL;
  LecternNode *child;
  guint counts[LECTERN_NODE_DIRECTIVE + 1] = { 0 };

  for (child = lectern_node_get_first_child (node); child != NULL;
       child = lectern_node_get_next (child))
    {
      LecternNodeKind kind = lectern_node_get_kind (child);
      guint ordinal = lectern_node_get_ordinal (child);

      counts[kind]++;
      ck_assert_ptr_eq (lectern_node_get_parent (child), node);
      ck_assert_ptr_eq (lectern_node_get_previous (child), before);
      if (kind == LECTERN_NODE_SECTION || kind == LECTERN_NODE_POINT)
        ck_assert_uint_eq (ordinal, counts[kind]);
      else if (kind != LECTERN_NODE_ENTRY)
        ck_assert_uint_eq (ordinal, 0);
      before = child;
    }
}

START_TEST (relatives_paths_and_indices_agree)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (LecternDocument) document = make_random_tree (random, i);
      guint n = 0;

      for (int kind = LECTERN_NODE_SPEECH; kind <= LECTERN_NODE_DIRECTIVE; kind++)
        {
          g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, kind);

          n += nodes->len;
          for (guint j = 0; j < nodes->len; j++)
            {
              LecternNode *node = g_ptr_array_index (nodes, j);
              g_autofree char *path = lectern_node_dup_path (node);

              ck_assert_ptr_eq (lectern_document_lookup (document, path), node);
              ck_assert_uint_eq (lectern_node_get_index (node), j + 1);
              check_relatives (node);
            }
        }
      ck_assert_uint_eq (n, lectern_document_get_n_nodes (document));
    }
}
END_TEST

/* The naive way: back through the siblings. */
static guint
count_entry (LecternNode *node)
{
  guint level = lectern_node_get_level (node);
  guint n = 1;

  while ((node = lectern_node_get_previous (node)) != NULL)
    if (lectern_node_get_kind (node) == LECTERN_NODE_ENTRY)
      {
        if (lectern_node_get_level (node) < level)
          break;
        n += lectern_node_get_level (node) == level;
      }
  return n;
}

START_TEST (entries_are_counted_as_one_would_by_hand)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (43);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GString) marked = g_string_new ("<outline|");
      g_autoptr (LecternDocument) document = NULL;
      g_autoptr (GPtrArray) entries = NULL;

      for (guint j = 0; j < i; j++)
        g_string_append_printf (marked, "<entry level=%d|>%s", g_rand_int_range (random, 1, 5),
                                g_rand_int_range (random, 0, 9) == 0 ? "><outline|" : "");
      g_string_append_c (marked, '>');
      document = make_tree (marked->str);
      entries = lectern_document_list_nodes (document, LECTERN_NODE_ENTRY);
      for (guint j = 0; j < entries->len; j++)
        ck_assert_uint_eq (lectern_node_get_ordinal (g_ptr_array_index (entries, j)),
                           count_entry (g_ptr_array_index (entries, j)));
    }
}
END_TEST

static gpointer
ask_everything (gpointer data)
{
  LecternDocument *document = data;
  g_autoptr (GPtrArray) sections = lectern_document_list_nodes (document, LECTERN_NODE_SECTION);
  guint sum = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      LecternNode *node = g_ptr_array_index (sections, i);
      const char *id = lectern_node_get_id (node);
      LecternNumbering *numbering = lectern_node_get_numbering (node);

      sum = sum * 31 + lectern_node_get_ordinal (node) + lectern_node_get_index (node)
            + (id != NULL ? g_str_hash (id) : 0)
            + (numbering != NULL ? lectern_numbering_hash (numbering) : 0);
    }
  return GUINT_TO_POINTER (sum);
}

START_TEST (threads_that_ask_at_once_get_the_same_answers)
{
  g_autoptr (GString) marked = g_string_new ("<p|<announcement of=3 of=5 of=9|讲>>");

  for (guint i = 0; i < 200; i++)
    g_string_append (marked, "<section numbering=一、|<p|讲>>");
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (LecternDocument) document = make_tree (marked->str);
      GThread *threads[4];
      gpointer answers[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("ask", ask_everything, document);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        answers[i] = g_thread_join (threads[i]);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        ck_assert_ptr_eq (answers[i], ask_everything (document));
    }
}
END_TEST

RUN_SUITE ("random-trees", walking_tiles_the_text_and_meets_every_node,
           relatives_paths_and_indices_agree, entries_are_counted_as_one_would_by_hand,
           threads_that_ask_at_once_get_the_same_answers)
