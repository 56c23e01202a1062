/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-limits-private.h"
#include "base/lectern-source-private.h"
#include "language/lectern-numbering-private.h"
#include "model/lectern-builder-struct-private.h"
#include "model/lectern-content-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* The events of a builder, laid out as text and tree. In canonical layout markers, line ends and
 * the paragraphs of points are supplied; what is copied, and all in verbatim layout, stands as it
 * is. */

typedef struct
{
  guint8 kind;
  gboolean block;    /* stands on lines of its own */
  gboolean supplied; /* a paragraph that the caller did not begin */
  gboolean marker;   /* one is still to be supplied */
  gboolean started;  /* something that is no marker or blank stands in it */
  guint event;
  guint number; /* among the siblings of its kind */
  guint counts[LECTERN_N_KINDS];
} Frame;

typedef struct
{
  LecternBuilder *builder;
  LecternTree *tree;
  const LecternLanguage *language;
  GString *text;
  GArray *frames;
  GArray *copied; /* LecternCopiedText */
  GHashTable *numberings;
  GError *error;
} Layout;

/* What sections are usually numbered with, by depth; the last goes on for what is deeper. The
 * Chinese ones are those of GB/T 9704-2012, 7.3.3, the fifth that of practice. */
static const struct
{
  const char *language;
  gboolean spaced; /* a blank stands after the marker */
  const char *numberings[6];
} defaults[] = {
  { "en", TRUE, { "I.", "A.", "1.", "(a)", "i)", NULL } },
  { "ko", TRUE, { "1.", "(1)", "①", NULL } },
  { "", FALSE, { "一、", "（一）", "1.", "（1）", "①", NULL } },
};

static gsize
find_defaults (const char *language)
{
  gsize i = 0;

  while (language == NULL ? defaults[i].language[0] != '\0'
                          : !g_str_has_prefix (language, defaults[i].language))
    i++;
  return i;
}

static Frame *
top (Layout *layout)
{
  return &g_array_index (layout->frames, Frame, layout->frames->len - 1);
}

static Frame *
below_top (Layout *layout)
{
  return &g_array_index (layout->frames, Frame, layout->frames->len - 2);
}

static void
set_structure_error (Layout *layout, const char *message)
{
  g_autoptr (GString) path = g_string_new (NULL);

  if (layout->error != NULL)
    return;
  for (guint i = 1; i < layout->frames->len; i++)
    {
      const Frame *frame = &g_array_index (layout->frames, Frame, i);

      g_string_append_printf (path, "%s%s[%u]", i > 1 ? "/" : "",
                              lectern_node_kind_get_element (frame->kind), frame->number);
    }
  _lectern_set_error (&layout->error, LECTERN_ERROR_STRUCTURE, path->len > 0 ? path->str : "speech",
                      NULL, "%s", message);
}

/* Marker and lead come first, a lead only in a point, a heading first in its section. */
static gboolean
is_in_order (Layout *layout, const Frame *parent, guint8 kind)
{
  switch (kind)
    {
    case LECTERN_NODE_HEADING:
      return !parent->started;
    case LECTERN_NODE_MARKER:
    case LECTERN_NODE_LEAD:
      if (parent->kind == LECTERN_NODE_PARAGRAPH
          && (below_top (layout)->kind != LECTERN_NODE_POINT
              || below_top (layout)->counts[LECTERN_NODE_PARAGRAPH] > 1))
        return FALSE;
      return !parent->started && parent->counts[kind] == 0
             && (kind == LECTERN_NODE_LEAD || parent->counts[LECTERN_NODE_LEAD] == 0);
    default:
      return TRUE;
    }
}

static void
check_child (Layout *layout, guint8 kind)
{
  Frame *parent = top (layout);
  g_autofree char *message = NULL;

  if (_lectern_kind_may_hold ((LecternNodeKind)parent->kind, (LecternNodeKind)kind)
      && is_in_order (layout, parent, kind))
    return;
  message = g_strdup_printf ("a %s cannot stand here", lectern_node_kind_get_element (kind));
  set_structure_error (layout, message);
}

/* Whether what begins in `parent` stands on lines of its own. */
static gboolean
is_block_in (const Frame *parent)
{
  return _lectern_kind_holds_lines ((LecternNodeKind)parent->kind)
         || (parent->block
             && (parent->kind == LECTERN_NODE_SERIES || parent->kind == LECTERN_NODE_POINT));
}

