/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-plan-struct-private.h"

#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "language/lectern-numerals-private.h"
#include "model/lectern-document-private.h"

/* Whether a text is read as an operation promised: the same sections, headings, series, points and
 * markers, at the same places, one in the other as they should be, the same lines of the frame, and
 * the closing, if there was one. Where paragraphs and the opening begin and end follows from those,
 * and how masks and leads are read is not the operation's to say. */

#define BIT(kind) (1u << (kind))

enum
{
  NESTS = BIT (LECTERN_NODE_SPEECH) | BIT (LECTERN_NODE_SECTION) | BIT (LECTERN_NODE_HEADING)
          | BIT (LECTERN_NODE_SERIES) | BIT (LECTERN_NODE_POINT) | BIT (LECTERN_NODE_ENTRY),
  PROMISED = BIT (LECTERN_NODE_SECTION) | BIT (LECTERN_NODE_HEADING) | BIT (LECTERN_NODE_SERIES)
             | BIT (LECTERN_NODE_POINT) | BIT (LECTERN_NODE_MARKER) | BIT (LECTERN_NODE_TITLE)
             | BIT (LECTERN_NODE_BYLINE) | BIT (LECTERN_NODE_SALUTATION) | BIT (LECTERN_NODE_THANKS)
             | BIT (LECTERN_NODE_CLOSING),
  WITH_END = BIT (LECTERN_NODE_HEADING) | BIT (LECTERN_NODE_MARKER)
};

typedef struct
{
  const LecternPlanTree *tree;
  LecternDocument *document; /* that was read */
  const LecternNode *nodes;
  guint32 *matched; /* for each promised node, the one that was read, or LECTERN_NO_NODE */
  guint32 promised; /* the next one */
  guint32 read;
  gboolean has_closing; /* that is promised */
  gboolean recognised;  /* in the text */
} Comparison;

static inline gboolean
is_one_of (guint kind, guint kinds)
{
  return (kinds & BIT (kind)) != 0;
}

static gsize
skip_space (const LecternPlanTree *tree, gsize at, gsize end)
{
  guint n = 1;

  while (at < end && n > 0)
    {
      n = tree->text[at] == '\n' || tree->text[at] == '\r'
              ? 1
              : _lectern_blank_after (tree->text, tree->length, at);
      at += n;
    }
  return at;
}

static const LecternPlanItem *
get_item (const LecternPlanTree *tree, const LecternPlanNode *node)
{
  return node->item == G_MAXUINT32
             ? NULL
             : &g_array_index (tree->plan->items, LecternPlanItem, node->item);
}

static gboolean
is_inserted (const LecternPlanTree *tree, const LecternPlanNode *node)
{
  const LecternPlanItem *item = get_item (tree, node);

  return item != NULL && item->type == LECTERN_PLAN_INSERTED;
}

static gboolean
is_loose (const LecternPlanTree *tree, const LecternPlanNode *node)
{
  const LecternPlanItem *item = get_item (tree, node);

  return item != NULL && item->type == LECTERN_PLAN_INSERTED && item->fragment.loose;
}

/* What the node stands in, of that which nests. */
static guint32
find_promised_parent (const LecternPlanTree *tree, const LecternPlanNode *node)
{
  guint32 parent = node->parent;

  while (!is_one_of (_lectern_plan_tree_get (tree, parent)->kind, NESTS))
    parent = _lectern_plan_tree_get (tree, parent)->parent;
  return parent;
}

static guint32
find_read_parent (const LecternNode *nodes, const LecternNode *node)
{
  guint32 parent = node->parent;

  while (!is_one_of (nodes[parent].kind, NESTS))
    parent = nodes[parent].parent;
  return parent;
}

