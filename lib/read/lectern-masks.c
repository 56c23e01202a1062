/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE /* memrchr */
#include "read/lectern-masks-context-private.h"

#include <string.h>

/* Which runs of X, *, _, ○ … are masks. doc/placeholders.md says the rules in prose; each trap
 * here has a test. Everything is decided within the paragraph and a bounded stretch round the run,
 * but for one thing: an asterisk looks for its partner, to leave **bold** alone. */

#define EMPHASIS_REACH 200

gboolean
_lectern_mask_is_trigger (gunichar c)
{
  switch (c)
    {
    case ' ':
    case 0xa0:
    case 0x3000: /* blanks before 年 月 日 */
    case '[':
    case 0xff3b: /* ［ */
    case 0x3010: /* 【 */
    case '(':
    case 0xff08: /* （ */
    case 0x3014: /* 〔 */
    case '{':
    case 0xff5b: /* ｛ */
    case 0x300a: /* 《 */
    case 0xab:   /* « */
    case '$':
    case '#':
    case '%':
    case '<':
    case 'T':
    case 0x5f85: /* 待 */
      return TRUE;
    default:
      return _lectern_mask_run (c) != LECTERN_RUN_NONE;
    }
}

static const char *
find_last (const char *low, char mark, const char *high)
{
#ifdef __GLIBC__
  return memrchr (low, mark, high - low);
#else
  while (high > low)
    if (*--high == mark)
      return high;
  return NULL;
#endif
}

/* The next (previous) run of as many of the same mark within reach. */
static gboolean
find_partner (LecternMaskPlace *place, gboolean forward, LecternMaskPlace *partner)
{
  gsize length = place->to - place->from;
  char mark = *place->from;
  const char *low = place->from - MIN ((gsize)(place->from - place->start), EMPHASIS_REACH);
  const char *high = place->to + MIN ((gsize)(place->end - place->to), EMPHASIS_REACH);
  const char *from = place->from, *to = place->to;

  for (;;)
    {
      const char *found = forward ? memchr (to, mark, high - to) : find_last (low, mark, from);

      if (!found)
        return FALSE;
      for (from = found; from > place->start && from[-1] == mark; from--)
        ;
      for (to = found; to < place->end && *to == mark; to++)
        ;
      if ((gsize)(to - from) == length)
        {
          _lectern_mask_place (partner, place->text, place->start - place->text,
                               place->end - place->text, from, to);
          return TRUE;
        }
      if (to > high || from < low)
        return FALSE;
    }
}

/* **bold**: two like runs of which one could be no mask by itself. */
static gboolean
is_emphasis (LecternMaskPlace *place, gboolean strong)
{
  LecternMaskPlace partner;

  if (*place->from != '*' || _lectern_mask_run_length (place) > 3)
    return FALSE;
  /* What opens stands before a word, what closes after one, unless no word is on the other side. */
  if ((_lectern_mask_is_word (place->after) || !_lectern_mask_is_word (place->before))
      && find_partner (place, TRUE, &partner) && !_lectern_mask_is_blank (partner.before)
      && !(strong && _lectern_mask_has_strong_word (&partner)))
    return TRUE;
  return (_lectern_mask_is_word (place->before) || !_lectern_mask_is_word (place->after))
         && find_partner (place, FALSE, &partner) && !_lectern_mask_is_blank (partner.after)
         && _lectern_mask_is_word (partner.after)
         && !(strong && _lectern_mask_has_strong_word (&partner));
}

static gboolean
match_stars (LecternMaskPlace *place, LecternMaskReading *reading)
{
  guint length = _lectern_mask_run_length (place);
  gunichar before = place->before, after = place->after;
  gboolean strong, percent = after == '%' || after == 0xff05;
  const LecternMaskWord *note;

  if (before == '\\' || _lectern_mask_is_letter (before) || _lectern_mask_is_letter (after)
      || _lectern_mask_is_digit (after))
    return FALSE;
  if (_lectern_mask_is_digit (before))
    {
      if (!_lectern_mask_counts_or_dates (place))
        return FALSE;
      _lectern_mask_read_context (place, reading);
      return TRUE;
    }
  if (!_lectern_mask_is_word (after) && !percent
      && !(_lectern_mask_is_cjk (before) && _lectern_mask_is_cjk (after)
           && (length > 1 || before == 0x201c)))
    return FALSE;
  note = _lectern_mask_word_at (LECTERN_WORDS_NOTE, after, place->to, place->end);
  if (note && (!before || !_lectern_mask_is_cjk (before)))
    return FALSE;
  strong = percent || _lectern_mask_has_strong_word (place);
  if (!strong && !_lectern_mask_is_cjk (_lectern_mask_near_before (place)))
    return FALSE;
  if (is_emphasis (place, strong))
    return FALSE;
  _lectern_mask_read_context (place, reading);
  return TRUE;
}

