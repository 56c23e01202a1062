/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli-rows.h"

/* What a kind of file does; its state begins with LecternCliRows. */
typedef struct
{
  const char *name;
  const char *const *endings; /* of the names of such files, ended by NULL */
  /* Takes the decoder; FALSE, and said so, where there is nothing to read. */
  gboolean (*start) (LecternCliRows *rows, LecternCliDecoder *decoder);
  LecternCliRowsStep (*next) (LecternCliRows *rows, LecternCliRow *row);
  double (*get_share) (const LecternCliRows *rows);
  void (*clear) (LecternCliRows *rows);
} LecternCliRowsType;

typedef struct
{
  char *name;
  const char *kind;    /* or NULL */
  LecternField *field; /* or NULL; borrowed */
  gboolean is_common;  /* what it says does not count */
} LecternCliColumn;

struct _LecternCliRows
{
  const LecternCliRowsType *type;
  LecternCliRowsOptions options;
  char *path;
  guint n_rows;
  LecternCliCsv *csv;
  LecternCliColumn *columns;
  const char **names;
  guint n_columns;
  gpointer json;
};

extern const LecternCliRowsType lectern_cli_rows_csv;
extern const LecternCliRowsType lectern_cli_rows_json;

/* Parts `NAME:KIND`; FALSE and a message, translated, where the kind is none. */
gboolean lectern_cli_column_init (LecternCliColumn *column, const LecternCliRows *rows,
                                  const char *head, gsize length, char **message);

/* The value that a text is in that column. */
LecternValue *lectern_cli_column_new_value (const LecternCliColumn *column, const char *text,
                                            gsize length, GError **error);
