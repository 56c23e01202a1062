/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* The document whose text is `source`, the text of `document` with the edits made, and whose
 * structure is that of `document`. */
LecternDocument *_lectern_document_carry (LecternDocument *document, LecternEdits *edits,
                                          LecternSource *source, GError **error);

/* The same; with `keep_slots` a placeholder whose mask was replaced stays one that is filled, and
 * knows its mask. */
LecternDocument *_lectern_document_carry_slots (LecternDocument *document, LecternEdits *edits,
                                                LecternSource *source, gboolean keep_slots,
                                                GError **error);
