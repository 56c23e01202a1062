/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Two rows of things laid beside each other: which of the one is which of the other. */

typedef struct
{
  guint one;
  guint other;
  gint before;   /* the pair before it in the longest row that it ends, -1 for none */
  gboolean kept; /* it is of the longest row that is in order on both sides */
} LecternPair;

/* Of pairs in the order of the one side, the most that are in the order of the other too. */
void _lectern_pairs_mark_longest_row (GArray *pairs);

/* How much speaks for a pair; 0 for nothing. */
typedef guint (*LecternWeighFunc) (guint one, guint other, gpointer data);

/* Adds the heaviest pairs of `n` things with `m` that are in order on both sides. Each is weighed
 * with each, so both are to be few. */
void _lectern_pairs_add_heaviest (GArray *pairs, guint n, guint m, LecternWeighFunc weigh,
                                  gpointer data);
