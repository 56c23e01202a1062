/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-compare.h"
#include "lectern-cli-json.h"

/* One side of a difference. */
static void
add_side (JsonBuilder *builder, const char *name, LecternDocument *document, LecternNode *node,
          const LecternSpan *span)
{
  LecternSource *source = lectern_document_get_source (document);
  const char *text = g_bytes_get_data (lectern_source_get_bytes (source), NULL);
  g_autofree char *words
      = g_utf8_make_valid (text + span->start, (gssize)(span->end - span->start));
  g_autofree char *path = node != NULL ? lectern_node_dup_path (node) : NULL;
  LecternPosition start, end;

  lectern_source_get_position (source, span->start, &start);
  lectern_source_get_position (source, span->end, &end);
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  lectern_cli_json_add_string (builder, "node", path);
  lectern_cli_json_add_number (builder, "start", start.offset);
  lectern_cli_json_add_number (builder, "end", end.offset);
  lectern_cli_json_add_number (builder, "line", start.line);
  lectern_cli_json_add_number (builder, "column", start.column);
  lectern_cli_json_add_number (builder, "end_line", end.line);
  lectern_cli_json_add_number (builder, "end_column", end.column);
  lectern_cli_json_add_string (builder, "text", words);
  json_builder_end_object (builder);
}

static void
add_similarity (JsonBuilder *builder, double similarity)
{
  json_builder_set_member_name (builder, "similarity");
  json_builder_add_double_value (builder, similarity);
}

static void
add_changes (JsonBuilder *builder, LecternDifference *difference)
{
  guint n = lectern_difference_get_n_changes (difference);
  LecternSpan old_span, new_span;

  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      lectern_difference_get_change (difference, i, &old_span, &new_span);
      json_builder_begin_object (builder);
      lectern_cli_json_add_number (builder, "old_start", old_span.start);
      lectern_cli_json_add_number (builder, "old_end", old_span.end);
      lectern_cli_json_add_number (builder, "new_start", new_span.start);
      lectern_cli_json_add_number (builder, "new_end", new_span.end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_difference (JsonBuilder *builder, LecternComparison *comparison, LecternDifference *difference)
{
  LecternNode *old_node = lectern_difference_get_old_node (difference);
  LecternNode *new_node = lectern_difference_get_new_node (difference);
  LecternSpan old_span, new_span;

  lectern_difference_get_spans (difference, &old_span, &new_span);
  json_builder_begin_object (builder);
  lectern_cli_json_add_string (
      builder, "kind", lectern_difference_kind_get_name (lectern_difference_get_kind (difference)));
  lectern_cli_json_add_string (builder, "what",
                               lectern_node_kind_get_element (
                                   lectern_node_get_kind (new_node != NULL ? new_node : old_node)));
  add_side (builder, "old", lectern_comparison_get_old (comparison), old_node, &old_span);
  add_side (builder, "new", lectern_comparison_get_new (comparison), new_node, &new_span);
  add_similarity (builder, lectern_difference_get_similarity (difference));
  lectern_cli_json_add_string (builder, "value_kind",
                               lectern_difference_get_value_kind (difference));
  add_changes (builder, difference);
  json_builder_end_object (builder);
}

void
lectern_cli_append_comparison_json (GString *out, const LecternCliCompared *compared)
{
  g_autoptr (GPtrArray) differences = lectern_comparison_list_differences (compared->comparison);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  lectern_cli_json_add_string (builder, "old", compared->paths[0]);
  lectern_cli_json_add_string (builder, "new", compared->paths[1]);
  add_similarity (builder, lectern_comparison_get_similarity (compared->comparison));
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    add_difference (builder, compared->comparison, differences->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  lectern_cli_json_append (out, builder);
  g_string_append_c (out, '\n');
}
