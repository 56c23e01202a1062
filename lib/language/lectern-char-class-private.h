/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/lectern-source-private.h"

/* What a character may mean to a reader of speeches, as flags. Most characters mean nothing (0), so
 * that a scan over the text stops at one character in ten only. */
typedef enum
{
  LECTERN_CHAR_STOP = 1 << 0,  /* ends a sentence: 。！？ */
  LECTERN_CHAR_SEMI = 1 << 1,  /* ends a member: ； */
  LECTERN_CHAR_COMMA = 1 << 2, /* ，、 and their like */
  LECTERN_CHAR_COLON = 1 << 3, /* ： */
  LECTERN_CHAR_OPEN = 1 << 4,  /* opens a quotation or a bracket */
  LECTERN_CHAR_CLOSE = 1 << 5, /* closes one */
  LECTERN_CHAR_MARK = 1 << 6,  /* a marker may begin with it */
  LECTERN_CHAR_MASK = 1 << 7   /* a placeholder may begin with it */
} LecternCharClass;

/* Two combinations that make no sense stand for what is no punctuation. */
#define LECTERN_CHAR_LINE_END   (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI)
#define LECTERN_CHAR_WIDE_BLANK (LECTERN_CHAR_STOP | LECTERN_CHAR_COMMA)
#define LECTERN_CHAR_FULL_STOP  (LECTERN_CHAR_STOP | LECTERN_CHAR_COLON)

/* A marker may follow these directly (FIELD: 。！？；：，、 ” ） 】). */
#define LECTERN_CHAR_BOUNDARY                                                                      \
  (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COMMA | LECTERN_CHAR_COLON                 \
   | LECTERN_CHAR_CLOSE)

/* By code point, for the basic plane; characters beyond mean nothing. */
extern const guint8 _lectern_char_classes[0x10000];

/* The class of the character at `p` of checked UTF-8, and its bytes. */
static inline guint
_lectern_char_class_at (const guchar *p, guint *size)
{
  guint c = *p;

  if (c < 0x80)
    return *size = 1, _lectern_char_classes[c];
  if (c < 0xe0)
    return *size = 2, _lectern_char_classes[((c & 0x1f) << 6) | (p[1] & 0x3f)];
  if (c < 0xf0)
    return *size = 3,
           _lectern_char_classes[((c & 0x0f) << 12) | ((p[1] & 0x3f) << 6) | (p[2] & 0x3f)];
  return *size = 4, 0;
}

/* The blank at `p` (blanks, tabs, U+3000, U+00A0 …, no line end): its bytes, or 0. */
static inline guint
_lectern_blank_at (const char *p, const char *end)
{
  return _lectern_blank_after (p, end - p, 0);
}

/* The blank that ends at `p`. */
static inline guint
_lectern_blank_behind (const char *start, const char *p)
{
  return _lectern_blank_before (start, p - start);
}
