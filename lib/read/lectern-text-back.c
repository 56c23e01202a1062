/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-frame-private.h"

/* What stands after the speech: thanks, signature, notes, appendices, adverts. */

#define THANKS_MAX_CHARS    25
#define THANKS_MAX_BLOCKS   12
#define WISH_MAX_CHARS      30
#define MAX_WISHES          2
#define LONG_CHARS          120
#define APPENDIX_MAX_CHARS  40
#define SIGNATURE_MAX_CHARS 25
#define SIGNATURE_LINES     2

#define PUNCTUATION (LECTERN_CHAR_ENDS_CLAUSE | LECTERN_CHAR_OPEN | LECTERN_CHAR_CLOSE)

static gboolean
is_thanks (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_count_chars (r->text, b->begin, b->stop, THANKS_MAX_CHARS + 1) <= THANKS_MAX_CHARS
         && _lectern_reader_has (r, &r->words->thanks, b->begin, b->stop);
}

static gboolean
is_tail (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_frame_is_advert (r, b) || _lectern_frame_is_note (r, b)
         || _lectern_frame_is_remark (r, b);
}

/* What only a speech holds: no tail begins before it. */
static gboolean
is_speech (const LecternTextReader *r, const LecternBlock *b)
{
  if (_lectern_count_chars (r->text, b->begin, b->stop, LONG_CHARS + 1) > LONG_CHARS)
    return !_lectern_reader_has (r, &r->words->boilerplate, b->begin, b->stop)
           && !_lectern_frame_is_note (r, b);
  return !is_tail (r, b) && (b->address > b->begin || _lectern_frame_has_marker (r, b));
}

/* 附件, 【参考资料】: all that follows is no speech any more. */
static gboolean
is_appendix (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 at = b->begin;
  gsize n;

  if (b->stop - b->begin > 3 * APPENDIX_MAX_CHARS)
    return FALSE;
  if (_lectern_reader_begins (r, &r->words->licences, at, b->stop))
    return TRUE;
  if (_lectern_reader_at (r, "【|（|(|［|[", at, b->stop))
    at += g_utf8_skip[(guchar)r->text[at]];
  n = _lectern_words_begin (&r->words->appendices, r->text + at, r->text + b->stop);
  at += n;
  return n > 0
         && (at == b->stop || g_ascii_isdigit (r->text[at])
             || _lectern_reader_at (r, "：|:|】|）|)|］|]|一|二", at, b->stop)
             || _lectern_frame_ends (r, "：", b->begin, at));
}

static guint
find_appendix (const LecternTextReader *r, guint floor)
{
  guint last
      = r->n_blocks > LECTERN_FRAME_TAIL_BLOCKS ? r->n_blocks - LECTERN_FRAME_TAIL_BLOCKS : 0;

  for (guint i = MAX (floor + 1, (r->n_blocks + floor) / 2); i < r->n_blocks; i++)
    if (is_appendix (r, &r->blocks[i])
        || (i >= last
            && _lectern_reader_begins (r, &r->words->licences, r->blocks[i].begin,
                                       r->blocks[i].stop)))
      return i;
  return r->n_blocks;
}

/* The first of the blocks before `end` that no block of the speech follows. */
static guint
find_speech_end (const LecternTextReader *r, guint floor, guint end)
{
  guint first = end > floor + LECTERN_FRAME_TAIL_BLOCKS ? end - LECTERN_FRAME_TAIL_BLOCKS : floor;

  while (end > first && !is_speech (r, &r->blocks[end - 1]))
    end--;
  return end;
}

/* Whole sentences that are no thanks, and no advert. */
static gboolean
is_sentence (const LecternTextReader *r, const LecternBlock *b)
{
  return (_lectern_frame_last_class (r, b) & LECTERN_CHAR_STOP) && !is_thanks (r, b)
         && !is_tail (r, b);
}

