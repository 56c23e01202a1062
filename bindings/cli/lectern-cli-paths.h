/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* A row for each part that an operation can be about: line, column, path, the beginning of its
 * text. */
GBytes *lectern_cli_list_paths (LecternDocument *document);
