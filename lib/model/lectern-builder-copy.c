/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-limits-private.h"
#include "base/lectern-source-private.h"
#include "model/lectern-builder-struct-private.h"
#include "model/lectern-content-private.h"
#include "model/lectern-document-private.h"
#include "model/lectern-edits-private.h"

static guint32
find_document (LecternBuilder *builder, LecternDocument *document)
{
  guint i = builder->documents->len;

  /* Mostly the one that was copied of last. */
  while (i > 0 && g_ptr_array_index (builder->documents, i - 1) != document)
    i--;
  if (i > 0)
    return i;
  g_ptr_array_add (builder->documents, g_object_ref (document));
  g_ptr_array_add (builder->set_maps, g_new0 (guint32, document->tree.attributes.length));
  return builder->documents->len;
}

/* The attributes of a node in the builder's pool; `set_map` is for sets without an identifier. An
 * identifier that is there already is dropped: of two copies the first keeps it. */
static guint32
copy_attributes (LecternBuilder *builder, const LecternTree *tree, const LecternNode *node,
                 guint32 *set_map)
{
  LecternAttribute attributes[LECTERN_N_ATTRIBUTES];
  LecternAttributeId id;
  const char *value;
  guint n = 0;
  guint32 set;

  if (node->attributes == 0)
    return 0;
  if (set_map[node->attributes] != 0)
    return set_map[node->attributes];
  for (guint i = 0;
       _lectern_attributes_get_nth (&tree->attributes, node->attributes, i, &id, &value); i++)
    if (id != LECTERN_ATTRIBUTE_ID || g_hash_table_add (builder->ids, g_strdup (value)))
      attributes[n++] = (LecternAttribute){ _lectern_attribute_names[id], value };
  set = _lectern_attributes_intern (&builder->tree.attributes, attributes, n);
  if (_lectern_attributes_get (&tree->attributes, node->attributes, LECTERN_ATTRIBUTE_ID) == NULL)
    set_map[node->attributes] = set;
  return set;
}

static void
copy_links (LecternBuilder *builder, LecternNode *node, guint event)
{
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (node);

  for (guint i = 0; i < targets->len; i++)
    {
      LecternCopiedLink link = { event, g_ptr_array_index (targets, i) };

      g_array_append_val (builder->copied_links, link);
    }
}

static void
copy_begin (LecternBuilder *builder, LecternNode *node, guint32 source, guint8 flags)
{
  const LecternTree *tree = &_lectern_node_document (node)->tree;
  guint index = lectern_builder_begin (builder, (LecternNodeKind)node->kind);
  LecternBuildEvent *event = LECTERN_BUILD_EVENT (builder, index);

  event->flags = flags;
  event->percent = node->confidence;
  event->level = node->kind == LECTERN_NODE_ENTRY ? node->level : 0;
  event->attributes
      = copy_attributes (builder, tree, node, g_ptr_array_index (builder->set_maps, source - 1));
  /* What can be announced. */
  if ((node->kind == LECTERN_NODE_SECTION || node->kind == LECTERN_NODE_SERIES)
      && !g_hash_table_contains (builder->copies, node))
    g_hash_table_insert (builder->copies, node, GUINT_TO_POINTER (index));
  if (node->kind == LECTERN_NODE_ANNOUNCEMENT)
    copy_links (builder, node, index);
}

static void
copy_text (LecternBuilder *builder, guint32 source, const LecternSpan *span)
{
  LecternBuildEvent event = { .type = LECTERN_BUILD_TEXT,
                              .flags = LECTERN_BUILD_COPIED,
                              .source = source,
                              .start = (guint32)span->start,
                              .length = (guint32)(span->end - span->start) };

  if (event.length <= LECTERN_MAX_TEXT_BYTES / 2 - builder->length)
    {
      builder->length += event.length;
      g_array_append_val (builder->events, event);
    }
  else
    _lectern_set_error (builder->error == NULL ? &builder->error : NULL, LECTERN_ERROR_LIMIT, NULL,
                        NULL, "the copied text is too long");
}

