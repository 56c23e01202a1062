/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-marks-private.h"

/* The rules of GB/T 15834-2011: functions and messages, for the table of the family. */
void _lectern_check_marker_punctuation (LecternCheck *check);
void _lectern_check_heading_stop (LecternCheck *check);
void _lectern_check_width_mixed (LecternCheck *check);
void _lectern_check_quote_pair (LecternCheck *check);
void _lectern_check_quote_nesting (LecternCheck *check);
void _lectern_check_bracket_pair (LecternCheck *check);
void _lectern_check_ellipsis (LecternCheck *check);
void _lectern_check_dash (LecternCheck *check);
void _lectern_check_stop_doubled (LecternCheck *check);
void _lectern_check_enumeration_comma (LecternCheck *check);

extern const LecternBilingual _lectern_marker_punctuation_messages[];
extern const LecternBilingual _lectern_heading_stop_messages[];
extern const LecternBilingual _lectern_width_mixed_messages[];
extern const LecternBilingual _lectern_quote_pair_messages[];
extern const LecternBilingual _lectern_quote_nesting_messages[];
extern const LecternBilingual _lectern_bracket_pair_messages[];
extern const LecternBilingual _lectern_ellipsis_messages[];
extern const LecternBilingual _lectern_dash_messages[];
extern const LecternBilingual _lectern_stop_doubled_messages[];
extern const LecternBilingual _lectern_enumeration_comma_messages[];

/* The innermost node at `at`, and whether that is a placeholder or a part of one: marks in masks
 * are not punctuation. */
LecternNode *_lectern_punctuation_node (LecternCheck *check, gsize at);
gboolean _lectern_punctuation_in_placeholder (LecternCheck *check, gsize at);

/* Whether a word of the list (`|` between them) stands at `at`. */
gboolean _lectern_punctuation_word_at (const LecternCheck *check, gsize at, const char *words);
/* What stands at a mark, for a message: some characters on both sides of it. */
char *_lectern_punctuation_dup_context (LecternCheck *check, gsize start, gsize end);
