/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-extent-private.h"

#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

static inline gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

guint
_lectern_line_end_before (const char *text, gsize at)
{
  if (at == 0 || !is_line_end (text[at - 1]))
    return 0;
  return at > 1 && text[at - 1] == '\n' && text[at - 2] == '\r' ? 2 : 1;
}

static gsize
skip_blanks (const char *text, gsize length, gsize at)
{
  guint n;

  while ((n = _lectern_blank_after (text, length, at)) > 0)
    at += n;
  return at;
}

static gsize
skip_blanks_back (const char *text, gsize at)
{
  guint n;

  while ((n = _lectern_blank_before (text, at)) > 0)
    at -= n;
  return at;
}

/* The text of the node without the white space at its ends. */
static void
trim (LecternExtent *extent)
{
  gsize at = extent->node->start;

  while ((extent->start = skip_blanks (extent->text, extent->node->end, at)) < extent->node->end
         && is_line_end (extent->text[extent->start]))
    at = extent->start + 1;
  at = extent->node->end;
  while ((extent->end = skip_blanks_back (extent->text, at)) > extent->start
         && is_line_end (extent->text[extent->end - 1]))
    at = extent->end - 1;
  extent->end = MAX (extent->end, extent->start);
}

static void
find_stop (LecternExtent *extent)
{
  gsize at = skip_blanks (extent->text, extent->length, extent->end);

  if (at == extent->length)
    extent->stop = at;
  else if (is_line_end (extent->text[at]))
    extent->stop
        = at
          + (extent->text[at] == '\r' && at + 1 < extent->length && extent->text[at + 1] == '\n'
                 ? 2
                 : 1);
  else
    extent->stop = extent->end;
}

static void
find_gap (LecternExtent *extent)
{
  gsize at = skip_blanks_back (extent->text, extent->start);
  guint n;

  extent->gap = extent->start;
  if (at > 0 && !is_line_end (extent->text[at - 1]))
    return;
  do
    {
      extent->gap = at;
      n = _lectern_line_end_before (extent->text, at);
      at = skip_blanks_back (extent->text, at - n);
    }
  while (n > 0 && (at == 0 || is_line_end (extent->text[at - 1])));
  if (at == 0)
    extent->gap = 0;
}

void
_lectern_extent_init (LecternExtent *extent, LecternNode *node)
{
  LecternDocument *document = lectern_node_get_document (node);
  LecternNode *other;

  *extent = (LecternExtent){ .node = node };
  extent->text = _lectern_source_get_text (document->source, &extent->length);
  extent->block = node->kind != LECTERN_NODE_POINT
                  || (_lectern_node_first_child (node) != NULL
                      && lectern_node_find_child (node, LECTERN_NODE_PARAGRAPH) != NULL);
  for (other = lectern_node_get_previous (node); other != NULL && other->kind != node->kind;)
    other = lectern_node_get_previous (other);
  extent->previous = other;
  for (other = lectern_node_get_next (node); other != NULL && other->kind != node->kind;)
    other = lectern_node_get_next (other);
  extent->next = other;
  trim (extent);
  if (extent->block)
    {
      find_gap (extent);
      find_stop (extent);
      extent->base = node->kind == LECTERN_NODE_SECTION ? node->start : extent->start;
      return;
    }
  extent->base = extent->start;
  extent->stop = extent->end;
  extent->gap = extent->start;
  if (extent->previous != NULL)
    extent->gap = skip_blanks_back (extent->text, extent->start);
}

gboolean
_lectern_extent_has_line_end (const LecternExtent *extent)
{
  return extent->stop > extent->end && is_line_end (extent->text[extent->stop - 1]);
}

gboolean
_lectern_extent_starts_line (const LecternExtent *extent)
{
  gsize at = skip_blanks_back (extent->text, extent->start);

  return at == 0 || is_line_end (extent->text[at - 1]);
}

char *
_lectern_extent_dup_gap (const LecternExtent *extent, gboolean indent)
{
  gsize end = indent ? extent->start : skip_blanks_back (extent->text, extent->start);

  if (extent->block && !_lectern_extent_starts_line (extent))
    return g_strdup ("");
  return g_strndup (extent->text + extent->gap, end - extent->gap);
}

char *
_lectern_extent_dup_indent (const LecternExtent *extent)
{
  gsize start = skip_blanks_back (extent->text, extent->start);

  if (!extent->block || !_lectern_extent_starts_line (extent))
    return g_strdup ("");
  return g_strndup (extent->text + start, extent->start - start);
}

const char *
_lectern_extent_get_line_end (const LecternExtent *extent)
{
  const char *end = memchr (extent->text, '\n', extent->length);

  if (end == NULL)
    return memchr (extent->text, '\r', extent->length) != NULL ? "\r" : "\n";
  return end > extent->text && end[-1] == '\r' ? "\r\n" : "\n";
}

gunichar
_lectern_stop_before (const char *text, gsize start, gsize end)
{
  static const char stops[] = "；;，,、。.！!？?：:";
  gunichar c;

  if (end <= start)
    return 0;
  c = g_utf8_get_char (g_utf8_prev_char (text + end));
  return c < 0x80 && !g_ascii_ispunct ((char)c) ? 0 : g_utf8_strchr (stops, -1, c) != NULL ? c : 0;
}

void
_lectern_stops_read (LecternStops *stops, LecternNode *series)
{
  LecternNode *last = NULL;

  *stops = (LecternStops){ .regular = TRUE };
  for (LecternNode *child = lectern_node_get_first_child (series); child != NULL;
       child = lectern_node_get_next (child))
    {
      LecternExtent extent;
      gunichar stop;

      if (child->kind != LECTERN_NODE_POINT)
        continue;
      _lectern_extent_init (&extent, child);
      stop = _lectern_stop_before (extent.text, extent.start, extent.end);
      if (last != NULL && stops->inner == 0)
        stops->inner = stops->last;
      else if (last != NULL && stops->inner != stops->last)
        stops->regular = FALSE;
      stops->last = stop;
      last = child;
    }
  /* Separators, and then the end of a sentence. */
  stops->regular = stops->regular && stops->inner != 0 && stops->inner != stops->last
                   && (stops->inner == U'；' || stops->inner == ';' || stops->inner == U'，'
                       || stops->inner == ',' || stops->inner == U'、')
                   && (stops->last == U'。' || stops->last == '.');
}
