/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Fixed phrases of Chinese official language, by what is left of them when a word has been taken
 * out. */
typedef struct
{
  const char *before; /* what stands before the gap, alternatives parted by `|`; may be empty */
  const char *after;  /* what stands after it, likewise */
  const char *word;   /* what belongs in between; empty where nothing does */
  gboolean recent;    /* sure in texts of recent years only: see _lectern_phrase_is_recent() */
  gboolean sure;      /* whether nothing else fits */
} LecternPhrase;

/* The phrase around the gap [`from`, `to`) of the text [`start`, `end`), NULL for none. Where it is
 * found, `*phrase_start` and `*phrase_end` bound what of it is there. */
const LecternPhrase *_lectern_phrase_restore (const char *start, const char *from, const char *to,
                                              const char *end, const char **phrase_start,
                                              const char **phrase_end);

/* Whether words that came up under the present general secretary stand in the text: then the
 * general secretary is he. Takes linear time. */
gboolean _lectern_phrase_is_recent (const char *text, gsize length);
