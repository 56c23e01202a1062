/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What the numbers of an expanded text are to be. `borders` (gsize, growing) are the places where a
 * directive stood: rows that have one between their members are changed by it. */

/* Adds what makes the words of such rows right (最后 for the last), and the announcements of them
 * say how many members there are. */
gboolean _lectern_recount (LecternEdits *edits, LecternDocument *document, const GArray *borders,
                           GError **error);

/* The number for a placeholder at `offset` that is the number of an announcement
 * (讲{{count}}点意见): how much is announced, in the numerals of the language; NULL where it is
 * none. */
char *_lectern_recount_dup_number (LecternDocument *document, gsize offset);
