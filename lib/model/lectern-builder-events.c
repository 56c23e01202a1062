/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-limits-private.h"
#include "base/lectern-utf8-private.h"
#include "model/lectern-builder-struct-private.h"
#include "model/lectern-content-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* What the caller of a builder says is written down as events; the text is laid out when all of it
 * is known (lectern-builder-layout.c). The first mistake is remembered for the end. */

static void
clear_event (gpointer data)
{
  LecternBuildEvent *event = data;

  g_clear_pointer (&event->numbering, lectern_numbering_unref);
}

static LecternBuildEvent *
add_event (LecternBuilder *builder, LecternBuildType type, LecternNodeKind kind)
{
  LecternBuildEvent event = { .type = (guint8)type, .kind = (guint8)kind, .percent = 100 };

  g_array_append_val (builder->events, event);
  return LECTERN_BUILD_EVENT (builder, builder->events->len - 1);
}

void
_lectern_builder_init_events (LecternBuilder *builder)
{
  guint root = 0;

  builder->events = g_array_new (FALSE, FALSE, sizeof (LecternBuildEvent));
  g_array_set_clear_func (builder->events, clear_event);
  builder->open = g_array_new (FALSE, FALSE, sizeof (guint));
  builder->text = g_byte_array_new ();
  builder->documents = g_ptr_array_new_with_free_func (g_object_unref);
  builder->set_maps = g_ptr_array_new_with_free_func (g_free);
  builder->links = g_array_new (FALSE, FALSE, sizeof (LecternTarget));
  builder->copied_links = g_array_new (FALSE, FALSE, sizeof (LecternCopiedLink));
  builder->copies = g_hash_table_new (NULL, NULL);
  builder->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_event (builder, LECTERN_BUILD_BEGIN, LECTERN_NODE_SPEECH);
  g_array_append_val (builder->open, root);
}

void
_lectern_builder_clear_events (LecternBuilder *builder)
{
  g_clear_pointer (&builder->events, g_array_unref);
  g_clear_pointer (&builder->open, g_array_unref);
  g_clear_pointer (&builder->text, g_byte_array_unref);
  g_clear_pointer (&builder->documents, g_ptr_array_unref);
  g_clear_pointer (&builder->set_maps, g_ptr_array_unref);
  g_clear_pointer (&builder->links, g_array_unref);
  g_clear_pointer (&builder->copied_links, g_array_unref);
  g_clear_pointer (&builder->copies, g_hash_table_unref);
  g_clear_pointer (&builder->ids, g_hash_table_unref);
  g_clear_error (&builder->error);
}

static GError **
first_error (LecternBuilder *builder)
{
  return builder->error == NULL ? &builder->error : NULL;
}

static guint
innermost (LecternBuilder *builder)
{
  return g_array_index (builder->open, guint, builder->open->len - 1);
}

/* Whether the builder is one that the caller may speak to. */
static gboolean
is_open (LecternBuilder *builder)
{
  return builder->events != NULL && !builder->finished;
}

static guint
begin (LecternBuilder *builder, LecternNodeKind kind)
{
  guint index = builder->events->len;

  if (kind == LECTERN_NODE_POINT)
    LECTERN_BUILD_EVENT (builder, innermost (builder))->members++;
  add_event (builder, LECTERN_BUILD_BEGIN, kind);
  g_array_append_val (builder->open, index);
  builder->last = index;
  return index;
}

/**
 * lectern_builder_begin:
 * @builder: a builder
 * @kind: a kind, not `LECTERN_NODE_SPEECH`, which is open from the start
 *
 * Begins a node within the one that is open. It goes on until [method@Lectern.Builder.end].
 *
 * Returns: a number for [method@Lectern.Builder.link]
 */
guint
lectern_builder_begin (LecternBuilder *builder, LecternNodeKind kind)
{
  g_return_val_if_fail (LECTERN_IS_BUILDER (builder), 0);
  g_return_val_if_fail (is_open (builder), 0);
  g_return_val_if_fail ((guint)kind < LECTERN_N_KINDS, 0);

  return begin (builder, kind);
}

