/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-anchors-private.h"
#include "compose/lectern-field-private.h"
#include "compose/lectern-program-private.h"

/* What is known of one name. Of all these ways to say which slots it fills any number may be
 * used; where a slot is claimed by two names, a place goes before what the text says itself, that
 * before a group, and that before a kind. */
typedef struct
{
  char *name;
  char *form;
  char *value;        /* the default */
  GPtrArray *anchors; /* LecternAnchor */
  GPtrArray *groups;
  GPtrArray *declared;
  char *kind;
  char *part;
  char *unit;
  char *note; /* for whoever reads the file */
} LecternBinding;

struct _LecternBindings
{
  gatomicrefcount references;
  GPtrArray *list;    /* LecternBinding, in their order */
  GHashTable *byname; /* name → LecternBinding */
};

LecternBinding *_lectern_bindings_get (LecternBindings *bindings, const char *name);

/* What the bindings (NULL: none) say of a text. */
typedef struct
{
  GPtrArray *fields; /* LecternField, in the order of the text */
  guint *field_of;   /* by run: the number of its field */
  GPtrArray *lost;   /* what is not found any more, as lines */
} LecternResolution;

LecternResolution *_lectern_bindings_resolve (LecternBindings *bindings, const LecternGaps *gaps);
/* Adds what a template declares of its fields, and the names that only its conditions and repeats
 * ask for. */
void _lectern_resolution_declare (LecternResolution *resolution, LecternDocument *document,
                                  const LecternFlow *flow);
void _lectern_resolution_free (LecternResolution *resolution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternResolution, _lectern_resolution_free)
