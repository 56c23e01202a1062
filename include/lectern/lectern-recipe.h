/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-fragments.h>
#include <lectern/lectern-template.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_RECIPE (lectern_recipe_get_type ())

LECTERN_AVAILABLE_IN_1_0
GType lectern_recipe_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternRecipe *lectern_recipe_new_from_key_file (GKeyFile *key_file, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternRecipe *lectern_recipe_ref (LecternRecipe *recipe);
LECTERN_AVAILABLE_IN_1_0
void lectern_recipe_unref (LecternRecipe *recipe);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_recipe_get_document (LecternRecipe *recipe);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_recipe_list_fields (LecternRecipe *recipe, LecternFragments *fragments);
LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_recipe_assemble (LecternRecipe *recipe, LecternFragments *fragments,
                                          LecternValues *values, LecternFillOptions *options,
                                          LecternReport **report, GCancellable *cancellable,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRecipe, lectern_recipe_unref)

G_END_DECLS
