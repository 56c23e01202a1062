/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-expand-private.h"

#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "compose/lectern-members-private.h"
#include "compose/lectern-open-rows-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* A round of a repeat, or a fragment. */
typedef struct
{
  const LecternProgram *program; /* to go back to, of a fragment */
  guint32 op;                    /* of the repeat, or behind the include */
  LecternValues *values;         /* those outside */
  LecternValue *list;            /* NULL: a fragment */
  guint32 item;
} Frame;

typedef struct
{
  const LecternProgram *program;
  const LecternProgram *whole; /* the template that was asked for */
  LecternValues *values;
  const LecternExpandLimits *limits;
  LecternExpandLookup lookup;
  gpointer data;
  GCancellable *cancellable;
  guint32 op;
  GArray *frames;
  guint repetitions;
  LecternOpenRows *rows;
  LecternExpansion *expansion;
  gsize kept; /* the text of the template is in the edits up to here */
  gsize from; /* and the text that comes up to here */
} Run;

static gboolean fail (Run *run, gsize at, GError **error, LecternError code, const char *format,
                      ...) G_GNUC_PRINTF (5, 6);

static gboolean
fail (Run *run, gsize at, GError **error, LecternError code, const char *format, ...)
{
  LecternDocument *document = run->program->flow->document;
  LecternReadOptions *options = document->options;
  LecternPosition position;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  lectern_source_get_position (document->source, at, &position);
  _lectern_set_error (error, code, options != NULL ? lectern_read_options_get_name (options) : NULL,
                      &position, "%s", message);
  return FALSE;
}

/* --- the text ------------------------------------------------------------------------------- */

static void
add_border (Run *run)
{
  GArray *borders = run->expansion->borders;
  gsize here = run->expansion->text->len;

  _lectern_open_rows_cross (run->rows);
  if (borders->len == 0 || g_array_index (borders, gsize, borders->len - 1) != here)
    g_array_append_val (borders, here);
}

/* What came since the text of the template was taken over last stands in place of what was left
 * out of it. */
static gboolean
keep (Run *run, gsize upto, GError **error)
{
  LecternSpan span = { run->kept, upto };
  GString *text = run->expansion->text;

  if ((upto > run->kept || text->len > run->from)
      && !lectern_edits_replace (run->expansion->edits, &span, text->str + run->from,
                                 (gssize)(text->len - run->from), error))
    return FALSE;
  run->kept = upto;
  run->from = text->len;
  return TRUE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  gsize at = 0;
  guint n;

  while (at < length
         && ((n = _lectern_blank_after (text, length, at)) > 0
             || ((text[at] == '\n' || text[at] == '\r') && (n = 1))))
    at += n;
  return at == length;
}

static gboolean
add_slice (Run *run, gsize start, gsize end, GError **error)
{
  GString *text = run->expansion->text;
  const char *slice = run->program->text + start;
  gsize length = end - start;

  if (length > run->limits->max_bytes || text->len > run->limits->max_bytes - length)
    return fail (run, start, error, LECTERN_ERROR_LIMIT,
                 "what the template makes is longer than %" G_GSIZE_FORMAT " bytes",
                 run->limits->max_bytes);
  if (run->program == run->whole && start >= run->kept && !keep (run, start, error))
    return FALSE;
  g_string_append_len (text, slice, (gssize)length);
  if (run->program == run->whole && start == run->kept && run->from == text->len - length)
    {
      run->kept = end;
      run->from = text->len;
    }
  if (!is_blank (slice, length))
    _lectern_open_rows_write (run->rows);
  return TRUE;
}

static gboolean
add_slot (Run *run, guint32 number, GError **error)
{
  const LecternProgramSlot *slot = &g_array_index (run->program->slots, LecternProgramSlot, number);
  LecternExpandedSlot expanded
      = { run->expansion->text->len, run->program, lectern_values_ref (run->values), number };

  g_array_append_val (run->expansion->slots, expanded);
  return add_slice (run, slot->lead, slot->span.end, error);
}

