/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "lectern-cli.h"

/* Scripts of operations: one on a line, a word and what it is done with. */

/* What an operation is given. */
typedef struct
{
  LecternNodeKind kind; /* of what is put in */
  LecternNode *node;
  LecternSide side;
  LecternNode *place;
  const char *text;
} LecternCliArguments;

/* An operation: a line in the table of lectern-cli-operations.c. */
typedef struct
{
  const char *name;
  /* What stands behind it, a letter each: k a kind, n a node, s a side with a node, t a text in
   * quotation marks. A letter after ? may be missing. */
  const char *takes;
  const char *usage;
  LecternDocument *(*run) (LecternDocument *document, const LecternCliArguments *arguments,
                           GError **error);
} LecternCliOperation;

extern const LecternCliOperation lectern_cli_operations[]; /* ended by a row without a name */

typedef struct _LecternCliScript LecternCliScript;

/* A script, known as `name` in messages. NULL, and all that is wrong with it said, where it is
 * none.
 */
LecternCliScript *lectern_cli_script_new (const char *name, const char *text, gsize length);
void lectern_cli_script_free (LecternCliScript *script);
/* Runs one operation after the other; paths are meant in the document as it is then. NULL, and said
 * so with the line of the script, where one could not be done. */
LecternDocument *lectern_cli_script_run (LecternCliScript *script, LecternDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliScript, lectern_cli_script_free)
