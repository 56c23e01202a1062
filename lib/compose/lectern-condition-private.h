/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* The conditions of a template, compiled: steps one after the other, each of which leaves a truth
 * on a stack or takes some off it. There is no loop and no call, so evaluation ends after as many
 * steps as there are. */
typedef struct _LecternCondition LecternCondition;

/* What a name stands for where the condition is asked; NULL where there is none. */
typedef LecternValue *(*LecternConditionLookup) (gpointer data, const char *name);

/* `text` is the condition as it stands in a directive. Fails with LECTERN_ERROR_TEMPLATE or
 * LECTERN_ERROR_LIMIT, and `*at` is then the byte of `text` that the message is about. */
LecternCondition *_lectern_condition_new (const char *text, gsize length, guint max_depth,
                                          gsize *at, GError **error);
void _lectern_condition_free (LecternCondition *condition);

/* Whether it holds. What cannot be compared (a date and a list) is not equal, not less and not
 * greater. `lookup` gives references. */
gboolean _lectern_condition_holds (const LecternCondition *condition, LecternConditionLookup lookup,
                                   gpointer data);

/* The names that it asks for, interned, in their order; one may be there twice. */
guint _lectern_condition_get_n_names (const LecternCondition *condition);
const char *_lectern_condition_get_name (const LecternCondition *condition, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCondition, _lectern_condition_free)