/* The marker with another number; the same where its number is a mask or none. */
static gboolean
add_marker (Run *run, const LecternMemberPlace *member, guint number, GError **error)
{
  g_autoptr (LecternEdits) edits = lectern_edits_new (run->program->length);
  LecternSpan span = member->span;
  g_autoptr (GError) why = NULL;
  GBytes *change;
  LecternSpan changed;
  gsize length;
  const char *text;

  if (!_lectern_members_add_marker (edits, member->node, NULL, number, 0, &why))
    return fail (run, span.start, error, (LecternError)why->code, "%s", why->message);
  if (lectern_edits_get_n_replacements (edits) == 0)
    return add_slice (run, span.start, span.end, error);
  change = lectern_edits_get_replacement (edits, 0, &changed);
  text = g_bytes_get_data (change, &length);
  if (!add_slice (run, span.start, changed.start, error))
    return FALSE;
  g_string_append_len (run->expansion->text, text, (gssize)length);
  return add_slice (run, changed.end, span.end, error);
}

static gboolean
add_member (Run *run, guint32 number, GError **error)
{
  const LecternMemberPlace *member
      = &g_array_index (run->program->flow->members, LecternMemberPlace, number);
  guint ordinal = _lectern_open_rows_add (run->rows, run->program, member->sequence);

  if (member->span.start == member->span.end)
    return TRUE;
  if (ordinal == member->ordinal)
    return add_slice (run, member->span.start, member->span.end, error);
  return add_marker (run, member, ordinal, error);
}

/* --- the flow ------------------------------------------------------------------------------- */

/* Rows that end in what is left out end. */
static void
skip (Run *run, guint32 to)
{
  for (; run->op < to; run->op++)
    {
      const LecternOp *op = &g_array_index (run->program->ops, LecternOp, run->op);

      if (op->code == LECTERN_OP_CLOSE)
        _lectern_open_rows_close (run->rows, run->program, op->a);
    }
}

static LecternValue *
lookup_value (gpointer data, const char *name)
{
  const Run *run = data;
  LecternValue *value = lectern_values_lookup (run->values, name);
  guint number;

  if (value != NULL)
    return value;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (run->program->numbers, name));
  if (number == 0)
    return NULL;
  value = g_array_index (run->program->fields, LecternProgramField, number - 1).value;
  return value != NULL ? lectern_value_ref (value) : NULL;
}

static Frame *
last_frame (Run *run)
{
  return run->frames->len == 0 ? NULL : &g_array_index (run->frames, Frame, run->frames->len - 1);
}

static gboolean
push_frame (Run *run, const Frame *frame, gsize at, GError **error)
{
  if (run->frames->len >= run->limits->max_depth)
    return fail (run, at, error, LECTERN_ERROR_LIMIT,
                 "repeats and fragments are nested deeper than %u", run->limits->max_depth);
  g_array_append_vals (run->frames, frame, 1);
  return TRUE;
}

static void
set_number (LecternValues *values, const char *item, const char *name, guint number)
{
  g_autofree char *full = g_strconcat (item, ".", name, NULL);
  g_autoptr (LecternValue) value = lectern_value_new_integer (number);

  lectern_values_set (values, full, value);
}

/* The names of a record are there by themselves, and behind the name of the item. */
static void
set_record (LecternValues *values, const char *item, LecternValue *record)
{
  g_autoptr (GPtrArray) names = lectern_values_list_names (lectern_value_get_record (record));

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *full = g_strconcat (item, ".", name, NULL);
      g_autoptr (LecternValue) value
          = lectern_values_lookup (lectern_value_get_record (record), name);

      if (value == NULL)
        continue;
      lectern_values_set (values, name, value);
      lectern_values_set (values, full, value);
    }
}

/* The names that hold in the round. */
static void
set_round (Run *run, const Frame *frame)
{
  const LecternOp *op = &g_array_index (run->program->ops, LecternOp, frame->op);
  const char *item = g_array_index (run->program->flow->loops, LecternLoop, op->a).item;
  LecternValue *value = lectern_value_get_item (frame->list, frame->item);
  LecternValues *values = lectern_values_new (frame->values);

  if (lectern_value_get_value_type (value) == LECTERN_VALUE_RECORD)
    set_record (values, item, value);
  else
    lectern_values_set (values, item, value);
  set_number (values, item, "position", frame->item + 1);
  set_number (values, item, "count", lectern_value_get_n_items (frame->list));
  lectern_values_unref (run->values);
  run->values = values;
}

