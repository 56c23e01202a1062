/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-evaluate-private.h"

#include "base/lectern-error-private.h"
#include "compose/lectern-carry-private.h"
#include "compose/lectern-expand-private.h"
#include "compose/lectern-fragment-private.h"
#include "compose/lectern-fragments-private.h"
#include "compose/lectern-headline-private.h"
#include "compose/lectern-recount-private.h"
#include "model/lectern-document-private.h"
#include "model/lectern-read-options-private.h"
#include "read/lectern-text-private.h"

#include <string.h>

/* Filling a template with directives: the text that they make is read with its masks; numbers and
 * announcements are set right in it; only then the values come in, as text in the structure that
 * stands. */

typedef struct
{
  LecternTemplate *template;
  LecternExpansion *expansion;
  LecternDocument *document; /* of the text that was expanded */
  LecternEdits *edits;       /* of that text */
  LecternRunning running;
  const LecternExpandedSlot *last;
  GHashTable *lacking; /* names */
  GString *names;
  LecternPosition position; /* of the first of them */
  GArray *problems;         /* LecternFillProblem, or NULL */
} Evaluation;

static const LecternProgram *
find_program (gpointer data, const char *name, G_GNUC_UNUSED GError **error)
{
  LecternFragments *fragments = data;
  LecternFragment *fragment = fragments != NULL ? _lectern_fragments_peek (fragments, name) : NULL;

  return fragment != NULL ? fragment->compiled->program : NULL;
}

static gboolean
read_expanded (Evaluation *evaluation, GCancellable *cancellable, GError **error)
{
  LecternDocument *before = evaluation->template->document;
  const GString *text = evaluation->expansion->text;
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (LecternSource) source = lectern_source_new (bytes, error);
  g_autoptr (LecternReadOptions) options = _lectern_read_options_copy (before->options);

  if (source == NULL)
    return FALSE;
  lectern_read_options_set_language (options, before->language);
  evaluation->document
      = _lectern_text_read (source, options, lectern_document_get_encoding (before),
                            lectern_document_get_bom (before), cancellable, error);
  return evaluation->document != NULL;
}

/* --- slots ---------------------------------------------------------------------------------- */

static const LecternProgramSlot *
get_slot (const LecternExpandedSlot *expanded)
{
  return &g_array_index (expanded->program->slots, LecternProgramSlot, expanded->slot);
}

static const char *
get_name (const LecternExpandedSlot *expanded)
{
  return _lectern_value_name_string (
      &g_array_index (expanded->program->fields, LecternProgramField, get_slot (expanded)->field)
           .name);
}

static void
note_lacking (Evaluation *evaluation, const LecternExpandedSlot *expanded)
{
  LecternRunning *running = &evaluation->running;

  if (running->lacking == NULL || running->lacking->len == 0)
    return;
  g_array_set_size (running->lacking, 0);
  if (evaluation->names->len == 0)
    lectern_node_get_position (get_slot (expanded)->node, &evaluation->position);
  if (g_hash_table_add (evaluation->lacking, (gpointer)get_name (expanded)))
    g_string_append_printf (evaluation->names, "%s%s", evaluation->names->len > 0 ? ", " : "",
                            get_name (expanded));
}

/* At the place in the template; what stands in a fragment is of another document. */
static void
note_problems (Evaluation *evaluation, const LecternExpandedSlot *expanded)
{
  GArray *problems = evaluation->running.problems;
  gboolean own = expanded->program == evaluation->template->program;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      LecternProblem *problem = &g_array_index (problems, LecternProblem, i);
      LecternFillProblem found
          = { own ? get_slot (expanded)->node : NULL, { 0, 0 }, problem->message };

      if (found.node == NULL)
        found.node = lectern_document_get_root (evaluation->template->document);
      if (own)
        found.span = get_slot (expanded)->span;
      problem->message = NULL;
      g_array_append_val (evaluation->problems, found);
    }
  if (problems != NULL)
    g_array_set_size (problems, 0);
}

/* Slots of one place share a value; the next round has another one. */
static void
go_to (Evaluation *evaluation, const LecternExpandedSlot *expanded)
{
  LecternRunning *running = &evaluation->running;
  const LecternExpandedSlot *last = evaluation->last;

  if (last == NULL || last->program != expanded->program || last->values != expanded->values
      || expanded->slot <= last->slot)
    running->place = G_MAXUINT32;
  running->program = expanded->program;
  running->values = expanded->values;
  evaluation->last = expanded;
  g_string_truncate (running->out, 0);
  g_array_set_size (running->written, 0);
}

