/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-headline-private.h"

#include "language/lectern-words-private.h"

/* The outline of a speech in one line, as it stands before one: 【提纲】一、…。二、…。 */

#define HEAD "【提纲】"
#define STOP "。"

typedef struct
{
  GString *line;
  GArray *slots; /* LecternExpandedSlot: those of the line, then the others */
  guint next;    /* slot of the text */
  const LecternExpansion *expansion;
} Headline;

/* The slots of the heading, where it stands in the line. */
static void
copy_slots (Headline *headline, const LecternSpan *heading, gsize start)
{
  const GArray *slots = headline->expansion->slots;

  for (; headline->next < slots->len; headline->next++)
    {
      LecternExpandedSlot slot = g_array_index (slots, LecternExpandedSlot, headline->next);

      if (slot.start >= heading->end)
        return;
      if (slot.start < heading->start)
        continue;
      slot.start = start + slot.start - heading->start;
      lectern_values_ref (slot.values);
      g_array_append_val (headline->slots, slot);
    }
}

static void
add_heading (Headline *headline, LecternNode *heading)
{
  const char *text = headline->expansion->text->str;
  LecternSpan span;

  lectern_node_get_span (heading, &span);
  copy_slots (headline, &span, headline->line->len);
  g_string_append_len (headline->line, text + span.start, (gssize)(span.end - span.start));
  if (_lectern_alternative_before ("。|！|？|；|.|!|?", text + span.start, text + span.end) <= 0)
    g_string_append (headline->line, STOP);
}

static void
add_sections (Headline *headline, LecternDocument *document)
{
  g_autoptr (GPtrArray) sections = lectern_document_list_nodes (document, LECTERN_NODE_SECTION);

  for (guint i = 0; i < sections->len; i++)
    if (lectern_node_get_level (sections->pdata[i]) == 1)
      add_heading (headline, lectern_node_find_child (sections->pdata[i], LECTERN_NODE_HEADING));
}

/* The text and all that is known of it, with the line before it. */
static gboolean
put_before (LecternExpansion *expansion, const Headline *headline, GError **error)
{
  gsize length = headline->line->len;
  g_autoptr (LecternEdits) edits = lectern_edits_new (expansion->text->len);
  LecternEdits *whole;
  LecternSpan start = { 0, 0 };

  if (!lectern_edits_replace (edits, &start, headline->line->str, (gssize)length, error))
    return FALSE;
  whole = lectern_edits_compose (expansion->edits, edits, error);
  if (whole == NULL)
    return FALSE;
  lectern_edits_unref (expansion->edits);
  expansion->edits = whole;
  g_string_prepend_len (expansion->text, headline->line->str, (gssize)length);
  for (guint i = 0; i < expansion->borders->len; i++)
    g_array_index (expansion->borders, gsize, i) += length;
  for (guint i = 0; i < expansion->slots->len; i++)
    g_array_index (expansion->slots, LecternExpandedSlot, i).start += length;
  g_array_prepend_vals (expansion->slots, headline->slots->data, headline->slots->len);
  return TRUE;
}

static void
clear_slot (gpointer data)
{
  lectern_values_unref (((LecternExpandedSlot *)data)->values);
}

gboolean
_lectern_headline_add (LecternExpansion *expansion, LecternDocument *document, GError **error)
{
  g_autoptr (GString) line = g_string_new (HEAD);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (LecternExpandedSlot));
  Headline headline = { line, slots, 0, expansion };

  add_sections (&headline, document);
  if (line->len == sizeof HEAD - 1)
    return FALSE;
  g_string_append_c (line, '\n');
  if (put_before (expansion, &headline, error))
    return TRUE;
  g_array_set_clear_func (slots, clear_slot);
  return FALSE;
}
