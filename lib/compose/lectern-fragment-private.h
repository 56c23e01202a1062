/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

struct _LecternFragment
{
  gatomicrefcount references;
  char *id;
  GHashTable *facts; /* name → what is said */
  char **tags;
  char **needs;
  LecternTemplate *compiled;
};

/* Reads what a text says of itself, and compiles it. `id` is the name where the text tells none.
 * Fails as lectern_template_new() does, or with LECTERN_ERROR_TEMPLATE where it has no name. */
LecternFragment *_lectern_fragment_new (LecternDocument *document, const char *id, GError **error);

gboolean _lectern_fragment_is (LecternFragment *fragment, const char *tag, const char *need);
