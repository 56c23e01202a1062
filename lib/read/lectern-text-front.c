/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-frame-private.h"

/* What stands before the speech: adverts, title, byline, outline, the first salutation. */

#define THEME_MAX_CHARS        40
#define THEME_MIN_CHARS        8 /* over a blank line: a shorter line is the name of a site */
#define UNKNOWN_MAX_CHARS      20
#define SPACED_MAX_BYTES       60
#define BARE_ADDRESS_MAX_BYTES 60
#define SLOT_CHARS             8
#define SENTENCE_CHARS         20 /* a longer line with a stop or a colon is no title */
#define INTRO_BLOCKS           3  /* of running text that may stand before the title */
#define INTRO_NO_TITLE         2  /* and before a salutation where there is no title */

#define DATE_ENDS "年|月|日|号|號|）|)|0|1|2|3|4|5|6|7|8|9"

static gboolean
is_outline_head (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_reader_begins (r, &r->words->outline_heads, b->begin, b->stop);
}

static gboolean
is_template_word (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_words_begin (&r->words->template_words, r->text + b->begin, r->text + b->stop)
         == b->stop - b->begin;
}

/* 讲    话, 政 府 工 作 报 告: parted by blanks to fill the line. */
static gboolean
is_spaced_title (const LecternTextReader *r, const LecternBlock *b)
{
  char plain[SPACED_MAX_BYTES];
  guint n = 0;
  gboolean blanks = FALSE;

  if (b->stop - b->begin > SPACED_MAX_BYTES)
    return FALSE;
  for (guint32 at = b->begin; at < b->stop;)
    {
      guint blank = _lectern_blank_at (r->text + at, r->text + b->stop);

      blanks = blanks || blank > 0;
      if (blank == 0)
        plain[n++] = r->text[at];
      at += MAX (blank, 1);
    }
  return blanks && _lectern_words_end (&r->words->title_tails, plain, plain + n) > 0;
}

/* 同志们 on a line of its own, without a mark. */
static gboolean
is_bare_address (const LecternTextReader *r, guint i)
{
  const LecternBlock *b = &r->blocks[i];

  return i + 1 < r->n_blocks && b->stop - b->begin <= BARE_ADDRESS_MAX_BYTES && b->address < b->stop
         && _lectern_frame_last_class (r, b) == 0
         && (_lectern_reader_begins (r, &r->words->address_heads, b->begin, b->stop)
             || _lectern_frame_ends (r, "们|們", b->begin, b->stop))
         && _lectern_reader_is_address_piece (r, b->address, b->stop);
}

static gboolean
is_strong_title (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 stop = b->stop;

  if (!_lectern_frame_is_short (r, b, LECTERN_FRAME_TITLE_MAX_CHARS) || is_outline_head (r, b)
      || _lectern_frame_begins (r, b, "【"))
    return FALSE;
  /* （摘要）, （节选） after the title proper */
  if (_lectern_frame_ends (r, "）|)", b->begin, stop))
    for (guint32 t = b->token; t < b->token_end && r->scan.tokens[t].offset < b->stop; t++)
      if (r->scan.tokens[t].class & LECTERN_CHAR_OPEN && r->scan.tokens[t].offset > b->begin)
        stop = r->scan.tokens[t].offset;
  return _lectern_reader_ends (r, &r->words->title_tails, b->begin, stop) || is_spaced_title (r, b);
}

/* 一 …, which is a marker only if 二 … follows. */
static gboolean
has_next_marker (const LecternTextReader *r, guint i, const LecternMarker *first)
{
  guint n = MIN (r->n_blocks, i + LECTERN_FRAME_HEAD_BLOCKS);

  while (++i < n)
    {
      const LecternBlock *b = &r->blocks[i];
      LecternMarker m;

      if (_lectern_marker_match (r->text, b->begin, b->stop, TRUE, &m) && m.form == first->form
          && m.number == 2)
        return TRUE;
    }
  return FALSE;
}

static gboolean
opens_body (const LecternTextReader *r, guint i)
{
  const LecternBlock *b = &r->blocks[i];
  LecternMarker m;

  if (_lectern_frame_is_salutation (r, b, TRUE) || is_bare_address (r, i)
      || _lectern_reader_begins (r, &r->words->greetings, b->begin, b->stop))
    return TRUE;
  if (is_outline_head (r, b) || !_lectern_marker_match (r->text, b->begin, b->stop, TRUE, &m)
      || (m.flags & LECTERN_FAMILY_PARTNER))
    return FALSE;
  return !m.doubt || (m.number == 1 && has_next_marker (r, i, &m));
}

/* The first line, with a mark that a title may have too, over a line of the frame. */
static gboolean
is_exclaimed_title (const LecternTextReader *r, guint i)
{
  const LecternBlock *b = &r->blocks[i];

  return i == 0 && r->n_blocks > 1 && _lectern_frame_ends (r, "！|!|？|?", b->begin, b->stop)
         && _lectern_count_chars (r->text, b->begin, b->stop, THEME_MAX_CHARS + 1)
                <= THEME_MAX_CHARS
         && b->address == b->begin
         && (_lectern_frame_is_dash (r, b + 1) || _lectern_frame_is_byline (r, b + 1)
             || _lectern_frame_is_salutation (r, b + 1, TRUE));
}

