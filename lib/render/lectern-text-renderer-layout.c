/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-text-renderer-private.h"

/* What stands between two pieces of text. */
typedef enum
{
  GAP_BLANKS, /* what stood there, if anything */
  GAP_JOINT,  /* a line break inside a paragraph: the halves are joined */
  GAP_LINE    /* a new line */
} Gap;

/* What a kind does to the lines: blocks stand on their stack while they are open. */
typedef struct
{
  guint block : 1;
  guint breaks_after : 1; /* nothing else stands on its line */
  guint keeps_lines : 1;  /* a line end inside stays one */
  guint indented : 1;
} LineRule;

/* GB/T 9704-2012, 7.3.3: every paragraph of the body begins two characters in, and its headings are
 * paragraphs of the body. The title, what stands under it, and the address (7.3.2: 顶格) do not. */
static const LineRule line_rules[] = {
  [LECTERN_NODE_ANNOUNCEMENT] = { .block = FALSE },
  [LECTERN_NODE_TITLE] = { .block = TRUE, .breaks_after = TRUE },
  [LECTERN_NODE_BYLINE] = { .block = TRUE, .breaks_after = TRUE },
  [LECTERN_NODE_SALUTATION] = { .block = TRUE, .breaks_after = TRUE },
  [LECTERN_NODE_THANKS] = { .block = TRUE, .breaks_after = TRUE, .indented = TRUE },
  [LECTERN_NODE_OUTLINE] = { .block = TRUE, .breaks_after = TRUE, .keeps_lines = TRUE },
  [LECTERN_NODE_BOILERPLATE] = { .block = TRUE, .keeps_lines = TRUE },
  [LECTERN_NODE_HEADING] = { .block = TRUE, .indented = TRUE },
  [LECTERN_NODE_PARAGRAPH] = { .block = TRUE, .indented = TRUE },
};

/* What stands in a container and in no block. */
static const LineRule container_rule = { .keeps_lines = TRUE, .indented = TRUE };

/* A block that is open. */
typedef struct
{
  LecternNodeKind kind;
  gsize end;
} Block;

/* Markers come again and again, and making one takes an allocation. */
#define N_MARKERS 256

typedef struct
{
  LecternNumbering *numbering;
  guint ordinal;
  char *marker;
} CachedMarker;

typedef struct
{
  LecternOutput *output;
  const LecternTextOptions *options;
  const char *text;
  gboolean east_asian;
  GString *line; /* NULL where lines go out as they come */
  GString *turned;

  gsize from; /* text that has been walked over and not yet written */
  gsize to;
  Gap gap;
  gsize ink_end;    /* where the last piece of text ended, for blanks and joints */
  gsize blanks_end; /* blanks from `ink_end` on that may yet be needed */
  gboolean in_line; /* a line has been begun */
  gboolean any;     /* a line has been written */
  gboolean lines;   /* there was a block: the last line is ended */
  gboolean fresh;   /* a block begins, so blank lines may come before it */

  GArray *blocks; /* Block */
  LecternNodeKind last_block;
  LecternNode *series;
  LecternNumbering *series_numbering;
  CachedMarker markers[N_MARKERS];
} Layout;

static const LineRule *
get_line_rule (LecternNodeKind kind)
{
  return kind < G_N_ELEMENTS (line_rules) ? &line_rules[kind] : &line_rules[0];
}

/* --- writing ------------------------------------------------------------------------------- */

static inline void
put (Layout *layout, const char *data, gsize length)
{
  if (layout->line != NULL)
    g_string_append_len (layout->line, data, (gssize)length);
  else
    _lectern_output_add (layout->output, data, length);
}

/* Gives out the line that was gathered. */
static void
end_line (Layout *layout)
{
  GString *line = layout->line;

  if (layout->in_line && line != NULL)
    {
      if (layout->options->punctuation != LECTERN_WIDTH_KEEP)
        {
          g_string_truncate (layout->turned, 0);
          _lectern_text_turn_punctuation (line->str, line->len, layout->options->punctuation,
                                          layout->turned);
          line = layout->turned;
        }
      if (layout->options->columns > 0)
        _lectern_text_wrap (layout->output, line->str, line->len, layout->options->columns,
                            layout->east_asian);
      else
        _lectern_output_add (layout->output, line->str, line->len);
      g_string_truncate (layout->line, 0);
    }
  layout->in_line = FALSE;
}

/* The rule of the innermost open block. */
static const LineRule *
get_open_rule (Layout *layout)
{
  guint n = layout->blocks->len;

  return n > 0 ? get_line_rule (g_array_index (layout->blocks, Block, n - 1).kind)
               : &container_rule;
}

