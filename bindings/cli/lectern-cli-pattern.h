/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* How the files of many rows are called: `out/{n}-{单位}.txt`. `{n}` is the number of the row,
 * `{n:4}` the same with at least so many digits, `{单位}` a value; `{{` and `}}` are brackets. What
 * stands before the last slash before the first bracket is the folder that no name leads out of. */
typedef struct _LecternCliPattern LecternCliPattern;

/* As many bytes as a name may have in most file systems. */
#define LECTERN_CLI_MAX_NAME_BYTES 255u

/* Whether there is anything in it that differs from row to row. */
gboolean lectern_cli_is_pattern (const char *text);

/* NULL, and said so, where the brackets are wrong. */
LecternCliPattern *lectern_cli_pattern_new (const char *text);
void lectern_cli_pattern_free (LecternCliPattern *pattern);

const char *lectern_cli_pattern_get_folder (const LecternCliPattern *pattern);

/* FALSE, and said so, where it asks for a value that is neither one of these columns, which end
 * with NULL, nor one of the values. `names` is NULL where the columns are not known. */
gboolean lectern_cli_pattern_check (const LecternCliPattern *pattern, const char *const *names,
                                    LecternValues *values);

gboolean lectern_cli_pattern_uses (const LecternCliPattern *pattern, const char *name);

/* A name in the folder as it is told. */
char *lectern_cli_pattern_dup_path (const LecternCliPattern *pattern, const char *name);

/* The name of the file of a row, relative to the folder, or NULL and why not, translated; then
 * `*name` is whose value is the reason, or NULL. */
char *lectern_cli_pattern_expand (const LecternCliPattern *pattern, guint row,
                                  LecternValues *values, const char **name, char **message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliPattern, lectern_cli_pattern_free)
