/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-private.h"

void
_lectern_form_find_place (LecternNode *placeholder, LecternPlace *place)
{
  LecternDocument *document = lectern_node_get_document (placeholder);
  GBytes *text = lectern_source_get_bytes (lectern_document_get_source (document));

  *place = (LecternPlace){ 0 };
  place->text = g_bytes_get_data (text, &place->length);
  place->language = lectern_document_get_language (document);
  place->kind = lectern_node_get_property (placeholder, LECTERN_PROPERTY_KIND);
  place->part = lectern_node_get_property (placeholder, LECTERN_PROPERTY_PART);
  place->unit = lectern_node_get_property (placeholder, LECTERN_PROPERTY_UNIT);
  place->name = lectern_node_get_property (placeholder, LECTERN_PROPERTY_NAME);
  lectern_node_get_span (placeholder, &place->span);
}

/**
 * lectern_value_to_form:
 * @value: a value
 * @placeholder: a placeholder
 * @form: (nullable): what `{{name:form}}` may say (`chinese`, `surname`, …), or %NULL for what the
 *   placeholder and its neighbours say
 * @error: return location for an error
 *
 * Writes a value as it would be put in the place of a placeholder (GB/T 15835-2011): 3 is 三 in
 * 第X轮 and 3 in X个. What each place wants is described in the chapter on values. Fails with
 * `LECTERN_ERROR_VALUE` where the value cannot take the form.
 *
 * Returns: (transfer full): the text that takes the place of the mask
 */
GBytes *
lectern_value_to_form (LecternValue *value, LecternNode *placeholder, const char *form,
                       GError **error)
{
  g_autoptr (GString) out = NULL;
  LecternPlace place;

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (placeholder != NULL, NULL);
  g_return_val_if_fail (lectern_node_get_kind (placeholder) == LECTERN_NODE_PLACEHOLDER, NULL);

  _lectern_form_find_place (placeholder, &place);
  place.form = form;
  out = g_string_new (NULL);
  if (!_lectern_form_append (out, &place, value, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
