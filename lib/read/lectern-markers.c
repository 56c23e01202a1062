/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-markers-private.h"

#include "language/lectern-char-class-private.h"

#include <string.h>

/* A numeral with the set of digits that it is written in. */
typedef struct
{
  gsize length;
  guint value;
  LecternNumeralStyle style;
} Numeral;

static guint
digits_of_style (LecternNumeralStyle style)
{
  switch (style)
    {
    case LECTERN_NUMERAL_DECIMAL:
    case LECTERN_NUMERAL_FULLWIDTH_DECIMAL:
      return LECTERN_DIGITS_DECIMAL;
    case LECTERN_NUMERAL_CIRCLED_DECIMAL:
    case LECTERN_NUMERAL_FILLED_CIRCLED_DECIMAL:
      return LECTERN_DIGITS_CIRCLED;
    case LECTERN_NUMERAL_PARENTHESIZED_DECIMAL:
      return LECTERN_DIGITS_BRACKETED;
    case LECTERN_NUMERAL_FULL_STOP_DECIMAL:
      return LECTERN_DIGITS_STOPPED;
    case LECTERN_NUMERAL_PARENTHESIZED_CJK:
    case LECTERN_NUMERAL_CIRCLED_CJK:
      return LECTERN_DIGITS_BRACKETED_CJK;
    case LECTERN_NUMERAL_FULLWIDTH_UPPER_ROMAN:
    case LECTERN_NUMERAL_FULLWIDTH_LOWER_ROMAN:
      return LECTERN_DIGITS_ROMAN;
    case LECTERN_NUMERAL_NONE:
      return 0;
    default:
      return LECTERN_DIGITS_CJK;
    }
}

/* Letters and stems are numerals only where a family asks for them. */
static const struct
{
  guint16 digits;
  LecternNumeralStyle style;
} asked_styles[] = {
  { LECTERN_DIGITS_STEM, LECTERN_NUMERAL_HEAVENLY_STEM },
  { LECTERN_DIGITS_ROMAN, LECTERN_NUMERAL_UPPER_ROMAN },
  { LECTERN_DIGITS_ALPHA, LECTERN_NUMERAL_LOWER_ALPHA },
  { LECTERN_DIGITS_UPPER_ALPHA, LECTERN_NUMERAL_UPPER_ALPHA },
};

static gboolean
parse_asked (const char *p, gsize length, guint digits, Numeral *numeral)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked_styles); i++)
    if (digits & asked_styles[i].digits)
      {
        numeral->style = asked_styles[i].style;
        numeral->length = _lectern_numeral_parse_style (p, length, numeral->style, &numeral->value);
        if (numeral->length > 0)
          return TRUE;
      }
  return FALSE;
}

static gboolean
parse_numeral (const char *p, gsize length, guint digits, Numeral *numeral)
{
  if (digits
      & (LECTERN_DIGITS_STEM | LECTERN_DIGITS_ALPHA | LECTERN_DIGITS_UPPER_ALPHA
         | LECTERN_DIGITS_ROMAN))
    return parse_asked (p, length, digits, numeral);
  numeral->length = _lectern_numeral_parse_full (p, length, LECTERN_NUMERAL_FLAG_ORDINAL,
                                                 &numeral->value, &numeral->style);
  return numeral->length > 0 && (digits_of_style (numeral->style) & digits) != 0;
}

/* The noun of 第一个假设： with the mark after it; 0 where none follows within some characters. */
static gsize
noun_with_mark (const char *p, const char *end)
{
  const char *q = p, *stop = end - p > 24 ? p + 24 : end;

  if (_lectern_family_no_noun_at (p, end))
    return 0;
  while (q < stop)
    {
      gint mark = _lectern_alternative_at ("：|:|，|,|、", q, end);

      if (mark > 0)
        return q + mark - p;
      if ((guchar)*q < 0xe4)
        return 0;
      q += 3;
    }
  return 0;
}

/* What follows makes it doubtful that this is a marker: a numeral right after the mark of a list
 * (一、二年级; 第一、三季度), or one that goes on counting (三要三不要). */
static gboolean
counts_on (const LecternMarker *m, const char *text, gsize limit)
{
  const char *p = text + m->end, *end = text + limit;
  Numeral next;
  guint size;

  if (m->family == LECTERN_FAMILY_NTH && _lectern_alternative_at ("、", p - 3, end) < 0)
    return FALSE;
  if (_lectern_alternative_at ("两|兩", p, end) > 0)
    return m->number == 1 && m->family != LECTERN_FAMILY_MUST;
  if (p >= end || (_lectern_char_class_at ((const guchar *)p, &size) & LECTERN_CHAR_MARK) == 0
      || !parse_numeral (p, end - p, LECTERN_DIGITS_CJK | LECTERN_DIGITS_DECIMAL, &next))
    return FALSE;
  if (m->family == LECTERN_FAMILY_MUST)
    return next.value == m->number || next.value == (guint)m->number + 1;
  return next.value < 100;
}

