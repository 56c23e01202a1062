/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-evaluate-private.h"

#include "base/lectern-limits-private.h"
#include "check/lectern-report-private.h"
#include "check/lectern-rule-private.h"
#include "compose/lectern-carry-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* What a value is likely to be longer than its mask. */
#define ROOM 16

static const LecternFillOptions no_options = {
  .limits
  = { LECTERN_DEFAULT_MAX_NESTING, LECTERN_DEFAULT_MAX_REPETITIONS, LECTERN_DEFAULT_MAX_OUTPUT },
};

static void
running_init (LecternRunning *running, const LecternProgram *program, LecternValues *values,
              const LecternFillOptions *options)
{
  memset (running, 0, sizeof *running);
  if (options == NULL)
    options = &no_options;
  running->program = program;
  running->values = values;
  running->missing = options->missing;
  running->strict = options->strict;
  running->out = g_string_sized_new (program->length + ROOM * (gsize)program->slots->len);
}

/* Numbers depend on structure, so a document is made all the same. */
static GBytes *
evaluate_to_text (LecternTemplate *self, LecternValues *values, const LecternFillOptions *options,
                  GError **error)
{
  g_autoptr (LecternDocument) filled = _lectern_template_evaluate (
      self, values, options != NULL ? options : &no_options, NULL, NULL, error);

  return filled != NULL ? lectern_document_to_text (filled) : NULL;
}

/**
 * lectern_template_fill_to_text:
 * @self: a template
 * @values: what to fill in
 * @options: (nullable): how
 * @error: return location for an error
 *
 * Fills the template and gives the text alone, without making a document: for many rows.
 *
 * Fails with `LECTERN_ERROR_VALUE` where @options say that something missing, or a value that does
 * not take the form of its place, is an error.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
GBytes *
lectern_template_fill_to_text (LecternTemplate *self, LecternValues *values,
                               LecternFillOptions *options, GError **error)
{
  LecternRunning running;

  g_return_val_if_fail (LECTERN_IS_TEMPLATE (self), NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (self->program->flow != NULL)
    return evaluate_to_text (self, values, options, error);
  running_init (&running, self->program, values, options);
  if (_lectern_program_run (&running, error))
    return g_string_free_to_bytes (running.out);
  g_string_free (running.out, TRUE);
  return NULL;
}

/* --- documents ------------------------------------------------------------------------------ */

static void
clear_problem (gpointer data)
{
  LecternProblem *problem = data;

  g_free (problem->message);
}

/* A mask that a value spells is no mask any more, though the text is the same. */
static gboolean
says_the_same (const LecternRunning *running, const LecternWritten *written)
{
  const LecternProgram *program = running->program;
  const LecternProgramSlot *slot
      = &g_array_index (program->slots, LecternProgramSlot, written->slot);
  gsize length = written->end - written->start;

  return length == written->span.end - written->span.start
         && memcmp (running->out->str + written->start, program->text + written->span.start, length)
                == 0
         && (slot->filled || slot->node == NULL);
}

/* One replacement for each slot that says something else now. */
static LecternEdits *
make_edits (const LecternRunning *running, GError **error)
{
  const LecternProgram *program = running->program;
  g_autoptr (LecternEdits) edits = lectern_edits_new (program->length);

  for (guint i = 0; i < running->written->len; i++)
    {
      const LecternWritten *written = &g_array_index (running->written, LecternWritten, i);
      const char *text = running->out->str + written->start;
      gsize length = written->end - written->start;

      if (says_the_same (running, written))
        continue;
      if (!lectern_edits_replace (edits, &written->span, text, (gssize)length, error))
        return NULL;
    }
  return g_steal_pointer (&edits);
}

#define CODE "value-form"

static LecternRule *
new_rule (void)
{
  for (guint i = 0; _lectern_rule_families[i] != NULL; i++)
    for (const LecternRuleInfo *info = _lectern_rule_families[i]; info->code != NULL; info++)
      if (strcmp (info->code, CODE) == 0)
        return _lectern_rule_new_from_info (info);
  g_assert_not_reached ();
}

/* The values that do not take the form of their places, at the places in the template. */
static LecternReport *
make_report (LecternDocument *document, const GArray *problems)
{
  g_autoptr (LecternProfile) profile = lectern_profile_new ();
  g_autoptr (LecternRule) rule = new_rule ();
  LecternReport *report = _lectern_report_new (document, profile, 0);

  _lectern_report_begin_rule (report, rule, LECTERN_SEVERITY_WARNING);
  for (guint i = 0; i < problems->len; i++)
    {
      const LecternFillProblem *problem = &g_array_index (problems, LecternFillProblem, i);
      g_autoptr (LecternFinding) finding
          = lectern_finding_new (problem->node, &problem->span, problem->message);

      _lectern_report_append (report, finding);
    }
  _lectern_report_finish (report);
  return report;
}

