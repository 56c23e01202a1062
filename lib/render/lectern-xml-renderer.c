/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-escape-private.h"
#include "render/lectern-facts-private.h"

/**
 * LecternXmlRenderer:
 *
 * Writes the XML form: the text with its structure marked up. Strip the tags and the text is left,
 * byte for byte; a carriage return is a character reference, and a character that XML 1.0 (section
 * 2.2) cannot hold is a `char` element with its code.
 *
 * The output is UTF-8, without an XML declaration and without a line end after the last tag, so
 * that cutting out the tags needs no parser. A node that is not the root is written as an element
 * of its own, with the namespace on it.
 */

struct _LecternXmlRenderer
{
  LecternRenderer parent_instance;

  gboolean confidence;
};

G_DEFINE_FINAL_TYPE (LecternXmlRenderer, lectern_xml_renderer, LECTERN_TYPE_RENDERER)

#define N_KINDS (LECTERN_NODE_DIRECTIVE + 1)

/* The longest is `</announcement>`. Tags are copied in one piece of this size. */
#define TAG_ROOM 16

typedef struct
{
  char start[TAG_ROOM]; /* `<p` */
  char end[TAG_ROOM];   /* `</p>` */
  gsize start_length;
  gsize end_length;
} Tag;

/* All that most attributes come from: with the same of these they are the same. */
typedef struct
{
  LecternNodeKind kind;
  guint set; /* of properties */
  guint level;
  guint ordinal;
  guint number;
} Source;

#define MEMOS     128
#define MEMO_ROOM 96

/* How the attributes of a node were written. */
typedef struct
{
  Source source;
  gsize length; /* 0: of none yet */
  char text[MEMO_ROOM];
} Memo;

typedef struct
{
  LecternOutput output;
  LecternEscapedText text;
  gboolean confidence;
  const Tag *tags;
  Memo memos[MEMOS];
} Writer;

static const guint8 classes[256] = {
  [0x00 ... 0x08] = LECTERN_ESCAPE_ALWAYS, [0x0b ... 0x1f] = LECTERN_ESCAPE_ALWAYS,
  ['&'] = LECTERN_ESCAPE_ALWAYS,           ['<'] = LECTERN_ESCAPE_ALWAYS,
  ['>'] = LECTERN_ESCAPE_ALWAYS,           [0xef] = LECTERN_ESCAPE_LOOK,
};

static gsize
put_escape (char **out, const guint8 *text)
{
  static const char hex[] = "0123456789abcdef";

  switch (text[0])
    {
    case '&':
      *out = g_stpcpy (*out, "&amp;");
      return 1;
    case '<':
      *out = g_stpcpy (*out, "&lt;");
      return 1;
    case '>':
      *out = g_stpcpy (*out, "&gt;");
      return 1;
    case '\r':
      *out = g_stpcpy (*out, "&#13;");
      return 1;
    case 0xef:
      *out = g_stpcpy (*out, text[2] == 0xbe ? "<char code=\"fffe\"/>" : "<char code=\"ffff\"/>");
      return 3;
    default:
      *out = g_stpcpy (*out, text[0] < 0x10 ? "<char code=\"" : "<char code=\"1");
      *(*out)++ = hex[text[0] & 0xf];
      *out = g_stpcpy (*out, "\"/>");
      return 1;
    }
}

static const LecternEscapes escapes = { classes, { '&', '<', '>' }, TRUE, put_escape };

/* An attribute cannot hold an element, so what XML cannot hold becomes U+FFFD there. */
#define REPLACEMENT "\357\277\275"

static const char *const value_escapes[256] = {
  [0x01 ... 0x08] = REPLACEMENT,
  ['\t'] = "&#9;",
  ['\n'] = "&#10;",
  [0x0b ... 0x0c] = REPLACEMENT,
  ['\r'] = "&#13;",
  [0x0e ... 0x1f] = REPLACEMENT,
  ['"'] = "&quot;",
  ['&'] = "&amp;",
  ['<'] = "&lt;",
  ['>'] = "&gt;",
};

static void
add_value (LecternOutput *output, const char *value)
{
  const char *from = value;
  const char *at = value;

  while (*at != '\0')
    {
      gboolean noncharacter = _lectern_is_noncharacter ((const guint8 *)at);
      const char *escape = noncharacter ? REPLACEMENT : value_escapes[(guint8)*at];

      if (escape == NULL)
        {
          at++;
          continue;
        }
      _lectern_output_add (output, from, (gsize)(at - from));
      _lectern_output_add_string (output, escape);
      at += noncharacter ? 3 : 1;
      from = at;
    }
  _lectern_output_add (output, from, (gsize)(at - from));
}

