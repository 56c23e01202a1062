/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-private.h"
#include "language/lectern-punctuation-private.h"

#include <string.h>

/* Marks of two places (…… ——), and stops that come twice. */

const LecternBilingual _lectern_ellipsis_messages[] = {
  { "the ellipsis is written ……, here is “{1}”", "省略号应当写作“……”，这里是“{1}”" },
  { "等 and an ellipsis say the same: “{1}”", "“等”和省略号不同时用：“{1}”" },
  { NULL },
};

const LecternBilingual _lectern_dash_messages[] = {
  { "the dash is written ——, here is “{1}”", "破折号应当写作“——”，这里是“{1}”" },
  { NULL },
};

const LecternBilingual _lectern_stop_doubled_messages[] = {
  { "the mark stands twice: “{1}”", "标点重复：“{1}”" },
  { "two marks stand together: “{1}”", "两个标点连用：“{1}”" },
  { "more than three marks together: “{1}”", "叹号、问号叠用最多三个，这里是“{1}”" },
  { "a stop stands inside and outside of the quotation: “{1}”", "引号内外都用了句号：“{1}”" },
  { NULL },
};

LecternNode *
_lectern_punctuation_node (LecternCheck *check, gsize at)
{
  return lectern_document_lookup_offset (check->document, at);
}

gboolean
_lectern_punctuation_in_placeholder (LecternCheck *check, gsize at)
{
  LecternNode *node = _lectern_punctuation_node (check, at);

  for (; node != NULL; node = lectern_node_get_parent (node))
    if (lectern_node_get_kind (node) == LECTERN_NODE_PLACEHOLDER)
      return TRUE;
  return FALSE;
}

gboolean
_lectern_punctuation_word_at (const LecternCheck *check, gsize at, const char *words)
{
  const char *text = check->text + at;
  gsize left = check->length - at;

  while (*words != '\0')
    {
      gsize length = strcspn (words, "|");

      if (length <= left && memcmp (text, words, length) == 0)
        return TRUE;
      words += length + (words[length] == '|');
    }
  return FALSE;
}

#define CONTEXT 8

/* Up to CONTEXT characters of the line before and behind. */
char *
_lectern_punctuation_dup_context (LecternCheck *check, gsize start, gsize end)
{
  const char *text = check->text, *p = text + start, *q = text + end;

  for (guint n = 0; n < CONTEXT && p > text && p[-1] != '\n' && p[-1] != '\r'; n++)
    p = g_utf8_prev_char (p);
  for (guint n = 0; n < CONTEXT && q < text + check->length && *q != '\n' && *q != '\r'; n++)
    q = g_utf8_next_char (q);
  return _lectern_check_quote (check, (gsize)(p - text), (gsize)(q - text), 3 * CONTEXT);
}

static gunichar
before (const LecternCheck *check, const LecternMark *mark)
{
  return _lectern_check_character_before (check, mark->start);
}

static gunichar
after (const LecternCheck *check, const LecternMark *mark)
{
  return _lectern_check_character_at (check, _lectern_mark_end (mark));
}

static gboolean
beside_wide (const LecternCheck *check, const LecternMark *mark)
{
  return _lectern_character_is_wide (before (check, mark))
         || _lectern_character_is_wide (after (check, mark));
}

static gboolean
is_line_end (const LecternMark *mark)
{
  return mark->kind == LECTERN_MARK_PARAGRAPH || mark->kind == LECTERN_MARK_LINE;
}

/* Whether nothing but blanks stands between the mark and the end or start of its line. */
static gboolean
reaches (const LecternCheck *check, const LecternMark *from, const LecternMark *to)
{
  const char *p = check->text + _lectern_mark_end (from), *end = check->text + to->start;

  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p >= end;
}

static gboolean
starts_line (const LecternCheck *check, const LecternMark *mark)
{
  return is_line_end (mark - 1) && reaches (check, mark - 1, mark);
}

static gboolean
ends_line (const LecternCheck *check, const LecternMark *mark)
{
  return is_line_end (mark + 1) && reaches (check, mark, mark + 1);
}

static LecternFinding *
find_run (LecternCheck *check, guint message, gsize start, gsize end)
{
  LecternSpan span = { start, end };
  g_autofree char *quote = _lectern_check_quote (check, start, end, 12);

  return _lectern_check_find (check, message, _lectern_punctuation_node (check, start), &span,
                              quote, NULL);
}

/* Ellipsis (4.11). */

/* A leader of a table of contents is longer. */
#define MAX_DOTS 15

