/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-fill-private.h"
#include "compose/lectern-flow-private.h"

#include <string.h>

/**
 * LecternTemplate:
 *
 * A speech with open places, compiled so that it can be filled again and again.
 *
 * Which value fills which placeholder, its bindings say ([struct@Lectern.Bindings]). A value takes
 * the form that its place wants: 第X轮 takes 3 and becomes 第三轮. It is text and nothing else,
 * whatever stands in it: the document that comes has the structure of the template.
 *
 * A template never changes, and any number of threads may fill it at once.
 */
G_DEFINE_FINAL_TYPE (LecternTemplate, lectern_template, G_TYPE_OBJECT)

static void
lectern_template_finalize (GObject *object)
{
  LecternTemplate *self = LECTERN_TEMPLATE (object);

  g_clear_pointer (&self->program, _lectern_program_free);
  g_clear_pointer (&self->resolution, _lectern_resolution_free);
  g_clear_pointer (&self->gaps, _lectern_gaps_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (lectern_template_parent_class)->finalize (object);
}

static void
lectern_template_class_init (LecternTemplateClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lectern_template_finalize;
}

static void
lectern_template_init (G_GNUC_UNUSED LecternTemplate *self)
{
}

/* --- compiling ------------------------------------------------------------------------------ */

typedef struct
{
  LecternGaps *gaps;
  LecternResolution *resolution;
  LecternProgram *program;
  LecternFlow *flow; /* NULL: no directives */
  guint32 *fields;   /* of the program, by number of the field of the resolution */
  gsize done;        /* the text up to here is in the program */
} Compiler;

static void
add_fields (Compiler *compiler)
{
  for (guint i = 0; i < compiler->resolution->fields->len; i++)
    {
      LecternField *field = compiler->resolution->fields->pdata[i];
      guint32 number = _lectern_program_add_field (compiler->program, field->name);

      g_array_index (compiler->program->fields, LecternProgramField, number).value
          = field->value != NULL ? lectern_field_new_value (field, field->value) : NULL;
      compiler->fields[i] = number;
    }
}

/* An announced count is a numeral of the sentence, not a figure: 讲三点意见. */
static const char *
get_form (const LecternField *field, const LecternGap *gap)
{
  LecternNode *parent = lectern_node_get_parent (gap->node);

  if (field->form != NULL)
    return field->form;
  return parent != NULL && lectern_node_get_kind (parent) == LECTERN_NODE_ANNOUNCEMENT
                 && g_strcmp0 (gap->kind, LECTERN_PLACEHOLDER_COUNT) == 0 && gap->name == NULL
             ? "chinese"
             : NULL;
}

/* The text up to `upto`, and the directives in it. */
static void
add_text (Compiler *compiler, gsize upto)
{
  if (compiler->flow != NULL)
    _lectern_flow_add (compiler->flow, compiler->program, &compiler->done, upto);
  else if (compiler->done < upto)
    _lectern_program_add (compiler->program, LECTERN_OP_TEXT, (guint32)compiler->done,
                          (guint32)upto);
  compiler->done = MAX (compiler->done, upto);
}

static void
add_slot (Compiler *compiler, LecternProgramSlot *slot, const LecternPlace *place, gsize lead)
{
  slot->span = place->span;
  if (compiler->flow != NULL && _lectern_flow_interrupts (compiler->flow, place->span.start))
    lead = place->span.start;
  slot->lead = lead;
  slot->form = _lectern_form_compile (place);
  add_text (compiler, lead);
  _lectern_program_add_slot (compiler->program, slot);
  compiler->done = place->span.end;
}

static LecternPlace
make_place (const Compiler *compiler, const LecternField *field, const LecternGap *gap)
{
  return (LecternPlace){
    .kind = field->kind != NULL ? field->kind : gap->kind,
    .part = gap->part,
    .unit = gap->unit,
    .form = get_form (field, gap),
    .name = field->name,
    .text = compiler->gaps->text,
    .length = compiler->gaps->length,
    .span = gap->span,
    .language = lectern_document_get_language (compiler->gaps->document),
  };
}

/* The number behind a list of names is written as it was. */
static void
add_count (Compiler *compiler, const LecternRun *run, LecternProgramSlot slot,
           const LecternField *field)
{
  const char *from = compiler->gaps->text + run->count.start;
  LecternPlace place = make_place (compiler, field, _lectern_gaps_last (compiler->gaps, run));

  place.kind = LECTERN_PLACEHOLDER_COUNT;
  place.part = place.unit = NULL;
  place.form = g_ascii_isdigit (*from) ? "arabic" : "chinese";
  place.span = run->count;
  slot.share = LECTERN_SHARE_COUNT;
  slot.member = (guint16)slot.n_members;
  slot.node = NULL;
  slot.filled = FALSE;
  slot.is_open = run->is_open;
  add_slot (compiler, &slot, &place, run->count.start);
}

static LecternShare
get_share (const LecternRun *run)
{
  if (run->kind == LECTERN_RUN_SESSION)
    return LECTERN_SHARE_PART;
  return run->kind == LECTERN_RUN_LIST || run->count.end > 0 ? LECTERN_SHARE_ITEM
                                                             : LECTERN_SHARE_WHOLE;
}

static void
add_run (Compiler *compiler, guint number)
{
  const LecternRun *run = &compiler->gaps->runs[number];
  guint field_number = compiler->resolution->field_of[number];
  const LecternField *field = compiler->resolution->fields->pdata[field_number];
  LecternProgramSlot slot = { .field = compiler->fields[field_number],
                              .place = number,
                              .share = (guint16)get_share (run),
                              .n_members = (guint16)MIN (run->n_gaps, G_MAXUINT16) };

  for (guint i = 0; i < run->n_gaps; i++)
    {
      const LecternGap *gap = &compiler->gaps->gaps[run->first + i];
      LecternPlace place = make_place (compiler, field, gap);
      gboolean leads = slot.share == LECTERN_SHARE_ITEM && i > 0;

      slot.member = (guint16)i;
      slot.filled = gap->filled;
      slot.node = gap->node;
      add_slot (compiler, &slot, &place, leads ? compiler->done : gap->span.start);
    }
  if (run->count.end > 0)
    add_count (compiler, run, slot, field);
}

LecternProgram *
_lectern_template_compile (LecternGaps *gaps, LecternResolution *resolution, LecternFlow *flow)
{
  g_autofree guint32 *fields = g_new0 (guint32, resolution->fields->len);
  LecternProgram *program = _lectern_program_new (
      lectern_source_get_bytes (lectern_document_get_source (gaps->document)));
  Compiler compiler = { gaps, resolution, program, flow, fields, 0 };

  add_fields (&compiler);
  for (guint run = 0; run < gaps->n_runs; run++)
    add_run (&compiler, run);
  add_text (&compiler, gaps->length);
  program->flow = flow;
  _lectern_program_finish (program);
  return program;
}

/* `part`: it may be one of another template. */
static LecternTemplate *
new_template (LecternDocument *document, LecternBindings *bindings, gboolean part, GError **error)
{
  g_autoptr (LecternTemplate) self = g_object_new (LECTERN_TYPE_TEMPLATE, NULL);
  LecternFlow *flow = NULL;

  if (part || _lectern_flow_is_wanted (document))
    {
      flow = _lectern_flow_new (document, error);
      if (flow == NULL)
        return NULL;
    }
  self->document = g_object_ref (document);
  self->gaps = _lectern_gaps_new (document);
  self->resolution = _lectern_bindings_resolve (bindings, self->gaps);
  if (flow != NULL)
    _lectern_resolution_declare (self->resolution, document, flow);
  self->program = _lectern_template_compile (self->gaps, self->resolution, flow);
  return g_steal_pointer (&self);
}

LecternTemplate *
_lectern_template_new_part (LecternDocument *document, GError **error)
{
  return new_template (document, NULL, TRUE, error);
}

/**
 * lectern_template_new:
 * @document: a speech with open places
 * @bindings: (nullable): which name fills which of them; %NULL takes the names that
 *   [ctor@Lectern.Bindings.new_proposed] proposes
 * @error: return location for an error
 *
 * Compiles a template. Slots that @bindings do not bind have proposed names.
 *
 * Fails with `LECTERN_ERROR_TEMPLATE` where a directive is wrong or has no partner, and with
 * `LECTERN_ERROR_LIMIT` where directives or the brackets of a condition are nested deeper than the
 * `max-depth` that the document was read with; both know the place.
 *
 * Returns: (transfer full): the template, or %NULL with @error set
 */
LecternTemplate *
lectern_template_new (LecternDocument *document, LecternBindings *bindings, GError **error)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return new_template (document, bindings, FALSE, error);
}

/**
 * lectern_template_get_document:
 * @self: a template
 *
 * Gets the speech that was compiled.
 *
 * Returns: (transfer none): the document
 */
LecternDocument *
lectern_template_get_document (LecternTemplate *self)
{
  g_return_val_if_fail (LECTERN_IS_TEMPLATE (self), NULL);

  return self->document;
}

/**
 * lectern_template_list_fields:
 * @self: a template
 *
 * Lists the values that the template asks for, in the order in which it does; then those that only
 * its conditions and repeats ask for.
 *
 * Returns: (transfer container) (element-type LecternField): the fields
 */
GPtrArray *
lectern_template_list_fields (LecternTemplate *self)
{
  GPtrArray *fields;

  g_return_val_if_fail (LECTERN_IS_TEMPLATE (self), NULL);

  fields = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_field_unref);
  for (guint i = 0; i < self->resolution->fields->len; i++)
    {
      LecternField *field = self->resolution->fields->pdata[i];

      if (!field->of_item)
        g_ptr_array_add (fields, lectern_field_ref (field));
    }
  return fields;
}
