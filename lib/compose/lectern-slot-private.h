/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-draft-private.h"
#include "compose/lectern-extent-private.h"

#include <lectern/lectern.h>

/* A place between nodes at which something can be put in. */
typedef struct
{
  LecternNode *parent;
  LecternNode *after;  /* what it comes behind: a sibling, or another part of the parent; or NULL */
  LecternNode *before; /* the sibling that it comes before; NULL where there is `after` */
  LecternNode *model;  /* a sibling that shows how it is numbered and laid out, or NULL */
  gboolean block;
  guint ordinal;       /* that its marker is to say, and its siblings go on from */
  guint32 next;        /* the index that the first node after it has */
  gsize at;            /* in the text */
  char *head;          /* text before what is put in */
  char *tail;          /* and after it */
  gboolean needs_line; /* what stands before it has no line end */
} LecternSlot;

gboolean _lectern_slot_find (LecternSlot *slot, LecternNodeKind kind, LecternSide side,
                             LecternNode *place, GError **error);
void _lectern_slot_clear (LecternSlot *slot);
/* The numbering of what is put in: that of its siblings, or that of its level. */
char *_lectern_slot_dup_numbering (const LecternSlot *slot, LecternNodeKind kind, GError **error);
/* The numbering of a level: that of sections there, or else, below `above`, the next form of GB/T
 * 15834-2011 B.3.8. `node` is one of the document. */
char *_lectern_slot_dup_level_numbering (LecternNode *node, guint level, const char *above,
                                         GError **error);
/* Sets what the member is called by: its marker, or its key. */
gboolean _lectern_slot_set_marker (const LecternSlot *slot, LecternDraft *draft, guint n_members,
                                   GError **error);
/* How lines after the first are indented. */
char *_lectern_slot_dup_indent (const LecternSlot *slot, LecternNodeKind kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternSlot, _lectern_slot_clear)
