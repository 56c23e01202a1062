/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What the forms with attributes (XML, JSON) say of a node, in the order in which they say it:
 * xml:lang, xml:id, level, ordinal, number, then the properties, with `of` after count, and
 * confidence last. */

typedef enum
{
  LECTERN_FACT_STRING,
  LECTERN_FACT_NUMBER,
  LECTERN_FACT_PERCENT, /* from 0 to 99, to be written as a fraction */
  LECTERN_FACT_NODES    /* the ids of these */
} LecternFactType;

typedef struct
{
  const char *name;
  LecternFactType type;
  guint number;
  const char *string; /* the same pointer where nodes share their properties */
  const GPtrArray *nodes;
} LecternFact;

#define LECTERN_MAX_FACTS 32

#define LECTERN_FACT_LANGUAGE   "xml:lang"
#define LECTERN_FACT_LEVEL      "level"
#define LECTERN_FACT_ORDINAL    "ordinal"
#define LECTERN_FACT_OF         "of"
#define LECTERN_FACT_CONFIDENCE "confidence"

typedef struct
{
  LecternFact facts[LECTERN_MAX_FACTS];
  guint n_facts;
  GPtrArray *targets;
} LecternFacts;

/* Collects into `facts`, which `_lectern_facts_clear` empties. */
void _lectern_facts_collect (LecternFacts *facts, LecternNode *node, gboolean confidence);
void _lectern_facts_clear (LecternFacts *facts);
