/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-bindings-private.h"

#include <stdlib.h>
#include <string.h>

/* The bindings as a key file. Its groups are `field NAME`; names with brackets or line ends cannot
 * be written there, and are spelled with %XX. */

#define FIELD "field "

static char *
escape_name (const char *name)
{
  GString *out = g_string_new (FIELD);

  for (; *name != '\0'; name++)
    if (*name == '[' || *name == ']' || *name == '%' || (guchar)*name < 0x20 || *name == 0x7f)
      g_string_append_printf (out, "%%%02X", (guint)(guchar)*name);
    else
      g_string_append_c (out, *name);
  return g_string_free (out, FALSE);
}

static char *
dup_key (const char *stem, guint n, const char *more)
{
  return g_strdup_printf ("%s%u%s", stem, n, more);
}

static void
write_string (GKeyFile *file, const char *group, const char *key, const char *string)
{
  if (string != NULL)
    g_key_file_set_string (file, group, key, string);
}

/* One of it is `group`, several are `group1`, `group2`. */
static void
write_list (GKeyFile *file, const char *group, const char *stem, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *key = list->len == 1 ? g_strdup (stem) : dup_key (stem, i + 1, "");

      g_key_file_set_string (file, group, key, list->pdata[i]);
    }
}

static void
write_anchors (GKeyFile *file, const char *group, GPtrArray *anchors)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      const LecternAnchor *anchor = anchors->pdata[i];
      g_autofree char *key = dup_key ("place", i + 1, "");
      g_autofree char *which = dup_key ("place", i + 1, "-which");

      g_key_file_set_string (file, group, key, anchor->text);
      if (anchor->n_equal > 1)
        g_key_file_set_integer (file, group, which, (int)anchor->ordinal);
    }
}

/**
 * lectern_bindings_to_key_file:
 * @bindings: bindings
 *
 * Writes the bindings as a key file, which [ctor@Lectern.Bindings.new_from_key_file] reads.
 *
 * Returns: (transfer full): the key file
 */
GKeyFile *
lectern_bindings_to_key_file (LecternBindings *bindings)
{
  GKeyFile *file;

  g_return_val_if_fail (bindings != NULL, NULL);

  file = g_key_file_new ();
  for (guint i = 0; i < bindings->list->len; i++)
    {
      const LecternBinding *binding = bindings->list->pdata[i];
      g_autofree char *group = escape_name (binding->name);

      write_anchors (file, group, binding->anchors);
      write_list (file, group, "group", binding->groups);
      write_list (file, group, "declared", binding->declared);
      write_string (file, group, "kind", binding->kind);
      write_string (file, group, "part", binding->part);
      write_string (file, group, "unit", binding->unit);
      write_string (file, group, "form", binding->form);
      write_string (file, group, "default", binding->value);
      if (binding->note != NULL && g_key_file_has_group (file, group))
        g_key_file_set_comment (file, group, NULL, binding->note, NULL);
    }
  return file;
}

/* --- reading -------------------------------------------------------------------------------- */

typedef struct
{
  GKeyFile *file;
  const char *group;
  LecternBinding *binding;
  GHashTable *anchors; /* number → anchor */
} Reading;

static gboolean
fail (const Reading *reading, const char *key, GError **error, const char *message)
{
  g_set_error (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE, "[%s] %s: %s", reading->group, key,
               message);
  return FALSE;
}

static char *
unescape_name (const char *group)
{
  char *name = g_uri_unescape_string (group, NULL);

  return name != NULL && *name != '\0' && g_utf8_validate (name, -1, NULL) ? name
                                                                           : (g_free (name), NULL);
}

static LecternAnchor *
get_anchor (Reading *reading, guint64 n)
{
  LecternAnchor *anchor = g_hash_table_lookup (reading->anchors, GSIZE_TO_POINTER ((gsize)n));

  if (anchor == NULL)
    {
      anchor = g_new0 (LecternAnchor, 1);
      anchor->ordinal = anchor->n_equal = 1;
      g_hash_table_insert (reading->anchors, GSIZE_TO_POINTER ((gsize)n), anchor);
      g_ptr_array_add (reading->binding->anchors, anchor);
    }
  return anchor;
}

