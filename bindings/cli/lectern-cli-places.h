/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* Places in a speech as they are named on a command line. NULL, with the error set, where the
 * document has none. */

/* By its path: section[2]/series[1]/point[3]. */
LecternNode *lectern_cli_find_node (LecternDocument *document, const char *path, GError **error);
/* By the number that `lectern inspect` shows behind the #. */
LecternNode *lectern_cli_find_series (LecternDocument *document, guint number, GError **error);