/* Whether the run is meant for an ellipsis and is none. */
static gboolean
is_wrong_ellipsis (const LecternCheck *check, const LecternMark *mark)
{
  guint n = _lectern_mark_count (mark);

  switch (mark->kind)
    {
    case LECTERN_MARK_ELLIPSIS:
      if (n == 2 || n > MAX_DOTS)
        return FALSE;
      if (n == 4) /* a whole paragraph left out */
        return !starts_line (check, mark) || !ends_line (check, mark);
      return n > 2 || beside_wide (check, mark);
    case LECTERN_MARK_STOP:
      return n >= 3 && n <= MAX_DOTS;
    case LECTERN_MARK_POINT:
    case LECTERN_MARK_DOT:
      return n >= 3 && n <= MAX_DOTS && beside_wide (check, mark);
    default:
      return FALSE;
    }
}

/* 甲、乙等……: the ellipsis goes, and where it ended the sentence a stop comes. */
static void
find_after_and_so_on (LecternCheck *check, const LecternMark *mark)
{
  gsize word = strlen ("等"), end = _lectern_mark_end (mark);
  LecternFinding *finding;
  gboolean twice;

  if (mark->start < 2 * word || !_lectern_punctuation_word_at (check, mark->start - word, "等"))
    return;
  twice = _lectern_punctuation_word_at (check, mark->start - 2 * word, "等");
  if (!twice
      && (mark[-1].kind != LECTERN_MARK_PAUSE || _lectern_mark_end (&mark[-1]) == mark->start))
    return;
  finding = find_run (check, 1, mark->start - word, end);
  if (ends_line (check, mark))
    _lectern_check_replace (check, finding, mark->start, end, "。");
  else if (_lectern_mark_touches_next (mark) && mark[1].kind >= LECTERN_MARK_COMMA
           && mark[1].kind <= LECTERN_MARK_EXCLAMATION)
    _lectern_check_replace (check, finding, mark->start, end, "");
}

/* 甲、乙……等。 */
static void
find_before_and_so_on (LecternCheck *check, const LecternMark *mark)
{
  gsize end = _lectern_mark_end (mark), word = strlen ("等");
  gboolean twice = _lectern_punctuation_word_at (check, end, "等等");
  gsize next = end + (twice ? 2 : 1) * word;
  LecternFinding *finding;

  if (!_lectern_punctuation_word_at (check, end, "等") || mark[-1].kind != LECTERN_MARK_PAUSE
      || (!twice && mark[1].start != next))
    return;
  finding = find_run (check, 1, mark->start, next);
  _lectern_check_replace (check, finding, mark->start, end, "");
}

void
_lectern_check_ellipsis (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);

  for (gsize i = 1; i + 1 < n_marks; i++)
    {
      const LecternMark *mark = &marks[i];

      if (is_wrong_ellipsis (check, mark))
        {
          if (!_lectern_punctuation_in_placeholder (check, mark->start))
            _lectern_check_replace (check,
                                    find_run (check, 0, mark->start, _lectern_mark_end (mark)),
                                    mark->start, _lectern_mark_end (mark), "……");
        }
      else if (mark->kind == LECTERN_MARK_ELLIPSIS && mark->size <= 12)
        {
          find_after_and_so_on (check, mark);
          find_before_and_so_on (check, mark);
        }
    }
}

/* Dash (4.10). */

static gboolean
opens_text (gunichar c)
{
  return _lectern_character_is_wide (c) && !g_unichar_ispunct (c);
}

/* A single — is the hyphen of 北京—上海 (4.13) but where a sentence mark stands beside it, or where
 * it opens a line: there only a dash can be. */
static gboolean
is_half_dash (const LecternCheck *check, const LecternMark *mark)
{
  static const char pauses[] = "，。；：！？";
  gunichar left = before (check, mark), right = after (check, mark);

  if (starts_line (check, mark))
    return (opens_text (right) || right == U'“' || right == U'《')
           && (mark[1].kind != LECTERN_MARK_DASH || !ends_line (check, &mark[1]));
  return (left != 0 && g_utf8_strchr (pauses, -1, left) != NULL && opens_text (right))
         || (right != 0 && g_utf8_strchr (pauses, -1, right) != NULL && opens_text (left));
}

/* `--` between words of Chinese. */
static gboolean
is_typewriter_dash (const LecternCheck *check, const LecternMark *mark)
{
  gunichar right = after (check, mark);

  if (!opens_text (right) && right != U'“' && right != U'《')
    return FALSE;
  return starts_line (check, mark) || _lectern_character_is_wide (before (check, mark));
}

static gboolean
is_wrong_dash (const LecternCheck *check, const LecternMark *mark)
{
  guint n;

  if (mark->kind != LECTERN_MARK_HYPHEN && mark->kind != LECTERN_MARK_DASH)
    return FALSE;
  n = _lectern_mark_count (mark);
  if (mark->kind == LECTERN_MARK_HYPHEN)
    return (n == 2 || n == 3) && is_typewriter_dash (check, mark);
  return n == 1 ? is_half_dash (check, mark) : n == 3 && beside_wide (check, mark);
}

