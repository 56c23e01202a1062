/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* One allocation holds a value with its text. What `text` holds: the text of a text, the digits of
 * a number, a date as 2025年3月12日, the name of a person, the texts of a list with 、 between. */
struct _LecternValue
{
  gatomicrefcount ref_count;
  guint8 type; /* LecternValueType */
  guint8 month;
  guint8 day;
  guint32 year;
  gsize length;
  union
  {
    gint64 integer;   /* of an integer and of an ordinal */
    GPtrArray *items; /* of a list */
    LecternValues *record;
    struct
    {
      char *surname; /* NULL where none is known */
      char *post;
    } person;
  } more;
  char text[];
};

/* Every value has so many bytes of text at least, written or not, so that a short one is copied
 * without looking at its length. */
#define LECTERN_VALUE_ROOM 16

static inline LecternValueType
_lectern_value_type (const LecternValue *value)
{
  return (LecternValueType)value->type;
}

/* For messages: text, integer, … */
extern const char *const _lectern_value_type_names[];

/* Digits already in the shape of lectern-decimal-private.h. */
LecternValue *_lectern_value_new_digits (LecternValueType type, const char *digits, gsize length);

/* Whether there is such a date; what is open is 0. */
gboolean _lectern_value_is_date (guint year, guint month, guint day);

/* Appends what lectern_value_dup_text() gives. */
void _lectern_value_append (GString *out, const LecternValue *value);

/* Reads a date at the start of checked UTF-8, all of it or parts (2025年, 3月12日): the bytes read,
 * 0 for none. What is not said is 0. */
gsize _lectern_value_read_date (const char *text, gsize length, guint *year, guint *month,
                                guint *day);

/* Reads a number: digits, or Chinese numerals with 点 (十二点五). Appends its digits. The bytes
 * read, 0 for none; `chinese` may be NULL. */
gsize _lectern_value_read_number (GString *out, const char *text, gsize length, gboolean *chinese);
