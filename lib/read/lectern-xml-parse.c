/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "read/lectern-xml-parser-private.h"

#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <string.h>

/* libxml2's push parser takes the file in pieces: its limits for what it has to look ahead, which
 * only XML_PARSE_HUGE would lift, then hold for a tag or a comment and not for the file, and the
 * depth is ours to limit. */
#define PIECE 65536

/* More notes than this are only counted. */
#define MAX_NOTES 20

/* libxml2 counts columns in its own way; the number of bytes is reliable. */
static gsize
get_offset (LecternXmlParser *parser)
{
  glong consumed = xmlByteConsumed (parser->parser);

  return consumed < 0 ? parser->file_length : MIN ((gsize)consumed, parser->file_length);
}

/* Where the parser's tag or reference starts: no `<` can stand in a tag, no `&` in a reference. */
static gsize
get_start (LecternXmlParser *parser, char c)
{
  gsize offset = MIN (get_offset (parser), parser->file_length - 1);

  while (offset > 0 && parser->file[offset] != c)
    offset--;
  return offset;
}

gsize
_lectern_xml_parser_get_tag (LecternXmlParser *parser)
{
  return get_start (parser, '<');
}

/* Where the character is in the file after which `left` bytes of text come up to where the parser
 * is. It gives CR LF as LF, and an entity when it is past it. */
static gsize
get_text_offset (LecternXmlParser *parser, gsize left)
{
  gsize offset = get_offset (parser);

  if (left == 1 && offset > 0 && parser->file[offset - 1] == ';')
    return get_start (parser, '&');
  for (; left > 0 && offset > 0; left--)
    {
      offset--;
      if (offset > 0 && parser->file[offset] == '\n' && parser->file[offset - 1] == '\r')
        offset--;
    }
  return offset;
}

void
_lectern_xml_parser_fail (LecternXmlParser *parser, LecternError code, gsize offset,
                          const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (parser->error != NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  _lectern_xml_content_error (parser->content, &parser->error, code, offset, "%s", message);
  /* Not xmlStopParser, which frees the input under the function that called us. */
  parser->parser->disableSAX = 1;
}

void
_lectern_xml_parser_note (LecternXmlParser *parser, gsize offset, const char *format, ...)
{
  LecternPosition position;
  g_autofree char *message = NULL;
  va_list args;

  if (++parser->n_notes > MAX_NOTES)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  lectern_source_get_position (parser->content->xml, offset, &position);
  g_ptr_array_add (parser->content->notes,
                   g_strdup_printf ("%u:%u: %s", position.line, position.column, message));
}

void
_lectern_xml_parser_add_text (LecternXmlParser *parser, const char *text, gsize length)
{
  LecternXmlContent *content = parser->content;

  /* Text is never longer than its XML; the check costs nothing beside the parser. */
  if (G_UNLIKELY (length > parser->capacity - content->length))
    {
      parser->capacity = content->length + length + parser->capacity / 2;
      content->text = g_realloc (content->text, parser->capacity);
    }
  memcpy (content->text + content->length, text, length);
  content->length += length;
}

static LecternXmlFrame *
get_frame (LecternXmlParser *parser)
{
  return &parser->frames[parser->n_frames - 1];
}

static LecternXmlFrame *
get_owner (LecternXmlParser *parser)
{
  return &parser->frames[get_frame (parser)->owner];
}

static guint
get_slot (const xmlChar *name)
{
  return (guint)((gsize)name >> 2 ^ (gsize)name >> 8) % LECTERN_XML_SLOTS;
}

static guint
find_element (LecternXmlParser *parser, const xmlChar *name, const xmlChar *uri)
{
  if (uri != parser->namespace && !xmlStrEqual (uri, parser->namespace))
    return LECTERN_ELEMENT_FOREIGN;
  if (name == parser->elements[parser->element_slots[get_slot (name)]])
    return parser->element_slots[get_slot (name)];
  for (guint i = 0; i < LECTERN_N_ELEMENTS; i++)
    if (xmlStrEqual (name, parser->elements[i]))
      return i;
  return LECTERN_ELEMENT_UNKNOWN;
}

/* What is wrong with `element` in `parent`, after what was there before; NULL for nothing. */
static const char *
check_place (LecternXmlFrame *parent, guint element)
{
  const guint32 bit = 1u << element;
  const guint32 only_inline = 1u << LECTERN_NODE_MARKER | 1u << LECTERN_NODE_LEAD
                              | 1u << LECTERN_NODE_PLACEHOLDER | 1u << LECTERN_NODE_ANNOUNCEMENT;
  guint rank = _lectern_xml_get_rank (element);

  if (!_lectern_xml_may_hold (parent->element, element))
    return "cannot stand in";
  if (rank == LECTERN_RANK_NONE)
    return NULL;
  if (rank < parent->rank || (rank == parent->rank && rank != LECTERN_RANK_REST))
    return "must be the only one and before everything else in";
  parent->rank = (guint8)rank;
  if (parent->element == LECTERN_NODE_PARAGRAPH && rank != LECTERN_RANK_REST && !parent->first)
    return "is only for the first paragraph of a point, not for this";
  if (parent->element != LECTERN_NODE_POINT)
    return NULL;
  parent->has_blocks |= element == LECTERN_NODE_PARAGRAPH;
  parent->has_inline |= (bit & only_inline) != 0;
  return parent->has_blocks && parent->has_inline ? "cannot stand beside paragraphs in" : NULL;
}

static void
push_frame (LecternXmlParser *parser, guint element, guint32 owner, gboolean first)
{
  LecternXmlFrame frame = { .owner = owner, .element = (guint8)element, .first = first };

  if (parser->n_frames >= parser->max_depth)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_LIMIT, _lectern_xml_parser_get_tag (parser),
                              "Elements are nested more than %u deep", parser->max_depth);
  frame.holds_text = element < LECTERN_N_ELEMENTS && _lectern_xml_may_hold_text (element);
  if (parser->n_frames == parser->frames_capacity)
    {
      parser->frames_capacity = parser->frames_capacity * 2 + 16;
      parser->frames = g_renew (LecternXmlFrame, parser->frames, parser->frames_capacity);
    }
  parser->frames[parser->n_frames++] = frame;
}

