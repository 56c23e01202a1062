/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* Which marks are members, and of which series. */

/* Lists of words and 第N go on into each other: 首先…其次…第三. */
static guint
class_of (const LecternMark *m)
{
  return m->marker.family == LECTERN_FAMILY_ORDER ? LECTERN_FAMILY_NTH : m->marker.family;
}

/* Heading forms inside a paragraph are points as well: 我准备讲两个问题：一、…；二、… */
static gboolean
may_be_member (const LecternMark *m)
{
  return m->series != LECTERN_SERIES_NONE
         && (m->marker.role != LECTERN_ROLE_HEADING || !m->at_start);
}

static gboolean
repeats (const LecternMark *a, const LecternMark *b)
{
  guint f = b->marker.family;

  return f == a->marker.family && (f == LECTERN_FAMILY_SIDE || f == LECTERN_FAMILY_ONE_IS);
}

/* Whether `b` goes on where `a` stands. */
static gboolean
follows (const LecternMark *a, const LecternMark *b)
{
  if (a == NULL || b == NULL || class_of (a) != class_of (b))
    return FALSE;
  if (repeats (a, b) && a->marker.number == b->marker.number)
    return a->block == b->block;
  if (b->marker.number == 0)
    return a->marker.family == b->marker.family && !b->marker.masked;
  return a->marker.number > 0 && a->marker.number + 1 == b->marker.number;
}

/* A link holds within a paragraph, between paragraphs where one member starts its own, and to one
 * of the next two paragraphs. */
static gboolean
links (const LecternMark *a, const LecternMark *b)
{
  return follows (a, b) && (b->block - a->block <= 2 || a->at_start || b->at_start);
}

/* A word for the last member that opens a paragraph of its own with a wish, behind a list within a
 * paragraph: 首先，…；其次，…。 and then 最后，祝大家… */
static gboolean
takes_leave (const LecternTextReader *r, const LecternMark *a, const LecternMark *b)
{
  return b->marker.number == 0 && b->at_start && !a->at_start && a->block != b->block
         && _lectern_reader_begins (r, &r->words->wishes, b->marker.end, r->blocks[b->block].stop);
}

/* For each mark the one of its class before it, within the section. */
static void
find_neighbours (LecternTextReader *r, gint *before)
{
  gint last[LECTERN_N_FAMILIES];
  guint segment = 0;

  memset (last, -1, sizeof last);
  for (guint i = 0; i < r->marks->len; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, i);

      before[i] = -1;
      if (!m->at_start && r->blocks[m->block].role == LECTERN_BLOCK_HEADING
          && m->marker.start < r->blocks[m->block].body)
        m->series = LECTERN_SERIES_NONE; /* within the heading's own sentence */
      if (r->blocks[m->block].segment != segment)
        memset (last, -1, sizeof last);
      segment = r->blocks[m->block].segment;
      if (!may_be_member (m))
        continue;
      before[i] = last[class_of (m)];
      last[class_of (m)] = i;
    }
}

static gboolean
needs_partner (const LecternMark *m)
{
  return !m->at_start || m->marker.doubt || (m->marker.flags & LECTERN_FAMILY_PARTNER);
}

/* Numbers that hardly mean anything else where they stand. */
static gboolean
is_spoken (const LecternMark *m)
{
  return m->marker.family == LECTERN_FAMILY_IS || m->marker.family == LECTERN_FAMILY_MUST
         || m->marker.family == LECTERN_FAMILY_NTH || m->marker.family == LECTERN_FAMILY_OF_THEM;
}

/* A slip in a list of this paragraph: a number left out or written twice (一是…二是…四是). */
static gboolean
slips (const LecternMark *a, const LecternMark *b)
{
  return a->marker.family == b->marker.family && a->block == b->block && a->marker.number > 0
         && is_spoken (b)
         && (b->marker.number == a->marker.number || b->marker.number == a->marker.number + 2);
}

/* A slip among three in a row: 一是…六是…三是, 一是…三是…二是. */
static gboolean
surround_slip (const LecternMark *a, const LecternMark *b, const LecternMark *c)
{
  return a->marker.family == b->marker.family && b->marker.family == c->marker.family
         && a->block == c->block && is_spoken (c) && a->marker.number > 0
         && (c->marker.number == a->marker.number + 1 || c->marker.number == a->marker.number + 2);
}

/* 一是…；三是…: the members are parted like those of a list. */
static gboolean
leaves_out (const LecternTextReader *r, const LecternMark *a, const LecternMark *b)
{
  return a->marker.family == b->marker.family && a->block == b->block && a->marker.number == 1
         && b->marker.number == 3
         && (a->marker.family == LECTERN_FAMILY_IS || a->marker.family == LECTERN_FAMILY_MUST)
         && _lectern_alternative_before ("；|;", r->text, r->text + b->marker.start) > 0;
}

