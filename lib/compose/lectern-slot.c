/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-slot-private.h"

#include "base/lectern-error-private.h"
#include "compose/lectern-siblings-private.h"
#include "language/lectern-numbering-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

#define BIT(kind) (1u << (kind))

/* What may stand where. */
static const struct
{
  LecternNodeKind kind;
  guint beside; /* kinds that it may stand before or after */
  guint in;
} rooms[] = {
  { LECTERN_NODE_SECTION, BIT (LECTERN_NODE_SECTION),
    BIT (LECTERN_NODE_SECTION) | BIT (LECTERN_NODE_SPEECH) },
  { LECTERN_NODE_POINT, BIT (LECTERN_NODE_POINT), BIT (LECTERN_NODE_SERIES) },
  { LECTERN_NODE_PARAGRAPH, BIT (LECTERN_NODE_PARAGRAPH) | BIT (LECTERN_NODE_SERIES),
    BIT (LECTERN_NODE_SECTION) | BIT (LECTERN_NODE_SPEECH) | BIT (LECTERN_NODE_OPENING)
        | BIT (LECTERN_NODE_CLOSING) | BIT (LECTERN_NODE_POINT) },
};

static gboolean
set_refusal (GError **error, LecternNode *place, const char *format, const char *kind,
             const char *where)
{
  LecternPosition position;
  g_autoptr (GString) message = g_string_new (format);

  lectern_node_get_position (place, &position);
  g_string_replace (message, "{1}", kind, 0);
  g_string_replace (message, "{2}", where, 0);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, &position, "%s", message->str);
  return FALSE;
}

static gboolean
check_room (LecternNodeKind kind, LecternSide side, LecternNode *place, GError **error)
{
  const char *name = lectern_node_kind_get_element (kind);
  const char *where = lectern_node_kind_get_element (lectern_node_get_kind (place));
  gboolean beside = side == LECTERN_SIDE_BEFORE || side == LECTERN_SIDE_AFTER;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (rooms[i].kind == kind)
      {
        if ((beside ? rooms[i].beside : rooms[i].in) & BIT (place->kind))
          return TRUE;
        return set_refusal (error, place,
                            beside ? "a {1} cannot stand beside a {2}"
                                   : "a {1} cannot stand directly in a {2}",
                            name, where);
      }
  return set_refusal (error, place, "only a section, point or p can be put in or moved", name,
                      where);
}

/* The first or last child of a kind. */
static LecternNode *
find_child (LecternNode *parent, LecternNodeKind kind, gboolean last)
{
  LecternNode *found = NULL;

  for (LecternNode *child = _lectern_node_first_child (parent); child != NULL;
       child = _lectern_node_next (child))
    if (child->kind == kind)
      {
        found = child;
        if (!last)
          break;
      }
  return found;
}

/* The part of the parent that a first member of the kind comes behind: paragraphs stand before
 * sections, and what ends the speech stays at its end. */
static LecternNode *
find_anchor (LecternNode *parent, LecternNodeKind kind)
{
  static const guint ends = BIT (LECTERN_NODE_CLOSING) | BIT (LECTERN_NODE_THANKS);
  LecternNode *anchor = NULL;

  for (LecternNode *child = _lectern_node_first_child (parent); child != NULL;
       child = _lectern_node_next (child))
    {
      if ((ends & BIT (child->kind)) != 0
          || (kind == LECTERN_NODE_PARAGRAPH && child->kind == LECTERN_NODE_SECTION)
          || (child->kind == LECTERN_NODE_BYLINE && anchor != NULL
              && anchor->kind != LECTERN_NODE_TITLE))
        break;
      anchor = child;
    }
  return anchor;
}

/* A node of the kind that starts a line, best one with a sibling before it. */
static LecternNode *
find_model_of_level (LecternNode *node, LecternNodeKind kind, guint level)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (_lectern_node_document (node), kind);
  LecternNode *model = NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      LecternExtent extent;

      if (lectern_node_get_level (nodes->pdata[i]) != level)
        continue;
      _lectern_extent_init (&extent, nodes->pdata[i]);
      if (!extent.block || !_lectern_extent_starts_line (&extent))
        continue;
      if (model == NULL || extent.previous != NULL)
        model = nodes->pdata[i];
      if (extent.previous != NULL)
        break;
    }
  return model;
}

static LecternNode *
find_model (LecternNode *parent, LecternNodeKind kind)
{
  return find_model_of_level (
      parent, kind, kind == LECTERN_NODE_SECTION ? lectern_node_get_level (parent) + 1u : 0);
}

