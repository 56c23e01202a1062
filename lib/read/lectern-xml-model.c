/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-xml-model-private.h"

#include <string.h>

#define E(NAME) (1u << LECTERN_NODE_##NAME)
#define A(NAME) (1u << LECTERN_XML_##NAME)

#define CHAR   (1u << LECTERN_ELEMENT_CHAR)
#define INLINE (CHAR | E (PLACEHOLDER) | E (ANNOUNCEMENT) | E (SERIES) | E (BOILERPLATE))
#define BODY   (CHAR | E (PARAGRAPH) | E (SERIES) | E (SALUTATION) | E (BOILERPLATE))

#define POSITION (A (ORDINAL) | A (NUMBER))

const LecternXmlElement _lectern_xml_elements[LECTERN_N_ELEMENTS] = {
  [LECTERN_NODE_SPEECH]
  = { "speech",
      BODY | E (TITLE) | E (BYLINE) | E (OPENING) | E (OUTLINE) | E (SECTION) | E (CLOSING)
          | E (THANKS),
      A (LANG) | A (SPACE) | A (ENCODING) | A (BOM), FALSE, LECTERN_RANK_NONE },
  [LECTERN_NODE_BOILERPLATE] = { "boilerplate", CHAR, 0, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_OUTLINE] = { "outline", CHAR | E (ENTRY), 0, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_ENTRY]
  = { "entry", INLINE | E (MARKER), A (LEVEL) | POSITION, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_TITLE] = { "title", INLINE, 0, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_BYLINE] = { "byline", INLINE, 0, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_SALUTATION] = { "salutation", INLINE, 0, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_THANKS] = { "thanks", INLINE, 0, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_OPENING] = { "opening", BODY, 0, FALSE, LECTERN_RANK_REST },
  [LECTERN_NODE_CLOSING] = { "closing", BODY, 0, FALSE, LECTERN_RANK_REST },
  [LECTERN_NODE_SECTION]
  = { "section", BODY | E (HEADING) | E (SECTION), A (ID) | A (LEVEL) | POSITION | A (NUMBERING),
      FALSE, LECTERN_RANK_REST },
  [LECTERN_NODE_HEADING] = { "heading", INLINE | E (MARKER), 0, TRUE, LECTERN_RANK_MARKER },
  [LECTERN_NODE_PARAGRAPH] = { "p", INLINE | E (MARKER) | E (LEAD), 0, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_SERIES]
  = { "series", CHAR | E (POINT), A (ID) | A (NUMBERING) | A (KEY), TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_POINT]
  = { "point", INLINE | E (MARKER) | E (LEAD) | E (PARAGRAPH), POSITION, TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_MARKER] = { "marker", CHAR | E (PLACEHOLDER), 0, TRUE, LECTERN_RANK_MARKER },
  [LECTERN_NODE_LEAD] = { "lead", INLINE, 0, TRUE, LECTERN_RANK_LEAD },
  [LECTERN_NODE_PLACEHOLDER] = { "placeholder", CHAR,
                                 A (KIND) | A (PART) | A (UNIT) | A (FORM) | A (NAME) | A (GROUP)
                                     | A (DEFAULT) | A (FILLED) | A (MASK),
                                 TRUE, LECTERN_RANK_REST },
  [LECTERN_NODE_ANNOUNCEMENT]
  = { "announcement", INLINE, A (COUNT) | A (OF) | A (KEYWORD), TRUE, LECTERN_RANK_REST },
  [LECTERN_ELEMENT_CHAR] = { "char", 0, A (CODE), FALSE, LECTERN_RANK_NONE },
};

static const char *const spaces[] = { "default", "preserve", NULL };
static const char *const forms[]
    = { LECTERN_FORM_FILL_IN, LECTERN_FORM_REDACTION, LECTERN_FORM_DECLARED, NULL };
