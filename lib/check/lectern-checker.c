/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-checker-private.h"

#include "base/lectern-error-private.h"
#include "check/lectern-profile-private.h"
#include "check/lectern-report-private.h"
#include "check/lectern-rule-private.h"

/**
 * LecternChecker:
 *
 * Looks for what is wrong with speeches: holds rules, and says how grave what each of them finds
 * is.
 *
 * How grave is said, in this order, by [method@Lectern.Checker.set_severity], by the house profile,
 * by the rule. Once it is set up, several threads may check with it at once.
 */
struct _LecternChecker
{
  GObject parent_instance;

  GPtrArray *rules;
  GHashTable *by_code;    /* code → rule */
  GHashTable *severities; /* code → severity, where one was set */
  LecternProfile *profile;
  guint max_findings;
};

/**
 * LECTERN_RULES_ALL:
 *
 * In place of the code of a rule: all rules.
 */

G_DEFINE_FINAL_TYPE (LecternChecker, lectern_checker, G_TYPE_OBJECT)

/* More of one kind in one speech nobody reads. */
#define DEFAULT_MAX_FINDINGS 100

static void
lectern_checker_finalize (GObject *object)
{
  LecternChecker *checker = LECTERN_CHECKER (object);

  g_hash_table_unref (checker->by_code);
  g_hash_table_unref (checker->severities);
  g_ptr_array_unref (checker->rules);
  g_clear_pointer (&checker->profile, lectern_profile_unref);
  G_OBJECT_CLASS (lectern_checker_parent_class)->finalize (object);
}

static void
lectern_checker_class_init (LecternCheckerClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lectern_checker_finalize;
}

static void
take_rule (LecternChecker *checker, LecternRule *rule)
{
  g_ptr_array_add (checker->rules, rule);
  g_hash_table_insert (checker->by_code, (gpointer)lectern_rule_get_code (rule), rule);
}

static void
lectern_checker_init (LecternChecker *checker)
{
  checker->rules = g_ptr_array_new_with_free_func (g_object_unref);
  checker->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  checker->severities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  checker->profile = lectern_profile_new ();
  checker->max_findings = DEFAULT_MAX_FINDINGS;
  for (guint i = 0; _lectern_rule_families[i] != NULL; i++)
    for (const LecternRuleInfo *info = _lectern_rule_families[i]; info->code != NULL; info++)
      take_rule (checker, _lectern_rule_new_from_info (info));
}

/**
 * lectern_checker_new:
 *
 * Makes a checker with all rules of the library, and nothing set.
 *
 * Returns: (transfer full): the checker
 */
LecternChecker *
lectern_checker_new (void)
{
  return g_object_new (LECTERN_TYPE_CHECKER, NULL);
}

static gboolean
is_code (const char *code)
{
  if (code == NULL || !g_ascii_islower (*code))
    return FALSE;
  for (; *code != '\0'; code++)
    if (!g_ascii_islower (*code) && !g_ascii_isdigit (*code) && *code != '-')
      return FALSE;
  return TRUE;
}

/**
 * lectern_checker_add_rule:
 * @checker: a checker
 * @rule: a rule of one's own
 * @error: return location for an error
 *
 * Adds a rule; it is used after those that are there. Fails with `LECTERN_ERROR_RULE` where its
 * code is none (small ASCII letters, digits and hyphens, a letter first) or is that of a rule that
 * is there.
 *
 * Returns: %FALSE with @error set where it could not be added
 */
gboolean
lectern_checker_add_rule (LecternChecker *checker, LecternRule *rule, GError **error)
{
  const char *code;

  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), FALSE);
  g_return_val_if_fail (LECTERN_IS_RULE (rule), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  code = lectern_rule_get_code (rule);
  if (!is_code (code))
    {
      _lectern_set_error (error, LECTERN_ERROR_RULE, NULL, NULL,
                          "“%s” is no code of a rule: small letters, digits and hyphens",
                          code != NULL ? code : "");
      return FALSE;
    }
  if (g_hash_table_contains (checker->by_code, code))
    {
      _lectern_set_error (error, LECTERN_ERROR_RULE, NULL, NULL,
                          "there is a rule with the code “%s” already", code);
      return FALSE;
    }
  take_rule (checker, g_object_ref (rule));
  return TRUE;
}

/**
 * lectern_checker_list_rules:
 * @checker: a checker
 *
 * Gets its rules, those of the library first, by families.
 *
 * Returns: (transfer container) (element-type Lectern.Rule): the rules
 */
GPtrArray *
lectern_checker_list_rules (LecternChecker *checker)
{
  GPtrArray *rules;

  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), NULL);

  rules = g_ptr_array_sized_new (checker->rules->len);
  for (guint i = 0; i < checker->rules->len; i++)
    g_ptr_array_add (rules, checker->rules->pdata[i]);
  return rules;
}

/**
 * lectern_checker_find_rule:
 * @checker: a checker
 * @code: a code
 *
 * Gets the rule with a code.
 *
 * Returns: (transfer none) (nullable): the rule, or %NULL where none has the code
 */
LecternRule *
lectern_checker_find_rule (LecternChecker *checker, const char *code)
{
  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return g_hash_table_lookup (checker->by_code, code);
}

/**
 * lectern_checker_set_severity:
 * @checker: a checker
 * @code: the code of a rule, or %LECTERN_RULES_ALL for all rules that are there
 * @severity: how grave what it finds is; %LECTERN_SEVERITY_OFF switches it off
 * @error: return location for an error
 *
 * Says how grave the findings of a rule are, whatever the rule and the profile say. Fails with
 * `LECTERN_ERROR_RULE` where no rule has the code.
 *
 * Returns: %FALSE with @error set where there is no such rule
 */