/* [按照上级通知要求，…]: what somebody else is to write. */
static gboolean
is_slot (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_frame_begins (r, b, "[|［") && _lectern_frame_is_bracketed (r, b)
         && !_lectern_frame_is_advert (r, b) && !_lectern_frame_is_note (r, b)
         && !_lectern_frame_ends (r, "题|題", b->begin, b->stop - 1)
         && _lectern_reader_block_chars (r, b) >= SLOT_CHARS;
}

/* Running text: long, or a sentence, or what announces the points. */
static gboolean
is_prose (const LecternTextReader *r, guint i)
{
  const LecternBlock *b = &r->blocks[i];
  guint chars = _lectern_reader_block_chars (r, b), last = _lectern_frame_last_class (r, b);

  if (is_slot (r, b))
    return TRUE;
  if (b->sentence < b->stop && (last & LECTERN_CHAR_CLOSE))
    last = LECTERN_CHAR_STOP; /* …。（拍手） */

  if (_lectern_frame_begins (r, b, "【") || is_outline_head (r, b)
      || (chars <= LECTERN_FRAME_TITLE_MAX_CHARS && _lectern_frame_is_byline (r, b)))
    return FALSE;
  if (chars <= LECTERN_FRAME_TITLE_MAX_CHARS && (last & LECTERN_CHAR_ENDS_CLAUSE) == 0)
    return FALSE;
  if ((last & LECTERN_CHAR_COLON) && chars <= SENTENCE_CHARS)
    return FALSE;
  return !is_exclaimed_title (r, i) && !_lectern_frame_is_advert (r, b)
         && !(_lectern_frame_is_note (r, b) || _lectern_frame_is_remark (r, b));
}

/* The first block from `from` on that belongs to the speech proper, and the title before it where
 * it is not known yet. */
static void
find_head (const LecternTextReader *r, guint from, guint *body, gint *title)
{
  guint n = MIN (r->n_blocks, from + LECTERN_FRAME_HEAD_BLOCKS), first_prose = n, prose = 0;

  *body = n;
  for (guint i = from; i < n && *body == n && prose <= INTRO_BLOCKS; i++)
    {
      gboolean opens = opens_body (r, i);

      if (*title < 0 && !opens && is_strong_title (r, &r->blocks[i]))
        *title = i;
      if (!opens && !is_prose (r, i))
        continue;
      if (opens || *title >= 0)
        *body = i;
      else if (prose++ == 0)
        first_prose = i;
    }
  /* Running text before the salutation may be an editor's; before all else it is the speaker's. */
  if (*title < 0 && first_prose < *body
      && (*body == n || prose > INTRO_NO_TITLE
          || !_lectern_frame_is_salutation (r, &r->blocks[*body], FALSE)))
    *body = first_prose;
  if (*title >= 0 && *body == n && first_prose < n)
    {
      *body = first_prose;
      *title = -1;
    }
}

/* The first line, in brackets: 【…】 before the title proper, or a slot for one. */
static gboolean
is_bracketed_title (const LecternTextReader *r, guint i)
{
  const LecternBlock *b = &r->blocks[i];

  return i == 0 && _lectern_frame_begins (r, b, "【|[")
         && _lectern_frame_is_short (r, b, LECTERN_FRAME_TITLE_MAX_CHARS)
         && (!_lectern_frame_is_bracketed (r, b)
             || _lectern_frame_ends (r, "题|題", b->begin, b->stop - 1));
}

static gboolean
may_be_title (const LecternTextReader *r, guint i)
{
  const LecternBlock *b = &r->blocks[i];

  return !is_prose (r, i) && _lectern_frame_is_short (r, b, LECTERN_FRAME_TITLE_MAX_CHARS)
         && _lectern_reader_block_chars (r, b) > 1 && !_lectern_frame_is_bracketed (r, b)
         && !_lectern_frame_begins (r, b, "【|>|<|{") && !is_outline_head (r, b)
         && !is_template_word (r, b)
         && !(_lectern_frame_has_date (r, b)
              && _lectern_frame_ends (r, DATE_ENDS, b->begin, b->stop));
}