/**
 * lectern_builder_begin_series:
 * @builder: a builder
 * @numbering: (nullable): what its points are numbered with, or %NULL for points without markers
 *
 * Begins a series. Within a paragraph its points stand in the line, and what is between them is the
 * caller's text; elsewhere each point gets a line.
 *
 * Returns: a number for [method@Lectern.Builder.link]
 */
guint
lectern_builder_begin_series (LecternBuilder *builder, LecternNumbering *numbering)
{
  g_autofree char *string = NULL;
  guint index;

  g_return_val_if_fail (LECTERN_IS_BUILDER (builder), 0);
  g_return_val_if_fail (is_open (builder), 0);

  index = begin (builder, LECTERN_NODE_SERIES);
  if (numbering == NULL)
    return index;
  string = lectern_numbering_to_string (numbering);
  lectern_builder_set_property (builder, LECTERN_PROPERTY_NUMBERING, string);
  /* As it is, for the string may be read in another way. */
  clear_event (LECTERN_BUILD_EVENT (builder, index));
  LECTERN_BUILD_EVENT (builder, index)->numbering = lectern_numbering_ref (numbering);
  return index;
}

/**
 * lectern_builder_end:
 * @builder: a builder
 *
 * Ends the node that was begun last and is still open.
 */
void
lectern_builder_end (LecternBuilder *builder)
{
  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));

  if (builder->open->len == 1)
    {
      _lectern_set_error (first_error (builder), LECTERN_ERROR_STRUCTURE, NULL, NULL,
                          "no node is open that could end");
      return;
    }
  add_event (builder, LECTERN_BUILD_END, LECTERN_BUILD_EVENT (builder, innermost (builder))->kind);
  g_array_set_size (builder->open, builder->open->len - 1);
}

static void
set_numbering (LecternBuilder *builder, LecternBuildEvent *event, const char *string)
{
  clear_event (event);
  if (string != NULL)
    event->numbering = lectern_numbering_new_from_string (string, first_error (builder));
}

/**
 * lectern_builder_set_property:
 * @builder: a builder
 * @name: the name of a property, such as `LECTERN_PROPERTY_KEY`, or `level` for an entry
 * @value: (nullable): the value, or %NULL to take the property away
 *
 * Sets a property of the node that was begun last, whether it is open or not; before any was begun,
 * of the speech.
 */
void
lectern_builder_set_property (LecternBuilder *builder, const char *name, const char *value)
{
  LecternBuildEvent *event;
  int id;

  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));
  g_return_if_fail (name != NULL);

  event = LECTERN_BUILD_EVENT (builder, builder->last);
  if (event->kind == LECTERN_NODE_ENTRY && strcmp (name, "level") == 0)
    {
      event->level = value != NULL ? (guint32)g_ascii_strtoull (value, NULL, 10) : 0;
      return;
    }
  id = _lectern_attribute_from_name (name);
  if (id < 0 || !_lectern_kind_has_attribute (event->kind, (LecternAttributeId)id)
      || (value != NULL && !g_utf8_validate (value, -1, NULL)))
    {
      _lectern_set_error (first_error (builder), LECTERN_ERROR_STRUCTURE, NULL, NULL,
                          "%s cannot have the property “%s”",
                          lectern_node_kind_get_element (event->kind), name);
      return;
    }
  if (id == LECTERN_ATTRIBUTE_ID && value != NULL
      && !g_hash_table_add (builder->ids, g_strdup (value)))
    _lectern_set_error (first_error (builder), LECTERN_ERROR_STRUCTURE, NULL, NULL,
                        "there are two nodes “%s”", value);
  if (id == LECTERN_ATTRIBUTE_NUMBERING)
    set_numbering (builder, event, value);
  event->attributes = _lectern_attributes_change (&builder->tree.attributes, event->attributes,
                                                  (LecternAttributeId)id, value);
}

/**
 * lectern_builder_set_confidence:
 * @builder: a builder
 * @confidence: from 0 to 1
 *
 * Says how sure the caller is of the node that was begun last.
 */
