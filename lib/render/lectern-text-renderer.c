/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-text-renderer-private.h"

/**
 * LecternTextRenderer:
 *
 * Writes a speech as plain text, UTF-8 without a byte order mark. How to get the encoding of
 * the file that was read is told at [method@Lectern.Document.encode].
 *
 * Without options the text comes out byte for byte. [method@Lectern.TextRenderer.set_canonical]
 * counts the markers again and lays the text out anew; indent, blank lines and columns lay it out
 * anew too, but leave the markers as they stand.
 *
 * Laid out anew, each paragraph of layout is one line ended by LF, without indent or trailing
 * blanks, and no line is blank. What shares a line because it belongs together still does: the body
 * after a run-in heading, and a series that begins inside the sentence which announces it. A line
 * break inside a paragraph vanishes between characters of a script without blanks and becomes one
 * blank elsewhere. Lines of an outline and of boilerplate stay lines.
 */

struct _LecternTextRenderer
{
  LecternRenderer parent_instance;

  LecternTextOptions options;
};

G_DEFINE_FINAL_TYPE (LecternTextRenderer, lectern_text_renderer, LECTERN_TYPE_RENDERER)

static void
add_verbatim (LecternOutput *output, LecternNode *node, LecternWidth punctuation)
{
  LecternDocument *document = lectern_node_get_document (node);
  LecternSource *source = lectern_document_get_source (document);
  const char *text = g_bytes_get_data (lectern_source_get_bytes (source), NULL);
  LecternSpan span;

  lectern_node_get_span (node, &span);
  if (span.end > span.start && punctuation != LECTERN_WIDTH_KEEP)
    {
      g_autoptr (GString) turned = g_string_sized_new (span.end - span.start);

      _lectern_text_turn_punctuation (text + span.start, span.end - span.start, punctuation,
                                      turned);
      _lectern_output_add (output, turned->str, turned->len);
    }
  else if (span.end > span.start)
    _lectern_output_add (output, text + span.start, span.end - span.start);
}

static gboolean
lectern_text_renderer_render (LecternRenderer *renderer, LecternNode *node, GOutputStream *stream,
                              GCancellable *cancellable, GError **error)
{
  const LecternTextOptions *options = &LECTERN_TEXT_RENDERER (renderer)->options;
  LecternOutput output;

  _lectern_output_init (&output, stream, cancellable);
  if (options->canonical || options->indent || options->blank_lines > 0 || options->columns > 0)
    _lectern_text_lay_out (&output, node, options);
  else
    add_verbatim (&output, node, options->punctuation);
  return _lectern_output_finish (&output, error);
}

static void
lectern_text_renderer_class_init (LecternTextRendererClass *class)
{
  LECTERN_RENDERER_CLASS (class)->render = lectern_text_renderer_render;
}

static void
lectern_text_renderer_init (LecternTextRenderer *renderer)
{
}

/**
 * lectern_text_renderer_new:
 *
 * Makes a renderer that writes the text as it stands.
 *
 * Returns: (transfer full): a renderer
 */
LecternTextRenderer *
lectern_text_renderer_new (void)
{
  return g_object_new (LECTERN_TYPE_TEXT_RENDERER, NULL);
}

/**
 * lectern_text_renderer_set_canonical:
 * @renderer: a text renderer
 * @canonical: whether to write the canonical text
 *
 * Asks for the canonical text: every marker is what its numbering says of its position, so a series
 * that has lost its first point begins with 1 again, and everything is laid out anew, one
 * paragraph a line. A marker stays as it stands where it is masked (第X，), where it belongs to no
 * numbering, and beyond the end of its numbering.
 */
void
lectern_text_renderer_set_canonical (LecternTextRenderer *renderer, gboolean canonical)
{
  g_return_if_fail (LECTERN_IS_TEXT_RENDERER (renderer));

  renderer->options.canonical = canonical != FALSE;
}

/**
 * lectern_text_renderer_get_canonical:
 * @renderer: a text renderer
 *
 * Tells whether it writes the canonical text.
 *
 * Returns: what was set last; %FALSE at first
 */
