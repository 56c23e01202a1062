/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-plan-struct-private.h"

#include "language/lectern-numbering-private.h"
#include "model/lectern-builder-private.h"
#include "model/lectern-document-private.h"

/* A document of the new tree, for structure that was given. */

typedef struct
{
  LecternPlanTree *tree;
  LecternBuilder *builder;
  guint32 *sets;          /* of the attributes of the document: old to new, 0 = not known */
  GHashTable *numberings; /* string → LecternNumbering */
} Build;

/* Attributes that are not as they were. */
typedef struct
{
  const char *values[LECTERN_N_ATTRIBUTES];
  guint32 changed; /* a bit for each */
} Changes;

static void
change (Changes *changes, LecternAttributeId id, const char *value)
{
  changes->values[id] = value;
  changes->changed |= 1u << id;
}

static guint32
intern (Build *build, const LecternAttributes *from, guint32 set, const Changes *changes)
{
  LecternAttribute attributes[LECTERN_N_ATTRIBUTES];
  guint n = 0;

  for (guint id = 0; id < LECTERN_N_ATTRIBUTES; id++)
    {
      const char *value = (changes->changed & (1u << id)) != 0 ? changes->values[id]
                          : from != NULL
                              ? _lectern_attributes_get (from, set, (LecternAttributeId)id)
                              : NULL;

      if (value != NULL)
        attributes[n++] = (LecternAttribute){ _lectern_attribute_names[id], value };
    }
  return _lectern_builder_intern (build->builder, attributes, n);
}

static const LecternNode *
get_origin (const LecternPlanNode *node)
{
  return node->document != NULL ? &node->document->tree.nodes[node->node] : NULL;
}

static gboolean
is_own (const Build *build, const LecternPlanNode *node)
{
  return node->document == build->tree->plan->document
         && (node->item == G_MAXUINT32
             || g_array_index (build->tree->plan->items, LecternPlanItem, node->item).type
                    == LECTERN_PLAN_PLACED);
}

/* Whether the text of a node is not as it was. */
static gboolean
is_touched (const Build *build, const LecternPlanNode *node)
{
  const LecternNode *origin = get_origin (node);
  const LecternPlanItem *item;

  if (is_own (build, node))
    return _lectern_runs_are_touched (build->tree->runs, origin->start, origin->end);
  item = &g_array_index (build->tree->plan->items, LecternPlanItem, node->item);
  return origin == NULL || _lectern_runs_are_touched (item->runs, origin->start, origin->end);
}

static LecternNumbering *
get_numbering (Build *build, const char *string)
{
  LecternNumbering *numbering = NULL;

  if (string != NULL
      && !g_hash_table_lookup_extended (build->numberings, string, NULL, (gpointer *)&numbering))
    {
      numbering = lectern_numbering_new_from_string (string, NULL);
      g_hash_table_insert (build->numberings, g_strdup (string), numbering);
    }
  return numbering;
}

/* The numbering that a node is said to have from now on, or NULL. */
static const char *
find_new_numbering (const Build *build, const LecternPlanNode *node)
{
  LecternPlan *plan = build->tree->plan;
  const LecternPlanItem *item = NULL;

  if (node->kind != LECTERN_NODE_SECTION)
    return NULL;
  if (node->item != G_MAXUINT32)
    item = &g_array_index (plan->items, LecternPlanItem, node->item);
  if (node->is_root && item != NULL && item->type == LECTERN_PLAN_INSERTED)
    return item->fragment.numbering;
  if (is_own (build, node))
    return g_hash_table_lookup (plan->numberings, GUINT_TO_POINTER (node->node));
  if (node->document == NULL)
    return g_hash_table_lookup (plan->numberings,
                                GUINT_TO_POINTER (plan->document->tree.n_nodes + node->item));
  return NULL;
}

static const char *
get_attribute (const LecternPlanNode *node, LecternAttributeId id)
{
  const LecternNode *origin = get_origin (node);

  return origin != NULL
             ? _lectern_attributes_get (&node->document->tree.attributes, origin->attributes, id)
             : NULL;
}

/* The marker of a section or point: the first thing in it, or in that. */
static const LecternPlanNode *
find_marker (const LecternPlanTree *tree, guint32 number)
{
  for (guint32 i = number + 1; i < tree->nodes->len && i <= number + 2; i++)
    if (_lectern_plan_tree_get (tree, i)->kind == LECTERN_NODE_MARKER)
      return _lectern_plan_tree_get (tree, i);
  return NULL;
}