/* `trusted`: the node stands where it stood in another document. */
static Frame *
push (Layout *layout, guint8 kind, guint event, gboolean trusted)
{
  Frame frame = { .kind = kind, .event = event };

  if (layout->frames->len > 0)
    {
      Frame *parent = top (layout);

      if (!trusted)
        check_child (layout, kind);
      frame.block = is_block_in (parent);
      frame.number = ++parent->counts[kind];
      parent->started = parent->started || kind != LECTERN_NODE_MARKER;
    }
  _lectern_tree_open (layout->tree, (LecternNodeKind)kind, (guint32)layout->text->len);
  g_array_append_val (layout->frames, frame);
  return top (layout);
}

static void
pop (Layout *layout)
{
  _lectern_tree_close (layout->tree, (guint32)layout->text->len);
  g_array_set_size (layout->frames, layout->frames->len - 1);
}

/* The numbering of a section or series; a section without one gets that of its depth. */
static LecternNumbering *
find_numbering (Layout *layout, const Frame *owner)
{
  LecternBuildEvent *event = LECTERN_BUILD_EVENT (layout->builder, owner->event);
  LecternNode *node = &layout->tree->nodes[event->node];
  const char *const *list;
  LecternNumbering *numbering;
  guint level;

  if (event->numbering != NULL || owner->kind != LECTERN_NODE_SECTION)
    return event->numbering;
  list = defaults[find_defaults (layout->builder->language)].numberings;
  for (level = 1; level < node->level && list[level] != NULL; level++)
    ;
  node->attributes = _lectern_attributes_change (&layout->tree->attributes, node->attributes,
                                                 LECTERN_ATTRIBUTE_NUMBERING, list[level - 1]);
  numbering = g_hash_table_lookup (layout->numberings, list[level - 1]);
  if (numbering == NULL)
    {
      numbering = lectern_numbering_new_from_string (list[level - 1], &layout->error);
      if (numbering != NULL)
        g_hash_table_insert (layout->numberings, (char *)list[level - 1], numbering);
    }
  return numbering;
}

/* Supplies the marker of the innermost heading, point, or paragraph of a point. */
static void
supply_marker (Layout *layout)
{
  guint i = layout->frames->len - 1;
  const Frame *member;
  const Frame *owner;
  LecternNumbering *numbering;
  const char *number;
  guint members;
  g_autofree char *marker = NULL;

  top (layout)->marker = FALSE;
  /* A heading's number is its section's, a paragraph's its point's. */
  if (top (layout)->kind != LECTERN_NODE_POINT)
    i--;
  member = &g_array_index (layout->frames, Frame, i);
  owner = member->kind == LECTERN_NODE_SECTION ? member : member - 1;
  members = LECTERN_BUILD_EVENT (layout->builder, owner->event)->members;
  numbering = find_numbering (layout, owner);
  number = _lectern_attributes_get (
      &layout->tree->attributes, LECTERN_BUILD_EVENT (layout->builder, member->event)->attributes,
      LECTERN_ATTRIBUTE_NUMBER);
  if (numbering == NULL || layout->error != NULL)
    return;
  marker = _lectern_numbering_dup_marker_of (
      numbering, number != NULL ? (guint)g_ascii_strtoull (number, NULL, 10) : member->number,
      owner == member ? 0 : members, &layout->error);
  if (marker == NULL)
    return;
  push (layout, LECTERN_NODE_MARKER, 0, FALSE);
  g_string_append (layout->text, marker);
  pop (layout);
  if (defaults[find_defaults (layout->builder->language)].spaced && !g_str_has_suffix (marker, " "))
    g_string_append_c (layout->text, ' ');
}

static void
end_line (Layout *layout)
{
  g_string_append_c (layout->text, '\n');
}

/* Begins the paragraph that the contents of a point on its own line stand in. */
static void
supply_paragraph (Layout *layout)
{
  gboolean marker = top (layout)->marker;

  top (layout)->marker = FALSE;
  push (layout, LECTERN_NODE_PARAGRAPH, 0, FALSE);
  top (layout)->supplied = TRUE;
  top (layout)->marker = marker;
}

static void
end_supplied_paragraph (Layout *layout)
{
  if (!top (layout)->supplied)
    return;
  if (top (layout)->marker)
    supply_marker (layout);
  pop (layout);
  end_line (layout);
}

