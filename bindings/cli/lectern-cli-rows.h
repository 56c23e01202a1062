/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli-csv.h"

#include <lectern/lectern.h>

/* Rows of values, from a table (CSV) or from JSON, read one after another, so that there may be
 * more of them than memory holds. What is wrong is said, with file, line, column and row. */
typedef struct _LecternCliRows LecternCliRows;

/* More rows than this are no mail merge but a mistake. */
#define LECTERN_CLI_MAX_ROWS 100000000u

typedef struct
{
  const char *format;    /* csv or json; NULL: by the ending of the name, otherwise csv */
  const char *encoding;  /* NULL: judged by the file */
  char separator;        /* 0: a tab in .tsv and .tab, otherwise a comma */
  LecternValues *common; /* what holds whatever a row says, or NULL */
  /* The field of a template that a column without a kind fills, or NULL; may be NULL itself. */
  LecternField *(*find_field) (const char *name, gpointer user_data);
  gpointer user_data;
} LecternCliRowsOptions;

typedef struct
{
  guint number; /* from 1; the header and empty lines are no rows */
  LecternCliPlace place;
  LecternCliPlace *places; /* of the cells, or NULL */
  LecternValues *values;
} LecternCliRow;

typedef enum
{
  LECTERN_CLI_ROWS_ROW,
  LECTERN_CLI_ROWS_BAD, /* this row is wrong, and has no values; there may be others */
  LECTERN_CLI_ROWS_END,
  LECTERN_CLI_ROWS_FAILED /* there is no way on */
} LecternCliRowsStep;

/* FALSE, and said so, where there is no such format. */
gboolean lectern_cli_rows_check_format (const char *format);
/* Whether the ending of a name says that there are rows in it. */
gboolean lectern_cli_rows_knows (const char *path);

LecternCliRows *lectern_cli_rows_open (const char *path, const LecternCliRowsOptions *options);
void lectern_cli_rows_free (LecternCliRows *rows);
LecternCliRowsStep lectern_cli_rows_next (LecternCliRows *rows, LecternCliRow *row);
void lectern_cli_row_clear (LecternCliRow *row);

/* The names of the columns, ended by NULL; NULL where every row has its own. */
const char *const *lectern_cli_rows_get_names (const LecternCliRows *rows);
/* How much of the file has been read, 0 to 1, or -1 where its size is not known. */
double lectern_cli_rows_get_share (const LecternCliRows *rows);

/* Where the cell of that name stands, or the row. */
LecternCliPlace lectern_cli_rows_find_place (const LecternCliRows *rows, const LecternCliRow *row,
                                             const char *name);

/* Says what is wrong at a place of a row; `name`, of a column, may be NULL. */
void lectern_cli_rows_complain (const LecternCliRows *rows, guint row, LecternCliPlace place,
                                const char *name, const char *message);
/* The same for an error of the library, translated. */
void lectern_cli_rows_complain_error (const LecternCliRows *rows, guint row, LecternCliPlace place,
                                      const char *name, const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliRows, lectern_cli_rows_free)