/* Where there is no element of ours yet, only <speech> can begin. */
static gboolean
check_element (LecternXmlParser *parser, guint element, const xmlChar *name)
{
  if (parser->n_frames == 0 && element != LECTERN_NODE_SPEECH)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, _lectern_xml_parser_get_tag (parser),
                              "The root is not <speech> in the namespace " LECTERN_XML_NAMESPACE);
  else if (element == LECTERN_ELEMENT_UNKNOWN)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, _lectern_xml_parser_get_tag (parser),
                              "Unknown element <%s>", name);
  else
    return TRUE;
  return FALSE;
}

static void
add_event (LecternXmlParser *parser, guint element, guint32 list)
{
  LecternXmlContent *content = parser->content;
  LecternXmlEvent event = { (guint32)content->length, list, (guint8)element };

  if (G_UNLIKELY (content->n_events == content->events_capacity))
    {
      content->events_capacity += content->events_capacity / 2;
      content->events = g_renew (LecternXmlEvent, content->events, content->events_capacity);
    }
  content->events[content->n_events++] = event;
}

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
               int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
               const xmlChar **attributes)
{
  LecternXmlParser *parser = data;
  guint element = find_element (parser, name, uri);
  guint32 list;
  const char *wrong = NULL;
  gboolean first = FALSE;

  if (parser->error != NULL || !check_element (parser, element, name))
    return;
  if (element == LECTERN_ELEMENT_FOREIGN)
    {
      _lectern_xml_parser_note (parser, _lectern_xml_parser_get_tag (parser),
                                "<%s> belongs to another namespace: only its text is kept", name);
      push_frame (parser, element, get_frame (parser)->owner, FALSE);
      return;
    }
  if (parser->n_frames > 0)
    {
      LecternXmlFrame *owner = get_owner (parser);

      first = owner->element == LECTERN_NODE_POINT && !owner->has_blocks;
      wrong = check_place (owner, element);
      if (wrong != NULL)
        {
          _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE,
                                    _lectern_xml_parser_get_tag (parser), "<%s> %s <%s>", name,
                                    wrong, _lectern_xml_element_name (owner->element));
          return;
        }
    }
  /* Attributes that a document type supplies come last, and are none of ours. */
  list = _lectern_xml_take_attributes (parser, element, n_attributes - n_defaulted, attributes);
  push_frame (parser, element, parser->n_frames, first);
  if (element != LECTERN_ELEMENT_CHAR)
    add_event (parser, element, list);
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  LecternXmlParser *parser = data;
  guint element;

  if (parser->error != NULL)
    return;
  element = get_frame (parser)->element;
  parser->n_frames--;
  if (element < LECTERN_ELEMENT_CHAR)
    add_event (parser, LECTERN_XML_END, 0);
}

