/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-generalization-private.h"

#include "base/lectern-error-private.h"
#include "compose/lectern-csv-private.h"

#include <string.h>

/**
 * LecternGeneralization:
 *
 * A template that several speeches have in common, and what each of them has in its fields: filled
 * with the values of a row the template gives that speech back, byte for byte.
 *
 * A generalization never changes and may be used by several threads.
 */
struct _LecternGeneralization
{
  gatomicrefcount references;
  LecternDocument *template;
  LecternGeneral *general;
  GPtrArray *documents;
  LecternShared *runs;
};

G_DEFINE_BOXED_TYPE (LecternGeneralization, lectern_generalization, lectern_generalization_ref,
                     lectern_generalization_unref)

/* How often a template is put together anew before it is written more simply. */
#define ROUNDS 8
/* How far the end of a field is looked for, in bytes. */
#define MAX_FIELD 600

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const LecternSpan *one = a, *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* {{…}}, whatever it means: fields, and lines of a template. */
static void
add_braces (GArray *spans, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; (p = g_strstr_len (p, end - p, "{{")) != NULL;)
    {
      const char *close = g_strstr_len (p, MIN (end - p, MAX_FIELD), "}}");
      LecternSpan span = { (gsize)(p - text), 0 };

      p = close != NULL ? close + 2 : p + 2;
      span.end = (gsize)(p - text);
      g_array_append_val (spans, span);
    }
}

/* What looks like a field already: it becomes a value, which is never read as anything. */
static GArray *
list_fields_of (LecternDocument *document)
{
  GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (document));
  g_autoptr (GPtrArray) placeholders
      = lectern_document_list_nodes (document, LECTERN_NODE_PLACEHOLDER);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (LecternSpan));
  LecternSpan span;

  for (guint i = 0; i < placeholders->len; i++)
    if (g_strcmp0 (lectern_node_get_property (placeholders->pdata[i], LECTERN_PROPERTY_FORM),
                   LECTERN_FORM_DECLARED)
        == 0)
      {
        lectern_node_get_span (placeholders->pdata[i], &span);
        g_array_append_val (spans, span);
      }
  add_braces (spans, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_array_sort (spans, compare_starts);
  return spans;
}

/* Puts the template together until every speech comes back from it. NULL where it cannot be. */
static LecternGeneral *
put_together (GPtrArray *documents, LecternShared *runs, gboolean conditions)
{
  g_autoptr (GHashTable) plain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LecternGeneralStyle style = { conditions, plain, taken };

  g_hash_table_add (taken, g_strdup (LECTERN_GENERAL_ROW));
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (LecternSpan));
      g_autoptr (LecternGeneral) general = _lectern_general_new (documents, runs, &style);

      switch (_lectern_general_check (general, &style, cut))
        {
        case LECTERN_GENERAL_GOOD:
          general->style = NULL;
          return g_steal_pointer (&general);
        case LECTERN_GENERAL_BAD:
          return NULL;
        case LECTERN_GENERAL_AGAIN:
          g_array_sort (cut, compare_starts);
          _lectern_shared_cut (runs, cut);
        }
    }
  return NULL;
}

static void
free_parts (LecternGeneralization *generalization)
{
  g_clear_object (&generalization->template);
  g_clear_pointer (&generalization->general, _lectern_general_free);
  g_clear_pointer (&generalization->runs, _lectern_shared_free);
  g_clear_pointer (&generalization->documents, g_ptr_array_unref);
  g_free (generalization);
}

/* Takes everything apart from what is shared by whole lines, as the last resort. */
static gboolean
make (LecternGeneralization *made, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  for (guint conditions = 2; made->general == NULL && conditions-- > 0;)
    made->general = put_together (made->documents, made->runs, conditions == 1);
  if (made->general == NULL)
    {
      _lectern_set_error (error, LECTERN_ERROR_TEMPLATE, NULL, NULL,
                          "No template gives all of these speeches back");
      return FALSE;
    }
  bytes = g_bytes_new (made->general->text->str, made->general->text->len);
  made->template = lectern_document_new_from_text (bytes, error);
  return made->template != NULL;
}

