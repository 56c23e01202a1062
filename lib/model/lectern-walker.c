/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-document-private.h"

/**
 * LecternWalker:
 *
 * Walks over a node and all below it, without recursion: each node is entered and left, and the
 * text that no child covers comes between, as it stands.
 *
 * In C a walker may stand on the stack ([method@Lectern.Walker.init]); then it takes no reference,
 * and the document must live as long as the walker is used.
 *
 * ```c
 * LecternWalker walker;
 * LecternEvent event;
 *
 * lectern_walker_init (&walker, lectern_document_get_root (document));
 * while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
 *   …
 * ```
 */

/**
 * LecternEvent:
 * @LECTERN_EVENT_NONE: the walk is over
 * @LECTERN_EVENT_ENTER: a node begins
 * @LECTERN_EVENT_LEAVE: a node ends
 * @LECTERN_EVENT_TEXT: text that belongs to the node itself and to none of its children
 *
 * What a walker came upon.
 */

typedef struct __attribute__ ((may_alias))
{
  const LecternNode *open; /* the innermost node that was entered and not left */
  const LecternNode *node; /* what the event is about */
  const LecternNode *root;
  LecternDocument *document; /* NULL where no reference is held */
  gsize next;                /* the next record to enter */
  gsize start;               /* of the span of the event */
  gsize end;                 /* and where the next text starts */
} Walk;

G_STATIC_ASSERT (sizeof (Walk) <= sizeof (LecternWalker));
G_STATIC_ASSERT (G_ALIGNOF (Walk) <= G_ALIGNOF (LecternWalker));

static LecternWalker *
copy_walker (LecternWalker *walker)
{
  LecternWalker *copy = g_memdup2 (walker, sizeof *walker);
  Walk *walk = (Walk *)copy;

  walk->document = g_object_ref (_lectern_node_document (walk->root));
  return copy;
}

G_DEFINE_BOXED_TYPE (LecternWalker, lectern_walker, copy_walker, lectern_walker_free)

/**
 * lectern_walker_init: (skip)
 * @walker: an uninitialised walker
 * @root: the node to walk over
 *
 * Prepares a walker on the stack. It needs no clearing.
 */
void
lectern_walker_init (LecternWalker *walker, LecternNode *root)
{
  Walk *walk = (Walk *)walker;

  g_return_if_fail (walker != NULL);
  g_return_if_fail (root != NULL);

  walk->open = NULL;
  walk->node = NULL;
  walk->root = root;
  walk->document = NULL;
  walk->next = root->index;
  walk->start = root->start;
  walk->end = root->start;
}

/**
 * lectern_walker_new:
 * @root: the node to walk over
 *
 * Makes a walker, which holds a reference to the document.
 *
 * Returns: (transfer full): the walker
 */
LecternWalker *
lectern_walker_new (LecternNode *root)
{
  LecternWalker *walker;

  g_return_val_if_fail (root != NULL, NULL);

  walker = g_new0 (LecternWalker, 1);
  lectern_walker_init (walker, root);
  ((Walk *)walker)->document = g_object_ref (_lectern_node_document (root));
  return walker;
}

/**
 * lectern_walker_free:
 * @walker: (transfer full): a walker that [ctor@Lectern.Walker.new] made
 *
 * Frees a walker.
 */
void
lectern_walker_free (LecternWalker *walker)
{
  g_return_if_fail (walker != NULL);

  g_clear_object (&((Walk *)walker)->document);
  g_free (walker);
}

/**
 * lectern_walker_next:
 * @walker: a walker
 *
 * Goes on to the next event.
 *
 * Returns: the event, `LECTERN_EVENT_NONE` at the end
 */
LecternEvent
lectern_walker_next (LecternWalker *walker)
{
  Walk *walk = (Walk *)walker;
  const LecternNode *open;
  const LecternNode *child;
  gsize limit;

  g_return_val_if_fail (walker != NULL, LECTERN_EVENT_NONE);

  open = walk->open;
  if (G_UNLIKELY (open == NULL))
    {
      if (walk->next != walk->root->index)
        {
          walk->node = NULL;
          return LECTERN_EVENT_NONE;
        }
      child = walk->root;
      limit = child->start;
    }
  else
    {
      child = walk->next < open->next ? open + (walk->next - open->index) : NULL;
      limit = child != NULL ? child->start : open->end;
    }
  if (walk->end < limit)
    {
      walk->node = open;
      walk->start = walk->end;
      walk->end = limit;
      return LECTERN_EVENT_TEXT;
    }
  walk->start = limit;
  if (child != NULL)
    {
      walk->open = walk->node = child;
      walk->next++;
      return LECTERN_EVENT_ENTER;
    }
  walk->node = open;
  walk->open = open == walk->root ? NULL : _lectern_node_at (open, open->parent);
  return LECTERN_EVENT_LEAVE;
}

/**
 * lectern_walker_next_node:
 * @walker: a walker
 *
 * Goes on to the next node that is entered, passing over texts and ends of nodes: first the node
 * itself that is walked over, then all below it in document order. Takes constant time.
 *
 * Returns: (transfer none) (nullable): the node, %NULL at the end
 */
LecternNode *
lectern_walker_next_node (LecternWalker *walker)
{
  Walk *walk = (Walk *)walker;
  const LecternNode *node;

  g_return_val_if_fail (walker != NULL, NULL);

  if (walk->next >= walk->root->next)
    {
      walk->open = walk->node = NULL;
      walk->start = walk->end = walk->root->end;
      return NULL;
    }
  node = walk->root + (walk->next++ - walk->root->index);
  walk->open = walk->node = node;
  walk->start = walk->end = node->start;
  return (LecternNode *)node;
}

/**
 * lectern_walker_skip:
 * @walker: a walker that has just entered a node
 *
 * Passes over what is in the node: the next event is that it is left.
 */
void
lectern_walker_skip (LecternWalker *walker)
{
  Walk *walk = (Walk *)walker;

  g_return_if_fail (walker != NULL);
  g_return_if_fail (walk->open != NULL);

  walk->next = walk->open->next;
  walk->end = walk->open->end;
}

/**
 * lectern_walker_get_node:
 * @walker: a walker
 *
 * Gets the node that is entered or left, or that the text belongs to.
 *
 * Returns: (transfer none) (nullable): the node, %NULL before the first event and after the last
 */
LecternNode *
lectern_walker_get_node (LecternWalker *walker)
{
  g_return_val_if_fail (walker != NULL, NULL);

  return (LecternNode *)((Walk *)walker)->node;
}

/**
 * lectern_walker_get_span:
 * @walker: a walker
 * @span: (out caller-allocates): where to put the span, in bytes
 *
 * Gets the span of a text event; otherwise an empty span at the place of the walker.
 */
void
lectern_walker_get_span (LecternWalker *walker, LecternSpan *span)
{
  Walk *walk = (Walk *)walker;

  g_return_if_fail (walker != NULL);
  g_return_if_fail (span != NULL);

  span->start = walk->start;
  span->end = walk->end;
}
