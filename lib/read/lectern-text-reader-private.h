/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-announcing-private.h"
#include "language/lectern-speech-words-private.h"
#include "model/lectern-builder-private.h"
#include "read/lectern-markers-private.h"
#include "read/lectern-scan-private.h"

/* The reader goes from lines to blocks (cut paragraphs joined), gives each block its part in the
 * speech, finds the marks that open headings and points, joins points to series, and hands the
 * whole to the builder in one pass. */

typedef enum
{
  LECTERN_BLOCK_BODY,
  LECTERN_BLOCK_HEADING,
  LECTERN_BLOCK_TITLE,
  LECTERN_BLOCK_BYLINE,
  LECTERN_BLOCK_OUTLINE,
  LECTERN_BLOCK_SALUTATION,
  LECTERN_BLOCK_THANKS,
  LECTERN_BLOCK_BOILERPLATE
} LecternBlockRole;

typedef enum
{
  LECTERN_ZONE_FRAME, /* before, between and after: children of the speech */
  LECTERN_ZONE_OPENING,
  LECTERN_ZONE_BODY,
  LECTERN_ZONE_CLOSING
} LecternZone;

typedef struct
{
  guint32 start; /* as of a line */
  guint32 begin;
  guint32 stop;
  guint32 end;
  guint32 token; /* the first token, and the one after the last */
  guint32 token_end;
  guint32 first_line;
  guint32 last_line;
  guint32 sentence; /* after the first sentence (。！？ and closing marks), or `stop` */
  guint32 address;  /* after the form of address at the start, or `begin` */
  guint32 body;     /* where text begins that may hold points: after heading or salutation */
  gint32 mark;      /* its own mark at the start, -1 for none */
  guint32 segment;  /* series do not go over into another one */
  guint16 level;    /* of a heading */
  guint8 role;
  guint8 zone;
  guint8 listed; /* a member of a parallel series of paragraphs */
} LecternBlock;

/* In place of a mark's series: not joined yet; none, because it opens a heading or is no marker. */
#define LECTERN_SERIES_OPEN -1
#define LECTERN_SERIES_NONE -2

typedef struct
{
  LecternMarker marker;
  guint32 block;
  guint32 token;   /* the one at the marker, or a later one before its end */
  guint32 lead;    /* after the lead, or 0 where there is none */
  guint32 end;     /* after the member, where it lies in its paragraph */
  gint32 next;     /* in the series, -1 at the end */
  gint32 series;   /* or one of the two below */
  guint32 ordinal; /* in the series */
  guint8 at_start; /* of a block */
  guint8 key;      /* bytes of the key of a parallel member */
} LecternMark;

typedef struct
{
  gint32 first;
  gint32 last;
  guint32 end;   /* where it ends within its paragraph */
  guint32 limit; /* it ends before this byte in any case */
  gint32 holder; /* the mark of the member that it stands in, -1 for none */
  guint8 inside; /* within one paragraph of one line: stands in its p */
  guint8 key;
} LecternSeriesPlan;

/* A directive that was cut out, with its line end and indent. */
typedef struct
{
  guint32 at;    /* in the text that is left */
  guint32 begin; /* in the whole text */
  guint32 stop;
  guint32 shift; /* by so much lies what comes after it farther on in the whole text */
} LecternCut;

/* A phrase that announces something: lectern-text-announcements-private.h. */
typedef struct _LecternPhrase LecternPhrase;

typedef struct
{
  const char *text; /* without directives */
  guint32 length;
  const char *whole; /* with them */
  char *rest;        /* what `text` is where there are some */
  GArray *cuts;      /* LecternCut, or NULL */
  const LecternSpeechWords *words;
  const LecternAnnouncing *announcing;
  LecternScan scan;
  LecternBlock *blocks;
  guint n_blocks;
  guint wrap_chars;      /* a line of at least so many characters may be cut by its end */
  GArray *marks;         /* LecternMark, in the order of the text */
  GArray *series;        /* LecternSeriesPlan */
  GArray *announcements; /* LecternPhrase */
  guint32 leaving_from; /* where the sentence that leaves a series was looked for last, and found */
  guint32 leaving_at;
} LecternTextReader;

#define LECTERN_LEAD_MAX_CHARS 40

static inline LecternMark *
_lectern_reader_mark (const LecternTextReader *r, gint i)
{
  return i < 0 ? NULL : &g_array_index (r->marks, LecternMark, i);
}

static inline gboolean
_lectern_reader_begins (const LecternTextReader *r, const LecternWords *words, guint32 at,
                        guint32 end)
{
  return _lectern_words_begin (words, r->text + at, r->text + end) > 0;
}

static inline gboolean
_lectern_reader_ends (const LecternTextReader *r, const LecternWords *words, guint32 start,
                      guint32 end)
{
  return _lectern_words_end (words, r->text + start, r->text + end) > 0;
}

static inline gboolean
_lectern_reader_has (const LecternTextReader *r, const LecternWords *words, guint32 start,
                     guint32 end)
{
  return _lectern_words_within (words, r->text + start, r->text + end);
}

/* For short lists that stand in the code. */
static inline gboolean
_lectern_reader_at (const LecternTextReader *r, const char *alternatives, guint32 at, guint32 end)
{
  return _lectern_alternative_at (alternatives, r->text + at, r->text + end) > 0;
}

/* The steps, in their order. */
void _lectern_reader_cut_directives (LecternTextReader *r);
void _lectern_reader_make_blocks (LecternTextReader *r);
void _lectern_reader_find_frame (LecternTextReader *r);
void _lectern_reader_find_marks (LecternTextReader *r);
void _lectern_reader_find_headings (LecternTextReader *r);
void _lectern_reader_set_segments (LecternTextReader *r);
void _lectern_reader_accept_marks (LecternTextReader *r);
void _lectern_reader_find_parallels (LecternTextReader *r);
void _lectern_reader_join_series (LecternTextReader *r);
void _lectern_reader_find_closing (LecternTextReader *r);
void _lectern_reader_find_opening (LecternTextReader *r);
void _lectern_reader_find_announcements (LecternTextReader *r);
void _lectern_reader_emit (LecternTextReader *r, LecternBuilder *builder);

/* Helpers. */
guint _lectern_reader_block_chars (const LecternTextReader *r, const LecternBlock *b);
/* The class of the last character of a line or block, 0 where it is no punctuation. */
guint _lectern_reader_last_class (const LecternTextReader *r, guint32 token, guint32 stop);
/* The end of the sentence that goes on at token `t`, with closing marks, not beyond `limit`. */
guint32 _lectern_reader_sentence_end (const LecternTextReader *r, guint32 t, guint stops,
                                      guint32 limit);
/* The first token at or after `offset`, searched from token `t`. */
guint32 _lectern_reader_token_at (const LecternTextReader *r, guint32 t, guint32 offset);
/* After the form of address at `at` (同志们：), or `at`. */
guint32 _lectern_reader_address (const LecternTextReader *r, guint32 token, guint32 at,
                                 guint32 limit);
/* Whether one form of address stands there, without its mark: 各位代表 */
gboolean _lectern_reader_is_address_piece (const LecternTextReader *r, guint32 start, guint32 end);
gboolean _lectern_reader_is_page_number (const LecternTextReader *r, guint32 begin, guint32 stop);
