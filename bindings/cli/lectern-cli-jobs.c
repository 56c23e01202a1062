/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-jobs.h"

typedef struct
{
  LecternCliJob job;
  gboolean done; /* guarded by the mutex */
} Slot;

typedef struct
{
  const LecternCliStream *stream;
  GMutex mutex;
  GCond changed;
} Shared;

/* FALSE where there is no job any more. */
static gboolean
start_job (LecternCliJob *job, guint number, const LecternCliStream *stream)
{
  gboolean more;

  *job = (LecternCliJob){ .number = number };
  job->output = g_string_new (NULL);
  job->complaints = g_string_new (NULL);
  lectern_cli_collect_complaints (job->complaints);
  more = stream->next (job, stream->user_data);
  lectern_cli_collect_complaints (NULL);
  if (more)
    return TRUE;
  g_string_free (job->output, TRUE);
  g_string_free (job->complaints, TRUE);
  return FALSE;
}

static void
do_job (LecternCliJob *job, const LecternCliStream *stream)
{
  lectern_cli_collect_complaints (job->complaints);
  stream->work (job, stream->user_data);
  lectern_cli_collect_complaints (NULL);
}

static void
end_job (LecternCliJob *job, const LecternCliStream *stream)
{
  stream->take (job, stream->user_data);
  g_string_free (job->output, TRUE);
  g_string_free (job->complaints, TRUE);
}

static void
show (guint number, const LecternCliStream *stream)
{
  if (stream->show != NULL)
    stream->show (number, stream->user_data);
}

/* --- threads -------------------------------------------------------------------------------- */

static void
do_slot (gpointer data, gpointer user_data)
{
  Slot *slot = data;
  Shared *shared = user_data;

  do_job (&slot->job, shared->stream);
  g_mutex_lock (&shared->mutex);
  slot->done = TRUE;
  g_cond_signal (&shared->changed);
  g_mutex_unlock (&shared->mutex);
}

static void
wait_for (Slot *slot, Shared *shared)
{
  g_mutex_lock (&shared->mutex);
  while (!slot->done)
    g_cond_wait (&shared->changed, &shared->mutex);
  g_mutex_unlock (&shared->mutex);
}

/* A ring of slots: the job `i` has the slot `i` modulo their number. */
static void
run_threads (guint n_threads, Shared *shared)
{
  guint n_slots = n_threads * LECTERN_CLI_JOBS_AHEAD;
  g_autofree Slot *slots = g_new0 (Slot, n_slots);
  GThreadPool *pool = g_thread_pool_new (do_slot, shared, (int)n_threads, FALSE, NULL);
  gboolean more = TRUE;
  guint n_pushed = 0;

  for (guint i = 0; more || i < n_pushed; i++)
    {
      Slot *slot = &slots[i % n_slots];

      for (; more && n_pushed - i < n_slots; n_pushed++)
        {
          Slot *next = &slots[n_pushed % n_slots];

          next->done = FALSE;
          more = start_job (&next->job, n_pushed, shared->stream);
          if (!more)
            break;
          g_thread_pool_push (pool, next, NULL);
        }
      if (i == n_pushed)
        break;
      show (i, shared->stream);
      wait_for (slot, shared);
      end_job (&slot->job, shared->stream);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
}

void
lectern_cli_run_stream (const LecternCliStream *stream, guint n_threads)
{
  Shared shared = { .stream = stream };
  LecternCliJob job;

  if (n_threads > 1)
    {
      g_mutex_init (&shared.mutex);
      g_cond_init (&shared.changed);
      run_threads (n_threads, &shared);
      g_mutex_clear (&shared.mutex);
      g_cond_clear (&shared.changed);
    }
  else
    for (guint i = 0; start_job (&job, i, stream); i++)
      {
        show (i, stream);
        do_job (&job, stream);
        end_job (&job, stream);
      }
  lectern_cli_hide_progress ();
}

/* --- files ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *const *files;
  guint n;
  LecternCliWork work;
  LecternCliTake take;
  gpointer user_data;
} Files;

static gboolean
next_file (LecternCliJob *job, gpointer user_data)
{
  Files *files = user_data;

  job->path = files->files[job->number];
  return job->path != NULL;
}

static void
work_on_file (LecternCliJob *job, gpointer user_data)
{
  Files *files = user_data;

  files->work (job, files->user_data);
}

static void
take_file (LecternCliJob *job, gpointer user_data)
{
  Files *files = user_data;

  files->take (job, files->user_data);
}

static void
show_file (guint number, gpointer user_data)
{
  Files *files = user_data;

  lectern_cli_show_progress (number, files->n, files->files[number]);
}

void
lectern_cli_run_jobs (const char *const *files, guint n_threads, LecternCliWork work,
                      LecternCliTake take, gpointer user_data)
{
  Files all = { files, g_strv_length ((char **)files), work, take, user_data };
  LecternCliStream stream = { next_file, work_on_file, take_file, show_file, &all };

  lectern_cli_run_stream (&stream, MIN (all.n, n_threads));
}
