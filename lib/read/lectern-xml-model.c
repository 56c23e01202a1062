/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-xml-model-private.h"
#include "model/lectern-content-private.h"

#include <string.h>

#define BIT(name) (1u << (LECTERN_XML_##name - LECTERN_N_ATTRIBUTES))

/* What elements have beside the properties of their kind. */
static const guint8 attributes[LECTERN_N_ELEMENTS] = {
  [LECTERN_NODE_SPEECH] = BIT (LANG) | BIT (SPACE),
  [LECTERN_NODE_ENTRY] = BIT (LEVEL) | BIT (ORDINAL),
  [LECTERN_NODE_SECTION] = BIT (LEVEL) | BIT (ORDINAL),
  [LECTERN_NODE_POINT] = BIT (ORDINAL),
  [LECTERN_NODE_ANNOUNCEMENT] = BIT (OF),
  [LECTERN_ELEMENT_CHAR] = BIT (CODE),
};

typedef enum
{
  VALUE_ANY, /* taken as it stands */
  VALUE_COMPUTED,
  VALUE_NOT_EMPTY,
  VALUE_BOOLEAN,
  VALUE_COUNT,
  VALUE_SPACE,
  VALUE_FORM,
  VALUE_KIND,
  VALUE_DO
} Value;

static const guint8 values[LECTERN_N_XML_ATTRIBUTES] = {
  [LECTERN_ATTRIBUTE_ID] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_DO] = VALUE_DO,
  [LECTERN_ATTRIBUTE_KIND] = VALUE_KIND,
  [LECTERN_ATTRIBUTE_PART] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_UNIT] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_GROUP] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_NAME] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_DEFAULT] = VALUE_ANY,
  [LECTERN_ATTRIBUTE_TEST] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_IN] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_VALUE] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_FORM] = VALUE_FORM,
  [LECTERN_ATTRIBUTE_FILLED] = VALUE_BOOLEAN,
  [LECTERN_ATTRIBUTE_MASK] = VALUE_ANY,
  [LECTERN_ATTRIBUTE_NUMBER] = VALUE_COMPUTED,
  [LECTERN_ATTRIBUTE_NUMBERING] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_KEY] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_COUNT] = VALUE_COUNT,
  [LECTERN_ATTRIBUTE_KEYWORD] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_ENCODING] = VALUE_NOT_EMPTY,
  [LECTERN_ATTRIBUTE_BOM] = VALUE_BOOLEAN,
  [LECTERN_XML_LANG] = VALUE_ANY,
  [LECTERN_XML_SPACE] = VALUE_SPACE,
  [LECTERN_XML_CODE] = VALUE_NOT_EMPTY,
  [LECTERN_XML_CONFIDENCE] = VALUE_COMPUTED,
  [LECTERN_XML_LEVEL] = VALUE_COMPUTED,
  [LECTERN_XML_OF] = VALUE_NOT_EMPTY,
  [LECTERN_XML_ORDINAL] = VALUE_COMPUTED,
};

/* Where a value is one of a few words. */
static const char *const choices[][10] = {
  [VALUE_COUNT] = { "indefinite", "masked", NULL },
  [VALUE_SPACE] = { "default", "preserve", NULL },
  [VALUE_FORM] = { LECTERN_FORM_FILL_IN, LECTERN_FORM_REDACTION, LECTERN_FORM_DECLARED, NULL },
  [VALUE_KIND]
  = { LECTERN_PLACEHOLDER_DATE, LECTERN_PLACEHOLDER_ORDINAL, LECTERN_PLACEHOLDER_COUNT,
      LECTERN_PLACEHOLDER_PERCENT, LECTERN_PLACEHOLDER_PERSON, LECTERN_PLACEHOLDER_ORGANISATION,
      LECTERN_PLACEHOLDER_PLACE, LECTERN_PLACEHOLDER_TITLE, LECTERN_PLACEHOLDER_TEXT, NULL },
  [VALUE_DO] = { "field", "meta", "if", "else", "repeat", "end", "include", "comment", NULL },
};

const char *
_lectern_xml_element_name (guint element)
{
  return element == LECTERN_ELEMENT_CHAR ? "char"
                                         : lectern_node_kind_get_element ((LecternNodeKind)element);
}

const char *
_lectern_xml_attribute_name (guint attribute)
{
  static const char *const names[]
      = { "xml:lang", "xml:space", "code", "confidence", "level", "of", "ordinal" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == LECTERN_N_XML_ATTRIBUTES - LECTERN_N_ATTRIBUTES);
  return attribute < LECTERN_N_ATTRIBUTES ? _lectern_attribute_names[attribute]
                                          : names[attribute - LECTERN_N_ATTRIBUTES];
}

gboolean
_lectern_xml_may_hold (guint parent, guint child)
{
  if (parent == LECTERN_ELEMENT_CHAR)
    return FALSE;
  return child == LECTERN_ELEMENT_CHAR
         || _lectern_kind_may_hold ((LecternNodeKind)parent, (LecternNodeKind)child);
}

gboolean
_lectern_xml_may_hold_text (guint element)
{
  return element != LECTERN_ELEMENT_CHAR && _lectern_kind_may_hold_text ((LecternNodeKind)element);
}

gboolean
_lectern_xml_has_attribute (guint element, guint attribute)
{
  if (attribute == LECTERN_XML_CONFIDENCE)
    return TRUE;
  if (attribute >= LECTERN_N_ATTRIBUTES)
    return (attributes[element] & 1u << (attribute - LECTERN_N_ATTRIBUTES)) != 0;
  return element != LECTERN_ELEMENT_CHAR
         && _lectern_kind_has_attribute ((LecternNodeKind)element, (LecternAttributeId)attribute);
}

guint
_lectern_xml_get_rank (guint element)
{
  switch (element)
    {
    case LECTERN_ELEMENT_CHAR:
      return LECTERN_RANK_NONE;
    case LECTERN_NODE_HEADING:
    case LECTERN_NODE_MARKER:
      return LECTERN_RANK_MARKER;
    case LECTERN_NODE_LEAD:
      return LECTERN_RANK_LEAD;
    default:
      return LECTERN_RANK_REST;
    }
}

gboolean
_lectern_xml_is_computed (guint attribute)
{
  return values[attribute] == VALUE_COMPUTED;
}

static const char *
check_boolean (const char *value)
{
  static const char *const yes[] = { "true", "1", NULL };
  static const char *const no[] = { "false", "0", NULL };

  if (g_strv_contains (yes, value))
    return "true";
  return g_strv_contains (no, value) ? "false" : NULL;
}

const char *
_lectern_xml_check_value (guint attribute, const char *value)
{
  switch (values[attribute])
    {
    case VALUE_NOT_EMPTY:
      return value[0] != '\0' ? value : NULL;
    case VALUE_BOOLEAN:
      return check_boolean (value);
    case VALUE_COUNT:
      if (value[0] != '\0' && value[strspn (value, "0123456789")] == '\0')
        return value;
      return g_strv_contains (choices[VALUE_COUNT], value) ? value : NULL;
    case VALUE_SPACE:
    case VALUE_FORM:
    case VALUE_KIND:
    case VALUE_DO:
      return g_strv_contains (choices[values[attribute]], value) ? value : NULL;
    default:
      return value;
    }
}
