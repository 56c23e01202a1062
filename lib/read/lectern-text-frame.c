/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* What stands around the speech: adverts, title, byline, outline, salutation, thanks. */

#define HEAD_MAX_BLOCKS  40
#define TAIL_MAX_BLOCKS  60
#define TITLE_MAX_CHARS  60
#define BYLINE_MAX_CHARS 45
#define THANKS_MAX_CHARS 25

#define ENDS_CLAUSE                                                                                \
  (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COLON | LECTERN_CHAR_COMMA)

static guint
last_class (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 t = b->token_end;

  while (t > b->token && r->scan.tokens[t - 1].offset >= b->stop)
    t--;
  return t == b->token ? 0 : _lectern_reader_last_class (r, t - 1, b->stop);
}

static gboolean
begins_with (const LecternTextReader *r, const LecternBlock *b, const char *alternatives)
{
  return _lectern_reader_at (r, alternatives, b->begin, b->stop);
}

/* The last character of [start, end) is one of these. */
static gboolean
ends_with (const LecternTextReader *r, const char *alternatives, guint32 start, guint32 end)
{
  guint32 last = end;

  do
    last--;
  while (last > start && (r->text[last] & 0xc0) == 0x80);
  return end > start && _lectern_reader_at (r, alternatives, last, end);
}

static gboolean
is_short_line (const LecternTextReader *r, const LecternBlock *b, guint max_chars)
{
  return _lectern_count_chars (r->text, b->begin, b->stop, max_chars + 1) <= max_chars
         && (last_class (r, b) & ENDS_CLAUSE) == 0;
}

static gboolean
is_dash (const LecternTextReader *r, const LecternBlock *b)
{
  return begins_with (r, b, "——|――|—|―|–|--|－－");
}

static gboolean
is_rule_line (const LecternTextReader *r, const LecternBlock *b)
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
static gboolean
is_bracketed (const LecternTextReader *r, const LecternBlock *b)
{
  return (begins_with (r, b, "【") && ends_with (r, "】", b->begin, b->stop))
         || (begins_with (r, b, "（|(") && ends_with (r, "）|)", b->begin, b->stop))
         || (begins_with (r, b, "［|[") && ends_with (r, "］|]", b->begin, b->stop));
}

/* A date, or a part of one: digits or Chinese numerals before 年 and 月, or a Western year. */
static gboolean
has_date (const LecternTextReader *r, const LecternBlock *b)
{
  const char *text = r->text + b->begin, *end = r->text + b->stop;
  const char *year = g_strstr_len (text, end - text, "年");
  guint digits = 0;

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
  for (; text < end; text++)
    digits = g_ascii_isdigit (*text) ? digits + 1 : 0;
  return digits == 4 && end - r->text == b->stop;
}

/* 胡总：…  (a name of a few characters before a colon, right after the bracket) */
static gboolean
is_interjection (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 t = b->token;

  if (t >= b->token_end || r->scan.tokens[t].offset != b->begin || !is_bracketed (r, b))
    return FALSE;
  for (; t < b->token_end && r->scan.tokens[t].offset < b->begin + 30; t++)
    if (r->scan.tokens[t].class & LECTERN_CHAR_COLON)
      return TRUE;
  return _lectern_count_chars (r->text, b->begin, b->stop, 12) <= 8 || begins_with (r, b, "【");
}

static gboolean
is_outline_head (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_reader_begins (r, &r->words->outline_heads, b->begin, b->stop);
}

static gboolean
is_strong_title (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 stop = b->stop;

  if (!is_short_line (r, b, TITLE_MAX_CHARS) || is_outline_head (r, b) || begins_with (r, b, "【"))
    return FALSE;
  /* （摘要）, （节选） after the title proper */
  if (ends_with (r, "）|)", b->begin, stop))
    for (guint32 t = b->token; t < b->token_end && r->scan.tokens[t].offset < b->stop; t++)
      if (r->scan.tokens[t].class & LECTERN_CHAR_OPEN && r->scan.tokens[t].offset > b->begin)
        stop = r->scan.tokens[t].offset;
  return _lectern_reader_ends (r, &r->words->title_tails, b->begin, stop);
}

