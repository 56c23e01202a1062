/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-bindings.h>
#include <lectern/lectern-fragments.h>
#include <lectern/lectern-report.h>
#include <lectern/lectern-values.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_MISSING      (lectern_missing_get_type ())
#define LECTERN_TYPE_FILL_OPTIONS (lectern_fill_options_get_type ())
#define LECTERN_TYPE_TEMPLATE     (lectern_template_get_type ())

typedef enum
{
  LECTERN_MISSING_KEEP,
  LECTERN_MISSING_ERROR,
  LECTERN_MISSING_BLANK
} LecternMissing;

LECTERN_AVAILABLE_IN_1_0
GType lectern_missing_get_type (void) G_GNUC_CONST;

LECTERN_AVAILABLE_IN_1_0
GType lectern_fill_options_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternFillOptions *lectern_fill_options_new (void);
LECTERN_AVAILABLE_IN_1_0
LecternFillOptions *lectern_fill_options_ref (LecternFillOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_fill_options_unref (LecternFillOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_fill_options_set_missing (LecternFillOptions *options, LecternMissing missing);
LECTERN_AVAILABLE_IN_1_0
LecternMissing lectern_fill_options_get_missing (LecternFillOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_fill_options_set_keep_slots (LecternFillOptions *options, gboolean keep_slots);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_fill_options_get_keep_slots (LecternFillOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_fill_options_set_strict (LecternFillOptions *options, gboolean strict);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_fill_options_get_strict (LecternFillOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_fill_options_set_fragments (LecternFillOptions *options, LecternFragments *fragments);
LECTERN_AVAILABLE_IN_1_0
LecternFragments *lectern_fill_options_get_fragments (LecternFillOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_fill_options_set_max_nesting (LecternFillOptions *options, guint max_nesting);
LECTERN_AVAILABLE_IN_1_0
guint lectern_fill_options_get_max_nesting (LecternFillOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_fill_options_set_max_repetitions (LecternFillOptions *options, guint max_repetitions);
LECTERN_AVAILABLE_IN_1_0
guint lectern_fill_options_get_max_repetitions (LecternFillOptions *options);
LECTERN_AVAILABLE_IN_1_0
void lectern_fill_options_set_max_output (LecternFillOptions *options, gsize max_output);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_fill_options_get_max_output (LecternFillOptions *options);

LECTERN_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LecternTemplate, lectern_template, LECTERN, TEMPLATE, GObject)

LECTERN_AVAILABLE_IN_1_0
LecternTemplate *lectern_template_new (LecternDocument *document, LecternBindings *bindings,
                                       GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_template_get_document (LecternTemplate *self);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_template_list_fields (LecternTemplate *self);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_template_fill (LecternTemplate *self, LecternValues *values,
                                        LecternFillOptions *options, LecternReport **report,
                                        GCancellable *cancellable, GError **error);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_template_fill_to_text (LecternTemplate *self, LecternValues *values,
                                       LecternFillOptions *options, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_document_fill (LecternDocument *document, LecternValues *values,
                                        LecternFillOptions *options, GCancellable *cancellable,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternFillOptions, lectern_fill_options_unref)

G_END_DECLS
