/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-numbering-private.h"
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
  [LECTERN_NODE_DIRECTIVE] = { .block = TRUE, .breaks_after = TRUE, .keeps_lines = TRUE },
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
  gboolean last;
  char *marker;
} CachedMarker;

typedef struct
{
  LecternOutput *output;
  const LecternTextOptions *options;
  const char *text;
  gboolean has_cr;
  gboolean east_asian;
  GString *line; /* NULL where lines go out as they come */
  GString *turned;

  gsize from;      /* the text before has been done */
  gsize run_start; /* text that goes out as it stands, in one piece when something else comes */
  gsize run_end;
  Gap gap;
  gsize ink_end;    /* where the last piece of text ended, for blanks and joints */
  gsize blanks_end; /* blanks from `ink_end` on that may yet be needed */
  gboolean in_line; /* a line has been begun */
  gboolean any;     /* a line has been written */
  gboolean lines;   /* there was a block: the last line is ended */
  gboolean fresh;   /* a block begins, so blank lines may come before it */

  Block *blocks; /* those that are open */
  guint n_blocks;
  guint n_allocated;
  LecternNodeKind last_block;
  LecternNode *series;
  LecternNumbering *series_numbering;
  guint n_points; /* of the series */
  CachedMarker markers[N_MARKERS];
} Layout;

static const LineRule *
get_line_rule (LecternNodeKind kind)
{
  return kind < G_N_ELEMENTS (line_rules) ? &line_rules[kind] : &line_rules[0];
}

/* --- writing ------------------------------------------------------------------------------- */

static void
end_run (Layout *layout)
{
  const char *run = layout->text + layout->run_start;
  gsize length = layout->run_end - layout->run_start;

  if (length > 0 && layout->line != NULL)
    g_string_append_len (layout->line, run, (gssize)length);
  else if (length > 0)
    _lectern_output_add (layout->output, run, length);
  layout->run_start = layout->run_end;
}

/* What does not stand in the text. */
static void
put (Layout *layout, const char *data, gsize length)
{
  end_run (layout);
  if (layout->line != NULL)
    g_string_append_len (layout->line, data, (gssize)length);
  else
    _lectern_output_add (layout->output, data, length);
}

static inline void
put_text (Layout *layout, gsize start, gsize end)
{
  if (layout->run_end != start)
    {
      end_run (layout);
      layout->run_start = start;
    }
  layout->run_end = end;
}

/* Gives out the line that was gathered. */
static void
end_line (Layout *layout)
{
  GString *line = layout->line;

  end_run (layout);
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
  guint n = layout->n_blocks;

  return n > 0 ? get_line_rule (layout->blocks[n - 1].kind) : &container_rule;
}

/* `next` is where the text of the line begins. */
static void
begin_line (Layout *layout, gsize next)
{
  gboolean indent = layout->options->indent && get_open_rule (layout)->indented;
  guint n_ends = 1;

  if (layout->fresh || layout->n_blocks == 0)
    n_ends += layout->options->blank_lines;
  /* Mostly the line end that is wanted stands in the text. */
  if (layout->line == NULL && layout->in_line && n_ends == 1 && !indent
      && next == layout->run_end + 1 && layout->text[layout->run_end] == '\n')
    layout->run_end = next;
  else
    {
      end_line (layout);
      for (guint i = 0; layout->any && i < n_ends; i++)
        _lectern_output_add_literal (layout->output, "\n");
      if (indent)
        put (layout, "\343\200\200\343\200\200", 6);
    }
  layout->fresh = FALSE;
  layout->any = TRUE;
  layout->in_line = TRUE;
}

/* Text is about to come: what stands between it and the last? */
static void
bridge (Layout *layout, gsize next, gsize end)
{
  if (layout->gap == GAP_LINE)
    begin_line (layout, next);
  else if (layout->gap == GAP_JOINT)
    {
      const char *joint = _lectern_text_get_joint (layout->text, layout->ink_end, next, end);

      put (layout, joint, strlen (joint));
    }
  else if (layout->blanks_end > layout->ink_end)
    put_text (layout, layout->ink_end, layout->blanks_end);
  layout->gap = GAP_BLANKS;
}

static gsize
find_line_end (Layout *layout, gsize start, gsize end)
{
  const char *lf;

  if (layout->has_cr)
    return _lectern_text_find_line_end (layout->text, start, end);
  lf = memchr (layout->text + start, '\n', end - start);
  return lf != NULL ? (gsize)(lf - layout->text) : end;
}

