/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-parts.h"

#include <string.h>

#define MAX_BEGINNING 20 /* characters */

static char *
dup_label (LecternNode *node)
{
  g_autofree guint8 *text = NULL;
  GString *label;
  gsize length;

  if (node == NULL)
    return g_strdup ("");
  text = lectern_node_dup_text (node, &length);
  label = g_string_sized_new (length);
  for (gsize i = 0; i < length; i++)
    g_string_append_c (label, text[i] < 0x20 || text[i] == 0x7f ? ' ' : (char)text[i]);
  return g_string_free (label, FALSE);
}

static LecternNode *
of_kind (LecternNode *node, LecternNodeKind kind)
{
  return node != NULL && lectern_node_get_kind (node) == kind ? node : NULL;
}

char *
lectern_cli_dup_name (LecternNode *node)
{
  LecternNode *first = lectern_node_get_first_child (node);
  LecternNode *marker;
  g_autofree char *before = NULL;
  g_autofree char *lead = NULL;
  char *title;

  switch (lectern_node_get_kind (node))
    {
    case LECTERN_NODE_SPEECH:
      title = lectern_document_dup_title (lectern_node_get_document (node));
      return title != NULL ? title : g_strdup ("");
    case LECTERN_NODE_SECTION:
      return dup_label (first);
    case LECTERN_NODE_POINT:
      if (of_kind (first, LECTERN_NODE_PARAGRAPH) != NULL)
        first = lectern_node_get_first_child (first);
      marker = of_kind (first, LECTERN_NODE_MARKER);
      if (marker != NULL)
        first = lectern_node_get_next (marker);
      before = dup_label (marker);
      lead = dup_label (of_kind (first, LECTERN_NODE_LEAD));
      return g_strconcat (before, lead, NULL);
    default:
      return g_strdup ("");
    }
}

/* A lead ends with its stop; a marker alone is no name. */
static gboolean
is_only_marker (LecternNode *node, const char *name)
{
  LecternNode *first = lectern_node_get_first_child (node);
  g_autofree char *marker = NULL;

  if (of_kind (first, LECTERN_NODE_PARAGRAPH) != NULL)
    first = lectern_node_get_first_child (first);
  marker = dup_label (of_kind (first, LECTERN_NODE_MARKER));
  return strcmp (marker, name) == 0;
}

char *
lectern_cli_dup_beginning (LecternNode *node)
{
  char *name = lectern_cli_dup_name (node);
  LecternNodeKind kind = lectern_node_get_kind (node);
  g_autofree char *text = NULL;
  glong length;
  char *end;

  if (kind == LECTERN_NODE_SPEECH || kind == LECTERN_NODE_SECTION
      || (kind == LECTERN_NODE_POINT && !is_only_marker (node, name)))
    return name;
  g_free (name);
  text = dup_label (node);
  /* An indent is part of what begins a line. */
  for (end = text; g_unichar_isspace (g_utf8_get_char (end));)
    end = g_utf8_next_char (end);
  memmove (text, end, strlen (end) + 1);
  g_strchomp (text);
  length = g_utf8_strlen (text, -1);
  if (length <= MAX_BEGINNING)
    return g_steal_pointer (&text);
  end = g_utf8_offset_to_pointer (text, MAX_BEGINNING - 1);
  *end = '\0';
  return g_strconcat (text, "…", NULL);
}

guint
lectern_cli_find_line (LecternNode *node, guint line)
{
  LecternSource *source = lectern_document_get_source (lectern_node_get_document (node));
  LecternSpan span, line_span;

  lectern_node_get_span (node, &span);
  while (lectern_source_get_line (source, line + 1, &line_span) && line_span.start <= span.start)
    line++;
  return line;
}
