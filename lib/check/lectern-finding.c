/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-finding-private.h"

#include "base/lectern-enum-private.h"
#include "base/lectern-source-private.h"

#include <string.h>

/**
 * LecternFinding:
 *
 * Something that is wrong, or may be wrong, with a speech: which rule says so, where, how grave it
 * is, a message, and where that is safe the edits that mend it.
 *
 * A rule makes findings and adds them to the report it is given ([method@Lectern.Report.add]). From
 * the end of the check on a finding never changes and may be used by several threads.
 *
 * A finding keeps its document alive.
 */
struct _LecternFinding
{
  gatomicrefcount references;
  LecternNode *node;
  LecternSpan span;
  const LecternRuleInfo *info; /* NULL where the rule is not one of ours */
  guint message;
  char **arguments;
  GPtrArray *messages; /* language and message by turns, where there is no `info` */
  GArray *related;
  LecternEdits *edits;
  const char *code; /* interned */
  const char *clause;
  LecternSeverity severity;
  guint sequence;
  gboolean sealed;
};

/**
 * LECTERN_CLAUSE_PRACTICE:
 *
 * In place of a clause: the rule says what speech writers do, without a standard.
 */

/**
 * LECTERN_CLAUSE_HEURISTIC:
 *
 * In place of a clause: the rule concludes from other parts of the text that something is amiss.
 */

G_DEFINE_BOXED_TYPE (LecternFinding, lectern_finding, lectern_finding_ref, lectern_finding_unref)

/**
 * LecternSeverity:
 * @LECTERN_SEVERITY_OFF: the rule is not used
 * @LECTERN_SEVERITY_NOTE: something to look at; usage allows it
 * @LECTERN_SEVERITY_WARNING: most likely a fault
 * @LECTERN_SEVERITY_ERROR: a fault that must not stay in a speech that is given
 *
 * How grave a finding is.
 */
static const GEnumValue severities[] = {
  { LECTERN_SEVERITY_OFF, "LECTERN_SEVERITY_OFF", "off" },
  { LECTERN_SEVERITY_NOTE, "LECTERN_SEVERITY_NOTE", "note" },
  { LECTERN_SEVERITY_WARNING, "LECTERN_SEVERITY_WARNING", "warning" },
  { LECTERN_SEVERITY_ERROR, "LECTERN_SEVERITY_ERROR", "error" },
  { 0, NULL, NULL },
};

_LECTERN_DEFINE_ENUM (LecternSeverity, lectern_severity, severities)

/**
 * lectern_severity_get_name:
 * @severity: a severity
 *
 * Gets the name that commands and profiles use: `off`, `note`, `warning` or `error`.
 *
 * Returns: (transfer none): the name
 */
const char *
lectern_severity_get_name (LecternSeverity severity)
{
  g_return_val_if_fail ((guint)severity <= LECTERN_SEVERITY_ERROR, NULL);

  return severities[severity].value_nick;
}

/**
 * lectern_severity_from_name:
 * @name: a name
 * @severity: (out): where to put the severity
 *
 * Gets the severity of this name.
 *
 * Returns: %FALSE, with @severity unchanged, where none has it
 */
gboolean
lectern_severity_from_name (const char *name, LecternSeverity *severity)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (severity != NULL, FALSE);

  for (guint i = 0; severities[i].value_nick != NULL; i++)
    if (strcmp (name, severities[i].value_nick) == 0)
      {
        *severity = (LecternSeverity)severities[i].value;
        return TRUE;
      }
  return FALSE;
}

static LecternFinding *
new_finding (LecternNode *node, const LecternSpan *span)
{
  LecternFinding *finding = g_new0 (LecternFinding, 1);

  g_atomic_ref_count_init (&finding->references);
  finding->node = lectern_node_ref (node);
  if (span != NULL)
    finding->span = *span;
  else
    lectern_node_get_span (node, &finding->span);
  return finding;
}

LecternFinding *
_lectern_finding_new_from_info (const LecternRuleInfo *info, guint message, LecternNode *node,
                                const LecternSpan *span, char **arguments)
{
  LecternFinding *finding = new_finding (node, span);

  finding->info = info;
  finding->message = message;
  finding->arguments = arguments;
  return finding;
}

