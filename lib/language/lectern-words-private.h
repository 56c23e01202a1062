/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

#define LECTERN_WORDS_MAX 254 /* numbers and 0 fit in eight bits */

/* A list of words parted by `|`, a longer one before a shorter one that begins it. It is indexed
 * by the first and by the last character, so that most places are told at once to hold none. */
typedef struct
{
  const char *list;
  guint n_words;
  guint32 offsets[LECTERN_WORDS_MAX + 1];
  guint8 first[128]; /* chains of words, 0 for none, else number + 1 */
  guint8 last[128];
  guint8 next_first[LECTERN_WORDS_MAX];
  guint8 next_last[LECTERN_WORDS_MAX];
} LecternWords;

void _lectern_words_prepare (LecternWords *words);
/* The bytes of the word that begins at `p`, or that ends at `end`; 0 where none does. */
gsize _lectern_words_begin (const LecternWords *words, const char *p, const char *end);
gsize _lectern_words_end (const LecternWords *words, const char *start, const char *end);
/* Whether a word stands anywhere within. */
gboolean _lectern_words_within (const LecternWords *words, const char *start, const char *end);

/* The same for a plain list, without an index: -1 where none stands there; an empty alternative at
 * the end of the list fits everywhere. */
gint _lectern_alternative_at (const char *alternatives, const char *p, const char *end);
/* The same for what ends at `p`, an empty one at the end of the list fitting everywhere. */
gint _lectern_alternative_before (const char *alternatives, const char *start, const char *p);

#define LECTERN_ALTERNATIVES_MAX 24

/* A short list with a filter on the first character. */
typedef struct
{
  const char *list;
  guint64 filter;
  guint n_words;
  guint8 starts[LECTERN_ALTERNATIVES_MAX + 1];
} LecternAlternatives;

static inline guint
_lectern_alternatives_bit (const char *p, gsize left)
{
  const guchar *c = (const guchar *)p;

  if (left == 0)
    return 0;
  return c[0] < 0x80 || left < 3 ? c[0] & 63 : (c[1] ^ (c[2] << 1)) & 63;
}

void _lectern_alternatives_prepare (LecternAlternatives *alternatives);

gint _lectern_alternatives_find (const LecternAlternatives *alternatives, const char *p,
                                 const char *end);

/* As _lectern_alternative_at() has it. */
static inline gint
_lectern_alternatives_at (const LecternAlternatives *alternatives, const char *p, const char *end)
{
  if ((alternatives->filter & ((guint64)1 << _lectern_alternatives_bit (p, end - p))) == 0)
    return -1;
  return _lectern_alternatives_find (alternatives, p, end);
}
