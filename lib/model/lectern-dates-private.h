/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Finds the first date, or range of dates, in `text` (NUL-terminated UTF-8). */
gboolean _lectern_find_date (const char *text, gsize *start, gsize *end);