static gboolean
is_salutation (const LecternTextReader *r, const LecternBlock *b, gboolean first)
{
  guint32 last = b->address;

  if (last == b->begin)
    return FALSE;
  if (ends_with (r, "：|:", b->begin, last))
    return TRUE;
  if (last == b->stop)
    return ends_with (r, first ? "！|!|，|,|.|。" : "！|!", b->begin, last);
  return first && (guchar)r->text[b->begin] < 0x80
         && _lectern_count_chars (r->text, b->begin, last, 400) > 12;
}

static gboolean
looks_like_advert (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_reader_is_page_number (r, b->begin, b->stop) || is_rule_line (r, b)
         || (_lectern_count_chars (r->text, b->begin, b->stop, 121) <= 120
             && _lectern_reader_has (r, &r->words->boilerplate, b->begin, b->stop));
}

/* Running text: long, or a whole sentence of some length. */
static gboolean
is_prose (const LecternTextReader *r, const LecternBlock *b)
{
  guint chars = _lectern_reader_block_chars (r, b);

  return chars > TITLE_MAX_CHARS || (chars > 20 && (last_class (r, b) & LECTERN_CHAR_STOP))
         || (last_class (r, b) & (LECTERN_CHAR_COMMA | LECTERN_CHAR_SEMI));
}

static gboolean
opens_body (const LecternTextReader *r, const LecternBlock *b)
{
  LecternMarker m;

  return is_salutation (r, b, TRUE)
         || (!is_outline_head (r, b) && _lectern_marker_match (r->text, b->begin, b->stop, TRUE, &m)
             && !m.doubt && (m.flags & LECTERN_FAMILY_PARTNER) == 0);
}

/* The first block that belongs to the speech proper, and the title before it. */
static void
find_head (const LecternTextReader *r, guint *body, gint *title)
{
  guint n = MIN (r->n_blocks, HEAD_MAX_BLOCKS), first_prose = n;

  *title = -1;
  *body = n;
  for (guint i = 0; i < n; i++)
    {
      const LecternBlock *b = &r->blocks[i];

      if (*title < 0 && is_strong_title (r, b) && !has_date (r, b))
        *title = i;
      else if (*title < 0 && is_strong_title (r, b))
        *title = i;
      if (opens_body (r, b))
        {
          *body = i;
          break;
        }
      if (is_prose (r, b) && !begins_with (r, b, "【") && !is_outline_head (r, b)
          && !looks_like_advert (r, b))
        {
          if (*title >= 0)
            {
              *body = i;
              break;
            }
          first_prose = MIN (first_prose, i);
        }
    }
  if (*body == n || (*title < 0 && first_prose < *body && first_prose <= 2))
    *body = MIN (first_prose, *body);
  if (*title >= (gint)*body)
    *title = -1;
}

static gboolean
is_byline (const LecternTextReader *r, const LecternBlock *b)
{
  guint chars = _lectern_reader_block_chars (r, b);

  if (chars > BYLINE_MAX_CHARS || (last_class (r, b) & ENDS_CLAUSE) || begins_with (r, b, "【")
      || looks_like_advert (r, b))
    return FALSE;
  return has_date (r, b) || _lectern_reader_has (r, &r->words->byline_words, b->begin, b->stop)
         || (chars >= 2 && chars <= 4 && (guchar)r->text[b->begin] >= 0xe4);
}

