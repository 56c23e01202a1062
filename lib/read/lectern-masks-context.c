/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-masks-context-private.h"

#include <string.h>

/* From the neighbours of a mask to its kind. What stands after decides first (a measure word, a
 * title, a suffix), then what stands before, then the end of the name that the mask begins. */

#define MAX_LIST 12 /* masks of one list that are passed over: XXX、XXX、XX、XXX4名同志 */

enum
{
  SURE = 95,
  LIKELY = 85,
  FAIR = 70,
  GUESS = 40
};

/* X.X, but not the points of a date: XX.X.X */
static gboolean
is_decimal_point (const char *p, const char *end)
{
  guint size;
  gunichar c = _lectern_peek (p, end, &size);
  guint letters = 0;

  if (c != '.' && c != 0xff0e)
    return FALSE;
  do
    c = _lectern_peek (p += size, end, &size);
  while (_lectern_mask_run (c) == LECTERN_RUN_LETTER && ++letters < 4);
  return letters > 0 && c != '.' && c != 0xff0e;
}

const char *
_lectern_mask_run_end (const char *p, const char *end)
{
  guint size;
  gunichar first = _lectern_peek (p, end, &size);
  LecternMaskRun run = _lectern_mask_run (first);
  gboolean point = FALSE;

  for (p += size; p < end; p += size)
    {
      gunichar c = _lectern_peek (p, end, &size);

      /* Crosses of all kinds mix (罗×x), shapes do not (●●○○ is a rating). */
      if (c == first || (run != LECTERN_RUN_SHAPE && _lectern_mask_run (c) == run))
        continue;
      if (run == LECTERN_RUN_LETTER && !point && is_decimal_point (p, end))
        {
          point = TRUE;
          continue;
        }
      break;
    }
  return p;
}

static inline const char *
pass_blanks (const char *p, const char *end)
{
  guint size;

  if (p < end && (guchar)*p > 0xe3) /* Han */
    return p;
  for (guint i = 0; i < 3 && _lectern_mask_is_blank (_lectern_peek (p, end, &size)) && size; i++)
    p += size;
  return p;
}

static const char *
pass_blanks_before (const char *p, const char *start)
{
  for (guint i = 0; i < 3 && p > start && _lectern_mask_is_blank (_lectern_mask_before (start, p));
       i++)
    do
      p--;
    while (p > start && ((guchar)*p & 0xc0) == 0x80);
  return p;
}

const LecternMaskWord *
_lectern_mask_find_next_word (LecternMaskPlace *place)
{
  if (_lectern_mask_is_blank (place->after))
    place->next_word = _lectern_mask_word_after (LECTERN_WORDS_AFTER,
                                                 pass_blanks (place->to, place->end), place->end);
  else
    place->next_word
        = _lectern_mask_word_at (LECTERN_WORDS_AFTER, place->after, place->to, place->end);
  place->has_next_word = TRUE;
  return place->next_word;
}

const LecternMaskWord *
_lectern_mask_find_last_word (LecternMaskPlace *place)
{
  if (_lectern_mask_is_blank (place->before))
    place->last_word = _lectern_mask_word_before (LECTERN_WORDS_BEFORE, place->start,
                                                  pass_blanks_before (place->from, place->start));
  else
    place->last_word
        = _lectern_mask_may_begin (LECTERN_WORDS_BEFORE, place->before)
              ? _lectern_mask_word_before (LECTERN_WORDS_BEFORE, place->start, place->from)
              : NULL;
  place->has_last_word = TRUE;
  return place->last_word;
}

/* Amounts: XX余万元, XX多个, XX万余名. */

static gboolean
is_magnitude (gunichar c)
{
  return c == 0x4e07 || c == 0x842c || c == 0x4ebf || c == 0x5104 || c == 0x5343 || c == 0x767e
         || c == 0x5341; /* 万 萬 亿 億 千 百 十 */
}