gboolean
lectern_checker_set_severity (LecternChecker *checker, const char *code, LecternSeverity severity,
                              GError **error)
{
  gboolean all;

  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail ((guint)severity <= LECTERN_SEVERITY_ERROR, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  all = g_str_equal (code, LECTERN_RULES_ALL);
  if (!all && !g_hash_table_contains (checker->by_code, code))
    {
      _lectern_set_error (error, LECTERN_ERROR_RULE, NULL, NULL, "there is no rule “%s”", code);
      return FALSE;
    }
  for (guint i = 0; i < checker->rules->len; i++)
    {
      const char *other = lectern_rule_get_code (checker->rules->pdata[i]);

      if (all || g_str_equal (code, other))
        g_hash_table_replace (checker->severities, g_strdup (other), GINT_TO_POINTER (severity));
    }
  return TRUE;
}

static LecternSeverity
severity_of (LecternChecker *checker, LecternRule *rule)
{
  const char *code = lectern_rule_get_code (rule);
  LecternSeverity severity;
  gpointer set;

  if (g_hash_table_lookup_extended (checker->severities, code, NULL, &set))
    return (LecternSeverity)GPOINTER_TO_INT (set);
  if (lectern_profile_get_severity (checker->profile, code, &severity)
      || lectern_profile_get_severity (checker->profile, LECTERN_RULES_ALL, &severity))
    return severity;
  return lectern_rule_get_severity (rule);
}

/**
 * lectern_checker_get_severity:
 * @checker: a checker
 * @code: the code of a rule
 *
 * Gets how grave what a rule finds is, all being taken together.
 *
 * Returns: the severity; %LECTERN_SEVERITY_OFF where the rule is off, or there is none
 */
LecternSeverity
lectern_checker_get_severity (LecternChecker *checker, const char *code)
{
  LecternRule *rule;

  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), LECTERN_SEVERITY_OFF);
  g_return_val_if_fail (code != NULL, LECTERN_SEVERITY_OFF);

  rule = g_hash_table_lookup (checker->by_code, code);
  return rule != NULL ? severity_of (checker, rule) : LECTERN_SEVERITY_OFF;
}

/**
 * lectern_checker_set_profile:
 * @checker: a checker
 * @profile: (nullable): a house profile, or %NULL for none
 * @error: return location for an error
 *
 * Makes it go by a house profile. Fails with `LECTERN_ERROR_PROFILE` where the profile names a rule
 * that the checker does not have; so rules of one's own are added first.
 *
 * Returns: %FALSE with @error set, and the profile that was there still in use
 */
gboolean
lectern_checker_set_profile (LecternChecker *checker, LecternProfile *profile, GError **error)
{
  const char *const *codes;

  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  codes = profile != NULL ? lectern_profile_get_codes (profile) : NULL;
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (!g_str_equal (codes[i], LECTERN_RULES_ALL)
        && !g_hash_table_contains (checker->by_code, codes[i]))
      {
        LecternPosition position;

        _lectern_profile_get_position (profile, i, &position);
        _lectern_set_error (error, LECTERN_ERROR_PROFILE, lectern_profile_get_name (profile),
                            &position, "[rules]: there is no rule “%s”", codes[i]);
        return FALSE;
      }
  if (profile != NULL)
    lectern_profile_ref (profile);
  else
    profile = lectern_profile_new ();
  lectern_profile_unref (checker->profile);
  checker->profile = profile;
  return TRUE;
}

/**
 * lectern_checker_get_profile:
 * @checker: a checker
 *
 * Gets the house profile that it goes by.
 *
 * Returns: (transfer none): the profile, an empty one where none was set
 */
LecternProfile *
lectern_checker_get_profile (LecternChecker *checker)
{
  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), NULL);

  return checker->profile;
}

/**
 * lectern_checker_set_max_findings:
 * @checker: a checker
 * @max_findings: a number, 0 for any
 *
 * Says how many findings of one rule a report keeps, unless told otherwise 100. What is found
 * beyond is counted ([method@Lectern.Report.get_n_dropped]).
 */
void
lectern_checker_set_max_findings (LecternChecker *checker, guint max_findings)
{
  g_return_if_fail (LECTERN_IS_CHECKER (checker));

  checker->max_findings = max_findings;
}

/**
 * lectern_checker_get_max_findings:
 * @checker: a checker
 *
 * Gets how many findings of one rule a report keeps.
 *
 * Returns: the number, 0 for any
 */
guint
lectern_checker_get_max_findings (LecternChecker *checker)
{
  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), 0);

  return checker->max_findings;
}

LecternReport *
_lectern_checker_run (LecternChecker *checker, LecternDocument *document, guint max_findings,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternReport) report = _lectern_report_new (document, checker->profile, max_findings);

  for (guint i = 0; i < checker->rules->len; i++)
    {
      LecternRule *rule = checker->rules->pdata[i];
      LecternSeverity severity = severity_of (checker, rule);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (severity == LECTERN_SEVERITY_OFF)
        continue;
      _lectern_report_begin_rule (report, rule, severity);
      LECTERN_RULE_GET_CLASS (rule)->check (rule, document, report);
    }
  _lectern_report_finish (report);
  return g_steal_pointer (&report);
}

/**
 * lectern_checker_check:
 * @checker: a checker
 * @document: a document
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Looks for what is wrong with a speech, with every rule that is not off. Takes time in proportion
 * to the length of the text.
 *
 * Fails only where it was cancelled: what is wrong with a speech is no error.
 *
 * Returns: (transfer full): what was found, or %NULL with @error set
 */
LecternReport *
lectern_checker_check (LecternChecker *checker, LecternDocument *document,
                       GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (LECTERN_IS_CHECKER (checker), NULL);
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return _lectern_checker_run (checker, document, checker->max_findings, cancellable, error);
}
