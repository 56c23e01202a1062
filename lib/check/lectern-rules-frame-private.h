/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-private.h"
#include "language/lectern-speech-words-private.h"

/* The rules about what stands around the body of a speech, and about its lines. The table is in
 * lectern-rules-frame.c. */

void _lectern_rule_title_missing (LecternCheck *check);
void _lectern_rule_title_repeated (LecternCheck *check);
void _lectern_rule_salutation_missing (LecternCheck *check);
void _lectern_rule_salutation_mark (LecternCheck *check);
void _lectern_rule_closing_missing (LecternCheck *check);
void _lectern_rule_boilerplate (LecternCheck *check);
void _lectern_rule_truncated_end (LecternCheck *check);
void _lectern_rule_broken_line (LecternCheck *check);
void _lectern_rule_duplicate_paragraph (LecternCheck *check);
void _lectern_rule_page_number (LecternCheck *check);

/* What the rules find in `messages` of their rows. */
enum
{
  LECTERN_CUT_ELLIPSIS,
  LECTERN_CUT_OPEN,
  LECTERN_CUT_HEADING,
  LECTERN_CUT_SAID
};

/* How the speech breaks off, and where; -1 where it does not. */
gint _lectern_framing_find_cut (LecternCheck *check, LecternSpan *span, LecternNode **node);

/* A copy of a line of the title: the title node that says the same, or NULL. */
LecternNode *_lectern_framing_find_title (LecternCheck *check, const LecternSpan *span);

/* — 3 —, 第3页, Page 1 of 10 and nothing else. */
gboolean _lectern_framing_is_page_number (const char *text, gsize start, gsize end);

const LecternSpeechWords *_lectern_framing_get_words (LecternCheck *check);

/* The span without white space at its ends, line ends included. */
void _lectern_framing_trim (LecternCheck *check, LecternSpan *span);
/* The class of the last character, 0 for an empty span. */
guint _lectern_framing_last_class (const char *text, gsize start, gsize end);
/* The place `n` characters before `end`, not before `start`. */
gsize _lectern_framing_back (const char *text, gsize start, gsize end, guint n);
/* The number of characters, or `limit` where there are at least so many. */
guint _lectern_framing_count (const char *text, gsize start, gsize end, guint limit);
/* Whether there is nothing but white space within, a line end of it. */
gboolean _lectern_framing_is_gap (const char *text, gsize start, gsize end);
/* Mends by taking out the lines that [start, end) fills. What is blank after them goes too where
 * they stood between blank lines. */
void _lectern_framing_cut_lines (LecternCheck *check, LecternFinding *finding, gsize start,
                                 gsize end);
