/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

static char *output_option;

static const GOptionEntry entries[]
    = { { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output_option,
          N_ ("Write to this file instead of the standard output"), N_ ("FILE") },
        { NULL } };

static int
run (const char *const *files)
{
  g_autoptr (LecternDocument) outline = NULL;
  g_autoptr (LecternDocument) skeleton = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;

  if (files[1] != NULL)
    return lectern_cli_usage ("skeleton", _ ("one outline at a time"));
  outline = lectern_cli_read (files[0], NULL, NULL);
  if (outline == NULL)
    return LECTERN_EXIT_FILE;
  skeleton = lectern_document_new_skeleton (outline, &error);
  if (skeleton == NULL)
    {
      lectern_cli_complain_error (files[0], error);
      return LECTERN_EXIT_FILE;
    }
  text = lectern_document_to_text (skeleton);
  return lectern_cli_write (output_option != NULL ? output_option : LECTERN_CLI_STANDARD, text)
             ? LECTERN_EXIT_OK
             : LECTERN_EXIT_FILE;
}

const LecternCommand lectern_cmd_skeleton = {
  "skeleton",
  N_ ("OUTLINE"),
  N_ ("Makes a speech to be written from an outline"),
  N_ ("The outline is one line (【提纲】一、…), or an entry a line, set in by its level; of a "
      "speech its outline is taken. Title, salutation, an opening that announces the number of "
      "points, headings and points with places to write, closing and thanks are supplied. The "
      "output is UTF-8."),
  "  lectern skeleton outline.txt\n"
  "  lectern outline --indented old.txt | lectern skeleton --output new.txt -\n",
  entries,
  run,
  LECTERN_COMMAND_READS_FILES,
};
