/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* Commands that change files: what comes of a change goes to the standard output, into another file
 * or back, or is shown as a diff. */

/* Options that every such command has. */
extern const GOptionEntry lectern_cli_change_entries[];

/* What a command makes of a document: another one, or the same where nothing is to be changed;
 * NULL, with the error set or said already, where that cannot be done. */
typedef LecternDocument *(*LecternCliChange) (LecternDocument *document, const char *path,
                                              gpointer user_data, GError **error);

/* Changes every file, goes on after a failure, and gives the exit status. */
int lectern_cli_change_each (const char *command, const char *const *files, LecternCliChange change,
                             gpointer user_data);

/* A file as it was read. */
typedef struct
{
  const char *path;
  gboolean is_text; /* or XML */
  GBytes *bytes;
  LecternDocument *document;
} LecternCliFile;

/* The bytes that the file would hold with this document: text in its encoding, or XML. Where not
 * all of what stays could be written as it was read, that is said and the result is NULL. */
GBytes *lectern_cli_change_dup_bytes (const LecternCliFile *file, LecternDocument *after);
/* What would be changed, as diff -u does: in the text, or in the XML. */
GBytes *lectern_cli_change_dup_diff (const LecternCliFile *file, LecternDocument *after,
                                     gboolean color);
/* The places that are changed. */
guint lectern_cli_change_count (const LecternCliFile *file, LecternDocument *after);
