/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* Parallel series without numerals: paragraphs or clauses that begin alike (要聚焦…要聚焦…,
 * 决不允许…，决不允许…). */

#define KEY_MIN_BYTES       6  /* two wide characters */
#define KEY_MAX_BYTES       36 /* twelve */
#define CLAUSES_MIN         3
#define PARAGRAPHS_MIN      2
#define ANNOUNCED_MAX_BYTES 150 /* from a phrase that counts two members to the first */
#define STARTS_KEPT         8   /* clause starts looked at for the first member */

/* Whether two places begin with the same two characters: what any key has at least. */
static inline gboolean
begin_alike (const LecternTextReader *r, guint32 a, guint32 b)
{
  guint32 x, y;
  guint16 v, w;

  memcpy (&x, r->text + a, sizeof x);
  memcpy (&y, r->text + b, sizeof y);
  memcpy (&v, r->text + a + sizeof x, sizeof v);
  memcpy (&w, r->text + b + sizeof y, sizeof w);
  return x == y && v == w;
}

static gboolean
is_marker (const LecternTextReader *r, guint32 at, guint32 end)
{
  LecternMarker m;

  return _lectern_marker_match (r->text, at, end, FALSE, &m);
}

/* The bytes that two stretches share from their starts, in whole wide characters that are neither
 * punctuation nor the start of a marker or mask. */
static guint
common_key (const LecternTextReader *r, guint32 a, guint32 b, guint32 a_end, guint32 b_end)
{
  guint n = 0;

  if (a + KEY_MIN_BYTES > a_end || b + KEY_MIN_BYTES > b_end || !begin_alike (r, a, b)
      || is_marker (r, b, b_end))
    return 0;
  while (n < KEY_MAX_BYTES && a + n + 3 <= a_end && b + n + 3 <= b_end)
    {
      const guchar *p = (const guchar *)r->text + a + n;
      guint c = ((p[0] & 0x0fu) << 12) | ((p[1] & 0x3fu) << 6) | (p[2] & 0x3fu);

      if (p[0] < 0xe3 || p[0] > 0xe9 || memcmp (p, r->text + b + n, 3) != 0
          || (c < 0x4e00 || c > 0x9fff))
        break;
      n += 3;
    }
  return n;
}

static gint
add_series (LecternTextReader *r, guint key)
{
  LecternSeriesPlan plan
      = { .first = -1, .last = -1, .key = key, .limit = G_MAXUINT32, .holder = -1 };

  g_array_append_val (r->series, plan);
  return r->series->len - 1;
}

/* Marks of parallel members are gathered apart and put in their places at the end. */
static void
add_member (GArray *found, guint block, guint32 token, guint32 start, guint32 end, gint series,
            guint ordinal, guint key, gboolean at_start)
{
  LecternMark m = {
    .marker = { .start = start,
                .end = start,
                .digits_start = start,
                .digits_end = start,
                .number = ordinal,
                .family = LECTERN_FAMILY_PARALLEL,
                .form = LECTERN_FAMILY_PARALLEL * 2,
                .role = LECTERN_ROLE_POINT },
    .block = block,
    .token = token,
    .end = end,
    .next = -1,
    .series = series,
    .ordinal = ordinal,
    .at_start = at_start,
    .key = key,
  };

  g_array_append_val (found, m);
}

/* A run of clauses that begin with the same key, parted by marks of one class. */
typedef struct
{
  guint32 starts[64];
  guint32 tokens[64];
  guint n;
  guint key;
  guint separator;
} Run;

/* What opens clause after clause without any rhetoric: subjects and conjunctions. */
static const char *const subjects = "我们|我們|你们|你們|他们|他們|她们|它们|咱们|大家|我国|我國|"
                                    "中国|中國|人民|群众|同志|这些|這些|那些|"
                                    "这个|這個|那个|这是|這是|这种|这样|但是|因此|所以|如果|因为|"
                                    "而且|并且|同时|也是|就是|不是|还是|已经";

static gboolean
key_is_subject (const LecternTextReader *r, const Run *run)
{
  const char *key = r->text + run->starts[0];

  return _lectern_alternative_at (subjects, key, key + run->key) == (gint)run->key;
}

