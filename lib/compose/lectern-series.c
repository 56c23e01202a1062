/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "compose/lectern-extent-private.h"
#include "compose/lectern-plan-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* A series within a line that becomes paragraphs, and back. What leads to it with a colon stands in
 * a line of its own; without one the first point stays in the line, as in 再强调三点。一要快。 */

static gboolean
set_refusal (LecternNode *node, const char *message, GError **error)
{
  LecternPosition position;

  lectern_node_get_position (node, &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, &position, "%s", message);
  return FALSE;
}

static gboolean
ends_with_colon (const char *text, gsize start, gsize end)
{
  gunichar stop = _lectern_stop_before (text, start, end);

  return stop == U'：' || stop == ':';
}

static gsize
skip_blanks_back (const char *text, gsize at)
{
  guint n;

  while ((n = _lectern_blank_before (text, at)) > 0)
    at -= n;
  return at;
}

/* --- splitting ------------------------------------------------------------------------------ */

typedef struct
{
  LecternPlan *plan;
  LecternNode *series;
  LecternNode *paragraph;
  LecternExtent line; /* the paragraph */
  char *indent;
  gsize start; /* of the series, without blanks */
  gsize end;
} Split;

/* Begins a new line at `at`; the blanks before it go. */
static gboolean
break_line (const Split *split, gsize at, GError **error)
{
  gsize blanks = skip_blanks_back (split->line.text, at);

  if (blanks < at && !_lectern_plan_replace (split->plan, blanks, at, "", 0, error))
    return FALSE;
  return _lectern_plan_end_line (split->plan, blanks, error)
         && (*split->indent == '\0'
             || _lectern_plan_replace (split->plan, at, at, split->indent, -1, error));
}

/* A point gets a paragraph around what is in it. */
static void
wrap_point (const Split *split, LecternNode *point)
{
  LecternExtent extent;
  LecternSpan span;
  guint32 paragraph;

  _lectern_extent_init (&extent, point);
  span = (LecternSpan){ extent.start, extent.end };
  paragraph = _lectern_plan_create (split->plan, LECTERN_NODE_PARAGRAPH, &span, point->index + 1,
                                    point->index);
  for (LecternNode *child = _lectern_node_first_child (point); child != NULL;
       child = _lectern_node_next (child))
    _lectern_plan_adopt (split->plan, child->index, paragraph);
}

/* What stands in the paragraph behind the series becomes one of its own. */
static gboolean
keep_rest (const Split *split, GError **error)
{
  const LecternNode *series = split->series;
  gsize start = split->end;
  LecternSpan span;
  guint32 rest;
  guint n;

  while (start < split->line.end
         && (n = _lectern_blank_after (split->line.text, split->line.end, start)) > 0)
    start += n;
  if (start >= split->line.end)
    return TRUE;
  span = (LecternSpan){ start, split->line.end };
  rest = _lectern_plan_create (split->plan, LECTERN_NODE_PARAGRAPH, &span, series->next,
                               split->paragraph->parent);
  for (LecternNode *child = _lectern_node_next (series); child != NULL;
       child = _lectern_node_next (child))
    _lectern_plan_adopt (split->plan, child->index, rest);
  return break_line (split, start, error);
}

static gboolean
plan_split (Split *split, GError **error)
{
  LecternNode *series = split->series;
  gboolean opens = split->start == split->line.start;
  gboolean first = !opens
                   && ends_with_colon (split->line.text, split->line.start,
                                       skip_blanks_back (split->line.text, split->start));

  _lectern_plan_adopt (split->plan, series->index, split->paragraph->parent);
  if (opens)
    _lectern_plan_dissolve (split->plan, split->paragraph->index, split->paragraph->parent);
  for (LecternNode *point = _lectern_node_first_child (series); point != NULL;
       point = _lectern_node_next (point))
    {
      if (point->kind != LECTERN_NODE_POINT)
        continue;
      wrap_point (split, point);
      if (first && !break_line (split, point->start, error))
        return FALSE;
      first = TRUE;
    }
  return keep_rest (split, error);
}

static gboolean
check_inline (LecternNode *series, GError **error)
{
  LecternNode *parent = lectern_node_get_parent (series);

  if (series->kind != LECTERN_NODE_SERIES)
    return set_refusal (series, "only a series can be split or joined", error);
  if (parent->kind != LECTERN_NODE_PARAGRAPH)
    return set_refusal (series,
                        lectern_node_starts_line (series)
                            ? "the points of this series have lines of their own"
                            : "this series stands in another one",
                        error);
  return TRUE;
}

