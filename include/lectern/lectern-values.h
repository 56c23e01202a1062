/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-value.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_VALUES (lectern_values_get_type ())

/**
 * LecternValueResolver:
 * @values: the values that were asked
 * @name: the name that they do not have
 * @user_data: what was given with the resolver
 *
 * Finds a value that was not set. It is called in the thread that asks, and from several threads at
 * once where several ask.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where there is none
 */
typedef LecternValue *(*LecternValueResolver) (LecternValues *values, const char *name,
                                               gpointer user_data);

LECTERN_AVAILABLE_IN_1_0
GType lectern_values_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternValues *lectern_values_new (LecternValues *parent);
LECTERN_AVAILABLE_IN_1_0
LecternValues *lectern_values_new_from_variant (GVariant *variant, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternValues *lectern_values_new_from_key_file (GKeyFile *key_file, const char *group,
                                                 GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternValues *lectern_values_ref (LecternValues *values);
LECTERN_AVAILABLE_IN_1_0
void lectern_values_unref (LecternValues *values);

LECTERN_AVAILABLE_IN_1_0
LecternValues *lectern_values_get_parent (LecternValues *values);
LECTERN_AVAILABLE_IN_1_0
void lectern_values_set (LecternValues *values, const char *name, LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
void lectern_values_set_text (LecternValues *values, const char *name, const char *text);
LECTERN_AVAILABLE_IN_1_0
void lectern_values_set_resolver (LecternValues *values, LecternValueResolver resolver,
                                  gpointer user_data, GDestroyNotify destroy);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_values_lookup (LecternValues *values, const char *name);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_values_list_names (LecternValues *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternValues, lectern_values_unref)

G_END_DECLS
