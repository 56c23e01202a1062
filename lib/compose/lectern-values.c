/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-values-private.h"

#include "base/lectern-error-private.h"
#include "base/lectern-strings-private.h"

#include <string.h>

/**
 * LecternValues:
 *
 * Values by their names. What is not found here is asked of a resolver, then of the parent.
 *
 * Any number of threads may look up values at once, as long as none sets any.
 */
G_DEFINE_BOXED_TYPE (LecternValues, lectern_values, lectern_values_ref, lectern_values_unref)

#define FIRST_SLOTS 16
#define BLOCK_WORDS 126

/* --- names ---------------------------------------------------------------------------------- */

static gsize
count_words (gsize length)
{
  return length / sizeof (guint64) + 1;
}

/* Names up to this length are asked for without an allocation. */
#define SHORT_NAME 120

typedef struct
{
  guint64 words[SHORT_NAME / sizeof (guint64) + 1];
  guint64 *longer;
} NameBuffer;

static LecternValueName
make_name (guint64 *words, const char *string, gsize length)
{
  guint32 hash = _lectern_hash_bytes (string, length, 0);

  words[count_words (length) - 1] = 0;
  memcpy (words, string, length);
  return (LecternValueName){ (guint64)length << 32 | hash, words[0], words };
}

static LecternValueName
name_init (NameBuffer *buffer, const char *string)
{
  gsize length = strlen (string);
  guint64 *words = buffer->words;

  buffer->longer = NULL;
  if (length > SHORT_NAME)
    words = buffer->longer = g_new (guint64, count_words (length));
  return make_name (words, string, length);
}

static void
name_clear (NameBuffer *buffer)
{
  g_free (buffer->longer);
}

LecternValueName
_lectern_value_name (const char *string)
{
  gsize length = strlen (string);
  guint64 *words = g_new (guint64, count_words (length));

  return make_name (words, string, length);
}

/* Names live as long as the values. They stand in blocks, each of which knows the one before. */
static const guint64 *
keep_name (LecternValues *values, const LecternValueName *name)
{
  gsize n = count_words (_lectern_value_name_length (name));
  guint64 *words;

  if (values->names == NULL || n > values->names_left)
    {
      gsize size = MAX (n, BLOCK_WORDS);
      guint64 **block = g_malloc ((size + 1) * sizeof (guint64));

      *block = values->names;
      values->names = (guint64 *)block;
      values->names_left = size;
      values->names_used = 1;
    }
  words = values->names + values->names_used;
  memcpy (words, name->words, n * sizeof (guint64));
  values->names_used += n;
  values->names_left -= n;
  return words;
}

static void
free_names (LecternValues *values)
{
  while (values->names != NULL)
    {
      guint64 *before = *(guint64 **)values->names;

      g_free (values->names);
      values->names = before;
    }
}

/* --- values --------------------------------------------------------------------------------- */

/**
 * lectern_values_new: (constructor)
 * @parent: (nullable): where what is not found is looked for
 *
 * Makes values without any. They keep a reference on @parent.
 *
 * Returns: (transfer full): the values
 */
