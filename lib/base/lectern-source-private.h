/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* For text that has been checked already. */
LecternSource *_lectern_source_new_checked (GBytes *text);

/* The text itself, without a call for its length. */
const char *_lectern_source_get_text (LecternSource *source, gsize *length);

/* Whether `offset` lies between two characters (or at an end of the text). */
gboolean _lectern_source_is_boundary (LecternSource *source, gsize offset);

/* The length of the blank (white space that ends no line) at `offset`, 0 where there is none; and
 * of the one that ends there. */
guint _lectern_blank_after (const char *text, gsize length, gsize offset);
guint _lectern_blank_before (const char *text, gsize offset);
