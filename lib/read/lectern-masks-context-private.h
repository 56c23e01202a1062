/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-mask-tables-private.h"
#include "language/lectern-scan-private.h"
#include "read/lectern-masks-private.h"

/* How far a bracket's end is looked for, in bytes. */
#define LECTERN_MASK_BRACKET 600

/* What the context came to. */
typedef struct
{
  LecternMaskSense sense;
  const char *unit;
  guint confidence;
} LecternMaskReading;

/* A mask between its neighbours: `start` and `end` bound the paragraph, `from` and `to` the mask.
 */
typedef struct
{
  const char *text;
  const char *start;
  const char *end;
  const char *from;
  const char *to;
  gunichar before; /* the characters beside the mask, 0 where there is none */
  gunichar after;
  gboolean has_last_word;
  gboolean has_next_word;
  gboolean has_reading;
  const LecternMaskWord *last_word; /* the words beside it, once they have been asked for */
  const LecternMaskWord *next_word;
  LecternMaskReading reading; /* likewise */
} LecternMaskPlace;

/* Marks that are written for what is left open; those of one family may stand in one run. */
typedef enum
{
  LECTERN_RUN_NONE,
  LECTERN_RUN_LETTER, /* X x × and their like */
  LECTERN_RUN_STAR,
  LECTERN_RUN_LINE,  /* underlines */
  LECTERN_RUN_SHAPE, /* ○ □ ● */
  LECTERN_RUN_BLOCK, /* ■ █: blacked out */
  LECTERN_RUN_SOME,  /* 某 */
  LECTERN_RUN_QUERY, /* ? */
  LECTERN_RUN_DOTS   /* … */
} LecternMaskRun;

static inline LecternMaskRun
_lectern_mask_run (gunichar c)
{
  /* Most characters are Han. */
  if ((c > 0x3007 && c < 0xff00 && c != 0x53e3 && c != 0x67d0))
    return LECTERN_RUN_NONE;
  switch (c)
    {
    case 'X':
    case 'x':
    case 0xff38: /* Ｘ */
    case 0xff58: /* ｘ */
    case 0xd7:   /* × */
    case 0x2573: /* ╳ */
    case 0x2715: /* ✕ */
    case 0x2716: /* ✖ */
      return LECTERN_RUN_LETTER;
    case '*':
    case 0xff0a:
      return LECTERN_RUN_STAR;
    case '_':
    case 0xff3f:
      return LECTERN_RUN_LINE;
    case 'O':
    case 0xff2f: /* Ｏ */
    case 0x25cb: /* ○ */
    case 0x25ef: /* ◯ */
    case 0x3007: /* 〇 */
    case 0x25a1: /* □ */
    case 0x25cf: /* ● */
    case 0x25b3: /* △ */
    case 0x25b2: /* ▲ */
    case 0x53e3: /* 口 */
      return LECTERN_RUN_SHAPE;
    case 0x25a0: /* ■ */
    case 0x2588: /* █ */
      return LECTERN_RUN_BLOCK;
    case 0x67d0:
      return LECTERN_RUN_SOME;
    case '?':
    case 0xff1f:
      return LECTERN_RUN_QUERY;
    case 0x2026:
      return LECTERN_RUN_DOTS;
    default:
      return LECTERN_RUN_NONE;
    }
}

/* The end of the run that begins at `p`, a decimal point between two runs included. */
const char *_lectern_mask_run_end (const char *p, const char *end);

/* Passes over "、XXX、XX" after a mask: where the last mask of the list ends. */
const char *_lectern_mask_pass_list (LecternMaskPlace *place);

/* What the context says of the mask, by what stands first after, then before, then the name it
 * begins. */
void _lectern_mask_read_context (LecternMaskPlace *place, LecternMaskReading *reading);

/* The word right after (before) the mask, blanks passed over. */
const LecternMaskWord *_lectern_mask_find_next_word (LecternMaskPlace *place);
const LecternMaskWord *_lectern_mask_find_last_word (LecternMaskPlace *place);

static inline const LecternMaskWord *
_lectern_mask_next_word (LecternMaskPlace *place)
{
  return place->has_next_word ? place->next_word : _lectern_mask_find_next_word (place);
}

static inline const LecternMaskWord *
_lectern_mask_last_word (LecternMaskPlace *place)
{
  return place->has_last_word ? place->last_word : _lectern_mask_find_last_word (place);
}

/* The word of the table that begins with the character `c` at `p`. */
static inline const LecternMaskWord *
_lectern_mask_word_at (LecternMaskTable table, gunichar c, const char *p, const char *end)
{
  return _lectern_mask_may_begin (table, c) ? _lectern_mask_word_after (table, p, end) : NULL;
}

