/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-siblings-private.h"

#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "compose/lectern-members-private.h"
#include "language/lectern-numbering-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

guint
_lectern_siblings_count (LecternNode *parent, LecternNodeKind kind)
{
  guint n = 0;

  for (const LecternNode *child = _lectern_node_first_child (parent); child != NULL;
       child = _lectern_node_next (child))
    n += child->kind == kind;
  return n;
}

gboolean
_lectern_siblings_may_be_parted (LecternNode *section, GError **error)
{
  LecternNode *next = lectern_node_get_next (section);
  LecternPosition position;
  guint number;

  if (section->kind != LECTERN_NODE_SECTION || next == NULL || next->kind != LECTERN_NODE_SECTION
      || !_lectern_siblings_are_alike (section, next))
    return TRUE;
  number = lectern_node_get_number (next);
  if (number == 0 || number >= lectern_node_get_number (section))
    return TRUE;
  lectern_node_get_position (next, &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, &position,
                      "the numbers begin again here: what leads to them would be parted from them");
  return FALSE;
}

/* Whether the last member is called by the last word of a list, whatever its position. */
static gboolean
ends_with_last_word (LecternNode *parent)
{
  LecternNumbering *numbering = lectern_node_get_numbering (parent);
  LecternNode *last = NULL, *marker;
  g_autofree guint8 *text = NULL;
  guint said;

  if (numbering == NULL
      || !g_str_equal (lectern_numbering_get_style (numbering), LECTERN_COUNTER_WORDS))
    return FALSE;
  for (LecternNode *child = _lectern_node_first_child (parent); child != NULL;
       child = _lectern_node_next (child))
    if (child->kind == LECTERN_NODE_POINT)
      last = child;
  marker = last != NULL ? lectern_node_get_marker (last) : NULL;
  if (marker == NULL)
    return FALSE;
  text = lectern_node_dup_text (marker, NULL);
  return lectern_numbering_parse_marker (numbering, (const char *)text, &said)
         && said == lectern_numbering_get_limit (numbering);
}

guint
_lectern_siblings_get_members (LecternNode *parent, LecternNodeKind kind, int change)
{
  return kind == LECTERN_NODE_POINT && !ends_with_last_word (parent)
             ? 0
             : (guint)((int)_lectern_siblings_count (parent, kind) + change);
}

gboolean
_lectern_siblings_are_alike (LecternNode *one, LecternNode *other)
{
  return one->kind != LECTERN_NODE_SECTION
         || g_strcmp0 (lectern_node_get_property (one, LECTERN_PROPERTY_NUMBERING),
                       lectern_node_get_property (other, LECTERN_PROPERTY_NUMBERING))
                == 0;
}

/* Members that are written as their numbering writes them, one after the other: what one says is
 * what the one before becomes, or the other way round, so each marker is made once. */
typedef struct
{
  LecternNumbering *numbering;
  guint numbers[2];
  char *markers[2];
} Markers;

static void
clear_markers (Markers *markers)
{
  g_free (markers->markers[0]);
  g_free (markers->markers[1]);
}

static const char *
get_marker (Markers *markers, guint number)
{
  guint free = number % 2;

  if (markers->numbers[free] != number)
    {
      g_free (markers->markers[free]);
      markers->markers[free] = lectern_numbering_dup_marker (markers->numbering, number, NULL);
      markers->numbers[free] = number;
    }
  return markers->markers[free];
}

/* Whether the member is written as its numbering has it; then adds its new marker. */
static gboolean
set_regular_marker (LecternEdits *edits, Markers *markers, LecternNode *member, guint said,
                    guint number)
{
  LecternNode *marker = lectern_node_get_marker (member);
  const char *text = _lectern_source_get_text (_lectern_node_document (member)->source, NULL);
  const char *old, *new;
  LecternSpan span;

  if (markers->numbering == NULL || _lectern_node_first_child (marker) != NULL)
    return FALSE;
  old = get_marker (markers, said);
  if (old == NULL || strlen (old) != marker->end - marker->start
      || memcmp (old, text + marker->start, strlen (old)) != 0)
    return FALSE;
  new = get_marker (markers, number);
  lectern_node_get_span (marker, &span);
  return new
         != NULL &&_lectern_edits_replace_differing (edits, _lectern_node_document (member), &span,
                                                     new, NULL);
}

/* The numbering of a row, if what its markers say is their number and nothing else. */
static LecternNumbering *
find_counter (LecternNode *member)
{
  LecternNumbering *numbering = lectern_node_get_numbering (
      member->kind == LECTERN_NODE_POINT ? lectern_node_get_parent (member) : member);

  return numbering == NULL
                 || g_str_equal (lectern_numbering_get_style (numbering), LECTERN_COUNTER_WORDS)
             ? NULL
             : numbering;
}

