/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* A name with its hash, so that what is asked for in every row is hashed once. Up to the next
 * multiple of 8, zeros stand behind it, so that names are compared by words. */
typedef struct
{
  guint64 tag;   /* length and hash */
  guint64 first; /* word */
  const guint64 *words;
} LecternValueName;

typedef struct
{
  LecternValueName name;
  LecternValue *value; /* NULL: there is none, whatever the parent has */
} LecternValueEntry;

struct _LecternValues
{
  gatomicrefcount ref_count;
  LecternValues *parent;
  LecternValueEntry *entries; /* in the order in which they were set */
  guint n_entries;
  guint capacity;
  guint32 *slots; /* open addressing: number of the entry + 1, 0 = free */
  guint n_slots;  /* a power of two */
  guint64 *names; /* the last block of them */
  gsize names_used;
  gsize names_left;
  LecternValueResolver resolver;
  gpointer resolver_data;
  GDestroyNotify resolver_destroy;
};

/* The words are for g_free(). */
LecternValueName _lectern_value_name (const char *string);

static inline const char *
_lectern_value_name_string (const LecternValueName *name)
{
  return (const char *)name->words;
}

static inline gsize
_lectern_value_name_length (const LecternValueName *name)
{
  return (gsize)(name->tag >> 32);
}

static inline guint32
_lectern_value_name_hash (const LecternValueName *name)
{
  return (guint32)name->tag;
}

static inline gboolean
_lectern_value_name_equal (const LecternValueName *a, const LecternValueName *b)
{
  gsize length;

  if (a->tag != b->tag || a->first != b->first)
    return FALSE;
  length = _lectern_value_name_length (a);
  for (gsize i = 1; i * 8 < length; i++)
    if (a->words[i] != b->words[i])
      return FALSE;
  return TRUE;
}

/* The slot that the name has, or the free one that it would get. */
static inline guint32 *
_lectern_values_find_slot (const LecternValues *values, const LecternValueName *name)
{
  guint mask = values->n_slots - 1;
  guint i = _lectern_value_name_hash (name) & mask;

  while (values->slots[i] != 0
         && !_lectern_value_name_equal (&values->entries[values->slots[i] - 1].name, name))
    i = (i + 1) & mask;
  return &values->slots[i];
}

/* The same through parents and resolvers. */
LecternValue *_lectern_values_peek_up (LecternValues *values, const LecternValueName *name,
                                       LecternValue **made);

/* As lectern_values_lookup(), but without a reference: where a resolver made the value, `*made` is
 * set to it and must be given back with lectern_value_unref(); else it is set to NULL. The value
 * lives until it is set anew. */
static inline LecternValue *
_lectern_values_peek (LecternValues *values, const LecternValueName *name, LecternValue **made)
{
  guint32 slot = *_lectern_values_find_slot (values, name);

  if (G_UNLIKELY (slot == 0))
    return _lectern_values_peek_up (values, name, made);
  *made = NULL;
  return values->entries[slot - 1].value;
}
