/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-rules-punctuation-private.h"

/* Quotes and brackets, paragraph by paragraph: what has no partner there, and whether an earlier
 * paragraph left open what this one closes. */

#define SHAPE_BIT(shape) (1u << LECTERN_SHAPE_##shape)

/* One shape in one paragraph, and what it left open in an earlier one. */
typedef struct
{
  GArray *members;       /* of the paragraph: gsize, which mark */
  gboolean broken;       /* not all of them pair */
  gsize pending;         /* the mark that was left open, 0 for none */
  guint since;           /* in which paragraph */
  gboolean pending_edge; /* it stood at the start or the end of its line */
} PairLane;

typedef struct _PairWalk PairWalk;
struct _PairWalk
{
  LecternCheck *check;
  const LecternMark *marks;
  guint shapes; /* that are looked at, by bits */
  /* What to do with a paragraph once its members are known and paired. */
  void (*judge) (PairWalk *walk, gsize first, gsize last);
  /* What to do with one that stays without a partner. */
  void (*report) (PairWalk *walk, gsize mark);
  PairLane lanes[LECTERN_N_SHAPES];
  GArray *stack;     /* of the marks that are open */
  GArray *unmatched; /* of the paragraph: gsize, in order of shapes, then of the text */
  guint used;        /* the shapes that the paragraph has, by bits */
  guint n_paragraph;
};

static inline gsize
_lectern_pairs_nth (const GArray *array, guint n)
{
  return g_array_index (array, gsize, n);
}

static inline gboolean
_lectern_pairs_is_open (const PairWalk *walk, gsize mark)
{
  return walk->marks[mark].kind == LECTERN_MARK_OPEN;
}

/* Goes through the text; `walk` says which shapes, and what to do. */
void _lectern_pairs_walk (PairWalk *walk, LecternCheck *check);
/* Adds to walk->unmatched those members of a shape that have no partner: where they do not stand
 * inside each other, the last opening one before a closing one pairs; where they do, as they nest.
 */
void _lectern_pairs_match_flat (PairWalk *walk, const GArray *members);
void _lectern_pairs_match_nested (PairWalk *walk, const GArray *members);
/* Reports what walk->unmatched has of a shape, from `from` on, unless it pairs over paragraphs. */
void _lectern_pairs_resolve (PairWalk *walk, PairLane *lane, guint from);

/* The ’ of don’t and of workers’ rights. */
gboolean _lectern_pairs_is_apostrophe (const PairWalk *walk, const LecternMark *mark);
/* The full-width mark of a shape, NULL for shapes that are never mended. */
const char *_lectern_pairs_form (guint shape, gboolean open);
char *_lectern_pairs_dup_mark (const PairWalk *walk, gsize mark);
/* A finding at a mark; the first argument of the message is what stands around it. */
LecternFinding *_lectern_pairs_find (PairWalk *walk, guint message, gsize mark, const char *second,
                                     const char *third);
