/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-facts-private.h"
#include "render/lectern-output-private.h"

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

#define N_KINDS (LECTERN_NODE_ANNOUNCEMENT + 1)

typedef struct
{
  LecternOutput output;
  const char *text; /* of the whole document */
  gsize length;
  const char *elements[N_KINDS];
  gsize lengths[N_KINDS];
  gboolean confidence;
} Writer;

/* What a byte of text needs: nothing; an escape of its own; or a look at what follows, because
 * U+FFFE and U+FFFF are EF BF BE and EF BF BF. */
enum
{
  PLAIN,
  ESCAPE,
  LOOK
};

static const guint8 byte_class[256] = {
  [0x00 ... 0x08] = ESCAPE, [0x0b ... 0x1f] = ESCAPE, ['&'] = ESCAPE,
  ['<'] = ESCAPE,           ['>'] = ESCAPE,           [0xef] = LOOK,
};

static inline gboolean
is_noncharacter (const guint8 *text)
{
  return text[0] == 0xef && text[1] == 0xbf && text[2] >= 0xbe;
}

#define BLOCK 16
typedef guint8 Block __attribute__ ((vector_size (BLOCK)));

static inline Block
load (const guint8 *from)
{
  Block block;

  memcpy (&block, from, BLOCK);
  return block;
}

/* Whether any of 16 bytes may need an escape; reads one byte more. */
static inline gboolean
block_may_escape (const guint8 *text)
{
  Block here = load (text);
  Block next = load (text + 1);
  union
  {
    Block block;
    guint64 words[BLOCK / 8];
  } found;

  found.block = (Block)(((here < 0x20) & (here != '\n') & (here != '\t')) | (here == '&')
                        | (here == '<') | (here == '>') | ((here == 0xef) & (next == 0xbf)));
  return (found.words[0] | found.words[1]) != 0;
}

/* The number of bytes from `text` on that can be written as they are, at most `length`; up to
 * `readable` bytes may be looked at. */
static gsize
count_plain (const guint8 *text, gsize length, gsize readable)
{
  gsize at = 0;

  while (at < length)
    {
      gsize stop = MIN (at + BLOCK, length);

      if (readable - at > BLOCK && !block_may_escape (text + at))
        {
          at = stop;
          continue;
        }
      for (; at < stop; at++)
        if (byte_class[text[at]] == ESCAPE
            || (byte_class[text[at]] == LOOK && is_noncharacter (text + at)))
          return at;
    }
  return length;
}

/* The character at `text`, which cannot be written as it is; gives its length. */
static gsize
add_escape (LecternOutput *output, const guint8 *text)
{
  static const char hex[] = "0123456789abcdef";

  switch (text[0])
    {
    case '&':
      _lectern_output_add_literal (output, "&amp;");
      return 1;
    case '<':
      _lectern_output_add_literal (output, "&lt;");
      return 1;
    case '>':
      _lectern_output_add_literal (output, "&gt;");
      return 1;
    case '\r':
      _lectern_output_add_literal (output, "&#13;");
      return 1;
    case 0xef:
      _lectern_output_add_literal (output, "<char code=\"fff");
      _lectern_output_add (output, text[2] == 0xbe ? "e\"/>" : "f\"/>", 4);
      return 3;
    default:
      _lectern_output_add_literal (output, "<char code=\"");
      if (text[0] >= 0x10)
        _lectern_output_add_literal (output, "1");
      _lectern_output_add (output, hex + (text[0] & 0xf), 1);
      _lectern_output_add_literal (output, "\"/>");
      return 1;
    }
}

static void
add_text (Writer *writer, gsize start, gsize end)
{
  const guint8 *text = (const guint8 *)writer->text;

  while (start < end)
    {
      gsize plain = count_plain (text + start, end - start, writer->length - start);

      _lectern_output_add (&writer->output, writer->text + start, plain);
      start += plain;
      if (start < end)
        start += add_escape (&writer->output, text + start);
    }
}

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
      gboolean noncharacter = is_noncharacter ((const guint8 *)at);
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
  if (fact->string != NULL)
    add_value (output, fact->string);
  else if (fact->nodes != NULL)
    add_ids (output, fact->nodes);
  else if (g_str_equal (fact->name, LECTERN_FACT_CONFIDENCE))
    add_percent (output, fact->number);
  else
    _lectern_output_add_number (output, fact->number);
  _lectern_output_add_literal (output, "\"");
}

static void
add_start (Writer *writer, LecternNode *node, gboolean outermost)
{
  LecternNodeKind kind = lectern_node_get_kind (node);
  LecternOutput *output = &writer->output;
  LecternFacts facts;
  guint i = 0;

  _lectern_facts_collect (&facts, node, writer->confidence);
  _lectern_output_add_literal (output, "<");
  _lectern_output_add (output, writer->elements[kind], writer->lengths[kind]);
  if (outermost)
    {
      _lectern_output_add_literal (output, " xmlns=\"" LECTERN_XML_NAMESPACE "\"");
      if (facts.n_facts > 0 && g_str_equal (facts.facts[0].name, LECTERN_FACT_LANGUAGE))
        add_attribute (output, &facts.facts[i++]);
      _lectern_output_add_literal (output, " xml:space=\"preserve\"");
    }
  for (; i < facts.n_facts; i++)
    add_attribute (output, &facts.facts[i]);
  _lectern_output_add_literal (output, ">");
  _lectern_facts_clear (&facts);
}

static void
add_end (Writer *writer, LecternNode *node)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  _lectern_output_add_literal (&writer->output, "</");
  _lectern_output_add (&writer->output, writer->elements[kind], writer->lengths[kind]);
  _lectern_output_add_literal (&writer->output, ">");
}

static void
writer_init (Writer *writer, LecternNode *node)
{
  LecternSource *source = lectern_document_get_source (lectern_node_get_document (node));

  writer->text = g_bytes_get_data (lectern_source_get_bytes (source), &writer->length);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      writer->elements[kind] = lectern_node_kind_get_element ((LecternNodeKind)kind);
      writer->lengths[kind] = strlen (writer->elements[kind]);
    }
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
          add_text (&writer, span.start, span.end);
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
 * Sets whether nodes that the reader doubted carry a `confidence` attribute, a number from 0 to
 * below 1. Reading XML ignores it. The default is %FALSE.
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
