/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-flow-private.h"

#include "base/lectern-append-private.h"
#include "compose/lectern-form-struct-private.h"

static void
clear_slot (gpointer data)
{
  LecternProgramSlot *slot = data;

  _lectern_form_free (slot->form);
}

static void
clear_field (gpointer data)
{
  LecternProgramField *field = data;

  g_free ((gpointer)field->name.words);
  g_clear_pointer (&field->value, lectern_value_unref);
}

LecternProgram *
_lectern_program_new (GBytes *text)
{
  LecternProgram *program = g_new0 (LecternProgram, 1);

  program->bytes = g_bytes_ref (text);
  program->text = g_bytes_get_data (text, &program->length);
  program->ops = g_array_new (FALSE, FALSE, sizeof (LecternOp));
  program->slots = g_array_new (FALSE, FALSE, sizeof (LecternProgramSlot));
  g_array_set_clear_func (program->slots, clear_slot);
  program->fields = g_array_new (FALSE, FALSE, sizeof (LecternProgramField));
  g_array_set_clear_func (program->fields, clear_field);
  program->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  return program;
}

void
_lectern_program_free (LecternProgram *program)
{
  g_bytes_unref (program->bytes);
  g_array_unref (program->ops);
  g_clear_pointer (&program->steps, g_array_unref);
  g_free (program->padded);
  g_array_unref (program->slots);
  g_hash_table_unref (program->numbers);
  g_clear_pointer (&program->flow, _lectern_flow_free);
  g_array_unref (program->fields);
  g_free (program);
}

void
_lectern_program_add (LecternProgram *program, LecternOpcode code, guint32 a, guint32 b)
{
  LecternOp op = { code, a, b };

  g_array_append_val (program->ops, op);
}

guint32
_lectern_program_add_field (LecternProgram *program, const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (program->numbers, name));
  LecternProgramField field = { 0 };

  if (number > 0)
    return number - 1;
  field.name = _lectern_value_name (name);
  g_array_append_val (program->fields, field);
  g_hash_table_insert (program->numbers, (gpointer)_lectern_value_name_string (&field.name),
                       GUINT_TO_POINTER (program->fields->len));
  return program->fields->len - 1;
}

void
_lectern_program_add_slot (LecternProgram *program, const LecternProgramSlot *slot)
{
  _lectern_program_add (program, LECTERN_OP_SLOT, program->slots->len, 0);
  g_array_append_vals (program->slots, slot, 1);
}

/* A slot whose value is plain text needs no more than that text. */
static void
add_step (const LecternProgram *program, GArray *steps, const LecternOp *text, guint32 number)
{
  const LecternProgramSlot *slot = &g_array_index (program->slots, LecternProgramSlot, number);
  gboolean is_plain = slot->share == LECTERN_SHARE_WHOLE && slot->form != NULL;
  LecternStep step
      = { .name = g_array_index (program->fields, LecternProgramField, slot->field).name,
          .start = text != NULL ? text->a : 0,
          .length = text != NULL ? text->b - text->a : 0,
          .slot = number,
          .plain = is_plain ? slot->form->plain : 0,
          .guess = slot->field };

  g_array_append_val (steps, step);
}

void
_lectern_program_finish (LecternProgram *program)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (LecternStep));
  const LecternOp *text = NULL;

  for (guint i = 0; i < program->ops->len; i++)
    {
      const LecternOp *op = &g_array_index (program->ops, LecternOp, i);

      if (op->code == LECTERN_OP_TEXT && text == NULL)
        text = op;
      else if (op->code == LECTERN_OP_SLOT)
        {
          add_step (program, steps, text, op->a);
          text = NULL;
        }
      else
        return;
    }
  program->rest = text != NULL ? text->a : program->length;
  program->steps = g_steal_pointer (&steps);
  program->padded = g_malloc0 (program->length + LECTERN_APPEND_BLOCK);
  memcpy (program->padded, program->text, program->length);
}
