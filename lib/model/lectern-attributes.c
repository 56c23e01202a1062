/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-attributes-private.h"

#include <string.h>

/**
 * LECTERN_PROPERTY_BOM:
 *
 * Of the speech: `true` if its text came with a byte order mark.
 */

/**
 * LECTERN_PROPERTY_COUNT:
 *
 * Of an announcement: how many things it announces, a number, or `indefinite` or `masked`.
 */

/**
 * LECTERN_PROPERTY_DEFAULT:
 *
 * Of a declared placeholder, and of a directive that declares one: what is put in where no value
 * is given.
 */

/**
 * LECTERN_PROPERTY_DO:
 *
 * Of a directive: what it does, `field`, `meta`, `if`, `else`, `repeat`, `end`, `include` or
 * `comment`.
 */

/**
 * LECTERN_PROPERTY_ENCODING:
 *
 * Of the speech: the encoding that its text came in, where that is not UTF-8.
 */

/**
 * LECTERN_PROPERTY_FILLED:
 *
 * Of a placeholder: `true` if its text is its value and no longer its mask.
 */

/**
 * LECTERN_PROPERTY_FORM:
 *
 * Of a placeholder: how it came about, such as `LECTERN_FORM_FILL_IN`.
 */

/**
 * LECTERN_PROPERTY_GROUP:
 *
 * Of a placeholder: what it shares its value with.
 */

/**
 * LECTERN_PROPERTY_ID:
 *
 * Of a section or series: the identifier that was read from XML or set. See
 * [method@Lectern.Node.get_id] for the one that a node has otherwise.
 */

/**
 * LECTERN_PROPERTY_IN:
 *
 * Of a directive that repeats: the name of the list.
 */

/**
 * LECTERN_PROPERTY_KEY:
 *
 * Of a series without markers: the words with which each of its points begins.
 */

/**
 * LECTERN_PROPERTY_KEYWORD:
 *
 * Of an announcement: the word that what it announces has in common, as in 五个“紧盯”.
 */

/**
 * LECTERN_PROPERTY_KIND:
 *
 * Of a placeholder, and of a directive that declares one: what belongs there, such as
 * `LECTERN_PLACEHOLDER_DATE`.
 */

/**
 * LECTERN_PROPERTY_MASK:
 *
 * Of a filled placeholder: the mask that stood there.
 */

/**
 * LECTERN_PROPERTY_NAME:
 *
 * Of a placeholder: the name of the field. Of a directive: the name of the field, item, fragment
 * or fact that it is about.
 */

/**
 * LECTERN_PROPERTY_NUMBER:
 *
 * Of a section, point or entry: what its marker says, where that is not its position.
 */

/**
 * LECTERN_PROPERTY_NUMBERING:
 *
 * Of a section or series: its numbering, as the marker of position 1.
 */

/**
 * LECTERN_PROPERTY_PART:
 *
 * Of a placeholder: the part of its kind that belongs there, such as `year` or `surname`.
 */

/**
 * LECTERN_PROPERTY_TEST:
 *
 * Of a directive: the condition.
 */

/**
 * LECTERN_PROPERTY_UNIT:
 *
 * Of a placeholder: the unit of what is counted, such as `万元`.
 */

/**
 * LECTERN_PROPERTY_VALUE:
 *
 * Of a directive that says a fact about its text: what it says.
 */

G_STATIC_ASSERT (LECTERN_N_ATTRIBUTES <= 32);

const char *const _lectern_attribute_names[LECTERN_N_ATTRIBUTES] = {
  [LECTERN_ATTRIBUTE_ID] = LECTERN_PROPERTY_ID,
  [LECTERN_ATTRIBUTE_DO] = LECTERN_PROPERTY_DO,
  [LECTERN_ATTRIBUTE_KIND] = LECTERN_PROPERTY_KIND,
  [LECTERN_ATTRIBUTE_PART] = LECTERN_PROPERTY_PART,
  [LECTERN_ATTRIBUTE_UNIT] = LECTERN_PROPERTY_UNIT,
  [LECTERN_ATTRIBUTE_GROUP] = LECTERN_PROPERTY_GROUP,
  [LECTERN_ATTRIBUTE_NAME] = LECTERN_PROPERTY_NAME,
  [LECTERN_ATTRIBUTE_DEFAULT] = LECTERN_PROPERTY_DEFAULT,
  [LECTERN_ATTRIBUTE_TEST] = LECTERN_PROPERTY_TEST,
  [LECTERN_ATTRIBUTE_IN] = LECTERN_PROPERTY_IN,
  [LECTERN_ATTRIBUTE_VALUE] = LECTERN_PROPERTY_VALUE,
  [LECTERN_ATTRIBUTE_FORM] = LECTERN_PROPERTY_FORM,
  [LECTERN_ATTRIBUTE_FILLED] = LECTERN_PROPERTY_FILLED,
  [LECTERN_ATTRIBUTE_MASK] = LECTERN_PROPERTY_MASK,
  [LECTERN_ATTRIBUTE_NUMBER] = LECTERN_PROPERTY_NUMBER,
  [LECTERN_ATTRIBUTE_NUMBERING] = LECTERN_PROPERTY_NUMBERING,
  [LECTERN_ATTRIBUTE_KEY] = LECTERN_PROPERTY_KEY,
  [LECTERN_ATTRIBUTE_COUNT] = LECTERN_PROPERTY_COUNT,
  [LECTERN_ATTRIBUTE_KEYWORD] = LECTERN_PROPERTY_KEYWORD,
  [LECTERN_ATTRIBUTE_ENCODING] = LECTERN_PROPERTY_ENCODING,
  [LECTERN_ATTRIBUTE_BOM] = LECTERN_PROPERTY_BOM,
};

