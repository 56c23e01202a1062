/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-document.h>
#include <lectern/lectern-values.h>

G_BEGIN_DECLS

typedef struct _LecternGeneralization LecternGeneralization;

#define LECTERN_TYPE_GENERALIZATION (lectern_generalization_get_type ())

LECTERN_AVAILABLE_IN_1_0
GType lectern_generalization_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternGeneralization *lectern_generalization_new (GPtrArray *documents, GCancellable *cancellable,
                                                   GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternGeneralization *lectern_generalization_ref (LecternGeneralization *generalization);
LECTERN_AVAILABLE_IN_1_0
void lectern_generalization_unref (LecternGeneralization *generalization);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_generalization_get_template (LecternGeneralization *generalization);
LECTERN_AVAILABLE_IN_1_0
guint lectern_generalization_get_n_rows (LecternGeneralization *generalization);
LECTERN_AVAILABLE_IN_1_0
guint lectern_generalization_get_n_fields (LecternGeneralization *generalization);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_generalization_get_name (LecternGeneralization *generalization, guint field);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_generalization_get_kind (LecternGeneralization *generalization, guint field);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_generalization_get_value (LecternGeneralization *generalization, guint row,
                                          guint field);
LECTERN_AVAILABLE_IN_1_0
LecternValues *lectern_generalization_dup_values (LecternGeneralization *generalization, guint row);
LECTERN_AVAILABLE_IN_1_0
double lectern_generalization_get_similarity (LecternGeneralization *generalization);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_generalization_to_csv (LecternGeneralization *generalization);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternGeneralization, lectern_generalization_unref)

G_END_DECLS
