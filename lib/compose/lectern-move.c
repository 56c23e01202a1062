/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "compose/lectern-members-private.h"
#include "compose/lectern-siblings-private.h"
#include "compose/lectern-slot-private.h"
#include "model/lectern-document-private.h"

typedef struct
{
  LecternPlan *plan;
  LecternExtent from;
  LecternSlot *slot;
  LecternNodeKind kind;
  LecternNode *parent; /* that it leaves */
} Move;

static gboolean
set_refusal (LecternNode *node, const char *message, GError **error)
{
  LecternPosition position;

  lectern_node_get_position (node, &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, &position, "%s", message);
  return FALSE;
}

/* Whether something else begins on the line that it ends on. */
static gboolean
shares_line (const LecternExtent *extent)
{
  return extent->block && extent->stop == extent->end && extent->stop < extent->length;
}

static gboolean
check_move (const Move *move, GError **error)
{
  const LecternNode *node = move->from.node;
  const LecternSlot *slot = move->slot;
  LecternExtent anchor = { NULL };

  if (slot->parent->index >= node->index && slot->parent->index < node->next)
    return set_refusal (slot->parent, "it would stand in itself", error);
  if (move->from.block != slot->block)
    return set_refusal (move->from.node,
                        "a point with lines of its own and one within a line cannot take the "
                        "place of each other",
                        error);
  if (move->kind == LECTERN_NODE_SECTION
      && lectern_node_get_level (slot->parent) != lectern_node_get_level (move->parent))
    return set_refusal (move->from.node, "the section would come to another level", error);
  if (move->from.block && !_lectern_extent_starts_line (&move->from)
      && (move->from.previous != NULL || move->kind != LECTERN_NODE_POINT))
    return set_refusal (move->from.node, "what begins within a line cannot be moved", error);
  if (slot->after != NULL && slot->after->kind == (guint)move->kind)
    _lectern_extent_init (&anchor, slot->after);
  if (shares_line (&move->from) || shares_line (&anchor))
    return set_refusal (move->from.node, "what shares its line with the next one cannot be moved",
                        error);
  return TRUE;
}

/* The text goes with the blank lines that part it from the one before it, or, where it was the
 * first, from the one behind it; where it comes to, they stand on the other side if need be. */
static gboolean
move_text (const Move *move, GError **error)
{
  const LecternExtent *from = &move->from;
  gsize at = move->slot->at;
  LecternSpan gap = { from->gap, from->base };
  LecternExtent next;

  if (from->previous == NULL && from->next != NULL && from->next->index == from->node->next)
    {
      _lectern_extent_init (&next, from->next);
      gap.start = from->stop;
      gap.end = from->base == from->start ? next.start : next.base;
    }
  if (move->slot->after != NULL)
    return _lectern_plan_move (move->plan, gap.start, gap.end, at, error)
           && _lectern_plan_move (move->plan, from->base, from->stop, at, error);
  return _lectern_plan_move (move->plan, from->base, from->stop, at, error)
         && _lectern_plan_move (move->plan, gap.start, gap.end, at, error);
}

/* The last line of the text may have no line end. */
static gboolean
move_line_end (const Move *move, GError **error)
{
  const LecternExtent *from = &move->from;

  if (from->block && !_lectern_extent_has_line_end (from) && from->stop == from->length)
    {
      guint n = _lectern_line_end_before (from->text, from->gap);

      return _lectern_plan_end_line (move->plan, from->stop, error)
             && _lectern_plan_replace (move->plan, from->gap - n, from->gap, "", 0, error);
    }
  if (move->slot->needs_line)
    {
      guint n = _lectern_line_end_before (from->text, from->stop);

      return _lectern_plan_end_line (move->plan, move->slot->at, error)
             && _lectern_plan_replace (move->plan, from->stop - n, from->stop, "", 0, error);
    }
  return TRUE;
}

static LecternNode *
find_last (LecternNode *parent, LecternNodeKind kind)
{
  LecternNode *last = NULL;

  for (LecternNode *child = _lectern_node_first_child (parent); child != NULL;
       child = _lectern_node_next (child))
    if (child->kind == kind)
      last = child;
  return last;
}

static gboolean
set_number (const Move *move, LecternNode *node, guint number, guint n_members, GError **error)
{
  return number == 0
         || _lectern_members_add_marker (_lectern_plan_get_edits (move->plan), node, NULL, number,
                                         n_members, error);
}

/* Within its row each place keeps its number, right or wrong: every member gets that of the one
 * whose place it takes. */
static gboolean
renumber_in_row (const Move *move, GError **error)
{
  LecternNode *node = move->from.node, *at = move->from.node;
  const LecternSlot *slot = move->slot;
  guint n_members = _lectern_siblings_get_members (move->parent, move->kind, 0);
  gboolean forward = slot->after != NULL && slot->after->index > node->index;
  LecternNode *last = slot->after;
  guint number = lectern_node_get_number (node);

  if (!forward)
    for (last = slot->before != NULL ? slot->before : _lectern_node_next (slot->after);
         last->kind != (guint)move->kind;)
      last = _lectern_node_next (last);
  while (at != last)
    {
      guint said;

      at = forward ? _lectern_node_next (at) : lectern_node_get_previous (at);
      if (at->kind != (guint)move->kind || !_lectern_siblings_are_alike (node, at))
        continue;
      said = lectern_node_get_number (at);
      if (!set_number (move, at, number, n_members, error))
        return FALSE;
      number = said;
    }
  return set_number (move, node, number, n_members, error);
}

