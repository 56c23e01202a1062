/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-align-private.h"
#include "compose/lectern-hunks-private.h"

struct _LecternComparison
{
  gatomicrefcount references;
  LecternAlign *align;
  GPtrArray *differences; /* LecternDifference, in the order of the new text */
  guint counts[LECTERN_DIFFERENCE_LAYOUT + 1];
};

struct _LecternDifference
{
  gatomicrefcount references;
  LecternNode *old_node; /* NULL: none */
  LecternNode *new_node; /* NULL: none */
  LecternSpan old_span;
  LecternSpan new_span;
  GArray *hunks;          /* LecternHunk; NULL: none */
  const char *value_kind; /* static */
  guint similarity;       /* of LECTERN_ALIKE_MAX */
  LecternDifferenceKind kind;
  gsize place;    /* in the new text, by which differences are in order */
  guint sequence; /* where the place is the same */
};

LecternDifference *_lectern_difference_new (LecternDifferenceKind kind, LecternNode *old_node,
                                            LecternNode *new_node);

/* What a value is, by what stands around; static or interned. */
typedef struct
{
  const char *kind;
  const char *part;
  const char *unit;
} LecternValuePlace;

/* lectern-comparison-values.c: FALSE where it is no value. */
gboolean _lectern_difference_read_value (const char *text, const LecternSpan *leaf,
                                         const LecternSpan *value, gboolean figure,
                                         LecternValuePlace *found);
