/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-content-private.h"

#define BIT(name)  (1u << LECTERN_NODE_##name)
#define ATTR(name) (1u << LECTERN_ATTRIBUTE_##name)

#define TEXT  (1u << 31)
#define LINE  (1u << 30)
#define LINES (1u << 29)
/* What may stand wherever a line may, and between the halves of one. */
#define FOREIGN (BIT (BOILERPLATE) | BIT (DIRECTIVE))
#define INLINE  (TEXT | BIT (PLACEHOLDER) | BIT (ANNOUNCEMENT) | BIT (SERIES) | FOREIGN)

G_STATIC_ASSERT (LECTERN_N_KINDS <= 29);

static const struct
{
  guint32 holds; /* kinds, and what the kind is */
  guint32 attributes;
} contents[LECTERN_N_KINDS] = {
  [LECTERN_NODE_SPEECH]
  = { LINES | BIT (TITLE) | BIT (BYLINE) | BIT (SALUTATION) | BIT (OPENING) | BIT (OUTLINE)
          | BIT (SECTION) | BIT (PARAGRAPH) | BIT (SERIES) | BIT (CLOSING) | BIT (THANKS) | FOREIGN,
      ATTR (ENCODING) | ATTR (BOM) },
  [LECTERN_NODE_BOILERPLATE] = { LINE | TEXT, 0 },
  [LECTERN_NODE_OUTLINE] = { LINES | TEXT | BIT (ENTRY) | BIT (DIRECTIVE), 0 },
  [LECTERN_NODE_ENTRY] = { LINE | INLINE | BIT (MARKER), ATTR (NUMBER) },
  [LECTERN_NODE_TITLE] = { LINE | INLINE, 0 },
  [LECTERN_NODE_BYLINE] = { LINE | INLINE, 0 },
  [LECTERN_NODE_SALUTATION] = { LINE | INLINE, 0 },
  [LECTERN_NODE_THANKS] = { LINE | INLINE, 0 },
  [LECTERN_NODE_OPENING]
  = { LINES | BIT (PARAGRAPH) | BIT (SERIES) | BIT (SALUTATION) | FOREIGN, 0 },
  [LECTERN_NODE_CLOSING]
  = { LINES | BIT (PARAGRAPH) | BIT (SERIES) | BIT (SALUTATION) | FOREIGN, 0 },
  [LECTERN_NODE_SECTION] = { LINES | BIT (HEADING) | BIT (PARAGRAPH) | BIT (SERIES) | BIT (SECTION)
                                 | BIT (SALUTATION) | FOREIGN,
                             ATTR (ID) | ATTR (NUMBER) | ATTR (NUMBERING) },
  [LECTERN_NODE_HEADING] = { LINE | INLINE | BIT (MARKER), 0 },
  [LECTERN_NODE_PARAGRAPH] = { LINE | INLINE | BIT (MARKER) | BIT (LEAD), 0 },
  [LECTERN_NODE_SERIES]
  = { TEXT | BIT (POINT) | BIT (DIRECTIVE), ATTR (ID) | ATTR (NUMBERING) | ATTR (KEY) },
  [LECTERN_NODE_POINT] = { INLINE | BIT (MARKER) | BIT (LEAD) | BIT (PARAGRAPH), ATTR (NUMBER) },
  [LECTERN_NODE_MARKER] = { TEXT | BIT (PLACEHOLDER), 0 },
  [LECTERN_NODE_LEAD] = { INLINE, 0 },
  [LECTERN_NODE_PLACEHOLDER]
  = { TEXT, ATTR (KIND) | ATTR (PART) | ATTR (UNIT) | ATTR (GROUP) | ATTR (NAME) | ATTR (DEFAULT)
                | ATTR (FORM) | ATTR (FILLED) | ATTR (MASK) },
  [LECTERN_NODE_ANNOUNCEMENT] = { INLINE, ATTR (COUNT) | ATTR (KEYWORD) },
  [LECTERN_NODE_DIRECTIVE] = { LINE | TEXT, ATTR (DO) | ATTR (KIND) | ATTR (NAME) | ATTR (DEFAULT)
                                                | ATTR (TEST) | ATTR (IN) | ATTR (VALUE) },
};

gboolean
_lectern_kind_may_hold (LecternNodeKind parent, LecternNodeKind child)
{
  return (contents[parent].holds & 1u << child) != 0;
}

gboolean
_lectern_kind_may_hold_text (LecternNodeKind kind)
{
  return (contents[kind].holds & TEXT) != 0;
}

gboolean
_lectern_kind_has_attribute (LecternNodeKind kind, LecternAttributeId id)
{
  return (contents[kind].attributes & 1u << id) != 0;
}

gboolean
_lectern_kind_is_line (LecternNodeKind kind)
{
  return (contents[kind].holds & LINE) != 0;
}

gboolean
_lectern_kind_holds_lines (LecternNodeKind kind)
{
  return (contents[kind].holds & LINES) != 0;
}