static gboolean
is_about (gunichar c)
{
  return c == 0x4f59 || c == 0x9918 || c == 0x591a || c == 0x6765; /* 余 餘 多 来 */
}

/* The unit as written, without the 余: from the magnitude to the end of the measure word. */
static const char *
join_unit (const char *magnitude, gsize size, const char *word)
{
  char unit[64];
  gsize length = strlen (word);
  const LecternMaskWord *whole;

  if (size + length >= sizeof unit)
    return word;
  memcpy (unit, magnitude, size);
  memcpy (unit + size, word, length);
  unit[size + length] = '\0';
  whole = _lectern_mask_word_after (LECTERN_WORDS_AFTER, unit, unit + size + length);
  return whole && whole->length == size + length ? whole->word : g_intern_string (unit);
}

static gboolean
is_counting (LecternMaskSense sense)
{
  return sense == LECTERN_SENSE_COUNT || sense == LECTERN_SENSE_AFTER_POINT
         || sense == LECTERN_SENSE_AFTER_GROUP || sense == LECTERN_SENSE_AFTER_MINUTE
         || sense == LECTERN_SENSE_AFTER_YEAR || sense == LECTERN_SENSE_AFTER_DAYS
         || sense == LECTERN_SENSE_AFTER_BIG || sense == LECTERN_SENSE_COUNT_BEGUN
         || sense == LECTERN_SENSE_COUNT_ONLY;
}

/* The measure word alone: of 支队伍 it is 支. */
static const char *
unit_of (const LecternMaskWord *word)
{
  const LecternMaskWord *part = word;

  if (word->sense == LECTERN_SENSE_COUNT_ONLY)
    part = _lectern_mask_word_after (LECTERN_WORDS_UNIT, word->word, word->word + word->length);
  while (part && (part->sense == LECTERN_SENSE_COUNT_BEGUN || !is_counting (part->sense)))
    part
        = _lectern_mask_word_after (LECTERN_WORDS_AFTER, word->word, word->word + part->length - 1);
  return part ? part->word : word->word;
}

/* 万元 is a unit in the table, 千瓦 one whose 千 multiplies nothing. */
static gboolean
is_longer_unit (const char *p, guint size, const char *end)
{
  const LecternMaskWord *word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, p, end);

  return word && word->length > size && is_counting (word->sense);
}

/* An amount: XX个, XX余万元, XX万多名. The unit is what is written, the 余 left out. */
static gboolean
read_amount (LecternMaskPlace *place, const char *p, LecternMaskReading *reading)
{
  guint size;
  gunichar c = _lectern_peek (p, place->end, &size);
  const char *magnitude;
  gsize magnitudes;
  const LecternMaskWord *word;
  gboolean about;

  about = is_about (c);
  if (about)
    c = _lectern_peek (p += size, place->end, &size);
  magnitude = p;
  while (is_magnitude (c) && !is_longer_unit (p, size, place->end))
    c = _lectern_peek (p += size, place->end, &size);
  magnitudes = p - magnitude;
  if (magnitudes && is_about (c))
    p += size;
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, pass_blanks (p, place->end), place->end);
  if (!word || !is_counting (word->sense))
    {
      if (!about || magnitudes || c == 0x591a || c == 0x6765)
        return FALSE;
      *reading = (LecternMaskReading){ LECTERN_SENSE_COUNT, NULL, FAIR };
      return TRUE;
    }
  reading->sense = LECTERN_SENSE_COUNT;
  reading->confidence = SURE;
  reading->unit = magnitudes ? join_unit (magnitude, magnitudes, unit_of (word)) : unit_of (word);
  return TRUE;
}

/* Lists. */