/* 八是八, 一是一: a saying. */
static gboolean
repeats_numeral (const LecternMarker *m, const char *text, gsize limit)
{
  gsize n = m->digits_end - m->digits_start;

  return m->family == LECTERN_FAMILY_IS && limit - m->end >= n
         && memcmp (text + m->end, text + m->digits_start, n) == 0;
}

static gboolean
is_decimal_fraction (const LecternMarker *m, const char *text, gsize limit)
{
  return m->family == LECTERN_FAMILY_DECIMAL && m->end < limit && m->end > m->digits_end
         && text[m->end - 1] == '.' && g_ascii_isdigit (text[m->end]);
}

static guint
form_of (const LecternFamily *family, LecternNumeralStyle style)
{
  gboolean formal = style == LECTERN_NUMERAL_SIMP_CHINESE_FORMAL
                    || style == LECTERN_NUMERAL_TRAD_CHINESE_FORMAL;

  return family->id * 2 + (formal ? 1 : 0);
}

/* What stands at a place, looked at once for all families. */
typedef struct
{
  const char *text;
  gsize at;
  gsize limit;
  LecternLead lead;
  guint8 prefix;   /* its bytes */
  guint16 digits;  /* LecternDigits that the numeral may be of */
  Numeral numeral; /* length 0 where only the family can tell */
  guint64 next;    /* what follows the numeral, as a filter of suffixes has it */
} Place;

#define CHAR3(a, b, c) (((a) << 16) | ((b) << 8) | (c))

static inline guint
char3 (const char *p)
{
  const guchar *c = (const guchar *)p;

  return CHAR3 (c[0], c[1], c[2]);
}

/* 一 to 九, or 0. */
static guint
single_digit (guint c)
{
  switch (c)
    {
    case CHAR3 (0xe4, 0xb8, 0x80):
      return 1;
    case CHAR3 (0xe4, 0xba, 0x8c):
      return 2;
    case CHAR3 (0xe4, 0xb8, 0x89):
      return 3;
    case CHAR3 (0xe5, 0x9b, 0x9b):
      return 4;
    case CHAR3 (0xe4, 0xba, 0x94):
      return 5;
    case CHAR3 (0xe5, 0x85, 0xad):
      return 6;
    case CHAR3 (0xe4, 0xb8, 0x83):
      return 7;
    case CHAR3 (0xe5, 0x85, 0xab):
      return 8;
    case CHAR3 (0xe4, 0xb9, 0x9d):
      return 9;
    default:
      return 0;
    }
}

/* Whether the character may go on with a numeral: those that begin one, 百 千 万 亿 零 〇 ○. */
static gboolean
goes_on (const char *p)
{
  guint size;

  if (_lectern_char_class_at ((const guchar *)p, &size) & LECTERN_CHAR_MARK)
    return TRUE;
  switch (char3 (p))
    {
    case CHAR3 (0xe7, 0x99, 0xbe):
    case CHAR3 (0xe5, 0x8d, 0x83):
    case CHAR3 (0xe4, 0xb8, 0x87):
    case CHAR3 (0xe8, 0x90, 0xac):
    case CHAR3 (0xe4, 0xba, 0xbf):
    case CHAR3 (0xe5, 0x84, 0x84):
    case CHAR3 (0xe9, 0x9b, 0xb6):
    case CHAR3 (0xe3, 0x80, 0x87):
    case CHAR3 (0xe2, 0x97, 0x8b):
      return TRUE;
    default:
      return FALSE;
    }
}

/* Most numerals are one character, and told at once. */
static gboolean
parse_single (const char *p, const char *end, Numeral *numeral)
{
  guint value = end - p >= 6 ? single_digit (char3 (p)) : 0;

  if (value == 0 || goes_on (p + 3))
    return FALSE;
  *numeral = (Numeral){ 3, value, LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL };
  return TRUE;
}

static guint
read_lead (Place *place, const char *p, const char *end)
{
  if (*p == '(')
    place->lead = LECTERN_LEAD_BRACKET;
  else if (end - p > 3 && (guchar)*p >= 0xe5)
    switch (char3 (p))
      {
      case CHAR3 (0xe7, 0xac, 0xac): /* 第 */
        place->lead = LECTERN_LEAD_NTH;
        break;
      case CHAR3 (0xe5, 0x85, 0xb6): /* 其 */
        place->lead = LECTERN_LEAD_OF_THEM;
        break;
      case CHAR3 (0xef, 0xbc, 0x88): /* （ */
        place->lead = LECTERN_LEAD_BRACKET;
        break;
      default:
        break;
      }
  return place->lead == LECTERN_LEAD_NONE ? 0 : *p == '(' ? 1 : 3;
}

