/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-limits-private.h"
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"
#include "model/lectern-read-options-private.h"
#include "read/lectern-encoding-private.h"
#include "read/lectern-text-private.h"
#include "read/lectern-xml-private.h"

#include <string.h>

/* Read at a time from a stream, between two looks at the limit and the cancellable. */
#define PIECE ((gsize)256 * 1024)

static gboolean
check_length (gsize length, LecternReadOptions *options, GError **error)
{
  gsize max_bytes = MIN (lectern_read_options_get_max_bytes (options), LECTERN_MAX_TEXT_BYTES);

  if (length <= max_bytes)
    return TRUE;
  _lectern_set_error (error, LECTERN_ERROR_LIMIT, lectern_read_options_get_name (options), NULL,
                      "There are more than %" G_GSIZE_FORMAT " bytes", max_bytes);
  return FALSE;
}

static gboolean
is_xml (GBytes *text, LecternReadOptions *options)
{
  LecternFormat format = lectern_read_options_get_format (options);
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  if (format == LECTERN_FORMAT_AUTO)
    return _lectern_text_is_xml (data, length);
  return format == LECTERN_FORMAT_XML;
}

/* Before anybody has seen the document. */
static void
add_notes (LecternDocument *document, GPtrArray *notes)
{
  guint n = g_strv_length (document->notes);

  document->notes = g_renew (char *, document->notes, n + notes->len + 1);
  for (guint i = 0; i < notes->len; i++)
    document->notes[n++] = g_strdup (g_ptr_array_index (notes, i));
  document->notes[n] = NULL;
}

