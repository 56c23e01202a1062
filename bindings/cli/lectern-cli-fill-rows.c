/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-fill-rows.h"
#include "lectern-cli-merge.h"

#include <string.h>

/* --- rows ----------------------------------------------------------------------------------- */

static LecternField *
find_field (const char *name, gpointer user_data)
{
  return lectern_cli_fill_find_field (user_data, name);
}

/* One sign that is neither a letter nor a figure nor a quote, or `tab`. */
static gboolean
read_separator (const char *text, char *separator)
{
  *separator = '\0';
  if (text == NULL)
    return TRUE;
  *separator = strcmp (text, "tab") == 0 ? '\t' : *text;
  if (*separator == '\t'
      || (strlen (text) == 1 && g_ascii_ispunct (*separator) && *separator != '"'))
    return TRUE;
  lectern_cli_usage ("fill", _ ("“%s” is no separator: one sign, or tab"), text);
  return FALSE;
}

/* The usage may be wrong, or the file. */
static LecternCliRows *
open_rows (LecternCliFill *fill, const LecternCliFillRows *options, int *status)
{
  LecternCliRowsOptions rows = { .format = options->format,
                                 .encoding = options->encoding,
                                 .common = fill->values,
                                 .find_field = find_field,
                                 .user_data = fill };

  *status = LECTERN_EXIT_USAGE;
  if (!read_separator (options->separator, &rows.separator))
    return NULL;
  *status = LECTERN_EXIT_FILE;
  return lectern_cli_rows_open (options->values, &rows);
}

gboolean
lectern_cli_is_rows (const char *path, const char *format)
{
  return path != NULL && (format != NULL || lectern_cli_rows_knows (path));
}

/* --- one row -------------------------------------------------------------------------------- */

int
lectern_cli_fill_read_row (LecternCliFill *fill, const LecternCliFillRows *options)
{
  g_autoptr (LecternCliRows) rows = NULL;
  LecternCliRow row, other;
  LecternCliRowsStep step;
  int status;

  rows = open_rows (fill, options, &status);
  if (rows == NULL)
    return status;
  step = lectern_cli_rows_next (rows, &row);
  if (step == LECTERN_CLI_ROWS_END)
    return LECTERN_EXIT_OK;
  if (step != LECTERN_CLI_ROWS_ROW)
    return LECTERN_EXIT_FILE;
  step = lectern_cli_rows_next (rows, &other);
  lectern_cli_row_clear (&other);
  lectern_values_unref (fill->values);
  fill->values = g_steal_pointer (&row.values);
  lectern_cli_row_clear (&row);
  if (step == LECTERN_CLI_ROWS_END)
    return LECTERN_EXIT_OK;
  return lectern_cli_usage ("fill", _ ("more than one row: --output wants a name like {n}.txt"));
}

/* --- many rows ------------------------------------------------------------------------------ */

typedef struct
{
  LecternCliFill *fill;
  const LecternCliFillRows *options;
} Job;

static void
cut_start (GError *error, gsize length)
{
  memmove (error->message, error->message + length, strlen (error->message + length) + 1);
}

/* A place of the template would be taken for one of the rows. */
static void
cut_place (GError *error)
{
  gsize length = strspn (error->message, "0123456789:");
  LecternPosition position;

  if (lectern_error_get_position (error, &position) && error->message[length] == ' ')
    cut_start (error, length + 1);
}

/* Messages about a value begin with its name. */
static char *
take_name (const LecternCliFill *fill, GError *error)
{
  for (guint i = 0; i < fill->fields->len; i++)
    {
      const char *name = lectern_field_get_name (fill->fields->pdata[i]);
      gsize length = strlen (name);

      if (g_str_has_prefix (error->message, name)
          && g_str_has_prefix (error->message + length, ": "))
        {
          cut_start (error, length + 2);
          return g_strdup (name);
        }
    }
  return NULL;
}

/* A text needs no tree. */
static GBytes *
render (LecternValues *values, char **name, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  LecternTemplate *template = job->fill->template;
  LecternFillOptions *options = job->options->options;
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GBytes) text = NULL;

  if (strcmp (job->options->target->name, "text") == 0)
    {
      text = lectern_template_fill_to_text (template, values, options, error);
      if (text != NULL)
        return lectern_document_encode (lectern_template_get_document (template), text, NULL,
                                        error);
    }
  else
    {
      document = lectern_template_fill (template, values, options, NULL, NULL, error);
      if (document != NULL)
        return lectern_cli_render (document, job->options->target, NULL, NULL, error);
    }
  cut_place (*error);
  *name = take_name (job->fill, *error);
  return NULL;
}

/* What is wrong with every row is told once: a column that nothing asks for, and what is asked for
 * and has none. */
static void
say_names (const LecternCliFill *fill, const char *path, const char *const *names,
           const LecternCliPattern *pattern)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (lectern_cli_fill_find_field (fill, names[i]) == NULL
        && !lectern_cli_pattern_uses (pattern, names[i]))
      lectern_cli_fill_say_unknown (fill, names[i]);
  for (guint i = 0; names != NULL && i < fill->fields->len; i++)
    {
      LecternField *field = fill->fields->pdata[i];
      const char *name = lectern_field_get_name (field);
      g_autoptr (LecternValue) set = lectern_values_lookup (fill->values, name);

      if (set == NULL && lectern_field_get_default (field) == NULL
          && !g_strv_contains (names, name))
        lectern_cli_complain (path, _ ("no column is called “%s”"), name);
    }
}

int
lectern_cli_fill_rows (LecternCliFill *fill, const LecternCliFillRows *options)
{
  g_autoptr (LecternCliPattern) pattern = lectern_cli_pattern_new (options->output);
  g_autoptr (LecternCliRows) rows = NULL;
  Job job = { fill, options };
  LecternCliMerge merge = { .pattern = pattern,
                            .render = render,
                            .user_data = &job,
                            .resume = options->resume,
                            .force = options->force,
                            .dry_run = options->dry_run };
  int status;

  if (pattern == NULL)
    return LECTERN_EXIT_USAGE;
  rows = open_rows (fill, options, &status);
  if (rows == NULL)
    return status;
  if (!lectern_cli_pattern_check (pattern, lectern_cli_rows_get_names (rows), fill->values))
    return LECTERN_EXIT_USAGE;
  say_names (fill, options->values, lectern_cli_rows_get_names (rows), pattern);
  /* A value that stood there as it is would be seen by nobody among so many. */
  lectern_fill_options_set_strict (options->options, TRUE);
  merge.rows = rows;
  merge.n_threads = options->n_jobs > 0 ? (guint)options->n_jobs : g_get_num_processors ();
  return lectern_cli_merge (&merge);
}
