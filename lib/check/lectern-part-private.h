/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-private.h"

/* A heading, a point or an entry of an outline, as rules compare them: its marker, and its words,
 * that is the heading, the lead, or where there is no lead the first sentence. */
typedef struct
{
  LecternNode *node;   /* a section, point or entry */
  LecternNode *marker; /* NULL: none */
  LecternNode *lead;   /* NULL: none */
  gsize start;         /* of the words, after the marker and blanks */
  gsize end;           /* of the words, with the mark that ends them */
  gsize stop;          /* of the whole heading, point or entry, without the blanks at its end */
} LecternPart;

/* The words of a point without a lead are all of it, until _lectern_part_end_words () looks for the
 * end of their first sentence. FALSE where there are no words. */
gboolean _lectern_part_read (LecternCheck *check, LecternNode *node, LecternPart *part);
void _lectern_part_end_words (LecternCheck *check, LecternPart *part);

/* The points of the series with this number in _lectern_check_list (), those without words left
 * out; read once for all rules. */
const LecternPart *_lectern_check_list_parts (LecternCheck *check, guint series, guint *n_parts);

/* Whether each stands at the start of a line; there must be two. */
gboolean _lectern_parts_are_paragraphs (const LecternPart *parts, guint n);
/* Marker and first words, for messages. */
char *_lectern_part_quote (LecternCheck *check, const LecternPart *part);

/* The end of the sentence that begins at `start`, with its mark and the closing quotes after it. A
 * line end ends it too; so does `；` where `members` says so. */
gsize _lectern_check_sentence_end (LecternCheck *check, gsize start, gsize stop, gboolean members);

/* The end of what stands before the blanks and line ends before `stop`. */
gsize _lectern_check_drop_blanks (LecternCheck *check, gsize start, gsize stop);
/* Drops blanks at the start, blanks and marks at the end. */
void _lectern_check_trim (LecternCheck *check, gsize *start, gsize *end);