/* What was put in is promised itself, with its heading and marker, but not what stands in it. */
static gboolean
is_promised (const LecternPlanTree *tree, guint32 number)
{
  const LecternPlanNode *node = _lectern_plan_tree_get (tree, number);
  guint32 parent;

  if (!is_one_of (node->kind, PROMISED))
    return FALSE;
  parent = find_promised_parent (tree, node);
  if (_lectern_plan_tree_get (tree, parent)->kind == LECTERN_NODE_ENTRY)
    return FALSE;
  if (!is_loose (tree, node) || node->is_root)
    return TRUE;
  if (!is_one_of (node->kind, WITH_END))
    return FALSE;
  node = _lectern_plan_tree_get (tree, parent);
  if (node->kind == LECTERN_NODE_HEADING)
    node = _lectern_plan_tree_get (tree, node->parent);
  return node->is_root;
}

/* The node that was put in loosely and that holds a node of those that were read, or the nearest
 * one before. */
static gboolean
is_within_loose (const Comparison *c, const LecternNode *node)
{
  for (guint i = 0; i < c->tree->plan->items->len; i++)
    {
      const LecternPlanItem *item = &g_array_index (c->tree->plan->items, LecternPlanItem, i);
      guint32 root = c->tree->items[i], above = node->index;
      guint kind;

      if (item->type != LECTERN_PLAN_INSERTED || !item->fragment.loose || root == LECTERN_NO_NODE)
        continue;
      kind = _lectern_plan_tree_get (c->tree, root)->kind;
      if (kind == LECTERN_NODE_PARAGRAPH)
        {
          const LecternPut *put
              = _lectern_runs_find_put (c->tree->runs, item->put.place, item->put.nth);

          if (node->start < put->at || node->start >= put->at + put->length)
            continue;
          while (above != 0 && c->nodes[above].kind != LECTERN_NODE_PARAGRAPH)
            above = c->nodes[above].parent;
          return above != 0;
        }
      if (c->matched[root] == LECTERN_NO_NODE || node->index >= c->nodes[c->matched[root]].next
          || node->index <= c->matched[root])
        continue;
      if (!is_one_of (node->kind, WITH_END))
        return TRUE;
      above = find_read_parent (c->nodes, node);
      if (above != c->matched[root] && c->nodes[above].kind == LECTERN_NODE_HEADING)
        above = c->nodes[above].parent;
      return above != c->matched[root];
    }
  return FALSE;
}

static gboolean
is_read (const Comparison *c, const LecternNode *node)
{
  return is_one_of (node->kind, PROMISED) && (node->kind != LECTERN_NODE_CLOSING || c->has_closing)
         && c->nodes[find_read_parent (c->nodes, node)].kind != LECTERN_NODE_ENTRY
         && !is_within_loose (c, node);
}

static void
find_next (Comparison *c)
{
  while (c->promised < c->tree->nodes->len && !is_promised (c->tree, c->promised))
    c->promised++;
  while (c->read < c->document->tree.n_nodes && !is_read (c, &c->nodes[c->read]))
    c->read++;
}

/* What is wrong with a node, in words; NULL: nothing. */
static const char *
compare (const Comparison *c, const LecternPlanNode *node, const LecternNode *read)
{
  const LecternPlanTree *tree = c->tree;
  gsize start = skip_space (tree, node->start, node->end);
  gsize read_start = skip_space (tree, read->start, read->end);

  if (start < read_start)
    return "no %s would be read here";
  if (start > read_start)
    return "a %s would be read here, which is none";
  if (node->kind != read->kind)
    return "no %s would be read here";
  if (is_one_of (node->kind, WITH_END) && node->end != read->end)
    return "the %s here would be read with another end";
  if (c->matched[find_promised_parent (tree, node)] != find_read_parent (c->nodes, read))
    return "the %s here would be read as part of something else";
  return NULL;
}

static gboolean
set_difference (const Comparison *c, const char *format, guint kind, gsize at, GError **error)
{
  g_autoptr (GString) message = g_string_new (format);
  LecternPosition position;

  g_string_replace (message, "%s", lectern_node_kind_get_element ((LecternNodeKind)kind), 1);
  lectern_source_get_position (c->document->source, at, &position);
  _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, &position, "%s", message->str);
  return FALSE;
}

