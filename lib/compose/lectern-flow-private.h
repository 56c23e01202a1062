/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-condition-private.h"
#include "compose/lectern-program-private.h"

/* The directives of a template, compiled into the operations of its program, and the members whose
 * number depends on what they do. */

/* 讲{{count}}点意见: what is announced is counted, and nobody need say it. */
#define LECTERN_COUNT_NAME "count"

/* What is repeated. */
typedef struct
{
  const char *item; /* interned, as the next */
  const char *list;
  gsize at; /* of the directive */
} LecternLoop;

typedef struct
{
  const char *name; /* interned */
  gsize at;
} LecternInclusion;

/* A section or point with a marker, in a row of its like. */
typedef struct
{
  LecternNode *node; /* borrowed */
  LecternSpan span;  /* of the marker; empty where the number is a mask */
  guint32 sequence;
  guint32 ordinal;
} LecternMemberPlace;

/* {{#field name:kind|default}} */
typedef struct
{
  const char *name; /* interned */
  const char *kind; /* interned, or NULL */
  char *value;      /* or NULL */
} LecternDeclaration;

struct _LecternFlow
{
  LecternDocument *document; /* borrowed */
  GPtrArray *conditions;
  GArray *loops;
  GArray *inclusions;
  GArray *members;
  GPtrArray *sequences; /* the numbering of each, interned */
  GArray *declarations;
  GArray *events; /* of lectern-flow.c */
  guint next;     /* event while the program is made */
  GArray *open;   /* of what is open there */
};

/* Whether the document has directives, or what was meant as one. */
gboolean _lectern_flow_is_wanted (LecternDocument *document);

/* Fails with LECTERN_ERROR_TEMPLATE, where directives are wrong, or LECTERN_ERROR_LIMIT. */
LecternFlow *_lectern_flow_new (LecternDocument *document, GError **error);
void _lectern_flow_free (LecternFlow *flow);

/* Adds the text of the document from `*done` up to `upto`, with the operations of the directives
 * and members in it. */
void _lectern_flow_add (LecternFlow *flow, LecternProgram *program, gsize *done, gsize upto);
/* Whether something of that stands before `offset` and is not added yet. */
gboolean _lectern_flow_interrupts (const LecternFlow *flow, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternFlow, _lectern_flow_free)
