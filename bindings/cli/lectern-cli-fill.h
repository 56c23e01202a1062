/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli-targets.h"

/* A template with what it asks for, and the values of the command line. */
typedef struct
{
  LecternTemplate *template;
  GPtrArray *fields;     /* LecternField */
  LecternValues *values; /* of --set and of a key file */
} LecternCliFill;

/* Reads the template and its bindings (`bindings` may be NULL), and says what they bind in vain.
 * FALSE, and said so, where they cannot be read. */
gboolean lectern_cli_fill_open (LecternCliFill *fill, const char *path, const char *bindings,
                                LecternFormat *format);
/* Reads a key file (`path` may be NULL) and NAME=VALUE (`set` may be NULL). */
gboolean lectern_cli_fill_read_values (LecternCliFill *fill, const char *path,
                                       const char *const *set);
/* Says that nothing has that name, and what was meant maybe. */
void lectern_cli_fill_say_unknown (const LecternCliFill *fill, const char *name);
void lectern_cli_fill_clear (LecternCliFill *fill);

/* The field of that name, or NULL. */
LecternField *lectern_cli_fill_find_field (const LecternCliFill *fill, const char *name);
/* The fields as a table. */
gboolean lectern_cli_fill_print_fields (GPtrArray *fields);

/* The bindings of a file; NULL, and said so, where it cannot be read. */
LecternBindings *lectern_cli_read_bindings (const char *path);
/* Says which places are bound and not there. */
void lectern_cli_say_lost (LecternBindings *bindings, LecternDocument *document, const char *path);
