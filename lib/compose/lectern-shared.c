/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-shared-private.h"

#include "compose/lectern-align-private.h"
#include "compose/lectern-hunks-private.h"

/* Every speech is laid beside the first one; what all share with it, all share. */

/* What is shared by chance between two stretches that are not, in characters. */
#define CHANCE 2

static LecternShared *
new_runs (guint n_documents)
{
  LecternShared *runs = g_new0 (LecternShared, 1);

  runs->n_documents = n_documents;
  runs->places = g_array_new (FALSE, FALSE, sizeof (gsize));
  return runs;
}

void
_lectern_shared_free (LecternShared *runs)
{
  g_array_unref (runs->places);
  g_free (runs);
}

/* Adds a run, or makes the last one longer where it goes on in all documents. */
static void
add_run (LecternShared *runs, const gsize *starts, gsize length)
{
  guint n = _lectern_shared_count (runs);
  gsize *last = n > 0 ? _lectern_shared_get (runs, n - 1) : NULL;

  if (length == 0)
    return;
  for (guint i = 0; last != NULL && i < runs->n_documents; i++)
    if (last[i] + last[runs->n_documents] != starts[i])
      last = NULL;
  if (last != NULL)
    {
      last[runs->n_documents] += length;
      return;
    }
  g_array_append_vals (runs->places, starts, runs->n_documents);
  g_array_append_val (runs->places, length);
}

static void
add_between (LecternShared *runs, gsize old_start, gsize new_start, gsize old_end)
{
  const gsize starts[] = { old_start, new_start };

  if (old_end > old_start)
    add_run (runs, starts, old_end - old_start);
}

/* What two paragraphs share. */
static void
add_leaves (LecternShared *runs, const LecternAlign *align, const LecternAlignItem *old_leaf,
            const LecternAlignItem *new_leaf)
{
  LecternSpan old_span = { old_leaf->start, old_leaf->end };
  LecternSpan new_span = { new_leaf->start, new_leaf->end };
  g_autoptr (GArray) hunks
      = _lectern_hunks_new (align->sides[0].text, &old_span, align->sides[1].text, &new_span);
  gsize old_at = old_span.start, new_at = new_span.start;

  for (guint i = 0; i < hunks->len; i++)
    {
      const LecternHunk *hunk = &g_array_index (hunks, LecternHunk, i);

      add_between (runs, old_at, new_at, hunk->old_span.start);
      old_at = hunk->old_span.end;
      new_at = hunk->new_span.end;
    }
  add_between (runs, old_at, new_at, old_span.end);
}

/* What two speeches share, in order: what was moved is not shared. */
static LecternShared *
new_of_two (LecternDocument *old, LecternDocument *new, GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternAlign) align = _lectern_align_new (old, new, cancellable, error);
  g_autofree guint8 *away = NULL;
  LecternShared *runs;
  gint32 last = -1;

  if (align == NULL)
    return NULL;
  runs = new_runs (2);
  away = _lectern_align_find_away (&align->sides[0]);
  for (guint i = 1; i < align->sides[0].items->len; i++)
    {
      const LecternAlignItem *item = _lectern_align_item (&align->sides[0], i);

      if (!item->leaf || item->match <= last || away[i])
        continue;
      last = item->match;
      add_leaves (runs, align, item, _lectern_align_item (&align->sides[1], (guint)last));
    }
  return runs;
}

/* What these share, and one more document shares with the first of them. */
static LecternShared *
meet (const LecternShared *some, const LecternShared *two)
{
  guint n = some->n_documents;
  LecternShared *met = new_runs (n + 1);
  g_autofree gsize *starts = g_new (gsize, n + 1);

  for (guint i = 0, j = 0; i < _lectern_shared_count (some) && j < _lectern_shared_count (two);)
    {
      const gsize *a = _lectern_shared_get (some, i), *b = _lectern_shared_get (two, j);
      gsize a_end = a[0] + a[n], b_end = b[0] + b[2];
      gsize start = MAX (a[0], b[0]), end = MIN (a_end, b_end);

      if (start < end)
        {
          for (guint k = 0; k < n; k++)
            starts[k] = a[k] + (start - a[0]);
          starts[n] = b[1] + (start - b[0]);
          add_run (met, starts, end - start);
        }
      i += a_end <= b_end;
      j += b_end <= a_end;
    }
  return met;
}

/* Among many speeches a character or two are soon shared by chance. A run that holds a mark, or
 * begins or ends where a document does, parts what stands beside it and stays. */
static LecternShared *
drop_chance (const LecternShared *runs, const char *text)
{
  guint n = runs->n_documents, n_runs = _lectern_shared_count (runs);
  LecternShared *kept = new_runs (n);

  for (guint i = 0; i < n_runs; i++)
    {
      const gsize *run = _lectern_shared_get (runs, i);
      const char *end = text + run[0] + run[n];
      gboolean marked = i == 0 || i + 1 == n_runs;
      guint characters = 0;

      for (const char *p = text + run[0]; p < end && characters <= CHANCE && !marked;
           p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          characters++;
          marked = g_unichar_ispunct (c) || g_unichar_isspace (c);
        }
      if (marked || characters > CHANCE)
        add_run (kept, run, run[n]);
    }
  return kept;
}

LecternShared *
_lectern_shared_new (GPtrArray *documents, GCancellable *cancellable, GError **error)
{
  GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (documents->pdata[0]));
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  LecternShared *runs = NULL;

  for (guint i = 1; i < documents->len; i++)
    {
      LecternShared *two
          = new_of_two (documents->pdata[0], documents->pdata[i], cancellable, error);
      LecternShared *met;

      if (two == NULL)
        {
          g_clear_pointer (&runs, _lectern_shared_free);
          return NULL;
        }
      if (runs == NULL)
        {
          runs = two;
          continue;
        }
      met = meet (runs, two);
      _lectern_shared_free (runs);
      _lectern_shared_free (two);
      runs = met;
    }
  if (documents->len > 2)
    {
      LecternShared *kept = drop_chance (runs, text);

      _lectern_shared_free (runs);
      runs = kept;
    }
  return runs;
}

void
_lectern_shared_cut (LecternShared *runs, const GArray *spans)
{
  guint n = runs->n_documents;
  LecternShared *cut = new_runs (n);
  g_autofree gsize *starts = g_new (gsize, n);
  GArray *places;
  guint k = 0;

  for (guint i = 0; i < _lectern_shared_count (runs); i++)
    {
      const gsize *run = _lectern_shared_get (runs, i);
      gsize at = run[0], end = run[0] + run[n];

      while (k < spans->len && g_array_index (spans, LecternSpan, k).end <= at)
        k++;
      for (guint l = k; at < end; l++)
        {
          const LecternSpan *span = l < spans->len ? &g_array_index (spans, LecternSpan, l) : NULL;
          gsize stop = span != NULL ? CLAMP (span->start, at, end) : end;

          for (guint d = 0; d < n; d++)
            starts[d] = run[d] + (at - run[0]);
          add_run (cut, starts, stop - at);
          at = span != NULL ? CLAMP (span->end, stop, end) : end;
        }
    }
  places = runs->places;
  runs->places = cut->places;
  cut->places = places;
  _lectern_shared_free (cut);
}
