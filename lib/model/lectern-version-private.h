/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* A state of a text in the history of documents: how it came from the state before. States are
 * kept, not documents, so that old documents can go. */
typedef struct _LecternVersion LecternVersion;

LecternVersion *_lectern_version_new (void);
/* Takes `edits`, which must be frozen. */
LecternVersion *_lectern_version_new_from (LecternVersion *before, LecternEdits *edits);
LecternVersion *_lectern_version_ref (LecternVersion *version);
void _lectern_version_unref (LecternVersion *version);
/* The edits from `since` to `version`, or NULL where that is none of its ancestors. */
LecternEdits *_lectern_version_dup_edits (LecternVersion *version, LecternVersion *since,
                                          gsize old_length);