/* Two kinds of numbers in one list: 其一…其二…第三. */
static gboolean
goes_over (const LecternMark *a, const LecternMark *b)
{
  return a->block == b->block && a->marker.number > 0 && a->marker.number + 1 == b->marker.number
         && may_be_member (b) && is_spoken (b);
}

/* An adverb within a chain of 第N is none of its members: 第一，…首先还是要…。第二，… */
static gboolean
breaks_chain (const LecternMark *a, const LecternMark *m, const LecternMark *b)
{
  return a != NULL && b != NULL && m->marker.family == LECTERN_FAMILY_ORDER
         && a->marker.family == LECTERN_FAMILY_NTH && follows (a, b);
}

/* What slips is a member only beside members that do not, or between two that hold together. */
static void
link_slips (LecternTextReader *r, const gint *before, guint8 *linked)
{
  for (guint i = 0; i < r->marks->len; i++)
    {
      const LecternMark *m = _lectern_reader_mark (r, i);
      const LecternMark *a = before[i] < 0 ? NULL : _lectern_reader_mark (r, before[i]);

      if (a == NULL)
        continue;
      if (before[before[i]] >= 0
          && surround_slip (_lectern_reader_mark (r, before[before[i]]), a, m))
        linked[before[before[i]]] = linked[before[i]] = linked[i] = TRUE;
      else if (linked[i] != linked[before[i]] ? slips (a, m) : leaves_out (r, a, m))
        linked[before[i]] = linked[i] = TRUE;
    }
  for (guint i = 1; i < r->marks->len; i++)
    if (linked[i - 1] && !linked[i]
        && goes_over (_lectern_reader_mark (r, i - 1), _lectern_reader_mark (r, i)))
      linked[i] = TRUE;
}

/* Drops the marks that are no members, and keeps those of headings. */
void
_lectern_reader_accept_marks (LecternTextReader *r)
{
  guint n = r->marks->len, kept = 0;
  g_autofree gint *before = g_new (gint, n + 1);
  g_autofree gint *after = g_new (gint, n + 1);
  g_autofree guint8 *linked = g_new0 (guint8, n + 1);

  find_neighbours (r, before);
  for (guint i = 0; i < n; i++)
    after[i] = -1;
  for (guint i = 0; i < n; i++)
    if (before[i] >= 0)
      after[before[i]] = i;
  for (guint i = 0; i < n; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, i);
      LecternMark *a = before[i] < 0 ? NULL : _lectern_reader_mark (r, before[i]);
      LecternMark *b = after[i] < 0 ? NULL : _lectern_reader_mark (r, after[i]);

      if (!may_be_member (m))
        continue;
      if (breaks_chain (a, m, b))
        {
          m->series = LECTERN_SERIES_NONE;
          before[after[i]] = before[i];
          after[before[i]] = after[i];
        }
      else if (a != NULL && links (a, m) && !takes_leave (r, a, m))
        linked[i] = linked[before[i]] = TRUE;
    }
  link_slips (r, before, linked);
  for (guint i = 0; i < n; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, i);
      LecternBlock *b = &r->blocks[m->block];
      gboolean heading = b->role == LECTERN_BLOCK_HEADING && b->mark == (gint)i;

      if (!heading
          && (m->series == LECTERN_SERIES_NONE || !may_be_member (m)
              || (needs_partner (m) && !linked[i])))
        {
          if (b->mark == (gint)i)
            b->mark = -1;
          continue;
        }
      if (b->mark == (gint)i)
        b->mark = kept;
      g_array_index (r->marks, LecternMark, kept++) = *m;
    }
  g_array_set_size (r->marks, kept);
}

/* The end of an inline member that has no other after it: a sentence that leaves the frame
 * (同时，… 以上…), or the end of the paragraph. */
static guint32
last_member_end (LecternTextReader *r, const LecternMark *m)
{
  const LecternBlock *b = &r->blocks[m->block];
  guint32 end = b->stop;

  /* The answer holds for all marks up to it, so a long paragraph is gone through once. */
  if (m->marker.end >= r->leaving_from && m->marker.end < r->leaving_at)
    return r->leaving_at;
  for (guint32 t = m->token; t < b->token_end && r->scan.tokens[t].offset < b->stop; t++)
    if (r->scan.tokens[t].class & LECTERN_CHAR_STOP)
      {
        guint32 sentence = _lectern_reader_sentence_end (r, t, LECTERN_CHAR_STOP, b->stop);

        if (_lectern_reader_begins (r, &r->words->leaving, sentence, b->stop))
          {
            end = sentence;
            break;
          }
      }
  r->leaving_from = m->marker.end;
  r->leaving_at = end;
  return end;
}

