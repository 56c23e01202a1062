/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-merge.h"
#include "lectern-cli-claims.h"
#include "lectern-cli-folder.h"
#include "lectern-cli-jobs.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* How it stands with a row. */
typedef enum
{
  ROW_FAILED, /* and it was said why */
  ROW_READ,
  ROW_WRITTEN, /* a draft: it has no name yet */
  ROW_THERE,   /* the file was there already */
  ROW_STOPS    /* it failed, and so would all others */
} RowState;

typedef struct
{
  LecternCliRow row;
  RowState state;
  char *name; /* of the file, in the folder */
  LecternCliDraft draft;
  gboolean replace;
  GString *complaints;
} Row;

/* Rows that go from thread to thread together: handing one over costs as much as filling it. */
#define BATCH_ROWS 8u
/* Files that are open beside those of rows, at most. */
#define OTHER_FILES 32u

typedef struct
{
  Row rows[BATCH_ROWS];
  guint n_rows;
} Batch;

typedef struct
{
  const LecternCliMerge *merge;
  LecternCliFolder *folder;
  LecternCliClaims *claims;
  gboolean ended;
  gboolean stopped;
  guint n_written;
  guint n_there;
  guint n_failed;
} Run;

static void
complain_of_row (const Run *run, const Row *row, const char *name, const char *message)
{
  const LecternCliRows *rows = run->merge->rows;

  lectern_cli_rows_complain (rows, row->row.number,
                             lectern_cli_rows_find_place (rows, &row->row, name), name, message);
}

static void G_GNUC_PRINTF (3, 4)
    complain_of_file (const Run *run, const Row *row, const char *format, ...)
{
  g_autofree char *path = lectern_cli_pattern_dup_path (run->merge->pattern, row->name);
  g_autofree char *message = NULL;
  g_autofree char *whole = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  whole = g_strdup_printf ("%s: %s", path, message);
  complain_of_row (run, row, NULL, whole);
}

static void
complain_of_errno (const Run *run, const Row *row)
{
  g_autofree char *message = lectern_cli_translate_message (g_strerror (errno));

  if (errno == ENOTDIR || errno == ELOOP)
    complain_of_file (run, row, "%s", _ ("no folder, or a symbolic link to one"));
  else
    complain_of_file (run, row, "%s", message);
}

/* --- reading -------------------------------------------------------------------------------- */

/* Finds the name of the file, which no other row has. */
static RowState
name_file (Run *run, Row *row)
{
  g_autofree char *message = NULL;
  const char *name;
  guint holder;

  row->name = lectern_cli_pattern_expand (run->merge->pattern, row->row.number, row->row.values,
                                          &name, &message);
  if (row->name == NULL)
    {
      complain_of_row (run, row, name, message);
      return ROW_FAILED;
    }
  if (!lectern_cli_claims_add (run->claims, row->name, row->row.number, &holder))
    return ROW_STOPS;
  if (holder == row->row.number)
    return ROW_READ;
  complain_of_file (run, row, _ ("row %u calls its file so already (capitals do not count)"),
                    holder);
  return ROW_FAILED;
}

/* FALSE where there is none any more. */
static gboolean
read_row (Run *run, Row *row)
{
  row->draft.fd = -1;
  row->complaints = g_string_new (NULL);
  lectern_cli_collect_complaints (row->complaints);
  switch (lectern_cli_rows_next (run->merge->rows, &row->row))
    {
    case LECTERN_CLI_ROWS_ROW:
      row->state = name_file (run, row);
      break;
    case LECTERN_CLI_ROWS_BAD:
      row->state = ROW_FAILED;
      break;
    case LECTERN_CLI_ROWS_END:
      run->ended = TRUE;
      g_string_free (row->complaints, TRUE);
      return FALSE;
    case LECTERN_CLI_ROWS_FAILED:
    default:
      row->state = ROW_STOPS;
    }
  run->ended = row->state == ROW_STOPS;
  return TRUE;
}

