/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* What can be written. Text is written in the encoding that came in, the rest always in UTF-8. */
typedef struct
{
  const char *name;
  const char *ending; /* of files of it */
  gboolean guessed;   /* by that ending */
  gboolean is_text;
  LecternRenderer *(*new_renderer) (void);
} LecternCliTarget;

/* By its name, or by the name of a file; NULL where there is none. */
const LecternCliTarget *lectern_cli_find_target (const char *name);
const LecternCliTarget *lectern_cli_guess_target (const char *path);

/* The bytes of a file of it. `renderer` is one of the target's, or NULL for one as it comes;
 * `encoding` is NULL for that of the document. */
GBytes *lectern_cli_render (LecternDocument *document, const LecternCliTarget *target,
                            LecternRenderer *renderer, const char *encoding, GError **error);