/* Which properties begin with a letter: their numbers plus one. */
static const guint8 by_letter['z' - 'a' + 1][4] = {
  ['b' - 'a'] = { LECTERN_ATTRIBUTE_BOM + 1 },
  ['c' - 'a'] = { LECTERN_ATTRIBUTE_COUNT + 1 },
  ['d' - 'a'] = { LECTERN_ATTRIBUTE_DEFAULT + 1, LECTERN_ATTRIBUTE_DO + 1 },
  ['e' - 'a'] = { LECTERN_ATTRIBUTE_ENCODING + 1 },
  ['f' - 'a'] = { LECTERN_ATTRIBUTE_FORM + 1, LECTERN_ATTRIBUTE_FILLED + 1 },
  ['g' - 'a'] = { LECTERN_ATTRIBUTE_GROUP + 1 },
  ['i' - 'a'] = { LECTERN_ATTRIBUTE_IN + 1 },
  ['k' - 'a']
  = { LECTERN_ATTRIBUTE_KIND + 1, LECTERN_ATTRIBUTE_KEY + 1, LECTERN_ATTRIBUTE_KEYWORD + 1 },
  ['m' - 'a'] = { LECTERN_ATTRIBUTE_MASK + 1 },
  ['n' - 'a']
  = { LECTERN_ATTRIBUTE_NUMBERING + 1, LECTERN_ATTRIBUTE_NUMBER + 1, LECTERN_ATTRIBUTE_NAME + 1 },
  ['p' - 'a'] = { LECTERN_ATTRIBUTE_PART + 1 },
  ['t' - 'a'] = { LECTERN_ATTRIBUTE_TEST + 1 },
  ['u' - 'a'] = { LECTERN_ATTRIBUTE_UNIT + 1 },
  ['v' - 'a'] = { LECTERN_ATTRIBUTE_VALUE + 1 },
  ['x' - 'a'] = { LECTERN_ATTRIBUTE_ID + 1 },
};

int
_lectern_attribute_from_name (const char *name)
{
  const guint8 *candidate;

  if (name[0] < 'a' || name[0] > 'z')
    return -1;
  for (candidate = by_letter[name[0] - 'a']; *candidate != 0; candidate++)
    if (strcmp (_lectern_attribute_names[*candidate - 1], name) == 0)
      return *candidate - 1;
  return -1;
}

void
_lectern_attributes_init (LecternAttributes *attributes)
{
  memset (attributes, 0, sizeof *attributes);
  _lectern_strings_init (&attributes->strings);
  attributes->capacity = 64;
  attributes->data = g_new (guint32, attributes->capacity);
  attributes->data[0] = 0;
  attributes->length = 1;
  attributes->n_slots = 32;
  attributes->slots = g_new0 (guint32, attributes->n_slots);
  attributes->hashes = g_new0 (guint32, attributes->n_slots);
}

void
_lectern_attributes_clear (LecternAttributes *attributes)
{
  _lectern_strings_clear (&attributes->strings);
  g_free (attributes->data);
  g_free (attributes->slots);
  g_free (attributes->hashes);
  memset (attributes, 0, sizeof *attributes);
}

void
_lectern_attributes_close (LecternAttributes *attributes)
{
  _lectern_strings_close (&attributes->strings);
  g_clear_pointer (&attributes->slots, g_free);
  g_clear_pointer (&attributes->hashes, g_free);
  attributes->n_slots = 0;
  attributes->capacity = attributes->length;
  attributes->data = g_renew (guint32, attributes->data, attributes->length);
}

