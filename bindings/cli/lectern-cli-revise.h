/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* A file that was read, and what was made of it. */
typedef struct
{
  const char *path;
  gboolean is_text; /* it is no XML */
  GBytes *bytes;    /* of the file */
  LecternDocument *before;
  LecternDocument *after;
} LecternCliRevised;

/* The bytes of a file that holds the document as it is now: text in its encoding, or XML, which
 * ends with a line end if the file did. */
GBytes *lectern_cli_dup_revised (const LecternCliRevised *revised, GError **error);
/* FALSE, and said so, where more than what was changed would be another: there are bytes that an
 * encoding reads and never writes. XML is written anew anyway. */
gboolean lectern_cli_check_comes_back (const LecternCliRevised *revised);
/* Adds what was changed, as diff -u shows it: in the text, or in the XML. */
void lectern_cli_append_revised_diff (GString *out, const LecternCliRevised *revised,
                                      gboolean color);

/* Where what was changed goes. */
typedef struct
{
  gboolean diff;      /* shown, and nothing written */
  gboolean in_place;  /* into the file */
  const char *output; /* another file; NULL and none of the others: the standard output */
} LecternCliRevision;

/* FALSE, and said so, where the options contradict each other. */
gboolean lectern_cli_check_revision (const LecternCliRevision *revision, const char *command,
                                     const char *path);
/* FALSE, and said so, where it could not be written. */
gboolean lectern_cli_write_revised (const LecternCliRevised *revised,
                                    const LecternCliRevision *revision);