static gboolean
is_ascii_word (gunichar c)
{
  return _lectern_mask_is_letter (c) || (c >= '0' && c <= '9');
}

/* _emphasis_ stands free on its outer sides. */
static gboolean
is_free_emphasis (LecternMaskPlace *place)
{
  LecternMaskPlace partner;

  if (*place->from != '_' || _lectern_mask_run_length (place) > 2)
    return FALSE;
  if (!_lectern_mask_is_cjk (place->before) && _lectern_mask_is_word (place->after))
    return !_lectern_mask_has_strong_word (place) && find_partner (place, TRUE, &partner)
           && !_lectern_mask_is_word (partner.after);
  if (_lectern_mask_is_word (place->before) && !_lectern_mask_is_word (place->after))
    return find_partner (place, FALSE, &partner) && !_lectern_mask_is_cjk (partner.before)
           && _lectern_mask_is_word (partner.after) && !_lectern_mask_has_strong_word (&partner);
  return FALSE;
}

static gboolean
match_line (LecternMaskPlace *place, LecternMaskReading *reading)
{
  guint length = _lectern_mask_run_length (place);
  gunichar before = _lectern_mask_near_before (place), after = _lectern_mask_near_after (place);

  /* A rule across the page; an identifier. */
  if (!before && !after)
    return FALSE;
  if (is_ascii_word (place->after)
      || (is_ascii_word (place->before)
          && !(_lectern_mask_is_digit (place->before) && _lectern_mask_is_cjk (after))))
    return FALSE;
  if (before == ':' || before == 0xff1a) /* 单位： __ */
    {
      _lectern_mask_read_context (place, reading);
      return TRUE;
    }
  if (length < 3 && !_lectern_mask_is_cjk (place->before) && !_lectern_mask_is_word (place->after))
    return FALSE;
  if (_lectern_mask_is_ascii_name_mark (place->before) && place->before != ':')
    return FALSE;
  if (is_free_emphasis (place))
    return FALSE;
  if (length < 3 && !_lectern_mask_is_word (place->before) && !_lectern_mask_is_word (place->after)
      && !(_lectern_mask_is_cjk (place->before) && _lectern_mask_is_cjk (place->after)))
    return FALSE;
  _lectern_mask_read_context (place, reading);
  return TRUE;
}

