/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "read/lectern-xml-private.h"

#include <libxml/parser.h>

/* The reader of XML at work; its halves are lectern-xml-parse.c (elements and text) and
 * lectern-xml-attributes.c. */

typedef struct
{
  guint32 owner;     /* the innermost element of ours: itself, but for foreign ones */
  guint8 element;    /* a kind, LECTERN_ELEMENT_CHAR or _FOREIGN */
  guint8 rank;       /* of the last child */
  guint8 first;      /* of a p: the first one of its point */
  guint8 has_blocks; /* of a point: paragraphs */
  guint8 has_inline; /* of a point: what cannot stand beside paragraphs */
  guint8 holds_text; /* or else only blanks */
  guint8 is_noted;   /* text where none should be */
} LecternXmlFrame;

#define LECTERN_XML_SLOTS           64
#define LECTERN_XML_MAX_KEPT        12
#define LECTERN_XML_MEMO_ATTRIBUTES 4
#define LECTERN_XML_MEMO_BYTES      64
#define LECTERN_XML_MEMOS           256

/* Attributes of an element as they stood there, and the list that they became. */
typedef struct
{
  const xmlChar *names[LECTERN_XML_MEMO_ATTRIBUTES];
  guint8 lengths[LECTERN_XML_MEMO_ATTRIBUTES];
  guint8 element;
  guint8 n_attributes; /* 0: nothing yet */
  guint32 list;
  char values[LECTERN_XML_MEMO_BYTES];
} LecternXmlMemo;

typedef struct
{
  LecternXmlContent *content;
  xmlParserCtxtPtr parser;
  GError *error;
  const char *file;
  gsize file_length;
  gsize raw_end;  /* up to here the file is given to libxml2 as it is */
  gsize capacity; /* of the text */
  LecternXmlFrame *frames;
  guint n_frames;
  guint frames_capacity;
  guint max_depth;
  guint n_notes;
  gboolean is_special; /* an attribute means more than its value */

  /* Names as the parser's dictionary has them, once they were seen, to be compared by pointer. */
  const xmlChar *elements[LECTERN_N_ELEMENTS];
  guint8 element_slots[LECTERN_XML_SLOTS]; /* by the pointer: which element it may be */
  const xmlChar *attributes[LECTERN_N_XML_ATTRIBUTES];
  const xmlChar *namespace;
  LecternXmlMemo memos[LECTERN_XML_MEMOS];
} LecternXmlParser;

/* libxml2 takes ASCII by the run and everything else character by character, so most of the time
 * of a Chinese speech went into text that has long been checked. It is shown an `x` for each byte
 * beyond ASCII instead, in text and nowhere else; the callback takes the text from the file. This
 * writes `length` bytes from `start` on to `masked`, where there is room for some more; it is
 * called for one piece after the other. */
#define LECTERN_XML_MASK_ROOM 16
void _lectern_xml_parser_mask (LecternXmlParser *parser, gsize start, gsize length, char *masked);
/* The first character that XML cannot hold even so: NUL, which libxml2 takes for the end of the
 * file here and there, U+FFFE or U+FFFF; -1 for none. */
gssize _lectern_xml_find_forbidden (const char *file, gsize length);

/* The first error ends the parse. */
void _lectern_xml_parser_fail (LecternXmlParser *parser, LecternError code, gsize offset,
                               const char *format, ...) G_GNUC_PRINTF (4, 5);
void _lectern_xml_parser_note (LecternXmlParser *parser, gsize offset, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* Where the tag starts that the parser is in. */
gsize _lectern_xml_parser_get_tag (LecternXmlParser *parser);
void _lectern_xml_parser_add_text (LecternXmlParser *parser, const char *text, gsize length);

/* Whether the attribute is one of XML itself, xml:id, xml:lang or xml:space. */
gboolean _lectern_xml_is_xml_attribute (guint attribute);
/* Takes the attributes of an element, as SAX2 gives them; returns the number of their list. */
guint32 _lectern_xml_take_attributes (LecternXmlParser *parser, guint element, int n_attributes,
                                      const xmlChar **attributes);
