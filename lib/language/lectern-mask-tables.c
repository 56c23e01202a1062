/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-mask-tables-private.h"

#include <string.h>

#include <lectern/lectern.h>

/* The words are written in groups, to be read and added to; they are asked by character. So they
 * are laid out once, in static memory, as a tree whose branches are found by hash: one probe a
 * character, and it ends with the first character that no word goes on with. */

#define MAX_WORDS   6144
#define MAX_SLOTS   16384 /* a power of two */
#define POOL_BYTES  65536
#define HASH_FACTOR 2654435769u

typedef struct
{
  guint32 hash;
  guint16 used;
  guint16 word; /* index + 1, or 0 where words only go on */
} Slot;

static LecternMaskWord words[MAX_WORDS];
static guint8 word_tables[MAX_WORDS];
static guint n_words;
static Slot slots[MAX_SLOTS];
static char pool[POOL_BYTES];
static gsize pool_used;

static inline guint32
begin (LecternMaskTable table)
{
  return (2166136261u ^ (guint32)table) * HASH_FACTOR;
}

static inline guint32
step (guint32 hash, const char *character, guint size)
{
  guint32 bytes = (guchar)character[0];

  for (guint i = 1; i < size; i++)
    bytes = bytes << 8 | (guchar)character[i];
  hash = (hash ^ bytes) * HASH_FACTOR;
  return hash ^ hash >> 15;
}

static inline Slot *
find (guint32 hash)
{
  guint i = hash & (MAX_SLOTS - 1);

  while (slots[i].used && slots[i].hash != hash)
    i = (i + 1) & (MAX_SLOTS - 1);
  return &slots[i];
}

static inline guint
size_at (const char *p)
{
  guchar c = (guchar)*p;

  return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static inline const char *
previous (const char *p)
{
  do
    p--;
  while (((guchar)*p & 0xc0) == 0x80);
  return p;
}

static inline gboolean
is_backward (LecternMaskTable table)
{
  return table == LECTERN_WORDS_BEFORE || table == LECTERN_WORDS_FIELD
         || table == LECTERN_WORDS_ASKING || table == LECTERN_WORDS_WAITING;
}

static Slot *
mark (guint32 hash)
{
  Slot *slot = find (hash);

  slot->hash = hash;
  slot->used = 1;
  return slot;
}

static void
add_word (const LecternMaskGroup *group, const char *word, gsize length)
{
  guint32 hash = begin (group->table);
  const char *p = is_backward (group->table) ? word + length : word;
  Slot *slot = NULL;

  g_assert (n_words < MAX_WORDS && pool_used + length + 1 <= POOL_BYTES);
  while (is_backward (group->table) ? p > word : p < word + length)
    {
      const char *character = is_backward (group->table) ? previous (p) : p;

      hash = step (hash, character, size_at (character));
      slot = mark (hash);
      p = is_backward (group->table) ? character : p + size_at (p);
    }
  memcpy (pool + pool_used, word, length);
  words[n_words]
      = (LecternMaskWord){ .word = pool + pool_used, .length = length, .sense = group->sense };
  word_tables[n_words] = group->table;
  pool_used += length + 1;
  slot->word = ++n_words;
}

static void
add_groups (const LecternMaskGroup *group)
{
  for (; group->words; group++)
    for (const char *p = group->words; *p;)
      {
        gsize length = strcspn (p, " ");

        if (length > 0)
          add_word (group, p, length);
        p += length + (p[length] == ' ');
      }
}

static void
lay_out (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      add_groups (_lectern_mask_groups_zh);
      add_groups (_lectern_mask_groups_field);
      g_once_init_leave (&ready, 1);
    }
}

static inline const LecternMaskWord *
word_of (const Slot *slot, LecternMaskTable table, const char *from, gsize length)
{
  const LecternMaskWord *word = slot->word ? &words[slot->word - 1] : NULL;

  /* Two different strings may have one hash. */
  if (word && word_tables[slot->word - 1] == table && word->length == length
      && memcmp (word->word, from, length) == 0)
    return word;
  return NULL;
}

const LecternMaskWord *
_lectern_mask_word_after (LecternMaskTable table, const char *from, const char *to)
{
  guint32 hash = begin (table);
  const LecternMaskWord *best = NULL;

  lay_out ();
  for (const char *p = from; p < to;)
    {
      const Slot *slot;
      const LecternMaskWord *word;
      guint size = size_at (p);

      if ((gsize)(to - p) < size)
        break;
      hash = step (hash, p, size);
      p += size;
      slot = find (hash);
      if (!slot->used)
        break;
      word = word_of (slot, table, from, p - from);
      if (word)
        best = word;
    }
  return best;
}

const LecternMaskWord *
_lectern_mask_word_before (LecternMaskTable table, const char *from, const char *to)
{
  guint32 hash = begin (table);
  const LecternMaskWord *best = NULL;

  lay_out ();
  for (const char *p = to; p > from;)
    {
      const Slot *slot;
      const LecternMaskWord *word;

      p = previous (p);
      hash = step (hash, p, size_at (p));
      slot = find (hash);
      if (!slot->used)
        break;
      word = word_of (slot, table, p, to - p);
      if (word)
        best = word;
    }
  return best;
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

static const struct
{
  const char *kind;
  const char *part;
} meanings[LECTERN_N_SENSES] = {
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

const char *
_lectern_mask_sense_kind (LecternMaskSense sense)
{
  return meanings[sense].kind;
}

const char *
_lectern_mask_sense_part (LecternMaskSense sense)
{
  return meanings[sense].part;
}
