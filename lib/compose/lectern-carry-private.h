/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What edits change of a structure beside the text. */
typedef struct
{
  GHashTable *numberings; /* series or section → the numbering that it gets, a string; or NULL */
  GHashTable *marked;  /* headings, paragraphs, points and entries (a set, or NULL): what is put in
                          where they begin is their marker */
  gboolean keep_slots; /* a placeholder whose mask was replaced stays one that is filled, and knows
                          its mask */
  gboolean keep_structure; /* also one that was recognised: it is not recognised anew */
} LecternRetouch;

/* As lectern_document_apply_edits(); `retouch` may be NULL, and is not needed where the structure
 * is recognised anew. */
LecternDocument *_lectern_document_apply (LecternDocument *document, LecternEdits *edits,
                                          const LecternRetouch *retouch, GCancellable *cancellable,
                                          GError **error);

/* The document whose text is `source`, the text of `document` with the edits made, and whose
 * structure is that of `document`. */
LecternDocument *_lectern_document_carry (LecternDocument *document, LecternEdits *edits,
                                          const LecternRetouch *retouch, LecternSource *source,
                                          GError **error);
