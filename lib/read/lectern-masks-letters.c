/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-masks-context-private.h"

#include <string.h>

/* Runs of X, x and ×. They stand for themselves more often than any other mask: X光, XXL, xlsx,
 * 3×3, Y、X. */

/* A unit in Latin letters: XXkm, and no more letters. */
static gboolean
is_latin_unit (LecternMaskPlace *place, const char **unit)
{
  const LecternMaskWord *word;

  if (!_lectern_mask_is_letter (place->after))
    return FALSE;
  word = _lectern_mask_word_after (LECTERN_WORDS_LATIN_UNIT, place->to, place->end);
  if (!word || _lectern_mask_run_length (place) < 2
      || _lectern_mask_is_letter (_lectern_mask_at (place, place->to + word->length)))
    return FALSE;
  *unit = word->word;
  return TRUE;
}

/* XXXX4名同志: a number follows that counts the names before it. */
static gboolean
is_before_number (LecternMaskPlace *place)
{
  const char *p = place->to;
  const LecternMaskWord *word;

  while (p < place->end && _lectern_mask_is_digit (_lectern_mask_at (place, p)))
    p += (guchar)*p < 0x80 ? 1 : 3;
  word = _lectern_mask_word_after (LECTERN_WORDS_MEASURE, p, place->end);
  return word && (_lectern_mask_run_length (place) > 1 || place->before == 0x3001);
}

/* What stands before a run of letters or crosses forbids it. */
static gboolean
letter_forbidden_before (LecternMaskPlace *place)
{
  gunichar c = place->before;
  gunichar near = _lectern_mask_near_before (place);
  const char *p = place->from;

  if (_lectern_mask_is_letter (c) || (c >= 0xc0 && c < 0x250 && c != 0xd7) || c == '+' || c == '='
      || c == '^')
    return TRUE;
  if (c == '-' || _lectern_mask_is_ascii_name_mark (c))
    {
      gunichar d = _lectern_mask_before (place->start, p - 1);

      return d == '/'
             || (_lectern_mask_is_letter (d) && _lectern_mask_run (d) != LECTERN_RUN_LETTER)
             || (c != '-' && c != ':' && c != '.' && c != '/')
             || (c == '.' && !_lectern_mask_is_digit (d) && !_lectern_mask_is_cjk (d));
    }
  /* iPhone X, Y、X, A与X: a name or a variable. */
  if (_lectern_mask_is_letter (near) && _lectern_mask_run (near) != LECTERN_RUN_LETTER)
    return TRUE;
  return FALSE;
}

static gboolean
letter_forbidden_after (LecternMaskPlace *place)
{
  gunichar c = place->after;
  gunichar d;
  guint size;

  if (c == 0)
    return FALSE;
  _lectern_peek (place->to, place->end, &size);
  d = _lectern_mask_at (place, place->to + size);
  if (_lectern_mask_is_letter (c) || c == '+' || c == '=' || c == '^' || c == '<' || c == '>')
    return TRUE;
  if (_lectern_mask_is_digit (c))
    return !is_before_number (place);
  if (_lectern_mask_is_ascii_name_mark (c) && _lectern_mask_run (d) != LECTERN_RUN_LETTER)
    return c == '_' || c == '@' || c == '=' || _lectern_mask_is_letter (d)
           || (c == '-' && _lectern_mask_is_digit (d));
  /* X、Y, X和Y */
  if ((c == 0x3001 || c == 0x548c || c == 0x4e0e || c == ',' || c == 0xff0c)
      && _lectern_mask_run_length (place) == 1)
    return _lectern_mask_is_letter (d) && _lectern_mask_run (d) != LECTERN_RUN_LETTER;
  return FALSE;
}

static gboolean
is_cross (gunichar c)
{
  return c == 0xd7 || c == 0x2573 || c == 0x2715 || c == 0x2716;
}

/* 长×宽, 单价×数量: a product of two things. */
static gboolean
is_product (LecternMaskPlace *place)
{
  const char *p = place->from;

  if (!_lectern_mask_word_at (LECTERN_WORDS_FACTOR, place->after, place->to, place->end))
    return FALSE;
  for (guint i = 0; i < 2 && p > place->start; i++)
    {
      const LecternMaskWord *word;

      do
        p--;
      while (p > place->start && ((guchar)*p & 0xc0) == 0x80);
      word = _lectern_mask_word_after (LECTERN_WORDS_FACTOR, p, place->from);
      if (word && p + word->length == place->from)
        return TRUE;
    }
  return FALSE;
}

/* One X, x or × is a mask only where nothing says that it stands for itself. */
/* A到X, Y、X: after a joint and another letter. */
static gboolean
is_second_variable (LecternMaskPlace *place)
{
  gunichar c = place->before;

  if (c != 0x3001 && c != 0x548c && c != 0x4e0e && c != 0x5230)
    return FALSE;
  c = _lectern_mask_before (place->start, place->from - 3);
  return _lectern_mask_is_letter (c) && _lectern_mask_run (c) != LECTERN_RUN_LETTER;
}

