/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-pairs-private.h"
#include "language/lectern-punctuation-private.h"

/* Quotes that have no partner (4.8), and quotes and titles inside their like. */

#define QUOTES                                                                                     \
  (SHAPE_BIT (DOUBLE) | SHAPE_BIT (SINGLE) | SHAPE_BIT (CORNER) | SHAPE_BIT (WHITE_CORNER))
#define NESTING (SHAPE_BIT (DOUBLE) | SHAPE_BIT (SINGLE) | SHAPE_BIT (TITLE))

const LecternBilingual _lectern_quote_pair_messages[] = {
  { "this quotation mark has no partner: {1}", "引号不成对：{1}" },
  { "{2} stands where {3} should: {1}", "引号用反了，{2} 应当是 {3}：{1}" },
  { "straight {2} should be {3}: {1}", "直引号 {2} 应当是 {3}：{1}" },
  { NULL },
};

const LecternBilingual _lectern_quote_nesting_messages[] = {
  { "inside {2} a quotation or title takes {3}: {1}", "{2} 里面再用应当用 {3}：{1}" },
  { "the outer quotation marks should be “ ”: {1}", "外面一层应当用双引号：{1}" },
  { NULL },
};

static void
report_quote (PairWalk *walk, gsize mark)
{
  _lectern_pairs_find (walk, 0, mark, NULL, NULL);
}

/* Where the quotes of a paragraph would pair if one were turned round, that is the fault: “甲“. */
static gboolean
find_turned (PairWalk *walk, const PairLane *lane)
{
  guint n_wrong = 0, wrong = 0;
  g_autofree char *old = NULL;
  LecternFinding *finding;
  const LecternMark *mark;
  const char *right;

  if (lane->members->len % 2 != 0
      || (lane->pending != 0 && lane->pending_edge
          && !_lectern_pairs_is_open (walk, _lectern_pairs_nth (lane->members, 0))))
    return FALSE;
  for (guint i = 0; i < lane->members->len; i++)
    if (_lectern_pairs_is_open (walk, _lectern_pairs_nth (lane->members, i)) != (i % 2 == 0))
      {
        n_wrong++;
        wrong = i;
      }
  if (n_wrong != 1)
    return FALSE;
  mark = &walk->marks[_lectern_pairs_nth (lane->members, wrong)];
  right = _lectern_pairs_form (mark->shape, wrong % 2 == 0);
  old = _lectern_pairs_dup_mark (walk, _lectern_pairs_nth (lane->members, wrong));
  finding = _lectern_pairs_find (walk, 1, _lectern_pairs_nth (lane->members, wrong), old, right);
  _lectern_check_replace (walk->check, finding, mark->start, _lectern_mark_end (mark), right);
  return TRUE;
}

/* The straight quotes of a paragraph: how many, and the last one. */
static guint
count_straight (const PairWalk *walk, gsize first, gsize last, gsize *which)
{
  guint n = 0;

  for (gsize i = first; i < last; i++)
    if (walk->marks[i].kind == LECTERN_MARK_STRAIGHT)
      {
        n += _lectern_mark_count (&walk->marks[i]);
        *which = i;
      }
  return n;
}

/* One straight quote that is the partner of a curly one, or has none. */
static gboolean
find_straight (PairWalk *walk, gsize straight, guint from)
{
  const LecternMark *mark = &walk->marks[straight];
  guint n = walk->unmatched->len - from;
  gsize curly = n == 1 ? _lectern_pairs_nth (walk->unmatched, from) : 0;
  gboolean open = curly != 0 && !_lectern_pairs_is_open (walk, curly);
  LecternFinding *finding;
  gunichar before, after;

  if (curly != 0 && open == (straight < curly) && mark->size == 1)
    {
      const char *right = _lectern_pairs_form (LECTERN_SHAPE_DOUBLE, open);

      finding = _lectern_pairs_find (walk, 2, straight, "\"", right);
      _lectern_check_replace (walk->check, finding, mark->start, _lectern_mark_end (mark), right);
      return TRUE;
    }
  before = _lectern_check_character_before (walk->check, mark->start);
  after = _lectern_check_character_at (walk->check, _lectern_mark_end (mark));
  if (_lectern_character_is_wide (before) || _lectern_character_is_wide (after))
    _lectern_pairs_find (walk, 0, straight, NULL, NULL);
  return FALSE;
}

static void
judge_quotes (PairWalk *walk, gsize first, gsize last)
{
  gsize straight = 0;
  guint n_straight = count_straight (walk, first, last, &straight);

  for (guint shape = 1; shape < LECTERN_N_SHAPES; shape++)
    {
      PairLane *lane = &walk->lanes[shape];
      gboolean mine = shape == LECTERN_SHAPE_DOUBLE && n_straight % 2 != 0;
      guint from = walk->unmatched->len;

      if ((lane->broken && find_turned (walk, lane)) || (!lane->broken && !mine))
        continue;
      if (lane->broken)
        _lectern_pairs_match_flat (walk, lane->members);
      if (!mine || !find_straight (walk, straight, from))
        _lectern_pairs_resolve (walk, lane, from);
    }
}

