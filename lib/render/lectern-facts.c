/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-facts-private.h"

#include <string.h>

static void
add (LecternFacts *facts, LecternFact fact)
{
  if (facts->n_facts < LECTERN_MAX_FACTS)
    facts->facts[facts->n_facts++] = fact;
}

static void
add_string (LecternFacts *facts, const char *name, const char *string)
{
  if (string != NULL)
    add (facts, (LecternFact){ name, LECTERN_FACT_STRING, .string = string });
}

static void
add_number (LecternFacts *facts, const char *name, guint number)
{
  if (number > 0)
    add (facts, (LecternFact){ name, LECTERN_FACT_NUMBER, .number = number });
}

static void
add_targets (LecternFacts *facts, LecternNode *node)
{
  facts->targets = lectern_node_list_targets (node);
  if (facts->targets != NULL && facts->targets->len > 0)
    add (facts, (LecternFact){ LECTERN_FACT_OF, LECTERN_FACT_NODES, .nodes = facts->targets });
}

/* What a speech says of itself; the properties need not know it. */
static void
add_origin (LecternFacts *facts, LecternDocument *document)
{
  const char *language = lectern_document_get_language (document);
  const char *encoding = lectern_document_get_encoding (document);

  add_string (facts, LECTERN_FACT_LANGUAGE, language);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    add_string (facts, LECTERN_PROPERTY_ENCODING, encoding);
  if (lectern_document_get_bom (document))
    add_string (facts, LECTERN_PROPERTY_BOM, "true");
}

static void
add_position (LecternFacts *facts, LecternNode *node, gboolean level)
{
  guint ordinal = lectern_node_get_ordinal (node);
  guint number = lectern_node_get_number (node);

  if (level)
    add_number (facts, LECTERN_FACT_LEVEL, lectern_node_get_level (node));
  add_number (facts, LECTERN_FACT_ORDINAL, ordinal);
  if (number != ordinal)
    add_number (facts, LECTERN_PROPERTY_NUMBER, number);
}

/* Whether a property has been said already, by the functions above. */
static gboolean
is_said (LecternNodeKind kind, const char *name)
{
  switch (name[0])
    {
    case 'x':
      return strcmp (name, LECTERN_PROPERTY_ID) == 0;
    case 'n':
      return strcmp (name, LECTERN_PROPERTY_NUMBER) == 0;
    default:
      return kind == LECTERN_NODE_SPEECH
             && (strcmp (name, LECTERN_PROPERTY_ENCODING) == 0
                 || strcmp (name, LECTERN_PROPERTY_BOM) == 0);
    }
}

static void
add_properties (LecternFacts *facts, LecternNode *node, LecternNodeKind kind)
{
  const char *name, *value;
  gboolean targets = kind == LECTERN_NODE_ANNOUNCEMENT;

  for (guint n = 0; lectern_node_get_nth_property (node, n, &name, &value); n++)
    {
      if (is_said (kind, name))
        continue;
      if (targets && strcmp (name, LECTERN_PROPERTY_COUNT) != 0)
        {
          add_targets (facts, node);
          targets = FALSE;
        }
      add_string (facts, name, value);
    }
  if (targets)
    add_targets (facts, node);
}

void
_lectern_facts_collect (LecternFacts *facts, LecternNode *node, gboolean confidence)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  facts->n_facts = 0;
  facts->targets = NULL;
  switch (kind)
    {
    case LECTERN_NODE_SPEECH:
      add_origin (facts, lectern_node_get_document (node));
      break;
    case LECTERN_NODE_SECTION:
      add_string (facts, LECTERN_PROPERTY_ID, lectern_node_get_id (node));
      add_position (facts, node, TRUE);
      break;
    case LECTERN_NODE_SERIES:
      add_string (facts, LECTERN_PROPERTY_ID, lectern_node_get_id (node));
      break;
    case LECTERN_NODE_ENTRY:
      add_position (facts, node, TRUE);
      break;
    case LECTERN_NODE_POINT:
      add_position (facts, node, FALSE);
      break;
    default:
      break;
    }
  add_properties (facts, node, kind);
  if (confidence)
    {
      guint percent = (guint)(lectern_node_get_confidence (node) * 100 + 0.5);

      if (percent < 100)
        add (facts,
             (LecternFact){ LECTERN_FACT_CONFIDENCE, LECTERN_FACT_PERCENT, .number = percent });
    }
}

void
_lectern_facts_clear (LecternFacts *facts)
{
  g_clear_pointer (&facts->targets, g_ptr_array_unref);
}
