/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli-pattern.h"
#include "lectern-cli-rows.h"

/* One file for each row: mail merge. */
typedef struct
{
  LecternCliRows *rows;
  const LecternCliPattern *pattern;
  /* What the file of a row holds. Called in several threads at once. NULL and an error where it
   * cannot be made; then `*name` may be set to the name of the value that is the reason, for the
   * caller to free. */
  GBytes *(*render) (LecternValues *values, char **name, gpointer user_data, GError **error);
  gpointer user_data;
  guint n_threads;
  gboolean resume;  /* files that are there and hold what they should are done */
  gboolean force;   /* files that are there are replaced */
  gboolean dry_run; /* the names are printed and nothing is written */
} LecternCliMerge;

/* Goes on after a row that fails, and stops where nothing more can be written. */
int lectern_cli_merge (const LecternCliMerge *merge);