static inline gboolean
is_connector (gunichar c)
{
  switch (c)
    {
    case 0x3001: /* 、 */
    case 0x548c: /* 和 */
    case 0x4e0e: /* 与 */
    case 0x8207: /* 與 */
    case 0x53ca: /* 及 */
    case 0x81f3: /* 至 */
    case 0x5230: /* 到 */
    case 0x6216: /* 或 */
    case '-':
    case '~':
    case '/':
    case 0xff5e: /* ～ */
    case 0x2013:
    case 0x2014:
    case 0xff0d:
    case 0x301c:
      return TRUE;
    default:
      return FALSE;
    }
}

const char *
_lectern_mask_pass_list (LecternMaskPlace *place)
{
  guint size;
  LecternMaskRun run;
  const char *p = place->to;

  if (!is_connector (_lectern_peek (p, place->end, &size)))
    return p;
  run = _lectern_mask_run (_lectern_peek (place->from, place->end, &size));
  for (guint i = 0; i < MAX_LIST; i++)
    {
      const char *q = p;
      guint marks = 0;

      while (is_connector (_lectern_peek (q, place->end, &size)) && ++marks <= 2)
        q += size;
      if (marks == 0 || run == LECTERN_RUN_NONE)
        break;
      if (_lectern_peek (q, place->end, &size) == 0x7b2c) /* 第 */
        q += size;
      if (_lectern_mask_run (_lectern_peek (q, place->end, &size)) != run)
        break;
      p = _lectern_mask_run_end (q, place->end);
    }
  return p;
}

static gboolean
is_numeral (gunichar c)
{
  return _lectern_mask_is_digit (c) || c == 0x4e24 || c == 0x51e0 || c == 0x591a
         || c == 0x6570 /* 两 几 多 数 */
         || (c >= 0x4e00 && c <= 0x5341
             && (c == 0x4e00 || c == 0x4e8c || c == 0x4e09 || c == 0x56db || c == 0x4e94
                 || c == 0x516d || c == 0x4e03 || c == 0x516b || c == 0x4e5d || c == 0x5341));
}

/* What the names before were: 4名同志, 等3个乡镇, 两家企业, 等单位. */
static gboolean
read_list_noun (LecternMaskPlace *place, const char *p, LecternMaskReading *reading)
{
  guint size;
  const char *number;
  const LecternMaskWord *word;
  gboolean personal = FALSE;

  if (_lectern_peek (p, place->end, &size) == 0x7b49) /* 等 */
    p += size;
  for (number = p; is_numeral (_lectern_peek (p, place->end, &size)); p += size)
    ;
  if (p == number && _lectern_mask_run (_lectern_peek (p, place->end, &size)) == LECTERN_RUN_LETTER)
    p = _lectern_mask_run_end (p, place->end); /* 等X个单位 */
  if (p > number)
    {
      const LecternMaskWord *measure
          = _lectern_mask_word_after (LECTERN_WORDS_MEASURE, p, place->end);

      if (!measure)
        return FALSE;
      personal = measure->sense == LECTERN_SENSE_PERSON;
      p += measure->length;
    }
  word = _lectern_mask_word_after (LECTERN_WORDS_LISTED, p, place->end);
  if (!word && !personal)
    return FALSE;
  reading->sense = word ? (LecternMaskSense)word->sense : LECTERN_SENSE_PERSON;
  reading->confidence = LIKELY;
  return TRUE;
}

/* XX多个 is an amount, XX等多个县 ends a list. */
static gboolean
begins_list_noun (const char *p, const char *end)
{
  guint size;
  gunichar c = _lectern_peek (p, end, &size);

  return c == 0x7b49 || (is_numeral (c) && c != 0x591a && c != 0x6570);
}

