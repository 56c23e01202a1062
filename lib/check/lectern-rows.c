/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-numbering-private.h"
#include "check/lectern-sequences-private.h"

/* What is wrong in rows of numbers: one pass over all sequences. */

typedef struct
{
  LecternCheck *check;
  LecternSequences *s;
  guint sequence;
  LecternSequence *q;
  gint previous;          /* the last member with a number */
  guint last;             /* its number, or what it should be */
  gboolean open;          /* a mask stands before: any number may follow */
  const guint8 *inverted; /* for each member, whether what stands in it belongs above it */
} Row;

/* Whether its form belongs above that which it stands in: what goes on with it is then not to be
 * found below the same parent. */
static gboolean
is_upside_down (const LecternSequences *s, const LecternSequence *q)
{
  guint rank = s->ranks[_lectern_member_get (s, q->first)->form];

  return q->holder >= 0 && rank > 0
         && rank < s->ranks[_lectern_member_get (s, (guint)q->holder)->form];
}

/* The members in which a sequence stands whose form belongs above theirs. */
static guint8 *
find_inverted (const LecternSequences *s)
{
  guint8 *inverted = g_new0 (guint8, s->members->len + 1);

  for (guint i = 0; i < s->sequences->len; i++)
    {
      const LecternSequence *q = _lectern_sequence_get (s, i);

      if (is_upside_down (s, q))
        inverted[q->holder] = TRUE;
    }
  return inverted;
}

/* How far back a number is looked for. */
#define MAX_BACK 200

/* How far the next one is looked for behind the last member that was read. */
#define MAX_MEMBER_BYTES 3000

static void
add_row (Row *row, LecternRowFault fault, guint member, guint expected, gboolean decided)
{
  LecternRow r = { fault, row->sequence, member, row->previous, expected, { 0, 0 }, decided };

  g_array_append_val (row->s->rows, r);
}

/* Where the words of a section begin, after its number: a heading that is the first sentence of its
 * paragraph may hold the first of a row, 任务是：（1）…。（2）…. */
static gsize
body_of (LecternCheck *check, LecternNode *section)
{
  LecternNode *heading = section != check->root ? lectern_node_get_first_child (section) : NULL;
  LecternNode *marker;
  LecternSpan span;

  lectern_node_get_span (section, &span);
  if (heading == NULL || lectern_node_get_kind (heading) != LECTERN_NODE_HEADING)
    return span.start;
  marker = lectern_node_get_first_child (heading);
  if (lectern_node_ends_line (heading) || marker == NULL
      || lectern_node_get_kind (marker) != LECTERN_NODE_MARKER)
    marker = heading;
  lectern_node_get_span (marker, &span);
  return span.end;
}

static gsize
end_of (LecternNode *node)
{
  LecternSpan span;

  lectern_node_get_span (node, &span);
  return span.end;
}

/* Whether the number was in the row already. */
static gboolean
was_seen (const Row *row, guint member, guint number)
{
  gint from = MAX ((gint)row->q->first, row->previous - MAX_BACK);

  for (gint i = row->previous; i >= from; i--)
    {
      if (_lectern_member_get (row->s, i)->number == number)
        return TRUE;
      if (_lectern_member_get (row->s, i)->number < number)
        return FALSE;
    }
  return number == 1 && member > row->q->first;
}

/* The number of the member behind, which may begin a series of its own where its number does not go
 * on. */
static guint
number_after (const Row *row, guint i)
{
  if (i + 1 < row->q->first + row->q->n_members)
    return _lectern_member_get (row->s, i + 1)->number;
  if (row->q->later < 0)
    return 0;
  return _lectern_member_get (row->s, _lectern_sequence_get (row->s, row->q->later)->first)->number;
}

