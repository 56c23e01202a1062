/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-escape-private.h"
#include "render/lectern-facts-private.h"

/**
 * LecternJsonRenderer:
 *
 * Writes a document as JSON (RFC 8259), in the shape of the JSON schema that comes with the
 * documentation: every node is an object with its kind, its span in bytes of the text, line and
 * column of its first character (from 1, the column in characters and in UTF-16 units), its
 * attributes as members, and its children, among them the node's own text. The outermost object has
 * the member `lectern`, the version of the shape.
 *
 * The output is UTF-8 and ends with a line feed.
 */

struct _LecternJsonRenderer
{
  LecternRenderer parent_instance;

  gboolean indented;
};

G_DEFINE_FINAL_TYPE (LecternJsonRenderer, lectern_json_renderer, LECTERN_TYPE_RENDERER)

#define SHAPE_VERSION "1"

/* Deeper nodes are indented no further, or a deep tree would be mostly blanks. */
#define MAX_INDENT 64

typedef struct
{
  LecternOutput output;
  const guint8 *text; /* of the whole document */
  gsize length;
  /* Where the writer is in the text; it only goes forward. */
  gsize offset;
  guint line;
  guint column;
  guint column_utf16;
  guint depth; /* of open nodes */
  gboolean indented;
  gboolean children; /* whether the innermost open node has any yet */
} Writer;

/* Member names that differ from the names of the attributes, because `kind` is the node's. */
static const struct
{
  const char *attribute;
  const char *member;
} member_names[] = {
  { LECTERN_PROPERTY_KIND, "placeholder_kind" },
  { LECTERN_PROPERTY_ID, "id" },
  { LECTERN_FACT_LANGUAGE, "lang" },
};

static const guint8 classes[256] = {
  [0x00 ... 0x1f] = LECTERN_ESCAPE_ALWAYS,
  ['"'] = LECTERN_ESCAPE_ALWAYS,
  ['\\'] = LECTERN_ESCAPE_ALWAYS,
  [0xef] = LECTERN_ESCAPE_LOOK,
};

static const char short_escapes[256] = {
  ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\',
};

/* U+FFFE and U+FFFF are allowed in JSON, but many a tool stumbles over them. */
static gsize
put_escape (char **out, const guint8 *text)
{
  static const char hex[] = "0123456789abcdef";

  *(*out)++ = '\\';
  if (text[0] == 0xef)
    {
      *out = g_stpcpy (*out, text[2] == 0xbe ? "ufffe" : "uffff");
      return 3;
    }
  if (short_escapes[text[0]] != '\0')
    {
      *(*out)++ = short_escapes[text[0]];
      return 1;
    }
  *out = g_stpcpy (*out, text[0] < 0x10 ? "u000" : "u001");
  *(*out)++ = hex[text[0] & 0xf];
  return 1;
}

static const LecternEscapes escapes = { classes, { '"', '\\', '\\' }, FALSE, put_escape };

static void
add_quoted (LecternOutput *output, const char *string, gsize length, gsize readable)
{
  _lectern_output_add_literal (output, "\"");
  _lectern_output_add_escaped (output, string, length, readable, &escapes);
  _lectern_output_add_literal (output, "\"");
}

static void
add_string (LecternOutput *output, const char *string)
{
  gsize length = strlen (string);

  add_quoted (output, string, length, length);
}

static void
add_line (Writer *writer)
{
  if (!writer->indented)
    return;
  _lectern_output_add_literal (&writer->output, "\n");
  for (guint i = 0; i < MIN (writer->depth, MAX_INDENT); i++)
    _lectern_output_add_literal (&writer->output, "  ");
}

/* Names need no escapes. */
static void
add_name (LecternOutput *output, const char *name)
{
  _lectern_output_add_literal (output, ",\"");
  _lectern_output_add_string (output, name);
  _lectern_output_add_literal (output, "\":");
}

#define add_number(output, name, number)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    _lectern_output_add_literal (output, ",\"" name "\":");                                        \
    _lectern_output_add_number (output, number);                                                   \
  }                                                                                                \
  G_STMT_END

