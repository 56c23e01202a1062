/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-promise-private.h"

#include "base/lectern-error-private.h"
#include "model/lectern-document-private.h"

/* Members are laid beside each other in the order of the text. Each must stand at the same text,
 * which begins behind its marker, and within the same one. */

typedef struct
{
  const LecternNode *node;
  gsize anchor; /* where its text begins */
  gint holder;  /* the member that it stands in, -1 for none */
  guint place;  /* among the members of its kind beside it */
} Member;

static gsize
find_anchor (const LecternNode *node)
{
  const LecternNode *marker = lectern_node_get_marker ((LecternNode *)node);
  const LecternNode *line = node;

  if (marker != NULL)
    return marker->end;
  if (_lectern_node_first_child (node) != NULL
      && (_lectern_node_first_child (node)->kind == LECTERN_NODE_PARAGRAPH
          || _lectern_node_first_child (node)->kind == LECTERN_NODE_HEADING))
    line = _lectern_node_first_child (node);
  return line->start;
}

static gboolean
is_member (const LecternNode *node)
{
  return node->kind == LECTERN_NODE_SECTION || node->kind == LECTERN_NODE_POINT
         || node->kind == LECTERN_NODE_ENTRY;
}

static GArray *
list_members (LecternDocument *document)
{
  const LecternTree *tree = &document->tree;
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint32 i = 0; i < tree->n_nodes; i++)
    {
      const LecternNode *node = &tree->nodes[i];
      Member member = { node, 0, -1, 0 };

      if (!is_member (node))
        continue;
      while (
          open->len > 0
          && g_array_index (members, Member, g_array_index (open, guint, open->len - 1)).node->next
                 <= i)
        g_array_set_size (open, open->len - 1);
      if (open->len > 0)
        member.holder = (gint)g_array_index (open, guint, open->len - 1);
      member.anchor = find_anchor (node);
      member.place = lectern_node_get_ordinal ((LecternNode *)node);
      g_array_append_val (open, members->len);
      g_array_append_val (members, member);
    }
  return members;
}

static const char *
element_of (const Member *member)
{
  return lectern_node_kind_get_element ((LecternNodeKind)member->node->kind);
}

/* Without a member the place is the start of the text. */
static gboolean G_GNUC_PRINTF (4, 5) refuse (const Member *member, LecternDocument *document,
                                             GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  LecternPosition position;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  lectern_source_get_position (document->source, member != NULL ? member->node->start : 0,
                               &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, lectern_read_options_get_name (document->options),
                      &position, "%s", message);
  return FALSE;
}

static gboolean
compare_members (const LecternPromise *promise, LecternDocument *before, const Member *old,
                 const Member *new, GError **error)
{
  gboolean changed
      = promise->changed != NULL && g_hash_table_contains (promise->changed, old->node);

  if (old->node->kind != new->node->kind
      && (!changed || old->node->kind == LECTERN_NODE_ENTRY
          || new->node->kind == LECTERN_NODE_ENTRY))
    return refuse (old, before, error, "with the new marker this <%s> would be read as <%s>",
                   element_of (old), element_of (new));
  if (old->holder != new->holder)
    return refuse (old, before, error,
                   "with the new marker this <%s> would be read as part of something else",
                   element_of (old));
  if (!promise->may_merge && old->place != new->place)
    return refuse (old, before, error,
                   "with the new marker this <%s> would be read as number %u of its row, not %u",
                   element_of (old), new->place, old->place);
  return TRUE;
}

gboolean
_lectern_promise_check (const LecternPromise *promise, LecternDocument *before,
                        LecternDocument *after, GError **error)
{
  g_autoptr (GArray) old = list_members (before);
  g_autoptr (GArray) new = list_members (after);
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (after, before);

  for (guint i = 0; i < old->len || i < new->len; i++)
    {
      const Member *one = i < old->len ? &g_array_index (old, Member, i) : NULL;
      const Member *other = i < new->len ? &g_array_index (new, Member, i) : NULL;
      gsize anchor = G_MAXSIZE;

      if (one != NULL)
        lectern_edits_map_offset (edits, one->anchor, &anchor);
      if (one == NULL || (other != NULL && other->anchor < anchor))
        return refuse (one != NULL || i == 0 ? one : &g_array_index (old, Member, i - 1), before,
                       error, "with the new markers one more <%s> would be read here",
                       element_of (other));
      if (other == NULL || other->anchor > anchor)
        return refuse (one, before, error,
                       "with the new marker this would no longer be read as <%s>",
                       element_of (one));
      if (!compare_members (promise, before, one, other, error))
        return FALSE;
    }
  return TRUE;
}