/* Whether it is what the last of the list is called: 最后 as the third of three. */
static gboolean
is_last_word (const LecternPlanTree *tree, const LecternPlanNode *node, LecternNumbering *numbering,
              const char *text)
{
  const LecternPlanNode *parent = _lectern_plan_tree_get (tree, node->parent);
  guint n_members = parent->counts[node->kind == LECTERN_NODE_POINT];
  guint limit = lectern_numbering_get_limit (numbering);
  g_autofree char *last = NULL;

  if (node->ordinal != n_members
      || !g_str_equal (lectern_numbering_get_style (numbering), LECTERN_COUNTER_WORDS))
    return FALSE;
  last = _lectern_numbering_dup_marker_of (numbering, limit - 1, limit - 1, NULL);
  return g_strcmp0 (text, last) == 0;
}

/* What a marker says that is not as it was. */
static guint
read_number (Build *build, const LecternPlanNode *node, const LecternPlanNode *marker,
             const char *numbering, guint value)
{
  const LecternPlanTree *tree = build->tree;
  LecternNumbering *counted;
  g_autofree char *text = NULL;

  if (numbering == NULL)
    numbering = get_attribute (
        node->kind == LECTERN_NODE_SECTION ? node : _lectern_plan_tree_get (tree, node->parent),
        LECTERN_ATTRIBUTE_NUMBERING);
  counted = get_numbering (build, numbering);
  text = g_strndup (tree->text + marker->start, marker->end - marker->start);
  if (counted != NULL && is_touched (build, marker)
      && !lectern_numbering_parse_marker (counted, text, &value))
    value = node->ordinal;
  if (counted != NULL && value != node->ordinal && is_last_word (tree, node, counted, text))
    value = node->ordinal;
  return value;
}

/* What the marker says is recorded where it is not the position. */
static void
renumber (Build *build, guint32 number, const char *numbering, Changes *changes, char **said)
{
  const LecternPlanTree *tree = build->tree;
  const LecternPlanNode *node = _lectern_plan_tree_get (tree, number);
  const LecternPlanNode *marker = find_marker (tree, number);
  LecternNode *origin = (LecternNode *)get_origin (node);
  gpointer known = NULL;
  guint value;

  if (marker == NULL)
    return;
  if (is_own (build, node))
    known = g_hash_table_lookup (tree->plan->numbers, GUINT_TO_POINTER (node->node));
  value = known != NULL    ? GPOINTER_TO_UINT (known)
          : origin != NULL ? lectern_node_get_number (origin)
                           : 0;
  if (value != node->ordinal || (known == NULL && is_touched (build, marker)))
    value = read_number (build, node, marker, numbering, value);
  *said = value != node->ordinal ? g_strdup_printf ("%u", value) : NULL;
  if (*said != NULL || get_attribute (node, LECTERN_ATTRIBUTE_NUMBER) != NULL)
    change (changes, LECTERN_ATTRIBUTE_NUMBER, *said);
}

/* What an announcement counts follows its text. */
static void
recount (Build *build, const LecternPlanNode *node, Changes *changes, char **said)
{
  const char *count = get_attribute (node, LECTERN_ATTRIBUTE_COUNT);
  const char *text = build->tree->text;
  guint value;

  if (count == NULL || !g_ascii_isdigit (*count) || !is_touched (build, node))
    return;
  for (const char *at = text + node->start; at < text + node->end; at = g_utf8_next_char (at))
    if (_lectern_numeral_parse (at, (gsize)(text + node->end - at), &value, NULL) > 0)
      {
        *said = g_strdup_printf ("%u", value);
        change (changes, LECTERN_ATTRIBUTE_COUNT, *said);
        return;
      }
}

