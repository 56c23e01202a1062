/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-mask-tables-private.h"

#include <string.h>

#include <lectern/lectern.h>

/* The words are written in groups, to be read and added to; they are asked by character. So they
 * are laid out once, in static memory, under the hash of their first two characters (the last two
 * where words are asked backwards): two probes find the longest. Before them a set of tables for
 * each first character answers what is asked most: that no word begins here. */

#define MAX_WORDS  6144
#define SLOT_BITS  13
#define POOL_BYTES 65536
#define FACTOR     G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  guint32 tag;
  guint16 word; /* index of the last word laid out under this hash; 0: the slot is free */
} Slot;

gsize _lectern_mask_tables_ready;
guint32 _lectern_mask_firsts[LECTERN_MASK_FIRSTS];

static LecternMaskWord words[MAX_WORDS]; /* the first is none */
static guint n_words = 1;
static Slot slots[1 << SLOT_BITS];
static char pool[POOL_BYTES];
static gsize pool_used = 8; /* words are loaded eight bytes at a time */

#define BACKWARD                                                                                   \
  (1u << LECTERN_WORDS_BEFORE | 1u << LECTERN_WORDS_FIELD | 1u << LECTERN_WORDS_ASKING             \
   | 1u << LECTERN_WORDS_WAITING)

static inline guint32
tag_of (LecternMaskTable table, guint64 key)
{
  return (guint32)(((key ^ table * G_GUINT64_CONSTANT (0xff51afd7ed558ccd)) * FACTOR) >> 32);
}

static inline Slot *
find (guint32 tag)
{
  guint i = tag >> (32 - SLOT_BITS);

  while (slots[i].word && slots[i].tag != tag)
    i = (i + 1) & ((1u << SLOT_BITS) - 1);
  return &slots[i];
}

/* Eight bytes, the first lowest: a shift to one side leaves the first of them, to the other the
 * last, and that is a key. */

static inline guint64
load (const char *p)
{
  guint64 bytes;

  memcpy (&bytes, p, 8);
  return GUINT64_FROM_LE (bytes);
}

static inline guint64
load_after (const char *from, gsize left)
{
  guint64 bytes = 0;

  if (G_LIKELY (left >= 8))
    return load (from);
  while (left-- > 0)
    bytes = bytes << 8 | (guchar)from[left];
  return bytes;
}

static inline guint64
load_before (const char *to, gsize left)
{
  guint64 bytes = 0;

  if (G_LIKELY (left >= 8))
    return load (to - 8);
  for (gsize i = left; i > 0; i--)
    bytes = bytes << 8 | (guchar)to[(gssize)i - 1 - (gssize)left];
  return left ? bytes << (64 - 8 * left) : 0;
}

static inline guint64
key_after (guint64 bytes, guint size)
{
  return bytes << (64 - 8 * size) >> (64 - 8 * size);
}

static inline guint64
key_before (guint64 bytes, guint size)
{
  return bytes >> (64 - 8 * size);
}

static inline guint
size_after (guint64 bytes)
{
  if ((bytes & 0xf0) == 0xe0)
    return 3;
  if ((bytes & 0x80) == 0)
    return 1;
  return (bytes & 0xe0) == 0xc0 ? 2 : 4;
}

static inline guint
size_before (guint64 bytes)
{
  if ((bytes >> 40 & 0xf0) == 0xe0)
    return 3;
  if (bytes >> 56 < 0x80)
    return 1;
  return (bytes >> 48 & 0xe0) == 0xc0 ? 2 : 4;
}

/* The character in the lowest bytes, as far as its place among the first characters depends on it.
 */
static inline guint32 *
first_of (guint64 bytes, guint size)
{
  guint32 low = (guint32)bytes, c = low & 0x7f;

  if (size == 3)
    c = (low & 0x0f) << 12 | (low >> 2 & 0xfc0) | (low >> 16 & 0x3f);
  else if (size == 2)
    c = (low & 0x1f) << 6 | (low >> 8 & 0x3f);
  else if (size == 4)
    c = (low >> 4 & 0x3f000) | (low >> 10 & 0xfc0) | (low >> 24 & 0x3f);
  return &_lectern_mask_firsts[c % LECTERN_MASK_FIRSTS];
}

