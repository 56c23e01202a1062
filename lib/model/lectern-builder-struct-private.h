/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/lectern-tree-private.h"

typedef enum
{
  LECTERN_BUILD_BEGIN,
  LECTERN_BUILD_END,
  LECTERN_BUILD_TEXT
} LecternBuildType;

typedef enum
{
  LECTERN_BUILD_COPIED = 1 << 0,  /* stands as it stood in another document */
  LECTERN_BUILD_OUTMOST = 1 << 1, /* and its parent does not */
} LecternBuildFlags;

/* What the caller said, to be laid out when all is known. */
typedef struct
{
  guint8 type;
  guint8 kind;
  guint8 percent;
  guint8 flags;
  guint32 attributes;
  guint32 level;
  guint32 members;             /* of a series */
  LecternNumbering *numbering; /* of a series or section, or NULL */
  guint32 source;              /* of text: 0 the builder's own, or the document's number from 1 */
  guint32 start;
  guint32 length;
  guint32 node; /* once laid out */
} LecternBuildEvent;

/* An announcement of a copied node, and what it announced there. */
typedef struct
{
  guint event;
  LecternNode *target;
} LecternCopiedLink;

struct _LecternBuilder
{
  GObject parent_instance;

  LecternTree tree;
  LecternSource *source; /* of a reader's builder; else NULL */
  char *language;
  LecternReadOptions *options;
  char *encoding;
  gboolean bom;
  GPtrArray *notes;
  gboolean finished;

  /* Of a caller's builder. */
  LecternLayout layout;
  GError *error; /* the first mistake */
  GArray *events;
  GArray *open; /* the events that have begun and not ended */
  guint last;   /* the event that set_property is about */
  GByteArray *text;
  gsize length;         /* of all text */
  GPtrArray *documents; /* that something was copied of */
  GPtrArray *set_maps;  /* for each, its sets of attributes as ours; 0 = not known */
  GArray *links;        /* LecternTarget, of events */
  GArray *copied_links;
  GHashTable *copies; /* LecternNode → event */
  GHashTable *ids;
};

#define LECTERN_BUILD_EVENT(builder, n) (&g_array_index ((builder)->events, LecternBuildEvent, n))

void _lectern_builder_init_events (LecternBuilder *builder);
void _lectern_builder_clear_events (LecternBuilder *builder);
/* Of the tree and `source`, which are there. */
LecternDocument *_lectern_builder_make_document (LecternBuilder *builder);
/* Lays the events out as text and tree. */
LecternDocument *_lectern_builder_lay_out (LecternBuilder *builder, GError **error);

/* A stretch of the new text that was copied. */
typedef struct
{
  guint32 source;
  guint32 old_start;
  guint32 length;
  guint32 new_start;
} LecternCopiedText;

/* Says which document the new one was made of: that which most was copied of. */
void _lectern_builder_record_origin (LecternBuilder *builder, LecternDocument *document,
                                     const GArray *copied);
