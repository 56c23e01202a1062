/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "render/lectern-output-private.h"

/* Writes text in a form that spells some of its characters in another way, 16 bytes at a time as
 * long as there is none of those. */

/* What a byte needs: nothing; an escape; or a look at what follows, because U+FFFE and U+FFFF, EF
 * BF BE and EF BF BF, are escaped. */
enum
{
  LECTERN_ESCAPE_NONE,
  LECTERN_ESCAPE_ALWAYS,
  LECTERN_ESCAPE_LOOK
};

typedef struct
{
  const guint8 *classes; /* of each byte */
  /* The same for 16 bytes at once: these characters are escaped, and the controls (below U+0020)
   * but for line feed and tab, or with them. */
  guint8 escaped[3];
  gboolean keeps_breaks;
  /* Puts the escape of the character at `text` to `*out`, at most 19 bytes for one byte of text;
   * returns the length of the character. */
  gsize (*escape) (char **out, const guint8 *text);
} LecternEscapes;

#define LECTERN_ESCAPE_BLOCK 16
#define LECTERN_ESCAPE_SLICE 1024
#define LECTERN_ESCAPE_ROOM  (LECTERN_ESCAPE_SLICE * 19 + 64)

typedef guint8 LecternBlock __attribute__ ((vector_size (LECTERN_ESCAPE_BLOCK)));

static inline gboolean
_lectern_is_noncharacter (const guint8 *text)
{
  return text[0] == 0xef && text[1] == 0xbf && text[2] >= 0xbe;
}

static inline LecternBlock
_lectern_load_block (const guint8 *from)
{
  LecternBlock block;

  memcpy (&block, from, LECTERN_ESCAPE_BLOCK);
  return block;
}

/* Which of 16 bytes may need an escape; reads one byte more. */
static inline LecternBlock
_lectern_block_find (const guint8 *text, const LecternEscapes *escapes)
{
  LecternBlock here = _lectern_load_block (text);
  LecternBlock next = _lectern_load_block (text + 1);
  LecternBlock found;

  found = (LecternBlock)(here < 0x20);
  if (escapes->keeps_breaks)
    found &= (LecternBlock)((here != '\n') & (here != '\t'));
  found |= (LecternBlock)((here == escapes->escaped[0]) | (here == escapes->escaped[1])
                          | (here == escapes->escaped[2]) | ((here == 0xef) & (next == 0xbf)));
  return found;
}

static inline gboolean
_lectern_block_is_any (LecternBlock found)
{
  guint64 words[LECTERN_ESCAPE_BLOCK / 8];

  memcpy (words, &found, sizeof words);
  return (words[0] | words[1]) != 0;
}

/* Writes about `length` bytes of text to `*out`, which has room; returns how many they were: the
 * last character is whole. Up to `readable` bytes may be looked at. */
static inline gsize
_lectern_escape_slice (char **out, const guint8 *text, gsize length, gsize readable,
                       const LecternEscapes *escapes)
{
  char *to = *out;
  gsize at = 0;

  while (at < length)
    {
      gsize stop = MIN (at + LECTERN_ESCAPE_BLOCK, length);

      if (readable > at + LECTERN_ESCAPE_BLOCK
          && !_lectern_block_is_any (_lectern_block_find (text + at, escapes)))
        {
          memcpy (to, text + at, LECTERN_ESCAPE_BLOCK);
          to += stop - at;
          at = stop;
          continue;
        }
      while (at < stop)
        {
          guint8 class = escapes->classes[text[at]];

          if (class == LECTERN_ESCAPE_ALWAYS
              || (class == LECTERN_ESCAPE_LOOK && _lectern_is_noncharacter (text + at)))
            at += escapes->escape (&to, text + at);
          else
            *to++ = (char)text[at++];
        }
    }
  *out = to;
  return at;
}

/* Writes `length` bytes of checked UTF-8. */
static inline void
_lectern_output_add_escaped (LecternOutput *output, const char *text, gsize length, gsize readable,
                             const LecternEscapes *escapes)
{
  gsize at = 0;

  while (at < length)
    {
      char *out = _lectern_output_reserve (output, LECTERN_ESCAPE_ROOM);

      at += _lectern_escape_slice (&out, (const guint8 *)text + at,
                                   MIN (length - at, LECTERN_ESCAPE_SLICE), readable - at, escapes);
      _lectern_output_commit (output, out);
    }
}

/* A text of which pieces are written one after the other, most of them as they stand. */
typedef struct
{
  const LecternEscapes *escapes;
  const char *data;
  gsize length;
  gsize plain_end; /* from the last piece to here nothing needs an escape */
} LecternEscapedText;

/* An offset from `at` on up to which nothing needs an escape. */
static inline gsize
_lectern_escaped_text_look_ahead (const LecternEscapedText *text, gsize at)
{
  const guint8 *data = (const guint8 *)text->data;

  while (text->length - at > 2 * LECTERN_ESCAPE_BLOCK
         && !_lectern_block_is_any (
             _lectern_block_find (data + at, text->escapes)
             | _lectern_block_find (data + at + LECTERN_ESCAPE_BLOCK, text->escapes)))
    at += 2 * LECTERN_ESCAPE_BLOCK;
  return at;
}

/* Writes what is plain: up to 15 bytes more are copied where they can be, which is quicker. */
static inline void
_lectern_output_add_plain (LecternOutput *output, const LecternEscapedText *text, gsize start,
                           gsize end)
{
  gsize length = end - start;
  char *out;

  if (length > LECTERN_ESCAPE_SLICE || text->length - end < LECTERN_ESCAPE_BLOCK)
    {
      _lectern_output_add (output, text->data + start, length);
      return;
    }
  out = _lectern_output_reserve (output, LECTERN_ESCAPE_SLICE + LECTERN_ESCAPE_BLOCK);
  for (gsize at = 0; at < length; at += LECTERN_ESCAPE_BLOCK)
    memcpy (out + at, text->data + start + at, LECTERN_ESCAPE_BLOCK);
  _lectern_output_commit (output, out + length);
}

static inline void
_lectern_output_add_piece (LecternOutput *output, LecternEscapedText *text, gsize start, gsize end)
{
  if (end > text->plain_end)
    text->plain_end = _lectern_escaped_text_look_ahead (text, MAX (start, text->plain_end));
  if (end <= text->plain_end)
    _lectern_output_add_plain (output, text, start, end);
  else
    _lectern_output_add_escaped (output, text->data + start, end - start, text->length - start,
                                 text->escapes);
}