/* Without a telling end the title is the first short line after the adverts. */
static gint
guess_title (const LecternTextReader *r, guint from, guint body)
{
  gint title = -1, before = -1;

  for (guint i = from; i < body; i++)
    {
      const LecternBlock *b = &r->blocks[i];

      if (b->role != LECTERN_BLOCK_BODY)
        continue;
      if (is_exclaimed_title (r, i) || is_bracketed_title (r, i))
        return i;
      if (_lectern_frame_is_advert (r, b))
        {
          before = title >= 0 ? title : before;
          title = -1;
        }
      else if (title < 0 && may_be_title (r, i) && (before < 0 || !_lectern_frame_is_byline (r, b)))
        title = i;
    }
  return title >= 0 ? title : before;
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
          || _lectern_reader_block_chars (r, b) > LECTERN_FRAME_TITLE_MAX_CHARS
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

/* A line above the title that belongs to it: a theme, or date and organisation. */
static LecternBlockRole
role_above_title (const LecternTextReader *r, guint i)
{
  const LecternBlock *b = &r->blocks[i];
  guint chars = _lectern_reader_block_chars (r, b);

  if (b->role != LECTERN_BLOCK_BODY || !_lectern_frame_is_short (r, b, THEME_MAX_CHARS)
      || _lectern_frame_is_bracketed (r, b) || _lectern_frame_begins (r, b, "【|[|<|>|{|＞|〈")
      || is_outline_head (r, b) || _lectern_frame_is_advert (r, b) || _lectern_frame_is_note (r, b)
      || is_template_word (r, b) || chars < 2)
    return LECTERN_BLOCK_BODY;
  if (_lectern_frame_has_date (r, b) && _lectern_frame_ends (r, DATE_ENDS, b->begin, b->stop))
    return LECTERN_BLOCK_BYLINE;
  if (_lectern_reader_ends (r, &r->words->bodies, b->begin, b->stop))
    return LECTERN_BLOCK_BYLINE;
  if (_lectern_frame_gap (r, i + 1) > 0 && chars < THEME_MIN_CHARS)
    return LECTERN_BLOCK_BODY;
  return LECTERN_BLOCK_TITLE;
}

static void
mark_title (LecternTextReader *r, gint title, guint body)
{
  r->blocks[title].role = LECTERN_BLOCK_TITLE;
  for (guint i = title; i-- > 0;)
    {
      LecternBlockRole role = role_above_title (r, i);

      if (role == LECTERN_BLOCK_BODY)
        break;
      r->blocks[i].role = role;
    }
  for (guint i = title + 1; i < body && _lectern_frame_is_dash (r, &r->blocks[i]); i++)
    {
      LecternBlock *b = &r->blocks[i];

      if (!is_strong_title (r, b)
          && (!_lectern_frame_is_short (r, b, LECTERN_FRAME_TITLE_MAX_CHARS)
              || _lectern_frame_is_byline (r, b)))
        break;
      b->role = LECTERN_BLOCK_TITLE;
    }
}

/* A short line between title and speech that nothing speaks against: of whom, where, when. */
static gboolean
is_unknown_byline (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_frame_is_short (r, b, UNKNOWN_MAX_CHARS) && (guchar)r->text[b->begin] >= 0xe4
         && _lectern_frame_last_class (r, b) == 0 && !_lectern_frame_is_advert (r, b)
         && !_lectern_frame_is_bracketed (r, b) && !_lectern_frame_is_note (r, b)
         && b->stop - b->begin > 3 && !_lectern_frame_begins (r, b, "【|＞|｜");
}

static LecternBlockRole
role_below_title (const LecternTextReader *r, const LecternBlock *b, gboolean titled)
{
  if (!is_template_word (r, b)
      && (_lectern_frame_is_byline (r, b) || (titled && is_unknown_byline (r, b))))
    return LECTERN_BLOCK_BYLINE;
  return LECTERN_BLOCK_BOILERPLATE;
}

/* Gives the end of the last outline before `body`, or 0. */
static guint
mark_outlines (LecternTextReader *r, guint *body, gint *title)
{
  guint after = 0;

  for (guint i = 0; i < *body; i++)
    if (is_outline_head (r, &r->blocks[i]))
      {
        i = mark_outline (r, i, r->n_blocks);
        after = i + 1;
        find_head (r, after, body, title);
      }
  return after;
}

void
_lectern_reader_find_front (LecternTextReader *r)
{
  guint body, after_outline;
  gint title = -1;

  find_head (r, 0, &body, &title);
  after_outline = mark_outlines (r, &body, &title);
  if (title < 0)
    title = guess_title (r, 0, body);
  if (title < 0 && body == r->n_blocks)
    body = after_outline; /* never a text of adverts only */
  if (title >= 0)
    mark_title (r, title, body);
  for (guint i = 0; i < body; i++)
    {
      LecternBlock *b = &r->blocks[i];

      if (b->role != LECTERN_BLOCK_BODY)
        continue;
      if (_lectern_frame_holds_field (r, b))
        {
          b->role = title < 0 ? LECTERN_BLOCK_TITLE : LECTERN_BLOCK_BYLINE;
          title = MAX (title, (gint)i);
        }
      else
        b->role = (gint)i > title ? role_below_title (r, b, title >= 0) : LECTERN_BLOCK_BOILERPLATE;
    }
  if (body < r->n_blocks && is_bare_address (r, body))
    r->blocks[body].address = r->blocks[body].stop;
  else if (body >= r->n_blocks || !_lectern_frame_is_salutation (r, &r->blocks[body], TRUE))
    return;
  r->blocks[body].role = LECTERN_BLOCK_SALUTATION;
  r->blocks[body].body = r->blocks[body].address;
}
