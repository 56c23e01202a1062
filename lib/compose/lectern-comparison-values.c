/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-comparison-private.h"

#include "read/lectern-masks-context-private.h"

/* A name is short, and what stands beside it must say so. */
#define MAX_NAME_CHARACTERS 12
#define SURE                80

static gboolean
is_name_kind (LecternMaskSense sense)
{
  switch (sense)
    {
    case LECTERN_SENSE_PERSON:
    case LECTERN_SENSE_PLACE:
    case LECTERN_SENSE_ORGANISATION:
    case LECTERN_SENSE_TITLE:
      return TRUE;
    default:
      return FALSE;
    }
}

const char *
_lectern_difference_find_value_kind (const char *text, const LecternSpan *leaf,
                                     const LecternSpan *value, gboolean figure)
{
  LecternMaskReading reading;
  LecternMaskPlace place;
  const char *kind;

  if (value->start == value->end)
    return NULL;
  _lectern_mask_tables_need ();
  _lectern_mask_place (&place, text, leaf->start, leaf->end, text + value->start,
                       text + value->end);
  if (place.after == '%' || place.after == 0xff05)
    return figure ? LECTERN_PLACEHOLDER_PERCENT : NULL;
  _lectern_mask_read_context (&place, &reading);
  kind = _lectern_mask_sense_kind (reading.sense);
  if (figure)
    return kind == NULL || is_name_kind (reading.sense) || reading.sense == LECTERN_SENSE_TEXT
               ? LECTERN_PLACEHOLDER_COUNT
               : kind;
  if (!is_name_kind (reading.sense) || reading.confidence < SURE
      || g_utf8_strlen (text + value->start, (gssize)(value->end - value->start))
             > MAX_NAME_CHARACTERS)
    return NULL;
  for (const char *p = text + value->start; p < text + value->end; p = g_utf8_next_char (p))
    if (!_lectern_mask_is_word (g_utf8_get_char (p)))
      return NULL;
  return kind;
}
