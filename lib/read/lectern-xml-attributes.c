/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-xml-parser-private.h"

#include <libxml/tree.h>
#include <string.h>

/* The attributes of elements. Most elements have the same few attributes as others before them, so
 * what became of those is remembered. */

/* Whether the attribute is one of XML itself. */
gboolean
_lectern_xml_is_xml_attribute (guint attribute)
{
  return attribute == LECTERN_ATTRIBUTE_ID || attribute == LECTERN_XML_LANG
         || attribute == LECTERN_XML_SPACE;
}

/* LECTERN_N_XML_ATTRIBUTES for a name that is none of ours. */
static guint
find_attribute (LecternXmlParser *parser, const xmlChar *name, gboolean xml)
{
  for (guint i = 0; i < LECTERN_N_XML_ATTRIBUTES; i++)
    {
      const char *known = _lectern_xml_attribute_name (i);

      if (_lectern_xml_is_xml_attribute (i) != xml)
        continue;
      if (xml)
        known += strlen ("xml:");
      if (name == parser->attributes[i] || strcmp ((const char *)name, known) == 0)
        {
          parser->attributes[i] = name;
          return i;
        }
    }
  return LECTERN_N_XML_ATTRIBUTES;
}

static void
add_id (LecternXmlParser *parser, const char *id)
{
  guint event = parser->content->n_events;

  if (xmlValidateNCName ((const xmlChar *)id, 0) != 0)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, _lectern_xml_parser_get_tag (parser),
                              "“%s” is no xml:id", id);
  else if (!g_hash_table_insert (parser->content->ids, g_strdup (id), GUINT_TO_POINTER (event + 1)))
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, _lectern_xml_parser_get_tag (parser),
                              "The xml:id “%s” is there twice", id);
}

static void
add_char (LecternXmlParser *parser, const char *code)
{
  gsize digits = strspn (code, "0123456789ABCDEFabcdef");
  guint64 c = g_ascii_strtoull (code, NULL, 16);
  char utf8[6];

  if (digits == 0 || digits > 6 || code[digits] != '\0' || c > 0x10ffff
      || (c >= 0xd800 && c <= 0xdfff))
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, _lectern_xml_parser_get_tag (parser),
                              "“%s” is not the code of a character", code);
  else
    _lectern_xml_parser_add_text (parser, utf8, (gsize)g_unichar_to_utf8 ((gunichar)c, utf8));
}

/* Markers follow from the numbering, so where those are supplied it must be one. Where they stand
 * in the text already it does not matter. */
static void
check_numbering (LecternXmlParser *parser, const char *string)
{
  g_autoptr (LecternNumbering) numbering = NULL;

  if (parser->content->preserve)
    return;
  numbering = lectern_numbering_new_from_string (string, NULL);
  if (numbering == NULL)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, _lectern_xml_parser_get_tag (parser),
                              "“%s” is no numbering", string);
}

/* What some attributes mean beyond their value. TRUE: it is a property of the node as well. */
static gboolean
take_special (LecternXmlParser *parser, guint attribute, const char *value, guint32 at)
{
  LecternXmlContent *content = parser->content;
  LecternXmlReference reference = { content->n_events, at, 0 };

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
      parser->is_special = TRUE;
      add_char (parser, value);
      return FALSE;
    case LECTERN_ATTRIBUTE_FILLED:
      return g_str_equal (value, "true");
    case LECTERN_XML_OF:
      parser->is_special = TRUE;
      reference.position = _lectern_xml_parser_get_tag (parser);
      g_array_append_val (content->references, reference);
      return FALSE;
    case LECTERN_ATTRIBUTE_ID:
      parser->is_special = TRUE;
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

  while (memchr (start, '&', (gsize)(end - start)) != NULL
         && (at = g_strstr_len (start, end - start, ampersand)) != NULL)
    {
      g_string_append_len (values, start, at + 1 - start);
      start = at + strlen (ampersand);
    }
  g_string_append_len (values, start, end - start);
}

static const guint8 computed_attributes[]
    = { LECTERN_XML_ORDINAL, LECTERN_XML_LEVEL, LECTERN_ATTRIBUTE_NUMBER, LECTERN_XML_CONFIDENCE };

/* Whether an element has the attribute, but for readers only. */
static gboolean
is_ignored (guint element, guint attribute)
{
  return _lectern_xml_is_computed (attribute)
         && _lectern_xml_has_attribute (element, attribute)
         /* The level of an entry has no other place to stand. */
         && !(attribute == LECTERN_XML_LEVEL && element == LECTERN_NODE_ENTRY);
}

