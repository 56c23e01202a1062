/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-compare.h"

#include <string.h>

static char *format_option;
static char *output_option;
static char *color_option;
static gboolean all;

static const GOptionEntry entries[]
    = { { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_option,
          N_ ("How differences are told: text, json or html (default: text)"), N_ ("FORMAT") },
        { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output_option,
          N_ ("Write to this file instead of the standard output"), N_ ("FILE") },
        { "all", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &all,
          N_ ("Tell of markers and blanks that changed, too"), NULL },
        { "color", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &color_option,
          N_ ("Colours: auto, always or never (default: auto, on a terminal)"), N_ ("WHEN") },
        { NULL } };

static void
append_html (GString *out, const LecternCliCompared *compared)
{
  g_autofree char *old_name = g_filename_display_name (compared->paths[0]);
  g_autofree char *new_name = g_filename_display_name (compared->paths[1]);
  g_autoptr (GBytes) page = lectern_comparison_to_html (compared->comparison, old_name, new_name,
                                                        lectern_cli_get_language ());
  gsize length;
  const char *data = g_bytes_get_data (page, &length);

  g_string_append_len (out, data, (gssize)length);
}

static const struct
{
  const char *name;
  void (*append) (GString *out, const LecternCliCompared *compared);
} formats[] = {
  { "text", lectern_cli_append_comparison_text },
  { "json", lectern_cli_append_comparison_json },
  { "html", append_html },
};

static gint
find_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (format_option == NULL || strcmp (format_option, formats[i].name) == 0)
      return (gint)i;
  return -1;
}

static gboolean
wants_color (void)
{
  if (color_option == NULL || strcmp (color_option, "auto") == 0)
    return output_option == NULL && lectern_cli_wants_color ();
  return strcmp (color_option, "always") == 0;
}

static gboolean
is_when (const char *when)
{
  return when == NULL || strcmp (when, "auto") == 0 || strcmp (when, "always") == 0
         || strcmp (when, "never") == 0;
}

static int
run (const char *const *files)
{
  g_autoptr (LecternDocument) old = NULL;
  g_autoptr (LecternDocument) new = NULL;
  g_autoptr (LecternComparison) comparison = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  gint format = find_format ();
  LecternCliCompared compared = { NULL, { files[0], files[1] }, all, wants_color () };

  if (files[1] == NULL || files[2] != NULL)
    return lectern_cli_usage ("compare", _ ("two files are compared"));
  if (format < 0)
    return lectern_cli_usage ("compare", _ ("unknown format “%s”: text, json or html"),
                              format_option);
  if (!is_when (color_option))
    return lectern_cli_usage ("compare", _ ("unknown colour “%s”: auto, always or never"),
                              color_option);
  if (!lectern_cli_check_files (files))
    return LECTERN_EXIT_USAGE;
  old = lectern_cli_read (files[0], NULL, NULL);
  new = lectern_cli_read (files[1], NULL, NULL);
  if (old == NULL || new == NULL)
    return LECTERN_EXIT_FILE;
  comparison = lectern_document_compare (old, new, NULL, NULL);
  compared.comparison = comparison;
  formats[format].append (out, &compared);
  bytes = g_string_free_to_bytes (g_steal_pointer (&out));
  return lectern_cli_write (output_option != NULL ? output_option : LECTERN_CLI_STANDARD, bytes)
             ? LECTERN_EXIT_OK
             : LECTERN_EXIT_FILE;
}

const LecternCommand lectern_cmd_compare = {
  "compare",
  N_ ("OLD NEW"),
  N_ ("Says what changed from one speech to another"),
  N_ ("Sections, points and paragraphs are laid beside each other by their headings, leads and "
      "words. Each line says where something stands in both files, what was done to it (added, "
      "removed, moved, reworded, a value changed), what it is, and how it reads; [-old-] and "
      "{+new+} words are marked."),
  "  lectern compare draft.txt final.txt\n"
  "  lectern compare --format html -o changes.html draft.txt final.txt\n",
  entries,
  run,
  LECTERN_COMMAND_READS_FILES,
};
