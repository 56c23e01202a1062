/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-draft-private.h"

#include "base/lectern-source-private.h"
#include "compose/lectern-extent-private.h"
#include "language/lectern-numbering-private.h"
#include "model/lectern-builder-private.h"
#include "model/lectern-document-private.h"
#include "read/lectern-markers-private.h"
#include "read/lectern-text-private.h"

#include <string.h>

static gboolean
is_space (const char *text, gsize length, gsize at, guint *n)
{
  *n = at < length && (text[at] == '\n' || text[at] == '\r')
           ? 1
           : _lectern_blank_after (text, length, at);
  return *n > 0;
}

static gsize
skip_space (const char *text, gsize length, gsize at)
{
  guint n;

  while (is_space (text, length, at, &n))
    at += n;
  return at;
}

static gsize
trim_end (const char *text, gsize length)
{
  guint n;

  while (length > 0)
    if (text[length - 1] == '\n' || text[length - 1] == '\r')
      length--;
    else if ((n = _lectern_blank_before (text, length)) > 0)
      length -= n;
    else
      break;
  return length;
}

/* Adds the lines, those that are blank left out. */
static void
add_lines (GString *result, const char *text, gsize length, const char *line_end,
           const char *indent)
{
  gsize at = 0;

  while (at < length)
    {
      gsize end = at, start;
      guint n;

      while (end < length && text[end] != '\n' && text[end] != '\r')
        end++;
      start = at;
      while ((n = _lectern_blank_after (text, end, start)) > 0)
        start += n;
      if (result->len > 0)
        g_string_append (result, line_end);
      if (result->len > 0 && start == at)
        g_string_append (result, indent);
      else if (result->len > 0)
        g_string_append_len (result, text + at, (gssize)(start - at));
      g_string_append_len (result, text + start, (gssize)(trim_end (text, end) - start));
      at = skip_space (text, length, end);
      /* The indent of the next line is its own. */
      while (at > end && _lectern_blank_before (text, at) > 0)
        at -= _lectern_blank_before (text, at);
    }
}

LecternDraft *
_lectern_draft_new (LecternNodeKind kind, gboolean block, const char *text, gsize length,
                    const char *line_end, const char *indent)
{
  LecternDraft *draft = g_new0 (LecternDraft, 1);
  gsize start = skip_space (text, length, 0), end = trim_end (text, length);
  LecternMarker marker;

  draft->kind = kind;
  draft->block = block;
  draft->marker = g_strdup ("");
  draft->text = g_string_new (NULL);
  if (kind != LECTERN_NODE_PARAGRAPH && start < end
      && _lectern_marker_match (text, start, end, TRUE, &marker))
    start = skip_space (text, end, marker.end);
  if (start < end)
    add_lines (draft->text, text + start, end - start, line_end, indent);
  return draft;
}

void
_lectern_draft_free (LecternDraft *draft)
{
  g_free (draft->marker);
  g_free (draft->numbering);
  g_string_free (draft->text, TRUE);
  g_free (draft);
}

void
_lectern_draft_set_stop (LecternDraft *draft, gunichar stop, gunichar otherwise)
{
  GString *text = draft->text;
  gunichar is = _lectern_stop_before (text->str, 0, text->len);

  if (is == 0 && otherwise != 0 && stop == 0)
    g_string_append_unichar (text, otherwise);
  else if (stop != 0 && is != U'！' && is != U'？' && is != '!' && is != '?')
    {
      if (is != 0)
        g_string_truncate (text, text->len - (gsize)g_unichar_to_utf8 (is, NULL));
      g_string_append_unichar (text, stop);
    }
}

/* A speech in which the draft stands between two of its like. */
typedef struct
{
  GString *text;
  gsize start; /* of the draft, with a marker that is the second of its row */
  gsize body;
  gsize end;
} Host;

static char *
dup_host_marker (const LecternDraft *draft, LecternNumbering *numbering, guint ordinal)
{
  if (numbering == NULL)
    return g_strdup (draft->marker);
  return _lectern_numbering_dup_marker_of (numbering, ordinal, 3, NULL);
}

/* What stands around the draft: before the first marker, after it, before the draft and after it.
 */