/* Members of about one length. */
static gboolean
is_balanced (const Run *run, guint32 end)
{
  guint32 shortest = G_MAXUINT32, longest = 0;

  for (guint i = 0; i < run->n; i++)
    {
      guint32 n = (i + 1 < run->n ? run->starts[i + 1] : end) - run->starts[i];

      shortest = MIN (shortest, n);
      longest = MAX (longest, n);
    }
  return longest * 5 <= shortest * 9;
}

/* A key that the members have in other places too is their topic, no figure of speech. */
static gboolean
key_is_topic (const LecternTextReader *r, const Run *run, guint32 end)
{
  const char *key = r->text + run->starts[0];
  guint n = 0;

  for (guint32 at = run->starts[0]; at + run->key <= end; at++)
    n += r->text[at] == *key && memcmp (r->text + at, key, run->key) == 0;
  return n > run->n;
}

/* The words after the number of a phrase before `at` that counts two (“两个务必”): where they
 * begin, or 0. */
static guint32
find_pair_phrase (const LecternTextReader *r, guint32 from, guint32 at)
{
  guint32 limit = at;

  for (; at >= from + 3 && limit - at < ANNOUNCED_MAX_BYTES; at--)
    {
      guchar c = r->text[at];
      gint n;

      if (c != '2' && c != 0xe4 && c != 0xe5 && c != 0xef)
        continue;
      n = _lectern_alternative_at ("两个|兩個|2个|２个|二个", r->text + at, r->text + limit);
      if (n < 0)
        continue;
      at += n;
      return at + MAX (_lectern_alternative_at ("“|‘|「|『", r->text + at, r->text + limit), 0);
    }
  return 0;
}

/* Whether a colon there unfolds such a phrase: “两个务必”：, 两个“务必”，即： */
static gboolean
unfolds_pair (const LecternTextReader *r, guint32 from, guint32 colon)
{
  return colon >= from + 3
         && (_lectern_reader_at (r, "即|”|」|’|』", colon - 3, colon) || r->text[colon - 1] == '"')
         && find_pair_phrase (r, from, colon) > 0;
}

/* Whether a list may begin there: behind a colon, or behind the ； that parts two lists. */
static gboolean
may_unfold_at (const LecternTextReader *r, guint32 from, guint32 at)
{
  if (at >= from + 3 && _lectern_reader_at (r, "“|‘|「|『|《", at - 3, at))
    at -= 3;
  return at >= from + 3
         && (r->text[at - 1] == ':' || r->text[at - 1] == ';'
             || _lectern_reader_at (r, "：|；", at - 3, at));
}

/* Whether a phrase before the run counts its two members, and begins as they do: “两个务必”，即：
 * 务必…，务必… */
static gboolean
is_announced_pair (const LecternTextReader *r, guint block, const Run *run)
{
  guint32 from = r->blocks[block].body, start = run->starts[0], key;

  if (run->n != 2 || !may_unfold_at (r, from, start)
      || (key = find_pair_phrase (r, from, start)) == 0)
    return FALSE;
  return begin_alike (r, key, start)
         && (memchr (r->text + key, ':', start - key) != NULL
             || g_strstr_len (r->text + key, start - key, "：") != NULL);
}

static gboolean
is_rhetorical (const LecternTextReader *r, guint block, const Run *run, guint32 end)
{
  if (run->key >= KEY_MIN_BYTES && is_announced_pair (r, block, run))
    return TRUE;
  if (run->n < CLAUSES_MIN || run->key < KEY_MIN_BYTES)
    return FALSE;
  if (key_is_subject (r, run))
    return (run->separator & LECTERN_CHAR_STOP) == 0 && is_balanced (run, end);
  return (run->separator & LECTERN_CHAR_STOP) == 0 || !key_is_topic (r, run, end);
}

/* Whether the run became a series. */
static gboolean
close_run (LecternTextReader *r, GArray *found, guint block, Run *run, guint32 end)
{
  gboolean good = is_rhetorical (r, block, run, end);

  if (good)
    {
      gint series = add_series (r, run->key);

      for (guint i = 0; i < run->n; i++)
        add_member (found, block, run->tokens[i], run->starts[i],
                    i + 1 < run->n ? run->starts[i + 1] : end, series, i + 1, run->key,
                    run->starts[i] == r->blocks[block].begin);
    }
  run->n = 0;
  return good;
}

/* The clause starts since the last mark that parts members. */
typedef struct
{
  guint32 starts[STARTS_KEPT];
  guint n;
  guint32 token; /* the first one of the stretch */
} Unit;

