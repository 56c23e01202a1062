/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-plan-struct-private.h"

#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"

/* The new tree, as a list of its nodes in their order. */

/* What a node is placed with. */
typedef struct
{
  LecternDocument *document;
  LecternRuns *runs;
  gsize base;     /* of the new text of the runs */
  gsize line_end; /* that follows what was put in */
  guint scope;
  guint32 item;
} Origin;

static gboolean
is_container (guint kind)
{
  return kind == LECTERN_NODE_OPENING || kind == LECTERN_NODE_SECTION || kind == LECTERN_NODE_SERIES
         || kind == LECTERN_NODE_POINT || kind == LECTERN_NODE_CLOSING
         || kind == LECTERN_NODE_OUTLINE;
}

/* Whether a line end may be its own: what lies within a paragraph holds none. */
static gboolean
holds_lines (const LecternNode *node)
{
  if (!is_container (node->kind))
    return FALSE;
  for (; node->parent != LECTERN_NO_NODE; node = _lectern_node_at (node, node->parent))
    if (node->kind == LECTERN_NODE_PARAGRAPH)
      return FALSE;
  return TRUE;
}

/* What a node belongs to, which may have been given another place; LECTERN_NO_NODE where that is
 * gone. */
guint32
_lectern_plan_tree_resolve (const LecternPlanTree *tree, guint32 symbol)
{
  LecternPlan *plan = tree->plan;
  guint32 n_nodes = plan->document->tree.n_nodes;
  gpointer into;

  while (g_hash_table_size (plan->into) > 0
         && g_hash_table_lookup_extended (plan->into, GUINT_TO_POINTER (symbol), NULL, &into))
    symbol = GPOINTER_TO_UINT (into);
  return symbol < n_nodes ? tree->placed[symbol] : tree->items[symbol - n_nodes];
}

/* A line end that was put in where the text had none belongs to what ended there. */
static gsize
add_line_end (const LecternPlanTree *tree, gsize old_end, guint scope, gsize end)
{
  for (guint i = 0; i < tree->plan->line_ends->len; i++)
    {
      LecternPlanPut *wanted = &g_array_index (tree->plan->line_ends, LecternPlanPut, i);
      const LecternPut *put;

      if (wanted->place != old_end)
        continue;
      put = _lectern_runs_find_put (tree->runs, wanted->place, wanted->nth);
      if (put->scope == scope)
        return put->at + put->length;
    }
  return end;
}

/* Adds a node below another; gives its number. */
static guint32
append (LecternPlanTree *tree, const LecternPlanNode *node)
{
  guint32 number = tree->nodes->len;
  LecternPlanNode *added, *parent;

  g_array_append_vals (tree->nodes, node, 1);
  if (node->parent == LECTERN_NO_NODE)
    return number;
  added = _lectern_plan_tree_get (tree, number);
  parent = _lectern_plan_tree_get (tree, node->parent);
  parent->has_roots |= node->is_root;
  if (node->kind == LECTERN_NODE_SECTION || node->kind == LECTERN_NODE_POINT)
    added->ordinal = ++parent->counts[node->kind == LECTERN_NODE_POINT];
  return number;
}

/* Places a node of a document; gives its number, or LECTERN_NO_NODE where nothing of it is left. */
static guint32
place_node (LecternPlanTree *tree, const Origin *origin, const LecternNode *node, guint32 parent,
            gboolean is_root)
{
  LecternPlanNode placed = { .document = origin->document, .node = node->index, .parent = parent };

  placed.start = origin->base + _lectern_runs_map_start (origin->runs, node->start, origin->scope);
  placed.end = origin->base + _lectern_runs_map_end (origin->runs, node->end, origin->scope);
  placed.kind = node->kind;
  placed.item = origin->item;
  placed.is_root = is_root;
  if (origin->runs == tree->runs && tree->plan->line_ends->len > 0 && holds_lines (node))
    placed.end = add_line_end (tree, node->end, origin->scope, placed.end);
  else if (origin->line_end > 0 && holds_lines (node)
           && placed.end == origin->base + lectern_edits_get_new_length (origin->runs->edits))
    placed.end += origin->line_end;
  if (node->index == 0)
    placed.start = 0, placed.end = tree->length;
  else if (parent == LECTERN_NO_NODE
           || (node->start < node->end ? placed.start >= placed.end : placed.start > placed.end))
    return LECTERN_NO_NODE;
  return append (tree, &placed);
}

