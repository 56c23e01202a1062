/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* Forms of address: 同志们： / 尊敬的各位代表，女士们，先生们： A form is a row of pieces, parted
 * by ，、 or blanks, each of which ends with a word of address (or begins with one, in English, or
 * with 尊敬的). A greeting may go on with it: 各位乡亲，大家好！ */

#define PIECE_MAX_BYTES    120
#define PLAIN_MAX_BYTES    36 /* of a piece without 各位 or the like */
#define HONOUR_MAX_BYTES   66
#define ADDRESS_MAX_PIECES 24
#define BARE_MAX_BYTES     9 /* 同志们, 朋友们 */

gboolean
_lectern_reader_is_address_piece (const LecternTextReader *r, guint32 start, guint32 end)
{
  const LecternSpeechWords *w = r->words;
  guint32 max = PIECE_MAX_BYTES;
  gsize n;

  while ((n = _lectern_blank_at (r->text + start, r->text + end)) > 0
         || (start < end && (r->text[start] == '\n' || r->text[start] == '\r') && (n = 1)))
    start += n;
  while ((n = _lectern_blank_behind (r->text + start, r->text + end)) > 0)
    end -= n;
  if (end <= start || end - start > PIECE_MAX_BYTES)
    return FALSE;
  if ((guchar)r->text[start] < 0x80)
    return _lectern_reader_ends (r, &w->address_tails, start, end)
           || _lectern_reader_begins (r, &w->address_heads, start, end);
  if (_lectern_reader_begins (r, &w->address_honours, start, end))
    max = HONOUR_MAX_BYTES;
  else if (!_lectern_reader_ends (r, &w->address_tails, start, end))
    return FALSE;
  else if (w->no_address.n_words > 0 && !_lectern_reader_begins (r, &w->address_heads, start, end))
    max = PLAIN_MAX_BYTES;
  return end - start <= max && !_lectern_reader_at (r, "人们|人們", start, end)
         && !_lectern_reader_has (r, &w->no_address, start, end);
}

/* 。 and ？ end a sentence, not a form of address; but 尊敬的各位代表。 does, and 同志们。 where it
 * is the whole line. */
static gboolean
may_end (const LecternTextReader *r, const LecternToken *t, guint32 start, guint32 limit)
{
  return !_lectern_reader_at (r, "。|？|?", t->offset, t->offset + t->length)
         || (t->offset + t->length == limit && t->offset - start <= BARE_MAX_BYTES
             && _lectern_reader_at (r, "。", t->offset, limit))
         || _lectern_reader_begins (r, &r->words->address_heads, start, t->offset);
}

guint32
_lectern_reader_address (const LecternTextReader *r, guint32 token, guint32 at, guint32 limit)
{
  const LecternToken *tokens = r->scan.tokens;
  guint32 piece = at, end = at;

  for (guint n = 0; token < r->scan.n_tokens && n < ADDRESS_MAX_PIECES; token++)
    {
      const LecternToken *t = &tokens[token];
      guint class = t->class & ~(LECTERN_CHAR_MARK | LECTERN_CHAR_MASK);

      if (t->offset >= limit || t->offset - piece > PIECE_MAX_BYTES)
        break;
      if (class == 0 || (class & (LECTERN_CHAR_OPEN | LECTERN_CHAR_CLOSE)))
        continue;
      if (class == LECTERN_CHAR_STOP && t->length == 1 && r->text[t->offset] == '.'
          && t->offset - piece < 5)
        continue; /* Mr. */
      if (!_lectern_reader_is_address_piece (r, piece, t->offset) || !may_end (r, t, at, limit))
        break;
      end = piece = t->offset + t->length;
      n++;
      if (class & (LECTERN_CHAR_COLON | LECTERN_CHAR_STOP))
        break;
    }
  return end;
}
