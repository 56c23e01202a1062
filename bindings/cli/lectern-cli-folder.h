/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A folder into which many files are written, each whole or not at all, at whatever moment the run
 * is killed. Names are relative to it and never lead out of it: their folders are made, and a
 * symbolic link is none. */
typedef struct _LecternCliFolder LecternCliFolder;

/* Makes the folder, keeps other runs out of it until it is closed, and removes what a run that was
 * killed has left in it. NULL, and said so, where that fails. */
LecternCliFolder *lectern_cli_folder_open (const char *path);
/* The same for looking only: the folder may be missing, and nothing is changed. */
LecternCliFolder *lectern_cli_folder_open_to_look (const char *path);
/* Brings everything to the disk first; FALSE, with errno, where that fails. */
gboolean lectern_cli_folder_close (LecternCliFolder *folder);

typedef enum
{
  LECTERN_CLI_PRESENCE_ABSENT,
  LECTERN_CLI_PRESENCE_SAME,  /* a file that holds these bytes */
  LECTERN_CLI_PRESENCE_PART,  /* a file that holds the first of them */
  LECTERN_CLI_PRESENCE_OTHER, /* a file that holds something else */
  LECTERN_CLI_PRESENCE_NO_FILE,
  LECTERN_CLI_PRESENCE_FAILED /* with errno */
} LecternCliPresence;

/* What is there under this name. In any thread. */
LecternCliPresence lectern_cli_folder_look (const LecternCliFolder *folder, const char *name,
                                            GBytes *bytes);

/* A file that is written and has no name yet. */
typedef struct
{
  int fd;
  char *temporary; /* NULL where the file system needs none */
} LecternCliDraft;

/* Writes a file. In any thread. FALSE, with errno, where it cannot be written: then there is no
 * draft. */
gboolean lectern_cli_folder_write (LecternCliFolder *folder, GBytes *bytes, LecternCliDraft *draft);
/* Gives it its name, `replace` even where there is such a file. FALSE with errno; EEXIST where
 * there is one. The draft is gone in any case. */
gboolean lectern_cli_folder_publish (LecternCliFolder *folder, LecternCliDraft *draft,
                                     const char *name, gboolean replace);
void lectern_cli_folder_drop (LecternCliFolder *folder, LecternCliDraft *draft);
