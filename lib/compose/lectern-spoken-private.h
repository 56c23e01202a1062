/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-readings-private.h"

/* The masks of a node with what is said in their place, and a reader of its document. */
typedef struct
{
  GArray *masks; /* LecternReadingMask */
  GStringChunk *strings;
  LecternReader reader;
  const char *text;
  gsize length;
} LecternSpoken;

void _lectern_spoken_init (LecternSpoken *spoken, LecternNode *node);
void _lectern_spoken_clear (LecternSpoken *spoken);

/* Whether nothing of such a node is said: pages and adverts, outline, byline, and the title unless
 * the pace wants it. `pace` may be NULL. */
gboolean _lectern_spoken_is_silent (LecternNodeKind kind, LecternPace *pace);
