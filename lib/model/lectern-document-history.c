/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-document-private.h"
#include "model/lectern-edits-private.h"

/**
 * lectern_document_dup_edits:
 * @document: a document
 * @since: an older document
 *
 * Gets what was changed between two documents: what is known from how one was made of the other, if
 * it was, or else the difference of their texts.
 *
 * Returns: (transfer full): the edits from the text of @since to that of @document
 */
LecternEdits *
lectern_document_dup_edits (LecternDocument *document, LecternDocument *since)
{
  LecternEdits *edits;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (since), NULL);

  edits = _lectern_version_dup_edits (document->version, since->version, since->tree.nodes->end);
  if (edits != NULL)
    return edits;
  return lectern_edits_new_diff (lectern_source_get_bytes (since->source),
                                 lectern_source_get_bytes (document->source));
}

/* The edits since another document, kept for the next node that is asked about. */
static LecternEdits *
get_cached_edits (LecternDocument *document, LecternDocument *since)
{
  LecternEdits *edits = NULL;

  g_mutex_lock (&document->lock);
  if (document->edits_since == since->version)
    edits = lectern_edits_ref (document->edits);
  g_mutex_unlock (&document->lock);
  if (edits != NULL)
    return edits;
  edits = lectern_document_dup_edits (document, since);
  g_mutex_lock (&document->lock);
  g_clear_pointer (&document->edits, lectern_edits_unref);
  g_clear_pointer (&document->edits_since, _lectern_version_unref);
  document->edits_since = _lectern_version_ref (since->version);
  document->edits = lectern_edits_ref (edits);
  g_mutex_unlock (&document->lock);
  return edits;
}

static gsize
distance (gsize a, gsize b)
{
  return a > b ? a - b : b - a;
}

/* Of the nodes of a kind around the beginning of a new span, the one most like it. */
static LecternNode *
find_alike (LecternDocument *document, LecternNodeKind kind, const LecternSpan *span)
{
  LecternNode *best = NULL;
  gsize best_distance = G_MAXSIZE;
  LecternNode *node = lectern_document_lookup_offset (document, span->start);

  for (; node != NULL; node = _lectern_node_at (node, node->parent))
    {
      gsize apart = distance (node->start, span->start) + distance (node->end, span->end);

      if (node->kind == kind && apart < best_distance)
        {
          best = node;
          best_distance = apart;
        }
    }
  return best;
}

/**
 * lectern_document_find_counterpart:
 * @document: a document
 * @old_node: a node of an older document
 *
 * Finds the node that an older document's node has become: by what was changed between the two
 * documents, or where nothing of its text is left, by its path.
 *
 * Returns: (transfer none) (nullable): the node, of the same kind, or %NULL where there is none
 */
LecternNode *
lectern_document_find_counterpart (LecternDocument *document, LecternNode *old_node)
{
  LecternDocument *since;
  g_autoptr (LecternEdits) edits = NULL;
  g_autofree char *path = NULL;
  LecternSpan span;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (old_node != NULL, NULL);

  since = _lectern_node_document (old_node);
  if (since == document)
    return old_node;
  if (old_node->parent == LECTERN_NO_NODE)
    return document->tree.nodes;
  edits = get_cached_edits (document, since);
  if (_lectern_edits_map_span (edits, old_node->start, old_node->end, &span))
    {
      LecternNode *node = find_alike (document, old_node->kind, &span);

      if (node != NULL)
        return node;
    }
  path = lectern_node_dup_path (old_node);
  return lectern_document_lookup (document, path);
}
