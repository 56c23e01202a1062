/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-frame-private.h"

#include "language/lectern-char-class-private.h"
#include "language/lectern-punctuation-private.h"

#include <string.h>

/* Lines that are cut, that come twice, and that are no part of the speech. */

#define QUOTE_CHARS      20
#define VERSE_MAX_CHARS  20 /* a line that ends with a comma and is so short may be verse */
#define REPEATED_CHARS   20 /* so long a paragraph does not come back by itself */
#define ADVERT_MAX_CHARS 40
#define PAGE_MAX_BYTES   48
#define PAGE_MAX_DIGITS  6

static inline gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* [写履职措施], （鼓掌）: nothing but what stands in brackets. */
static gboolean
is_bracketed (const char *text, gsize start, gsize end)
{
  guint size;

  return end > start
         && (_lectern_char_class_at ((const guchar *)text + start, &size) & LECTERN_CHAR_OPEN)
         && (_lectern_framing_last_class (text, start, end) & LECTERN_CHAR_CLOSE);
}

/* Page numbers. */

/* What may stand in the line of a page number beside digits and blanks: a word of the second list
 * makes it one, or dashes on both sides. */
static const char page_words[] = "第|共|of|/|／|·|本|全|全文";
static const char page_said[] = "页|頁|Page|page|PAGE|Seite";
static const char page_dashes[] = "—|–|―|－|-|~|～|·|•|─";
static const char page_digits[]
    = "〇|零|一|二|三|四|五|六|七|八|九|十|百|０|１|２|３|４|５|６|７|８|９";

/* 3 / 10 */
static gboolean
is_page_of_pages (const char *p, const char *stop)
{
  guint numbers[2] = { 0, 0 }, parts = 0;

  for (; p < stop; p++)
    if (g_ascii_isdigit (*p) && numbers[parts] < 1000)
      numbers[parts] = 10 * numbers[parts] + (guint)g_ascii_digit_value (*p);
    else if (*p == '/' && parts == 0 && numbers[0] > 0)
      parts = 1;
    else if (*p != ' ')
      return FALSE;
  return numbers[0] > 0 && numbers[1] > 1 && numbers[0] <= numbers[1] && numbers[1] < 1000;
}

gboolean
_lectern_framing_is_page_number (const char *text, gsize start, gsize end)
{
  const char *p = text + start, *stop = text + end;
  guint digits = 0, said = 0, dashes = 0, words = 0;
  gboolean dash_first, dash_last = FALSE;
  gint n;

  if (end - start > PAGE_MAX_BYTES)
    return FALSE;
  dash_first = _lectern_alternative_at (page_dashes, p, stop) > 0;
  if (is_page_of_pages (p, stop))
    return TRUE;
  for (; p < stop; p += n)
    {
      if (_lectern_blank_at (p, stop) > 0)
        {
          n = (gint)_lectern_blank_at (p, stop);
          continue;
        }
      dash_last = FALSE;
      if (g_ascii_isdigit (*p))
        n = 1, digits++;
      else if ((n = _lectern_alternative_at (page_said, p, stop)) > 0)
        said++;
      else if ((n = _lectern_alternative_at (page_dashes, p, stop)) > 0)
        dash_last = TRUE, dashes++;
      else if ((n = _lectern_alternative_at (page_digits, p, stop)) > 0)
        digits++;
      else if ((n = _lectern_alternative_at (page_words, p, stop)) > 0)
        words++;
      else
        return FALSE;
    }
  return digits > 0 && digits <= PAGE_MAX_DIGITS
         && (said > 0 || (dash_first && dash_last && dashes >= 2 && words == 0));
}

/* What two pieces of text need between them when the line end goes: a blank between words that are
 * parted by blanks. NULL where nobody can tell. */
static const char *
find_joint (LecternCheck *check, gsize left, gsize right)
{
  gunichar before = g_utf8_get_char (check->text + _lectern_framing_back (check->text, 0, left, 1));
  gunichar after = g_utf8_get_char (check->text + right);

  if (g_unichar_get_script (before) == G_UNICODE_SCRIPT_HANGUL
      && g_unichar_get_script (after) == G_UNICODE_SCRIPT_HANGUL)
    return NULL;
  if (before == '-' || before == 0xad)
    return NULL; /* within a word, or a word of two */
  if (_lectern_character_is_wide (before) || _lectern_character_is_wide (after))
    return "";
  if (!check->chinese)
    return " ";
  return (g_unichar_isalpha (before) || (before < 0x80 && strchr (",.;:!?", (int)before) != NULL))
                 && g_unichar_isalpha (after)
             ? " "
             : "";
}

