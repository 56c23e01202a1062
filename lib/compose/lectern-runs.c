/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-runs-private.h"

#include "model/lectern-edits-private.h"

/* The changes, as LecternEdits keeps them, in arrays. */
typedef struct
{
  LecternRuns *runs;
  GPtrArray *replaced; /* LecternChange, by their places */
  GPtrArray *moved;
  GPtrArray *targets;
} Layout;

static GPtrArray *
list_changes (GSequence *sequence, gsize start, gsize end)
{
  GPtrArray *changes = g_ptr_array_new ();
  GSequenceIter *iter = g_sequence_get_begin_iter (sequence);

  for (; !g_sequence_iter_is_end (iter); iter = g_sequence_iter_next (iter))
    {
      LecternChange *change = g_sequence_get (iter);

      if (change->span.start >= start && change->span.end <= end)
        g_ptr_array_add (changes, change);
    }
  return changes;
}

static const LecternChange *
get_change (const GPtrArray *changes, guint n)
{
  return n < changes->len ? changes->pdata[n] : NULL;
}

/* The first change after what is put in at `at`. */
static guint
find_after (const GPtrArray *changes, gsize at)
{
  guint low = 0, high = changes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const LecternChange *change = changes->pdata[middle];

      if (change->span.start < at || change->span.end == at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
keep (LecternRuns *runs, gsize start, gsize end, guint scope)
{
  LecternRun run = { start, end, runs->edits->new_length, end - start, scope, TRUE };

  if (start == end)
    return;
  g_array_append_val (runs->runs, run);
  _lectern_edits_add_slice (runs->edits, start, end - start);
}

static void
replace (LecternRuns *runs, const LecternChange *change, guint scope)
{
  gsize length = g_bytes_get_size (change->text);
  gsize at = runs->edits->new_length;

  if (change->span.start == change->span.end)
    {
      LecternPut put = { change->span.start, at, length, scope };

      g_array_append_val (runs->puts, put);
    }
  else
    {
      LecternRun run = { change->span.start, change->span.end, at, length, scope, FALSE };

      g_array_append_val (runs->runs, run);
    }
  _lectern_edits_add_text (runs->edits, g_bytes_ref (change->text));
}

/* Lays out [start, end) with what is put in at its end; `next` is the first replacement there.
 * Gives the first after it. */
static guint
add_range (Layout *layout, gsize start, gsize end, guint scope, guint next)
{
  const LecternChange *change;

  for (; (change = get_change (layout->replaced, next)) != NULL; next++)
    {
      if (change->span.start > end
          || (change->span.start == end && change->span.end > change->span.start))
        break;
      keep (layout->runs, start, change->span.start, scope);
      replace (layout->runs, change, scope);
      start = change->span.end;
    }
  keep (layout->runs, start, end, scope);
  return next;
}

static void
lay_out (Layout *layout, gsize at, gsize end)
{
  guint replaced = 0, moved = 0, target = 0;
  gboolean more = TRUE;

  while (more)
    {
      const LecternChange *gone = get_change (layout->moved, moved);
      const LecternChange *here = get_change (layout->targets, target);
      gsize stop = end;

      more = gone != NULL || here != NULL;
      if (gone != NULL)
        stop = gone->span.start;
      if (here != NULL && here->span.start < stop)
        stop = here->span.start;
      replaced = add_range (layout, at, stop, 0, replaced);
      at = stop;
      for (; here != NULL && here->span.start == at; here = get_change (layout->targets, target))
        {
          target++;
          add_range (layout, here->moved.start, here->moved.end, target,
                     find_after (layout->replaced, here->moved.start));
        }
      if (gone != NULL && gone->span.start == at)
        {
          at = gone->span.end;
          replaced = find_after (layout->replaced, at);
          moved++;
        }
    }
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const LecternRun *one = a, *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

static int
compare_puts (gconstpointer a, gconstpointer b)
{
  const LecternPut *one = a, *other = b;

  return one->place < other->place ? -1 : one->place > other->place;
}

LecternRuns *
_lectern_runs_new (LecternEdits *edits, gsize start, gsize end)
{
  LecternRuns *runs = g_new0 (LecternRuns, 1);
  g_autoptr (GPtrArray) replaced = list_changes (edits->replaced, start, end);
  g_autoptr (GPtrArray) moved = list_changes (edits->moved, start, end);
  g_autoptr (GPtrArray) targets = list_changes (edits->targets, start, end);
  Layout layout = { runs, replaced, moved, targets };

  runs->runs = g_array_sized_new (FALSE, FALSE, sizeof (LecternRun), replaced->len * 2 + 1);
  runs->puts = g_array_new (FALSE, FALSE, sizeof (LecternPut));
  runs->edits = _lectern_edits_new_frozen (edits->old_length);
  lay_out (&layout, start, end);
  if (moved->len > 0)
    {
      g_array_sort (runs->runs, compare_runs);
      g_array_sort (runs->puts, compare_puts);
    }
  return runs;
}

void
_lectern_runs_free (LecternRuns *runs)
{
  g_array_unref (runs->runs);
  g_array_unref (runs->puts);
  lectern_edits_unref (runs->edits);
  g_free (runs);
}

static inline const LecternRun *
get_run (LecternRuns *runs, guint n)
{
  return &g_array_index (runs->runs, LecternRun, n);
}

/* The run that holds the character at `offset`, or their number at the end. Mostly it is near the
 * one before. */
static guint
find_run (LecternRuns *runs, gsize offset)
{
  guint n = runs->runs->len;
  guint low = MIN (runs->hint, n), high, step = 1;

  if (low == n || get_run (runs, low)->start > offset)
    low = 0;
  high = low;
  while (high < n && get_run (runs, high)->end <= offset)
    {
      low = high + 1;
      high += step;
      step *= 2;
    }
  high = MIN (high, n);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_run (runs, middle)->end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
_lectern_runs_get_scope (LecternRuns *runs, gsize offset)
{
  guint n = find_run (runs, offset);

  return n < runs->runs->len ? get_run (runs, n)->scope : 0;
}

gsize
_lectern_runs_map_start (LecternRuns *runs, gsize offset, guint scope)
{
  guint n = find_run (runs, offset);
  const LecternRun *run;

  runs->hint = n;
  for (; n < runs->runs->len; n++)
    {
      run = get_run (runs, n);
      if (run->scope != scope)
        continue;
      if (run->start >= offset)
        return run->at;
      return run->at + (run->kept ? offset - run->start : run->length);
    }
  return runs->edits->new_length;
}

gsize
_lectern_runs_map_end (LecternRuns *runs, gsize offset, guint scope)
{
  guint n = offset > 0 ? find_run (runs, offset - 1) + 1 : 0;
  const LecternRun *run;

  for (n = MIN (n, runs->runs->len); n > 0; n--)
    {
      run = get_run (runs, n - 1);
      if (run->scope != scope)
        continue;
      if (run->end <= offset)
        return run->at + run->length;
      return run->at + (run->kept ? offset - run->start : 0);
    }
  return 0;
}

gboolean
_lectern_runs_are_touched (LecternRuns *runs, gsize start, gsize end)
{
  for (guint n = find_run (runs, start); n < runs->runs->len; n++)
    {
      const LecternRun *run = get_run (runs, n);

      if (run->start >= end)
        return FALSE;
      if (!run->kept)
        return TRUE;
    }
  return FALSE;
}

const LecternPut *
_lectern_runs_find_put (LecternRuns *runs, gsize place, guint nth)
{
  guint low = 0, high = runs->puts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (runs->puts, LecternPut, middle).place < place)
        low = middle + 1;
      else
        high = middle;
    }
  return &g_array_index (runs->puts, LecternPut, low + nth);
}
