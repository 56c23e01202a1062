/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <gio/gio.h>
#include <lectern/lectern-finding.h>
#include <lectern/lectern-numbering.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_PROFILE (lectern_profile_get_type ())

/* The name under which a house profile is looked for. */
#define LECTERN_PROFILE_NAME ".lectern.ini"

/* Characters in a minute: what a profile says that says nothing. */
#define LECTERN_DEFAULT_RATE 200

LECTERN_AVAILABLE_IN_1_0
GType lectern_profile_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternProfile *lectern_profile_new (void);
LECTERN_AVAILABLE_IN_1_0
LecternProfile *lectern_profile_new_from_data (const char *data, gssize length, const char *name,
                                               GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternProfile *lectern_profile_new_from_file (GFile *file, GCancellable *cancellable,
                                               GError **error);
LECTERN_AVAILABLE_IN_1_0
GFile *lectern_profile_find (GFile *file);
LECTERN_AVAILABLE_IN_1_0
LecternProfile *lectern_profile_ref (LecternProfile *profile);
LECTERN_AVAILABLE_IN_1_0
void lectern_profile_unref (LecternProfile *profile);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_profile_get_name (LecternProfile *profile);
LECTERN_AVAILABLE_IN_1_0
const char *const *lectern_profile_get_codes (LecternProfile *profile);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_profile_get_severity (LecternProfile *profile, const char *code,
                                       LecternSeverity *severity);
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_profile_get_numbering (LecternProfile *profile, guint level);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_profile_get_numerals (LecternProfile *profile);
LECTERN_AVAILABLE_IN_1_0
LecternWidth lectern_profile_get_punctuation (LecternProfile *profile);
LECTERN_AVAILABLE_IN_1_0
guint lectern_profile_get_rate (LecternProfile *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternProfile, lectern_profile_unref)

G_END_DECLS
