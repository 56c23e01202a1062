/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-numbering-private.h"

#include <string.h>

/* Forms of numbers against each other: levels, siblings, kinds. */

static guint
rank_of (const LecternSequences *s, const LecternMember *m)
{
  return s->ranks[m->form];
}

/* For each member the innermost member with a rank that it is, or stands in; -1 for none. Outer
 * members come first, so that one look is enough. */
static gint *
find_ranked (const LecternSequences *s)
{
  gint *ranked = g_new (gint, s->members->len + 1);

  for (guint i = 0; i < s->members->len; i++)
    {
      const LecternMember *m = _lectern_member_get (s, i);
      gint holder = _lectern_sequence_get (s, m->sequence)->holder;

      ranked[i] = rank_of (s, m) > 0 && m->number > 0 ? (gint)i : holder >= 0 ? ranked[holder] : -1;
    }
  return ranked;
}

/* Whether a sequence of its form ended in the number before its first: it was told of there. */
static gboolean
goes_on (const LecternSequences *s, const LecternSequence *q)
{
  guint number = _lectern_member_get (s, q->first)->number;

  return number > 1 && q->running + 1 == number;
}

/* Goes over the sequences whose first marker has a rank, and which stand in one that has. Those
 * within a line are no level of the speech. */
static void
compare_levels (LecternCheck *check, gboolean (*is_wrong) (guint outer, guint inner))
{
  const LecternSequences *s = _lectern_check_sequences (check);
  g_autofree gint *ranked = find_ranked (s);

  for (guint i = 0; i < s->sequences->len; i++)
    {
      const LecternSequence *q = _lectern_sequence_get (s, i);
      const LecternMember *m = _lectern_member_get (s, q->first), *outer;
      g_autofree char *quote = NULL;
      g_autofree char *above = NULL;
      LecternFinding *finding;

      if (q->holder < 0 || ranked[q->holder] < 0 || m->number == 0 || rank_of (s, m) == 0
          || goes_on (s, q) || !lectern_node_starts_line (m->node))
        continue;
      outer = _lectern_member_get (s, ranked[q->holder]);
      if (!is_wrong (rank_of (s, outer), rank_of (s, m)))
        continue;
      quote = _lectern_member_quote (check, m);
      above = _lectern_member_quote (check, outer);
      finding = _lectern_check_find (check, 0, m->node, &m->span, quote, above, NULL);
      if (finding != NULL)
        lectern_finding_add_related (finding, &outer->span);
    }
}

static gboolean
goes_up (guint outer, guint inner)
{
  return inner < outer;
}

void
_lectern_check_numbering_order (LecternCheck *check)
{
  compare_levels (check, goes_up);
}

/* Practice goes from 一、 to 1. as well, and ① may stand anywhere. */
static gboolean
skips (guint outer, guint inner)
{
  return inner == 4 && outer < 3;
}

void
_lectern_check_numbering_level (LecternCheck *check)
{
  compare_levels (check, skips);
}

static void
report_mixed (LecternCheck *check, const LecternMember *m, const LecternMember *other)
{
  g_autofree char *quote = _lectern_member_quote (check, m);
  g_autofree char *before = _lectern_member_quote (check, other);
  LecternFinding *finding = _lectern_check_find (check, 0, m->node, &m->span, quote, before, NULL);

  if (finding != NULL)
    lectern_finding_add_related (finding, &other->span);
}

/* How many sequences before a mixed one are looked at. */
#define MAX_BACK 20

/* Whether the member goes on from another sequence of its set, and what stands between, 首先要, is
 * an adverb; or from something that the reader took for no marker. */
static gboolean
goes_on_from_another (LecternCheck *check, guint sequence, const LecternMember *m)
{
  const LecternSequences *s = check->sequences;
  const LecternSequence *q = _lectern_sequence_get (s, sequence);

  for (guint i = sequence; i-- > 0 && i + MAX_BACK >= sequence;)
    {
      const LecternSequence *before = _lectern_sequence_get (s, i);
      const LecternMember *last = _lectern_member_get (s, before->first + before->n_members - 1);

      if (!before->sections && before->section == q->section && last->set == m->set
          && last->number + 1 == m->number)
        return TRUE;
    }
  return _lectern_check_has_marker_between (check, m, (m - 1)->span.end, m->span.start,
                                            m->number - 1);
}

void
_lectern_check_numbering_mixed (LecternCheck *check)
{
  const GArray *rows = _lectern_check_rows (check);
  const LecternSequences *s = check->sequences;

  for (guint i = 0; i < s->sequences->len; i++)
    {
      const LecternSequence *q = _lectern_sequence_get (s, i);
      const LecternMember *first = _lectern_member_get (s, q->first);

      for (guint k = 1; k < q->n_members; k++)
        {
          const LecternMember *m = _lectern_member_get (s, q->first + k);

          if (m->set == first->set || m->set == LECTERN_SET_FINAL || m->set == LECTERN_SET_OTHER)
            continue;
          if (!goes_on_from_another (check, i, m))
            report_mixed (check, m, m - 1);
          break;
        }
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *r = &g_array_index (rows, LecternRow, i);

      if (r->fault == LECTERN_ROW_MIXED && !_lectern_sequence_get (s, r->sequence)->sections)
        report_mixed (check, _lectern_member_get (s, r->member),
                      _lectern_member_get (s, r->previous));
    }
}

