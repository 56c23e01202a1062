/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-pairs-private.h"

/* Brackets and titles that have no partner, or a wrong one (4.9, 4.15). */

#define BRACKETS                                                                                   \
  (SHAPE_BIT (ROUND) | SHAPE_BIT (SQUARE) | SHAPE_BIT (BRACE) | SHAPE_BIT (TORTOISE)               \
   | SHAPE_BIT (LENTICULAR) | SHAPE_BIT (TITLE) | SHAPE_BIT (INNER_TITLE))

const LecternBilingual _lectern_bracket_pair_messages[] = {
  { "“{2}” has no partner: “{1}”", "“{2}”不成对：“{1}”" },
  { "“{2}” is closed by “{3}”: “{1}”", "“{2}”和“{3}”不配对：“{1}”" },
  { "the brackets “{2}” and “{3}” are of different width: “{1}”",
    "括号“{2}”和“{3}”全角半角不一致：“{1}”" },
  { NULL },
};

/* Brackets of different kinds are taken for a pair within so many bytes. */
#define MAX_MISMATCH 120

static void
report_bracket (PairWalk *walk, gsize mark)
{
  g_autofree char *bracket = _lectern_pairs_dup_mark (walk, mark);

  _lectern_pairs_find (walk, 0, mark, bracket, NULL);
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  gsize first = *(const gsize *)a, second = *(const gsize *)b;

  return first < second ? -1 : first > second;
}

/* （甲〕: one that opens and one that closes, of different kinds and with no other between. */
static void
find_mismatches (PairWalk *walk)
{
  GArray *unmatched = walk->unmatched;
  guint kept = 0;

  g_array_sort (unmatched, compare_marks);
  for (guint i = 0; i < unmatched->len; i++)
    {
      gsize mark = _lectern_pairs_nth (unmatched, i);
      gsize next = i + 1 < unmatched->len ? _lectern_pairs_nth (unmatched, i + 1) : mark;

      if (_lectern_pairs_is_open (walk, mark) && !_lectern_pairs_is_open (walk, next)
          && walk->marks[mark].shape != walk->marks[next].shape
          && walk->marks[next].start - walk->marks[mark].start < MAX_MISMATCH)
        {
          g_autofree char *open = _lectern_pairs_dup_mark (walk, mark),
                          *close = _lectern_pairs_dup_mark (walk, next);

          _lectern_pairs_find (walk, 1, mark, open, close);
          i++;
          continue;
        }
      g_array_index (unmatched, gsize, kept++) = mark;
    }
  g_array_set_size (unmatched, kept);
}

/* `（8)`: the text being Chinese, the half-width one is wrong. */
static void
find_widths (PairWalk *walk, guint shape)
{
  const GArray *members = walk->lanes[shape].members;

  g_array_set_size (walk->stack, 0);
  for (guint i = 0; i < members->len; i++)
    {
      gsize close = _lectern_pairs_nth (members, i), open;
      const LecternMark *wrong;
      g_autofree char *first = NULL, *second = NULL;
      LecternFinding *finding;

      if (_lectern_pairs_is_open (walk, close))
        {
          g_array_append_val (walk->stack, close);
          continue;
        }
      if (walk->stack->len == 0)
        continue;
      open = _lectern_pairs_nth (walk->stack, walk->stack->len - 1);
      g_array_set_size (walk->stack, walk->stack->len - 1);
      if ((walk->marks[open].character < 0x80) == (walk->marks[close].character < 0x80))
        continue;
      wrong = &walk->marks[walk->marks[open].character < 0x80 ? open : close];
      first = _lectern_pairs_dup_mark (walk, open);
      second = _lectern_pairs_dup_mark (walk, close);
      finding = _lectern_pairs_find (walk, 2, (gsize)(wrong - walk->marks), first, second);
      _lectern_check_replace (walk->check, finding, wrong->start, _lectern_mark_end (wrong),
                              _lectern_pairs_form (shape, wrong->kind == LECTERN_MARK_OPEN));
    }
}

/* What is left for other paragraphs, shape by shape. */
static void
resolve_brackets (PairWalk *walk)
{
  g_autoptr (GArray) all = g_array_copy (walk->unmatched);

  for (guint shape = 1; shape < LECTERN_N_SHAPES; shape++)
    {
      g_array_set_size (walk->unmatched, 0);
      for (guint i = 0; i < all->len; i++)
        if (walk->marks[_lectern_pairs_nth (all, i)].shape == shape)
          g_array_append_vals (walk->unmatched, &g_array_index (all, gsize, i), 1);
      if (walk->unmatched->len > 0)
        _lectern_pairs_resolve (walk, &walk->lanes[shape], 0);
    }
}

static void
judge_brackets (PairWalk *walk, gsize first, gsize last)
{
  for (guint shape = 1; shape < LECTERN_N_SHAPES; shape++)
    {
      PairLane *lane = &walk->lanes[shape];

      if (lane->broken)
        _lectern_pairs_match_nested (walk, lane->members);
      if (lane->members->len > 1 && _lectern_pairs_form (shape, TRUE) != NULL)
        find_widths (walk, shape);
    }
  if (walk->unmatched->len == 0)
    return;
  find_mismatches (walk);
  resolve_brackets (walk);
}

void
_lectern_check_bracket_pair (LecternCheck *check)
{
  PairWalk walk = { .shapes = BRACKETS, .judge = judge_brackets, .report = report_bracket };

  _lectern_pairs_walk (&walk, check);
}