/* The name that the mask begins: XX滨海度假区管委会. It ends where a mark or a small word does. */
static gboolean
read_name_end (LecternMaskPlace *place, LecternMaskReading *reading)
{
  const char *p = place->to;
  guint size;

  for (guint i = 0; i < 16 && p < place->end; i++, p += size)
    {
      gunichar c = _lectern_peek (p, place->end, &size);
      const LecternMaskWord *word;

      if (!_lectern_mask_is_word (c)
          || _lectern_mask_word_at (LECTERN_WORDS_STOP, c, p, place->end))
        return FALSE;
      word = _lectern_mask_word_at (LECTERN_WORDS_SUFFIX, c, p, place->end);
      if (word)
        {
          reading->sense = word->sense;
          reading->confidence = FAIR;
          return TRUE;
        }
    }
  return FALSE;
}

/* In 《…》: the whole title, a slot of it, or who the document is by. */
static gboolean
read_title (LecternMaskPlace *place, const LecternMaskWord *after, LecternMaskReading *reading)
{
  const char *p = place->from;
  guint i;

  for (i = 0; i < 20 && p > place->start; i++)
    {
      gunichar c;

      if (p - place->start >= 3 && (guchar)p[-3] > 0xe3) /* Han */
        {
          p -= 3;
          continue;
        }
      c = _lectern_mask_before (place->start, p);
      if (c == 0x300a || c == 0x3008)
        break;
      if (c == 0x300b || c == 0x3009 || c == 0x3002)
        return FALSE;
      do
        p--;
      while (p > place->start && ((guchar)*p & 0xc0) == 0x80);
    }
  if (i == 20 || p == place->start)
    return FALSE;
  reading->confidence = FAIR;
  /* A slot that opens a longer title names who gave the document; one beside its last word is part
   * of the title. */
  reading->sense
      = i == 0 && place->after != 0x300b && !after && _lectern_mask_is_word (place->after)
            ? LECTERN_SENSE_ORGANISATION
            : LECTERN_SENSE_TITLE;
  return TRUE;
}

static LecternMaskSense
year_by_digits (LecternMaskPlace *place)
{
  /* 20XX, 201x: with the digits before it the run makes four. */
  const char *p = place->from;
  guint digits = 0;

  if (!_lectern_mask_is_digit (place->before))
    return LECTERN_SENSE_NONE;
  while (digits < 4 && _lectern_mask_is_digit (_lectern_mask_before (place->start, p)))
    {
      do
        p--;
      while (((guchar)*p & 0xc0) == 0x80);
      digits++;
    }
  if (digits == 0 || digits > 3 || (*p != '1' && *p != '2'))
    return LECTERN_SENSE_NONE;
  return digits + _lectern_mask_run_length (place) == 4 ? LECTERN_SENSE_YEAR : LECTERN_SENSE_NONE;
}

static gboolean
read_sides (LecternMaskPlace *place, const LecternMaskWord *after, const LecternMaskWord *before,
            LecternMaskReading *reading)
{
  LecternMaskSense sense = _lectern_mask_combine (before ? before->sense : LECTERN_SENSE_NONE,
                                                  after ? after->sense : LECTERN_SENSE_NONE);

  if (!_lectern_mask_sense_kind (sense))
    return FALSE;
  reading->sense = sense;
  reading->confidence = after ? SURE : LIKELY;
  if (sense == LECTERN_SENSE_COUNT && after && is_counting (after->sense))
    reading->unit = unit_of (after);
  return TRUE;
}

