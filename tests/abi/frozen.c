/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What lives in a caller's memory or in a caller's binary, and so can never change again. */
#include <lectern/lectern.h>

G_STATIC_ASSERT (sizeof (LecternSpan) == 2 * sizeof (gsize));
G_STATIC_ASSERT (G_STRUCT_OFFSET (LecternSpan, end) == sizeof (gsize));
G_STATIC_ASSERT (G_STRUCT_OFFSET (LecternPosition, line) == sizeof (gsize));
G_STATIC_ASSERT (G_STRUCT_OFFSET (LecternPosition, column) == sizeof (gsize) + sizeof (guint));
G_STATIC_ASSERT (G_STRUCT_OFFSET (LecternPosition, column_utf16)
                 == sizeof (gsize) + 2 * sizeof (guint));
G_STATIC_ASSERT (sizeof (LecternWalker) == 4 * sizeof (gpointer) + 4 * sizeof (gsize));
G_STATIC_ASSERT (sizeof (LecternRendererClass) == sizeof (GObjectClass) + 9 * sizeof (gpointer));
G_STATIC_ASSERT (G_STRUCT_OFFSET (LecternRendererClass, render) == sizeof (GObjectClass));

/* Enumerations only grow at their end: the value that was last in each release. */
G_STATIC_ASSERT (LECTERN_NODE_SPEECH == 0 && LECTERN_NODE_ANNOUNCEMENT == 18);
G_STATIC_ASSERT (LECTERN_EVENT_NONE == 0 && LECTERN_EVENT_TEXT == 3);
G_STATIC_ASSERT (LECTERN_FORMAT_AUTO == 0 && LECTERN_FORMAT_XML == 2);
G_STATIC_ASSERT (LECTERN_LAYOUT_CANONICAL == 0 && LECTERN_LAYOUT_VERBATIM == 1);
G_STATIC_ASSERT (LECTERN_WIDTH_KEEP == 0 && LECTERN_WIDTH_HALF == 2);
G_STATIC_ASSERT (LECTERN_TABLE_STRUCTURE == 0 && LECTERN_TABLE_ANNOUNCEMENTS == 2);
G_STATIC_ASSERT (LECTERN_ERROR_ENCODING == 0 && LECTERN_ERROR_EDIT == 5);

/* A program built against these headers runs with the library of the same version. */
int
main (void)
{
  return LECTERN_CHECK_VERSION (1, 0, 0) && lectern_get_major_version () == LECTERN_MAJOR_VERSION
                 && lectern_get_minor_version () == LECTERN_MINOR_VERSION
                 && lectern_get_micro_version () == LECTERN_MICRO_VERSION
             ? 0
             : 1;
}
