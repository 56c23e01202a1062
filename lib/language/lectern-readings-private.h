/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* How figures, signs and masks are read aloud: 2025年 is 二〇二五年, 70% is 百分之七十. What is
 * read as it is written has no reading. Only Chinese has tables for this; in other languages
 * nothing but masks has a reading. */

/* A place left open, with what is said in its place. */
typedef struct
{
  gsize start;
  gsize end;
  const char *reading; /* ended by NUL; borrowed */
} LecternReadingMask;

typedef struct
{
  gsize start; /* bytes of the text */
  gsize end;
  const char *kind;    /* LECTERN_READING_…, static */
  const char *reading; /* borrowed until the next call; empty for what is not said */
  gsize length;
} LecternReadingPiece;

/* Goes over a text once. */
typedef struct
{
  const char *text;
  const char *end;
  gboolean chinese;
  gboolean traditional;
  const LecternReadingMask *masks; /* in the order of the text */
  gsize n_masks;
  gsize mask;       /* the next one */
  const char *last; /* where the last figure or mask ended, NULL for none */
  GString *out;
} LecternReader;

/* `text` is checked UTF-8, `language` a tag of BCP 47 or NULL. Both and `masks` must stay. */
void _lectern_reader_init (LecternReader *reader, const char *text, gsize length,
                           const char *language, const LecternReadingMask *masks, gsize n_masks);
void _lectern_reader_clear (LecternReader *reader);

/* The first reading that begins at `from` or after it and before `to`; it may end after `to`.
 * `from` never goes back. FALSE where there is none. Takes linear time over a whole text. */
gboolean _lectern_reader_next (LecternReader *reader, gsize from, gsize to,
                               LecternReadingPiece *piece);

/* How many characters are spoken where this is read as it stands: a character of Chinese, Japanese
 * or Korean is one, a digit is one, a word in capitals one a letter, another word of Latin letters
 * one a syllable; marks, blanks and signs are none. */
gsize _lectern_reading_count (const char *text, gsize length);

/* What is said in place of a mask that has no name: 某 for one character, 某某 for more; figures in
 * it are read one by one. What it asks for in brackets is read. */
void _lectern_reading_append_mask (GString *out, const char *mask, gsize length,
                                   const char *language);