/* What the name of a field says of its kind: 单位, start_date. NONE where nothing. */
LecternMaskSense _lectern_mask_read_name (const char *from, const char *to);

/* Brackets that ask for something and declared fields; `place->from` is at the opening one. */
gboolean _lectern_mask_match_bracket (LecternMaskPlace *place, LecternMask *mask,
                                      const char **skip);

/* Writes kind, part and unit. */
void _lectern_mask_set (LecternMask *mask, const LecternMaskReading *reading);

/* Classes of characters. */
static inline gboolean
_lectern_mask_is_blank (gunichar c)
{
  if (c > 0x3000) /* Han */
    return FALSE;
  return c == ' ' || c == '\t' || c == 0x3000 || c == 0xa0 || c == '\n' || c == '\r';
}

static inline gboolean
_lectern_mask_is_letter (gunichar c)
{
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static inline gboolean
_lectern_mask_is_digit (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/* Han, kana, hangul. */
static inline gboolean
_lectern_mask_is_word (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x30ff && c != 0x30fb)
         || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || c == 0x3005
         || (c >= 0x20000 && c <= 0x3ffff);
}

/* Punctuation that stands in running Chinese, the half-width forms excepted. */
static inline gboolean
_lectern_mask_is_wide_mark (gunichar c)
{
  return (c >= 0x3001 && c <= 0x3020 && c != 0x3005 && c != 0x3007)
         || (c >= 0xff01 && c <= 0xff65 && !_lectern_mask_is_digit (c)
             && !(c >= 0xff21 && c <= 0xff3a) && !(c >= 0xff41 && c <= 0xff5a))
         || (c >= 0x2014 && c <= 0x2026) || c == 0xb7 || c == 0x30fb;
}

static inline gunichar
_lectern_mask_before (const char *start, const char *p)
{
  const char *q = p;
  guint size;

  if (p - start >= 3 && ((guchar)p[-3] & 0xf0) == 0xe0)
    return ((guchar)p[-3] & 0x0fu) << 12 | ((guchar)p[-2] & 0x3fu) << 6 | ((guchar)p[-1] & 0x3fu);
  if (p <= start)
    return 0;
  do
    q--;
  while (q > start && ((guchar)*q & 0xc0) == 0x80);
  return _lectern_peek (q, p, &size);
}

/* Fills in the neighbours of the bytes [`from`, `to`). */
static inline void
_lectern_mask_place (LecternMaskPlace *place, const char *text, gsize start, gsize end,
                     const char *from, const char *to)
{
  guint size;

  place->text = text;
  place->start = text + start;
  place->end = text + end;
  place->from = from;
  place->to = to;
  place->has_last_word = FALSE;
  place->has_next_word = FALSE;
  place->has_reading = FALSE;
  place->before = _lectern_mask_before (place->start, from);
  place->after = _lectern_peek (to, place->end, &size);
}

static inline gunichar
_lectern_mask_at (LecternMaskPlace *place, const char *p)
{
  guint size;

  return _lectern_peek (p, place->end, &size);
}

static inline guint
_lectern_mask_run_length (LecternMaskPlace *place)
{
  guint length = 0;

  for (const char *p = place->from; p < place->to; p++)
    length += ((guchar)*p & 0xc0) != 0x80;
  return length;
}

static inline gboolean
_lectern_mask_is_cjk (gunichar c)
{
  return _lectern_mask_is_word (c) || _lectern_mask_is_wide_mark (c);
}

static inline gboolean
_lectern_mask_is_ascii_name_mark (gunichar c)
{
  return c == '/' || c == '.' || c == '@' || c == '\\' || c == '_' || c == '&' || c == '='
         || c == '-' || c == ':' || c == '#';
}

/* The nearest character that is no blank, within a few; 0 where there is none. */
gunichar _lectern_mask_seen_before (const char *p, const char *start);
gunichar _lectern_mask_seen_after (const char *p, const char *end);

static inline gunichar
_lectern_mask_near_before (LecternMaskPlace *place)
{
  return _lectern_mask_is_blank (place->before)
             ? _lectern_mask_seen_before (place->from, place->start)
             : place->before;
}

static inline gunichar
_lectern_mask_near_after (LecternMaskPlace *place)
{
  return _lectern_mask_is_blank (place->after) ? _lectern_mask_seen_after (place->to, place->end)
                                               : place->after;
}

/* Whether what stands after the mask is something that masks stand before. */
gboolean _lectern_mask_has_strong_word (LecternMaskPlace *place);

/* Whether the context asks for a figure, and leaves little doubt. */
gboolean _lectern_mask_counts_or_dates (LecternMaskPlace *place);

/* A run of X, x, ×. */
gboolean _lectern_mask_match_letters (LecternMaskPlace *place, LecternMaskReading *reading);
