/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "texts.h"

#include <stdio.h>

#include "language/lectern-numbering-private.h"

/* What holds of renumbering and restyling in any text: the triples, the golden speeches, and the
 * texts (*.txt) of the folder that LECTERN_CORPUS names. */

static GPtrArray *texts; /* GBytes */

static LecternDocument *
read_text (guint i)
{
  return lectern_document_new_from_text (texts->pdata[i], NULL);
}

static void
check_same (LecternDocument *document, LecternDocument *other)
{
  g_autoptr (GBytes) one = lectern_document_to_text (document);
  g_autoptr (GBytes) two = lectern_document_to_text (other);

  if (g_bytes_equal (one, two))
    return;
  ck_abort_msg ("%.*s\n----\n%.*s", (int)g_bytes_get_size (one),
                (const char *)g_bytes_get_data (one, NULL), (int)g_bytes_get_size (two),
                (const char *)g_bytes_get_data (two, NULL));
}

/* The edits between the two are right. */
static void
check_edits (LecternDocument *before, LecternDocument *after)
{
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (after, before);
  g_autoptr (GBytes) old = lectern_document_to_text (before);
  g_autoptr (GBytes) new = lectern_document_to_text (after);
  g_autoptr (GBytes) made = lectern_edits_apply (edits, old, NULL);

  ck_assert (g_bytes_equal (made, new));
}

/* Whether the rules of numbers find something that a number would mend. */
static gboolean
has_faults (LecternDocument *document)
{
  static const char *const codes[]
      = { "announced-count",   "numbering-gap",   "numbering-duplicate", "numbering-start",
          "numbering-restart", "outline-missing", "outline-extra",       "outline-order" };
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (LecternReport) report = NULL;

  lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    lectern_checker_set_severity (checker, codes[i], LECTERN_SEVERITY_WARNING, NULL);
  report = lectern_checker_check (checker, document, NULL, NULL);
  return lectern_report_get_n_findings (report) > 0;
}

START_TEST (renumbering_again_changes_nothing)
{
  guint changed = 0, refused = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LecternDocument) document = read_text (i);
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternDocument) once = lectern_document_renumber (document, NULL, NULL, &error);
      g_autoptr (LecternDocument) twice = NULL;

      if (once == NULL)
        {
          ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_EDIT));
          refused++;
          fprintf (stderr, "# %u: %s\n", i, error->message);
          continue;
        }
      changed += once != document;
      check_edits (document, once);
      twice = lectern_document_renumber (once, NULL, NULL, NULL);
      ck_assert (twice != NULL);
      check_same (once, twice);
    }
  fprintf (stderr, "# renumbered: %u of %u texts, %u refused\n", changed, texts->len, refused);
}
END_TEST

START_TEST (renumbering_what_has_no_fault_changes_nothing)
{
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (LecternDocument) document = read_text (i);
      g_autoptr (LecternDocument) after = NULL;

      if (has_faults (document))
        continue;
      n++;
      after = lectern_document_renumber (document, NULL, NULL, NULL);
      ck_assert (after != NULL);
      check_same (document, after);
    }
  fprintf (stderr, "# without a fault of numbers: %u of %u texts\n", n, texts->len);
}
END_TEST

static const char *const styles[]
    = { "一是", "一要", "第一，", "首先，", "（一）", "1.", "①", "其一，", "一、", "（1）" };

/* Whether every marker is what the numbering writes. */
static gboolean
is_regular (LecternNode *parent, LecternNodeKind kind, LecternNumbering *numbering)
{
  g_autoptr (GPtrArray) children = lectern_node_list_children (parent);
  guint n = 0, n_members = 0;

  for (guint i = 0; i < children->len; i++)
    n_members += lectern_node_get_kind (children->pdata[i]) == kind;
  for (guint i = 0; i < children->len; i++)
    {
      LecternNode *marker;
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;

      if (lectern_node_get_kind (children->pdata[i]) != kind)
        continue;
      marker = lectern_node_get_marker (children->pdata[i]);
      if (marker == NULL)
        return FALSE;
      expected = _lectern_numbering_dup_marker_of (numbering, ++n, n_members, NULL);
      text = (char *)lectern_node_dup_text (marker, NULL);
      if (g_strcmp0 (expected, text) != 0)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  guint tried, done, refused_list, refused_tree, back, regular;
} Figures;

/* The series or section that the row has become, a node that is restyled in its place. */
static LecternNode *
find_row (LecternDocument *after, LecternNode *old)
{
  g_autoptr (LecternEdits) edits
      = lectern_document_dup_edits (after, lectern_node_get_document (old));
  LecternNode *member = lectern_node_get_kind (old) == LECTERN_NODE_SERIES
                            ? lectern_node_find_child (old, LECTERN_NODE_POINT)
                            : old;
  LecternNode *marker = lectern_node_get_marker (member);
  LecternNode *node;
  LecternSpan span;
  gsize at;

  lectern_node_get_span (marker != NULL ? marker : member, &span);
  lectern_edits_map_offset (edits, marker != NULL ? span.end : span.start, &at);
  node = lectern_document_lookup_offset (after, at - 1);
  while (lectern_node_get_kind (node) != LECTERN_NODE_SECTION
         && lectern_node_get_kind (node) != LECTERN_NODE_POINT)
    node = lectern_node_get_parent (node);
  return lectern_node_get_kind (node) == LECTERN_NODE_SECTION ? node
                                                              : lectern_node_get_parent (node);
}

/* Whether the outline names the row in another form, so that it did not follow, but would on the
 * way back. */
static gboolean
has_other_outline (LecternDocument *before, LecternDocument *after)
{
  g_autoptr (GPtrArray) outlines = lectern_document_list_nodes (before, LECTERN_NODE_OUTLINE);
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (after, before);
  LecternSpan outline, first;

  if (outlines->len == 0 || lectern_edits_get_n_replacements (edits) == 0)
    return FALSE;
  lectern_node_get_span (outlines->pdata[0], &outline);
  lectern_edits_get_replacement (edits, 0, &first);
  return first.start > outline.end;
}

/* The structure that is given, as XML, gets the same text. */
static void
check_xml (LecternDocument *document, LecternNode *node, LecternNumbering *numbering,
           LecternDocument *after)
{
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  g_autoptr (LecternDocument) given = lectern_document_new_from_xml (xml, NULL);
  g_autofree char *path = lectern_node_dup_path (node);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) restyled = NULL;

  ck_assert (given != NULL);
  restyled = lectern_document_restyle (given, lectern_document_lookup (given, path), numbering,
                                       NULL, &error);
  ck_assert_msg (restyled != NULL, "%s", error != NULL ? error->message : "");
  check_same (after, restyled);
  ck_assert (lectern_numbering_equal (
      lectern_node_get_numbering (lectern_document_lookup (restyled, path)), numbering));
}