static void
join (LecternCheck *check, LecternFinding *finding, gsize left, gsize right)
{
  const char *joint = find_joint (check, left, right);

  if (joint != NULL)
    _lectern_check_replace (check, finding, left, right, joint);
}

/* The white space around a node within a paragraph that it cuts. */
static void
widen (LecternCheck *check, const LecternSpan *outer, LecternSpan *span)
{
  const char *text = check->text;
  guint n;

  while (span->start > outer->start
         && (n = is_line_end (text[span->start - 1])
                     ? 1
                     : _lectern_blank_behind (text + outer->start, text + span->start))
                > 0)
    span->start -= n;
  while (span->end < outer->end
         && (n = is_line_end (text[span->end])
                     ? 1
                     : _lectern_blank_at (text + span->end, text + outer->end))
                > 0)
    span->end += n;
}

static void
find_page_number (LecternCheck *check, LecternNode *node)
{
  g_autofree char *quote = NULL;
  LecternNode *parent;
  LecternFinding *finding;
  LecternSpan span, outer;

  lectern_node_get_span (node, &span);
  if (!_lectern_framing_is_page_number (check->text, span.start, span.end)
      || !lectern_node_starts_line (node) || !lectern_node_ends_line (node))
    return;
  quote = _lectern_check_quote (check, span.start, span.end, QUOTE_CHARS);
  finding = _lectern_check_find (check, 0, node, &span, quote, NULL);
  parent = lectern_node_get_parent (node);
  if (lectern_node_get_kind (parent) != LECTERN_NODE_PARAGRAPH)
    {
      _lectern_framing_cut_lines (check, finding, span.start, span.end);
      return;
    }
  lectern_node_get_span (parent, &outer);
  widen (check, &outer, &span);
  if (span.start > outer.start && span.end < outer.end)
    join (check, finding, span.start, span.end);
}

void
_lectern_rule_page_number (LecternCheck *check)
{
  static const LecternNodeKind kinds[]
      = { LECTERN_NODE_BOILERPLATE, LECTERN_NODE_PARAGRAPH, LECTERN_NODE_BYLINE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const GPtrArray *nodes = _lectern_check_list (check, kinds[k]);

      for (guint i = 0; i < nodes->len; i++)
        find_page_number (check, nodes->pdata[i]);
    }
}

/* Broken lines. */

/* 第一， alone on its line. */
static gboolean
is_marker (LecternNode *node, gsize left)
{
  LecternNode *child = lectern_node_get_first_child (node);
  LecternSpan span;

  if (child == NULL || lectern_node_get_kind (child) != LECTERN_NODE_MARKER)
    return FALSE;
  lectern_node_get_span (child, &span);
  return span.end == left;
}

/* 長亭外，/ 古道邊，: short lines that end with a comma are set like that. */
static gboolean
is_verse (LecternCheck *check, LecternNode *node, gsize left, gsize right)
{
  const char *text = check->text;
  gsize start = left, end = right;

  if (is_marker (node, left))
    return FALSE;
  if ((_lectern_framing_last_class (text, 0, left) & LECTERN_CHAR_COMMA) == 0)
    return FALSE;
  while (start > 0 && left - start <= 4 * VERSE_MAX_CHARS && !is_line_end (text[start - 1]))
    start--;
  while (end < check->length && end - right <= 4 * VERSE_MAX_CHARS && !is_line_end (text[end]))
    end++;
  return _lectern_framing_count (text, start, left, VERSE_MAX_CHARS + 1) <= VERSE_MAX_CHARS
         && _lectern_framing_count (text, right, end, VERSE_MAX_CHARS + 1) <= VERSE_MAX_CHARS;
}

static void
report_break (LecternCheck *check, LecternNode *node, gsize left, gsize right)
{
  LecternSpan span = { left, right };
  gsize from = _lectern_framing_back (check->text, 0, left, QUOTE_CHARS / 2), to = right;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  LecternFinding *finding;

  if (is_verse (check, node, left, right))
    return;
  while (from < left && memchr (check->text + from, '\n', left - from) != NULL)
    from++;
  for (guint n = 0; n < QUOTE_CHARS / 2 && to < check->length && !is_line_end (check->text[to]);
       n++)
    to = g_utf8_next_char (check->text + to) - check->text;
  before = _lectern_check_quote (check, from, left, QUOTE_CHARS);
  after = _lectern_check_quote (check, right, to, QUOTE_CHARS);
  finding = _lectern_check_find (check, 0, node, &span, before, after, NULL);
  join (check, finding, left, right);
}

