/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_SOURCE (lectern_source_get_type ())

LECTERN_AVAILABLE_IN_1_0
GType lectern_source_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternSource *lectern_source_new (GBytes *text, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternSource *lectern_source_ref (LecternSource *source);
LECTERN_AVAILABLE_IN_1_0
void lectern_source_unref (LecternSource *source);

LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_source_get_bytes (LecternSource *source);
LECTERN_AVAILABLE_IN_1_0
guint lectern_source_get_n_lines (LecternSource *source);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_source_get_line (LecternSource *source, guint line, LecternSpan *span);
LECTERN_AVAILABLE_IN_1_0
void lectern_source_get_position (LecternSource *source, gsize offset, LecternPosition *position);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_source_get_offset (LecternSource *source, guint line, guint column);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_source_offset_to_utf16 (LecternSource *source, gsize offset);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_source_utf16_to_offset (LecternSource *source, gsize utf16_offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSource, lectern_source_unref)

G_END_DECLS
