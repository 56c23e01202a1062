/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-bindings-private.h"

#include <string.h>

/**
 * LecternBindings:
 *
 * Which placeholder of a text is filled by which name.
 *
 * A placeholder that has a name (`{{轮次}}`) needs none. A mask has none, and `XX` by itself says
 * nothing: it is bound by its **place** (the characters around it, so that it is found again when
 * the text was changed elsewhere), by its **group** (all masks that stand before 系统), or by its
 * **kind** (all counts). A place goes before a group, a group before a kind.
 *
 * As a file:
 *
 * ```ini
 * [field 轮次]
 * place1=市委第⟦X⟧轮巡察
 * [field 区名]
 * group=place *区
 * [field 金额]
 * kind=count
 * unit=万元
 * default=3
 * ```
 *
 * Bindings are changed only before they are shared between threads.
 */
G_DEFINE_BOXED_TYPE (LecternBindings, lectern_bindings, lectern_bindings_ref,
                     lectern_bindings_unref)

static void
binding_free (gpointer data)
{
  LecternBinding *binding = data;

  g_free (binding->name);
  g_free (binding->form);
  g_free (binding->value);
  g_free (binding->kind);
  g_free (binding->part);
  g_free (binding->unit);
  g_free (binding->note);
  g_ptr_array_unref (binding->anchors);
  g_ptr_array_unref (binding->groups);
  g_ptr_array_unref (binding->declared);
  g_free (binding);
}

LecternBinding *
_lectern_bindings_get (LecternBindings *bindings, const char *name)
{
  LecternBinding *binding = g_hash_table_lookup (bindings->byname, name);

  if (binding != NULL)
    return binding;
  binding = g_new0 (LecternBinding, 1);
  binding->name = g_strdup (name);
  binding->anchors = g_ptr_array_new_with_free_func ((GDestroyNotify)_lectern_anchor_free);
  binding->groups = g_ptr_array_new_with_free_func (g_free);
  binding->declared = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (bindings->list, binding);
  g_hash_table_insert (bindings->byname, binding->name, binding);
  return binding;
}

/**
 * lectern_bindings_new:
 *
 * Makes bindings that bind nothing yet.
 *
 * Returns: (transfer full): the bindings
 */
LecternBindings *
lectern_bindings_new (void)
{
  LecternBindings *bindings = g_new0 (LecternBindings, 1);

  g_atomic_ref_count_init (&bindings->references);
  bindings->list = g_ptr_array_new_with_free_func (binding_free);
  bindings->byname = g_hash_table_new (g_str_hash, g_str_equal);
  return bindings;
}

/**
 * lectern_bindings_ref:
 * @bindings: bindings
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @bindings
 */
LecternBindings *
lectern_bindings_ref (LecternBindings *bindings)
{
  g_return_val_if_fail (bindings != NULL, NULL);

  g_atomic_ref_count_inc (&bindings->references);
  return bindings;
}

/**
 * lectern_bindings_unref:
 * @bindings: (transfer full): bindings
 *
 * Drops a reference, and frees them with the last one.
 */
void
lectern_bindings_unref (LecternBindings *bindings)
{
  g_return_if_fail (bindings != NULL);

  if (!g_atomic_ref_count_dec (&bindings->references))
    return;
  g_hash_table_unref (bindings->byname);
  g_ptr_array_unref (bindings->list);
  g_free (bindings);
}

/* --- proposals ------------------------------------------------------------------------------ */

static char *
dup_note (LecternField *field)
{
  const char *kind = lectern_field_get_kind (field);

  return g_strdup_printf (" %s ×%u: %s", kind != NULL ? kind : LECTERN_PLACEHOLDER_TEXT,
                          field->slots->len, field->sample);
}

/* A group that its context makes holds masks that are added later, too. */
static gboolean
is_group (const LecternGaps *gaps, const LecternField *field)
{
  gboolean by_context = FALSE;
  g_autofree char *key = _lectern_gaps_dup_key (
      gaps, &gaps->runs[g_array_index (field->runs, guint, 0)], &by_context);

  return key != NULL && (by_context || field->runs->len > 1);
}

