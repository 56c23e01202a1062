/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-carry-private.h"
#include "model/lectern-document-private.h"
#include "read/lectern-text-private.h"

LecternDocument *
_lectern_document_apply (LecternDocument *document, LecternEdits *edits,
                         const LecternRetouch *retouch, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (LecternSource) source = NULL;
  LecternDocument *after;

  text = lectern_edits_apply (edits, lectern_source_get_bytes (document->source), error);
  if (text == NULL)
    return NULL;
  source = lectern_source_new (text, error);
  if (source == NULL)
    return NULL;
  if (document->format == LECTERN_FORMAT_TEXT && (retouch == NULL || !retouch->keep_structure))
    after = _lectern_text_read (source, document->options, lectern_document_get_encoding (document),
                                lectern_document_get_bom (document), cancellable, error);
  else
    after = _lectern_document_carry (document, edits, retouch, source, error);
  if (after != NULL)
    {
      /* Composed with nothing: a copy that nobody adds to. */
      g_autoptr (LecternEdits) nothing = lectern_edits_new (lectern_edits_get_new_length (edits));

      _lectern_document_set_origin (after, document, lectern_edits_compose (edits, nothing, NULL));
    }
  return after;
}

/**
 * lectern_document_apply_edits:
 * @document: a document
 * @edits: edits of its text
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Makes the document that another text gives: that of @document with @edits made.
 *
 * Where the structure of @document was recognised in its text (%LECTERN_FORMAT_TEXT), it is
 * recognised anew, with the options with which @document was read. Where it was given, by XML or by
 * a builder, it stays: new text belongs to the innermost node that holds all that it replaces, what
 * is put in between two nodes to the one that ends there; a node of which nothing is left goes, and
 * what is moved, goes as text. A placeholder whose whole mask was replaced is filled, and text from
 * then on. The numbers that markers and announcements say follow their text.
 *
 * [method@Lectern.Document.dup_edits] between the two documents gives these edits.
 *
 * Fails with `LECTERN_ERROR_EDIT` where the edits are of a text of another length, and with the
 * errors of [ctor@Lectern.Document.new_from_text].
 *
 * Returns: (transfer full): the new document, or %NULL with @error set
 */
LecternDocument *
lectern_document_apply_edits (LecternDocument *document, LecternEdits *edits,
                              GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (edits != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return _lectern_document_apply (document, edits, NULL, cancellable, error);
}