typedef struct
{
  const char *head;
  const char *first;
  const char *last;
  const char *tail;
} Surroundings;

static const Surroundings *
find_surroundings (const LecternDraft *draft)
{
  static const Surroundings of_section = { "", "头\n文。\n", "尾\n文。\n", "" };
  static const Surroundings of_block = { "一、头\n文。\n", "头。\n", "尾。\n", "二、尾\n文。\n" };
  static const Surroundings of_inline = { "一、头\n要：", "头；", "尾。\n", "二、尾\n文。\n" };
  static const Surroundings of_paragraphs = { "一、头\n文。\n", "", "", "文。\n二、尾\n文。\n" };

  if (draft->kind == LECTERN_NODE_SECTION)
    return &of_section;
  if (draft->kind == LECTERN_NODE_PARAGRAPH)
    return &of_paragraphs;
  return draft->block ? &of_block : &of_inline;
}

static gboolean
make_host (const LecternDraft *draft, Host *host)
{
  const Surroundings *around = find_surroundings (draft);
  g_autoptr (LecternNumbering) numbering
      = draft->numbering != NULL ? lectern_numbering_new_from_string (draft->numbering, NULL)
                                 : NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  if (numbering == NULL && draft->numbering != NULL)
    return FALSE;
  first = dup_host_marker (draft, numbering, 1);
  second = dup_host_marker (draft, numbering, 2);
  third = dup_host_marker (draft, numbering, 3);
  if (first == NULL || second == NULL || third == NULL)
    return FALSE;
  host->text = g_string_new (around->head);
  if (draft->kind != LECTERN_NODE_PARAGRAPH)
    g_string_append_printf (host->text, "%s%s", first, around->first);
  host->start = host->text->len;
  g_string_append (host->text, second);
  host->body = host->text->len;
  g_string_append_len (host->text, draft->text->str, (gssize)draft->text->len);
  host->end = host->text->len;
  g_string_append (host->text, draft->block ? "\n" : "");
  if (draft->kind != LECTERN_NODE_PARAGRAPH)
    g_string_append_printf (host->text, "%s%s", third, around->last);
  g_string_append (host->text, around->tail);
  return TRUE;
}

/* Whether the node, or the paragraphs from it on, are just the draft; says how far they go. */
static gboolean
holds_draft (const LecternNode *node, const LecternDraft *draft, const Host *host, guint32 *last)
{
  gsize end = trim_end (host->text->str, node->end);

  if (node->kind != (guint)draft->kind
      || skip_space (host->text->str, node->end, node->start) != host->start)
    return FALSE;
  *last = node->next;
  if (draft->kind != LECTERN_NODE_PARAGRAPH)
    {
      const LecternNode *marker = lectern_node_get_marker ((LecternNode *)node);

      return end == host->end && (marker == NULL) == (draft->numbering == NULL)
             && (marker == NULL || (marker->start == host->start && marker->end <= host->body))
             && (lectern_node_find_child ((LecternNode *)node, LECTERN_NODE_PARAGRAPH) != NULL
                 || draft->kind == LECTERN_NODE_SECTION || !draft->block);
    }
  while (node->end < host->end)
    {
      node = _lectern_node_next (node);
      if (node == NULL || node->kind != LECTERN_NODE_PARAGRAPH)
        return FALSE;
      *last = node->next;
    }
  return node->end == host->end;
}

static gboolean
read_host (const LecternDraft *draft, const Host *host, const char *language,
           LecternPlanFragment *fragment)
{
  g_autoptr (GBytes) text = g_bytes_new (host->text->str, host->text->len);
  g_autoptr (LecternSource) source = lectern_source_new (text, NULL);
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();
  g_autoptr (LecternDocument) document = NULL;
  const LecternTree *tree;

  if (source == NULL)
    return FALSE;
  lectern_read_options_set_language (options, language);
  document = _lectern_text_read (source, options, NULL, FALSE, NULL, NULL);
  if (document == NULL)
    return FALSE;
  tree = &document->tree;
  for (guint32 i = 1; i < tree->n_nodes; i++)
    if (holds_draft (&tree->nodes[i], draft, host, &fragment->last))
      {
        fragment->document = g_steal_pointer (&document);
        fragment->first = i;
        return TRUE;
      }
  return FALSE;
}

