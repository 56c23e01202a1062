/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* What tables with a row for each part of a speech say of it. */

/* What names a part, in one line: the title; the heading of a section; marker and lead of a point;
 * empty where it has no name. */
char *lectern_cli_dup_name (LecternNode *node);
/* The same, or where there is none how the part begins. */
char *lectern_cli_dup_beginning (LecternNode *node);

/* The line of a node that begins at or after the line that was found last, 1 for the first. */
guint lectern_cli_find_line (LecternNode *node, guint line);
