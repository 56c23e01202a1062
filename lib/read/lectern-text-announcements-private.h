/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-announcing-private.h"
#include "read/lectern-text-reader-private.h"

/* Announcements are found in two steps: phrases that may announce something, looked for only before
 * what could be announced, and the section or series that each of them means. */

typedef enum
{
  LECTERN_PHRASE_SPEAKING = 1 << 0, /* after a verb of saying: 讲三点意见 */
  LECTERN_PHRASE_LEADING = 1 << 1, /* after another word that leads to a list: 把握三个环节 */
  LECTERN_PHRASE_HERE = 1 << 2,    /* 以下三个方面 */
  LECTERN_PHRASE_REPORTED = 1 << 3, /* 刚才书记讲了三点意见 */
  LECTERN_PHRASE_SAID = 1 << 4,     /* the noun is what a speaker says: 意见 */
  LECTERN_PHRASE_NOUN = 1 << 5,     /* it is a noun of the tables, or none is wanted: 三点 */
  LECTERN_PHRASE_QUOTED = 1 << 6,   /* a key word: 五个“紧盯”, “四个聚焦” */
  LECTERN_PHRASE_SLOGAN = 1 << 7,   /* of the table of slogans */
  LECTERN_PHRASE_HEADING = 1 << 8   /* within the sentence of a heading */
} LecternPhraseFlags;

struct _LecternPhrase
{
  guint32 start;
  guint32 end;
  guint32 keyword; /* both equal where there is none */
  guint32 keyword_end;
  guint32 gap; /* after the quotation mark that closes behind the phrase, or `end` */
  guint32 block;
  guint32 node;    /* as the builder opened it */
  guint16 count;   /* the number, where it is one */
  guint8 counting; /* LecternAnnounced */
  guint16 flags;   /* LecternPhraseFlags */
  gint series;     /* what it announces: a series, or -1 */
  gint section;    /* or the block of the first of some sections, or -1 */
  guint names;     /* or the names within */
  guint score;     /* of the tie */
};

/* Appends the phrases in [from, to) of a block. */
void _lectern_phrases_find (LecternTextReader *r, guint block, guint32 from, guint32 to,
                            GArray *phrases);
/* Appends the lists of names of a block that end in their number. */
void _lectern_phrases_find_names (LecternTextReader *r, guint block, GArray *phrases);
/* Appends the phrase whose number stands at `number` behind quoted names that begin at `start`;
 * `token` is the one before the number. */
void _lectern_phrases_add_quoted (LecternTextReader *r, guint block, guint32 token, guint32 start,
                                  guint32 number, GArray *phrases);
/* Ties the phrases to what they announce; those that announce nothing go. */
void _lectern_phrases_tie (LecternTextReader *r, GArray *phrases);