/* Open series while the marks of a section are gone through. */
typedef struct
{
  LecternTextReader *r;
  GArray *stack;   /* gint: series */
  gint *next_same; /* for each mark the next of its class in the section */
} Joiner;

static LecternSeriesPlan *
series_at (LecternTextReader *r, gint i)
{
  return &g_array_index (r->series, LecternSeriesPlan, i);
}

/* Takes the series above `depth` off; none of them goes on beyond the mark. */
static void
pop_to (Joiner *j, guint depth, const LecternMark *m)
{
  for (guint i = depth; i < j->stack->len; i++)
    {
      LecternSeriesPlan *s = series_at (j->r, g_array_index (j->stack, gint, i));

      s->limit = MIN (s->limit, m->marker.start);
    }
  g_array_set_size (j->stack, depth);
}

static gint
top (const Joiner *j)
{
  return j->stack->len == 0 ? -1 : g_array_index (j->stack, gint, j->stack->len - 1);
}

/* Whether a later mark of the section goes on with the series. */
static gboolean
goes_on (const Joiner *j, gint series)
{
  gint last = series_at (j->r, series)->last, next = j->next_same[last];
  const LecternMark *a = _lectern_reader_mark (j->r, last), *b = _lectern_reader_mark (j->r, next);

  return b != NULL
         && (follows (a, b) || (b->marker.number > a->marker.number && a->marker.number > 0));
}

/* Whether the mark takes the series on: the next number, or a later one where some were lost. */
static gboolean
continues (LecternTextReader *r, gint series, const LecternMark *m)
{
  const LecternMark *last = _lectern_reader_mark (r, series_at (r, series)->last);

  return class_of (last) == class_of (m)
         && (follows (last, m) || m->marker.masked
             || (m->marker.number > last->marker.number && last->marker.number > 0
                 && (m->marker.family == last->marker.family)));
}

static void
append_member (LecternTextReader *r, gint series, gint mark)
{
  LecternSeriesPlan *s = series_at (r, series);
  LecternMark *m = _lectern_reader_mark (r, mark);

  if (s->last >= 0)
    {
      _lectern_reader_mark (r, s->last)->next = mark;
      m->ordinal = _lectern_reader_mark (r, s->last)->ordinal + 1;
    }
  else
    {
      s->first = mark;
      m->ordinal = 1;
    }
  s->last = mark;
  m->series = series;
}

/* Closes the series that neither go on nor hold the place of the mark. */
static void
close_series (Joiner *j, const LecternMark *m)
{
  while (top (j) >= 0 && !goes_on (j, top (j)))
    {
      const LecternMark *last = _lectern_reader_mark (j->r, series_at (j->r, top (j))->last);

      if (last->block == m->block && !m->at_start && last_member_end (j->r, last) > m->marker.start)
        return;
      pop_to (j, j->stack->len - 1, m);
    }
}

static void
place_mark (Joiner *j, gint i)
{
  LecternTextReader *r = j->r;
  LecternMark *m = _lectern_reader_mark (r, i);
  LecternSeriesPlan plan = { .first = -1, .last = -1, .limit = G_MAXUINT32, .holder = -1 };
  gint depth = (gint)j->stack->len - 1, series;

  while (depth >= 0
         && class_of (_lectern_reader_mark (
                r, series_at (r, g_array_index (j->stack, gint, depth))->last))
                != class_of (m))
    depth--;
  if (depth >= 0)
    {
      series = g_array_index (j->stack, gint, depth);
      if (continues (r, series, m))
        {
          pop_to (j, depth + 1, m);
          append_member (r, series, i);
          return;
        }
      pop_to (j, depth, m); /* a restart is a new series */
    }
  close_series (j, m);
  if (top (j) >= 0)
    plan.holder = series_at (r, top (j))->last;
  g_array_append_val (r->series, plan);
  series = r->series->len - 1;
  g_array_append_val (j->stack, series);
  append_member (r, series, i);
}

/* Where a series lies: within one paragraph of one line it stands inside its p. The series that
 * hold it were made before it, so their members' ends are known. */