void
_lectern_check_dash (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);

  for (gsize i = 1; i + 1 < n_marks; i++)
    if (is_wrong_dash (check, &marks[i]))
      _lectern_check_replace (check,
                              find_run (check, 0, marks[i].start, _lectern_mark_end (&marks[i])),
                              marks[i].start, _lectern_mark_end (&marks[i]), "——");
}

/* Stops (4.1 to 4.7). */

static gboolean
is_pause (const LecternMark *mark)
{
  return mark->kind >= LECTERN_MARK_COMMA && mark->kind <= LECTERN_MARK_STOP;
}

static gboolean
is_cry (const LecternMark *mark)
{
  return mark->kind == LECTERN_MARK_QUESTION || mark->kind == LECTERN_MARK_EXCLAMATION;
}

/* Marks of Latin text, masks and code are left alone. */
static gboolean
is_chinese_mark (const LecternCheck *check, const LecternMark *mark)
{
  return mark->character >= 0x80 || _lectern_character_is_wide (before (check, mark));
}

static void
check_run (LecternCheck *check, const LecternMark *mark)
{
  guint n = _lectern_mark_count (mark);
  gsize unit = mark->size / n, keep = unit;

  if (n == 1)
    return;
  if (is_pause (mark) ? n < 2 || (mark->kind == LECTERN_MARK_STOP && n > 2) : n <= 3)
    return;
  if (!is_chinese_mark (check, mark) || _lectern_punctuation_in_placeholder (check, mark->start))
    return;
  if (is_cry (mark))
    keep = 3 * unit;
  _lectern_check_replace (
      check, find_run (check, is_cry (mark) ? 2 : 0, mark->start, _lectern_mark_end (mark)),
      mark->start + keep, _lectern_mark_end (mark), "");
}

/* `，。` at the end of a paragraph and `？。`: which of the two is too much is certain. */
static void
mend_two (LecternCheck *check, LecternFinding *finding, const LecternMark *mark)
{
  const LecternMark *next = &mark[1];

  if (next->kind == LECTERN_MARK_STOP && is_cry (mark))
    _lectern_check_replace (check, finding, next->start, _lectern_mark_end (next), "");
  else if (next->kind == LECTERN_MARK_STOP && next->character == U'。' && ends_line (check, next))
    _lectern_check_replace (check, finding, mark->start, _lectern_mark_end (mark), "");
}

static void
check_two (LecternCheck *check, const LecternMark *mark)
{
  const LecternMark *next = &mark[1];
  gboolean two = (is_pause (mark) && (is_pause (next) || is_cry (next)))
                 || (is_cry (mark) && is_pause (next));

  if (!two || !_lectern_mark_touches_next (mark)
      || (mark->character < 0x80 && next->character < 0x80)
      || _lectern_punctuation_in_placeholder (check, mark->start)
      || _lectern_punctuation_in_placeholder (check, next->start))
    return;
  mend_two (check, find_run (check, 1, mark->start, _lectern_mark_end (next)), mark);
}

/* `。.`: the point of another keyboard. */
static void
check_point (LecternCheck *check, const LecternMark *mark)
{
  const LecternMark *next = &mark[1];

  if (mark->character < 0x80 || next->kind != LECTERN_MARK_POINT || next->size != 1
      || !_lectern_mark_touches_next (mark) || g_unichar_isalnum (after (check, next)))
    return;
  _lectern_check_replace (check, find_run (check, 1, mark->start, _lectern_mark_end (next)),
                          next->start, _lectern_mark_end (next), "");
}

/* 。”。 */
static void
check_around_quote (LecternCheck *check, const LecternMark *mark)
{
  if (mark->kind == LECTERN_MARK_STOP && mark[1].kind == LECTERN_MARK_CLOSE
      && mark[1].shape == LECTERN_SHAPE_DOUBLE && mark[2].kind == LECTERN_MARK_STOP
      && _lectern_mark_touches_next (mark) && _lectern_mark_touches_next (&mark[1]))
    find_run (check, 3, mark->start, _lectern_mark_end (&mark[2]));
}

void
_lectern_check_stop_doubled (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);

  for (gsize i = 1; i + 1 < n_marks; i++)
    {
      if (marks[i].kind < LECTERN_MARK_COMMA || marks[i].kind > LECTERN_MARK_EXCLAMATION)
        continue;
      check_run (check, &marks[i]);
      check_two (check, &marks[i]);
      check_point (check, &marks[i]);
      if (i + 2 < n_marks)
        check_around_quote (check, &marks[i]);
    }
}
