/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-plan-private.h"

/* A section, point or paragraphs that are to be put in: their text, and the nodes in it. */
typedef struct
{
  LecternNodeKind kind;
  gboolean block;
  char *marker;  /* with the blanks after it; for a parallel series its key; empty for paragraphs */
  GString *text; /* what comes after it; its lines after the first are indented */
  char *numbering; /* of a section or of the series, NULL: none */
} LecternDraft;

/* `text` as somebody gave it: without white space at its ends and, for sections and points, without
 * a marker that it has. Every further line gets `indent`, unless it has one. */
LecternDraft *_lectern_draft_new (LecternNodeKind kind, gboolean block, const char *text,
                                  gsize length, const char *line_end, const char *indent);
void _lectern_draft_free (LecternDraft *draft);
/* Makes the text end with this mark in place of another one that may end a point. 0: with that
 * which it has, or `otherwise`. */
void _lectern_draft_set_stop (LecternDraft *draft, gunichar stop, gunichar otherwise);
/* The nodes and the text as a fragment, with the edits of its text. What stands in it is recognised
 * as it would be beside its like in a speech of that language. */
LecternEdits *_lectern_draft_make_fragment (LecternDraft *draft, const char *language,
                                            LecternPlanFragment *fragment, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternDraft, _lectern_draft_free)
