/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-rows-source.h"
#include "lectern-cli.h"

#include <string.h>

/* --- the header ----------------------------------------------------------------------------- */

/* The next record that is no empty line. Spreadsheets write rows of empty cells below a table. */
static const LecternCliRecord *
next_record (LecternCliRows *rows, char **message, LecternCliPlace *place)
{
  const LecternCliRecord *record;

  do
    record = lectern_cli_csv_next (rows->csv, message, place);
  while (record != NULL && record->fault == NULL && record->text->len == 0);
  return record;
}

static gboolean
fail_header (const LecternCliRows *rows, LecternCliPlace place, const char *message)
{
  lectern_cli_rows_complain (rows, 0, place, NULL, message);
  return FALSE;
}

/* The name of a column, which no other has. */
static gboolean
add_column (LecternCliRows *rows, const LecternCliRecord *record, const LecternCliCell *cell,
            GHashTable *places)
{
  LecternCliColumn *column = &rows->columns[rows->n_columns];
  g_autofree char *message = NULL;

  if (!lectern_cli_column_init (column, rows, record->text->str + cell->start, cell->length,
                                &message))
    return fail_header (rows, cell->place, message);
  rows->names[rows->n_columns++] = column->name;
  if (g_hash_table_insert (places, column->name, (gpointer)cell))
    return TRUE;
  message = g_strdup_printf (_ ("two columns have the name “%s”"), column->name);
  return fail_header (rows, cell->place, message);
}

static gboolean
read_header (LecternCliRows *rows)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *message = NULL;
  LecternCliPlace place = { 1, 1 };
  const LecternCliRecord *record = next_record (rows, &message, &place);

  if (record == NULL)
    return fail_header (rows, place, message != NULL ? message : _ ("no header with names"));
  if (record->fault != NULL)
    return fail_header (rows, record->fault_place, record->fault);
  if (record->n_cells > LECTERN_CLI_MAX_COLUMNS)
    {
      message = g_strdup_printf (_ ("more than %u columns"), LECTERN_CLI_MAX_COLUMNS);
      return fail_header (rows, record->surplus, message);
    }
  rows->columns = g_new0 (LecternCliColumn, record->cells->len);
  rows->names = g_new0 (const char *, record->cells->len + 1);
  for (guint i = 0; i < record->cells->len; i++)
    if (!add_column (rows, record, &g_array_index (record->cells, LecternCliCell, i), places))
      return FALSE;
  lectern_cli_csv_expect (rows->csv, rows->n_columns);
  return TRUE;
}

static char
guess_separator (const char *path)
{
  static const char *const endings[] = { ".tsv", ".tab" };
  gsize length = strlen (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length >= 4 && g_ascii_strcasecmp (path + length - 4, endings[i]) == 0)
      return '\t';
  return ',';
}

static gboolean
start (LecternCliRows *rows, LecternCliDecoder *decoder)
{
  char separator = rows->options.separator;

  if (separator == '\0')
    separator = guess_separator (rows->path);
  rows->csv = lectern_cli_csv_new (decoder, separator);
  return read_header (rows);
}

static void
clear (LecternCliRows *rows)
{
  g_clear_pointer (&rows->csv, lectern_cli_csv_free);
}

static double
get_share (const LecternCliRows *rows)
{
  return lectern_cli_csv_get_share (rows->csv);
}

/* --- rows ----------------------------------------------------------------------------------- */

static LecternCliRowsStep
refuse (const LecternCliRows *rows, const LecternCliRow *row, LecternCliPlace place,
        const char *message)
{
  lectern_cli_rows_complain (rows, row->number, place, NULL, message);
  return LECTERN_CLI_ROWS_BAD;
}

static LecternCliRowsStep
refuse_ragged (const LecternCliRows *rows, const LecternCliRow *row, const LecternCliRecord *record)
{
  gboolean surplus = record->n_cells > rows->n_columns;
  g_autofree char *message = g_strdup_printf (
      _ ("%" G_GUINT64_FORMAT " cells, but the header has %u"), record->n_cells, rows->n_columns);

  return refuse (rows, row, surplus ? record->surplus : record->end, message);
}

/* An empty cell leaves its value out: a table has no other way to say so. */
static gboolean
add_value (const LecternCliRows *rows, LecternCliRow *row, const LecternCliColumn *column,
           const char *text, const LecternCliCell *cell)
{
  g_autoptr (LecternValue) value = NULL;
  g_autoptr (GError) error = NULL;

  if (cell->length == 0 || column->is_common)
    return TRUE;
  value = lectern_cli_column_new_value (column, text, cell->length, &error);
  if (value != NULL)
    {
      lectern_values_set (row->values, column->name, value);
      return TRUE;
    }
  lectern_cli_rows_complain_error (rows, row->number, cell->place, column->name, error);
  return FALSE;
}

static LecternCliRowsStep
next (LecternCliRows *rows, LecternCliRow *row)
{
  g_autofree char *message = NULL;
  LecternCliPlace place;
  const LecternCliRecord *record = next_record (rows, &message, &place);
  gboolean good = TRUE;

  if (message != NULL)
    {
      refuse (rows, row, place, message);
      return LECTERN_CLI_ROWS_FAILED;
    }
  if (record == NULL)
    return LECTERN_CLI_ROWS_END;
  rows->n_rows++;
  row->place = record->place;
  if (record->fault != NULL)
    return refuse (rows, row, record->fault_place, record->fault);
  if (record->n_cells != rows->n_columns)
    return refuse_ragged (rows, row, record);
  row->values = lectern_values_new (rows->options.common);
  row->places = g_new (LecternCliPlace, rows->n_columns);
  for (guint i = 0; i < rows->n_columns; i++)
    {
      const LecternCliCell *cell = &g_array_index (record->cells, LecternCliCell, i);

      row->places[i] = cell->place;
      if (!add_value (rows, row, &rows->columns[i], record->text->str + cell->start, cell))
        good = FALSE;
    }
  if (good)
    return LECTERN_CLI_ROWS_ROW;
  lectern_cli_row_clear (row);
  return LECTERN_CLI_ROWS_BAD;
}

static const char *const endings[] = { ".csv", ".tsv", ".tab", NULL };

const LecternCliRowsType lectern_cli_rows_csv = {
  "csv", endings, start, next, get_share, clear,
};