/* `place3`, `place3-which`. */
static gboolean
read_place (Reading *reading, const char *key, const char *value, GError **error)
{
  char *end;
  guint64 n = g_ascii_strtoull (key + strlen ("place"), &end, 10);
  guint64 ordinal;

  if (*end == '\0')
    {
      LecternAnchor *anchor = get_anchor (reading, n);

      if (anchor->text != NULL)
        return fail (reading, key, error, "the place is there already");
      if (!_lectern_anchor_is_valid (value))
        return fail (reading, key, error, "no mask between ⟦ and ⟧");
      anchor->text = g_strdup (value);
      return TRUE;
    }
  if (strcmp (end, "-which") != 0)
    return fail (reading, key, error, "unknown key");
  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT, &ordinal, NULL))
    return fail (reading, key, error, "not a number from 1");
  get_anchor (reading, n)->ordinal = (guint)ordinal;
  get_anchor (reading, n)->n_equal = MAX (2, (guint)ordinal);
  return TRUE;
}

/* The stem with or without a number. */
static gboolean
is_numbered (const char *key, const char *stem)
{
  gsize length = strlen (stem);

  return strncmp (key, stem, length) == 0
         && strspn (key + length, "0123456789") == strlen (key + length);
}

static gboolean
read_key (Reading *reading, const char *key, GError **error)
{
  LecternBinding *binding = reading->binding;
  const struct
  {
    const char *key;
    char **to;
  } strings[] = {
    { "kind", &binding->kind }, { "part", &binding->part },     { "unit", &binding->unit },
    { "form", &binding->form }, { "default", &binding->value },
  };
  g_autofree char *value = g_key_file_get_string (reading->file, reading->group, key, NULL);

  if (value == NULL)
    return fail (reading, key, error, "not readable");
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    if (strcmp (key, strings[i].key) == 0)
      {
        g_free (*strings[i].to);
        *strings[i].to = g_steal_pointer (&value);
        return TRUE;
      }
  if (is_numbered (key, "group"))
    g_ptr_array_add (binding->groups, g_steal_pointer (&value));
  else if (is_numbered (key, "declared"))
    g_ptr_array_add (binding->declared, g_steal_pointer (&value));
  else if (g_str_has_prefix (key, "place"))
    return read_place (reading, key, value, error);
  else
    return fail (reading, key, error, "unknown key");
  return TRUE;
}

static gboolean
read_group (LecternBindings *bindings, GKeyFile *file, const char *group, GError **error)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  Reading reading = { file, group, NULL, anchors };
  g_autofree char *name
      = g_str_has_prefix (group, FIELD) ? unescape_name (group + strlen (FIELD)) : NULL;

  if (name == NULL)
    {
      g_set_error (error, LECTERN_ERROR, LECTERN_ERROR_TEMPLATE,
                   "[%s]: a group of bindings is called “field NAME”", group);
      return FALSE;
    }
  reading.binding = _lectern_bindings_get (bindings, name);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (!read_key (&reading, keys[i], error))
      return FALSE;
  for (guint i = 0; i < reading.binding->anchors->len; i++)
    if (((LecternAnchor *)reading.binding->anchors->pdata[i])->text == NULL)
      return fail (&reading, "place", error, "its number stands there without it");
  return TRUE;
}

/**
 * lectern_bindings_new_from_key_file:
 * @key_file: a key file
 * @error: return location for an error
 *
 * Reads bindings. Every group is `[field NAME]`; its keys are `place1`, `place2` and so on (what
 * stands around a mask, and the mask between `⟦` and `⟧`; `place1-which` counts among places that
 * read the same), `group`, `declared`, `kind` with `part` and `unit`, `form` and `default`.
 *
 * Fails with `LECTERN_ERROR_TEMPLATE` where something else stands there.
 *
 * Returns: (transfer full): the bindings, or %NULL with @error set
 */
LecternBindings *
lectern_bindings_new_from_key_file (GKeyFile *key_file, GError **error)
{
  g_autoptr (LecternBindings) bindings = NULL;
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (key_file != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bindings = lectern_bindings_new ();
  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_group (bindings, key_file, groups[i], error))
      return NULL;
  return g_steal_pointer (&bindings);
}
