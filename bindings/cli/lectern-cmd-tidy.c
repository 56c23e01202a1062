/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-change.h"
#include "lectern-cli-report.h"

#include <string.h>

static gboolean boilerplate;
static gboolean rejoin;
static gboolean redactions;
static char *width_option;

static const GOptionEntry entries[]
    = { { "boilerplate", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &boilerplate,
          N_ ("Take out adverts, footers, page numbers, a title that is printed again"), NULL },
        { "rejoin", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &rejoin,
          N_ ("Join lines that are cut in mid-sentence"), NULL },
        { "redactions", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &redactions,
          N_ ("Put back words that were taken out, where only one word fits"), NULL },
        { "width", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &width_option,
          N_ ("Turn punctuation to full or half width"), N_ ("WIDTH") },
        { NULL } };

/* What is left, one a line. */
static void
tell_left (LecternReport *report, const char *path)
{
  const LecternCliFound found = { path, report, TRUE, FALSE };
  g_autoptr (GString) lines = g_string_new (NULL);

  lectern_cli_text_reporter.add (lines, &found);
  if (lines->len > 0)
    lectern_cli_say (lines->str);
}

static LecternDocument *
tidy (LecternDocument *document, const char *path, gpointer user_data, GError **error)
{
  const LecternTidyFlags *flags = user_data;
  g_autoptr (LecternReport) left = NULL;
  LecternDocument *after = lectern_document_tidy (document, *flags, &left, NULL, error);

  if (after != NULL)
    tell_left (left, path);
  return after;
}

static int
run (const char *const *files)
{
  LecternTidyFlags flags = (boilerplate ? LECTERN_TIDY_BOILERPLATE : 0)
                           | (rejoin ? LECTERN_TIDY_LINES : 0)
                           | (redactions ? LECTERN_TIDY_REDACTIONS : 0);

  if (g_strcmp0 (width_option, "full") == 0)
    flags |= LECTERN_TIDY_FULL_WIDTH;
  else if (g_strcmp0 (width_option, "half") == 0)
    flags |= LECTERN_TIDY_HALF_WIDTH;
  else if (width_option != NULL)
    return lectern_cli_usage ("tidy", _ ("unknown width “%s”: full or half"), width_option);
  if (flags == 0)
    return lectern_cli_usage (
        "tidy", _ ("say what to do: --boilerplate, --rejoin, --redactions or --width"));
  return lectern_cli_change_each ("tidy", files, tidy, &flags);
}

const LecternCommand lectern_cmd_tidy = {
  "tidy",
  N_ ("FILE…"),
  N_ ("Mends what copying did to a text"),
  N_ ("Each option is the change of one kind, as “lectern check --fix” makes it by the rules "
      "boilerplate, page-number and title-repeated, broken-line, redaction, width-mixed. What was "
      "found and left as it is, because only somebody who reads it can tell, is told on the "
      "standard error, with its place in what comes of it."),
  "  lectern tidy --rejoin --boilerplate --diff speech.txt\n"
  "  lectern tidy --width full --in-place *.txt\n",
  entries,
  run,
  LECTERN_COMMAND_CHANGES_FILES,
};
