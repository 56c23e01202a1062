/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE /* memmem */
#include "compose/lectern-program-private.h"

#include "base/lectern-append-private.h"
#include "base/lectern-error-private.h"
#include "compose/lectern-form-struct-private.h"
#include "language/lectern-numerals-private.h"

#include <string.h>

#define LIST_SEPARATOR "、"

static inline const LecternProgramSlot *
get_slot (const LecternRunning *running, guint32 number)
{
  return &g_array_index (running->program->slots, LecternProgramSlot, number);
}

static inline const LecternProgramField *
get_field (const LecternRunning *running, const LecternProgramSlot *slot)
{
  return &g_array_index (running->program->fields, LecternProgramField, slot->field);
}

static const char *
get_name (const LecternRunning *running, const LecternProgramSlot *slot)
{
  return _lectern_value_name_string (&get_field (running, slot)->name);
}

static inline void
append_slice (const LecternRunning *running, gsize start, gsize end)
{
  g_string_append_len (running->out, running->program->text + start, (gssize)(end - start));
}

static void
note_written (LecternRunning *running, guint32 slot, gsize from, gsize to, gsize start)
{
  LecternWritten written = { { from, to }, slot, start, running->out->len };

  if (running->written != NULL)
    g_array_append_val (running->written, written);
}

static void
note_problem (LecternRunning *running, guint32 slot, const char *message)
{
  LecternProblem problem = { slot, g_strdup (message) };

  if (running->problems != NULL)
    g_array_append_val (running->problems, problem);
  else
    g_free (problem.message);
}

/* --- values in parts ------------------------------------------------------------------------ */

static void
take_part (LecternRunning *running, const char *text, gsize length)
{
  g_ptr_array_add (running->parts, lectern_value_new_text (text, (gssize)length));
}

/* The text between two slots of a place. */
static const char *
find_between (const LecternRunning *running, guint32 slot, gsize *length)
{
  gsize start = get_slot (running, slot)->span.end;

  *length = get_slot (running, slot + 1)->span.start - start;
  return running->program->text + start;
}

/* 二十届三中全会, parted by what stands between the slots. What stands after the last one may be
 * there too. */
static gboolean
split_by_words (LecternRunning *running, guint32 first, const char *text, gsize length)
{
  guint n = get_slot (running, first)->n_members;
  const char *end = text + length;
  const LecternProgramSlot *last = get_slot (running, first + n - 1);
  gsize tail;

  for (guint i = 0; i + 1 < n; i++)
    {
      gsize size;
      const char *word = find_between (running, first + i, &size);
      const char *at = memmem (text, (gsize)(end - text), word, size);

      if (at == NULL || at == text)
        return FALSE;
      take_part (running, text, (gsize)(at - text));
      text = at + size;
    }
  for (tail = MIN ((gsize)(end - text), running->program->length - last->span.end); tail > 0;
       tail--)
    if (memcmp (end - tail, running->program->text + last->span.end, tail) == 0)
      break;
  if (text + tail >= end)
    return FALSE;
  take_part (running, text, (gsize)(end - text) - tail);
  return TRUE;
}

static void
split_list (LecternRunning *running, const char *text, gsize length)
{
  const char *end = text + length, *at;
  gsize size = strlen (LIST_SEPARATOR);

  while ((at = memmem (text, (gsize)(end - text), LIST_SEPARATOR, size)) != NULL)
    {
      take_part (running, text, (gsize)(at - text));
      text = at + size;
    }
  take_part (running, text, (gsize)(end - text));
}

/* What a value is when it is taken in parts, once for all slots of a place. */
static gboolean
share (LecternRunning *running, guint32 slot, LecternValue *value)
{
  guint32 first = slot - get_slot (running, slot)->member;
  LecternShare how = (LecternShare)get_slot (running, first)->share;

  if (running->parts == NULL)
    running->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);
  g_ptr_array_set_size (running->parts, 0);
  if (_lectern_value_type (value) == LECTERN_VALUE_LIST)
    for (guint i = 0; i < lectern_value_get_n_items (value); i++)
      g_ptr_array_add (running->parts, lectern_value_ref (lectern_value_get_item (value, i)));
  else if (how == LECTERN_SHARE_ITEM && _lectern_value_type (value) == LECTERN_VALUE_TEXT)
    split_list (running, value->text, value->length);
  else if (how == LECTERN_SHARE_ITEM)
    g_ptr_array_add (running->parts, lectern_value_ref (value));
  else if (_lectern_value_type (value) != LECTERN_VALUE_TEXT
           || !split_by_words (running, first, value->text, value->length))
    return FALSE;
  return running->parts->len > 0;
}

