/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli-report.h"

/* What the command line says of checking. */
typedef struct
{
  const char *const *rules; /* CODE=SEVERITY; may be NULL */
  const char *profile;      /* may be NULL */
  int max_findings;         /* negative for the default */
  gboolean fix;
  gboolean diff;
  gboolean color;
} LecternCliCheckOptions;

/* Checks files, each with the house profile that is found for it; by several threads at once. */
typedef struct
{
  LecternCliCheckOptions options;
  LecternChecker *checker; /* without a profile that was found */
  GMutex mutex;
  GHashTable *checkers; /* path of a profile that was found → checker, or NULL for a bad one */
} LecternCliCheck;

/* FALSE, and said so, where an option means nothing. */
gboolean lectern_cli_check_init (LecternCliCheck *check, const LecternCliCheckOptions *options);
void lectern_cli_check_clear (LecternCliCheck *check);

typedef struct
{
  LecternReport *report; /* of the file as it is now; NULL where it could not be checked */
  gboolean is_text;
  gboolean failed;
  GBytes *printed;  /* what goes to the standard output; NULL for nothing */
  guint n_mended;   /* places */
  guint n_left;     /* findings */
  GString *dropped; /* may be NULL */
} LecternCliChecked;

LecternCliChecked *lectern_cli_check_file (LecternCliCheck *check, const char *path);
void lectern_cli_checked_free (LecternCliChecked *checked);

/* The rule of this code; where there is none, NULL, and said as an error of a command line. */
LecternRule *lectern_cli_find_rule (LecternChecker *checker, const char *command, const char *code);
