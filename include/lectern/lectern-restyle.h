/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <gio/gio.h>
#include <lectern/lectern-numbering.h>

G_BEGIN_DECLS

/* Changes of a document that leave its words as they are. */

LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_renumber (LecternDocument *document, LecternNode *scope,
                                            GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_restyle (LecternDocument *document, LecternNode *node,
                                           LecternNumbering *numbering, GCancellable *cancellable,
                                           GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_restyle_level (LecternDocument *document, LecternNode *scope,
                                                 guint level, LecternNumbering *numbering,
                                                 GCancellable *cancellable, GError **error);

G_END_DECLS
