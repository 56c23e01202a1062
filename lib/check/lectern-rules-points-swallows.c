/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-points-private.h"

#include "check/lectern-check-marks-private.h"
#include "language/lectern-char-class-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* A last point that goes on with what is no part of it. */

/* What begins a sentence that speaks of the whole again. The first list tells it by itself, the
 * second only where the point is far longer than its siblings. Either only where no sibling goes on
 * in such words. */
static LecternWords turning = {
  .list
  = "同志们|同志們|总之|總之|总而言之|總而言之|综上|綜上|以上|让我们|讓我們|各位代表|各位领导|"
    "各位領導|各位同事|朋友们|朋友們|最后，我|最后,我|最後，我|下面，|下面,|谢谢|謝謝",
};
/* 让我们的产品…: makes something be so, and asks nobody. */
static LecternWords no_turning = { .list = "让我们的|讓我們的" };
static LecternWords leaving = {
  .list = "此外，|此外,|同时，|同时,|同時，|另外，|另外,|希望|我希望|我们希望|我們希望",
};

static void
prepare_words (void)
{
  static gsize ready = 0;

  if (!g_once_init_enter (&ready))
    return;
  _lectern_words_prepare (&turning);
  _lectern_words_prepare (&no_turning);
  _lectern_words_prepare (&leaving);
  g_once_init_leave (&ready, 1);
}

/* Adds where sentences begin with these words, outside quotations, but for the first one of a
 * paragraph. */
static void
find_sentences (LecternCheck *check, GArray *turns, GArray *leaves)
{
  const char *end = check->text + check->length;
  const LecternMark *marks;
  guint depth = 0;
  gsize n;

  marks = _lectern_check_get_marks (check, &n);
  for (gsize i = 0; i + 1 < n; i++)
    {
      const LecternMark *mark = &marks[i];
      gboolean stop = mark->kind == LECTERN_MARK_STOP || mark->kind == LECTERN_MARK_QUESTION
                      || mark->kind == LECTERN_MARK_EXCLAMATION || mark->kind == LECTERN_MARK_LINE;
      gsize at;
      guint blank;

      if (mark->kind == LECTERN_MARK_PARAGRAPH)
        depth = 0;
      else if (mark->kind == LECTERN_MARK_OPEN)
        depth++;
      else if (mark->kind == LECTERN_MARK_CLOSE)
        depth -= depth > 0;
      if (!stop)
        continue;
      while (i + 2 < n && _lectern_mark_touches_next (&marks[i])
             && marks[i + 1].kind == LECTERN_MARK_CLOSE)
        {
          i++;
          depth -= depth > 0;
        }
      at = marks[i].start + marks[i].size;
      while ((blank = _lectern_blank_at (check->text + at, end)) > 0)
        at += blank;
      if (depth > 0)
        continue;
      if (_lectern_words_begin (&no_turning, check->text + at, end) > 0)
        continue;
      if (_lectern_words_begin (&turning, check->text + at, end) > 0)
        g_array_append_val (turns, at);
      else if (_lectern_words_begin (&leaving, check->text + at, end) > 0)
        g_array_append_val (leaves, at);
    }
}

/* The first of these places within a point, after its beginning; 0 for none. */
static gsize
find_place (const GArray *places, const LecternPart *part)
{
  guint low = 0, high = places->len;
  gsize place;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (places, gsize, middle) <= part->start)
        low = middle + 1;
      else
        high = middle;
    }
  place = low < places->len ? g_array_index (places, gsize, low) : 0;
  return place < part->stop ? place : 0;
}

/* Whether it is longer than every other point, and twice as long as they are together on average.
 */
static gboolean
is_far_longer (const LecternPart *parts, guint n)
{
  gsize sum = 0, longest = 0, length = parts[n - 1].stop - parts[n - 1].start;

  for (guint i = 0; i + 1 < n; i++)
    {
      sum += parts[i].stop - parts[i].start;
      longest = MAX (longest, parts[i].stop - parts[i].start);
    }
  return length > longest && length >= 2 * sum / (n - 1);
}

/* Where the last point goes on in such words, and none before it does: there they would belong to
 * the points. */
static gsize
find_swallowed (const LecternPart *parts, guint n, const GArray *places)
{
  gsize place = find_place (places, &parts[n - 1]);

  for (guint i = 0; place != 0 && i + 1 < n; i++)
    if (find_place (places, &parts[i]) != 0)
      return 0;
  return place;
}

/* A paragraph of its own, parted as the point is from what stands before it. */
static void
break_paragraph (LecternCheck *check, LecternFinding *finding, const LecternPart *last, gsize at)
{
  g_autofree char *parting = NULL;
  LecternSpan marker;
  gsize from, before;

  lectern_node_get_span (last->marker, &marker);
  from = _lectern_check_drop_blanks (check, 0, marker.start);
  before = _lectern_check_drop_blanks (check, last->start, at);
  if (memchr (check->text + from, '\n', marker.start - from) == NULL)
    return;
  parting = g_strndup (check->text + from, marker.start - from);
  if (at - before == marker.start - from
      && memcmp (check->text + before, parting, at - before) == 0)
    return; /* it begins a line already, which does not end the point */
  _lectern_check_replace (check, finding, before, at, parting);
}

static void
check_swallowed (LecternCheck *check, const LecternPart *parts, guint n, const GArray *turns,
                 const GArray *leaves)
{
  const LecternPart *last = &parts[n - 1];
  g_autofree char *quote = NULL, *other = NULL;
  gsize place = find_swallowed (parts, n, turns);
  gboolean turned = place != 0;
  LecternFinding *finding;
  LecternSpan span;

  if (!turned && is_far_longer (parts, n))
    place = find_swallowed (parts, n, leaves);
  /* Within a paragraph it is the paragraph that goes on. */
  if (place == 0 || !_lectern_parts_are_paragraphs (parts, n))
    return;
  span.start = place;
  span.end = _lectern_check_sentence_end (check, place, last->stop, FALSE);
  quote = _lectern_part_quote (check, last);
  other = _lectern_check_quote (check, span.start, span.end, 16);
  finding = _lectern_check_find (check, 0, last->node, &span, quote, other, NULL);
  _lectern_check_relate (finding, last->marker);
  if (turned)
    break_paragraph (check, finding, last, place);
}

void
_lectern_points_check_swallows (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_SERIES);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) leaves = g_array_new (FALSE, FALSE, sizeof (gsize));

  prepare_words ();
  if (list->len > 0)
    find_sentences (check, turns, leaves);
  for (guint i = 0; turns->len + leaves->len > 0 && i < list->len; i++)
    {
      guint n;
      const LecternPart *parts = _lectern_check_list_parts (check, i, &n);

      if (n >= 2)
        check_swallowed (check, parts, n, turns, leaves);
    }
}
