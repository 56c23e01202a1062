/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "read/lectern-xml-private.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <string.h>

/* libxml2's push parser takes the file in pieces: its limits for what it has to look ahead, which
 * only XML_PARSE_HUGE would lift, then hold for a tag or a comment and not for the file, and the
 * depth is ours to limit. */
#define PIECE 65536

/* More notes than this are only counted. */
#define MAX_NOTES 20

typedef struct
{
  guint32 owner;     /* the innermost element of ours: itself, but for foreign ones */
  guint8 element;    /* a kind, LECTERN_ELEMENT_CHAR or _FOREIGN */
  guint8 rank;       /* of the last child */
  guint8 first;      /* of a p: the first one of its point */
  guint8 has_blocks; /* of a point: paragraphs */
  guint8 has_inline; /* of a point: what cannot stand beside paragraphs */
  guint8 is_noted;   /* text where none should be */
} Frame;

typedef struct
{
  LecternXmlContent *content;
  xmlParserCtxtPtr parser;
  GError *error;
  const char *file;
  gsize file_length;
  gsize markup;   /* where the last tag was seen */
  gsize capacity; /* of the text */
  GArray *frames;
  GHashTable *numberings; /* that can be read */
  guint max_depth;
  guint n_notes;

  /* Names as the parser's dictionary has them, to be compared by pointer. */
  const xmlChar *elements[LECTERN_N_ELEMENTS];
  const xmlChar *attributes[LECTERN_N_XML_ATTRIBUTES];
  const xmlChar *namespace;
  const xmlChar *xml_prefix;
} Parser;

/* libxml2 counts columns in its own way; the number of bytes is reliable. */
static gsize
get_offset (Parser *parser)
{
  glong consumed = xmlByteConsumed (parser->parser);

  return consumed < 0 ? parser->file_length : MIN ((gsize)consumed, parser->file_length);
}

/* Where the parser's tag or reference starts: no `<` can stand in a tag, no `&` in a reference. */
static gsize
get_start (Parser *parser, char c)
{
  gsize offset = MIN (get_offset (parser), parser->file_length - 1);

  while (offset > 0 && parser->file[offset] != c)
    offset--;
  return offset;
}

static gsize
get_tag_offset (Parser *parser)
{
  return get_start (parser, '<');
}

/* Past the comment, instruction or tag at `offset`, or the offset itself. */
static gsize
skip_markup (Parser *parser, gsize offset)
{
  static const char *const markup[][2]
      = { { "<!--", "-->" }, { "<![CDATA[", "" }, { "<?", "?>" }, { "<", ">" } };
  const char *here = parser->file + offset;
  gsize left = parser->file_length - offset;

  for (guint i = 0; i < G_N_ELEMENTS (markup); i++)
    if (left >= strlen (markup[i][0]) && memcmp (here, markup[i][0], strlen (markup[i][0])) == 0)
      {
        gsize opening = strlen (markup[i][0]);
        const char *end = g_strstr_len (here + opening, (gssize)(left - opening), markup[i][1]);

        return end == NULL ? offset : (gsize)(end - parser->file) + strlen (markup[i][1]);
      }
  return offset;
}

/* The first character after the last tag that is neither blank nor markup. */
static gsize
get_text_offset (Parser *parser)
{
  gsize offset = parser->markup;

  for (;;)
    {
      gsize next = offset;

      if (next >= parser->file_length)
        return offset;
      if (parser->file[next] == '<')
        next = skip_markup (parser, next);
      else if (strchr (" \t\n\r", parser->file[next]) != NULL)
        next++;
      else
        next += _lectern_blank_after (parser->file, parser->file_length, next);
      if (next == offset)
        return offset;
      offset = next;
    }
}

static void G_GNUC_PRINTF (4, 5)
    fail (Parser *parser, LecternError code, gsize offset, const char *format, ...)
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

static void G_GNUC_PRINTF (3, 4) note (Parser *parser, gsize offset, const char *format, ...)
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

