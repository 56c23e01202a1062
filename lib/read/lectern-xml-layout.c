/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-builder-private.h"
#include "read/lectern-xml-private.h"

#include <string.h>

/* XML written by hand: white space that only sets out the tags is taken away, and the builder lays
 * the text out. */

#define KIND(NAME) (1u << LECTERN_NODE_##NAME)

/* These fill a line of their own, unless they stand in one; what is in them is inline. */
#define LINES                                                                                      \
  (KIND (TITLE) | KIND (BYLINE) | KIND (SALUTATION) | KIND (THANKS) | KIND (HEADING)               \
   | KIND (PARAGRAPH) | KIND (ENTRY) | KIND (BOILERPLATE) | KIND (DIRECTIVE))

/* These never stand in a line, others do where one is open. */
#define CONTAINERS                                                                                 \
  (KIND (SPEECH) | KIND (OUTLINE) | KIND (OPENING) | KIND (CLOSING) | KIND (SECTION)               \
   | KIND (SERIES) | KIND (POINT))

typedef struct
{
  LecternXmlContent *content;
  GString *out;
  GArray *kinds; /* guint8: of the open elements */
  guint lines;   /* open ones among them */
  guint32 event; /* the next */
  gunichar last; /* the character before, 0 at the start of a line */
  /* White space with a line end in it, whose fate depends on what follows: a blank that may have to
   * go, and the first event after it. */
  gboolean pending;
  gsize blank;
  guint32 blank_event;
} Layout;

static gboolean
is_wide (gunichar c)
{
  /* Quotation marks and dashes are as wide as the script around them; there, as wide as ours. */
  return g_unichar_iswide (c) || (g_unichar_iswide_cjk (c) && g_unichar_ispunct (c));
}

static LecternXmlEvent *
get_event (Layout *layout, guint32 event)
{
  return &layout->content->events[event];
}

static void
drop_pending (Layout *layout)
{
  if (!layout->pending)
    return;
  layout->pending = FALSE;
  g_string_erase (layout->out, (gssize)layout->blank, 1);
  for (guint32 i = layout->blank_event; i < layout->event; i++)
    get_event (layout, i)->offset--;
}

static void
add_space (Layout *layout, const char *space, gsize length)
{
  if (layout->pending || layout->last == 0)
    return;
  if (memchr (space, '\n', length) == NULL && memchr (space, '\r', length) == NULL)
    {
      g_string_append_len (layout->out, space, (gssize)length);
      layout->last = ' ';
      return;
    }
  layout->pending = TRUE;
  layout->blank = layout->out->len;
  layout->blank_event = layout->event;
  g_string_append_c (layout->out, ' ');
  /* Outside of what has only just begun. */
  while (get_event (layout, layout->blank_event - 1)->kind != LECTERN_XML_END
         && get_event (layout, layout->blank_event - 1)->offset == layout->blank)
    get_event (layout, --layout->blank_event)->offset++;
}

