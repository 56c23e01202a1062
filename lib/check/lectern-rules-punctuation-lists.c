/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-private.h"

#include <string.h>

/* 、 where it says nothing (GB/T 15834-2011 4.5.3). */

const LecternBilingual _lectern_enumeration_comma_messages[] = {
  { "no 、 stands between items in quotation marks: “{1}”", "并列的引号之间通常不用顿号：“{1}”" },
  { "no 、 stands between titles: “{1}”", "并列的书名号之间通常不用顿号：“{1}”" },
  { "no 、 stands in an approximate number: “{1}”", "概数中间不用顿号：“{1}”" },
  { "no 、 stands before “{1}”", "“{1}”前不用顿号" },
  { NULL },
};

static gboolean
is_quote_or_title (const LecternMark *mark)
{
  return mark->shape == LECTERN_SHAPE_DOUBLE || mark->shape == LECTERN_SHAPE_TITLE;
}

/* Whether the 、 stands between two items: ”、“ or 》、《. */
static gboolean
is_between (const LecternMark *pause)
{
  return pause->kind == LECTERN_MARK_PAUSE && pause->size == strlen ("、")
         && pause[-1].kind == LECTERN_MARK_CLOSE && is_quote_or_title (&pause[-1])
         && pause[1].kind == LECTERN_MARK_OPEN && pause[1].shape == pause[-1].shape
         && _lectern_mark_touches_next (&pause[-1]) && _lectern_mark_touches_next (pause);
}

/* How far an item reaches, in marks. */
#define MAX_ITEM 16

/* The mark that closes what `open` opens, NULL where it is too far. */
static const LecternMark *
find_close (const LecternMark *open)
{
  guint depth = 1;

  const LecternMark *mark = open + 1;

  for (guint n = 0; n < MAX_ITEM && mark->kind != LECTERN_MARK_PARAGRAPH; n++, mark++)
    if (mark->shape == open->shape)
      {
        depth = mark->kind == LECTERN_MARK_OPEN ? depth + 1 : depth - 1;
        if (depth == 0)
          return mark;
      }
  return NULL;
}

/* The mark before the item that `close` closes. */
static const LecternMark *
before_item (const LecternMark *close)
{
  const LecternMark *mark = close - 1;

  for (guint n = 0; n < MAX_ITEM && mark->kind > LECTERN_MARK_LINE; n++, mark--)
    if (mark->kind == LECTERN_MARK_OPEN && mark->shape == close->shape)
      return mark - 1;
  return mark;
}

static LecternFinding *
find_pauses (LecternCheck *check, guint message, const LecternMark *first, const LecternMark *last)
{
  LecternSpan span = { first->start, _lectern_mark_end (last) };
  g_autofree char *context = _lectern_punctuation_dup_context (check, span.start, span.end);

  return _lectern_check_find (check, message, _lectern_punctuation_node (check, span.start), &span,
                              context, NULL);
}

/* A row of items from the first 、 between two of them. It is left alone where a member without
 * marks stands in the same row, for then all are parted alike. Returns the last mark of the row. */
static const LecternMark *
check_row (LecternCheck *check, const LecternMark *pause)
{
  const LecternMark *last = pause, *close;
  LecternFinding *finding;

  while ((close = find_close (last + 1)) != NULL && is_between (close + 1))
    last = close + 1;
  if (close == NULL)
    return last + 1;
  if (close[1].kind == LECTERN_MARK_PAUSE || before_item (&pause[-1])->kind == LECTERN_MARK_PAUSE)
    return close;
  finding = find_pauses (check, pause[1].shape == LECTERN_SHAPE_TITLE, pause, last);
  for (const LecternMark *mark = pause; mark <= last; mark++)
    if (is_between (mark))
      _lectern_check_replace (check, finding, mark->start, _lectern_mark_end (mark), "");
  return close;
}

static const char numerals[] = "一二三四五六七八九";

/* The place among the numerals, from 1; 0 for no numeral. */
static guint
digit_of (gunichar c)
{
  const char *at;

  if (c < U'一' || c > U'四')
    return 0;
  at = g_utf8_strchr (numerals, -1, c);
  return c == U'两' ? 2 : at != NULL ? (guint)((gsize)(at - numerals) / strlen ("一")) + 1 : 0;
}

/* 三、五天, 七、八个人: neighbours, or three and five, before what is counted. 一、二年级 and
 * 五、六月份 are two things. */
static void
check_approximate (LecternCheck *check, const LecternMark *pause)
{
  static const char counted[] = "天|个|次|里|公里|倍|斤|亩|人|小时|分钟|百|千|万|亿|十";
  static const char not_counted[] = "个中全会|次会议|次全会|次全体|个五年|百分|十年代";
  guint first = digit_of (_lectern_check_character_before (check, pause->start));
  guint second = digit_of (_lectern_check_character_at (check, _lectern_mark_end (pause)));
  gsize numeral = strlen ("一"), end = _lectern_mark_end (pause) + numeral;
  gunichar left;

  if (first == 0 || second == 0 || (second != first + 1 && (first != 3 || second != 5)))
    return;
  left = _lectern_check_character_before (check, pause->start - numeral);
  if (digit_of (left) != 0 || (left != 0 && g_utf8_strchr ("第十、初零〇", -1, left) != NULL)
      || !_lectern_punctuation_word_at (check, end, counted)
      || _lectern_punctuation_word_at (check, end, not_counted))
    return;
  _lectern_check_replace (check, find_pauses (check, 2, pause, pause), pause->start,
                          _lectern_mark_end (pause), "");
}

/* Words that part the last member themselves, and what begins like them. */
static const struct
{
  const char *word;
  const char *others;
} partings[] = {
  { "以及", "" },
  { "和", "和而|和平|和谐|和睦|和解|和气|和美|和善|和蔼|和谈|和约|和衷|和田|和县|和缓|和好|和顺|和"
          "声|和服|和尚|和林格尔|和风" },
  { "及", "及时|及格|及早|及至|及物|及第" },
  { "等", "等级|等待|等候|等额|等量|等价|等同|等于|等次|等距|等高|等闲|等外|等效|等靠" },
};

static void
check_parting (LecternCheck *check, const LecternMark *pause)
{
  gsize end = _lectern_mark_end (pause);

  gunichar next = _lectern_check_character_at (check, end);

  if (next != U'以' && next != U'和' && next != U'及' && next != U'等')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (partings); i++)
    if (_lectern_punctuation_word_at (check, end, partings[i].word)
        && !_lectern_punctuation_word_at (check, end, partings[i].others))
      {
        LecternSpan span = { pause->start, end };
        LecternFinding *finding = _lectern_check_find (
            check, 3, _lectern_punctuation_node (check, span.start), &span, partings[i].word, NULL);

        _lectern_check_replace (check, finding, span.start, span.end, "");
        return;
      }
}

void
_lectern_check_enumeration_comma (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);

  for (const LecternMark *mark = marks + 1; mark + 1 < marks + n_marks; mark++)
    {
      if (mark->kind != LECTERN_MARK_PAUSE)
        continue;
      if (is_between (mark))
        {
          mark = check_row (check, mark);
          continue;
        }
      check_approximate (check, mark);
      check_parting (check, mark);
    }
}
