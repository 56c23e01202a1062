/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-bindings-private.h"
#include "compose/lectern-flow-private.h"

#include <string.h>

typedef struct
{
  LecternResolution *resolution;
  LecternDocument *document;
  GHashTable *fields; /* name → LecternField */
  GHashTable *items;  /* of repeats */
} Declaring;

/* The field of that name, a new one where no place asks for it. */
static LecternField *
get_field (Declaring *declaring, const char *name)
{
  LecternField *field = g_hash_table_lookup (declaring->fields, name);

  if (field != NULL)
    return field;
  field = _lectern_field_new (declaring->document, name);
  g_ptr_array_add (declaring->resolution->fields, field);
  g_hash_table_insert (declaring->fields, field->name, field);
  return field;
}

/* What a round of a repeat makes, nobody need give: the item and what is behind its dot. */
static gboolean
is_of_item (const Declaring *declaring, const char *name)
{
  const char *dot = strchr (name, '.');
  g_autofree char *head = dot != NULL ? g_strndup (name, (gsize)(dot - name)) : NULL;

  return g_hash_table_contains (declaring->items, head != NULL ? head : name);
}

static void
ask (Declaring *declaring, const char *name)
{
  if (!is_of_item (declaring, name))
    get_field (declaring, name);
}

static void
declare (Declaring *declaring, const LecternDeclaration *declaration)
{
  LecternField *field = get_field (declaring, declaration->name);

  if (declaration->kind != NULL)
    field->kind = declaration->kind;
  if (field->value == NULL)
    field->value = g_strdup (declaration->value);
}

/* Places whose name is of a round are filled by it, {{count}} is counted: they are asked of nobody.
 */
static void
drop_items (Declaring *declaring)
{
  GPtrArray *fields = declaring->resolution->fields;

  for (guint i = 0; i < fields->len; i++)
    {
      LecternField *field = fields->pdata[i];

      field->of_item
          = is_of_item (declaring, field->name) || strcmp (field->name, LECTERN_COUNT_NAME) == 0;
    }
}

void
_lectern_resolution_declare (LecternResolution *resolution, LecternDocument *document,
                             const LecternFlow *flow)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);
  Declaring declaring = { resolution, document, fields, items };

  for (guint i = 0; i < resolution->fields->len; i++)
    {
      LecternField *field = resolution->fields->pdata[i];

      g_hash_table_insert (fields, field->name, field);
    }
  for (guint i = 0; i < flow->loops->len; i++)
    g_hash_table_add (items, (gpointer)g_array_index (flow->loops, LecternLoop, i).item);
  for (guint i = 0; i < flow->declarations->len; i++)
    declare (&declaring, &g_array_index (flow->declarations, LecternDeclaration, i));
  for (guint i = 0; i < flow->loops->len; i++)
    ask (&declaring, g_array_index (flow->loops, LecternLoop, i).list);
  for (guint i = 0; i < flow->conditions->len; i++)
    for (guint n = 0; n < _lectern_condition_get_n_names (flow->conditions->pdata[i]); n++)
      ask (&declaring, _lectern_condition_get_name (flow->conditions->pdata[i], n));
  drop_items (&declaring);
}
