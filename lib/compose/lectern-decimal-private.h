/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Exact decimal numbers, kept as digits, because binary fractions round (0.1) and GLib has no
 * decimals: `-12.50`, no leading zero but one before the point, zeros at the end as written. */

/* Digits of a number, more than a double can need; what is longer is refused. */
#define LECTERN_DECIMAL_MAX 400

/* Appends what is written at the start of `text` in that shape and returns the bytes read, 0 for
 * none: digits of both widths, a sign, groups of three (1,234), an exponent where `exponent`. */
gsize _lectern_decimal_read (GString *out, const char *text, gsize length, gboolean exponent);

/* Appends the number times ten to the power of `places`, without zeros that say nothing at the end
 * of its fraction. FALSE where it gets too long. */
gboolean _lectern_decimal_append_shifted (GString *out, const char *digits, int places);

/* Less, equal, greater: -1, 0, 1. */
int _lectern_decimal_compare (const char *a, const char *b);

/* Whether it is nearer to zero than one is. */
gboolean _lectern_decimal_is_fraction (const char *digits);

/* Whether it is a whole number that fits. */
gboolean _lectern_decimal_to_integer (const char *digits, gint64 *integer);
