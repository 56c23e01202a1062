/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-document.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_SIDE (lectern_side_get_type ())

typedef enum
{
  LECTERN_SIDE_BEFORE,
  LECTERN_SIDE_AFTER,
  LECTERN_SIDE_FIRST_IN,
  LECTERN_SIDE_LAST_IN
} LecternSide;

LECTERN_AVAILABLE_IN_1_0
GType lectern_side_get_type (void) G_GNUC_CONST;

LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_insert (LecternDocument *document, LecternNodeKind kind,
                                          LecternSide side, LecternNode *place, const char *text,
                                          gssize length, GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_remove (LecternDocument *document, LecternNode *node,
                                          GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_move (LecternDocument *document, LecternNode *node,
                                        LecternSide side, LecternNode *place,
                                        GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_duplicate (LecternDocument *document, LecternNode *node,
                                             GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_promote (LecternDocument *document, LecternNode *section,
                                           GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_demote (LecternDocument *document, LecternNode *section,
                                          GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_merge_section (LecternDocument *document, LecternNode *section,
                                                 GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_split_section (LecternDocument *document, LecternNode *place,
                                                 const char *heading, gssize length,
                                                 GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_split_series (LecternDocument *document, LecternNode *series,
                                                GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_join_series (LecternDocument *document, LecternNode *series,
                                               GCancellable *cancellable, GError **error);

G_END_DECLS