static void
try_style (LecternDocument *document, LecternNode *node, const char *style, Figures *f)
{
  g_autoptr (LecternNumbering) numbering = lectern_numbering_new_from_string (style, NULL);
  LecternNumbering *was = lectern_node_get_numbering (node);
  gboolean series = lectern_node_get_kind (node) == LECTERN_NODE_SERIES;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) after = NULL;
  g_autoptr (LecternDocument) back = NULL;
  LecternNode *row;

  f->tried++;
  after = lectern_document_restyle (document, node, numbering, NULL, &error);
  if (after == NULL)
    {
      ck_assert_int_eq (error->domain, LECTERN_ERROR);
      f->refused_list += error->code == LECTERN_ERROR_NUMBERING;
      f->refused_tree += error->code == LECTERN_ERROR_EDIT;
      return;
    }
  f->done++;
  check_edits (document, after);
  if (f->done % 8 == 0)
    check_xml (document, node, numbering, after);
  row = find_row (after, node);
  if (after != document && lectern_node_get_numbering (row) != NULL)
    {
      g_autofree char *form = lectern_numbering_dup_form (numbering);
      g_autofree char *found = lectern_numbering_dup_form (lectern_node_get_numbering (row));

      ck_assert_str_eq (found, form);
    }
  if (was == NULL || has_other_outline (document, after)
      || !is_regular (series ? node : lectern_node_get_parent (node),
                      series ? LECTERN_NODE_POINT : LECTERN_NODE_SECTION, was))
    return;
  f->regular++;
  back = lectern_document_restyle (after, row, was, NULL, &error);
  ck_assert_msg (back != NULL, "%s", error != NULL ? error->message : "");
  check_same (document, back);
  f->back++;
}

static void
print_figures (const char *what, const Figures *f)
{
  fprintf (stderr,
           "# %s: %u tried, %u done, %u where the list is too short, %u that would be read "
           "differently; of %u regular ones %u came back\n",
           what, f->tried, f->done, f->refused_list, f->refused_tree, f->regular, f->back);
}

START_TEST (a_series_comes_back_from_another_numbering)
{
  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      Figures f = { 0 };

      for (guint i = 0; i < texts->len; i++)
        {
          g_autoptr (LecternDocument) document = read_text (i);
          g_autoptr (GPtrArray) series
              = lectern_document_list_nodes (document, LECTERN_NODE_SERIES);

          for (guint j = 0; j < series->len; j += 1 + series->len / 6)
            try_style (document, series->pdata[j], styles[s], &f);
        }
      print_figures (styles[s], &f);
    }
}
END_TEST

START_TEST (sections_come_back_from_another_numbering)
{
  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      Figures f = { 0 };

      for (guint i = 0; i < texts->len; i++)
        {
          g_autoptr (LecternDocument) document = read_text (i);
          g_autoptr (GPtrArray) sections
              = lectern_document_list_nodes (document, LECTERN_NODE_SECTION);

          for (guint j = 0; j < sections->len; j += 1 + sections->len / 3)
            try_style (document, sections->pdata[j], styles[s], &f);
        }
      print_figures (styles[s], &f);
    }
}
END_TEST

int
main (void)
{
  const TTest *tests[] = {
    renumbering_again_changes_nothing,
    renumbering_what_has_no_fault_changes_nothing,
    a_series_comes_back_from_another_numbering,
    sections_come_back_from_another_numbering,
  };

  texts = list_texts (600);
  return run_suite ("restyle-properties", tests, G_N_ELEMENTS (tests));
}
