/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-flow-private.h"

/* Runs the program of a template with directives, but fills nothing: what comes is the text that is
 * to be filled, with its masks, and where each of them came from. Values are never put into a text
 * that is read. */

/* A slot in the text that comes. */
typedef struct
{
  gsize start; /* of `lead` of the slot */
  const LecternProgram *program;
  LecternValues *values; /* a reference: the names where it stands */
  guint32 slot;
} LecternExpandedSlot;

typedef struct
{
  guint max_depth;
  guint max_repetitions;
  gsize max_bytes;
} LecternExpandLimits;

typedef struct _LecternExpansion
{
  GString *text;
  LecternEdits *edits; /* from the text of the template */
  GArray *slots;       /* LecternExpandedSlot */
  GArray *borders;     /* gsize: where the text depends on a directive, growing */
} LecternExpansion;

/* Finds the program of a fragment. It stays as long as the expansion. NULL with an error. */
typedef const LecternProgram *(*LecternExpandLookup) (gpointer data, const char *name,
                                                      GError **error);

/* Fails with LECTERN_ERROR_TEMPLATE, LECTERN_ERROR_VALUE (what is repeated is no list),
 * LECTERN_ERROR_LIMIT, or as `lookup` fails. */
LecternExpansion *_lectern_expand (const LecternProgram *program, LecternValues *values,
                                   const LecternExpandLimits *limits, LecternExpandLookup lookup,
                                   gpointer data, GCancellable *cancellable, GError **error);
void _lectern_expansion_free (LecternExpansion *expansion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternExpansion, _lectern_expansion_free)
