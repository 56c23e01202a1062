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

/* The parser gives equal names as equal pointers, so each is compared as a string only once. */
static guint
find_element (LecternXmlParser *parser, const xmlChar *name, const xmlChar *uri)
{
  guint8 *slot = &parser->element_slots[get_slot (name)];

  if (uri == NULL || uri != parser->namespace)
    {
      if (!xmlStrEqual (uri, (const xmlChar *)LECTERN_XML_NAMESPACE))
        return LECTERN_ELEMENT_FOREIGN;
      parser->namespace = uri;
    }
  if (name == parser->elements[*slot])
    return *slot;
  for (guint8 i = 0; i < LECTERN_N_ELEMENTS; i++)
    if (strcmp ((const char *)name, _lectern_xml_element_name (i)) == 0)
      {
        parser->elements[i] = name;
        *slot = i;
        return i;
      }
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
check_text (LecternXmlParser *parser, const char *text, gsize length, gsize offset)
{
  LecternXmlFrame *owner = get_owner (parser);
  const char *element;
  gsize blanks;

  if (owner->holds_text || owner->is_noted)
    return;
  blanks = count_blanks (text, length);
  if (blanks == length)
    return;
  owner->is_noted = TRUE;
  offset += blanks;
  element = _lectern_xml_element_name (owner->element);
  if (owner->element == LECTERN_ELEMENT_CHAR || !parser->content->preserve)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, offset, "Text cannot stand in <%s>",
                              element);
  else
    _lectern_xml_parser_note (parser, offset, "Text in <%s> belongs to no paragraph", element);
}

/* Puts the text of the file in the place of the last `length` bytes, which libxml2 copied from what
 * it was shown; it gives a line end of CR or CR LF as LF. Returns where the text begins in the
 * file. */
static gsize
unmask (LecternXmlParser *parser, gsize length)
{
  char *text = parser->content->text + parser->content->length;
  gsize at = get_offset (parser);

  /* It may have looked ahead, past the first half of a line end. */
  if (at > 0 && at < parser->file_length && parser->file[at] == '\n'
      && parser->file[at - 1] == '\r')
    at--;
  for (; length > 0 && at > 0; length--)
    {
      char c = parser->file[--at];

      if (c == '\n' && at > 0 && parser->file[at - 1] == '\r')
        at--;
      *--text = c == '\r' ? '\n' : c;
    }
  return at;
}

static void
characters (void *data, const xmlChar *given, int length)
{
  LecternXmlParser *parser = data;
  const xmlParserInput *input = parser->parser->input;
  gsize n = (gsize)length;
  gsize offset = get_offset (parser);

  if (parser->error != NULL || parser->n_frames == 0 || n == 0)
    return;
  if (given >= input->base && given < input->end)
    {
      offset -= (gsize)(input->cur - given);
      _lectern_xml_parser_add_text (parser, parser->file + offset, n);
    }
  else
    {
      _lectern_xml_parser_add_text (parser, (const char *)given, n);
      /* That is a reference, or else text. */
      if (offset > 0 && parser->file[offset - 1] == ';' && given[n - 1] != ';')
        offset = get_start (parser, '&');
      else
        offset = unmask (parser, n);
    }
  check_text (parser, parser->content->text + parser->content->length - n, n, offset);
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

/* References and `]]>` are told of at another place than theirs. */
static gsize
get_error_offset (LecternXmlParser *parser, int code)
{
  gsize offset = get_offset (parser);
  const char *end;

  switch (code)
    {
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_ERR_UNDECLARED_ENTITY:
      return get_start (parser, '&');
    case XML_ERR_MISPLACED_CDATA_END:
      end = g_strstr_len (parser->file + offset, (gssize)(parser->file_length - offset), "]]>");
      return end != NULL ? (gsize)(end - parser->file) : offset;
    default:
      return offset;
    }
}

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
  _lectern_xml_parser_fail (parser, LECTERN_ERROR_XML, get_error_offset (parser, error->code), "%s",
                            message);
}

static void
feed (LecternXmlParser *parser, GCancellable *cancellable)
{
  g_autofree char *masked = g_malloc (PIECE + LECTERN_XML_MASK_ROOM);
  gsize done = 0;

  if (count_blanks (parser->file, parser->file_length) == parser->file_length)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_XML, 0, "The document is empty");
  while (parser->error == NULL && done < parser->file_length)
    {
      gsize piece = MIN (PIECE, parser->file_length - done);

      if (g_cancellable_set_error_if_cancelled (cancellable, &parser->error))
        return;
      _lectern_xml_parser_mask (parser, done, piece, masked);
      xmlParseChunk (parser->parser, masked, (int)piece, 0);
      done += piece;
    }
  if (parser->error == NULL)
    xmlParseChunk (parser->parser, NULL, 0, 1);
  if (parser->error == NULL && !parser->parser->wellFormed)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_XML, parser->file_length,
                              "The XML is not well-formed");
}

static gboolean
check_characters (LecternXmlParser *parser, GError **error)
{
  gssize at = _lectern_xml_find_forbidden (parser->file, parser->file_length);
  guint code;

  if (at < 0)
    return TRUE;
  code = parser->file[at] == '\0' ? 0 : (guint8)parser->file[at + 2] == 0xbe ? 0xfffe : 0xffff;
  _lectern_xml_content_error (parser->content, error, LECTERN_ERROR_XML, (gsize)at,
                              "XML can hold U+%04X only as <char code=\"%x\"/>", code, code);
  return FALSE;
}

static void
parser_init (LecternXmlParser *parser, LecternXmlContent *content)
{
  *parser = (LecternXmlParser){ .content = content };
  parser->file = g_bytes_get_data (lectern_source_get_bytes (content->xml), &parser->file_length);
  parser->max_depth = lectern_read_options_get_max_depth (content->options);
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
    .cdataBlock = characters,
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
  if (check_characters (&parser, &parser.error))
    {
      parser.parser = xmlCreatePushParserCtxt (&handler, &parser, NULL, 0, NULL);
      xmlCtxtUseOptions (parser.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
      xmlSwitchEncoding (parser.parser, XML_CHAR_ENCODING_UTF8);
      feed (&parser, cancellable);
      if (parser.parser->myDoc != NULL)
        xmlFreeDoc (parser.parser->myDoc);
      xmlFreeParserCtxt (parser.parser);
    }
  if (parser.n_notes > MAX_NOTES)
    g_ptr_array_add (content->notes,
                     g_strdup_printf ("%u more notes of this kind", parser.n_notes - MAX_NOTES));
  g_free (parser.frames);
  if (parser.error == NULL)
    return TRUE;
  g_propagate_error (error, parser.error);
  return FALSE;
}
