/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-pairs-private.h"

#include <string.h>

void
_lectern_pairs_mark_longest_row (GArray *pairs)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint)); /* of rows by length */

  for (gint k = 0; k < (gint)pairs->len; k++)
    {
      LecternPair *this = &g_array_index (pairs, LecternPair, k);
      guint low = 0, high = ends->len;

      while (low < high)
        {
          guint middle = (low + high) / 2;
          gint end = g_array_index (ends, gint, middle);

          if (g_array_index (pairs, LecternPair, end).other < this->other)
            low = middle + 1;
          else
            high = middle;
        }
      this->before = low > 0 ? g_array_index (ends, gint, low - 1) : -1;
      this->kept = FALSE;
      if (low == ends->len)
        g_array_append_val (ends, k);
      else
        g_array_index (ends, gint, low) = k;
    }
  if (ends->len == 0)
    return;
  for (gint k = g_array_index (ends, gint, ends->len - 1); k >= 0;)
    {
      LecternPair *this = &g_array_index (pairs, LecternPair, k);

      this->kept = TRUE;
      k = this->before;
    }
}

typedef enum
{
  STEP_PAIR,
  STEP_ONE,
  STEP_OTHER
} Step;

void
_lectern_pairs_add_heaviest (GArray *pairs, guint n, guint m, LecternWeighFunc weigh, gpointer data)
{
  gsize width = (gsize)m + 1;
  g_autofree guint *before = g_new0 (guint, width), *row = g_new0 (guint, width);
  g_autofree guint8 *steps = g_new (guint8, width * n);

  /* From the end, so that the way can be read from the start. */
  for (guint i = n; i-- > 0; memcpy (before, row, width * sizeof *row))
    for (guint j = m; j-- > 0;)
      {
        guint weight = weigh (i, j, data), *cell = &row[j];
        guint8 *step = &steps[i * width + j];

        *cell = before[j];
        *step = STEP_ONE;
        if (row[j + 1] > *cell)
          *cell = row[j + 1], *step = STEP_OTHER;
        if (weight > 0 && before[j + 1] + weight >= *cell)
          *cell = before[j + 1] + weight, *step = STEP_PAIR;
      }
  for (guint i = 0, j = 0; i < n && j < m;)
    {
      Step step = steps[i * width + j];
      LecternPair pair = { i, j, -1, TRUE };

      if (step == STEP_PAIR)
        g_array_append_val (pairs, pair);
      i += step != STEP_OTHER;
      j += step != STEP_ONE;
    }
}
