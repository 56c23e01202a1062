/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-text-renderer-private.h"

/**
 * LecternOutlineRenderer:
 *
 * Writes the outline (提纲) of a speech, made from its body: the headings of its sections, and the
 * points of the series that stand as paragraphs, each with its marker as it stands. A point is
 * there with its lead, or where it has none with its first sentence. Series inside a paragraph are
 * left out.
 *
 * The outline is one line, as it stands before a speech: a label in the language of the speech,
 * then the entries, each ended by a stop:
 * `【提纲】一、认清形势。一是任务更重。二是时间更紧。二、狠抓落实。` With
 * [method@Lectern.OutlineRenderer.set_indented] each entry is a line of its own, two blanks in for
 * each level, and there is no label. Both end in LF; without entries nothing is written.
 */

struct _LecternOutlineRenderer
{
  LecternRenderer parent_instance;

  gboolean indented;
};

G_DEFINE_FINAL_TYPE (LecternOutlineRenderer, lectern_outline_renderer, LECTERN_TYPE_RENDERER)

/* How an outline in one line looks, by the beginning of the language's tag; the last is for all. */
typedef struct
{
  const char *language;
  const char *label;
  const char *stop;
  const char *blank; /* between entries */
} Style;

static const Style styles[] = {
  { "zh-Hant", "【提綱】", "。", "" }, { "ja", "【骨子】", "。", "" },
  { "ko", "【개요】 ", ".", " " },     { "en", "Outline: ", ".", " " },
  { "", "【提纲】", "。", "" },
};

typedef struct
{
  LecternOutput output;
  const char *text;
  const Style *style;
  gboolean indented;
  gboolean any;
  guint depth; /* sections and points around */
} Outline;

