/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* A stretch of the new text: a slice of the old text, or (`text` is not NULL) new text. */
typedef struct
{
  gsize old_start; /* of a slice */
  gsize new_start;
  gsize length;
  GBytes *text;
} LecternPiece;

/* What is done to a span of the old text: it is replaced by `text`, or (`text` is NULL) moved. For
 * the place that something is moved to, the empty span there, and the span that comes there. */
typedef struct
{
  LecternSpan span;
  GBytes *text;
  LecternSpan moved;
} LecternChange;

/* A view: a replacement (`text` is not NULL) or a move. */
typedef struct
{
  LecternSpan span;
  GBytes *text;
  gsize to;
} LecternEdit;

struct _LecternEdits
{
  gatomicrefcount references;
  gsize old_length;
  gsize new_length;
  /* While edits are being put together: changes by their places in the old text. */
  GSequence *replaced;
  GSequence *moved;
  GSequence *targets;
  /* Made from the changes when asked for, or there from the start. */
  GArray *pieces;
  GMutex lock; /* of what follows, which is made when asked for */
  GArray *replacements;
  GArray *moves;
  GArray *by_old; /* copies of the slices by their places in the old text */
};

/* Edits that never change. Pieces are added in the order of the new text. Every byte of the old
 * text may be in one slice only. */
LecternEdits *_lectern_edits_new_frozen (gsize old_length);
GArray *_lectern_edits_new_pieces (void);
void _lectern_edits_add_slice (LecternEdits *edits, gsize old_start, gsize length);
/* Takes `text`. */
void _lectern_edits_add_text (LecternEdits *edits, GBytes *text);

const GArray *_lectern_edits_get_pieces (LecternEdits *edits);
/* The number of the piece that holds the new offset. */
guint _lectern_edits_find_piece (const GArray *pieces, gsize new_offset);
/* Where what is left of an old span is in the new text; FALSE where nothing is. What was moved out
 * of the span and what was moved into it do not count. */
gboolean _lectern_edits_map_span (LecternEdits *edits, gsize start, gsize end, LecternSpan *span);
/* Makes the pieces from the changes. */
void _lectern_edits_build_pieces (LecternEdits *edits);
void _lectern_edits_forget_results (LecternEdits *edits);
