/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* rows FILE [FORMAT [ENCODING [SEPARATOR]]]: a line for each row of values, `number line:column`
 * and after a tab each `name=type:text`. A `-` leaves an argument out. */
#include "lectern-cli-rows.h"
#include "lectern-cli.h"

#include <stdio.h>
#include <string.h>

static void
append_value (GString *out, LecternValue *value)
{
  GEnumClass *types = g_type_class_ref (LECTERN_TYPE_VALUE_TYPE);
  LecternValues *record = lectern_value_get_record (value);
  g_autoptr (GPtrArray) names = record != NULL ? lectern_values_list_names (record) : NULL;
  guint n = lectern_value_get_n_items (value);
  gsize length;
  const char *text = lectern_value_get_text (value, &length);
  g_autofree char *escaped = NULL;

  g_string_append_printf (
      out, "%s:", g_enum_get_value (types, (int)lectern_value_get_value_type (value))->value_nick);
  g_type_class_unref (types);
  if (names == NULL && n == 0)
    {
      for (gsize i = 0; i < length; i++)
        if ((guchar)text[i] < 0x20 || text[i] == '\\')
          g_string_append_printf (out, "\\x%02x", (guint)text[i]);
        else
          g_string_append_c (out, text[i]);
      return;
    }
  g_string_append_c (out, '(');
  for (guint i = 0; i < n; i++)
    {
      append_value (out, lectern_value_get_item (value, i));
      g_string_append_c (out, ' ');
    }
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autoptr (LecternValue) member = lectern_values_lookup (record, names->pdata[i]);

      g_string_append_printf (out, "%s=", (const char *)names->pdata[i]);
      append_value (out, member);
      g_string_append_c (out, ' ');
    }
  g_string_append_c (out, ')');
}

static void
print_row (const LecternCliRow *row)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) names = lectern_values_list_names (row->values);

  g_string_append_printf (line, "%u %" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, row->number,
                          row->place.line, row->place.column);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (LecternValue) value = lectern_values_lookup (row->values, names->pdata[i]);

      g_string_append_printf (line, "\t%s=", (const char *)names->pdata[i]);
      append_value (line, value);
    }
  puts (line->str);
}

static const char *
get_argument (char **argv, int argc, int n)
{
  return n < argc && strcmp (argv[n], "-") != 0 ? argv[n] : NULL;
}

int
main (int argc, char **argv)
{
  LecternCliRowsOptions options
      = { .format = get_argument (argv, argc, 2), .encoding = get_argument (argv, argc, 3) };
  g_autoptr (LecternCliRows) rows = NULL;
  LecternCliRowsStep step;
  gboolean failed = FALSE;

  if (get_argument (argv, argc, 4) != NULL)
    options.separator = *get_argument (argv, argc, 4);
  if (options.format != NULL && !lectern_cli_rows_check_format (options.format))
    return LECTERN_EXIT_USAGE;
  rows = lectern_cli_rows_open (argv[1], &options);
  if (rows == NULL)
    return LECTERN_EXIT_FILE;
  do
    {
      LecternCliRow row;

      step = lectern_cli_rows_next (rows, &row);
      failed = failed || step == LECTERN_CLI_ROWS_BAD || step == LECTERN_CLI_ROWS_FAILED;
      if (step == LECTERN_CLI_ROWS_ROW)
        print_row (&row);
      lectern_cli_row_clear (&row);
    }
  while (step == LECTERN_CLI_ROWS_ROW || step == LECTERN_CLI_ROWS_BAD);
  return failed ? LECTERN_EXIT_FILE : LECTERN_EXIT_OK;
}