/* Without a telling end the title is the first short line that something else follows. */
static gint
guess_title (const LecternTextReader *r, guint body)
{
  for (guint i = 0; i < body; i++)
    {
      const LecternBlock *b = &r->blocks[i];

      if (is_short_line (r, b, TITLE_MAX_CHARS) && !looks_like_advert (r, b) && !is_bracketed (r, b)
          && !begins_with (r, b, "【|>|<|{") && !is_outline_head (r, b))
        return has_date (r, b) && _lectern_reader_block_chars (r, b) < 14 ? -1 : (gint)i;
      if (i == 0 && begins_with (r, b, "【") && !is_bracketed (r, b)
          && is_short_line (r, b, TITLE_MAX_CHARS))
        return i;
    }
  return -1;
}

/* An outline and its entries on the lines after it, up to a line that is none or to a new 一、. */
static guint
mark_outline (LecternTextReader *r, guint i, guint n)
{
  guint last = 0;

  r->blocks[i].role = LECTERN_BLOCK_OUTLINE;
  while (i + 1 < n)
    {
      LecternBlock *b = &r->blocks[i + 1];
      LecternMarker m;

      if (!_lectern_marker_match (r->text, b->begin, b->stop, TRUE, &m)
          || _lectern_reader_block_chars (r, b) > TITLE_MAX_CHARS
          || (m.number == 1 && last > 0 && m.role == LECTERN_ROLE_HEADING
              && m.family == LECTERN_FAMILY_CJK))
        break;
      if (m.family == LECTERN_FAMILY_CJK)
        last = m.number;
      b->role = LECTERN_BLOCK_OUTLINE;
      i++;
    }
  return i;
}

/* Lines of a title: a theme before the line with a dash, or a dash after the theme. */
static void
mark_title (LecternTextReader *r, gint title, guint body)
{
  LecternBlock *b = &r->blocks[title];

  b->role = LECTERN_BLOCK_TITLE;
  if (is_dash (r, b) && title > 0 && is_short_line (r, b - 1, TITLE_MAX_CHARS)
      && b[-1].role == LECTERN_BLOCK_BODY && !looks_like_advert (r, b - 1))
    b[-1].role = LECTERN_BLOCK_TITLE;
  else if (title + 1 < (gint)body && is_dash (r, b + 1) && is_short_line (r, b + 1, TITLE_MAX_CHARS)
           && !is_byline (r, b + 1))
    b[1].role = LECTERN_BLOCK_TITLE;
  else if (title + 1 < (gint)body && is_dash (r, b + 1) && is_strong_title (r, b + 1))
    b[1].role = LECTERN_BLOCK_TITLE;
}

/* Without a title nothing says that a whole sentence stands before the speech. */
static guint
first_sentence (const LecternTextReader *r, guint body)
{
  for (guint i = 0; i < body; i++)
    if (r->blocks[i].role == LECTERN_BLOCK_BODY
        && (last_class (r, &r->blocks[i]) & LECTERN_CHAR_STOP)
        && !looks_like_advert (r, &r->blocks[i]))
      return i;
  return body;
}

static void
find_front (LecternTextReader *r)
{
  guint body;
  gint title;

  find_head (r, &body, &title);
  for (guint i = 0; i < body; i++)
    if (is_outline_head (r, &r->blocks[i]))
      {
        i = mark_outline (r, i, r->n_blocks);
        body = MAX (body, i + 1);
      }
  if (body > 0 && r->n_blocks > body && r->blocks[0].role == LECTERN_BLOCK_OUTLINE && title < 0)
    find_head (r, &body, &title);
  if (title < 0)
    title = guess_title (r, body);
  if (title >= 0)
    mark_title (r, title, body);
  else
    body = first_sentence (r, body);
  for (guint i = 0; i < body; i++)
    {
      LecternBlock *b = &r->blocks[i];

      if (b->role != LECTERN_BLOCK_BODY)
        continue;
      b->role
          = (gint)i > title && is_byline (r, b) ? LECTERN_BLOCK_BYLINE : LECTERN_BLOCK_BOILERPLATE;
    }
  if (body < r->n_blocks && is_salutation (r, &r->blocks[body], TRUE))
    {
      r->blocks[body].role = LECTERN_BLOCK_SALUTATION;
      r->blocks[body].body = r->blocks[body].address;
    }
}

