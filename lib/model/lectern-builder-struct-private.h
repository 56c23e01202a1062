/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/lectern-tree-private.h"

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
};
