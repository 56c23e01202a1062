/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-flow-private.h"

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
  g_array_unref (program->slots);
  g_array_unref (program->fields);
  g_hash_table_unref (program->numbers);
  g_clear_pointer (&program->flow, _lectern_flow_free);
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
  field.name = _lectern_value_name (g_intern_string (name));
  g_array_append_val (program->fields, field);
  g_hash_table_insert (program->numbers, (gpointer)field.name.string,
                       GUINT_TO_POINTER (program->fields->len));
  return program->fields->len - 1;
}

void
_lectern_program_add_slot (LecternProgram *program, const LecternProgramSlot *slot)
{
  _lectern_program_add (program, LECTERN_OP_SLOT, program->slots->len, 0);
  g_array_append_vals (program->slots, slot, 1);
}