static gboolean
compare_nodes (Comparison *c, GError **error)
{
  const LecternPlanTree *tree = c->tree;

  for (find_next (c);; c->promised++, c->read++, find_next (c))
    {
      const LecternPlanNode *node
          = c->promised < tree->nodes->len ? _lectern_plan_tree_get (tree, c->promised) : NULL;
      const LecternNode *read = c->read < c->document->tree.n_nodes ? &c->nodes[c->read] : NULL;
      const char *wrong;

      if (node == NULL && read == NULL)
        return TRUE;
      wrong = node == NULL   ? "a %s would be read here, which is none"
              : read == NULL ? "no %s would be read here"
                             : compare (c, node, read);
      if (wrong == NULL)
        c->matched[c->promised] = c->read;
      else if (node == NULL
               || (read != NULL
                   && skip_space (tree, node->start, node->end)
                          > skip_space (tree, read->start, read->end)))
        return set_difference (c, wrong, read->kind, skip_space (tree, read->start, read->end),
                               error);
      else
        return set_difference (c, wrong, node->kind, skip_space (tree, node->start, node->end),
                               error);
    }
}

/* Whether the end of a node is promised: of what was put in, as nothing that follows is to belong
 * to it, and of all sections and points where something is moved, which is to find its way back. */
static gboolean
is_end_promised (const LecternPlanTree *tree, const LecternPlanNode *node, gboolean moves)
{
  if (node->is_root && is_loose (tree, node))
    return TRUE;
  return moves && !is_loose (tree, node)
         && (node->kind == LECTERN_NODE_SECTION || node->kind == LECTERN_NODE_POINT);
}

static gboolean
compare_ends (Comparison *c, GError **error)
{
  const LecternPlanTree *tree = c->tree;
  gboolean moves = FALSE;

  for (guint i = 0; i < tree->plan->items->len; i++)
    moves |= g_array_index (tree->plan->items, LecternPlanItem, i).type == LECTERN_PLAN_PLACED;
  for (guint32 i = 1; i < tree->nodes->len; i++)
    {
      const LecternPlanNode *node = _lectern_plan_tree_get (tree, i);
      gsize after, before;

      if (c->matched[i] == LECTERN_NO_NODE || !is_end_promised (tree, node, moves))
        continue;
      before = MIN (node->end, c->nodes[c->matched[i]].end);
      after = MAX (node->end, c->nodes[c->matched[i]].end);
      if (skip_space (tree, before, after) < after)
        return set_difference (c, "the %s would be read with another end here", node->kind, before,
                               error);
    }
  return TRUE;
}

/* Whether the number that is announced is that of what follows, or nobody can say. */
static gboolean
is_right (LecternNode *announcement)
{
  const char *count = lectern_node_get_property (announcement, LECTERN_PROPERTY_COUNT);
  guint delivered;

  if (count == NULL || !g_ascii_isdigit (*count))
    return TRUE;
  delivered = lectern_node_count_delivered (announcement);
  return delivered == 0 || delivered == g_ascii_strtoull (count, NULL, 10);
}

/* The number that an announcement says in the new text, 0: none. */
static guint
find_announced (const LecternPlanTree *tree, const LecternPlanNode *node)
{
  guint value;

  return _lectern_numeral_parse (tree->text + node->start, node->end - node->start, &value, NULL)
                 > 0
             ? value
             : 0;
}

static gboolean
is_tied (LecternNode *announcement)
{
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (announcement);

  return targets->len > 0;
}

/* What is wrong with what an announcement became, in words; NULL: nothing. `read` is NULL where it
 * is none any more: that which announces a single thing is none. */