static gboolean
is_lone_letter_trap (LecternMaskPlace *place)
{
  gunichar c = _lectern_mask_at (place, place->from);
  const LecternMaskWord *before = _lectern_mask_last_word (place);
  const LecternMaskWord *after;

  if (before && before->sense == LECTERN_SENSE_BEFORE_ORDINAL)
    return FALSE;
  if (is_second_variable (place))
    return TRUE;
  if (is_cross (c) || c == 'x')
    {
      if (before && before->sense == LECTERN_SENSE_BEFORE_TEST)
        return TRUE;
      if (!place->before && _lectern_mask_is_blank (place->after))
        return TRUE;
    }
  if (is_cross (c))
    {
      after = _lectern_mask_word_at (LECTERN_WORDS_CROSS, place->after, place->to, place->end);
      return (after && (!before || before->sense != LECTERN_SENSE_BEFORE_MONTH)
              && !_lectern_mask_is_digit (_lectern_mask_near_before (place))
              && place->before != 0x3015 && place->before != ']')
             || _lectern_mask_is_blank (place->before) || is_product (place);
    }
  after = _lectern_mask_word_at (LECTERN_WORDS_LETTER, place->after, place->to, place->end);
  return after != NULL;
}

/* 20XX年, 1XX个, 3.X%: digits before a run belong to the same number. */
static gboolean
is_after_digits_mask (LecternMaskPlace *place)
{
  if (is_cross (_lectern_mask_at (place, place->from)) && _lectern_mask_is_digit (place->after))
    return FALSE;
  return _lectern_mask_counts_or_dates (place);
}

/* What stands after the mask or, where that is no word or mark of a speech, after the list that the
 * mask begins: X-X月. */
static gunichar
after_list (LecternMaskPlace *place)
{
  gunichar c = _lectern_mask_near_after (place);
  const char *to;

  if (_lectern_mask_is_cjk (c))
    return c;
  to = _lectern_mask_pass_list (place);
  if (c == ']' || c == ')' || c == '"')
    to++;
  return _lectern_mask_seen_after (to, place->end);
}

/* What stands before the mask, an opening bracket passed over. */
static gunichar
before_bracket (LecternMaskPlace *place)
{
  if (place->before == '[' || place->before == '(' || place->before == '"')
    return _lectern_mask_seen_before (place->from - 1, place->start);
  return _lectern_mask_near_before (place);
}

/* 20XX.X.XX, 20XX-XX-XX: what follows a year that is partly written, and its points. */
static gboolean
is_numeric_date (LecternMaskPlace *place)
{
  const char *p = place->from;
  guint points = 0;

  for (guint i = 0; i < 12 && p > place->start; i++, p--)
    if (p[-1] == '.' || p[-1] == '-' || p[-1] == '/')
      points++;
    else if ((p[-1] | 0x20) != 'x')
      break;
  return points >= 1 && points <= 2 && p - place->start >= 2 && g_ascii_isdigit (p[-1])
         && (p[-2] == '1' || p[-2] == '2') && (*p | 0x20) == 'x';
}

/* 3X, 3.X */
static gboolean
is_after_digits (LecternMaskPlace *place)
{
  gunichar c = place->before;

  if (c == '.')
    c = _lectern_mask_before (place->start, place->from - 1);
  return _lectern_mask_is_digit (c);
}

/* XX世纪, XX型, XX染色体 */
static gboolean
is_roman_trap (LecternMaskPlace *place)
{
  return _lectern_mask_word_at (LECTERN_WORDS_PAIR, place->after, place->to, place->end) != NULL;
}

/* Between words there is little that a run can be beside a mask. */
static gboolean
is_between_words (LecternMaskPlace *place)
{
  return _lectern_mask_is_word (place->before) && _lectern_mask_is_word (place->after);
}

static gboolean
may_stand_here (LecternMaskPlace *place, guint length)
{
  gunichar before = before_bracket (place), after = after_list (place);

  if (letter_forbidden_before (place) || letter_forbidden_after (place))
    return FALSE;
  if (is_after_digits (place))
    return is_after_digits_mask (place);
  if (length == 1)
    return _lectern_mask_is_cjk (before) || _lectern_mask_is_cjk (after);
  return _lectern_mask_is_cjk (before) || _lectern_mask_is_cjk (after) || (!before && !after);
}

gboolean
_lectern_mask_match_letters (LecternMaskPlace *place, LecternMaskReading *reading)
{
  guint length = _lectern_mask_run_length (place);
  const char *unit = NULL;

  if (!is_between_words (place))
    {
      if (is_numeric_date (place) && !_lectern_mask_is_letter (place->after))
        {
          const char *point = memchr (place->from, '.', place->to - place->from);

          if (point)
            place->to = point;
          *reading = (LecternMaskReading){ LECTERN_SENSE_DATE, NULL, 85 };
          return TRUE;
        }
      if (is_latin_unit (place, &unit) && !letter_forbidden_before (place))
        {
          *reading = (LecternMaskReading){ LECTERN_SENSE_COUNT, unit, 85 };
          return TRUE;
        }
      if (!may_stand_here (place, length))
        return FALSE;
    }
  if (length == 1 ? is_lone_letter_trap (place) && !is_after_digits (place)
                  : length == 2 && is_roman_trap (place))
    return FALSE;
  _lectern_mask_read_context (place, reading);
  return TRUE;
}