gboolean
lectern_text_renderer_get_canonical (LecternTextRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_TEXT_RENDERER (renderer), FALSE);

  return renderer->options.canonical;
}

/**
 * lectern_text_renderer_set_punctuation:
 * @renderer: a text renderer
 * @width: the width
 *
 * Sets the width that punctuation is written in. Marks in numbers, times and addresses of the web
 * are never touched (3.15, 9:30).
 */
void
lectern_text_renderer_set_punctuation (LecternTextRenderer *renderer, LecternWidth width)
{
  g_return_if_fail (LECTERN_IS_TEXT_RENDERER (renderer));
  g_return_if_fail (width <= LECTERN_WIDTH_HALF);

  renderer->options.punctuation = width;
}

/**
 * lectern_text_renderer_get_punctuation:
 * @renderer: a text renderer
 *
 * Gets the width that punctuation is written in.
 *
 * Returns: what was set last; `LECTERN_WIDTH_KEEP` at first
 */
LecternWidth
lectern_text_renderer_get_punctuation (LecternTextRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_TEXT_RENDERER (renderer), LECTERN_WIDTH_KEEP);

  return renderer->options.punctuation;
}

/**
 * lectern_text_renderer_set_indent:
 * @renderer: a text renderer
 * @indent: whether to indent
 *
 * Asks for two ideographic spaces (U+3000) before each paragraph of the body, its headings and the
 * thanks included, as GB/T 9704-2012, 7.3.3 wants it. Title, byline, salutation and
 * outline stand flush left, and so do the further lines of a wrapped paragraph.
 */
void
lectern_text_renderer_set_indent (LecternTextRenderer *renderer, gboolean indent)
{
  g_return_if_fail (LECTERN_IS_TEXT_RENDERER (renderer));

  renderer->options.indent = indent != FALSE;
}

/**
 * lectern_text_renderer_get_indent:
 * @renderer: a text renderer
 *
 * Tells whether paragraphs are indented.
 *
 * Returns: what was set last; %FALSE at first
 */
gboolean
lectern_text_renderer_get_indent (LecternTextRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_TEXT_RENDERER (renderer), FALSE);

  return renderer->options.indent;
}

/**
 * lectern_text_renderer_set_blank_lines:
 * @renderer: a text renderer
 * @blank_lines: how many
 *
 * Sets how many blank lines part the paragraphs.
 */
void
lectern_text_renderer_set_blank_lines (LecternTextRenderer *renderer, guint blank_lines)
{
  g_return_if_fail (LECTERN_IS_TEXT_RENDERER (renderer));

  renderer->options.blank_lines = blank_lines;
}

/**
 * lectern_text_renderer_get_blank_lines:
 * @renderer: a text renderer
 *
 * Gets how many blank lines part the paragraphs.
 *
 * Returns: what was set last; 0 at first
 */
guint
lectern_text_renderer_get_blank_lines (LecternTextRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_TEXT_RENDERER (renderer), 0);

  return renderer->options.blank_lines;
}

/**
 * lectern_text_renderer_set_columns:
 * @renderer: a text renderer
 * @columns: how many columns a line has at most, or 0 for lines of any length
 *
 * Sets the width of a line. Columns are counted as Unicode's East Asian Width (UAX #11) has it: a
 * Chinese character takes two. No line begins with a closing mark or ends with an opening one, and
 * words and numbers of Latin script are not broken; one that is longer than a line stands out.
 */
void
lectern_text_renderer_set_columns (LecternTextRenderer *renderer, guint columns)
{
  g_return_if_fail (LECTERN_IS_TEXT_RENDERER (renderer));

  renderer->options.columns = columns;
}

/**
 * lectern_text_renderer_get_columns:
 * @renderer: a text renderer
 *
 * Gets the width of a line.
 *
 * Returns: what was set last; 0 at first
 */
guint
lectern_text_renderer_get_columns (LecternTextRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_TEXT_RENDERER (renderer), 0);

  return renderer->options.columns;
}
