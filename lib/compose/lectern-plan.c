/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-plan-struct-private.h"

#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"
#include "model/lectern-edits-private.h"
#include "read/lectern-text-private.h"

#include <string.h>

static void
clear_item (gpointer data)
{
  LecternPlanItem *item = data;

  g_clear_pointer (&item->runs, _lectern_runs_free);
  g_clear_object (&item->fragment.document);
  g_free ((char *)item->fragment.numbering);
}

LecternPlan *
_lectern_plan_new (LecternDocument *document)
{
  LecternPlan *plan = g_new0 (LecternPlan, 1);

  plan->document = g_object_ref (document);
  plan->edits = lectern_edits_new (document->tree.nodes->end);
  plan->gone = g_hash_table_new (NULL, NULL);
  plan->into = g_hash_table_new (NULL, NULL);
  plan->adopted = g_hash_table_new (NULL, NULL);
  plan->numberings = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  plan->numbers = g_hash_table_new (NULL, NULL);
  plan->unlinked = g_hash_table_new (NULL, NULL);
  plan->items = g_array_new (FALSE, FALSE, sizeof (LecternPlanItem));
  g_array_set_clear_func (plan->items, clear_item);
  plan->line_ends = g_array_new (FALSE, FALSE, sizeof (LecternPlanPut));
  plan->links = g_array_new (FALSE, FALSE, sizeof (LecternPlanLink));
  return plan;
}

void
_lectern_plan_free (LecternPlan *plan)
{
  lectern_edits_unref (plan->edits);
  g_hash_table_unref (plan->gone);
  g_hash_table_unref (plan->into);
  g_hash_table_unref (plan->adopted);
  g_hash_table_unref (plan->numberings);
  g_hash_table_unref (plan->numbers);
  g_hash_table_unref (plan->unlinked);
  g_array_unref (plan->items);
  g_array_unref (plan->line_ends);
  g_array_unref (plan->links);
  g_object_unref (plan->document);
  g_free (plan);
}

LecternDocument *
_lectern_plan_get_document (LecternPlan *plan)
{
  return plan->document;
}

LecternEdits *
_lectern_plan_get_edits (LecternPlan *plan)
{
  return plan->edits;
}

gboolean
_lectern_plan_replace (LecternPlan *plan, gsize start, gsize end, const char *text, gssize length,
                       GError **error)
{
  LecternSpan span = { start, end };

  return lectern_edits_replace (plan->edits, &span, text, length, error);
}

gboolean
_lectern_plan_move (LecternPlan *plan, gsize start, gsize end, gsize to, GError **error)
{
  LecternSpan span = { start, end };

  return lectern_edits_move (plan->edits, &span, to, error);
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const LecternChange *one = a, *other = b;

  return one->span.start < other->span.start ? -1 : one->span.start > other->span.start;
}

/* How much is put in at a place already. */
static LecternPlanPut
next_put (LecternPlan *plan, gsize place)
{
  LecternChange wanted = { { place, place }, NULL, { 0, 0 } };
  GSequence *replaced = plan->edits->replaced;
  GSequenceIter *iter = g_sequence_search (replaced, &wanted, compare_starts, NULL);
  LecternPlanPut put = { place, 0 };

  while (!g_sequence_iter_is_begin (iter))
    {
      const LecternChange *change;

      iter = g_sequence_iter_prev (iter);
      change = g_sequence_get (iter);
      if (change->span.start < place)
        break;
      put.nth += change->span.end == place;
    }
  return put;
}

gboolean
_lectern_plan_end_line (LecternPlan *plan, gsize at, GError **error)
{
  const char *text = _lectern_source_get_text (plan->document->source, NULL);
  const char *end = memchr (text, '\n', at);
  LecternPlanPut put = next_put (plan, at);

  g_array_append_val (plan->line_ends, put);
  return _lectern_plan_replace (plan, at, at, end > text && end[-1] == '\r' ? "\r\n" : "\n", -1,
                                error);
}

static inline gpointer
to_key (guint32 index)
{
  return GUINT_TO_POINTER (index);
}

void
_lectern_plan_drop (LecternPlan *plan, guint32 node)
{
  g_hash_table_add (plan->gone, to_key (node));
}

void
_lectern_plan_dissolve (LecternPlan *plan, guint32 node, guint32 into)
{
  g_hash_table_insert (plan->into, to_key (node), to_key (into));
}

void
_lectern_plan_adopt (LecternPlan *plan, guint32 node, guint32 parent)
{
  g_hash_table_insert (plan->adopted, to_key (node), to_key (parent));
}

static guint32
add_item (LecternPlan *plan, const LecternPlanItem *item)
{
  g_array_append_vals (plan->items, item, 1);
  return plan->document->tree.n_nodes + plan->items->len - 1;
}