static void
begin_line (Layout *layout)
{
  guint n_ends = 1;

  end_line (layout);
  if (layout->fresh || layout->blocks->len == 0)
    n_ends += layout->options->blank_lines;
  for (guint i = 0; layout->any && i < n_ends; i++)
    _lectern_output_add_literal (layout->output, "\n");
  layout->fresh = FALSE;
  layout->any = TRUE;
  layout->in_line = TRUE;
  if (layout->options->indent && get_open_rule (layout)->indented)
    put (layout, "\343\200\200\343\200\200", 6);
}

/* Text is about to come: what stands between it and the last? */
static void
bridge (Layout *layout, gsize next, gsize end)
{
  if (layout->gap == GAP_LINE)
    begin_line (layout);
  else if (layout->gap == GAP_JOINT)
    {
      const char *joint = _lectern_text_get_joint (layout->text, layout->ink_end, next, end);

      put (layout, joint, strlen (joint));
    }
  else if (layout->blanks_end > layout->ink_end)
    put (layout, layout->text + layout->ink_end, layout->blanks_end - layout->ink_end);
  layout->gap = GAP_BLANKS;
}

/* A line end or blanks in the text, from `start` to `end`. */
static void
note_blanks (Layout *layout, gsize start, gsize end)
{
  if (_lectern_text_find_line_end (layout->text, start, end) < end)
    {
      /* A line of boilerplate in the middle of a paragraph stays a line. */
      if (get_open_rule (layout)->keeps_lines || layout->last_block == LECTERN_NODE_BOILERPLATE)
        layout->gap = GAP_LINE;
      else
        layout->gap = MAX (layout->gap, GAP_JOINT);
    }
  layout->blanks_end = end;
}

static void
put_ink (Layout *layout, gsize start, gsize end)
{
  put (layout, layout->text + start, end - start);
  layout->ink_end = layout->blanks_end = end;
  layout->last_block = LECTERN_NODE_SPEECH;
}

/* Writes the text up to `end`. Inline nodes do not matter, so it comes in long pieces. */
static void
add_text (Layout *layout, gsize end)
{
  gsize start = layout->from;

  layout->from = MAX (start, end);
  while (start < end)
    {
      gsize ink = _lectern_text_skip_blanks (layout->text, start, end);
      gsize line_end, ink_end;

      if (ink > start)
        note_blanks (layout, start, ink);
      if (ink == end)
        break;
      bridge (layout, ink, end);
      line_end = _lectern_text_find_line_end (layout->text, ink, end);
      ink_end = _lectern_text_drop_blanks (layout->text, ink, line_end);
      put_ink (layout, ink, ink_end);
      start = ink_end;
    }
}

/* --- markers ------------------------------------------------------------------------------- */

/* What the marker numbers: a section, an entry or a point. */
static LecternNode *
find_owner (LecternNode *marker)
{
  LecternNode *owner = lectern_node_get_parent (marker);
  LecternNodeKind kind;

  if (owner == NULL)
    return NULL;
  kind = lectern_node_get_kind (owner);
  if (kind == LECTERN_NODE_HEADING || kind == LECTERN_NODE_PARAGRAPH)
    owner = lectern_node_get_parent (owner);
  return owner;
}

/* The numbering of a point is that of its series, which many points ask for. */
static LecternNumbering *
find_numbering (Layout *layout, LecternNode *owner)
{
  if (lectern_node_get_kind (owner) != LECTERN_NODE_POINT)
    return lectern_node_get_numbering (owner);
  owner = lectern_node_get_parent (owner);
  if (owner != layout->series)
    layout->series_numbering = owner != NULL ? lectern_node_get_numbering (owner) : NULL;
  layout->series = owner;
  return layout->series_numbering;
}

/* The marker as it should be, NULL where there is no telling: it is masked, it belongs to no
 * numbering, or to one that does not go that far. */
static const char *
compute_marker (Layout *layout, LecternNode *marker)
{
  LecternNode *owner = find_owner (marker);
  LecternNumbering *numbering = NULL;
  CachedMarker *cached;
  guint ordinal;

  if (owner != NULL && lectern_node_get_first_child (marker) == NULL)
    numbering = find_numbering (layout, owner);
  if (numbering == NULL)
    return NULL;
  ordinal = lectern_node_get_ordinal (owner);
  cached = &layout->markers[((GPOINTER_TO_SIZE (numbering) >> 4) * 31 + ordinal) % N_MARKERS];
  if (cached->numbering != numbering || cached->ordinal != ordinal)
    {
      g_free (cached->marker);
      cached->numbering = numbering;
      cached->ordinal = ordinal;
      cached->marker = lectern_numbering_dup_marker (numbering, ordinal, NULL);
    }
  return cached->marker;
}

