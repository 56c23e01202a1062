/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-csv-private.h"

#include <string.h>

static gboolean
needs_quotes (const char *cell, gsize length)
{
  if (length == 0)
    return FALSE;
  if (g_ascii_isspace (cell[0]) || g_ascii_isspace (cell[length - 1])
      || memcmp (cell, "\357\273\277", MIN (length, 3)) == 0)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if (cell[i] == ',' || cell[i] == '"' || cell[i] == '\n' || cell[i] == '\r')
      return TRUE;
  return FALSE;
}

void
_lectern_csv_add (LecternCsv *csv, const char *cell, gsize length)
{
  gboolean quoted = needs_quotes (cell, length);

  if (csv->begun)
    g_string_append_c (csv->out, ',');
  csv->begun = TRUE;
  if (!quoted)
    {
      g_string_append_len (csv->out, cell, (gssize)length);
      return;
    }
  g_string_append_c (csv->out, '"');
  for (gsize i = 0; i < length; i++)
    {
      if (cell[i] == '"')
        g_string_append_c (csv->out, '"');
      g_string_append_c (csv->out, cell[i]);
    }
  g_string_append_c (csv->out, '"');
}

void
_lectern_csv_end_row (LecternCsv *csv)
{
  g_string_append (csv->out, "\r\n");
  csv->begun = FALSE;
}
