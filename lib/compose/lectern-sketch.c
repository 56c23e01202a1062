/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-align-private.h"

#include "language/lectern-punctuation-private.h"

#include <stdlib.h>
#include <string.h>

/* Hashes that are collected before the smallest are kept. */
#define BATCH (4 * LECTERN_SKETCH_SIZE)

typedef struct
{
  guint32 hashes[BATCH];
  guint n;
  guint32 most; /* what is above is none of the smallest */
} Batch;

static gint
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;

  return one < other ? -1 : one > other;
}

static void
keep_smallest (Batch *batch)
{
  guint n = 0;

  qsort (batch->hashes, batch->n, sizeof *batch->hashes, compare_hashes);
  for (guint i = 0; i < batch->n && n < LECTERN_SKETCH_SIZE; i++)
    if (n == 0 || batch->hashes[i] != batch->hashes[n - 1])
      batch->hashes[n++] = batch->hashes[i];
  batch->n = n;
  if (n == LECTERN_SKETCH_SIZE)
    batch->most = batch->hashes[n - 1];
}

static inline guint32
mix (guint32 hash)
{
  hash = (hash ^ hash >> 16) * 0x7feb352d;
  hash = (hash ^ hash >> 15) * 0x846ca68b;
  return hash ^ hash >> 16;
}

static inline void
add_hash (Batch *batch, guint32 hash)
{
  if (hash >= batch->most)
    return;
  batch->hashes[batch->n++] = hash;
  if (batch->n == BATCH)
    keep_smallest (batch);
}

/* Blanks, marks and the like, which say nothing; figures are all alike, so that a text whose
 * figures have changed is the same. */
static inline gunichar
fold (gunichar c)
{
  gunichar half;

  if (c >= 0x4e00 && c <= 0x9fff) /* Han */
    return c;
  half = c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : _lectern_punctuation_get_half (c);
  c = half != 0 ? half : c;
  if (c >= '0' && c <= '9')
    return '0';
  if (g_unichar_isspace (c) || g_unichar_ispunct (c) || g_unichar_iscntrl (c))
    return 0;
  return g_unichar_tolower (c);
}

void
_lectern_sketch_text (LecternSketch *sketch, const char *text, gsize length, guint32 *hash,
                      guint32 *n_characters)
{
  const char *end = text + length;
  Batch batch = { .n = 0, .most = G_MAXUINT32 };
  gunichar before = 0;

  *n_characters = 0;
  *hash = 0;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p), folded = fold (c);

      if (folded == 0)
        continue;
      *hash = mix (*hash + 0x9e3779b9) ^ c;
      ++*n_characters;
      if (folded == '0' && before == '0')
        continue;
      add_hash (&batch, mix ((before << 16) ^ folded));
      before = folded;
    }
  *hash = mix (*hash);
  keep_smallest (&batch);
  sketch->n = batch.n;
  memcpy (sketch->hashes, batch.hashes, batch.n * sizeof *batch.hashes);
}

void
_lectern_sketch_merge (LecternSketch *sketch, const LecternSketch *other)
{
  guint32 merged[LECTERN_SKETCH_SIZE];
  guint i = 0, j = 0, n = 0;

  while (n < LECTERN_SKETCH_SIZE && (i < sketch->n || j < other->n))
    {
      gboolean mine = j == other->n || (i < sketch->n && sketch->hashes[i] <= other->hashes[j]);
      guint32 next = mine ? sketch->hashes[i] : other->hashes[j];

      i += i < sketch->n && sketch->hashes[i] == next;
      j += j < other->n && other->hashes[j] == next;
      merged[n++] = next;
    }
  sketch->n = n;
  memcpy (sketch->hashes, merged, n * sizeof *merged);
}

guint
_lectern_sketch_compare (const LecternSketch *a, const LecternSketch *b)
{
  guint i = 0, j = 0, both = 0, all = 0;

  while (all < LECTERN_SKETCH_SIZE && (i < a->n || j < b->n))
    {
      guint32 one = i < a->n ? a->hashes[i] : G_MAXUINT32;
      guint32 other = j < b->n ? b->hashes[j] : G_MAXUINT32;

      both += one == other;
      i += one <= other;
      j += other <= one;
      all++;
    }
  return all > 0 ? 2 * LECTERN_ALIKE_MAX * both / (all + both) : 0;
}
