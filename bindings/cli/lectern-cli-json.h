/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

#include <json-glib/json-glib.h>

/* A member of the object that is open. What is no UTF-8 in a name of a file is replaced; NULL is
 * null. */
void lectern_cli_json_add_string (JsonBuilder *builder, const char *name, const char *value);
void lectern_cli_json_add_number (JsonBuilder *builder, const char *name, guint64 value);

/* Appends what was built, in one line without its end. */
void lectern_cli_json_append (GString *out, JsonBuilder *builder);

/* The text of a replacement that lectern_cli_count_replacements() has counted. */
char *lectern_cli_dup_replacement (LecternFinding *finding, guint n, LecternSpan *span);