static void
add_text (Parser *parser, const char *text, gsize length)
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

static Frame *
get_frame (Parser *parser)
{
  return parser->frames->len == 0 ? NULL
                                  : &g_array_index (parser->frames, Frame, parser->frames->len - 1);
}

static Frame *
get_owner (Parser *parser)
{
  return &g_array_index (parser->frames, Frame, get_frame (parser)->owner);
}

static guint
find_element (Parser *parser, const xmlChar *name, const xmlChar *uri)
{
  if (uri != parser->namespace && !xmlStrEqual (uri, parser->namespace))
    return LECTERN_ELEMENT_FOREIGN;
  for (guint i = 0; i < LECTERN_N_ELEMENTS; i++)
    if (name == parser->elements[i])
      return i;
  for (guint i = 0; i < LECTERN_N_ELEMENTS; i++)
    if (xmlStrEqual (name, parser->elements[i]))
      return i;
  return LECTERN_ELEMENT_UNKNOWN;
}

/* Whether the attribute is one of XML itself. */
static gboolean
is_xml (guint attribute)
{
  return attribute == LECTERN_ATTRIBUTE_ID || attribute == LECTERN_XML_LANG
         || attribute == LECTERN_XML_SPACE;
}

/* LECTERN_N_XML_ATTRIBUTES for a name that is none of ours. */
static guint
find_attribute (Parser *parser, const xmlChar *name, gboolean xml)
{
  for (guint i = 0; i < LECTERN_N_XML_ATTRIBUTES; i++)
    if (name == parser->attributes[i] && is_xml (i) == xml)
      return i;
  for (guint i = 0; i < LECTERN_N_XML_ATTRIBUTES; i++)
    if (xmlStrEqual (name, parser->attributes[i]) && is_xml (i) == xml)
      return i;
  return LECTERN_N_XML_ATTRIBUTES;
}

static void
add_id (Parser *parser, const char *id)
{
  guint event = parser->content->events->len;

  if (xmlValidateNCName ((const xmlChar *)id, 0) != 0)
    fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser), "“%s” is no xml:id", id);
  else if (!g_hash_table_insert (parser->content->ids, g_strdup (id), GUINT_TO_POINTER (event + 1)))
    fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser),
          "The xml:id “%s” is there twice", id);
}

static void
add_char (Parser *parser, const char *code)
{
  gsize digits = strspn (code, "0123456789ABCDEFabcdef");
  guint64 c = g_ascii_strtoull (code, NULL, 16);
  char utf8[6];

  if (digits == 0 || digits > 6 || code[digits] != '\0' || c > 0x10ffff
      || (c >= 0xd800 && c <= 0xdfff))
    fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser),
          "“%s” is not the code of a character", code);
  else
    add_text (parser, utf8, (gsize)g_unichar_to_utf8 ((gunichar)c, utf8));
}

/* Markers follow from the numbering, so where those are supplied it must be one. Where they stand
 * in the text already it is only noted. */
static void
check_numbering (Parser *parser, const char *string)
{
  g_autoptr (LecternNumbering) numbering = NULL;

  if (g_hash_table_contains (parser->numberings, string))
    return;
  numbering = lectern_numbering_new_from_string (string, NULL);
  if (numbering != NULL)
    g_hash_table_add (parser->numberings, g_strdup (string));
  else if (parser->content->preserve)
    note (parser, get_tag_offset (parser), "“%s” is no numbering", string);
  else
    fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser), "“%s” is no numbering", string);
}

