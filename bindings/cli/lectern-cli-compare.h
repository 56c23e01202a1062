/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

typedef struct
{
  LecternComparison *comparison;
  const char *paths[2]; /* old and new */
  gboolean all;         /* with what only counts again, and blanks */
  gboolean color;
} LecternCliCompared;

/* The forms in which differences are told. */
void lectern_cli_append_comparison_text (GString *out, const LecternCliCompared *compared);
void lectern_cli_append_comparison_json (GString *out, const LecternCliCompared *compared);
