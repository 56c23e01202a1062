/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-gaps-private.h"

/* A place in a text, known by what stands around it, so that it is found again when the text was
 * changed elsewhere. Written as `before⟦X⟧月⟦X⟧after`, with the number among equals behind it. */

typedef struct
{
  char *text;    /* as written */
  guint ordinal; /* among places that read the same, from 1 */
  guint n_equal; /* how many there were, at least 1 */
} LecternAnchor;

void _lectern_anchor_free (LecternAnchor *anchor);

/* The anchors of all runs, in their order. */
GPtrArray *_lectern_anchors_new (const LecternGaps *gaps);

/* Whether it is written as an anchor is: a mask at least, no brackets elsewhere. */
gboolean _lectern_anchor_is_valid (const char *text);

/* Finds places again. For every anchor the number of its run, G_MAXUINT where there is none any
 * more; no run is found for two anchors. Takes time in proportion to the text and the anchors. */
void _lectern_anchors_find (const LecternGaps *gaps, const LecternAnchor *const *anchors,
                            guint n_anchors, guint *runs);