static LecternDocument *
read_bytes (GBytes *bytes, LecternReadOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternSource) source = NULL;
  g_autoptr (GBytes) nothing = NULL;
  LecternDocument *document = NULL;
  LecternDecoded decoded;

  if (g_bytes_get_size (bytes) == 0)
    bytes = nothing = g_bytes_new_static ("", 0); /* not a null pointer */
  if (!check_length (g_bytes_get_size (bytes), options, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (_lectern_decode (bytes, options, &decoded, cancellable, error)
      && check_length (g_bytes_get_size (decoded.text), options, error))
    {
      source = _lectern_source_new_checked (decoded.text);
      if (is_xml (decoded.text, options))
        document = _lectern_xml_read (source, options, cancellable, error);
      else
        document = _lectern_text_read (source, options, decoded.encoding, decoded.bom, cancellable,
                                       error);
      if (document != NULL && decoded.notes != NULL)
        add_notes (document, decoded.notes);
    }
  _lectern_decoded_clear (&decoded);
  return document;
}

static LecternDocument *
read_format (GBytes *bytes, LecternFormat format, GError **error)
{
  g_autoptr (LecternReadOptions) options = lectern_read_options_new ();

  lectern_read_options_set_format (options, format);
  return read_bytes (bytes, options, NULL, error);
}

/**
 * lectern_document_new_from_text:
 * @text: the text of a speech
 * @error: return location for an error
 *
 * Reads a speech from plain text. Any text gives a document: what is not recognised is a paragraph.
 * NUL is a character like any other.
 *
 * The text is UTF-8 or begins with a byte order mark; a text that is not UTF-8 but GB18030 is read
 * as that, with a note ([method@Lectern.Document.get_notes]). @text is not copied if it is UTF-8.
 *
 * Fails with `LECTERN_ERROR_ENCODING` where the bytes are not in the encoding; the position's
 * offset counts bytes of @text.
 *
 * Returns: (transfer full): a document, or %NULL with @error set
 */
LecternDocument *
lectern_document_new_from_text (GBytes *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_format (text, LECTERN_FORMAT_TEXT, error);
}

/**
 * lectern_document_new_from_xml:
 * @xml: a speech in its XML form
 * @error: return location for an error
 *
 * Reads a speech from the XML form, which the chapter “The XML form” describes.
 *
 * Nothing is fetched from anywhere: neither external entities nor document types, and entities that
 * the file declares are not replaced.
 *
 * Fails with `LECTERN_ERROR_ENCODING`, with `LECTERN_ERROR_XML` where the XML is not well-formed,
 * with `LECTERN_ERROR_STRUCTURE` where elements, attributes, ids or text stand where they cannot,
 * and with `LECTERN_ERROR_LIMIT` where elements are nested too deep. The last three name line and
 * column in @xml.
 *
 * Returns: (transfer full): a document, or %NULL with @error set
 */
LecternDocument *
lectern_document_new_from_xml (GBytes *xml, GError **error)
{
  g_return_val_if_fail (xml != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_format (xml, LECTERN_FORMAT_XML, error);
}

/**
 * lectern_document_new_from_bytes:
 * @bytes: a file's contents
 * @options: (nullable): how to read, or %NULL for the defaults
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Reads a speech from text or XML.
 *
 * If the options leave the format open, it is XML where the first character that is no white space
 * begins an XML declaration or the root element of a speech, otherwise text.
 *
 * A byte order mark says the encoding; else the options do; else an XML declaration; else it is
 * UTF-8, or, if it cannot be that but is GB18030, that, with a note. Encoding and mark of a text
 * are kept in the document, so that [method@Lectern.Document.encode] can write the file again;
 * where that would give other bytes, a note says so.
 *
 * Fails as [ctor@Lectern.Document.new_from_text] and [ctor@Lectern.Document.new_from_xml] do, and
 * with `LECTERN_ERROR_LIMIT` for more bytes than the options allow.
 *
 * Returns: (transfer full): a document, or %NULL with @error set
 */
LecternDocument *
lectern_document_new_from_bytes (GBytes *bytes, LecternReadOptions *options,
                                 GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternReadOptions) copy = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  copy = _lectern_read_options_copy (options);
  return read_bytes (bytes, copy, cancellable, error);
}

/* All bytes of the stream, or NULL where they cannot be read or are too many. */
static GBytes *
drain (GInputStream *stream, LecternReadOptions *options, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = NULL;
  gsize capacity = 0;
  gsize length = 0;
  gsize got;

  do
    {
      if (capacity - length < PIECE)
        {
          capacity += MAX (capacity, PIECE);
          data = g_realloc (data, capacity);
        }
      if (!g_input_stream_read_all (stream, data + length, PIECE, &got, cancellable, error))
        return NULL;
      length += got;
      if (!check_length (length, options, error))
        return NULL;
    }
  while (got == PIECE);
  return g_bytes_new_take (g_realloc (g_steal_pointer (&data), MAX (length, 1)), length);
}

static LecternDocument *
read_stream (GInputStream *stream, LecternReadOptions *options, GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GBytes) bytes = drain (stream, options, cancellable, error);

  return bytes != NULL ? read_bytes (bytes, options, cancellable, error) : NULL;
}

/**
 * lectern_document_new_from_file:
 * @file: a file
 * @options: (nullable): how to read, or %NULL for the defaults
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Reads a speech from a file, as [ctor@Lectern.Document.new_from_bytes] does from its contents.
 * Errors name the file, unless the options give another name.
 *
 * Fails besides with the errors of GIO where the file cannot be read.
 *
 * Returns: (transfer full): a document, or %NULL with @error set
 */
LecternDocument *
lectern_document_new_from_file (GFile *file, LecternReadOptions *options, GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (LecternReadOptions) copy = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  copy = _lectern_read_options_copy (options);
  if (lectern_read_options_get_name (copy) == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      lectern_read_options_set_name (copy, name);
    }
  return read_stream (G_INPUT_STREAM (stream), copy, cancellable, error);
}

/**
 * lectern_document_new_from_stream:
 * @stream: a stream
 * @options: (nullable): how to read, or %NULL for the defaults
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for an error
 *
 * Reads a speech from a stream up to its end, as [ctor@Lectern.Document.new_from_bytes] does from
 * its contents. No more is read than the options allow bytes; the stream is not closed.
 *
 * Returns: (transfer full): a document, or %NULL with @error set
 */
LecternDocument *
lectern_document_new_from_stream (GInputStream *stream, LecternReadOptions *options,
                                  GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternReadOptions) copy = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  copy = _lectern_read_options_copy (options);
  return read_stream (stream, copy, cancellable, error);
}