/* What some attributes mean beyond their value. TRUE: it is a property of the node as well. */
static gboolean
take_special (Parser *parser, guint attribute, const char *value, guint32 at)
{
  LecternXmlContent *content = parser->content;
  LecternXmlReference reference = { content->events->len, at, 0 };

  switch (attribute)
    {
    case LECTERN_XML_LANG:
      content->language = g_strdup (value);
      return FALSE;
    case LECTERN_XML_SPACE:
      content->preserve = g_str_equal (value, "preserve");
      return FALSE;
    case LECTERN_ATTRIBUTE_ENCODING:
      content->encoding = g_strdup (value);
      return FALSE;
    case LECTERN_ATTRIBUTE_BOM:
      content->bom = g_str_equal (value, "true");
      return FALSE;
    case LECTERN_XML_CODE:
      add_char (parser, value);
      return FALSE;
    case LECTERN_ATTRIBUTE_FILLED:
      return g_str_equal (value, "true");
    case LECTERN_XML_OF:
      reference.position = get_tag_offset (parser);
      g_array_append_val (content->references, reference);
      return FALSE;
    case LECTERN_ATTRIBUTE_ID:
      add_id (parser, value);
      return TRUE;
    case LECTERN_ATTRIBUTE_NUMBERING:
      check_numbering (parser, value);
      return TRUE;
    default:
      return TRUE;
    }
}

/* Where entities are not replaced libxml2 leaves `&` in attributes as `&#38;`, and no other
 * reference. */
static void
add_value (GString *values, const char *start, gsize length)
{
  static const char ampersand[] = "&#38;";
  const char *end = start + length;
  const char *at;

  while ((at = g_strstr_len (start, end - start, ampersand)) != NULL)
    {
      g_string_append_len (values, start, at + 1 - start);
      start = at + strlen (ampersand);
    }
  g_string_append_len (values, start, end - start);
}

static void
add_attribute (Parser *parser, guint element, guint attribute, const char *start, gsize length)
{
  LecternXmlContent *content = parser->content;
  guint32 at = (guint32)content->values->len;
  LecternXmlPair pair = { at, (guint8)attribute };
  const char *value;

  /* The level of an entry has no other place to stand. */
  if (_lectern_xml_is_computed (attribute)
      && !(attribute == LECTERN_XML_LEVEL && element == LECTERN_NODE_ENTRY))
    return;
  add_value (content->values, start, length);
  value = _lectern_xml_check_value (attribute, content->values->str + at);
  if (value == NULL)
    {
      fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser),
            "The attribute %s cannot be “%s”", _lectern_xml_attribute_name (attribute),
            content->values->str + at);
      return;
    }
  if (!take_special (parser, attribute, value, at))
    {
      if (attribute == LECTERN_XML_OF)
        g_string_append_c (content->values, '\0');
      else
        g_string_truncate (content->values, at);
      return;
    }
  if (value != content->values->str + at)
    {
      g_string_truncate (content->values, at);
      g_string_append (content->values, value);
    }
  g_string_append_c (content->values, '\0');
  g_array_append_val (content->attributes, pair);
}

static void
add_attributes (Parser *parser, guint element, int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes && parser->error == NULL; i++, attributes += 5)
    {
      gboolean xml = attributes[1] != NULL
                     && (attributes[1] == parser->xml_prefix
                         || xmlStrEqual (attributes[1], parser->xml_prefix));
      guint attribute;

      if (attributes[1] != NULL && !xml)
        continue;
      attribute = find_attribute (parser, attributes[0], xml);
      if (attribute < LECTERN_N_XML_ATTRIBUTES && _lectern_xml_has_attribute (element, attribute))
        add_attribute (parser, element, attribute, (const char *)attributes[3],
                       (gsize)(attributes[4] - attributes[3]));
      else if (!xml || attribute < LECTERN_N_XML_ATTRIBUTES)
        fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser),
              "<%s> has no attribute %s%s", _lectern_xml_element_name (element), xml ? "xml:" : "",
              attributes[0]);
    }
  if (element == LECTERN_ELEMENT_CHAR && n_attributes == 0)
    fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser), "<char> has no code");
}