static gboolean
is_han_numeral (gunichar c)
{
  switch (c)
    {
    case 0x3007:
    case 0x96f6:
    case 0x4e00:
    case 0x4e8c:
    case 0x4e09:
    case 0x56db:
    case 0x4e94:
    case 0x516d:
    case 0x4e03:
    case 0x516b:
    case 0x4e5d:
    case 0x5341:
    case 0x767e:
    case 0x25cb:
    case 0xff2f:
      return TRUE;
    default:
      return _lectern_mask_is_digit (c);
    }
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

static gboolean
match_shapes (LecternMaskPlace *place, LecternMaskReading *reading)
{
  guint length = _lectern_mask_run_length (place);
  gunichar c = _lectern_mask_at (place, place->from);
  gunichar before = place->before, after = place->after;

  /* 二〇二五年, 一九○○年 */
  if (is_han_numeral (before) || is_han_numeral (after)
      || _lectern_mask_run (before) == LECTERN_RUN_SHAPE
      || _lectern_mask_run (after) == LECTERN_RUN_SHAPE)
    return FALSE;
  if (_lectern_mask_is_letter (before) || _lectern_mask_is_letter (after)
      || (before >= 0xff21 && before <= 0xff5a) || (after >= 0xff21 && after <= 0xff5a))
    return FALSE;
  if (c == 'O'
      && !(length > 1
           && (is_hangul (_lectern_mask_near_before (place))
               || is_hangul (_lectern_mask_near_after (place)))))
    return FALSE;
  if (c == 0x53e3 && (length < 2 || !_lectern_mask_next_word (place)))
    return FALSE;
  if (c == 'O')
    {
      _lectern_mask_read_context (place, reading);
      return TRUE;
    }
  if (!_lectern_mask_is_cjk (before) && !_lectern_mask_is_cjk (after))
    return FALSE;
  _lectern_mask_read_context (place, reading);
  if (length == 1)
    {
      const char *part = _lectern_mask_sense_part (reading->sense);

      /* ○月○日; alone it is a bullet or a zero everywhere else. */
      return (c == 0x25cb || c == 0x3007 || c == 0x25ef) && reading->confidence >= 95 && part
             && (strcmp (part, "month") == 0 || strcmp (part, "day") == 0);
    }
  return _lectern_mask_is_word (before) || _lectern_mask_is_word (after);
}

static gboolean
match_blocks (LecternMaskPlace *place, LecternMaskReading *reading)
{
  if (_lectern_mask_run_length (place) < 2
      || !(_lectern_mask_is_word (place->before) || _lectern_mask_is_word (place->after)))
    return FALSE;
  _lectern_mask_read_context (place, reading);
  return TRUE;
}

/* 某某 anywhere; one 某 only before what can be named: 某县, not 某些. */
static gboolean
match_some (LecternMaskPlace *place, LecternMaskReading *reading)
{
  const LecternMaskWord *word;

  if (_lectern_mask_run_length (place) > 1)
    {
      _lectern_mask_read_context (place, reading);
      return TRUE;
    }
  word = _lectern_mask_word_at (LECTERN_WORDS_SOME, place->after, place->to, place->end);
  if (!word || word->sense == LECTERN_SENSE_TRAP)
    return FALSE;
  *reading = (LecternMaskReading){ word->sense, NULL, 70 };
  return TRUE;
}

static gboolean
match_queries (LecternMaskPlace *place, LecternMaskReading *reading)
{
  const LecternMaskWord *word = _lectern_mask_next_word (place);

  /* 为什么？？ is a question: the next word must be one that follows a figure. */
  if (_lectern_mask_run_length (place) < 2 || !word || !_lectern_mask_counts_or_dates (place)
      || !(_lectern_mask_is_word (place->before) || _lectern_mask_is_digit (place->before))
      || _lectern_mask_word_before (LECTERN_WORDS_ASKING, place->start, place->from))
    return FALSE;
  _lectern_mask_read_context (place, reading);
  reading->confidence = 60;
  return TRUE;
}

/* 刚才，……同志: elsewhere dots are an ellipsis. */
static gboolean
match_dots (LecternMaskPlace *place, LecternMaskReading *reading)
{
  const LecternMaskWord *word = _lectern_mask_next_word (place);

  if (_lectern_mask_run_length (place) > 2 || !word || strcmp (word->word, "同志") != 0
      || _lectern_mask_at (place, place->to + word->length) == 0x4eec /* 们 */
      || !(place->before == 0xff0c || place->before == ',' || place->before == 0x3001
           || place->before == 0x7531))
    return FALSE;
  *reading = (LecternMaskReading){ LECTERN_SENSE_PERSON, NULL, 60 };
  return TRUE;
}

/* 待定, TBD: a note that something is open, where nothing goes on with the word. */
static gboolean
match_pending (LecternMaskPlace *place, LecternMaskReading *reading)
{
  const LecternMaskWord *word
      = _lectern_mask_word_after (LECTERN_WORDS_PENDING, place->from, place->end);

  if (!word)
    return FALSE;
  _lectern_mask_place (place, place->text, place->start - place->text, place->end - place->text,
                       place->from, place->from + word->length);
  if (is_ascii_word (place->before) || is_ascii_word (place->after)
      || _lectern_mask_is_word (place->after)
      || _lectern_mask_word_before (LECTERN_WORDS_WAITING, place->start, place->from))
    return FALSE;
  if (is_ascii_word ((guchar)*place->from)
      && !_lectern_mask_is_cjk (_lectern_mask_near_before (place))
      && !_lectern_mask_is_cjk (place->after) && place->before != ':')
    return FALSE;
  *reading = (LecternMaskReading){ LECTERN_SENSE_TEXT, NULL, 70 };
  return TRUE;
}

/* Before the 年 or 月 that stands before the gap: a figure, another gap or a mask, no word (今年).
 */
static gboolean
has_figure (LecternMaskPlace *place)
{
  gunichar c = _lectern_mask_before (place->start, place->from - 3);

  return c && !(_lectern_mask_is_word (c) && !is_han_numeral (c));
}

/* 20  年  月  日: blanks where figures belong. The first is told by the two digits before it, the
 * others by the 年 or 月 before them. */
static gboolean
match_gap (LecternMaskPlace *place, LecternMaskReading *reading)
{
  gunichar before = place->before, after;
  const char *p = place->from;
  guint size, blanks = 0;
  const LecternMaskWord *word;

  if (!_lectern_mask_is_digit (before) && before != 0x5e74 && before != 0x6708 && before != 0
      && before != 0x300a)
    return FALSE;
  while (_lectern_mask_is_blank (_lectern_mask_at (place, p)) && p < place->end && blanks < 64)
    {
      _lectern_peek (p, place->end, &size);
      p += size;
      blanks++;
    }
  _lectern_mask_place (place, place->text, place->start - place->text, place->end - place->text,
                       place->from, p);
  after = place->after;
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, p, place->end);
  if (before == 0x6708 && word && word->sense == LECTERN_SENSE_AFTER_DAYS
      && (blanks > 1 || has_figure (place)))
    *reading = (LecternMaskReading){ LECTERN_SENSE_DAY, NULL, 85 };
  else if (before == 0x5e74 && word && word->sense == LECTERN_SENSE_MONTH
           && (blanks > 1 || has_figure (place)))
    *reading = (LecternMaskReading){ LECTERN_SENSE_MONTH, NULL, 85 };
  else if (after == 0x300b && before == 0x300a)
    *reading = (LecternMaskReading){ LECTERN_SENSE_TITLE, NULL, 85 };
  else if (after == 0x5e74 && blanks > 1
           && _lectern_mask_is_blank (_lectern_mask_at (place, p + 3)))
    *reading = (LecternMaskReading){ LECTERN_SENSE_YEAR, NULL, 85 };
  else
    return FALSE;
  return TRUE;
}

