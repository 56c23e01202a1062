/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* Forms of address: 同志们： / 尊敬的各位代表，女士们，先生们： A form is a row of pieces, parted
 * by ，、 or blanks, each of which begins or ends with a word of address. */

#define PIECE_MAX_BYTES    120
#define ADDRESS_MAX_PIECES 24

static gboolean
is_address_piece (const LecternTextReader *r, guint32 start, guint32 end)
{
  while (start < end && _lectern_blank_at (r->text + start, r->text + end))
    start += _lectern_blank_at (r->text + start, r->text + end);
  while (end > start && _lectern_blank_behind (r->text + start, r->text + end))
    end -= _lectern_blank_behind (r->text + start, r->text + end);
  if (end <= start || end - start > PIECE_MAX_BYTES)
    return FALSE;
  return _lectern_reader_ends (r, &r->words->address_tails, start, end)
         || ((guchar)r->text[start] < 0x80
             && _lectern_reader_begins (r, &r->words->address_heads, start, end));
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
      if (!is_address_piece (r, piece, t->offset))
        break;
      end = piece = t->offset + t->length;
      n++;
      if (class & (LECTERN_CHAR_COLON | LECTERN_CHAR_STOP))
        break;
    }
  return end;
}
