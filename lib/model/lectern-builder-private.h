/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What a reader of text uses: the text is there already, and nodes are opened and closed at byte
 * offsets of it, in document order. Attributes are interned as sets that many nodes share, so that
 * a node costs its record and nothing else. */

typedef struct
{
  const char *name;  /* one of LECTERN_PROPERTY_*, compared by content */
  const char *value; /* NUL-terminated UTF-8, copied into the pool */
} LecternAttribute;

LecternBuilder *_lectern_builder_new_for_source (LecternSource *source, const char *language);

/* Opens a node at byte `start`; gives its index, which stays valid until the builder is finished.
 */
guint32 _lectern_builder_open (LecternBuilder *builder, LecternNodeKind kind, guint32 start);
/* Closes the innermost open node at byte `end`. */
void _lectern_builder_close (LecternBuilder *builder, guint32 end);

/* Interns a set of attributes; 0 is the empty set. Equal sets get equal numbers. */
guint32 _lectern_builder_intern (LecternBuilder *builder, const LecternAttribute *attributes,
                                 guint n_attributes);
/* These take the index that `_lectern_builder_open` gave. */
void _lectern_builder_set_attributes (LecternBuilder *builder, guint32 node, guint32 attributes);
void _lectern_builder_set_level (LecternBuilder *builder, guint32 node, guint level);
void _lectern_builder_set_percent (LecternBuilder *builder, guint32 node, guint confidence_percent);
void _lectern_builder_add_target (LecternBuilder *builder, guint32 announcement, guint32 target);

/* Facts that a reader found; all may be NULL. `notes` are messages for the user. */
void _lectern_builder_set_origin (LecternBuilder *builder, const char *encoding, gboolean bom,
                                  LecternReadOptions *options);
void _lectern_builder_add_note (LecternBuilder *builder, const char *note);