static void
add_ids (LecternOutput *output, const GPtrArray *nodes)
{
  gboolean first = TRUE;

  for (guint i = 0; i < nodes->len; i++)
    {
      const char *id = lectern_node_get_id (g_ptr_array_index (nodes, i));

      if (id == NULL)
        continue;
      if (!first)
        _lectern_output_add_literal (output, " ");
      add_value (output, id);
      first = FALSE;
    }
}

static void
add_percent (LecternOutput *output, guint percent)
{
  char digits[4] = { '0', '.', (char)('0' + percent / 10 % 10), (char)('0' + percent % 10) };

  _lectern_output_add (output, digits, percent == 0 ? 1 : percent % 10 == 0 ? 3 : 4);
}

static void
add_attribute (LecternOutput *output, const LecternFact *fact)
{
  _lectern_output_add_literal (output, " ");
  _lectern_output_add_string (output, fact->name);
  _lectern_output_add_literal (output, "=\"");
  switch (fact->type)
    {
    case LECTERN_FACT_STRING:
      add_value (output, fact->string);
      break;
    case LECTERN_FACT_NODES:
      add_ids (output, fact->nodes);
      break;
    case LECTERN_FACT_PERCENT:
      add_percent (output, fact->number);
      break;
    default:
      _lectern_output_add_number (output, fact->number);
    }
  _lectern_output_add_literal (output, "\"");
}

static void
add_tag (LecternOutput *output, const char *tag, gsize length)
{
  char *out = _lectern_output_reserve (output, TAG_ROOM);

  memcpy (out, tag, TAG_ROOM);
  _lectern_output_commit (output, out + length);
}

/* FALSE where the attributes come from more than that: from the place of others in the text. */
static gboolean
get_source (Writer *writer, LecternNode *node, LecternNodeKind kind, Source *source)
{
  *source = (Source){ .kind = kind, .set = lectern_node_get_property_set (node) };
  switch (kind)
    {
    case LECTERN_NODE_SPEECH:
    case LECTERN_NODE_ANNOUNCEMENT:
      return FALSE;
    case LECTERN_NODE_PLACEHOLDER:
      return !writer->confidence;
    case LECTERN_NODE_SERIES:
      return lectern_node_get_id (node) == NULL;
    case LECTERN_NODE_SECTION:
      if (lectern_node_get_id (node) != NULL)
        return FALSE;
      break;
    case LECTERN_NODE_ENTRY:
    case LECTERN_NODE_POINT:
      break;
    default:
      return TRUE;
    }
  source->level = lectern_node_get_level (node);
  source->ordinal = lectern_node_get_ordinal (node);
  /* What a marker says is a property where it is not the position. */
  source->number = source->set != 0 ? lectern_node_get_number (node) : 0;
  return TRUE;
}

static gboolean
is_same_source (const Source *a, const Source *b)
{
  return a->kind == b->kind && a->set == b->set && a->level == b->level && a->ordinal == b->ordinal
         && a->number == b->number;
}

static void
add_facts (Writer *writer, LecternNode *node, gboolean outermost, Memo *memo)
{
  LecternOutput *output = &writer->output;
  /* Room for as much as is remembered even if all of it is escaped. */
  const char *text = _lectern_output_reserve (output, 16 * MEMO_ROOM);
  gsize start = output->used;
  gsize length = 0;
  LecternFacts facts;
  guint i = 0;

  _lectern_facts_collect (
      &facts, node, writer->confidence && lectern_node_get_kind (node) == LECTERN_NODE_PLACEHOLDER);
  if (outermost)
    {
      _lectern_output_add_literal (output, " xmlns=\"" LECTERN_XML_NAMESPACE "\"");
      if (facts.n_facts > 0 && g_str_equal (facts.facts[0].name, LECTERN_FACT_LANGUAGE))
        add_attribute (output, &facts.facts[i++]);
      _lectern_output_add_literal (output, " xml:space=\"preserve\"");
    }
  for (; i < facts.n_facts; i++)
    {
      length += facts.facts[i].type == LECTERN_FACT_STRING ? strlen (facts.facts[i].string) : 0;
      add_attribute (output, &facts.facts[i]);
    }
  _lectern_facts_clear (&facts);
  if (memo == NULL || length > MEMO_ROOM || output->used - start > MEMO_ROOM)
    return;
  memo->length = output->used - start;
  memcpy (memo->text, text, memo->length);
}

/* Most nodes have the same attributes as others before them. */
static void
add_attributes (Writer *writer, LecternNode *node, LecternNodeKind kind, gboolean outermost)
{
  Source source;
  guint hash;
  Memo *memo;
  char *out;

  if (!get_source (writer, node, kind, &source) || outermost)
    {
      add_facts (writer, node, outermost, NULL);
      return;
    }
  if (source.set == 0 && source.ordinal == 0)
    return;
  hash = (source.set ^ source.ordinal << 4 ^ source.level << 2) * 0x9e3779b1u ^ kind;
  memo = &writer->memos[(hash ^ hash >> 16) % MEMOS];
  if (memo->length == 0 || !is_same_source (&memo->source, &source))
    {
      memo->source = source;
      memo->length = 0;
      add_facts (writer, node, FALSE, memo);
      return;
    }
  out = _lectern_output_reserve (&writer->output, MEMO_ROOM);
  memcpy (out, memo->text, MEMO_ROOM);
  _lectern_output_commit (&writer->output, out + memo->length);
}

