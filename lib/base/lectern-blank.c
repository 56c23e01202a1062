/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-source-private.h"

/* White space that ends no line: the separators of Unicode (Zs), tab, the other two of C, and the
 * two of no width that texts copied from pages bring along. */

static inline gboolean
is_ascii_blank (guchar c)
{
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static gboolean
is_three_byte_blank (const guchar *p)
{
  switch (p[0])
    {
    case 0xe1: /* ogham */
      return p[1] == 0x9a && p[2] == 0x80;
    case 0xe2: /* en quad … zero width space, narrow no-break, mathematical */
      return (p[1] == 0x80 && (p[2] <= 0x8b || p[2] == 0xaf)) || (p[1] == 0x81 && p[2] == 0x9f);
    case 0xe3: /* ideographic */
      return p[1] == 0x80 && p[2] == 0x80;
    case 0xef: /* zero width no-break space */
      return p[1] == 0xbb && p[2] == 0xbf;
    default:
      return FALSE;
    }
}

guint
_lectern_blank_after (const char *text, gsize length, gsize offset)
{
  const guchar *p = (const guchar *)text + offset;

  if (offset >= length)
    return 0;
  if (p[0] < 0x80)
    return is_ascii_blank (p[0]);
  if (p[0] == 0xc2)
    return length - offset >= 2 && p[1] == 0xa0 ? 2 : 0;
  return length - offset >= 3 && is_three_byte_blank (p) ? 3 : 0;
}

guint
_lectern_blank_before (const char *text, gsize offset)
{
  const guchar *p = (const guchar *)text + offset;

  if (offset == 0)
    return 0;
  if (p[-1] < 0x80)
    return is_ascii_blank (p[-1]);
  if (offset >= 2 && p[-2] == 0xc2)
    return p[-1] == 0xa0 ? 2 : 0;
  return offset >= 3 && is_three_byte_blank (p - 3) ? 3 : 0;
}
