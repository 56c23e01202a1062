/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-text-renderer-private.h"

/**
 * LecternTableRenderer:
 *
 * Writes what was found in a speech as rows: one line each, columns parted by tabs.
 *
 * - `LECTERN_TABLE_STRUCTURE`: line, column, kind, level or series, marker, text
 * - `LECTERN_TABLE_PLACEHOLDERS`: line, column, mask, kind, name, form
 * - `LECTERN_TABLE_ANNOUNCEMENTS`: line, column, phrase, announced, delivered
 *
 * Lines and columns are those of the document's text, counted from 1; a line is ended by LF, CRLF
 * or CR, and a column is a character. The column is that of the marker, or else of the first
 * character after the indent.
 *
 * The rows of the structure stand in the order of the text. Their kinds are `title`, `byline`,
 * `salutation`, `opening`, `outline`, `heading`, `point` (it starts its line), `inline_point` (it
 * does not), `closing`, `thanks` and `noise` (boilerplate). The kinds of the frame have a row for
 * each of their lines that is not blank, an outline one more for each of its entries. The fourth
 * column is the level of a heading or of an entry, `boilerplate` for noise, and the series of a
 * point: its numbering as the marker of position 1, or the key of a parallel series, then `#` and
 * its number in the document (`一是#3`). The text is that of a heading without the marker and
 * without the body, the lead of a point or else its first sentence, and otherwise what the node has
 * in that line.
 *
 * An empty column is `-`. Inside a column a tab is `\t`, a line end `\n`, a backslash `\\`, and any
 * other control character `\x` with two hexadecimal digits.
 */

struct _LecternTableRenderer
{
  LecternRenderer parent_instance;

  LecternTable table;
};

G_DEFINE_FINAL_TYPE (LecternTableRenderer, lectern_table_renderer, LECTERN_TYPE_RENDERER)

/* A node that has a row for each of its lines. */
typedef struct
{
  LecternNodeKind kind;
  gsize end;
  guint last_line; /* the line of its last row */
} Frame;

typedef struct
{
  LecternOutput output;
  LecternTable table;
  const char *text; /* of the whole document */
  gsize length;

  /* Rows come in the order of the text, so their positions are counted from row to row. */
  gsize at;
  gsize line_start;
  guint line;
  guint column;

  GArray *frames;
  LecternNode *series; /* the one that `label` belongs to */
  char *label;
} Rows;

/* Kinds that have rows by line: the third and the fourth column. */
static const struct
{
  const char *name;
  const char *detail;
} frame_columns[] = {
  [LECTERN_NODE_ANNOUNCEMENT] = { NULL, NULL },
  [LECTERN_NODE_TITLE] = { "title", "-" },
  [LECTERN_NODE_BYLINE] = { "byline", "-" },
  [LECTERN_NODE_SALUTATION] = { "salutation", "-" },
  [LECTERN_NODE_OPENING] = { "opening", "-" },
  [LECTERN_NODE_OUTLINE] = { "outline", "-" },
  [LECTERN_NODE_CLOSING] = { "closing", "-" },
  [LECTERN_NODE_THANKS] = { "thanks", "-" },
  [LECTERN_NODE_BOILERPLATE] = { "noise", "boilerplate" },
  [LECTERN_NODE_DIRECTIVE] = { "directive", "-" },
};

/* --- positions ----------------------------------------------------------------------------------
 */

/* Counts on to `offset`, which never lies before the last one. */
static void
advance (Rows *rows, gsize offset)
{
  const char *text = rows->text;
  gsize line_end;

  while ((line_end = _lectern_text_find_line_end (text, rows->at, offset)) < offset)
    {
      rows->at = line_end + 1;
      if (text[line_end] == '\r' && rows->at < rows->length && text[rows->at] == '\n')
        rows->at++;
      rows->line++;
      rows->column = 1;
      rows->line_start = rows->at;
    }
  for (gsize i = rows->at; i < offset; i++)
    rows->column += (text[i] & 0xc0) != 0x80;
  rows->at = MAX (rows->at, offset);
}

/* --- cells --------------------------------------------------------------------------------- */

static void
add_control (LecternOutput *output, guint8 code)
{
  static const char digits[] = "0123456789abcdef";

  if (code == '\\' || code == '\t' || code == '\n')
    {
      _lectern_output_add_literal (output, "\\");
      _lectern_output_add (output, code == '\\' ? "\\" : code == '\t' ? "t" : "n", 1);
      return;
    }
  _lectern_output_add_literal (output, "\\x");
  _lectern_output_add (output, &digits[code >> 4], 1);
  _lectern_output_add (output, &digits[code & 15], 1);
}