static guint32
carry_attributes (Build *build, guint32 number)
{
  const LecternPlanNode *node = _lectern_plan_tree_get (build->tree, number);
  const LecternNode *origin = get_origin (node);
  const char *numbering = find_new_numbering (build, node);
  guint32 old = origin != NULL ? origin->attributes : 0;
  g_autofree char *said = NULL;
  Changes changes = { .changed = 0 };
  guint32 set;

  if (numbering != NULL)
    change (&changes, LECTERN_ATTRIBUTE_NUMBERING, numbering);
  if (node->kind == LECTERN_NODE_SECTION || node->kind == LECTERN_NODE_POINT)
    renumber (build, number, numbering, &changes, &said);
  else if (node->kind == LECTERN_NODE_ANNOUNCEMENT)
    recount (build, node, &changes, &said);
  if (!is_own (build, node))
    change (&changes, LECTERN_ATTRIBUTE_ID, NULL);
  else if (changes.changed == 0 && build->sets[old] != 0)
    return build->sets[old];
  if (old == 0 && changes.changed == 0)
    return 0;
  set = intern (build, origin != NULL ? &node->document->tree.attributes : NULL, old, &changes);
  if (changes.changed == 0)
    build->sets[old] = set;
  return set;
}

static void
build_node (Build *build, guint32 number)
{
  const LecternPlanNode *node = _lectern_plan_tree_get (build->tree, number);
  const LecternNode *origin = get_origin (node);
  guint32 index
      = _lectern_builder_open (build->builder, (LecternNodeKind)node->kind, (guint32)node->start);

  _lectern_builder_set_attributes (build->builder, index, carry_attributes (build, number));
  if (origin == NULL)
    return;
  if (node->kind == LECTERN_NODE_ENTRY)
    _lectern_builder_set_level (build->builder, index, origin->level);
  _lectern_builder_set_percent (build->builder, index, origin->confidence);
}

static void
add_target (Build *build, guint32 announcement, guint32 target)
{
  if (announcement != LECTERN_NO_NODE && target != LECTERN_NO_NODE)
    _lectern_builder_add_target (build->builder, announcement, target);
}

static void
add_targets (Build *build)
{
  const LecternPlanTree *tree = build->tree;
  const LecternTree *old = &tree->plan->document->tree;

  for (guint32 i = 0; i < old->n_targets; i++)
    if (!g_hash_table_contains (tree->plan->unlinked, GUINT_TO_POINTER (old->targets[i].target)))
      add_target (build, tree->placed[old->targets[i].announcement],
                  tree->placed[old->targets[i].target]);
  for (guint i = 0; i < tree->links->len; i++)
    {
      const LecternPlanLink *link = &g_array_index (tree->links, LecternPlanLink, i);

      add_target (build, link->announcement, link->target);
    }
  for (guint i = 0; i < tree->plan->links->len; i++)
    {
      const LecternPlanLink *link = &g_array_index (tree->plan->links, LecternPlanLink, i);

      add_target (build, _lectern_plan_tree_resolve (tree, link->announcement),
                  _lectern_plan_tree_resolve (tree, link->target));
    }
}

static void
unref_numbering (gpointer numbering)
{
  if (numbering != NULL)
    lectern_numbering_unref (numbering);
}

LecternDocument *
_lectern_plan_tree_build (LecternPlanTree *tree, LecternSource *source, GError **error)
{
  LecternDocument *before = tree->plan->document, *after;
  g_autoptr (LecternBuilder) builder
      = _lectern_builder_new_for_source (source, lectern_document_get_language (before));
  g_autoptr (GHashTable) numberings
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_numbering);
  g_autofree guint32 *sets = g_new0 (guint32, before->tree.attributes.length + 1);
  Build build = { tree, builder, sets, numberings };
  guint32 open = LECTERN_NO_NODE;

  _lectern_builder_set_origin (builder, lectern_document_get_encoding (before),
                               lectern_document_get_bom (before), before->options);
  for (guint32 i = 0; i < tree->nodes->len; i++)
    {
      const LecternPlanNode *node = _lectern_plan_tree_get (tree, i);

      for (; open != node->parent; open = _lectern_plan_tree_get (tree, open)->parent)
        _lectern_builder_close (builder, (guint32)_lectern_plan_tree_get (tree, open)->end);
      build_node (&build, i);
      open = i;
    }
  for (; open != LECTERN_NO_NODE; open = _lectern_plan_tree_get (tree, open)->parent)
    _lectern_builder_close (builder, (guint32)_lectern_plan_tree_get (tree, open)->end);
  add_targets (&build);
  after = lectern_builder_finish (builder, error);
  if (after != NULL)
    after->format = before->format;
  return after;
}