/**
 * lectern_builder_copy_node:
 * @builder: a builder
 * @node: a node of another document
 *
 * Adds a copy of a node with all that is in it, its text as it stands, its attributes, and the
 * announcements in it as far as what they announce is copied too. Of a whole speech the parts are
 * copied.
 *
 * The new document knows which of its text is that of the document that most was copied of: see
 * [method@Lectern.Document.dup_edits].
 */
void
lectern_builder_copy_node (LecternBuilder *builder, LecternNode *node)
{
  guint32 source;
  LecternWalker walker;
  LecternEvent step;

  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (builder->events != NULL && !builder->finished);
  g_return_if_fail (node != NULL);

  source = find_document (builder, _lectern_node_document (node));
  lectern_walker_init (&walker, node);
  while ((step = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternNode *at = lectern_walker_get_node (&walker);
      guint8 flags = LECTERN_BUILD_COPIED | (at == node ? LECTERN_BUILD_OUTMOST : 0);
      LecternSpan span;

      if (step == LECTERN_EVENT_TEXT)
        {
          lectern_walker_get_span (&walker, &span);
          copy_text (builder, source, &span);
          continue;
        }
      if (at->kind == LECTERN_NODE_SPEECH)
        continue;
      if (step == LECTERN_EVENT_ENTER)
        copy_begin (builder, at, source, flags);
      else
        {
          lectern_builder_end (builder);
          LECTERN_BUILD_EVENT (builder, builder->events->len - 1)->flags = flags;
        }
    }
}

static int
compare_old_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *copied = data;
  guint32 one = g_array_index (copied, LecternCopiedText, *(const guint *)a).old_start;
  guint32 two = g_array_index (copied, LecternCopiedText, *(const guint *)b).old_start;

  return one < two ? -1 : one > two;
}

/* Leaves of what was copied of one document only that which is no second copy, in place. */
static void
drop_overlaps (GArray *copied)
{
  g_autofree guint *order = g_new (guint, copied->len + 1);
  guint32 end = 0;

  for (guint i = 0; i < copied->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)copied->len, sizeof *order, compare_old_starts, copied);
  for (guint i = 0; i < copied->len; i++)
    {
      LecternCopiedText *text = &g_array_index (copied, LecternCopiedText, order[i]);

      if (text->old_start < end)
        text->length = 0;
      else
        end = text->old_start + text->length;
    }
}

static guint32
find_main_source (LecternBuilder *builder, const GArray *copied)
{
  g_autofree gsize *lengths = g_new0 (gsize, builder->documents->len + 1);
  guint32 best = 0;

  for (guint i = 0; i < copied->len; i++)
    {
      const LecternCopiedText *text = &g_array_index (copied, LecternCopiedText, i);

      lengths[text->source] += text->length;
    }
  for (guint32 i = 1; i <= builder->documents->len; i++)
    if (lengths[i] > lengths[best])
      best = i;
  return best;
}

void
_lectern_builder_record_origin (LecternBuilder *builder, LecternDocument *document,
                                const GArray *copied)
{
  guint32 source = find_main_source (builder, copied);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (LecternCopiedText));
  GBytes *text = lectern_source_get_bytes (document->source);
  LecternDocument *before;
  LecternEdits *edits;
  gsize at = 0;

  if (source == 0)
    return;
  for (guint i = 0; i < copied->len; i++)
    if (g_array_index (copied, LecternCopiedText, i).source == source)
      g_array_append_val (chosen, g_array_index (copied, LecternCopiedText, i));
  drop_overlaps (chosen);
  before = g_ptr_array_index (builder->documents, source - 1);
  edits = _lectern_edits_new_frozen (before->tree.nodes->end);
  for (guint i = 0; i <= chosen->len; i++)
    {
      const LecternCopiedText *copy
          = i < chosen->len ? &g_array_index (chosen, LecternCopiedText, i) : NULL;
      gsize stop = copy != NULL ? copy->new_start : g_bytes_get_size (text);

      if (copy != NULL && copy->length == 0)
        continue;
      if (stop > at)
        _lectern_edits_add_text (edits, g_bytes_new_from_bytes (text, at, stop - at));
      if (copy != NULL)
        _lectern_edits_add_slice (edits, copy->old_start, copy->length);
      at = stop + (copy != NULL ? copy->length : 0);
    }
  _lectern_document_set_origin (document, before, edits);
}
