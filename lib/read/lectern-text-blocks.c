/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* Lines to blocks: a paragraph that a line end cuts in mid-sentence is one block again. */

#define WIDE_BLANKS "\xe3\x80\x80\xe3\x80\x80"

guint
_lectern_reader_block_chars (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_count_chars (r->text, b->begin, b->stop, 400);
}

guint32
_lectern_reader_token_at (const LecternTextReader *r, guint32 t, guint32 offset)
{
  while (t < r->scan.n_tokens && r->scan.tokens[t].offset < offset)
    t++;
  return t;
}

guint
_lectern_reader_last_class (const LecternTextReader *r, guint32 token, guint32 stop)
{
  const LecternToken *t = &r->scan.tokens[token];

  return t->offset + t->length == stop ? t->class : 0;
}

guint32
_lectern_reader_sentence_end (const LecternTextReader *r, guint32 t, guint stops, guint32 limit)
{
  const LecternToken *tokens = r->scan.tokens;
  guint32 end;

  while (t < r->scan.n_tokens && tokens[t].offset < limit && (tokens[t].class & stops) == 0)
    t++;
  if (t >= r->scan.n_tokens || tokens[t].offset >= limit)
    return limit;
  end = tokens[t].offset + tokens[t].length;
  for (t++; t < r->scan.n_tokens && tokens[t].offset == end && end < limit
            && (tokens[t].class & (stops | LECTERN_CHAR_CLOSE));
       t++)
    end += tokens[t].length;
  return MIN (end, limit);
}

/* — 3 —, - 3 -, 第3页, 第 3 页 共 10 页, Page 1 of 10, 3/10 */
gboolean
_lectern_reader_is_page_number (const LecternTextReader *r, guint32 begin, guint32 stop)
{
  static const char *const parts = "Page|page|PAGE|of|第|页|頁|共|—|–|－|-|/|·| |　";
  const char *p = r->text + begin, *end = r->text + stop;
  guint digits = 0, others = 0;

  if (stop - begin > 48 || ((guchar)*p >= 0xe4 && !g_str_has_prefix (p, "第")))
    return FALSE;
  while (p < end)
    {
      gint n = _lectern_alternative_at (parts, p, end);

      if (n > 0)
        p += n, others++;
      else if (g_ascii_isdigit (*p))
        p++, digits++;
      else
        return FALSE;
    }
  return digits > 0 && digits < 7 && others > 0;
}

static guint
line_chars (const LecternTextReader *r, const LecternLine *line)
{
  return _lectern_count_chars (r->text, line->begin, line->stop, 400);
}

/* The tokens of a line end before the next line's. */
static guint32
line_token_end (const LecternTextReader *r, guint i)
{
  return i + 1 < r->scan.n_lines ? r->scan.lines[i + 1].token : r->scan.n_tokens;
}

static guint
line_last_class (const LecternTextReader *r, guint i)
{
  const LecternLine *line = &r->scan.lines[i];
  guint32 token_end = line_token_end (r, i);

  while (token_end > line->token && r->scan.tokens[token_end - 1].offset >= line->stop)
    token_end--;
  return token_end == line->token ? 0 : _lectern_reader_last_class (r, token_end - 1, line->stop);
}

/* Whether the line's indent says that a paragraph begins. */
static gboolean
is_indented (const LecternTextReader *r, const LecternLine *line)
{
  return line->begin - line->start >= 6 && memcmp (r->text + line->start, WIDE_BLANKS, 6) == 0;
}

#define WRAP_MIN_CHARS 12
#define WRAP_MAX_CHARS 120
#define WRAP_MIN_LINES 6
#define WRAP_MAX_LINES 500
#define WRAP_SPREAD    4 /* lines of half-width characters among them differ by so much */

#define ENDS_SENTENCE                                                                              \
  (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COLON | LECTERN_CHAR_CLOSE)

static gboolean
opens_mark (const LecternTextReader *r, const LecternLine *line)
{
  LecternMarker m;

  return _lectern_marker_match (r->text, line->begin, line->stop, TRUE, &m)
         && (m.flags & LECTERN_FAMILY_PARTNER) == 0;
}

/* A line that may have been cut at its end: no end of a sentence, and the next line is there and
 * begins no paragraph of its own. */
static gboolean
is_open (const LecternTextReader *r, guint i)
{
  const LecternLine *line = &r->scan.lines[i], *next = line + 1;

  return (line_last_class (r, i) & ENDS_SENTENCE) == 0 && line->end > line->stop
         && line->end == next->start && !is_indented (r, next) && !opens_mark (r, next);
}

/* A text that was wrapped at a fixed width has many lines of about the same length that do not end
 * a sentence, and hardly a longer one. Gives the length from which on a line counts as cut. */
