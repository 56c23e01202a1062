/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-recount-private.h"

#include "compose/lectern-members-private.h"
#include "language/lectern-announcing-private.h"

#include <string.h>

typedef struct
{
  LecternDocument *document;
  LecternEdits *edits;
  const GArray *borders;
  GHashTable *changed; /* series, and the first section of a row */
} Recount;

/* Whether a border lies from `from` to `to`, these included. */
static gboolean
has_border (const Recount *recount, gsize from, gsize to)
{
  guint low = 0, high = recount->borders->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (recount->borders, gsize, middle) < from)
        low = middle + 1;
      else
        high = middle;
    }
  return low < recount->borders->len && g_array_index (recount->borders, gsize, low) <= to;
}

/* Between two members, before the first or after the last one; within a member is not in the row.
 */
static gboolean
is_changed (const Recount *recount, const GPtrArray *members)
{
  gsize end = 0;

  for (guint i = 0; i < members->len; i++)
    {
      LecternSpan span;

      lectern_node_get_span (members->pdata[i], &span);
      if (has_border (recount, i == 0 ? span.start : end, span.start))
        return TRUE;
      end = span.end;
    }
  return has_border (recount, end, end);
}

/* Words are not numbers: the last one is 最后, wherever it stands. */
static gboolean
set_words (const Recount *recount, const GPtrArray *members, GError **error)
{
  LecternNode *owner = lectern_node_get_kind (members->pdata[0]) == LECTERN_NODE_POINT
                           ? lectern_node_get_parent (members->pdata[0])
                           : members->pdata[0];
  LecternNumbering *numbering = lectern_node_get_numbering (owner);

  if (numbering == NULL
      || strcmp (lectern_numbering_get_style (numbering), LECTERN_COUNTER_WORDS) != 0)
    return TRUE;
  for (guint i = 0; i < members->len; i++)
    if (!_lectern_members_add_marker (recount->edits, members->pdata[i], NULL, i + 1, members->len,
                                      error))
      return FALSE;
  return TRUE;
}

static gboolean
look_at_row (const Recount *recount, LecternNode *owner, const GPtrArray *members, GError **error)
{
  if (members->len == 0 || !is_changed (recount, members))
    return TRUE;
  g_hash_table_add (recount->changed, owner);
  return set_words (recount, members, error);
}

static gboolean
look_at_series (const Recount *recount, LecternNode *series, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (LecternNode *child = lectern_node_get_first_child (series); child != NULL;
       child = lectern_node_get_next (child))
    if (lectern_node_get_kind (child) == LECTERN_NODE_POINT)
      g_ptr_array_add (members, child);
  return look_at_row (recount, series, members, error);
}

static gboolean
look_at_sections (const Recount *recount, LecternNode *first, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (LecternNode *child = first; child != NULL; child = lectern_node_get_next (child))
    {
      if (lectern_node_get_kind (child) != LECTERN_NODE_SECTION)
        continue;
      if (child != first && lectern_node_get_ordinal (child) == 1)
        break;
      g_ptr_array_add (members, child);
    }
  return look_at_row (recount, first, members, error);
}

static gboolean
is_of_changed (const Recount *recount, LecternNode *announcement)
{
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (announcement);

  return targets->len > 0 && g_hash_table_contains (recount->changed, targets->pdata[0]);
}

static gboolean
set_count (const Recount *recount, LecternNode *announcement, GError **error)
{
  const char *announced = lectern_node_get_property (announcement, LECTERN_PROPERTY_COUNT);
  const char *text = g_bytes_get_data (
      lectern_source_get_bytes (lectern_document_get_source (recount->document)), NULL);
  guint count = lectern_node_count_delivered (announcement), was;
  LecternNumeralStyle style = LECTERN_NUMERAL_NONE;
  g_autofree char *number = NULL;
  LecternSpan span;

  lectern_node_get_span (announcement, &span);
  if (announced == NULL || !g_ascii_isdigit (*announced)
      || g_ascii_strtoull (announced, NULL, 10) == count
      || _lectern_announcing_is_quoted (text, span.start))
    return TRUE;
  span.end = span.start
             + _lectern_numeral_parse (text + span.start, span.end - span.start, &was, &style);
  if (span.end == span.start)
    return TRUE;
  number = _lectern_announcing_format (style, count,
                                       lectern_document_get_language (recount->document));
  return number == NULL
         || _lectern_edits_replace_differing (recount->edits, recount->document, &span, number,
                                              error);
}

gboolean
_lectern_recount (LecternEdits *edits, LecternDocument *document, const GArray *borders,
                  GError **error)
{
  g_autoptr (GPtrArray) series = lectern_document_list_nodes (document, LECTERN_NODE_SERIES);
  g_autoptr (GPtrArray) sections = lectern_document_list_nodes (document, LECTERN_NODE_SECTION);
  g_autoptr (GPtrArray) announcements
      = lectern_document_list_nodes (document, LECTERN_NODE_ANNOUNCEMENT);
  g_autoptr (GHashTable) changed = g_hash_table_new (g_direct_hash, g_direct_equal);
  Recount recount = { document, edits, borders, changed };

  for (guint i = 0; i < series->len; i++)
    if (!look_at_series (&recount, series->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < sections->len; i++)
    if (lectern_node_get_ordinal (sections->pdata[i]) == 1
        && !look_at_sections (&recount, sections->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < announcements->len; i++)
    if (is_of_changed (&recount, announcements->pdata[i])
        && !set_count (&recount, announcements->pdata[i], error))
      return FALSE;
  return TRUE;
}

char *
_lectern_recount_dup_number (LecternDocument *document, gsize offset)
{
  LecternNode *node = lectern_document_lookup_offset (document, offset);
  const char *language = lectern_document_get_language (document);
  gboolean chinese = language == NULL || g_str_has_prefix (language, "zh");
  guint count;

  while (node != NULL && lectern_node_get_kind (node) == LECTERN_NODE_PLACEHOLDER)
    node = lectern_node_get_parent (node);
  if (node == NULL || lectern_node_get_kind (node) != LECTERN_NODE_ANNOUNCEMENT)
    return NULL;
  count = lectern_node_count_delivered (node);
  if (count == 0)
    return NULL;
  return _lectern_announcing_format (
      chinese ? LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL : LECTERN_NUMERAL_DECIMAL, count, language);
}