static void
look_at (Place *place)
{
  const char *p = place->text + place->at, *end = place->text + place->limit;

  place->prefix = read_lead (place, p, end);
  p += place->prefix;
  if (p >= end)
    return;
  if (parse_single (p, end, &place->numeral))
    place->digits = LECTERN_DIGITS_CJK;
  else if ((guchar)*p >= 0x80 || g_ascii_isdigit (*p))
    {
      place->numeral.length = _lectern_numeral_parse_full (
          p, end - p, LECTERN_NUMERAL_FLAG_ORDINAL, &place->numeral.value, &place->numeral.style);
      if (place->numeral.length > 0)
        place->digits = digits_of_style (place->numeral.style);
      else if (_lectern_alternative_at ("甲|乙|丙|丁|戊|己|庚|辛|壬|癸", p, end) > 0)
        place->digits = LECTERN_DIGITS_STEM;
    }
  else if (g_ascii_isalpha (*p))
    place->digits = LECTERN_DIGITS_ALPHA | LECTERN_DIGITS_UPPER_ALPHA | LECTERN_DIGITS_ROMAN;
  p += place->numeral.length;
  place->next = place->numeral.length == 0 ? G_MAXUINT64
                                           : (guint64)1 << _lectern_alternatives_bit (p, end - p);
}

/* The suffix of the family after the numeral, and the noun where it wants one; NULL if not. */
static const char *
match_suffix (const LecternFamily *family, const char *p, const char *end)
{
  gint suffix = _lectern_alternatives_at (&family->suffix, p, end);

  if (suffix < 0)
    return NULL;
  p += suffix;
  if (family->flags & LECTERN_FAMILY_NOUN)
    {
      gsize noun = noun_with_mark (p, end);

      if (noun == 0)
        return NULL;
      p += noun;
    }
  if (_lectern_alternatives_at (&family->not_next, p, end) >= 0)
    return NULL;
  return p;
}

static gboolean
match_family (const LecternFamily *family, const Place *place, LecternMarker *m)
{
  const char *text = place->text, *end = text + place->limit;
  gsize digits = place->at + place->prefix;
  Numeral numeral = place->numeral;
  const char *after;

  if (numeral.length == 0
      && !parse_asked (text + digits, place->limit - digits, family->digits & place->digits,
                       &numeral))
    return FALSE;
  if (numeral.value == 0 || numeral.value > family->limit)
    return FALSE;
  after = match_suffix (family, text + digits + numeral.length, end);
  if (after == NULL)
    return FALSE;
  *m = (LecternMarker){
    .start = place->at,
    .end = after - text,
    .digits_start = digits,
    .digits_end = digits + numeral.length,
    .number = numeral.value,
    .family = family->id,
    .form = form_of (family, numeral.style),
    .role = family->role,
    .flags = family->flags,
    .style = numeral.style,
  };
  if (is_decimal_fraction (m, text, place->limit) || repeats_numeral (m, text, place->limit))
    return FALSE;
  if (text[m->end - 1] == ' ')
    m->end--; /* asked for, but no part of the marker: `I. ` */
  if ((family->flags & LECTERN_FAMILY_NOT_NUMERAL) && counts_on (m, text, place->limit))
    m->doubt = TRUE;
  return TRUE;
}

/* What follows a word that stands at `at`. */
static gboolean
match_word (const LecternWordMarker *word, const char *text, gsize at, gsize limit,
            LecternMarker *m)
{
  const char *end = text + limit, *p = text + at + word->length;
  gint mark;

  mark = _lectern_alternatives_at (&word->marks, p, end);
  if (mark <= 0 && word->modals.list != NULL
      && _lectern_alternatives_at (&word->modals, p, end) <= 0)
    return FALSE;
  *m = (LecternMarker){
    .start = at,
    .end = p + MAX (mark, 0) - text,
    .digits_start = p - text, /* no digits: both are the end of the word */
    .digits_end = p - text,
    .number = word->number,
    .family = word->id,
    .form = word->id * 2,
    .role = LECTERN_ROLE_POINT,
    .flags = word->flags,
    .style = LECTERN_NUMERAL_WORDS,
  };
  return TRUE;
}

/* 一 alone on its line, or before a blank and a short title: a heading if the others agree. */
static gboolean
match_bare (const char *text, gsize at, gsize limit, LecternMarker *m)
{
  Numeral numeral;
  gsize after;

  if (!parse_numeral (text + at, limit - at, LECTERN_DIGITS_CJK, &numeral) || numeral.value > 30
      || numeral.value == 0)
    return FALSE;
  after = at + numeral.length;
  if (after < limit && (limit - after > 120 || _lectern_blank_at (text + after, text + limit) == 0))
    return FALSE;
  *m = (LecternMarker){
    .start = at,
    .end = after,
    .digits_start = at,
    .digits_end = after,
    .number = numeral.value,
    .family = LECTERN_FAMILY_CJK,
    .form = LECTERN_FAMILY_CJK * 2,
    .role = LECTERN_ROLE_HEADING,
    .style = numeral.style,
    .doubt = TRUE,
  };
  return TRUE;
}