void
_lectern_check_quote_pair (LecternCheck *check)
{
  PairWalk walk = { .shapes = QUOTES, .judge = judge_quotes, .report = report_quote };

  _lectern_pairs_walk (&walk, check);
}

static void
report_nothing (PairWalk *walk, gsize mark)
{
  (void)walk;
  (void)mark;
}

/* The other one of double and single. */
static guint
inner_of (guint shape)
{
  switch (shape)
    {
    case LECTERN_SHAPE_DOUBLE:
      return LECTERN_SHAPE_SINGLE;
    case LECTERN_SHAPE_SINGLE:
      return LECTERN_SHAPE_DOUBLE;
    default:
      return LECTERN_SHAPE_INNER_TITLE;
    }
}

static void
find_nesting (PairWalk *walk, guint message, gsize open, gsize close)
{
  const LecternMark *first = &walk->marks[open], *last = &walk->marks[close];
  guint inner = inner_of (first->shape);
  g_autofree char *outer = g_strconcat (_lectern_pairs_form (first->shape, TRUE), " ",
                                        _lectern_pairs_form (first->shape, FALSE), NULL);
  g_autofree char *right = g_strconcat (_lectern_pairs_form (inner, TRUE), " ",
                                        _lectern_pairs_form (inner, FALSE), NULL);
  LecternSpan closing = { last->start, _lectern_mark_end (last) };
  LecternFinding *finding = _lectern_pairs_find (walk, message, open, outer, right);

  if (finding == NULL)
    return;
  lectern_finding_add_related (finding, &closing);
  _lectern_check_replace (walk->check, finding, first->start, _lectern_mark_end (first),
                          _lectern_pairs_form (inner, TRUE));
  _lectern_check_replace (walk->check, finding, closing.start, closing.end,
                          _lectern_pairs_form (inner, FALSE));
}

/* ‘甲’ with nothing around it, in a paragraph that belongs to no longer quotation. */
static gboolean
is_outer_single (const PairWalk *walk, gsize open)
{
  const LecternMark *mark = &walk->marks[open];

  return mark->shape == LECTERN_SHAPE_SINGLE && walk->stack->len == 0
         && walk->lanes[LECTERN_SHAPE_DOUBLE].pending == 0
         && (_lectern_character_is_wide (_lectern_check_character_before (walk->check, mark->start))
             || _lectern_character_is_wide (
                 _lectern_check_character_at (walk->check, _lectern_mark_end (mark))));
}

/* The marks of the paragraph that nest, in their order; walk->stack holds those that are open. */
static void
find_nestings (PairWalk *walk, gsize first, gsize last)
{
  g_array_set_size (walk->stack, 0);
  for (gsize i = first; i < last; i++)
    {
      guint shape = walk->marks[i].shape;
      guint depth = walk->stack->len;
      gsize open;

      if ((NESTING >> shape & 1) == 0 || shape == 0
          || _lectern_pairs_is_apostrophe (walk, &walk->marks[i]))
        continue;
      if (_lectern_pairs_is_open (walk, i))
        {
          g_array_append_val (walk->stack, i);
          continue;
        }
      if (depth == 0 || walk->marks[_lectern_pairs_nth (walk->stack, depth - 1)].shape != shape)
        return; /* “《甲”》: nothing is certain any more */
      open = _lectern_pairs_nth (walk->stack, depth - 1);
      g_array_set_size (walk->stack, depth - 1);
      if (depth > 1 && walk->marks[_lectern_pairs_nth (walk->stack, depth - 2)].shape == shape)
        find_nesting (walk, 0, open, i);
      else if (is_outer_single (walk, open))
        find_nesting (walk, 1, open, i);
    }
}

static void
judge_nesting (PairWalk *walk, gsize first, gsize last)
{
  gboolean broken = FALSE;

  for (guint shape = 1; shape < LECTERN_N_SHAPES; shape++)
    {
      PairLane *lane = &walk->lanes[shape];
      guint from = walk->unmatched->len;

      if (!lane->broken)
        continue;
      broken = TRUE;
      _lectern_pairs_match_flat (walk, lane->members);
      _lectern_pairs_resolve (walk, lane, from);
    }
  if (!broken)
    find_nestings (walk, first, last);
}

void
_lectern_check_quote_nesting (LecternCheck *check)
{
  PairWalk walk = { .shapes = NESTING, .judge = judge_nesting, .report = report_nothing };

  _lectern_pairs_walk (&walk, check);
}
