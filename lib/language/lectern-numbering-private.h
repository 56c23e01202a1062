/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-language-private.h"
#include "language/lectern-numerals-private.h"

/* Like lectern_numbering_new_from_marker(), but words of this language (NULL: of none) go before
 * those of the others: 首先 counts on to 最後 in zh-Hant. */
LecternNumbering *_lectern_numbering_new_from_marker (const LecternLanguage *language,
                                                      const char *marker, GError **error);

/* The marker of position `ordinal` among `n_members`: where the word list ends in a word for the
 * last member, that one takes it (首先, 其次, 最后). 0 members: not known. */
char *_lectern_numbering_dup_marker_of (LecternNumbering *numbering, guint ordinal, guint n_members,
                                        GError **error);

/* Between the two files of numberings. */
typedef enum
{
  LECTERN_NUMBERING_PLAIN = 0,
  LECTERN_NUMBERING_REPEATS = 1 << 0, /* the one word at every position: 一方面, 一方面 */
  LECTERN_NUMBERING_LAST_IS_FINAL = 1 << 1, /* the last word is for the last member */
  LECTERN_NUMBERING_ALTERNATIVES = 1 << 2   /* the words are rows of a LecternWordList */
} LecternNumberingFlags;

/* `words` is taken: one a position. Lengths of -1
 * go to the NUL. */
LecternNumbering *_lectern_numbering_new_full (LecternNumeralStyle style, char **words,
                                               LecternNumberingFlags flags, const char *prefix,
                                               gssize prefix_length, const char *suffix,
                                               gssize suffix_length);

/* The numbering with something more at the end of every marker. */
LecternNumbering *_lectern_numbering_append (LecternNumbering *numbering, const char *mark);

/* Bytes of `marker` without the blanks and the mark at its end (、 ， . ：). */
gsize _lectern_numbering_strip_mark (const char *marker, gsize length);