/* The number of blanks and line ends that text begins with. */
static gsize
count_blanks (const char *text, gsize length)
{
  gsize at = 0;

  while (at < length)
    {
      guint blank
          = text[at] == '\n' || text[at] == '\r' ? 1 : _lectern_blank_after (text, length, at);

      if (blank == 0)
        break;
      at += blank;
    }
  return at;
}

/* Text where only blanks should be: what a program wrote is kept, since the text is the truth; by
 * hand it is a slip, and there is no saying to which line it should go. */
static void
check_text (LecternXmlParser *parser, const char *text, gsize length, gboolean cdata)
{
  LecternXmlFrame *owner = get_owner (parser);
  const char *element;
  gsize blanks, offset;

  if (owner->holds_text || owner->is_noted)
    return;
  blanks = count_blanks (text, length);
  if (blanks == length)
    return;
  owner->is_noted = TRUE;
  element = _lectern_xml_element_name (owner->element);
  offset = cdata ? get_offset (parser) + blanks : get_text_offset (parser, length - blanks);
  if (owner->element == LECTERN_ELEMENT_CHAR || !parser->content->preserve)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, offset, "Text cannot stand in <%s>",
                              element);
  else
    _lectern_xml_parser_note (parser, offset, "Text in <%s> belongs to no paragraph", element);
}

static void
characters (void *data, const xmlChar *text, int length)
{
  LecternXmlParser *parser = data;

  if (parser->error != NULL || parser->n_frames == 0)
    return;
  check_text (parser, (const char *)text, (gsize)length, FALSE);
  _lectern_xml_parser_add_text (parser, (const char *)text, (gsize)length);
}

/* The parser is still before it then. */
static void
cdata_block (void *data, const xmlChar *text, int length)
{
  LecternXmlParser *parser = data;

  if (parser->error != NULL || parser->n_frames == 0)
    return;
  check_text (parser, (const char *)text, (gsize)length, TRUE);
  _lectern_xml_parser_add_text (parser, (const char *)text, (gsize)length);
}

/* An entity of the document type: nothing is put in its place, and text must not vanish. */
static void
reference (void *data, const xmlChar *name)
{
  LecternXmlParser *parser = data;

  _lectern_xml_parser_fail (parser, LECTERN_ERROR_XML, get_start (parser, '&'),
                            "The entity &%s; is not known", name);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlError;
#else
typedef xmlErrorPtr XmlError;
#endif

static void
take_error (void *data, XmlError error)
{
  LecternXmlParser *parser = data;
  gboolean entity
      = error->code == XML_WAR_UNDECLARED_ENTITY || error->code == XML_ERR_UNDECLARED_ENTITY;
  g_autofree char *message = NULL;

  /* An entity is only a warning to it where there is an external document type. */
  if (error->level < XML_ERR_ERROR && !entity)
    return;
  if (error->code == XML_ERR_DOCUMENT_END && parser->n_frames > 0)
    {
      _lectern_xml_parser_fail (parser, LECTERN_ERROR_XML, parser->file_length,
                                "The file ends before </%s>",
                                _lectern_xml_element_name (get_owner (parser)->element));
      return;
    }
  message = g_strstrip (g_strdup (error->message != NULL ? error->message : "not well-formed"));
  g_strdelimit (message, "\n", ' ');
  _lectern_xml_parser_fail (parser, LECTERN_ERROR_XML,
                            entity ? get_start (parser, '&') : get_offset (parser), "%s", message);
}

static void
look_up_names (LecternXmlParser *parser)
{
  xmlDictPtr dict = parser->parser->dict;

  for (guint i = 0; i < LECTERN_N_ELEMENTS; i++)
    parser->elements[i] = xmlDictLookup (dict, (const xmlChar *)_lectern_xml_element_name (i), -1);
  for (guint i = 0; i < LECTERN_N_ELEMENTS; i++)
    parser->element_slots[get_slot (parser->elements[i])] = (guint8)i;
  for (guint i = 0; i < LECTERN_N_XML_ATTRIBUTES; i++)
    {
      const char *name = _lectern_xml_attribute_name (i);

      if (_lectern_xml_is_xml_attribute (i))
        name += strlen ("xml:");
      parser->attributes[i] = xmlDictLookup (dict, (const xmlChar *)name, -1);
    }
  parser->namespace = xmlDictLookup (dict, (const xmlChar *)LECTERN_XML_NAMESPACE, -1);
  parser->xml_prefix = xmlDictLookup (dict, (const xmlChar *)"xml", -1);
}

static void
feed (LecternXmlParser *parser, GCancellable *cancellable)
{
  gsize done = 0;

  if (count_blanks (parser->file, parser->file_length) == parser->file_length)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_XML, 0, "The document is empty");
  while (parser->error == NULL && done < parser->file_length)
    {
      gsize piece = MIN (PIECE, parser->file_length - done);

      if (g_cancellable_set_error_if_cancelled (cancellable, &parser->error))
        return;
      xmlParseChunk (parser->parser, parser->file + done, (int)piece, 0);
      done += piece;
    }
  if (parser->error == NULL)
    xmlParseChunk (parser->parser, NULL, 0, 1);
  if (parser->error == NULL && !parser->parser->wellFormed)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_XML, parser->file_length,
                              "The XML is not well-formed");
}

