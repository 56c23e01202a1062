/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What the neighbours of a mask reveal. The words stand in lectern-mask-tables-zh.c, grouped by
 * what they mean; this is how they are asked. */

/* What a neighbour says of the mask. One word has one sense in one table; where a word says
 * different things after different words, `_lectern_mask_combine` decides. */
typedef enum
{
  LECTERN_SENSE_NONE,
  LECTERN_SENSE_TRAP, /* what looks like a mask is none: X光, ×号, 某些 */

  /* Each of these is a kind, some with a part. */
  LECTERN_SENSE_COUNT,
  LECTERN_SENSE_PERCENT,
  LECTERN_SENSE_ORDINAL,
  LECTERN_SENSE_YEAR,
  LECTERN_SENSE_MONTH,
  LECTERN_SENSE_DAY,
  LECTERN_SENSE_HOUR,
  LECTERN_SENSE_MINUTE,
  LECTERN_SENSE_QUARTER,
  LECTERN_SENSE_WEEKDAY,
  LECTERN_SENSE_DATE,
  LECTERN_SENSE_PERSON,
  LECTERN_SENSE_POST, /* a post that is itself left open: [职务] */
  LECTERN_SENSE_PLACE,
  LECTERN_SENSE_ORGANISATION,
  LECTERN_SENSE_TITLE,
  LECTERN_SENSE_TEXT,
  LECTERN_SENSE_FREE, /* a prompt: somebody is told to write, but not what kind of thing */

  /* After the mask: these have a kind of their own, but what stands before may change it. */
  LECTERN_SENSE_COUNT_BEGUN,    /* 支队伍: begins with a measure word */
  LECTERN_SENSE_COUNT_ONLY,     /* 部手机: its first character is a measure word only here */
  LECTERN_SENSE_AFTER_YEAR,     /* 年: a date, but 连续X年 counts */
  LECTERN_SENSE_AFTER_NUMBER,   /* 号: an ordinal, but X月X号 */
  LECTERN_SENSE_AFTER_DAYS,     /* 日: a date, but 历时X日 counts */
  LECTERN_SENSE_AFTER_POINT,    /* 点: a count, but 上午X点 */
  LECTERN_SENSE_AFTER_MINUTE,   /* 分: a count, but X时X分 */
  LECTERN_SENSE_AFTER_GROUP,    /* 组: a count, but 巡察X组 */
  LECTERN_SENSE_AFTER_BIG,      /* 大: a count, but 党的XX大 */
  LECTERN_SENSE_AFTER_MIDDLE,   /* 中: X届X中全会 */
  LECTERN_SENSE_AFTER_MEETING,  /* 会 */
  LECTERN_SENSE_AFTER_DOCUMENT, /* 办法: the title's own word or the end of a longer title */
  LECTERN_SENSE_AFTER_NOTICE,   /* 决定: such a word only in 《 》 */
  LECTERN_SENSE_AFTER_SPEAK,    /* 宣读 */

  /* Before the mask. */
  LECTERN_SENSE_BEFORE_ORDINAL, /* 第 */
  LECTERN_SENSE_BEFORE_TITLE,   /* 《 */
  LECTERN_SENSE_BEFORE_PERCENT, /* 百分之 */
  LECTERN_SENSE_BEFORE_SPAN,    /* 连续, 历时 */
  LECTERN_SENSE_BEFORE_AMOUNT,  /* 约, 达, 共 */
  LECTERN_SENSE_BEFORE_DAYTIME, /* 上午 */
  LECTERN_SENSE_BEFORE_HOUR,    /* 时, 点 */
  LECTERN_SENSE_BEFORE_MONTH,   /* 月 */
  LECTERN_SENSE_BEFORE_WEEK,    /* 星期 */
  LECTERN_SENSE_BEFORE_TEAM,    /* 巡察 */
  LECTERN_SENSE_BEFORE_PARTY,   /* 党的 */
  LECTERN_SENSE_BEFORE_SESSION, /* 届 */
  LECTERN_SENSE_BEFORE_MIDDLE,  /* 中 */
  LECTERN_SENSE_BEFORE_POST,    /* 组长 */
  LECTERN_SENSE_BEFORE_BRAND,   /* 清廉 */
  LECTERN_SENSE_BEFORE_PLACE,   /* 位于 */
  LECTERN_SENSE_BEFORE_TOPIC,   /* 关于 */
  LECTERN_SENSE_BEFORE_CODE,    /* 电话 */
  LECTERN_SENSE_BEFORE_TEST,    /* 打, 画: a cross, no mask */

  LECTERN_N_SENSES
} LecternMaskSense;

