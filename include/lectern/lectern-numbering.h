/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_NUMBERING (lectern_numbering_get_type ())

/* Counter styles: the names of CSS Counter Styles 3, and those that CSS does not have. */
#define LECTERN_COUNTER_DECIMAL               "decimal"
#define LECTERN_COUNTER_FULLWIDTH_DECIMAL     "fullwidth-decimal"
#define LECTERN_COUNTER_CIRCLED_DECIMAL       "circled-decimal"
#define LECTERN_COUNTER_PARENTHESIZED_DECIMAL "parenthesized-decimal"
#define LECTERN_COUNTER_FULL_STOP_DECIMAL     "full-stop-decimal"
#define LECTERN_COUNTER_CJK_DECIMAL           "cjk-decimal"
#define LECTERN_COUNTER_SIMP_CHINESE_INFORMAL "simp-chinese-informal"
#define LECTERN_COUNTER_SIMP_CHINESE_FORMAL   "simp-chinese-formal"
#define LECTERN_COUNTER_TRAD_CHINESE_INFORMAL "trad-chinese-informal"
#define LECTERN_COUNTER_TRAD_CHINESE_FORMAL   "trad-chinese-formal"
#define LECTERN_COUNTER_PARENTHESIZED_CJK     "parenthesized-cjk"
#define LECTERN_COUNTER_CIRCLED_CJK           "circled-cjk"
#define LECTERN_COUNTER_HEAVENLY_STEM         "cjk-heavenly-stem"
#define LECTERN_COUNTER_EARTHLY_BRANCH        "cjk-earthly-branch"
#define LECTERN_COUNTER_LOWER_ALPHA           "lower-alpha"
#define LECTERN_COUNTER_UPPER_ALPHA           "upper-alpha"
#define LECTERN_COUNTER_LOWER_ROMAN           "lower-roman"
#define LECTERN_COUNTER_UPPER_ROMAN           "upper-roman"
#define LECTERN_COUNTER_WORDS                 "words"

LECTERN_AVAILABLE_IN_1_0
GType lectern_numbering_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_numbering_new (const char *style, const char *prefix, const char *suffix);
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_numbering_new_words (const char *const *words, const char *prefix,
                                               const char *suffix);
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_numbering_new_from_marker (const char *marker, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_numbering_new_from_markers (const char *first, const char *second,
                                                      GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_numbering_new_from_string (const char *string, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_numbering_new_standard (const char *string, GError **error);
LECTERN_AVAILABLE_IN_1_0
LecternNumbering *lectern_numbering_ref (LecternNumbering *numbering);
LECTERN_AVAILABLE_IN_1_0
void lectern_numbering_unref (LecternNumbering *numbering);

LECTERN_AVAILABLE_IN_1_0
const char *lectern_numbering_get_style (LecternNumbering *numbering);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_numbering_get_prefix (LecternNumbering *numbering);
LECTERN_AVAILABLE_IN_1_0
const char *lectern_numbering_get_suffix (LecternNumbering *numbering);
LECTERN_AVAILABLE_IN_1_0
guint lectern_numbering_get_limit (LecternNumbering *numbering);
LECTERN_AVAILABLE_IN_1_0
char *lectern_numbering_dup_marker (LecternNumbering *numbering, guint ordinal, GError **error);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_numbering_parse_marker (LecternNumbering *numbering, const char *marker,
                                         guint *number);
LECTERN_AVAILABLE_IN_1_0
char *lectern_numbering_dup_form (LecternNumbering *numbering);
LECTERN_AVAILABLE_IN_1_0
char *lectern_numbering_to_string (LecternNumbering *numbering);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_numbering_equal (LecternNumbering *a, LecternNumbering *b);
LECTERN_AVAILABLE_IN_1_0
guint lectern_numbering_hash (LecternNumbering *numbering);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternNumbering, lectern_numbering_unref)

G_END_DECLS