static gboolean
is_number (const char *string)
{
  gsize length = strspn (string, "0123456789");

  return string[length] == '\0' && length > 0 && length <= 9 && (length == 1 || string[0] != '0');
}

static void
add_string_value (Writer *writer, const LecternFact *fact)
{
  LecternOutput *output = &writer->output;
  const char *name = fact->name;

  if (g_str_equal (name, LECTERN_PROPERTY_FILLED) || g_str_equal (name, LECTERN_PROPERTY_BOM))
    _lectern_output_add_string (output, g_str_equal (fact->string, "true") ? "true" : "false");
  else if (g_str_equal (name, LECTERN_PROPERTY_COUNT) && is_number (fact->string))
    _lectern_output_add_string (output, fact->string);
  else
    add_string (output, fact->string);
}

static void
add_ids (Writer *writer, const GPtrArray *nodes)
{
  const char *between = "";

  _lectern_output_add_literal (&writer->output, "[");
  for (guint i = 0; i < nodes->len; i++)
    {
      const char *id = lectern_node_get_id (g_ptr_array_index (nodes, i));

      if (id == NULL)
        continue;
      _lectern_output_add_string (&writer->output, between);
      add_string (&writer->output, id);
      between = ",";
    }
  _lectern_output_add_literal (&writer->output, "]");
}

static void
add_fact (Writer *writer, const LecternFact *fact)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *name = fact->name;

  for (guint i = 0; i < G_N_ELEMENTS (member_names); i++)
    if (g_str_equal (name, member_names[i].attribute))
      name = member_names[i].member;
  add_name (&writer->output, name);
  switch (fact->type)
    {
    case LECTERN_FACT_STRING:
      add_string_value (writer, fact);
      break;
    case LECTERN_FACT_NODES:
      add_ids (writer, fact->nodes);
      break;
    case LECTERN_FACT_PERCENT:
      g_ascii_formatd (digits, sizeof digits, "%.2g", fact->number / 100.0);
      _lectern_output_add_string (&writer->output, digits);
      break;
    default:
      _lectern_output_add_number (&writer->output, fact->number);
    }
}

/* Goes on to `offset`, counting lines and columns as LecternSource does: a line ends with LF, CR LF
 * or CR, and the end is part of the line. */
static void
advance (Writer *writer, gsize offset)
{
  for (; writer->offset < offset; writer->offset++)
    {
      guint8 byte = writer->text[writer->offset];

      if (byte == '\n'
          || (byte == '\r'
              && (writer->offset + 1 == writer->length
                  || writer->text[writer->offset + 1] != '\n')))
        {
          writer->line++;
          writer->column = writer->column_utf16 = 1;
        }
      else if ((byte & 0xc0) != 0x80)
        {
          writer->column++;
          writer->column_utf16 += byte < 0xf0 ? 1 : 2;
        }
    }
}

static void
add_span (Writer *writer, const LecternSpan *span)
{
  add_number (&writer->output, "start", span->start);
  add_number (&writer->output, "end", span->end);
}

/* Begins an object among the children of the innermost open node. */
static void
begin_child (Writer *writer)
{
  if (writer->depth > 0)
    {
      if (writer->children)
        _lectern_output_add_literal (&writer->output, ",");
      else
        {
          _lectern_output_add_literal (&writer->output, ",\"children\":[");
        }
      add_line (writer);
    }
  writer->children = TRUE;
  _lectern_output_add_literal (&writer->output, "{");
}

static void
enter (Writer *writer, LecternNode *node)
{
  const char *element = lectern_node_kind_get_element (lectern_node_get_kind (node));
  LecternFacts facts;
  LecternSpan span;

  begin_child (writer);
  if (writer->depth == 0)
    _lectern_output_add_literal (&writer->output, "\"lectern\":" SHAPE_VERSION ",");
  _lectern_output_add_literal (&writer->output, "\"kind\":");
  add_string (&writer->output, element);
  lectern_node_get_span (node, &span);
  add_span (writer, &span);
  advance (writer, span.start);
  add_number (&writer->output, "line", writer->line);
  add_number (&writer->output, "column", writer->column);
  add_number (&writer->output, "column_utf16", writer->column_utf16);
  _lectern_facts_collect (&facts, node, TRUE);
  for (guint i = 0; i < facts.n_facts; i++)
    add_fact (writer, &facts.facts[i]);
  _lectern_facts_clear (&facts);
  writer->depth++;
  writer->children = FALSE;
}