static guint
find_wrap_chars (const LecternTextReader *r)
{
  guint open[WRAP_MAX_CHARS + 3] = { 0 }, all[WRAP_MAX_CHARS + 3] = { 0 };
  guint n = MIN (r->scan.n_lines, WRAP_MAX_LINES), open_lines = 0, best = 0, most = 0, longer = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      const LecternLine *line = &r->scan.lines[i];
      /* No character has more than four bytes. */
      guint chars = line->stop - line->begin > 4 * WRAP_MAX_CHARS + 4
                        ? WRAP_MAX_CHARS + 2
                        : MIN (line_chars (r, line), WRAP_MAX_CHARS + 2);

      all[chars]++;
      if (chars < WRAP_MIN_CHARS || chars > WRAP_MAX_CHARS || !is_open (r, i))
        continue;
      open[chars]++;
      open_lines++;
    }
  for (guint i = WRAP_MIN_CHARS; i + WRAP_SPREAD <= WRAP_MAX_CHARS; i++)
    {
      guint here = 0;

      for (guint j = 0; j < WRAP_SPREAD; j++)
        here += open[i + j];
      best = here > most ? i : best;
      most = MAX (here, most);
    }
  for (guint i = best + WRAP_SPREAD + 1; i < G_N_ELEMENTS (all); i++)
    longer += all[i];
  if (open_lines >= WRAP_MIN_LINES && open_lines * 3 >= n && most * 2 >= open_lines
      && longer * 20 <= n)
    return best;
  return LECTERN_LEAD_MAX_CHARS;
}

/* 一是 or 第一， alone on its line: the text that it marks stands in the next one. */
static gboolean
is_marker_alone (const LecternTextReader *r, const LecternLine *line)
{
  LecternMarker m;

  return line->stop - line->begin < 40
         && _lectern_marker_match (r->text, line->begin, line->stop, TRUE, &m)
         && m.end == line->stop && m.role == LECTERN_ROLE_POINT;
}

static gboolean
is_address_line (const LecternTextReader *r, guint i)
{
  const LecternLine *line = &r->scan.lines[i];

  return line->stop - line->begin < 240
         && _lectern_reader_address (r, line->token, line->begin, line->stop) == line->stop;
}

/* One character of Han alone on its line: the end of what the line before begins. */
static gboolean
is_remnant (const LecternTextReader *r, const LecternLine *line)
{
  return line->stop - line->begin == 3 && (guchar)r->text[line->begin] >= 0xe4
         && (guchar)r->text[line->begin] <= 0xe9;
}

/* A stop inside: running text, not a heading that stands without one. */
static gboolean
holds_sentence (const LecternTextReader *r, guint i)
{
  const LecternLine *line = &r->scan.lines[i];
  guint32 token_end = line_token_end (r, i);

  for (guint32 t = line->token; t < token_end && r->scan.tokens[t].offset < line->stop; t++)
    if ((r->scan.tokens[t].class & LECTERN_CHAR_STOP) && r->scan.tokens[t].length == 3)
      return TRUE;
  return FALSE;
}

/* Whether line `next` goes on with the sentence that line `i` has begun. */
static gboolean
is_cut (const LecternTextReader *r, guint i, guint next)
{
  const LecternLine *a = &r->scan.lines[i], *b = &r->scan.lines[next];
  guint last = line_last_class (r, i);
  guint first = b->token < r->scan.n_tokens && r->scan.tokens[b->token].offset == b->begin
                    ? r->scan.tokens[b->token].class
                    : 0;
  gboolean western = (guchar)r->text[a->stop - 1] < 0x80 && g_ascii_islower (r->text[b->begin]);

  if ((last & LECTERN_CHAR_OPEN) || ((first & LECTERN_CHAR_CLOSE) && !(first & LECTERN_CHAR_MASK)))
    return TRUE; /* within brackets or quotes */
  if ((first & (LECTERN_CHAR_COMMA | LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI))
      && (first & LECTERN_CHAR_MASK) == 0)
    return (last & ENDS_SENTENCE) == 0;
  if ((last & (LECTERN_CHAR_COMMA | LECTERN_CHAR_SEMI)) && is_address_line (r, i))
    return is_address_line (r, next);
  if ((last & ENDS_SENTENCE) || is_indented (r, b) || opens_mark (r, b)
      || (first & LECTERN_CHAR_OPEN && g_str_has_prefix (r->text + b->begin, "【")))
    return FALSE;
  if (is_marker_alone (r, a))
    return TRUE;
  if (last & LECTERN_CHAR_COMMA)
    return line_chars (r, a) > 6;
  if (western)
    return line_chars (r, a) >= r->wrap_chars;
  return (guchar)r->text[a->stop - 1] >= 0x80 && (guchar)r->text[b->begin] >= 0xe0
         && (line_chars (r, a) >= r->wrap_chars || is_remnant (r, b)
             || ((line_last_class (r, next) & ENDS_SENTENCE) && holds_sentence (r, i)));
}

