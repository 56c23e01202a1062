/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-numerals-private.h"
#include "language/lectern-words-private.h"

/* The phrases that announce a list: a number, a measure word, a noun (三点意见, four major courses
 * of action), and what stands around them. A language may have none of a kind. */

/* What a character may be, told without looking at a word. */
typedef enum
{
  LECTERN_ANNOUNCING_STARTS = 1 << 0,  /* the first one of a number */
  LECTERN_ANNOUNCING_FOLLOWS = 1 << 1, /* the next one where a measure word or keyword comes */
  LECTERN_ANNOUNCING_PEOPLE = 1 << 2   /* the next one where people are counted */
} LecternAnnouncingChar;

typedef struct
{
  const char *language;       /* the start of a BCP 47 tag */
  const char *numbers;        /* words for 2, 3, 4 …; NULL where numerals are read */
  gboolean spaced;            /* words are parted by blanks */
  gboolean verb_last;         /* the verb follows on what is counted */
  LecternWords starts;        /* what a number begins with */
  guint8 chars[4096];         /* LecternAnnouncingChar by the lowest twelve bits of a character */
  LecternWords indefinite;    /* in place of a number: 几, 若干 */
  LecternWords no_number;     /* before the number: it goes back, or counts places: 这, 第 */
  LecternWords measures;      /* after the number: 点, 个 */
  LecternWords alone;         /* of these: may stand without a noun: 点, 条 */
  LecternWords said;          /* nouns for what a speaker says: 意见, 希望 */
  LecternWords nouns;         /* other nouns that a list may unfold: 原则, 环节 */
  LecternWords asides;        /* may follow in place of a noun: 供大家参考 */
  LecternWords no_nouns;      /* counted things and times, never unfolded: 月, 百分点 */
  LecternWords speaking;      /* verbs of saying: 讲, 提出 */
  LecternWords leading;       /* other words before a list: 做到, 把握, 有 */
  LecternWords here;          /* say that it follows: 以下 */
  LecternWords no_verbs;      /* begin with one of these verbs and are none: 提高 */
  LecternWords reported;      /* after the verb: somebody did so before: 了 */
  LecternWords namely;        /* between the phrase and the list: 即 */
  LecternWords joins;         /* before the last of some names: 和 */
  LecternWords people;        /* after the number of some names: 名同志 */
  LecternWords before_people; /* before the first of some names: 表彰了 */
  guint8 people_bytes[4];     /* the third bytes of the first characters of these, 0 for no more */
} LecternAnnouncing;

/* One file of tables per language. */
extern LecternAnnouncing _lectern_announcing_zh;
extern LecternAnnouncing _lectern_announcing_en;
extern LecternAnnouncing _lectern_announcing_ja;
extern LecternAnnouncing _lectern_announcing_ko;

/* The tables for a language; those of Chinese where it is not known. */
const LecternAnnouncing *_lectern_announcing_lookup (const char *language);

/* What the character at `p` may be (LecternAnnouncingChar), and its bytes. */
static inline guint
_lectern_announcing_char (const LecternAnnouncing *words, const guchar *p, guint *size)
{
  if (G_LIKELY (*p >= 0xe0 && *p < 0xf0))
    return *size = 3, words->chars[((p[1] & 0x3f) << 6) | (p[2] & 0x3f)];
  if (*p < 0x80)
    return *size = 1, words->chars[*p];
  if (*p < 0xe0)
    return *size = 2, words->chars[((p[0] & 0x1f) << 6) | (p[1] & 0x3f)];
  return *size = 4, words->chars[((p[2] & 0x3f) << 6) | (p[3] & 0x3f)];
}

/* Whether the character at `p` may be one of these after the first one of a number; what is not
 * of three bytes is not told apart. */
static inline gboolean
_lectern_announcing_may_follow (const LecternAnnouncing *words, const guchar *p, guint chars)
{
  guint size, found = _lectern_announcing_char (words, p, &size);

  return size != 3 || (found & chars);
}

typedef enum
{
  LECTERN_ANNOUNCED_NONE,
  LECTERN_ANNOUNCED_NUMBER,
  LECTERN_ANNOUNCED_INDEFINITE, /* 几, 若干 */
  LECTERN_ANNOUNCED_MASKED      /* X */
} LecternAnnounced;

/* The number that begins at `p`, its value and its bytes. A number below two, or one that no
 * speech counts to, announces nothing. */
LecternAnnounced _lectern_announcing_number (const LecternAnnouncing *words, const char *p,
                                             const char *end, guint *value, gsize *length);

/* The names in [p, end) that a number of people ends (张某、李某、王某三位同志), or the quoted ones
 * that any number ends (“河长”“林长”两项制度): how many there are, and where the number begins; 0
 * where that is something else. */
guint _lectern_announcing_count_names (const char *p, const char *end, const char **number);

/* A number of things in these numerals: of Chinese ones 两 (兩 in zh-Hant) and not 二. NULL where
 * the style cannot write it. */
char *_lectern_announcing_format (LecternNumeralStyle style, guint count, const char *language);

/* Whether a quotation opens right before `start`: “四个聚焦” is a name, whose number stays. */
gboolean _lectern_announcing_is_quoted (const char *text, gsize start);