/* Whether what ends or begins there is a page number that cuts the paragraph: another rule. */
static gboolean
touches_boilerplate (gsize left, gsize right, LecternNode **next)
{
  LecternSpan span;

  for (; *next != NULL; *next = lectern_node_get_next (*next))
    {
      if (lectern_node_get_kind (*next) != LECTERN_NODE_BOILERPLATE)
        continue;
      lectern_node_get_span (*next, &span);
      if (span.end == left || span.start == right)
        return TRUE;
      if (span.start > right)
        return FALSE;
    }
  return FALSE;
}

static void
find_breaks (LecternCheck *check, LecternNode *node)
{
  LecternNode *next = lectern_node_get_first_child (node);
  const char *text = check->text;
  LecternSpan span;
  gsize at;

  lectern_node_get_span (node, &span);
  at = span.start;
  while (at < span.end)
    {
      const char *line_end = memchr (text + at, '\n', span.end - at);
      LecternSpan gap;

      if (line_end == NULL)
        line_end = memchr (text + at, '\r', span.end - at);
      if (line_end == NULL)
        return;
      gap = (LecternSpan){ line_end - text, line_end - text + 1 };
      widen (check, &span, &gap);
      at = gap.end;
      if (gap.start > span.start && gap.end < span.end
          && !touches_boilerplate (gap.start, gap.end, &next)
          && !_lectern_check_touches_directive (check, gap.start, gap.end))
        report_break (check, node, gap.start, gap.end);
    }
}

/* A mark with which no paragraph can begin. ” may be an opening one, typed wrongly. */
static gboolean
begins_with_rest (const char *p)
{
  guint size, class = _lectern_char_class_at ((const guchar *)p, &size);

  return size == 3 && (class & (LECTERN_CHAR_OPEN | LECTERN_CHAR_MASK | LECTERN_CHAR_MARK)) == 0
         && (class
             & (LECTERN_CHAR_COMMA | LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_CLOSE))
         && class != LECTERN_CHAR_WIDE_BLANK && !g_str_has_prefix (p, "”")
         && !g_str_has_prefix (p, "’");
}

static gboolean
begins_with_marker (LecternNode *node)
{
  LecternNode *child = lectern_node_get_first_child (node);

  return child != NULL && lectern_node_get_kind (child) == LECTERN_NODE_MARKER;
}

static gboolean
ends_with_comma (LecternCheck *check, LecternNode *node)
{
  LecternSpan span;

  lectern_node_get_span (node, &span);
  return (_lectern_framing_last_class (check->text, span.start, span.end) & LECTERN_CHAR_COMMA)
         != 0;
}

/* The paragraph ends with a comma, and is no member of a list whose members do. */
static gboolean
goes_on (LecternCheck *check, const GPtrArray *paragraphs, guint i)
{
  LecternNode *node = paragraphs->pdata[i], *next = paragraphs->pdata[i + 1];

  return ends_with_comma (check, node) && !ends_with_comma (check, next)
         && (i == 0 || !ends_with_comma (check, paragraphs->pdata[i - 1]))
         && lectern_node_get_kind (lectern_node_get_parent (node)) != LECTERN_NODE_POINT
         && lectern_node_get_kind (lectern_node_get_parent (next)) != LECTERN_NODE_POINT
         && !begins_with_marker (node) && !begins_with_marker (next);
}

/* A paragraph that an indent or blank lines part from its beginning: it begins with a mark, or the
 * one before ends with a comma. */
static void
find_parted (LecternCheck *check, const GPtrArray *paragraphs, guint i)
{
  LecternSpan left, right;
  guint last;

  lectern_node_get_span (paragraphs->pdata[i], &left);
  lectern_node_get_span (paragraphs->pdata[i + 1], &right);
  if (right.end == right.start || left.end == left.start)
    return;
  last = _lectern_framing_last_class (check->text, left.start, left.end);
  if (begins_with_rest (check->text + right.start)
          ? (last & (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COLON)) == 0
          : goes_on (check, paragraphs, i))
    if (left.end <= right.start && _lectern_framing_is_gap (check->text, left.end, right.start))
      report_break (check, paragraphs->pdata[i + 1], left.end, right.start);
}

