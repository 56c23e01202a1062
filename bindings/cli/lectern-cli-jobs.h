/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* What is done for one file. */
typedef struct
{
  const char *path;
  guint number; /* of the file, from 0 */
  GString *output;
  GString *complaints; /* for the standard error */
  gpointer result;     /* whatever the work leaves for the taker, who frees it */
} LecternCliJob;

/* `work` is called in any thread, for several files at once; `take` in the calling thread, for one
 * file after another in their order. */
typedef void (*LecternCliWork) (LecternCliJob *job, gpointer user_data);
typedef void (*LecternCliTake) (LecternCliJob *job, gpointer user_data);

/* Works on all files with so many threads, and shows how far it is. No more than some files for
 * each thread are worked on before they are taken, so memory does not grow with their number. */
void lectern_cli_run_jobs (const char *const *files, guint n_threads, LecternCliWork work,
                           LecternCliTake take, gpointer user_data);
