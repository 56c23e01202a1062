/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-fill.h"
#include "lectern-cli-paths.h"

#include <string.h>

static gboolean placeholders;
static gboolean announcements;
static gboolean json;
static gboolean paths;
static gboolean groups;
static char *bindings_path;
static char *save_path;

static const GOptionEntry entries[]
    = { { "placeholders", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &placeholders,
          N_ ("The places left open: line, column, mask, kind, name, form"), NULL },
        { "announcements", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &announcements,
          N_ ("The counts announced: line, column, phrase, announced, delivered"), NULL },
        { "groups", 'g', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &groups,
          N_ ("With --placeholders: the values that they take: name, kind, part, unit, slots, "
              "default, sample"),
          NULL },
        { "bindings", 'b', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &bindings_path,
          N_ ("With --groups: the names of this file, and what it binds in vain"), N_ ("FILE") },
        { "save-bindings", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &save_path,
          N_ ("With --groups: write a file that binds the masks to these names"), N_ ("FILE") },
        { "paths", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &paths,
          N_ ("The parts by their paths: line, column, path, beginning of the text"), NULL },
        { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_ ("The whole tree as JSON"),
          NULL },
        { NULL } };

typedef struct
{
  LecternRenderer *renderer;
  gboolean with_path;
} Inspection;

/* The rows with the path before each. */
static GBytes *
prefix_rows (GBytes *rows, const char *path)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  GString *result;
  gsize length;
  const char *row = g_bytes_get_data (rows, &length);
  const char *end = row + length;

  lectern_cli_append_cell (cell, path);
  g_string_append_c (cell, '\t');
  result = g_string_sized_new (length + cell->len);
  while (row < end)
    {
      const char *next = memchr (row, '\n', (gsize)(end - row));

      next = next != NULL ? next + 1 : end;
      g_string_append_len (result, cell->str, (gssize)cell->len);
      g_string_append_len (result, row, next - row);
      row = next;
    }
  return g_string_free_to_bytes (result);
}

static gboolean
inspect (LecternDocument *document, const char *path, gpointer user_data)
{
  Inspection *inspection = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) rows = NULL;

  rows = paths ? lectern_cli_list_paths (document)
               : lectern_renderer_render_to_bytes (
                   inspection->renderer, lectern_document_get_root (document), NULL, &error);
  if (rows == NULL)
    {
      lectern_cli_complain_error (path, error);
      return FALSE;
    }
  if (inspection->with_path)
    {
      g_autoptr (GBytes) plain = g_steal_pointer (&rows);

      rows = prefix_rows (plain, path);
    }
  return lectern_cli_print (rows);
}

/* --- groups --------------------------------------------------------------------------------- */

static gboolean
save_bindings (LecternBindings *bindings)
{
  g_autoptr (GKeyFile) file = lectern_bindings_to_key_file (bindings);
  gsize length;
  char *data = g_key_file_to_data (file, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);

  return lectern_cli_write (save_path, bytes);
}

static gboolean
inspect_groups (LecternDocument *document, const char *path, gpointer user_data)
{
  LecternBindings *given = user_data;
  g_autoptr (LecternBindings) bindings
      = given != NULL ? lectern_bindings_ref (given) : lectern_bindings_new_proposed (document);
  g_autoptr (GPtrArray) fields = lectern_bindings_list_fields (bindings, document);

  if (given != NULL)
    lectern_cli_say_lost (given, document, path);
  if (save_path != NULL && !save_bindings (bindings))
    return FALSE;
  return lectern_cli_fill_print_fields (fields);
}

static int
run_groups (const char *const *files)
{
  g_autoptr (LecternBindings) bindings = NULL;

  if (files[1] != NULL)
    return lectern_cli_usage ("inspect", _ ("--groups takes one file at a time"));
  if (bindings_path != NULL && save_path != NULL)
    return lectern_cli_usage ("inspect", _ ("one of --bindings and --save-bindings"));
  if (bindings_path != NULL)
    {
      bindings = lectern_cli_read_bindings (bindings_path);
      if (bindings == NULL)
        return LECTERN_EXIT_FILE;
    }
  return lectern_cli_for_each (files, inspect_groups, bindings);
}

static int
run (const char *const *files)
{
  g_autoptr (LecternRenderer) renderer = NULL;
  Inspection inspection = { NULL, files[1] != NULL };

  if (placeholders + announcements + json + paths > 1)
    return lectern_cli_usage ("inspect",
                              _ ("one of --placeholders, --announcements, --paths and --json"));
  if (groups && !placeholders)
    return lectern_cli_usage ("inspect", _ ("--groups needs --placeholders"));
  if (!groups && (bindings_path != NULL || save_path != NULL))
    return lectern_cli_usage ("inspect", _ ("--bindings and --save-bindings need --groups"));
  if (groups)
    return run_groups (files);
  if (json)
    {
      renderer = LECTERN_RENDERER (lectern_json_renderer_new ());
      lectern_json_renderer_set_indented (LECTERN_JSON_RENDERER (renderer), !inspection.with_path);
    }
  else
    renderer = LECTERN_RENDERER (
        lectern_table_renderer_new (placeholders    ? LECTERN_TABLE_PLACEHOLDERS
                                    : announcements ? LECTERN_TABLE_ANNOUNCEMENTS
                                                    : LECTERN_TABLE_STRUCTURE));
  inspection.renderer = renderer;
  return lectern_cli_for_each (files, inspect, &inspection);
}

const LecternCommand lectern_cmd_inspect = {
  "inspect",
  N_ ("FILE…"),
  N_ ("Shows the parts of a speech as a table"),
  N_ ("The table has a row for each part, its columns parted by tabs: line, column, kind, level or "
      "series, marker, text. With several files the path comes first, also before each line of "
      "JSON."),
  "  lectern inspect speech.txt\n"
  "  lectern inspect --placeholders *.txt | cut -f 5 | sort | uniq -c\n"
  "  lectern inspect --placeholders --groups speech.txt\n"
  "  lectern inspect --json - < speech.txt\n",
  entries,
  run,
};