static gboolean
next (LecternCliJob *job, gpointer user_data)
{
  Run *run = user_data;
  Batch *batch = g_new0 (Batch, 1);

  while (!run->ended && !run->stopped && batch->n_rows < BATCH_ROWS
         && read_row (run, &batch->rows[batch->n_rows]))
    batch->n_rows++;
  lectern_cli_collect_complaints (NULL);
  job->result = batch;
  if (batch->n_rows == 0)
    g_clear_pointer (&job->result, g_free);
  return job->result != NULL;
}

/* --- work ----------------------------------------------------------------------------------- */

/* Whether the file is to be written, by what is there. */
static RowState
judge (const Run *run, Row *row, GBytes *bytes)
{
  const LecternCliMerge *merge = run->merge;

  switch (lectern_cli_folder_look (run->folder, row->name, bytes))
    {
    case LECTERN_CLI_PRESENCE_ABSENT:
      return ROW_READ;
    case LECTERN_CLI_PRESENCE_SAME:
      if (merge->resume || merge->force)
        return ROW_THERE;
      break;
    case LECTERN_CLI_PRESENCE_PART:
      row->replace = merge->resume || merge->force;
      break;
    case LECTERN_CLI_PRESENCE_OTHER:
      row->replace = merge->force;
      break;
    case LECTERN_CLI_PRESENCE_NO_FILE:
      complain_of_file (run, row, "%s", _ ("there is something that is no file"));
      return ROW_FAILED;
    case LECTERN_CLI_PRESENCE_FAILED:
    default:
      complain_of_errno (run, row);
      return ROW_FAILED;
    }
  if (row->replace)
    return ROW_READ;
  if (merge->resume)
    complain_of_file (run, row, "%s",
                      _ ("there is a file that holds something else; --force replaces it"));
  else
    complain_of_file (run, row, "%s",
                      _ ("there is a file; --resume keeps it if it is whole, --force replaces it"));
  return ROW_FAILED;
}

static void
work_on_row (Run *run, Row *row)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (row->state != ROW_READ)
    return;
  bytes = run->merge->render (row->row.values, &name, run->merge->user_data, &error);
  if (bytes == NULL)
    {
      g_autofree char *message = lectern_cli_translate_message (error->message);

      complain_of_row (run, row, name, message);
      row->state = ROW_FAILED;
      return;
    }
  row->state = judge (run, row, bytes);
  if (row->state != ROW_READ || run->merge->dry_run)
    return;
  row->state = ROW_WRITTEN;
  if (!lectern_cli_folder_write (run->folder, bytes, &row->draft))
    {
      complain_of_errno (run, row);
      row->state = ROW_STOPS;
    }
}

static void
work (LecternCliJob *job, gpointer user_data)
{
  Batch *batch = job->result;

  for (guint i = 0; i < batch->n_rows; i++)
    {
      lectern_cli_collect_complaints (batch->rows[i].complaints);
      work_on_row (user_data, &batch->rows[i]);
    }
  lectern_cli_collect_complaints (NULL);
}

/* --- the end of a row ------------------------------------------------------------------------ */

/* Whether the reason lies in the name of this file, so that others may go. */
static gboolean
concerns_one_file (int code)
{
  static const int codes[] = { EEXIST, ENAMETOOLONG, ENOTDIR, ELOOP,  EISDIR, EACCES,
                               EPERM,  EXDEV,        EINVAL,  EILSEQ, EBUSY,  ETXTBSY };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i] == code)
      return TRUE;
  return FALSE;
}

static RowState
publish (Run *run, Row *row)
{
  if (lectern_cli_folder_publish (run->folder, &row->draft, row->name, row->replace))
    return ROW_WRITTEN;
  row->state = concerns_one_file (errno) ? ROW_FAILED : ROW_STOPS;
  complain_of_errno (run, row);
  return row->state;
}

