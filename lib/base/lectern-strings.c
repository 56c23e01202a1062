/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-strings-private.h"

#include <string.h>

void
_lectern_strings_init (LecternStrings *strings)
{
  memset (strings, 0, sizeof *strings);
  strings->capacity = 64;
  strings->data = g_malloc (strings->capacity);
  strings->data[0] = '\0';
  strings->length = 1;
  strings->n_slots = 16;
  strings->slots = g_new0 (guint32, strings->n_slots);
}

void
_lectern_strings_clear (LecternStrings *strings)
{
  g_free (strings->data);
  g_free (strings->slots);
  memset (strings, 0, sizeof *strings);
}

/* Multiply and fold, eight bytes at a time: the strings are a few bytes long. */
guint32
_lectern_hash_bytes (const char *bytes, gsize length, guint32 seed)
{
  guint64 hash = (seed ^ (guint64)length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 word;

  for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
    }
  word = 0;
  for (gsize i = 0; i < length; i++)
    word = word << 8 | (guint8)bytes[i];
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return (guint32)(hash ^ hash >> 32);
}

static void
grow_slots (LecternStrings *strings)
{
  guint n_slots = strings->n_slots * 2;
  guint32 *slots = g_new0 (guint32, n_slots);

  for (guint i = 0; i < strings->n_slots; i++)
    if (strings->slots[i] != 0)
      {
        const char *string = strings->data + strings->slots[i];
        guint slot = _lectern_hash_bytes (string, strlen (string), 0) & (n_slots - 1);

        while (slots[slot] != 0)
          slot = (slot + 1) & (n_slots - 1);
        slots[slot] = strings->slots[i];
      }
  g_free (strings->slots);
  strings->slots = slots;
  strings->n_slots = n_slots;
}

guint32
_lectern_strings_add (LecternStrings *strings, const char *string, gsize length)
{
  guint slot;
  guint32 offset;

  if (length == 0)
    return 0;
  slot = _lectern_hash_bytes (string, length, 0) & (strings->n_slots - 1);
  for (; (offset = strings->slots[slot]) != 0; slot = (slot + 1) & (strings->n_slots - 1))
    if (strncmp (strings->data + offset, string, length) == 0
        && strings->data[offset + length] == '\0')
      return offset;

  if (strings->capacity - strings->length < length + 1)
    {
      strings->capacity = MAX (strings->capacity * 2, strings->length + length + 1);
      strings->data = g_realloc (strings->data, strings->capacity);
    }
  offset = (guint32)strings->length;
  memcpy (strings->data + offset, string, length);
  strings->data[offset + length] = '\0';
  strings->length += length + 1;
  strings->slots[slot] = offset;
  if (++strings->n_strings > strings->n_slots / 2)
    grow_slots (strings);
  return offset;
}

void
_lectern_strings_close (LecternStrings *strings)
{
  g_clear_pointer (&strings->slots, g_free);
  strings->n_slots = 0;
  strings->capacity = strings->length;
  strings->data = g_realloc (strings->data, strings->length);
}
