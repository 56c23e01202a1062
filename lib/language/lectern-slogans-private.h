/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Slogans that count something and are names by now: 四个意识, 三会一课. The number in such a name
 * is a part of it, written in Chinese numerals, and announces nothing. */

typedef struct
{
  const char *name;    /* as it is written: 四个意识 */
  guint count;         /* of the members */
  const char *members; /* in full, parted by `|` */
} LecternSlogan;

/* The table. */
extern const LecternSlogan _lectern_slogans[];
extern const guint _lectern_n_slogans;

/* The slogan of that name; NULL for none. */
const LecternSlogan *_lectern_slogan_lookup (const char *name, gsize length);

/* The longest slogan that begins at `p`; NULL for none. `length` are the bytes that it takes there.
 * A numeral may stand there in other digits than in the name (4个意识, ４个意识): then `canonical`
 * is set to FALSE. */
const LecternSlogan *_lectern_slogan_at (const char *p, const char *end, gsize *length,
                                         gboolean *canonical);