static void
read_neighbours (LecternMaskPlace *place, LecternMaskReading *reading)
{
  const LecternMaskWord *before = _lectern_mask_last_word (place);
  const char *last = is_connector (place->after) ? _lectern_mask_pass_list (place) : place->to;
  const char *next = pass_blanks (last, place->end);
  gboolean passed = last != place->to;
  const LecternMaskWord *after;
  gunichar c;
  guint size;

  *reading = (LecternMaskReading){ .sense = LECTERN_SENSE_TEXT, .confidence = GUESS };
  /* XX（区）, [XX]同志 */
  c = _lectern_peek (next, place->end, &size);
  if (c == '(' || c == ')' || c == ']' || c == 0xff08 || c == 0xff09 || c == 0xff3d || c == 0x3011)
    {
      next += size;
      passed = TRUE;
    }
  after = !passed ? _lectern_mask_next_word (place)
                  : _lectern_mask_word_after (LECTERN_WORDS_AFTER, next, place->end);
  if (before
      && (before->sense == LECTERN_SENSE_BEFORE_ORDINAL
          || before->sense == LECTERN_SENSE_BEFORE_PERCENT))
    read_sides (place, NULL, before, reading);
  else if (year_by_digits (place) != LECTERN_SENSE_NONE
           && (!after || after->sense == LECTERN_SENSE_AFTER_YEAR))
    *reading = (LecternMaskReading){ .sense = LECTERN_SENSE_YEAR, .confidence = SURE };
  else if (begins_list_noun (next, place->end))
    {
      if (!(after && read_sides (place, after, before, reading)))
        if (!read_list_noun (place, next, reading))
          read_sides (place, NULL, before, reading);
    }
  else if (!after && read_amount (place, next, reading))
    ;
  else if (after && is_counting (after->sense)
           && is_magnitude (_lectern_peek (next, place->end, &size))
           && read_amount (place, next, reading))
    ;
  else if (after && read_sides (place, after, before, reading))
    ;
  else if (read_title (place, after, reading) || read_sides (place, NULL, before, reading))
    ;
  else
    read_name_end (place, reading);
}

void
_lectern_mask_read_context (LecternMaskPlace *place, LecternMaskReading *reading)
{
  if (!place->has_reading)
    {
      read_neighbours (place, &place->reading);
      place->has_reading = TRUE;
    }
  *reading = place->reading;
}

/* Whether what stands after the mask is a word that masks stand before. */
gboolean
_lectern_mask_has_strong_word (LecternMaskPlace *place)
{
  const LecternMaskWord *word = _lectern_mask_next_word (place);
  LecternMaskReading reading;

  if (word)
    return _lectern_mask_combine (LECTERN_SENSE_NONE, word->sense) != LECTERN_SENSE_NONE;
  if (!_lectern_mask_is_word (place->after))
    return FALSE;
  _lectern_mask_read_context (place, &reading);
  return reading.confidence >= 70;
}

gboolean
_lectern_mask_counts_or_dates (LecternMaskPlace *place)
{
  LecternMaskReading reading;
  const char *kind;

  if (place->after == '%' || place->after == 0xff05)
    return TRUE;
  if (!_lectern_mask_is_word (place->after) && !_lectern_mask_is_blank (place->after)
      && !strchr ("]).-/~", (int)MIN (place->after, 0x7f)) && place->after != 0x3015
      && place->after != 0xff09 && place->after != 0x2014)
    return FALSE;
  _lectern_mask_read_context (place, &reading);
  kind = _lectern_mask_sense_kind (reading.sense);
  return reading.confidence >= 85
         && (kind == _lectern_mask_sense_kind (LECTERN_SENSE_COUNT)
             || kind == _lectern_mask_sense_kind (LECTERN_SENSE_YEAR)
             || kind == _lectern_mask_sense_kind (LECTERN_SENSE_PERCENT)
             || kind == _lectern_mask_sense_kind (LECTERN_SENSE_ORDINAL));
}

gunichar
_lectern_mask_seen_before (const char *p, const char *start)
{
  for (guint i = 0; i < 4 && p > start; i++)
    {
      gunichar c = _lectern_mask_before (start, p);

      if (!_lectern_mask_is_blank (c))
        return c;
      do
        p--;
      while (p > start && ((guchar)*p & 0xc0) == 0x80);
    }
  return 0;
}

gunichar
_lectern_mask_seen_after (const char *p, const char *end)
{
  guint size;

  for (guint i = 0; i < 4 && p < end; i++, p += size)
    {
      gunichar c = _lectern_peek (p, end, &size);

      if (!_lectern_mask_is_blank (c))
        return c;
    }
  return 0;
}
