/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-field-private.h"

/**
 * LecternField:
 *
 * A value that a text asks for: its name, and the slots that it fills.
 *
 * The masks of a text are slots. Slots that take one value in parts (the two of X月X日) are one
 * place. All places of a field take the same value.
 */
G_DEFINE_BOXED_TYPE (LecternField, lectern_field, lectern_field_ref, lectern_field_unref)

LecternField *
_lectern_field_new (LecternDocument *document, const char *name)
{
  LecternField *field = g_new0 (LecternField, 1);

  g_atomic_ref_count_init (&field->references);
  field->name = g_strdup (name);
  field->document = g_object_ref (document);
  field->runs = g_array_new (FALSE, FALSE, sizeof (guint));
  field->slots = g_ptr_array_new ();
  return field;
}

void
_lectern_field_add_run (LecternField *field, const LecternGaps *gaps, guint run)
{
  const LecternRun *added = &gaps->runs[run];

  if (field->runs->len == 0)
    {
      field->first = gaps->gaps[added->first].node;
      field->sample = _lectern_gaps_dup_sample (gaps, added);
    }
  g_array_append_val (field->runs, run);
  for (guint i = 0; i < added->n_gaps; i++)
    {
      const LecternGap *gap = &gaps->gaps[added->first + i];

      g_ptr_array_add (field->slots, gap->node);
      if (field->value == NULL)
        field->value = g_strdup (gap->value);
    }
}

/**
 * lectern_field_ref:
 * @field: a field
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @field
 */
LecternField *
lectern_field_ref (LecternField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  g_atomic_ref_count_inc (&field->references);
  return field;
}

/**
 * lectern_field_unref:
 * @field: (transfer full): a field
 *
 * Drops a reference, and frees the field with the last one.
 */
void
lectern_field_unref (LecternField *field)
{
  g_return_if_fail (field != NULL);

  if (!g_atomic_ref_count_dec (&field->references))
    return;
  g_free (field->name);
  g_free (field->form);
  g_free (field->value);
  g_free (field->group);
  g_free (field->sample);
  g_array_unref (field->runs);
  g_ptr_array_unref (field->slots);
  g_object_unref (field->document);
  g_free (field);
}

/**
 * lectern_field_get_name:
 * @field: a field
 *
 * Gets the name under which the value is looked for.
 *
 * Returns: (transfer none): the name
 */
const char *
lectern_field_get_name (LecternField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->name;
}

static const char *
get_property (LecternField *field, const char *property)
{
  return field->first != NULL ? lectern_node_get_property (field->first, property) : NULL;
}

/**
 * lectern_field_get_kind:
 * @field: a field
 *
 * Gets what kind of value is wanted: `LECTERN_PLACEHOLDER_COUNT` and so on.
 *
 * Returns: (transfer none) (nullable): the kind of its first slot
 */
const char *
lectern_field_get_kind (LecternField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->kind != NULL)
    return field->kind;
  return get_property (field, LECTERN_PROPERTY_KIND);
}

/**
 * lectern_field_get_part:
 * @field: a field
 *
 * Gets which part of a date or of a person is wanted, where it is just one.
 *
 * Returns: (transfer none) (nullable): the part, `month` for instance
 */
const char *
lectern_field_get_part (LecternField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->runs->len == 0 || field->slots->len > field->runs->len)
    return NULL;
  return get_property (field, LECTERN_PROPERTY_PART);
}

/**
 * lectern_field_get_unit:
 * @field: a field
 *
 * Gets the unit that stands behind a count.
 *
 * Returns: (transfer none) (nullable): the unit of its first slot, `万元` for instance
 */
const char *
lectern_field_get_unit (LecternField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return get_property (field, LECTERN_PROPERTY_UNIT);
}

/**
 * lectern_field_get_default:
 * @field: a field
 *
 * Gets the value that is taken where none is given.
 *
 * Returns: (transfer none) (nullable): its text
 */
const char *
lectern_field_get_default (LecternField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->value;
}

/**
 * lectern_field_get_group:
 * @field: a field
 *
 * Gets by what its places are taken for one, as [method@Lectern.Bindings.bind_group] wants it: the
 * kind and, in what stands beside them, `*` for the mask.
 *
 * Returns: (transfer none) (nullable): the group, or %NULL where it is bound in another way
 */
const char *
lectern_field_get_group (LecternField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->group;
}

/**
 * lectern_field_get_sample:
 * @field: a field
 *
 * Gets its first place with some characters of the line on both sides.
 *
 * Returns: (transfer none) (nullable): the sample
 */
const char *
lectern_field_get_sample (LecternField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->sample;
}

/**
 * lectern_field_is_bound:
 * @field: a field
 *
 * Tells whether the name stands in the bindings, or in the text itself (`{{轮次}}`). Otherwise it
 * is a proposal, which another mask in the text may change.
 *
 * Returns: whether somebody gave it that name
 */
gboolean
lectern_field_is_bound (LecternField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return field->bound;
}

/**
 * lectern_field_get_n_places:
 * @field: a field
 *
 * Gets in how many places the value stands.
 *
 * Returns: the number of places
 */
guint
lectern_field_get_n_places (LecternField *field)
{
  g_return_val_if_fail (field != NULL, 0);

  return field->runs->len;
}

/**
 * lectern_field_get_n_slots:
 * @field: a field
 *
 * Gets how many masks the value fills.
 *
 * Returns: the number of slots
 */
guint
lectern_field_get_n_slots (LecternField *field)
{
  g_return_val_if_fail (field != NULL, 0);

  return field->slots->len;
}

/**
 * lectern_field_list_slots:
 * @field: a field
 *
 * Lists the placeholders that the value fills.
 *
 * Returns: (transfer container) (element-type LecternNode): the nodes in the order of the text,
 *   borrowed from the document
 */
GPtrArray *
lectern_field_list_slots (LecternField *field)
{
  GPtrArray *list;

  g_return_val_if_fail (field != NULL, NULL);

  list = g_ptr_array_sized_new (field->slots->len);
  for (guint i = 0; i < field->slots->len; i++)
    g_ptr_array_add (list, field->slots->pdata[i]);
  return list;
}

/**
 * lectern_field_new_value:
 * @field: a field
 * @text: what a cell of a table, a key file or a command line says
 *
 * Makes the value that a text is for this field: read as its kind wants (`2025-03-12` for a date,
 * `12.5` for a percentage), and where that cannot be, or where several slots take it in parts, as
 * the text it is.
 *
 * Returns: (transfer full): the value
 */
LecternValue *
lectern_field_new_value (LecternField *field, const char *text)
{
  const char *kind;
  LecternValue *value = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  kind = lectern_field_get_kind (field);
  if (field->slots->len == field->runs->len || g_strcmp0 (kind, LECTERN_PLACEHOLDER_DATE) == 0)
    value = lectern_value_new_from_string (kind, text, NULL);
  return value != NULL ? value : lectern_value_new_text (text, -1);
}
