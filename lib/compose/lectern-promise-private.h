/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What a change of markers promises: the same sections, points and entries of an outline, each with
 * the text that it had. */

typedef struct
{
  GHashTable *changed; /* members (a set) whose numbering is another one; NULL: none */
  gboolean may_merge;  /* series may become one, or another, where their numbers go on now */
} LecternPromise;

/* FALSE with LECTERN_ERROR_EDIT, which knows the place in the text of `before` where `after` has
 * been read differently. A changed point may have become a section, and a section a point. */
gboolean _lectern_promise_check (const LecternPromise *promise, LecternDocument *before,
                                 LecternDocument *after, GError **error);
