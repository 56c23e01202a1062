/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-announcements-private.h"

/* Names that stand before their number: 张某、李某、王某三位同志. */

#define NAME_MAX_BYTES 24 /* of one name */
#define PARTING        (LECTERN_CHAR_BOUNDARY | LECTERN_CHAR_OPEN)
#define TAIL_MAX_BYTES 36 /* of the last two, where a word joins them */

static inline gboolean
parts_names (const LecternTextReader *r, const LecternToken *t)
{
  const guchar *p = (const guchar *)r->text + t->offset;

  /* 、 ､ */
  return t->class == LECTERN_CHAR_COMMA && t->length == 3
         && ((p[2] == 0x81 && p[0] == 0xe3) || (p[2] == 0xa4 && p[0] == 0xef));
}

/* Whether the number of the names stands after the last of them, which begins at `from`. */
static gboolean
number_follows (const LecternTextReader *r, guint32 from, guint32 limit)
{
  const char *p = r->text + from, *end = r->text + MIN (limit, from + TAIL_MAX_BYTES);
  const LecternAnnouncing *w = r->announcing;
  guint value, size;
  gsize n;

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

void
_lectern_phrases_find_names (LecternTextReader *r, guint block, GArray *phrases)
{
  const LecternBlock *b = &r->blocks[block];
  const LecternToken *tokens = r->scan.tokens;
  Row row = { 0 };

  for (guint32 t = b->token; t < b->token_end; t++)
    {
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
