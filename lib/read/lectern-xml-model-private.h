/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* The content model of the XML form as tables: what doc/kinds.md tells and the schema says. */

/* The elements that are no node, after the kinds. */
enum
{
  LECTERN_ELEMENT_CHAR = LECTERN_NODE_ANNOUNCEMENT + 1,
  LECTERN_N_ELEMENTS,
  LECTERN_ELEMENT_FOREIGN = LECTERN_N_ELEMENTS,
  LECTERN_ELEMENT_UNKNOWN
};

typedef enum
{
  LECTERN_XML_ID,
  LECTERN_XML_LANG,
  LECTERN_XML_SPACE,
  LECTERN_XML_BOM,
  LECTERN_XML_CODE,
  LECTERN_XML_CONFIDENCE,
  LECTERN_XML_COUNT,
  LECTERN_XML_DEFAULT,
  LECTERN_XML_ENCODING,
  LECTERN_XML_FILLED,
  LECTERN_XML_FORM,
  LECTERN_XML_GROUP,
  LECTERN_XML_KEY,
  LECTERN_XML_KEYWORD,
  LECTERN_XML_KIND,
  LECTERN_XML_LEVEL,
  LECTERN_XML_MASK,
  LECTERN_XML_NAME,
  LECTERN_XML_NUMBER,
  LECTERN_XML_NUMBERING,
  LECTERN_XML_OF,
  LECTERN_XML_ORDINAL,
  LECTERN_XML_PART,
  LECTERN_XML_UNIT,
  LECTERN_N_XML_ATTRIBUTES
} LecternXmlAttribute;

/* Within an element children stand in this order: the marker, the lead, then the rest. */
enum
{
  LECTERN_RANK_NONE,
  LECTERN_RANK_MARKER,
  LECTERN_RANK_LEAD,
  LECTERN_RANK_REST
};

typedef struct
{
  const char *name;
  guint32 children;    /* a bit for each element that may stand in it */
  guint32 attributes;  /* a bit for each attribute */
  gboolean holds_text; /* otherwise blanks and line ends only */
  guint8 rank;
} LecternXmlElement;

typedef enum
{
  LECTERN_VALUE_ANY,     /* taken as it stands */
  LECTERN_VALUE_IGNORED, /* computed by whoever wants to know */
  LECTERN_VALUE_NOT_EMPTY,
  LECTERN_VALUE_BOOLEAN,
  LECTERN_VALUE_COUNT,
  LECTERN_VALUE_CHOICE
} LecternXmlValue;

typedef struct
{
  const char *name;
  LecternXmlValue value;
  const char *const *choices;
} LecternXmlAttributeModel;

extern const LecternXmlElement _lectern_xml_elements[LECTERN_N_ELEMENTS];
extern const LecternXmlAttributeModel _lectern_xml_attributes[LECTERN_N_XML_ATTRIBUTES];

/* The value as a document keeps it, or NULL where it is none that the attribute can have. */
const char *_lectern_xml_check_value (LecternXmlAttribute attribute, const char *value);
