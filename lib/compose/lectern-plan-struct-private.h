/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-plan-private.h"
#include "compose/lectern-runs-private.h"

/* Between the files of plans. */

/* Something that is put in, in the text. */
typedef struct
{
  gsize place; /* in the old text */
  guint nth;   /* of what is put in there */
} LecternPlanPut;

typedef enum
{
  LECTERN_PLAN_PLACED,  /* a node of the document that goes elsewhere */
  LECTERN_PLAN_CREATED, /* a node without a counterpart */
  LECTERN_PLAN_INSERTED /* a fragment */
} LecternPlanItemType;

typedef struct
{
  LecternPlanItemType type;
  guint32 before; /* an old index, or their number */
  guint32 parent;
  guint32 node;         /* that is placed */
  LecternNodeKind kind; /* of what is created */
  LecternSpan span;     /* that what is created is around; empty: nothing */
  LecternPlanFragment fragment;
  LecternRuns *runs; /* of its text */
  LecternPlanPut put;
  gsize head;     /* bytes of the text before that of the fragment */
  gsize line_end; /* bytes of the line end after it */
} LecternPlanItem;

typedef struct
{
  guint32 announcement;
  guint32 target;
} LecternPlanLink;

struct _LecternPlan
{
  LecternDocument *document;
  LecternEdits *edits;
  GHashTable *gone;       /* set of indices */
  GHashTable *into;       /* index → what its nodes belong to */
  GHashTable *adopted;    /* index → parent */
  GHashTable *numberings; /* index → string */
  GHashTable *numbers;    /* index → what its marker will say */
  GHashTable *unlinked;   /* set of indices */
  GArray *items;          /* LecternPlanItem */
  GArray *line_ends;      /* LecternPlanPut */
  GArray *links;          /* LecternPlanLink */
};

/* A node of the new tree. */
typedef struct
{
  LecternDocument *document; /* of the node that it comes from, NULL: created */
  guint32 node;
  guint32 parent; /* in the list */
  gsize start;
  gsize end;
  guint32 counts[2]; /* of sections and points below it */
  guint32 ordinal;
  guint32 item; /* that it was put in by, G_MAXUINT32: none */
  guint8 kind;
  guint8 is_root;   /* of what the item put in */
  guint8 has_roots; /* among its children */
} LecternPlanNode;

/* The new tree. */
typedef struct
{
  LecternPlan *plan;
  LecternRuns *runs;
  const char *text; /* the new one */
  gsize length;
  GArray *nodes;   /* LecternPlanNode, in the order of the tree */
  guint32 *placed; /* for each old node, its number there, or LECTERN_NO_NODE */
  guint32 *items;  /* the same for the items */
  GArray *links;   /* LecternPlanLink, by the numbers there: those within what was put in */
} LecternPlanTree;

static inline LecternPlanNode *
_lectern_plan_tree_get (const LecternPlanTree *tree, guint32 n)
{
  return &g_array_index (tree->nodes, LecternPlanNode, n);
}

gboolean _lectern_plan_tree_init (LecternPlanTree *tree, LecternPlan *plan, LecternRuns *runs,
                                  LecternSource *source, GError **error);
/* What a node belongs to, which may have been given another place; LECTERN_NO_NODE where that is
 * gone. */
guint32 _lectern_plan_tree_resolve (const LecternPlanTree *tree, guint32 symbol);
void _lectern_plan_tree_clear (LecternPlanTree *tree);
LecternDocument *_lectern_plan_tree_build (LecternPlanTree *tree, LecternSource *source,
                                           GError **error);
/* Whether the new document is what the tree promises: all that was read in the new text, or, where
 * the structure was given, only that no announcement has become wrong. */
gboolean _lectern_plan_tree_check (LecternPlanTree *tree, LecternDocument *document,
                                   gboolean recognised, GError **error);