/* Tables are told apart by where the word stands and what is asked of it. */
typedef enum
{
  LECTERN_WORDS_AFTER,      /* begins right after the mask */
  LECTERN_WORDS_UNIT,       /* measure words that AFTER knows only with their noun */
  LECTERN_WORDS_BEFORE,     /* ends right before the mask */
  LECTERN_WORDS_SUFFIX,     /* ends a longer name that begins with the mask: …管委会 */
  LECTERN_WORDS_LISTED,     /* what a list of masks is a list of: XXX、XX等4名同志 */
  LECTERN_WORDS_MEASURE,    /* measure words of such a list; PERSON where only people take them */
  LECTERN_WORDS_STOP,       /* ends the name that a mask begins: 的, 了, 同志 */
  LECTERN_WORDS_LETTER,     /* after a lone X: 光, 射线, 轴 */
  LECTERN_WORDS_PAIR,       /* after XX */
  LECTERN_WORDS_FACTOR,     /* on both sides of a × that multiplies: 长, 宽 */
  LECTERN_WORDS_ASKING,     /* before ？？ that only ask: 什么 */
  LECTERN_WORDS_WAITING,    /* before 待定 that is part of a longer word: 有待定夺 */
  LECTERN_WORDS_CROSS,      /* after a lone ×: 号 */
  LECTERN_WORDS_SOME,       /* after a lone 某 */
  LECTERN_WORDS_PROMPT,     /* opens the text of a bracket that asks for something: 填写 */
  LECTERN_WORDS_FIELD,      /* ends the name of a field: 姓名, date */
  LECTERN_WORDS_SLOT,       /* wholly fills a bracket that asks: 姓名, 单位名称 */
  LECTERN_WORDS_NOTE,       /* opens a bracket that asks for nothing: 掌声 */
  LECTERN_WORDS_LATIN_UNIT, /* km */
  LECTERN_WORDS_PENDING,    /* a mask by itself: 待定, TBD */
  LECTERN_N_WORDS
} LecternMaskTable;

typedef struct
{
  const char *word; /* ends in NUL, lives as long as the program */
  guint64 bytes;    /* the first eight, or the last eight where words are asked backwards */
  guint16 next;     /* of the words that begin alike */
  guint8 length;    /* bytes */
  guint8 sense;
  guint8 table;
} LecternMaskWord;

/* One line of a table: words parted by a blank. */
typedef struct
{
  guint8 table;
  guint8 sense;
  const char *words;
} LecternMaskGroup;

extern const LecternMaskGroup _lectern_mask_groups_zh[];
extern const LecternMaskGroup _lectern_mask_groups_field[];

/* The tables in which a word may begin with a character (end with it, where words are asked
 * backwards), as bits; for characters alike in their low bits together. */
#define LECTERN_MASK_FIRSTS 4096
extern guint32 _lectern_mask_firsts[LECTERN_MASK_FIRSTS];

extern gsize _lectern_mask_tables_ready;
void _lectern_mask_tables_lay_out (void);

static inline void
_lectern_mask_tables_need (void)
{
  if (G_UNLIKELY (!g_atomic_pointer_get (&_lectern_mask_tables_ready)))
    _lectern_mask_tables_lay_out ();
}

/* Whether it is worth asking the table at that character. Only once the tables are laid out. */
static inline gboolean
_lectern_mask_may_begin (LecternMaskTable table, gunichar c)
{
  return _lectern_mask_firsts[c % LECTERN_MASK_FIRSTS] >> table & 1;
}

/* The longest word of the table that begins at `from`, or NULL; `to` ends what may be read. */
const LecternMaskWord *_lectern_mask_word_after (LecternMaskTable table, const char *from,
                                                 const char *to);

/* The longest word of the table that ends at `to`, or NULL; `from` begins what may be read. */
const LecternMaskWord *_lectern_mask_word_before (LecternMaskTable table, const char *from,
                                                  const char *to);

/* What the words on both sides say together; either may be LECTERN_SENSE_NONE. */
LecternMaskSense _lectern_mask_combine (LecternMaskSense before, LecternMaskSense after);

/* Kind and part; both static. NULL for a sense that is no kind. */
typedef struct
{
  const char *kind;
  const char *part;
} LecternMaskMeaning;

extern const LecternMaskMeaning _lectern_mask_meanings[LECTERN_N_SENSES];

static inline const char *
_lectern_mask_sense_kind (LecternMaskSense sense)
{
  return _lectern_mask_meanings[sense].kind;
}

static inline const char *
_lectern_mask_sense_part (LecternMaskSense sense)
{
  return _lectern_mask_meanings[sense].part;
}
