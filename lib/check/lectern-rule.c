/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rule-private.h"

#include "check/lectern-report-private.h"

/**
 * LecternRule:
 *
 * Something that is looked for in a speech, under a code of its own.
 *
 * The rules of the library are there with every [class@Lectern.Checker]. A rule of one's own is a
 * subclass that implements [vfunc@Lectern.Rule.check] with the public interface: it looks at the
 * document and adds what it finds to the report. A rule holds no state of a check, because several
 * threads may check with it at once.
 */

/**
 * LecternRuleClass:
 * @parent_class: the parent class
 * @check: looks at @document and adds what it finds to @report with [method@Lectern.Report.add]
 *
 * What a rule implements.
 */

/**
 * LecternRuleClass::check:
 * @rule: the rule
 * @document: what is checked
 * @report: where to add what is found, with [method@Lectern.Report.add]
 *
 * Looks at @document. Called by [method@Lectern.Checker.check], by several threads at once where
 * they check with one checker.
 */

typedef struct
{
  const LecternRuleInfo *info; /* of a built-in rule */
  char *code;
  LecternSeverity severity;
  char *clause;
  gboolean fixable;
  char *summary;
  char *explanation;
  char *bad_example;
  char *good_example;
} LecternRulePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (LecternRule, lectern_rule, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CODE,
  PROP_SEVERITY,
  PROP_CLAUSE,
  PROP_FIXABLE,
  PROP_SUMMARY,
  PROP_EXPLANATION,
  PROP_BAD_EXAMPLE,
  PROP_GOOD_EXAMPLE,
  N_PROPERTIES
};

static LecternRulePrivate *
get_private (LecternRule *rule)
{
  return lectern_rule_get_instance_private (rule);
}