/* Whether the span lies in the text of the node's document, between characters. */
static gboolean
is_span (LecternNode *node, const LecternSpan *span)
{
  LecternSource *source = lectern_document_get_source (lectern_node_get_document (node));

  return span->start <= span->end && _lectern_source_is_boundary (source, span->start)
         && _lectern_source_is_boundary (source, span->end);
}

/**
 * lectern_finding_new:
 * @node: the node that it is about
 * @span: (nullable): the stretch of the text, in bytes and between characters, or %NULL for that of
 *   the node
 * @message: what is wrong, one sentence without a stop at its end
 *
 * Makes a finding, for a rule of one's own to add to its report.
 *
 * Returns: (transfer full): the finding
 */
LecternFinding *
lectern_finding_new (LecternNode *node, const LecternSpan *span, const char *message)
{
  LecternFinding *finding;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (span == NULL || is_span (node, span), NULL);
  g_return_val_if_fail (message != NULL, NULL);

  finding = new_finding (node, span);
  finding->messages = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (finding->messages, g_strdup (""));
  g_ptr_array_add (finding->messages, g_strdup (message));
  return finding;
}

/**
 * lectern_finding_ref:
 * @finding: a finding
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @finding
 */
LecternFinding *
lectern_finding_ref (LecternFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  g_atomic_ref_count_inc (&finding->references);
  return finding;
}

/**
 * lectern_finding_unref:
 * @finding: (transfer full): a finding
 *
 * Drops a reference.
 */
void
lectern_finding_unref (LecternFinding *finding)
{
  g_return_if_fail (finding != NULL);

  if (!g_atomic_ref_count_dec (&finding->references))
    return;
  g_strfreev (finding->arguments);
  g_clear_pointer (&finding->messages, g_ptr_array_unref);
  g_clear_pointer (&finding->related, g_array_unref);
  g_clear_pointer (&finding->edits, lectern_edits_unref);
  lectern_node_unref (finding->node);
  g_free (finding);
}

/**
 * lectern_finding_set_message:
 * @finding: a finding that was made with [ctor@Lectern.Finding.new] and is not sealed yet
 * @language: a language, as BCP 47 writes it (`zh-Hans`, `zh`)
 * @message: the message in that language
 *
 * Says the message in another language too.
 */
void
lectern_finding_set_message (LecternFinding *finding, const char *language, const char *message)
{
  g_return_if_fail (finding != NULL);
  g_return_if_fail (!finding->sealed && finding->messages != NULL);
  g_return_if_fail (language != NULL);
  g_return_if_fail (message != NULL);

  g_ptr_array_add (finding->messages, g_strdup (language));
  g_ptr_array_add (finding->messages, g_strdup (message));
}

/**
 * lectern_finding_add_related:
 * @finding: a finding that is not sealed yet
 * @span: a stretch of the same text, in bytes and between characters
 *
 * Names another place that one has to see to understand the finding, such as what was announced
 * where what follows does not agree.
 */
void
lectern_finding_add_related (LecternFinding *finding, const LecternSpan *span)
{
  g_return_if_fail (finding != NULL);
  g_return_if_fail (!finding->sealed);
  g_return_if_fail (span != NULL && is_span (finding->node, span));

  if (finding->related == NULL)
    finding->related = g_array_new (FALSE, FALSE, sizeof (LecternSpan));
  g_array_append_val (finding->related, *span);
}

static gsize
text_length (LecternFinding *finding)
{
  LecternDocument *document = lectern_node_get_document (finding->node);

  return g_bytes_get_size (lectern_source_get_bytes (lectern_document_get_source (document)));
}

/**
 * lectern_finding_set_edits:
 * @finding: a finding that is not sealed yet
 * @edits: (nullable): edits of the document's text
 *
 * Says how to mend it. Only what is safe: the edits must leave the sense of the speech as it is,
 * and the rule must find nothing there afterwards. They are of the text as it is checked, and are
 * not added to from then on. [method@Lectern.Checker.fix] leaves alone edits that move something.
 */
