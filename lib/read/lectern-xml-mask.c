/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-xml-parser-private.h"

#include <string.h>

#define BLOCK LECTERN_XML_MASK_ROOM

typedef guint8 Block __attribute__ ((vector_size (BLOCK)));

static inline Block
load_block (const char *from)
{
  Block block;

  memcpy (&block, from, BLOCK);
  return block;
}

/* Copies, with an `x` for each byte from 0x80 on. Of the `readable` bytes some more are written,
 * over which goes what follows. */
static inline void
copy_masked (char *to, const char *from, gsize length, gsize readable)
{
  gsize at = 0;

  for (; at < length && readable - at >= BLOCK; at += BLOCK)
    {
      Block block = load_block (from + at);
      Block high = (Block)(block >= 0x80);

      block = (block & ~high) | ('x' & high);
      memcpy (to + at, &block, BLOCK);
    }
  for (; at < length; at++)
    to[at] = (guint8)from[at] < 0x80 ? from[at] : 'x';
}

/* The end of the tag at `start`; a `>` may stand in the value of an attribute. */
static gsize
find_tag_end (const char *file, gsize start, gsize length)
{
  const char *end = file + length;

  for (const char *at = file + start; at < end; at++)
    {
      /* Names and blanks; `>` is the greatest of the three. */
      if (*at > '>')
        continue;
      if (*at == '>')
        return (gsize)(at - file) + 1;
      if (*at == '"' || *at == '\'')
        at = memchr (at + 1, *at, (gsize)(end - at - 1));
      if (at == NULL)
        break;
    }
  return length;
}

/* The end of the markup at `start`, where a `<` stands. Behind a document type nothing is masked
 * any more. */
static gsize
find_markup_end (const char *file, gsize start, gsize length)
{
  static const char *const markup[][2]
      = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };
  const char *here = file + start;
  gsize left = length - start;

  if (left > 1 && here[1] != '!' && here[1] != '?')
    return find_tag_end (file, start, length);
  for (guint i = 0; i < G_N_ELEMENTS (markup); i++)
    {
      gsize opening = strlen (markup[i][0]);

      if (left >= opening && memcmp (here, markup[i][0], opening) == 0)
        {
          const char *end = g_strstr_len (here + opening, (gssize)(left - opening), markup[i][1]);

          return end == NULL ? length : (gsize)(end - file) + strlen (markup[i][1]);
        }
    }
  return length;
}

void
_lectern_xml_parser_mask (LecternXmlParser *parser, gsize start, gsize length, char *masked)
{
  const char *file = parser->file;
  gsize end = start + length;
  gsize at = start;

  while (at < end)
    {
      const char *markup;
      gsize stop;

      if (at < parser->raw_end)
        {
          stop = MIN (parser->raw_end, end);
          memcpy (masked + (at - start), file + at, stop - at);
          at = stop;
          continue;
        }
      markup = memchr (file + at, '<', end - at);
      stop = markup != NULL ? (gsize)(markup - file) : end;
      copy_masked (masked + (at - start), file + at, stop - at, parser->file_length - at);
      at = stop;
      if (markup != NULL)
        parser->raw_end = find_markup_end (file, at, parser->file_length);
    }
}

/* Whether NUL or EF BF, with which U+FFC0 to U+FFFF begin, stands at the first bytes. */
static inline gboolean
may_be_forbidden (const char *at)
{
  Block here = load_block (at), next = load_block (at + 1);
  Block found = (Block)(here == 0) | ((Block)(here == 0xef) & (Block)(next == 0xbf));
  guint64 words[BLOCK / 8];

  memcpy (words, &found, BLOCK);
  return (words[0] | words[1]) != 0;
}

static inline gboolean
is_forbidden (const guint8 *at, gsize length)
{
  return at[0] == '\0' || (at[0] == 0xef && length >= 3 && at[1] == 0xbf && at[2] >= 0xbe);
}

gssize
_lectern_xml_find_forbidden (const char *file, gsize length)
{
  gsize at = 0;

  while (at < length)
    {
      gsize stop = MIN (at + BLOCK, length);

      if (length - at > BLOCK && !may_be_forbidden (file + at))
        {
          at = stop;
          continue;
        }
      for (; at < stop; at++)
        if (is_forbidden ((const guint8 *)file + at, length - at))
          return (gssize)at;
    }
  return -1;
}
