/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

#include <string.h>

/* How many letters must be put in, taken out or exchanged to get from one word to the other. */
static guint
count_changes (const char *a, const char *b)
{
  guint8 row[32];
  gsize a_length = strlen (a), b_length = strlen (b);

  if (a_length >= sizeof row || b_length >= sizeof row)
    return G_MAXUINT;
  for (gsize j = 0; j <= b_length; j++)
    row[j] = (guint8)j;
  for (gsize i = 1; i <= a_length; i++)
    {
      guint8 diagonal = row[0];

      row[0] = (guint8)i;
      for (gsize j = 1; j <= b_length; j++)
        {
          guint8 above = row[j];
          guint8 changed = (guint8)(diagonal + (a[i - 1] != b[j - 1]));

          row[j] = MIN (changed, (guint8)(1 + MIN (above, row[j - 1])));
          diagonal = above;
        }
    }
  return row[b_length];
}

const char *
lectern_cli_find_nearest (const char *name, const char *const *names)
{
  const char *nearest = NULL;
  guint least = 4;

  for (; *names != NULL; names++)
    {
      guint changes = g_str_has_prefix (*names, name) ? 0 : count_changes (name, *names);

      if (changes < least)
        {
          least = changes;
          nearest = *names;
        }
    }
  return nearest;
}
