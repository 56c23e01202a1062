/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The character at `p` of checked UTF-8 and its size in bytes; 0 and size 0 at `end`. */
static inline gunichar
_lectern_peek (const char *p, const char *end, guint *size)
{
  const guchar *s = (const guchar *)p;
  gsize left = (gsize)(end - p);

  if (left == 0)
    return *size = 0;
  if (s[0] < 0x80)
    return *size = 1, s[0];
  if (left > 1 && s[0] < 0xe0)
    return *size = 2, ((s[0] & 0x1fu) << 6) | (s[1] & 0x3fu);
  if (left > 2 && s[0] < 0xf0)
    return *size = 3, ((s[0] & 0x0fu) << 12) | ((s[1] & 0x3fu) << 6) | (s[2] & 0x3fu);
  if (left > 3)
    return *size = 4,
           ((s[0] & 0x07u) << 18) | ((s[1] & 0x3fu) << 12) | ((s[2] & 0x3fu) << 6) | (s[3] & 0x3fu);
  return *size = 0;
}
