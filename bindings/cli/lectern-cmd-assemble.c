/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-fill-rows.h"
#include "lectern-cli-fragments.h"

#include <string.h>

static char **set_options;
static char *values_path;
static char *folder;
static char *output_path;
static char *to_option;
static gboolean list;
static gboolean outline;

static const GOptionEntry entries[]
    = { { "fragments", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &folder,
          N_ ("Where the fragments are that the recipe names"), N_ ("FOLDER") },
        { "set", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &set_options,
          N_ ("A value; goes before those of --values; may be repeated"), N_ ("NAME=VALUE") },
        { "values", 'V', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &values_path,
          N_ ("Values by name: a key file with the group [values], or a row as CSV or JSON"),
          N_ ("FILE") },
        { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output_path,
          N_ ("Where to write (default: the standard output)"), N_ ("FILE") },
        { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &to_option,
          N_ ("What to write: text, xml, outline or json (default: by the name of the output)"),
          N_ ("FORMAT") },
        { "list", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &list,
          N_ ("List the values that are asked for, and assemble nothing"), NULL },
        { "outline", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &outline,
          N_ ("Write the outline of the speech in place of the speech"), NULL },
        { NULL } };

static LecternRecipe *
read_recipe (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  LecternRecipe *recipe = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    recipe = lectern_recipe_new_from_key_file (file, &error);
  if (recipe == NULL)
    lectern_cli_complain_error (path, error);
  return recipe;
}

static const LecternCliTarget *
choose_target (void)
{
  const LecternCliTarget *target = NULL;

  if (outline)
    return lectern_cli_find_target ("outline");
  if (to_option != NULL)
    return lectern_cli_find_target (to_option);
  if (output_path != NULL && strcmp (output_path, LECTERN_CLI_STANDARD) != 0)
    target = lectern_cli_guess_target (output_path);
  return target != NULL ? target : lectern_cli_find_target ("text");
}

/* What is still to be filled in: a line for each place, as editors read it. */
static guint
say_open (LecternDocument *speech)
{
  g_autoptr (GPtrArray) places = lectern_document_list_nodes (speech, LECTERN_NODE_PLACEHOLDER);
  const char *path = output_path != NULL ? output_path : LECTERN_CLI_STANDARD;

  for (guint i = 0; i < places->len; i++)
    {
      const char *name = lectern_node_get_property (places->pdata[i], LECTERN_PROPERTY_NAME);
      g_autofree guint8 *mask = lectern_node_dup_text (places->pdata[i], NULL);
      LecternPosition position;

      lectern_node_get_position (places->pdata[i], &position);
      if (name != NULL)
        lectern_cli_complain (NULL, _ ("%s:%u:%u: open: no value for %s"), path, position.line,
                              position.column, name);
      else
        lectern_cli_complain (NULL, _ ("%s:%u:%u: open: %s"), path, position.line, position.column,
                              (const char *)mask);
    }
  return places->len;
}

static int
assemble (const LecternCliFill *job, LecternRecipe *recipe, LecternFragments *fragments,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternDocument) speech
      = lectern_recipe_assemble (recipe, fragments, job->values, NULL, NULL, NULL, &error);

  if (speech != NULL)
    bytes = lectern_cli_render (speech, choose_target (), NULL, NULL, &error);
  if (bytes == NULL)
    {
      lectern_cli_complain_error (path, error);
      return LECTERN_EXIT_FILE;
    }
  if (!lectern_cli_write (output_path != NULL ? output_path : LECTERN_CLI_STANDARD, bytes))
    return LECTERN_EXIT_FILE;
  return say_open (speech) > 0 ? LECTERN_EXIT_FINDINGS : LECTERN_EXIT_OK;
}

static int
check_options (const char *const *files)
{
  if (files[0] == NULL || files[1] != NULL)
    return lectern_cli_usage ("assemble", _ ("one recipe"));
  if (to_option != NULL && lectern_cli_find_target (to_option) == NULL)
    return lectern_cli_usage ("assemble", _ ("unknown format “%s”: text, xml, outline or json"),
                              to_option);
  for (guint i = 0; set_options != NULL && set_options[i] != NULL; i++)
    if (strchr (set_options[i], '=') == NULL || set_options[i][0] == '=')
      return lectern_cli_usage ("assemble", _ ("--set wants NAME=VALUE, not “%s”"), set_options[i]);
  return LECTERN_EXIT_OK;
}

static int
run (const char *const *files)
{
  g_autoptr (LecternFragments) fragments = NULL;
  g_autoptr (LecternRecipe) recipe = NULL;
  LecternCliFill job = { 0 };
  LecternCliFillRows rows = { .values = values_path };
  gboolean has_rows = lectern_cli_is_rows (values_path, NULL);
  int status = check_options (files);

  if (status != LECTERN_EXIT_OK)
    return status;
  recipe = read_recipe (files[0]);
  fragments = folder != NULL ? lectern_cli_open_fragments (folder) : lectern_fragments_new ();
  if (recipe == NULL || fragments == NULL)
    return LECTERN_EXIT_FILE;
  lectern_cli_say_problems (fragments);
  job.fields = lectern_recipe_list_fields (recipe, fragments);
  job.values = lectern_values_new (NULL);
  if (!lectern_cli_fill_read_values (&job, has_rows ? NULL : values_path,
                                     (const char *const *)set_options))
    status = LECTERN_EXIT_FILE;
  else if (has_rows)
    status = lectern_cli_fill_read_row (&job, &rows);
  if (status == LECTERN_EXIT_OK && list)
    status = lectern_cli_fill_print_fields (job.fields) ? LECTERN_EXIT_OK : LECTERN_EXIT_FILE;
  else if (status == LECTERN_EXIT_OK)
    status = assemble (&job, recipe, fragments, files[0]);
  lectern_cli_fill_clear (&job);
  return status;
}

const LecternCommand lectern_cmd_assemble = {
  "assemble",
  N_ ("RECIPE"),
  N_ ("Makes a speech from a recipe and fragments"),
  N_ ("The recipe, a key file, names title, salutation, opening, sections and closing; fragments "
      "stand in files of a folder. Sections and points are numbered, announcements say how many "
      "there are. Places that are still open are told; the exit status is then 1."),
  "  lectern assemble --fragments library --values values.ini speech.recipe\n"
  "  lectern assemble --fragments library --list speech.recipe\n"
  "  lectern assemble --fragments library --outline speech.recipe\n",
  entries,
  run,
  LECTERN_COMMAND_TAKES_NAMES,
};
