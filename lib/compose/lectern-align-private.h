/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-similarity-private.h"

#include <lectern/lectern.h>

/* Two speeches laid beside each other by their structure. */

/* A sketch of a text: the smallest hashes of its pairs of characters. Two sketches tell how alike
 * two texts of any length are (A. Broder, "On the resemblance and containment of documents",
 * 1997). */
#define LECTERN_SKETCH_SIZE 32

typedef struct
{
  guint32 hashes[LECTERN_SKETCH_SIZE]; /* sorted, different */
  guint n;
} LecternSketch;

/* The speech, a section or a point, with what is below it; or a leaf, a stretch of the text in
 * which nothing of these begins or ends. The leaves are the whole text, one after the other. */
typedef struct
{
  LecternNode *node; /* borrowed; of a leaf the innermost block */
  gsize start;
  gsize end;
  gsize words; /* of a leaf: what stands in it without marker and blanks */
  gsize words_end;
  LecternKey title; /* of what is no leaf: its heading or lead */
  LecternSketch sketch;
  guint32 hash;   /* of the characters that are no blanks and marks, with all below */
  guint32 length; /* how many they are */
  guint32 next;   /* the first item that is not below this one */
  gint32 parent;  /* -1: the speech */
  gint32 match;   /* the item of the other speech that it is, -1 for none */
  guint8 kind;    /* LecternNodeKind, of the node */
  guint8 class;   /* only items of one class are compared */
  guint8 leaf;
  guint8 moved; /* what matches stands elsewhere */
} LecternAlignItem;

typedef struct
{
  LecternDocument *document;
  const char *text;
  gsize length;
  GArray *items; /* LecternAlignItem, in the order of the text */
} LecternAlignSide;

typedef struct _LecternAlign
{
  LecternAlignSide sides[2]; /* old and new */
  LecternKeys keys;
  gsize budget;    /* how many pairs may still be weighed */
  GArray *pending; /* pairs of items that were found and whose children were not looked at */
  GArray *weak;    /* pairs that little speaks for */
} LecternAlign;

static inline LecternAlignItem *
_lectern_align_item (const LecternAlignSide *side, guint i)
{
  return &g_array_index (side->items, LecternAlignItem, i);
}

/* lectern-align-items.c */
void _lectern_align_read (LecternAlign *align, guint side);

/* lectern-sketch.c */
/* Adds the text, and finds what is alike whatever its marks are. */
void _lectern_sketch_text (LecternSketch *sketch, const char *text, gsize length, guint32 *hash,
                           guint32 *n_characters);
void _lectern_sketch_merge (LecternSketch *sketch, const LecternSketch *other);
/* The part of all pairs of characters that both have, of LECTERN_ALIKE_MAX (Dice). */
guint _lectern_sketch_compare (const LecternSketch *a, const LecternSketch *b);

/* lectern-align.c */
/* Takes time in proportion to the texts, but for a logarithm. NULL where it was cancelled. */
LecternAlign *_lectern_align_new (LecternDocument *old, LecternDocument *new,
                                  GCancellable *cancellable, GError **error);
void _lectern_align_free (LecternAlign *align);

/* lectern-align-match.c: the steps of it. */
guint _lectern_align_weigh (const LecternAlign *align, guint old_item, guint new_item);
void _lectern_align_pair (LecternAlign *align, guint old_item, guint new_item, gboolean moved);
/* What is below two items that were paired. */
void _lectern_align_below (LecternAlign *align, guint old_item, guint new_item);

/* lectern-align-moved.c: what is left on both sides, wherever it stands. */
void _lectern_align_moved (LecternAlign *align);
/* Of each item, whether it or what holds it was moved; to be freed. */
guint8 *_lectern_align_find_away (const LecternAlignSide *side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAlign, _lectern_align_free)
