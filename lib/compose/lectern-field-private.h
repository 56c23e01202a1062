/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-gaps-private.h"

struct _LecternField
{
  gatomicrefcount references;
  char *name;
  char *form;  /* that overrides what the places say, or NULL */
  char *value; /* the default, or NULL */
  char *group;
  char *sample;
  const char *kind; /* that is declared, interned, or NULL */
  LecternDocument *document;
  LecternNode *first; /* slot */
  GArray *runs;       /* numbers of runs, guint */
  GPtrArray *slots;   /* LecternNode, borrowed from the document */
  gboolean bound;
  gboolean of_item; /* a round of a repeat gives the value */
};

LecternField *_lectern_field_new (LecternDocument *document, const char *name);
void _lectern_field_add_run (LecternField *field, const LecternGaps *gaps, guint run);
