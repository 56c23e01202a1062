/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-condition-private.h"

typedef enum
{
  LECTERN_STEP_EXISTS,
  LECTERN_STEP_EQUAL,
  LECTERN_STEP_UNEQUAL,
  LECTERN_STEP_LESS,
  LECTERN_STEP_AT_MOST,
  LECTERN_STEP_GREATER,
  LECTERN_STEP_AT_LEAST,
  LECTERN_STEP_IN,
  LECTERN_STEP_NOT,
  LECTERN_STEP_AND,
  LECTERN_STEP_OR
} LecternStepCode;

/* A name or a value. */
typedef struct
{
  const char *name; /* interned, or NULL */
  LecternValue *value;
} LecternOperand;

typedef struct
{
  guint32 code;
  guint32 left;  /* of the operands */
  guint32 right; /* the first one on the right side */
  guint32 n_right;
} LecternStep;

struct _LecternCondition
{
  GArray *steps;    /* LecternStep */
  GArray *operands; /* LecternOperand */
  GPtrArray *names;
  guint depth; /* of the stack of truths, at most */
};
