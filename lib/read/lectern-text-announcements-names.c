/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-announcements-private.h"

#include <string.h>

/* Names that stand before their number: 张某、李某、王某三位同志, “河长”“林长”两项制度. */

#define NAME_MAX_BYTES   24 /* of one name */
#define MASK_MAX_BYTES   8
#define NUMBER_MAX_BYTES 15 /* with the first character of the word behind */
#define QUOTED_TOKENS    12 /* looked at within one quoted name */
#define PARTING          (LECTERN_CHAR_BOUNDARY | LECTERN_CHAR_OPEN)
#define PAIR_MAX_CHARS   7  /* of the second of two, with what joins them */
#define TAIL_MAX_BYTES   36 /* of the last two, where a word joins them */

static inline gboolean
parts_names (const LecternTextReader *r, const LecternToken *t)
{
  const guchar *p = (const guchar *)r->text + t->offset;

  /* 、 ､ */
  return t->class == LECTERN_CHAR_COMMA && t->length == 3
         && ((p[2] == 0x81 && p[0] == 0xe3) || (p[2] == 0xa4 && p[0] == 0xef));
}

/* Whether a word for people can stand within, told by one of its bytes. */
static gboolean
may_count_people (const LecternAnnouncing *w, const char *p, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (w->people_bytes) && w->people_bytes[i] != 0; i++)
    if (memchr (p, w->people_bytes[i], end - p) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the number of the names stands after the last of them, which begins at `from`. */
static gboolean
number_follows (const LecternTextReader *r, guint32 from, guint32 limit)
{
  const char *p = r->text + from, *end = r->text + MIN (limit, from + TAIL_MAX_BYTES);
  const LecternAnnouncing *w = r->announcing;
  guint value, size;
  gsize n;

  /* The number may be the last that is looked at. */
  if (from >= limit
      || !may_count_people (w, p, r->text + MIN (limit, from + TAIL_MAX_BYTES + NUMBER_MAX_BYTES)))
    return FALSE;
  for (; p < end; p += size)
    {
      guint found = _lectern_announcing_char (w, (const guchar *)p, &size);

      if (G_LIKELY (!(found & LECTERN_ANNOUNCING_STARTS)) || p + size >= r->text + limit
          || !_lectern_announcing_may_follow (w, (const guchar *)p + size,
                                              LECTERN_ANNOUNCING_PEOPLE))
        continue;
      if (_lectern_announcing_number (w, p, r->text + limit, &value, &n) == LECTERN_ANNOUNCED_NUMBER
          && _lectern_words_begin (&w->people, p + n, r->text + limit) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Where the first name begins within [from, comma): after the words that lead to it, or at its
 * mask. */
static guint32
first_name (const LecternTextReader *r, guint32 token, guint32 from, guint32 comma)
{
  const LecternAnnouncing *w = r->announcing;
  guint32 start = comma - from <= 4 * 3 ? from : comma;

  for (guint32 at = from; at < comma; at = g_utf8_next_char (r->text + at) - r->text)
    if (comma - at <= 4 * 3 && at > from
        && _lectern_words_end (&w->before_people, r->text + from, r->text + at) > 0)
      start = at;
  if (start < comma)
    return start;
  for (; token < r->scan.n_tokens && r->scan.tokens[token].offset < comma; token++)
    if (r->scan.tokens[token].offset >= from && (r->scan.tokens[token].class & LECTERN_CHAR_MASK))
      {
        start = r->scan.tokens[token].offset;
        if (_lectern_reader_at (r, "某", start, comma) && start >= from + 3)
          start -= 3; /* the surname */
        return start;
      }
  return comma;
}

static void
take_names (LecternTextReader *r, guint block, guint32 token, guint32 from, guint32 comma,
            GArray *phrases)
{
  const LecternAnnouncing *w = r->announcing;
  LecternPhrase phrase
      = { .block = block, .series = -1, .section = -1, .counting = LECTERN_ANNOUNCED_NUMBER };
  const char *end = r->text + r->blocks[block].stop, *number;
  guint value;
  gsize n;

  phrase.start = first_name (r, token, from, comma);
  if (phrase.start >= comma)
    return;
  phrase.names = _lectern_announcing_count_names (r->text + phrase.start, end, &number);
  if (phrase.names == 0
      || _lectern_announcing_number (w, number, end, &value, &n) != LECTERN_ANNOUNCED_NUMBER)
    return;
  phrase.count = value;
  phrase.end = number + n - r->text;
  phrase.end += _lectern_words_begin (&w->people, r->text + phrase.end, end);
  phrase.gap = phrase.end;
  g_array_append_val (phrases, phrase);
}

/* A row of names so far. */
typedef struct
{
  guint32 from;  /* where its first name begins, or a clause that ends in it */
  guint32 comma; /* after the first name; 0 where there is no row */
  guint32 token; /* before the first name */
  guint32 last;  /* where the last name begins */
} Row;

/* `stop`: where no name goes on. */
static void
end_row (LecternTextReader *r, guint block, Row *row, guint32 stop, GArray *phrases)
{
  if (number_follows (r, row->last, stop))
    take_names (r, block, row->token, row->from, row->comma, phrases);
  row->comma = 0;
}

/* A row whose first name ends at token `t`; it begins after what parts it from the words before. */
static Row
begin_row (const LecternTextReader *r, const LecternBlock *b, guint32 t)
{
  const LecternToken *tokens = r->scan.tokens;
  Row row = { .from = b->begin, .comma = tokens[t].offset, .token = b->token };

  for (guint32 k = t; k-- > b->token;)
    if (tokens[k].class & PARTING)
      {
        row.from = tokens[k].offset + tokens[k].length;
        row.token = k;
        break;
      }
  return row;
}

/* Two masked names that only a word joins: 张某和李某两位同志, where the second one ends at token
 * `t`. Other numbers are not believed here. */
static void
take_pair (LecternTextReader *r, guint block, guint32 t, GArray *phrases)
{
  const guchar *text = (const guchar *)r->text;
  const LecternBlock *b = &r->blocks[block];
  guint size;
  guint32 number = r->scan.tokens[t].offset + r->scan.tokens[t].length, at = number;
  Row row;

  /* The rest of a mask has no tokens. */
  while (at < b->stop && at < number + MASK_MAX_BYTES && r->text[at] == r->text[at - 1]
         && (guchar)r->text[at] < 0x80)
    at++;
  number = at;
  if (number >= b->stop
      || !(_lectern_announcing_char (r->announcing, text + number, &size)
           & LECTERN_ANNOUNCING_STARTS))
    return;
  if (!_lectern_reader_at (r, "两|兩|二|2|２", number, b->stop)
      || !number_follows (r, number, b->stop))
    return;
  row = begin_row (r, b, t);
  for (guint n = 0; at > row.from && n < PAIR_MAX_CHARS; n++)
    {
      at = g_utf8_prev_char (r->text + at) - r->text;
      if (_lectern_reader_begins (r, &r->announcing->joins, at, b->stop))
        {
          take_names (r, block, row.token, row.from, at, phrases);
          return;
        }
    }
}

static gboolean
closes_at (const LecternToken *t, guint32 offset)
{
  return (t->class & LECTERN_CHAR_CLOSE) && t->offset + t->length == offset;
}

/* The closing mark of the quoted name before the one that opens at token `open`, or `open` where
 * none stands in the row before it. */
static guint32
close_before (const LecternTextReader *r, const LecternBlock *b, guint32 open)
{
  const LecternToken *tokens = r->scan.tokens;
  guint32 end = tokens[open].offset, k = open;

  if (k > b->token && tokens[k - 1].class == LECTERN_CHAR_COMMA
      && tokens[k - 1].offset + tokens[k - 1].length == end)
    end = tokens[--k].offset;
  else
    end -= _lectern_words_end (&r->announcing->joins, r->text + b->begin, r->text + end);
  return k > b->token && closes_at (&tokens[k - 1], end) ? k - 1 : open;
}

/* Quoted names in a row, the last of which closes at token `t`, and their number. */
static void
take_quoted (LecternTextReader *r, guint block, guint32 t, GArray *phrases)
{
  const LecternBlock *b = &r->blocks[block];
  const LecternToken *tokens = r->scan.tokens;
  guint32 number = tokens[t].offset + tokens[t].length, k = t, first = t;
  guint names = 0, size;

  if (number + 3 <= b->stop && memcmp (r->text + number, "等", 3) == 0)
    number += 3;
  if (number >= b->stop
      || !(_lectern_announcing_char (r->announcing, (const guchar *)r->text + number, &size)
           & LECTERN_ANNOUNCING_STARTS))
    return;
  while (TRUE)
    {
      guint looked = 0;

      for (k--; k > b->token && !(tokens[k].class & (LECTERN_CHAR_OPEN | LECTERN_CHAR_CLOSE)); k--)
        if (++looked == QUOTED_TOKENS)
          break;
      if (!(tokens[k].class & LECTERN_CHAR_OPEN))
        break;
      names++;
      first = k;
      k = close_before (r, b, first);
      if (k == first || k <= b->token)
        break;
    }
  if (names >= 2)
    _lectern_phrases_add_quoted (r, block, t, tokens[first].offset, number, phrases);
}

/* A token at which no row of commas goes on or begins. */
static inline void
take_other (LecternTextReader *r, guint block, guint32 t, GArray *phrases)
{
  if (r->scan.tokens[t].class & LECTERN_CHAR_MASK)
    take_pair (r, block, t, phrases);
  else if ((r->scan.tokens[t].class & LECTERN_CHAR_CLOSE) && t > r->blocks[block].token)
    take_quoted (r, block, t, phrases);
}

void
_lectern_phrases_find_names (LecternTextReader *r, guint block, GArray *phrases)
{
  const LecternBlock *b = &r->blocks[block];
  const LecternToken *tokens = r->scan.tokens;
  Row row = { 0 };

  for (guint32 t = b->token; t < b->token_end; t++)
    {
      if (tokens[t].class & (LECTERN_CHAR_MASK | LECTERN_CHAR_CLOSE))
        take_other (r, block, t, phrases);
      if (G_LIKELY (row.comma == 0 && tokens[t].class != LECTERN_CHAR_COMMA))
        continue;
      if (parts_names (r, &tokens[t]))
        {
          if (row.comma > 0 && tokens[t].offset - row.last > NAME_MAX_BYTES)
            end_row (r, block, &row, tokens[t].offset, phrases);
          if (row.comma == 0)
            row = begin_row (r, b, t);
          row.last = tokens[t].offset + tokens[t].length;
        }
      else if (row.comma > 0 && (tokens[t].class & PARTING))
        end_row (r, block, &row, tokens[t].class == LECTERN_CHAR_COMMA ? b->stop : tokens[t].offset,
                 phrases);
    }
  if (row.comma > 0)
    end_row (r, block, &row, b->stop, phrases);
}
