/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-checker-private.h"

#include <string.h>

/* Mending may uncover something that could not be seen before, but not without end. */
#define MAX_ROUNDS 8

/* The graver first, then by place, then by code. */
static gint
compare_urgency (gconstpointer a, gconstpointer b)
{
  LecternFinding *first = *(LecternFinding *const *)a, *second = *(LecternFinding *const *)b;
  LecternSeverity one = lectern_finding_get_severity (first);
  LecternSeverity other = lectern_finding_get_severity (second);
  LecternSpan span, other_span;

  if (one != other)
    return one > other ? -1 : 1;
  lectern_finding_get_span (first, &span);
  lectern_finding_get_span (second, &other_span);
  if (span.start != other_span.start)
    return span.start < other_span.start ? -1 : 1;
  return strcmp (lectern_finding_get_code (first), lectern_finding_get_code (second));
}

static gint
compare_spans (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const LecternSpan *span = a, *other = b;

  return span->start < other->start ? -1 : span->start > other->start;
}

/* Whether both cannot be changed at once. What is put in at the edge of another change might go to
 * either side of it. */
static gboolean
collide (const LecternSpan *a, const LecternSpan *b)
{
  if (a->start == a->end || b->start == b->end)
    return a->start <= b->end && b->start <= a->end;
  return a->start < b->end && b->start < a->end;
}

static gboolean
is_free (GSequence *taken, LecternSpan *span)
{
  GSequenceIter *iter = g_sequence_search (taken, span, compare_spans, NULL);

  if (!g_sequence_iter_is_end (iter) && collide (g_sequence_get (iter), span))
    return FALSE;
  iter = g_sequence_iter_prev (iter);
  if (g_sequence_iter_is_end (iter) || !collide (g_sequence_get (iter), span))
    return TRUE;
  return FALSE;
}

/* Adds the edits of a finding to those of the round, all of them or none. */
static gboolean
take_edits (LecternEdits *round, GSequence *taken, LecternEdits *edits)
{
  guint n = lectern_edits_get_n_replacements (edits);
  LecternSpan span;

  for (guint i = 0; i < n; i++)
    {
      lectern_edits_get_replacement (edits, i, &span);
      if (!is_free (taken, &span))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      GBytes *text = lectern_edits_get_replacement (edits, i, &span);
      gsize length;
      const char *data = g_bytes_get_data (text, &length);

      lectern_edits_replace (round, &span, length > 0 ? data : "", (gssize)length, NULL);
      g_sequence_insert_sorted (taken, g_memdup2 (&span, sizeof span), compare_spans, NULL);
    }
  return n > 0;
}

/* The edits of the findings that can be made at once; NULL where there are none. */
static LecternEdits *
choose_edits (LecternReport *report)
{
  LecternDocument *document = lectern_report_get_document (report);
  GBytes *text = lectern_source_get_bytes (lectern_document_get_source (document));
  g_autoptr (LecternEdits) round = lectern_edits_new (g_bytes_get_size (text));
  g_autoptr (GPtrArray) findings = lectern_report_list_findings (report);
  g_autoptr (GSequence) taken = g_sequence_new (g_free);
  gboolean any = FALSE;

  g_ptr_array_sort (findings, compare_urgency);
  for (guint i = 0; i < findings->len; i++)
    {
      LecternEdits *edits = lectern_finding_get_edits (findings->pdata[i]);

      if (edits != NULL && lectern_edits_get_n_moves (edits) == 0)
        any |= take_edits (round, taken, edits);
    }
  return any ? g_steal_pointer (&round) : NULL;
}

/**
 * lectern_checker_fix:
 * @checker: a checker
 * @document: a document
 * @left: (out) (optional) (nullable) (transfer full): where to put what is found afterwards
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Mends what can be mended without a look: makes the edits of the findings, those of the graver
 * findings first where two would change the same place, then checks again, at most eight times.
 * [method@Lectern.Document.dup_edits] tells what was changed. Rules that are off mend nothing.
 *
 * Mending what was mended changes nothing.
 *
 * Returns: (transfer full): the mended document, @document itself where nothing was to be done, or
 * %NULL with @error set
 */
LecternDocument *
lectern_checker_fix (LecternChecker *checker, LecternDocument *document, LecternReport **left,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternDocument) mended = NULL;

  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), NULL);
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  mended = g_object_ref (document);
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_autoptr (LecternReport) report
          = _lectern_checker_run (checker, mended, 0, cancellable, error);
      g_autoptr (LecternEdits) edits = report != NULL ? choose_edits (report) : NULL;
      LecternDocument *next;

      if (report == NULL)
        return NULL;
      if (edits == NULL)
        break;
      next = lectern_document_apply_edits (mended, edits, cancellable, error);
      if (next == NULL)
        return NULL;
      g_object_unref (mended);
      mended = next;
    }
  if (left != NULL)
    {
      *left = lectern_checker_check (checker, mended, cancellable, error);
      if (*left == NULL)
        return NULL;
    }
  return g_steal_pointer (&mended);
}
