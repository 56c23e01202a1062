/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-members-private.h"
#include "compose/lectern-promise-private.h"

#include "check/lectern-checker-private.h"
#include "check/lectern-numbering-private.h"
#include "check/lectern-outline-private.h"
#include "check/lectern-report-private.h"

/* What the numbers should be is known to the checker, which knows too where a row begins anew and
 * where it goes on from another one. Where it finds no fault, nothing changes. */

typedef struct
{
  LecternCheck *check;
  const LecternSequences *s;
  const LecternRow **faults; /* of each member, NULL for none */
  guint8 *jumped;            /* members whose number left out the one that comes behind */
  guint *numbers;            /* of each member, as they should be */
  guint *running;            /* of each form, the last number that was given */
} Renumbering;

/* Whether the fault is one that a number mends. A row that something leads to may begin anew, and
 * a lonely first is right as a number. */
static gboolean
is_mendable (LecternCheck *check, const LecternRow *r)
{
  switch (r->fault)
    {
    case LECTERN_ROW_GAP:
    case LECTERN_ROW_BACKWARDS:
    case LECTERN_ROW_DUPLICATE:
    case LECTERN_ROW_START:
    case LECTERN_ROW_MIXED: /* it goes on from whatever the other one becomes */
      return TRUE;
    case LECTERN_ROW_RESTART:
      return r->previous >= 0 && !_lectern_check_is_led_to (check, r->member, (guint)r->previous);
    default:
      return FALSE;
    }
}

static void
find_faults (Renumbering *r, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *row = &g_array_index (rows, LecternRow, i);

      if (!is_mendable (r->check, row))
        continue;
      r->faults[row->member] = row;
      if (row->fault == LECTERN_ROW_BACKWARDS)
        r->jumped[row->previous] = TRUE;
    }
}

/* The number of the first member of a row: 1, or that with which it goes on from another row. */
static guint
begin_row (const Renumbering *r, const LecternSequence *q, guint i)
{
  const LecternMember *m = _lectern_member_get (r->s, i);
  const LecternSequence *earlier
      = q->earlier >= 0 ? _lectern_sequence_get (r->s, (guint)q->earlier) : NULL;

  if (r->faults[i] != NULL)
    return r->faults[i]->previous >= 0 ? r->numbers[r->faults[i]->previous] + 1 : 1;
  if (m->number == 1)
    return 1;
  if (earlier != NULL && earlier->last + 1 == m->number)
    return r->numbers[earlier->first + earlier->n_members - 1] + 1;
  return q->running + 1 == m->number ? r->running[m->form] + 1 : m->number;
}

/* What the row of the checker takes the number to be. */
static guint
number_taken (const Renumbering *r, guint i)
{
  const LecternRow *fault = r->faults[i];

  if (fault != NULL && fault->fault == LECTERN_ROW_BACKWARDS)
    return fault->expected - 1; /* the one before bears the number that comes before */
  return fault != NULL && fault->decided ? fault->expected : _lectern_member_get (r->s, i)->number;
}

static void
number_row (Renumbering *r, const LecternSequence *q)
{
  gint previous = -1;
  guint was = 0;

  for (guint i = q->first; i < q->first + q->n_members; i++)
    {
      const LecternMember *m = _lectern_member_get (r->s, i);
      guint last = previous >= 0 ? r->numbers[previous] : 0;

      if (m->number == 0)
        continue;
      if (previous < 0)
        r->numbers[i] = begin_row (r, q, i);
      else if (r->faults[i] != NULL || r->jumped[i])
        r->numbers[i] = last + 1;
      else
        r->numbers[i] = m->number > was ? last + (m->number - was) : m->number;
      was = number_taken (r, i);
      previous = (gint)i;
      r->running[m->form] = r->numbers[i];
    }
}

static gboolean
is_within (LecternNode *node, LecternNode *scope)
{
  LecternSpan outer, inner;

  lectern_node_get_span (scope, &outer);
  lectern_node_get_span (node, &inner);
  return node != scope && inner.start >= outer.start && inner.end <= outer.end;
}

/* A number that the numbering does not have is left: nothing is made up. */
static void
add_number (LecternEdits *edits, LecternNode *node, guint number, guint n_members)
{
  _lectern_members_add_marker (edits, node, NULL, number, n_members, NULL);
}

