/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-check.h"

#include <string.h>
#include <unistd.h>

static char *format_option;

static const GOptionEntry entries[]
    = { { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_option,
          N_ ("text, or json: a line for each rule (default: text)"), N_ ("FORMAT") },
        { NULL } };

/* What a rule rests on, if not on a clause of a standard. */
static const struct
{
  const char *clause;
  const char *words;
} sources[] = {
  { LECTERN_CLAUSE_PRACTICE, N_ ("how speeches are written") },
  { LECTERN_CLAUSE_HEURISTIC, N_ ("a guess that mostly holds") },
};

static const char *
get_source (LecternRule *rule)
{
  const char *clause = lectern_rule_get_clause (rule);

  for (guint i = 0; clause != NULL && i < G_N_ELEMENTS (sources); i++)
    if (strcmp (clause, sources[i].clause) == 0)
      return lectern_cli_translate (sources[i].words);
  return clause;
}

/* A severity as findings are headed in the language of the messages, with its name in a profile. */
static const char *
get_severity_words (LecternRule *rule)
{
  static const char *const words[] = { N_ ("off"), N_ ("note"), N_ ("warning"), N_ ("error") };

  return lectern_cli_translate (words[lectern_rule_get_severity (rule)]);
}

/* --- the list ------------------------------------------------------------------------------- */

static void
append_row (GString *out, LecternRule *rule, guint code_columns)
{
  const char *code = lectern_rule_get_code (rule);
  const char *severity = lectern_severity_get_name (lectern_rule_get_severity (rule));
  const char *summary = lectern_rule_get_summary (rule, lectern_cli_get_language ());

  if (code_columns == 0)
    g_string_append_printf (out, "%s\t%s\t%s", code, severity, summary != NULL ? summary : "-");
  else
    {
      lectern_cli_append_padded (out, code, (int)code_columns + 2);
      lectern_cli_append_padded (out, severity, 9);
      lectern_cli_append_wrapped (out, summary != NULL ? summary : "", code_columns + 11);
    }
  g_string_append_c (out, '\n');
}

static void
append_list (GString *out, GPtrArray *rules)
{
  guint columns = 0;

  for (guint i = 0; isatty (STDOUT_FILENO) && i < rules->len; i++)
    columns = MAX (columns, lectern_cli_count_columns (lectern_rule_get_code (rules->pdata[i])));
  for (guint i = 0; i < rules->len; i++)
    append_row (out, rules->pdata[i], columns);
}

/* --- one ------------------------------------------------------------------------------------ */

static void
append_example (GString *out, const char *title, const char *example)
{
  g_auto (GStrv) lines = example != NULL ? g_strsplit (example, "\n", -1) : NULL;

  if (lines == NULL)
    return;
  g_string_append_printf (out, "\n%s\n", title);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' || line[1] != NULL)
      g_string_append_printf (out, "  %s\n", *line);
}

static void
append_rule (GString *out, LecternRule *rule)
{
  const char *language = lectern_cli_get_language ();
  const char *summary = lectern_rule_get_summary (rule, language);
  const char *explanation = lectern_rule_get_explanation (rule, language);
  const char *source = get_source (rule);

  g_string_append_printf (out, "%s: %s\n", lectern_rule_get_code (rule),
                          summary != NULL ? summary : "");
  if (explanation != NULL)
    {
      g_string_append_c (out, '\n');
      lectern_cli_append_wrapped (out, explanation, 0);
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "\n%s%s\n", _ ("Severity: "), get_severity_words (rule));
  if (source != NULL)
    g_string_append_printf (out, "%s%s\n", _ ("Source: "), source);
  g_string_append_printf (out, "%s%s\n", _ ("Mended by --fix: "),
                          lectern_rule_get_fixable (rule) ? _ ("where that is safe") : _ ("no"));
  append_example (out, _ ("Not so:"), lectern_rule_get_bad_example (rule));
  append_example (out, _ ("But so:"), lectern_rule_get_good_example (rule));
}

/* --- the command ---------------------------------------------------------------------------- */

static GPtrArray *
find_rules (LecternChecker *checker, const char *const *codes)
{
  g_autoptr (GPtrArray) rules = NULL;

  if (*codes == NULL)
    return lectern_checker_list_rules (checker);
  rules = g_ptr_array_new ();
  for (; *codes != NULL; codes++)
    {
      LecternRule *rule = lectern_cli_find_rule (checker, "rules", *codes);

      if (rule == NULL)
        return NULL;
      g_ptr_array_add (rules, rule);
    }
  return g_steal_pointer (&rules);
}

static int
run (const char *const *codes)
{
  g_autoptr (LecternChecker) checker = lectern_checker_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) rules = NULL;
  gboolean json = format_option != NULL && strcmp (format_option, "json") == 0;

  if (format_option != NULL && !json && strcmp (format_option, "text") != 0)
    return lectern_cli_usage ("rules", _ ("unknown format “%s”: text or json"), format_option);
  rules = find_rules (checker, codes);
  if (rules == NULL)
    return LECTERN_EXIT_USAGE;
  if (!json && *codes == NULL)
    append_list (out, rules);
  for (guint i = 0; (json || *codes != NULL) && i < rules->len; i++)
    if (json)
      lectern_cli_append_rule_json (out, rules->pdata[i]);
    else
      {
        g_string_append (out, i > 0 ? "\n" : "");
        append_rule (out, rules->pdata[i]);
      }
  return lectern_cli_print_string (out->str) && lectern_cli_flush () ? LECTERN_EXIT_OK
                                                                     : LECTERN_EXIT_FILE;
}

const LecternCommand lectern_cmd_rules = {
  "rules",
  N_ ("[CODE…]"),
  N_ ("Lists the rules that “check” goes by, or explains one"),
  N_ ("The list has a row for each rule: code, severity, what it finds. It is aligned on a "
      "terminal; otherwise its columns are parted by tabs."),
  "  lectern rules\n"
  "  lectern rules announced-count\n"
  "  lectern rules --format json | jq -r 'select (.fixable) | .code'\n",
  entries,
  run,
  LECTERN_COMMAND_TAKES_NAMES,
};
