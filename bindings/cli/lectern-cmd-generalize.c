/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

#include <string.h>

static char *output_option;
static char *values_option;

static const GOptionEntry entries[]
    = { { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output_option,
          N_ ("Write the template to this file (default: the standard output)"), N_ ("FILE") },
        { "values", 'V', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &values_option,
          N_ ("Write the values to this file, a row of CSV for each speech"), N_ ("FILE") },
        { NULL } };

/* An error that is of no file. */
static void
complain (const GError *error)
{
  g_autofree char *message = lectern_cli_translate_message (error->message);

  lectern_cli_complain (NULL, "%s", message);
}

static GPtrArray *
read_all (const char *const *files)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean failed = FALSE;

  for (; *files != NULL; files++)
    {
      LecternDocument *document = lectern_cli_read (*files, NULL, NULL);

      if (document != NULL)
        g_ptr_array_add (documents, document);
      else
        failed = TRUE;
    }
  return failed ? NULL : g_steal_pointer (&documents);
}

/* The template in the encoding that all files have, or else in UTF-8. */
static GBytes *
encode (GPtrArray *documents, LecternDocument *template, GError **error)
{
  LecternDocument *first = documents->pdata[0];
  g_autoptr (GBytes) text = lectern_document_to_text (template);
  gboolean same = TRUE;

  for (guint i = 1; i < documents->len; i++)
    same &= g_strcmp0 (lectern_document_get_encoding (documents->pdata[i]),
                       lectern_document_get_encoding (first))
                == 0
            && lectern_document_get_bom (documents->pdata[i]) == lectern_document_get_bom (first);
  if (!same)
    lectern_cli_complain (NULL, _ ("the speeches are in different encodings; the template is "
                                   "in UTF-8"));
  return same ? lectern_document_encode (first, text, NULL, error) : g_steal_pointer (&text);
}

static gboolean
write_parts (GPtrArray *documents, LecternGeneralization *made)
{
  g_autoptr (GBytes) values = lectern_generalization_to_csv (made);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = encode (documents, lectern_generalization_get_template (made), &error);

  if (text == NULL)
    {
      complain (error);
      return FALSE;
    }
  return lectern_cli_write (values_option, values)
         && lectern_cli_write (output_option != NULL ? output_option : LECTERN_CLI_STANDARD, text);
}

static int
run (const char *const *files)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (LecternGeneralization) made = NULL;
  g_autoptr (GError) error = NULL;

  if (files[1] == NULL)
    return lectern_cli_usage ("generalize", _ ("a template is made of two or more files"));
  if (values_option == NULL)
    return lectern_cli_usage ("generalize", _ ("--values says where the values go"));
  if (strcmp (values_option, LECTERN_CLI_STANDARD) == 0
      && (output_option == NULL || strcmp (output_option, LECTERN_CLI_STANDARD) == 0))
    return lectern_cli_usage ("generalize",
                              _ ("template and values cannot both be the standard output"));
  if (!lectern_cli_check_files (files))
    return LECTERN_EXIT_USAGE;
  documents = read_all (files);
  if (documents == NULL)
    return LECTERN_EXIT_FILE;
  made = lectern_generalization_new (documents, NULL, &error);
  if (made == NULL)
    {
      complain (error);
      return LECTERN_EXIT_FILE;
    }
  if (!write_parts (documents, made))
    return LECTERN_EXIT_FILE;
  lectern_cli_complain (NULL, _ ("%.0f%% shared, %u fields"),
                        100 * lectern_generalization_get_similarity (made),
                        lectern_generalization_get_n_fields (made));
  return LECTERN_EXIT_OK;
}

const LecternCommand lectern_cmd_generalize = {
  "generalize",
  N_ ("FILE FILE…"),
  N_ ("Makes a template of several speeches"),
  N_ ("What all speeches have stays; what differs becomes a field, and what only some have a "
      "condition. Filled with a row of the values the template gives that speech back, byte for "
      "byte."),
  "  lectern generalize --output template.txt --values rows.csv 2023.txt 2024.txt\n"
  "  lectern fill --values rows.csv --output 'out/{n}.txt' template.txt\n",
  entries,
  run,
  LECTERN_COMMAND_READS_FILES,
};
