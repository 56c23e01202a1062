/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/lectern-strings-private.h"
#include "model/lectern-builder-private.h"

/* The properties, in the order in which XML writes them. */
typedef enum
{
  LECTERN_ATTRIBUTE_ID,
  LECTERN_ATTRIBUTE_DO,
  LECTERN_ATTRIBUTE_KIND,
  LECTERN_ATTRIBUTE_PART,
  LECTERN_ATTRIBUTE_UNIT,
  LECTERN_ATTRIBUTE_GROUP,
  LECTERN_ATTRIBUTE_NAME,
  LECTERN_ATTRIBUTE_DEFAULT,
  LECTERN_ATTRIBUTE_TEST,
  LECTERN_ATTRIBUTE_IN,
  LECTERN_ATTRIBUTE_VALUE,
  LECTERN_ATTRIBUTE_FORM,
  LECTERN_ATTRIBUTE_FILLED,
  LECTERN_ATTRIBUTE_MASK,
  LECTERN_ATTRIBUTE_NUMBER,
  LECTERN_ATTRIBUTE_NUMBERING,
  LECTERN_ATTRIBUTE_KEY,
  LECTERN_ATTRIBUTE_COUNT,
  LECTERN_ATTRIBUTE_KEYWORD,
  LECTERN_ATTRIBUTE_ENCODING,
  LECTERN_ATTRIBUTE_BOM,
  LECTERN_N_ATTRIBUTES
} LecternAttributeId;

extern const char *const _lectern_attribute_names[LECTERN_N_ATTRIBUTES];

/* Interned sets of attributes. A set is known by its place in `data`: there stands a bit for each
 * attribute that it has, then the offsets of their values in `strings`. Set 0 is empty. */
typedef struct
{
  LecternStrings strings;
  guint32 *data;
  guint length;
  guint capacity;
  guint32 *slots; /* open addressing: sets, 0 = free; NULL once closed */
  guint32 *hashes;
  guint n_slots;
  guint n_sets;
  guint32 used; /* a bit for each attribute that some set has */
} LecternAttributes;

/* -1 where there is no such property. */
int _lectern_attribute_from_name (const char *name);

void _lectern_attributes_init (LecternAttributes *attributes);
void _lectern_attributes_clear (LecternAttributes *attributes);
void _lectern_attributes_close (LecternAttributes *attributes);
guint32 _lectern_attributes_intern (LecternAttributes *attributes, const LecternAttribute *list,
                                    guint n_list);
/* The set that is `set` with one value changed, added, or (NULL) taken away. */
guint32 _lectern_attributes_change (LecternAttributes *attributes, guint32 set,
                                    LecternAttributeId id, const char *value);
const char *_lectern_attributes_get (const LecternAttributes *attributes, guint32 set,
                                     LecternAttributeId id);
gboolean _lectern_attributes_get_nth (const LecternAttributes *attributes, guint32 set, guint n,
                                      LecternAttributeId *id, const char **value);
