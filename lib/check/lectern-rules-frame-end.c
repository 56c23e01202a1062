/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-frame-private.h"

#include "language/lectern-char-class-private.h"

#include <string.h>

/* Whether a speech breaks off. */

#define LAST_CHARS     12 /* that a finding shows */
#define LONG_CHARS     30 /* so long a line is no slogan or name, stop or not */
#define STRAY_CHARS    3
#define NOTE_MAX_BYTES 120
#define NOTES          3 /* lines after the speech that may say that it goes on elsewhere */

#define ELLIPSES  "…|...|。。。|···|．．．|・・・"
#define DOT_BYTES 9 /* of the longest */

#define WHOLE     (LECTERN_CHAR_STOP | LECTERN_CHAR_CLOSE)
#define OPEN_MARK (LECTERN_CHAR_COMMA | LECTERN_CHAR_COLON | LECTERN_CHAR_SEMI | LECTERN_CHAR_OPEN)

/* The class of the last character as far as it ends something. */
static guint
end_class (LecternCheck *check, const LecternSpan *span)
{
  guint class = _lectern_framing_last_class (check->text, span->start, span->end);

  return class == LECTERN_CHAR_FULL_STOP ? LECTERN_CHAR_STOP : class;
}

/* Without any mark at its end but a comma. */
static gboolean
is_open_ended (LecternCheck *check, LecternNode *node)
{
  LecternSpan span;

  lectern_node_get_span (node, &span);
  _lectern_framing_trim (check, &span);
  return (end_class (check, &span) & (WHOLE | LECTERN_CHAR_COLON | LECTERN_CHAR_SEMI)) == 0;
}

static gboolean
ends_with_dots (LecternCheck *check, const LecternSpan *span)
{
  for (gsize n = 3; n <= DOT_BYTES && n <= span->end - span->start; n++)
    {
      const char *at = check->text + span->end - n;

      if (_lectern_alternative_at (ELLIPSES, at, at + n) == (gint)n)
        return TRUE;
    }
  return FALSE;
}

/* A mark inside shows that the line is running text. */
static gboolean
is_sentence (LecternCheck *check, const LecternSpan *span)
{
  guint size, n = 0;

  for (gsize at = span->start; at < span->end; at += size, n++)
    {
      guint class = _lectern_char_class_at ((const guchar *)check->text + at, &size);

      if (n == LONG_CHARS)
        return TRUE;
      if (class != LECTERN_CHAR_WIDE_BLANK && class != LECTERN_CHAR_LINE_END
          && (class & (LECTERN_CHAR_STOP | LECTERN_CHAR_COMMA | LECTERN_CHAR_SEMI)))
        return TRUE;
    }
  return FALSE;
}

/* （未完，全文请下载）: the brackets at the end of the span, where one of the words stands within.
 */
static gboolean
find_said_in_brackets (LecternCheck *check, LecternSpan *span)
{
  const LecternWords *words = &_lectern_framing_get_words (check)->cuts;
  const char *text = check->text;
  gsize start = span->end;

  if ((_lectern_framing_last_class (text, span->start, span->end) & LECTERN_CHAR_CLOSE) == 0)
    return FALSE;
  while (start > span->start && span->end - start < NOTE_MAX_BYTES
         && (_lectern_framing_last_class (text, span->start, start) & LECTERN_CHAR_OPEN) == 0)
    start = _lectern_framing_back (text, span->start, start, 1);
  start = _lectern_framing_back (text, span->start, start, 1);
  if (!_lectern_words_within (words, text + start, text + span->end))
    return FALSE;
  span->start = start;
  return TRUE;
}

/* 未完待续, 预览结束: at the end of the span, brackets and marks left out. */
static gboolean
find_said (LecternCheck *check, LecternSpan *span)
{
  const LecternWords *words = &_lectern_framing_get_words (check)->cuts;
  gsize end = span->end, n;

  if (find_said_in_brackets (check, span))
    return TRUE;
  while (end > span->start)
    {
      gsize before = _lectern_framing_back (check->text, span->start, end, 1);

      n = _lectern_words_end (words, check->text + span->start, check->text + end);
      if (n > 0)
        {
          *span = (LecternSpan){ end - n, end };
          return TRUE;
        }
      if (_lectern_framing_last_class (check->text, span->start, end) == 0
          && !strchr (".-~", check->text[before]))
        return FALSE;
      end = before;
    }
  return FALSE;
}

/* In the last lines that stand after the speech. */
static LecternNode *
find_said_after (LecternCheck *check, gsize end, LecternSpan *span)
{
  const GPtrArray *nodes = _lectern_check_list (check, LECTERN_NODE_BOILERPLATE);
  const LecternWords *words = &_lectern_framing_get_words (check)->cuts;

  for (guint i = nodes->len; i-- > 0 && nodes->len - i <= NOTES;)
    {
      lectern_node_get_span (nodes->pdata[i], span);
      if (span->start < end)
        break;
      if (find_said (check, span)
          || (span->end - span->start <= NOTE_MAX_BYTES
              && _lectern_words_within (words, check->text + span->start, check->text + span->end)))
        return nodes->pdata[i];
    }
  return NULL;
}

