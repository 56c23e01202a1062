/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"
#include "model/lectern-read-options-private.h"

#include <string.h>

/**
 * LecternDocument:
 *
 * A speech: a text, and the tree that is a view of it.
 *
 * Each byte of the text belongs to exactly one innermost node. A document never changes, so several
 * threads may use it at once; whatever changes a speech makes a new document, which knows what was
 * changed ([method@Lectern.Document.dup_edits]).
 *
 * Nodes are borrowed from the document: they live as long as it does, and
 * [method@Lectern.Node.ref] keeps it alive.
 */

/**
 * LECTERN_XML_NAMESPACE:
 *
 * The namespace of the elements of the XML form.
 */

G_DEFINE_FINAL_TYPE (LecternDocument, lectern_document, G_TYPE_OBJECT)

static void
lectern_document_init (LecternDocument *document)
{
  g_mutex_init (&document->lock);
}

static void
lectern_document_finalize (GObject *object)
{
  LecternDocument *document = LECTERN_DOCUMENT (object);

  _lectern_tree_clear (&document->tree);
  g_clear_pointer (&document->source, lectern_source_unref);
  g_clear_pointer (&document->options, lectern_read_options_unref);
  g_free (document->language);
  g_strfreev (document->notes);
  g_free (document->numbers);
  g_free (document->indices);
  g_free (document->entry_ordinals);
  g_clear_pointer (&document->ids, _lectern_ids_free);
  g_clear_pointer (&document->numberings, g_hash_table_unref);
  g_clear_pointer (&document->version, _lectern_version_unref);
  g_clear_pointer (&document->edits, lectern_edits_unref);
  g_clear_pointer (&document->edits_since, _lectern_version_unref);
  g_mutex_clear (&document->lock);

  G_OBJECT_CLASS (lectern_document_parent_class)->finalize (object);
}

static void
lectern_document_class_init (LecternDocumentClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lectern_document_finalize;
}

LecternDocument *
_lectern_document_new_take (LecternTree *tree, LecternSource *source, const char *language,
                            LecternReadOptions *options, char **notes)
{
  LecternDocument *document = g_object_new (LECTERN_TYPE_DOCUMENT, NULL);
  LecternHeader *header;

  document->tree = *tree;
  memset (tree, 0, sizeof *tree);
  header = (LecternHeader *)(void *)(document->tree.nodes - 1);
  header->document = document;
  document->source = lectern_source_ref (source);
  document->language = g_strdup (language);
  document->options = _lectern_read_options_copy (options);
  document->format = LECTERN_FORMAT_XML;
  document->notes = notes != NULL ? notes : g_new0 (char *, 1);
  document->version = _lectern_version_new ();
  return document;
}

void
_lectern_document_set_origin (LecternDocument *document, LecternDocument *before,
                              LecternEdits *edits)
{
  g_clear_pointer (&document->version, _lectern_version_unref);
  document->version = _lectern_version_new_from (before->version, edits);
}

/**
 * lectern_document_to_text:
 * @document: a document
 *
 * Gets the text, which is that which was read, byte for byte, but that it is UTF-8 and without byte
 * order mark (see [method@Lectern.Document.encode]).
 *
 * Returns: (transfer full): the text
 */
GBytes *
lectern_document_to_text (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return g_bytes_ref (lectern_source_get_bytes (document->source));
}

/**
 * lectern_document_get_source:
 * @document: a document
 *
 * Gets the text with what finds places in it.
 *
 * Returns: (transfer none): the source
 */
LecternSource *
lectern_document_get_source (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return document->source;
}

/**
 * lectern_document_get_format:
 * @document: a document
 *
 * Gets where its structure comes from: %LECTERN_FORMAT_TEXT where it was recognised in the text,
 * %LECTERN_FORMAT_XML where it was given, by XML or by a builder.
 *
 * Returns: the format
 */
LecternFormat
lectern_document_get_format (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), LECTERN_FORMAT_AUTO);

  return document->format;
}

/**
 * lectern_document_get_root:
 * @document: a document
 *
 * Gets the node that holds the whole text, of the kind `LECTERN_NODE_SPEECH`.
 *
 * Returns: (transfer none): the root
 */
LecternNode *
lectern_document_get_root (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return document->tree.nodes;
}

