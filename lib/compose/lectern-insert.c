/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-utf8-private.h"
#include "compose/lectern-members-private.h"
#include "compose/lectern-siblings-private.h"
#include "compose/lectern-slot-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* A new member of a row: put in from a text, or as a copy of another. */

/* The sibling that comes after what is put in, or NULL. */
static LecternNode *
find_follower (const LecternSlot *slot, LecternNodeKind kind)
{
  LecternNode *node = slot->before;

  if (node == NULL)
    for (node = _lectern_node_next (slot->after); node != NULL && node->kind != kind;)
      node = _lectern_node_next (node);
  return node;
}

/* What the siblings of a new member become. */
static gboolean
adjust_row (LecternPlan *plan, const LecternSlot *slot, LecternNodeKind kind, guint32 added,
            GError **error)
{
  LecternNode *follower = find_follower (slot, kind);
  LecternNode *last = follower;
  guint n_members = _lectern_siblings_count (slot->parent, kind) + 1;

  if (follower == NULL && slot->after->kind == kind)
    last = slot->after;
  for (LecternNode *node = follower; node != NULL; node = _lectern_node_next (node))
    if (node->kind == kind)
      last = node;
  if (follower != NULL
      && !_lectern_siblings_shift (plan, follower, NULL, MAX (slot->ordinal, 2) - 1, 1,
                                   _lectern_siblings_get_members (slot->parent, kind, 1), error))
    return FALSE;
  if (slot->model != NULL)
    _lectern_siblings_link (plan, slot->model, added);
  return _lectern_siblings_recount (plan, slot->parent, kind, follower == NULL ? last : NULL,
                                    n_members, error);
}

/* The marks at the ends of the new member and of the one that was the last. */
static gboolean
set_stops (LecternPlan *plan, const LecternSlot *slot, LecternDraft *draft, GError **error)
{
  LecternStops stops;
  gboolean is_last = find_follower (slot, LECTERN_NODE_POINT) == NULL;

  if (draft->kind != LECTERN_NODE_POINT)
    return TRUE;
  _lectern_stops_read (&stops, slot->parent);
  if (!stops.regular)
    {
      _lectern_draft_set_stop (draft, 0, stops.last);
      return TRUE;
    }
  _lectern_draft_set_stop (draft, is_last ? stops.last : stops.inner, 0);
  return !is_last || _lectern_siblings_set_stop (plan, slot->after, stops.inner, error);
}

