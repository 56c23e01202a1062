/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "read/lectern-xml-model-private.h"

/* Reads the XML form; options as given to the constructors, but never NULL. The source holds the
 * file in UTF-8, without byte order mark. */
LecternDocument *_lectern_xml_read (LecternSource *xml, LecternReadOptions *options,
                                    GCancellable *cancellable, GError **error);

/* What the parser found, in the order of the file: the text, and where in it nodes begin and end.
 */

typedef struct
{
  guint32 offset; /* into the text */
  guint32 list;   /* its attributes, in `lists`; 0 for none */
  guint8 kind;    /* of a node that begins; LECTERN_XML_END for an end */
} LecternXmlEvent;

#define LECTERN_XML_END G_MAXUINT8

typedef struct
{
  guint32 value;    /* into `values`, NUL-terminated */
  guint8 attribute; /* LecternAttributeId or beyond */
} LecternXmlPair;

/* Some attributes, which many elements may share. */
typedef struct
{
  guint32 first; /* in `attributes` */
  guint32 n_attributes;
} LecternXmlList;

/* An announcement with `of`: resolved when all ids are known. */
typedef struct
{
  guint32 event;
  guint32 value;  /* into `values` */
  gsize position; /* of the tag, bytes of the XML */
} LecternXmlReference;

typedef struct
{
  LecternSource *xml;
  LecternReadOptions *options;

  char *text;
  gsize length;
  LecternXmlEvent *events;
  guint32 n_events;
  guint32 events_capacity;
  GArray *lists;      /* LecternXmlList */
  GArray *attributes; /* LecternXmlPair */
  GString *values;
  GArray *references; /* LecternXmlReference */
  GHashTable *ids;    /* id → number of the event + 1 */
  GPtrArray *notes;

  gboolean preserve; /* xml:space: the text is what stands there; otherwise written by hand */
  char *language;
  char *encoding;
  gboolean bom;
} LecternXmlContent;

void _lectern_xml_content_clear (LecternXmlContent *content);

/* Sets an error of the reader at a byte of the XML. */
void _lectern_xml_content_error (LecternXmlContent *content, GError **error, LecternError code,
                                 gsize position, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Runs the parser: fills `content`, which must be zeroed but for the first two members. */
gboolean _lectern_xml_parse (LecternXmlContent *content, GCancellable *cancellable, GError **error);

/* Gives the events of each announcement and of what it announces, one pair after the other. */
typedef void (*LecternXmlLink) (gpointer data, guint32 announcement, guint32 target);
gboolean _lectern_xml_content_link (LecternXmlContent *content, LecternXmlLink link, gpointer data,
                                    GError **error);

/* Makes the document of what was found: the text as it stands, or laid out. */
LecternDocument *_lectern_xml_build (LecternXmlContent *content, GError **error);
LecternDocument *_lectern_xml_lay_out (LecternXmlContent *content, GError **error);
