/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* The fragments of a folder; NULL, and said so, where it cannot be read. */
LecternFragments *lectern_cli_open_fragments (const char *folder);
/* Says which files are no fragments; whether there are any. */
gboolean lectern_cli_say_problems (LecternFragments *fragments);
