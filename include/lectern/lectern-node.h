/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_NODE      (lectern_node_get_type ())
#define LECTERN_TYPE_NODE_KIND (lectern_node_kind_get_type ())

typedef enum
{
  LECTERN_NODE_SPEECH,
  LECTERN_NODE_BOILERPLATE,
  LECTERN_NODE_OUTLINE,
  LECTERN_NODE_ENTRY,
  LECTERN_NODE_TITLE,
  LECTERN_NODE_BYLINE,
  LECTERN_NODE_SALUTATION,
  LECTERN_NODE_THANKS,
  LECTERN_NODE_OPENING,
  LECTERN_NODE_CLOSING,
  LECTERN_NODE_SECTION,
  LECTERN_NODE_HEADING,
  LECTERN_NODE_PARAGRAPH,
  LECTERN_NODE_SERIES,
  LECTERN_NODE_POINT,
  LECTERN_NODE_MARKER,
  LECTERN_NODE_LEAD,
  LECTERN_NODE_PLACEHOLDER,
  LECTERN_NODE_ANNOUNCEMENT,
  LECTERN_NODE_DIRECTIVE
} LecternNodeKind;

/* Properties: the attributes of the XML form. */
#define LECTERN_PROPERTY_BOM       "bom"
#define LECTERN_PROPERTY_COUNT     "count"
#define LECTERN_PROPERTY_DEFAULT   "default"
#define LECTERN_PROPERTY_DO        "do"
#define LECTERN_PROPERTY_ENCODING  "encoding"
#define LECTERN_PROPERTY_FILLED    "filled"
#define LECTERN_PROPERTY_FORM      "form"
#define LECTERN_PROPERTY_GROUP     "group"
#define LECTERN_PROPERTY_ID        "xml:id"
#define LECTERN_PROPERTY_IN        "in"
#define LECTERN_PROPERTY_KEY       "key"
#define LECTERN_PROPERTY_KEYWORD   "keyword"
#define LECTERN_PROPERTY_KIND      "kind"
#define LECTERN_PROPERTY_MASK      "mask"
#define LECTERN_PROPERTY_NAME      "name"
#define LECTERN_PROPERTY_NUMBER    "number"
#define LECTERN_PROPERTY_NUMBERING "numbering"
#define LECTERN_PROPERTY_PART      "part"
#define LECTERN_PROPERTY_TEST      "test"
#define LECTERN_PROPERTY_UNIT      "unit"
#define LECTERN_PROPERTY_VALUE     "value"

#define LECTERN_PLACEHOLDER_DATE         "date"
#define LECTERN_PLACEHOLDER_ORDINAL      "ordinal"
#define LECTERN_PLACEHOLDER_COUNT        "count"
#define LECTERN_PLACEHOLDER_PERCENT      "percent"
#define LECTERN_PLACEHOLDER_PERSON       "person"
#define LECTERN_PLACEHOLDER_ORGANISATION "organisation"
#define LECTERN_PLACEHOLDER_PLACE        "place"
#define LECTERN_PLACEHOLDER_TITLE        "title"
#define LECTERN_PLACEHOLDER_TEXT         "text"

#define LECTERN_FORM_FILL_IN   "fill-in"
#define LECTERN_FORM_REDACTION "redaction"
#define LECTERN_FORM_DECLARED  "declared"

LECTERN_AVAILABLE_IN_1_0
GType lectern_node_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
GType lectern_node_kind_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
const char *lectern_node_kind_get_element (LecternNodeKind kind);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_node_kind_from_element (const char *element, LecternNodeKind *kind);

LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_node_ref (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
void lectern_node_unref (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
guint lectern_node_hash (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_node_equal (LecternNode *a, LecternNode *b);

LECTERN_AVAILABLE_IN_1_0
LecternDocument *lectern_node_get_document (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternNodeKind lectern_node_get_kind (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_node_get_parent (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_node_get_first_child (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_node_get_next (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_node_get_previous (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_node_find_child (LecternNode *node, LecternNodeKind kind);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_node_list_children (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_node_list_descendants (LecternNode *node, LecternNodeKind kind);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_node_list_targets (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
guint lectern_node_count_delivered (LecternNode *announcement);

LECTERN_AVAILABLE_IN_1_0
void lectern_node_get_span (LecternNode *node, LecternSpan *span);
LECTERN_AVAILABLE_IN_1_0
void lectern_node_get_position (LecternNode *node, LecternPosition *position);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_node_starts_line (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_node_ends_line (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
guint8 *lectern_node_dup_text (LecternNode *node, gsize *length);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_node_dup_bytes (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
char *lectern_node_dup_path (LecternNode *node);

LECTERN_AVAILABLE_IN_1_0
guint lectern_node_get_level (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
guint lectern_node_get_ordinal (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
guint lectern_node_get_number (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
guint lectern_node_get_index (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_node_get_marker (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_node_get_numbering (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
double lectern_node_get_confidence (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_node_get_id (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_node_get_property (LecternNode *node, const char *name);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_node_get_nth_property (LecternNode *node, guint n, const char **name,
                                        const char **value);
LECTERN_AVAILABLE_IN_1_0
guint lectern_node_get_property_set (LecternNode *node);

LECTERN_AVAILABLE_IN_1_0
gsize lectern_node_count_characters (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_node_count_paragraphs (LecternNode *node);

G_END_DECLS
