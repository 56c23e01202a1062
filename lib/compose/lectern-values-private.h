/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* A name with its hash, so that what is asked for in every row is hashed once. */
typedef struct
{
  const char *string;
  gsize length;
  guint32 hash;
} LecternValueName;

LecternValueName _lectern_value_name (const char *string);

/* As lectern_values_lookup(), but without a reference: where a resolver made the value, `*made` is
 * set to it and must be given back with lectern_value_unref(); else it is set to NULL. The value
 * lives until it is set anew. */
LecternValue *_lectern_values_peek (LecternValues *values, const LecternValueName *name,
                                    LecternValue **made);
