/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <lectern/lectern.h>

/**
 * LecternSpan:
 * @start: offset of the first byte
 * @end: offset of the byte after the last
 *
 * A stretch of a text, in bytes of its UTF-8 form (without a byte order mark). The layout of this
 * structure never changes.
 */

/**
 * LecternPosition:
 * @offset: offset in bytes from 0
 * @line: line from 1; a line ends with LF, CRLF or CR and nothing else
 * @column: column in characters (code points) from 1
 * @column_utf16: column in UTF-16 code units from 1, as JavaScript, Word, WPS and LibreOffice count
 *
 * A place in a text. The layout of this structure never changes.
 */

static gpointer
copy_span (gpointer span)
{
  return g_memdup2 (span, sizeof (LecternSpan));
}

static gpointer
copy_position (gpointer position)
{
  return g_memdup2 (position, sizeof (LecternPosition));
}

GType
lectern_span_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_boxed_type_register_static (g_intern_static_string ("LecternSpan"),
                                                            copy_span, g_free));
  return type;
}

GType
lectern_position_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type,
                       g_boxed_type_register_static (g_intern_static_string ("LecternPosition"),
                                                     copy_position, g_free));
  return type;
}
