/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-extent-private.h"
#include "compose/lectern-plan-private.h"

/* What follows from a change in a row of siblings: their numbers, what announces how many they are,
 * the marks between them. */

guint _lectern_siblings_count (LecternNode *parent, LecternNodeKind kind);

/* Of sections beside each other some may be numbered in another way: they are a row of their own.
 */
gboolean _lectern_siblings_are_alike (LecternNode *one, LecternNode *other);

/* FALSE where the sections begin to count again behind this one: what leads to that stands at its
 * end, and nothing may part the two. */
gboolean _lectern_siblings_may_be_parted (LecternNode *section, GError **error);

/* How many members there will be, for their markers: 0, not known, where the last one does not take
 * a last word (首先, 其次, 最后) now either. */
guint _lectern_siblings_get_members (LecternNode *parent, LecternNodeKind kind, int change);

/* The numbers of `first` and those of its kind that follow up to `last` (NULL: all) change by
 * `difference`, as far as they go on from `number`. What is numbered otherwise, begins again, or
 * has no number, stays. `n_members` there will be. */
gboolean _lectern_siblings_shift (LecternPlan *plan, LecternNode *first, LecternNode *last,
                                  guint number, gint difference, guint n_members, GError **error);

/* The number of members of `parent`, which is now another one: the last of them may need another
 * word, and what announces them another number. `last` is what will be the last that was there. */
gboolean _lectern_siblings_recount (LecternPlan *plan, LecternNode *parent, LecternNodeKind kind,
                                    LecternNode *last, guint n_members, GError **error);

/* A marker as that of `model`, with what parts it from the text. */
char *_lectern_siblings_dup_marker (LecternNode *model, guint ordinal, guint n_members,
                                    GError **error);

/* Announcements of `sibling` announce `target` too. */
void _lectern_siblings_link (LecternPlan *plan, LecternNode *sibling, guint32 target);

/* Makes a member end with the mark of its place. */
gboolean _lectern_siblings_set_stop (LecternPlan *plan, LecternNode *member, gunichar stop,
                                     GError **error);

/* Whether the node is one that can be taken out of its row. */
gboolean _lectern_siblings_may_leave (LecternNode *node, GError **error);
/* What its siblings become when a member leaves them. */
gboolean _lectern_siblings_leave (LecternPlan *plan, const LecternExtent *extent, GError **error);
