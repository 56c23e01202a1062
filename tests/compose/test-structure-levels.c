/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "structure.h"

/* Sections that change their level, are merged and split, and series that become paragraphs, in any
 * text. */

static Tally promotions = { "promote", 0, 0 };
static Tally demotions = { "demote", 0, 0 };
static Tally merges = { "merge", 0, 0 };
static Tally splits = { "split", 0, 0 };

typedef LecternDocument *(*Operation) (LecternDocument *document, LecternNode *node,
                                       GCancellable *cancellable, GError **error);

/* Runs an operation on a document and on its XML; NULL where it is refused. */
static LecternDocument *
try_operation (Tally *tally, Operation operation, LecternDocument *document, const char *path,
               const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) given = NULL;
  g_autoptr (LecternDocument) after_given = NULL;
  LecternDocument *after
      = operation (document, lectern_document_lookup (document, path), NULL, &error);

  if (!count (tally, after, what, &error))
    return NULL;
  check_edits (document, after, what);
  given = read_given (document);
  after_given = operation (given, lectern_document_lookup (given, path), NULL, &error);
  if ((operation != lectern_document_merge_section || count_siblings (document, path) > 2)
      && (operation != lectern_document_split_series
          || g_str_has_prefix (lectern_document_get_language (document), "zh")))
    check_given (document, given, after, after_given, error, what);
  return after;
}

/* What a path becomes that ends in another step. */
static char *
dup_parent (const char *path)
{
  const char *slash = strrchr (path, '/');

  return g_strndup (path, slash != NULL ? (gsize)(slash - path) : 0);
}

static guint
number_of (const char *path)
{
  return (guint)atoi (strrchr (path, '[') + 1);
}

/* Up and down again, where others of its level show how that is numbered. */
static void
try_promote (LecternDocument *document, const char *path, const char *what)
{
  g_autofree char *parent = dup_parent (path);
  g_autofree char *above = dup_parent (parent);
  g_autofree char *promoted = g_strdup_printf ("%s%ssection[%u]", above, *above != '\0' ? "/" : "",
                                               number_of (parent) + 1);
  g_autoptr (LecternDocument) after = NULL;
  g_autoptr (LecternDocument) back = NULL;
  g_autoptr (GError) error = NULL;
  gboolean last = lookup_sibling (document, path, 1) == NULL;
  gboolean alone = number_of (path) == 1;

  after = try_operation (&promotions, lectern_document_promote, document, path, what);
  if (after == NULL || !last || alone)
    return;
  if (lectern_document_lookup (after, promoted) == NULL)
    {
      complain ("%s: nothing was promoted", what);
      return;
    }
  back = lectern_document_demote (after, lectern_document_lookup (after, promoted), NULL, &error);
  if (count (&backs, back, what, &error))
    check_same (document, back, what);
}

/* The white space between the heading of a section and what follows. */
static char *
dup_heading_gap (LecternNode *section)
{
  LecternNode *heading = lectern_node_get_first_child (section);
  LecternNode *body = lectern_node_get_next (heading);
  const char *text = g_bytes_get_data (get_text (lectern_node_get_document (section)), NULL), *at,
             *end;
  LecternSpan span;

  lectern_node_get_span (heading, &span);
  at = end = text + span.end;
  if (body != NULL)
    {
      lectern_node_get_span (body, &span);
      end = text + span.start;
    }
  return g_strndup (at, (gsize)(end - at));
}

static gboolean
is_laid_out_alike (LecternNode *one, LecternNode *other)
{
  g_autofree char *gap = dup_heading_gap (one);
  g_autofree char *other_gap = dup_heading_gap (other);

  return strcmp (gap, other_gap) == 0;
}

