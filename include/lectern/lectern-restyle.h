/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <gio/gio.h>
#include <lectern/lectern-numbering.h>
#include <lectern/lectern-report.h>

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

#define LECTERN_TYPE_TIDY_FLAGS (lectern_tidy_flags_get_type ())

typedef enum
{
  LECTERN_TIDY_BOILERPLATE = 1 << 0,
  LECTERN_TIDY_LINES = 1 << 1,
  LECTERN_TIDY_REDACTIONS = 1 << 2,
  LECTERN_TIDY_FULL_WIDTH = 1 << 3,
  LECTERN_TIDY_HALF_WIDTH = 1 << 4
} LecternTidyFlags;

LECTERN_AVAILABLE_IN_1_0
GType lectern_tidy_flags_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_tidy (LecternDocument *document, LecternTidyFlags flags,
                                        LecternReport **left, GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
