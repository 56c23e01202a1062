/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What was found out about the bytes of a file. */
typedef struct
{
  GBytes *text;   /* checked UTF-8, without byte order mark */
  char *encoding; /* NULL for UTF-8 */
  gboolean bom;
  GPtrArray *notes; /* for the user; NULL for none */
} LecternDecoded;

/* A byte order mark decides, else the encoding of the options, else what an XML declaration says
 * (not where the format is text), else it is UTF-8, or, if it cannot be that but GB18030, that. */
gboolean _lectern_decode (GBytes *bytes, LecternReadOptions *options, LecternDecoded *decoded,
                          GCancellable *cancellable, GError **error);
void _lectern_decoded_clear (LecternDecoded *decoded);

/* Whether text begins as XML that could be ours. */
gboolean _lectern_text_is_xml (const char *text, gsize length);
