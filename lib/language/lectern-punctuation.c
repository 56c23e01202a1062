/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "language/lectern-punctuation-private.h"
#include "language/lectern-scan-private.h"

/* How far a bracket or quote looks for its partner, in bytes: what is longer stands as it is. */
#define PAIR_REACH 240

typedef enum
{
  MARK_NONE,
  MARK_PAUSE, /* , ; : ? ! */
  MARK_STOP,  /* . */
  MARK_OPEN,
  MARK_CLOSE,
  MARK_QUOTE
} MarkKind;

/* GB/T 15834-2011 5.1 writes the marks at the left; the two widths are Unicode's FF00 block. The
 * first row of a character is the one that counts. */
static const struct
{
  gunichar half;
  gunichar full;
  MarkKind kind;
} marks[] = {
  { ',', U'，', MARK_PAUSE }, { '.', U'。', MARK_STOP },  { ';', U'；', MARK_PAUSE },
  { ':', U'：', MARK_PAUSE }, { '?', U'？', MARK_PAUSE }, { '!', U'！', MARK_PAUSE },
  { '(', U'（', MARK_OPEN },  { ')', U'）', MARK_CLOSE }, { '"', U'“', MARK_QUOTE },
  { '"', U'”', MARK_QUOTE },  { '\'', U'‘', MARK_QUOTE }, { '\'', U'’', MARK_QUOTE },
  { '.', U'．', MARK_STOP },
};

gboolean
_lectern_character_is_wide (gunichar c)
{
  return c >= 0x1100
         && (g_unichar_iswide (c) || (c >= 0x2018 && c <= 0x2026) || (c >= 0x2460 && c <= 0x24ff));
}

guint
_lectern_character_columns (gunichar c, gboolean east_asian)
{
  if (c < 0x7f)
    return c >= 0x20;
  if (c >= 0x4e00 && c <= 0x9fff)
    return 2;
  if (g_unichar_iszerowidth (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
    return 0;
  return (east_asian ? g_unichar_iswide_cjk (c) : g_unichar_iswide (c)) ? 2 : 1;
}

static MarkKind
half_mark (gunichar c, gunichar *full)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].half == c)
      return *full = marks[i].full, marks[i].kind;
  return MARK_NONE;
}

gunichar
_lectern_punctuation_get_full (gunichar half)
{
  gunichar full = 0;

  half_mark (half, &full);
  return full;
}

gunichar
_lectern_punctuation_get_half (gunichar full)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].full == full)
      return marks[i].half;
  return 0;
}

void
_lectern_punctuation_scanner_init (LecternPunctuationScanner *scanner, const char *text,
                                   gsize length, LecternWidth width)
{
  *scanner = (LecternPunctuationScanner){ .text = length > 0 ? text : "",
                                          .length = length,
                                          .width = width };
}

static gunichar
character_at (const LecternPunctuationScanner *scanner, gsize at)
{
  guint size;

  return _lectern_peek (scanner->text + MIN (at, scanner->length), scanner->text + scanner->length,
                        &size);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r';
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || c == ' ' || c == '\t' || c == 0x3000 || is_line_end (c);
}

static gboolean
is_latin (gunichar c)
{
  return c > ' ' && c < 0x7f;
}

static gboolean
is_digit (gunichar c)
{
  return c - '0' < 10 || c - 0xff10 < 10;
}

/* The offset of the partner of the bracket or quote at `at` in its line, 0 where it is too far;
 * `wide` tells whether a wide character stands between. */
static gsize
find_partner (const LecternPunctuationScanner *scanner, gsize at, gunichar close, gboolean *wide)
{
  const char *text = scanner->text;
  const char *end = text + MIN (scanner->length, at + PAIR_REACH);
  gunichar open = (guchar)text[at];
  guint depth = 1, size;
  gunichar c;

  *wide = FALSE;
  for (const char *p = text + at + 1; c = _lectern_peek (p, end, &size), size > 0; p += size)
    {
      if (is_line_end (c))
        return 0;
      if (c == close || (close == ')' && c == U'）'))
        depth--;
      else if (c == open || (open == '(' && c == U'（'))
        depth++;
      else
        *wide = *wide || _lectern_character_is_wide (c);
      if (depth == 0)
        return (gsize)(p - text);
    }
  return 0;
}

/* A pair is turned for what it holds, or for the East Asian text that it stands in. */
static gboolean
turn_pair (const LecternPunctuationScanner *scanner, gsize partner, gboolean wide_inside)
{
  return wide_inside || _lectern_character_is_wide (scanner->before)
         || (is_blank (scanner->before)
             && _lectern_character_is_wide (character_at (scanner, partner + 1)));
}

static gboolean
beside_wide (const LecternPunctuationScanner *scanner, gunichar after)
{
  return _lectern_character_is_wide (scanner->before) || _lectern_character_is_wide (after);
}

static void
push_bracket (LecternPunctuationScanner *scanner, gboolean turned)
{
  scanner->brackets = scanner->brackets << 1 | turned;
  scanner->depth++;
}

/* Whether the innermost open bracket was turned; `otherwise` where none is open. */
static gboolean
pop_bracket (LecternPunctuationScanner *scanner, gboolean otherwise)
{
  gboolean turned = scanner->brackets & 1;

  if (scanner->depth == 0)
    return otherwise;
  scanner->brackets >>= 1;
  scanner->depth--;
  return turned;
}

