/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-compare.h"

#include <string.h>

#define RED    "\033[31m"
#define GREEN  "\033[32m"
#define YELLOW "\033[33m"
#define BLUE   "\033[34m"
#define DIM    "\033[2m"
#define NORMAL "\033[0m"

/* In characters: what is shown of a paragraph, and around what changed in one. */
#define EXCERPT 40
#define AROUND  10

static const struct
{
  const char *label;
  const char *color;
} kinds[] = {
  [LECTERN_DIFFERENCE_ADDED] = { N_ ("added"), GREEN },
  [LECTERN_DIFFERENCE_REMOVED] = { N_ ("removed"), RED },
  [LECTERN_DIFFERENCE_MOVED] = { N_ ("moved"), BLUE },
  [LECTERN_DIFFERENCE_REWORDED] = { N_ ("reworded"), YELLOW },
  [LECTERN_DIFFERENCE_VALUE] = { N_ ("value"), YELLOW },
  [LECTERN_DIFFERENCE_MARKER] = { N_ ("renumbered"), DIM },
  [LECTERN_DIFFERENCE_LAYOUT] = { N_ ("blanks"), DIM },
};

static const struct
{
  LecternNodeKind kind;
  const char *name;
} nodes[] = {
  { LECTERN_NODE_SPEECH, N_ ("speech") },       { LECTERN_NODE_TITLE, N_ ("title") },
  { LECTERN_NODE_BYLINE, N_ ("byline") },       { LECTERN_NODE_SALUTATION, N_ ("salutation") },
  { LECTERN_NODE_OUTLINE, N_ ("outline") },     { LECTERN_NODE_ENTRY, N_ ("entry") },
  { LECTERN_NODE_SECTION, N_ ("section") },     { LECTERN_NODE_HEADING, N_ ("heading") },
  { LECTERN_NODE_POINT, N_ ("point") },         { LECTERN_NODE_PARAGRAPH, N_ ("paragraph") },
  { LECTERN_NODE_THANKS, N_ ("thanks") },       { LECTERN_NODE_BOILERPLATE, N_ ("boilerplate") },
  { LECTERN_NODE_DIRECTIVE, N_ ("directive") },
};

static const struct
{
  const char *kind;
  const char *name;
} values[] = {
  { LECTERN_PLACEHOLDER_DATE, N_ ("date") },
  { LECTERN_PLACEHOLDER_ORDINAL, N_ ("ordinal") },
  { LECTERN_PLACEHOLDER_COUNT, N_ ("count") },
  { LECTERN_PLACEHOLDER_PERCENT, N_ ("percent") },
  { LECTERN_PLACEHOLDER_PERSON, N_ ("person") },
  { LECTERN_PLACEHOLDER_ORGANISATION, N_ ("organisation") },
  { LECTERN_PLACEHOLDER_PLACE, N_ ("place") },
  { LECTERN_PLACEHOLDER_TITLE, N_ ("document") },
};

typedef struct
{
  GString *out;
  gboolean color;
  const char *text;
  gsize length;
} Side;

static const char *
name_of_node (LecternNode *node)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    if (nodes[i].kind == kind)
      return _ (nodes[i].name);
  return lectern_node_kind_get_element (kind);
}

static const char *
name_of_value (const char *kind)
{
  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (values); i++)
    if (strcmp (values[i].kind, kind) == 0)
      return _ (values[i].name);
  return kind;
}

static Side
side_of (GString *out, LecternDocument *document, gboolean color)
{
  GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (document));
  Side side = { out, color, NULL, 0 };

  side.text = g_bytes_get_data (bytes, &side.length);
  return side;
}

/* A stretch of text in one line. */
static void
append_plain (const Side *side, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (side->text[i] == '\n' || side->text[i] == '\t')
      g_string_append_c (side->out, ' ');
    else if ((guchar)side->text[i] < 0x20 || side->text[i] == 0x7f)
      continue;
    else
      g_string_append_c (side->out, side->text[i]);
}

