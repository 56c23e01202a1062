/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

#include "lectern-cli-language.h"

/* How a run ends. */
enum
{
  LECTERN_EXIT_OK = 0,
  LECTERN_EXIT_FINDINGS = 1, /* a check found something at warning or above */
  LECTERN_EXIT_USAGE = 2,    /* the command line was wrong: nothing was done */
  LECTERN_EXIT_FILE = 3      /* a file could not be read or written; the others were done */
};

typedef enum
{
  LECTERN_COMMAND_READS_FILES = 0,       /* and has the options for that */
  LECTERN_COMMAND_TAKES_NAMES = 1 << 0,  /* any number, or none, and no such options */
  LECTERN_COMMAND_CHANGES_FILES = 1 << 1 /* and has the options for that too */
} LecternCommandFlags;

/* A command: a file of its own, and a line in the table of lectern-main.c. */
typedef struct
{
  const char *name;
  const char *parameters; /* after the options: "FILE…" */
  const char *summary;    /* one line */
  const char *details;    /* what --help says below the options */
  const char *examples;   /* lines of a shell */
  const GOptionEntry *entries;
  int (*run) (const char *const *files); /* at least one unless said otherwise, ended by NULL */
  LecternCommandFlags flags;
} LecternCommand;

extern const LecternCommand lectern_cmd_assemble;
extern const LecternCommand lectern_cmd_check;
extern const LecternCommand lectern_cmd_compare;
extern const LecternCommand lectern_cmd_convert;
extern const LecternCommand lectern_cmd_edit;
extern const LecternCommand lectern_cmd_fill;
extern const LecternCommand lectern_cmd_fragments;
extern const LecternCommand lectern_cmd_generalize;
extern const LecternCommand lectern_cmd_inspect;
extern const LecternCommand lectern_cmd_outline;
extern const LecternCommand lectern_cmd_renumber;
extern const LecternCommand lectern_cmd_restyle;
extern const LecternCommand lectern_cmd_rules;
extern const LecternCommand lectern_cmd_skeleton;
extern const LecternCommand lectern_cmd_stats;
extern const LecternCommand lectern_cmd_time;
extern const LecternCommand lectern_cmd_tidy;

/* `commands` ends with NULL. */
int lectern_cli_print_help (const LecternCommand *const *commands);
int lectern_cli_print_help_of (const LecternCommand *command);

/* The standard input or output by its name. */
#define LECTERN_CLI_STANDARD "-"

/* Options that every command which reads files has. */
extern const GOptionEntry lectern_cli_read_entries[];
gboolean lectern_cli_check_read_options (GError **error);

/* Reads a file, or the standard input by `-`, and tells whether it was text or XML, and its bytes;
 * `format` and `bytes` may be NULL. What went wrong, and notes, go to the standard error. */
LecternDocument *lectern_cli_read (const char *path, LecternFormat *format, GBytes **bytes);

/* Does `each` for every file, goes on after a failure, and shows how far it is where that takes
 * long and somebody looks. */
typedef gboolean (*LecternCliEach) (LecternDocument *document, const char *path,
                                    gpointer user_data);
int lectern_cli_for_each (const char *const *files, LecternCliEach each, gpointer user_data);
/* FALSE, and said so, where the standard input is named twice. */
gboolean lectern_cli_check_files (const char *const *files);
/* A line on the standard error that the next one overwrites, where that is a terminal and there are
 * several files; `hide` before anything else is printed. */
void lectern_cli_show_progress (guint done, guint n, const char *path);
/* The same for so many of an unknown number, by the share of the work that is done, 0 to 1. */
void lectern_cli_show_share (double share, guint n, const char *path);
void lectern_cli_hide_progress (void);

/* Writes everything, or says on the standard error why not. */
gboolean lectern_cli_print (GBytes *bytes);
gboolean lectern_cli_print_string (const char *string);
gboolean lectern_cli_flush (void);
/* Writes a file whole or not at all; `-` is the standard output. */
gboolean lectern_cli_write (const char *path, GBytes *bytes);
/* FALSE, with errno, where not all of it could be written. */
gboolean lectern_cli_write_all (int fd, GBytes *bytes);

/* What the calling thread complains of is added there until it is set to NULL, and not printed. */
void lectern_cli_collect_complaints (GString *complaints);
/* Lines on the standard error, after what was printed so far. */
void lectern_cli_say (const char *lines);
/* A line on the standard error: `lectern: path: message`; `path` may be NULL. */
void lectern_cli_complain (const char *path, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The same for `errno`. */
void lectern_cli_complain_errno (const char *path);
/* The same for an error of a library, translated, with its byte offset. */
void lectern_cli_complain_error (const char *path, const GError *error);
int lectern_cli_usage (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A text as it may stand in a column: what the tables of the library do too. */
void lectern_cli_append_cell (GString *row, const char *text);

/* What was meant by a name that is none of these, or NULL. */
const char *lectern_cli_find_nearest (const char *name, const char *const *names);
/* Whether what goes to the standard output is to be coloured, unless an option says so. */
gboolean lectern_cli_wants_color (void);