/**
 * lectern_bindings_new_proposed:
 * @document: a document
 *
 * Proposes names for all masks of a text that have none: masks before whose like the same word
 * stands are one group, numbers, persons and dates are bound place by place.
 *
 * Returns: (transfer full): the bindings
 */
LecternBindings *
lectern_bindings_new_proposed (LecternDocument *document)
{
  g_autoptr (LecternGaps) gaps = NULL;
  g_autoptr (LecternResolution) resolution = NULL;
  g_autoptr (GPtrArray) anchors = NULL;
  LecternBindings *bindings;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  gaps = _lectern_gaps_new (document);
  resolution = _lectern_bindings_resolve (NULL, gaps);
  anchors = _lectern_anchors_new (gaps);
  bindings = lectern_bindings_new ();
  for (guint i = 0; i < resolution->fields->len; i++)
    {
      LecternField *field = resolution->fields->pdata[i];
      LecternBinding *binding;

      if (field->bound)
        continue;
      binding = _lectern_bindings_get (bindings, field->name);
      binding->note = dup_note (field);
      if (is_group (gaps, field))
        {
          g_ptr_array_add (binding->groups, g_strdup (field->group));
          continue;
        }
      for (guint j = 0; j < field->runs->len; j++)
        {
          guint run = g_array_index (field->runs, guint, j);

          g_ptr_array_add (binding->anchors, g_steal_pointer (&anchors->pdata[run]));
        }
    }
  return bindings;
}

/* --- by hand -------------------------------------------------------------------------------- */

/**
 * lectern_bindings_bind_slot:
 * @bindings: bindings
 * @name: a name, not empty
 * @placeholder: a placeholder
 *
 * Fills the place of a placeholder with the value of @name. The place is known by the characters
 * around it. The other slots that take the value in parts with this one belong to it.
 */
void
lectern_bindings_bind_slot (LecternBindings *bindings, const char *name, LecternNode *placeholder)
{
  g_autoptr (LecternGaps) gaps = NULL;
  g_autoptr (GPtrArray) anchors = NULL;

  g_return_if_fail (bindings != NULL);
  g_return_if_fail (name != NULL && *name != '\0');
  g_return_if_fail (placeholder != NULL);
  g_return_if_fail (lectern_node_get_kind (placeholder) == LECTERN_NODE_PLACEHOLDER);

  gaps = _lectern_gaps_new (lectern_node_get_document (placeholder));
  anchors = _lectern_anchors_new (gaps);
  for (guint i = 0; i < gaps->n_gaps; i++)
    if (gaps->gaps[i].node == placeholder)
      g_ptr_array_add (_lectern_bindings_get (bindings, name)->anchors,
                       g_steal_pointer (&anchors->pdata[gaps->gaps[i].run]));
}

/**
 * lectern_bindings_bind_group:
 * @bindings: bindings
 * @name: a name, not empty
 * @group: a group, as [method@Lectern.Field.get_group] gives it
 *
 * Fills all masks of a group with the value of @name.
 */
void
lectern_bindings_bind_group (LecternBindings *bindings, const char *name, const char *group)
{
  g_return_if_fail (bindings != NULL);
  g_return_if_fail (name != NULL && *name != '\0');
  g_return_if_fail (group != NULL);

  g_ptr_array_add (_lectern_bindings_get (bindings, name)->groups, g_strdup (group));
}

static void
set_string (char **to, const char *string)
{
  g_free (*to);
  *to = g_strdup (string);
}

/**
 * lectern_bindings_bind_kind:
 * @bindings: bindings
 * @name: a name, not empty
 * @kind: a kind of placeholder, `LECTERN_PLACEHOLDER_COUNT` and so on
 * @part: (nullable): a part, or %NULL for any
 * @unit: (nullable): a unit, or %NULL for any
 *
 * Fills all masks of a kind that nothing else binds with the value of @name.
 */
