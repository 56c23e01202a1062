/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* Sets an error in LECTERN_ERROR whose message begins "name:line:column: " and which knows the
 * position; `name` may be NULL, `position` may be NULL where there is none. */
void _lectern_set_error (GError **error, LecternError code, const char *name,
                         const LecternPosition *position, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