/* Writes the computed marker in place of the one in the text, unless they are the same. */
static void
replace_marker (Layout *layout, LecternNode *node)
{
  const char *marker = compute_marker (layout, node);
  gsize length = marker != NULL ? strlen (marker) : 0;
  LecternSpan span;

  lectern_node_get_span (node, &span);
  if (marker == NULL
      || (length == span.end - span.start
          && memcmp (marker, layout->text + span.start, length) == 0))
    return;
  add_text (layout, span.start);
  bridge (layout, span.start, span.end);
  put (layout, marker, length);
  layout->ink_end = layout->blanks_end = span.end;
  layout->from = span.end;
  layout->last_block = LECTERN_NODE_SPEECH;
}

/* --- the walk ------------------------------------------------------------------------------ */

/* Whether a block goes on in the line of the one before it: the body after a run-in heading, and
 * the first paragraph of a point after the sentence that announces it, or after another point. */
static gboolean
joins_line (Layout *layout, LecternNode *node, LecternNodeKind kind)
{
  LecternNode *parent;

  if (kind == LECTERN_NODE_BOILERPLATE)
    return layout->blocks->len > 0 && layout->gap != GAP_JOINT;
  if (kind != LECTERN_NODE_PARAGRAPH)
    return FALSE;
  if (layout->last_block == LECTERN_NODE_HEADING)
    return TRUE;
  parent = lectern_node_get_parent (node);
  return parent != NULL && lectern_node_get_kind (parent) == LECTERN_NODE_POINT
         && lectern_node_get_first_child (parent) == node;
}

static void
enter_block (Layout *layout, LecternNode *node, LecternNodeKind kind, const LecternSpan *span)
{
  Block block = { kind, span->end };

  add_text (layout, span->start);
  if (!joins_line (layout, node, kind))
    layout->gap = GAP_LINE;
  layout->fresh = TRUE;
  layout->lines = TRUE;
  g_array_append_val (layout->blocks, block);
}

/* Closes the blocks that end before `offset`. */
static void
leave_blocks (Layout *layout, gsize offset)
{
  while (layout->blocks->len > 0)
    {
      Block block = g_array_index (layout->blocks, Block, layout->blocks->len - 1);

      if (block.end > offset)
        break;
      add_text (layout, block.end);
      g_array_set_size (layout->blocks, layout->blocks->len - 1);
      layout->last_block = block.kind;
      if (get_line_rule (block.kind)->breaks_after
          || (block.kind == LECTERN_NODE_BOILERPLATE && layout->blocks->len == 0))
        layout->gap = GAP_LINE;
    }
}

/* The next node in the order of the text: no walker, because only the beginnings of nodes matter.
 */
static LecternNode *
next_in_order (LecternNode *node, LecternNode *root)
{
  LecternNode *next = lectern_node_get_first_child (node);

  while (next == NULL && node != root)
    {
      next = lectern_node_get_next (node);
      node = lectern_node_get_parent (node);
    }
  return next;
}

static void
walk (Layout *layout, LecternNode *root)
{
  LecternSpan span;

  lectern_node_get_span (root, &span);
  layout->from = span.start;
  for (LecternNode *node = root; node != NULL && !layout->output->failed;
       node = next_in_order (node, root))
    {
      LecternNodeKind kind = lectern_node_get_kind (node);
      gboolean block = get_line_rule (kind)->block;

      if (!block && (kind != LECTERN_NODE_MARKER || !layout->options->canonical))
        continue;
      lectern_node_get_span (node, &span);
      leave_blocks (layout, span.start);
      if (block)
        enter_block (layout, node, kind, &span);
      else
        replace_marker (layout, node);
    }
  lectern_node_get_span (root, &span);
  leave_blocks (layout, span.end);
  add_text (layout, span.end);
}

void
_lectern_text_lay_out (LecternOutput *output, LecternNode *node, const LecternTextOptions *options)
{
  LecternDocument *document = lectern_node_get_document (node);
  LecternSource *source = lectern_document_get_source (document);
  const char *language = lectern_document_get_language (document);
  Layout *layout = g_new0 (Layout, 1);

  layout->output = output;
  layout->options = options;
  layout->text = g_bytes_get_data (lectern_source_get_bytes (source), NULL);
  layout->east_asian = language == NULL || !g_str_has_prefix (language, "en");
  layout->gap = GAP_LINE;
  layout->last_block = LECTERN_NODE_SPEECH;
  layout->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  if (options->columns > 0 || options->punctuation != LECTERN_WIDTH_KEEP)
    {
      layout->line = g_string_new (NULL);
      layout->turned = g_string_new (NULL);
    }

  walk (layout, node);
  end_line (layout);
  if (layout->lines && layout->any)
    _lectern_output_add_literal (output, "\n");

  for (guint i = 0; i < N_MARKERS; i++)
    g_free (layout->markers[i].marker);
  if (layout->line != NULL)
    {
      g_string_free (layout->line, TRUE);
      g_string_free (layout->turned, TRUE);
    }
  g_array_unref (layout->blocks);
  g_free (layout);
}
