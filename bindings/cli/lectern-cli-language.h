/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The code is written in English. What a user may read is marked, `_ ()` where it is shown and
 * `N_ ()` where it stands in a table, and has a row in the file of each language. */
#define _(string)  lectern_cli_translate (string)
#define N_(string) (string)

typedef struct
{
  const char *english;
  const char *translated;
} LecternCliTranslation;

/* One file for a language: our own strings, with the same printf directives; what the library says,
 * and what those below it say, where `%s` is any text. Each ends with NULL. */
extern const LecternCliTranslation lectern_cli_zh_strings[];
extern const LecternCliTranslation lectern_cli_zh_messages[];
extern const LecternCliTranslation lectern_cli_zh_foreign[];

/* Chooses the language by the environment and by `--message-language`, which it takes out of the
 * arguments. FALSE if that was wrong: it has been said. */
gboolean lectern_cli_start_language (char **argv);
/* A tag: en or zh. */
const char *lectern_cli_get_language (void);

const char *lectern_cli_translate (const char *english) G_GNUC_FORMAT (1);
/* The same for what a library says, with a place in front of it or without; for the caller to free.
 * What is not known stays as it is. */
char *lectern_cli_translate_message (const char *message);
/* Puts a label before a message, after the place that may stand in front of it. */
char *lectern_cli_prefix_message (const char *label, const char *message);

/* The columns that a text takes on a terminal, where a wide character takes two. */
guint lectern_cli_count_columns (const char *text);
/* Appends a text and blanks up to so many columns. Negative: the blanks before the text. */
void lectern_cli_append_padded (GString *row, const char *text, int columns);
/* Appends a text wrapped at 80 columns, the lines after the first `indent` columns in; the first
 * one begins there already. */
void lectern_cli_append_wrapped (GString *out, const char *text, guint indent);