static void
leave (Writer *writer)
{
  writer->depth--;
  if (writer->children)
    {
      add_line (writer);
      _lectern_output_add_literal (&writer->output, "]");
    }
  _lectern_output_add_literal (&writer->output, "}");
  writer->children = TRUE;
}

static void
add_text (Writer *writer, const LecternSpan *span)
{
  begin_child (writer);
  _lectern_output_add_literal (&writer->output, "\"text\":");
  add_quoted (&writer->output, (const char *)writer->text + span->start, span->end - span->start,
              writer->length - span->start);
  add_span (writer, span);
  _lectern_output_add_literal (&writer->output, "}");
}

static void
writer_init (Writer *writer, LecternNode *node)
{
  LecternSource *source = lectern_document_get_source (lectern_node_get_document (node));
  LecternPosition position;

  *writer = (Writer){ 0 };
  writer->text = g_bytes_get_data (lectern_source_get_bytes (source), &writer->length);
  lectern_node_get_position (node, &position);
  writer->offset = position.offset;
  writer->line = position.line;
  writer->column = position.column;
  writer->column_utf16 = position.column_utf16;
}

static gboolean
lectern_json_renderer_render (LecternRenderer *renderer, LecternNode *node, GOutputStream *stream,
                              GCancellable *cancellable, GError **error)
{
  LecternWalker walker;
  LecternEvent event;
  LecternSpan span;
  Writer writer;

  writer_init (&writer, node);
  writer.indented = LECTERN_JSON_RENDERER (renderer)->indented;
  _lectern_output_init (&writer.output, stream, cancellable);
  lectern_walker_init (&walker, node);
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE && !writer.output.failed)
    switch (event)
      {
      case LECTERN_EVENT_ENTER:
        enter (&writer, lectern_walker_get_node (&walker));
        break;
      case LECTERN_EVENT_LEAVE:
        leave (&writer);
        break;
      default:
        lectern_walker_get_span (&walker, &span);
        add_text (&writer, &span);
      }
  _lectern_output_add_literal (&writer.output, "\n");
  return _lectern_output_finish (&writer.output, error);
}

static void
lectern_json_renderer_class_init (LecternJsonRendererClass *class)
{
  LECTERN_RENDERER_CLASS (class)->render = lectern_json_renderer_render;
}

static void
lectern_json_renderer_init (LecternJsonRenderer *renderer)
{
}

/**
 * lectern_json_renderer_new:
 *
 * Makes a renderer of JSON.
 *
 * Returns: (transfer full): a new renderer
 */
LecternJsonRenderer *
lectern_json_renderer_new (void)
{
  return g_object_new (LECTERN_TYPE_JSON_RENDERER, NULL);
}

/**
 * lectern_json_renderer_set_indented:
 * @renderer: a renderer
 * @indented: whether to indent
 *
 * Sets whether each node and each text stands on a line of its own, indented by its depth. The
 * default, %FALSE, writes all in one line.
 */
void
lectern_json_renderer_set_indented (LecternJsonRenderer *renderer, gboolean indented)
{
  g_return_if_fail (LECTERN_IS_JSON_RENDERER (renderer));

  renderer->indented = indented;
}

/**
 * lectern_json_renderer_get_indented:
 * @renderer: a renderer
 *
 * Gets whether the output is indented.
 *
 * Returns: what [method@Lectern.JsonRenderer.set_indented] set
 */
gboolean
lectern_json_renderer_get_indented (LecternJsonRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_JSON_RENDERER (renderer), FALSE);

  return renderer->indented;
}

/**
 * lectern_document_to_json:
 * @document: a document
 *
 * Gives the whole document as JSON, as `LecternJsonRenderer` writes it by default.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *
lectern_document_to_json (LecternDocument *document)
{
  g_autoptr (LecternJsonRenderer) renderer = lectern_json_renderer_new ();

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer),
                                           lectern_document_get_root (document), NULL, NULL);
}