/* Not more than so many characters, and not more than one line. */
static void
append_excerpt (const Side *side, LecternSpan span)
{
  guint n = 0;
  gsize at;

  while (span.start < span.end && g_unichar_isspace (g_utf8_get_char (side->text + span.start)))
    span.start = (gsize)(g_utf8_next_char (side->text + span.start) - side->text);
  for (at = span.start;
       at < span.end && n < EXCERPT && side->text[at] != '\n' && side->text[at] != '\r'; n++)
    at = (gsize)(g_utf8_next_char (side->text + at) - side->text);
  append_plain (side, span.start, at);
  if (at < span.end && n == EXCERPT)
    g_string_append (side->out, "…");
}

/* What stays: all of a short stretch, of a longer one what stands beside the changes. */
static void
append_around (const Side *side, gsize start, gsize end, gboolean first, gboolean last)
{
  const char *head = side->text + start, *tail = side->text + end;
  guint most = (first || last) ? AROUND + 1 : 2 * AROUND + 1;

  if (g_utf8_strlen (head, (gssize)(end - start)) <= (glong)most)
    {
      append_plain (side, start, end);
      return;
    }
  for (guint i = 0; !first && i < AROUND; i++)
    head = g_utf8_next_char (head);
  for (guint i = 0; !last && i < AROUND; i++)
    tail = g_utf8_prev_char (tail);
  if (!first)
    append_plain (side, start, (gsize)(head - side->text));
  g_string_append (side->out, "…");
  if (!last)
    append_plain (side, (gsize)(tail - side->text), end);
}

static void
append_marked (const Side *side, const LecternSpan *span, gboolean added)
{
  if (span->start == span->end)
    return;
  g_string_append (side->out, !side->color ? (added ? "{+" : "[-") : added ? GREEN : RED);
  append_plain (side, span->start, span->end);
  g_string_append (side->out, !side->color ? (added ? "+}" : "-]") : NORMAL);
}

/* The new words with the old ones before them, as wdiff writes them. */
static void
append_changes (const Side *old, const Side *new, LecternDifference *difference, LecternSpan whole,
                guint n)
{
  gsize at = whole.start;
  LecternSpan old_span, new_span;

  for (guint i = 0; i < n; i++)
    {
      lectern_difference_get_change (difference, i, &old_span, &new_span);
      append_around (new, at, new_span.start, i == 0, FALSE);
      append_marked (old, &old_span, FALSE);
      append_marked (new, &new_span, TRUE);
      at = new_span.end;
    }
  append_around (new, at, whole.end, FALSE, TRUE);
}

static void
append_value (const Side *old, const Side *new, LecternDifference *difference)
{
  LecternSpan old_span, new_span, line;
  LecternNode *node = lectern_difference_get_new_node (difference);
  const char *kind = name_of_value (lectern_difference_get_value_kind (difference));
  gsize start, end;

  lectern_difference_get_spans (difference, &old_span, &new_span);
  lectern_node_get_span (node, &line);
  for (start = new_span.start; start > line.start && new->text[start - 1] != '\n';)
    start--;
  for (end = new_span.end; end < line.end && new->text[end] != '\n';)
    end++;
  append_around (new, start, new_span.start, TRUE, FALSE);
  append_marked (old, &old_span, FALSE);
  append_marked (new, &new_span, TRUE);
  append_around (new, new_span.end, end, FALSE, TRUE);
  g_string_append_printf (new->out, " (%s)", kind);
}

/* A line of the file, or a dash. */
static void
append_line_number (GString *out, const Side *side, LecternNode *node, gsize offset)
{
  LecternPosition position;
  g_autofree char *number = NULL;

  if (node == NULL)
    {
      lectern_cli_append_padded (out, "-", -6);
      return;
    }
  while (offset < side->length && g_unichar_isspace (g_utf8_get_char (side->text + offset)))
    offset = (gsize)(g_utf8_next_char (side->text + offset) - side->text);
  lectern_source_get_position (lectern_document_get_source (lectern_node_get_document (node)),
                               offset, &position);
  number = g_strdup_printf ("%u", position.line);
  lectern_cli_append_padded (out, number, -6);
}

