/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-private.h"
#include "language/lectern-punctuation-private.h"

/* Marks of the wrong width: half-width ones in Chinese text (GB/T 15834-2011 5.1), or full-width
 * ones where the house wants the others. */

const LecternBilingual _lectern_width_mixed_messages[] = {
  { "half-width “{1}” in Chinese text should be “{2}”", "中文里用了半角的“{1}”，应当用“{2}”" },
  { "full-width “{1}” should be “{2}” by the house profile",
    "按本单位的规定，“{1}”应当用半角的“{2}”" },
  { NULL },
};

#define MAX_OPEN 32

typedef struct
{
  LecternCheck *check;
  gboolean to_full;
  gboolean has_stops; /* the text has 。, so that its sentences end with them */
  LecternPunctuationChange open[MAX_OPEN]; /* brackets and quotes that wait for their partner */
  guint n_open;
} WidthRun;

static LecternFinding *
find_change (WidthRun *run, gsize base, const LecternPunctuationChange *change)
{
  LecternSpan span = { base + change->span.start, base + change->span.end };
  g_autofree char *old = _lectern_check_quote (run->check, span.start, span.end, 1);
  char text[8] = { 0 };
  LecternFinding *finding;

  g_unichar_to_utf8 (change->replacement, text);
  finding = _lectern_check_find (run->check, run->to_full ? 0 : 1,
                                 _lectern_punctuation_node (run->check, span.start), &span, old,
                                 text, NULL);
  _lectern_check_replace (run->check, finding, span.start, span.end, text);
  return finding;
}

/* Both of a pair are one finding: a reader mends both or neither. */
static void
find_pair (WidthRun *run, gsize base, const LecternPunctuationChange *open,
           const LecternPunctuationChange *close)
{
  LecternFinding *finding = find_change (run, base, open);
  LecternSpan span = { base + close->span.start, base + close->span.end };
  char text[8] = { 0 };

  if (finding == NULL)
    return;
  g_unichar_to_utf8 (close->replacement, text);
  lectern_finding_add_related (finding, &span);
  _lectern_check_replace (run->check, finding, span.start, span.end, text);
}

static gboolean
is_opening (gunichar c)
{
  return c == U'（' || c == U'“' || c == U'‘' || c == '(';
}

static gboolean
is_closing (gunichar c)
{
  return c == U'）' || c == U'”' || c == U'’' || c == ')';
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

/* A `?` that begins a line was a character that got lost; a point behind a stop or at the end of a
 * heading is one mark too much; one between words where sentences end with 。 may be the dot of a
 * name (维.甲). */
static gboolean
is_of_another_kind (const WidthRun *run, gsize base, const LecternPunctuationChange *change)
{
  gsize start = base + change->span.start;
  gunichar before = _lectern_check_character_before (run->check, start);

  if (!run->to_full || is_opening (change->replacement))
    return FALSE;
  if (is_blank (before))
    return !is_closing (change->replacement);
  if (change->replacement != U'。')
    return FALSE;
  if (lectern_node_get_kind (_lectern_punctuation_node (run->check, start)) == LECTERN_NODE_HEADING)
    return TRUE;
  return g_utf8_strchr ("。，；：！？、", -1, before) != NULL
         || (run->has_stops
             && !is_blank (_lectern_check_character_at (run->check, base + change->span.end)));
}

/* A bracket without a partner is another rule's. */
static void
take_change (WidthRun *run, gsize base, const LecternPunctuationChange *change)
{
  gunichar c = change->replacement;

  if (run->to_full && is_opening (c))
    {
      if (run->n_open < MAX_OPEN)
        run->open[run->n_open++] = *change;
    }
  else if (run->to_full && is_closing (c))
    {
      gunichar open = c == U'）' ? U'（' : c - 1;

      if (run->n_open > 0 && run->open[run->n_open - 1].replacement == open)
        find_pair (run, base, &run->open[--run->n_open], change);
    }
  else
    find_change (run, base, change);
}

static void
check_line (WidthRun *run, gsize start, gsize end)
{
  LecternWidth width = run->to_full ? LECTERN_WIDTH_FULL : LECTERN_WIDTH_HALF;
  LecternPunctuationScanner scanner;
  LecternPunctuationChange change;

  run->n_open = 0;
  _lectern_punctuation_scanner_init (&scanner, run->check->text + start, end - start, width);
  while (_lectern_punctuation_scanner_next (&scanner, &change))
    if (!is_of_another_kind (run, start, &change)
        && !_lectern_punctuation_in_placeholder (run->check, start + change.span.start))
      take_change (run, start, &change);
}

/* Whether the mark is of the width that is not wanted, so that its line is worth a look. */
static gboolean
is_candidate (const LecternMark *mark, gboolean to_full)
{
  if (mark->kind < LECTERN_MARK_COMMA || mark->kind == LECTERN_MARK_DIGITS
      || mark->kind == LECTERN_MARK_HYPHEN
      || (mark[-1].kind == LECTERN_MARK_DIGITS && mark[1].kind == LECTERN_MARK_DIGITS
          && _lectern_mark_touches_next (&mark[-1]) && _lectern_mark_touches_next (mark)))
    return FALSE;
  return to_full ? mark->character < 0x80 : _lectern_punctuation_get_half (mark->character) != 0;
}

void
_lectern_check_width_mixed (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);
  WidthRun run
      = { .check = check,
          .to_full = lectern_profile_get_punctuation (check->profile) != LECTERN_WIDTH_HALF };
  gboolean candidate = FALSE;
  gsize start = 0;

  for (gsize i = 1; i < n_marks && !run.has_stops; i++)
    run.has_stops = marks[i].character == U'。';
  for (gsize i = 1; i < n_marks; i++)
    {
      if (marks[i].kind > LECTERN_MARK_LINE)
        {
          candidate = candidate || is_candidate (&marks[i], run.to_full);
          continue;
        }
      if (candidate)
        check_line (&run, start, marks[i].start);
      candidate = FALSE;
      start = marks[i].start + marks[i].size;
    }
}
