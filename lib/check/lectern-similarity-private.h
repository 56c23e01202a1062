/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* How alike two titles are, whatever stands between their words. */

/* The characters of a title without blanks and marks, ASCII for full-width forms, small letters for
 * great ones: a stretch of LecternKeys. */
typedef struct
{
  guint start;
  guint length;
  guint hash;
} LecternKey;

typedef struct
{
  GArray *chars; /* gunichar */
  GArray *grams; /* guint32: of each key its pairs of characters, sorted, as many as characters */
} LecternKeys;

#define LECTERN_ALIKE_MAX 1000 /* the same */

void _lectern_keys_init (LecternKeys *keys);
void _lectern_keys_clear (LecternKeys *keys);
/* Of what is longer only so much as a title may have is kept. */
LecternKey _lectern_keys_add (LecternKeys *keys, const char *text, gsize length);
gboolean _lectern_keys_equal (const LecternKeys *keys, const LecternKey *a, const LecternKey *b);
/* How many pairs of characters both have, of 1000: of all that they have (Dice), or, where one is
 * nearly all within the other, of the shorter one. Takes time in proportion to their lengths. */
guint _lectern_keys_compare (const LecternKeys *keys, const LecternKey *a, const LecternKey *b);
