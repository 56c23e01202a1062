/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-document.h>
#include <lectern/lectern-value.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_FIELD    (lectern_field_get_type ())
#define LECTERN_TYPE_BINDINGS (lectern_bindings_get_type ())

LECTERN_AVAILABLE_IN_1_0
GType lectern_field_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternField *lectern_field_ref (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
void lectern_field_unref (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_field_get_name (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_field_get_kind (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_field_get_part (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_field_get_unit (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_field_get_default (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_field_get_group (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_field_get_sample (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_field_is_bound (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
guint lectern_field_get_n_places (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
guint lectern_field_get_n_slots (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_field_list_slots (LecternField *field);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_field_new_value (LecternField *field, const char *text);

LECTERN_AVAILABLE_IN_1_0
GType lectern_bindings_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternBindings *lectern_bindings_new (void);
LECTERN_AVAILABLE_IN_1_0
LecternBindings *lectern_bindings_new_proposed (LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
LecternBindings *lectern_bindings_new_from_key_file (GKeyFile *key_file, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternBindings *lectern_bindings_ref (LecternBindings *bindings);
LECTERN_AVAILABLE_IN_1_0
void lectern_bindings_unref (LecternBindings *bindings);
LECTERN_AVAILABLE_IN_1_0
GKeyFile *lectern_bindings_to_key_file (LecternBindings *bindings);
LECTERN_AVAILABLE_IN_1_0
void lectern_bindings_bind_slot (LecternBindings *bindings, const char *name,
                                 LecternNode *placeholder);
LECTERN_AVAILABLE_IN_1_0
void lectern_bindings_bind_group (LecternBindings *bindings, const char *name, const char *group);
LECTERN_AVAILABLE_IN_1_0
void lectern_bindings_bind_kind (LecternBindings *bindings, const char *name, const char *kind,
                                 const char *part, const char *unit);
LECTERN_AVAILABLE_IN_1_0
void lectern_bindings_bind_declared (LecternBindings *bindings, const char *name,
                                     const char *declared);
LECTERN_AVAILABLE_IN_1_0
void lectern_bindings_set_default (LecternBindings *bindings, const char *name, const char *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_bindings_set_form (LecternBindings *bindings, const char *name, const char *form);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_bindings_list_fields (LecternBindings *bindings, LecternDocument *document);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_bindings_list_lost (LecternBindings *bindings, LecternDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternField, lectern_field_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternBindings, lectern_bindings_unref)

G_END_DECLS
