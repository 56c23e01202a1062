/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-bindings-private.h"
#include "compose/lectern-program-private.h"

struct _LecternFillOptions
{
  gatomicrefcount references;
  LecternMissing missing;
  gboolean keep_slots;
  gboolean strict;
};

struct _LecternTemplate
{
  GObject parent_instance;

  LecternDocument *document;
  LecternGaps *gaps;
  LecternResolution *resolution;
  LecternProgram *program;
};

/* The program that fills the gaps, as they are resolved. */
LecternProgram *_lectern_template_compile (LecternGaps *gaps, LecternResolution *resolution);
