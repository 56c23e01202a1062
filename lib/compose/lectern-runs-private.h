/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* Where a text comes to when edits are made in it. */

/* A stretch of the old text: kept, or replaced. Runs are in the order of the old text and hold all
 * of it. */
typedef struct
{
  gsize start; /* of the old text */
  gsize end;
  gsize at; /* of the new text */
  gsize length;
  guint scope; /* 0, or the number from 1 of the move that it goes with */
  gboolean kept;
} LecternRun;

/* What is put in between two characters of the old text. */
typedef struct
{
  gsize place; /* in the old text */
  gsize at;    /* in the new one */
  gsize length;
  guint scope;
} LecternPut;

typedef struct
{
  GArray *runs;        /* LecternRun */
  GArray *puts;        /* LecternPut, by their places; of one place in the order of the edits */
  LecternEdits *edits; /* the same, frozen */
  guint hint;
} LecternRuns;

/* `edits` are being put together. Only the text [start, end) counts; for a part of it nothing may
 * be moved. */
LecternRuns *_lectern_runs_new (LecternEdits *edits, gsize start, gsize end);
void _lectern_runs_free (LecternRuns *runs);

/* The scope of the character at an old offset. */
guint _lectern_runs_get_scope (LecternRuns *runs, gsize offset);
/* Where something that starts, or ends, at an old offset does so in the new text. What is put in
 * there is none of it. Of what was moved away, the next place that was not counts. */
gsize _lectern_runs_map_start (LecternRuns *runs, gsize offset, guint scope);
gsize _lectern_runs_map_end (LecternRuns *runs, gsize offset, guint scope);
/* Whether anything in [start, end) is replaced. */
gboolean _lectern_runs_are_touched (LecternRuns *runs, gsize start, gsize end);
/* The nth of what is put in at a place. */
const LecternPut *_lectern_runs_find_put (LecternRuns *runs, gsize place, guint nth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRuns, _lectern_runs_free)