static void
add_word (const LecternMaskGroup *group, const char *from, gsize length)
{
  guint table = group->table, size;
  guint64 bytes, key;
  guint32 tag;
  Slot *slot;

  g_assert (n_words < MAX_WORDS);
  if (BACKWARD >> table & 1)
    {
      bytes = load (from + length - 8);
      size = size_before (bytes);
      *first_of (key_before (bytes, size), size) |= 1u << table;
      if (length > size)
        size += size_before (bytes << (8 * size));
      key = key_before (bytes, size);
    }
  else
    {
      bytes = load (from);
      size = size_after (bytes);
      *first_of (bytes, size) |= 1u << table;
      if (length > size)
        size += size_after (bytes >> (8 * size));
      key = key_after (bytes, size);
    }
  tag = tag_of (table, key);
  slot = find (tag);
  words[n_words] = (LecternMaskWord){ .word = from,
                                      .bytes = bytes,
                                      .next = slot->word,
                                      .length = (guint8)length,
                                      .sense = group->sense,
                                      .table = (guint8)table };
  slot->tag = tag;
  slot->word = (guint16)n_words++;
}

/* The blanks of the copy become the ends of its words. */
static void
add_groups (const LecternMaskGroup *group)
{
  for (; group->words; group++)
    {
      gsize length = strlen (group->words);
      char *from = pool + pool_used, *end = from + length, *to;

      g_assert (pool_used + length + 8 < POOL_BYTES);
      memcpy (from, group->words, length);
      pool_used += length + 1;
      for (; (to = memchr (from, ' ', end - from)); from = to + 1)
        {
          *to = '\0';
          add_word (group, from, to - from);
        }
      add_word (group, from, end - from);
    }
}

void
_lectern_mask_tables_lay_out (void)
{
  if (g_once_init_enter (&_lectern_mask_tables_ready))
    {
      add_groups (_lectern_mask_groups_zh);
      add_groups (_lectern_mask_groups_field);
      g_once_init_leave (&_lectern_mask_tables_ready, 1);
    }
}

/* Two keys may have one tag, so words are compared as a whole. */

static inline const LecternMaskWord *
longest_after (LecternMaskTable table, guint64 key, guint64 bytes, const char *from, gsize left)
{
  const LecternMaskWord *best = words;

  for (guint i = find (tag_of (table, key))->word; i; i = words[i].next)
    {
      const LecternMaskWord *word = &words[i];
      gsize length = word->length;

      if (length <= best->length || length > left || word->table != table)
        continue;
      if (length <= 8 ? (bytes ^ word->bytes) << (64 - 8 * length) == 0
                      : bytes == word->bytes && memcmp (word->word + 8, from + 8, length - 8) == 0)
        best = word;
    }
  return best == words ? NULL : best;
}

static inline const LecternMaskWord *
longest_before (LecternMaskTable table, guint64 key, guint64 bytes, const char *to, gsize left)
{
  const LecternMaskWord *best = words;

  for (guint i = find (tag_of (table, key))->word; i; i = words[i].next)
    {
      const LecternMaskWord *word = &words[i];
      gsize length = word->length;

      if (length <= best->length || length > left || word->table != table)
        continue;
      if (length <= 8 ? (bytes ^ word->bytes) >> (64 - 8 * length) == 0
                      : bytes == word->bytes && memcmp (word->word, to - length, length - 8) == 0)
        best = word;
    }
  return best == words ? NULL : best;
}

const LecternMaskWord *
_lectern_mask_word_after (LecternMaskTable table, const char *from, const char *to)
{
  gsize left = to > from ? (gsize)(to - from) : 0;
  guint64 bytes = load_after (from, left);
  guint size = size_after (bytes), both;
  const LecternMaskWord *word = NULL;

  _lectern_mask_tables_need ();
  if (left < size || !(*first_of (bytes, size) >> table & 1))
    return NULL;
  both = size + size_after (bytes >> (8 * size));
  if (left >= both)
    word = longest_after (table, key_after (bytes, both), bytes, from, left);
  return word ? word : longest_after (table, key_after (bytes, size), bytes, from, left);
}

