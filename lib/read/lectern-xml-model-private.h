/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/lectern-attributes-private.h"

/* The content model of the XML form: that of the model, and what only XML has. */

/* The elements that are no node, after the kinds. */
enum
{
  LECTERN_ELEMENT_CHAR = LECTERN_NODE_DIRECTIVE + 1,
  LECTERN_N_ELEMENTS,
  LECTERN_ELEMENT_FOREIGN = LECTERN_N_ELEMENTS,
  LECTERN_ELEMENT_UNKNOWN
};

/* The attributes that are no property, after those (LecternAttributeId). */
enum
{
  LECTERN_XML_LANG = LECTERN_N_ATTRIBUTES,
  LECTERN_XML_SPACE,
  LECTERN_XML_CODE,
  LECTERN_XML_CONFIDENCE,
  LECTERN_XML_LEVEL,
  LECTERN_XML_OF,
  LECTERN_XML_ORDINAL,
  LECTERN_N_XML_ATTRIBUTES
};

/* Within an element children stand in this order: the marker, the lead, then the rest. */
enum
{
  LECTERN_RANK_NONE,
  LECTERN_RANK_MARKER,
  LECTERN_RANK_LEAD,
  LECTERN_RANK_REST
};

const char *_lectern_xml_element_name (guint element);
const char *_lectern_xml_attribute_name (guint attribute);
gboolean _lectern_xml_may_hold (guint parent, guint child);
/* Otherwise only blanks and line ends. */
gboolean _lectern_xml_may_hold_text (guint element);
gboolean _lectern_xml_has_attribute (guint element, guint attribute);
guint _lectern_xml_get_rank (guint element);

/* Whether the attribute is computed by whoever wants to know. */
gboolean _lectern_xml_is_computed (guint attribute);
/* The value as a document keeps it, or NULL where it is none that the attribute can have. */
const char *_lectern_xml_check_value (guint attribute, const char *value);