/* The number before this one stands there, though without the mark that makes it a marker. */
static gboolean
add_bare (Row *row, guint i, gsize from)
{
  const LecternMember *m = _lectern_member_get (row->s, i);
  LecternSpan bare;

  if (m->set != LECTERN_SET_NTH
      || !_lectern_check_find_bare_ordinal (row->check, from, m->span.start, m->number - 1, &bare))
    return FALSE;
  add_row (row, LECTERN_ROW_BARE, i, m->number, FALSE);
  g_array_index (row->s->rows, LecternRow, row->s->rows->len - 1).bare = bare;
  return TRUE;
}

/* A number that is not the next one. */
static void
judge (Row *row, guint i)
{
  const LecternMember *m = _lectern_member_get (row->s, i);
  const LecternMember *before = _lectern_member_get (row->s, row->previous);
  guint expected = row->last + 1, next = number_after (row, i);
  gboolean decided = next == expected + 1;

  if (m->number == 1 && row->inverted[row->previous])
    {
      row->last = 1; /* it begins below the higher one that stands between */
      return;
    }
  if (m->number == expected + 1 && add_bare (row, i, before->span.end))
    decided = FALSE;
  else if (m->number > expected)
    {
      /* Where the missing one comes next, the two have changed places. */
      if (decided
          || (next != expected
              && !_lectern_check_has_marker_between (row->check, m, before->span.end, m->span.start,
                                                     m->number - 1)))
        add_row (row, LECTERN_ROW_GAP, i, expected, decided);
    }
  else if (m->number == row->last || was_seen (row, i, m->number))
    add_row (row,
             m->number == 1 && row->last > 1 && !decided ? LECTERN_ROW_RESTART
                                                         : LECTERN_ROW_DUPLICATE,
             i, expected, decided);
  else
    {
      add_row (row, LECTERN_ROW_BACKWARDS, i, expected, FALSE);
      return;
    }
  row->last = decided ? expected : m->number;
}

/* The member of another form after which this number would be the next: the point that the series
 * stands in, or the last one of the series before it. One member and then several of another form
 * are rather the remains of two series. */
static gint
find_other (const Row *row, guint number)
{
  const LecternSequence *before
      = row->q->before >= 0 ? _lectern_sequence_get (row->s, row->q->before) : NULL;
  gint candidates[2] = { -1, row->q->holder };

  if (before != NULL)
    candidates[0] = (gint)(before->first + before->n_members - 1);
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const LecternMember *m;

      if (candidates[i] < 0)
        continue;
      m = _lectern_member_get (row->s, candidates[i]);
      if (_lectern_sequence_get (row->s, m->sequence)->n_members == 1 && row->q->n_members > 1)
        continue;
      if (m->number + 1 == number
          && lectern_node_get_kind (m->node)
                 == lectern_node_get_kind (_lectern_member_get (row->s, row->q->first)->node))
        return candidates[i];
    }
  return -1;
}

/* From where on a row may begin: what a row before it holds is none of it. */
static gsize
begin_of (const Row *row)
{
  const LecternSequence *q;

  if (row->q->earlier < 0)
    return body_of (row->check, row->q->section);
  q = _lectern_sequence_get (row->s, row->q->earlier);
  return _lectern_member_get (row->s, q->first + q->n_members - 1)->span.end;
}

/* A row that begins with another number than 1. */
static void
judge_start (Row *row, guint i)
{
  const LecternMember *m = _lectern_member_get (row->s, i);
  gint other = find_other (row, m->number);

  if (row->q->running + 1 == m->number)
    return;
  row->previous = other;
  if (other >= 0)
    add_row (row, LECTERN_ROW_MIXED, i, m->number, FALSE);
  else if (m->number == 2 && add_bare (row, i, begin_of (row)))
    return;
  else if (!_lectern_check_has_marker_between (row->check, m, body_of (row->check, row->q->section),
                                               m->span.start, m->number - 1))
    add_row (row, LECTERN_ROW_START, i, 1, FALSE);
}

