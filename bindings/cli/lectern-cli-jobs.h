/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* Jobs that a thread may be ahead of those that are taken, so that a long one holds up nobody. */
#define LECTERN_CLI_JOBS_AHEAD 4u

/* What is done for one file, or one row. */
typedef struct
{
  const char *path; /* NULL for what is no file */
  guint number;     /* from 0 */
  GString *output;
  GString *complaints; /* for the standard error */
  gpointer result;     /* whatever one step leaves for the next; the taker frees it */
} LecternCliJob;

/* `work` is called in any thread, for several files at once; `take` in the calling thread, for one
 * file after another in their order. */
typedef void (*LecternCliWork) (LecternCliJob *job, gpointer user_data);
typedef void (*LecternCliTake) (LecternCliJob *job, gpointer user_data);

/* What there is to do comes from `next`, called in the calling thread until it returns FALSE; what
 * it complains of is told with the job. `show`, before each job is waited for, may be NULL. */
typedef gboolean (*LecternCliNext) (LecternCliJob *job, gpointer user_data);
typedef void (*LecternCliShow) (guint number, gpointer user_data);

typedef struct
{
  LecternCliNext next;
  LecternCliWork work;
  LecternCliTake take;
  LecternCliShow show;
  gpointer user_data;
} LecternCliStream;

/* Works on all there is with so many threads. No more than some jobs for each thread are begun
 * before they are taken, so memory does not grow with their number. */
void lectern_cli_run_stream (const LecternCliStream *stream, guint n_threads);

/* The same for files; shows how far it is. */
void lectern_cli_run_jobs (const char *const *files, guint n_threads, LecternCliWork work,
                           LecternCliTake take, gpointer user_data);
