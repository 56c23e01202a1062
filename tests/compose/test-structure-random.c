/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* Operations on trees that mean nothing: each gives a tree of the new text, or says why not. */

typedef LecternDocument *(*Simple) (LecternDocument *document, LecternNode *node,
                                    GCancellable *cancellable, GError **error);

static const Simple simple[] = {
  lectern_document_remove,      lectern_document_duplicate,     lectern_document_promote,
  lectern_document_demote,      lectern_document_merge_section, lectern_document_split_series,
  lectern_document_join_series,
};

static LecternNode *
pick (GRand *random, const GPtrArray *nodes)
{
  return nodes->pdata[g_rand_int_range (random, 0, (gint32)nodes->len)];
}

static LecternDocument *
try_any (GRand *random, LecternDocument *document, const GPtrArray *nodes, GError **error)
{
  static const LecternNodeKind kinds[]
      = { LECTERN_NODE_SECTION, LECTERN_NODE_POINT, LECTERN_NODE_PARAGRAPH };
  LecternSide side = (LecternSide)g_rand_int_range (random, 0, 4);
  LecternNode *node = pick (random, nodes), *place = pick (random, nodes);
  gint32 n = g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (simple) + 3);

  switch (n - (gint32)G_N_ELEMENTS (simple))
    {
    case 0:
      return lectern_document_insert (document,
                                      kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))],
                                      side, node, "一、新的\n再说。", -1, NULL, error);
    case 1:
      return lectern_document_move (document, node, side, place, NULL, error);
    case 2:
      return lectern_document_split_section (document, node, "新题", -1, NULL, error);
    default:
      return simple[n](document, node, NULL, error);
    }
}

/* Nodes begin where the one before ended, and the edits give the text. */
static void
check_tree (LecternDocument *before, LecternDocument *after)
{
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (after, before);
  g_autoptr (GBytes) old = lectern_document_to_text (before);
  g_autoptr (GBytes) text = lectern_document_to_text (after);
  g_autoptr (GBytes) edited = lectern_edits_apply (edits, old, NULL);
  LecternWalker walker;
  LecternEvent step;
  gsize at = 0;

  ck_assert (g_bytes_equal (text, edited));
  lectern_walker_init (&walker, lectern_document_get_root (after));
  while ((step = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternSpan span;

      if (step == LECTERN_EVENT_TEXT)
        lectern_walker_get_span (&walker, &span);
      else
        lectern_node_get_span (lectern_walker_get_node (&walker), &span);
      ck_assert_uint_eq (step == LECTERN_EVENT_LEAVE ? span.end : span.start, at);
      at = step == LECTERN_EVENT_TEXT ? span.end : at;
    }
  ck_assert_uint_eq (at, g_bytes_get_size (text));
}

START_TEST (any_operation_on_any_tree_gives_a_tree_or_says_why_not)
{
  GRand *random = g_rand_new_with_seed (20261130);
  guint n_done = 0;

  for (guint i = 0; i < 800; i++)
    {
      g_autoptr (LecternDocument) document = random_document (random, 120);
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
      LecternWalker walker;
      LecternNode *node;

      lectern_walker_init (&walker, lectern_document_get_root (document));
      while ((node = lectern_walker_next_node (&walker)) != NULL)
        g_ptr_array_add (nodes, node);
      for (guint j = 0; j < 12; j++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (LecternDocument) after = try_any (random, document, nodes, &error);

          ck_assert ((after == NULL) == (error != NULL));
          if (after != NULL)
            check_tree (document, after);
          n_done += after != NULL;
        }
    }
  ck_assert_uint_gt (n_done, 100);
  g_rand_free (random);
}
END_TEST

RUN_SUITE ("structure-random", any_operation_on_any_tree_gives_a_tree_or_says_why_not)
