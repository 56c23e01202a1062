/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-words-private.h"

/* Families of markers: what stands around a numeral, and what the whole opens. */
typedef enum
{
  LECTERN_FAMILY_NONE,
  LECTERN_FAMILY_CJK,              /* 一、 */
  LECTERN_FAMILY_CJK_BRACKETS,     /* （一） ㈠ */
  LECTERN_FAMILY_DECIMAL,          /* 1. 1、 */
  LECTERN_FAMILY_ROMAN,            /* I. */
  LECTERN_FAMILY_UPPER_ALPHA,      /* A. */
  LECTERN_FAMILY_LOWER_ALPHA,      /* a. */
  LECTERN_FAMILY_STEM,             /* 甲、 */
  LECTERN_FAMILY_CHAPTER,          /* 第一章 */
  LECTERN_FAMILY_PART,             /* 第一部分 */
  LECTERN_FAMILY_DIVISION,         /* 第一节 */
  LECTERN_FAMILY_DECIMAL_BRACKETS, /* （1） ⑴ */
  LECTERN_FAMILY_DECIMAL_CLOSE,    /* 1） */
  LECTERN_FAMILY_ALPHA_BRACKETS,   /* (a) */
  LECTERN_FAMILY_CIRCLED,          /* ① */
  LECTERN_FAMILY_IS,               /* 一是 */
  LECTERN_FAMILY_MUST,             /* 一要 */
  LECTERN_FAMILY_NTH,              /* 第一， */
  LECTERN_FAMILY_NTH_NOUN,         /* 第一个方面： */
  LECTERN_FAMILY_OF_THEM,          /* 其一， */
  LECTERN_FAMILY_COME,             /* 一来 */
  LECTERN_FAMILY_THEN,             /* 一则 */
  LECTERN_FAMILY_ORDER,            /* 首先 其次 再次 最后, First Second … */
  LECTERN_FAMILY_SIDE,             /* 一方面 另一方面 */
  LECTERN_FAMILY_ONE_IS,           /* 一个是 另一个是 */
  LECTERN_FAMILY_PARALLEL,         /* no marker: members begin alike */
  LECTERN_N_FAMILIES
} LecternFamilyId;

typedef enum
{
  LECTERN_ROLE_HEADING, /* opens a heading at the start of a paragraph */
  LECTERN_ROLE_POINT,   /* always opens a point */
  LECTERN_ROLE_EITHER   /* as the other members of its sequence stand */
} LecternRole;

typedef enum
{
  LECTERN_FAMILY_INLINE = 1 << 0,  /* may open a member inside a paragraph */
  LECTERN_FAMILY_PARTNER = 1 << 1, /* is a member only beside another one, at the start too */
  LECTERN_FAMILY_NOUN = 1 << 2,    /* a noun may stand between the suffix and a mark */
  LECTERN_FAMILY_SENTENCE = 1 << 3, /* inside a paragraph only after the end of a clause: 。；： */
  LECTERN_FAMILY_NOT_NUMERAL = 1 << 4 /* no numeral may follow: 三要三不要, 一、二年级 */
} LecternFamilyFlags;

typedef enum
{
  LECTERN_DIGITS_CJK = 1 << 0,           /* 一 十二 壹 */
  LECTERN_DIGITS_DECIMAL = 1 << 1,       /* 1 １ */
  LECTERN_DIGITS_CIRCLED = 1 << 2,       /* ① */
  LECTERN_DIGITS_BRACKETED = 1 << 3,     /* ⑴ */
  LECTERN_DIGITS_BRACKETED_CJK = 1 << 4, /* ㈠ */
  LECTERN_DIGITS_STOPPED = 1 << 5,       /* ⒈ */
  LECTERN_DIGITS_STEM = 1 << 6,          /* 甲 */
  LECTERN_DIGITS_ALPHA = 1 << 7,         /* a */
  LECTERN_DIGITS_UPPER_ALPHA = 1 << 8,   /* A */
  LECTERN_DIGITS_ROMAN = 1 << 9          /* I Ⅰ */
} LecternDigits;

/* Strings that hold alternatives part them by `|`, the longer one first; an empty one stands last.
 */
typedef struct
{
  guint8 id;
  guint8 role;
  guint8 flags;
  guint16 digits;
  guint8 limit; /* the highest number that is a marker */
  const char *prefix;
  LecternAlternatives suffix;
  LecternAlternatives not_next; /* what may not follow */
} LecternFamily;

/* A word that is a marker by itself. Number 0 is the last one, whatever its position. */
typedef struct
{
  const char *word;
  guint8 id;
  guint8 number;
  guint8 flags;
  LecternAlternatives marks;  /* a mark after it that belongs to it */
  LecternAlternatives modals; /* what may follow where there is no mark; NULL: anything */
  guint8 length;              /* of the word */
  guint8 next;                /* number of the next one that may begin alike, 0 for none */
} LecternWordMarker;

/* What stands before the numeral: nothing, 第, 其, a bracket of either width. */
typedef enum
{
  LECTERN_LEAD_NONE,
  LECTERN_LEAD_NTH,
  LECTERN_LEAD_OF_THEM,
  LECTERN_LEAD_BRACKET,
  LECTERN_N_LEADS
} LecternLead;

/* The numbers of the families with this lead and one kind of digits, in their order, 0 at the end.
 */
const guint8 *_lectern_families_group (LecternLead lead, LecternDigits digits);
const LecternFamily *_lectern_family_get (guint number);
/* The words that are markers and stand at `p`, one after the other: the first one after `previous`
 * (NULL: of all), or NULL. */
const LecternWordMarker *_lectern_word_marker_at (const char *p, const char *end,
                                                  const LecternWordMarker *previous);
/* The first word of the list that the word at `p` belongs to (其次: 首先), or NULL. */
const char *_lectern_word_marker_first (const char *p, const char *end);
/* 第一个月, 第一个五年: times, not markers. */
gboolean _lectern_family_no_noun_at (const char *p, const char *end);