void
lectern_builder_set_confidence (LecternBuilder *builder, double confidence)
{
  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));

  LECTERN_BUILD_EVENT (builder, builder->last)->percent
      = (guint8)(CLAMP (confidence, 0.0, 1.0) * 100.0 + 0.5);
}

/**
 * lectern_builder_link:
 * @builder: a builder
 * @announcement: the number of an announcement
 * @target: the number of a section or series
 *
 * Says that an announcement announces a section or series; any time before the end.
 */
void
lectern_builder_link (LecternBuilder *builder, guint announcement, guint target)
{
  LecternTarget link = { announcement, target };

  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));

  if (announcement >= builder->events->len || target >= builder->events->len
      || LECTERN_BUILD_EVENT (builder, announcement)->type != LECTERN_BUILD_BEGIN
      || LECTERN_BUILD_EVENT (builder, target)->type != LECTERN_BUILD_BEGIN
      || LECTERN_BUILD_EVENT (builder, announcement)->kind != LECTERN_NODE_ANNOUNCEMENT
      || (LECTERN_BUILD_EVENT (builder, target)->kind != LECTERN_NODE_SECTION
          && LECTERN_BUILD_EVENT (builder, target)->kind != LECTERN_NODE_SERIES))
    _lectern_set_error (first_error (builder), LECTERN_ERROR_STRUCTURE, NULL, NULL,
                        "%u and %u are no announcement and no section or series", announcement,
                        target);
  else
    g_array_append_val (builder->links, link);
}

/* Whether there is still room for so much text. */
static gboolean
reserve_text (LecternBuilder *builder, gsize length)
{
  if (length > LECTERN_MAX_TEXT_BYTES / 2 - builder->length)
    {
      _lectern_set_error (first_error (builder), LECTERN_ERROR_LIMIT, NULL, NULL,
                          "a document that is put together cannot be longer than %" G_GSIZE_FORMAT
                          " bytes",
                          LECTERN_MAX_TEXT_BYTES / 2);
      return FALSE;
    }
  builder->length += length;
  return TRUE;
}

static void
add_text (LecternBuilder *builder, const char *text, gsize length)
{
  LecternBuildEvent *event;
  gsize bad_offset;

  if (length == 0 || !reserve_text (builder, length))
    return;
  if (!_lectern_utf8_check (text, length, &bad_offset))
    {
      _lectern_set_error (first_error (builder), LECTERN_ERROR_ENCODING, NULL, NULL,
                          "the text is not UTF-8 at byte %" G_GSIZE_FORMAT, bad_offset);
      return;
    }
  event = add_event (builder, LECTERN_BUILD_TEXT, 0);
  event->start = builder->text->len;
  event->length = (guint32)length;
  g_byte_array_append (builder->text, (const guint8 *)text, (guint)length);
}

/**
 * lectern_builder_add_text:
 * @builder: a builder
 * @text: (array length=length) (element-type guint8): text in UTF-8
 * @length: its length in bytes, or -1 if it ends with NUL
 *
 * Adds text to the node that is open.
 */
void
lectern_builder_add_text (LecternBuilder *builder, const char *text, gssize length)
{
  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));
  g_return_if_fail (text != NULL || length == 0);

  add_text (builder, text, length < 0 ? strlen (text) : (gsize)length);
}

/**
 * lectern_builder_add_bytes:
 * @builder: a builder
 * @text: text in UTF-8, which may hold NUL
 *
 * Adds text to the node that is open.
 */
void
lectern_builder_add_bytes (LecternBuilder *builder, GBytes *text)
{
  gsize length;
  const char *data;

  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));
  g_return_if_fail (text != NULL);

  data = g_bytes_get_data (text, &length);
  add_text (builder, data, length);
}

/**
 * lectern_builder_add_placeholder:
 * @builder: a builder
 * @name: (nullable): the name of the field
 * @kind: (nullable): what belongs there, such as `LECTERN_PLACEHOLDER_COUNT`
 * @mask: (nullable): what stands in its place, such as `X`; with %NULL, `{{name}}`
 *
 * Adds a placeholder to the node that is open. One that is written `{{…}}` is a declared field, any
 * other is to be filled in.
 */
