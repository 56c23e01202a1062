/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What several speeches share: stretches of text that stand in all of them, in the same order. */
typedef struct
{
  guint n_documents;
  /* For each run where it begins in each document, and its length. */
  GArray *places; /* gsize */
} LecternShared;

/* NULL with an error where it was cancelled. */
LecternShared *_lectern_shared_new (GPtrArray *documents, GCancellable *cancellable,
                                    GError **error);
void _lectern_shared_free (LecternShared *runs);

static inline guint
_lectern_shared_count (const LecternShared *runs)
{
  return runs->places->len / (runs->n_documents + 1);
}

/* Where the run begins in each document; its length comes last. */
static inline gsize *
_lectern_shared_get (const LecternShared *runs, guint n)
{
  return &g_array_index (runs->places, gsize, n * (runs->n_documents + 1));
}

/* Takes these spans of the first document, in their order, out of what is shared. */
void _lectern_shared_cut (LecternShared *runs, const GArray *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternShared, _lectern_shared_free)
