/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-enum-private.h"
#include "model/lectern-kinds-private.h"

#include <lectern/lectern.h>
#include <string.h>

/**
 * LecternNodeKind:
 * @LECTERN_NODE_SPEECH: the whole text
 * @LECTERN_NODE_BOILERPLATE: what is no part of the speech: adverts, notes, page numbers
 * @LECTERN_NODE_OUTLINE: a summary of the points before the speech (提纲)
 * @LECTERN_NODE_ENTRY: an entry of an outline
 * @LECTERN_NODE_TITLE: the title
 * @LECTERN_NODE_BYLINE: a line with the speaker, the date or the place (署名、日期)
 * @LECTERN_NODE_SALUTATION: an address to the audience (称谓)
 * @LECTERN_NODE_THANKS: the closing words of courtesy
 * @LECTERN_NODE_OPENING: what is said before the first section
 * @LECTERN_NODE_CLOSING: what is said after the last section
 * @LECTERN_NODE_SECTION: a heading with what belongs to it
 * @LECTERN_NODE_HEADING: the heading of a section
 * @LECTERN_NODE_PARAGRAPH: a paragraph
 * @LECTERN_NODE_SERIES: points that belong together
 * @LECTERN_NODE_POINT: a member of a series
 * @LECTERN_NODE_MARKER: what numbers a heading, point or entry
 * @LECTERN_NODE_LEAD: the title sentence of a point
 * @LECTERN_NODE_PLACEHOLDER: something that is to be filled in, or was masked
 * @LECTERN_NODE_ANNOUNCEMENT: a phrase that says how many points or sections follow
 * @LECTERN_NODE_DIRECTIVE: a line of a template that is no text: `{{#if …}}`
 *
 * What a node is. Kinds may be added; code that switches over them needs a default.
 */

/**
 * LECTERN_PLACEHOLDER_DATE:
 *
 * A date, or a part of one.
 */

/**
 * LECTERN_PLACEHOLDER_ORDINAL:
 *
 * A number in an order: 第X次.
 */

/**
 * LECTERN_PLACEHOLDER_COUNT:
 *
 * A number of things, or an amount.
 */

/**
 * LECTERN_PLACEHOLDER_PERCENT:
 *
 * A percentage.
 */

/**
 * LECTERN_PLACEHOLDER_PERSON:
 *
 * A person, or a part of the name.
 */

/**
 * LECTERN_PLACEHOLDER_ORGANISATION:
 *
 * An organisation.
 */

/**
 * LECTERN_PLACEHOLDER_PLACE:
 *
 * A place.
 */

/**
 * LECTERN_PLACEHOLDER_TITLE:
 *
 * The title of a document, meeting or campaign.
 */

/**
 * LECTERN_PLACEHOLDER_TEXT:
 *
 * Anything else.
 */

/**
 * LECTERN_FORM_FILL_IN:
 *
 * The placeholder is a blank that is to be filled in: X月X日.
 */

/**
 * LECTERN_FORM_REDACTION:
 *
 * Something stood there and was made unreadable: 张××.
 */

/**
 * LECTERN_FORM_DECLARED:
 *
 * The placeholder is declared as a field: `{{name:kind|default}}`.
 */

#define KIND(name, nick)                                                                           \
  {                                                                                                \
    LECTERN_NODE_##name, "LECTERN_NODE_" #name, nick                                               \
  }
static const GEnumValue node_kinds[] = {
  KIND (SPEECH, "speech"),
  KIND (BOILERPLATE, "boilerplate"),
  KIND (OUTLINE, "outline"),
  KIND (ENTRY, "entry"),
  KIND (TITLE, "title"),
  KIND (BYLINE, "byline"),
  KIND (SALUTATION, "salutation"),
  KIND (THANKS, "thanks"),
  KIND (OPENING, "opening"),
  KIND (CLOSING, "closing"),
  KIND (SECTION, "section"),
  KIND (HEADING, "heading"),
  KIND (PARAGRAPH, "paragraph"),
  KIND (SERIES, "series"),
  KIND (POINT, "point"),
  KIND (MARKER, "marker"),
  KIND (LEAD, "lead"),
  KIND (PLACEHOLDER, "placeholder"),
  KIND (ANNOUNCEMENT, "announcement"),
  KIND (DIRECTIVE, "directive"),
  { 0, NULL, NULL },
};
#undef KIND

G_STATIC_ASSERT (G_N_ELEMENTS (node_kinds) == LECTERN_N_KINDS + 1);

_LECTERN_DEFINE_ENUM (LecternNodeKind, lectern_node_kind, node_kinds)

/**
 * lectern_node_kind_get_element:
 * @kind: a kind
 *
 * Gets the name of the element that stands for this kind in XML, in paths and in JSON.
 *
 * Returns: (nullable): the name, or %NULL where there is no such kind
 */
const char *
lectern_node_kind_get_element (LecternNodeKind kind)
{
  if ((guint)kind >= LECTERN_N_KINDS)
    return NULL;
  /* The nickname is the element but for the paragraph, whose element is as short as HTML's. */
  return kind == LECTERN_NODE_PARAGRAPH ? "p" : node_kinds[kind].value_nick;
}

/**
 * lectern_node_kind_from_element:
 * @element: the name of an element
 * @kind: (out): where to put the kind
 *
 * Finds the kind that an element stands for.
 *
 * Returns: whether there is one
 */
gboolean
lectern_node_kind_from_element (const char *element, LecternNodeKind *kind)
{
  g_return_val_if_fail (element != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  *kind = LECTERN_NODE_SPEECH;
  for (guint i = 0; i < LECTERN_N_KINDS; i++)
    if (strcmp (lectern_node_kind_get_element (node_kinds[i].value), element) == 0)
      {
        *kind = node_kinds[i].value;
        return TRUE;
      }
  return FALSE;
}
