/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-announcements-private.h"

#include "language/lectern-slogans-private.h"

#include <string.h>

/* Which series or sections a phrase announces. */

#define ASIDE_MAX_BYTES  96  /* between phrase and list, in one sentence */
#define NEAR_MAX_BYTES   240 /* in a sentence of its own */
#define SLOGAN_MAX_BYTES 24  /* of a slogan before its number */
#define LEVELS           257
#define MARKS_LOOKED_AT  64
#define SERIES_LOOKED_AT 4
#define MEMBER_MAX_BYTES 240 /* of a member, where the key word is looked for */
#define NEAR_BLOCKS      3
#define KEYWORD_BLOCKS   2
#define KEYWORD_SCORE    100

/* How far the list is from the phrase. */
typedef enum
{
  REACH_FAR,
  REACH_NEAR,   /* a short sentence stands between */
  REACH_ASIDE,  /* the rest of the sentence */
  REACH_DIRECT, /* nothing */
  REACH_COLON   /* nothing but a colon, or 即 */
} Reach;

typedef struct
{
  LecternTextReader *r;
  const LecternAnnouncing *words;
  guint mark;           /* the first one after the phrase */
  guint32 *next;        /* for each block the heading after it, n_blocks for none */
  guint32 *siblings;    /* for each heading how many of its rank follow on, with itself */
  guint16 *level;       /* for each block that of the section it stands in */
  gint *best_of_series; /* the phrase that a series is tied to, or -1 */
  gint *best_of_block;  /* the same for the first of some sections */
} Tie;

static LecternSeriesPlan *
plan_at (const Tie *t, gint i)
{
  return &g_array_index (t->r->series, LecternSeriesPlan, i);
}

static guint
count_members (const Tie *t, gint series)
{
  return _lectern_reader_mark (t->r, plan_at (t, series)->last)->ordinal;
}

static gboolean
counts_right (const LecternPhrase *p, guint delivered)
{
  return p->counting == LECTERN_ANNOUNCED_NUMBER ? p->count == delivered : delivered >= 2;
}