/* A marker with its brackets of half or full width, which width-mixed judges. */
static char *
dup_with_brackets (const char *marker, gsize length, gboolean half)
{
  static const char *const pairs[][2] = { { "（", "(" }, { "）", ")" } };
  GString *out = g_string_new_len (marker, (gssize)length);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (out, pairs[i][half ? 0 : 1], pairs[i][half ? 1 : 0], 0);
  return g_string_free (out, FALSE);
}

/* Whether the marker stands there already, its brackets of whatever width. */
static gboolean
stands_there (LecternCheck *check, const LecternSpan *span, const char *marker)
{
  g_autofree char *wanted = dup_with_brackets (marker, strlen (marker), TRUE);
  g_autofree char *found
      = dup_with_brackets (check->text + span->start, span->end - span->start, TRUE);

  return strcmp (wanted, found) == 0;
}

/* The house says how sections of this level are numbered. */
static void
check_house (LecternCheck *check, const LecternMember *m)
{
  guint level = lectern_node_get_level (m->node);
  LecternNumbering *wanted = lectern_profile_get_numbering (check->profile, level);
  LecternNumbering *numbering = lectern_node_get_numbering (m->node);
  g_autofree char *plain = NULL;
  g_autofree char *marker = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *number = NULL;
  LecternFinding *finding;
  LecternWidth width;

  if (wanted == NULL || m->number == 0
      || (numbering != NULL && lectern_numbering_equal (numbering, wanted)))
    return;
  plain = lectern_numbering_dup_marker (wanted, m->number, NULL);
  if (plain == NULL || stands_there (check, &m->span, plain))
    return;
  width = lectern_profile_get_punctuation (check->profile);
  marker = width == LECTERN_WIDTH_KEEP
               ? g_strdup (plain)
               : dup_with_brackets (plain, strlen (plain), width == LECTERN_WIDTH_HALF);
  quote = _lectern_member_quote (check, m);
  number = g_strdup_printf ("%u", level);
  finding = _lectern_check_find (check, 2, m->node, &m->span, quote, marker, number, NULL);
  _lectern_check_replace (check, finding, m->span.start, m->span.end, marker);
}

/* The form that most of the sequences below the members of one have; 0 where there are none. */
static guint
find_usual (const LecternSequences *s, const guint *below, const LecternSequence *outer,
            guint *example)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint best = 0, usual = 0;

  for (guint i = outer->first; i < outer->first + outer->n_members; i++)
    {
      guint form, n;

      if (below[i] == 0)
        continue;
      form = _lectern_member_get (s, _lectern_sequence_get (s, below[i] - 1)->first)->form;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (form))) + 1;
      g_hash_table_insert (counts, GUINT_TO_POINTER (form), GUINT_TO_POINTER (n));
      if (n <= best)
        continue;
      best = n;
      if (form != usual)
        *example = _lectern_sequence_get (s, below[i] - 1)->first;
      usual = form;
    }
  return usual;
}

/* The sections below sections of one level are numbered in one way. */
static void
check_cousins (LecternCheck *check, const LecternSequences *s)
{
  g_autofree guint *below = g_new0 (guint, s->members->len + 1);

  for (guint i = 0; i < s->sequences->len; i++)
    {
      const LecternSequence *q = _lectern_sequence_get (s, i);

      if (q->sections && q->holder >= 0 && _lectern_member_get (s, q->first)->number > 0)
        below[q->holder] = i + 1;
    }
  for (guint i = 0; i < s->sequences->len; i++)
    {
      const LecternSequence *outer = _lectern_sequence_get (s, i);
      guint example = 0, usual;

      if (!outer->sections || outer->n_members < 2)
        continue;
      usual = find_usual (s, below, outer, &example);
      for (guint k = outer->first; usual != 0 && k < outer->first + outer->n_members; k++)
        {
          const LecternMember *m;

          if (below[k] == 0)
            continue;
          m = _lectern_member_get (s, _lectern_sequence_get (s, below[k] - 1)->first);
          if (m->form != usual && m->form != 0
              && lectern_profile_get_numbering (check->profile, lectern_node_get_level (m->node))
                     == NULL)
            {
              const LecternMember *other = _lectern_member_get (s, example);
              g_autofree char *quote = _lectern_member_quote (check, m);
              g_autofree char *before = _lectern_member_quote (check, other);
              LecternFinding *finding
                  = _lectern_check_find (check, 1, m->node, &m->span, quote, before, NULL);

              if (finding != NULL)
                lectern_finding_add_related (finding, &other->span);
            }
        }
    }
}

void
_lectern_check_numbering_siblings (LecternCheck *check)
{
  const GArray *rows = _lectern_check_rows (check);
  const LecternSequences *s = check->sequences;

  for (guint i = 0; i < s->sequences->len; i++)
    {
      const LecternSequence *q = _lectern_sequence_get (s, i);

      for (guint k = q->first; q->sections && k < q->first + q->n_members; k++)
        {
          const LecternMember *m = _lectern_member_get (s, k);

          check_house (check, m);
          if (k > q->first && m->number > 0 && (m - 1)->number > 0 && m->form != (m - 1)->form)
            report_mixed (check, m, m - 1);
        }
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *r = &g_array_index (rows, LecternRow, i);

      if (r->fault == LECTERN_ROW_MIXED && _lectern_sequence_get (s, r->sequence)->sections)
        report_mixed (check, _lectern_member_get (s, r->member),
                      _lectern_member_get (s, r->previous));
    }
  check_cousins (check, s);
}
