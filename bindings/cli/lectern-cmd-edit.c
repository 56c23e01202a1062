/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-change.h"
#include "lectern-cli-script.h"

#include <string.h>

static char **script_options;
static char **expressions;

static const GOptionEntry entries[]
    = { { "script", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &script_options,
          N_ ("A file of operations, one a line; may be repeated"), N_ ("FILE") },
        { "expression", 'e', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &expressions,
          N_ ("An operation, after those of the scripts; may be repeated"), N_ ("OPERATION") },
        { NULL } };

static gboolean
add_script (GPtrArray *scripts, const char *name, const char *text, gsize length)
{
  LecternCliScript *script = lectern_cli_script_new (name, text, length);

  if (script != NULL)
    g_ptr_array_add (scripts, script);
  return script != NULL;
}

/* All scripts, those in files first; LECTERN_EXIT_OK, or how the run ends. */
static int
read_scripts (GPtrArray *scripts)
{
  gboolean good = TRUE;

  for (char **path = script_options; path != NULL && *path != NULL; path++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (*path);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      if (!g_file_load_contents (file, NULL, &text, &length, NULL, &error))
        {
          lectern_cli_complain_error (*path, error);
          return LECTERN_EXIT_FILE;
        }
      good &= add_script (scripts, *path, text, length);
    }
  for (guint i = 0; expressions != NULL && expressions[i] != NULL; i++)
    good &= add_script (scripts, "-e", expressions[i], strlen (expressions[i]));
  return good ? LECTERN_EXIT_OK : LECTERN_EXIT_USAGE;
}

/* What is refused is said with its place in the script. */
static LecternDocument *
run_scripts (LecternDocument *document, const char *path, gpointer user_data, GError **error)
{
  GPtrArray *scripts = user_data;
  g_autoptr (LecternDocument) now = g_object_ref (document);

  for (guint i = 0; i < scripts->len; i++)
    {
      LecternDocument *after = lectern_cli_script_run (scripts->pdata[i], now);

      if (after == NULL)
        return NULL;
      g_object_unref (now);
      now = after;
    }
  return g_steal_pointer (&now);
}

static int
run (const char *const *files)
{
  g_autoptr (GPtrArray) scripts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_cli_script_free);
  int status;

  if (script_options == NULL && expressions == NULL)
    return lectern_cli_usage ("edit", _ ("no operation: use --script or -e"));
  status = read_scripts (scripts);
  return status == LECTERN_EXIT_OK ? lectern_cli_change_each ("edit", files, run_scripts, scripts)
                                   : status;
}

const LecternCommand lectern_cmd_edit = {
  "edit",
  N_ ("FILE…"),
  N_ ("Changes a speech by its structure"),
  N_ ("An operation is a line; # begins a remark. The operations: insert KIND \"TEXT\" SIDE PATH; "
      "remove PATH; move PATH SIDE PATH; duplicate, promote, demote or merge PATH; split PATH "
      "[\"HEADING\"]; join or renumber PATH; restyle PATH \"NUMBERING\". A KIND is section, point "
      "or p, a SIDE is before, after, first-in "
      "or last-in. A PATH is what “lectern inspect --paths” shows, as the speech is when the line "
      "is reached. Numbers, announced counts and the marks between points follow. All operations "
      "are done, or none."),
  "  lectern edit -e 'remove section[2]/series[1]/point[3]' --diff speech.txt\n"
  "  lectern edit -e 'move section[1] after section[3]' --in-place speech.txt\n"
  "  lectern edit --script changes.edit --output new.txt speech.txt\n"
  "  lectern inspect --paths speech.txt\n",
  entries,
  run,
  LECTERN_COMMAND_CHANGES_FILES,
};