/* What is wrong with `element` in `parent`, after what was there before; NULL for nothing. */
static const char *
check_place (Frame *parent, guint element)
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
push_frame (Parser *parser, guint element, guint32 owner, gboolean first)
{
  Frame frame = { .owner = owner, .element = (guint8)element, .first = first };

  if (parser->frames->len >= parser->max_depth)
    fail (parser, LECTERN_ERROR_LIMIT, get_tag_offset (parser),
          "Elements are nested more than %u deep", parser->max_depth);
  g_array_append_val (parser->frames, frame);
}

/* Where there is no element of ours yet, only <speech> can begin. */
static gboolean
check_element (Parser *parser, guint element, const xmlChar *name)
{
  if (parser->frames->len == 0 && element != LECTERN_NODE_SPEECH)
    fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser),
          "The root is not <speech> in the namespace " LECTERN_XML_NAMESPACE);
  else if (element == LECTERN_ELEMENT_UNKNOWN)
    fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser), "Unknown element <%s>", name);
  else
    return TRUE;
  return FALSE;
}

static void
add_event (Parser *parser, guint element, guint32 attributes)
{
  LecternXmlContent *content = parser->content;
  LecternXmlEvent event = { (guint32)content->length, attributes,
                            (guint16)(content->attributes->len - attributes), (guint8)element };

  g_array_append_val (content->events, event);
}

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
               int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
               const xmlChar **attributes)
{
  Parser *parser = data;
  guint element = find_element (parser, name, uri);
  guint32 first_attribute = parser->content->attributes->len;
  const char *wrong = NULL;
  gboolean first = FALSE;

  if (parser->error != NULL || !check_element (parser, element, name))
    return;
  parser->markup = get_offset (parser);
  while (parser->markup < parser->file_length && parser->file[parser->markup++] != '>')
    continue;
  if (element == LECTERN_ELEMENT_FOREIGN)
    {
      note (parser, get_tag_offset (parser),
            "<%s> belongs to another namespace: only its text is kept", name);
      push_frame (parser, element, get_frame (parser)->owner, FALSE);
      return;
    }
  if (parser->frames->len > 0)
    {
      Frame *owner = get_owner (parser);

      first = owner->element == LECTERN_NODE_POINT && !owner->has_blocks;
      wrong = check_place (owner, element);
      if (wrong != NULL)
        {
          fail (parser, LECTERN_ERROR_STRUCTURE, get_tag_offset (parser), "<%s> %s <%s>", name,
                wrong, _lectern_xml_element_name (owner->element));
          return;
        }
    }
  /* Attributes that a document type supplies come last, and are none of ours. */
  add_attributes (parser, element, n_attributes - n_defaulted, attributes);
  push_frame (parser, element, parser->frames->len, first);
  if (element != LECTERN_ELEMENT_CHAR)
    add_event (parser, element, first_attribute);
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Parser *parser = data;
  guint element;

  if (parser->error != NULL)
    return;
  parser->markup = get_offset (parser);
  element = get_frame (parser)->element;
  g_array_set_size (parser->frames, parser->frames->len - 1);
  if (element < LECTERN_ELEMENT_CHAR)
    add_event (parser, LECTERN_XML_END, parser->content->attributes->len);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      guint blank
          = text[at] == '\n' || text[at] == '\r' ? 1 : _lectern_blank_after (text, length, at);

      if (blank == 0)
        return FALSE;
      at += blank;
    }
  return TRUE;
}

/* Text where only blanks should be: what a program wrote is kept, since the text is the truth; by
 * hand it is a slip, and there is no saying to which line it should go. */
static void
check_text (Parser *parser, Frame *owner, const char *text, gsize length)
{
  const char *element = _lectern_xml_element_name (owner->element);

  if (_lectern_xml_may_hold_text (owner->element) || owner->is_noted || is_blank (text, length))
    return;
  owner->is_noted = TRUE;
  if (owner->element == LECTERN_ELEMENT_CHAR || !parser->content->preserve)
    fail (parser, LECTERN_ERROR_STRUCTURE, get_text_offset (parser), "Text cannot stand in <%s>",
          element);
  else
    note (parser, get_text_offset (parser), "Text in <%s> belongs to no paragraph", element);
}

