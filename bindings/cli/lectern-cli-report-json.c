/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-json.h"
#include "lectern-cli-report.h"

#include <string.h>

void
lectern_cli_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (builder, name);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

void
lectern_cli_json_add_number (JsonBuilder *builder, const char *name, guint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64)value);
}

void
lectern_cli_json_append (GString *out, JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (root, FALSE);

  g_string_append (out, line);
}

guint
lectern_cli_count_replacements (LecternFinding *finding)
{
  LecternEdits *edits = lectern_finding_get_edits (finding);
  guint n = edits != NULL ? lectern_edits_get_n_replacements (edits) : 0;

  if (n == 0 || lectern_edits_get_n_moves (edits) > 0)
    return 0;
  /* Strings of json-glib end with NUL. */
  for (guint i = 0; i < n; i++)
    {
      LecternSpan span;
      gsize length;
      GBytes *text = lectern_edits_get_replacement (edits, i, &span);
      const char *data = g_bytes_get_data (text, &length);

      if (length > 0 && memchr (data, '\0', length) != NULL)
        return 0;
    }
  return n;
}

char *
lectern_cli_dup_replacement (LecternFinding *finding, guint n, LecternSpan *span)
{
  gsize length;
  GBytes *text = lectern_edits_get_replacement (lectern_finding_get_edits (finding), n, span);
  const char *data = g_bytes_get_data (text, &length);

  return g_strndup (data, length);
}

static void
add_edits (JsonBuilder *builder, LecternFinding *finding)
{
  guint n = lectern_cli_count_replacements (finding);

  json_builder_set_member_name (builder, "edits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      LecternSpan span;
      g_autofree char *text = lectern_cli_dup_replacement (finding, i, &span);

      json_builder_begin_object (builder);
      lectern_cli_json_add_number (builder, "start", span.start);
      lectern_cli_json_add_number (builder, "end", span.end);
      lectern_cli_json_add_string (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
append_finding (GString *out, LecternFinding *finding, const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *message = lectern_finding_dup_message (finding, lectern_cli_get_language ());
  LecternPosition start, end;

  lectern_finding_get_position (finding, &start, &end);
  json_builder_begin_object (builder);
  lectern_cli_json_add_string (builder, "file", path);
  lectern_cli_json_add_number (builder, "line", start.line);
  lectern_cli_json_add_number (builder, "column", start.column);
  lectern_cli_json_add_number (builder, "end_line", end.line);
  lectern_cli_json_add_number (builder, "end_column", end.column);
  lectern_cli_json_add_number (builder, "start", start.offset);
  lectern_cli_json_add_number (builder, "end", end.offset);
  lectern_cli_json_add_string (builder, "code", lectern_finding_get_code (finding));
  lectern_cli_json_add_string (builder, "severity",
                               lectern_severity_get_name (lectern_finding_get_severity (finding)));
  lectern_cli_json_add_string (builder, "message", message);
  lectern_cli_json_add_string (builder, "clause", lectern_finding_get_clause (finding));
  add_edits (builder, finding);
  json_builder_end_object (builder);
  lectern_cli_json_append (out, builder);
  g_string_append_c (out, '\n');
}

static void
append_dropped (GString *out, const LecternCliFound *found)
{
  g_autofree LecternCliDropped *dropped = lectern_cli_list_dropped (found);

  for (guint i = 0; dropped[i].code != NULL; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      lectern_cli_json_add_string (builder, "file", found->path);
      lectern_cli_json_add_string (builder, "code", dropped[i].code);
      lectern_cli_json_add_number (builder, "dropped", dropped[i].n);
      json_builder_end_object (builder);
      lectern_cli_json_append (out, builder);
      g_string_append_c (out, '\n');
    }
}

static void
add (GString *out, const LecternCliFound *found)
{
  guint n = lectern_report_get_n_findings (found->report);

  for (guint i = 0; i < n; i++)
    append_finding (out, lectern_report_get_finding (found->report, i), found->path);
  append_dropped (out, found);
}

const LecternCliReporter lectern_cli_json_reporter = { "json", NULL, add, NULL, NULL };

/* --- rules ---------------------------------------------------------------------------------- */

void
lectern_cli_append_rule_json (GString *out, LecternRule *rule)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *language = lectern_cli_get_language ();

  json_builder_begin_object (builder);
  lectern_cli_json_add_string (builder, "code", lectern_rule_get_code (rule));
  lectern_cli_json_add_string (builder, "severity",
                               lectern_severity_get_name (lectern_rule_get_severity (rule)));
  json_builder_set_member_name (builder, "fixable");
  json_builder_add_boolean_value (builder, lectern_rule_get_fixable (rule));
  lectern_cli_json_add_string (builder, "clause", lectern_rule_get_clause (rule));
  lectern_cli_json_add_string (builder, "summary", lectern_rule_get_summary (rule, language));
  lectern_cli_json_add_string (builder, "explanation",
                               lectern_rule_get_explanation (rule, language));
  lectern_cli_json_add_string (builder, "bad", lectern_rule_get_bad_example (rule));
  lectern_cli_json_add_string (builder, "good", lectern_rule_get_good_example (rule));
  json_builder_end_object (builder);
  lectern_cli_json_append (out, builder);
  g_string_append_c (out, '\n');
}