static gboolean
ends_with_one_of (const char *text, gsize length, const char *set, gsize *rest)
{
  for (; *set != '\0'; set = g_utf8_next_char (set))
    {
      gsize n = (gsize)(g_utf8_next_char (set) - set);

      if (length >= n && memcmp (text + length - n, set, n) == 0)
        {
          *rest = length - n;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
ends_sentence (const char *text, gsize length)
{
  while (ends_with_one_of (text, length, "”’」』）)\"'", &length))
    ;
  return ends_with_one_of (text, length, "。！？….!?", &length);
}

/* Text without the marks that lead on to what is not there. */
static gsize
drop_separators (const char *text, gsize start, gsize end)
{
  gsize rest;

  end = _lectern_text_drop_blanks (text, start, end);
  while (ends_with_one_of (text + start, end - start, "；，、：;,:—", &rest))
    end = _lectern_text_drop_blanks (text, start, start + rest);
  return end;
}

/* Text with its line breaks joined. */
static void
add_joined (Outline *outline, gsize start, gsize end)
{
  LecternOutput *output = &outline->output;

  while (start < end)
    {
      gsize line_end = _lectern_text_find_line_end (outline->text, start, end);
      gsize ink_end = _lectern_text_drop_blanks (outline->text, start, line_end);
      gsize next = _lectern_text_skip_blanks (outline->text, line_end, end);

      if (line_end == end)
        ink_end = next = end;
      _lectern_output_add (output, outline->text + start, ink_end - start);
      if (next < end)
        _lectern_output_add_string (output,
                                    _lectern_text_get_joint (outline->text, ink_end, next, end));
      start = next;
    }
}

static void
add_entry (Outline *outline, gsize start, gsize marker_end, gsize end)
{
  LecternOutput *output = &outline->output;

  end = drop_separators (outline->text, marker_end, end);
  if (end == start)
    return;
  if (outline->indented)
    for (guint i = 1; i < outline->depth; i++)
      _lectern_output_add_literal (output, "  ");
  else
    _lectern_output_add_string (output,
                                outline->any ? outline->style->blank : outline->style->label);
  outline->any = TRUE;
  add_joined (outline, start, end);
  if (outline->indented)
    _lectern_output_add_literal (output, "\n");
  else if (end > marker_end && !ends_sentence (outline->text + start, end - start))
    _lectern_output_add_string (output, outline->style->stop);
}

static gboolean
is_of_kind (LecternNode *node, LecternNodeKind kind)
{
  return node != NULL && lectern_node_get_kind (node) == kind;
}

/* Where the text after the marker begins: @first is the first child of what may have one. */
static gsize
find_marker_end (LecternNode *first, gsize start)
{
  LecternSpan span;

  if (!is_of_kind (first, LECTERN_NODE_MARKER))
    return start;
  lectern_node_get_span (first, &span);
  return span.end;
}

static void
add_heading (Outline *outline, LecternNode *heading)
{
  LecternSpan span;

  lectern_node_get_span (heading, &span);
  add_entry (outline, span.start,
             find_marker_end (lectern_node_get_first_child (heading), span.start), span.end);
}

static void
add_point (Outline *outline, LecternNode *point)
{
  LecternNode *paragraph = lectern_node_get_first_child (point);
  LecternNode *first, *lead;
  LecternSpan span;
  gsize marker_end;

  if (!is_of_kind (paragraph, LECTERN_NODE_PARAGRAPH))
    return;
  lectern_node_get_span (paragraph, &span);
  first = lectern_node_get_first_child (paragraph);
  marker_end = find_marker_end (first, span.start);
  lead = is_of_kind (first, LECTERN_NODE_MARKER) ? lectern_node_get_next (first) : first;
  if (is_of_kind (lead, LECTERN_NODE_LEAD))
    {
      gsize start = span.start;

      lectern_node_get_span (lead, &span);
      span.start = start;
    }
  else
    span.end = _lectern_text_find_sentence_end (outline->text, marker_end, span.end);
  add_entry (outline, span.start, marker_end, span.end);
}

static void
walk (Outline *outline, LecternNode *node)
{
  LecternWalker walker;
  LecternEvent event;

  lectern_walker_init (&walker, node);
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE && !outline->output.failed)
    {
      LecternNode *at = lectern_walker_get_node (&walker);
      LecternNodeKind kind;

      if (event == LECTERN_EVENT_TEXT)
        continue;
      kind = lectern_node_get_kind (at);
      if (kind == LECTERN_NODE_SECTION || kind == LECTERN_NODE_POINT)
        outline->depth += event == LECTERN_EVENT_ENTER ? 1 : -1;
      if (event != LECTERN_EVENT_ENTER)
        continue;
      if (kind == LECTERN_NODE_HEADING)
        add_heading (outline, at);
      else if (kind == LECTERN_NODE_POINT)
        add_point (outline, at);
    }
}

static const Style *
find_style (const char *language)
{
  guint i = 0;

  while (*styles[i].language != '\0'
         && (language == NULL || !g_str_has_prefix (language, styles[i].language)))
    i++;
  return &styles[i];
}

static gboolean
lectern_outline_renderer_render (LecternRenderer *renderer, LecternNode *node,
                                 GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  LecternDocument *document = lectern_node_get_document (node);
  LecternSource *source = lectern_document_get_source (document);
  Outline outline = { .indented = LECTERN_OUTLINE_RENDERER (renderer)->indented };

  outline.text = g_bytes_get_data (lectern_source_get_bytes (source), NULL);
  outline.style = find_style (lectern_document_get_language (document));
  _lectern_output_init (&outline.output, stream, cancellable);
  walk (&outline, node);
  if (outline.any && !outline.indented)
    _lectern_output_add_literal (&outline.output, "\n");
  return _lectern_output_finish (&outline.output, error);
}

static void
lectern_outline_renderer_class_init (LecternOutlineRendererClass *class)
{
  LECTERN_RENDERER_CLASS (class)->render = lectern_outline_renderer_render;
}

static void
lectern_outline_renderer_init (LecternOutlineRenderer *renderer)
{
}

/**
 * lectern_outline_renderer_new:
 *
 * Makes a renderer that writes the outline in one line.
 *
 * Returns: (transfer full): a renderer
 */
LecternOutlineRenderer *
lectern_outline_renderer_new (void)
{
  return g_object_new (LECTERN_TYPE_OUTLINE_RENDERER, NULL);
}

/**
 * lectern_outline_renderer_set_indented:
 * @renderer: an outline renderer
 * @indented: whether each entry is a line of its own
 *
 * Chooses between one line and a line for each entry, indented by level.
 */
void
lectern_outline_renderer_set_indented (LecternOutlineRenderer *renderer, gboolean indented)
{
  g_return_if_fail (LECTERN_IS_OUTLINE_RENDERER (renderer));

  renderer->indented = indented != FALSE;
}

/**
 * lectern_outline_renderer_get_indented:
 * @renderer: an outline renderer
 *
 * Tells whether each entry is a line of its own.
 *
 * Returns: what was set last; %FALSE at first
 */
gboolean
lectern_outline_renderer_get_indented (LecternOutlineRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_OUTLINE_RENDERER (renderer), FALSE);

  return renderer->indented;
}