const LecternMaskWord *
_lectern_mask_word_before (LecternMaskTable table, const char *from, const char *to)
{
  gsize left = to > from ? (gsize)(to - from) : 0;
  guint64 bytes = load_before (to, left);
  guint size = size_before (bytes), both;
  const LecternMaskWord *word = NULL;

  _lectern_mask_tables_need ();
  if (left < size || !(*first_of (key_before (bytes, size), size) >> table & 1))
    return NULL;
  both = size + size_before (bytes << (8 * size));
  if (left >= both)
    word = longest_before (table, key_before (bytes, both), bytes, to, left);
  return word ? word : longest_before (table, key_before (bytes, size), bytes, to, left);
}

/* A pair of neighbours that says more than the one after the mask. After NONE: whatever stands
 * there, for 第 and 百分之 leave no doubt. */
static const guint8 combinations[LECTERN_N_SENSES][LECTERN_N_SENSES] = {
  [LECTERN_SENSE_BEFORE_ORDINAL][LECTERN_SENSE_NONE] = LECTERN_SENSE_ORDINAL,
  [LECTERN_SENSE_BEFORE_PERCENT][LECTERN_SENSE_NONE] = LECTERN_SENSE_PERCENT,
  [LECTERN_SENSE_BEFORE_SPAN][LECTERN_SENSE_AFTER_YEAR] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_BEFORE_AMOUNT][LECTERN_SENSE_AFTER_YEAR] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_BEFORE_SPAN][LECTERN_SENSE_AFTER_DAYS] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_BEFORE_AMOUNT][LECTERN_SENSE_AFTER_DAYS] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_BEFORE_WEEK][LECTERN_SENSE_AFTER_DAYS] = LECTERN_SENSE_WEEKDAY,
  [LECTERN_SENSE_BEFORE_MONTH][LECTERN_SENSE_AFTER_NUMBER] = LECTERN_SENSE_DAY,
  [LECTERN_SENSE_BEFORE_DAYTIME][LECTERN_SENSE_AFTER_POINT] = LECTERN_SENSE_HOUR,
  [LECTERN_SENSE_BEFORE_HOUR][LECTERN_SENSE_AFTER_MINUTE] = LECTERN_SENSE_MINUTE,
  [LECTERN_SENSE_BEFORE_TEAM][LECTERN_SENSE_AFTER_GROUP] = LECTERN_SENSE_ORDINAL,
  [LECTERN_SENSE_BEFORE_POST][LECTERN_SENSE_AFTER_GROUP] = LECTERN_SENSE_ORDINAL, /* 村民X组 */
  [LECTERN_SENSE_BEFORE_PARTY][LECTERN_SENSE_AFTER_BIG] = LECTERN_SENSE_ORDINAL,
  [LECTERN_SENSE_BEFORE_SESSION][LECTERN_SENSE_AFTER_MIDDLE] = LECTERN_SENSE_ORDINAL,
  [LECTERN_SENSE_BEFORE_MIDDLE][LECTERN_SENSE_AFTER_MEETING] = LECTERN_SENSE_ORDINAL,
  [LECTERN_SENSE_BEFORE_TITLE][LECTERN_SENSE_AFTER_NOTICE] = LECTERN_SENSE_TITLE,
  [LECTERN_SENSE_BEFORE_CODE][LECTERN_SENSE_AFTER_NUMBER] = LECTERN_SENSE_TEXT,
};