/* A wish or two after the thanks: they stay paragraphs. */
static gboolean
is_wish (const LecternTextReader *r, const LecternBlock *b)
{
  return _lectern_count_chars (r->text, b->begin, b->stop, WISH_MAX_CHARS + 1) <= WISH_MAX_CHARS;
}

static guint
find_tail (LecternTextReader *r, guint floor)
{
  guint end = find_appendix (r, floor), from = find_speech_end (r, floor, end), back = end;
  guint wishes = 0;

  for (guint i = end; i-- > from;)
    {
      LecternBlock *b = &r->blocks[i];

      if (wishes <= MAX_WISHES && end - i <= THANKS_MAX_BLOCKS && is_thanks (r, b))
        {
          if (wishes == 0)
            back = i + 1;
          else
            b->role = LECTERN_BLOCK_THANKS;
          break;
        }
      if ((_lectern_frame_gap (r, i) >= 2 && is_tail (r, b))
          || (i > floor + 2 && _lectern_frame_is_rule (r, b)))
        back = i;
      else if (is_sentence (r, b))
        wishes += is_wish (r, b) ? 1 : MAX_WISHES + 1;
    }
  while (back > floor + 1 && is_tail (r, &r->blocks[back - 1]))
    back--;
  return back;
}

static gboolean
is_signature (const LecternTextReader *r, const LecternBlock *b)
{
  return b->role == LECTERN_BLOCK_BODY && (_lectern_frame_last_class (r, b) & PUNCTUATION) == 0
         && _lectern_count_chars (r->text, b->begin, b->stop, SIGNATURE_MAX_CHARS + 1)
                <= SIGNATURE_MAX_CHARS
         && b->address < b->stop && !_lectern_frame_has_marker (r, b);
}

/* Date and signature before `back`. */
static guint
mark_signature (LecternTextReader *r, guint floor, guint back)
{
  gboolean dated = back < r->n_blocks && r->blocks[back].role == LECTERN_BLOCK_BYLINE
                   && _lectern_frame_has_date (r, &r->blocks[back]);

  while (back > floor + 1 && r->blocks[back - 1].role == LECTERN_BLOCK_BODY
         && _lectern_frame_is_byline (r, &r->blocks[back - 1])
         && (_lectern_frame_has_date (r, &r->blocks[back - 1])
             || _lectern_reader_begins (r, &r->words->byline_labels, r->blocks[back - 1].begin,
                                        r->blocks[back - 1].stop)))
    {
      r->blocks[--back].role = LECTERN_BLOCK_BYLINE;
      dated = dated || _lectern_frame_has_date (r, &r->blocks[back]);
    }
  for (guint n = 0;
       dated && n < SIGNATURE_LINES && back > floor + 1 && is_signature (r, &r->blocks[back - 1]);
       n++)
    r->blocks[--back].role = LECTERN_BLOCK_BYLINE;
  return back;
}

guint
_lectern_reader_find_back (LecternTextReader *r, guint floor)
{
  guint back = find_tail (r, floor);
  gboolean noise = FALSE;

  for (guint i = back; i < r->n_blocks; i++)
    {
      LecternBlock *b = &r->blocks[i];

      if (b->role != LECTERN_BLOCK_BODY)
        continue;
      noise = noise || is_appendix (r, b);
      b->role = (!noise && _lectern_frame_is_byline (r, b)) || _lectern_frame_holds_field (r, b)
                    ? LECTERN_BLOCK_BYLINE
                    : LECTERN_BLOCK_BOILERPLATE;
      noise = noise || (b->role == LECTERN_BLOCK_BOILERPLATE && !_lectern_frame_is_remark (r, b));
    }
  back = mark_signature (r, floor, back);
  if (back > floor && is_thanks (r, &r->blocks[back - 1])
      && r->blocks[back - 1].role == LECTERN_BLOCK_BODY)
    r->blocks[--back].role = LECTERN_BLOCK_THANKS;
  return back;
}