/* Together and apart again, with the heading that there was. */
static void
try_merge (LecternDocument *document, const char *path, const char *what)
{
  LecternNode *next = lookup_sibling (document, path, 1), *heading, *marker, *place = NULL;
  g_autoptr (LecternDocument) after = NULL;
  g_autoptr (LecternDocument) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LecternSpan span, skipped;
  const char *all = g_bytes_get_data (get_text (document), NULL);

  if (next == NULL || lectern_node_get_next (lectern_document_lookup (document, path)) != next)
    return;
  after = try_operation (&merges, lectern_document_merge_section, document, path, what);
  heading = lectern_node_get_first_child (next);
  /* One section alone is not announced; numbers that were wrong do not come back. */
  if (count_siblings (document, path) == 2
      || lectern_node_get_number (next)
             != lectern_node_get_number (lectern_document_lookup (document, path)) + 1)
    return;
  if (after == NULL || lectern_node_get_kind (heading) != LECTERN_NODE_HEADING
      || lectern_node_get_next (heading) == NULL)
    return;
  marker = lectern_node_get_marker (heading);
  lectern_node_get_span (heading, &span);
  if (marker == NULL)
    return;
  lectern_node_get_span (marker, &skipped);
  text = g_strndup (all + skipped.end, span.end - skipped.end);
  if (strpbrk (text, "\r\n") != NULL || strchr (" \t", all[span.end]) != NULL)
    return;
  place = lectern_document_find_counterpart (after, lectern_node_get_next (heading));
  if (place == NULL
      || lectern_node_get_kind (lectern_node_get_parent (place)) != LECTERN_NODE_SECTION)
    return;
  back = lectern_document_split_section (after, place, text, -1, NULL, &error);
  if (count (&backs, back, what, &error)
      && lectern_node_ends_line (heading)
             == lectern_node_ends_line (
                 lectern_node_get_first_child (lectern_document_lookup (document, path)))
      && (is_laid_out_alike (next, lectern_document_lookup (document, path))
          || !are_alike (document, back)))
    check_same (document, back, what);
}

static void
try_split (LecternDocument *document, const char *path, const char *what)
{
  LecternNode *series = lectern_document_lookup (document, path), *joined;
  g_autoptr (LecternDocument) after = NULL;
  g_autoptr (LecternDocument) back = NULL;
  g_autoptr (GError) error = NULL;
  LecternSpan span, line;

  /* Clauses that begin alike are no series where they are paragraphs. */
  if (lectern_node_get_property (series, LECTERN_PROPERTY_KEY) != NULL)
    return;
  lectern_node_get_span (series, &span);
  lectern_node_get_span (lectern_node_get_parent (series), &line);
  after = try_operation (&splits, lectern_document_split_series, document, path, what);
  if (after == NULL || span.end != line.end)
    return;
  joined = lectern_document_find_counterpart (after, series);
  if (joined == NULL)
    {
      complain ("%s: no series came of it", what);
      return;
    }
  back = lectern_document_join_series (after, joined, NULL, &error);
  /* Points that nothing parts in Latin text get a blank between them. */
  if (count (&backs, back, what, &error)
      && (g_str_has_prefix (lectern_document_get_language (document), "zh")
          || !are_alike (document, back)))
    check_same (document, back, what);
}

typedef void (*Try) (LecternDocument *document, const char *path, const char *what);

static void
for_nodes (LecternNodeKind kind, LecternNodeKind in, Try try)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LecternDocument) document = lectern_document_new_from_text (texts->pdata[i], NULL);
      g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, kind);

      for (guint j = 0; j < nodes->len; j += 1 + nodes->len / 12)
        {
          g_autofree char *path = lectern_node_dup_path (nodes->pdata[j]);
          g_autofree char *what = g_strdup_printf ("%s %s", (char *)names->pdata[i], path);

          if (in == LECTERN_NODE_SPEECH
              || lectern_node_get_kind (lectern_node_get_parent (nodes->pdata[j])) == in)
            try (document, path, what);
        }
    }
}

static void
try_demote (LecternDocument *document, const char *path, const char *what)
{
  g_autoptr (LecternDocument) after = NULL;

  if (number_of (path) > 1)
    after = try_operation (&demotions, lectern_document_demote, document, path, what);
}

START_TEST (what_comes_up_and_down_again_stands_as_it_stood)
{
  for_nodes (LECTERN_NODE_SECTION, LECTERN_NODE_SECTION, try_promote);
  check_tally (&promotions);
}
END_TEST

START_TEST (what_comes_down_is_numbered_as_its_level)
{
  for_nodes (LECTERN_NODE_SECTION, LECTERN_NODE_SPEECH, try_demote);
  check_tally (&demotions);
}
END_TEST

START_TEST (what_is_merged_and_split_again_stands_as_it_stood)
{
  for_nodes (LECTERN_NODE_SECTION, LECTERN_NODE_SPEECH, try_merge);
  check_tally (&merges);
}
END_TEST

START_TEST (a_series_that_is_split_and_joined_again_stands_as_it_stood)
{
  for_nodes (LECTERN_NODE_SERIES, LECTERN_NODE_PARAGRAPH, try_split);
  check_tally (&splits);
}
END_TEST

int
main (void)
{
  const TTest *tests[] = {
    what_comes_up_and_down_again_stands_as_it_stood,
    what_comes_down_is_numbered_as_its_level,
    what_is_merged_and_split_again_stands_as_it_stood,
    a_series_that_is_split_and_joined_again_stands_as_it_stood,
  };

  return run_structure_suite ("structure-levels", tests, G_N_ELEMENTS (tests));
}
