/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Whether the bytes are UTF-8 (NUL is a character like any other); if not, `bad_offset` is the
 * offset of the first byte that is part of no valid sequence. */
gboolean _lectern_utf8_check (const char *text, gsize length, gsize *bad_offset);

/* The same by way of one of the kernels that this machine can run (0 is the plain one); for tests.
 */
guint _lectern_utf8_count_kernels (void);
gboolean _lectern_utf8_check_with (guint kernel, const char *text, gsize length, gsize *bad_offset);