static void
add_rows (Renumbering *r, LecternNode *scope, LecternEdits *edits)
{
  for (guint i = 0; i < r->s->sequences->len; i++)
    {
      const LecternSequence *q = _lectern_sequence_get (r->s, i);

      number_row (r, q);
      for (guint j = q->first; j < q->first + q->n_members; j++)
        if (r->numbers[j] != _lectern_member_get (r->s, j)->number
            && is_within (_lectern_member_get (r->s, j)->node, scope))
          add_number (edits, _lectern_member_get (r->s, j)->node, r->numbers[j], q->n_members);
    }
}

/* ---- the outline ---- */

typedef struct
{
  Renumbering *r;
  LecternOutline *outline;
  GHashTable *members; /* node → number of the member, and 1 */
} OutlineRow;

/* The number that the heading or point has which the entry names, 0 where there is none. */
static guint
find_named (const OutlineRow *row, const LecternOutlineItem *entry)
{
  guint i;

  if (entry->match < 0)
    return 0;
  i = GPOINTER_TO_UINT (g_hash_table_lookup (
      row->members,
      g_array_index (row->outline->items, LecternOutlineItem, entry->match).part.node));
  return i > 0 ? row->r->numbers[i - 1] : 0;
}

/* Entries below one parent, from the first. Those in order stay; others get the numbers of what
 * they name, if those are in order, or else those of their positions. */
static void
number_entries (const OutlineRow *row, gint first, LecternEdits *edits, LecternNode *scope)
{
  guint last = 0, named = 0, n = 0;
  gboolean in_order = TRUE, all_named = TRUE;

  for (gint i = first; i >= 0;)
    {
      const LecternOutlineItem *entry
          = &g_array_index (row->outline->entries, LecternOutlineItem, i);
      guint number = find_named (row, entry);

      n++;
      in_order = in_order && (entry->number == last + 1 || entry->number == 1);
      all_named = all_named && number > named;
      last = entry->number;
      named = number;
      i = entry->next;
    }
  if (in_order)
    return;
  last = 0;
  for (gint i = first; i >= 0; last++)
    {
      const LecternOutlineItem *entry
          = &g_array_index (row->outline->entries, LecternOutlineItem, i);

      if (entry->number > 0 && is_within (entry->part.node, scope))
        add_number (edits, entry->part.node, all_named ? find_named (row, entry) : last + 1, n);
      i = entry->next;
    }
}

static void
add_entries (Renumbering *r, LecternNode *scope, LecternEdits *edits)
{
  g_autoptr (LecternOutline) outline = _lectern_outline_new (r->check);
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);
  OutlineRow row = { r, outline, members };

  if (outline == NULL || outline->entries->len == 0)
    return;
  for (guint i = 0; i < r->s->members->len; i++)
    g_hash_table_insert (members, _lectern_member_get (r->s, i)->node, GUINT_TO_POINTER (i + 1));
  number_entries (&row, 0, edits, scope);
  for (guint i = 0; i < outline->entries->len; i++)
    {
      gint first = g_array_index (outline->entries, LecternOutlineItem, i).first;

      if (first >= 0)
        number_entries (&row, first, edits, scope);
    }
}

static LecternEdits *
number_members (LecternDocument *document, LecternNode *scope, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (LecternProfile) profile = lectern_profile_new ();
  g_autoptr (LecternReport) report = _lectern_report_new (document, profile, 0);
  LecternCheck *check = _lectern_report_get_check (report);
  const GArray *rows = _lectern_check_rows (check);
  const LecternSequences *s = check->sequences;
  g_autofree const LecternRow **faults = g_new0 (const LecternRow *, s->members->len + 1);
  g_autofree guint *numbers = g_new0 (guint, s->members->len + 1);
  g_autofree guint *running = g_new0 (guint, s->forms->len + 1);
  g_autofree guint8 *jumped = g_new0 (guint8, s->members->len + 1);
  Renumbering r = { check, s, faults, jumped, numbers, running };
  LecternEdits *edits = lectern_edits_new (check->length);

  find_faults (&r, rows);
  add_rows (&r, scope, edits);
  add_entries (&r, scope, edits);
  return edits;
}

/* ---- announcements ---- */

static gboolean
announces_within (LecternNode *announcement, LecternNode *scope)
{
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (announcement);

  return targets->len > 0 && (targets->pdata[0] == scope || is_within (targets->pdata[0], scope));
}

