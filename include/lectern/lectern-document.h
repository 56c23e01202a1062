/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <gio/gio.h>
#include <lectern/lectern-node.h>
#include <lectern/lectern-read-options.h>
#include <lectern/lectern-source.h>

G_BEGIN_DECLS

/* The namespace of the XML form. */
#define LECTERN_XML_NAMESPACE "urn:lectern:speech:1"

LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_new_from_text (GBytes *text, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_new_from_xml (GBytes *xml, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_new_from_bytes (GBytes *bytes, LecternReadOptions *options,
                                                  GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_new_from_file (GFile *file, LecternReadOptions *options,
                                                 GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_new_from_stream (GInputStream *stream,
                                                   LecternReadOptions *options,
                                                   GCancellable *cancellable, GError **error);

LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_document_to_text (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_document_to_xml (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_document_to_json (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_document_encode (LecternDocument *document, GBytes *text, const char *encoding,
                                 GError **error);

LECTERN_AVAILABLE_IN_1_0
LecternSource *lectern_document_get_source (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_document_get_root (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
LecternFormat lectern_document_get_format (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
LecternReadOptions *lectern_document_get_read_options (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_document_get_language (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_document_get_encoding (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_document_get_bom (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
const char *const *lectern_document_get_notes (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
char *lectern_document_dup_title (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
char *lectern_document_dup_speaker (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
char *lectern_document_dup_date (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
char *lectern_document_dup_place (LecternDocument *document);

LECTERN_AVAILABLE_IN_1_0
guint lectern_document_get_n_nodes (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_document_list_nodes (LecternDocument *document, LecternNodeKind kind);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_document_dup_texts (LecternDocument *document, LecternNodeKind kind, gsize **ends,
                                    gsize *n_ends);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_document_lookup (LecternDocument *document, const char *path);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_document_lookup_id (LecternDocument *document, const char *id);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_document_lookup_offset (LecternDocument *document, gsize offset);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_document_find_counterpart (LecternDocument *document, LecternNode *old_node);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_apply_edits (LecternDocument *document, LecternEdits *edits,
                                               GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternEdits *lectern_document_dup_edits (LecternDocument *document, LecternDocument *since);

G_END_DECLS
