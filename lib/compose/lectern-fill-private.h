/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-bindings-private.h"
#include "compose/lectern-expand-private.h"
#include "compose/lectern-program-private.h"

struct _LecternFillOptions
{
  gatomicrefcount references;
  LecternMissing missing;
  gboolean keep_slots;
  gboolean strict;
  LecternExpandLimits limits;
  LecternFragments *fragments; /* or NULL */
  gboolean outline;            /* before the speech, a line with its headings */
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
LecternProgram *_lectern_template_compile (LecternGaps *gaps, LecternResolution *resolution,
                                           LecternFlow *flow);
/* A template that may be a part of another one: its members are known. */
LecternTemplate *_lectern_template_new_part (LecternDocument *document, GError **error);
/* A copy, or where they are NULL what holds where none are given. */
LecternFillOptions *_lectern_fill_options_copy (const LecternFillOptions *options);
