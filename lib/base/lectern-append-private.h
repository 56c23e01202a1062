/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* Appending many short stretches to a string that mostly has room. They are copied in whole blocks,
 * so up to a block less one byte behind each is read, and overwritten by the next one. Between
 * begin and end nobody else touches the string. */

#define LECTERN_APPEND_BLOCK 32

#define LECTERN_ALWAYS_INLINE __attribute__ ((always_inline)) static inline

typedef struct
{
  GString *out;
  char *at;
  char *limit; /* from where on a block has no room */
} LecternAppender;

LECTERN_ALWAYS_INLINE LecternAppender
_lectern_appender_begin (GString *out)
{
  gsize room = out->allocated_len - out->len;
  LecternAppender appender = { out, out->str + out->len, NULL };

  appender.limit = appender.at + (room > LECTERN_APPEND_BLOCK ? room - LECTERN_APPEND_BLOCK : 0);
  return appender;
}

LECTERN_ALWAYS_INLINE void
_lectern_appender_end (LecternAppender *appender)
{
  appender->out->len = (gsize)(appender->at - appender->out->str);
  *appender->at = '\0';
}

static inline void
_lectern_appender_grow (LecternAppender *appender, const char *from, gsize n)
{
  _lectern_appender_end (appender);
  g_string_append_len (appender->out, from, (gssize)n);
  *appender = _lectern_appender_begin (appender->out);
}

/* `from` has a block more behind it. */
LECTERN_ALWAYS_INLINE void
_lectern_appender_add (LecternAppender *appender, const char *from, gsize n)
{
  char *to = appender->at, *end = to + n;

  if (G_UNLIKELY (n >= (gsize)(appender->limit - to)))
    {
      _lectern_appender_grow (appender, from, n);
      return;
    }
  for (; to < end; to += LECTERN_APPEND_BLOCK, from += LECTERN_APPEND_BLOCK)
    memcpy (to, from, LECTERN_APPEND_BLOCK);
  appender->at = end;
}

/* `from` has room for 16 bytes at least. */
LECTERN_ALWAYS_INLINE void
_lectern_appender_add_short (LecternAppender *appender, const char *from, gsize n)
{
  char *to = appender->at;

  if (G_UNLIKELY (n >= (gsize)(appender->limit - to)))
    {
      _lectern_appender_grow (appender, from, n);
      return;
    }
  if (G_LIKELY (n <= 16))
    memcpy (to, from, 16);
  else
    memcpy (to, from, n);
  appender->at = to + n;
}