/**
 * lectern_document_split_series:
 * @document: a document
 * @series: a series of @document that stands in a paragraph
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Gives each point of a series a paragraph of its own, indented as the one that it stood in. The
 * first point begins a line too where a colon leads to it; what follows the series in its
 * paragraph becomes another one. Marks and markers stay.
 *
 * Fails with `LECTERN_ERROR_EDIT` where the series stands in no paragraph, or in another series,
 * and where the new text would be read as something else.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_split_series (LecternDocument *document, LecternNode *series,
                               GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternPlan) plan = NULL;
  g_autofree char *indent = NULL;
  LecternExtent extent;
  Split split = { NULL };

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (series != NULL && _lectern_node_document (series) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_inline (series, error))
    return NULL;
  split.series = series;
  split.paragraph = lectern_node_get_parent (series);
  _lectern_extent_init (&split.line, split.paragraph);
  _lectern_extent_init (&extent, series);
  split.start = extent.start;
  split.end = extent.end;
  indent = _lectern_extent_dup_indent (&split.line);
  split.indent = indent;
  split.plan = plan = _lectern_plan_new (document);
  return plan_split (&split, error) ? _lectern_plan_run (plan, cancellable, error) : NULL;
}

/* --- joining -------------------------------------------------------------------------------- */

/* Each point must be one paragraph. */
static gboolean
check_points (LecternNode *series, GError **error)
{
  if (series->kind != LECTERN_NODE_SERIES)
    return set_refusal (series, "only a series can be split or joined", error);
  for (LecternNode *point = _lectern_node_first_child (series); point != NULL;
       point = _lectern_node_next (point))
    {
      LecternNode *paragraph = _lectern_node_first_child (point);

      if (point->kind != LECTERN_NODE_POINT || paragraph == NULL
          || paragraph->kind != LECTERN_NODE_PARAGRAPH)
        return set_refusal (point, "the points of this series have no lines of their own", error);
      if (_lectern_node_next (paragraph) != NULL)
        return set_refusal (_lectern_node_next (paragraph),
                            "a point of more than one paragraph cannot stand in a line", error);
    }
  return TRUE;
}

/* The paragraph before the series that leads to it: with a colon, or as it goes on into it. */
static LecternNode *
find_lead (LecternNode *series)
{
  LecternNode *previous = lectern_node_get_previous (series);
  LecternExtent extent;

  if (previous == NULL || previous->kind != LECTERN_NODE_PARAGRAPH)
    return NULL;
  _lectern_extent_init (&extent, previous);
  return !_lectern_extent_has_line_end (&extent)
                 || ends_with_colon (extent.text, extent.start, extent.end)
             ? previous
             : NULL;
}

/* Takes away what parts two texts; Latin ones get a blank. */
static gboolean
close_up (LecternPlan *plan, const char *text, gsize from, gsize to, GError **error)
{
  gboolean latin = from > 0 && (guchar)text[from - 1] < 0x80;

  return from == to || _lectern_plan_replace (plan, from, to, latin ? " " : "", -1, error);
}

static gboolean
plan_join (LecternPlan *plan, LecternNode *series, GError **error)
{
  LecternNode *lead = find_lead (series);
  LecternExtent extent, last;
  LecternSpan span;

  _lectern_extent_init (&extent, series);
  span = (LecternSpan){ extent.start, extent.end };
  if (lead != NULL)
    {
      _lectern_extent_init (&last, lead);
      if (!close_up (plan, extent.text, last.end, extent.start, error))
        return FALSE;
    }
  _lectern_plan_adopt (plan, series->index,
                       lead != NULL ? lead->index
                                    : _lectern_plan_create (plan, LECTERN_NODE_PARAGRAPH, &span,
                                                            series->index, series->parent));
  for (LecternNode *point = _lectern_node_first_child (series); point != NULL;
       point = _lectern_node_next (point))
    {
      _lectern_plan_dissolve (plan, _lectern_node_first_child (point)->index, point->index);
      last = extent;
      _lectern_extent_init (&extent, point);
      if (extent.previous != NULL && !close_up (plan, extent.text, last.end, extent.start, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * lectern_document_join_series:
 * @document: a document
 * @series: a series of @document whose points are paragraphs
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Puts the points of a series into one paragraph, and that behind the one before it where that
 * leads to it with a colon. This undoes [method@Lectern.Document.split_series] where nothing stood
 * behind the series. Marks and markers stay.
 *
 * Fails with `LECTERN_ERROR_EDIT` where a point has more than one paragraph, and where the new text
 * would be read as something else.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_join_series (LecternDocument *document, LecternNode *series,
                              GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternPlan) plan = NULL;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (series != NULL && _lectern_node_document (series) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_points (series, error))
    return NULL;
  plan = _lectern_plan_new (document);
  return plan_join (plan, series, error) ? _lectern_plan_run (plan, cancellable, error) : NULL;
}