/* Places a node of the document with all that is in it. */
static void
place_subtree (LecternPlanTree *tree, const Origin *origin, guint32 first, guint32 parent)
{
  const LecternNode *nodes = tree->plan->document->tree.nodes;

  for (guint32 i = first; i < nodes[first].next; i++)
    tree->placed[i] = place_node (
        tree, origin, &nodes[i],
        i == first ? parent : _lectern_plan_tree_resolve (tree, nodes[i].parent), i == first);
}

/* What lies in a parent reaches to its end at least. */
static void
stretch (LecternPlanTree *tree, guint32 node, gsize end)
{
  if (node != LECTERN_NO_NODE)
    _lectern_plan_tree_get (tree, node)->end = MAX (_lectern_plan_tree_get (tree, node)->end, end);
}

/* The end of what a node was moved with. */
static gsize
find_moved_end (LecternPlanTree *tree, const LecternNode *node, guint scope)
{
  const GArray *runs = tree->runs->runs;
  gsize end = 0;

  for (guint i = 0; scope > 0 && i < runs->len; i++)
    {
      const LecternRun *run = &g_array_index (runs, LecternRun, i);

      if (run->scope == scope)
        end = MAX (end, run->at + run->length);
    }
  return add_line_end (tree, node->end, scope, end);
}

/* Where the first character of a node is that is no white space: what is around it may stay. */
static gsize
find_first_character (const LecternPlanTree *tree, const LecternNode *node)
{
  const char *text = _lectern_source_get_text (tree->plan->document->source, NULL);
  gsize at = node->start;
  guint n = 1;

  while (at < node->end && n > 0)
    {
      n = text[at] == '\n' || text[at] == '\r' ? 1 : _lectern_blank_after (text, node->end, at);
      at += n;
    }
  return at;
}

static void
place_moved (LecternPlanTree *tree, const LecternPlanItem *item, guint32 number, guint32 parent)
{
  const LecternNode *node = &tree->plan->document->tree.nodes[item->node];
  guint scope = _lectern_runs_get_scope (tree->runs, find_first_character (tree, node));
  Origin origin = { tree->plan->document, tree->runs, 0, 0, scope, number };

  place_subtree (tree, &origin, item->node, parent);
  tree->items[number] = tree->placed[item->node];
  if (scope > 0)
    stretch (tree, parent, find_moved_end (tree, node, scope));
}

static void
place_created (LecternPlanTree *tree, const LecternPlanItem *item, guint32 number, guint32 parent)
{
  LecternPlanNode node = { .parent = parent, .start = G_MAXSIZE, .kind = item->kind };

  node.item = number;
  node.is_root = TRUE;
  if (item->span.start < item->span.end)
    {
      node.start = _lectern_runs_map_start (tree->runs, item->span.start, 0);
      node.end = _lectern_runs_map_end (tree->runs, item->span.end, 0);
    }
  tree->items[number] = append (tree, &node);
}

/* What is announced in what was put in, and stands there. */
static void
link_fragment (LecternPlanTree *tree, const LecternPlanFragment *fragment, const guint32 *placed)
{
  const LecternTree *from = &fragment->document->tree;

  for (guint32 i = 0; i < from->n_targets; i++)
    {
      guint32 announcement = from->targets[i].announcement - fragment->first;
      guint32 target = from->targets[i].target - fragment->first;
      LecternPlanLink link;

      if (announcement >= fragment->last - fragment->first
          || target >= fragment->last - fragment->first)
        continue;
      link = (LecternPlanLink){ placed[announcement], placed[target] };
      if (link.announcement != LECTERN_NO_NODE && link.target != LECTERN_NO_NODE)
        g_array_append_val (tree->links, link);
    }
}

