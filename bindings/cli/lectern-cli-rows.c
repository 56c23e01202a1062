/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-rows-source.h"
#include "lectern-cli.h"

#include <string.h>

static const LecternCliRowsType *const types[] = { &lectern_cli_rows_csv, &lectern_cli_rows_json };

/* --- columns -------------------------------------------------------------------------------- */

/* What lectern_value_new_from_string() knows; `list:` may stand before each. */
static const char *const kinds[] = {
  LECTERN_PLACEHOLDER_DATE,
  LECTERN_PLACEHOLDER_ORDINAL,
  LECTERN_PLACEHOLDER_COUNT,
  LECTERN_PLACEHOLDER_PERCENT,
  LECTERN_PLACEHOLDER_PERSON,
  LECTERN_PLACEHOLDER_ORGANISATION,
  LECTERN_PLACEHOLDER_PLACE,
  LECTERN_PLACEHOLDER_TITLE,
  LECTERN_PLACEHOLDER_TEXT,
  "integer",
  "decimal",
  "list",
  NULL,
};

static gboolean
is_kind (const char *name)
{
  if (g_str_has_prefix (name, "list:"))
    name += strlen ("list:");
  return g_strv_contains (kinds, name);
}

static char *
refuse_kind (const char *kind)
{
  const char *nearest = lectern_cli_find_nearest (kind, kinds);

  if (nearest != NULL)
    return g_strdup_printf (_ ("unknown kind “%s”; did you mean “%s”?"), kind, nearest);
  return g_strdup_printf (_ ("unknown kind “%s”"), kind);
}

/* `NAME:KIND` becomes NAME. */
static gboolean
split_kind (LecternCliColumn *column, char *head, char **message)
{
  char *colon = strchr (head, ':');

  if (colon == NULL)
    return TRUE;
  *colon = '\0';
  if (!is_kind (g_strstrip (colon + 1)))
    {
      *message = refuse_kind (colon + 1);
      return FALSE;
    }
  column->kind = g_intern_string (colon + 1);
  g_strchomp (head);
  return TRUE;
}

gboolean
lectern_cli_column_init (LecternCliColumn *column, const LecternCliRows *rows, const char *head,
                         gsize length, char **message)
{
  g_autofree char *name = g_strndup (head, length);
  g_autoptr (LecternValue) common = NULL;

  *column = (LecternCliColumn){ 0 };
  if (strlen (name) < length)
    {
      *message = g_strdup (_ ("a name that holds NUL"));
      return FALSE;
    }
  if (!split_kind (column, g_strstrip (name), message))
    return FALSE;
  if (*name == '\0')
    {
      *message = g_strdup (_ ("a column without a name"));
      return FALSE;
    }
  if (rows->options.find_field != NULL)
    column->field = rows->options.find_field (name, rows->options.user_data);
  if (rows->options.common != NULL)
    common = lectern_values_lookup (rows->options.common, name);
  column->is_common = common != NULL;
  column->name = g_steal_pointer (&name);
  return TRUE;
}

LecternValue *
lectern_cli_column_new_value (const LecternCliColumn *column, const char *text, gsize length,
                              GError **error)
{
  g_autofree char *string = NULL;

  if ((column->kind == NULL && column->field == NULL) || memchr (text, '\0', length) != NULL)
    return lectern_value_new_text (text, (gssize)length);
  string = g_strndup (text, length);
  if (column->kind != NULL)
    return lectern_value_new_from_string (column->kind, string, error);
  return lectern_field_new_value (column->field, string);
}

/* --- rows ----------------------------------------------------------------------------------- */

static const LecternCliRowsType *
guess_type (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (types); i++)
    for (const char *const *known = types[i]->endings; *known != NULL; known++)
      if (g_ascii_strcasecmp (dot, *known) == 0)
        return types[i];
  return NULL;
}

gboolean
lectern_cli_rows_knows (const char *path)
{
  return guess_type (path) != NULL;
}

static const LecternCliRowsType *
find_type (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (format, types[i]->name) == 0)
      return types[i];
  return NULL;
}

gboolean
lectern_cli_rows_check_format (const char *format)
{
  if (find_type (format) == NULL)
    lectern_cli_usage (NULL, _ ("unknown format of rows “%s”: csv or json"), format);
  return find_type (format) != NULL;
}

LecternCliRows *
lectern_cli_rows_open (const char *path, const LecternCliRowsOptions *options)
{
  const LecternCliRowsType *type
      = options->format != NULL ? find_type (options->format) : guess_type (path);
  g_autoptr (LecternCliRows) rows = NULL;
  LecternCliDecoder *decoder;

  if (type == NULL)
    type = types[0];
  rows = g_new0 (LecternCliRows, 1);
  rows->type = type;
  rows->path = g_strdup (path);
  rows->options = *options;
  decoder = lectern_cli_decoder_open (path, options->encoding);
  if (decoder == NULL || !type->start (rows, decoder))
    return NULL;
  return g_steal_pointer (&rows);
}

void
lectern_cli_rows_free (LecternCliRows *rows)
{
  rows->type->clear (rows);
  for (guint i = 0; i < rows->n_columns; i++)
    g_free (rows->columns[i].name);
  g_free (rows->columns);
  g_free (rows->names);
  g_free (rows->path);
  g_free (rows);
}

LecternCliRowsStep
lectern_cli_rows_next (LecternCliRows *rows, LecternCliRow *row)
{
  *row = (LecternCliRow){ .number = rows->n_rows + 1 };
  if (rows->n_rows < LECTERN_CLI_MAX_ROWS)
    return rows->type->next (rows, row);
  lectern_cli_complain (rows->path, _ ("more than %u rows"), LECTERN_CLI_MAX_ROWS);
  return LECTERN_CLI_ROWS_FAILED;
}

void
lectern_cli_row_clear (LecternCliRow *row)
{
  g_clear_pointer (&row->values, lectern_values_unref);
  g_clear_pointer (&row->places, g_free);
}

const char *const *
lectern_cli_rows_get_names (const LecternCliRows *rows)
{
  return rows->names;
}

double
lectern_cli_rows_get_share (const LecternCliRows *rows)
{
  return rows->type->get_share (rows);
}

LecternCliPlace
lectern_cli_rows_find_place (const LecternCliRows *rows, const LecternCliRow *row, const char *name)
{
  for (guint i = 0; name != NULL && row->places != NULL && i < rows->n_columns; i++)
    if (strcmp (rows->columns[i].name, name) == 0)
      return row->places[i];
  return row->place;
}

void
lectern_cli_rows_complain (const LecternCliRows *rows, guint row, LecternCliPlace place,
                           const char *name, const char *message)
{
  g_autoptr (GString) where = g_string_new (rows->path);

  g_string_append_printf (where, ":%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, place.line,
                          place.column);
  if (row > 0 && name != NULL)
    lectern_cli_complain (where->str, _ ("row %u, column “%s”: %s"), row, name, message);
  else if (row > 0)
    lectern_cli_complain (where->str, _ ("row %u: %s"), row, message);
  else
    lectern_cli_complain (where->str, "%s", message);
}

void
lectern_cli_rows_complain_error (const LecternCliRows *rows, guint row, LecternCliPlace place,
                                 const char *name, const GError *error)
{
  g_autofree char *message = lectern_cli_translate_message (error->message);

  lectern_cli_rows_complain (rows, row, place, name, message);
}
