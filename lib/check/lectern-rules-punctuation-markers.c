/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-private.h"
#include "check/lectern-sequences-private.h"
#include "language/lectern-families-private.h"
#include "language/lectern-numbering-private.h"
#include "language/lectern-numerals-private.h"
#include "language/lectern-scan-private.h"

#include <string.h>

/* What stands after ordinals (GB/T 15834-2011 B.3), and at the end of headings (B.4). */

typedef enum
{
  AFTER_NOTHING,  /* （一） ① 一是: no mark; B.3.4, B.3.7 */
  AFTER_ORDINAL,  /* 第一 其一 首先: ，; B.3.1 */
  AFTER_NUMERAL,  /* 一 甲: 、; B.3.2 */
  AFTER_ARABIC,   /* 1 A I: the point of Latin text; B.3.3 */
  AFTER_DIVISION, /* 第一章: a blank; B.3.6 */
  AFTER_ANYTHING  /* of something else */
} After;

#define U_COMMA U'，'
#define U_PAUSE U'、'

static const struct
{
  const char *right; /* the mark that mends it */
  const char *name;  /* what it is called in a message */
  gunichar allowed[3];
} afters[] = {
  [AFTER_NOTHING] = { "", "", { 0 } },
  [AFTER_ORDINAL] = { "，", "，", { U_COMMA, ',' } },
  [AFTER_NUMERAL] = { "、", "、", { U_PAUSE } },
  [AFTER_ARABIC] = { ".", ".", { '.', 0xff0e } },
  /* 第三章，讲的是…: a sentence about it */
  [AFTER_DIVISION] = { "　", "", { U_COMMA, ',' } },
};

const LecternBilingual _lectern_marker_punctuation_messages[] = {
  { "no mark stands after “{1}”, here is “{2}”", "“{1}”后不用标点，这里用了“{2}”" },
  { "after “{1}” stands “{3}”, not “{2}”", "“{1}”后应当用“{3}”，不用“{2}”" },
  { "a blank stands after “{1}”, not “{2}”", "“{1}”后应当空一格，不用“{2}”" },
  { "after “{1}” stands “{3}”, here is none", "“{1}”后应当用“{3}”，这里没有标点" },
  { NULL },
};

/* Marks that are put after ordinals, rightly or wrongly. */
static gboolean
is_ordinal_mark (gunichar c)
{
  static const char marks[] = "，、。：；．,.:;";

  return c != 0 && g_utf8_strchr (marks, -1, c) != NULL;
}

/* Whether the text is one number of Chinese numerals (or a mask in its place) and nothing else. */
static gboolean
is_chinese_number (const char *text, gsize length)
{
  LecternNumeralStyle style;
  guint value;

  if (length == 0)
    return FALSE;
  if (strspn (text, "Xx") >= length)
    return TRUE;
  return _lectern_numeral_parse (text, length, &value, &style) == length
         && _lectern_numeral_style_fold (style, NULL) == LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL;
}

static gboolean
is_word_of_order (const char *text, gsize length)
{
  const LecternWordMarker *word = NULL;

  while ((word = _lectern_word_marker_at (text, text + length, word)) != NULL)
    if (word->id == LECTERN_FAMILY_ORDER && word->length == length)
      return TRUE;
  return FALSE;
}

static gboolean
begins (const char *text, gsize length, const char *prefix)
{
  gsize n = strlen (prefix);

  return length >= n && memcmp (text, prefix, n) == 0;
}

static gboolean
ends (const char *text, gsize length, const char *suffix)
{
  gsize n = strlen (suffix);

  return length >= n && memcmp (text + length - n, suffix, n) == 0;
}

/* 第一, 其一, 第一章. */
static After
classify_prefixed (const char *text, gsize length)
{
  static const char *const divisions[] = { "章", "节", "编", "篇" };
  gsize prefix = strlen ("第");

  if (is_chinese_number (text + prefix, length - prefix))
    return AFTER_ORDINAL;
  if (!begins (text, length, "第"))
    return AFTER_ANYTHING;
  for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
    if (ends (text, length, divisions[i])
        && is_chinese_number (text + prefix, length - prefix - strlen (divisions[i])))
      return AFTER_DIVISION;
  return AFTER_ANYTHING;
}