void
_lectern_rule_broken_line (LecternCheck *check)
{
  const GPtrArray *paragraphs = _lectern_check_list (check, LECTERN_NODE_PARAGRAPH);
  const GPtrArray *headings = _lectern_check_list (check, LECTERN_NODE_HEADING);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      find_breaks (check, paragraphs->pdata[i]);
      if (i + 1 < paragraphs->len)
        find_parted (check, paragraphs, i);
    }
  for (guint i = 0; i < headings->len; i++)
    find_breaks (check, headings->pdata[i]);
}

/* Paragraphs that come twice. */

typedef struct
{
  const char *text;
  gsize length;
  guint hash;
  LecternNode *node;
} Paragraph;

static guint
hash_text (const char *text, gsize length)
{
  guint64 hash = length, word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  for (; length > 0; text++, length--)
    hash = (hash ^ (guchar)*text) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint)(hash ^ hash >> 32);
}

static guint
hash_paragraph (gconstpointer key)
{
  return ((const Paragraph *)key)->hash;
}

static gboolean
is_same_paragraph (gconstpointer a, gconstpointer b)
{
  const Paragraph *one = a, *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static void
report_repeated (LecternCheck *check, const Paragraph *first, const Paragraph *again,
                 gboolean adjacent)
{
  g_autofree char *quote = NULL;
  LecternFinding *finding;
  LecternSpan span, before;

  lectern_node_get_span (again->node, &span);
  lectern_node_get_span (first->node, &before);
  quote = _lectern_check_quote (check, span.start, span.end, QUOTE_CHARS);
  finding = _lectern_check_find (check, 0, again->node, &span, quote, NULL);
  _lectern_check_relate (finding, first->node);
  if (adjacent && _lectern_framing_is_gap (check->text, before.end, span.start)
      && lectern_node_starts_line (again->node) && lectern_node_ends_line (again->node))
    _lectern_framing_cut_lines (check, finding, span.start, span.end);
}

void
_lectern_rule_duplicate_paragraph (LecternCheck *check)
{
  const GPtrArray *nodes = _lectern_check_list (check, LECTERN_NODE_PARAGRAPH);
  g_autofree Paragraph *paragraphs = g_new (Paragraph, MAX (nodes->len, 1));
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_paragraph, is_same_paragraph);

  for (guint i = 0; i < nodes->len; i++)
    {
      Paragraph *p = &paragraphs[i], *first;

      p->node = nodes->pdata[i];
      p->text = _lectern_check_get_text (check, p->node, &p->length);
      if (p->length <= REPEATED_CHARS
          || _lectern_framing_count (p->text, 0, p->length, REPEATED_CHARS + 1) <= REPEATED_CHARS
          || is_bracketed (p->text, 0, p->length))
        continue;
      p->hash = hash_text (p->text, p->length);
      first = g_hash_table_lookup (seen, p);
      if (first == NULL)
        g_hash_table_add (seen, p);
      else
        report_repeated (check, first, p, i > 0 && paragraphs[i - 1].node == first->node);
    }
}

/* Boilerplate. */

/* （鼓掌）, 【胡总：…】 between the paragraphs of the speech: a transcript has them with reason. */
static gboolean
is_remark (LecternCheck *check, LecternNode *node)
{
  const GPtrArray *paragraphs = _lectern_check_list (check, LECTERN_NODE_PARAGRAPH);
  LecternSpan span, first, last;

  lectern_node_get_span (node, &span);
  if (paragraphs->len == 0 || !is_bracketed (check->text, span.start, span.end))
    return FALSE;
  lectern_node_get_span (paragraphs->pdata[0], &first);
  lectern_node_get_span (paragraphs->pdata[paragraphs->len - 1], &last);
  return span.start > first.start && span.start < last.start;
}

/* The number of a note mark, [3]; 0 where there is none. */
static guint
note_mark_at (const char *p, const char *end)
{
  guint64 number;
  char *rest;

  if (end - p < 3 || *p != '[' || !g_ascii_isdigit (p[1]))
    return 0;
  number = g_ascii_strtoull (p + 1, &rest, 10);
  return rest < end && *rest == ']' && number < 64 ? (guint)number : 0;
}

/* The notes that words of the speech refer to, each a bit. */
static guint64
find_cited (LecternCheck *check)
{
  const char *p = check->text, *end = p + check->length;
  guint64 cited = 0;

  for (; (p = memchr (p, '[', end - p)) != NULL; p++)
    if (p > check->text && p[-1] != '\n' && p[-1] != ' ')
      cited |= (guint64)1 << note_mark_at (p, end);
  return cited & ~(guint64)1;
}

