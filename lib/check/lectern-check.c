/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-finding-private.h"
#include "check/lectern-outline-private.h"
#include "check/lectern-report-private.h"
#include "check/lectern-sequences-private.h"

#include <stdarg.h>
#include <string.h>

void
_lectern_check_init (LecternCheck *check, LecternDocument *document, LecternReport *report)
{
  const char *language = lectern_document_get_language (document);

  memset (check, 0, sizeof *check);
  check->document = document;
  check->report = report;
  check->profile = lectern_report_get_profile (report);
  check->source = lectern_document_get_source (document);
  check->root = lectern_document_get_root (document);
  check->text = g_bytes_get_data (lectern_source_get_bytes (check->source), &check->length);
  check->chinese = language != NULL && g_str_has_prefix (language, "zh");
  check->simplified = g_strcmp0 (language, "zh-Hans") == 0 || g_strcmp0 (language, "zh") == 0;
}

void
_lectern_check_clear (LecternCheck *check)
{
  for (guint i = 0; i < G_N_ELEMENTS (check->nodes); i++)
    g_clear_pointer (&check->nodes[i], g_ptr_array_unref);
  g_clear_pointer (&check->sequences, _lectern_sequences_free);
  g_clear_pointer (&check->marks, g_array_unref);
  g_clear_pointer (&check->outline, _lectern_outline_free);
  g_clear_pointer (&check->parts, g_array_unref);
  g_clear_pointer (&check->part_ends, g_array_unref);
  g_clear_pointer (&check->slots, g_array_unref);
}

const GPtrArray *
_lectern_check_list (LecternCheck *check, LecternNodeKind kind)
{
  if (check->nodes[kind] == NULL)
    check->nodes[kind] = lectern_document_list_nodes (check->document, kind);
  return check->nodes[kind];
}

LecternFinding *
_lectern_check_find (LecternCheck *check, guint message, LecternNode *node, const LecternSpan *span,
                     ...)
{
  LecternFinding *finding;
  GPtrArray *arguments;
  const char *argument;
  va_list list;

  if (!_lectern_report_take_one (check->report))
    return NULL;
  arguments = g_ptr_array_new ();
  va_start (list, span);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, g_strdup (argument));
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  finding = _lectern_finding_new_from_info (check->info, message, node, span,
                                            (char **)g_ptr_array_free (arguments, FALSE));
  _lectern_report_append (check->report, finding);
  lectern_finding_unref (finding); /* the report has it */
  return finding;
}

void
_lectern_check_relate (LecternFinding *finding, LecternNode *node)
{
  LecternSpan span;

  if (finding == NULL)
    return;
  lectern_node_get_span (node, &span);
  lectern_finding_add_related (finding, &span);
}

void
_lectern_check_soften (LecternFinding *finding)
{
  if (finding != NULL)
    _lectern_finding_soften (finding, LECTERN_SEVERITY_NOTE);
}

void
_lectern_check_replace (LecternCheck *check, LecternFinding *finding, gsize start, gsize end,
                        const char *text)
{
  LecternSpan span = { start, end };

  if (finding == NULL)
    return;
  if (lectern_finding_get_edits (finding) == NULL)
    {
      g_autoptr (LecternEdits) edits = lectern_edits_new (check->length);

      lectern_finding_set_edits (finding, edits);
    }
  if (!lectern_edits_replace (lectern_finding_get_edits (finding), &span, text, -1, NULL))
    g_return_if_reached ();
}

char *
_lectern_check_quote (LecternCheck *check, gsize start, gsize end, guint max_chars)
{
  GString *quote = g_string_new (NULL);
  const char *p = check->text + start, *stop = check->text + end;

  for (guint n = 0; p < stop; n++)
    {
      const char *next = g_utf8_next_char (p);

      if (n == max_chars)
        {
          g_string_append (quote, "…");
          break;
        }
      if ((guchar)*p < 0x20 || *p == 0x7f)
        g_string_append_c (quote, ' ');
      else
        g_string_append_len (quote, p, next - p);
      p = next;
    }
  return g_string_free (quote, FALSE);
}

const char *
_lectern_check_get_text (LecternCheck *check, LecternNode *node, gsize *length)
{
  LecternSpan span;

  lectern_node_get_span (node, &span);
  *length = span.end - span.start;
  return check->text + span.start;
}

LecternNode *
_lectern_check_next (LecternNode *node)
{
  do
    node = lectern_node_get_next (node);
  while (node != NULL && lectern_node_get_kind (node) == LECTERN_NODE_DIRECTIVE);
  return node;
}

gboolean
_lectern_check_touches_directive (LecternCheck *check, gsize left, gsize right)
{
  const GPtrArray *nodes = _lectern_check_list (check, LECTERN_NODE_DIRECTIVE);
  guint low = 0, high = nodes->len;
  LecternSpan span;

  /* The first that ends at `left` or later. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      lectern_node_get_span (nodes->pdata[middle], &span);
      if (span.end < left)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == nodes->len)
    return FALSE;
  lectern_node_get_span (nodes->pdata[low], &span);
  return span.end == left || span.start == right;
}
