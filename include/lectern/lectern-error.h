/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_ERROR (lectern_error_quark ())

typedef enum
{
  LECTERN_ERROR_ENCODING,
  LECTERN_ERROR_LIMIT,
  LECTERN_ERROR_XML,
  LECTERN_ERROR_STRUCTURE,
  LECTERN_ERROR_NUMBERING,
  LECTERN_ERROR_EDIT,
  LECTERN_ERROR_RULE,
  LECTERN_ERROR_PROFILE,
  LECTERN_ERROR_VALUE,
  LECTERN_ERROR_TEMPLATE
} LecternError;

LECTERN_AVAILABLE_IN_1_0
GQuark lectern_error_quark (void);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_error_get_position (const GError *error, LecternPosition *position);

G_END_DECLS
