/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-marks-private.h"

/* Digits in the text, for the rules that look at them. */
typedef struct
{
  gsize start;
  gsize end;
  guint value;    /* what they say, G_MAXUINT where that is too much */
  guint n_digits; /* at most 255 are counted */
  gboolean wide;  /* the first one has full width */
} LecternDigits;

/* What a mark of kind LECTERN_MARK_DIGITS says. */
void _lectern_digits_read (const LecternCheck *check, const LecternMark *mark,
                           LecternDigits *digits);

/* Bytes of the alternative (parted by `|`) that begins at `at`, ends at `at`; -1 for none. */
gint _lectern_digits_follows (const LecternCheck *check, gsize at, const char *alternatives);
gint _lectern_digits_precedes (const LecternCheck *check, gsize at, const char *alternatives);

/* Whether the digits belong to something that is no number of the text: a longer number with a
 * point, comma or colon in it, a name with Latin letters, a code, the number of a document. */
gboolean _lectern_digits_is_code (const LecternCheck *check, const LecternDigits *digits);

/* A finding at a stretch, its node the innermost there. */
LecternFinding *_lectern_digits_find (LecternCheck *check, guint message, gsize start, gsize end,
                                      const char *first, const char *second);

void _lectern_rules_check_numeral_form (LecternCheck *check);
void _lectern_rules_check_slogan_numeral (LecternCheck *check);
void _lectern_rules_check_digit_width (LecternCheck *check);
void _lectern_rules_check_year_short (LecternCheck *check);
void _lectern_rules_check_range_form (LecternCheck *check);

extern const LecternBilingual _lectern_rules_numeral_form_messages[];
extern const LecternBilingual _lectern_rules_slogan_numeral_messages[];
extern const LecternBilingual _lectern_rules_digit_width_messages[];
extern const LecternBilingual _lectern_rules_year_short_messages[];
extern const LecternBilingual _lectern_rules_range_form_messages[];
