/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-generalization-private.h"

#include "compose/lectern-fill-private.h"

#include <string.h>

/* A template is good where each speech comes back from it, byte for byte. Where one does not, it is
 * found out why: a value that its place would write otherwise, a name that means something else
 * there, a shared text that looks like a field. */

/* A form, in the place of a kind. */
#define CHINESE "chinese"

typedef struct
{
  const LecternGeneral *general;
  LecternGeneralStyle *style;
  GArray *cut;
  const LecternProgram *program;
  gboolean changed;
} Checker;

/* What a field is called that does not give its values back: 三 where a figure stands mostly is a
 * number in Chinese, and everything can be text. */
static void
make_plain (Checker *checker, const LecternGeneralField *field)
{
  gboolean number = strcmp (field->kind, LECTERN_PLACEHOLDER_COUNT) == 0
                    || strcmp (field->kind, LECTERN_PLACEHOLDER_ORDINAL) == 0;

  if (strcmp (field->kind, LECTERN_PLACEHOLDER_TEXT) == 0)
    return;
  g_hash_table_insert (checker->style->plain, g_strdup (field->key),
                       (gpointer)(number ? CHINESE : LECTERN_PLACEHOLDER_TEXT));
  checker->changed = TRUE;
}

static void
take_name (Checker *checker, const char *name)
{
  if (g_hash_table_add (checker->style->taken, g_strdup (name)))
    checker->changed = TRUE;
}

static void
cut_out (Checker *checker, gsize start, gsize end)
{
  LecternSpan span = { start, end };

  g_array_append_val (checker->cut, span);
  checker->changed = TRUE;
}

/* A place that was not read as one: all of its line is a field then. */
static void
widen (Checker *checker, const LecternGeneralPlace *place)
{
  gsize length, start = place->origin.start, end = place->origin.end;
  const char *text = _lectern_general_text (checker->general, 0, &length);

  if (place->line)
    return;
  while (start > 0 && text[start - 1] != '\n')
    start--;
  while (end < length && text[end] != '\n')
    end++;
  cut_out (checker, start, end);
}

/* Whether the place writes each value as it stands. */
static gboolean
writes_as_is (const LecternGeneralField *field, const LecternProgramSlot *slot)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (slot->share != LECTERN_SHARE_WHOLE)
    return FALSE;
  for (guint d = 0; d < field->values->len; d++)
    {
      gsize length;
      const char *text = g_bytes_get_data (field->values->pdata[d], &length);
      g_autoptr (LecternValue) value = NULL;

      if (length == 0)
        continue;
      value = lectern_value_new_text (text, (gssize)length);
      g_string_truncate (out, 0);
      if (slot->form != NULL && !_lectern_form_write (slot->form, out, value, NULL))
        return FALSE;
      if (slot->form != NULL && (out->len != length || memcmp (out->str, text, length) != 0))
        return FALSE;
    }
  return TRUE;
}

/* The first shared stretch that ends behind a place of the template. */
static guint
find_shared (const LecternGeneral *general, gsize offset)
{
  guint low = 0, high = general->shared->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const LecternGeneralText *text = &g_array_index (general->shared, LecternGeneralText, middle);

      if (text->start + text->length <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A slot that is none of ours: a mask that all speeches have, which stays as it is, unless it looks
 * like a field of a template or is asked for by a name of ours. */
static void
look_at_other (Checker *checker, const LecternProgramSlot *slot)
{
  const LecternGeneral *general = checker->general;
  const char *name = _lectern_value_name_string (
      &g_array_index (checker->program->fields, LecternProgramField, slot->field).name);
  const char *form
      = slot->node != NULL ? lectern_node_get_property (slot->node, LECTERN_PROPERTY_FORM) : NULL;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (general->names, name));

  if (number > 0)
    {
      const LecternGeneralField *field = general->fields->pdata[number - 1];

      if (strcmp (field->kind, LECTERN_PLACEHOLDER_TEXT) != 0)
        make_plain (checker, field);
      else
        take_name (checker, name);
    }
  if (g_strcmp0 (form, LECTERN_FORM_DECLARED) != 0)
    return;
  for (guint i = find_shared (general, slot->span.start); i < general->shared->len; i++)
    {
      const LecternGeneralText *text = &g_array_index (general->shared, LecternGeneralText, i);

      if (slot->span.end <= text->start)
        break;
      cut_out (checker, text->origin + (MAX (slot->span.start, text->start) - text->start),
               text->origin + (MIN (slot->span.end, text->start + text->length) - text->start));
    }
}

/* Both in the order of the text. */
static void
look_at_slots (Checker *checker)
{
  const LecternGeneral *general = checker->general;
  guint i = 0;

  for (guint j = 0; j < checker->program->slots->len; j++)
    {
      const LecternProgramSlot *slot
          = &g_array_index (checker->program->slots, LecternProgramSlot, j);
      const LecternGeneralPlace *place = NULL;

      for (; i < general->places->len; i++)
        {
          place = &g_array_index (general->places, LecternGeneralPlace, i);
          if (place->span.end > slot->span.start)
            break;
          widen (checker, place);
          place = NULL;
        }
      if (place == NULL || place->span.start != slot->span.start
          || place->span.end != slot->span.end)
        {
          look_at_other (checker, slot);
          continue;
        }
      if (!writes_as_is (general->fields->pdata[place->field], slot))
        make_plain (checker, general->fields->pdata[place->field]);
      i++;
    }
  for (; i < general->places->len; i++)
    widen (checker, &g_array_index (general->places, LecternGeneralPlace, i));
}

/* Whether each speech comes back. */
static gboolean
comes_back (const LecternGeneral *general, LecternTemplate *template)
{
  for (guint d = 0; d < general->documents->len; d++)
    {
      g_autoptr (LecternValues) values = _lectern_general_new_values (general, d);
      g_autoptr (GBytes) filled = lectern_template_fill_to_text (template, values, NULL, NULL);
      GBytes *bytes
          = lectern_source_get_bytes (lectern_document_get_source (general->documents->pdata[d]));

      if (filled == NULL || !g_bytes_equal (filled, bytes))
        return FALSE;
    }
  return TRUE;
}

LecternGeneralVerdict
_lectern_general_check (const LecternGeneral *general, LecternGeneralStyle *style, GArray *cut)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (general->text->str, general->text->len);
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);
  g_autoptr (LecternTemplate) template
      = document != NULL ? lectern_template_new (document, NULL, NULL) : NULL;
  Checker checker = { general, style, cut, NULL, FALSE };

  if (template == NULL)
    return LECTERN_GENERAL_BAD;

  if (comes_back (general, template))
    return LECTERN_GENERAL_GOOD;
  checker.program = template->program;
  look_at_slots (&checker);
  return checker.changed ? LECTERN_GENERAL_AGAIN : LECTERN_GENERAL_BAD;
}