void
lectern_bindings_bind_kind (LecternBindings *bindings, const char *name, const char *kind,
                            const char *part, const char *unit)
{
  LecternBinding *binding;

  g_return_if_fail (bindings != NULL);
  g_return_if_fail (name != NULL && *name != '\0');
  g_return_if_fail (kind != NULL);

  binding = _lectern_bindings_get (bindings, name);
  set_string (&binding->kind, kind);
  set_string (&binding->part, part);
  set_string (&binding->unit, unit);
}

/**
 * lectern_bindings_bind_declared:
 * @bindings: bindings
 * @name: a name, not empty
 * @declared: the name that stands in the text
 *
 * Fills the fields that the text calls @declared (`{{轮次}}`) with the value of @name.
 */
void
lectern_bindings_bind_declared (LecternBindings *bindings, const char *name, const char *declared)
{
  g_return_if_fail (bindings != NULL);
  g_return_if_fail (name != NULL && *name != '\0');
  g_return_if_fail (declared != NULL);

  g_ptr_array_add (_lectern_bindings_get (bindings, name)->declared, g_strdup (declared));
}

/**
 * lectern_bindings_set_default:
 * @bindings: bindings
 * @name: a name, not empty
 * @text: (nullable): what its value is where none is given, or %NULL for nothing
 *
 * Sets the default of a name. It goes before what the text says (`{{轮次|3}}`).
 */
void
lectern_bindings_set_default (LecternBindings *bindings, const char *name, const char *text)
{
  g_return_if_fail (bindings != NULL);
  g_return_if_fail (name != NULL && *name != '\0');

  set_string (&_lectern_bindings_get (bindings, name)->value, text);
}

/**
 * lectern_bindings_set_form:
 * @bindings: bindings
 * @name: a name, not empty
 * @form: (nullable): how its values are written, or %NULL for what the place says
 *
 * Sets the form of a name, as `{{轮次:ordinal}}` does in a text.
 */
void
lectern_bindings_set_form (LecternBindings *bindings, const char *name, const char *form)
{
  g_return_if_fail (bindings != NULL);
  g_return_if_fail (name != NULL && *name != '\0');

  set_string (&_lectern_bindings_get (bindings, name)->form, form);
}

/* --- asking --------------------------------------------------------------------------------- */

/**
 * lectern_bindings_list_fields:
 * @bindings: bindings
 * @document: a document
 *
 * Lists the values that a text asks for, in the order in which it does. Masks that nothing binds
 * are there under proposed names.
 *
 * Returns: (transfer container) (element-type LecternField): the fields
 */
GPtrArray *
lectern_bindings_list_fields (LecternBindings *bindings, LecternDocument *document)
{
  g_autoptr (LecternGaps) gaps = NULL;
  g_autoptr (LecternResolution) resolution = NULL;

  g_return_val_if_fail (bindings != NULL, NULL);
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  gaps = _lectern_gaps_new (document);
  resolution = _lectern_bindings_resolve (bindings, gaps);
  return g_ptr_array_ref (resolution->fields);
}

/**
 * lectern_bindings_list_lost:
 * @bindings: bindings
 * @document: a document
 *
 * Lists the places that are bound and that the text does not have any more.
 *
 * Returns: (transfer container) (element-type utf8): for each its name and what stood there
 */
GPtrArray *
lectern_bindings_list_lost (LecternBindings *bindings, LecternDocument *document)
{
  g_autoptr (LecternGaps) gaps = NULL;
  g_autoptr (LecternResolution) resolution = NULL;

  g_return_val_if_fail (bindings != NULL, NULL);
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  gaps = _lectern_gaps_new (document);
  resolution = _lectern_bindings_resolve (bindings, gaps);
  return g_ptr_array_ref (resolution->lost);
}