static void
begin_unit (Unit *unit, guint32 at, guint32 token)
{
  unit->starts[0] = at;
  unit->n = 1;
  unit->token = token;
}

static void
add_start (Unit *unit, guint32 at)
{
  if (unit->n == STARTS_KEPT)
    memmove (unit->starts, unit->starts + 1, --unit->n * sizeof *unit->starts);
  unit->starts[unit->n++] = at;
}

/* Whether the member before the clause at `at` begins within the unit: at the last of its clauses
 * that begins alike, or inside the last clause (他们有的怕苦，有的怕累，有的…). */
static gboolean
first_member (const LecternTextReader *r, const Unit *unit, guint32 at, guint32 limit, Run *run)
{
  guint32 last = unit->starts[unit->n - 1];

  if (at + KEY_MIN_BYTES > limit)
    return FALSE;
  for (guint i = unit->n; i-- > 0;)
    {
      if (!begin_alike (r, unit->starts[i], at))
        continue;
      run->key = common_key (r, unit->starts[i], at, at, limit);
      run->starts[0] = unit->starts[i];
      if (run->key >= KEY_MIN_BYTES)
        return TRUE;
    }
  for (guint32 k = last + 3; k + KEY_MIN_BYTES < at && k < last + 36; k += 3)
    {
      if (!begin_alike (r, k, at))
        continue;
      run->key = common_key (r, k, at, at, limit);
      run->starts[0] = k;
      if (run->key >= KEY_MIN_BYTES)
        return TRUE;
    }
  return FALSE;
}

static gboolean
parts_clauses (const LecternTextReader *r, const LecternToken *t)
{
  const guint any = LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COMMA | LECTERN_CHAR_COLON;

  return (t->class & any) && (t->length != 3 || memcmp (r->text + t->offset, "、", 3) != 0);
}

/* The clause at `at`, after the mark `t` that parts members: it goes on with the run, or with the
 * unit before it begins one. */
static void
take_clause (LecternTextReader *r, GArray *found, guint block, Run *run, const Unit *unit,
             guint32 t, guint32 at, guint32 to)
{
  guint separator = r->scan.tokens[t].class;

  if (run->n > 0)
    {
      guint key = common_key (r, run->starts[0], at, run->starts[0] + run->key, to);

      if (key >= KEY_MIN_BYTES && run->n < G_N_ELEMENTS (run->starts)
          && (run->n == 1 || run->separator == separator))
        run->key = key;
      else if (close_run (r, found, block, run, at))
        return; /* what stands before is a member already, and of one series only */
    }
  if (run->n == 0)
    {
      if (!first_member (r, unit, at, to, run))
        return;
      run->tokens[0] = unit->token;
      run->n = 1;
      run->separator = separator;
    }
  run->tokens[run->n] = t + 1;
  run->starts[run->n++] = at;
}

/* The end of the last member: the mark that parts its siblings, or a stronger one. */
static guint32
last_end (const LecternTextReader *r, guint32 t, guint part, guint32 to)
{
  for (; t < r->scan.n_tokens && r->scan.tokens[t].offset < to; t++)
    if ((r->scan.tokens[t].class & (part | LECTERN_CHAR_COLON))
        && parts_clauses (r, &r->scan.tokens[t]))
      return _lectern_reader_sentence_end (r, t, part | LECTERN_CHAR_COLON, to);
  return to;
}

/* Clauses of one rank in [from, to): `part` are the classes that part members. */
static gboolean
find_clauses (LecternTextReader *r, GArray *found, guint block, guint32 t, guint32 from, guint32 to,
              guint part)
{
  const LecternToken *tokens = r->scan.tokens;
  guint before = r->series->len;
  Run run = { .n = 0 };
  Unit unit;

  begin_unit (&unit, from, t);
  for (; t < r->scan.n_tokens && tokens[t].offset < to; t++)
    {
      guint32 at = tokens[t].offset + tokens[t].length;

      if (!parts_clauses (r, &tokens[t]) || at >= to)
        continue;
      if ((tokens[t].class & part) == 0)
        {
          add_start (&unit, at);
          continue;
        }
      take_clause (r, found, block, &run, &unit, t, at, to);
      begin_unit (&unit, at, t + 1);
    }
  if (run.n > 0)
    close_run (r, found, block, &run, last_end (r, run.tokens[run.n - 1], part, to));
  return r->series->len > before;
}

