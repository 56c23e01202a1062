/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/lectern-tree-private.h"
#include "model/lectern-version-private.h"

/* The identifiers of a document, those that were read and those that are computed. */
typedef struct
{
  GHashTable *nodes;  /* id → LecternNode */
  guint32 *targets;   /* the nodes without an id of their own that get one, increasing */
  const char **names; /* their ids, in `strings` */
  guint32 n_targets;
  GStringChunk *strings;
} LecternIds;

/* All but the lazy parts never changes. Those are made by whichever thread comes first, and
 * published atomically. */
struct _LecternDocument
{
  GObject parent_instance;

  LecternSource *source;
  LecternTree tree;
  char *language;
  LecternReadOptions *options;
  LecternFormat format; /* set before anybody else has the document */
  char **notes;
  LecternVersion *version;

  guint32 *numbers;        /* of a node among its siblings of the same kind, from 1 */
  guint32 *indices;        /* of a node among all nodes of its kind, from 1 */
  guint32 *entry_ordinals; /* by the index of the entry, less 1 */
  LecternIds *ids;
  GMutex lock;            /* of what follows */
  GHashTable *numberings; /* value of the property, in the pool → LecternNumbering, or NULL */
  LecternEdits *edits;    /* since `edits_since`, for find_counterpart */
  LecternVersion *edits_since;
};

/* Takes the tree, which must be finished, and the notes; `language` may be NULL. */
LecternDocument *_lectern_document_new_take (LecternTree *tree, LecternSource *source,
                                             const char *language, LecternReadOptions *options,
                                             char **notes);
/* Says, before anybody else has the document, which one it was made of, and how. Takes the edits,
 * which must be frozen. */
void _lectern_document_set_origin (LecternDocument *document, LecternDocument *before,
                                   LecternEdits *edits);

const guint32 *_lectern_document_get_numbers (LecternDocument *document);
const guint32 *_lectern_document_get_indices (LecternDocument *document);
const guint32 *_lectern_document_get_entry_ordinals (LecternDocument *document);
const LecternIds *_lectern_document_get_ids (LecternDocument *document);
void _lectern_ids_free (LecternIds *ids);

static inline LecternDocument *
_lectern_node_document (const LecternNode *node)
{
  const LecternNode *header = node - node->index - 1;

  return ((const LecternHeader *)(const void *)header)->document;
}

static inline LecternNode *
_lectern_node_at (const LecternNode *node, guint32 index)
{
  return index == LECTERN_NO_NODE ? NULL : (LecternNode *)(node - node->index + index);
}

static inline LecternNode *
_lectern_node_first_child (const LecternNode *node)
{
  return node->next > node->index + 1 ? (LecternNode *)(node + 1) : NULL;
}

static inline LecternNode *
_lectern_node_next (const LecternNode *node)
{
  const LecternNode *parent = _lectern_node_at (node, node->parent);

  if (parent == NULL || node->next == parent->next)
    return NULL;
  return _lectern_node_at (node, node->next);
}
