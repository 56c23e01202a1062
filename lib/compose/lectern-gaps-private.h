/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* The placeholders of a document as what is to be filled. A mask is a gap. Gaps that take one value
 * in parts (X月X日, XX届X中X会, XXX、XX2名同志) are a run, every other gap is a run of its own. */

typedef struct
{
  LecternNode *node;
  LecternSpan span;
  /* Attributes, NULL where there are none. */
  const char *kind;
  const char *part;
  const char *unit;
  const char *name;
  const char *group;
  const char *value; /* the default */
  const char *mask;  /* of a gap that is filled and kept open */
  gboolean filled;
  guint run;    /* the number of the run that it belongs to */
  guint member; /* its position in it, from 0 */
} LecternGap;

typedef enum
{
  LECTERN_RUN_SINGLE,
  LECTERN_RUN_DATE,    /* parts of a date, from the greater to the smaller */
  LECTERN_RUN_SESSION, /* 届, 中 or 次, 会 */
  LECTERN_RUN_LIST     /* names parted by 、 */
} LecternRunKind;

typedef struct
{
  guint first; /* gap */
  guint n_gaps;
  LecternRunKind kind;
  /* What says how many names there are: 3 of XX、XX、XX3名. Empty where nothing does. */
  LecternSpan count;
  gboolean is_open; /* 等3名: not all need be named */
} LecternRun;

typedef struct
{
  LecternDocument *document;
  const char *text;
  gsize length;
  LecternGap *gaps;
  guint n_gaps;
  LecternRun *runs;
  guint n_runs;
} LecternGaps;

LecternGaps *_lectern_gaps_new (LecternDocument *document);
void _lectern_gaps_free (LecternGaps *gaps);

/* What a run is known by: where two runs have the same key, they are taken for one value. The key
 * is the kind and, behind a blank, its context, in which `*` is the mask. `by_context` is set where
 * the context alone makes it (place *区), and not a whole clause that comes twice. NULL for a run
 * that is like no other. */
char *_lectern_gaps_dup_key (const LecternGaps *gaps, const LecternRun *run, gboolean *by_context);

/* A name for it in the language of the text: 轮次, 单位, 日期. */
char *_lectern_gaps_dup_name (const LecternGaps *gaps, const LecternRun *run);

/* The run with some characters of its line on both sides. */
char *_lectern_gaps_dup_sample (const LecternGaps *gaps, const LecternRun *run);

/* Characters within the line, at most `n`, before or after an offset: where they begin, or end. */
gsize _lectern_gaps_go_back (const LecternGaps *gaps, gsize offset, guint n);
gsize _lectern_gaps_go_on (const LecternGaps *gaps, gsize offset, guint n);

static inline const LecternGap *
_lectern_gaps_first (const LecternGaps *gaps, const LecternRun *run)
{
  return &gaps->gaps[run->first];
}

static inline const LecternGap *
_lectern_gaps_last (const LecternGaps *gaps, const LecternRun *run)
{
  return &gaps->gaps[run->first + run->n_gaps - 1];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternGaps, _lectern_gaps_free)
