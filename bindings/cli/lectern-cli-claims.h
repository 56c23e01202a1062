/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The names that were given so far. They are kept on disk, because there may be any number of them
 * and memory must not grow with it. */
typedef struct _LecternCliClaims LecternCliClaims;

/* NULL, and said so, where there is no place on disk. */
LecternCliClaims *lectern_cli_claims_new (void);
void lectern_cli_claims_free (LecternCliClaims *claims);

/* Gives a name to a row, from 1. `*holder` is that row, or the one that has it already; names that
 * differ only in case, or in how Unicode writes a letter with its accent, are one name, because
 * some file systems take them for one. FALSE, and said so, where the disk fails. */
gboolean lectern_cli_claims_add (LecternCliClaims *claims, const char *name, guint row,
                                 guint *holder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliClaims, lectern_cli_claims_free)
