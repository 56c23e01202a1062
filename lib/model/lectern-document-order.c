/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-document-private.h"
#include "model/lectern-kinds-private.h"

#include <string.h>

/* What follows from the order of the nodes: each made in one pass over them when first asked for,
 * and published atomically; where two threads make the same, one gives way. */

static gpointer
publish (gpointer *place, gpointer made, GDestroyNotify destroy)
{
  if (g_atomic_pointer_compare_and_exchange (place, NULL, made))
    return made;
  destroy (made);
  return g_atomic_pointer_get (place);
}

static guint32 *
make_numbers (const LecternTree *tree)
{
  guint32 *numbers = g_new (guint32, tree->n_nodes);
  guint32 counts[LECTERN_N_KINDS];

  numbers[0] = 1;
  for (guint32 parent = 0; parent < tree->n_nodes; parent++)
    {
      guint32 end = tree->nodes[parent].next;

      if (end == parent + 1)
        continue;
      memset (counts, 0, sizeof counts);
      for (guint32 child = parent + 1; child < end; child = tree->nodes[child].next)
        numbers[child] = ++counts[tree->nodes[child].kind];
    }
  return numbers;
}

const guint32 *
_lectern_document_get_numbers (LecternDocument *document)
{
  guint32 *numbers = g_atomic_pointer_get (&document->numbers);

  if (G_LIKELY (numbers != NULL))
    return numbers;
  return publish ((gpointer *)&document->numbers, make_numbers (&document->tree), g_free);
}

static guint32 *
make_indices (const LecternTree *tree)
{
  guint32 *indices = g_new (guint32, tree->n_nodes);
  guint32 counts[LECTERN_N_KINDS] = { 0 };

  for (guint32 i = 0; i < tree->n_nodes; i++)
    indices[i] = ++counts[tree->nodes[i].kind];
  return indices;
}

const guint32 *
_lectern_document_get_indices (LecternDocument *document)
{
  guint32 *indices = g_atomic_pointer_get (&document->indices);

  if (G_LIKELY (indices != NULL))
    return indices;
  return publish ((gpointer *)&document->indices, make_indices (&document->tree), g_free);
}

typedef struct
{
  guint32 level;
  guint32 count;
} Rank;

/* Entries are siblings whatever their level: an entry is counted among those of its level since the
 * last shallower one. */
static guint32 *
make_entry_ordinals (const LecternTree *tree)
{
  g_autoptr (GArray) ordinals = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  guint32 parent = LECTERN_NO_NODE;

  for (guint32 i = 0; i < tree->n_nodes; i++)
    {
      const LecternNode *node = &tree->nodes[i];
      Rank *rank;

      if (node->kind != LECTERN_NODE_ENTRY)
        continue;
      if (node->parent != parent)
        g_array_set_size (ranks, 0);
      parent = node->parent;
      while (ranks->len > 0 && g_array_index (ranks, Rank, ranks->len - 1).level > node->level)
        g_array_set_size (ranks, ranks->len - 1);
      if (ranks->len == 0 || g_array_index (ranks, Rank, ranks->len - 1).level < node->level)
        {
          Rank first = { node->level, 0 };

          g_array_append_val (ranks, first);
        }
      rank = &g_array_index (ranks, Rank, ranks->len - 1);
      rank->count++;
      g_array_append_val (ordinals, rank->count);
    }
  return g_memdup2 (ordinals->data, MAX (ordinals->len, 1) * sizeof (guint32));
}

const guint32 *
_lectern_document_get_entry_ordinals (LecternDocument *document)
{
  guint32 *ordinals = g_atomic_pointer_get (&document->entry_ordinals);

  if (G_LIKELY (ordinals != NULL))
    return ordinals;
  return publish ((gpointer *)&document->entry_ordinals, make_entry_ordinals (&document->tree),
                  g_free);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *)a;
  guint32 two = *(const guint32 *)b;

  return one < two ? -1 : one > two;
}

/* The nodes that announcements point at, once each, in document order. */
static guint32 *
list_all_targets (const LecternTree *tree, guint32 *n_targets)
{
  guint32 *targets = g_new (guint32, tree->n_targets);
  guint32 n = 0;

  for (guint32 i = 0; i < tree->n_targets; i++)
    targets[i] = tree->targets[i].target;
  if (tree->n_targets > 0)
    qsort (targets, tree->n_targets, sizeof (guint32), compare_indices);
  for (guint32 i = 0; i < tree->n_targets; i++)
    if (n == 0 || targets[i] != targets[n - 1])
      targets[n++] = targets[i];
  *n_targets = n;
  return targets;
}

static void
add_read_ids (LecternIds *ids, const LecternTree *tree)
{
  if ((tree->attributes.used & 1u << LECTERN_ATTRIBUTE_ID) == 0)
    return;
  for (guint32 i = 0; i < tree->n_nodes; i++)
    {
      const char *id = _lectern_attributes_get (&tree->attributes, tree->nodes[i].attributes,
                                                LECTERN_ATTRIBUTE_ID);

      if (id != NULL && !g_hash_table_contains (ids->nodes, id))
        g_hash_table_insert (ids->nodes, (char *)id, &tree->nodes[i]);
    }
}

static LecternIds *
make_ids (const LecternTree *tree)
{
  LecternIds *ids = g_new0 (LecternIds, 1);
  guint32 counts[LECTERN_N_KINDS] = { 0 };
  guint32 n;
  char name[16];

  ids->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  ids->strings = g_string_chunk_new (64);
  add_read_ids (ids, tree);
  ids->targets = list_all_targets (tree, &n);
  ids->names = g_new (const char *, n);
  for (guint32 i = 0; i < n; i++)
    {
      LecternNode *node = &tree->nodes[ids->targets[i]];

      if (_lectern_attributes_get (&tree->attributes, node->attributes, LECTERN_ATTRIBUTE_ID))
        continue;
      do
        g_snprintf (name, sizeof name, "%c%u", node->kind == LECTERN_NODE_SERIES ? 'r' : 's',
                    ++counts[node->kind]);
      while (g_hash_table_contains (ids->nodes, name));
      ids->targets[ids->n_targets] = ids->targets[i];
      ids->names[ids->n_targets] = g_string_chunk_insert (ids->strings, name);
      g_hash_table_insert (ids->nodes, (char *)ids->names[ids->n_targets], node);
      ids->n_targets++;
    }
  return ids;
}

void
_lectern_ids_free (LecternIds *ids)
{
  g_hash_table_unref (ids->nodes);
  g_string_chunk_free (ids->strings);
  g_free (ids->targets);
  g_free (ids->names);
  g_free (ids);
}

const LecternIds *
_lectern_document_get_ids (LecternDocument *document)
{
  LecternIds *ids = g_atomic_pointer_get (&document->ids);

  if (G_LIKELY (ids != NULL))
    return ids;
  return publish ((gpointer *)&document->ids, make_ids (&document->tree),
                  (GDestroyNotify)_lectern_ids_free);
}
