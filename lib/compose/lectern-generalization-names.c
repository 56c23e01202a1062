/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-generalization-private.h"

#include "compose/lectern-comparison-private.h"
#include "compose/lectern-gaps-private.h"

#include <string.h>

/* Names for what differs: by the part of the speech, or as for a mask that would stand there. */

#define HEADING "标题"

static const struct
{
  LecternNodeKind kind;
  const char *name;
} blocks[] = {
  { LECTERN_NODE_TITLE, "题目" },      { LECTERN_NODE_BYLINE, "署名" },
  { LECTERN_NODE_SALUTATION, "称谓" }, { LECTERN_NODE_HEADING, HEADING },
  { LECTERN_NODE_THANKS, "致谢" },     { LECTERN_NODE_ENTRY, "提纲条目" },
};

#define COUNTED   "序号"
#define PART      "部分"
#define PARAGRAPH "段落"
#define WORDS     "内容"

static const char *
find_block_name (LecternDocument *document, gsize offset)
{
  for (LecternNode *node = lectern_document_lookup_offset (document, offset); node != NULL;
       node = lectern_node_get_parent (node))
    for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
      if (lectern_node_get_kind (node) == blocks[i].kind)
        return blocks[i].name;
  return NULL;
}

/* The number of a heading or point. */
static gboolean
is_in_marker (LecternDocument *document, gsize offset)
{
  LecternNode *node = lectern_document_lookup_offset (document, offset);

  return node != NULL && lectern_node_get_kind (node) == LECTERN_NODE_MARKER;
}

/* The line around a span, at most so much of it. */
static LecternSpan
find_line (const char *text, gsize length, const LecternSpan *span)
{
  LecternSpan line = *span;

  while (line.start > 0 && text[line.start - 1] != '\n' && span->start - line.start < 600)
    line.start--;
  while (line.end < length && text[line.end] != '\n' && line.end - span->end < 600)
    line.end++;
  while (line.start < span->start && ((guchar)text[line.start] & 0xc0) == 0x80)
    line.start++;
  while (line.end > span->end && line.end < length && ((guchar)text[line.end] & 0xc0) == 0x80)
    line.end--;
  return line;
}

char *
_lectern_general_dup_name (LecternDocument *document, const LecternSpan *span, gboolean figure,
                           gboolean line, const char **kind)
{
  gsize length;
  const char *text = g_bytes_get_data (
      lectern_source_get_bytes (lectern_document_get_source (document)), &length);
  LecternSpan around = find_line (text, length, span);
  LecternGap gap = { .node = lectern_document_get_root (document), .span = *span };
  LecternRun run = { .n_gaps = 1 };
  LecternGaps gaps = { document, text, length, &gap, 1, &run, 1 };
  LecternValuePlace value;
  const char *block;

  *kind = LECTERN_PLACEHOLDER_TEXT;
  if (figure && is_in_marker (document, span->start))
    {
      *kind = LECTERN_PLACEHOLDER_ORDINAL;
      return g_strdup (COUNTED);
    }
  if (!line && _lectern_difference_read_value (text, &around, span, figure, &value))
    {
      gap.kind = *kind = value.kind;
      gap.part = value.part;
      gap.unit = value.unit;
      return _lectern_gaps_dup_name (&gaps, &run);
    }
  block = find_block_name (document, span->start);
  if (line && memchr (text + span->start, '\n', span->end - span->start) != NULL)
    return g_strdup (g_strcmp0 (block, HEADING) == 0 ? PART : PARAGRAPH);
  return g_strdup (block != NULL ? block : line ? PARAGRAPH : WORDS);
}
