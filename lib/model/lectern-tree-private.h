/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/lectern-attributes-private.h"

#define LECTERN_NO_NODE G_MAXUINT32

/* A node is its record. The records stand in one array in the order of their beginnings, so the
 * first child of a node is the record after it (if its `next` is not that very record already), and
 * the next sibling is `next` if that has the same parent. */
struct _LecternNode
{
  guint32 index;
  guint32 parent;   /* LECTERN_NO_NODE for the root */
  guint32 next;     /* the record after the last of this node's subtree */
  guint32 previous; /* sibling, or LECTERN_NO_NODE */
  guint32 start;    /* bytes */
  guint32 end;
  guint32 attributes;
  guint8 kind;
  guint8 confidence; /* percent */
  guint16 level;
};

G_STATIC_ASSERT (sizeof (LecternNode) == 32);

/* Stands before record 0 in the place of a record. */
typedef struct
{
  LecternDocument *document;
} LecternHeader;

G_STATIC_ASSERT (sizeof (LecternHeader) <= sizeof (LecternNode));

typedef struct
{
  guint32 announcement;
  guint32 target;
} LecternTarget;

/* A tree while it grows, and then as the document keeps it. */
typedef struct
{
  LecternNode *nodes; /* record 0; the header is before it */
  guint32 n_nodes;
  guint32 capacity;
  guint32 current;     /* the innermost open node */
  guint32 last_closed; /* the child of `current` closed last, or LECTERN_NO_NODE */
  guint depth;         /* of open sections */
  LecternAttributes attributes;
  LecternTarget *targets;
  guint32 n_targets;
  guint32 targets_capacity;
} LecternTree;

void _lectern_tree_init (LecternTree *tree, gsize text_length);
void _lectern_tree_clear (LecternTree *tree);
guint32 _lectern_tree_open (LecternTree *tree, LecternNodeKind kind, guint32 start);
void _lectern_tree_close (LecternTree *tree, guint32 end);
void _lectern_tree_add_target (LecternTree *tree, guint32 announcement, guint32 target);
/* Closes what is open, sorts the targets, gives back what only growing needs. */
void _lectern_tree_finish (LecternTree *tree, guint32 end);