/* The number of bytes at `text` that may not stand as they are: a control of one or two bytes, a
 * backslash, or a CRLF. `code` is what they come to. */
static gsize
control_length (const guint8 *text, gsize length, guint8 *code)
{
  *code = text[0];
  if (text[0] == '\r')
    {
      *code = '\n';
      return length > 1 && text[1] == '\n' ? 2 : 1;
    }
  if (text[0] < 0x20 || text[0] == 0x7f || text[0] == '\\')
    return 1;
  if (text[0] != 0xc2 || length < 2 || text[1] >= 0xa0)
    return 0;
  *code = text[1];
  return 2;
}

static void
add_escaped (LecternOutput *output, const char *text, gsize length)
{
  gsize done = 0;

  for (gsize i = 0; i < length;)
    {
      guint8 code;
      gsize n = control_length ((const guint8 *)text + i, length - i, &code);

      if (n == 0)
        {
          i++;
          continue;
        }
      _lectern_output_add (output, text + done, i - done);
      add_control (output, code);
      done = i += n;
    }
  _lectern_output_add (output, text + done, length - done);
}

static void
add_cell (Rows *rows, const char *text, gsize length)
{
  _lectern_output_add_literal (&rows->output, "\t");
  if (length == 0)
    _lectern_output_add_literal (&rows->output, "-");
  else
    add_escaped (&rows->output, text, length);
}

static void
add_string_cell (Rows *rows, const char *string)
{
  add_cell (rows, string, string != NULL ? strlen (string) : 0);
}

static void
add_span_cell (Rows *rows, gsize start, gsize end)
{
  start = _lectern_text_skip_blanks (rows->text, start, end);
  end = _lectern_text_drop_blanks (rows->text, start, end);
  add_cell (rows, rows->text + start, end - start);
}

static void
begin_row (Rows *rows, gsize offset)
{
  advance (rows, offset);
  _lectern_output_add_number (&rows->output, rows->line);
  _lectern_output_add_literal (&rows->output, "\t");
  _lectern_output_add_number (&rows->output, rows->column);
}

static void
end_row (Rows *rows)
{
  _lectern_output_add_literal (&rows->output, "\n");
}

/* --- the structure ------------------------------------------------------------------------- */

/* Something that is not blank stands at `offset`: the first such thing of a line gives the row. */
static void
reach (Rows *rows, gsize offset)
{
  Frame *frame;

  if (rows->frames->len == 0)
    return;
  advance (rows, offset);
  frame = &g_array_index (rows->frames, Frame, rows->frames->len - 1);
  if (offset >= frame->end || frame->last_line == rows->line)
    return;
  frame->last_line = rows->line;
  begin_row (rows, offset);
  add_string_cell (rows, frame_columns[frame->kind].name);
  add_string_cell (rows, frame_columns[frame->kind].detail);
  add_cell (rows, NULL, 0);
  add_span_cell (rows, offset, _lectern_text_find_line_end (rows->text, offset, frame->end));
  end_row (rows);
}

static void
reach_text (Rows *rows, const LecternSpan *span)
{
  gsize start = _lectern_text_skip_blanks (rows->text, span->start, span->end);

  while (rows->frames->len > 0 && start < span->end)
    {
      reach (rows, start);
      start = _lectern_text_find_line_end (rows->text, start, span->end);
      start = _lectern_text_skip_blanks (rows->text, start, span->end);
    }
}

/* The marker that begins `node`, if it has one. */
static LecternNode *
find_marker (LecternNode *node)
{
  LecternNode *first = lectern_node_get_first_child (node);

  if (first == NULL || lectern_node_get_kind (first) != LECTERN_NODE_MARKER)
    return NULL;
  return first;
}

static LecternNode *
find_lead (LecternNode *node, LecternNode *marker)
{
  LecternNode *lead
      = marker != NULL ? lectern_node_get_next (marker) : lectern_node_get_first_child (node);

  if (lead == NULL || lectern_node_get_kind (lead) != LECTERN_NODE_LEAD)
    return NULL;
  return lead;
}

/* Marker and text of a heading or an entry. */
static void
add_marked_row (Rows *rows, LecternNode *node, const char *kind, guint level)
{
  g_autofree char *level_string = g_strdup_printf ("%u", level);
  LecternNode *marker = find_marker (node);
  LecternSpan span, marker_span;

  lectern_node_get_span (node, &span);
  span.start = _lectern_text_skip_blanks (rows->text, span.start, span.end);
  marker_span = (LecternSpan){ span.start, span.start };
  if (marker != NULL)
    lectern_node_get_span (marker, &marker_span);
  begin_row (rows, marker_span.start);
  add_string_cell (rows, kind);
  add_string_cell (rows, level > 0 ? level_string : NULL);
  add_span_cell (rows, marker_span.start, marker_span.end);
  add_span_cell (rows, marker_span.end, span.end);
  end_row (rows);
}