LecternValues *
lectern_values_new (LecternValues *parent)
{
  LecternValues *self = g_new0 (LecternValues, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->parent = parent != NULL ? lectern_values_ref (parent) : NULL;
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  return self;
}

/**
 * lectern_values_ref:
 * @values: values
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @values
 */
LecternValues *
lectern_values_ref (LecternValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  g_atomic_ref_count_inc (&values->ref_count);
  return values;
}

/**
 * lectern_values_unref:
 * @values: (transfer full): values
 *
 * Gives a reference back.
 */
void
lectern_values_unref (LecternValues *values)
{
  g_return_if_fail (values != NULL);

  while (values != NULL && g_atomic_ref_count_dec (&values->ref_count))
    {
      LecternValues *parent = values->parent;

      if (values->resolver_destroy != NULL)
        values->resolver_destroy (values->resolver_data);
      for (guint i = 0; i < values->n_entries; i++)
        g_clear_pointer (&values->entries[i].value, lectern_value_unref);
      g_free (values->entries);
      free_names (values);
      g_free (values->slots);
      g_free (values);
      values = parent;
    }
}

/**
 * lectern_values_get_parent:
 * @values: values
 *
 * Gets where what is not found is looked for.
 *
 * Returns: (transfer none) (nullable): the parent, or %NULL where there is none
 */
LecternValues *
lectern_values_get_parent (LecternValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return values->parent;
}

static void
grow (LecternValues *values)
{
  values->n_slots *= 2;
  g_free (values->slots);
  values->slots = g_new0 (guint32, values->n_slots);
  for (guint i = 0; i < values->n_entries; i++)
    *_lectern_values_find_slot (values, &values->entries[i].name) = i + 1;
}

/* Takes the value. */
static void
set_value (LecternValues *values, const LecternValueName *name, LecternValue *value)
{
  guint32 *slot = _lectern_values_find_slot (values, name);
  LecternValueEntry *entry;

  if (*slot != 0)
    {
      entry = &values->entries[*slot - 1];
      g_clear_pointer (&entry->value, lectern_value_unref);
      entry->value = value;
      return;
    }
  if (values->n_entries == values->capacity)
    {
      values->capacity = MAX (FIRST_SLOTS, values->capacity * 2);
      values->entries = g_renew (LecternValueEntry, values->entries, values->capacity);
    }
  entry = &values->entries[values->n_entries++];
  entry->name = *name;
  entry->name.words = keep_name (values, name);
  entry->value = value;
  *slot = values->n_entries;
  if (values->n_entries * 2 > values->n_slots)
    grow (values);
}

/**
 * lectern_values_set:
 * @values: values
 * @name: a name
 * @value: (nullable): what it stands for; %NULL hides what the parent has
 *
 * Sets a value, in the place of the one that the name had.
 */
void
lectern_values_set (LecternValues *values, const char *name, LecternValue *value)
{
  NameBuffer buffer;
  LecternValueName key;

  g_return_if_fail (values != NULL);
  g_return_if_fail (name != NULL);

  key = name_init (&buffer, name);
  set_value (values, &key, value != NULL ? lectern_value_ref (value) : NULL);
  name_clear (&buffer);
}

/**
 * lectern_values_set_text:
 * @values: values
 * @name: a name
 * @text: what it stands for, as a text
 *
 * Sets a text.
 */
void
lectern_values_set_text (LecternValues *values, const char *name, const char *text)
{
  NameBuffer buffer;
  LecternValueName key;

  g_return_if_fail (values != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (text != NULL);

  key = name_init (&buffer, name);
  set_value (values, &key, lectern_value_new_text (text, -1));
  name_clear (&buffer);
}

/**
 * lectern_values_set_resolver:
 * @values: values
 * @resolver: (nullable) (scope notified) (closure user_data) (destroy destroy): what to ask
 * @user_data: what is given to @resolver
 * @destroy: (nullable): frees @user_data
 *
 * Sets what is asked for values that are not set here, before the parent is. What it finds is not
 * kept: it is asked again each time.
 */
void
lectern_values_set_resolver (LecternValues *values, LecternValueResolver resolver,
                             gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (values != NULL);

  if (values->resolver_destroy != NULL)
    values->resolver_destroy (values->resolver_data);
  values->resolver = resolver;
  values->resolver_data = user_data;
  values->resolver_destroy = destroy;
}

LecternValue *
_lectern_values_peek_up (LecternValues *values, const LecternValueName *name, LecternValue **made)
{
  *made = NULL;
  for (; values != NULL; values = values->parent)
    {
      guint32 slot = *_lectern_values_find_slot (values, name);

      if (slot != 0)
        return values->entries[slot - 1].value;
      if (values->resolver != NULL)
        *made = values->resolver (values, _lectern_value_name_string (name), values->resolver_data);
      if (*made != NULL)
        return *made;
    }
  return NULL;
}

/**
 * lectern_values_lookup:
 * @values: values
 * @name: a name
 *
 * Looks for a value: here, then at the resolver, then in the parent in the same way.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where there is none
 */
LecternValue *
lectern_values_lookup (LecternValues *values, const char *name)
{
  NameBuffer buffer;
  LecternValueName key;
  LecternValue *made, *found;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = name_init (&buffer, name);
  found = _lectern_values_peek (values, &key, &made);
  name_clear (&buffer);
  return found != NULL && made == NULL ? lectern_value_ref (found) : found;
}

/**
 * lectern_values_list_names:
 * @values: values
 *
 * Lists the names that have a value, those of the parent included, those of a resolver not: first
 * the own ones in the order in which they were set, then what the parent has besides.
 *
 * Returns: (transfer container) (element-type utf8): the names
 */
GPtrArray *
lectern_values_list_names (LecternValues *values)
{
  GPtrArray *names;
  g_autoptr (GHashTable) seen = NULL;

  g_return_val_if_fail (values != NULL, NULL);

  names = g_ptr_array_new_with_free_func (g_free);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (; values != NULL; values = values->parent)
    for (guint i = 0; i < values->n_entries; i++)
      {
        const char *name = _lectern_value_name_string (&values->entries[i].name);

        if (g_hash_table_add (seen, (gpointer)name) && values->entries[i].value != NULL)
          g_ptr_array_add (names, g_strdup (name));
      }
  return names;
}

/**
 * lectern_values_new_from_key_file:
 * @key_file: a key file
 * @group: the group whose entries are meant
 * @error: return location for an error
 *
 * Makes values of the entries of a group. An entry is a text; where its key ends with a kind, as in
 * `日期:date=2025-03-12`, it is read as [ctor@Lectern.Value.new_from_string] does. Fails with
 * `LECTERN_ERROR_VALUE` where an entry is no value of its kind or an escape is wrong, and with
 * `G_KEY_FILE_ERROR_GROUP_NOT_FOUND` where there is no such group.
 *
 * Returns: (transfer full): the values
 */
LecternValues *
lectern_values_new_from_key_file (GKeyFile *key_file, const char *group, GError **error)
{
  g_autoptr (LecternValues) values = NULL;
  g_auto (GStrv) keys = NULL;

  g_return_val_if_fail (key_file != NULL, NULL);
  g_return_val_if_fail (group != NULL, NULL);

  if ((keys = g_key_file_get_keys (key_file, group, NULL, error)) == NULL)
    return NULL;
  values = lectern_values_new (NULL);
  for (char **key = keys; *key != NULL; key++)
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *text = g_key_file_get_string (key_file, group, *key, &local);
      const char *colon = strchr (*key, ':');
      g_autofree char *name
          = g_strndup (*key, colon != NULL ? (gsize)(colon - *key) : strlen (*key));
      g_autoptr (LecternValue) value = NULL;

      if (text != NULL)
        value = lectern_value_new_from_string (colon != NULL ? colon + 1 : NULL, text, &local);
      if (value == NULL)
        {
          _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, NULL, "[%s] %s: %s", group, *key,
                              local->message);
          return NULL;
        }
      lectern_values_set (values, name, value);
    }
  return g_steal_pointer (&values);
}
