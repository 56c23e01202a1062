/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-fill.h"

#include <string.h>

#define VALUES_GROUP "values"

static GKeyFile *
read_key_file (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    return g_steal_pointer (&file);
  lectern_cli_complain_error (path, error);
  return NULL;
}

LecternBindings *
lectern_cli_read_bindings (const char *path)
{
  g_autoptr (GKeyFile) file = read_key_file (path);
  g_autoptr (GError) error = NULL;
  LecternBindings *bindings;

  if (file == NULL)
    return NULL;
  bindings = lectern_bindings_new_from_key_file (file, &error);
  if (bindings == NULL)
    lectern_cli_complain_error (path, error);
  return bindings;
}

void
lectern_cli_say_lost (LecternBindings *bindings, LecternDocument *document, const char *path)
{
  g_autoptr (GPtrArray) lost = lectern_bindings_list_lost (bindings, document);

  for (guint i = 0; i < lost->len; i++)
    lectern_cli_complain (path, _ ("this place is not found any more: %s"),
                          (const char *)lost->pdata[i]);
}

gboolean
lectern_cli_fill_open (LecternCliFill *fill, const char *path, const char *bindings_path,
                       LecternFormat *format)
{
  g_autoptr (LecternBindings) bindings
      = bindings_path != NULL ? lectern_cli_read_bindings (bindings_path) : NULL;
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (bindings_path != NULL && bindings == NULL)
    return FALSE;
  document = lectern_cli_read (path, format, NULL);
  if (document == NULL)
    return FALSE;
  if (bindings != NULL)
    lectern_cli_say_lost (bindings, document, path);
  fill->template = lectern_template_new (document, bindings, &error);
  if (fill->template == NULL)
    {
      lectern_cli_complain_error (path, error);
      return FALSE;
    }
  fill->fields = lectern_template_list_fields (fill->template);
  fill->values = lectern_values_new (NULL);
  return TRUE;
}

void
lectern_cli_fill_clear (LecternCliFill *fill)
{
  g_clear_object (&fill->template);
  g_clear_pointer (&fill->fields, g_ptr_array_unref);
  g_clear_pointer (&fill->values, lectern_values_unref);
}

LecternField *
lectern_cli_fill_find_field (const LecternCliFill *fill, const char *name)
{
  for (guint i = 0; i < fill->fields->len; i++)
    if (strcmp (lectern_field_get_name (fill->fields->pdata[i]), name) == 0)
      return fill->fields->pdata[i];
  return NULL;
}

/* --- values --------------------------------------------------------------------------------- */

/* A name that nothing asks for is a slip. */
void
lectern_cli_fill_say_unknown (const LecternCliFill *fill, const char *name)
{
  g_autofree const char **names = g_new0 (const char *, (gsize)fill->fields->len + 1);
  const char *nearest;

  for (guint i = 0; i < fill->fields->len; i++)
    names[i] = lectern_field_get_name (fill->fields->pdata[i]);
  nearest = lectern_cli_find_nearest (name, names);
  if (nearest != NULL)
    lectern_cli_complain (NULL, _ ("nothing is called “%s”; did you mean “%s”?"), name, nearest);
  else
    lectern_cli_complain (NULL, _ ("nothing is called “%s”"), name);
}

/* As its place wants it, or as the text it is: whether that will do shows when it is filled in. */
static void
set_value (LecternCliFill *fill, const char *name, const char *text)
{
  LecternField *field = lectern_cli_fill_find_field (fill, name);
  g_autoptr (LecternValue) value
      = field != NULL ? lectern_field_new_value (field, text) : lectern_value_new_text (text, -1);

  if (field == NULL)
    lectern_cli_fill_say_unknown (fill, name);
  lectern_values_set (fill->values, name, value);
}

/* A text becomes what its field wants; a value whose kind the file says (日期:date=…) stays. */
static gboolean
read_value_file (LecternCliFill *fill, const char *path)
{
  g_autoptr (GKeyFile) file = read_key_file (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternValues) values = NULL;
  g_autoptr (GPtrArray) names = NULL;

  if (file == NULL)
    return FALSE;
  values = lectern_values_new_from_key_file (file, VALUES_GROUP, &error);
  if (values == NULL)
    {
      lectern_cli_complain_error (path, error);
      return FALSE;
    }
  names = lectern_values_list_names (values);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (LecternValue) value = lectern_values_lookup (values, names->pdata[i]);

      if (lectern_value_get_value_type (value) == LECTERN_VALUE_TEXT)
        set_value (fill, names->pdata[i], lectern_value_get_text (value, NULL));
      else
        lectern_values_set (fill->values, names->pdata[i], value);
    }
  return TRUE;
}

gboolean
lectern_cli_fill_read_values (LecternCliFill *fill, const char *path, const char *const *set)
{
  if (path != NULL && !read_value_file (fill, path))
    return FALSE;
  for (guint i = 0; set != NULL && set[i] != NULL; i++)
    {
      const char *equals = strchr (set[i], '=');
      g_autofree char *name = g_strndup (set[i], (gsize)(equals - set[i]));

      if (!g_utf8_validate (set[i], -1, NULL))
        {
          lectern_cli_complain (NULL, _ ("the value of “%s” is not UTF-8"), name);
          return FALSE;
        }
      set_value (fill, name, equals + 1);
    }
  return TRUE;
}

/* --- the table ------------------------------------------------------------------------------ */

gboolean
lectern_cli_fill_print_fields (GPtrArray *fields)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      LecternField *field = fields->pdata[i];
      const char *const cells[] = {
        lectern_field_get_name (field),    lectern_field_get_kind (field),
        lectern_field_get_part (field),    lectern_field_get_unit (field),
        lectern_field_get_default (field), lectern_field_get_sample (field),
      };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        {
          if (j == G_N_ELEMENTS (cells) - 2)
            g_string_append_printf (rows, "%u\t", lectern_field_get_n_slots (field));
          lectern_cli_append_cell (rows, cells[j] != NULL ? cells[j] : "");
          g_string_append_c (rows, j + 1 < G_N_ELEMENTS (cells) ? '\t' : '\n');
        }
    }
  return lectern_cli_print_string (rows->str) && lectern_cli_flush ();
}