/* A number that the series before jumped over: two members have changed places. */
static gboolean
was_left_out (const Row *row, const LecternSequence *q, guint number)
{
  guint end = q->first + q->n_members;

  if (q->n_members > MAX_BACK || _lectern_member_get (row->s, q->first)->number >= number)
    return FALSE;
  for (guint i = q->first; i < end; i++)
    if (_lectern_member_get (row->s, i)->number == number)
      return FALSE;
  return TRUE;
}

/* 一是…一是…三是: the second of them is meant, unless something leads to a new row. */
static gboolean
repeats_first (const Row *row, const LecternSequence *earlier, guint i, gboolean decided)
{
  return earlier->n_members == 1 && earlier->last == 1 && earlier->holder == row->q->holder
         && (decided || !_lectern_check_is_led_to (row->check, i, earlier->first));
}

/* Whether no member begins a line: such a series belongs to the paragraph that it stands in. */
static gboolean
is_inline (const LecternSequences *s, const LecternSequence *q)
{
  for (guint i = q->first; i < q->first + q->n_members; i++)
    if (lectern_node_starts_line (_lectern_member_get (s, i)->node))
      return FALSE;
  return TRUE;
}

/* The sequence that a first member may go on from. What begins a line does not go on from a series
 * within a paragraph, but from what stands before that. */
static const LecternSequence *
find_continued (const Row *row, const LecternMember *m)
{
  gint i = row->q->earlier;
  gint back = 0;

  if (i >= 0 && lectern_node_starts_line (m->node)
      && _lectern_sequence_get (row->s, i)->last + 1 != m->number)
    while (i >= 0 && back++ < MAX_BACK && is_inline (row->s, _lectern_sequence_get (row->s, i)))
      i = _lectern_sequence_get (row->s, i)->earlier;
  return i >= 0 ? _lectern_sequence_get (row->s, i) : NULL;
}

/* The first member, which may go on from a series before it. */
static void
begin_row (Row *row, guint i)
{
  const LecternMember *m = _lectern_member_get (row->s, i);
  const LecternSequence *earlier = find_continued (row, m);
  guint before = earlier != NULL ? earlier->last : 0;
  gboolean decided = before > 0 && number_after (row, i) == before + 2;

  row->last = m->number;
  row->previous = -1;
  if (before > 0)
    row->previous = (gint)(earlier->first + earlier->n_members - 1);
  if (m->number == 2 && before > 2 && number_after (row, i) == 3)
    judge_start (row, i); /* a new row that lost its first */
  else if (m->number > 1 && m->number < before && was_left_out (row, earlier, m->number))
    {
      add_row (row, LECTERN_ROW_BACKWARDS, i, before + 1, FALSE);
      row->last = before;
    }
  else if (before > 0 && m->number <= before
           && (m->number > 1 || (decided && before > 1)
               || repeats_first (row, earlier, i, decided)))
    {
      const LecternMember *last = _lectern_member_get (row->s, row->previous);

      /* The first of a new row may be no marker to the reader: 一个是…；二是…. */
      if (m->number > 1
          && _lectern_check_has_marker_between (row->check, m, last->span.end, m->span.start,
                                                m->number - 1))
        return;
      add_row (row, LECTERN_ROW_DUPLICATE, i, before + 1, decided);
      if (decided)
        row->last = before + 1;
    }
  else if (before > 0 && m->number == 1)
    add_row (row, LECTERN_ROW_RESTART, i, before + 1, FALSE);
  else if (m->number > 1 && (before == 0 || m->number != before + 1))
    judge_start (row, i);
}

/* A single member that says that it is the first. */
static void
judge_lonely (Row *row)
{
  const LecternMember *m = _lectern_member_get (row->s, row->q->first);

  row->previous = -1;
  if (m->number == 1 && !is_upside_down (row->s, row->q)
      && !_lectern_check_has_marker_between (row->check, m, m->span.end, end_of (row->q->section),
                                             2))
    add_row (row, LECTERN_ROW_LONELY, row->q->first, 2, FALSE);
}