static gboolean
has_parts (LecternRunning *running, guint32 slot, LecternValue *value)
{
  guint32 place = get_slot (running, slot)->place;

  if (running->place != place)
    {
      running->shared = share (running, slot, value);
      running->place = place;
    }
  return running->shared;
}

/* --- writing -------------------------------------------------------------------------------- */

/* A value that does not take the form stands as it is, unless that is an error. */
static gboolean
write_value (LecternRunning *running, guint32 number, LecternValue *value, GError **error)
{
  const LecternProgramSlot *slot = get_slot (running, number);
  g_autoptr (GError) why = NULL;
  g_autofree char *text = NULL;

  if (G_LIKELY (
          slot->form != NULL
          && _lectern_form_write (slot->form, running->out, value,
                                  running->strict || running->problems != NULL ? &why : NULL)))
    return TRUE;
  if (running->strict && why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if (why != NULL)
    note_problem (running, number, why->message);
  text = lectern_value_dup_text (value);
  g_string_append (running->out, text);
  return TRUE;
}

/* Where the value has no parts, or too few, the mask stays. */
static gboolean
write_part (LecternRunning *running, guint32 number, LecternValue *value, GError **error)
{
  const LecternProgramSlot *slot = get_slot (running, number);
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (has_parts (running, number, value) && slot->member < running->parts->len)
    return write_value (running, number, running->parts->pdata[slot->member], error);
  append_slice (running, slot->span.start, slot->span.end);
  text = lectern_value_dup_text (value);
  message = g_strdup_printf ("%s: “%s” does not have the %u parts that are wanted here",
                             get_name (running, slot), text, slot->n_members);
  if (!running->strict)
    note_problem (running, number, message);
  else
    g_set_error_literal (error, LECTERN_ERROR, LECTERN_ERROR_VALUE, message);
  return !running->strict;
}

/* The items of a list go into its slots from the last one on: the first slot takes those that are
 * left, so that the 和 before the last one stays there. Slots for which there is none go. */
static gboolean
write_item (LecternRunning *running, guint32 number, LecternValue *value, GError **error)
{
  const LecternProgramSlot *slot = get_slot (running, number);
  gint spare, item;

  if (!has_parts (running, number, value))
    return write_value (running, number, value, error);
  spare = (gint)running->parts->len - slot->n_members;
  item = spare + slot->member;
  if (slot->member > 0)
    {
      if (item < 1)
        return TRUE;
      append_slice (running, slot->lead, slot->span.start);
      return write_value (running, number, running->parts->pdata[item], error);
    }
  for (gint i = 0; i <= MAX (spare, 0); i++)
    {
      if (i > 0)
        g_string_append (running->out, LIST_SEPARATOR);
      if (!write_value (running, number, running->parts->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/* How many items the list has. Where there is one slot only, a single value says nothing of that.
 */
static gboolean
write_count (LecternRunning *running, guint32 number, LecternValue *value, GError **error)
{
  const LecternProgramSlot *slot = get_slot (running, number);
  g_autoptr (LecternValue) count = NULL;
  guint said = 0;

  if (slot->is_open)
    _lectern_numeral_parse (running->program->text + slot->span.start,
                            slot->span.end - slot->span.start, &said, NULL);
  if (!has_parts (running, number, value) || running->parts->len <= said
      || (slot->n_members == 1 && running->parts->len == 1))
    {
      append_slice (running, slot->span.start, slot->span.end);
      return TRUE;
    }
  count = lectern_value_new_integer (running->parts->len);
  return write_value (running, number, count, error);
}

static gboolean (*const writers[]) (LecternRunning *running, guint32 number, LecternValue *value,
                                    GError **error)
    = {
        [LECTERN_SHARE_WHOLE] = write_value,
        [LECTERN_SHARE_PART] = write_part,
        [LECTERN_SHARE_ITEM] = write_item,
        [LECTERN_SHARE_COUNT] = write_count,
      };

/* --- slots ---------------------------------------------------------------------------------- */

static void
note_lacking (LecternRunning *running, guint32 number)
{
  if (running->lacking == NULL)
    running->lacking = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (running->lacking, number);
}

static void
write_missing (LecternRunning *running, guint32 number)
{
  const LecternProgramSlot *slot = get_slot (running, number);
  gsize start = running->out->len + slot->span.start - slot->lead;
  gboolean open = !slot->filled && slot->node != NULL;

  append_slice (running, slot->lead, slot->span.start);
  if (open && running->missing == LECTERN_MISSING_BLANK)
    {
      note_written (running, number, slot->span.start, slot->span.end, start);
      return;
    }
  append_slice (running, slot->span.start, slot->span.end);
  if (open && running->missing == LECTERN_MISSING_ERROR)
    note_lacking (running, number);
}

/* What goes with the mask is replaced only where both go. */
static void
note_slot (LecternRunning *running, guint32 number, gsize start)
{
  const LecternProgramSlot *slot = get_slot (running, number);
  gsize lead = slot->span.start - slot->lead;

  if (running->out->len - start >= lead)
    note_written (running, number, slot->span.start, slot->span.end, start + lead);
  else
    note_written (running, number, slot->lead, slot->span.end, start);
}

gboolean
_lectern_program_write_slot (LecternRunning *running, guint32 number, GError **error)
{
  const LecternProgramSlot *slot = get_slot (running, number);
  const LecternProgramField *field = get_field (running, slot);
  LecternValue *made;
  LecternValue *value = _lectern_values_peek (running->values, &field->name, &made);
  gsize start = running->out->len;
  gboolean done;

  if (value == NULL)
    value = field->value;
  if (value == NULL)
    {
      write_missing (running, number);
      return TRUE;
    }
  done = writers[slot->share](running, number, value, error);
  if (made != NULL)
    lectern_value_unref (made);
  if (running->written != NULL)
    note_slot (running, number, start);
  return done;
}

/* Every name that is missing, at once, and where the first one is. */
static gboolean
fail_missing (LecternRunning *running, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  LecternPosition position;

  for (guint i = 0; i < running->lacking->len; i++)
    {
      const LecternProgramSlot *slot
          = get_slot (running, g_array_index (running->lacking, guint32, i));

      if (i == 0)
        lectern_node_get_position (slot->node, &position);
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (slot->field)))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", get_name (running, slot));
    }
  _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, &position, "no value for %s", names->str);
  return FALSE;
}

/* The value of a step. Rows that are filled one after the other mostly have their values in the
 * same order, so it is looked for first where it was the last time. */
static inline const LecternValue *
find_value (LecternStep *step, const LecternValues *values)
{
  guint32 guess = (guint32)__atomic_load_n (&step->guess, __ATOMIC_RELAXED);
  guint32 slot;

  if (G_LIKELY (guess < values->n_entries
                && _lectern_value_name_equal (&values->entries[guess].name, &step->name)))
    return values->entries[guess].value;
  slot = *_lectern_values_find_slot (values, &step->name);
  if (slot == 0)
    return NULL;
  __atomic_store_n (&step->guess, slot - 1, __ATOMIC_RELAXED);
  return values->entries[slot - 1].value;
}

/* The same as `run_ops` does, for a program that is text and slots alone. */
static gboolean
run_steps (LecternRunning *running, GError **error)
{
  const LecternProgram *program = running->program;
  LecternStep *step = (LecternStep *)(void *)program->steps->data;
  const LecternStep *end = step + program->steps->len;
  const LecternValues *values = running->values;
  const char *text = program->padded;
  LecternAppender out = _lectern_appender_begin (running->out);

  for (; step < end; step++)
    {
      const LecternValue *value = find_value (step, values);

      _lectern_appender_add (&out, text + step->start, step->length);
      if (G_LIKELY (value != NULL && ((step->plain >> value->type) & 1)))
        {
          _lectern_appender_add_short (&out, value->text, value->length);
          continue;
        }
      _lectern_appender_end (&out);
      if (!_lectern_program_write_slot (running, step->slot, error))
        return FALSE;
      out = _lectern_appender_begin (running->out);
    }
  _lectern_appender_add (&out, text + program->rest, program->length - program->rest);
  _lectern_appender_end (&out);
  return TRUE;
}

static gboolean
run_ops (LecternRunning *running, GError **error)
{
  const LecternProgram *program = running->program;
  gboolean done = TRUE;

  for (guint i = 0; done && i < program->ops->len; i++)
    {
      const LecternOp *op = &g_array_index (program->ops, LecternOp, i);

      switch ((LecternOpcode)op->code)
        {
        case LECTERN_OP_TEXT:
          append_slice (running, op->a, op->b);
          break;
        case LECTERN_OP_SLOT:
          done = _lectern_program_write_slot (running, op->a, error);
          break;
        default:
          break;
        }
    }
  return done;
}

gboolean
_lectern_program_run (LecternRunning *running, GError **error)
{
  gboolean done;

  running->place = G_MAXUINT32;
  if (running->program->steps != NULL && running->written == NULL)
    done = run_steps (running, error);
  else
    done = run_ops (running, error);
  if (done && running->lacking != NULL)
    done = fail_missing (running, error);
  g_clear_pointer (&running->parts, g_ptr_array_unref);
  g_clear_pointer (&running->lacking, g_array_unref);
  return done;
}
