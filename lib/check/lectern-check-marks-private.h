/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-private.h"

/* The marks of a text, found once for all rules: what is left of it when the words are taken away.
 * Adjacent equal characters are one mark (`……`, `。。。`), but for brackets and quotes. What stands
 * in addresses (after ://), in {{fields}}, in directives and in boilerplate is left out. */
typedef enum
{
  LECTERN_MARK_NONE,
  LECTERN_MARK_PARAGRAPH,   /* line ends between two paragraphs; also the first and the last mark */
  LECTERN_MARK_LINE,        /* a line end inside a paragraph that was broken */
  LECTERN_MARK_COMMA,       /* ， , */
  LECTERN_MARK_PAUSE,       /* 、 */
  LECTERN_MARK_SEMICOLON,   /* ； ; */
  LECTERN_MARK_COLON,       /* ： : */
  LECTERN_MARK_STOP,        /* 。 ｡ */
  LECTERN_MARK_QUESTION,    /* ？ ? */
  LECTERN_MARK_EXCLAMATION, /* ！ ! */
  LECTERN_MARK_POINT,       /* . ． */
  LECTERN_MARK_DOT,         /* · ・ • */
  LECTERN_MARK_ELLIPSIS,    /* … */
  LECTERN_MARK_DASH,        /* — */
  LECTERN_MARK_HYPHEN,      /* - － */
  LECTERN_MARK_APOSTROPHE,  /* ' */
  LECTERN_MARK_STRAIGHT,    /* " */
  LECTERN_MARK_OPEN,        /* a bracket or quote; see the shapes */
  LECTERN_MARK_CLOSE,
  LECTERN_MARK_DIGITS, /* a run of digits of either width, without points between them */
  LECTERN_N_MARKS
} LecternMarkKind;

typedef enum
{
  LECTERN_SHAPE_NONE,
  LECTERN_SHAPE_DOUBLE,       /* “ ” */
  LECTERN_SHAPE_SINGLE,       /* ‘ ’ */
  LECTERN_SHAPE_CORNER,       /* 「 」 */
  LECTERN_SHAPE_WHITE_CORNER, /* 『 』 */
  LECTERN_SHAPE_ROUND,        /* （ ） ( ) */
  LECTERN_SHAPE_SQUARE,       /* ［ ］ [ ] */
  LECTERN_SHAPE_BRACE,        /* ｛ ｝ { } */
  LECTERN_SHAPE_TORTOISE,     /* 〔 〕 */
  LECTERN_SHAPE_LENTICULAR,   /* 【 】 */
  LECTERN_SHAPE_TITLE,        /* 《 》 */
  LECTERN_SHAPE_INNER_TITLE,  /* 〈 〉 */
  LECTERN_N_SHAPES
} LecternMarkShape;

typedef struct
{
  gsize start;       /* in bytes of the text */
  guint32 size;      /* in bytes, of the whole run */
  guint16 character; /* of digits the first one; 0 at the ends of the text */
  guint8 kind;
  guint8 shape; /* of brackets and quotes */
} LecternMark;

/* All marks in the order of the text. The first one is a LECTERN_MARK_PARAGRAPH before the text,
 * the last one behind it, both without size, so that every mark between them has neighbours. */
const LecternMark *_lectern_check_get_marks (LecternCheck *check, gsize *n_marks);

/* How many characters the run has. */
static inline guint
_lectern_mark_count (const LecternMark *mark)
{
  return mark->size / (mark->character < 0x80 ? 1 : mark->character < 0x800 ? 2 : 3);
}
static inline gsize
_lectern_mark_end (const LecternMark *mark)
{
  return mark->start + mark->size;
}
/* Whether nothing stands between the mark and the next one. */
static inline gboolean
_lectern_mark_touches_next (const LecternMark *mark)
{
  return _lectern_mark_end (mark) == mark[1].start;
}

/* The characters on both sides of `at`, 0 at the ends of the text. */
gunichar _lectern_check_character_before (const LecternCheck *check, gsize at);
gunichar _lectern_check_character_at (const LecternCheck *check, gsize at);
