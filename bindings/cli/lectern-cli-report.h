/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* What was found in one file. */
typedef struct
{
  const char *path;
  LecternReport *report;
  gboolean is_text; /* places in the text are places in the file */
  gboolean color;
} LecternCliFound;

/* A form in which findings are told: a row of the table of lectern-cmd-check.c. */
typedef struct
{
  const char *name;
  /* What stands before all files; may be NULL. */
  void (*begin) (GString *out, LecternChecker *checker);
  /* What was found in a file; called by several threads at once. */
  void (*add) (GString *out, const LecternCliFound *found);
  /* What stands between the files that have findings; may be NULL. */
  const char *separator;
  /* What stands after all files: what was said of them beside the findings, and whether one could
   * not be read or written; may be NULL. */
  void (*end) (GString *out, GPtrArray *notes, gboolean failed);
} LecternCliReporter;

extern const LecternCliReporter lectern_cli_text_reporter;
extern const LecternCliReporter lectern_cli_json_reporter;
extern const LecternCliReporter lectern_cli_sarif_reporter;

/* A code whose findings were more than are kept, and how many are left out. */
typedef struct
{
  const char *code;
  guint n;
} LecternCliDropped;

/* Sorted by the code; to be freed. The last has no code. */
LecternCliDropped *lectern_cli_list_dropped (const LecternCliFound *found);

/* A line that says it, or nothing. */
void lectern_cli_append_dropped (GString *out, const LecternCliFound *found);

/* The replacements that mend a finding: none where there is no mend, and none where it cannot be
 * written down as replacements of strings. */
guint lectern_cli_count_replacements (LecternFinding *finding);

/* One line of JSON. */
void lectern_cli_append_rule_json (GString *out, LecternRule *rule);

/* The changes from one text to another, lines with three lines around them, as diff -u does. */
void lectern_cli_append_diff (GString *out, const char *path, GBytes *before, GBytes *after,
                              LecternEdits *edits, gboolean color);
