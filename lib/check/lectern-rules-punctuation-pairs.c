/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-pairs-private.h"

/* Quotes and brackets, looked at paragraph by paragraph. */

/* A quotation or a note may go over so many paragraphs without opening again. */
#define MAX_PARAGRAPHS 20

gboolean
_lectern_pairs_is_apostrophe (const PairWalk *walk, const LecternMark *mark)
{
  gunichar before, after;

  if (mark->character != 0x2019)
    return FALSE;
  before = _lectern_check_character_before (walk->check, mark->start);
  after = _lectern_check_character_at (walk->check, _lectern_mark_end (mark));
  return (after < 0x80 && g_ascii_isalnum ((char)after))
         || (after == ' ' && before < 0x80 && g_ascii_isalpha ((char)before));
}

/* The bracket of `1）`, `a)` or `一）`, which opens none, or of a face made of marks. */
static gboolean
is_item_bracket (const PairWalk *walk, const LecternMark *mark)
{
  const char *text = walk->check->text, *p = text + mark->start;
  guint n = 0;

  if (mark->shape != LECTERN_SHAPE_ROUND || mark->kind != LECTERN_MARK_CLOSE)
    return FALSE;
  for (; p > text && n < 5; n++)
    {
      const char *before = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (before);

      if (n == 0 && (c == ':' || c == ';' || c == '-'))
        return TRUE;
      if (!g_unichar_isdigit (c) && !(c < 0x80 && g_ascii_isalpha ((char)c))
          && g_utf8_strchr ("一二三四五六七八九十甲乙丙丁戊己", -1, c) == NULL)
        return n > 0 && (g_unichar_isspace (c) || g_unichar_ispunct (c));
      p = before;
    }
  return n > 0 && p == text;
}

static void
collect (PairWalk *walk, gsize first, gsize last)
{
  for (guint shape = 1; walk->used >> shape != 0; shape++)
    if ((walk->used >> shape & 1) != 0)
      {
        g_array_set_size (walk->lanes[shape].members, 0);
        walk->lanes[shape].broken = FALSE;
      }
  walk->used = 0;
  g_array_set_size (walk->unmatched, 0);
  for (gsize i = first; i < last; i++)
    {
      guint shape = walk->marks[i].shape;

      if ((walk->shapes >> shape & 1) == 0 || _lectern_pairs_is_apostrophe (walk, &walk->marks[i]))
        continue;
      walk->used |= 1u << shape;
      g_array_append_val (walk->lanes[shape].members, i);
    }
}

/* Whether all members pair, one inside another or not. */
static gboolean
is_balanced (const PairWalk *walk, const GArray *members)
{
  gsize depth = 0;

  for (guint i = 0; i < members->len; i++)
    if (_lectern_pairs_is_open (walk, _lectern_pairs_nth (members, i)))
      depth++;
    else if (depth-- == 0)
      return FALSE;
  return depth == 0;
}

/* Those without partner where quotes do not nest: the last opening one before a closing one pairs.
 */
void
_lectern_pairs_match_flat (PairWalk *walk, const GArray *members)
{
  gsize open = 0;

  for (guint i = 0; i < members->len; i++)
    {
      gsize mark = _lectern_pairs_nth (members, i);

      if (_lectern_pairs_is_open (walk, mark))
        {
          if (open != 0)
            g_array_append_val (walk->unmatched, open);
          open = mark;
        }
      else if (open != 0)
        open = 0;
      else if (!is_item_bracket (walk, &walk->marks[mark]))
        g_array_append_val (walk->unmatched, mark);
    }
  if (open != 0)
    g_array_append_val (walk->unmatched, open);
}

/* The same where brackets may stand in brackets. */
void
_lectern_pairs_match_nested (PairWalk *walk, const GArray *members)
{
  g_array_set_size (walk->stack, 0);
  for (guint i = 0; i < members->len; i++)
    {
      gsize mark = _lectern_pairs_nth (members, i);

      if (_lectern_pairs_is_open (walk, mark))
        g_array_append_val (walk->stack, mark);
      else if (walk->stack->len > 0)
        g_array_set_size (walk->stack, walk->stack->len - 1);
      else if (!is_item_bracket (walk, &walk->marks[mark]))
        g_array_append_val (walk->unmatched, mark);
    }
  g_array_append_vals (walk->unmatched, walk->stack->data, walk->stack->len);
}

static gboolean
is_line_end (const LecternMark *mark)
{
  return mark->kind <= LECTERN_MARK_LINE;
}

/* Whether the mark is the first character of its line. */
static gboolean
is_head (const PairWalk *walk, gsize mark)
{
  const char *p = walk->check->text + _lectern_mark_end (&walk->marks[mark - 1]);
  const char *end = walk->check->text + walk->marks[mark].start;

  if (!is_line_end (&walk->marks[mark - 1]))
    return FALSE;
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p >= end;
}

/* Whether the mark stands at the start of its line, or at the end with no more than two marks
 * behind it. */
static gboolean
is_at_edge (const PairWalk *walk, gsize mark)
{
  const LecternMark *end = &walk->marks[mark];

  for (guint n = 0; n < 3 && !is_line_end (end) && _lectern_mark_touches_next (end); n++)
    end++;
  return is_line_end (end) || is_head (walk, mark);
}

/* Takes what an earlier paragraph left open as the partner, if it may be that. */
static gboolean
close_pending (PairWalk *walk, PairLane *lane, gsize mark)
{
  if (lane->pending == 0 || (!lane->pending_edge && !is_at_edge (walk, mark)))
    return FALSE;
  lane->pending = 0;
  return TRUE;
}