static gboolean
is_at_line_start (Layout *layout)
{
  gsize length = layout->text->len;

  return length == 0 || layout->text->str[length - 1] == '\n'
         || layout->text->str[length - 1] == '\r';
}

/* Before something (text, or a node of a kind) comes into the innermost frame. */
static void
prepare (Layout *layout, gboolean text, guint8 kind)
{
  gboolean paragraph = !text && kind == LECTERN_NODE_PARAGRAPH;
  gboolean in_point;

  if (paragraph)
    end_supplied_paragraph (layout);
  in_point = top (layout)->kind == LECTERN_NODE_POINT && top (layout)->block;
  if ((!text || in_point) && is_block_in (top (layout)) && !is_at_line_start (layout))
    end_line (layout);
  if (paragraph)
    return;
  /* A series is in the line with which a point begins, and beneath the paragraphs that it has. */
  if (in_point
      && (text || !top (layout)->started
          || (kind != LECTERN_NODE_SERIES && kind != LECTERN_NODE_BOILERPLATE
              && kind != LECTERN_NODE_DIRECTIVE)))
    supply_paragraph (layout);
  if (!text && kind == LECTERN_NODE_MARKER)
    top (layout)->marker = FALSE;
  else if (top (layout)->marker)
    supply_marker (layout);
}

static void
begin (Layout *layout, guint index, gboolean supplying)
{
  LecternBuildEvent *event = LECTERN_BUILD_EVENT (layout->builder, index);
  gboolean marker = FALSE;
  Frame *frame;
  LecternNode *node;

  if (supplying
      || ((event->flags & LECTERN_BUILD_OUTMOST) != 0
          && layout->builder->layout == LECTERN_LAYOUT_CANONICAL))
    prepare (layout, FALSE, event->kind);
  if (event->kind == LECTERN_NODE_PARAGRAPH && top (layout)->kind == LECTERN_NODE_POINT)
    {
      marker = top (layout)->marker;
      top (layout)->marker = FALSE;
    }
  else if (event->kind == LECTERN_NODE_HEADING)
    marker = top (layout)->kind == LECTERN_NODE_SECTION;
  else if (event->kind == LECTERN_NODE_POINT && top (layout)->kind == LECTERN_NODE_SERIES)
    marker = LECTERN_BUILD_EVENT (layout->builder, top (layout)->event)->numbering != NULL;
  event->node = layout->tree->n_nodes;
  frame = push (layout, event->kind, index,
                (event->flags & (LECTERN_BUILD_COPIED | LECTERN_BUILD_OUTMOST))
                    == LECTERN_BUILD_COPIED);
  frame->marker = marker && supplying;
  node = &layout->tree->nodes[event->node];
  node->attributes = event->attributes;
  node->confidence = event->percent;
  if (event->level > 0)
    node->level = (guint16)MIN (event->level, G_MAXUINT16);
}

static void
end (Layout *layout, const LecternBuildEvent *event, gboolean supplying)
{
  gboolean line;

  if (supplying)
    {
      end_supplied_paragraph (layout);
      if (top (layout)->marker && top (layout)->kind == LECTERN_NODE_POINT && top (layout)->block)
        {
          supply_paragraph (layout);
          end_supplied_paragraph (layout);
        }
      else if (top (layout)->marker)
        supply_marker (layout);
    }
  line = top (layout)->block && _lectern_kind_is_line ((LecternNodeKind)top (layout)->kind);
  if ((event->flags & LECTERN_BUILD_COPIED) != 0)
    /* The end of the text that it comes from may lack its line end. */
    line = (event->flags & LECTERN_BUILD_OUTMOST) != 0 && top (layout)->block
           && (line || !is_at_line_start (layout));
  pop (layout);
  if (line && layout->builder->layout == LECTERN_LAYOUT_CANONICAL)
    end_line (layout);
}

static gboolean
is_blank (const char *text, gsize length)
{
  gsize at = 0;
  guint n = 1;

  while (at < length && n > 0)
    {
      n = text[at] == '\n' || text[at] == '\r' ? 1 : _lectern_blank_after (text, length, at);
      at += n;
    }
  return n > 0;
}

