/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* One speech in all the forms that somebody starts from. */
typedef struct
{
  GBytes *text;
  GBytes *markdown;
  GBytes *xml; /* our own form */
  LecternDocument *document;
  gpointer gfm_tree;
  GArray *xml_events;
  GStringChunk *xml_strings;
} Speech;

/* Takes the bytes over; the rest is made of them. */
void speech_prepare (Speech *speech, GBytes *text, GBytes *markdown);
void speech_clear (Speech *speech);

/* Whether cmark-gfm was found at run time. */
gboolean peers_have_gfm (void);

typedef void (*WorkFunc) (Speech *speech);

void lectern_read_text (Speech *speech);
void lectern_read_xml (Speech *speech);
void lectern_check (Speech *speech);
void lectern_write_xml (Speech *speech);
void lectern_write_text (Speech *speech);
void lectern_write_canonical (Speech *speech);
void cmark_read (Speech *speech);
void gfm_write_plain (Speech *speech);
void md4c_read (Speech *speech);
void libxml_read (Speech *speech);
void libxml_write (Speech *speech);
void memory_copy (Speech *speech);

/* Bytes that the heap holds more while a result is alive. */
gsize lectern_kept_bytes (Speech *speech);
gsize cmark_kept_bytes (Speech *speech);