/* A heading with nothing after it, where others have something. */
static gboolean
is_bare_heading (LecternNode *heading)
{
  LecternNode *section = lectern_node_get_parent (heading);
  LecternNode *before = lectern_node_get_previous (section), *child;

  if (lectern_node_get_kind (section) != LECTERN_NODE_SECTION
      || _lectern_check_next (heading) != NULL)
    return FALSE;
  while (before != NULL
         && (lectern_node_get_kind (before) == LECTERN_NODE_BOILERPLATE
             || lectern_node_get_kind (before) == LECTERN_NODE_DIRECTIVE))
    before = lectern_node_get_previous (before);
  if (before == NULL || lectern_node_get_kind (before) != LECTERN_NODE_SECTION)
    return FALSE;
  child = lectern_node_get_first_child (before);
  return child != NULL && _lectern_check_next (child) != NULL;
}

static LecternNode *
last_of (LecternCheck *check, LecternNodeKind kind, LecternNode *last)
{
  const GPtrArray *nodes = _lectern_check_list (check, kind);
  LecternSpan span, other;

  if (nodes->len == 0)
    return last;
  if (last == NULL)
    return nodes->pdata[nodes->len - 1];
  lectern_node_get_span (last, &span);
  lectern_node_get_span (nodes->pdata[nodes->len - 1], &other);
  return other.start > span.start ? nodes->pdata[nodes->len - 1] : last;
}

/* The paragraph before the last; a bullet or a number that lost its text is none. */
static LecternNode *
find_before (LecternCheck *check, const GPtrArray *paragraphs)
{
  guint i = paragraphs->len - 2;
  LecternSpan span;

  for (; i > 0; i--)
    {
      lectern_node_get_span (paragraphs->pdata[i], &span);
      if (_lectern_framing_count (check->text, span.start, span.end, STRAY_CHARS + 1) > STRAY_CHARS)
        break;
    }
  return paragraphs->pdata[i];
}

/* A last paragraph without a stop is cut where the one before it has one: a list, a poem and notes
 * for a talk have none throughout. */
static gboolean
is_cut_paragraph (LecternCheck *check, LecternNode *node, const LecternSpan *span)
{
  const GPtrArray *paragraphs = _lectern_check_list (check, LECTERN_NODE_PARAGRAPH);
  gsize last = _lectern_framing_back (check->text, span->start, span->end, 1);
  guint class = end_class (check, span);

  if (class & WHOLE)
    return FALSE;
  if (paragraphs->len < 2 || paragraphs->pdata[paragraphs->len - 1] != node
      || is_open_ended (check, find_before (check, paragraphs)))
    return FALSE;
  if ((class & LECTERN_CHAR_MASK) && (guchar)check->text[last] < 0xe3)
    return FALSE; /* a mask, not 口 */
  return (class & OPEN_MARK) || is_sentence (check, span) || !lectern_node_starts_line (node)
         || lectern_node_find_child (node, LECTERN_NODE_MARKER) != NULL;
}

gint
_lectern_framing_find_cut (LecternCheck *check, LecternSpan *span, LecternNode **node)
{
  LecternNode *last = last_of (check, LECTERN_NODE_PARAGRAPH, NULL), *note;
  LecternSpan note_span;

  last = last_of (check, LECTERN_NODE_THANKS, last);
  last = last_of (check, LECTERN_NODE_HEADING, last);
  last = last_of (check, LECTERN_NODE_BYLINE, last);
  *node = last;
  if (last == NULL)
    return -1;
  lectern_node_get_span (last, span);
  _lectern_framing_trim (check, span);
  if ((note = find_said_after (check, span->end, &note_span)) != NULL)
    {
      *node = note;
      *span = note_span;
      return LECTERN_CUT_SAID;
    }
  if (lectern_node_get_kind (last) == LECTERN_NODE_HEADING)
    return (end_class (check, span) & WHOLE) == 0 && is_bare_heading (last) ? LECTERN_CUT_HEADING
                                                                            : -1;
  if (lectern_node_get_kind (last) != LECTERN_NODE_PARAGRAPH)
    return -1;
  note_span = *span;
  if (find_said (check, &note_span))
    {
      *span = note_span;
      return LECTERN_CUT_SAID;
    }
  if (ends_with_dots (check, span))
    return LECTERN_CUT_ELLIPSIS;
  return is_cut_paragraph (check, last, span) ? LECTERN_CUT_OPEN : -1;
}

void
_lectern_rule_truncated_end (LecternCheck *check)
{
  g_autofree char *quote = NULL;
  LecternNode *node;
  LecternSpan span;
  gint cut = _lectern_framing_find_cut (check, &span, &node);

  if (cut < 0)
    return;
  if (cut == LECTERN_CUT_ELLIPSIS || cut == LECTERN_CUT_OPEN)
    span.start = _lectern_framing_back (check->text, span.start, span.end, LAST_CHARS);
  quote = _lectern_check_quote (check, span.start, span.end, 2 * LAST_CHARS);
  _lectern_check_find (check, (guint)cut, node, &span, quote, NULL);
}