/* The place of a property that is a string. */
static char **
string_place (LecternRulePrivate *priv, guint id)
{
  switch (id)
    {
    case PROP_CODE:
      return &priv->code;
    case PROP_CLAUSE:
      return &priv->clause;
    case PROP_SUMMARY:
      return &priv->summary;
    case PROP_EXPLANATION:
      return &priv->explanation;
    case PROP_BAD_EXAMPLE:
      return &priv->bad_example;
    case PROP_GOOD_EXAMPLE:
      return &priv->good_example;
    default:
      return NULL;
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  LecternRulePrivate *priv = get_private (LECTERN_RULE (object));
  char **place = string_place (priv, id);

  if (place != NULL)
    *place = g_value_dup_string (value);
  else if (id == PROP_SEVERITY)
    priv->severity = (LecternSeverity)g_value_get_enum (value);
  else if (id == PROP_FIXABLE)
    priv->fixable = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LecternRulePrivate *priv = get_private (LECTERN_RULE (object));
  char **place = string_place (priv, id);

  if (place != NULL)
    g_value_set_string (value, *place);
  else if (id == PROP_SEVERITY)
    g_value_set_enum (value, (int)priv->severity);
  else if (id == PROP_FIXABLE)
    g_value_set_boolean (value, priv->fixable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
finalize (GObject *object)
{
  LecternRulePrivate *priv = get_private (LECTERN_RULE (object));

  for (guint id = PROP_0 + 1; id < N_PROPERTIES; id++)
    {
      char **place = string_place (priv, id);

      if (place != NULL)
        g_free (*place);
    }
  G_OBJECT_CLASS (lectern_rule_parent_class)->finalize (object);
}

static void
check_built_in (LecternRule *rule, LecternDocument *document, LecternReport *report)
{
  const LecternRuleInfo *info = get_private (rule)->info;
  LecternCheck *check = _lectern_report_get_check (report);

  if (info == NULL || ((info->flags & LECTERN_RULE_CHINESE) != 0 && !check->chinese)
      || ((info->flags & LECTERN_RULE_SIMPLIFIED) != 0 && !check->simplified))
    return;
  check->info = info;
  info->check (check);
}

static void
install_properties (GObjectClass *class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamSpec *specs[N_PROPERTIES] = { NULL };

  /**
   * LecternRule:code:
   *
   * The name under which findings are known: small ASCII letters, digits and hyphens.
   */
  specs[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  /**
   * LecternRule:severity:
   *
   * How grave its findings are unless the checker or a profile says otherwise.
   */
  specs[PROP_SEVERITY] = g_param_spec_enum ("severity", NULL, NULL, LECTERN_TYPE_SEVERITY,
                                            LECTERN_SEVERITY_WARNING, flags);
  /**
   * LecternRule:clause:
   *
   * What it rests on: the clause of a standard, %LECTERN_CLAUSE_PRACTICE or
   * %LECTERN_CLAUSE_HEURISTIC.
   */
  specs[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, LECTERN_CLAUSE_HEURISTIC, flags);
  /**
   * LecternRule:fixable:
   *
   * Whether some of its findings have edits that mend them.
   */
  specs[PROP_FIXABLE] = g_param_spec_boolean ("fixable", NULL, NULL, FALSE, flags);
  /**
   * LecternRule:summary:
   *
   * What it finds, in a line.
   */
  specs[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "", flags);
  /**
   * LecternRule:explanation:
   *
   * What it finds, why that is a fault, and what to do.
   */
  specs[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, "", flags);
  /**
   * LecternRule:bad-example:
   *
   * A short text in which it finds something.
   */
  specs[PROP_BAD_EXAMPLE] = g_param_spec_string ("bad-example", NULL, NULL, "", flags);
  /**
   * LecternRule:good-example:
   *
   * The same text as it should be.
   */
  specs[PROP_GOOD_EXAMPLE] = g_param_spec_string ("good-example", NULL, NULL, "", flags);
  g_object_class_install_properties (class, N_PROPERTIES, specs);
}

static void
lectern_rule_class_init (LecternRuleClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = set_property;
  object_class->get_property = get_property;
  object_class->finalize = finalize;
  class->check = check_built_in;
  install_properties (object_class);
}

static void
lectern_rule_init (LecternRule *rule)
{
}

LecternRule *
_lectern_rule_new_from_info (const LecternRuleInfo *info)
{
  LecternRule *rule
      = g_object_new (LECTERN_TYPE_RULE, "code", info->code, "severity", info->severity, "clause",
                      info->clause, "fixable", (info->flags & LECTERN_RULE_FIXABLE) != 0, "summary",
                      info->summary.en, "explanation", info->explanation.en, "bad-example",
                      info->bad, "good-example", info->good, NULL);

  get_private (rule)->info = info;
  return rule;
}

/**
 * lectern_rule_get_code:
 * @rule: a rule
 *
 * Gets the name under which its findings are known.
 *
 * Returns: (transfer none) (nullable): the code
 */
const char *
lectern_rule_get_code (LecternRule *rule)
{
  g_return_val_if_fail (LECTERN_IS_RULE (rule), NULL);

  return get_private (rule)->code;
}

/**
 * lectern_rule_get_severity:
 * @rule: a rule
 *
 * Gets how grave its findings are unless the checker or a profile says otherwise.
 *
 * Returns: the severity; %LECTERN_SEVERITY_OFF of a rule that has to be switched on
 */
LecternSeverity
lectern_rule_get_severity (LecternRule *rule)
{
  g_return_val_if_fail (LECTERN_IS_RULE (rule), LECTERN_SEVERITY_OFF);

  return get_private (rule)->severity;
}

/**
 * lectern_rule_get_clause:
 * @rule: a rule
 *
 * Gets what it rests on: the clause of a standard (`GB/T 15834-2011 B.3.1`),
 * %LECTERN_CLAUSE_PRACTICE or %LECTERN_CLAUSE_HEURISTIC.
 *
 * Returns: (transfer none) (nullable): the clause
 */
const char *
lectern_rule_get_clause (LecternRule *rule)
{
  g_return_val_if_fail (LECTERN_IS_RULE (rule), NULL);

  return get_private (rule)->clause;
}

/**
 * lectern_rule_get_fixable:
 * @rule: a rule
 *
 * Gets whether some of its findings have edits that mend them.
 *
 * Returns: whether
 */
gboolean
lectern_rule_get_fixable (LecternRule *rule)
{
  g_return_val_if_fail (LECTERN_IS_RULE (rule), FALSE);

  return get_private (rule)->fixable;
}

static const char *
choose (const LecternBilingual *built_in, const char *own, const char *language)
{
  if (built_in == NULL)
    return own;
  return language != NULL && g_ascii_strncasecmp (language, "zh", 2) == 0 ? built_in->zh
                                                                          : built_in->en;
}

/**
 * lectern_rule_get_summary:
 * @rule: a rule
 * @language: (nullable): a language (`zh-Hans`, `zh_CN`), or %NULL for English
 *
 * Gets what it finds, in a line without a stop at its end. The rules of the library speak English
 * and Chinese; a rule of one's own has one summary for all languages.
 *
 * Returns: (transfer none) (nullable): the summary
 */
const char *
lectern_rule_get_summary (LecternRule *rule, const char *language)
{
  LecternRulePrivate *priv;

  g_return_val_if_fail (LECTERN_IS_RULE (rule), NULL);

  priv = get_private (rule);
  return choose (priv->info != NULL ? &priv->info->summary : NULL, priv->summary, language);
}

/**
 * lectern_rule_get_explanation:
 * @rule: a rule
 * @language: (nullable): a language (`zh-Hans`, `zh_CN`), or %NULL for English
 *
 * Gets what it finds, why that is a fault, and what to do, in some sentences.
 *
 * Returns: (transfer none) (nullable): the explanation
 */
const char *
lectern_rule_get_explanation (LecternRule *rule, const char *language)
{
  LecternRulePrivate *priv;

  g_return_val_if_fail (LECTERN_IS_RULE (rule), NULL);

  priv = get_private (rule);
  return choose (priv->info != NULL ? &priv->info->explanation : NULL, priv->explanation, language);
}

/**
 * lectern_rule_get_bad_example:
 * @rule: a rule
 *
 * Gets a short text in which it finds something.
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
lectern_rule_get_bad_example (LecternRule *rule)
{
  g_return_val_if_fail (LECTERN_IS_RULE (rule), NULL);

  return get_private (rule)->bad_example;
}

/**
 * lectern_rule_get_good_example:
 * @rule: a rule
 *
 * Gets the text of [method@Lectern.Rule.get_bad_example] as it should be.
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
lectern_rule_get_good_example (LecternRule *rule)
{
  g_return_val_if_fail (LECTERN_IS_RULE (rule), NULL);

  return get_private (rule)->good_example;
}
