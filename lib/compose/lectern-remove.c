/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "compose/lectern-siblings-private.h"
#include "model/lectern-document-private.h"

/* Whether a paragraph is all that stands between two series that are numbered alike. */
static gboolean
parts_series (LecternNode *node)
{
  LecternNode *previous = lectern_node_get_previous (node), *next = lectern_node_get_next (node);

  return previous != NULL && next != NULL && previous->kind == LECTERN_NODE_SERIES
         && next->kind == LECTERN_NODE_SERIES
         && g_strcmp0 (lectern_node_get_property (previous, LECTERN_PROPERTY_NUMBERING),
                       lectern_node_get_property (next, LECTERN_PROPERTY_NUMBERING))
                == 0;
}

/* Whether the node is one that can be taken out of its row: a paragraph is none where it is all
 * that holds a marker. */
gboolean
_lectern_siblings_may_leave (LecternNode *node, GError **error)
{
  LecternPosition position;
  const char *why = NULL;

  if (node->kind != LECTERN_NODE_SECTION && node->kind != LECTERN_NODE_POINT
      && node->kind != LECTERN_NODE_PARAGRAPH)
    why = "only a section, point or p can be taken out, moved or duplicated";
  else if (node->kind == LECTERN_NODE_PARAGRAPH
           && lectern_node_get_kind (lectern_node_get_parent (node)) == LECTERN_NODE_POINT
           && lectern_node_get_previous (node) == NULL)
    why = "this p begins a point: take the point";
  else if (node->kind == LECTERN_NODE_PARAGRAPH && parts_series (node))
    why = "two series that this p parts would become one row";
  if (why == NULL)
    return _lectern_siblings_may_be_parted (node, error);
  lectern_node_get_position (node, &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, &position, "%s", why);
  return FALSE;
}

/* The text that goes with a member: with the blank lines that part it from the next one if it is
 * the first, or else with those before it. */
static void
find_removed (const LecternExtent *extent, LecternSpan *span)
{
  const LecternNode *node = extent->node;
  LecternExtent next;

  *span = (LecternSpan){ extent->gap, extent->stop };
  if (node->kind == LECTERN_NODE_PARAGRAPH
      && (!_lectern_extent_starts_line (extent) || extent->stop == extent->end))
    {
      *span = (LecternSpan){ extent->start, extent->end };
      return;
    }
  if (extent->previous == NULL && extent->next != NULL && extent->next->index == node->next)
    {
      _lectern_extent_init (&next, extent->next);
      *span = (LecternSpan){ extent->base, extent->base == extent->start ? next.start : next.base };
    }
  else if (extent->block && !_lectern_extent_has_line_end (extent)
           && extent->stop == extent->length)
    span->start -= _lectern_line_end_before (extent->text, span->start);
  else if (extent->block && !_lectern_extent_starts_line (extent))
    span->end = extent->end;
}

gboolean
_lectern_siblings_leave (LecternPlan *plan, const LecternExtent *extent, GError **error)
{
  LecternNode *node = extent->node, *parent = lectern_node_get_parent (node);
  guint n_members = _lectern_siblings_count (parent, (LecternNodeKind)node->kind) - 1;
  LecternStops stops;

  if (node->kind == LECTERN_NODE_POINT)
    {
      _lectern_stops_read (&stops, parent);
      if (stops.regular && extent->next == NULL && extent->previous != NULL
          && !_lectern_siblings_set_stop (plan, extent->previous, stops.last, error))
        return FALSE;
    }
  if (extent->next != NULL
      && !_lectern_siblings_shift (
          plan, extent->next, NULL, lectern_node_get_number (node), -1,
          _lectern_siblings_get_members (parent, (LecternNodeKind)node->kind, -1), error))
    return FALSE;
  return _lectern_siblings_recount (plan, parent, (LecternNodeKind)node->kind,
                                    extent->next == NULL ? extent->previous : NULL, n_members,
                                    error);
}

/**
 * lectern_document_remove:
 * @document: a document
 * @node: a section, point or paragraph of @document
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Takes a section, point or paragraph out, with all that is in it. The siblings that follow count
 * one less, an announcement of them says one less, and in a series whose members are parted by `；`
 * and ended by `。` the new last one ends with `。`.
 *
 * Fails with `LECTERN_ERROR_EDIT` where the node is of another kind, and where what is left would
 * be read as something else: a single `一是` is no series.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_remove (LecternDocument *document, LecternNode *node, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LecternPlan) plan = NULL;
  LecternExtent extent;
  LecternSpan span;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (node != NULL && _lectern_node_document (node) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_lectern_siblings_may_leave (node, error))
    return NULL;
  plan = _lectern_plan_new (document);
  _lectern_extent_init (&extent, node);
  find_removed (&extent, &span);
  _lectern_plan_drop (plan, node->index);
  if (!_lectern_plan_replace (plan, span.start, span.end, "", 0, error)
      || !_lectern_siblings_leave (plan, &extent, error))
    return NULL;
  return _lectern_plan_run (plan, cancellable, error);
}