/**
 * lectern_document_get_read_options:
 * @document: a document
 *
 * Gets the options that the document was read with, which are not to be changed.
 *
 * Returns: (transfer none): the options
 */
LecternReadOptions *
lectern_document_get_read_options (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return document->options;
}

/**
 * lectern_document_get_language:
 * @document: a document
 *
 * Gets the language of the speech.
 *
 * Returns: (nullable): a language tag (BCP 47), such as `zh-Hans`
 */
const char *
lectern_document_get_language (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return document->language;
}

/**
 * lectern_document_get_encoding:
 * @document: a document
 *
 * Gets the encoding that the text came in.
 *
 * Returns: (nullable): the name of the encoding, or %NULL for UTF-8
 */
const char *
lectern_document_get_encoding (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return _lectern_attributes_get (&document->tree.attributes, document->tree.nodes->attributes,
                                  LECTERN_ATTRIBUTE_ENCODING);
}

/**
 * lectern_document_get_bom:
 * @document: a document
 *
 * Tells whether the text came with a byte order mark. The mark is no part of the text.
 *
 * Returns: whether there was one
 */
gboolean
lectern_document_get_bom (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), FALSE);

  return g_strcmp0 (_lectern_attributes_get (&document->tree.attributes,
                                             document->tree.nodes->attributes,
                                             LECTERN_ATTRIBUTE_BOM),
                    "true")
         == 0;
}

/**
 * lectern_document_get_notes:
 * @document: a document
 *
 * Gets what the reader wants the user to know, such as that the encoding was guessed.
 *
 * Returns: (transfer none) (array zero-terminated=1): messages, maybe none
 */
const char *const *
lectern_document_get_notes (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  return (const char *const *)document->notes;
}

/**
 * lectern_document_get_n_nodes:
 * @document: a document
 *
 * Counts the nodes.
 *
 * Returns: the number of nodes, at least 1
 */
guint
lectern_document_get_n_nodes (LecternDocument *document)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), 0);

  return document->tree.n_nodes;
}

/**
 * lectern_document_list_nodes:
 * @document: a document
 * @kind: a kind
 *
 * Lists all nodes of a kind in document order.
 *
 * Returns: (transfer container) (element-type LecternNode): the nodes, borrowed from the document
 */
GPtrArray *
lectern_document_list_nodes (LecternDocument *document, LecternNodeKind kind)
{
  GPtrArray *list;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);

  list = g_ptr_array_new ();
  for (guint32 i = 0; i < document->tree.n_nodes; i++)
    if (document->tree.nodes[i].kind == kind)
      g_ptr_array_add (list, &document->tree.nodes[i]);
  return list;
}

/**
 * lectern_document_dup_texts:
 * @document: a document
 * @kind: a kind
 * @ends: (out) (transfer full) (array length=n_ends): where to put, for each node of the kind in
 *   document order, where its text ends in the result, in bytes
 * @n_ends: (out): where to put the number of nodes
 *
 * Gets the texts of all nodes of a kind in one call, one after the other.
 *
 * Returns: (transfer full): the texts
 */
GBytes *
lectern_document_dup_texts (LecternDocument *document, LecternNodeKind kind, gsize **ends,
                            gsize *n_ends)
{
  g_autoptr (GPtrArray) nodes = NULL;
  const char *text;
  char *texts;
  gsize length = 0;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (ends != NULL, NULL);
  g_return_val_if_fail (n_ends != NULL, NULL);

  nodes = lectern_document_list_nodes (document, kind);
  *ends = g_new (gsize, nodes->len + 1);
  *n_ends = nodes->len;
  for (guint i = 0; i < nodes->len; i++)
    {
      const LecternNode *node = g_ptr_array_index (nodes, i);

      length += node->end - node->start;
      (*ends)[i] = length;
    }
  texts = g_malloc (length + 1);
  text = _lectern_source_get_text (document->source, NULL);
  for (guint i = 0; i < nodes->len; i++)
    {
      const LecternNode *node = g_ptr_array_index (nodes, i);

      memcpy (texts + (*ends)[i] - (node->end - node->start), text + node->start,
              node->end - node->start);
    }
  return g_bytes_new_take (texts, length);
}