/* A section is told by its heading. */
static LecternSpan
span_of_name (LecternNode *node, LecternSpan span)
{
  LecternNode *heading = lectern_node_get_kind (node) == LECTERN_NODE_SECTION
                             ? lectern_node_find_child (node, LECTERN_NODE_HEADING)
                             : NULL;

  if (heading != NULL)
    lectern_node_get_span (heading, &span);
  return span;
}

static void
append_difference (const Side *old, const Side *new, LecternDifference *difference)
{
  LecternDifferenceKind kind = lectern_difference_get_kind (difference);
  LecternNode *old_node = lectern_difference_get_old_node (difference);
  LecternNode *new_node = lectern_difference_get_new_node (difference);
  GString *out = new->out;
  LecternSpan old_span, new_span;

  lectern_difference_get_spans (difference, &old_span, &new_span);
  append_line_number (out, old, old_node, old_span.start);
  append_line_number (out, new, new_node, new_span.start);
  g_string_append_printf (out, "  %s", new->color ? kinds[kind].color : "");
  lectern_cli_append_padded (out, _ (kinds[kind].label), 11);
  g_string_append (out, new->color ? NORMAL : "");
  lectern_cli_append_padded (out, name_of_node (new_node != NULL ? new_node : old_node), 11);
  switch (kind)
    {
    case LECTERN_DIFFERENCE_REWORDED:
      append_changes (old, new, difference, new_span,
                      lectern_difference_get_n_changes (difference));
      break;
    case LECTERN_DIFFERENCE_VALUE:
      append_value (old, new, difference);
      break;
    case LECTERN_DIFFERENCE_MARKER:
      append_marked (old, &old_span, FALSE);
      append_marked (new, &new_span, TRUE);
      lectern_node_get_span (new_node, &old_span);
      append_excerpt (new, (LecternSpan){ new_span.end, MAX (new_span.end, old_span.end) });
      break;
    case LECTERN_DIFFERENCE_LAYOUT:
      lectern_node_get_span (new_node, &new_span);
      append_excerpt (new, new_span);
      break;
    default:
      if (new_node != NULL)
        append_excerpt (new, span_of_name (new_node, new_span));
      else
        append_excerpt (old, span_of_name (old_node, old_span));
    }
  while (out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static gboolean
is_small (LecternDifference *difference)
{
  return lectern_difference_get_kind (difference) >= LECTERN_DIFFERENCE_MARKER;
}

static void
append_summary (GString *out, const LecternCliCompared *compared)
{
  gboolean any = FALSE;

  g_string_append_printf (out, "%s → %s: ", compared->paths[0], compared->paths[1]);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      guint n = lectern_comparison_count (compared->comparison, (LecternDifferenceKind)kind);

      if (n == 0)
        continue;
      g_string_append_printf (out, "%s%u %s", any ? ", " : "", n, _ (kinds[kind].label));
      any = TRUE;
    }
  if (!any)
    g_string_append (out, _ ("the same"));
  else
    {
      g_string_append (out, "; ");
      g_string_append_printf (out, _ ("%.0f%% alike"),
                              100 * lectern_comparison_get_similarity (compared->comparison));
    }
  g_string_append_c (out, '\n');
}

void
lectern_cli_append_comparison_text (GString *out, const LecternCliCompared *compared)
{
  LecternComparison *comparison = compared->comparison;
  g_autoptr (GPtrArray) differences = lectern_comparison_list_differences (comparison);
  Side old = side_of (out, lectern_comparison_get_old (comparison), compared->color);
  Side new = side_of (out, lectern_comparison_get_new (comparison), compared->color);

  append_summary (out, compared);
  for (guint i = 0; i < differences->len; i++)
    if (compared->all || !is_small (differences->pdata[i]))
      append_difference (&old, &new, differences->pdata[i]);
}
