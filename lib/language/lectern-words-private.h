/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A list of words parted by `|`, a longer one before a shorter one that begins it. Two filters,
 * made by _lectern_words_prepare, say at once of most places that no word begins or ends there. */
typedef struct
{
  const char *list;
  guint32 first[8];
  guint32 last[8];
} LecternWords;

void _lectern_words_prepare (LecternWords *words);
/* The bytes of the word that begins at `p`, or that ends at `end`; 0 where none does. */
gsize _lectern_words_begin (const LecternWords *words, const char *p, const char *end);
gsize _lectern_words_end (const LecternWords *words, const char *start, const char *end);
/* Whether a word stands anywhere within. */
gboolean _lectern_words_within (const LecternWords *words, const char *start, const char *end);

/* The same for a plain list, without filters: -1 where none stands there; an empty alternative at
 * the end of the list fits everywhere. */
gint _lectern_alternative_at (const char *alternatives, const char *p, const char *end);
