/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "model/lectern-builder-private.h"
#include "model/lectern-builder-struct-private.h"
#include "model/lectern-document-private.h"
#include "model/lectern-read-options-private.h"

/**
 * LecternBuilder:
 *
 * Puts a document together out of nodes that are begun and ended, and text.
 *
 * In canonical layout the builder lays the text out: it supplies the markers of headings and
 * points, ends the lines, and gives each point of a series that does not begin within a paragraph a
 * line of its own. In verbatim layout nothing is supplied, and the caller gives all of the text,
 * markers and line ends too.
 *
 * A mistake (text that is not UTF-8, nodes that cannot stand where they are put) is told at the
 * end, by [method@Lectern.Builder.finish]; the calls in between cannot fail.
 */

/**
 * LecternLayout:
 * @LECTERN_LAYOUT_CANONICAL: markers and line ends are supplied
 * @LECTERN_LAYOUT_VERBATIM: nothing is supplied
 *
 * Who lays out the text that a builder makes.
 */

G_DEFINE_FINAL_TYPE (LecternBuilder, lectern_builder, G_TYPE_OBJECT)

static void
lectern_builder_init (LecternBuilder *builder)
{
}

static void
lectern_builder_finalize (GObject *object)
{
  LecternBuilder *builder = LECTERN_BUILDER (object);

  _lectern_tree_clear (&builder->tree);
  g_clear_pointer (&builder->source, lectern_source_unref);
  g_clear_pointer (&builder->options, lectern_read_options_unref);
  g_clear_pointer (&builder->notes, g_ptr_array_unref);
  g_free (builder->language);
  g_free (builder->encoding);
  _lectern_builder_clear_events (builder);

  G_OBJECT_CLASS (lectern_builder_parent_class)->finalize (object);
}

static void
lectern_builder_class_init (LecternBuilderClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lectern_builder_finalize;
}

/**
 * lectern_builder_new:
 * @language: (nullable): the language of the speech, a BCP 47 tag, or %NULL for `zh-Hans`
 *
 * Makes a builder that lays the text out.
 *
 * Returns: (transfer full): the builder
 */
LecternBuilder *
lectern_builder_new (const char *language)
{
  return lectern_builder_new_with_layout (language, LECTERN_LAYOUT_CANONICAL);
}

/**
 * lectern_builder_new_with_layout:
 * @language: (nullable): the language of the speech, a BCP 47 tag, or %NULL for `zh-Hans`
 * @layout: who lays the text out
 *
 * Makes a builder.
 *
 * Returns: (transfer full): the builder
 */
LecternBuilder *
lectern_builder_new_with_layout (const char *language, LecternLayout layout)
{
  LecternBuilder *builder = g_object_new (LECTERN_TYPE_BUILDER, NULL);

  builder->language = g_strdup (language != NULL ? language : "zh-Hans");
  builder->layout = layout;
  _lectern_tree_init (&builder->tree, 0);
  _lectern_builder_init_events (builder);
  return builder;
}

LecternBuilder *
_lectern_builder_new_for_source (LecternSource *source, const char *language)
{
  LecternBuilder *builder = g_object_new (LECTERN_TYPE_BUILDER, NULL);
  gsize length;

  _lectern_source_get_text (source, &length);
  builder->source = lectern_source_ref (source);
  builder->language = g_strdup (language);
  _lectern_tree_init (&builder->tree, length);
  _lectern_tree_open (&builder->tree, LECTERN_NODE_SPEECH, 0);
  return builder;
}

guint32
_lectern_builder_open (LecternBuilder *builder, LecternNodeKind kind, guint32 start)
{
  if (G_UNLIKELY (kind == LECTERN_NODE_SPEECH))
    return 0;
  return _lectern_tree_open (&builder->tree, kind, start);
}

void
_lectern_builder_close (LecternBuilder *builder, guint32 end)
{
  if (G_LIKELY (builder->tree.current != 0))
    _lectern_tree_close (&builder->tree, end);
}

