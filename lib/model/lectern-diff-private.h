/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The difference between two rows of tokens. */

/* Tokens of one row that stand in place of tokens of the other. */
typedef struct
{
  guint32 a, a_end, b, b_end;
} LecternDiffBox;

typedef void (*LecternDiffFunc) (const LecternDiffBox *box, gpointer data);

/* Calls `func` for each stretch that differs, in order; neighbours are one stretch. Where the two
 * differ in too many places the search is given up and the whole stretch replaced, so that time
 * stays linear. */
void _lectern_diff (const guint32 *a, guint32 n, const guint32 *b, guint32 m, LecternDiffFunc func,
                    gpointer data);