static char *
dup_gap_of (LecternNode *node, gboolean indent)
{
  LecternExtent extent;

  if (node == NULL)
    return g_strdup ("");
  _lectern_extent_init (&extent, node);
  return _lectern_extent_dup_gap (&extent, indent);
}

/* What parts the new member from the one before it, as others of its row are parted. */
static char *
dup_gap (const LecternSlot *slot, LecternNodeKind kind, const LecternExtent *beside,
         gboolean indent)
{
  if (slot->model == NULL)
    {
      g_autofree char *gap = dup_gap_of (find_model (slot->parent, kind), indent);

      return g_steal_pointer (&gap);
    }
  if (beside->previous != NULL && (!slot->block || _lectern_extent_starts_line (beside)))
    return _lectern_extent_dup_gap (beside, indent);
  if (beside->next != NULL)
    return dup_gap_of (beside->next, indent);
  return indent ? _lectern_extent_dup_indent (beside) : g_strdup ("");
}

static void
lay_out_after (LecternSlot *slot, LecternNodeKind kind)
{
  LecternExtent extent;

  _lectern_extent_init (&extent, slot->after);
  slot->at = extent.stop;
  slot->next = slot->after->next;
  if (!slot->block)
    slot->head = dup_gap (slot, kind, &extent, TRUE);
  if (!slot->block || (extent.stop < extent.length && !_lectern_extent_has_line_end (&extent)))
    return;
  slot->needs_line = !_lectern_extent_has_line_end (&extent);
  slot->head = dup_gap (slot, kind, &extent, TRUE);
  slot->tail = g_strdup (slot->needs_line ? "" : _lectern_extent_get_line_end (&extent));
}

static void
lay_out_before (LecternSlot *slot, LecternNodeKind kind)
{
  LecternExtent extent;
  g_autofree char *gap = NULL;

  _lectern_extent_init (&extent, slot->before);
  slot->at = extent.base;
  slot->next = slot->before->index;
  if (!slot->block)
    slot->tail = dup_gap (slot, kind, &extent, TRUE);
  if (!slot->block)
    return;
  slot->head = g_strndup (extent.text + extent.base, extent.start - extent.base);
  gap = dup_gap (slot, kind, &extent, extent.base == extent.start);
  slot->tail = g_strconcat (_lectern_extent_get_line_end (&extent), gap, NULL);
}

gboolean
_lectern_slot_find (LecternSlot *slot, LecternNodeKind kind, LecternSide side, LecternNode *place,
                    GError **error)
{
  LecternExtent extent;

  *slot = (LecternSlot){ .block = TRUE, .ordinal = 1 };
  if (!check_room (kind, side, place, error))
    return FALSE;
  if (side == LECTERN_SIDE_BEFORE && kind == LECTERN_NODE_PARAGRAPH
      && lectern_node_get_marker (lectern_node_get_parent (place)) != NULL
      && lectern_node_get_kind (lectern_node_get_parent (place)) == LECTERN_NODE_POINT
      && lectern_node_get_previous (place) == NULL)
    return set_refusal (error, place, "the {1} begins a point: nothing can stand before it",
                        lectern_node_kind_get_element (kind), "");
  slot->parent = place;
  if (side == LECTERN_SIDE_FIRST_IN || side == LECTERN_SIDE_LAST_IN)
    slot->model = find_child (place, kind, side == LECTERN_SIDE_LAST_IN);
  else
    slot->parent = lectern_node_get_parent (slot->model = place);
  if (slot->model == NULL)
    slot->after = find_anchor (place, kind);
  else
    {
      _lectern_extent_init (&extent, slot->model);
      slot->block = extent.block;
      slot->ordinal = lectern_node_get_number (slot->model);
      if (side == LECTERN_SIDE_AFTER || side == LECTERN_SIDE_LAST_IN)
        {
          slot->after = slot->model;
          slot->ordinal += slot->ordinal > 0;
        }
      else if (extent.previous != NULL && kind != LECTERN_NODE_PARAGRAPH)
        slot->after = extent.previous;
      else
        slot->before = slot->model;
    }
  if (slot->after == NULL && slot->before == NULL)
    return set_refusal (error, place, "there is no place for a {1} in this {2}",
                        lectern_node_kind_get_element (kind),
                        lectern_node_kind_get_element (lectern_node_get_kind (place)));
  if (kind == LECTERN_NODE_PARAGRAPH && slot->model != NULL
      && (slot->after != NULL ? extent.stop == extent.end && extent.stop < extent.length
                              : !_lectern_extent_starts_line (&extent)))
    return set_refusal (error, place, "the {2} here shares its line with something else", "",
                        lectern_node_kind_get_element (lectern_node_get_kind (slot->model)));
  if (slot->after != NULL && !_lectern_siblings_may_be_parted (slot->after, error))
    return FALSE;
  if (slot->after != NULL)
    lay_out_after (slot, kind);
  else
    lay_out_before (slot, kind);
  return TRUE;
}

