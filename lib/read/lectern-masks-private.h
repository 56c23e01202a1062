/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* A placeholder found in running text. The strings are static or interned (g_intern_string). */
typedef struct
{
  gsize start; /* bytes, of the mask itself */
  gsize end;
  const char *kind;          /* LECTERN_PLACEHOLDER_* */
  const char *form;          /* LECTERN_FORM_* */
  const char *part;          /* year, month, day, post, surname … or NULL */
  const char *unit;          /* 个, 万元 … or NULL */
  const char *name;          /* of a declared field, or NULL */
  const char *default_value; /* of a declared field, or NULL */
  guint confidence;          /* percent */
} LecternMask;

/* Whether a mask may begin with the character at `at`: the reader calls `_lectern_mask_match` only
 * there. Latin letters are asked about only where no Latin letter stands before; a digit may: the
 * mask of 20XX年 is XX. A blank begins a mask only where figures are missing (20  年  月  日). */
gboolean _lectern_mask_is_trigger (gunichar c);

/* Looks at the character at byte `at` of `text`, within the paragraph [`start`, `end`) (no line end
 * inside but those of a cut paragraph). TRUE: a placeholder begins at `mask->start` (== `at`).
 * FALSE: none begins here; `*skip` is the offset to go on from (at least the next character), so
 * that the reader never looks at a stretch twice. The context is read directly from the text on
 * both sides. */
gboolean _lectern_mask_match (const char *text, gsize start, gsize end, gsize at, LecternMask *mask,
                              gsize *skip);

/* Nearly all blanks part words: only at a beginning and after a digit, 年, 月 or 《 can one be a
 * gap where a figure is missing. The last byte of these tells soon enough. */
static inline gboolean
_lectern_mask_may_be_gap (const char *text, gsize start, gsize at)
{
  guchar before = at > start ? (guchar)text[at - 1] : '0';

  return g_ascii_isdigit (before) || before == 0xb4 || before == 0x88 || before == 0x8a;
}
