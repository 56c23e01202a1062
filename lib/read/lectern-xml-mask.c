/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-xml-parser-private.h"

#include <string.h>

#define EACH_BYTE (~(guint64)0 / 0xff)

/* Copies, with an `x` for each byte from 0x80 on. */
static void
copy_masked (char *to, const char *from, gsize length)
{
  gsize at = 0;

  for (; length - at >= 8; at += 8)
    {
      guint64 word, high;

      memcpy (&word, from + at, 8);
      high = (word >> 7 & EACH_BYTE) * 0xff;
      word = (word & ~high) | ('x' * EACH_BYTE & high);
      memcpy (to + at, &word, 8);
    }
  for (; at < length; at++)
    to[at] = (guint8)from[at] < 0x80 ? from[at] : 'x';
}

/* The end of the tag at `start`; a `>` may stand in the value of an attribute. */
static gsize
find_tag_end (const char *file, gsize start, gsize length)
{
  const char *end = file + length;
  const char *at = file + start;

  while (at != NULL && at < end && *at != '>')
    {
      gboolean quoted = *at == '\'' || *at == '"';

      at = quoted ? memchr (at + 1, *at, (gsize)(end - at - 1)) : at;
      at = at != NULL ? at + 1 : NULL;
    }
  return at == NULL || at == end ? length : (gsize)(at - file) + 1;
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
      copy_masked (masked + (at - start), file + at, stop - at);
      at = stop;
      if (markup != NULL)
        parser->raw_end = find_markup_end (file, at, parser->file_length);
    }
}

/* Whether EF BF, with which U+FFC0 to U+FFFF begin, stands anywhere at the first 8 bytes. */
static gboolean
may_be_forbidden (const char *at)
{
  guint64 here, next, other;

  memcpy (&here, at, 8);
  memcpy (&next, at + 1, 8);
  /* A byte of `other` is 0 where the pair stands; what follows finds such a byte. */
  other = (here ^ 0xef * EACH_BYTE) | (next ^ 0xbf * EACH_BYTE);
  return ((other - EACH_BYTE) & ~other & 0x80 * EACH_BYTE) != 0;
}

gssize
_lectern_xml_find_forbidden (const char *file, gsize length)
{
  const char *nul = memchr (file, '\0', length);
  gsize end = nul != NULL ? (gsize)(nul - file) : length;
  gsize at = 0;

  while (at < end)
    {
      gsize stop = MIN (at + 8, end);

      if (end - at > 8 && !may_be_forbidden (file + at))
        {
          at = stop;
          continue;
        }
      for (; at < stop; at++)
        if (end - at >= 3 && (guint8)file[at] == 0xef && (guint8)file[at + 1] == 0xbf
            && (guint8)file[at + 2] >= 0xbe)
          return (gssize)at;
    }
  return nul != NULL ? nul - file : -1;
}
