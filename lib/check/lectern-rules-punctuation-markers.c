/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-private.h"
#include "check/lectern-sequences-private.h"
#include "language/lectern-marker-marks-private.h"
#include "language/lectern-numbering-private.h"
#include "language/lectern-scan-private.h"

#include <string.h>

/* What stands after ordinals (GB/T 15834-2011 B.3), and at the end of headings (B.4). */

#define U_PAUSE U'、'

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

static gboolean
ends (const char *text, gsize length, const char *suffix)
{
  gsize n = strlen (suffix);

  return length >= n && memcmp (text + length - n, suffix, n) == 0;
}

/* A digit behind the point would make a decimal of 1.2024年. */
static gboolean
is_mendable (LecternCheck *check, LecternAfter after, gsize end)
{
  return after != LECTERN_AFTER_ARABIC
         || !g_unichar_isdigit (_lectern_check_character_at (check, end));
}

static void
check_marker (LecternCheck *check, LecternNode *marker)
{
  static const guint messages[] = { 0, 1, 1, 1, 2 };
  LecternSpan span, mark;
  LecternFinding *finding;
  LecternAfter after;
  const char *right;
  gunichar c;

  lectern_node_get_span (marker, &span);
  mark.start = span.start
               + _lectern_numbering_strip_mark (check->text + span.start, span.end - span.start);
  c = _lectern_check_character_at (check, mark.start);
  if (!is_ordinal_mark (c))
    return;
  after = _lectern_marker_classify (check->text + span.start, mark.start - span.start);
  if (after == LECTERN_AFTER_ANYTHING || _lectern_after_allows (after, c))
    return;
  right = _lectern_after_get_mark (after);
  mark.end = mark.start + (gsize)g_unichar_to_utf8 (c, NULL);
  {
    g_autofree char *ordinal = _lectern_check_quote (check, span.start, mark.start, 12);
    g_autofree char *wrong = _lectern_check_quote (check, mark.start, mark.end, 1);

    finding
        = _lectern_check_find (check, messages[after], marker, &mark, ordinal, wrong, right, NULL);
  }
  /* 1、 is in every house's speeches. */
  if (after == LECTERN_AFTER_ARABIC && c == U_PAUSE)
    _lectern_check_soften (finding);
  if (is_mendable (check, after, mark.end))
    _lectern_check_replace (check, finding, mark.start, mark.end, right);
}

/* 第二 without a mark between 第一， and 第三，. */
static void
check_bare (LecternCheck *check, const LecternSpan *bare)
{
  g_autofree char *ordinal = _lectern_check_quote (check, bare->start, bare->end, 12);
  const char *comma = _lectern_after_get_mark (LECTERN_AFTER_ORDINAL);
  LecternFinding *finding = _lectern_check_find (
      check, 3, _lectern_punctuation_node (check, bare->start), bare, ordinal, "", comma, NULL);

  _lectern_check_replace (check, finding, bare->end, bare->end, comma);
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
  LecternNode *next = _lectern_check_next (section);

  if (heading == NULL || !lectern_node_ends_line (heading))
    return heading != NULL;
  return _lectern_check_next (heading) == NULL && next != NULL
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