static void
add_text (Layout *layout, const LecternBuildEvent *event, gboolean supplying)
{
  const char *text = (const char *)layout->builder->text->data;
  gboolean blank;

  if (supplying)
    prepare (layout, TRUE, 0);
  if (event->source > 0)
    {
      LecternDocument *document = g_ptr_array_index (layout->builder->documents, event->source - 1);
      LecternCopiedText copied
          = { event->source, event->start, event->length, (guint32)layout->text->len };

      text = _lectern_source_get_text (document->source, NULL);
      g_array_append_val (layout->copied, copied);
    }
  text += event->start;
  blank = is_blank (text, event->length);
  if (!blank && event->source == 0
      && !_lectern_kind_may_hold_text ((LecternNodeKind)top (layout)->kind))
    set_structure_error (layout, "text cannot stand here");
  top (layout)->started = top (layout)->started || !blank;
  g_string_append_len (layout->text, text, (gssize)event->length);
}

static void
add_links (Layout *layout)
{
  LecternBuilder *builder = layout->builder;

  for (guint i = 0; i < builder->links->len; i++)
    {
      const LecternTarget *link = &g_array_index (builder->links, LecternTarget, i);

      _lectern_tree_add_target (layout->tree,
                                LECTERN_BUILD_EVENT (builder, link->announcement)->node,
                                LECTERN_BUILD_EVENT (builder, link->target)->node);
    }
  for (guint i = 0; i < builder->copied_links->len; i++)
    {
      const LecternCopiedLink *link = &g_array_index (builder->copied_links, LecternCopiedLink, i);
      gpointer target;

      if (g_hash_table_lookup_extended (builder->copies, link->target, NULL, &target))
        _lectern_tree_add_target (layout->tree, LECTERN_BUILD_EVENT (builder, link->event)->node,
                                  LECTERN_BUILD_EVENT (builder, GPOINTER_TO_UINT (target))->node);
    }
}

static void
replay (Layout *layout)
{
  LecternBuilder *builder = layout->builder;

  push (layout, LECTERN_NODE_SPEECH, 0, TRUE);
  layout->tree->nodes[0].attributes = LECTERN_BUILD_EVENT (builder, 0)->attributes;
  for (guint i = 1; i < builder->events->len && layout->error == NULL; i++)
    {
      const LecternBuildEvent *event = LECTERN_BUILD_EVENT (builder, i);
      gboolean copied = (event->flags & LECTERN_BUILD_COPIED) != 0;
      gboolean supplying = builder->layout == LECTERN_LAYOUT_CANONICAL && !copied;

      if (event->type == LECTERN_BUILD_BEGIN)
        /* What is copied has what it needs, but its parent may lack something before it. */
        begin (layout, i, supplying);
      else if (event->type == LECTERN_BUILD_END)
        end (layout, event, supplying);
      else
        add_text (layout, event, supplying);
    }
  if (layout->error == NULL)
    add_links (layout);
}

LecternDocument *
_lectern_builder_lay_out (LecternBuilder *builder, GError **error)
{
  Layout layout = { .builder = builder, .tree = &builder->tree };
  LecternDocument *document = NULL;

  if (builder->error == NULL && builder->open->len > 1)
    _lectern_set_error (&builder->error, LECTERN_ERROR_STRUCTURE, NULL, NULL,
                        "%u nodes were not ended", builder->open->len - 1);
  if (builder->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&builder->error));
      return NULL;
    }
  layout.text = g_string_sized_new (builder->length + builder->length / 8);
  layout.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  layout.copied = g_array_new (FALSE, FALSE, sizeof (LecternCopiedText));
  layout.numberings
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)lectern_numbering_unref);
  replay (&layout);
  if (layout.error == NULL && layout.text->len > LECTERN_MAX_TEXT_BYTES)
    _lectern_set_error (&layout.error, LECTERN_ERROR_LIMIT, NULL, NULL, "the text is too long");
  if (layout.error == NULL)
    {
      g_autoptr (GBytes) text = g_bytes_new (layout.text->str, layout.text->len);

      builder->source = _lectern_source_new_checked (text);
      document = _lectern_builder_make_document (builder);
      _lectern_builder_record_origin (builder, document, layout.copied);
    }
  else
    g_propagate_error (error, layout.error);
  g_string_free (layout.text, TRUE);
  g_array_unref (layout.frames);
  g_array_unref (layout.copied);
  g_hash_table_unref (layout.numberings);
  return document;
}
