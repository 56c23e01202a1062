/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "render/lectern-output-private.h"

typedef struct
{
  gboolean canonical;
  LecternWidth punctuation;
  gboolean indent;
  guint blank_lines;
  guint columns;
} LecternTextOptions;

/* Writes `node` laid out anew, one paragraph a line. */
void _lectern_text_lay_out (LecternOutput *output, LecternNode *node,
                            const LecternTextOptions *options);

/* Writes a line, which ends in no line end, as lines of at most `columns` columns, parted by LF.
 * `east_asian`: characters of ambiguous width are wide. */
void _lectern_text_wrap (LecternOutput *output, const char *line, gsize length, guint columns,
                         gboolean east_asian);

/* White space at an offset of checked UTF-8: its length, 0 where there is none. */
gsize _lectern_text_blank_length (const char *text, gsize start, gsize end);
/* The offset after the blanks and line ends at `start`, and before those at `end`. */
gsize _lectern_text_skip_blanks (const char *text, gsize start, gsize end);
gsize _lectern_text_drop_blanks (const char *text, gsize start, gsize end);
/* The offset of the first line end, or `end`. */
gsize _lectern_text_find_line_end (const char *text, gsize start, gsize end);
/* The end of the sentence at `start`, with its stop and the closing quotes after it. */
gsize _lectern_text_find_sentence_end (const char *text, gsize start, gsize end);
/* What stands for a line break inside a paragraph, between the characters that end at `before` and
 * begin at `after`: nothing between characters of a script without blanks, otherwise one blank. */
const char *_lectern_text_get_joint (const char *text, gsize before, gsize after, gsize end);
/* Appends a text with its punctuation in one width. */
void _lectern_text_turn_punctuation (const char *text, gsize length, LecternWidth width,
                                     GString *result);
