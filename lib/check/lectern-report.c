/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-report-private.h"

#include "check/lectern-finding-private.h"

/**
 * LecternReport:
 *
 * What a checker found in a document: the findings in the order of the text.
 *
 * While a document is checked, rules add to it. After that it never changes and may be used by
 * several threads.
 */
struct _LecternReport
{
  GObject parent_instance;

  LecternDocument *document;
  LecternProfile *profile;
  GPtrArray *findings;
  GHashTable *dropped; /* interned code → number */
  guint max_findings;  /* of a rule, 0 for any number */

  /* While the document is checked. */
  LecternCheck check;
  LecternRule *rule;
  LecternSeverity severity;
  guint n_of_rule;
};

G_DEFINE_FINAL_TYPE (LecternReport, lectern_report, G_TYPE_OBJECT)

static void
lectern_report_finalize (GObject *object)
{
  LecternReport *report = LECTERN_REPORT (object);

  _lectern_check_clear (&report->check);
  g_ptr_array_unref (report->findings);
  g_hash_table_unref (report->dropped);
  g_clear_pointer (&report->profile, lectern_profile_unref);
  g_clear_object (&report->document);
  G_OBJECT_CLASS (lectern_report_parent_class)->finalize (object);
}

static void
lectern_report_class_init (LecternReportClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lectern_report_finalize;
}

static void
lectern_report_init (LecternReport *report)
{
  report->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_finding_unref);
  report->dropped = g_hash_table_new (g_direct_hash, g_direct_equal);
}

LecternReport *
_lectern_report_new (LecternDocument *document, LecternProfile *profile, guint max_findings)
{
  LecternReport *report = g_object_new (LECTERN_TYPE_REPORT, NULL);

  report->document = g_object_ref (document);
  report->profile = lectern_profile_ref (profile);
  report->max_findings = max_findings;
  _lectern_check_init (&report->check, document, report);
  return report;
}

void
_lectern_report_begin_rule (LecternReport *report, LecternRule *rule, LecternSeverity severity)
{
  report->rule = rule;
  report->severity = severity;
  report->n_of_rule = 0;
}

gboolean
_lectern_report_take_one (LecternReport *report)
{
  gpointer code;
  guint n;

  if (report->max_findings == 0 || report->n_of_rule < report->max_findings)
    {
      report->n_of_rule++;
      return TRUE;
    }
  code = (gpointer)g_intern_string (lectern_rule_get_code (report->rule));
  n = GPOINTER_TO_UINT (g_hash_table_lookup (report->dropped, code));
  g_hash_table_insert (report->dropped, code, GUINT_TO_POINTER (n + 1));
  return FALSE;
}

void
_lectern_report_append (LecternReport *report, LecternFinding *finding)
{
  _lectern_finding_set_rule (finding, report->rule, report->severity, report->findings->len);
  g_ptr_array_add (report->findings, lectern_finding_ref (finding));
}

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  return _lectern_finding_compare (*(LecternFinding *const *)a, *(LecternFinding *const *)b);
}

void
_lectern_report_finish (LecternReport *report)
{
  report->rule = NULL;
  g_ptr_array_sort (report->findings, compare_findings);
  for (guint i = 0; i < report->findings->len; i++)
    _lectern_finding_seal (report->findings->pdata[i]);
  _lectern_check_clear (&report->check);
}

LecternCheck *
_lectern_report_get_check (LecternReport *report)
{
  return &report->check;
}

/**
 * lectern_report_add:
 * @report: the report that a rule was given
 * @finding: what the rule found
 *
 * Adds a finding, with the code and the severity of the rule that is at work. To be called by a
 * rule in its [vfunc@Lectern.Rule.check] only. Beyond the greatest number of findings that the
 * checker allows a rule, they are counted but not kept.
 */
