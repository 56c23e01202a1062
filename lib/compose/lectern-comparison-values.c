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

/* A name, and nothing else: short, without marks. */
static gboolean
is_name (const char *text, const LecternSpan *value)
{
  if (g_utf8_strlen (text + value->start, (gssize)(value->end - value->start))
      > MAX_NAME_CHARACTERS)
    return FALSE;
  for (const char *p = text + value->start; p < text + value->end; p = g_utf8_next_char (p))
    if (!_lectern_mask_is_word (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

gboolean
_lectern_difference_read_value (const char *text, const LecternSpan *leaf, const LecternSpan *value,
                                gboolean figure, LecternValuePlace *found)
{
  LecternMaskReading reading;
  LecternMaskPlace place;

  *found = (LecternValuePlace){ NULL, NULL, NULL };
  if (value->start == value->end)
    return FALSE;
  _lectern_mask_tables_need ();
  _lectern_mask_place (&place, text, leaf->start, leaf->end, text + value->start,
                       text + value->end);
  if (place.after == '%' || place.after == 0xff05)
    {
      found->kind = figure ? LECTERN_PLACEHOLDER_PERCENT : NULL;
      return figure;
    }
  _lectern_mask_read_context (&place, &reading);
  if (figure && (is_name_kind (reading.sense) || reading.sense == LECTERN_SENSE_TEXT))
    reading = (LecternMaskReading){ .sense = LECTERN_SENSE_COUNT };
  if (!figure
      && (!is_name_kind (reading.sense) || reading.confidence < SURE || !is_name (text, value)))
    return FALSE;
  found->kind = _lectern_mask_sense_kind (reading.sense);
  found->part = _lectern_mask_sense_part (reading.sense);
  found->unit = reading.unit;
  if (found->kind == NULL)
    found->kind = LECTERN_PLACEHOLDER_COUNT;
  return TRUE;
}