void
lectern_builder_add_placeholder (LecternBuilder *builder, const char *name, const char *kind,
                                 const char *mask)
{
  g_autofree char *declared = NULL;

  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));
  g_return_if_fail (name != NULL || mask != NULL);

  if (mask == NULL)
    mask = declared = g_strdup_printf ("{{%s}}", name);
  begin (builder, LECTERN_NODE_PLACEHOLDER);
  if (kind != NULL)
    lectern_builder_set_property (builder, LECTERN_PROPERTY_KIND, kind);
  if (name != NULL)
    lectern_builder_set_property (builder, LECTERN_PROPERTY_NAME, name);
  lectern_builder_set_property (builder, LECTERN_PROPERTY_FORM,
                                g_str_has_prefix (mask, "{{") ? LECTERN_FORM_DECLARED
                                                              : LECTERN_FORM_FILL_IN);
  lectern_builder_add_text (builder, mask, -1);
  lectern_builder_end (builder);
}

static void
add_node (LecternBuilder *builder, LecternNodeKind kind, const char *text)
{
  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));
  g_return_if_fail (text != NULL);

  begin (builder, kind);
  lectern_builder_add_text (builder, text, -1);
  lectern_builder_end (builder);
}

/**
 * lectern_builder_add_title:
 * @builder: a builder
 * @text: text without line end
 *
 * Adds a title.
 */
void
lectern_builder_add_title (LecternBuilder *builder, const char *text)
{
  add_node (builder, LECTERN_NODE_TITLE, text);
}

/**
 * lectern_builder_add_byline:
 * @builder: a builder
 * @text: text without line end, such as `（2025年3月12日）`
 *
 * Adds a line with the speaker, the date or the place.
 */
void
lectern_builder_add_byline (LecternBuilder *builder, const char *text)
{
  add_node (builder, LECTERN_NODE_BYLINE, text);
}

/**
 * lectern_builder_add_salutation:
 * @builder: a builder
 * @text: text without line end, such as `同志们：`
 *
 * Adds an address to the audience.
 */
void
lectern_builder_add_salutation (LecternBuilder *builder, const char *text)
{
  add_node (builder, LECTERN_NODE_SALUTATION, text);
}

/**
 * lectern_builder_add_heading:
 * @builder: a builder
 * @text: text without line end and, in canonical layout, without its marker
 *
 * Adds the heading of the section that is open. In canonical layout it gets the marker of the
 * section's position: of the numbering set as `LECTERN_PROPERTY_NUMBERING` of the section, or of
 * the one that is usual at its depth.
 */
void
lectern_builder_add_heading (LecternBuilder *builder, const char *text)
{
  add_node (builder, LECTERN_NODE_HEADING, text);
}

/**
 * lectern_builder_add_paragraph:
 * @builder: a builder
 * @text: text without line end
 *
 * Adds a paragraph.
 */
void
lectern_builder_add_paragraph (LecternBuilder *builder, const char *text)
{
  add_node (builder, LECTERN_NODE_PARAGRAPH, text);
}

/**
 * lectern_builder_add_point:
 * @builder: a builder
 * @lead: (nullable): the title sentence
 * @body: (nullable): what follows it
 *
 * Adds a point to the series that is open. In canonical layout it gets its marker.
 */
void
lectern_builder_add_point (LecternBuilder *builder, const char *lead, const char *body)
{
  guint point;

  g_return_if_fail (LECTERN_IS_BUILDER (builder));
  g_return_if_fail (is_open (builder));

  point = begin (builder, LECTERN_NODE_POINT);
  if (lead != NULL)
    add_node (builder, LECTERN_NODE_LEAD, lead);
  if (body != NULL)
    lectern_builder_add_text (builder, body, -1);
  lectern_builder_end (builder);
  builder->last = point;
}

/**
 * lectern_builder_add_thanks:
 * @builder: a builder
 * @text: text without line end, such as `谢谢大家！`
 *
 * Adds the closing words of courtesy.
 */
void
lectern_builder_add_thanks (LecternBuilder *builder, const char *text)
{
  add_node (builder, LECTERN_NODE_THANKS, text);
}
