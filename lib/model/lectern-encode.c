/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"

#include <string.h>

/* Encodings in which the mark tells the order of bytes, and the order that we write. */
static const struct
{
  const char *name;
  const char *written;
} orders[] = {
  { "UTF-16", "UTF-16LE" }, { "UTF16", "UTF-16LE" }, { "UCS-2", "UCS-2LE" },
  { "UTF-32", "UTF-32LE" }, { "UTF32", "UTF-32LE" }, { "UCS-4", "UCS-4LE" },
};

static const char *
name_for_iconv (const char *encoding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_ascii_strcasecmp (encoding, orders[i].name) == 0)
      return orders[i].written;
  return encoding;
}

static gboolean
is_utf8 (const char *encoding)
{
  return encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0
         || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

static void
set_unencodable (GError **error, LecternDocument *document, GBytes *text, gsize offset,
                 const char *encoding)
{
  g_autoptr (LecternSource) source = lectern_source_new (text, error);
  LecternPosition position;

  if (source == NULL)
    return;
  lectern_source_get_position (source, offset, &position);
  _lectern_set_error (
      error, LECTERN_ERROR_ENCODING, lectern_read_options_get_name (document->options), &position,
      "%s has no U+%04X", encoding,
      g_utf8_get_char_validated (_lectern_source_get_text (source, NULL) + position.offset, -1));
}

/* Converts all of `text`, NUL too. Where a character cannot be written, `bad` is its offset. */
static GByteArray *
convert (GCharsetConverter *converter, const char *text, gsize length, gsize *bad, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new (length + 64);
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize done = 0;

  while (result != G_CONVERTER_FINISHED)
    {
      g_autoptr (GError) problem = NULL;
      guint8 buffer[8192];
      gsize read = 0;
      gsize written = 0;

      result = g_converter_convert (G_CONVERTER (converter), text + done, length - done, buffer,
                                    sizeof buffer, G_CONVERTER_INPUT_AT_END, &read, &written,
                                    &problem);
      if (result == G_CONVERTER_ERROR)
        {
          *bad = g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ? done : G_MAXSIZE;
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      g_byte_array_append (out, buffer, (guint)written);
      done += read;
      if (done == length && written == 0)
        break;
    }
  return g_steal_pointer (&out);
}

static GBytes *
encode (LecternDocument *document, GBytes *text, const char *encoding, gboolean bom, GError **error)
{
  g_autoptr (GCharsetConverter) converter = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (GByteArray) mark = NULL;
  GByteArray *out;
  gsize length;
  gsize bad = G_MAXSIZE;
  const char *data = g_bytes_get_data (text, &length);

  converter = g_charset_converter_new (name_for_iconv (encoding), "UTF-8", &problem);
  if (converter == NULL)
    {
      _lectern_set_error (error, LECTERN_ERROR_ENCODING, NULL, NULL, "%s", problem->message);
      return NULL;
    }
  if (bom)
    mark = convert (converter, "\xef\xbb\xbf", 3, &bad, NULL);
  g_converter_reset (G_CONVERTER (converter));
  out = convert (converter, data, length, &bad, &problem);
  if (out == NULL && bad != G_MAXSIZE)
    set_unencodable (error, document, text, bad, encoding);
  else if (out == NULL)
    _lectern_set_error (error, LECTERN_ERROR_ENCODING, NULL, NULL, "%s", problem->message);
  if (out == NULL)
    return NULL;
  if (mark != NULL)
    g_byte_array_prepend (out, mark->data, mark->len);
  return g_byte_array_free_to_bytes (out);
}

/**
 * lectern_document_encode:
 * @document: a document
 * @text: a text in UTF-8, such as that of the document or one that a renderer made
 * @encoding: (nullable): the name of an encoding, such as `GB18030`, or %NULL for that which the
 *   document came in
 * @error: return location for an error
 *
 * Writes a text in another encoding. With %NULL for @encoding there is a byte order mark if the
 * document came with one; otherwise only in `UTF-16` and `UTF-32`, which need it (and are written
 * with the low byte first).
 *
 * Fails with `LECTERN_ERROR_ENCODING` where there is no such encoding, or it lacks a character of
 * the text; then the error knows the position in @text.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
lectern_document_encode (LecternDocument *document, GBytes *text, const char *encoding,
                         GError **error)
{
  gboolean bom;

  g_return_val_if_fail (LECTERN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (encoding == NULL)
    {
      bom = lectern_document_get_bom (document);
      encoding = lectern_document_get_encoding (document);
    }
  else
    bom = name_for_iconv (encoding) != encoding;
  if (!is_utf8 (encoding))
    return encode (document, text, encoding, bom, error);
  if (bom)
    {
      gsize length;
      const char *data = g_bytes_get_data (text, &length);
      guint8 *marked = g_malloc (length + 3);

      memcpy (marked, "\xef\xbb\xbf", 3);
      if (length > 0)
        memcpy (marked + 3, data, length);
      return g_bytes_new_take (marked, length + 3);
    }
  return g_bytes_ref (text);
}
