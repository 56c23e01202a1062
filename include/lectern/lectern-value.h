/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-node.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_VALUE      (lectern_value_get_type ())
#define LECTERN_TYPE_VALUE_TYPE (lectern_value_type_get_type ())

typedef enum
{
  LECTERN_VALUE_TEXT,
  LECTERN_VALUE_INTEGER,
  LECTERN_VALUE_DECIMAL,
  LECTERN_VALUE_PERCENT,
  LECTERN_VALUE_DATE,
  LECTERN_VALUE_ORDINAL,
  LECTERN_VALUE_PERSON,
  LECTERN_VALUE_LIST,
  LECTERN_VALUE_RECORD
} LecternValueType;

LECTERN_AVAILABLE_IN_1_0
GType lectern_value_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
GType lectern_value_type_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_text (const char *text, gssize length);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_from_bytes (GBytes *text);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_integer (gint64 integer);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_decimal (const char *digits, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_percent (const char *digits, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_date (guint year, guint month, guint day, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_ordinal (guint ordinal);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_person (const char *name, const char *surname, const char *post);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_list (GPtrArray *items);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_record (LecternValues *record);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_from_variant (GVariant *variant, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_new_from_string (const char *kind, const char *text, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_ref (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
void lectern_value_unref (LecternValue *value);

LECTERN_AVAILABLE_IN_1_0
LecternValueType lectern_value_get_value_type (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_value_get_text (LecternValue *value, gsize *length);
LECTERN_AVAILABLE_IN_1_0
char *lectern_value_dup_text (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_value_to_bytes (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_value_to_form (LecternValue *value, LecternNode *placeholder, const char *form,
                               GError **error);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_value_get_integer (LecternValue *value, gint64 *integer);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_value_get_digits (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_value_get_date (LecternValue *value, guint *year, guint *month, guint *day);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_value_get_name (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_value_get_surname (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_value_get_post (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
guint lectern_value_get_n_items (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
LecternValue *lectern_value_get_item (LecternValue *value, guint n);
LECTERN_AVAILABLE_IN_1_0
LecternValues *lectern_value_get_record (LecternValue *value);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_value_equal (LecternValue *a, LecternValue *b);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_value_compare (LecternValue *a, LecternValue *b, int *order, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternValue, lectern_value_unref)

G_END_DECLS
