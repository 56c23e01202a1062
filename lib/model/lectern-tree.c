/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-tree-private.h"

#include <string.h>

static void
reserve (LecternTree *tree, gsize capacity)
{
  LecternNode *base = tree->nodes != NULL ? tree->nodes - 1 : NULL;

  base = g_realloc_n (base, capacity + 1, sizeof (LecternNode));
  tree->nodes = base + 1;
  tree->capacity = (guint32)capacity;
}

void
_lectern_tree_init (LecternTree *tree, gsize text_length)
{
  memset (tree, 0, sizeof *tree);
  /* Real speeches have a node for a hundred bytes or more. */
  reserve (tree, text_length / 128 + 16);
  memset (tree->nodes - 1, 0, sizeof (LecternNode));
  tree->current = LECTERN_NO_NODE;
  tree->last_closed = LECTERN_NO_NODE;
  _lectern_attributes_init (&tree->attributes);
}

void
_lectern_tree_clear (LecternTree *tree)
{
  if (tree->nodes == NULL)
    return;
  g_free (tree->nodes - 1);
  g_free (tree->targets);
  _lectern_attributes_clear (&tree->attributes);
  memset (tree, 0, sizeof *tree);
}

static guint16
level_of_new (LecternTree *tree, LecternNodeKind kind)
{
  if (kind == LECTERN_NODE_SECTION)
    {
      tree->depth++;
      return (guint16)MIN (tree->depth, G_MAXUINT16);
    }
  if (kind == LECTERN_NODE_HEADING && tree->current != LECTERN_NO_NODE)
    return tree->nodes[tree->current].level;
  return 0;
}

guint32
_lectern_tree_open (LecternTree *tree, LecternNodeKind kind, guint32 start)
{
  guint32 index = tree->n_nodes;
  LecternNode *node;

  if (G_UNLIKELY (index == tree->capacity))
    {
      if (tree->capacity >= G_MAXUINT32 / 2)
        g_error ("a document cannot have more than %u nodes", tree->capacity);
      reserve (tree, (gsize)tree->capacity + tree->capacity / 2 + 16);
    }
  node = &tree->nodes[index];
  node->index = index;
  node->parent = tree->current;
  node->next = index + 1;
  node->previous = tree->last_closed;
  node->start = start;
  node->end = start;
  node->attributes = 0;
  node->kind = (guint8)kind;
  node->confidence = 100;
  node->level = level_of_new (tree, kind);
  tree->current = index;
  tree->last_closed = LECTERN_NO_NODE;
  tree->n_nodes++;
  return index;
}

void
_lectern_tree_close (LecternTree *tree, guint32 end)
{
  LecternNode *node = &tree->nodes[tree->current];

  node->end = end;
  node->next = tree->n_nodes;
  if (node->kind == LECTERN_NODE_SECTION)
    tree->depth--;
  tree->last_closed = tree->current;
  tree->current = node->parent;
}

void
_lectern_tree_add_target (LecternTree *tree, guint32 announcement, guint32 target)
{
  if (tree->n_targets == tree->targets_capacity)
    {
      tree->targets_capacity = tree->targets_capacity * 2 + 16;
      tree->targets = g_renew (LecternTarget, tree->targets, tree->targets_capacity);
    }
  tree->targets[tree->n_targets++] = (LecternTarget){ announcement, target };
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const LecternTarget *one = a;
  const LecternTarget *two = b;

  if (one->announcement != two->announcement)
    return one->announcement < two->announcement ? -1 : 1;
  return one->target < two->target ? -1 : one->target > two->target;
}

void
_lectern_tree_finish (LecternTree *tree, guint32 end)
{
  guint32 n = 0;

  while (tree->current != LECTERN_NO_NODE)
    _lectern_tree_close (tree, end);
  reserve (tree, tree->n_nodes);
  _lectern_attributes_close (&tree->attributes);
  if (tree->n_targets == 0)
    return;
  qsort (tree->targets, tree->n_targets, sizeof (LecternTarget), compare_targets);
  for (guint32 i = 1; i < tree->n_targets; i++)
    if (compare_targets (&tree->targets[n], &tree->targets[i]) != 0)
      tree->targets[++n] = tree->targets[i];
  tree->n_targets = n + 1;
  tree->targets_capacity = tree->n_targets;
  tree->targets = g_renew (LecternTarget, tree->targets, tree->n_targets);
}
