/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-jobs.h"

/* Files that a thread may be ahead of those that are taken, so that a long one holds up nobody. */
#define AHEAD 4

typedef struct
{
  LecternCliJob job;
  gboolean done; /* guarded by the mutex */
} Slot;

typedef struct
{
  LecternCliWork work;
  gpointer user_data;
  GMutex mutex;
  GCond changed;
} Shared;

static void
start_job (LecternCliJob *job, const char *path, guint number)
{
  job->path = path;
  job->number = number;
  job->output = g_string_new (NULL);
  job->complaints = g_string_new (NULL);
  job->result = NULL;
}

static void
do_job (LecternCliJob *job, LecternCliWork work, gpointer user_data)
{
  lectern_cli_collect_complaints (job->complaints);
  work (job, user_data);
  lectern_cli_collect_complaints (NULL);
}

static void
end_job (LecternCliJob *job, LecternCliTake take, gpointer user_data)
{
  take (job, user_data);
  g_string_free (job->output, TRUE);
  g_string_free (job->complaints, TRUE);
}

static void
do_slot (gpointer data, gpointer user_data)
{
  Slot *slot = data;
  Shared *shared = user_data;

  do_job (&slot->job, shared->work, shared->user_data);
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

/* A ring of slots: the file `i` has the slot `i` modulo their number. */
static void
run_threads (const char *const *files, guint n, guint n_threads, LecternCliTake take,
             Shared *shared)
{
  guint n_slots = MIN (n, n_threads * AHEAD);
  g_autofree Slot *slots = g_new0 (Slot, n_slots);
  GThreadPool *pool = g_thread_pool_new (do_slot, shared, (int)n_threads, FALSE, NULL);
  guint n_pushed = 0;

  for (guint i = 0; i < n; i++)
    {
      Slot *slot = &slots[i % n_slots];

      for (; n_pushed < n && n_pushed < i + n_slots; n_pushed++)
        {
          Slot *next = &slots[n_pushed % n_slots];

          next->done = FALSE;
          start_job (&next->job, files[n_pushed], n_pushed);
          g_thread_pool_push (pool, next, NULL);
        }
      lectern_cli_show_progress (i, n, files[i]);
      wait_for (slot, shared);
      end_job (&slot->job, take, shared->user_data);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
}

void
lectern_cli_run_jobs (const char *const *files, guint n_threads, LecternCliWork work,
                      LecternCliTake take, gpointer user_data)
{
  Shared shared = { .work = work, .user_data = user_data };
  guint n = g_strv_length ((char **)files);

  if (MIN (n, n_threads) > 1)
    {
      g_mutex_init (&shared.mutex);
      g_cond_init (&shared.changed);
      run_threads (files, n, MIN (n, n_threads), take, &shared);
      g_mutex_clear (&shared.mutex);
      g_cond_clear (&shared.changed);
    }
  else
    for (guint i = 0; i < n; i++)
      {
        LecternCliJob job;

        lectern_cli_show_progress (i, n, files[i]);
        start_job (&job, files[i], i);
        do_job (&job, work, user_data);
        end_job (&job, take, user_data);
      }
  lectern_cli_hide_progress ();
}