/* ① ⑴ ㈠: their ring or bracket is their mark. */
static gboolean
is_enclosed (gunichar c)
{
  return (c >= 0x2460 && c <= 0x24ff) || (c >= 0x2776 && c <= 0x2793)
         || (c >= 0x3220 && c <= 0x32bf);
}

/* 1, 12, A, IV. */
static gboolean
is_arabic (const char *text, gsize length)
{
  LecternNumeralStyle style;
  guint value;

  if (_lectern_numeral_parse (text, length, &value, &style) == length
      && _lectern_numeral_style_fold (style, NULL) == LECTERN_NUMERAL_DECIMAL)
    return TRUE;
  return (length == 1 && g_ascii_isalpha (*text))
         || _lectern_numeral_parse_style (text, length, LECTERN_NUMERAL_UPPER_ROMAN, &value)
                == length;
}

/* What should stand after an ordinal, its own mark taken away. */
static After
classify (const char *text, gsize length)
{
  gunichar first;
  guint size, value;

  first = _lectern_peek (text, text + length, &size);
  if (length == 0)
    return AFTER_ANYTHING;
  if (ends (text, length, "）") || ends (text, length, ")") || is_enclosed (first))
    return AFTER_NOTHING;
  if (begins (text, length, "第") || begins (text, length, "其"))
    {
      After after = classify_prefixed (text, length);

      if (after != AFTER_ANYTHING)
        return after;
    }
  if (is_word_of_order (text, length))
    return AFTER_ORDINAL;
  if (ends (text, length, "是") || ends (text, length, "要"))
    return is_chinese_number (text, length - strlen ("是")) ? AFTER_NOTHING : AFTER_ANYTHING;
  if (is_chinese_number (text, length)
      || _lectern_numeral_parse_style (text, length, LECTERN_NUMERAL_HEAVENLY_STEM, &value)
             == length)
    return AFTER_NUMERAL;
  return is_arabic (text, length) ? AFTER_ARABIC : AFTER_ANYTHING;
}

static gboolean
is_allowed (After after, gunichar mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (afters[after].allowed); i++)
    if (afters[after].allowed[i] == mark)
      return TRUE;
  return FALSE;
}

/* A digit behind the point would make a decimal of 1.2024年. */
static gboolean
is_mendable (LecternCheck *check, After after, gsize end)
{
  return after != AFTER_ARABIC || !g_unichar_isdigit (_lectern_check_character_at (check, end));
}

static void
check_marker (LecternCheck *check, LecternNode *marker)
{
  static const guint messages[] = { 0, 1, 1, 1, 2 };
  LecternSpan span, mark;
  LecternFinding *finding;
  After after;
  gunichar c;

  lectern_node_get_span (marker, &span);
  mark.start = span.start
               + _lectern_numbering_strip_mark (check->text + span.start, span.end - span.start);
  c = _lectern_check_character_at (check, mark.start);
  if (!is_ordinal_mark (c))
    return;
  after = classify (check->text + span.start, mark.start - span.start);
  if (after == AFTER_ANYTHING || is_allowed (after, c))
    return;
  mark.end = mark.start + (gsize)g_unichar_to_utf8 (c, NULL);
  {
    g_autofree char *ordinal = _lectern_check_quote (check, span.start, mark.start, 12);
    g_autofree char *wrong = _lectern_check_quote (check, mark.start, mark.end, 1);

    finding = _lectern_check_find (check, messages[after], marker, &mark, ordinal, wrong,
                                   afters[after].name, NULL);
  }
  /* 1、 is in every house's speeches. */
  if (after == AFTER_ARABIC && c == U_PAUSE)
    _lectern_check_soften (finding);
  if (is_mendable (check, after, mark.end))
    _lectern_check_replace (check, finding, mark.start, mark.end, afters[after].right);
}

/* 第二 without a mark between 第一， and 第三，. */
static void
check_bare (LecternCheck *check, const LecternSpan *bare)
{
  g_autofree char *ordinal = _lectern_check_quote (check, bare->start, bare->end, 12);
  LecternFinding *finding
      = _lectern_check_find (check, 3, _lectern_punctuation_node (check, bare->start), bare,
                             ordinal, "", afters[AFTER_ORDINAL].name, NULL);

  _lectern_check_replace (check, finding, bare->end, bare->end, afters[AFTER_ORDINAL].right);
}