static void
note_problems (LecternDocument *document, const LecternRunning *running, GArray *problems)
{
  for (guint i = 0; i < running->problems->len; i++)
    {
      LecternProblem *problem = &g_array_index (running->problems, LecternProblem, i);
      const LecternProgramSlot *slot
          = &g_array_index (running->program->slots, LecternProgramSlot, problem->slot);
      LecternFillProblem found = { slot->node, slot->span, g_steal_pointer (&problem->message) };

      if (found.node == NULL)
        found.node = lectern_document_get_root (document);
      g_array_append_val (problems, found);
    }
}

static LecternDocument *
run (LecternTemplate *self, LecternRunning *running, gboolean keep_slots, GError **error)
{
  /* The structure is that of the template: what stands in a value is text. */
  const LecternRetouch retouch = { .keep_slots = keep_slots, .keep_structure = TRUE };
  g_autoptr (LecternEdits) edits = NULL;

  if (!_lectern_program_run (running, error))
    return NULL;
  edits = make_edits (running, error);
  if (edits == NULL)
    return NULL;
  if (lectern_edits_get_n_replacements (edits) == 0)
    return g_object_ref (self->document);
  return _lectern_document_apply (self->document, edits, &retouch, NULL, error);
}

/* `problems` (LecternFillProblem) may be NULL. */
static LecternDocument *
fill (LecternTemplate *self, LecternValues *values, const LecternFillOptions *options,
      GArray *problems, GError **error)
{
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (LecternWritten));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LecternProblem));
  LecternDocument *filled;
  LecternRunning running;

  g_array_set_clear_func (found, clear_problem);
  running_init (&running, self->program, values, options);
  running.written = written;
  running.problems = problems != NULL ? found : NULL;
  filled = run (self, &running, options->keep_slots, error);
  g_string_free (running.out, TRUE);
  if (filled != NULL && problems != NULL)
    note_problems (self->document, &running, problems);
  return filled;
}

static void
clear_found (gpointer data)
{
  g_free (((LecternFillProblem *)data)->message);
}

/**
 * lectern_template_fill:
 * @self: a template
 * @values: what to fill in
 * @options: (nullable): how
 * @report: (out) (optional) (nullable) (transfer full): where to put what was found
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Fills the template. The new document has the structure of the template: a value is text and stays
 * text, also where it holds a mask, a marker, a line end or a field. What is not filled stays byte
 * for byte; [method@Lectern.Document.dup_edits] gives one replacement for each slot.
 *
 * Directives are done first: what is left out is left out, what is repeated stands there once for
 * each item, fragments come from those of @options. Sections and points around them are numbered
 * anew, and announcements of them say how many there are, also as `{{count}}`. The text that this
 * makes is read, with its masks, and gives the structure; where the template was XML its own does
 * not hold there.
 *
 * A value that does not take the form of its place stands there as it is, and @report has a finding
 * `value-form` for it, at the place in the template.
 *
 * Fails with `LECTERN_ERROR_VALUE` where @options say that something missing, or a value that does
 * not take the form of its place, is an error, and where what is to be repeated is no list; with
 * `LECTERN_ERROR_TEMPLATE` where there is no such fragment, or one includes itself; with
 * `LECTERN_ERROR_LIMIT` where the template makes more than @options allow.
 *
 * Returns: (transfer full): the new document, that of the template itself where nothing was to be
 *   filled, or %NULL with @error set
 */
LecternDocument *
lectern_template_fill (LecternTemplate *self, LecternValues *values, LecternFillOptions *options,
                       LecternReport **report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) problems = NULL;
  LecternDocument *filled;

  g_return_val_if_fail (LECTERN_IS_TEMPLATE (self), NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (options == NULL)
    options = (LecternFillOptions *)&no_options;
  if (report != NULL)
    {
      problems = g_array_new (FALSE, FALSE, sizeof (LecternFillProblem));
      g_array_set_clear_func (problems, clear_found);
    }
  if (self->program->flow != NULL)
    filled = _lectern_template_evaluate (self, values, options, problems, cancellable, error);
  else
    filled = fill (self, values, options, problems, error);
  if (filled != NULL && report != NULL)
    *report = make_report (self->document, problems);
  return filled;
}

/**
 * lectern_document_fill:
 * @document: a speech with open places
 * @values: what to fill in
 * @options: (nullable): how
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Fills a speech once, under the names that stand in it or are proposed: what
 * [ctor@Lectern.Template.new] and [method@Lectern.Template.fill] do.
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_fill (LecternDocument *document, LecternValues *values,
                       LecternFillOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternTemplate) self = NULL;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = lectern_template_new (document, NULL, error);
  return self != NULL ? lectern_template_fill (self, values, options, NULL, cancellable, error)
                      : NULL;
}
