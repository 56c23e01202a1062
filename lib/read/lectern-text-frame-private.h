/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "read/lectern-text-reader-private.h"

/* What stands around the speech: how its lines look, the front, the back. */

#define LECTERN_FRAME_HEAD_BLOCKS     40
#define LECTERN_FRAME_TAIL_BLOCKS     60
#define LECTERN_FRAME_TITLE_MAX_CHARS 60

#define LECTERN_CHAR_ENDS_CLAUSE                                                                   \
  (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COLON | LECTERN_CHAR_COMMA)

/* How a block looks. */
guint _lectern_frame_last_class (const LecternTextReader *r, const LecternBlock *b);
gboolean _lectern_frame_begins (const LecternTextReader *r, const LecternBlock *b,
                                const char *alternatives);
gboolean _lectern_frame_ends (const LecternTextReader *r, const char *alternatives, guint32 start,
                              guint32 end);
gboolean _lectern_frame_is_short (const LecternTextReader *r, const LecternBlock *b,
                                  guint max_chars);
gboolean _lectern_frame_is_dash (const LecternTextReader *r, const LecternBlock *b);
gboolean _lectern_frame_is_rule (const LecternTextReader *r, const LecternBlock *b);
gboolean _lectern_frame_is_bracketed (const LecternTextReader *r, const LecternBlock *b);
gboolean _lectern_frame_has_date (const LecternTextReader *r, const LecternBlock *b);
/* A remark within the speech: （鼓掌）, 【胡总：…】. */
/* Whether a field of a template stands in it: then it is no noise, whatever it looks like. */
gboolean _lectern_frame_holds_field (const LecternTextReader *r, const LecternBlock *b);
gboolean _lectern_frame_is_remark (const LecternTextReader *r, const LecternBlock *b);
gboolean _lectern_frame_is_advert (const LecternTextReader *r, const LecternBlock *b);
/* The same, for a line of two such words that stands within the speech. */
gboolean _lectern_frame_is_inner_advert (const LecternTextReader *r, const LecternBlock *b);
/* What an editor added: a source, a footnote, a whole paragraph in brackets about the speech. */
gboolean _lectern_frame_is_note (const LecternTextReader *r, const LecternBlock *b);
gboolean _lectern_frame_is_byline (const LecternTextReader *r, const LecternBlock *b);
gboolean _lectern_frame_is_salutation (const LecternTextReader *r, const LecternBlock *b,
                                       gboolean first);
/* Whether it begins with a marker that needs no other one beside it. */
gboolean _lectern_frame_has_marker (const LecternTextReader *r, const LecternBlock *b);
/* Blank lines before a block, counted up to a few. */
guint _lectern_frame_gap (const LecternTextReader *r, guint i);

/* Title, bylines, outline and salutation: what stands before the first block of the speech. */
void _lectern_reader_find_front (LecternTextReader *r);
/* Thanks, bylines, notes and adverts after it. Gives the first such block; the speech begins at
 * block `floor`. */
guint _lectern_reader_find_back (LecternTextReader *r, guint floor);