void
_lectern_check_marker_punctuation (LecternCheck *check)
{
  const GPtrArray *markers = _lectern_check_list (check, LECTERN_NODE_MARKER);
  const GArray *rows = _lectern_check_rows (check);

  for (guint i = 0; i < markers->len; i++)
    check_marker (check, markers->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, LecternRow, i).fault == LECTERN_ROW_BARE)
      check_bare (check, &g_array_index (rows, LecternRow, i).bare);
}

const LecternBilingual _lectern_heading_stop_messages[] = {
  { "a heading on a line of its own ends without “{1}”", "独占一行的标题末尾不用“{1}”" },
  { NULL },
};

static gboolean
is_run_in_or_bare (LecternNode *section)
{
  LecternNode *heading = lectern_node_find_child (section, LECTERN_NODE_HEADING);
  LecternNode *next = lectern_node_get_next (section);

  if (heading == NULL || !lectern_node_ends_line (heading))
    return heading != NULL;
  return lectern_node_get_next (heading) == NULL && next != NULL
         && lectern_node_get_kind (next) == LECTERN_NODE_SECTION;
}

/* Whether the sections below the parent are no headings with a text below each: where some are run
 * in, the others are opening sentences too, cut off by the source, and where some have no text,
 * they are a list. Of the last one the
 * text may be the closing of the speech. Looked up once for each parent. */
static gboolean
are_sentences (GHashTable *parents, LecternNode *parent)
{
  gpointer known;
  gboolean found = FALSE;

  if (g_hash_table_lookup_extended (parents, parent, NULL, &known))
    return GPOINTER_TO_INT (known);
  for (LecternNode *child = lectern_node_get_first_child (parent); child != NULL && !found;
       child = lectern_node_get_next (child))
    found = lectern_node_get_kind (child) == LECTERN_NODE_SECTION && is_run_in_or_bare (child);
  g_hash_table_insert (parents, parent, GINT_TO_POINTER (found));
  return found;
}

/* Whether a stop of either width stands within. */
static gboolean
has_stop (const char *text, gsize length)
{
  const char *point = text;

  if (g_strstr_len (text, (gssize)length, "。") != NULL)
    return TRUE;
  while ((point = memchr (point, '.', length - (gsize)(point - text))) != NULL)
    {
      /* The point of a marker or a number stands behind ASCII. */
      if (point > text && (guchar)point[-1] >= 0x80)
        return TRUE;
      point++;
    }
  return FALSE;
}

/* Bytes of the stop at the end of a heading of one sentence, 0 without one. */
static gsize
final_stop (LecternCheck *check, const LecternSpan *span)
{
  static const char *const stops[] = { "。", "｡", "." };
  const char *text = check->text + span->start;
  gsize length = span->end - span->start;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      gsize size = strlen (stops[i]);

      if (!ends (text, length, stops[i]) || length == size)
        continue;
      if (*stops[i] == '.' && (guchar)text[length - 2] < 0x80)
        return 0;
      return has_stop (text, length - size) ? 0 : size;
    }
  return 0;
}

void
_lectern_check_heading_stop (LecternCheck *check)
{
  const GPtrArray *headings = _lectern_check_list (check, LECTERN_NODE_HEADING);
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < headings->len; i++)
    {
      LecternNode *heading = headings->pdata[i];
      LecternNode *section = lectern_node_get_parent (heading);
      g_autofree char *stop = NULL;
      LecternFinding *finding;
      LecternSpan span;

      lectern_node_get_span (heading, &span);
      span.start = span.end - final_stop (check, &span);
      if (span.start == span.end || !lectern_node_starts_line (heading)
          || !lectern_node_ends_line (heading)
          || are_sentences (parents, lectern_node_get_parent (section)))
        continue;
      stop = _lectern_check_quote (check, span.start, span.end, 1);
      finding = _lectern_check_find (check, 0, heading, &span, stop, NULL);
      _lectern_check_replace (check, finding, span.start, span.end, "");
    }
}