static gboolean
replace_slot (Evaluation *evaluation, const LecternExpandedSlot *expanded, GError **error)
{
  const LecternRunning *running = &evaluation->running;
  gsize shift = expanded->start - get_slot (expanded)->lead;

  for (guint i = 0; i < running->written->len; i++)
    {
      const LecternWritten *written = &g_array_index (running->written, LecternWritten, i);
      LecternSpan span = { written->span.start + shift, written->span.end + shift };

      if (!lectern_edits_replace (evaluation->edits, &span, running->out->str + written->start,
                                  (gssize)(written->end - written->start), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_slot (Evaluation *evaluation, const LecternExpandedSlot *expanded, GError **error)
{
  const LecternProgramSlot *slot = get_slot (expanded);
  gsize start = expanded->start + slot->span.start - slot->lead;
  g_autofree char *number = NULL;

  if (strcmp (get_name (expanded), LECTERN_COUNT_NAME) == 0)
    number = _lectern_recount_dup_number (evaluation->document, start);
  if (number != NULL)
    {
      LecternSpan span = { start, start + slot->span.end - slot->span.start };

      return lectern_edits_replace (evaluation->edits, &span, number, -1, error);
    }
  go_to (evaluation, expanded);
  if (!_lectern_program_write_slot (&evaluation->running, expanded->slot, error))
    return FALSE;
  note_lacking (evaluation, expanded);
  note_problems (evaluation, expanded);
  return replace_slot (evaluation, expanded, error);
}

static void
clear_problem (gpointer data)
{
  g_free (((LecternProblem *)data)->message);
}

static void
begin_filling (Evaluation *evaluation, const LecternFillOptions *options)
{
  LecternRunning *running = &evaluation->running;

  evaluation->lacking = g_hash_table_new (g_str_hash, g_str_equal);
  evaluation->names = g_string_new (NULL);
  running->missing = options->missing;
  running->strict = options->strict;
  running->out = g_string_new (NULL);
  running->written = g_array_new (FALSE, FALSE, sizeof (LecternWritten));
  if (evaluation->problems == NULL)
    return;
  running->problems = g_array_new (FALSE, FALSE, sizeof (LecternProblem));
  g_array_set_clear_func (running->problems, clear_problem);
}

static void
end_filling (Evaluation *evaluation)
{
  LecternRunning *running = &evaluation->running;

  g_hash_table_unref (evaluation->lacking);
  g_string_free (evaluation->names, TRUE);
  g_string_free (running->out, TRUE);
  g_array_unref (running->written);
  g_clear_pointer (&running->problems, g_array_unref);
  g_clear_pointer (&running->parts, g_ptr_array_unref);
  g_clear_pointer (&running->lacking, g_array_unref);
}

static gboolean
fill_all (Evaluation *evaluation, const LecternFillOptions *options, GError **error)
{
  const GArray *slots = evaluation->expansion->slots;
  gboolean done = TRUE;

  begin_filling (evaluation, options);
  for (guint i = 0; done && i < slots->len; i++)
    done = fill_slot (evaluation, &g_array_index (slots, LecternExpandedSlot, i), error);
  if (done && evaluation->names->len > 0)
    {
      _lectern_set_error (error, LECTERN_ERROR_VALUE, NULL, &evaluation->position,
                          "no value for %s", evaluation->names->str);
      done = FALSE;
    }
  end_filling (evaluation);
  return done;
}

/* --- the document --------------------------------------------------------------------------- */

static LecternDocument *
make_document (Evaluation *evaluation, gboolean keep_slots, GError **error)
{
  g_autoptr (GBytes) text = lectern_edits_apply (
      evaluation->edits, lectern_source_get_bytes (evaluation->document->source), error);
  g_autoptr (LecternSource) source = text != NULL ? lectern_source_new (text, error) : NULL;
  g_autoptr (LecternEdits) edits = NULL;
  const LecternRetouch retouch = { .keep_slots = keep_slots };
  LecternDocument *after;

  if (source == NULL)
    return NULL;
  edits = lectern_edits_compose (evaluation->expansion->edits, evaluation->edits, error);
  if (edits == NULL)
    return NULL;
  after
      = _lectern_document_carry (evaluation->document, evaluation->edits, &retouch, source, error);
  if (after != NULL)
    _lectern_document_set_origin (after, evaluation->template->document, g_steal_pointer (&edits));
  return after;
}

static gboolean
evaluate (Evaluation *evaluation, LecternValues *values, const LecternFillOptions *options,
          GCancellable *cancellable, GError **error)
{
  GError *why = NULL;

  evaluation->expansion = _lectern_expand (evaluation->template->program, values, &options->limits,
                                           find_program, options->fragments, cancellable, error);
  if (evaluation->expansion == NULL || !read_expanded (evaluation, cancellable, error))
    return FALSE;
  if (options->outline && _lectern_headline_add (evaluation->expansion, evaluation->document, &why))
    {
      g_clear_object (&evaluation->document);
      if (!read_expanded (evaluation, cancellable, error))
        return FALSE;
    }
  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  evaluation->edits = lectern_edits_new (evaluation->expansion->text->len);
  return _lectern_recount (evaluation->edits, evaluation->document, evaluation->expansion->borders,
                           error)
         && fill_all (evaluation, options, error);
}

LecternDocument *
_lectern_template_evaluate (LecternTemplate *self, LecternValues *values,
                            const LecternFillOptions *options, GArray *problems,
                            GCancellable *cancellable, GError **error)
{
  Evaluation evaluation = { .template = self, .problems = problems };
  LecternDocument *after = NULL;

  if (evaluate (&evaluation, values, options, cancellable, error))
    after = make_document (&evaluation, options->keep_slots, error);
  g_clear_pointer (&evaluation.expansion, _lectern_expansion_free);
  g_clear_pointer (&evaluation.edits, lectern_edits_unref);
  g_clear_object (&evaluation.document);
  return after;
}