/* 第X，: a mask stands for the number. */
static gboolean
match_masked (const char *text, gsize at, gsize limit, LecternMarker *m)
{
  static const char *const masks = "X|x|×|*|＊|Ｘ|○|〇";
  const char *end = text + limit, *p = text + at + 3;
  gint n, mark;

  if (limit - at < 5 || memcmp (text + at, "第", 3) != 0)
    return FALSE;
  while ((n = _lectern_alternative_at (masks, p, end)) > 0)
    p += n;
  mark = _lectern_alternative_at ("，|,|、", p, end);
  if (p == text + at + 3 || mark <= 0)
    return FALSE;
  *m = (LecternMarker){
    .start = at,
    .end = p + mark - text,
    .digits_start = at + 3,
    .digits_end = p - text,
    .family = LECTERN_FAMILY_NTH,
    .form = LECTERN_FAMILY_NTH * 2,
    .role = LECTERN_ROLE_POINT,
    .style = LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL,
    .masked = TRUE,
  };
  return TRUE;
}

/* The families with one kind of digits. */
static gboolean
match_group (const Place *place, guint digits, gboolean at_start, LecternMarker *marker)
{
  const guint8 *group = _lectern_families_group (place->lead, digits);

  for (; *group != 0; group++)
    {
      const LecternFamily *family = _lectern_family_get (*group);

      if ((family->suffix.filter & place->next)
          && (at_start || (family->flags & LECTERN_FAMILY_INLINE))
          && match_family (family, place, marker))
        return TRUE;
    }
  return FALSE;
}

gboolean
_lectern_marker_match (const char *text, gsize at, gsize limit, gboolean at_start,
                       LecternMarker *marker)
{
  static const guint letters[]
      = { LECTERN_DIGITS_ROMAN, LECTERN_DIGITS_UPPER_ALPHA, LECTERN_DIGITS_ALPHA };
  Place place = { .text = text, .at = at, .limit = limit };
  const LecternWordMarker *word = NULL;
  guint size;

  if (at >= limit
      || ((_lectern_char_class_at ((const guchar *)text + at, &size) & LECTERN_CHAR_MARK) == 0
          && !(at_start && g_ascii_isalpha (text[at]))))
    return FALSE;
  look_at (&place);
  if (place.digits & LECTERN_DIGITS_ALPHA)
    {
      for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
        if (match_group (&place, letters[i], at_start, marker))
          return at_start || !marker->doubt;
    }
  else if (place.digits != 0 && match_group (&place, place.digits, at_start, marker))
    return at_start || !marker->doubt;
  while ((word = _lectern_word_marker_at (text + at, text + limit, word)) != NULL)
    if (match_word (word, text, at, limit, marker))
      return TRUE;
  return at_start
         && (match_masked (text, at, limit, marker) || match_bare (text, at, limit, marker));
}

/* A list of words: its first word with the mark of the member, and where the list has no order of
 * its own (一方面, 另一方面) the second one behind `~`. */
static char *
numbering_of_words (const char *text, const LecternMarker *first, const LecternMarker *second)
{
  GString *numbering = g_string_new (NULL);
  const char *word = _lectern_word_marker_first (text + first->start, text + first->end);
  gboolean lost = first->number != 1 && word != NULL;

  if (lost)
    {
      g_string_append (numbering, word);
      g_string_append_len (numbering, text + first->digits_end, first->end - first->digits_end);
      second = first;
    }
  else
    g_string_append_len (numbering, text + first->start, first->end - first->start);
  if (second != NULL && first->family != LECTERN_FAMILY_ORDER
      && second->digits_end == second->digits_start)
    {
      g_string_append_c (numbering, '~');
      g_string_append_len (numbering, text + second->start, second->end - second->start);
    }
  return g_string_free (numbering, FALSE);
}

char *
_lectern_marker_dup_numbering (const char *text, const LecternMarker *first,
                               const LecternMarker *second)
{
  g_autofree char *one = NULL;
  GString *numbering;

  if (first->digits_end == first->digits_start)
    return numbering_of_words (text, first, second);
  one = _lectern_numeral_format (first->style, 1);
  numbering = g_string_new_len (text + first->start, first->digits_start - first->start);
  g_string_append (numbering, one != NULL ? one : "1");
  g_string_append_len (numbering, text + first->digits_end, first->end - first->digits_end);
  return g_string_free (numbering, FALSE);
}