static const char *
compare_announcement (const LecternPlanTree *tree, const LecternPlanNode *node, LecternNode *read)
{
  LecternNode *old = (LecternNode *)&node->document->tree.nodes[node->node];
  const char *count = lectern_node_get_property (old, LECTERN_PROPERTY_COUNT);

  if (read == NULL && count != NULL && g_ascii_isdigit (*count) && is_tied (old) && is_right (old)
      && find_announced (tree, node) != 1)
    return "this %s would not be read any more";
  if (read != NULL && !is_right (read) && is_right (old))
    return "the number that this %s announces would be wrong";
  return NULL;
}

static guint32
find_announcement (const Comparison *c, guint32 from)
{
  while (
      from < c->document->tree.n_nodes
      && (c->nodes[from].kind != LECTERN_NODE_ANNOUNCEMENT || is_within_loose (c, &c->nodes[from])))
    from++;
  return from;
}

/* What was announced rightly is so still (a number in a name, “四个聚焦”, does not follow), and
 * what announced nothing does not begin to. */
static gboolean
compare_announcements (Comparison *c, GError **error)
{
  const LecternPlanTree *tree = c->tree;
  guint32 n_read = c->document->tree.n_nodes, read = find_announcement (c, 1);

  for (guint32 i = 0; i <= tree->nodes->len; i++)
    {
      const LecternPlanNode *node = i < tree->nodes->len ? _lectern_plan_tree_get (tree, i) : NULL;
      LecternNode *at;
      const char *wrong;

      if (node != NULL
          && (node->kind != LECTERN_NODE_ANNOUNCEMENT || is_loose (tree, node)
              || (!c->recognised && is_inserted (tree, node))))
        continue;
      for (; read < n_read && (node == NULL || c->nodes[read].start < node->start);
           read = find_announcement (c, read + 1))
        if (c->recognised && is_tied ((LecternNode *)&c->nodes[read]))
          return set_difference (c, "an %s would be read here, which is none",
                                 LECTERN_NODE_ANNOUNCEMENT, c->nodes[read].start, error);
      if (node == NULL)
        break;
      at = read < n_read && c->nodes[read].start == node->start ? (LecternNode *)&c->nodes[read]
                                                                : NULL;
      wrong = compare_announcement (tree, node, at);
      if (wrong != NULL)
        return set_difference (c, wrong, node->kind, node->start, error);
      if (at != NULL)
        read = find_announcement (c, read + 1);
    }
  return TRUE;
}

/* Every paragraph begins and ends where it should. */
static gboolean
compare_paragraphs (Comparison *c, GError **error)
{
  const LecternPlanTree *tree = c->tree;

  for (guint32 i = 1; i < tree->nodes->len; i++)
    {
      const LecternPlanNode *node = _lectern_plan_tree_get (tree, i);
      const LecternNode *read;

      if (node->kind != LECTERN_NODE_PARAGRAPH || (is_loose (tree, node) && !node->is_root))
        continue;
      read = lectern_document_lookup_offset (c->document, node->start);
      while (read->kind != LECTERN_NODE_PARAGRAPH && read->parent != LECTERN_NO_NODE)
        read = _lectern_node_at (read, read->parent);
      if (read->start != node->start || read->end != node->end)
        return set_difference (
            c, "the %s here would be read as part of another, or another as part of it", node->kind,
            node->start, error);
    }
  return TRUE;
}

gboolean
_lectern_plan_tree_check (LecternPlanTree *tree, LecternDocument *document, gboolean recognised,
                          GError **error)
{
  g_autofree guint32 *matched = g_new (guint32, tree->nodes->len);
  Comparison c = { tree, document, document->tree.nodes, matched, 1, 1, FALSE, recognised };

  for (guint32 i = 0; i < tree->nodes->len; i++)
    {
      matched[i] = LECTERN_NO_NODE;
      c.has_closing |= _lectern_plan_tree_get (tree, i)->kind == LECTERN_NODE_CLOSING;
    }
  matched[0] = 0;
  if (recognised
      && !(compare_nodes (&c, error) && compare_ends (&c, error) && compare_paragraphs (&c, error)))
    return FALSE;
  return compare_announcements (&c, error);
}
