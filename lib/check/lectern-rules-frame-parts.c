/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-frame-private.h"

#include "language/lectern-char-class-private.h"

#include <string.h>

/* Title, salutation and closing. */

#define TITLE_MIN_CHARS   6  /* a shorter line may come back for other reasons */
#define TITLE_MAX_LINES   4  /* of the title that are compared */
#define ADDRESS_MAX_BYTES 60 /* of the first piece of a form of address */
#define QUOTE_CHARS       20
#define SPEECH_MIN_BLOCKS 3

/* The place where a paragraph shows itself: its first sentence. */
static void
shrink_to_sentence (LecternCheck *check, LecternSpan *span)
{
  gsize at = span->start;
  guint size;

  while (at < span->end)
    {
      guint class = _lectern_char_class_at ((const guchar *)check->text + at, &size);

      if (class == LECTERN_CHAR_LINE_END)
        break;
      at += size;
      if ((class & LECTERN_CHAR_STOP) && class != LECTERN_CHAR_WIDE_BLANK
          && class != LECTERN_CHAR_FULL_STOP)
        break;
    }
  span->end = at;
}

/* 同志们，… ; not 同志们在发言中… */
static gboolean
begins_with_address (LecternCheck *check, LecternNode *node)
{
  const LecternSpeechWords *words = _lectern_framing_get_words (check);
  const char *at, *end, *start;
  LecternSpan span;
  guint size;

  lectern_node_get_span (node, &span);
  start = at = check->text + span.start;
  end = check->text + MIN (span.end, span.start + ADDRESS_MAX_BYTES);
  for (; at < end; at += size)
    {
      guint class = _lectern_char_class_at ((const guchar *)at, &size)
                    & ~(LECTERN_CHAR_MARK | LECTERN_CHAR_MASK);

      if (class != 0)
        break;
    }
  return at < end && at > start && _lectern_words_end (&words->address_tails, start, at) > 0
         && !_lectern_words_within (&words->no_address, start, at);
}

/* The first paragraph that begins with an address. */
static LecternNode *
find_address (LecternCheck *check)
{
  const GPtrArray *paragraphs = _lectern_check_list (check, LECTERN_NODE_PARAGRAPH);

  for (guint i = 0; i < paragraphs->len; i++)
    if (begins_with_address (check, paragraphs->pdata[i]))
      return paragraphs->pdata[i];
  return NULL;
}

/* The earlier of two nodes, either of which may be NULL. */
static LecternNode *
earlier (LecternNode *a, LecternNode *b)
{
  LecternSpan one, other;

  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  lectern_node_get_span (a, &one);
  lectern_node_get_span (b, &other);
  return one.start <= other.start ? a : b;
}

static LecternNode *
first_of (LecternCheck *check, LecternNodeKind kind)
{
  const GPtrArray *nodes = _lectern_check_list (check, kind);

  return nodes->len > 0 ? nodes->pdata[0] : NULL;
}

/* What is held before listeners addresses them, or thanks them. A report or minutes need not. */
static gboolean
is_spoken (LecternCheck *check)
{
  return first_of (check, LECTERN_NODE_SALUTATION) != NULL
         || first_of (check, LECTERN_NODE_THANKS) != NULL || find_address (check) != NULL;
}

void
_lectern_rule_title_missing (LecternCheck *check)
{
  LecternNode *first;
  LecternSpan span;

  if (first_of (check, LECTERN_NODE_TITLE) != NULL
      || _lectern_check_list (check, LECTERN_NODE_PARAGRAPH)->len < SPEECH_MIN_BLOCKS
      || !is_spoken (check))
    return;
  first = earlier (
      earlier (first_of (check, LECTERN_NODE_SALUTATION), first_of (check, LECTERN_NODE_HEADING)),
      first_of (check, LECTERN_NODE_PARAGRAPH));
  lectern_node_get_span (first, &span);
  shrink_to_sentence (check, &span);
  _lectern_check_find (check, 0, first, &span, NULL);
}

/* What does not count when two titles are compared: blanks and commas, brackets and quotes. A stop
 * does: with one, the words of the title are said, not printed. */
static const char *
skip_unsaid (const char *p, const char *end, gunichar *c)
{
  while (p < end)
    {
      guint size, class = _lectern_char_class_at ((const guchar *)p, &size);
      guint blank = _lectern_blank_at (p, end);
      gboolean stop = class != LECTERN_CHAR_WIDE_BLANK && (class & LECTERN_CHAR_STOP);

      if (blank == 0
          && (stop || (class & (LECTERN_CHAR_COMMA | LECTERN_CHAR_OPEN | LECTERN_CHAR_CLOSE)) == 0))
        {
          *c = g_utf8_get_char (p);
          return p + size;
        }
      p += MAX (blank, size);
    }
  *c = 0;
  return end;
}

static gboolean
says_the_same (LecternCheck *check, const LecternSpan *a, const LecternSpan *b)
{
  const char *p = check->text + a->start, *p_end = check->text + a->end;
  const char *q = check->text + b->start, *q_end = check->text + b->end;
  gunichar one, other;

  do
    {
      p = skip_unsaid (p, p_end, &one);
      q = skip_unsaid (q, q_end, &other);
      if (one != other)
        return FALSE;
    }
  while (one != 0);
  return TRUE;
}