/* Clause starts by a hash of their first two characters: a bit for each that was met. */
typedef struct
{
  guint64 met[32];
  gboolean enough;
} Census;

static inline void
count_start (Census *census, const LecternTextReader *r, guint32 at, guint32 stop, guint weight)
{
  guint32 head;
  guint16 tail;
  guint64 *met, bit;

  if (at + KEY_MIN_BYTES > stop || (guchar)r->text[at] < 0xe3 || (guchar)r->text[at] > 0xe9)
    return;
  memcpy (&head, r->text + at, sizeof head);
  memcpy (&tail, r->text + at + sizeof head, sizeof tail);
  head = (head ^ ((guint32)tail << 11)) * 2654435761u;
  met = &census->met[head >> 27];
  bit = (guint64)1 << (head >> 21 & 63);
  /* Two are enough: the first of three may stand within a clause. */
  census->enough |= weight > 1 || (*met & bit) != 0;
  *met |= bit;
}

/* Whether two clauses of the block may begin alike at all; many blocks have none. */
static gboolean
may_have_clauses (const LecternTextReader *r, const LecternBlock *b, guint mark)
{
  Census census = { { 0 }, FALSE };
  const LecternToken *t = &r->scan.tokens[b->token], *end = &r->scan.tokens[b->token_end];
  gboolean colon = FALSE;

  if (b->token_end < b->token + CLAUSES_MIN - 1)
    return FALSE;
  count_start (&census, r, b->body, b->stop, 1);
  for (; mark < r->marks->len && _lectern_reader_mark (r, mark)->marker.start < b->stop; mark++)
    count_start (&census, r, _lectern_reader_mark (r, mark)->marker.end, b->stop, 1);
  for (; t < end && !census.enough; t++)
    if (t->class
        & (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COMMA | LECTERN_CHAR_COLON))
      {
        /* Two members are enough where a phrase before a colon counts them. */
        colon |= t->class == LECTERN_CHAR_COLON && unfolds_pair (r, b->body, t->offset);
        count_start (&census, r, t->offset + t->length, b->stop,
                     colon && (t->class & (LECTERN_CHAR_COLON | LECTERN_CHAR_SEMI)) ? 2 : 1);
      }
  return census.enough;
}

/* A stretch of a block without numbered marks. Coarse marks are tried first: 五年来，…；五年来，…；
 */
static void
find_in_stretch (LecternTextReader *r, GArray *found, guint block, guint32 *token, guint32 from,
                 guint32 to)
{
  static const guint ranks[] = {
    LECTERN_CHAR_STOP,
    LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI,
    LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COMMA,
  };

  *token = _lectern_reader_token_at (r, *token, from);
  if (to < from + CLAUSES_MIN * (KEY_MIN_BYTES + 3))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (find_clauses (r, found, block, *token, from, to, ranks[i]))
      return;
}

static void
find_in_block (LecternTextReader *r, GArray *found, guint block, guint *next_mark)
{
  const LecternBlock *b = &r->blocks[block];
  guint32 from = b->body, token = b->token;

  for (; *next_mark < r->marks->len; (*next_mark)++)
    {
      const LecternMark *m = _lectern_reader_mark (r, *next_mark);

      if (m->block > block)
        break;
      if (m->block < block || m->marker.start < b->body)
        continue;
      find_in_stretch (r, found, block, &token, from, m->marker.start);
      from = m->marker.end;
    }
  find_in_stretch (r, found, block, &token, from, b->stop);
}

/* The first mark of a block or of a later one. */
static guint
first_mark (const LecternTextReader *r, guint block, guint *next_mark)
{
  while (*next_mark < r->marks->len && _lectern_reader_mark (r, *next_mark)->block < block)
    (*next_mark)++;
  return *next_mark;
}

/* Whether the paragraph before ends in a colon, and has the words with which this one begins in
 * quotation marks: 牢记“三个务必”： */
