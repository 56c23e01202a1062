/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/lectern-tree-private.h"

#include <lectern/lectern.h>

/* What an operation does to a document, said once: how the text changes, and where its nodes go.
 * The edits come from that, and the tree. Where the structure of the document was given, that tree
 * is the new one; where it was recognised in the text, it is what the operation promises, and what
 * is read in the new text is compared with it.
 *
 * Nodes are named by their index in the old tree. What the plan puts in has a number of its own,
 * which those functions give and which may stand wherever an index may. */
typedef struct _LecternPlan LecternPlan;

/* Nodes that are put in: those with the indices [first, last) of a document, and the text
 * [start, end) that they lie in, with changes made in it. */
typedef struct
{
  LecternDocument *document;
  guint32 first;
  guint32 last;
  gsize start;
  gsize end;
  const char *numbering; /* of the sections that are put in; NULL: as it is there */
  gboolean loose;        /* what stands in the nodes put in is not promised, only where they are */
} LecternPlanFragment;

LecternPlan *_lectern_plan_new (LecternDocument *document);
void _lectern_plan_free (LecternPlan *plan);
LecternDocument *_lectern_plan_get_document (LecternPlan *plan);

/* The changes of the text. Replacing parts of what is moved, and moving to one place several times,
 * is as LecternEdits has it. */
LecternEdits *_lectern_plan_get_edits (LecternPlan *plan);
gboolean _lectern_plan_replace (LecternPlan *plan, gsize start, gsize end, const char *text,
                                gssize length, GError **error);
gboolean _lectern_plan_move (LecternPlan *plan, gsize start, gsize end, gsize to, GError **error);
/* Puts a line end in, which belongs to the containers that end there. */
gboolean _lectern_plan_end_line (LecternPlan *plan, gsize at, GError **error);

/* The node and what stands in it goes. Its text is taken away by a change of the text. */
void _lectern_plan_drop (LecternPlan *plan, guint32 node);
/* The node goes, what stands in it belongs to `into`. */
void _lectern_plan_dissolve (LecternPlan *plan, guint32 node, guint32 into);
/* The node stays in its order, but below another parent. */
void _lectern_plan_adopt (LecternPlan *plan, guint32 node, guint32 parent);
/* The node with what stands in it comes before the node `before`, below `parent`. */
guint32 _lectern_plan_place (LecternPlan *plan, guint32 node, guint32 before, guint32 parent);
/* A new node, around those that get it as their parent, and around [start, end) of the old text
 * where that is not empty. */
guint32 _lectern_plan_create (LecternPlan *plan, LecternNodeKind kind, const LecternSpan *span,
                              guint32 before, guint32 parent);
/* Puts `head`, the text of the fragment with `edits` (of its document, or NULL) made, and `tail` in
 * at `at` of the old text, and its nodes. */
guint32 _lectern_plan_insert (LecternPlan *plan, gsize at, const LecternPlanFragment *fragment,
                              LecternEdits *edits, const char *head, const char *tail,
                              guint32 before, guint32 parent, GError **error);
/* Says which numbering a section that stays or is placed has from now on. */
void _lectern_plan_set_numbering (LecternPlan *plan, guint32 node, const char *numbering);
/* Says what the marker of a node will say, so that it need not be read. */
void _lectern_plan_set_number (LecternPlan *plan, guint32 node, guint number);
/* What announced a node does so no longer. */
void _lectern_plan_unlink (LecternPlan *plan, guint32 target);
/* Another thing that an announcement announces. */
void _lectern_plan_link (LecternPlan *plan, guint32 announcement, guint32 target);

/* Makes the new document. Fails with LECTERN_ERROR_EDIT where the text would not be read as
 * promised. */
LecternDocument *_lectern_plan_run (LecternPlan *plan, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPlan, _lectern_plan_free)
