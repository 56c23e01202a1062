/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "compose/lectern-members-private.h"
#include "compose/lectern-siblings-private.h"
#include "compose/lectern-slot-private.h"
#include "model/lectern-document-private.h"

/* Sections that come to another level, in the place where they stand: with them all that is in
 * them.
 */

static gboolean
set_refusal (LecternNode *node, const char *message, GError **error)
{
  LecternPosition position;

  lectern_node_get_position (node, &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, &position, "%s", message);
  return FALSE;
}

static LecternNode *
find_sibling (LecternNode *node, LecternNode *(*step) (LecternNode *))
{
  LecternNode *other = step (node);

  while (other != NULL && other->kind != node->kind)
    other = step (other);
  return other;
}

/* Gives a section this numbering. */
static gboolean
set_numbering (LecternPlan *plan, LecternNode *section, const char *numbering, guint ordinal,
               GError **error)
{
  g_autoptr (LecternNumbering) made
      = numbering != NULL ? lectern_numbering_new_from_string (numbering, error) : NULL;

  if (made == NULL)
    return numbering == NULL ? set_refusal (section, "the section has no number", error) : FALSE;
  _lectern_plan_set_numbering (plan, section->index, numbering);
  return _lectern_members_add_marker (_lectern_plan_get_edits (plan), section, made, ordinal, 0,
                                      error);
}

/* The numberings of the levels in and below a section, and what they become. */
typedef struct
{
  LecternPlan *plan;
  LecternNode *top;
  GPtrArray *becomes; /* by the depth below the top */
} Levels;

/* Goes through the sections below the top; `numbering` tells what one of this depth becomes. */
static gboolean
shift_levels (Levels *levels, const char *(*numbering) (Levels *, LecternNode *, GError **),
              GError **error)
{
  const LecternNode *top = levels->top;

  for (guint32 i = top->index + 1; i < top->next; i++)
    {
      LecternNode *node = _lectern_node_at (top, i);
      const char *becomes;

      if (node->kind != LECTERN_NODE_SECTION)
        continue;
      becomes = numbering (levels, node, error);
      if (becomes == NULL
          || !set_numbering (levels->plan, node, becomes, lectern_node_get_number (node), error))
        return FALSE;
    }
  return TRUE;
}

/* One level up everything is numbered as what it stood in. */
static const char *
numbering_above (Levels *levels, LecternNode *section, GError **error)
{
  const char *numbering
      = lectern_node_get_property (lectern_node_get_parent (section), LECTERN_PROPERTY_NUMBERING);

  if (numbering == NULL)
    set_refusal (section, "the section has no number", error);
  return numbering;
}

/* One level down as that level is numbered elsewhere, or with the form below. */
static const char *
numbering_below (Levels *levels, LecternNode *section, GError **error)
{
  guint depth = lectern_node_get_level (section) - lectern_node_get_level (levels->top);

  while (levels->becomes->len <= depth)
    {
      char *numbering = _lectern_slot_dup_level_numbering (
          levels->top, lectern_node_get_level (levels->top) + levels->becomes->len + 1,
          levels->becomes->pdata[levels->becomes->len - 1], error);

      if (numbering == NULL)
        return NULL;
      g_ptr_array_add (levels->becomes, numbering);
    }
  return levels->becomes->pdata[depth];
}

static gboolean
check_section (LecternNode *section, GError **error)
{
  if (section->kind != LECTERN_NODE_SECTION)
    return set_refusal (section, "only a section has a level", error);
  return _lectern_siblings_may_be_parted (section, error);
}

/* The siblings behind a section that is promoted come under it, behind its own. */
static gboolean
take_followers (LecternPlan *plan, LecternNode *section, GError **error)
{
  guint n_members = _lectern_siblings_count (section, LECTERN_NODE_SECTION), number = n_members;
  LecternNode *node = _lectern_node_next (section);

  for (; node != NULL; node = _lectern_node_next (node))
    {
      _lectern_plan_adopt (plan, node->index, section->index);
      _lectern_plan_unlink (plan, node->index);
      if (node->kind != LECTERN_NODE_SECTION)
        continue;
      if (lectern_node_get_number (node) > 0
          && !_lectern_members_add_marker (_lectern_plan_get_edits (plan), node, NULL, ++number, 0,
                                           error))
        return FALSE;
    }
  return number == n_members
         || _lectern_siblings_recount (plan, section, LECTERN_NODE_SECTION, NULL, number, error);
}

