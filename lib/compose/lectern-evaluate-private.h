/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-fill-private.h"

/* A value that does not take the form of its place. */
typedef struct
{
  LecternNode *node; /* borrowed */
  LecternSpan span;
  char *message;
} LecternFillProblem;

/* Fills a template with directives: lectern_template_fill(). `problems` (LecternFillProblem) may be
 * NULL. */
LecternDocument *_lectern_template_evaluate (LecternTemplate *self, LecternValues *values,
                                             const LecternFillOptions *options, GArray *problems,
                                             GCancellable *cancellable, GError **error);