static gboolean
is_thanks (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_count_chars (r->text, b->begin, b->stop, THANKS_MAX_CHARS + 1) <= THANKS_MAX_CHARS
         && _lectern_reader_has (r, &r->words->thanks, b->begin, b->stop);
}

/* Blank lines before a block, counted up to a few. */
static guint
gap_before (const LecternTextReader *r, guint i)
{
  guint32 at = i == 0 ? 0 : r->blocks[i - 1].end;
  guint n = 0;

  for (; at < r->blocks[i].begin && n < 5; at++)
    n += r->text[at] == '\n' || (r->text[at] == '\r' && r->text[at + 1] != '\n');
  return n;
}

/* The first block of what a site or an editor put after the speech. */
static guint
find_back (const LecternTextReader *r, guint floor)
{
  guint first = r->n_blocks > TAIL_MAX_BLOCKS ? r->n_blocks - TAIL_MAX_BLOCKS : 0,
        back = r->n_blocks;

  for (guint i = MAX (first, floor); i < r->n_blocks; i++)
    {
      const LecternBlock *b = &r->blocks[i];

      if (is_thanks (r, b) && r->n_blocks - i <= 12)
        return i + 1;
      if (back == r->n_blocks && gap_before (r, i) >= 2
          && (_lectern_reader_begins (r, &r->words->notes, b->begin, b->stop) || is_rule_line (r, b)
              || _lectern_reader_has (r, &r->words->boilerplate, b->begin, b->stop)))
        back = i;
      if (back == r->n_blocks && i > floor + 2 && is_rule_line (r, b))
        back = i;
    }
  while (back > floor + 1
         && (looks_like_advert (r, &r->blocks[back - 1])
             || (_lectern_reader_begins (r, &r->words->notes, r->blocks[back - 1].begin,
                                         r->blocks[back - 1].stop)
                 && _lectern_reader_block_chars (r, &r->blocks[back - 1]) < 120)
             || is_interjection (r, &r->blocks[back - 1])))
    back--;
  return back;
}

static guint
mark_back (LecternTextReader *r, guint floor)
{
  guint back = find_back (r, floor);

  for (guint i = back; i < r->n_blocks; i++)
    if (r->blocks[i].role == LECTERN_BLOCK_BODY)
      r->blocks[i].role
          = is_byline (r, &r->blocks[i]) ? LECTERN_BLOCK_BYLINE : LECTERN_BLOCK_BOILERPLATE;
  while (back > floor && r->blocks[back - 1].role == LECTERN_BLOCK_BODY && back - 1 > floor
         && has_date (r, &r->blocks[back - 1]) && is_byline (r, &r->blocks[back - 1]))
    r->blocks[--back].role = LECTERN_BLOCK_BYLINE;
  if (back > floor && is_thanks (r, &r->blocks[back - 1])
      && r->blocks[back - 1].role == LECTERN_BLOCK_BODY)
    r->blocks[--back].role = LECTERN_BLOCK_THANKS;
  return back;
}

void
_lectern_reader_find_frame (LecternTextReader *r)
{
  guint floor = 0, back;

  find_front (r);
  while (floor < r->n_blocks && r->blocks[floor].role != LECTERN_BLOCK_BODY)
    floor++;
  back = mark_back (r, floor);
  for (guint i = floor; i < back; i++)
    {
      LecternBlock *b = &r->blocks[i];

      if (b->role != LECTERN_BLOCK_BODY)
        continue;
      if (is_salutation (r, b, FALSE) && b->address == b->stop)
        {
          b->role = LECTERN_BLOCK_SALUTATION;
          b->body = b->stop;
        }
      else if (_lectern_reader_is_page_number (r, b->begin, b->stop) || is_interjection (r, b))
        b->role = LECTERN_BLOCK_BOILERPLATE;
    }
}