static void
add_start (Writer *writer, LecternNode *node, gboolean outermost)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  add_tag (&writer->output, writer->tags[kind].start, writer->tags[kind].start_length);
  add_attributes (writer, node, kind, outermost);
  _lectern_output_add_literal (&writer->output, ">");
}

static void
add_end (Writer *writer, LecternNode *node)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  add_tag (&writer->output, writer->tags[kind].end, writer->tags[kind].end_length);
}

static const Tag *
get_tags (void)
{
  static Tag tags[N_KINDS];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint kind = 0; kind < N_KINDS; kind++)
        {
          const char *element = lectern_node_kind_get_element ((LecternNodeKind)kind);
          Tag *tag = &tags[kind];

          tag->start_length = (gsize)g_snprintf (tag->start, TAG_ROOM, "<%s", element);
          tag->end_length = (gsize)g_snprintf (tag->end, TAG_ROOM, "</%s>", element);
        }
      g_once_init_leave (&ready, 1);
    }
  return tags;
}

static void
writer_init (Writer *writer, LecternNode *node)
{
  LecternSource *source = lectern_document_get_source (lectern_node_get_document (node));

  for (guint i = 0; i < MEMOS; i++)
    writer->memos[i].length = 0;
  writer->text = (LecternEscapedText){ .escapes = &escapes };
  writer->text.data = g_bytes_get_data (lectern_source_get_bytes (source), &writer->text.length);
  writer->tags = get_tags ();
}

static gboolean
lectern_xml_renderer_render (LecternRenderer *renderer, LecternNode *node, GOutputStream *stream,
                             GCancellable *cancellable, GError **error)
{
  LecternWalker walker;
  LecternEvent event;
  LecternSpan span;
  Writer writer;

  writer_init (&writer, node);
  writer.confidence = LECTERN_XML_RENDERER (renderer)->confidence;
  _lectern_output_init (&writer.output, stream, cancellable);
  lectern_walker_init (&walker, node);
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE && !writer.output.failed)
    {
      LecternNode *here = lectern_walker_get_node (&walker);

      switch (event)
        {
        case LECTERN_EVENT_ENTER:
          add_start (&writer, here, here == node);
          break;
        case LECTERN_EVENT_LEAVE:
          add_end (&writer, here);
          break;
        default:
          lectern_walker_get_span (&walker, &span);
          _lectern_output_add_piece (&writer.output, &writer.text, span.start, span.end);
        }
    }
  return _lectern_output_finish (&writer.output, error);
}

static void
lectern_xml_renderer_class_init (LecternXmlRendererClass *class)
{
  LECTERN_RENDERER_CLASS (class)->render = lectern_xml_renderer_render;
}

static void
lectern_xml_renderer_init (LecternXmlRenderer *renderer)
{
}

/**
 * lectern_xml_renderer_new:
 *
 * Makes a renderer of the XML form.
 *
 * Returns: (transfer full): a new renderer
 */
LecternXmlRenderer *
lectern_xml_renderer_new (void)
{
  return g_object_new (LECTERN_TYPE_XML_RENDERER, NULL);
}

/**
 * lectern_xml_renderer_set_confidence:
 * @renderer: a renderer
 * @confidence: whether to write how sure the reader was
 *
 * Sets whether placeholders that the reader doubted carry a `confidence` attribute, a number from 0
 * to below 1. Reading XML ignores it. The default is %FALSE.
 */
void
lectern_xml_renderer_set_confidence (LecternXmlRenderer *renderer, gboolean confidence)
{
  g_return_if_fail (LECTERN_IS_XML_RENDERER (renderer));

  renderer->confidence = confidence;
}

/**
 * lectern_xml_renderer_get_confidence:
 * @renderer: a renderer
 *
 * Gets whether doubted nodes carry a `confidence` attribute.
 *
 * Returns: what [method@Lectern.XmlRenderer.set_confidence] set
 */
gboolean
lectern_xml_renderer_get_confidence (LecternXmlRenderer *renderer)
{
  g_return_val_if_fail (LECTERN_IS_XML_RENDERER (renderer), FALSE);

  return renderer->confidence;
}

/**
 * lectern_document_to_xml:
 * @document: a document
 *
 * Gives the XML form of the whole document, as `LecternXmlRenderer` writes it by default.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *
lectern_document_to_xml (LecternDocument *document)
{
  g_autoptr (LecternXmlRenderer) renderer = lectern_xml_renderer_new ();

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer),
                                           lectern_document_get_root (document), NULL, NULL);
}