static gboolean
turn_open (LecternPunctuationScanner *scanner, gsize at, gunichar after)
{
  gboolean wide;
  gsize partner = find_partner (scanner, at, ')', &wide);
  gboolean turn = partner > 0 ? turn_pair (scanner, partner, wide) : beside_wide (scanner, after);

  push_bracket (scanner, turn);
  return turn;
}

/* 0, or the quote of the right side. A quote without partner and an apostrophe stand as they are.
 */
static gunichar
turn_quote (LecternPunctuationScanner *scanner, gsize at, gunichar quote, gunichar after)
{
  guint *state = &scanner->quotes[quote == '"'];
  gunichar opening = _lectern_punctuation_get_full (quote);
  guint was = *state;
  gboolean wide;
  gsize partner;

  if (quote == '\'' && g_unichar_isalnum (scanner->before) && is_latin (scanner->before)
      && is_latin (after))
    return 0;
  if (was != 0)
    {
      *state = 0;
      return was == 2 ? opening + 1 : 0;
    }
  partner = find_partner (scanner, at, quote, &wide);
  if (partner == 0)
    return 0;
  *state = turn_pair (scanner, partner, wide) ? 2 : 1;
  return *state == 2 ? opening : 0;
}

static gunichar
turn_to_full (LecternPunctuationScanner *scanner, gsize at, gunichar c, gunichar after)
{
  MarkKind kind;
  gunichar full;
  gboolean turn;

  kind = half_mark (c, &full);
  if (kind != MARK_NONE && is_digit (scanner->before) && is_digit (after))
    return 0;
  switch (kind)
    {
    case MARK_PAUSE:
      turn = beside_wide (scanner, after);
      break;
    case MARK_STOP: /* not of 1. or a., of a file name, of an ellipsis */
      turn = _lectern_character_is_wide (scanner->before) && after != '.'
             && !(is_latin (after) && g_unichar_isalnum (after));
      break;
    case MARK_OPEN:
      turn = turn_open (scanner, at, after);
      break;
    case MARK_CLOSE:
      turn = pop_bracket (scanner, beside_wide (scanner, after));
      break;
    case MARK_QUOTE:
      return turn_quote (scanner, at, c, after);
    case MARK_NONE:
    default:
      if (c == U'（')
        push_bracket (scanner, TRUE);
      else if (c == U'）')
        pop_bracket (scanner, FALSE);
      return 0;
    }
  return turn ? full : 0;
}

static gunichar
turn_to_half (const LecternPunctuationScanner *scanner, gunichar c, gunichar after)
{
  if (is_digit (scanner->before) && is_digit (after))
    return 0;
  return _lectern_punctuation_get_half (c);
}

/* The end of what is no running text: the ASCII of an address (marks at its end are the sentence's)
 * or a {{field}}; `at` itself for anything else. */
static gsize
skip_foreign (const LecternPunctuationScanner *scanner, gsize at)
{
  const char *text = scanner->text;
  const char *end = text + scanner->length;
  const char *p = text + at;

  if (end - p > 3 && memcmp (p, "://", 3) == 0)
    {
      while (p < end && is_latin ((guchar)*p))
        p++;
      while (strchr (",.;:!?)\"'", p[-1]) != NULL)
        p--;
      return (gsize)(p - text);
    }
  if (end - p > 3 && memcmp (p, "{{", 2) == 0)
    for (const char *stop = p + MIN (end - p - 1, PAIR_REACH); p < stop && !is_line_end (*p); p++)
      if (p[0] == '}' && p[1] == '}')
        return (gsize)(p + 2 - text);
  return at;
}

/* Whether the character means anything to the scanner: a quick no for what texts are made of. */
static gboolean
concerns (gunichar c)
{
  return c < 0x80 ? !g_ascii_isalnum ((char)c)
                  : (c >= 0xff01 && c <= 0xff1f) || c == U'。' || (c >= 0x2018 && c <= 0x201d);
}

static gunichar
turn (LecternPunctuationScanner *scanner, gsize at, gunichar c, gunichar after)
{
  if (is_line_end (c))
    {
      scanner->depth = 0;
      scanner->quotes[0] = scanner->quotes[1] = 0;
      return 0;
    }
  if (scanner->width == LECTERN_WIDTH_FULL)
    return turn_to_full (scanner, at, c, after);
  return scanner->width == LECTERN_WIDTH_HALF ? turn_to_half (scanner, c, after) : 0;
}

gboolean
_lectern_punctuation_scanner_next (LecternPunctuationScanner *scanner,
                                   LecternPunctuationChange *change)
{
  const char *end = scanner->text + scanner->length;
  gunichar c;
  guint size;

  while (c = _lectern_peek (scanner->text + scanner->at, end, &size), size > 0)
    {
      gsize at = scanner->at;
      gsize past = c == ':' || c == '{' ? skip_foreign (scanner, at) : at;
      gunichar replacement = 0;

      if (past > at)
        {
          scanner->at = past;
          scanner->before = 'a';
          continue;
        }
      scanner->at = at + size;
      if (concerns (c))
        replacement = turn (scanner, at, c, character_at (scanner, at + size));
      scanner->before = replacement != 0 ? replacement : c;
      if (replacement == 0)
        continue;
      *change = (LecternPunctuationChange){ { at, at + size }, replacement };
      return TRUE;
    }
  return FALSE;
}