static void
characters (void *data, const xmlChar *text, int length)
{
  Parser *parser = data;

  if (parser->error != NULL || parser->frames->len == 0)
    return;
  check_text (parser, get_owner (parser), (const char *)text, (gsize)length);
  add_text (parser, (const char *)text, (gsize)length);
}

/* An entity of the document type: nothing is put in its place, and text must not vanish. */
static void
reference (void *data, const xmlChar *name)
{
  Parser *parser = data;

  fail (parser, LECTERN_ERROR_XML, get_start (parser, '&'), "The entity &%s; is not known", name);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlError;
#else
typedef xmlErrorPtr XmlError;
#endif

static void
take_error (void *data, XmlError error)
{
  Parser *parser = data;
  gboolean entity
      = error->code == XML_WAR_UNDECLARED_ENTITY || error->code == XML_ERR_UNDECLARED_ENTITY;
  g_autofree char *message = NULL;

  /* An entity is only a warning to it where there is an external document type. */
  if (error->level < XML_ERR_ERROR && !entity)
    return;
  if (error->code == XML_ERR_DOCUMENT_END && parser->frames->len > 0)
    {
      fail (parser, LECTERN_ERROR_XML, parser->file_length, "The file ends before </%s>",
            _lectern_xml_element_name (get_owner (parser)->element));
      return;
    }
  message = g_strstrip (g_strdup (error->message != NULL ? error->message : "not well-formed"));
  g_strdelimit (message, "\n", ' ');
  fail (parser, LECTERN_ERROR_XML, entity ? get_start (parser, '&') : get_offset (parser), "%s",
        message);
}

static void
look_up_names (Parser *parser)
{
  xmlDictPtr dict = parser->parser->dict;

  for (guint i = 0; i < LECTERN_N_ELEMENTS; i++)
    parser->elements[i] = xmlDictLookup (dict, (const xmlChar *)_lectern_xml_element_name (i), -1);
  for (guint i = 0; i < LECTERN_N_XML_ATTRIBUTES; i++)
    {
      const char *name = _lectern_xml_attribute_name (i);

      if (is_xml (i))
        name += strlen ("xml:");
      parser->attributes[i] = xmlDictLookup (dict, (const xmlChar *)name, -1);
    }
  parser->namespace = xmlDictLookup (dict, (const xmlChar *)LECTERN_XML_NAMESPACE, -1);
  parser->xml_prefix = xmlDictLookup (dict, (const xmlChar *)"xml", -1);
}

static void
feed (Parser *parser, GCancellable *cancellable)
{
  gsize done = 0;

  if (is_blank (parser->file, parser->file_length))
    fail (parser, LECTERN_ERROR_XML, 0, "The document is empty");
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
    fail (parser, LECTERN_ERROR_XML, parser->file_length, "The XML is not well-formed");
}

/* libxml2 takes a NUL for the end of the file here and there. */
static gboolean
check_nul (Parser *parser, GError **error)
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
parser_init (Parser *parser, LecternXmlContent *content)
{
  *parser = (Parser){ .content = content };
  parser->file = g_bytes_get_data (lectern_source_get_bytes (content->xml), &parser->file_length);
  parser->max_depth = lectern_read_options_get_max_depth (content->options);
  parser->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  parser->numberings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parser->capacity = parser->file_length;

  content->text = g_malloc (parser->capacity + 1);
  content->events = g_array_new (FALSE, FALSE, sizeof (LecternXmlEvent));
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
  Parser parser;

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
  g_array_unref (parser.frames);
  g_hash_table_unref (parser.numberings);
  if (parser.error == NULL)
    return TRUE;
  g_propagate_error (error, parser.error);
  return FALSE;
}