static void
finish_series (LecternTextReader *r, LecternSeriesPlan *s)
{
  const LecternMark *first = _lectern_reader_mark (r, s->first);
  const LecternMark *holder = _lectern_reader_mark (r, s->holder);
  LecternMark *last = _lectern_reader_mark (r, s->last);
  const LecternBlock *b = &r->blocks[first->block];

  if (last->marker.family != LECTERN_FAMILY_PARALLEL)
    {
      last->end = last_member_end (r, last);
      if (last->block == first->block || s->limit > b->stop)
        last->end = MIN (last->end, s->limit);
      if (holder != NULL && holder->block == last->block && holder->end > last->marker.start)
        last->end = MIN (last->end, holder->end);
    }
  s->end = last->end;
  s->inside
      = first->block == last->block
        && (b->first_line == b->last_line
            || memchr (r->text + first->marker.start, '\n', s->end - first->marker.start) == NULL);
  for (LecternMark *m = _lectern_reader_mark (r, s->first); m->next >= 0;
       m = _lectern_reader_mark (r, m->next))
    m->end = _lectern_reader_mark (r, m->next)->marker.start;
}

/* A last member goes on as long as the series that it holds. */
static void
stretch_holder (LecternTextReader *r, const LecternSeriesPlan *s)
{
  LecternMark *holder = _lectern_reader_mark (r, s->holder);

  if (holder->next >= 0 || holder->block != _lectern_reader_mark (r, s->last)->block
      || holder->end >= s->end)
    return;
  holder->end = s->end;
  series_at (r, holder->series)->end = s->end;
}

/* What a series does to those that hold it, innermost first: one that goes over line ends draws
 * them out of their paragraphs. */
static void
settle_holders (LecternTextReader *r)
{
  for (guint i = r->series->len; i-- > 0;)
    {
      const LecternSeriesPlan *s = series_at (r, i);

      if (s->holder < 0)
        continue;
      stretch_holder (r, s);
      if (!s->inside)
        series_at (r, _lectern_reader_mark (r, s->holder)->series)->inside = FALSE;
    }
}

/* The lead: the first sentence of the member, if it is short and cuts no inner series. */
static void
find_lead (LecternTextReader *r, gint i)
{
  LecternMark *m = _lectern_reader_mark (r, i);
  const LecternBlock *b = &r->blocks[m->block];
  guint32 limit = MIN (m->end, b->stop), t = m->token, end;

  if (limit <= m->marker.end)
    limit = b->stop;
  while (t < b->token_end && r->scan.tokens[t].offset < m->marker.end)
    t++;
  end = _lectern_reader_sentence_end (r, t, LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI, limit);
  if (_lectern_count_chars (r->text, m->marker.end, end, LECTERN_LEAD_MAX_CHARS + 1)
      > LECTERN_LEAD_MAX_CHARS)
    return;
  m->lead = end > m->marker.end ? end : 0;
  for (guint k = i + 1; k < r->marks->len; k++)
    {
      const LecternMark *inner = _lectern_reader_mark (r, k);

      if (inner->marker.start >= end)
        break;
      if (inner->series >= 0 && series_at (r, inner->series)->end > end)
        m->lead = 0;
    }
}

static void
link_parallels (LecternTextReader *r)
{
  for (guint i = 0; i < r->marks->len; i++)
    if (_lectern_reader_mark (r, i)->marker.family == LECTERN_FAMILY_PARALLEL)
      append_member (r, _lectern_reader_mark (r, i)->series, i);
}

void
_lectern_reader_join_series (LecternTextReader *r)
{
  guint n = r->marks->len;
  gint last[LECTERN_N_FAMILIES];
  Joiner j = { .r = r };
  guint segment = G_MAXUINT;

  link_parallels (r);
  j.stack = g_array_new (FALSE, FALSE, sizeof (gint));
  j.next_same = g_new (gint, n + 1);
  memset (last, -1, sizeof last);
  for (guint i = n; i-- > 0;)
    {
      const LecternMark *m = _lectern_reader_mark (r, i);

      if (r->blocks[m->block].segment != segment)
        memset (last, -1, sizeof last);
      segment = r->blocks[m->block].segment;
      j.next_same[i] = last[class_of (m)];
      last[class_of (m)] = i;
    }
  for (guint i = 0; i < n; i++)
    {
      const LecternMark *m = _lectern_reader_mark (r, i);

      if (r->blocks[m->block].segment != segment)
        g_array_set_size (j.stack, 0);
      segment = r->blocks[m->block].segment;
      if (m->series != LECTERN_SERIES_NONE && m->marker.family != LECTERN_FAMILY_PARALLEL)
        place_mark (&j, i);
    }
  for (guint i = 0; i < r->series->len; i++)
    finish_series (r, series_at (r, i));
  settle_holders (r);
  for (guint i = 0; i < n; i++)
    if (_lectern_reader_mark (r, i)->series >= 0)
      find_lead (r, i);
  g_array_unref (j.stack);
  g_free (j.next_same);
}