static void
print_name (const Run *run, const Row *row)
{
  g_autofree char *path = lectern_cli_pattern_dup_path (run->merge->pattern, row->name);
  g_autofree char *line = g_strconcat (path, "\n", NULL);

  lectern_cli_print_string (line);
}

static void
take_row (Run *run, Row *row)
{
  lectern_cli_collect_complaints (row->complaints);
  if (row->state == ROW_WRITTEN)
    row->state = publish (run, row);
  lectern_cli_collect_complaints (NULL);
  if (row->complaints->len > 0)
    lectern_cli_say (row->complaints->str);
  if (run->merge->dry_run && row->state != ROW_FAILED && row->state != ROW_STOPS)
    print_name (run, row);
  run->n_written += row->state == ROW_WRITTEN;
  run->n_there += row->state == ROW_THERE;
  run->n_failed += row->state == ROW_FAILED || row->state == ROW_STOPS;
  run->stopped = row->state == ROW_STOPS;
}

/* After the run was stopped, what has been begun is dropped without a word. */
static void
take (LecternCliJob *job, gpointer user_data)
{
  Run *run = user_data;
  Batch *batch = job->result;

  for (guint i = 0; i < batch->n_rows; i++)
    {
      Row *row = &batch->rows[i];

      if (!run->stopped)
        take_row (run, row);
      else if (row->state == ROW_WRITTEN)
        lectern_cli_folder_drop (run->folder, &row->draft);
      lectern_cli_row_clear (&row->row);
      g_string_free (row->complaints, TRUE);
      g_free (row->name);
    }
  g_free (batch);
}

static void
show (guint number, gpointer user_data)
{
  Run *run = user_data;

  lectern_cli_show_share (lectern_cli_rows_get_share (run->merge->rows),
                          run->n_written + run->n_there + run->n_failed,
                          lectern_cli_pattern_get_folder (run->merge->pattern));
}

/* Every row that is ahead of the others may hold a file open. */
static guint
limit_threads (guint n_threads)
{
  const guint each = LECTERN_CLI_JOBS_AHEAD * BATCH_ROWS;
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0)
    return 1;
  limit.rlim_cur = limit.rlim_max;
  if (setrlimit (RLIMIT_NOFILE, &limit) != 0 && getrlimit (RLIMIT_NOFILE, &limit) != 0)
    return 1;
  if (limit.rlim_cur < OTHER_FILES + each)
    return 1;
  return (guint)MIN (n_threads, (limit.rlim_cur - OTHER_FILES) / each);
}

/* --- the whole ------------------------------------------------------------------------------ */

static void
summarize (const Run *run)
{
  if (run->stopped)
    lectern_cli_complain (NULL, _ ("stopped; --resume goes on where this ends"));
  if (!run->merge->dry_run && (run->n_failed > 0 || run->n_there > 0 || isatty (STDERR_FILENO)))
    lectern_cli_complain (NULL, _ ("files written: %u; there already: %u; rows failed: %u"),
                          run->n_written, run->n_there, run->n_failed);
}

int
lectern_cli_merge (const LecternCliMerge *merge)
{
  const char *path = lectern_cli_pattern_get_folder (merge->pattern);
  Run run = { .merge = merge };
  LecternCliStream stream = { next, work, take, show, &run };

  run.claims = lectern_cli_claims_new ();
  if (run.claims != NULL)
    run.folder
        = merge->dry_run ? lectern_cli_folder_open_to_look (path) : lectern_cli_folder_open (path);
  if (run.folder != NULL)
    {
      lectern_cli_run_stream (&stream, limit_threads (merge->n_threads));
      if (!lectern_cli_folder_close (run.folder))
        {
          lectern_cli_complain_errno (path);
          run.n_failed++;
        }
      summarize (&run);
    }
  if (run.claims != NULL)
    lectern_cli_claims_free (run.claims);
  if (run.folder == NULL || !lectern_cli_flush () || run.n_failed > 0)
    return LECTERN_EXIT_FILE;
  return LECTERN_EXIT_OK;
}
