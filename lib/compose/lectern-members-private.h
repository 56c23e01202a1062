/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* The markers of members (sections, points, entries of an outline) and what announces how many they
 * are, as edits. */

/* Adds what makes the text of the span this one: bytes that both have at their ends stay, but at
 * least a character is replaced where one is there, so that the change lies in the node that it
 * lies in. Adds nothing where the span says so already. */
gboolean _lectern_edits_replace_differing (LecternEdits *edits, LecternDocument *document,
                                           const LecternSpan *span, const char *text,
                                           GError **error);

/* The node that the marker of a member stands at the start of, or would: the heading of a section,
 * the first paragraph of a point, the member itself. NULL for a section without a heading. */
LecternNode *_lectern_members_get_line (LecternNode *member);

/* The name of what the node was read from, for errors; may be NULL. */
const char *_lectern_members_get_file (LecternNode *node);

/* Adds what makes the marker of a section, point or entry say `ordinal` among `n_members` (0: not
 * known), so that the last of 首先, 其次 is 最后.
 *
 * Without a numbering it stays what it is and only the number changes, and with it nothing but the
 * numeral: marks, brackets and kinds that differ from those of its siblings stay. Masks (第X，),
 * words that say no number (一方面, 还有一个是) and a closing 最后 at the end of any series stay as
 * they are; where there is no marker, none is made.
 *
 * With a numbering the marker is exactly what that writes. A mask keeps standing for its number,
 * and where there is no marker (要聚焦…), it is put before the member's text.
 *
 * FALSE with LECTERN_ERROR_NUMBERING where the numbering does not count that far. */
gboolean _lectern_members_add_marker (LecternEdits *edits, LecternNode *member,
                                      LecternNumbering *numbering, guint ordinal, guint n_members,
                                      GError **error);

/* Adds what makes the announcements that are tied to `target` (a series, or the parent of sections)
 * say that there are `count` members: 三点 becomes 四点. Only a number that is right now follows;
 * one that is wrong, in a quoted name (“四个聚焦”), indefinite or a mask stays. */
void _lectern_members_add_announcement (LecternEdits *edits, LecternDocument *document,
                                        LecternNode *target, guint count);