static void
add_attribute (LecternXmlParser *parser, guint element, guint attribute, const char *start,
               gsize length)
{
  LecternXmlContent *content = parser->content;
  guint32 at = (guint32)content->values->len;
  LecternXmlPair pair = { at, (guint8)attribute };
  const char *value;

  if (is_ignored (element, attribute))
    return;
  add_value (content->values, start, length);
  value = _lectern_xml_check_value (attribute, content->values->str + at);
  if (value == NULL)
    {
      _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE,
                                _lectern_xml_parser_get_tag (parser),
                                "The attribute %s cannot be “%s”",
                                _lectern_xml_attribute_name (attribute), content->values->str + at);
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
add_attributes (LecternXmlParser *parser, guint element, int n_attributes,
                const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes && parser->error == NULL; i++, attributes += 5)
    {
      gboolean xml = attributes[1] != NULL && strcmp ((const char *)attributes[1], "xml") == 0;
      guint attribute;

      if (attributes[1] != NULL && !xml)
        continue;
      attribute = find_attribute (parser, attributes[0], xml);
      if (attribute < LECTERN_N_XML_ATTRIBUTES && _lectern_xml_has_attribute (element, attribute))
        add_attribute (parser, element, attribute, (const char *)attributes[3],
                       (gsize)(attributes[4] - attributes[3]));
      else if (!xml || attribute < LECTERN_N_XML_ATTRIBUTES)
        _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE,
                                  _lectern_xml_parser_get_tag (parser),
                                  "<%s> has no attribute %s%s", _lectern_xml_element_name (element),
                                  xml ? "xml:" : "", attributes[0]);
    }
  if (element == LECTERN_ELEMENT_CHAR && n_attributes == 0)
    _lectern_xml_parser_fail (parser, LECTERN_ERROR_STRUCTURE, _lectern_xml_parser_get_tag (parser),
                              "<char> has no code");
}

/* The place of a memo for these attributes, or NULL where they are too many or too long for one. */
static LecternXmlMemo *
find_memo (LecternXmlParser *parser, guint element, int n_attributes, const xmlChar **attributes)
{
  guint32 hash = element;
  gsize bytes = 0;

  if (n_attributes > LECTERN_XML_MEMO_ATTRIBUTES)
    return NULL;
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      gsize length = (gsize)(attributes[4] - attributes[3]);

      bytes += length;
      if (attributes[1] != NULL || bytes > LECTERN_XML_MEMO_BYTES)
        return NULL;
      hash = hash * 31 + (guint32)((gsize)attributes[0] >> 3) + (guint32)length;
      if (length > 0)
        hash = (hash * 31 + attributes[3][0]) * 31 + attributes[4][-1];
    }
  return &parser->memos[(hash ^ hash >> 8 ^ hash >> 16) % LECTERN_XML_MEMOS];
}

static gboolean
memo_is (const LecternXmlMemo *memo, guint element, int n_attributes, const xmlChar **attributes)
{
  const char *value = memo->values;

  if (memo->n_attributes != n_attributes || memo->element != element)
    return FALSE;
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      gsize length = (gsize)(attributes[4] - attributes[3]);

      if (memo->names[i] != attributes[0] || memo->lengths[i] != length
          || memcmp (value, attributes[3], length) != 0)
        return FALSE;
      value += length;
    }
  return TRUE;
}

static void
set_memo (LecternXmlMemo *memo, guint element, int n_attributes, const xmlChar **attributes,
          guint32 list)
{
  char *value = memo->values;

  memo->element = (guint8)element;
  memo->n_attributes = (guint8)n_attributes;
  memo->list = list;
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      gsize length = (gsize)(attributes[4] - attributes[3]);

      memo->names[i] = attributes[0];
      memo->lengths[i] = (guint8)length;
      memcpy (value, attributes[3], length);
      value += length;
    }
}

/* Leaves out what is computed: it would make most elements differ. Gives the number of the rest, or
 * -1 where there are too many attributes. */
static int
drop_computed (LecternXmlParser *parser, guint element, int n_attributes,
               const xmlChar **attributes, const xmlChar *kept[5 * LECTERN_XML_MAX_KEPT])
{
  int n = 0;

  if (n_attributes > LECTERN_XML_MAX_KEPT)
    return -1;
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      gboolean computed = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (computed_attributes) && !computed; j++)
        computed = attributes[0] == parser->attributes[computed_attributes[j]]
                   && attributes[1] == NULL && is_ignored (element, computed_attributes[j]);
      if (!computed)
        memcpy (kept + 5 * n++, attributes, 5 * sizeof *attributes);
    }
  return n;
}

guint32
_lectern_xml_take_attributes (LecternXmlParser *parser, guint element, int n_attributes,
                              const xmlChar **attributes)
{
  LecternXmlContent *content = parser->content;
  LecternXmlList list = { content->attributes->len, 0 };
  const xmlChar *kept[5 * LECTERN_XML_MAX_KEPT];
  guint32 number = 0;
  LecternXmlMemo *memo;
  int n_kept;

  n_kept = drop_computed (parser, element, n_attributes, attributes, kept);
  if (n_kept >= 0)
    {
      n_attributes = n_kept;
      attributes = kept;
    }
  if (n_attributes == 0 && element != LECTERN_ELEMENT_CHAR)
    return 0;
  memo = find_memo (parser, element, n_attributes, attributes);
  if (memo != NULL && memo_is (memo, element, n_attributes, attributes))
    return memo->list;
  parser->is_special = element == LECTERN_NODE_SPEECH;
  add_attributes (parser, element, n_attributes, attributes);
  list.n_attributes = content->attributes->len - list.first;
  if (list.n_attributes > 0)
    {
      number = content->lists->len;
      g_array_append_val (content->lists, list);
    }
  if (memo != NULL && !parser->is_special && parser->error == NULL)
    set_memo (memo, element, n_attributes, attributes, number);
  return number;
}
