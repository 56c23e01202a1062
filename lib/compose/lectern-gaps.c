/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-gaps-private.h"

#include "language/lectern-numerals-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* --- gaps ----------------------------------------------------------------------------------- */

static void
read_gap (LecternGap *gap, LecternNode *node)
{
  const char *name, *value;

  gap->node = node;
  lectern_node_get_span (node, &gap->span);
  for (guint n = 0; lectern_node_get_nth_property (node, n, &name, &value); n++)
    {
      const struct
      {
        const char *name;
        const char **to;
      } rows[] = {
        { LECTERN_PROPERTY_KIND, &gap->kind },   { LECTERN_PROPERTY_PART, &gap->part },
        { LECTERN_PROPERTY_UNIT, &gap->unit },   { LECTERN_PROPERTY_NAME, &gap->name },
        { LECTERN_PROPERTY_GROUP, &gap->group }, { LECTERN_PROPERTY_DEFAULT, &gap->value },
        { LECTERN_PROPERTY_MASK, &gap->mask },
      };

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        if (strcmp (name, rows[i].name) == 0)
          *rows[i].to = value;
      if (strcmp (name, LECTERN_PROPERTY_FILLED) == 0)
        gap->filled = strcmp (value, "true") == 0;
    }
}

/* --- runs ----------------------------------------------------------------------------------- */

/* The parts of a date in their order, with the words that may stand after each. */
static const struct
{
  const char *part;
  const char *words;
} date_parts[] = {
  { "year", "年度|年" },     { "month", "月份|月" }, { "day", "日|号|號" },
  { "hour", "时|点|時|點" }, { "minute", "分" },
};

static guint
find_date_part (const LecternGap *gap)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (date_parts) && g_strcmp0 (gap->part, date_parts[i].part) != 0)
    i++;
  return i;
}

/* Whether just one of the words stands between the two. */
static gboolean
is_between (const LecternGaps *gaps, const LecternGap *a, const LecternGap *b, const char *words)
{
  const char *from = gaps->text + a->span.end, *to = gaps->text + b->span.start;

  return from < to && _lectern_alternative_at (words, from, to) == to - from;
}

static gboolean
joins_date (const LecternGaps *gaps, const LecternGap *a, const LecternGap *b)
{
  guint before = find_date_part (a), after = find_date_part (b);

  return before < after && after < G_N_ELEMENTS (date_parts)
         && is_between (gaps, a, b, date_parts[before].words);
}

static gboolean
joins_session (const LecternGaps *gaps, const LecternGap *a, const LecternGap *b)
{
  return g_strcmp0 (a->kind, LECTERN_PLACEHOLDER_ORDINAL) == 0
         && is_between (gaps, a, b, "届第|届|中|屆第|屆");
}

/* What names are given to. */
static const char *const names[] = { LECTERN_PLACEHOLDER_PERSON, LECTERN_PLACEHOLDER_PLACE,
                                     LECTERN_PLACEHOLDER_ORGANISATION, NULL };

#define SEPARATORS "、|和|与|及|以及"

static gboolean
joins_list (const LecternGaps *gaps, const LecternGap *a, const LecternGap *b)
{
  return a->kind != NULL && g_strcmp0 (a->kind, b->kind) == 0 && g_strcmp0 (a->part, b->part) == 0
         && g_strv_contains (names, a->kind) && is_between (gaps, a, b, SEPARATORS);
}

static const struct
{
  LecternRunKind kind;
  gboolean (*joins) (const LecternGaps *gaps, const LecternGap *a, const LecternGap *b);
} joints[] = {
  { LECTERN_RUN_DATE, joins_date },
  { LECTERN_RUN_SESSION, joins_session },
  { LECTERN_RUN_LIST, joins_list },
};

/* A gap with a name, or a group, of its own is known by that and belongs to nothing else. */
static gboolean
has_identity (const LecternGap *gap)
{
  return gap->name != NULL || gap->group != NULL;
}

static gboolean
joins (const LecternGaps *gaps, LecternRun *run, const LecternGap *gap)
{
  const LecternGap *last = _lectern_gaps_last (gaps, run);

  if (has_identity (last) || has_identity (gap))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if ((run->kind == LECTERN_RUN_SINGLE || run->kind == joints[i].kind)
        && joints[i].joins (gaps, last, gap))
      {
        run->kind = joints[i].kind;
        return TRUE;
      }
  return FALSE;
}

#define COUNTED "名|位|人|同志|个|家"