guint32
_lectern_builder_intern (LecternBuilder *builder, const LecternAttribute *attributes,
                         guint n_attributes)
{
  return _lectern_attributes_intern (&builder->tree.attributes, attributes, n_attributes);
}

void
_lectern_builder_set_attributes (LecternBuilder *builder, guint32 node, guint32 attributes)
{
  builder->tree.nodes[node].attributes = attributes;
}

void
_lectern_builder_set_level (LecternBuilder *builder, guint32 node, guint level)
{
  builder->tree.nodes[node].level = (guint16)MIN (level, G_MAXUINT16);
}

void
_lectern_builder_set_percent (LecternBuilder *builder, guint32 node, guint confidence_percent)
{
  builder->tree.nodes[node].confidence = (guint8)MIN (confidence_percent, 100);
}

void
_lectern_builder_add_target (LecternBuilder *builder, guint32 announcement, guint32 target)
{
  _lectern_tree_add_target (&builder->tree, announcement, target);
}

void
_lectern_builder_set_origin (LecternBuilder *builder, const char *encoding, gboolean bom,
                             LecternReadOptions *options)
{
  g_free (builder->encoding);
  builder->encoding = g_strdup (encoding);
  builder->bom = bom;
  if (options != NULL)
    lectern_read_options_ref (options);
  g_clear_pointer (&builder->options, lectern_read_options_unref);
  builder->options = options;
}

void
_lectern_builder_add_note (LecternBuilder *builder, const char *note)
{
  if (builder->notes == NULL)
    builder->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (builder->notes, g_strdup (note));
}

/* How the text came in is a property of the root. */
static void
set_root_attributes (LecternBuilder *builder)
{
  LecternNode *root = builder->tree.nodes;

  if (builder->encoding != NULL)
    root->attributes = _lectern_attributes_change (&builder->tree.attributes, root->attributes,
                                                   LECTERN_ATTRIBUTE_ENCODING, builder->encoding);
  if (builder->bom)
    root->attributes = _lectern_attributes_change (&builder->tree.attributes, root->attributes,
                                                   LECTERN_ATTRIBUTE_BOM, "true");
}

static char **
steal_notes (LecternBuilder *builder)
{
  GPtrArray *notes = g_steal_pointer (&builder->notes);

  if (notes == NULL)
    return NULL;
  g_ptr_array_add (notes, NULL);
  return (char **)g_ptr_array_free (notes, FALSE);
}

LecternDocument *
_lectern_builder_make_document (LecternBuilder *builder)
{
  gsize length;

  _lectern_source_get_text (builder->source, &length);
  set_root_attributes (builder);
  _lectern_tree_finish (&builder->tree, (guint32)length);
  return _lectern_document_new_take (&builder->tree, builder->source, builder->language,
                                     builder->options, steal_notes (builder));
}

/**
 * lectern_builder_finish:
 * @builder: a builder
 * @error: return location for an error
 *
 * Makes the document. After that the builder is of no more use.
 *
 * Fails with the first mistake that was made: `LECTERN_ERROR_STRUCTURE` where a node or text cannot
 * stand where it was put (the message begins with the path of what it was put in), or a node was
 * not ended; `LECTERN_ERROR_ENCODING` where a text was not UTF-8; `LECTERN_ERROR_NUMBERING` where a
 * numbering is none, or cannot count as far as there are members; `LECTERN_ERROR_LIMIT` where the
 * text would be longer than 2 GiB.
 *
 * Returns: (transfer full) (nullable): the document
 */
LecternDocument *
lectern_builder_finish (LecternBuilder *builder, GError **error)
{
  g_return_val_if_fail (LECTERN_IS_BUILDER (builder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  g_return_val_if_fail (!builder->finished, NULL);
  g_return_val_if_fail (builder->source != NULL || builder->events != NULL, NULL);

  builder->finished = TRUE;
  if (builder->events != NULL)
    return _lectern_builder_lay_out (builder, error);
  return _lectern_builder_make_document (builder);
}
