/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "structure.h"

/* What is put in, taken out, moved and copied, in any text. */

/* A row of nodes of the kinds that operations take, at most so many, spread over the text. */
static GPtrArray *
list_some (LecternDocument *document, guint limit)
{
  static const LecternNodeKind kinds[]
      = { LECTERN_NODE_SECTION, LECTERN_NODE_POINT, LECTERN_NODE_PARAGRAPH };
  GPtrArray *some = g_ptr_array_new ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) all = lectern_document_list_nodes (document, kinds[k]);

      for (guint i = 0; i < all->len; i += 1 + all->len / limit)
        if (kinds[k] != LECTERN_NODE_PARAGRAPH
            || lectern_node_get_kind (lectern_node_get_parent (all->pdata[i])) != LECTERN_NODE_POINT
            || lectern_node_get_previous (all->pdata[i]) != NULL)
          g_ptr_array_add (some, all->pdata[i]);
    }
  return some;
}

static const char *
sample_of (LecternNodeKind kind)
{
  switch (kind)
    {
    case LECTERN_NODE_SECTION:
      return "强化督导，严格考核\n督导组要每周通报一次。考核结果要用起来。";
    case LECTERN_NODE_POINT:
      return "督导要跟上";
    default:
      return "各单位要把这件事办好。";
    }
}

static Tally inserts = { "insert", 0, 0 };
static Tally removes = { "remove", 0, 0 };
static Tally moves = { "move", 0, 0 };
static Tally duplicates = { "duplicate", 0, 0 };

/* Whether it stands in a row that is counted in words without the last one: 首先, 其次, 再次, which
 * a fourth makes end with 最后. */
static gboolean
lacks_last_word (LecternNode *node)
{
  LecternNode *series = lectern_node_get_parent (node),
              *last = lectern_node_get_first_child (series);
  LecternNumbering *numbering = lectern_node_get_numbering (series);
  g_autofree guint8 *text = NULL;
  guint number;

  if (lectern_node_get_kind (node) != LECTERN_NODE_POINT || numbering == NULL
      || strcmp (lectern_numbering_get_style (numbering), LECTERN_COUNTER_WORDS) != 0)
    return FALSE;
  while (lectern_node_get_next (last) != NULL)
    last = lectern_node_get_next (last);
  text = lectern_node_dup_text (lectern_node_get_marker (last), NULL);
  return !lectern_numbering_parse_marker (numbering, (char *)text, &number)
         || number != lectern_numbering_get_limit (numbering)
         || lectern_node_get_ordinal (last) == 2;
}

static void
try_undo (LecternDocument *before, LecternDocument *after, LecternNode *added, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) back = NULL;

  if (added == NULL)
    {
      complain ("%s: nothing was put in", what);
      return;
    }
  back = lectern_document_remove (after, added, NULL, &error);
  if (!count (&backs, back, what, &error))
    return;
  check_same (before, back, what);
}

static void
try_insert (LecternDocument *document, LecternNode *node, const char *path, LecternSide side,
            const char *what)
{
  g_autoptr (GError) error = NULL;
  LecternNodeKind kind = lectern_node_get_kind (node);
  g_autoptr (LecternDocument) given = NULL;
  g_autoptr (LecternDocument) after_given = NULL;
  g_autoptr (LecternDocument) after
      = lectern_document_insert (document, kind, side, node, sample_of (kind), -1, NULL, &error);

  if (!count (&inserts, after, what, &error))
    return;
  check_edits (document, after, what);
  check_faults (document, after, what);
  given = read_given (document);
  after_given = lectern_document_insert (given, kind, side, lectern_document_lookup (given, path),
                                         sample_of (kind), -1, NULL, &error);
  check_given (document, given, after, after_given, error, what);
  g_clear_error (&error);
  if (kind != LECTERN_NODE_PARAGRAPH && !lacks_last_word (node))
    try_undo (document, after, lookup_sibling (after, path, side == LECTERN_SIDE_AFTER), what);
}

static void
try_duplicate (LecternDocument *document, LecternNode *node, const char *path, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) given = NULL;
  g_autoptr (LecternDocument) after_given = NULL;
  g_autoptr (LecternDocument) after = lectern_document_duplicate (document, node, NULL, &error);

  if (!count (&duplicates, after, what, &error))
    return;
  check_edits (document, after, what);
  given = read_given (document);
  after_given
      = lectern_document_duplicate (given, lectern_document_lookup (given, path), NULL, &error);
  if (lectern_node_get_kind (node) != LECTERN_NODE_PARAGRAPH)
    check_given (document, given, after, after_given, error, what);
  g_clear_error (&error);
  if (lectern_node_get_kind (node) != LECTERN_NODE_PARAGRAPH && !lacks_last_word (node))
    try_undo (document, after, lookup_sibling (after, path, 1), what);
}