static gboolean
put_in (LecternPlan *plan, const LecternSlot *slot, const LecternPlanFragment *fragment,
        LecternEdits *edits, LecternNodeKind kind, GError **error)
{
  GError *failure = NULL;
  guint32 added;

  if (slot->needs_line && !_lectern_plan_end_line (plan, slot->at, error))
    return FALSE;
  added = _lectern_plan_insert (
      plan, slot->at, fragment, edits, slot->head != NULL ? slot->head : "",
      slot->tail != NULL ? slot->tail : "", slot->next, slot->parent->index, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return adjust_row (plan, slot, kind, added, error);
}

static gboolean
plan_insert (LecternPlan *plan, const LecternSlot *slot, LecternDraft *draft, GError **error)
{
  const char *language = lectern_document_get_language (_lectern_plan_get_document (plan));
  LecternPlanFragment fragment;
  g_autoptr (LecternEdits) edits = NULL;
  g_autoptr (LecternDocument) holder = NULL;

  if (!_lectern_slot_set_marker (
          slot, draft, _lectern_siblings_get_members (slot->parent, draft->kind, 1), error)
      || !set_stops (plan, slot, draft, error))
    return FALSE;
  edits = _lectern_draft_make_fragment (draft, language, &fragment, error);
  holder = fragment.document;
  return edits != NULL && put_in (plan, slot, &fragment, edits, draft->kind, error);
}

/**
 * lectern_document_insert:
 * @document: a document
 * @kind: what the text is: `LECTERN_NODE_SECTION`, `LECTERN_NODE_POINT` or `LECTERN_NODE_PARAGRAPH`
 * @side: on which side of @place
 * @place: a node of @document: one of that kind, or with `LECTERN_SIDE_FIRST_IN` and
 *   `LECTERN_SIDE_LAST_IN` what holds such
 * @text: (array length=length) (element-type guint8): the text in UTF-8
 * @length: its length in bytes, or -1 if it ends with NUL
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Puts a new section, point or paragraph in.
 *
 * The marker of a section or point is supplied, or replaced where the text has one, and so are
 * the indents and line ends that its siblings have. The first line of a section is its heading,
 * the others are its text; of a paragraph each line is one. The siblings that follow count on from
 * it, an announcement of them says one more, and in a series whose members are parted by `；` and
 * ended by `。` the marks stand where they should. Where siblings are numbered wrongly, they stay
 * wrong by as much.
 *
 * Fails with `LECTERN_ERROR_EDIT` where there is no such place, and where the new text would be
 * read as something else; with `LECTERN_ERROR_NUMBERING` where the numbering does not go that far;
 * with `LECTERN_ERROR_ENCODING` where the text is not UTF-8.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_insert (LecternDocument *document, LecternNodeKind kind, LecternSide side,
                         LecternNode *place, const char *text, gssize length,
                         GCancellable *cancellable, GError **error)
{
  g_auto (LecternSlot) slot = { NULL };
  g_autoptr (LecternPlan) plan = NULL;
  g_autoptr (LecternDraft) draft = NULL;
  g_autofree char *indent = NULL;
  LecternExtent extent;
  gsize size, bad_offset;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (place != NULL && _lectern_node_document (place) == document, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize)length;
  if (!_lectern_slot_find (&slot, kind, side, place, error))
    return NULL;
  if (!_lectern_utf8_check (text, size, &bad_offset))
    {
      _lectern_set_error (error, LECTERN_ERROR_ENCODING, NULL, NULL, "the new text is not UTF-8");
      return NULL;
    }
  _lectern_extent_init (&extent, slot.after != NULL ? slot.after : slot.before);
  indent = _lectern_slot_dup_indent (&slot, kind);
  draft = _lectern_draft_new (kind, slot.block, text, size, _lectern_extent_get_line_end (&extent),
                              indent);
  if (draft->text->len == 0)
    {
      _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL, "there is no text to put in");
      return NULL;
    }
  plan = _lectern_plan_new (document);
  if (!plan_insert (plan, &slot, draft, error))
    return NULL;
  return _lectern_plan_run (plan, cancellable, error);
}

static gboolean
plan_duplicate (LecternPlan *plan, const LecternSlot *slot, LecternNode *node, GError **error)
{
  LecternExtent extent;
  LecternStops stops;
  LecternPlanFragment fragment = { .document = _lectern_plan_get_document (plan) };
  g_autoptr (LecternEdits) edits = lectern_edits_new (fragment.document->tree.nodes->end);
  guint n_members = _lectern_siblings_get_members (slot->parent, (LecternNodeKind)node->kind, 1);

  _lectern_extent_init (&extent, node);
  fragment.first = node->index;
  fragment.last = node->next;
  fragment.start = extent.start;
  fragment.end = extent.end;
  if (slot->ordinal > 0
      && !_lectern_members_add_marker (edits, node, NULL, slot->ordinal, n_members, error))
    return FALSE;
  if (node->kind == LECTERN_NODE_POINT)
    {
      _lectern_stops_read (&stops, slot->parent);
      if (stops.regular && extent.next == NULL
          && !_lectern_siblings_set_stop (plan, node, stops.inner, error))
        return FALSE;
    }
  return put_in (plan, slot, &fragment, edits, node->kind, error);
}

/**
 * lectern_document_duplicate:
 * @document: a document
 * @node: a section, point or paragraph of @document
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Puts a copy of a section, point or paragraph behind it, with the next number; its siblings and
 * what announces them follow as with [method@Lectern.Document.insert].
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_duplicate (LecternDocument *document, LecternNode *node, GCancellable *cancellable,
                            GError **error)
{
  g_auto (LecternSlot) slot = { NULL };
  g_autoptr (LecternPlan) plan = NULL;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (node != NULL && _lectern_node_document (node) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_lectern_siblings_may_leave (node, error)
      || !_lectern_slot_find (&slot, (LecternNodeKind)node->kind, LECTERN_SIDE_AFTER, node, error))
    return NULL;
  plan = _lectern_plan_new (document);
  if (!plan_duplicate (plan, &slot, node, error))
    return NULL;
  return _lectern_plan_run (plan, cancellable, error);
}
