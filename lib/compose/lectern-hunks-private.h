/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What differs between two stretches of text, in words: a figure is one, and so is a row of Latin
 * letters; of other writing a character. */

typedef struct
{
  LecternSpan old_span;
  LecternSpan new_span;
  gboolean figure; /* one figure stands in the place of another */
} LecternHunk;

/* Both spans count in the whole texts. The hunks are in order and have something between them; what
 * is too short to tell that both have it belongs to them. */
GArray *_lectern_hunks_new (const char *old_text, const LecternSpan *old_span, const char *new_text,
                            const LecternSpan *new_span);
