/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-part-private.h"
#include "check/lectern-similarity-private.h"

/* The outline of a speech laid beside its body: which entry is which heading or point. */

typedef struct
{
  LecternPart part;
  LecternKey key;
  guint number;
  guint form;  /* what stands around the numeral of the marker, as a hash; 0: no marker */
  gint parent; /* the entry above it, of what the body has too; -1: none, it is of the first rank */
  gint match;  /* the index on the other side, -1 for none */
  gboolean like;  /* the other side has it word for word */
  gboolean moved; /* of an entry: what matches stands elsewhere among its siblings */
  gboolean extra; /* of what the body has: the outline should list it and does not */
  gint first;     /* of an entry: the first one below it, -1 for none */
  gint next;      /* of an entry: the next one below the same parent, -1 for none */
} LecternOutlineItem;

typedef struct _LecternOutline
{
  GArray *entries; /* of LecternOutlineItem, in the order of the outline */
  GArray *items;   /* of the body, those that were looked at: group after group */
  LecternNode *outline;
  LecternKeys keys;
} LecternOutline;

/* NULL where the speech has no outline, or no body that could be compared. */
LecternOutline *_lectern_outline_new (LecternCheck *check);
void _lectern_outline_free (LecternOutline *outline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternOutline, _lectern_outline_free)