static guint32
token_after (const LecternTextReader *r, guint32 offset)
{
  guint32 low = 0, high = r->scan.n_tokens;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (r->scan.tokens[middle].offset < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Goes over marks, blanks and the words that only lead on (即). Sets `colon` where one of them says
 * that the list follows. */
static guint32
skip_lead_in (const Tie *t, guint32 at, guint32 to, gboolean *colon)
{
  const char *text = t->r->text;

  while (at < to)
    {
      guint size, class = _lectern_char_class_at ((const guchar *)text + at, &size);
      gsize n;

      if (class == LECTERN_CHAR_FULL_STOP || (class & LECTERN_CHAR_BOUNDARY)
          || _lectern_blank_at (text + at, text + to) > 0)
        {
          *colon |= class == LECTERN_CHAR_COLON;
          at += size;
        }
      else if ((n = _lectern_words_begin (&t->words->namely, text + at, text + to)) > 0)
        {
          *colon = TRUE;
          at += n;
        }
      else
        break;
    }
  return at;
}

/* How far it is from the phrase to the list that begins at `to`. */
static Reach
measure_reach (const Tie *t, const LecternPhrase *p, guint32 to)
{
  const LecternScan *scan = &t->r->scan;
  gboolean colon = FALSE, last_is_colon = FALSE;
  guint stops = 0;
  guint32 at;

  if (to > p->gap + NEAR_MAX_BYTES)
    return REACH_FAR;
  at = skip_lead_in (t, p->gap, to, &colon);
  if (at >= to)
    return colon ? REACH_COLON : REACH_DIRECT;
  for (guint32 k = token_after (t->r, p->gap); k < scan->n_tokens && scan->tokens[k].offset < to;
       k++)
    {
      guint class = scan->tokens[k].class;
      gboolean ignored = FALSE;

      if (class == LECTERN_CHAR_WIDE_BLANK || !(class & LECTERN_CHAR_BOUNDARY))
        continue;
      last_is_colon = class == LECTERN_CHAR_COLON;
      stops += (class & (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI))
               && skip_lead_in (t, scan->tokens[k].offset, to, &ignored) < to;
    }
  if (stops == 0 && (to - p->gap <= ASIDE_MAX_BYTES || last_is_colon))
    return last_is_colon ? REACH_COLON : REACH_ASIDE;
  return stops <= 1 ? REACH_NEAR : REACH_FAR;
}

/* The bytes in which a member shows the key word. */
static guint32
member_end (const Tie *t, const LecternMark *m)
{
  const LecternMark *next = _lectern_reader_mark (t->r, m->next);
  guint32 end = next != NULL ? next->marker.start : MAX (m->end, m->marker.end);

  if (next == NULL && end == m->marker.end)
    end = t->r->blocks[m->block].stop;
  return MIN (end, m->marker.start + MEMBER_MAX_BYTES);
}

static gboolean
has_word (const char *text, guint32 from, guint32 to, const char *word, guint32 length)
{
  for (; from + length <= to; from++)
    if (text[from] == *word && memcmp (text + from, word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether most members have the key word. */
static gboolean
shares_keyword (const Tie *t, gint series, guint32 from, guint32 to)
{
  const LecternMark *m = _lectern_reader_mark (t->r, plan_at (t, series)->first);
  guint n = 0, with = 0;

  for (; m != NULL && n < MARKS_LOOKED_AT; m = _lectern_reader_mark (t->r, m->next))
    {
      n++;
      with += has_word (t->r->text, m->marker.start, member_end (t, m), t->r->text + from,
                        to - from);
    }
  return with >= 2 && with * 2 > n;
}

/* A slogan that the number is a part of: 和平共处五项原则. */
static gboolean
is_slogan (const Tie *t, const LecternPhrase *p)
{
  const char *text = t->r->text;
  guint32 from = t->r->blocks[p->block].begin, at, to = t->r->blocks[p->block].stop;

  for (at = MAX (from, p->start - MIN (p->start, SLOGAN_MAX_BYTES)); at <= p->start; at++)
    {
      gboolean canonical;
      gsize n;

      if ((text[at] & 0xc0) != 0x80
          && _lectern_slogan_at (text + at, text + to, &n, &canonical) != NULL && at + n > p->start)
        return TRUE;
    }
  return FALSE;
}

/* What a tie of the phrase to a series is worth, by how far it is and what the phrase says; 0 where
 * it is none. */
static guint
weigh_series (const Tie *t, const LecternPhrase *p, gint series, Reach reach)
{
  guint f = p->flags, delivered = count_members (t, series);
  gboolean right = counts_right (p, delivered), exact = p->counting == LECTERN_ANNOUNCED_NUMBER;
  gboolean noun = f & (LECTERN_PHRASE_NOUN | LECTERN_PHRASE_QUOTED);
  gboolean told = (f & (LECTERN_PHRASE_SPEAKING | LECTERN_PHRASE_HERE))
                  && (right || !(f & LECTERN_PHRASE_REPORTED));
  gboolean leads = f & (LECTERN_PHRASE_LEADING | LECTERN_PHRASE_SPEAKING | LECTERN_PHRASE_HERE);
  gboolean good = FALSE;

  if (f & (LECTERN_PHRASE_SLOGAN | LECTERN_PHRASE_QUOTED))
    good = reach == REACH_COLON && right && exact;
  else if (f & LECTERN_PHRASE_HEADING)
    good = reach >= REACH_NEAR && noun && right && leads;
  else if (reach == REACH_COLON)
    good = (noun && (leads || right || (f & LECTERN_PHRASE_SAID))) || (right && (exact || leads));
  else if (reach >= REACH_ASIDE)
    good = (told && noun) || (noun && leads && right && (exact || reach == REACH_DIRECT))
           || ((f & LECTERN_PHRASE_SAID) && right)
           || (told && (f & LECTERN_PHRASE_SPEAKING) && right && exact);
  else if (reach == REACH_NEAR)
    good = noun
           && ((told && right)
               || (told && (f & LECTERN_PHRASE_SPEAKING) && exact && (f & LECTERN_PHRASE_SAID))
               || (leads && right && exact));
  else
    good = told && noun && (f & LECTERN_PHRASE_SPEAKING) && (f & LECTERN_PHRASE_SAID)
           && _lectern_reader_mark (t->r, plan_at (t, series)->first)->at_start;
  if (!good)
    return 0;
  return 10 + reach * 15 + (right ? 22 : 0) + (told ? 5 : 0) + (f & LECTERN_PHRASE_SAID ? 5 : 0);
}

/* The same for the sections that follow. */
static guint
weigh_sections (const Tie *t, const LecternPhrase *p, guint32 first)
{
  guint f = p->flags, distance = first - p->block - 1;
  gboolean right = counts_right (p, t->siblings[first]);
  gboolean exact = p->counting == LECTERN_ANNOUNCED_NUMBER;
  gboolean noun = f & LECTERN_PHRASE_NOUN;
  gboolean leads = f & (LECTERN_PHRASE_LEADING | LECTERN_PHRASE_SPEAKING | LECTERN_PHRASE_HERE);
  gboolean good;

  if (f & (LECTERN_PHRASE_SLOGAN | LECTERN_PHRASE_QUOTED))
    good = FALSE;
  else if (f & LECTERN_PHRASE_HEADING)
    good = noun && leads && right && exact && distance == 0;
  else if (f & LECTERN_PHRASE_REPORTED)
    good = noun && right && exact && distance == 0;
  else if (f & LECTERN_PHRASE_SPEAKING)
    good = noun && (right || distance < NEAR_BLOCKS);
  else if (f & LECTERN_PHRASE_HERE)
    good = noun && distance < NEAR_BLOCKS;
  else
    good = noun && (leads || (f & LECTERN_PHRASE_SAID)) && right && exact && distance == 0;
  if (!good)
    return 0;
  return 10
         + (distance == 0            ? 40
            : distance < NEAR_BLOCKS ? 20
                                     : 0)
         + (right ? 27 : 0) + (f & LECTERN_PHRASE_SPEAKING ? 5 : 0)
         + (f & LECTERN_PHRASE_SAID ? 5 : 0);
}

/* The same for a series whose members have the key word: near or far, if only something says that
 * it comes. */
static guint
weigh_keyword (const Tie *t, const LecternPhrase *p, gint series, Reach reach)
{
  const LecternMark *m = _lectern_reader_mark (t->r, plan_at (t, series)->first);

  if (p->keyword == p->keyword_end || !shares_keyword (t, series, p->keyword, p->keyword_end))
    return 0;
  if (reach == REACH_FAR
      && (m->block > p->block + KEYWORD_BLOCKS || (m->block > p->block && !m->at_start)))
    return 0;
  if (reach < REACH_COLON
      && !(p->flags & (LECTERN_PHRASE_LEADING | LECTERN_PHRASE_SPEAKING | LECTERN_PHRASE_HERE)))
    return 0;
  return KEYWORD_SCORE + (counts_right (p, count_members (t, series)) ? 20 : 0);
}

/* The series after the phrase: the next one, or one with its key word. */
static void
choose_series (Tie *t, LecternPhrase *p)
{
  guint segment = t->r->blocks[p->block].segment, looked = 0, tried = 0;
  guint32 nearest = 0;

  for (guint i = t->mark; i < t->r->marks->len && looked++ < MARKS_LOOKED_AT; i++)
    {
      const LecternMark *m = _lectern_reader_mark (t->r, i);
      guint score;
      Reach reach;

      if (t->r->blocks[m->block].segment != segment)
        return;
      if (m->series < 0)
        continue;
      if (m->ordinal > 1)
        {
          if (plan_at (t, m->series)->first < (gint)t->mark)
            return; /* the member that the phrase stands in ends here */
          continue;
        }
      if (tried++ == SERIES_LOOKED_AT)
        return;
      if (nearest == 0)
        nearest = m->marker.start + 1;
      reach = measure_reach (t, p, m->marker.start);
      score = weigh_keyword (t, p, m->series, reach);
      if (score == 0 && m->marker.start + 1 == nearest)
        score = weigh_series (t, p, m->series, reach);
      if (score > p->score)
        {
          p->score = score;
          p->series = m->series;
        }
      if (score >= KEYWORD_SCORE)
        return;
    }
}

static void
choose_sections (Tie *t, LecternPhrase *p)
{
  guint32 first = t->next[p->block];
  guint score;

  if (first >= t->r->n_blocks || t->r->blocks[first].level != t->level[p->block] + 1u)
    return;
  score = weigh_sections (t, p, first);
  if (score <= p->score)
    return;
  p->score = score;
  p->series = -1;
  p->section = first;
}

/* A target has one announcement: the one that fits best, of two alike the nearer. */
static void
claim (GArray *phrases, guint i, gint *best)
{
  LecternPhrase *p = &g_array_index (phrases, LecternPhrase, i), *other;

  if (*best >= 0)
    {
      other = &g_array_index (phrases, LecternPhrase, *best);
      if (other->score > p->score)
        {
          p->score = 0;
          return;
        }
      other->score = 0;
    }
  *best = i;
}

/* Sections: what heading follows, how many stand beside it, and in what each block stands. */
static void
survey_sections (Tie *t)
{
  const LecternTextReader *r = t->r;
  g_autofree guint32 *after = g_new0 (guint32, LEVELS);
  guint32 next = r->n_blocks;
  guint deepest = 0, level = 0;

  for (guint i = r->n_blocks; i-- > 0;)
    {
      guint here = MIN (r->blocks[i].level, LEVELS - 1);

      t->next[i] = next;
      if (r->blocks[i].role != LECTERN_BLOCK_HEADING)
        continue;
      while (deepest > here)
        after[deepest--] = 0;
      deepest = here;
      t->siblings[i] = ++after[here];
      next = i;
    }
  for (guint i = 0; i < r->n_blocks; i++)
    {
      if (r->blocks[i].role == LECTERN_BLOCK_HEADING)
        level = r->blocks[i].level;
      t->level[i] = level;
    }
}

/* Whether a marker begins within the phrase, or the phrase within a marker. */
static gboolean
meets_marker (const Tie *t, const LecternPhrase *p)
{
  const LecternMark *m = _lectern_reader_mark (t->r, (gint)t->mark - 1);

  if (t->mark < t->r->marks->len && _lectern_reader_mark (t->r, t->mark)->marker.start < p->end)
    return TRUE;
  return m != NULL && m->marker.end > p->start;
}

static void
tie_phrases (Tie *t, GArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      LecternPhrase *p = &g_array_index (phrases, LecternPhrase, i);

      while (t->mark < t->r->marks->len
             && _lectern_reader_mark (t->r, t->mark)->marker.start <= p->start)
        t->mark++;
      if (p->names > 0)
        continue;
      if (meets_marker (t, p))
        continue;
      choose_series (t, p);
      choose_sections (t, p);
      if (p->score > 0 && is_slogan (t, p))
        {
          p->flags |= LECTERN_PHRASE_SLOGAN;
          p->score = 0;
          choose_series (t, p);
        }
      if (p->score == 0)
        continue;
      claim (phrases, i,
             p->series >= 0 ? &t->best_of_series[p->series] : &t->best_of_block[p->section]);
    }
}

/* Whether a list that follows is announced within the phrase at `i`: what stands before the number
 * is not the list then. */
static gboolean
holds_tied (const GArray *phrases, guint i)
{
  guint32 end = g_array_index (phrases, LecternPhrase, i).end;

  while (++i < phrases->len && g_array_index (phrases, LecternPhrase, i).start < end)
    if (g_array_index (phrases, LecternPhrase, i).score > 0)
      return TRUE;
  return FALSE;
}

/* Those that announce something, and do not run into one another. */
static void
keep_tied (GArray *phrases)
{
  guint kept = 0;
  guint32 end = 0;

  for (guint i = 0; i < phrases->len; i++)
    {
      const LecternPhrase *p = &g_array_index (phrases, LecternPhrase, i);

      if ((p->score == 0 && p->names == 0) || p->start < end
          || (p->names > 0 && holds_tied (phrases, i)))
        continue;
      end = p->end;
      g_array_index (phrases, LecternPhrase, kept++) = *p;
    }
  g_array_set_size (phrases, kept);
}

void
_lectern_phrases_tie (LecternTextReader *r, GArray *phrases)
{
  g_autofree guint32 *next = g_new (guint32, r->n_blocks + 1);
  g_autofree guint32 *siblings = g_new0 (guint32, r->n_blocks + 1);
  g_autofree guint16 *level = g_new (guint16, r->n_blocks + 1);
  g_autofree gint *best_of_series = g_new (gint, r->series->len + 1);
  g_autofree gint *best_of_block = g_new (gint, r->n_blocks + 1);
  Tie t = { .r = r,
            .words = r->announcing,
            .next = next,
            .siblings = siblings,
            .level = level,
            .best_of_series = best_of_series,
            .best_of_block = best_of_block };

  if (phrases->len == 0)
    return;
  memset (best_of_series, -1, sizeof *best_of_series * (r->series->len + 1));
  memset (best_of_block, -1, sizeof *best_of_block * (r->n_blocks + 1));
  survey_sections (&t);
  tie_phrases (&t, phrases);
  keep_tied (phrases);
}