static void
try_remove (LecternDocument *document, LecternNode *node, const char *path, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) given = NULL;
  g_autoptr (LecternDocument) after_given = NULL;
  g_autoptr (LecternDocument) after = lectern_document_remove (document, node, NULL, &error);

  if (!count (&removes, after, what, &error))
    return;
  check_edits (document, after, what);
  check_faults (document, after, what);
  given = read_given (document);
  after_given
      = lectern_document_remove (given, lectern_document_lookup (given, path), NULL, &error);
  /* One member alone is read as a part of its paragraph, and is not announced; what stands behind
   * the paragraph of the last point is no part of it. */
  if ((lectern_node_get_kind (node) == LECTERN_NODE_SECTION
       || lookup_sibling (document, path, 1) != NULL)
      && (lectern_node_get_next (node) == NULL
          || lectern_node_get_kind (lectern_node_get_next (node)) != LECTERN_NODE_SERIES)
      && count_siblings (document, path) > 2)
    check_given (document, given, after, after_given, error, what);
  g_clear_error (&error);
}

/* Past the sibling that is `by` further on, and back. */
static void
try_move (LecternDocument *document, LecternNode *node, const char *path, int by, const char *what)
{
  g_autoptr (GError) error = NULL;
  LecternNode *place = lookup_sibling (document, path, by), *moved;
  g_autoptr (LecternDocument) after = NULL;
  g_autoptr (LecternDocument) back = NULL;
  g_autoptr (LecternDocument) given = NULL;
  g_autoptr (LecternDocument) after_given = NULL;

  if (place == NULL || lectern_node_get_kind (node) == LECTERN_NODE_PARAGRAPH)
    return;
  after = lectern_document_move (document, node, by > 0 ? LECTERN_SIDE_AFTER : LECTERN_SIDE_BEFORE,
                                 place, NULL, &error);
  if (!count (&moves, after, what, &error))
    return;
  check_edits (document, after, what);
  check_faults (document, after, what);
  given = read_given (document);
  after_given = lectern_document_move (given, lectern_document_lookup (given, path),
                                       by > 0 ? LECTERN_SIDE_AFTER : LECTERN_SIDE_BEFORE,
                                       lookup_sibling (given, path, by), NULL, &error);
  check_given (document, given, after, after_given, error, what);
  g_clear_error (&error);
  moved = lookup_sibling (after, path, by);
  place = lookup_sibling (after, path, 0);
  if (moved == NULL || place == NULL)
    {
      complain ("%s: nothing was moved", what);
      return;
    }
  back = lectern_document_move (after, moved, by > 0 ? LECTERN_SIDE_BEFORE : LECTERN_SIDE_AFTER,
                                place, NULL, &error);
  if (!count (&backs, back, what, &error))
    return;
  check_same (document, back, what);
}

typedef void (*Try) (LecternDocument *document, LecternNode *node, const char *path,
                     const char *what);

static void
for_some (Try try)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LecternDocument) document = lectern_document_new_from_text (texts->pdata[i], NULL);
      g_autoptr (GPtrArray) nodes = list_some (document, 12);

      for (guint j = 0; j < nodes->len; j++)
        {
          g_autofree char *path = lectern_node_dup_path (nodes->pdata[j]);
          g_autofree char *what = g_strdup_printf ("%s %s", (char *)names->pdata[i], path);

          try (document, nodes->pdata[j], path, what);
        }
    }
}

static void
try_inserts (LecternDocument *document, LecternNode *node, const char *path, const char *what)
{
  try_insert (document, node, path, LECTERN_SIDE_AFTER, what);
  try_insert (document, node, path, LECTERN_SIDE_BEFORE, what);
}

static void
try_removes (LecternDocument *document, LecternNode *node, const char *path, const char *what)
{
  try_remove (document, node, path, what);
}

/* Directives keep their place, so what is moved over one does not come back to the same text. */
static gboolean
has_directives (LecternDocument *document)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, LECTERN_NODE_DIRECTIVE);

  return nodes->len > 0;
}

static void
try_moves (LecternDocument *document, LecternNode *node, const char *path, const char *what)
{
  if (has_directives (document))
    return;
  try_move (document, node, path, 1, what);
  try_move (document, node, path, -1, what);
  try_move (document, node, path, 2, what);
}

START_TEST (what_is_put_in_and_taken_out_again_leaves_no_trace)
{
  for_some (try_inserts);
  check_tally (&inserts);
}
END_TEST

START_TEST (a_copy_that_is_taken_out_again_leaves_no_trace)
{
  for_some (try_duplicate);
  check_tally (&duplicates);
}
END_TEST

START_TEST (what_is_taken_out_leaves_numbers_that_fit)
{
  for_some (try_removes);
  check_tally (&removes);
}
END_TEST

START_TEST (what_is_moved_there_and_back_stands_as_it_stood)
{
  for_some (try_moves);
  check_tally (&moves);
}
END_TEST

int
main (void)
{
  const TTest *tests[] = {
    what_is_put_in_and_taken_out_again_leaves_no_trace,
    a_copy_that_is_taken_out_again_leaves_no_trace,
    what_is_taken_out_leaves_numbers_that_fit,
    what_is_moved_there_and_back_stands_as_it_stood,
  };

  return run_structure_suite ("structure-properties", tests, G_N_ELEMENTS (tests));
}