/* libxml2 takes a NUL for the end of the file here and there. */
static gboolean
check_nul (LecternXmlParser *parser, GError **error)
{
  const char *nul = memchr (parser->file, '\0', parser->file_length);

  if (nul == NULL)
    return TRUE;
  _lectern_xml_content_error (parser->content, error, LECTERN_ERROR_XML,
                              (gsize)(nul - parser->file),
                              "XML cannot hold the character U+0000 but as <char code=\"0\"/>");
  return FALSE;
}

static void
parser_init (LecternXmlParser *parser, LecternXmlContent *content)
{
  *parser = (LecternXmlParser){ .content = content };
  parser->file = g_bytes_get_data (lectern_source_get_bytes (content->xml), &parser->file_length);
  parser->max_depth = lectern_read_options_get_max_depth (content->options);
  parser->numberings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parser->capacity = parser->file_length;

  content->text = g_malloc (parser->capacity + 1);
  /* Real speeches have an event for 30 bytes or more. */
  content->events_capacity = (guint32)(parser->file_length / 32) + 16;
  content->events = g_new (LecternXmlEvent, content->events_capacity);
  content->lists = g_array_new (FALSE, TRUE, sizeof (LecternXmlList));
  g_array_set_size (content->lists, 1);
  content->attributes = g_array_new (FALSE, FALSE, sizeof (LecternXmlPair));
  content->references = g_array_new (FALSE, FALSE, sizeof (LecternXmlReference));
  content->values = g_string_new (NULL);
  content->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  content->notes = g_ptr_array_new_with_free_func (g_free);
}

gboolean
_lectern_xml_parse (LecternXmlContent *content, GCancellable *cancellable, GError **error)
{
  static gsize initialized = 0;
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = characters,
    .ignorableWhitespace = characters,
    .cdataBlock = cdata_block,
    .reference = reference,
    .serror = (xmlStructuredErrorFunc)take_error,
  };
  LecternXmlParser parser;

  if (g_once_init_enter (&initialized))
    {
      xmlInitParser ();
      g_once_init_leave (&initialized, 1);
    }
  parser_init (&parser, content);
  if (check_nul (&parser, &parser.error))
    {
      parser.parser = xmlCreatePushParserCtxt (&handler, &parser, NULL, 0, NULL);
      xmlCtxtUseOptions (parser.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
      xmlSwitchEncoding (parser.parser, XML_CHAR_ENCODING_UTF8);
      look_up_names (&parser);
      feed (&parser, cancellable);
      if (parser.parser->myDoc != NULL)
        xmlFreeDoc (parser.parser->myDoc);
      xmlFreeParserCtxt (parser.parser);
    }
  if (parser.n_notes > MAX_NOTES)
    g_ptr_array_add (content->notes,
                     g_strdup_printf ("%u more notes of this kind", parser.n_notes - MAX_NOTES));
  g_free (parser.frames);
  g_hash_table_unref (parser.numberings);
  if (parser.error == NULL)
    return TRUE;
  g_propagate_error (error, parser.error);
  return FALSE;
}
