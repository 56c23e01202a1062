/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-source-private.h"

#include <string.h>

/* White space that ends no line: the separators of Unicode (Zs), tab, the other two of C, and the
 * two of no width that texts copied from pages bring along. */
static const char *const blanks[] = {
  " ",
  "\t",
  "\v",
  "\f",
  "\xc2\xa0",     /* no-break space */
  "\xe1\x9a\x80", /* ogham */
  "\xe2\x80\x80", /* en quad … hair space */
  "\xe2\x80\x81",
  "\xe2\x80\x82",
  "\xe2\x80\x83",
  "\xe2\x80\x84",
  "\xe2\x80\x85",
  "\xe2\x80\x86",
  "\xe2\x80\x87",
  "\xe2\x80\x88",
  "\xe2\x80\x89",
  "\xe2\x80\x8a",
  "\xe2\x80\xaf", /* narrow no-break space */
  "\xe2\x81\x9f", /* mathematical space */
  "\xe3\x80\x80", /* ideographic space */
  "\xe2\x80\x8b", /* zero width space */
  "\xef\xbb\xbf", /* zero width no-break space */
};

guint
_lectern_blank_after (const char *text, gsize length, gsize offset)
{
  if (offset >= length)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      gsize n;

      if (blanks[i][0] != text[offset])
        continue;
      n = strlen (blanks[i]);
      if (length - offset >= n && memcmp (blanks[i], text + offset, n) == 0)
        return (guint)n;
    }
  return 0;
}

guint
_lectern_blank_before (const char *text, gsize offset)
{
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      gsize n = strlen (blanks[i]);

      if (offset >= n && memcmp (blanks[i], text + offset - n, n) == 0)
        return (guint)n;
    }
  return 0;
}
