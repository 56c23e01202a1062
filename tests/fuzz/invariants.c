/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include <string.h>

GBytes *
fuzz_walk_text (LecternDocument *document)
{
  g_autoptr (GBytes) text = lectern_document_to_text (document);
  const char *data = g_bytes_get_data (text, NULL);
  GByteArray *out = g_byte_array_new ();
  LecternWalker walker;
  LecternEvent event;
  gsize depth = 0;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternSpan span;

      if (event == LECTERN_EVENT_ENTER)
        depth++;
      if (event == LECTERN_EVENT_LEAVE)
        depth--;
      if (event != LECTERN_EVENT_TEXT)
        continue;
      lectern_walker_get_span (&walker, &span);
      g_assert_cmpuint (span.start, ==, out->len);
      g_assert_cmpuint (span.start, <, span.end);
      g_assert_cmpuint (span.end, <=, g_bytes_get_size (text));
      g_byte_array_append (out, (const guint8 *)data + span.start, (guint)(span.end - span.start));
    }
  g_assert_cmpuint (depth, ==, 0);
  return g_byte_array_free_to_bytes (out);
}

static void
check_nodes (LecternDocument *document)
{
  g_autoptr (GBytes) text = lectern_document_to_text (document);
  guint step = lectern_document_get_n_nodes (document) / 50 + 1;

  for (guint kind = 0; kind <= LECTERN_NODE_DIRECTIVE; kind++)
    {
      g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, (LecternNodeKind)kind);

      for (guint i = 0; i < nodes->len; i += step)
        {
          LecternNode *node = g_ptr_array_index (nodes, i);
          g_autofree char *path = lectern_node_dup_path (node);
          LecternPosition position;
          LecternSpan span, outer;
          LecternNode *parent = lectern_node_get_parent (node);

          g_assert_cmpuint (lectern_node_get_kind (node), ==, kind);
          g_assert_true (lectern_document_lookup (document, path) == node);
          lectern_node_get_span (node, &span);
          lectern_node_get_position (node, &position);
          g_assert_cmpuint (span.start, <=, span.end);
          g_assert_cmpuint (span.end, <=, g_bytes_get_size (text));
          g_assert_cmpuint (position.offset, <=, g_bytes_get_size (text));
          if (parent == NULL)
            continue;
          lectern_node_get_span (parent, &outer);
          g_assert_cmpuint (outer.start, <=, span.start);
          g_assert_cmpuint (outer.end, >=, span.end);
        }
    }
}

static LecternRenderer *
choose_renderer (guint8 options)
{
  LecternTextRenderer *text;

  switch (options & 7)
    {
    case 0:
      return LECTERN_RENDERER (lectern_outline_renderer_new ());
    case 1:
      return LECTERN_RENDERER (lectern_json_renderer_new ());
    case 2:
      return LECTERN_RENDERER (lectern_table_renderer_new (LECTERN_TABLE_STRUCTURE));
    case 3:
      return LECTERN_RENDERER (lectern_table_renderer_new (LECTERN_TABLE_PLACEHOLDERS));
    default:
      text = lectern_text_renderer_new ();
      lectern_text_renderer_set_canonical (text, TRUE);
      lectern_text_renderer_set_punctuation (text, (LecternWidth)((options >> 3) % 3));
      lectern_text_renderer_set_indent (text, (options >> 5) & 1);
      lectern_text_renderer_set_columns (text, (options & 0x40) ? 20 : 0);
      return LECTERN_RENDERER (text);
    }
}

static void
check_renderer (LecternDocument *document, guint8 options)
{
  g_autoptr (LecternRenderer) renderer = choose_renderer (options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) out = NULL;

  out = lectern_renderer_render_to_bytes (renderer, lectern_document_get_root (document), NULL,
                                          &error);
  g_assert_no_error (error);
  g_assert_nonnull (out);
}

static LecternChecker *
new_checker (void)
{
  LecternChecker *checker = lectern_checker_new ();
  g_autoptr (GPtrArray) rules = lectern_checker_list_rules (checker);

  for (guint i = 0; i < rules->len; i++)
    lectern_checker_set_severity (checker, lectern_rule_get_code (rules->pdata[i]),
                                  LECTERN_SEVERITY_NOTE, NULL);
  return checker;
}

static void
check_rules (LecternDocument *document)
{
  g_autoptr (LecternChecker) checker = new_checker ();
  g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);
  g_autoptr (LecternDocument) mended = lectern_checker_fix (checker, document, NULL, NULL, NULL);
  gsize length
      = g_bytes_get_size (lectern_source_get_bytes (lectern_document_get_source (document)));

  g_assert_nonnull (mended);
  for (guint i = 0; i < lectern_report_get_n_findings (report); i++)
    {
      LecternFinding *finding = lectern_report_get_finding (report, i);
      g_autofree char *message = lectern_finding_dup_message (finding, i % 2 == 0 ? "zh" : "en");
      LecternSpan span;

      lectern_finding_get_span (finding, &span);
      g_assert_cmpuint (span.start, <=, span.end);
      g_assert_cmpuint (span.end, <=, length);
      g_assert_true (g_utf8_validate (message, -1, NULL));
    }
}

/* Every part is spoken within the whole, and every reading stands for something. */
static void
check_times (LecternDocument *document)
{
  LecternNode *root = lectern_document_get_root (document);
  g_autoptr (GPtrArray) times = lectern_document_list_times (document, NULL);
  g_autoptr (GPtrArray) readings = lectern_node_list_readings (root);
  g_autoptr (GBytes) spoken = lectern_node_dup_spoken (root, NULL);
  double whole = lectern_time_get_seconds (times->pdata[0]);
  gsize end = 0;

  g_assert_nonnull (spoken);
  for (guint i = 0; i < times->len; i++)
    {
      g_assert_cmpfloat (lectern_time_get_seconds (times->pdata[i]), >=, 0);
      g_assert_cmpfloat (lectern_time_get_start (times->pdata[i])
                             + lectern_time_get_seconds (times->pdata[i]),
                         <=, whole + 1e-6);
    }
  for (guint i = 0; i < readings->len; i++)
    {
      LecternSpan span;

      lectern_reading_get_span (readings->pdata[i], &span);
      g_assert_cmpuint (span.start, >=, end);
      g_assert_cmpuint (span.end, >, span.start);
      g_assert_true (g_utf8_validate (lectern_reading_get_text (readings->pdata[i]), -1, NULL));
      end = span.end;
    }
}

void
fuzz_check_document (LecternDocument *document, guint8 options)
{
  g_autoptr (GBytes) text = lectern_document_to_text (document);
  g_autoptr (GBytes) walked = fuzz_walk_text (document);
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) again = NULL;
  g_autoptr (GBytes) text_again = NULL, xml_again = NULL;

  g_assert_true (g_bytes_equal (text, walked));
  check_nodes (document);
  check_renderer (document, options);
  check_rules (document);
  check_times (document);

  again = lectern_document_new_from_xml (xml, &error);
  g_assert_no_error (error);
  text_again = lectern_document_to_text (again);
  g_assert_true (g_bytes_equal (text, text_again));
  xml_again = lectern_document_to_xml (again);
  g_assert_true (g_bytes_equal (xml, xml_again));
}
