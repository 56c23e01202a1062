/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-document.h>

G_BEGIN_DECLS

LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_new_skeleton (LecternDocument *outline, GError **error);

G_END_DECLS