static void
place_fragment (LecternPlanTree *tree, const LecternPlanItem *item, guint32 number, guint32 parent)
{
  const LecternPlanFragment *fragment = &item->fragment;
  const LecternNode *nodes = fragment->document->tree.nodes;
  const LecternPut *put = _lectern_runs_find_put (tree->runs, item->put.place, item->put.nth);
  Origin origin
      = { fragment->document, item->runs, put->at + item->head, item->line_end, 0, number };
  g_autofree guint32 *placed = g_new (guint32, fragment->last - fragment->first + 1);

  for (guint32 i = fragment->first; i < fragment->last; i++)
    {
      gboolean is_root = nodes[i].parent < fragment->first;

      placed[i - fragment->first]
          = place_node (tree, &origin, &nodes[i],
                        is_root ? parent : placed[nodes[i].parent - fragment->first], is_root);
      if (i == fragment->first)
        tree->items[number] = placed[0];
    }
  stretch (tree, parent, put->at + put->length);
  link_fragment (tree, fragment, placed);
}

static void
place_item (LecternPlanTree *tree, guint number)
{
  static void (*const place[]) (LecternPlanTree *, const LecternPlanItem *, guint32, guint32)
      = { place_moved, place_created, place_fragment };
  const LecternPlanItem *item = &g_array_index (tree->plan->items, LecternPlanItem, number);
  guint32 parent = _lectern_plan_tree_resolve (tree, item->parent);

  if (parent != LECTERN_NO_NODE)
    place[item->type](tree, item, number, parent);
}

/* Whether a node was given another parent, and which. */
static gboolean
is_adopted (const LecternPlanTree *tree, const LecternNode *node, gpointer *parent)
{
  return g_hash_table_size (tree->plan->adopted) > 0
         && g_hash_table_lookup_extended (tree->plan->adopted, GUINT_TO_POINTER (node->index), NULL,
                                          parent);
}

/* Places a node that stays in its order. */
static void
place_in_order (LecternPlanTree *tree, const Origin *origin, const LecternNode *node)
{
  gpointer adopted = NULL;
  gboolean is_root = is_adopted (tree, node, &adopted);
  guint32 parent = LECTERN_NO_NODE;

  if (is_root)
    parent = _lectern_plan_tree_resolve (tree, GPOINTER_TO_UINT (adopted));
  else if (node->parent != LECTERN_NO_NODE)
    parent = _lectern_plan_tree_resolve (tree, node->parent);
  tree->placed[node->index] = place_node (tree, origin, node, parent, is_root);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *items = data;
  guint32 one = g_array_index (items, LecternPlanItem, *(const guint *)a).before;
  guint32 other = g_array_index (items, LecternPlanItem, *(const guint *)b).before;

  return one < other ? -1 : one > other;
}

static void
list_nodes (LecternPlanTree *tree)
{
  LecternPlan *plan = tree->plan;
  const LecternNode *nodes = plan->document->tree.nodes;
  guint32 n_nodes = plan->document->tree.n_nodes;
  g_autofree guint *order = g_new (guint, plan->items->len + 1);
  Origin origin = { plan->document, tree->runs, 0, 0, 0, G_MAXUINT32 };
  guint next = 0;

  for (guint i = 0; i < plan->items->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)plan->items->len, sizeof *order, compare_places, plan->items);
  for (guint32 i = 0; i <= n_nodes;)
    {
      for (; next < plan->items->len
             && g_array_index (plan->items, LecternPlanItem, order[next]).before <= i;
           next++)
        place_item (tree, order[next]);
      if (i < n_nodes && g_hash_table_contains (plan->gone, GUINT_TO_POINTER (i)))
        {
          i = nodes[i].next;
          continue;
        }
      if (i < n_nodes && g_hash_table_contains (plan->into, GUINT_TO_POINTER (i)))
        stretch (tree, _lectern_plan_tree_resolve (tree, i),
                 _lectern_runs_map_end (tree->runs, nodes[i].end, 0));
      else if (i < n_nodes)
        place_in_order (tree, &origin, &nodes[i]);
      i++;
    }
}

/* What was created has the span of what is in it, and a parent reaches around its children. */
static void
widen_parents (LecternPlanTree *tree)
{
  for (guint32 i = tree->nodes->len; i-- > 1;)
    {
      const LecternPlanNode *node = _lectern_plan_tree_get (tree, i);
      LecternPlanNode *parent = _lectern_plan_tree_get (tree, node->parent);

      parent->start = MIN (parent->start, node->start);
      parent->end = MAX (parent->end, node->end);
    }
}

/* Where something ends that ends before `end`: a container with its last line, any other node with
 * its last character. */
