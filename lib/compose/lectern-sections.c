/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-utf8-private.h"
#include "compose/lectern-siblings-private.h"
#include "compose/lectern-slot-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* Two sections that become one, and one that becomes two. */

static gboolean
set_refusal (LecternNode *node, const char *message, GError **error)
{
  LecternPosition position;

  lectern_node_get_position (node, &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, &position, "%s", message);
  return FALSE;
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

static LecternNode *
find_next (LecternNode *node)
{
  LecternNode *next = _lectern_node_next (node);

  while (next != NULL && next->kind != node->kind)
    next = _lectern_node_next (next);
  return next;
}

/* --- merging -------------------------------------------------------------------------------- */

/* The text of the heading goes, with its line and the blank lines behind it, or what it takes of
 * the line that goes on after it. */
static gboolean
remove_heading (LecternPlan *plan, LecternNode *section, LecternNode *heading, GError **error)
{
  LecternNode *body = _lectern_node_next (heading);
  g_autofree char *indent = NULL;
  LecternExtent extent, next;

  _lectern_extent_init (&extent, heading);
  if (body == NULL)
    return _lectern_plan_replace (plan, extent.gap, extent.stop, "", 0, error);
  _lectern_extent_init (&next, body);
  if (!_lectern_extent_has_line_end (&extent))
    return _lectern_plan_replace (plan, extent.start, next.start, "", 0, error);
  indent = _lectern_extent_dup_indent (&next);
  return _lectern_plan_replace (plan, section->start, next.start - strlen (indent), "", 0, error);
}

static gboolean
plan_merge (LecternPlan *plan, LecternNode *section, LecternNode *merged, GError **error)
{
  LecternNode *heading = lectern_node_find_child (merged, LECTERN_NODE_HEADING);
  LecternNode *last = find_last (section, LECTERN_NODE_SECTION);
  LecternNode *first = lectern_node_find_child (merged, LECTERN_NODE_SECTION);
  LecternNode *next = find_next (merged);
  LecternNode *parent = lectern_node_get_parent (section);
  guint n_members = _lectern_siblings_count (parent, LECTERN_NODE_SECTION) - 1;
  guint n_within = _lectern_siblings_count (section, LECTERN_NODE_SECTION)
                   + _lectern_siblings_count (merged, LECTERN_NODE_SECTION);

  if (last != NULL && (heading == NULL || _lectern_node_next (heading) != first))
    return set_refusal (merged, "its text would come under the last section of the one before it",
                        error);
  if (heading != NULL)
    {
      _lectern_plan_drop (plan, heading->index);
      if (!remove_heading (plan, merged, heading, error))
        return FALSE;
    }
  _lectern_plan_dissolve (plan, merged->index, section->index);
  if (last != NULL && first != NULL
      && !_lectern_siblings_shift (plan, first, NULL, 1, (gint)lectern_node_get_number (last),
                                   n_within, error))
    return FALSE;
  return (next == NULL
          || _lectern_siblings_shift (plan, next, NULL, lectern_node_get_number (merged), -1,
                                      n_members, error))
         && _lectern_siblings_recount (plan, parent, LECTERN_NODE_SECTION, NULL, n_members, error)
         && (last == NULL
             || _lectern_siblings_recount (plan, section, LECTERN_NODE_SECTION, NULL, n_within,
                                           error));
}

/**
 * lectern_document_merge_section:
 * @document: a document
 * @section: a section of @document
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Makes one section of a section and the next one at its level: the heading of the second goes, and
 * what stood in it belongs to the first. Sections in it count on from those of the first; siblings
 * and announcements follow.
 *
 * Fails with `LECTERN_ERROR_EDIT` where no section follows, where text of the second would come
 * under a section in the first, and where the new text would be read as something else.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_merge_section (LecternDocument *document, LecternNode *section,
                                GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternPlan) plan = NULL;
  LecternNode *next;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (section != NULL && _lectern_node_document (section) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  next = _lectern_node_next (section);
  if (section->kind != LECTERN_NODE_SECTION || next == NULL || next->kind != LECTERN_NODE_SECTION)
    {
      set_refusal (section, "no section follows it", error);
      return NULL;
    }
  if (!_lectern_siblings_may_be_parted (section, error)
      || !_lectern_siblings_may_be_parted (next, error))
    return NULL;
  plan = _lectern_plan_new (document);
  return plan_merge (plan, section, next, error) ? _lectern_plan_run (plan, cancellable, error)
                                                 : NULL;
}

/* --- splitting ------------------------------------------------------------------------------ */

typedef struct
{
  LecternPlan *plan;
  LecternNode *section;
  LecternNode *place; /* that the new section begins with */
  LecternExtent at;
  gboolean run_in; /* headings share the line of what follows */
  char *head;
  char *tail;
} Split;

static void
clear_split (Split *split)
{
  g_clear_pointer (&split->plan, _lectern_plan_free);
  g_free (split->head);
  g_free (split->tail);
}

/* The new heading stands as that of the section does. */
static gboolean
lay_out (Split *split, GError **error)
{
  LecternNode *heading = lectern_node_find_child (split->section, LECTERN_NODE_HEADING);
  LecternNode *body = heading != NULL ? _lectern_node_next (heading) : NULL;
  LecternExtent extent, first;
  g_autofree char *gap = NULL;

  if (heading == NULL)
    return set_refusal (split->section, "the section has no heading", error);
  _lectern_extent_init (&split->at, split->place);
  if (!_lectern_extent_starts_line (&split->at))
    return set_refusal (split->place, "it shares its line with what stands before it", error);
  _lectern_extent_init (&extent, heading);
  split->run_in = !_lectern_extent_has_line_end (&extent) && extent.stop < extent.length;
  if (split->run_in)
    return TRUE;
  if (body != NULL)
    {
      _lectern_extent_init (&first, body);
      gap = _lectern_extent_dup_gap (&first, FALSE);
    }
  split->head = _lectern_extent_dup_indent (&extent);
  split->tail = g_strconcat (_lectern_extent_get_line_end (&extent), gap != NULL ? gap : "", NULL);
  return TRUE;
}

static gboolean
put_heading (Split *split, const char *text, gsize length, guint32 added, GError **error)
{
  LecternNode *section = split->section;
  LecternDocument *document = _lectern_plan_get_document (split->plan);
  g_autoptr (LecternDraft) draft
      = _lectern_draft_new (LECTERN_NODE_SECTION, TRUE, text, length, "\n", "");
  g_autoptr (LecternDocument) holder = NULL;
  g_autoptr (LecternEdits) edits = NULL;
  g_autofree char *indent = _lectern_extent_dup_indent (&split->at);
  LecternPlanFragment fragment;
  GError *failure = NULL;

  if (draft->text->len == 0 || strpbrk (draft->text->str, "\r\n") != NULL)
    return set_refusal (split->place, "a heading is one line of text", error);
  g_free (draft->marker);
  draft->marker
      = _lectern_siblings_dup_marker (section, lectern_node_get_number (section) + 1, 0, error);
  if (draft->marker == NULL)
    return FALSE;
  draft->numbering = g_strdup (lectern_node_get_property (section, LECTERN_PROPERTY_NUMBERING));
  edits = _lectern_draft_make_fragment (draft, lectern_document_get_language (document), &fragment,
                                        error);
  holder = fragment.document;
  if (edits == NULL)
    return FALSE;
  fragment.first++;
  fragment.last = holder->tree.nodes[fragment.first].next;
  fragment.numbering = NULL;
  _lectern_plan_insert (
      split->plan, split->run_in ? split->at.start : split->at.start - strlen (indent), &fragment,
      edits, split->head != NULL ? split->head : "", split->tail != NULL ? split->tail : "",
      split->place->index, added, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* What follows in the section belongs to the new one, where sections count from the first again. */
static gboolean
hand_over (Split *split, guint32 added, GError **error)
{
  LecternNode *first = NULL, *last = NULL;
  guint n_left, n_moved = 0;

  for (LecternNode *node = split->place; node != NULL; node = _lectern_node_next (node))
    {
      _lectern_plan_adopt (split->plan, node->index, added);
      if (node->kind != LECTERN_NODE_SECTION)
        continue;
      first = first == NULL ? node : first;
      last = node;
      n_moved++;
    }
  n_left = _lectern_siblings_count (split->section, LECTERN_NODE_SECTION) - n_moved;
  if (first == NULL || n_left == 0)
    return TRUE;
  return _lectern_siblings_shift (split->plan, first, last, 1,
                                  1 - (gint)lectern_node_get_number (first), n_moved, error)
         && _lectern_siblings_recount (split->plan, split->section, LECTERN_NODE_SECTION, NULL,
                                       n_left, error);
}

static gboolean
plan_split (Split *split, const char *heading, gsize length, GError **error)
{
  LecternNode *section = split->section, *parent = lectern_node_get_parent (section);
  LecternNode *next = find_next (section);
  const char *numbering = lectern_node_get_property (section, LECTERN_PROPERTY_NUMBERING);
  guint n_members = _lectern_siblings_count (parent, LECTERN_NODE_SECTION) + 1;
  LecternSpan span;
  guint32 added;

  if (!lay_out (split, error))
    return FALSE;
  span = (LecternSpan){ split->at.start, section->end };
  added = _lectern_plan_create (split->plan, LECTERN_NODE_SECTION, &span, split->place->index,
                                parent->index);
  if (numbering != NULL)
    _lectern_plan_set_numbering (split->plan, added, numbering);
  _lectern_siblings_link (split->plan, section, added);
  return put_heading (split, heading, length, added, error) && hand_over (split, added, error)
         && (next == NULL
             || _lectern_siblings_shift (split->plan, next, NULL, lectern_node_get_number (section),
                                         1, n_members, error))
         && _lectern_siblings_recount (split->plan, parent, LECTERN_NODE_SECTION, NULL, n_members,
                                       error);
}

/**
 * lectern_document_split_section:
 * @document: a document
 * @place: a paragraph, series or section that stands in a section of @document
 * @heading: (array length=length) (element-type guint8): the heading of the new section, in UTF-8
 * @length: its length in bytes, or -1 if it ends with NUL
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Makes two sections of one: the second begins with @place, under a heading of its own. Its marker
 * is supplied, or replaced where @heading has one. Sections in it count from the first again;
 * siblings and announcements follow.
 *
 * Where the heading of the section shares its line with what follows, so does the new one, which
 * is then to end with a full stop.
 *
 * Fails with `LECTERN_ERROR_EDIT` where @place stands in no section or begins within a line, and
 * where the new text would be read as something else.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_split_section (LecternDocument *document, LecternNode *place, const char *heading,
                                gssize length, GCancellable *cancellable, GError **error)
{
  LecternDocument *after = NULL;
  Split split = { NULL };
  gsize size, bad;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (place != NULL && _lectern_node_document (place) == document, NULL);
  g_return_val_if_fail (heading != NULL || length == 0, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  size = length < 0 ? strlen (heading) : (gsize)length;
  split.section = lectern_node_get_parent (place);
  split.place = place;
  if (split.section == NULL || split.section->kind != LECTERN_NODE_SECTION
      || place->kind == LECTERN_NODE_HEADING)
    {
      set_refusal (place, "a section can be split only before a part of it", error);
      return NULL;
    }
  if (!_lectern_utf8_check (heading, size, &bad))
    {
      _lectern_set_error (error, LECTERN_ERROR_ENCODING, NULL, NULL, "the heading is not UTF-8");
      return NULL;
    }
  if (!_lectern_siblings_may_be_parted (split.section, error))
    return NULL;
  split.plan = _lectern_plan_new (document);
  if (plan_split (&split, heading, size, error))
    after = _lectern_plan_run (split.plan, cancellable, error);
  clear_split (&split);
  return after;
}
