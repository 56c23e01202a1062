/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-align-private.h"

#include "base/lectern-strings-private.h"

/* A speech as a row of items. Series, opening and closing are no items of their own: what is in
 * them stands below what they stand in, so that a speech whose opening was told from its body
 * otherwise is still laid beside the other. */

typedef enum
{
  CLASS_NONE,
  CLASS_SPEECH,
  CLASS_MEMBER, /* sections and points */
  CLASS_TITLE,
  CLASS_BYLINE,
  CLASS_SALUTATION,
  CLASS_OUTLINE,
  CLASS_HEADING,
  CLASS_BODY,
  CLASS_THANKS,
  CLASS_BOILERPLATE,
  CLASS_DIRECTIVE
} Class;

static const guint8 classes[] = {
  [LECTERN_NODE_SPEECH] = CLASS_SPEECH,     [LECTERN_NODE_SECTION] = CLASS_MEMBER,
  [LECTERN_NODE_POINT] = CLASS_MEMBER,      [LECTERN_NODE_TITLE] = CLASS_TITLE,
  [LECTERN_NODE_BYLINE] = CLASS_BYLINE,     [LECTERN_NODE_SALUTATION] = CLASS_SALUTATION,
  [LECTERN_NODE_OUTLINE] = CLASS_OUTLINE,   [LECTERN_NODE_ENTRY] = CLASS_OUTLINE,
  [LECTERN_NODE_HEADING] = CLASS_HEADING,   [LECTERN_NODE_PARAGRAPH] = CLASS_BODY,
  [LECTERN_NODE_THANKS] = CLASS_THANKS,     [LECTERN_NODE_BOILERPLATE] = CLASS_BOILERPLATE,
  [LECTERN_NODE_ANNOUNCEMENT] = CLASS_NONE, [LECTERN_NODE_DIRECTIVE] = CLASS_DIRECTIVE,
};

static Class
class_of (LecternNodeKind kind)
{
  return (guint)kind < G_N_ELEMENTS (classes) ? classes[kind] : CLASS_NONE;
}

typedef struct
{
  LecternAlign *align;
  LecternAlignSide *side;
  gint32 parent; /* the innermost item that is open */
} Reader;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* U+3000, which indents paragraphs. */
static gboolean
is_wide_blank (const char *p)
{
  return (guchar)p[0] == 0xe3 && (guchar)p[1] == 0x80 && (guchar)p[2] == 0x80;
}

/* Where the line begins, if there is only its indent before. */
static gsize
find_indent (const LecternAlignSide *side, gsize start, gsize stop)
{
  gsize at = start;

  while (at > stop)
    if (side->text[at - 1] == ' ' || side->text[at - 1] == '\t')
      at--;
    else if (at >= stop + 3 && is_wide_blank (side->text + at - 3))
      at -= 3;
    else
      break;
  return at == 0 || side->text[at - 1] == '\n' || side->text[at - 1] == '\r' ? at : start;
}

static void
add_item (Reader *reader, LecternNode *node, gboolean leaf, gsize start)
{
  GArray *items = reader->side->items;
  LecternAlignItem item = { .node = node,
                            .parent = reader->parent,
                            .match = -1,
                            .kind = (guint8)lectern_node_get_kind (node),
                            .leaf = (guint8)leaf };

  item.class = leaf && item.kind == LECTERN_NODE_POINT ? CLASS_BODY : class_of (item.kind);
  item.start = start;
  item.next = items->len + 1;
  g_array_append_val (items, item);
  if (!leaf)
    reader->parent = (gint32)items->len - 1;
}

static void
add_leaf (Reader *reader, LecternNode *node, gsize start)
{
  GArray *items = reader->side->items;
  gsize stop = 0;

  for (guint i = items->len; i-- > 0 && stop == 0;)
    if (_lectern_align_item (reader->side, i)->leaf)
      stop = _lectern_align_item (reader->side, i)->start;
  add_item (reader, node, TRUE, find_indent (reader->side, start, stop));
}

/* What begins with an item of its own has no text before it. */
static gboolean
begins_with_item (LecternNode *node)
{
  LecternNode *first = lectern_node_get_first_child (node);
  LecternSpan span, inner;

  if (first == NULL)
    return FALSE;
  switch (lectern_node_get_kind (first))
    {
    case LECTERN_NODE_SERIES:
    case LECTERN_NODE_BOILERPLATE:
    case LECTERN_NODE_DIRECTIVE:
    case LECTERN_NODE_PARAGRAPH:
    case LECTERN_NODE_ENTRY:
      lectern_node_get_span (node, &span);
      lectern_node_get_span (first, &inner);
      return inner.start == span.start;
    default:
      return FALSE;
    }
}

static void
enter (Reader *reader, LecternNode *node)
{
  LecternNodeKind kind = lectern_node_get_kind (node);
  LecternNode *first = lectern_node_get_first_child (node);
  LecternSpan span;

  if (class_of (kind) == CLASS_NONE)
    return;
  lectern_node_get_span (node, &span);
  if (kind == LECTERN_NODE_SPEECH || kind == LECTERN_NODE_SECTION || kind == LECTERN_NODE_POINT)
    add_item (reader, node, FALSE, span.start);
  if (kind == LECTERN_NODE_SPEECH || kind == LECTERN_NODE_SECTION || begins_with_item (node)
      || (kind == LECTERN_NODE_POINT && first != NULL
          && lectern_node_get_kind (first) == LECTERN_NODE_PARAGRAPH))
    return;
  add_leaf (reader, node, span.start);
}

