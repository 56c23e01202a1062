/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli-fill.h"

/* What a template is filled with where the values are rows, and where that goes. */
typedef struct
{
  const char *values;    /* the file of rows */
  const char *format;    /* csv or json; NULL: by the name */
  const char *encoding;  /* NULL: judged by the file */
  const char *separator; /* one character, or `tab`; NULL: by the name */
  const char *output;    /* a pattern */
  const LecternCliTarget *target;
  LecternFillOptions *options;
  int n_jobs; /* 0: as many as there are processors */
  gboolean resume;
  gboolean force;
  gboolean dry_run;
} LecternCliFillRows;

/* Whether a file of values is one of rows, by its name or by its format. */
gboolean lectern_cli_is_rows (const char *path, const char *format);

/* One file for each row. */
int lectern_cli_fill_rows (LecternCliFill *fill, const LecternCliFillRows *options);

/* Takes over the values of a file that has only one row. How that ended, as the command does. */
int lectern_cli_fill_read_row (LecternCliFill *fill, const LecternCliFillRows *options);
