/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-script.h"

static LecternDocument *
run_insert (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_insert (document, arguments->kind, arguments->side, arguments->place,
                                  arguments->text, -1, NULL, error);
}

static LecternDocument *
run_remove (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_remove (document, arguments->node, NULL, error);
}

static LecternDocument *
run_move (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_move (document, arguments->node, arguments->side, arguments->place, NULL,
                                error);
}

static LecternDocument *
run_duplicate (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_duplicate (document, arguments->node, NULL, error);
}

static LecternDocument *
run_promote (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_promote (document, arguments->node, NULL, error);
}

static LecternDocument *
run_demote (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_demote (document, arguments->node, NULL, error);
}

static LecternDocument *
run_merge (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_merge_section (document, arguments->node, NULL, error);
}

/* A series is split into paragraphs; before anything else, a section into two. */
static LecternDocument *
run_split (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  if (arguments->text != NULL)
    return lectern_document_split_section (document, arguments->node, arguments->text, -1, NULL,
                                           error);
  return lectern_document_split_series (document, arguments->node, NULL, error);
}

static LecternDocument *
run_join (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_join_series (document, arguments->node, NULL, error);
}

static LecternDocument *
run_renumber (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  return lectern_document_renumber (document, arguments->node, NULL, error);
}

static LecternDocument *
run_restyle (LecternDocument *document, const LecternCliArguments *arguments, GError **error)
{
  g_autoptr (LecternNumbering) numbering = lectern_numbering_new_standard (arguments->text, error);

  return numbering != NULL
             ? lectern_document_restyle (document, arguments->node, numbering, NULL, error)
             : NULL;
}

/* Every operation, in the order of the manual. */
const LecternCliOperation lectern_cli_operations[] = {
  { "insert", "kts", "insert KIND \"TEXT\" SIDE PATH", run_insert },
  { "remove", "n", "remove PATH", run_remove },
  { "move", "ns", "move PATH SIDE PATH", run_move },
  { "duplicate", "n", "duplicate PATH", run_duplicate },
  { "promote", "n", "promote PATH", run_promote },
  { "demote", "n", "demote PATH", run_demote },
  { "merge", "n", "merge PATH", run_merge },
  { "split", "n?t", "split PATH [\"HEADING\"]", run_split },
  { "join", "n", "join PATH", run_join },
  { "renumber", "n", "renumber PATH", run_renumber },
  { "restyle", "nt", "restyle PATH \"NUMBERING\"", run_restyle },
  { NULL, NULL, NULL, NULL },
};