/* A footnote belongs to the words that refer to it. */
static gboolean
is_noise (LecternCheck *check, LecternNode *node, guint64 cited)
{
  LecternSpan span;

  lectern_node_get_span (node, &span);
  if (cited & ((guint64)1 << note_mark_at (check->text + span.start, check->text + check->length)))
    return FALSE;
  return !_lectern_framing_is_page_number (check->text, span.start, span.end)
         && _lectern_framing_find_title (check, &span) == NULL && !is_remark (check, node);
}

/* After the first stop; what follows on it may be a sentence of the speech. */
static gsize
first_sentence (const char *text, gsize length)
{
  gsize at = 0;
  guint size;

  while (at < length)
    {
      guint class = _lectern_char_class_at ((const guchar *)text + at, &size);

      at += size;
      if ((class & LECTERN_CHAR_STOP) && class != LECTERN_CHAR_WIDE_BLANK
          && class != LECTERN_CHAR_FULL_STOP)
        break;
    }
  return at;
}

/* What a line tells of itself. */
typedef enum
{
  LINE_KEEP,   /* an editor's note, or so much text that some of it may be wanted */
  LINE_DOUBT,  /* goes with the lines around it */
  LINE_ADVERT, /* goes */
} LineWorth;

static LineWorth
judge_line (LecternCheck *check, LecternNode *node)
{
  const LecternSpeechWords *words = _lectern_framing_get_words (check);
  gsize length, sentence;
  const char *text = _lectern_check_get_text (check, node, &length);
  const char *end = text + length;

  if (!lectern_node_starts_line (node) || !lectern_node_ends_line (node)
      || _lectern_words_begin (&words->notes, text, end) > 0
      || _lectern_words_begin (&words->appendices, text, end) > 0)
    return LINE_KEEP;
  sentence = first_sentence (text, length);
  if (_lectern_words_begin (&words->licences, text, end) > 0
      || _lectern_words_within (&words->boilerplate, text, text + sentence))
    return LINE_ADVERT;
  if (sentence < length
      || _lectern_framing_count (text, 0, length, ADVERT_MAX_CHARS + 1) > ADVERT_MAX_CHARS)
    return LINE_KEEP;
  return _lectern_words_within (&words->adverts, text, end) ? LINE_ADVERT : LINE_DOUBT;
}

/* Whether the lines can be taken out: one is an advert, none is to be kept. */
static gboolean
is_advert (LecternCheck *check, const GPtrArray *nodes, guint first, guint last)
{
  LineWorth worth = LINE_DOUBT;

  for (guint i = first; i <= last; i++)
    {
      LineWorth line = judge_line (check, nodes->pdata[i]);

      if (line == LINE_KEEP)
        return FALSE;
      worth = MAX (worth, line);
    }
  return worth == LINE_ADVERT;
}

static void
report_noise (LecternCheck *check, const GPtrArray *nodes, guint first, guint last)
{
  g_autofree char *lines = g_strdup_printf ("%u", last - first + 1);
  g_autofree char *quote = NULL;
  LecternFinding *finding;
  LecternSpan span, end;

  lectern_node_get_span (nodes->pdata[first], &span);
  quote = _lectern_check_quote (check, span.start, span.end, QUOTE_CHARS);
  lectern_node_get_span (nodes->pdata[last], &end);
  span.end = end.end;
  finding = _lectern_check_find (check, first == last ? 0 : 1, nodes->pdata[first], &span, quote,
                                 lines, NULL);
  if (is_advert (check, nodes, first, last))
    _lectern_framing_cut_lines (check, finding, span.start, span.end);
}

void
_lectern_rule_boilerplate (LecternCheck *check)
{
  const GPtrArray *nodes = _lectern_check_list (check, LECTERN_NODE_BOILERPLATE);
  guint64 cited = nodes->len > 0 ? find_cited (check) : 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      guint last = i;
      LecternSpan span, next;

      if (!is_noise (check, nodes->pdata[i], cited))
        continue;
      lectern_node_get_span (nodes->pdata[i], &span);
      while (last + 1 < nodes->len)
        {
          lectern_node_get_span (nodes->pdata[last + 1], &next);
          if (!_lectern_framing_is_gap (check->text, span.end, next.start)
              || !is_noise (check, nodes->pdata[last + 1], cited))
            break;
          span = next;
          last++;
        }
      report_noise (check, nodes, i, last);
      i = last;
    }
}