void
_lectern_slot_clear (LecternSlot *slot)
{
  g_clear_pointer (&slot->head, g_free);
  g_clear_pointer (&slot->tail, g_free);
}

/* The form below another one: GB/T 15834-2011 B.3.8. */
static const char *const levels[] = { "一、", "（一）", "1.", "（1）", "①", NULL };

static char *
dup_form (const char *numbering)
{
  g_autoptr (LecternNumbering) made
      = numbering != NULL ? lectern_numbering_new_from_string (numbering, NULL) : NULL;

  return made != NULL ? lectern_numbering_dup_form (made) : NULL;
}

char *
_lectern_slot_dup_level_numbering (LecternNode *node, guint level, const char *above,
                                   GError **error)
{
  LecternNode *model = find_model_of_level (node, LECTERN_NODE_SECTION, level);
  const char *numbering
      = model != NULL ? lectern_node_get_property (model, LECTERN_PROPERTY_NUMBERING) : NULL;
  g_autofree char *form = NULL;

  if (numbering != NULL)
    return g_strdup (numbering);
  if (level == 1)
    return g_strdup (levels[0]);
  form = dup_form (above);
  for (guint i = 0; form != NULL && levels[i + 1] != NULL; i++)
    {
      g_autofree char *of_level = dup_form (levels[i]);

      if (g_strcmp0 (form, of_level) == 0)
        return g_strdup (levels[i + 1]);
    }
  set_refusal (error, node, "there is no form of number for a section below this {2}", "",
               lectern_node_kind_get_element (lectern_node_get_kind (node)));
  return NULL;
}

char *
_lectern_slot_dup_numbering (const LecternSlot *slot, LecternNodeKind kind, GError **error)
{
  if (kind == LECTERN_NODE_SECTION)
    return slot->model != NULL
               ? g_strdup (lectern_node_get_property (slot->model, LECTERN_PROPERTY_NUMBERING))
               : _lectern_slot_dup_level_numbering (
                   slot->parent, lectern_node_get_level (slot->parent) + 1,
                   lectern_node_get_property (slot->parent, LECTERN_PROPERTY_NUMBERING), error);
  return g_strdup (lectern_node_get_property (slot->parent, LECTERN_PROPERTY_NUMBERING));
}

gboolean
_lectern_slot_set_marker (const LecternSlot *slot, LecternDraft *draft, guint n_members,
                          GError **error)
{
  g_autoptr (LecternNumbering) numbering = NULL;
  char *marker;

  if (draft->kind == LECTERN_NODE_PARAGRAPH)
    return TRUE;
  g_free (draft->numbering);
  draft->numbering = _lectern_slot_dup_numbering (slot, draft->kind, error);
  if (slot->model != NULL)
    marker = _lectern_siblings_dup_marker (slot->model, slot->ordinal, n_members, error);
  else
    {
      numbering = draft->numbering != NULL
                      ? lectern_numbering_new_from_string (draft->numbering, error)
                      : NULL;
      marker = numbering != NULL ? lectern_numbering_dup_marker (numbering, slot->ordinal, error)
                                 : NULL;
    }
  if (marker == NULL && error != NULL && *error == NULL)
    set_refusal (error, slot->parent, "what stands beside the {1} has no number", "new one", "");
  if (marker == NULL)
    return FALSE;
  g_free (draft->marker);
  draft->marker = marker;
  if (draft->numbering == NULL && g_str_has_prefix (draft->text->str, marker))
    g_string_erase (draft->text, 0, (gssize)strlen (marker));
  return TRUE;
}

char *
_lectern_slot_dup_indent (const LecternSlot *slot, LecternNodeKind kind)
{
  LecternExtent extent;
  LecternNode *model = slot->model;

  if (kind == LECTERN_NODE_SECTION || model == NULL)
    model = find_model (slot->parent, LECTERN_NODE_PARAGRAPH);
  if (model == NULL)
    return g_strdup ("");
  _lectern_extent_init (&extent, model);
  return _lectern_extent_dup_indent (&extent);
}
