/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_EDITS (lectern_edits_get_type ())

LECTERN_AVAILABLE_IN_1_0
GType lectern_edits_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternEdits *lectern_edits_new (gsize old_length);
LECTERN_AVAILABLE_IN_1_0
LecternEdits *lectern_edits_new_diff (GBytes *old_text, GBytes *new_text);
LECTERN_AVAILABLE_IN_1_0
LecternEdits *lectern_edits_ref (LecternEdits *edits);
LECTERN_AVAILABLE_IN_1_0
void lectern_edits_unref (LecternEdits *edits);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_edits_replace (LecternEdits *edits, const LecternSpan *span, const char *text,
                                gssize length, GError **error);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_edits_move (LecternEdits *edits, const LecternSpan *span, gsize to,
                             GError **error);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_edits_get_old_length (LecternEdits *edits);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_edits_get_new_length (LecternEdits *edits);
LECTERN_AVAILABLE_IN_1_0
guint lectern_edits_get_n_pieces (LecternEdits *edits);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_edits_get_piece (LecternEdits *edits, guint n, LecternSpan *old_span);
LECTERN_AVAILABLE_IN_1_0
guint lectern_edits_get_n_replacements (LecternEdits *edits);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_edits_get_replacement (LecternEdits *edits, guint n, LecternSpan *old_span);
LECTERN_AVAILABLE_IN_1_0
guint lectern_edits_get_n_moves (LecternEdits *edits);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_edits_get_move (LecternEdits *edits, guint n, LecternSpan *old_span);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_edits_map_offset (LecternEdits *edits, gsize old_offset, gsize *new_offset);
LECTERN_AVAILABLE_IN_1_0
LecternEdits *lectern_edits_compose (LecternEdits *first, LecternEdits *second, GError **error);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_edits_apply (LecternEdits *edits, GBytes *old_text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternEdits, lectern_edits_unref)

G_END_DECLS