static void
add_word (Layout *layout, const char *word, gsize length)
{
  gunichar first = g_utf8_get_char (word);
  const char *last = word + length - 1;

  while (((guint8)*last & 0xc0) == 0x80)
    last--;
  if (layout->pending && (layout->last == ' ' || (is_wide (layout->last) && is_wide (first))))
    drop_pending (layout);
  layout->pending = FALSE;
  g_string_append_len (layout->out, word, (gssize)length);
  layout->last = g_utf8_get_char (last);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
add_text (Layout *layout, const char *text, gsize length)
{
  guint8 owner = g_array_index (layout->kinds, guint8, layout->kinds->len - 1);
  gsize at = 0;

  while (at < length)
    {
      gsize start = at;
      gboolean space = is_space (text[at]);

      while (at < length && is_space (text[at]) == space)
        at++;
      if (!space)
        add_word (layout, text + start, at - start);
      else if (layout->lines > 0 || (1u << owner & CONTAINERS) == 0)
        add_space (layout, text + start, at - start);
    }
}

static void
break_line (Layout *layout, guint8 kind)
{
  if (layout->lines == 0 && (1u << kind & (LINES | CONTAINERS)) != 0)
    {
      drop_pending (layout);
      layout->last = 0;
    }
}

static void
begin (Layout *layout, guint8 kind)
{
  break_line (layout, kind);
  layout->lines += (1u << kind & LINES) != 0;
  g_array_append_val (layout->kinds, kind);
}

static void
end (Layout *layout)
{
  guint8 kind = g_array_index (layout->kinds, guint8, layout->kinds->len - 1);

  g_array_set_size (layout->kinds, layout->kinds->len - 1);
  layout->lines -= (1u << kind & LINES) != 0;
  break_line (layout, kind);
}

/* Rewrites the text and the offsets of the events. */
static void
collapse (LecternXmlContent *content)
{
  Layout layout = { .content = content };
  guint32 done = 0;

  layout.out = g_string_sized_new (content->length);
  layout.kinds = g_array_new (FALSE, FALSE, sizeof (guint8));
  for (layout.event = 0; layout.event < content->n_events; layout.event++)
    {
      LecternXmlEvent *event = get_event (&layout, layout.event);
      guint32 offset = event->offset;

      if (offset > done)
        add_text (&layout, content->text + done, offset - done);
      done = offset;
      if (event->kind == LECTERN_XML_END)
        end (&layout);
      else
        begin (&layout, event->kind);
      event->offset = (guint32)layout.out->len;
      /* A blank at the end goes out of what ends. */
      if (layout.pending && event->kind == LECTERN_XML_END && layout.blank_event == layout.event)
        {
          event->offset = (guint32)layout.blank;
          layout.blank_event++;
        }
    }
  drop_pending (&layout);
  g_free (content->text);
  content->length = layout.out->len;
  content->text = g_string_free (layout.out, FALSE);
  g_array_unref (layout.kinds);
}

typedef struct
{
  LecternBuilder *builder;
  guint *indices; /* by event, as the builder gave them */
} Links;

static void
link_events (gpointer data, guint32 announcement, guint32 target)
{
  Links *links = data;

  lectern_builder_link (links->builder, links->indices[announcement], links->indices[target]);
}

static guint
begin_node (LecternXmlContent *content, LecternBuilder *builder, const LecternXmlEvent *event)
{
  const LecternXmlList *list = &g_array_index (content->lists, LecternXmlList, event->list);
  guint index = lectern_builder_begin (builder, event->kind);

  for (guint i = 0; i < list->n_attributes; i++)
    {
      const LecternXmlPair *pair
          = &g_array_index (content->attributes, LecternXmlPair, list->first + i);

      lectern_builder_set_property (builder, _lectern_xml_attribute_name (pair->attribute),
                                    content->values->str + pair->value);
    }
  return index;
}

static void
build (LecternXmlContent *content, Links *links)
{
  guint32 done = 0;

  /* The first event and the last are those of the speech, which the builder has open already. */
  for (guint32 i = 1; i + 1 < content->n_events; i++)
    {
      const LecternXmlEvent *event = &content->events[i];

      if (event->offset > done)
        lectern_builder_add_text (links->builder, content->text + done,
                                  (gssize)(event->offset - done));
      done = event->offset;
      if (event->kind == LECTERN_XML_END)
        lectern_builder_end (links->builder);
      else
        links->indices[i] = begin_node (content, links->builder, event);
    }
}

LecternDocument *
_lectern_xml_lay_out (LecternXmlContent *content, GError **error)
{
  g_autoptr (LecternBuilder) builder = lectern_builder_new (content->language);
  g_autofree guint *indices = g_new0 (guint, content->n_events);
  Links links = { builder, indices };

  collapse (content);
  _lectern_builder_set_origin (builder, content->encoding, content->bom, content->options);
  for (guint i = 0; i < content->notes->len; i++)
    _lectern_builder_add_note (builder, g_ptr_array_index (content->notes, i));
  build (content, &links);
  if (!_lectern_xml_content_link (content, link_events, &links, error))
    return NULL;
  return lectern_builder_finish (builder, error);
}