void
lectern_report_add (LecternReport *report, LecternFinding *finding)
{
  g_return_if_fail (LECTERN_IS_REPORT (report));
  g_return_if_fail (finding != NULL);
  g_return_if_fail (report->rule != NULL);
  g_return_if_fail (lectern_finding_get_code (finding) == NULL);
  g_return_if_fail (lectern_node_get_document (lectern_finding_get_node (finding))
                    == report->document);

  if (_lectern_report_take_one (report))
    _lectern_report_append (report, finding);
}

/**
 * lectern_report_get_document:
 * @report: a report
 *
 * Gets what was checked.
 *
 * Returns: (transfer none): the document
 */
LecternDocument *
lectern_report_get_document (LecternReport *report)
{
  g_return_val_if_fail (LECTERN_IS_REPORT (report), NULL);

  return report->document;
}

/**
 * lectern_report_get_profile:
 * @report: a report
 *
 * Gets the house profile by which the document was checked, for rules that go by it.
 *
 * Returns: (transfer none): the profile
 */
LecternProfile *
lectern_report_get_profile (LecternReport *report)
{
  g_return_val_if_fail (LECTERN_IS_REPORT (report), NULL);

  return report->profile;
}

/**
 * lectern_report_get_n_findings:
 * @report: a report
 *
 * Gets how many findings it has.
 *
 * Returns: the number
 */
guint
lectern_report_get_n_findings (LecternReport *report)
{
  g_return_val_if_fail (LECTERN_IS_REPORT (report), 0);

  return report->findings->len;
}

/**
 * lectern_report_get_finding:
 * @report: a report
 * @n: the number of a finding, from 0, in the order of the text
 *
 * Gets a finding.
 *
 * Returns: (transfer none) (nullable): the finding, or %NULL where there are not so many
 */
LecternFinding *
lectern_report_get_finding (LecternReport *report, guint n)
{
  g_return_val_if_fail (LECTERN_IS_REPORT (report), NULL);

  return n < report->findings->len ? report->findings->pdata[n] : NULL;
}

/**
 * lectern_report_list_findings:
 * @report: a report
 *
 * Gets all findings in the order of the text; at one place the graver ones come first, then it goes
 * by their codes.
 *
 * Returns: (transfer container) (element-type Lectern.Finding): the findings
 */
GPtrArray *
lectern_report_list_findings (LecternReport *report)
{
  GPtrArray *findings;

  g_return_val_if_fail (LECTERN_IS_REPORT (report), NULL);

  findings = g_ptr_array_sized_new (report->findings->len);
  for (guint i = 0; i < report->findings->len; i++)
    g_ptr_array_add (findings, report->findings->pdata[i]);
  return findings;
}

/**
 * lectern_report_get_severity:
 * @report: a report
 *
 * Gets how grave the gravest finding is.
 *
 * Returns: the severity, %LECTERN_SEVERITY_OFF where nothing was found
 */
LecternSeverity
lectern_report_get_severity (LecternReport *report)
{
  LecternSeverity gravest = LECTERN_SEVERITY_OFF;

  g_return_val_if_fail (LECTERN_IS_REPORT (report), LECTERN_SEVERITY_OFF);

  for (guint i = 0; i < report->findings->len; i++)
    gravest = MAX (gravest, lectern_finding_get_severity (report->findings->pdata[i]));
  return gravest;
}

/**
 * lectern_report_get_n_dropped:
 * @report: a report
 * @code: (nullable): the code of a rule, or %NULL for all rules
 *
 * Gets how many findings were counted but not kept, because the rule had found too many already
 * ([method@Lectern.Checker.set_max_findings]).
 *
 * Returns: the number
 */
guint
lectern_report_get_n_dropped (LecternReport *report, const char *code)
{
  GHashTableIter iter;
  gpointer key, value;
  guint n = 0;

  g_return_val_if_fail (LECTERN_IS_REPORT (report), 0);

  g_hash_table_iter_init (&iter, report->dropped);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (code == NULL || g_str_equal (key, code))
      n += GPOINTER_TO_UINT (value);
  return n;
}