/* The lines as paragraphs; the first has begun at `start` already where there is a point. */
static void
add_paragraphs (LecternBuilder *builder, const GString *text, gsize start)
{
  while (start < text->len)
    {
      gsize end = start;

      while (end < text->len && text->str[end] != '\n' && text->str[end] != '\r')
        end++;
      _lectern_builder_open (builder, LECTERN_NODE_PARAGRAPH, (guint32)start);
      _lectern_builder_close (builder, (guint32)end);
      start = skip_space (text->str, text->len, end);
    }
}

static gsize
find_line_end (const GString *text)
{
  return strcspn (text->str, "\r\n");
}

/* The nodes that follow from the lines alone, where nothing else would be read. */
static gboolean
build_plain (const LecternDraft *draft, const char *language, LecternPlanFragment *fragment,
             GError **error)
{
  g_autoptr (GString) all = g_string_new (draft->marker);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternSource) source = NULL;
  g_autoptr (LecternBuilder) builder = NULL;
  guint32 marker = (guint32)trim_end (draft->marker, strlen (draft->marker));
  gsize line;

  g_string_append_len (all, draft->text->str, (gssize)draft->text->len);
  bytes = g_bytes_new (all->str, all->len);
  source = lectern_source_new (bytes, error);
  if (source == NULL)
    return FALSE;
  line = find_line_end (all);
  builder = _lectern_builder_new_for_source (source, language);
  if (draft->kind != LECTERN_NODE_PARAGRAPH)
    {
      _lectern_builder_open (builder, draft->kind, 0);
      if (draft->kind == LECTERN_NODE_SECTION || draft->block)
        _lectern_builder_open (
            builder,
            draft->kind == LECTERN_NODE_SECTION ? LECTERN_NODE_HEADING : LECTERN_NODE_PARAGRAPH, 0);
      if (draft->numbering != NULL)
        {
          _lectern_builder_open (builder, LECTERN_NODE_MARKER, 0);
          _lectern_builder_close (builder, marker);
        }
      if (draft->kind == LECTERN_NODE_SECTION || draft->block)
        _lectern_builder_close (builder, (guint32)line);
    }
  if (draft->block)
    add_paragraphs (builder, all,
                    draft->kind == LECTERN_NODE_PARAGRAPH ? 0
                                                          : skip_space (all->str, all->len, line));
  fragment->document = lectern_builder_finish (builder, error);
  if (fragment->document == NULL)
    return FALSE;
  fragment->first = 1;
  fragment->last = fragment->document->tree.n_nodes;
  fragment->start = 0;
  fragment->end = all->len;
  return TRUE;
}

LecternEdits *
_lectern_draft_make_fragment (LecternDraft *draft, const char *language,
                              LecternPlanFragment *fragment, GError **error)
{
  Host host = { NULL, 0, 0, 0 };
  LecternEdits *edits = NULL;

  *fragment = (LecternPlanFragment){ .loose = TRUE };
  fragment->numbering = draft->kind == LECTERN_NODE_SECTION ? draft->numbering : NULL;
  if (make_host (draft, &host) && read_host (draft, &host, language, fragment))
    {
      LecternSpan span = { host.start, host.body };
      LecternNode *marker
          = lectern_node_get_marker (&fragment->document->tree.nodes[fragment->first]);
      gsize length = strlen (draft->marker);

      fragment->start = host.start;
      fragment->end = host.end;
      edits = lectern_edits_new (host.text->len);
      if (marker != NULL)
        {
          gsize blanks = length - trim_end (draft->marker, length);

          span.end = marker->end;
          lectern_edits_replace (edits, &span, draft->marker, (gssize)(length - blanks), NULL);
          span.start = marker->end;
          span.end = host.body;
          lectern_edits_replace (edits, &span, draft->marker + length - blanks, (gssize)blanks,
                                 NULL);
        }
    }
  else if (build_plain (draft, language, fragment, error))
    edits = lectern_edits_new (fragment->end);
  if (host.text != NULL)
    g_string_free (host.text, TRUE);
  return edits;
}
