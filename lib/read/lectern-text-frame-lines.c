/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-frame-private.h"

#include <string.h>

/* How the lines of the frame look. */

#define ADVERT_MAX_CHARS 40
#define BYLINE_MAX_CHARS 45
#define NOTE_MAX_CHARS   120
#define REMARK_MAX_CHARS 8

#define NAME_MAX_BYTES 30
#define DASHES         "——|――|──|—|―|–|--|－－"

#define PUNCTUATION (LECTERN_CHAR_ENDS_CLAUSE | LECTERN_CHAR_OPEN | LECTERN_CHAR_CLOSE)

guint
_lectern_frame_last_class (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 t = b->token_end;

  while (t > b->token && r->scan.tokens[t - 1].offset >= b->stop)
    t--;
  return t == b->token ? 0 : _lectern_reader_last_class (r, t - 1, b->stop);
}

static guint
first_class (const LecternTextReader *r, const LecternBlock *b)
{
  const LecternToken *t = &r->scan.tokens[b->token];

  return b->token < r->scan.n_tokens && t->offset == b->begin ? t->class : 0;
}

gboolean
_lectern_frame_begins (const LecternTextReader *r, const LecternBlock *b, const char *alternatives)
{
  return _lectern_reader_at (r, alternatives, b->begin, b->stop);
}

/* The last character of [start, end) is one of these. */
gboolean
_lectern_frame_ends (const LecternTextReader *r, const char *alternatives, guint32 start,
                     guint32 end)
{
  guint32 last = end;

  do
    last--;
  while (last > start && (r->text[last] & 0xc0) == 0x80);
  return end > start && _lectern_reader_at (r, alternatives, last, end);
}

gboolean
_lectern_frame_is_short (const LecternTextReader *r, const LecternBlock *b, guint max_chars)
{
  return _lectern_count_chars (r->text, b->begin, b->stop, max_chars + 1) <= max_chars
         && (_lectern_frame_last_class (r, b) & LECTERN_CHAR_ENDS_CLAUSE) == 0;
}

gboolean
_lectern_frame_is_dash (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_frame_begins (r, b, DASHES);
}

gboolean
_lectern_frame_is_rule (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 at = b->begin;

  while (at < b->stop)
    {
      gint n = _lectern_alternative_at ("-|=|_|*|—|―|─|━|＝|※|·", r->text + at, r->text + b->stop);

      if (n <= 0)
        return FALSE;
      at += n;
    }
  return b->stop - b->begin >= 3;
}

