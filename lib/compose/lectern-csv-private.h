/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Writes a table as CSV (RFC 4180): cells parted by commas, quoted where a comma, a quote, a line
 * end or a blank at an end stands in them; rows ended by CRLF. */
typedef struct
{
  GString *out;
  gboolean begun; /* the row has a cell */
} LecternCsv;

void _lectern_csv_add (LecternCsv *csv, const char *cell, gsize length);
void _lectern_csv_end_row (LecternCsv *csv);