static const char *
label_series (Rows *rows, LecternNode *series)
{
  LecternNumbering *numbering;
  g_autofree char *name = NULL;
  const char *key;

  if (rows->series == series)
    return rows->label;
  numbering = lectern_node_get_numbering (series);
  key = lectern_node_get_property (series, LECTERN_PROPERTY_KEY);
  if (numbering != NULL)
    name = lectern_numbering_to_string (numbering);
  else
    name = g_strdup (key != NULL && *key != '\0' ? key : "-");
  g_free (rows->label);
  rows->label = g_strdup_printf ("%s#%u", name, lectern_node_get_index (series));
  rows->series = series;
  return rows->label;
}

static gboolean
starts_line (Rows *rows, gsize offset)
{
  advance (rows, offset);
  return _lectern_text_skip_blanks (rows->text, rows->line_start, offset) == offset;
}

static void
add_point_row (Rows *rows, LecternNode *point)
{
  LecternNode *series = lectern_node_get_parent (point);
  LecternNode *holder = lectern_node_get_first_child (point);
  LecternNode *marker, *lead;
  LecternSpan span, marker_span;

  if (holder == NULL || lectern_node_get_kind (holder) != LECTERN_NODE_PARAGRAPH)
    holder = point;
  marker = find_marker (holder);
  lead = find_lead (holder, marker);
  lectern_node_get_span (holder, &span);
  span.start = _lectern_text_skip_blanks (rows->text, span.start, span.end);
  marker_span = (LecternSpan){ span.start, span.start };
  if (marker != NULL)
    lectern_node_get_span (marker, &marker_span);

  reach (rows, marker_span.start);
  begin_row (rows, marker_span.start);
  add_string_cell (rows, starts_line (rows, marker_span.start) ? "point" : "inline_point");
  add_string_cell (rows, series != NULL ? label_series (rows, series) : NULL);
  if (marker == NULL && series != NULL)
    add_string_cell (rows, lectern_node_get_property (series, LECTERN_PROPERTY_KEY));
  else
    add_span_cell (rows, marker_span.start, marker_span.end);
  if (lead != NULL)
    lectern_node_get_span (lead, &span);
  else
    span = (LecternSpan){ marker_span.end,
                          _lectern_text_find_sentence_end (rows->text, marker_span.end, span.end) };
  add_span_cell (rows, span.start, span.end);
  end_row (rows);
}

static void
enter_structure (Rows *rows, LecternNode *node)
{
  LecternNodeKind kind = lectern_node_get_kind (node);
  LecternNode *parent;
  LecternSpan span;

  lectern_node_get_span (node, &span);
  if (kind < G_N_ELEMENTS (frame_columns) && frame_columns[kind].name != NULL)
    {
      Frame frame = { kind, span.end, 0 };

      g_array_append_val (rows->frames, frame);
    }
  else if (kind == LECTERN_NODE_POINT)
    add_point_row (rows, node);
  else if (kind == LECTERN_NODE_HEADING)
    {
      parent = lectern_node_get_parent (node);
      add_marked_row (rows, node, "heading", parent != NULL ? lectern_node_get_level (parent) : 0);
    }
  else if (kind == LECTERN_NODE_ENTRY)
    {
      reach (rows, _lectern_text_skip_blanks (rows->text, span.start, span.end));
      add_marked_row (rows, node, "outline", lectern_node_get_level (node));
    }
}

static void
leave_structure (Rows *rows, LecternNode *node)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  if (kind < G_N_ELEMENTS (frame_columns) && frame_columns[kind].name != NULL)
    g_array_set_size (rows->frames, rows->frames->len - 1);
}

/* --- the other tables ---------------------------------------------------------------------- */

static void
enter_placeholder (Rows *rows, LecternNode *node)
{
  const char *mask = lectern_node_get_property (node, LECTERN_PROPERTY_MASK);
  LecternSpan span;

  if (lectern_node_get_kind (node) != LECTERN_NODE_PLACEHOLDER)
    return;
  lectern_node_get_span (node, &span);
  begin_row (rows, span.start);
  if (mask != NULL)
    add_string_cell (rows, mask);
  else
    add_cell (rows, rows->text + span.start, span.end - span.start);
  add_string_cell (rows, lectern_node_get_property (node, LECTERN_PROPERTY_KIND));
  add_string_cell (rows, lectern_node_get_property (node, LECTERN_PROPERTY_NAME));
  add_string_cell (rows, lectern_node_get_property (node, LECTERN_PROPERTY_FORM));
  end_row (rows);
}