/* What a sense of one side comes to where the other adds nothing. */
static const guint8 defaults[LECTERN_N_SENSES] = {
  [LECTERN_SENSE_COUNT_BEGUN] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_COUNT_ONLY] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_AFTER_YEAR] = LECTERN_SENSE_YEAR,
  [LECTERN_SENSE_AFTER_NUMBER] = LECTERN_SENSE_ORDINAL,
  [LECTERN_SENSE_AFTER_DAYS] = LECTERN_SENSE_DAY,
  [LECTERN_SENSE_AFTER_POINT] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_AFTER_MINUTE] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_AFTER_GROUP] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_AFTER_BIG] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_AFTER_MEETING] = LECTERN_SENSE_ORGANISATION,
  [LECTERN_SENSE_AFTER_DOCUMENT] = LECTERN_SENSE_TITLE,
  [LECTERN_SENSE_AFTER_NOTICE] = LECTERN_SENSE_TEXT,
  [LECTERN_SENSE_AFTER_SPEAK] = LECTERN_SENSE_PERSON,
  [LECTERN_SENSE_BEFORE_SPAN] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_BEFORE_AMOUNT] = LECTERN_SENSE_COUNT,
  [LECTERN_SENSE_BEFORE_DAYTIME] = LECTERN_SENSE_HOUR,
  [LECTERN_SENSE_BEFORE_WEEK] = LECTERN_SENSE_WEEKDAY,
  [LECTERN_SENSE_BEFORE_POST] = LECTERN_SENSE_PERSON,
  [LECTERN_SENSE_BEFORE_BRAND] = LECTERN_SENSE_PLACE,
  [LECTERN_SENSE_BEFORE_PLACE] = LECTERN_SENSE_PLACE,
  [LECTERN_SENSE_BEFORE_TOPIC] = LECTERN_SENSE_TEXT,
  [LECTERN_SENSE_BEFORE_CODE] = LECTERN_SENSE_TEXT,
};

LecternMaskSense
_lectern_mask_combine (LecternMaskSense before, LecternMaskSense after)
{
  guint both = combinations[before][LECTERN_SENSE_NONE];

  if (!both)
    both = combinations[before][after];
  if (both)
    return both;
  if (after)
    return defaults[after] ? defaults[after]
                           : (_lectern_mask_sense_kind (after) ? after : LECTERN_SENSE_NONE);
  return defaults[before];
}

const LecternMaskMeaning _lectern_mask_meanings[LECTERN_N_SENSES] = {
  [LECTERN_SENSE_COUNT] = { LECTERN_PLACEHOLDER_COUNT, NULL },
  [LECTERN_SENSE_PERCENT] = { LECTERN_PLACEHOLDER_PERCENT, NULL },
  [LECTERN_SENSE_ORDINAL] = { LECTERN_PLACEHOLDER_ORDINAL, NULL },
  [LECTERN_SENSE_YEAR] = { LECTERN_PLACEHOLDER_DATE, "year" },
  [LECTERN_SENSE_MONTH] = { LECTERN_PLACEHOLDER_DATE, "month" },
  [LECTERN_SENSE_DAY] = { LECTERN_PLACEHOLDER_DATE, "day" },
  [LECTERN_SENSE_HOUR] = { LECTERN_PLACEHOLDER_DATE, "hour" },
  [LECTERN_SENSE_MINUTE] = { LECTERN_PLACEHOLDER_DATE, "minute" },
  [LECTERN_SENSE_QUARTER] = { LECTERN_PLACEHOLDER_DATE, "quarter" },
  [LECTERN_SENSE_WEEKDAY] = { LECTERN_PLACEHOLDER_DATE, "weekday" },
  [LECTERN_SENSE_DATE] = { LECTERN_PLACEHOLDER_DATE, NULL },
  [LECTERN_SENSE_PERSON] = { LECTERN_PLACEHOLDER_PERSON, NULL },
  [LECTERN_SENSE_POST] = { LECTERN_PLACEHOLDER_PERSON, "post" },
  [LECTERN_SENSE_PLACE] = { LECTERN_PLACEHOLDER_PLACE, NULL },
  [LECTERN_SENSE_ORGANISATION] = { LECTERN_PLACEHOLDER_ORGANISATION, NULL },
  [LECTERN_SENSE_TITLE] = { LECTERN_PLACEHOLDER_TITLE, NULL },
  [LECTERN_SENSE_TEXT] = { LECTERN_PLACEHOLDER_TEXT, NULL },
  [LECTERN_SENSE_FREE] = { LECTERN_PLACEHOLDER_TEXT, NULL },
};