typedef gboolean (*MatchRun) (LecternMaskPlace *place, LecternMaskReading *reading);

static const MatchRun matchers[] = {
  [LECTERN_RUN_LETTER] = _lectern_mask_match_letters,
  [LECTERN_RUN_STAR] = match_stars,
  [LECTERN_RUN_LINE] = match_line,
  [LECTERN_RUN_SHAPE] = match_shapes,
  [LECTERN_RUN_BLOCK] = match_blocks,
  [LECTERN_RUN_SOME] = match_some,
  [LECTERN_RUN_QUERY] = match_queries,
  [LECTERN_RUN_DOTS] = match_dots,
};

/* What a site blacked out stands for words; where a figure is missing it was left open. Three and
 * more underlines, or one that is not joined to a word, are a line to write on. */
static const char *
form_of (LecternMaskPlace *place, LecternMaskRun run, LecternMaskSense sense)
{
  const char *kind = _lectern_mask_sense_kind (sense);
  gboolean figure = kind == _lectern_mask_sense_kind (LECTERN_SENSE_COUNT)
                    || kind == _lectern_mask_sense_kind (LECTERN_SENSE_PERCENT)
                    || kind == _lectern_mask_sense_kind (LECTERN_SENSE_ORDINAL)
                    || kind == _lectern_mask_sense_kind (LECTERN_SENSE_YEAR);

  if (run == LECTERN_RUN_BLOCK)
    return LECTERN_FORM_REDACTION;
  if (figure || (run != LECTERN_RUN_STAR && run != LECTERN_RUN_LINE))
    return LECTERN_FORM_FILL_IN;
  if (run == LECTERN_RUN_LINE
      && (_lectern_mask_run_length (place) > 3
          || !(_lectern_mask_is_word (place->before) || _lectern_mask_is_word (place->after))))
    return LECTERN_FORM_FILL_IN;
  return LECTERN_FORM_REDACTION;
}

void
_lectern_mask_set (LecternMask *mask, const LecternMaskReading *reading)
{
  mask->kind = _lectern_mask_sense_kind (reading->sense);
  mask->part = _lectern_mask_sense_part (reading->sense);
  mask->unit = reading->unit;
  mask->confidence = reading->confidence;
}

static gboolean
match_other (LecternMaskPlace *place, gunichar c, LecternMask *mask, const char **skip)
{
  LecternMaskReading reading;
  gboolean found;

  if (_lectern_mask_is_blank (c))
    found = match_gap (place, &reading);
  else if (c == 'T' || c == 0x5f85)
    found = match_pending (place, &reading);
  else
    return _lectern_mask_match_bracket (place, mask, skip);
  if (place->to > *skip && _lectern_mask_is_blank (c))
    *skip = place->to;
  if (!found)
    return FALSE;
  _lectern_mask_set (mask, &reading);
  mask->form = LECTERN_FORM_FILL_IN;
  return TRUE;
}

gboolean
_lectern_mask_match (const char *text, gsize start, gsize end, gsize offset, LecternMask *mask,
                     gsize *skip)
{
  LecternMaskPlace place;
  LecternMaskReading reading;
  guint size;
  const char *from = text + offset;
  gunichar c = _lectern_peek (from, text + end, &size);
  LecternMaskRun run = _lectern_mask_run (c);
  const char *next = from + MAX (size, 1);
  gboolean found;

  if (c == ' ' && !_lectern_mask_may_be_gap (text, start, offset))
    {
      *skip = offset + 1;
      return FALSE;
    }
  _lectern_mask_tables_need ();
  *mask = (LecternMask){ .start = offset };
  _lectern_mask_place (&place, text, start, end, from,
                       run ? _lectern_mask_run_end (from, text + end) : next);
  if (run)
    {
      next = place.to;
      found = matchers[run](&place, &reading);
      if (found)
        {
          _lectern_mask_set (mask, &reading);
          mask->form = form_of (&place, run, reading.sense);
        }
    }
  else
    found = match_other (&place, c, mask, &next);
  mask->end = place.to - text;
  *skip = found ? mask->end : (gsize)(next - text);
  return found;
}