void
lectern_finding_set_edits (LecternFinding *finding, LecternEdits *edits)
{
  g_return_if_fail (finding != NULL);
  g_return_if_fail (!finding->sealed);
  g_return_if_fail (edits == NULL || lectern_edits_get_old_length (edits) == text_length (finding));

  if (edits != NULL)
    lectern_edits_ref (edits);
  g_clear_pointer (&finding->edits, lectern_edits_unref);
  finding->edits = edits;
}

void
_lectern_finding_set_rule (LecternFinding *finding, LecternRule *rule, LecternSeverity severity,
                           guint sequence)
{
  finding->code = g_intern_string (lectern_rule_get_code (rule));
  finding->clause = g_intern_string (lectern_rule_get_clause (rule));
  finding->severity = severity;
  finding->sequence = sequence;
}

void
_lectern_finding_soften (LecternFinding *finding, LecternSeverity severity)
{
  finding->severity = MIN (finding->severity, severity);
}

void
_lectern_finding_seal (LecternFinding *finding)
{
  finding->sealed = TRUE;
}

int
_lectern_finding_compare (LecternFinding *a, LecternFinding *b)
{
  if (a->span.start != b->span.start)
    return a->span.start < b->span.start ? -1 : 1;
  if (a->severity != b->severity)
    return a->severity > b->severity ? -1 : 1;
  if (a->code != b->code)
    return strcmp (a->code, b->code);
  return a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

/**
 * lectern_finding_get_code:
 * @finding: a finding of a report
 *
 * Gets the code of the rule, such as `announced-count`. Codes never change their meaning.
 *
 * Returns: (transfer none) (nullable): the code, or %NULL where no report has the finding yet
 */
const char *
lectern_finding_get_code (LecternFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->code;
}

/**
 * lectern_finding_get_severity:
 * @finding: a finding of a report
 *
 * Gets how grave it is: what the rule says, unless the checker or its profile says otherwise.
 *
 * Returns: the severity
 */
LecternSeverity
lectern_finding_get_severity (LecternFinding *finding)
{
  g_return_val_if_fail (finding != NULL, LECTERN_SEVERITY_OFF);

  return finding->severity;
}

/**
 * lectern_finding_get_clause:
 * @finding: a finding of a report
 *
 * Gets what the rule rests on: the clause of a standard (`GB/T 15834-2011 B.3.1`),
 * %LECTERN_CLAUSE_PRACTICE or %LECTERN_CLAUSE_HEURISTIC.
 *
 * Returns: (transfer none) (nullable): the clause, or %NULL where the rule does not say
 */
const char *
lectern_finding_get_clause (LecternFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->clause;
}

/* Puts the arguments in the places of {1}, {2} … */
static char *
fill_template (const char *template, char **arguments)
{
  GString *message = g_string_new (NULL);
  guint n_arguments = arguments != NULL ? g_strv_length (arguments) : 0;

  for (const char *p = template; *p != '\0'; p++)
    if (p[0] == '{' && g_ascii_isdigit (p[1]) && p[2] == '}' && (guint)(p[1] - '1') < n_arguments)
      {
        g_string_append (message, arguments[p[1] - '1']);
        p += 2;
      }
    else
      g_string_append_c (message, *p);
  return g_string_free (message, FALSE);
}

/* What ends a part of a language, in a tag or in the environment (zh_CN.UTF-8). */
#define LANGUAGE_ENDS "-_.@"

/* Whether `tag` is the language `range`, or one within it (RFC 4647, basic filtering). */
static gboolean
is_language (const char *tag, const char *range)
{
  for (; *range != '\0'; tag++, range++)
    if (g_ascii_tolower (*tag == '_' ? '-' : *tag)
        != g_ascii_tolower (*range == '_' ? '-' : *range))
      return FALSE;
  return strchr (LANGUAGE_ENDS, *tag) != NULL;
}

/* Whether both begin with the same language, whatever their script and region: zh_CN, zh-Hans. */
static gboolean
are_of_one_language (const char *tag, const char *other)
{
  gsize length = strcspn (tag, LANGUAGE_ENDS);

  return length == strcspn (other, LANGUAGE_ENDS) && g_ascii_strncasecmp (tag, other, length) == 0;
}

/* The message in the language, or else in one that begins with the same one; NULL for none. */
static const char *
find_message (const GPtrArray *messages, const char *language)
{
  for (guint i = 2; i < messages->len; i += 2)
    if (is_language (language, messages->pdata[i]) || is_language (messages->pdata[i], language))
      return messages->pdata[i + 1];
  for (guint i = 2; i < messages->len; i += 2)
    if (are_of_one_language (language, messages->pdata[i]))
      return messages->pdata[i + 1];
  return NULL;
}

/**
 * lectern_finding_dup_message:
 * @finding: a finding
 * @language: (nullable): a language, as BCP 47 or the environment writes it (`zh-Hans`, `zh_CN`),
 *   or %NULL for English
 *
 * Says what is wrong, in one line, without a stop at its end. The rules of the library speak
 * English and Chinese, for other languages English; a rule of one's own speaks the languages of
 * [method@Lectern.Finding.set_message], for others that of [ctor@Lectern.Finding.new]. The locale
 * of the process does not matter.
 *
 * Returns: (transfer full): the message
 */
char *
lectern_finding_dup_message (LecternFinding *finding, const char *language)
{
  const char *other;

  g_return_val_if_fail (finding != NULL, NULL);

  if (finding->info != NULL)
    {
      const LecternBilingual *message = &finding->info->messages[finding->message];

      return fill_template (language != NULL && is_language (language, "zh") ? message->zh
                                                                             : message->en,
                            finding->arguments);
    }
  other = language != NULL ? find_message (finding->messages, language) : NULL;
  return g_strdup (other != NULL ? other : finding->messages->pdata[1]);
}

/**
 * lectern_finding_get_node:
 * @finding: a finding
 *
 * Gets the node that it is about.
 *
 * Returns: (transfer none): the node
 */
LecternNode *
lectern_finding_get_node (LecternFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->node;
}

/**
 * lectern_finding_get_span:
 * @finding: a finding
 * @span: (out caller-allocates): where to put the span, in bytes
 *
 * Gets the stretch of the text that is wrong.
 */
void
lectern_finding_get_span (LecternFinding *finding, LecternSpan *span)
{
  g_return_if_fail (finding != NULL);
  g_return_if_fail (span != NULL);

  *span = finding->span;
}

/**
 * lectern_finding_get_position:
 * @finding: a finding
 * @start: (out caller-allocates) (optional): where to put the place where it begins
 * @end: (out caller-allocates) (optional): where to put the place after its end
 *
 * Gets line and columns of the stretch that is wrong, in characters and in UTF-16 units.
 */
void
lectern_finding_get_position (LecternFinding *finding, LecternPosition *start, LecternPosition *end)
{
  LecternSource *source;

  g_return_if_fail (finding != NULL);

  source = lectern_document_get_source (lectern_node_get_document (finding->node));
  if (start != NULL)
    lectern_source_get_position (source, finding->span.start, start);
  if (end != NULL)
    lectern_source_get_position (source, finding->span.end, end);
}

/**
 * lectern_finding_get_n_related:
 * @finding: a finding
 *
 * Gets how many other places belong to it.
 *
 * Returns: the number
 */
guint
lectern_finding_get_n_related (LecternFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);

  return finding->related != NULL ? finding->related->len : 0;
}

/**
 * lectern_finding_get_related:
 * @finding: a finding
 * @n: the number of a place, from 0
 * @span: (out caller-allocates): where to put the stretch of the text, in bytes
 *
 * Gets another place that one has to see to understand the finding.
 *
 * Returns: %FALSE, with @span unchanged, where there are not so many
 */
gboolean
lectern_finding_get_related (LecternFinding *finding, guint n, LecternSpan *span)
{
  g_return_val_if_fail (finding != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  if (n >= lectern_finding_get_n_related (finding))
    return FALSE;
  *span = g_array_index (finding->related, LecternSpan, n);
  return TRUE;
}

/**
 * lectern_finding_get_edits:
 * @finding: a finding
 *
 * Gets the edits that mend it: they are safe to be made without a look.
 *
 * Returns: (transfer none) (nullable): the edits, or %NULL where only a person can mend it
 */
LecternEdits *
lectern_finding_get_edits (LecternFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->edits;
}