/* The list, which a text may write: 一村、二村. NULL without an error for an empty one. */
static LecternValue *
get_list (Run *run, const LecternLoop *loop, GError **error)
{
  g_autoptr (LecternValue) value = lookup_value (run, loop->list);
  g_autofree char *text = NULL;

  if (value == NULL)
    return NULL;
  if (lectern_value_get_value_type (value) == LECTERN_VALUE_LIST)
    return lectern_value_get_n_items (value) > 0 ? g_steal_pointer (&value) : NULL;
  if (lectern_value_get_value_type (value) == LECTERN_VALUE_TEXT)
    {
      g_autoptr (LecternValue) list = NULL;

      text = lectern_value_dup_text (value);
      if (*text == '\0')
        return NULL;
      list = lectern_value_new_from_string ("list", text, NULL);
      if (list != NULL && lectern_value_get_value_type (list) == LECTERN_VALUE_LIST)
        return lectern_value_get_n_items (list) > 0 ? g_steal_pointer (&list) : NULL;
    }
  fail (run, loop->at, error, LECTERN_ERROR_VALUE, "%s is no list", loop->list);
  return NULL;
}

static gboolean
count_round (Run *run, gsize at, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  if (run->repetitions++ < run->limits->max_repetitions)
    return TRUE;
  return fail (run, at, error, LECTERN_ERROR_LIMIT, "there are more than %u repetitions",
               run->limits->max_repetitions);
}

static gboolean
begin_repeat (Run *run, const LecternOp *op, GError **error)
{
  const LecternLoop *loop = &g_array_index (run->program->flow->loops, LecternLoop, op->a);
  GError *why = NULL;
  Frame frame = { .op = run->op, .values = run->values };

  add_border (run);
  frame.list = get_list (run, loop, &why);
  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  if (frame.list == NULL)
    {
      skip (run, op->b);
      add_border (run);
      return TRUE;
    }
  if (!count_round (run, loop->at, error) || !push_frame (run, &frame, loop->at, error))
    {
      lectern_value_unref (frame.list);
      return FALSE;
    }
  lectern_values_ref (frame.values);
  set_round (run, &frame);
  run->op++;
  return TRUE;
}

static void
pop_frame (Run *run)
{
  Frame *frame = last_frame (run);

  lectern_values_unref (run->values);
  run->values = frame->values;
  g_clear_pointer (&frame->list, lectern_value_unref);
  g_array_set_size (run->frames, run->frames->len - 1);
}

static gboolean
next_round (Run *run, GError **error)
{
  Frame *frame = last_frame (run);
  const LecternOp *op = &g_array_index (run->program->ops, LecternOp, frame->op);

  add_border (run);
  if (++frame->item >= lectern_value_get_n_items (frame->list))
    {
      pop_frame (run);
      run->op++;
      return TRUE;
    }
  if (!count_round (run, g_array_index (run->program->flow->loops, LecternLoop, op->a).at, error))
    return FALSE;
  set_round (run, frame);
  run->op = frame->op + 1;
  return TRUE;
}

/* Whether the program is at work already: then it would never end. */
static gboolean
is_running (Run *run, const LecternProgram *program)
{
  for (guint i = 0; i < run->frames->len; i++)
    if (g_array_index (run->frames, Frame, i).list == NULL
        && g_array_index (run->frames, Frame, i).program == program)
      return TRUE;
  return run->program == program;
}

static gboolean
begin_fragment (Run *run, const LecternOp *op, GError **error)
{
  const LecternInclusion *inclusion
      = &g_array_index (run->program->flow->inclusions, LecternInclusion, op->a);
  const LecternProgram *program = NULL;
  g_autoptr (GError) why = NULL;
  Frame frame = { .program = run->program, .op = run->op + 1, .values = run->values };

  add_border (run);
  if (run->lookup != NULL)
    program = run->lookup (run->data, inclusion->name, &why);
  if (program == NULL)
    return fail (run, inclusion->at, error,
                 why != NULL && why->domain == LECTERN_ERROR ? (LecternError)why->code
                                                             : LECTERN_ERROR_TEMPLATE,
                 why != NULL ? "%s: %s" : "there is no fragment %s", inclusion->name,
                 why != NULL ? why->message : "");
  if (is_running (run, program))
    return fail (run, inclusion->at, error, LECTERN_ERROR_TEMPLATE,
                 "the fragment %s includes itself", inclusion->name);
  if (!count_round (run, inclusion->at, error) || !push_frame (run, &frame, inclusion->at, error))
    return FALSE;
  lectern_values_ref (run->values);
  run->program = program;
  run->op = 0;
  return TRUE;
}