/* Into another row: it takes the numbering of that. */
static gboolean
renumber_across (const Move *move, GError **error)
{
  LecternNode *node = move->from.node, *follower = move->slot->before, *last;
  const LecternSlot *slot = move->slot;
  g_autofree char *numbering = NULL;
  g_autoptr (LecternNumbering) made = NULL;
  LecternNode *owner = move->kind == LECTERN_NODE_POINT ? move->parent : node;
  guint n_members = _lectern_siblings_get_members (slot->parent, move->kind, 1);

  if (move->kind == LECTERN_NODE_PARAGRAPH)
    return TRUE;
  numbering = _lectern_slot_dup_numbering (slot, move->kind, error);
  if ((numbering == NULL)
      != (lectern_node_get_property (owner, LECTERN_PROPERTY_NUMBERING) == NULL))
    return set_refusal (node, "one of the rows has no numbers", error);
  if (g_strcmp0 (numbering, lectern_node_get_property (owner, LECTERN_PROPERTY_NUMBERING)) != 0)
    {
      made = lectern_numbering_new_from_string (numbering, error);
      if (made == NULL)
        return FALSE;
      _lectern_plan_set_numbering (move->plan, node->index, numbering);
    }
  last = slot->after != NULL && slot->after->kind == (guint)move->kind ? slot->after : NULL;
  if (follower == NULL)
    for (follower = _lectern_node_next (slot->after);
         follower != NULL && follower->kind != (guint)move->kind;)
      follower = _lectern_node_next (follower);
  if (slot->ordinal > 0 && numbering != NULL
      && !_lectern_members_add_marker (_lectern_plan_get_edits (move->plan), node, made,
                                       slot->ordinal, n_members, error))
    return FALSE;
  if (move->kind == LECTERN_NODE_SECTION)
    _lectern_plan_unlink (move->plan, node->index);
  if (slot->model != NULL)
    _lectern_siblings_link (move->plan, slot->model, node->index);
  if (follower != NULL
      && !_lectern_siblings_shift (move->plan, follower, NULL, MAX (slot->ordinal, 2) - 1, 1,
                                   n_members, error))
    return FALSE;
  return _lectern_siblings_recount (move->plan, slot->parent, move->kind,
                                    follower == NULL ? last : NULL,
                                    _lectern_siblings_count (slot->parent, move->kind) + 1, error)
         && _lectern_siblings_leave (move->plan, &move->from, error);
}

/* The marks at the ends of points. */
static gboolean
move_stops (const Move *move, GError **error)
{
  LecternNode *node = move->from.node, *last;
  const LecternSlot *slot = move->slot;
  LecternStops stops;
  gboolean within = slot->parent == move->parent;

  if (move->kind != LECTERN_NODE_POINT)
    return TRUE;
  _lectern_stops_read (&stops, slot->parent);
  if (!stops.regular)
    return TRUE;
  last = find_last (slot->parent, move->kind);
  if (slot->after == last && last != node)
    return _lectern_siblings_set_stop (move->plan, node, stops.last, error)
           && _lectern_siblings_set_stop (move->plan, last, stops.inner, error);
  if (!_lectern_siblings_set_stop (move->plan, node, stops.inner, error))
    return FALSE;
  return !within || last != node
         || _lectern_siblings_set_stop (move->plan, move->from.previous, stops.last, error);
}

static gboolean
plan_move (const Move *move, GError **error)
{
  gboolean within = move->slot->parent == move->parent;

  _lectern_plan_place (move->plan, move->from.node->index, move->slot->next,
                       move->slot->parent->index);
  return move_text (move, error) && move_line_end (move, error) && move_stops (move, error)
         && (within ? renumber_in_row (move, error) : renumber_across (move, error));
}

/* Whether the node stands there already. */
static gboolean
is_in_place (const Move *move)
{
  const LecternSlot *slot = move->slot;

  return slot->after == move->from.node || slot->before == move->from.node
         || (slot->after != NULL && slot->after->next == move->from.node->index
             && slot->parent == move->parent);
}

/**
 * lectern_document_move:
 * @document: a document
 * @node: a section, point or paragraph of @document
 * @side: on which side of @place
 * @place: a node of @document, as with [method@Lectern.Document.insert]
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Moves a section, point or paragraph with all that is in it to another place in its row, or into
 * another row, whose numbering it takes. Siblings, announcements and the marks between points
 * follow in both rows, as with [method@Lectern.Document.insert] and
 * [method@Lectern.Document.remove].
 *
 * The edits move the text, so that an editor keeps what it knows of it.
 *
 * Returns: (transfer full): the new document, @document itself where @node stands there already, or
 *   %NULL with @error set
 */
LecternDocument *
lectern_document_move (LecternDocument *document, LecternNode *node, LecternSide side,
                       LecternNode *place, GCancellable *cancellable, GError **error)
{
  g_auto (LecternSlot) slot = { NULL };
  g_autoptr (LecternPlan) plan = NULL;
  Move move = { .slot = &slot };

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (node != NULL && _lectern_node_document (node) == document, NULL);
  g_return_val_if_fail (place != NULL && _lectern_node_document (place) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_lectern_siblings_may_leave (node, error))
    return NULL;
  move.kind = (LecternNodeKind)node->kind;
  move.parent = lectern_node_get_parent (node);
  if (!_lectern_slot_find (&slot, move.kind, side, place, error))
    return NULL;
  _lectern_extent_init (&move.from, node);
  if (is_in_place (&move))
    return g_object_ref (document);
  if (!check_move (&move, error))
    return NULL;
  move.plan = plan = _lectern_plan_new (document);
  if (!plan_move (&move, error))
    return NULL;
  return _lectern_plan_run (plan, cancellable, error);
}
