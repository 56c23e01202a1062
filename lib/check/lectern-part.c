/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-part-private.h"

#include "language/lectern-char-class-private.h"

/* A sentence is not followed any further than this: what is longer is no title of anything. */
#define SENTENCE_MAX_BYTES 600
/* Nested parts end at the same blanks: nobody writes more, and more would be gone over for each. */
#define BLANKS_MAX_BYTES 512

static gsize
skip_blanks (LecternCheck *check, gsize at, gsize stop)
{
  const char *end = check->text + stop;
  gsize limit = MIN (stop, at + BLANKS_MAX_BYTES);

  while (at < limit)
    {
      guint n = _lectern_blank_at (check->text + at, end);

      if (n == 0 && (check->text[at] == '\n' || check->text[at] == '\r'))
        n = 1;
      if (n == 0)
        break;
      at += n;
    }
  return at;
}

gsize
_lectern_check_drop_blanks (LecternCheck *check, gsize start, gsize stop)
{
  gsize limit = stop - start > BLANKS_MAX_BYTES ? stop - BLANKS_MAX_BYTES : start;

  while (stop > limit)
    {
      guint n = _lectern_blank_behind (check->text + start, check->text + stop);

      if (n == 0 && (check->text[stop - 1] == '\n' || check->text[stop - 1] == '\r'))
        n = 1;
      if (n == 0)
        break;
      stop -= n;
    }
  return stop;
}

gsize
_lectern_check_sentence_end (LecternCheck *check, gsize start, gsize stop, gboolean members)
{
  const guchar *text = (const guchar *)check->text;
  gsize limit = MIN (stop, start + SENTENCE_MAX_BYTES), at = start;
  gboolean ended = FALSE;

  while (at < limit)
    {
      guint size, class = _lectern_char_class_at (text + at, &size);

      if (ended && class != LECTERN_CHAR_CLOSE && class != LECTERN_CHAR_STOP)
        break;
      if (class == LECTERN_CHAR_LINE_END)
        break;
      ended |= class == LECTERN_CHAR_STOP || (members && class == LECTERN_CHAR_SEMI);
      at += size;
    }
  return at;
}

void
_lectern_check_trim (LecternCheck *check, gsize *start, gsize *end)
{
  *start = skip_blanks (check, *start, *end);
  while (*end > *start)
    {
      const char *last = g_utf8_prev_char (check->text + *end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && !g_unichar_ispunct (c))
        break;
      *end = (gsize)(last - check->text);
    }
}

/* What holds marker and lead: the heading of a section, the first paragraph of a point that starts
 * a line, else the node itself. */
static LecternNode *
find_holder (LecternNode *node)
{
  LecternNode *first;

  if (lectern_node_get_kind (node) == LECTERN_NODE_SECTION)
    return lectern_node_find_child (node, LECTERN_NODE_HEADING);
  if (lectern_node_get_kind (node) == LECTERN_NODE_ENTRY)
    return node;
  first = lectern_node_get_first_child (node);
  return first != NULL && lectern_node_get_kind (first) == LECTERN_NODE_PARAGRAPH ? first : node;
}

gboolean
_lectern_part_read (LecternCheck *check, LecternNode *node, LecternPart *part)
{
  LecternNode *holder = find_holder (node), *child;
  LecternNodeKind kind = lectern_node_get_kind (node);
  LecternSpan span;

  *part = (LecternPart){ .node = node };
  if (holder == NULL)
    return FALSE;
  lectern_node_get_span (holder, &span);
  part->start = span.start;
  part->end = span.end;
  child = lectern_node_get_first_child (holder);
  if (child != NULL && lectern_node_get_kind (child) == LECTERN_NODE_MARKER)
    {
      part->marker = child;
      lectern_node_get_span (child, &span);
      part->start = span.end;
      child = lectern_node_get_next (child);
    }
  if (child != NULL && lectern_node_get_kind (child) == LECTERN_NODE_LEAD)
    {
      part->lead = child;
      lectern_node_get_span (child, &span);
      part->end = span.end;
    }
  lectern_node_get_span (kind == LECTERN_NODE_POINT ? node : holder, &span);
  part->start = skip_blanks (check, part->start, span.end);
  part->stop = _lectern_check_drop_blanks (check, part->start, span.end);
  part->end
      = kind == LECTERN_NODE_POINT && part->lead == NULL ? part->stop : MIN (part->end, part->stop);
  return part->start < part->end;
}

void
_lectern_part_end_words (LecternCheck *check, LecternPart *part)
{
  if (part->lead == NULL && lectern_node_get_kind (part->node) == LECTERN_NODE_POINT)
    part->end = _lectern_check_sentence_end (check, part->start, part->stop, TRUE);
}

static void
read_parts (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_SERIES);

  check->parts = g_array_sized_new (FALSE, FALSE, sizeof (LecternPart), 16);
  check->part_ends = g_array_sized_new (FALSE, FALSE, sizeof (guint), list->len);
  for (guint i = 0; i < list->len; i++)
    {
      for (LecternNode *child = lectern_node_get_first_child (list->pdata[i]); child != NULL;
           child = lectern_node_get_next (child))
        {
          LecternPart part;

          if (lectern_node_get_kind (child) == LECTERN_NODE_POINT
              && _lectern_part_read (check, child, &part))
            g_array_append_val (check->parts, part);
        }
      g_array_append_val (check->part_ends, check->parts->len);
    }
}

const LecternPart *
_lectern_check_list_parts (LecternCheck *check, guint series, guint *n_parts)
{
  guint first;

  if (check->parts == NULL)
    read_parts (check);
  first = series > 0 ? g_array_index (check->part_ends, guint, series - 1) : 0;
  *n_parts = g_array_index (check->part_ends, guint, series) - first;
  return (const LecternPart *)check->parts->data + first;
}

gboolean
_lectern_parts_are_paragraphs (const LecternPart *parts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (parts[i].marker == NULL || !lectern_node_starts_line (parts[i].marker))
      return FALSE;
  return n >= 2;
}

char *
_lectern_part_quote (LecternCheck *check, const LecternPart *part)
{
  gsize start = part->start, end = part->end;
  LecternSpan span;

  if (part->marker != NULL)
    {
      lectern_node_get_span (part->marker, &span);
      start = span.start;
    }
  _lectern_check_trim (check, &start, &end);
  return _lectern_check_quote (check, start, end, 16);
}