static void
grow_slots (LecternAttributes *attributes)
{
  guint n_slots = attributes->n_slots * 2;
  guint32 *slots = g_new0 (guint32, n_slots);
  guint32 *hashes = g_new0 (guint32, n_slots);

  for (guint i = 0; i < attributes->n_slots; i++)
    if (attributes->slots[i] != 0)
      {
        guint slot = attributes->hashes[i] & (n_slots - 1);

        while (slots[slot] != 0)
          slot = (slot + 1) & (n_slots - 1);
        slots[slot] = attributes->slots[i];
        hashes[slot] = attributes->hashes[i];
      }
  g_free (attributes->slots);
  g_free (attributes->hashes);
  attributes->slots = slots;
  attributes->hashes = hashes;
  attributes->n_slots = n_slots;
}

static gboolean
set_equal (const LecternAttributes *attributes, guint32 set, guint32 mask,
           const char *const *values)
{
  const guint32 *data = attributes->data + set;

  if (*data++ != mask)
    return FALSE;
  for (; mask != 0; mask &= mask - 1)
    if (strcmp (attributes->strings.data + *data++, values[__builtin_ctz (mask)]) != 0)
      return FALSE;
  return TRUE;
}

static guint32
add_set (LecternAttributes *attributes, guint32 mask, const char *const *values)
{
  guint32 set = attributes->length;

  if (attributes->capacity - attributes->length < LECTERN_N_ATTRIBUTES + 1)
    {
      attributes->capacity *= 2;
      attributes->data = g_renew (guint32, attributes->data, attributes->capacity);
    }
  attributes->data[attributes->length++] = mask;
  attributes->used |= mask;
  for (; mask != 0; mask &= mask - 1)
    {
      const char *value = values[__builtin_ctz (mask)];

      attributes->data[attributes->length++]
          = _lectern_strings_add (&attributes->strings, value, strlen (value));
    }
  return set;
}

/* `values` are by LecternAttributeId; only those in `mask` are looked at. */
static guint32
intern (LecternAttributes *attributes, guint32 mask, const char *const *values)
{
  guint32 hash = mask;
  guint32 set;
  guint slot;

  if (mask == 0)
    return 0;
  for (guint32 rest = mask; rest != 0; rest &= rest - 1)
    {
      const char *value = values[__builtin_ctz (rest)];

      hash = _lectern_hash_bytes (value, strlen (value), hash);
    }
  slot = hash & (attributes->n_slots - 1);
  for (; (set = attributes->slots[slot]) != 0; slot = (slot + 1) & (attributes->n_slots - 1))
    if (attributes->hashes[slot] == hash && set_equal (attributes, set, mask, values))
      return set;
  set = add_set (attributes, mask, values);
  attributes->slots[slot] = set;
  attributes->hashes[slot] = hash;
  if (++attributes->n_sets > attributes->n_slots / 2)
    grow_slots (attributes);
  return set;
}

guint32
_lectern_attributes_intern (LecternAttributes *attributes, const LecternAttribute *list,
                            guint n_list)
{
  const char *values[LECTERN_N_ATTRIBUTES];
  guint32 mask = 0;

  for (guint i = 0; i < n_list; i++)
    {
      int id = _lectern_attribute_from_name (list[i].name);

      if (id < 0)
        g_critical ("there is no property “%s”", list[i].name);
      else if (list[i].value != NULL)
        {
          values[id] = list[i].value;
          mask |= 1u << id;
        }
    }
  return intern (attributes, mask, values);
}

guint32
_lectern_attributes_change (LecternAttributes *attributes, guint32 set, LecternAttributeId id,
                            const char *value)
{
  const char *values[LECTERN_N_ATTRIBUTES];
  /* Adding moves the pool, so the values are copied out of it. */
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  guint32 mask = attributes->data[set];
  const guint32 *data = attributes->data + set + 1;

  for (guint32 rest = mask; rest != 0; rest &= rest - 1)
    {
      char *copy = g_strdup (attributes->strings.data + *data++);

      values[__builtin_ctz (rest)] = copy;
      g_ptr_array_add (copies, copy);
    }
  mask &= ~(1u << id);
  if (value != NULL)
    {
      mask |= 1u << id;
      values[id] = value;
    }
  return intern (attributes, mask, values);
}

const char *
_lectern_attributes_get (const LecternAttributes *attributes, guint32 set, LecternAttributeId id)
{
  const guint32 *data = attributes->data + set;
  guint32 bit = 1u << id;

  if ((*data & bit) == 0)
    return NULL;
  return attributes->strings.data + data[1 + __builtin_popcount (*data & (bit - 1))];
}

gboolean
_lectern_attributes_get_nth (const LecternAttributes *attributes, guint32 set, guint n,
                             LecternAttributeId *id, const char **value)
{
  guint32 mask = attributes->data[set];

  for (guint i = 0; i < n; i++)
    mask &= mask - 1;
  if (mask == 0)
    return FALSE;
  *value = attributes->strings.data + attributes->data[set + 1 + n];
  *id = (LecternAttributeId)__builtin_ctz (mask);
  return TRUE;
}