/* How many names there are, behind the last of them: 4名同志, 等四位. */
static void
find_count (LecternGaps *gaps, LecternRun *run)
{
  const char *from = gaps->text + _lectern_gaps_last (gaps, run)->span.end;
  const char *end = gaps->text + gaps->length;
  gint skip = _lectern_alternative_at ("等", from, end);
  guint value;
  gsize n;

  from += MAX (skip, 0);
  n = _lectern_numeral_parse (from, (gsize)(end - from), &value, NULL);
  if (n == 0 || _lectern_alternative_at (COUNTED, from + n, end) <= 0)
    return;
  run->is_open = skip > 0;
  run->count.start = (gsize)(from - gaps->text);
  run->count.end = run->count.start + n;
}

static gboolean
takes_names (const LecternGap *gap)
{
  return g_strcmp0 (gap->kind, LECTERN_PLACEHOLDER_PERSON) == 0 && !has_identity (gap);
}

static void
find_runs (LecternGaps *gaps)
{
  guint next = 0;

  gaps->runs = g_new0 (LecternRun, gaps->n_gaps);
  while (next < gaps->n_gaps)
    {
      LecternRun *run = &gaps->runs[gaps->n_runs];

      run->first = next++;
      run->n_gaps = 1;
      while (next < gaps->n_gaps && joins (gaps, run, &gaps->gaps[next]))
        {
          run->n_gaps++;
          next++;
        }
      if (run->kind == LECTERN_RUN_LIST
          || (run->kind == LECTERN_RUN_SINGLE && takes_names (&gaps->gaps[run->first])))
        find_count (gaps, run);
      next = run->first + run->n_gaps;
      for (guint i = 0; i < run->n_gaps; i++)
        {
          gaps->gaps[run->first + i].run = gaps->n_runs;
          gaps->gaps[run->first + i].member = i;
        }
      gaps->n_runs++;
    }
}

/* A list is read at its end: what nothing else is said of is what the last one is. */
static void
read_lists (LecternGaps *gaps)
{
  for (guint i = gaps->n_gaps; i-- > 1;)
    {
      const LecternGap *next = &gaps->gaps[i];
      LecternGap *gap = &gaps->gaps[i - 1];

      if (g_strcmp0 (gap->kind, LECTERN_PLACEHOLDER_TEXT) == 0 && next->kind != NULL
          && g_strv_contains (names, next->kind) && !has_identity (gap) && !has_identity (next)
          && is_between (gaps, gap, next, SEPARATORS))
        gap->kind = next->kind;
    }
}

LecternGaps *
_lectern_gaps_new (LecternDocument *document)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, LECTERN_NODE_PLACEHOLDER);
  GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (document));
  LecternGaps *gaps = g_new0 (LecternGaps, 1);

  gaps->document = g_object_ref (document);
  gaps->text = g_bytes_get_data (bytes, &gaps->length);
  gaps->n_gaps = nodes->len;
  gaps->gaps = g_new0 (LecternGap, nodes->len);
  for (guint i = 0; i < nodes->len; i++)
    read_gap (&gaps->gaps[i], nodes->pdata[i]);
  read_lists (gaps);
  find_runs (gaps);
  return gaps;
}

void
_lectern_gaps_free (LecternGaps *gaps)
{
  g_free (gaps->gaps);
  g_free (gaps->runs);
  g_object_unref (gaps->document);
  g_free (gaps);
}

/* --- context -------------------------------------------------------------------------------- */

static gboolean
ends_context (const char *p)
{
  return *p == '\n' || *p == '\r' || *p == '\0';
}

gsize
_lectern_gaps_go_back (const LecternGaps *gaps, gsize offset, guint n)
{
  const char *p = gaps->text + offset;

  for (; n > 0 && p > gaps->text; n--)
    {
      const char *before = g_utf8_prev_char (p);

      if (ends_context (before))
        break;
      p = before;
    }
  return (gsize)(p - gaps->text);
}

gsize
_lectern_gaps_go_on (const LecternGaps *gaps, gsize offset, guint n)
{
  const char *p = gaps->text + offset, *end = gaps->text + gaps->length;

  for (; n > 0 && p < end && !ends_context (p); n--)
    p = g_utf8_next_char (p);
  return (gsize)(p - gaps->text);
}

#define SAMPLE 8 /* characters on each side */

char *
_lectern_gaps_dup_sample (const LecternGaps *gaps, const LecternRun *run)
{
  gsize start = _lectern_gaps_go_back (gaps, _lectern_gaps_first (gaps, run)->span.start, SAMPLE);
  gsize end = _lectern_gaps_go_on (gaps, _lectern_gaps_last (gaps, run)->span.end, SAMPLE);

  return g_strndup (gaps->text + start, end - start);
}