static const char *const kinds[] = { LECTERN_PLACEHOLDER_DATE,   LECTERN_PLACEHOLDER_ORDINAL,
                                     LECTERN_PLACEHOLDER_COUNT,  LECTERN_PLACEHOLDER_PERCENT,
                                     LECTERN_PLACEHOLDER_PERSON, LECTERN_PLACEHOLDER_ORGANISATION,
                                     LECTERN_PLACEHOLDER_PLACE,  LECTERN_PLACEHOLDER_TITLE,
                                     LECTERN_PLACEHOLDER_TEXT,   NULL };

const LecternXmlAttributeModel _lectern_xml_attributes[LECTERN_N_XML_ATTRIBUTES] = {
  [LECTERN_XML_ID] = { LECTERN_PROPERTY_ID, LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_LANG] = { "xml:lang", LECTERN_VALUE_ANY },
  [LECTERN_XML_SPACE] = { "xml:space", LECTERN_VALUE_CHOICE, spaces },
  [LECTERN_XML_BOM] = { LECTERN_PROPERTY_BOM, LECTERN_VALUE_BOOLEAN },
  [LECTERN_XML_CODE] = { "code", LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_CONFIDENCE] = { "confidence", LECTERN_VALUE_IGNORED },
  [LECTERN_XML_COUNT] = { LECTERN_PROPERTY_COUNT, LECTERN_VALUE_COUNT },
  [LECTERN_XML_DEFAULT] = { LECTERN_PROPERTY_DEFAULT, LECTERN_VALUE_ANY },
  [LECTERN_XML_ENCODING] = { LECTERN_PROPERTY_ENCODING, LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_FILLED] = { LECTERN_PROPERTY_FILLED, LECTERN_VALUE_BOOLEAN },
  [LECTERN_XML_FORM] = { LECTERN_PROPERTY_FORM, LECTERN_VALUE_CHOICE, forms },
  [LECTERN_XML_GROUP] = { LECTERN_PROPERTY_GROUP, LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_KEY] = { LECTERN_PROPERTY_KEY, LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_KEYWORD] = { LECTERN_PROPERTY_KEYWORD, LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_KIND] = { LECTERN_PROPERTY_KIND, LECTERN_VALUE_CHOICE, kinds },
  [LECTERN_XML_LEVEL] = { "level", LECTERN_VALUE_IGNORED },
  [LECTERN_XML_MASK] = { LECTERN_PROPERTY_MASK, LECTERN_VALUE_ANY },
  [LECTERN_XML_NAME] = { LECTERN_PROPERTY_NAME, LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_NUMBER] = { LECTERN_PROPERTY_NUMBER, LECTERN_VALUE_IGNORED },
  [LECTERN_XML_NUMBERING] = { LECTERN_PROPERTY_NUMBERING, LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_OF] = { "of", LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_ORDINAL] = { "ordinal", LECTERN_VALUE_IGNORED },
  [LECTERN_XML_PART] = { LECTERN_PROPERTY_PART, LECTERN_VALUE_NOT_EMPTY },
  [LECTERN_XML_UNIT] = { LECTERN_PROPERTY_UNIT, LECTERN_VALUE_NOT_EMPTY },
};

static const char *
check_choice (const char *const *choices, const char *value)
{
  return g_strv_contains (choices, value) ? value : NULL;
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

static const char *
check_count (const char *value)
{
  static const char *const words[] = { "indefinite", "masked", NULL };

  if (value[0] != '\0' && value[strspn (value, "0123456789")] == '\0')
    return value;
  return check_choice (words, value);
}

const char *
_lectern_xml_check_value (LecternXmlAttribute attribute, const char *value)
{
  const LecternXmlAttributeModel *model = &_lectern_xml_attributes[attribute];

  switch (model->value)
    {
    case LECTERN_VALUE_NOT_EMPTY:
      return value[0] != '\0' ? value : NULL;
    case LECTERN_VALUE_BOOLEAN:
      return check_boolean (value);
    case LECTERN_VALUE_COUNT:
      return check_count (value);
    case LECTERN_VALUE_CHOICE:
      return check_choice (model->choices, value);
    default:
      return value;
    }
}