static void
enter_announcement (Rows *rows, LecternNode *node)
{
  g_autoptr (GPtrArray) targets = NULL;
  g_autofree char *delivered = NULL;
  LecternSpan span;
  guint n;

  if (lectern_node_get_kind (node) != LECTERN_NODE_ANNOUNCEMENT)
    return;
  targets = lectern_node_list_targets (node);
  n = lectern_node_count_delivered (node);
  if (n > 0 || targets->len > 0)
    delivered = g_strdup_printf ("%u", n);
  lectern_node_get_span (node, &span);
  begin_row (rows, span.start);
  add_span_cell (rows, span.start, span.end);
  add_string_cell (rows, lectern_node_get_property (node, LECTERN_PROPERTY_COUNT));
  add_string_cell (rows, delivered);
  end_row (rows);
}

/* --- the renderer -------------------------------------------------------------------------- */

static void
walk (Rows *rows, LecternNode *node)
{
  static void (*const enter[]) (Rows *, LecternNode *) = {
    [LECTERN_TABLE_STRUCTURE] = enter_structure,
    [LECTERN_TABLE_PLACEHOLDERS] = enter_placeholder,
    [LECTERN_TABLE_ANNOUNCEMENTS] = enter_announcement,
  };
  LecternWalker walker;
  LecternEvent event;
  LecternSpan span;

  lectern_walker_init (&walker, node);
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE && !rows->output.failed)
    {
      if (event == LECTERN_EVENT_ENTER)
        enter[rows->table](rows, lectern_walker_get_node (&walker));
      else if (rows->table != LECTERN_TABLE_STRUCTURE)
        continue;
      else if (event == LECTERN_EVENT_LEAVE)
        leave_structure (rows, lectern_walker_get_node (&walker));
      else if (rows->frames->len > 0)
        {
          lectern_walker_get_span (&walker, &span);
          reach_text (rows, &span);
        }
    }
}

static gboolean
lectern_table_renderer_render (LecternRenderer *renderer, LecternNode *node, GOutputStream *stream,
                               GCancellable *cancellable, GError **error)
{
  LecternDocument *document = lectern_node_get_document (node);
  LecternSource *source = lectern_document_get_source (document);
  Rows rows = { .table = LECTERN_TABLE_RENDERER (renderer)->table };
  LecternPosition position;
  LecternSpan line;

  rows.text = g_bytes_get_data (lectern_source_get_bytes (source), &rows.length);
  lectern_node_get_position (node, &position);
  rows.at = position.offset;
  rows.line = position.line;
  rows.column = position.column;
  if (lectern_source_get_line (source, position.line, &line))
    rows.line_start = line.start;
  rows.frames = g_array_new (FALSE, FALSE, sizeof (Frame));

  _lectern_output_init (&rows.output, stream, cancellable);
  walk (&rows, node);
  g_array_unref (rows.frames);
  g_free (rows.label);
  return _lectern_output_finish (&rows.output, error);
}

static void
lectern_table_renderer_class_init (LecternTableRendererClass *class)
{
  LECTERN_RENDERER_CLASS (class)->render = lectern_table_renderer_render;
}

static void
lectern_table_renderer_init (LecternTableRenderer *renderer)
{
}

/**
 * lectern_table_renderer_new:
 * @table: which table to write
 *
 * Makes a renderer of one of the tables.
 *
 * Returns: (transfer full): a renderer
 */
LecternTableRenderer *
lectern_table_renderer_new (LecternTable table)
{
  LecternTableRenderer *renderer;

  g_return_val_if_fail (table <= LECTERN_TABLE_ANNOUNCEMENTS, NULL);

  renderer = g_object_new (LECTERN_TYPE_TABLE_RENDERER, NULL);
  renderer->table = table;
  return renderer;
}

/**
 * lectern_table_renderer_get_table:
 * @renderer: a table renderer
 *
 * Tells which table it writes.
 *
 * Returns: the table given to [ctor@Lectern.TableRenderer.new]
 */
LecternTable
lectern_table_renderer_get_table (LecternTableRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_TABLE_RENDERER (renderer), LECTERN_TABLE_STRUCTURE);

  return renderer->table;
}
