/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

static gboolean indented;

static const GOptionEntry entries[]
    = { { "indented", 'i', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &indented,
          N_ ("One entry a line, indented by level"), NULL },
        { NULL } };

typedef struct
{
  LecternRenderer *renderer;
  gboolean with_path;
} Outlining;

static gboolean
outline (LecternDocument *document, const char *path, gpointer user_data)
{
  Outlining *outlining = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = lectern_renderer_render_to_bytes (outlining->renderer,
                                            lectern_document_get_root (document), NULL, &error);
  if (bytes == NULL)
    {
      lectern_cli_complain_error (path, error);
      return FALSE;
    }
  if (outlining->with_path
      && (!lectern_cli_print_string (path) || !lectern_cli_print_string (indented ? "\n" : "\t")))
    return FALSE;
  return lectern_cli_print (bytes);
}

static int
run (const char *const *files)
{
  g_autoptr (LecternOutlineRenderer) renderer = lectern_outline_renderer_new ();
  Outlining outlining = { LECTERN_RENDERER (renderer), files[1] != NULL };

  lectern_outline_renderer_set_indented (renderer, indented);
  return lectern_cli_for_each (files, outline, &outlining);
}

const LecternCommand lectern_cmd_outline = {
  "outline",
  N_ ("FILE…"),
  N_ ("Shows the headings and points of a speech"),
  N_ ("The outline stands in one line, as it is put before a speech, or one entry a line. It is "
      "UTF-8. With several files each begins with its path."),
  "  lectern outline speech.txt\n"
  "  lectern outline --indented speech.xml\n",
  entries,
  run,
};
