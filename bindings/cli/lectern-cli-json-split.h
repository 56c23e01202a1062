/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli-csv.h"

/* How deep the brackets of a row may be nested. */
#define LECTERN_CLI_MAX_JSON_DEPTH 64u
/* How many values a row may have, those in its lists and records counted. */
#define LECTERN_CLI_MAX_JSON_VALUES 131072u

/* Parts JSON into its objects without holding more than one: those of one array, or those that
 * follow each other with nothing but white space between them, as in JSON Lines. */
typedef struct _LecternCliJsonSplit LecternCliJsonSplit;

/* The splitter takes the decoder. */
LecternCliJsonSplit *lectern_cli_json_split_new (LecternCliDecoder *decoder);
void lectern_cli_json_split_free (LecternCliJsonSplit *split);

/* What an object is, or what is wrong with it. */
typedef struct
{
  GString *text;     /* from its first bracket to its last */
  const char *fault; /* translated, or NULL */
  LecternCliPlace place;
} LecternCliJsonObject;

/* The next object, borrowed until the next call, or NULL at the end; then `*message` is why the
 * file cannot be read on at `*place`, or NULL. */
const LecternCliJsonObject *lectern_cli_json_split_next (LecternCliJsonSplit *split, char **message,
                                                         LecternCliPlace *place);

double lectern_cli_json_split_get_share (const LecternCliJsonSplit *split);

/* Goes on by a piece of text. */
void lectern_cli_place_advance (LecternCliPlace *place, const char *text, gsize length);
