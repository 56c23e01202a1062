/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-json.h"
#include "lectern-cli-report.h"

#include <string.h>

/* The Static Analysis Results Interchange Format, version 2.1.0 of OASIS. Columns count characters.
 * The results of one file after another are written into an object that is begun before the first
 * and ended after the last, so that nothing is held. */
#define SARIF_SCHEMA                                                                               \
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

static const char *
get_level (LecternSeverity severity)
{
  return severity == LECTERN_SEVERITY_OFF ? "none" : lectern_severity_get_name (severity);
}

static void
begin_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* Every text that is shown is an object. */
static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  begin_object (builder, name);
  lectern_cli_json_add_string (builder, "text", text);
  json_builder_end_object (builder);
}

/* --- rules ---------------------------------------------------------------------------------- */

static void
add_rule_help (JsonBuilder *builder, LecternRule *rule)
{
  const char *explanation = lectern_rule_get_explanation (rule, lectern_cli_get_language ());
  const char *bad = lectern_rule_get_bad_example (rule);
  const char *good = lectern_rule_get_good_example (rule);
  g_autoptr (GString) help = g_string_new (explanation);

  /* Examples end with a line end. */
  g_string_append (help, help->len > 0 && (bad != NULL || good != NULL) ? "\n" : "");
  if (bad != NULL)
    g_string_append_printf (help, "\n%s\n%s", _ ("Not so:"), bad);
  if (good != NULL)
    g_string_append_printf (help, "\n%s\n%s", _ ("But so:"), good);
  if (help->len > 0)
    add_text (builder, "help", help->str);
}

static void
add_rule (JsonBuilder *builder, LecternRule *rule, LecternSeverity severity)
{
  const char *language = lectern_cli_get_language ();

  json_builder_begin_object (builder);
  lectern_cli_json_add_string (builder, "id", lectern_rule_get_code (rule));
  add_text (builder, "shortDescription", lectern_rule_get_summary (rule, language));
  add_text (builder, "fullDescription", lectern_rule_get_explanation (rule, language));
  add_rule_help (builder, rule);
  begin_object (builder, "defaultConfiguration");
  json_builder_set_member_name (builder, "enabled");
  json_builder_add_boolean_value (builder, severity != LECTERN_SEVERITY_OFF);
  lectern_cli_json_add_string (builder, "level", get_level (severity));
  json_builder_end_object (builder);
  if (lectern_rule_get_clause (rule) != NULL)
    {
      begin_object (builder, "properties");
      lectern_cli_json_add_string (builder, "clause", lectern_rule_get_clause (rule));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
begin (GString *out, LecternChecker *checker)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) rules = lectern_checker_list_rules (checker);
  g_autofree char *version
      = g_strdup_printf ("%u.%u.%u", lectern_get_major_version (), lectern_get_minor_version (),
                         lectern_get_micro_version ());

  json_builder_begin_object (builder);
  begin_object (builder, "driver");
  lectern_cli_json_add_string (builder, "name", "lectern");
  lectern_cli_json_add_string (builder, "semanticVersion", version);
  begin_array (builder, "rules");
  for (guint i = 0; i < rules->len; i++)
    add_rule (builder, rules->pdata[i],
              lectern_checker_get_severity (checker, lectern_rule_get_code (rules->pdata[i])));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  g_string_append (out, "{\"$schema\":\"" SARIF_SCHEMA "\",\"version\":\"2.1.0\",\"runs\":[{"
                        "\"columnKind\":\"unicodeCodePoints\","
                        "\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],");
  g_string_append_printf (out, "\"language\":\"%s\",\"tool\":", lectern_cli_get_language ());
  lectern_cli_json_append (out, builder);
  g_string_append (out, ",\n\"results\":[");
}

/* --- results -------------------------------------------------------------------------------- */

static void
add_artifact_location (JsonBuilder *builder, const char *path)
{
  /* A relative reference begins with no scheme: its colons are escaped. */
  g_autofree char *uri = g_path_is_absolute (path)
                             ? g_filename_to_uri (path, NULL, NULL)
                             : g_uri_escape_bytes ((const guint8 *)path, strlen (path), "/");

  begin_object (builder, "artifactLocation");
  lectern_cli_json_add_string (builder, "uri", uri);
  json_builder_end_object (builder);
}

