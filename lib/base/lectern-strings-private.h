/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A pool of different strings, one after the other in one block, each known by its offset. Offset 0
 * is the empty string, so that 0 can also mean "none". */
typedef struct
{
  char *data;
  gsize length;
  gsize capacity;
  guint32 *slots; /* open addressing: offsets, 0 = free; NULL once the pool is closed */
  guint n_slots;  /* a power of two */
  guint n_strings;
} LecternStrings;

void _lectern_strings_init (LecternStrings *strings);
void _lectern_strings_clear (LecternStrings *strings);
/* The offset of the string, which is added where the pool does not have it. */
guint32 _lectern_strings_add (LecternStrings *strings, const char *string, gsize length);
/* Gives back what only adding needs. */
void _lectern_strings_close (LecternStrings *strings);

guint32 _lectern_hash_bytes (const char *bytes, gsize length, guint32 seed);