/**
 * lectern_generalization_new:
 * @documents: (element-type LecternDocument): two or more speeches of one kind
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Makes a template of speeches: what all of them have, in the same order, stays; what differs
 * becomes a field with a name and a kind. A figure or name at a place that otherwise is the same
 * has the kind that its neighbours tell; a paragraph in which hardly a word is the same is one
 * field; lines that only some have stand between `{{#if … exists}}` and `{{/if}}`. What looks like
 * a field in the speeches becomes a value. Places where every speech has the same are one field.
 *
 * It is tried that each speech comes back from the template byte for byte; a value whose place
 * would write it otherwise is a plain text there.
 *
 * Fails with `LECTERN_ERROR_TEMPLATE` where no such template is found, and where @cancellable was
 * cancelled.
 *
 * Returns: (transfer full): the template and its values, or %NULL with @error set
 */
LecternGeneralization *
lectern_generalization_new (GPtrArray *documents, GCancellable *cancellable, GError **error)
{
  LecternGeneralization *made;
  g_autoptr (GArray) fields = NULL;
  LecternShared *runs;

  g_return_val_if_fail (documents != NULL && documents->len >= 2, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  runs = _lectern_shared_new (documents, cancellable, error);
  if (runs == NULL)
    return NULL;
  made = g_new0 (LecternGeneralization, 1);
  g_atomic_ref_count_init (&made->references);
  made->runs = runs;
  made->documents = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (made->documents, g_object_ref (documents->pdata[i]));
  fields = list_fields_of (documents->pdata[0]);
  _lectern_shared_cut (runs, fields);
  if (make (made, error))
    return made;
  free_parts (made);
  return NULL;
}

/**
 * lectern_generalization_ref:
 * @generalization: a generalization
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @generalization
 */
LecternGeneralization *
lectern_generalization_ref (LecternGeneralization *generalization)
{
  g_return_val_if_fail (generalization != NULL, NULL);

  g_atomic_ref_count_inc (&generalization->references);
  return generalization;
}

/**
 * lectern_generalization_unref:
 * @generalization: (transfer full): a generalization
 *
 * Drops a reference; with the last one the generalization goes.
 */
void
lectern_generalization_unref (LecternGeneralization *generalization)
{
  g_return_if_fail (generalization != NULL);

  if (g_atomic_ref_count_dec (&generalization->references))
    free_parts (generalization);
}

/**
 * lectern_generalization_get_template:
 * @generalization: a generalization
 *
 * Gets the template.
 *
 * Returns: (transfer none): a speech with declared fields
 */
LecternDocument *
lectern_generalization_get_template (LecternGeneralization *generalization)
{
  g_return_val_if_fail (generalization != NULL, NULL);

  return generalization->template;
}

/**
 * lectern_generalization_get_n_rows:
 * @generalization: a generalization
 *
 * Counts the rows of values: there is one for each speech.
 *
 * Returns: how many speeches there were
 */
guint
lectern_generalization_get_n_rows (LecternGeneralization *generalization)
{
  g_return_val_if_fail (generalization != NULL, 0);

  return generalization->documents->len;
}

/**
 * lectern_generalization_get_n_fields:
 * @generalization: a generalization
 *
 * Counts the fields of the template.
 *
 * Returns: how many names there are
 */
guint
lectern_generalization_get_n_fields (LecternGeneralization *generalization)
{
  g_return_val_if_fail (generalization != NULL, 0);

  return generalization->general->fields->len;
}

static const LecternGeneralField *
get_field (LecternGeneralization *generalization, guint field)
{
  return generalization->general->fields->pdata[field];
}

/**
 * lectern_generalization_get_name:
 * @generalization: a generalization
 * @field: the number of a field, from 0, in the order of the template
 *
 * Gets the name of a field.
 *
 * Returns: (transfer none): the name
 */
const char *
lectern_generalization_get_name (LecternGeneralization *generalization, guint field)
{
  g_return_val_if_fail (generalization != NULL, NULL);
  g_return_val_if_fail (field < generalization->general->fields->len, NULL);

  return get_field (generalization, field)->name;
}

/**
 * lectern_generalization_get_kind:
 * @generalization: a generalization
 * @field: the number of a field, from 0, in the order of the template
 *
 * Gets the kind of a field, as the template declares it.
 *
 * Returns: (transfer none): `LECTERN_PLACEHOLDER_TEXT` or another kind of placeholder
 */
const char *
lectern_generalization_get_kind (LecternGeneralization *generalization, guint field)
{
  g_return_val_if_fail (generalization != NULL, NULL);
  g_return_val_if_fail (field < generalization->general->fields->len, NULL);

  return get_field (generalization, field)->kind;
}

/**
 * lectern_generalization_get_value:
 * @generalization: a generalization
 * @row: the number of a speech, from 0
 * @field: the number of a field, from 0, in the order of the template
 *
 * Gets what a speech has in a field.
 *
 * Returns: (transfer none): the text; empty where the speech has nothing there
 */
GBytes *
lectern_generalization_get_value (LecternGeneralization *generalization, guint row, guint field)
{
  g_return_val_if_fail (generalization != NULL, NULL);
  g_return_val_if_fail (row < generalization->documents->len, NULL);
  g_return_val_if_fail (field < generalization->general->fields->len, NULL);

  return get_field (generalization, field)->values->pdata[row];
}

/**
 * lectern_generalization_dup_values:
 * @generalization: a generalization
 * @row: the number of a speech, from 0
 *
 * Gets the values that give a speech back, as texts by the names of the fields. A field in which
 * the speech has nothing has no value.
 *
 * Returns: (transfer full): the values
 */
LecternValues *
lectern_generalization_dup_values (LecternGeneralization *generalization, guint row)
{
  g_return_val_if_fail (generalization != NULL, NULL);
  g_return_val_if_fail (row < generalization->documents->len, NULL);

  return _lectern_general_new_values (generalization->general, row);
}

/**
 * lectern_generalization_get_similarity:
 * @generalization: a generalization
 *
 * Gets how much of the speeches is the same in all of them: the bytes that stand in the template,
 * as a part of those of the longest speech.
 *
 * Returns: from 0, nothing, to 1, everything
 */
double
lectern_generalization_get_similarity (LecternGeneralization *generalization)
{
  gsize shared = 0, longest = 0;

  g_return_val_if_fail (generalization != NULL, 0);

  for (guint i = 0; i < generalization->general->shared->len; i++)
    shared += g_array_index (generalization->general->shared, LecternGeneralText, i).length;
  for (guint d = 0; d < generalization->documents->len; d++)
    {
      gsize length;

      _lectern_general_text (generalization->general, d, &length);
      longest = MAX (longest, length);
    }
  return longest > 0 ? (double)shared / (double)longest : 1;
}

/**
 * lectern_generalization_to_csv:
 * @generalization: a generalization
 *
 * Writes the values as a table (RFC 4180, UTF-8): a row of the names, then a row for each speech.
 * The first column, 篇次, numbers the speeches; so no row is empty.
 *
 * Returns: (transfer full): the table
 */
GBytes *
lectern_generalization_to_csv (LecternGeneralization *generalization)
{
  LecternCsv csv = { NULL, FALSE };
  guint n;

  g_return_val_if_fail (generalization != NULL, NULL);

  csv.out = g_string_new (NULL);
  n = generalization->general->fields->len;
  _lectern_csv_add (&csv, LECTERN_GENERAL_ROW, strlen (LECTERN_GENERAL_ROW));
  for (guint i = 0; i < n; i++)
    {
      const char *name = get_field (generalization, i)->name;

      _lectern_csv_add (&csv, name, strlen (name));
    }
  _lectern_csv_end_row (&csv);
  for (guint row = 0; row < generalization->documents->len; row++)
    {
      char number[16];

      _lectern_csv_add (&csv, number, (gsize)g_snprintf (number, sizeof number, "%u", row + 1));
      for (guint i = 0; i < n; i++)
        {
          gsize length;
          const char *text
              = g_bytes_get_data (get_field (generalization, i)->values->pdata[row], &length);

          _lectern_csv_add (&csv, text, length);
        }
      _lectern_csv_end_row (&csv);
    }
  return g_string_free_to_bytes (csv.out);
}
