/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli-decoder.h"

/* Limits, so that a file that was made by mistake or with intent takes neither memory nor time. */
#define LECTERN_CLI_MAX_COLUMNS    16384u /* as many as a spreadsheet has */
#define LECTERN_CLI_MAX_CELL_BYTES ((gsize)1 << 20)
#define LECTERN_CLI_MAX_ROW_BYTES  ((gsize)1 << 24)

/* Where something stands in the text: from 1, columns in characters. */
typedef struct
{
  guint64 line;
  guint64 column;
} LecternCliPlace;

typedef struct
{
  gsize start; /* in the text of the record */
  gsize length;
  LecternCliPlace place;
} LecternCliCell;

/* A line of the table, or several where line ends stand in quotes. */
typedef struct
{
  GString *text; /* of the cells, one after another; may hold NUL */
  GArray *cells; /* of LecternCliCell, no more than are expected */
  guint64 n_cells;
  LecternCliPlace place;
  LecternCliPlace surplus; /* the first cell that was not expected */
  LecternCliPlace end;
  char *fault; /* what is wrong with it, translated, or NULL */
  LecternCliPlace fault_place;
} LecternCliRecord;

/* Comma separated values after RFC 4180, strictly; records end with CR, LF or CR LF. A record with
 * a fault is given with it, and the next one begins where it ends. */
typedef struct _LecternCliCsv LecternCliCsv;

/* The reader takes the decoder. */
LecternCliCsv *lectern_cli_csv_new (LecternCliDecoder *decoder, char separator);
void lectern_cli_csv_free (LecternCliCsv *csv);

/* Cells beyond the first `n` are counted and not kept: at the beginning LECTERN_CLI_MAX_COLUMNS. */
void lectern_cli_csv_expect (LecternCliCsv *csv, guint n);

/* The next record, borrowed until the next call, or NULL at the end; then `*message` is why the
 * file cannot be read on at `*place`, or NULL. */
const LecternCliRecord *lectern_cli_csv_next (LecternCliCsv *csv, char **message,
                                              LecternCliPlace *place);

double lectern_cli_csv_get_share (const LecternCliCsv *csv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliCsv, lectern_cli_csv_free)