static gboolean
is_announced_paragraph (const LecternTextReader *r, guint block)
{
  const LecternBlock *b = &r->blocks[block], *before = b - 1;
  guint32 from;

  if (block == 0 || before->token_end == before->token
      || before->stop < before->begin + KEY_MIN_BYTES
      || _lectern_reader_last_class (r, before->token_end - 1, before->stop) != LECTERN_CHAR_COLON)
    return FALSE;
  from = MAX (before->begin, before->stop - MIN (before->stop, ANNOUNCED_MAX_BYTES));
  for (guint32 at = before->stop - KEY_MIN_BYTES; at > from; at--)
    if (begin_alike (r, at, b->begin))
      return _lectern_reader_at (r, "”|」|’|』", at + KEY_MIN_BYTES, before->stop);
  return FALSE;
}

/* Paragraphs one after another that begin alike. */
static guint
paragraph_key (const LecternTextReader *r, guint a, guint b)
{
  const LecternBlock *x = &r->blocks[a], *y = &r->blocks[b];
  guint key;

  if (y->role != LECTERN_BLOCK_BODY || y->mark >= 0 || x->role != LECTERN_BLOCK_BODY || x->mark >= 0
      || x->address != x->begin)
    return 0;
  key = common_key (r, x->begin, y->begin, x->stop, y->stop);
  if (key < KEY_MIN_BYTES)
    return 0;
  if (is_announced_paragraph (r, a))
    return key;
  if (key < KEY_MIN_BYTES + 3
      && !_lectern_reader_at (r, "必须|必須|希望|坚持|坚决", x->begin, x->stop))
    return 0;
  return _lectern_reader_begins (r, &r->words->parallel_openers, x->begin, x->stop) ? key : 0;
}

static void
find_paragraphs (LecternTextReader *r, GArray *found)
{
  for (guint i = 0; i + 1 < r->n_blocks; i++)
    {
      guint key = paragraph_key (r, i, i + 1), last = i + 1, shared;
      gint series;

      if (key == 0)
        continue;
      while (last + 1 < r->n_blocks && (shared = paragraph_key (r, i, last + 1)) > 0)
        {
          key = MIN (key, shared);
          last++;
        }
      series = add_series (r, key);
      for (guint k = i; k <= last; k++)
        r->blocks[k].listed = TRUE;
      for (guint k = i; k <= last; k++)
        add_member (found, k, r->blocks[k].token, r->blocks[k].begin, r->blocks[k].stop, series,
                    k - i + 1, key, TRUE);
      i = last;
    }
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const LecternMark *x = a, *y = b;

  if (x->marker.start != y->marker.start)
    return x->marker.start < y->marker.start ? -1 : 1;
  /* Paragraphs that are members hold the clauses that begin with them. */
  return x->series < y->series ? -1 : x->series > y->series;
}

/* Merges the members found into the marks, and links them. */
static void
merge (LecternTextReader *r, GArray *found)
{
  g_autoptr (GArray) all = NULL;
  guint i = 0, j = 0;

  if (found->len == 0)
    return;
  g_array_sort (found, compare_marks);
  all = g_array_sized_new (FALSE, FALSE, sizeof (LecternMark), r->marks->len + found->len);
  while (i < r->marks->len || j < found->len)
    {
      const LecternMark *m = i < r->marks->len ? _lectern_reader_mark (r, i) : NULL;
      const LecternMark *f = j < found->len ? &g_array_index (found, LecternMark, j) : NULL;

      if (f == NULL || (m != NULL && m->marker.start <= f->marker.start))
        g_array_append_vals (all, m, 1), i++;
      else
        g_array_append_vals (all, f, 1), j++;
    }
  g_array_unref (r->marks);
  r->marks = g_steal_pointer (&all);
  for (i = 0; i < r->marks->len; i++)
    {
      const LecternMark *m = _lectern_reader_mark (r, i);

      if (m->at_start && m->marker.family != LECTERN_FAMILY_PARALLEL)
        r->blocks[m->block].mark = i;
    }
}

void
_lectern_reader_find_parallels (LecternTextReader *r)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LecternMark));
  guint next_mark = 0;

  find_paragraphs (r, found);
  for (guint i = 0; i < r->n_blocks; i++)
    if (r->blocks[i].role == LECTERN_BLOCK_BODY || r->blocks[i].role == LECTERN_BLOCK_HEADING
        || (r->blocks[i].role == LECTERN_BLOCK_SALUTATION && r->blocks[i].body < r->blocks[i].stop))
      if (may_have_clauses (r, &r->blocks[i], first_mark (r, i, &next_mark)))
        find_in_block (r, found, i, &next_mark);
  merge (r, found);
}
