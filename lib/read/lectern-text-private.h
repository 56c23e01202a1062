/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* The structure of a speech in plain text. `source` has been checked; `options` may be NULL. */
LecternDocument *_lectern_text_read (LecternSource *source, LecternReadOptions *options,
                                     const char *encoding, gboolean bom, GCancellable *cancellable,
                                     GError **error);