static gboolean
plan_promote (LecternPlan *plan, LecternNode *section, GError **error)
{
  LecternNode *parent = lectern_node_get_parent (section);
  LecternNode *above = lectern_node_get_parent (parent);
  LecternNode *next = find_sibling (parent, lectern_node_get_next);
  guint number = lectern_node_get_number (parent);
  guint n_above = _lectern_siblings_count (above, LECTERN_NODE_SECTION) + 1;
  Levels levels = { plan, section, NULL };

  _lectern_plan_adopt (plan, section->index, above->index);
  _lectern_plan_unlink (plan, section->index);
  _lectern_siblings_link (plan, parent, section->index);
  return set_numbering (plan, section,
                        lectern_node_get_property (parent, LECTERN_PROPERTY_NUMBERING), number + 1,
                        error)
         && shift_levels (&levels, numbering_above, error) && take_followers (plan, section, error)
         && (next == NULL || _lectern_siblings_shift (plan, next, NULL, number, 1, n_above, error))
         && _lectern_siblings_recount (plan, above, LECTERN_NODE_SECTION, NULL, n_above, error)
         && _lectern_siblings_recount (plan, parent, LECTERN_NODE_SECTION, NULL,
                                       lectern_node_get_ordinal (section) - 1, error);
}

/**
 * lectern_document_promote:
 * @document: a document
 * @section: a section of @document that stands in another one
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Brings a section one level up: it follows the section that it stood in, and what stands in it
 * comes up with it. The text stays where it stands, so sections that followed it at its level come
 * under it. Each takes the numbering of its new level; siblings and announcements follow.
 *
 * Fails with `LECTERN_ERROR_EDIT` where the section is of the first level, and where the new text
 * would be read as something else.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_promote (LecternDocument *document, LecternNode *section,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternPlan) plan = NULL;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (section != NULL && _lectern_node_document (section) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_section (section, error))
    return NULL;
  if (lectern_node_get_kind (lectern_node_get_parent (section)) != LECTERN_NODE_SECTION)
    {
      set_refusal (section, "the section stands in no other one", error);
      return NULL;
    }
  if (!_lectern_siblings_may_be_parted (lectern_node_get_parent (section), error))
    return NULL;
  plan = _lectern_plan_new (document);
  return plan_promote (plan, section, error) ? _lectern_plan_run (plan, cancellable, error) : NULL;
}

static gboolean
plan_demote (LecternPlan *plan, LecternNode *section, LecternNode *previous, GError **error)
{
  LecternNode *parent = lectern_node_get_parent (section);
  LecternNode *next = find_sibling (section, lectern_node_get_next);
  guint n_members = _lectern_siblings_count (parent, LECTERN_NODE_SECTION) - 1;
  g_auto (LecternSlot) slot = { NULL };
  g_autoptr (GPtrArray) becomes = g_ptr_array_new_with_free_func (g_free);
  Levels levels = { plan, section, becomes };
  char *numbering;

  if (!_lectern_slot_find (&slot, LECTERN_NODE_SECTION, LECTERN_SIDE_LAST_IN, previous, error))
    return FALSE;
  numbering = _lectern_slot_dup_numbering (&slot, LECTERN_NODE_SECTION, error);
  if (numbering == NULL && slot.model != NULL)
    set_refusal (slot.model, "the section has no number", error);
  if (numbering == NULL)
    return FALSE;
  g_ptr_array_add (becomes, numbering);
  _lectern_plan_adopt (plan, section->index, previous->index);
  _lectern_plan_unlink (plan, section->index);
  if (slot.model != NULL)
    _lectern_siblings_link (plan, slot.model, section->index);
  return set_numbering (plan, section, numbering, slot.ordinal, error)
         && shift_levels (&levels, numbering_below, error)
         && (next == NULL
             || _lectern_siblings_shift (plan, next, NULL, lectern_node_get_number (section), -1,
                                         n_members, error))
         && _lectern_siblings_recount (plan, parent, LECTERN_NODE_SECTION, NULL, n_members, error)
         && _lectern_siblings_recount (plan, previous, LECTERN_NODE_SECTION, NULL,
                                       _lectern_siblings_count (previous, LECTERN_NODE_SECTION) + 1,
                                       error);
}

/**
 * lectern_document_demote:
 * @document: a document
 * @section: a section of @document that follows another one
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Brings a section one level down: it becomes the last one in the section before it, and what
 * stands in it comes down with it. The text stays where it stands. Each takes the numbering of its
 * new level: that of the sections there, or else the form that GB/T 15834-2011 B.3.8 has below;
 * siblings and announcements follow.
 *
 * Fails with `LECTERN_ERROR_EDIT` where no section stands before it, where there is no form of
 * number below, and where the new text would be read as something else.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_demote (LecternDocument *document, LecternNode *section, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LecternPlan) plan = NULL;
  LecternNode *previous;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (section != NULL && _lectern_node_document (section) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_section (section, error))
    return NULL;
  previous = lectern_node_get_previous (section);
  if (previous == NULL || previous->kind != LECTERN_NODE_SECTION)
    {
      set_refusal (section, "no section stands before it that it could come under", error);
      return NULL;
    }
  plan = _lectern_plan_new (document);
  return plan_demote (plan, section, previous, error) ? _lectern_plan_run (plan, cancellable, error)
                                                      : NULL;
}