LecternNode *
_lectern_framing_find_title (LecternCheck *check, const LecternSpan *span)
{
  const GPtrArray *titles = _lectern_check_list (check, LECTERN_NODE_TITLE);
  LecternSpan title;

  for (guint i = 0; i < MIN (titles->len, TITLE_MAX_LINES); i++)
    {
      lectern_node_get_span (titles->pdata[i], &title);
      if (title.start == span->start)
        return NULL; /* the line itself */
      if (span->end - span->start <= 2 * (title.end - title.start)
          && title.end - title.start <= 2 * (span->end - span->start)
          && _lectern_framing_count (check->text, title.start, title.end, TITLE_MIN_CHARS)
                 == TITLE_MIN_CHARS
          && says_the_same (check, &title, span))
        return titles->pdata[i];
    }
  return NULL;
}

/* In every kind of line in which it may come back. */
void
_lectern_rule_title_repeated (LecternCheck *check)
{
  static const LecternNodeKind kinds[] = { LECTERN_NODE_TITLE, LECTERN_NODE_BYLINE,
                                           LECTERN_NODE_BOILERPLATE, LECTERN_NODE_PARAGRAPH };

  if (_lectern_check_list (check, LECTERN_NODE_TITLE)->len == 0)
    return;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const GPtrArray *nodes = _lectern_check_list (check, kinds[k]);

      for (guint i = 0; i < nodes->len; i++)
        {
          g_autofree char *quote = NULL;
          LecternFinding *finding;
          LecternNode *title;
          LecternSpan span;

          lectern_node_get_span (nodes->pdata[i], &span);
          title = _lectern_framing_find_title (check, &span);
          if (title == NULL || !lectern_node_starts_line (nodes->pdata[i])
              || !lectern_node_ends_line (nodes->pdata[i]))
            continue;
          quote = _lectern_check_quote (check, span.start, span.end, QUOTE_CHARS);
          finding = _lectern_check_find (check, 0, nodes->pdata[i], &span, quote, NULL);
          _lectern_check_relate (finding, title);
          _lectern_framing_cut_lines (check, finding, span.start, span.end);
        }
    }
}

/* Speeches without listeners, minutes and reports, need no salutation: it is missed only where the
 * listeners are addressed later. Thanks do not tell: one thanks before a camera too. */
void
_lectern_rule_salutation_missing (LecternCheck *check)
{
  LecternNode *first = first_of (check, LECTERN_NODE_PARAGRAPH);
  LecternNode *heading = first_of (check, LECTERN_NODE_HEADING);
  LecternSpan span;

  if (first == NULL || first_of (check, LECTERN_NODE_SALUTATION) != NULL
      || find_address (check) == NULL || begins_with_address (check, first)
      || earlier (first, heading) == heading)
    return;
  lectern_node_get_span (first, &span);
  shrink_to_sentence (check, &span);
  _lectern_check_find (check, 0, first, &span, NULL);
}

/* The mark at the end of a form of address, and whether it is right. */
static const struct
{
  const char *mark;
  gboolean right;
} salutation_marks[] = {
  { "：", TRUE },  { "！", TRUE },  { ":", TRUE },   { "!", TRUE },  { "，", FALSE },
  { "。", FALSE }, { "；", FALSE }, { "、", FALSE }, { ",", FALSE }, { ".", FALSE },
};

void
_lectern_rule_salutation_mark (LecternCheck *check)
{
  LecternNode *node = first_of (check, LECTERN_NODE_SALUTATION);
  g_autofree char *quote = NULL;
  LecternFinding *finding;
  LecternSpan span;
  gsize mark = 0;

  if (node == NULL)
    return;
  lectern_node_get_span (node, &span);
  if (span.start == span.end)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (salutation_marks); i++)
    {
      gsize length = strlen (salutation_marks[i].mark);

      if (span.end - span.start < length
          || memcmp (check->text + span.end - length, salutation_marks[i].mark, length) != 0)
        continue;
      if (salutation_marks[i].right)
        return;
      mark = length;
    }
  /* Run in with the first sentence, it goes on in the line: 同志们，今天…… */
  if (!lectern_node_ends_line (node))
    return;
  quote = _lectern_check_quote (check, span.start, span.end, QUOTE_CHARS);
  finding = _lectern_check_find (check, 0, node, &span, quote, NULL);
  _lectern_check_replace (check, finding, span.end - mark, span.end, "：");
}

/* Of a speech that greets its listeners, and that does not break off, which is another matter. */
void
_lectern_rule_closing_missing (LecternCheck *check)
{
  const GPtrArray *paragraphs = _lectern_check_list (check, LECTERN_NODE_PARAGRAPH);
  LecternNode *last;
  LecternSpan span;

  if (paragraphs->len < SPEECH_MIN_BLOCKS || first_of (check, LECTERN_NODE_SALUTATION) == NULL
      || first_of (check, LECTERN_NODE_CLOSING) != NULL
      || first_of (check, LECTERN_NODE_THANKS) != NULL
      || _lectern_framing_find_cut (check, &span, &last) >= 0)
    return;
  last = paragraphs->pdata[paragraphs->len - 1];
  lectern_node_get_span (last, &span);
  _lectern_framing_trim (check, &span);
  span.start = _lectern_framing_back (check->text, span.start, span.end, QUOTE_CHARS);
  _lectern_check_find (check, 0, last, &span, NULL);
}