guint32
_lectern_plan_place (LecternPlan *plan, guint32 node, guint32 before, guint32 parent)
{
  LecternPlanItem item = { .type = LECTERN_PLAN_PLACED, .before = before, .parent = parent };

  item.node = node;
  _lectern_plan_drop (plan, node);
  return add_item (plan, &item);
}

guint32
_lectern_plan_create (LecternPlan *plan, LecternNodeKind kind, const LecternSpan *span,
                      guint32 before, guint32 parent)
{
  LecternPlanItem item = { .type = LECTERN_PLAN_CREATED, .before = before, .parent = parent };

  item.kind = kind;
  if (span != NULL)
    item.span = *span;
  return add_item (plan, &item);
}

guint32
_lectern_plan_insert (LecternPlan *plan, gsize at, const LecternPlanFragment *fragment,
                      LecternEdits *edits, const char *head, const char *tail, guint32 before,
                      guint32 parent, GError **error)
{
  LecternPlanItem item = { .type = LECTERN_PLAN_INSERTED, .before = before, .parent = parent };
  GBytes *source = lectern_source_get_bytes (fragment->document->source);
  g_autoptr (LecternEdits) none = lectern_edits_new (g_bytes_get_size (source));
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GString) text = g_string_new (head);
  guint32 symbol;

  item.fragment = *fragment;
  item.fragment.document = g_object_ref (fragment->document);
  item.fragment.numbering = g_strdup (fragment->numbering);
  item.runs = _lectern_runs_new (edits != NULL ? edits : none, fragment->start, fragment->end);
  item.put = next_put (plan, at);
  item.head = text->len;
  item.line_end = g_str_has_prefix (tail, "\r\n") ? 2 : *tail == '\n' || *tail == '\r';
  symbol = add_item (plan, &item);
  body = lectern_edits_apply (item.runs->edits, source, error);
  if (body == NULL)
    return symbol;
  g_string_append_len (text, g_bytes_get_data (body, NULL), (gssize)g_bytes_get_size (body));
  g_string_append (text, tail);
  if (text->len == 0)
    _lectern_set_error (error, LECTERN_ERROR_EDIT, NULL, NULL, "there is no text to put in");
  else
    _lectern_plan_replace (plan, at, at, text->str, (gssize)text->len, error);
  return symbol;
}

void
_lectern_plan_set_numbering (LecternPlan *plan, guint32 node, const char *numbering)
{
  g_hash_table_insert (plan->numberings, to_key (node), g_strdup (numbering));
}

void
_lectern_plan_set_number (LecternPlan *plan, guint32 node, guint number)
{
  g_hash_table_insert (plan->numbers, to_key (node), GUINT_TO_POINTER (number));
}

void
_lectern_plan_unlink (LecternPlan *plan, guint32 target)
{
  g_hash_table_add (plan->unlinked, to_key (target));
}

void
_lectern_plan_link (LecternPlan *plan, guint32 announcement, guint32 target)
{
  LecternPlanLink link = { announcement, target };

  g_array_append_val (plan->links, link);
}

static LecternDocument *
make_document (LecternPlanTree *tree, LecternSource *source, GCancellable *cancellable,
               GError **error)
{
  LecternDocument *before = tree->plan->document, *after;
  gboolean is_text = before->format == LECTERN_FORMAT_TEXT;

  after = is_text
              ? _lectern_text_read (source, before->options, lectern_document_get_encoding (before),
                                    lectern_document_get_bom (before), cancellable, error)
              : _lectern_plan_tree_build (tree, source, error);
  if (after != NULL && !_lectern_plan_tree_check (tree, after, is_text, error))
    g_clear_object (&after);
  return after;
}

LecternDocument *
_lectern_plan_run (LecternPlan *plan, GCancellable *cancellable, GError **error)
{
  LecternDocument *before = plan->document, *after = NULL;
  g_autoptr (LecternRuns) runs = _lectern_runs_new (plan->edits, 0, before->tree.nodes->end);
  g_autoptr (GBytes) text
      = lectern_edits_apply (runs->edits, lectern_source_get_bytes (before->source), error);
  g_autoptr (LecternSource) source = NULL;
  LecternPlanTree tree;

  if (text == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  source = lectern_source_new (text, error);
  if (source == NULL)
    return NULL;
  if (_lectern_plan_tree_init (&tree, plan, runs, source, error))
    after = make_document (&tree, source, cancellable, error);
  _lectern_plan_tree_clear (&tree);
  if (after != NULL)
    _lectern_document_set_origin (after, before, lectern_edits_ref (runs->edits));
  return after;
}