static gsize
trim_end (const LecternPlanTree *tree, gsize start, gsize end, gboolean is_container)
{
  gsize last = end;

  for (;;)
    {
      guint n = _lectern_blank_before (tree->text, end);

      if (n == 0 && end > start && (tree->text[end - 1] == '\n' || tree->text[end - 1] == '\r'))
        {
          last = end;
          n = 1;
        }
      if (n == 0 || end - start < n)
        return is_container ? last : end;
      end -= n;
    }
}

/* Nothing in the nodes [first, last) goes beyond `end`. */
static void
clip (LecternPlanTree *tree, guint32 first, guint32 last, gsize end)
{
  const LecternPlanNode *top = _lectern_plan_tree_get (tree, first);

  if (end > top->start)
    end = trim_end (tree, top->start, end, is_container (top->kind));
  for (guint32 i = first; i < last; i++)
    {
      LecternPlanNode *node = _lectern_plan_tree_get (tree, i);

      node->end = MIN (node->end, end);
    }
}

static gsize
skip_line_end (const LecternPlanTree *tree, gsize at)
{
  if (at < tree->length && tree->text[at] == '\r')
    at++;
  if (at < tree->length && tree->text[at] == '\n')
    at++;
  return at;
}

static guint32
find_last (const LecternPlanTree *tree, guint32 number)
{
  guint32 next = number + 1;

  while (next < tree->nodes->len && _lectern_plan_tree_get (tree, next)->parent >= number)
    next++;
  return next;
}

/* A paragraph that got something in has none of the white space at its end, and neither has what is
 * in it. */
static void
trim_paragraphs (LecternPlanTree *tree)
{
  for (guint32 i = 1; i < tree->nodes->len; i++)
    {
      const LecternPlanNode *node = _lectern_plan_tree_get (tree, i);

      if (node->kind == LECTERN_NODE_PARAGRAPH && node->has_roots && node->end > node->start)
        clip (tree, i, find_last (tree, i), node->end);
    }
}

/* The last point of a series that has paragraphs, NULL where it has none. */
static LecternPlanNode *
find_last_point (const LecternPlanTree *tree, guint32 series)
{
  guint32 last = find_last (tree, series) - 1;

  while (last > series && _lectern_plan_tree_get (tree, last)->parent != series)
    last = _lectern_plan_tree_get (tree, last)->parent;
  return last > series && last + 1 < tree->nodes->len
                 && _lectern_plan_tree_get (tree, last)->kind == LECTERN_NODE_POINT
                 && _lectern_plan_tree_get (tree, last + 1)->kind == LECTERN_NODE_PARAGRAPH
                 && _lectern_plan_tree_get (tree, last + 1)->parent == last
             ? _lectern_plan_tree_get (tree, last)
             : NULL;
}

/* A series that became paragraphs goes to the end of its last line. */
static void
take_last_lines (LecternPlanTree *tree)
{
  for (guint32 i = 1; i < tree->nodes->len; i++)
    {
      LecternPlanNode *series = _lectern_plan_tree_get (tree, i), *last = NULL;
      gsize end = series->end, line_end;
      guint n;

      if (series->kind == LECTERN_NODE_SERIES && series->is_root)
        last = find_last_point (tree, i);
      if (last == NULL)
        continue;
      while ((n = _lectern_blank_after (tree->text, tree->length, end)) > 0)
        end += n;
      line_end = skip_line_end (tree, end);
      if (line_end > end)
        series->end = last->end = line_end;
      stretch (tree, series->parent, series->end);
    }
}

/* A container that starts a line begins with its indent, unless something around it starts there
 * too. */
static void
take_indent (LecternPlanTree *tree, LecternPlanNode *node, const LecternPlanNode *parent,
             const LecternPlanNode *previous)
{
  gsize limit = previous != NULL ? previous->end : parent->start, start = node->start;
  guint n;

  if ((!parent->has_roots && !parent->is_root) || !is_container (node->kind)
      || (node->kind == LECTERN_NODE_POINT && previous == NULL))
    return;
  while (start > limit && (n = _lectern_blank_before (tree->text, start)) > 0)
    start -= n;
  if (start >= limit && start < node->start
      && (start == 0 || tree->text[start - 1] == '\n' || tree->text[start - 1] == '\r'))
    node->start = start;
}

