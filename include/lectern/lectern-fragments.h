/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-document.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_FRAGMENT  (lectern_fragment_get_type ())
#define LECTERN_TYPE_FRAGMENTS (lectern_fragments_get_type ())

/* What a fragment says of itself in lines of {{#meta …}}. */
#define LECTERN_FACT_ID       "id"
#define LECTERN_FACT_TITLE    "title"
#define LECTERN_FACT_OCCASION "occasion"
#define LECTERN_FACT_TAGS     "tags"
#define LECTERN_FACT_NEEDS    "needs"

LECTERN_AVAILABLE_IN_1_0
GType lectern_fragment_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternFragment *lectern_fragment_ref (LecternFragment *fragment);
LECTERN_AVAILABLE_IN_1_0
void lectern_fragment_unref (LecternFragment *fragment);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_fragment_get_id (LecternFragment *fragment);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_fragment_get_fact (LecternFragment *fragment, const char *name);
LECTERN_AVAILABLE_IN_1_0
const char *const *lectern_fragment_get_tags (LecternFragment *fragment);
LECTERN_AVAILABLE_IN_1_0
const char *const *lectern_fragment_get_needs (LecternFragment *fragment);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_fragment_get_document (LecternFragment *fragment);

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternFragments, lectern_fragments, LECTERN, FRAGMENTS, GObject)

LECTERN_AVAILABLE_IN_1_0
LecternFragments *lectern_fragments_new (void);
LECTERN_AVAILABLE_IN_1_0
LecternFragments *lectern_fragments_new_for_folder (GFile *folder, LecternReadOptions *options,
                                                    GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_fragments_add (LecternFragments *self, const char *id, LecternDocument *document,
                                GError **error);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_fragments_refresh (LecternFragments *self, gboolean *changed,
                                    GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternFragment *lectern_fragments_lookup (LecternFragments *self, const char *id);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_fragments_list (LecternFragments *self, const char *tag, const char *need);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_fragments_list_problems (LecternFragments *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternFragment, lectern_fragment_unref)

G_END_DECLS