/* What goes on behind a series, or behind what cut it in two, is a leaf again. */
static void
resume (Reader *reader, LecternNode *node)
{
  LecternNode *around = lectern_node_get_parent (node);
  LecternNode *next = lectern_node_get_next (node);
  LecternNodeKind kind = around != NULL ? lectern_node_get_kind (around) : LECTERN_NODE_SPEECH;
  LecternSpan span, outer, following;

  if (kind != LECTERN_NODE_PARAGRAPH && kind != LECTERN_NODE_POINT)
    return;
  lectern_node_get_span (node, &span);
  lectern_node_get_span (around, &outer);
  if (next != NULL)
    lectern_node_get_span (next, &following);
  if (span.end == outer.end
      || (next != NULL && following.start == span.end
          && (lectern_node_get_kind (next) == LECTERN_NODE_SERIES
              || lectern_node_get_kind (next) == LECTERN_NODE_PARAGRAPH
              || lectern_node_get_kind (next) == LECTERN_NODE_BOILERPLATE
              || lectern_node_get_kind (next) == LECTERN_NODE_DIRECTIVE)))
    return;
  add_leaf (reader, around, span.end);
}

static void
leave (Reader *reader, LecternNode *node)
{
  switch (lectern_node_get_kind (node))
    {
    case LECTERN_NODE_SECTION:
    case LECTERN_NODE_POINT:
      {
        LecternAlignItem *item = _lectern_align_item (reader->side, (guint)reader->parent);

        item->next = reader->side->items->len;
        reader->parent = item->parent;
        break;
      }
    case LECTERN_NODE_SERIES:
    case LECTERN_NODE_BOILERPLATE:
    case LECTERN_NODE_DIRECTIVE:
      resume (reader, node);
      break;
    default:
      break;
    }
}

/* The words of a leaf: without its marker, and without blanks around them. */
static void
find_words (const LecternAlignSide *side, LecternAlignItem *item)
{
  LecternNode *marker = lectern_node_get_first_child (item->node);
  gsize at = item->start, end = item->end;
  LecternSpan span;

  if (marker != NULL && lectern_node_get_kind (marker) == LECTERN_NODE_MARKER)
    {
      lectern_node_get_span (marker, &span);
      if (span.start >= at && span.end <= end)
        at = span.end;
    }
  while (at < end && (is_blank (side->text[at]) || is_wide_blank (side->text + at)))
    at += is_blank (side->text[at]) ? 1 : 3;
  while (end > at)
    if (is_blank (side->text[end - 1]))
      end--;
    else if (end >= at + 3 && is_wide_blank (side->text + end - 3))
      end -= 3;
    else
      break;
  item->words = at;
  item->words_end = end;
}

/* A section is known by its heading, a point by its lead, or by how it begins. */
static void
find_title (LecternAlign *align, const LecternAlignSide *side, guint i)
{
  LecternAlignItem *item = _lectern_align_item (side, i);
  const LecternAlignItem *first;
  LecternNode *lead;
  LecternSpan span;

  if (item->next == i + 1)
    return;
  first = _lectern_align_item (side, i + 1);
  if (!first->leaf)
    return;
  span = (LecternSpan){ first->words, first->words_end };
  lead = lectern_node_get_first_child (first->node);
  if (lead != NULL && lectern_node_get_kind (lead) == LECTERN_NODE_MARKER)
    lead = lectern_node_get_next (lead);
  if (lead != NULL && lectern_node_get_kind (lead) == LECTERN_NODE_LEAD)
    lectern_node_get_span (lead, &span);
  item->title = _lectern_keys_add (&align->keys, side->text + span.start, span.end - span.start);
}

/* From the leaves to what holds them; children stand after their parents. */
static void
sum_up (LecternAlign *align, LecternAlignSide *side)
{
  gsize end = side->length;

  for (guint i = side->items->len; i-- > 0;)
    {
      LecternAlignItem *item = _lectern_align_item (side, i);
      LecternAlignItem *parent
          = item->parent >= 0 ? _lectern_align_item (side, (guint)item->parent) : NULL;

      if (item->leaf)
        {
          item->end = end;
          end = item->start;
          find_words (side, item);
          _lectern_sketch_text (&item->sketch, side->text + item->words,
                                item->words_end - item->words, &item->hash, &item->length);
        }
      else
        {
          if (item->next > i + 1)
            item->start = _lectern_align_item (side, i + 1)->start;
          else
            item->start = item->end = end;
          find_title (align, side, i);
        }
      if (parent == NULL)
        continue;
      parent->end = MAX (parent->end, item->end);
      parent->hash = _lectern_hash_bytes ((const char *)&item->hash, sizeof item->hash,
                                          parent->hash + item->class);
      parent->length += item->length;
      _lectern_sketch_merge (&parent->sketch, &item->sketch);
    }
}

static guint
find_leaf (const LecternAlignSide *side)
{
  guint i = 0;

  while (i < side->items->len && !_lectern_align_item (side, i)->leaf)
    i++;
  return i;
}

void
_lectern_align_read (LecternAlign *align, guint number)
{
  LecternAlignSide *side = &align->sides[number];
  LecternNode *root = lectern_document_get_root (side->document);
  Reader reader = { align, side, -1 };
  LecternWalker walker;
  LecternEvent event;
  guint first;

  side->items = g_array_new (FALSE, FALSE, sizeof (LecternAlignItem));
  lectern_walker_init (&walker, root);
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    if (event == LECTERN_EVENT_ENTER)
      enter (&reader, lectern_walker_get_node (&walker));
    else if (event == LECTERN_EVENT_LEAVE)
      leave (&reader, lectern_walker_get_node (&walker));
  first = find_leaf (side);
  if (first == side->items->len && side->length > 0)
    add_item (&reader, root, TRUE, 0);
  if (first < side->items->len)
    _lectern_align_item (side, first)->start = 0;
  _lectern_align_item (side, 0)->next = side->items->len;
  sum_up (align, side);
}