gboolean
_lectern_siblings_shift (LecternPlan *plan, LecternNode *first, LecternNode *last, guint number,
                         gint difference, guint n_members, GError **error)
{
  LecternEdits *edits = _lectern_plan_get_edits (plan);
  Markers markers = { find_counter (first), { 0, 0 }, { NULL, NULL } };
  LecternNode *node = first;
  gboolean good = TRUE;

  for (; good && node != NULL && number > 0; node = node == last ? NULL : _lectern_node_next (node))
    {
      guint said = node->kind == first->kind && _lectern_siblings_are_alike (node, first)
                       ? lectern_node_get_number (node)
                       : 0;

      if (said == 0)
        continue;
      if (said < number)
        break;
      number = said;
      if ((gint)said + difference <= 0)
        continue;
      said = (guint)((gint)said + difference);
      if (set_regular_marker (edits, &markers, node, number, said))
        _lectern_plan_set_number (plan, node->index, said);
      else
        good = _lectern_members_add_marker (edits, node, NULL, said, n_members, error);
    }
  clear_markers (&markers);
  return good;
}

/* Gives a member the word of its place, which for the last one is the last word. */
static gboolean
set_last_word (LecternPlan *plan, LecternNode *member, guint n_members, GError **error)
{
  LecternNode *marker = lectern_node_get_marker (member);
  g_autofree guint8 *text = marker != NULL ? lectern_node_dup_text (marker, NULL) : NULL;
  g_autoptr (LecternNumbering) own
      = text != NULL ? lectern_numbering_new_from_marker ((const char *)text, NULL) : NULL;

  return own == NULL
         || _lectern_members_add_marker (_lectern_plan_get_edits (plan), member, own,
                                         lectern_node_get_ordinal (member), n_members, error);
}

gboolean
_lectern_siblings_recount (LecternPlan *plan, LecternNode *parent, LecternNodeKind kind,
                           LecternNode *last, guint n_members, GError **error)
{
  LecternNode *target = kind == LECTERN_NODE_POINT || kind == LECTERN_NODE_SECTION ? parent : NULL;

  if (target == NULL)
    return TRUE;
  if (last != NULL && last->kind == LECTERN_NODE_POINT && ends_with_last_word (parent)
      && !set_last_word (plan, last, n_members, error))
    return FALSE;
  _lectern_members_add_announcement (_lectern_plan_get_edits (plan),
                                     _lectern_plan_get_document (plan), target, n_members);
  return TRUE;
}

/* The blanks between a marker and what follows it. */
static char *
dup_blanks_after (LecternNode *marker, LecternNode *member)
{
  LecternExtent extent;
  gsize end = marker->end;

  _lectern_extent_init (&extent, member);
  while (end < extent.end && (extent.text[end] == ' ' || extent.text[end] == '\t'))
    end++;
  return g_strndup (extent.text + marker->end, end - marker->end);
}

char *
_lectern_siblings_dup_marker (LecternNode *model, guint ordinal, guint n_members, GError **error)
{
  LecternNode *marker = lectern_node_get_marker (model);
  LecternNode *owner = model->kind == LECTERN_NODE_POINT ? lectern_node_get_parent (model) : model;
  LecternNumbering *shared = lectern_node_get_numbering (owner);
  g_autofree guint8 *text = NULL;
  g_autofree char *said = NULL;
  g_autofree char *made = NULL;
  g_autofree char *blanks = NULL;
  g_autoptr (LecternNumbering) own = NULL;

  if (marker == NULL)
    return g_strdup (lectern_node_get_property (owner, LECTERN_PROPERTY_KEY));
  text = lectern_node_dup_text (marker, NULL);
  if (shared != NULL)
    said = _lectern_numbering_dup_marker_of (shared, lectern_node_get_number (model), n_members,
                                             NULL);
  /* One that is not written as the others are is taken as it is. */
  if (g_strcmp0 (said, (const char *)text) != 0 && _lectern_node_first_child (marker) == NULL)
    own = lectern_numbering_new_from_marker ((const char *)text, NULL);
  if (own == NULL && shared != NULL)
    own = lectern_numbering_ref (shared);
  if (own == NULL)
    own = lectern_numbering_new_from_marker ((const char *)text, error);
  if (own == NULL)
    return NULL;
  made = _lectern_numbering_dup_marker_of (own, ordinal, n_members, error);
  if (made == NULL)
    return NULL;
  blanks = dup_blanks_after (marker, model);
  return g_strconcat (made, blanks, NULL);
}

void
_lectern_siblings_link (LecternPlan *plan, LecternNode *sibling, guint32 target)
{
  const LecternTree *tree = &_lectern_plan_get_document (plan)->tree;

  for (guint32 i = 0; i < tree->n_targets; i++)
    if (tree->targets[i].target == sibling->index && sibling->kind == LECTERN_NODE_SECTION)
      _lectern_plan_link (plan, tree->targets[i].announcement, target);
}

gboolean
_lectern_siblings_set_stop (LecternPlan *plan, LecternNode *member, gunichar stop, GError **error)
{
  LecternExtent extent;
  gunichar is;
  char text[6];
  gint length = g_unichar_to_utf8 (stop, text);

  _lectern_extent_init (&extent, member);
  is = _lectern_stop_before (extent.text, extent.start, extent.end);
  if (is == 0 || is == stop)
    return TRUE;
  return _lectern_plan_replace (plan, extent.end - (gsize)g_unichar_to_utf8 (is, NULL), extent.end,
                                text, length, error);
}