/* The next number right behind the last member, without its mark. */
static void
find_bare_last (Row *row)
{
  const LecternMember *m = _lectern_member_get (row->s, row->q->first + row->q->n_members - 1);
  gsize end = MIN (end_of (row->q->section), m->span.end + MAX_MEMBER_BYTES);
  LecternSpan bare;

  if (m->set != LECTERN_SET_NTH || row->last != m->number || row->q->later >= 0
      || !_lectern_check_find_bare_ordinal (row->check, m->span.end, end, m->number + 1, &bare))
    return;
  add_row (row, LECTERN_ROW_BARE, row->q->first + row->q->n_members - 1, m->number + 1, FALSE);
  g_array_index (row->s->rows, LecternRow, row->s->rows->len - 1).bare = bare;
}

static void
go_through (Row *row)
{
  guint end = row->q->first + row->q->n_members;

  row->previous = -1;
  row->last = 0;
  row->open = FALSE;
  for (guint i = row->q->first; i < end; i++)
    {
      const LecternMember *m = _lectern_member_get (row->s, i);

      if (m->span.start == m->span.end)
        continue; /* without a marker */
      if (m->number == 0)
        row->open = TRUE;
      else if (row->previous < 0 && !row->open)
        begin_row (row, i);
      else if (row->open || m->number == row->last + 1
               || m->form != _lectern_member_get (row->s, row->previous)->form)
        row->last = m->number;
      else
        judge (row, i);
      if (m->number == 0)
        continue;
      row->open = FALSE;
      row->previous = (gint)i;
    }
  row->q->last = row->open ? 0 : row->last;
  if (row->q->n_members == 1)
    judge_lonely (row);
  else if (!row->open)
    find_bare_last (row);
}

/* What a series of another form goes on from is neither lonely, nor is there a gap behind it; what
 * stands twice is not lonely. */
enum
{
  CONTINUED = 1,
  NOT_LONELY = 2
};

static void
drop_continued (LecternSequences *s)
{
  g_autofree guint8 *continued = g_new0 (guint8, s->members->len + 1);
  guint kept = 0;

  for (guint i = 0; i < s->rows->len; i++)
    {
      const LecternRow *r = &g_array_index (s->rows, LecternRow, i);

      if (r->fault == LECTERN_ROW_MIXED)
        continued[r->previous] |= CONTINUED;
      if (r->fault == LECTERN_ROW_DUPLICATE)
        continued[r->member] |= NOT_LONELY;
      if (r->fault == LECTERN_ROW_DUPLICATE && r->previous >= 0)
        continued[r->previous] |= NOT_LONELY;
    }
  for (guint i = 0; i < s->rows->len; i++)
    {
      LecternRow r = g_array_index (s->rows, LecternRow, i);

      if ((r.fault == LECTERN_ROW_GAP && (continued[r.previous] & CONTINUED))
          || (r.fault == LECTERN_ROW_LONELY && continued[r.member]))
        continue;
      g_array_index (s->rows, LecternRow, kept++) = r;
    }
  g_array_set_size (s->rows, kept);
}

const GArray *
_lectern_check_rows (LecternCheck *check)
{
  LecternSequences *s = (LecternSequences *)_lectern_check_sequences (check);
  g_autofree guint8 *inverted = NULL;
  Row row = { .check = check, .s = s };

  if (s->rows != NULL)
    return s->rows;
  row.inverted = inverted = find_inverted (s);
  s->rows = g_array_new (FALSE, FALSE, sizeof (LecternRow));
  for (row.sequence = 0; row.sequence < s->sequences->len; row.sequence++)
    {
      row.q = &g_array_index (s->sequences, LecternSequence, row.sequence);
      go_through (&row);
    }
  drop_continued (s);
  return s->rows;
}
