/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "read/lectern-masks-private.h"
#include "read/lectern-text-announcements-private.h"
#include "read/lectern-text-reader-private.h"

/* How the reader hands nodes to the builder: opening and closing a node emits the placeholders that
 * stand before. */

#define MAX_SECTIONS 256
#define MASK_CACHE   64

/* A block-level series that is open, with the member that is. */
typedef struct
{
  gint series;
  gint mark;
} OpenSeries;

typedef struct
{
  const char *key[6];
  guint32 attributes;
} MaskSet;

/* The numbering that a family bore last. */
typedef struct
{
  LecternMarker marker;
  char *value;
  guint32 attributes;
} NumberingSet;

typedef struct
{
  LecternTextReader *r;
  LecternBuilder *builder;
  const LecternBlock *block;
  guint32 token;      /* masks are looked for from here on */
  guint32 masks_from; /* and from this byte on */
  guint32 inner_line; /* lines of the block that are page numbers: the next one to look at */
  guint32 claim;      /* where the outermost container that begins now begins: takes the indent */
  guint32 done;       /* the end of the block before */
  guint cut;          /* the next directive, and where it was cut out */
  guint32 cut_at;
  guint32 shift; /* of offsets in the whole text */
  guint phrase;  /* the next announcement, and the byte at which it begins */
  guint32 phrase_at;
  gint mark;      /* the next mark */
  guint sections; /* open ones */
  guint ordinals[MAX_SECTIONS + 1];
  gboolean in_zone; /* opening or closing is open */
  GArray *series;   /* OpenSeries */
  guint32 *ends;    /* of the inline nodes that are open */
  guint n_ends;
  guint ends_size;
  guint32 *series_nodes; /* of each series and block, where there are announcements */
  guint32 *section_nodes;
  MaskSet masks[MASK_CACHE];
  NumberingSet numberings[LECTERN_N_FAMILIES];
} Emitter;

/* Emits what lies in the innermost open node up to `upto`: its placeholders. */
void _lectern_emitter_flush (Emitter *e, guint32 upto);
/* No placeholders before `upto`. */
static inline void
skip_masks (Emitter *e, guint32 upto)
{
  e->masks_from = MAX (e->masks_from, upto);
}

static inline void
flush (Emitter *e, guint32 upto)
{
  if (e->token < e->block->token_end || e->inner_line < e->block->last_line || e->phrase_at < upto)
    _lectern_emitter_flush (e, upto);
}

/* The directives up to `upto`, within the innermost open node. */
void _lectern_emitter_directives (Emitter *e, guint32 upto);

/* A node begins after the directives that stand before it, and ends before those after it. */
static inline guint32
put_start (Emitter *e, LecternNodeKind kind, guint32 start)
{
  if (G_UNLIKELY (e->cut_at <= start))
    _lectern_emitter_directives (e, start);
  return _lectern_builder_open (e->builder, kind, start + e->shift);
}

static inline void
put_end (Emitter *e, guint32 end)
{
  if (G_UNLIKELY (e->cut_at < end))
    _lectern_emitter_directives (e, end - 1);
  _lectern_builder_close (e->builder, end + e->shift);
}

static inline guint32
open_node (Emitter *e, LecternNodeKind kind, guint32 start)
{
  flush (e, start);
  return put_start (e, kind, start);
}

static inline void
close_node (Emitter *e, guint32 end)
{
  flush (e, end);
  put_end (e, end);
}

static inline void
emit_leaf (Emitter *e, LecternNodeKind kind, guint32 start, guint32 end)
{
  open_node (e, kind, start);
  close_node (e, end);
}

void _lectern_emitter_set_property (Emitter *e, guint32 node, const char *name, const char *value);
/* The attributes of a section or series whose first marker is `m`. */
guint32 _lectern_emitter_numbering (Emitter *e, const LecternMarker *m);
/* The number in the marker where it is not the position, and the numbering of a section. */
void _lectern_emitter_set_number (Emitter *e, guint32 node, const LecternMarker *m, guint ordinal,
                                  gboolean is_section);
/* Ties the announcements to the nodes that they announce. */
void _lectern_emitter_link (Emitter *e);
void _lectern_emitter_init (Emitter *e);
void _lectern_emitter_clear (Emitter *e);