/* A line end or blanks in the text, from `start` to `end`. */
static void
note_blanks (Layout *layout, gsize start, gsize end)
{
  if (find_line_end (layout, start, end) < end)
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
  put_text (layout, start, end);
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
      line_end = find_line_end (layout, ink, end);
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

static void
look_at_series (Layout *layout, LecternNode *series)
{
  LecternNode *child;

  layout->series = series;
  layout->series_numbering = lectern_node_get_numbering (series);
  layout->n_points = 0;
  for (child = lectern_node_get_first_child (series); child != NULL;
       child = lectern_node_get_next (child))
    layout->n_points += lectern_node_get_kind (child) == LECTERN_NODE_POINT;
}

/* The marker that a numbering gives. Some word lists have a word for the last member: 最后. */
static const char *
look_up_marker (Layout *layout, LecternNumbering *numbering, guint ordinal, guint n_members)
{
  gboolean last = ordinal == n_members;
  gsize hash = (GPOINTER_TO_SIZE (numbering) >> 4) * 0x9e3779b1u + ordinal * 2 + last;
  CachedMarker *cached = &layout->markers[(hash ^ hash >> 16) % N_MARKERS];

  if (cached->numbering != numbering || cached->ordinal != ordinal || cached->last != last)
    {
      g_free (cached->marker);
      cached->numbering = numbering;
      cached->ordinal = ordinal;
      cached->last = last;
      cached->marker
          = _lectern_numbering_dup_marker_of (numbering, ordinal, last ? n_members : 0, NULL);
    }
  return cached->marker;
}

/* The marker as it should be, NULL where there is no telling: it is masked, it belongs to no
 * numbering, or to one that does not go that far. */
static const char *
compute_marker (Layout *layout, LecternNode *marker)
{
  LecternNode *owner = find_owner (marker);
  LecternNode *series;
  LecternNumbering *numbering;
  guint n_members = 0;

  if (owner == NULL || lectern_node_get_first_child (marker) != NULL)
    return NULL;
  series = lectern_node_get_parent (owner);
  if (lectern_node_get_kind (owner) == LECTERN_NODE_POINT && series != NULL)
    {
      if (layout->series != series)
        look_at_series (layout, series);
      numbering = layout->series_numbering;
      n_members = layout->n_points;
    }
  else
    numbering = lectern_node_get_numbering (owner);
  if (numbering == NULL)
    return NULL;
  return look_up_marker (layout, numbering, lectern_node_get_ordinal (owner), n_members);
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
    return layout->n_blocks > 0 && layout->gap != GAP_JOINT;
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
  add_text (layout, span->start);
  if (!joins_line (layout, node, kind))
    layout->gap = GAP_LINE;
  layout->fresh = TRUE;
  layout->lines = TRUE;
  if (layout->n_blocks == layout->n_allocated)
    {
      layout->n_allocated = MAX (16, layout->n_allocated * 2);
      layout->blocks = g_renew (Block, layout->blocks, layout->n_allocated);
    }
  layout->blocks[layout->n_blocks++] = (Block){ kind, span->end };
}

/* Closes the blocks that end before `offset`. */
static void
leave_blocks (Layout *layout, gsize offset)
{
  while (layout->n_blocks > 0 && layout->blocks[layout->n_blocks - 1].end <= offset)
    {
      Block block = layout->blocks[layout->n_blocks - 1];

      add_text (layout, block.end);
      layout->n_blocks--;
      layout->last_block = block.kind;
      if (get_line_rule (block.kind)->breaks_after
          || (block.kind == LECTERN_NODE_BOILERPLATE && layout->n_blocks == 0))
        layout->gap = GAP_LINE;
    }
}

static void
walk (Layout *layout, LecternNode *root)
{
  LecternWalker walker;
  LecternNode *node;
  LecternSpan span;

  lectern_walker_init (&walker, root);
  lectern_node_get_span (root, &span);
  layout->from = span.start;
  layout->has_cr = span.end > span.start
                   && memchr (layout->text + span.start, '\r', span.end - span.start) != NULL;
  /* Only the beginnings of nodes matter. */
  while ((node = lectern_walker_next_node (&walker)) != NULL && !layout->output->failed)
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
  g_free (layout->blocks);
  g_free (layout);
}