/* Whether something was changed in a series. */
static gboolean
is_touched (const LecternPlanTree *tree, const LecternPlanNode *series)
{
  const LecternNode *origin;

  if (series->has_roots || series->is_root)
    return TRUE;
  if (series->document != tree->plan->document || series->item != G_MAXUINT32)
    return FALSE;
  origin = &series->document->tree.nodes[series->node];
  return _lectern_runs_are_touched (tree->runs, origin->start, origin->end);
}

/* A point includes the blanks that part it from the next one, and the end of its last line. */
static void
take_gap (LecternPlanTree *tree, const LecternPlanNode *node, LecternPlanNode *previous)
{
  gsize end = previous->end, line_end;
  guint n;

  if (node->kind != LECTERN_NODE_POINT || previous->kind != LECTERN_NODE_POINT || end == node->start
      || !is_touched (tree, _lectern_plan_tree_get (tree, node->parent)))
    return;
  while (end < node->start && (n = _lectern_blank_after (tree->text, node->start, end)) > 0)
    end += n;
  line_end = skip_line_end (tree, end);
  if (line_end > end && line_end <= node->start
      && skip_line_end (tree, previous->end - 1) == previous->end - 1)
    previous->end = line_end;
  else if (end == node->start)
    previous->end = end;
}

/* What something was put behind ends before that, with all that is in it: the blanks at its end may
 * stand after both now. */
static void
part_siblings (LecternPlanTree *tree)
{
  g_autofree guint32 *last = g_new (guint32, tree->nodes->len);

  for (guint32 i = 0; i < tree->nodes->len; i++)
    last[i] = LECTERN_NO_NODE;
  for (guint32 i = 1; i < tree->nodes->len; i++)
    {
      LecternPlanNode *node = _lectern_plan_tree_get (tree, i), *previous = NULL;

      if (last[node->parent] != LECTERN_NO_NODE)
        previous = _lectern_plan_tree_get (tree, last[node->parent]);
      if (previous != NULL && previous->end > node->start)
        clip (tree, last[node->parent], i, node->start);
      last[node->parent] = i;
      take_indent (tree, node, _lectern_plan_tree_get (tree, node->parent), previous);
      if (previous != NULL)
        take_gap (tree, node, previous);
    }
}

/* Nodes lie in their parents, one after the other. */
static gboolean
check_order (LecternPlanTree *tree, GError **error)
{
  g_autofree gsize *ends = g_new (gsize, tree->nodes->len);
  guint32 last = 0;

  ends[0] = 0;
  for (guint32 i = 1; i < tree->nodes->len; i++)
    {
      const LecternPlanNode *node = _lectern_plan_tree_get (tree, i);

      while (last != node->parent && last != LECTERN_NO_NODE)
        last = _lectern_plan_tree_get (tree, last)->parent;
      if (last == LECTERN_NO_NODE || node->start < ends[last] || node->end < node->start
          || node->end > _lectern_plan_tree_get (tree, last)->end)
        {
          _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL,
                              "the parts cannot stand in this order");
          return FALSE;
        }
      ends[last] = node->end;
      ends[i] = node->start;
      last = i;
    }
  return TRUE;
}

gboolean
_lectern_plan_tree_init (LecternPlanTree *tree, LecternPlan *plan, LecternRuns *runs,
                         LecternSource *source, GError **error)
{
  guint32 n_nodes = plan->document->tree.n_nodes;

  tree->plan = plan;
  tree->runs = runs;
  tree->text = _lectern_source_get_text (source, &tree->length);
  tree->nodes = g_array_sized_new (FALSE, FALSE, sizeof (LecternPlanNode), n_nodes + 16);
  tree->placed = g_new (guint32, n_nodes);
  tree->items = g_new (guint32, plan->items->len + 1);
  tree->links = g_array_new (FALSE, FALSE, sizeof (LecternPlanLink));
  for (guint32 i = 0; i < n_nodes; i++)
    tree->placed[i] = LECTERN_NO_NODE;
  for (guint32 i = 0; i < plan->items->len; i++)
    tree->items[i] = LECTERN_NO_NODE;
  list_nodes (tree);
  widen_parents (tree);
  trim_paragraphs (tree);
  part_siblings (tree);
  take_last_lines (tree);
  return check_order (tree, error);
}

void
_lectern_plan_tree_clear (LecternPlanTree *tree)
{
  g_array_unref (tree->nodes);
  g_free (tree->placed);
  g_free (tree->items);
  g_array_unref (tree->links);
}