/* The whole block stands in one pair of brackets. */
gboolean
_lectern_frame_is_bracketed (const LecternTextReader *r, const LecternBlock *b)
{
  static const char *const pairs[][2] = { { "【", "】" }, { "（|(", "）|)" }, { "［|[", "］|]" } };

  if ((first_class (r, b) & LECTERN_CHAR_OPEN) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (_lectern_frame_begins (r, b, pairs[i][0])
        && _lectern_frame_ends (r, pairs[i][1], b->begin, b->stop))
      return TRUE;
  return FALSE;
}

static gboolean
is_year (const char *p, const char *end)
{
  for (guint i = 0; i < 4; i++)
    if (end - p <= i || !g_ascii_isdigit (p[i]))
      return FALSE;
  return end - p == 4 || (end - p > 5 && strchr ("-./", p[4]) != NULL && g_ascii_isdigit (p[5]));
}

/* A date, or a part of one: digits or Chinese numerals before 年 and month, 2024.9.6, or a Western
 * year at the end. */
gboolean
_lectern_frame_has_date (const LecternTextReader *r, const LecternBlock *b)
{
  const char *text = r->text + b->begin, *end = r->text + b->stop;
  const char *year = g_strstr_len (text, end - text, "年");

  if (year == NULL)
    year = g_strstr_len (text, end - text, "년");
  if (year != NULL && year > text)
    return g_ascii_isdigit (year[-1])
           || (year - text >= 3
               && _lectern_alternative_at (
                      "〇|○|零|一|二|三|四|五|六|七|八|九|０|１|２|３|４|５|６|７|８|９|X|x|×|*",
                      year - 3, end)
                      > 0)
           || strchr ("Xx*", year[-1]) != NULL;
  for (const char *p = text; p < end; p++)
    if (g_ascii_isdigit (*p) && (p == text || !g_ascii_isdigit (p[-1])) && is_year (p, end))
      return TRUE;
  return FALSE;
}

/* 胡总：…  (a name of a few characters before a colon, right after the bracket) */
gboolean
_lectern_frame_is_remark (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 t = b->token;

  if ((first_class (r, b) & LECTERN_CHAR_OPEN) == 0 || _lectern_frame_begins (r, b, "[|［")
      || !_lectern_frame_is_bracketed (r, b))
    return FALSE;
  for (; t < b->token_end && r->scan.tokens[t].offset < b->begin + 30; t++)
    if (r->scan.tokens[t].class & LECTERN_CHAR_COLON)
      return TRUE;
  return _lectern_count_chars (r->text, b->begin, b->stop, 12) <= REMARK_MAX_CHARS
         || _lectern_frame_begins (r, b, "【");
}

/* Whether two words of the list stand within. */
static gboolean
has_two (const LecternTextReader *r, const LecternWords *words, const LecternBlock *b)
{
  guint found = 0;

  for (guint32 at = b->begin; at < b->stop && found < 2;)
    {
      gsize n = (r->text[at] & 0xc0) == 0x80
                    ? 0
                    : _lectern_words_begin (words, r->text + at, r->text + b->stop);

      found += n > 0;
      at += MAX (n, 1);
    }
  return found == 2;
}

/* Words that a speech too may use tell an advert only where the line is no sentence of one. */
gboolean
_lectern_frame_is_advert (const LecternTextReader *r, const LecternBlock *b)
{
  guint chars = _lectern_count_chars (r->text, b->begin, b->stop, NOTE_MAX_CHARS + 1);

  if (chars > NOTE_MAX_CHARS)
    return FALSE;
  if (_lectern_reader_is_page_number (r, b->begin, b->stop) || _lectern_frame_is_rule (r, b)
      || _lectern_reader_has (r, &r->words->boilerplate, b->begin, b->stop))
    return TRUE;
  if (chars <= ADVERT_MAX_CHARS && (_lectern_frame_last_class (r, b) & LECTERN_CHAR_STOP) == 0)
    return _lectern_reader_has (r, &r->words->adverts, b->begin, b->stop);
  return has_two (r, &r->words->adverts, b);
}

gboolean
_lectern_frame_is_inner_advert (const LecternTextReader *r, const LecternBlock *b)
{
  return b->stop - b->begin <= 3 * ADVERT_MAX_CHARS
         && (first_class (r, b) & LECTERN_CHAR_MARK) == 0 /* most such lines are headings */
         && (_lectern_frame_last_class (r, b) & PUNCTUATION) == 0
         && _lectern_count_chars (r->text, b->begin, b->stop, ADVERT_MAX_CHARS + 1)
                <= ADVERT_MAX_CHARS
         && (has_two (r, &r->words->adverts, b)
             || _lectern_reader_has (r, &r->words->boilerplate, b->begin, b->stop));
}

/* [1] …, ↑ */
static gboolean
is_footnote (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 at = b->begin + 1;

  if (_lectern_frame_begins (r, b, "↑"))
    return TRUE;
  if (r->text[b->begin] != '[')
    return FALSE;
  while (at < b->stop && g_ascii_isdigit (r->text[at]))
    at++;
  return at > b->begin + 1 && at < b->stop && r->text[at] == ']';
}

gboolean
_lectern_frame_is_note (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 inside = b->begin + (guint8)g_utf8_skip[(guchar)r->text[b->begin]];

  if (is_footnote (r, b))
    return TRUE;
  if (_lectern_count_chars (r->text, b->begin, b->stop, NOTE_MAX_CHARS + 1) > NOTE_MAX_CHARS)
    return FALSE;
  return _lectern_reader_begins (r, &r->words->notes, b->begin, b->stop)
         || (_lectern_frame_is_bracketed (r, b)
             && _lectern_reader_begins (r, &r->words->notes_inside, inside, b->stop));
}

/* 王大田, 王　明, ——王大田: two to four Han characters, perhaps parted by blanks. */
static gboolean
is_name (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 at = b->begin;
  guint chars = 0;
  gint dash;

  if (b->stop - b->begin > NAME_MAX_BYTES)
    return FALSE;
  while ((dash = _lectern_alternative_at (DASHES, r->text + at, r->text + b->stop)) > 0)
    at += dash;
  while (at < b->stop)
    {
      guint blank = _lectern_blank_at (r->text + at, r->text + b->stop);

      if (blank == 0 && (guchar)r->text[at] < 0xe4)
        return FALSE;
      chars += blank == 0;
      at += blank > 0 ? blank : (guint)g_utf8_skip[(guchar)r->text[at]];
    }
  return chars >= 2 && chars <= 4;
}

/* The line goes on with what a line end has cut. */
static gboolean
begins_cut (const LecternTextReader *r, const LecternBlock *b)
{
  guint first = first_class (r, b);

  return (first & (LECTERN_CHAR_ENDS_CLAUSE | LECTERN_CHAR_CLOSE))
         && (first & LECTERN_CHAR_MASK) == 0;
}

gboolean
_lectern_frame_is_byline (const LecternTextReader *r, const LecternBlock *b)
{
  guint chars = _lectern_reader_block_chars (r, b);

  if (chars > BYLINE_MAX_CHARS || begins_cut (r, b) || _lectern_frame_begins (r, b, "【")
      || _lectern_frame_is_advert (r, b) || _lectern_frame_is_note (r, b))
    return FALSE;
  /* （2024年9月6日）? */
  if (_lectern_frame_begins (r, b, "（|(") && _lectern_frame_has_date (r, b))
    return TRUE;
  if (_lectern_frame_last_class (r, b) & LECTERN_CHAR_ENDS_CLAUSE)
    return FALSE;
  return _lectern_frame_has_date (r, b)
         || _lectern_reader_begins (r, &r->words->byline_labels, b->begin, b->stop)
         || _lectern_reader_has (r, &r->words->byline_words, b->begin, b->stop) || is_name (r, b);
}

gboolean
_lectern_frame_is_salutation (const LecternTextReader *r, const LecternBlock *b, gboolean first)
{
  guint32 last = b->address;

  if (last == b->begin)
    return FALSE;
  if (_lectern_frame_ends (r, "：|:", b->begin, last))
    return TRUE;
  if (last == b->stop)
    return _lectern_frame_ends (r, first ? "！|!|，|,|.|。|；|;|、" : "！|!", b->begin, last);
  return first && (guchar)r->text[b->begin] < 0x80
         && _lectern_count_chars (r->text, b->begin, last, 400) > 12;
}

gboolean
_lectern_frame_has_marker (const LecternTextReader *r, const LecternBlock *b)
{
  LecternMarker m;

  return _lectern_marker_match (r->text, b->begin, b->stop, TRUE, &m) && !m.doubt
         && (m.flags & LECTERN_FAMILY_PARTNER) == 0;
}

guint
_lectern_frame_gap (const LecternTextReader *r, guint i)
{
  guint32 at = i == 0 ? 0 : r->blocks[i - 1].end;
  guint n = 0;

  for (; at < r->blocks[i].begin && n < 5; at++)
    n += r->text[at] == '\n' || (r->text[at] == '\r' && r->text[at + 1] != '\n');
  return n;
}

gboolean
_lectern_frame_holds_field (const LecternTextReader *r, const LecternBlock *b)
{
  const char *end = r->text + b->stop, *p = r->text + b->begin;

  p = g_strstr_len (p, end - p, "{{");
  return p != NULL && g_strstr_len (p, end - p, "}}") != NULL;
}