/* The edits of what the checker finds of announced numbers within the scope. */
static LecternEdits *
count_members (LecternDocument *document, LecternNode *scope, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (LecternReport) report = NULL;
  LecternEdits *all;

  lectern_checker_set_severity (checker, LECTERN_RULES_ALL, LECTERN_SEVERITY_OFF, NULL);
  lectern_checker_set_severity (checker, "announced-count", LECTERN_SEVERITY_WARNING, NULL);
  report = _lectern_checker_run (checker, document, 0, cancellable, error);
  if (report == NULL)
    return NULL;
  all = lectern_edits_new (
      g_bytes_get_size (lectern_source_get_bytes (lectern_document_get_source (document))));
  for (guint i = 0; i < lectern_report_get_n_findings (report); i++)
    {
      LecternFinding *finding = lectern_report_get_finding (report, i);
      LecternEdits *edits = lectern_finding_get_edits (finding);
      LecternSpan span;
      GBytes *text;

      if (edits == NULL || !announces_within (lectern_finding_get_node (finding), scope))
        continue;
      text = lectern_edits_get_replacement (edits, 0, &span);
      lectern_edits_replace (all, &span, g_bytes_get_data (text, NULL),
                             (gssize)g_bytes_get_size (text), NULL);
    }
  return all;
}

/* A number that is put right may show that the next one is wrong, but not without end. */
#define MAX_ROUNDS 8

typedef LecternEdits *(*FindEdits) (LecternDocument *document, LecternNode *scope,
                                    GCancellable *cancellable, GError **error);

/* Makes the edits that are found, and then those that are found in what comes of it. Takes the
 * document, and gives NULL with an error set. */
static LecternDocument *
make_edits (LecternDocument *document, LecternNode *scope, FindEdits find,
            GCancellable *cancellable, GError **error)
{
  const LecternPromise promise = { NULL, TRUE };
  g_autoptr (LecternDocument) current = document;

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_autoptr (LecternEdits) edits = NULL;
      g_autoptr (LecternDocument) next = NULL;

      edits = find (current, scope, cancellable, error);
      if (edits == NULL)
        return NULL;
      if (lectern_edits_get_n_replacements (edits) == 0)
        break;
      next = lectern_document_apply_edits (current, edits, cancellable, error);
      if (next == NULL || !_lectern_promise_check (&promise, current, next, error))
        return NULL;
      scope = lectern_document_find_counterpart (next, scope);
      g_set_object (&current, next);
      if (scope == NULL)
        break;
    }
  return g_steal_pointer (&current);
}

/**
 * lectern_document_renumber:
 * @document: a document
 * @scope: (nullable): a node of it, %NULL for the whole document
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Gives every section, point and entry of an outline below @scope the number of its position, in
 * its own numbering: 一、 三、 becomes 一、 二、. Where a row begins anew or goes on from another
 * one is judged as the rules of numbering do, so that a text in which these find nothing stays as
 * it is. Announcements that say another number than comes follow, where that is safe (as the rule
 * `announced-count` mends it).
 *
 * A marker stays what it is but for its numeral. Masks (第X，) and words without a number (一方面)
 * stay; so do members for which the list of words (首先, 其次, 再次, 最后) is too short. An outline
 * whose numbers are in order stays.
 *
 * Renumbering again changes nothing. [method@Lectern.Document.dup_edits] tells what was changed.
 *
 * Fails with `LECTERN_ERROR_EDIT` where the text would then be read as other sections or points.
 *
 * Returns: (transfer full): the new document, @document itself where nothing was to be done, or
 *   %NULL with @error set
 */
LecternDocument *
lectern_document_renumber (LecternDocument *document, LecternNode *scope, GCancellable *cancellable,
                           GError **error)
{
  static const FindEdits steps[] = { number_members, count_members };
  LecternDocument *after;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (scope == NULL || lectern_node_get_document (scope) == document, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  after = g_object_ref (document);
  if (scope == NULL)
    scope = lectern_document_get_root (document);
  for (guint i = 0; after != NULL && i < G_N_ELEMENTS (steps); i++)
    {
      LecternNode *here = lectern_document_find_counterpart (after, scope);

      if (here != NULL)
        after = make_edits (after, here, steps[i], cancellable, error);
    }
  return after;
}