static void
give_up_pending (PairWalk *walk, PairLane *lane)
{
  if (lane->pending != 0)
    walk->report (walk, lane->pending);
  lane->pending = 0;
}

/* A quotation over several paragraphs opens in each and closes in the last (4.8.3.5): what opens a
 * line goes on with what the one before left open. */
static void
keep_pending (PairWalk *walk, PairLane *lane, gsize mark)
{
  if (!is_head (walk, mark) || walk->n_paragraph - lane->since > 1 || lane->pending == 0)
    give_up_pending (walk, lane);
  if (lane->pending == 0)
    {
      lane->pending = mark;
      lane->pending_edge = is_at_edge (walk, mark);
    }
  lane->since = walk->n_paragraph;
}

/* Pairs over paragraphs: at most one of each shape may stay open. */
void
_lectern_pairs_resolve (PairWalk *walk, PairLane *lane, guint from)
{
  guint n = walk->unmatched->len - from;

  lane->broken = n > 0;
  for (guint i = from; i < walk->unmatched->len; i++)
    {
      gsize mark = _lectern_pairs_nth (walk->unmatched, i);

      if (!_lectern_pairs_is_open (walk, mark))
        {
          if (i > from || !close_pending (walk, lane, mark))
            walk->report (walk, mark);
        }
      else if (i + 1 == walk->unmatched->len)
        keep_pending (walk, lane, mark);
      else
        walk->report (walk, mark);
    }
}

/* The last paragraph of a quotation opens again and closes, and so pairs by itself. */
static void
continue_pending (PairWalk *walk, PairLane *lane)
{
  gsize opening = _lectern_pairs_nth (lane->members, 0);

  if (lane->pending == 0 || walk->n_paragraph - lane->since > 1
      || !_lectern_pairs_is_open (walk, opening) || !is_head (walk, opening))
    return;
  lane->since = walk->n_paragraph;
  if (is_at_edge (walk, _lectern_pairs_nth (lane->members, lane->members->len - 1)))
    lane->pending = 0;
}

static void
visit_paragraph (PairWalk *walk, gsize first, gsize last)
{
  collect (walk, first, last);
  for (guint shape = 1; shape < LECTERN_N_SHAPES; shape++)
    {
      PairLane *lane = &walk->lanes[shape];

      if (lane->pending != 0 && walk->n_paragraph - lane->since > MAX_PARAGRAPHS)
        give_up_pending (walk, lane);
      if ((walk->used >> shape & 1) == 0)
        continue;
      lane->broken = !is_balanced (walk, lane->members);
      if (!lane->broken)
        continue_pending (walk, lane);
    }
  walk->judge (walk, first, last);
}

void
_lectern_pairs_walk (PairWalk *walk, LecternCheck *check)
{
  guint shapes = walk->shapes;
  gboolean any = FALSE;
  gsize n_marks, first = 1;

  walk->check = check;
  walk->marks = _lectern_check_get_marks (check, &n_marks);
  walk->stack = g_array_new (FALSE, FALSE, sizeof (gsize));
  walk->unmatched = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint shape = 0; shape < LECTERN_N_SHAPES; shape++)
    walk->lanes[shape].members = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize i = 1; i < n_marks; i++)
    if (walk->marks[i].kind == LECTERN_MARK_PARAGRAPH)
      {
        if (any)
          visit_paragraph (walk, first, i);
        walk->n_paragraph += i > first;
        first = i + 1;
        any = FALSE;
      }
    else
      any |= (shapes >> walk->marks[i].shape & 1) != 0
             || walk->marks[i].kind == LECTERN_MARK_STRAIGHT;
  for (guint shape = 1; shape < LECTERN_N_SHAPES; shape++)
    {
      give_up_pending (walk, &walk->lanes[shape]);
      g_array_unref (walk->lanes[shape].members);
    }
  g_array_unref (walk->lanes[0].members);
  g_array_unref (walk->stack);
  g_array_unref (walk->unmatched);
}

LecternFinding *
_lectern_pairs_find (PairWalk *walk, guint message, gsize mark, const char *second,
                     const char *third)
{
  const LecternMark *m = &walk->marks[mark];
  LecternSpan span = { m->start, _lectern_mark_end (m) };
  g_autofree char *context = _lectern_punctuation_dup_context (walk->check, span.start, span.end);

  return _lectern_check_find (walk->check, message,
                              _lectern_punctuation_node (walk->check, span.start), &span, context,
                              second, third, NULL);
}

char *
_lectern_pairs_dup_mark (const PairWalk *walk, gsize mark)
{
  const LecternMark *m = &walk->marks[mark];

  return g_strndup (walk->check->text + m->start, m->size);
}

static const struct
{
  const char *open;
  const char *close;
} forms[LECTERN_N_SHAPES] = {
  [LECTERN_SHAPE_DOUBLE] = { "“", "”" },        [LECTERN_SHAPE_SINGLE] = { "‘", "’" },
  [LECTERN_SHAPE_CORNER] = { "「", "」" },      [LECTERN_SHAPE_WHITE_CORNER] = { "『", "』" },
  [LECTERN_SHAPE_ROUND] = { "（", "）" },       [LECTERN_SHAPE_SQUARE] = { "［", "］" },
  [LECTERN_SHAPE_BRACE] = { "｛", "｝" },       [LECTERN_SHAPE_TITLE] = { "《", "》" },
  [LECTERN_SHAPE_INNER_TITLE] = { "〈", "〉" },
};

const char *
_lectern_pairs_form (guint shape, gboolean open)
{
  return open ? forms[shape].open : forms[shape].close;
}