/* The last line of the paragraph that begins in line `i`; a page number may stand within. */
static guint
last_line_of_block (const LecternTextReader *r, guint i)
{
  const LecternLine *lines = r->scan.lines;

  while (i + 1 < r->scan.n_lines)
    {
      if (lines[i].end == lines[i].stop)
        break; /* parted by wide blanks, not by a line end */
      if (_lectern_reader_is_page_number (r, lines[i + 1].begin, lines[i + 1].stop))
        {
          if (i + 2 >= r->scan.n_lines || !is_cut (r, i, i + 2))
            break;
          i += 2;
        }
      else if (lines[i].end == lines[i + 1].start && is_cut (r, i, i + 1))
        i++;
      else
        break;
    }
  return i;
}

/* Room for one more; the array has one element for each line to begin with. */
static LecternBlock *
add_block (LecternTextReader *r, guint *room)
{
  if (r->n_blocks == *room)
    {
      *room *= 2;
      r->blocks = g_renew (LecternBlock, r->blocks, *room);
    }
  return &r->blocks[r->n_blocks++];
}

static void
finish_block (LecternTextReader *r, LecternBlock *b)
{
  b->body = b->begin;
  b->mark = -1;
  b->sentence = _lectern_reader_sentence_end (r, b->token, LECTERN_CHAR_STOP, b->stop);
  b->address = _lectern_reader_address (r, b->token, b->begin, b->stop);
}

/* In a text without line ends wide blanks part paragraphs after a heading too, and one blank does
 * after the title and its date. Gives the end of the paragraph that begins at `from`. */
static guint32
first_blanks (const LecternTextReader *r, guint32 from, guint32 stop, gboolean front)
{
  for (guint32 at = from; at < stop; at++)
    {
      guint n = _lectern_blank_at (r->text + at, r->text + stop);

      if (n == 0)
        continue;
      if (stop - at > 6 && memcmp (r->text + at, WIDE_BLANKS, 6) == 0)
        return at;
      if (front
          && ((at > from && r->text[at - 1] == ')')
              || (at - from > 3 && memcmp (r->text + at - 3, "）", 3) == 0)
              || _lectern_reader_ends (r, &r->words->title_tails, from, at)))
        return at;
      at += n - 1;
    }
  return stop;
}

static void
add_parted_blocks (LecternTextReader *r, guint i, guint *room)
{
  const LecternLine *line = &r->scan.lines[i];
  guint32 start = line->start, begin = line->begin, token = line->token;

  while (begin < line->stop)
    {
      guint32 stop = first_blanks (r, begin, line->stop, i == 0), next = stop;
      LecternBlock *b = add_block (r, room);
      guint n;

      while ((n = _lectern_blank_at (r->text + next, r->text + line->stop)) > 0)
        next += n;
      *b = (LecternBlock){
        .start = start,
        .begin = begin,
        .stop = stop,
        .end = stop == line->stop ? line->end : stop,
        .token = token,
        .token_end
        = stop == line->stop ? line_token_end (r, i) : _lectern_reader_token_at (r, token, next),
        .first_line = i,
        .last_line = i,
      };
      finish_block (r, b);
      token = b->token_end;
      start = stop;
      begin = next;
    }
}

/* Parted from another one by blanks in the same line of layout. */
static gboolean
is_parted (const LecternTextReader *r, guint i)
{
  const LecternLine *line = &r->scan.lines[i];

  return (line->end == line->stop && line->end < r->length)
         || (i > 0 && line[-1].end == line[-1].stop);
}

void
_lectern_reader_make_blocks (LecternTextReader *r)
{
  guint room = MAX (r->scan.n_lines, 1);

  r->wrap_chars = find_wrap_chars (r);
  r->blocks = g_new (LecternBlock, room);
  for (guint i = 0; i < r->scan.n_lines;)
    {
      guint last = last_line_of_block (r, i);
      const LecternLine *a = &r->scan.lines[i], *z = &r->scan.lines[last];
      LecternBlock *b;

      if (last == i && is_parted (r, i))
        {
          add_parted_blocks (r, i++, &room);
          continue;
        }
      b = add_block (r, &room);
      *b = (LecternBlock){
        .start = a->start,
        .begin = a->begin,
        .stop = z->stop,
        .end = z->end,
        .token = a->token,
        .token_end = line_token_end (r, last),
        .first_line = i,
        .last_line = last,
      };
      finish_block (r, b);
      i = last + 1;
    }
}