static void
add_region (JsonBuilder *builder, const char *name, LecternSource *source, const LecternSpan *span)
{
  LecternPosition start, end;

  lectern_source_get_position (source, span->start, &start);
  lectern_source_get_position (source, span->end, &end);
  begin_object (builder, name);
  lectern_cli_json_add_number (builder, "startLine", start.line);
  lectern_cli_json_add_number (builder, "startColumn", start.column);
  lectern_cli_json_add_number (builder, "endLine", end.line);
  lectern_cli_json_add_number (builder, "endColumn", end.column);
  json_builder_end_object (builder);
}

/* Where the file is not the text, its name and the path of the node must do. */
static void
add_location (JsonBuilder *builder, const LecternCliFound *found, const LecternSpan *span,
              LecternNode *node)
{
  LecternSource *source = lectern_document_get_source (lectern_report_get_document (found->report));
  g_autofree char *path = node != NULL ? lectern_node_dup_path (node) : NULL;

  json_builder_begin_object (builder);
  begin_object (builder, "physicalLocation");
  add_artifact_location (builder, found->path);
  if (found->is_text)
    add_region (builder, "region", source, span);
  json_builder_end_object (builder);
  if (path != NULL && *path != '\0')
    {
      begin_array (builder, "logicalLocations");
      json_builder_begin_object (builder);
      lectern_cli_json_add_string (builder, "fullyQualifiedName", path);
      json_builder_end_object (builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_related (JsonBuilder *builder, LecternFinding *finding, const LecternCliFound *found)
{
  guint n = lectern_finding_get_n_related (finding);
  LecternSpan span;

  if (n == 0 || !found->is_text)
    return;
  begin_array (builder, "relatedLocations");
  for (guint i = 0; i < n; i++)
    {
      lectern_finding_get_related (finding, i, &span);
      add_location (builder, found, &span, NULL);
    }
  json_builder_end_array (builder);
}

static void
add_fixes (JsonBuilder *builder, LecternFinding *finding, const LecternCliFound *found)
{
  guint n = found->is_text ? lectern_cli_count_replacements (finding) : 0;
  LecternSource *source = lectern_document_get_source (lectern_report_get_document (found->report));

  if (n == 0)
    return;
  begin_array (builder, "fixes");
  json_builder_begin_object (builder);
  begin_array (builder, "artifactChanges");
  json_builder_begin_object (builder);
  add_artifact_location (builder, found->path);
  begin_array (builder, "replacements");
  for (guint i = 0; i < n; i++)
    {
      LecternSpan span;
      g_autofree char *text = lectern_cli_dup_replacement (finding, i, &span);

      json_builder_begin_object (builder);
      add_region (builder, "deletedRegion", source, &span);
      add_text (builder, "insertedContent", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
append_result (GString *out, LecternFinding *finding, const LecternCliFound *found)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *message = lectern_finding_dup_message (finding, lectern_cli_get_language ());
  LecternSpan span;

  lectern_finding_get_span (finding, &span);
  json_builder_begin_object (builder);
  lectern_cli_json_add_string (builder, "ruleId", lectern_finding_get_code (finding));
  lectern_cli_json_add_string (builder, "level",
                               get_level (lectern_finding_get_severity (finding)));
  add_text (builder, "message", message);
  begin_array (builder, "locations");
  add_location (builder, found, &span, lectern_finding_get_node (finding));
  json_builder_end_array (builder);
  add_related (builder, finding, found);
  add_fixes (builder, finding, found);
  json_builder_end_object (builder);
  lectern_cli_json_append (out, builder);
}

static void
add (GString *out, const LecternCliFound *found)
{
  guint n = lectern_report_get_n_findings (found->report);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_result (out, lectern_report_get_finding (found->report, i), found);
    }
}

static void
end (GString *out, GPtrArray *notes, gboolean failed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "executionSuccessful");
  json_builder_add_boolean_value (builder, !failed);
  begin_array (builder, "toolExecutionNotifications");
  for (guint i = 0; i < notes->len; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "message", notes->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  g_string_append (out, "],\n\"invocations\":[");
  lectern_cli_json_append (out, builder);
  g_string_append (out, "]}]}\n");
}

const LecternCliReporter lectern_cli_sarif_reporter = { "sarif", begin, add, ",", end };