/* A fragment ends with its line, as the include does. */
static void
end_fragment (Run *run)
{
  GString *text = run->expansion->text;
  Frame *frame = last_frame (run);

  _lectern_open_rows_leave (run->rows, run->program);
  if (run->program->length > 0 && text->len > 0 && text->str[text->len - 1] != '\n'
      && text->str[text->len - 1] != '\r')
    g_string_append_c (text, '\n');
  add_border (run);
  run->program = frame->program;
  run->op = frame->op;
  pop_frame (run);
}

static gboolean
run_op (Run *run, const LecternOp *op, GError **error)
{
  LecternCondition *condition;

  switch ((LecternOpcode)op->code)
    {
    case LECTERN_OP_IF:
      condition = run->program->flow->conditions->pdata[op->a];
      add_border (run);
      if (_lectern_condition_holds (condition, lookup_value, run))
        run->op++;
      else
        skip (run, op->b);
      return TRUE;
    case LECTERN_OP_JUMP:
      skip (run, op->b);
      return TRUE;
    case LECTERN_OP_REPEAT:
      return begin_repeat (run, op, error);
    case LECTERN_OP_NEXT:
      return next_round (run, error);
    case LECTERN_OP_INCLUDE:
      return begin_fragment (run, op, error);
    case LECTERN_OP_BORDER:
      add_border (run);
      break;
    case LECTERN_OP_CLOSE:
      _lectern_open_rows_close (run->rows, run->program, op->a);
      break;
    case LECTERN_OP_MEMBER:
      run->op++;
      return add_member (run, op->a, error);
    case LECTERN_OP_SLOT:
      run->op++;
      return add_slot (run, op->a, error);
    default:
      run->op++;
      return add_slice (run, op->a, op->b, error);
    }
  run->op++;
  return TRUE;
}

static gboolean
run_all (Run *run, GError **error)
{
  for (;;)
    {
      if (run->op < run->program->ops->len)
        {
          if (!run_op (run, &g_array_index (run->program->ops, LecternOp, run->op), error))
            return FALSE;
        }
      else if (run->frames->len > 0)
        end_fragment (run);
      else
        return keep (run, run->whole->length, error);
    }
}

static void
clear_slot (gpointer data)
{
  LecternExpandedSlot *slot = data;

  lectern_values_unref (slot->values);
}

LecternExpansion *
_lectern_expand (const LecternProgram *program, LecternValues *values,
                 const LecternExpandLimits *limits, LecternExpandLookup lookup, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternExpansion) expansion = g_new0 (LecternExpansion, 1);
  g_autoptr (LecternOpenRows) rows = _lectern_open_rows_new ();
  Run run = { .program = program,
              .whole = program,
              .values = lectern_values_ref (values),
              .limits = limits,
              .lookup = lookup,
              .data = data,
              .cancellable = cancellable,
              .rows = rows,
              .expansion = expansion };
  gboolean done;

  expansion->text = g_string_sized_new (program->length);
  expansion->edits = lectern_edits_new (program->length);
  expansion->slots = g_array_new (FALSE, FALSE, sizeof (LecternExpandedSlot));
  g_array_set_clear_func (expansion->slots, clear_slot);
  expansion->borders = g_array_new (FALSE, FALSE, sizeof (gsize));
  run.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  done = run_all (&run, error);
  while (run.frames->len > 0)
    pop_frame (&run);
  g_array_unref (run.frames);
  lectern_values_unref (run.values);
  return done ? g_steal_pointer (&expansion) : NULL;
}

void
_lectern_expansion_free (LecternExpansion *expansion)
{
  g_string_free (expansion->text, TRUE);
  lectern_edits_unref (expansion->edits);
  g_array_unref (expansion->slots);
  g_array_unref (expansion->borders);
  g_free (expansion);
}
