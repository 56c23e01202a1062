/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-encoding-private.h"
#include "base/lectern-error-private.h"
#include "base/lectern-source-private.h"
#include "base/lectern-utf8-private.h"

#include <errno.h>
#include <string.h>

/* Longer marks first: that of UTF-16 is the beginning of that of UTF-32. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *encoding; /* NULL for UTF-8 */
} marks[] = {
  { "\xff\xfe\0\0", 4, "UTF-32LE" },    { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\x84\x31\x95\x33", 4, "GB18030" }, { "\xef\xbb\xbf", 3, NULL },
  { "\xff\xfe", 2, "UTF-16LE" },        { "\xfe\xff", 2, "UTF-16BE" },
};

/* An encoding that iconv would write with a mark of its own, or read in the order of the machine.
 */
static const char *const unmarked[][2] = {
  { "UTF-16", "UTF-16LE" },
  { "UTF-32", "UTF-32LE" },
  { "UCS-2", "UCS-2LE" },
  { "UCS-4", "UCS-4LE" },
};

/* So many characters of three bytes before the first mistake cannot be an accident: the text is
 * UTF-8 with a mistake in it. The pairs of bytes of GB 18030 hardly ever give two of them in a row.
 */
#define UTF8_EVIDENCE 4

/* Converted at a time, between two looks at the cancellable. */
#define PIECE ((gsize)1 << 20)

void
_lectern_decoded_clear (LecternDecoded *decoded)
{
  g_clear_pointer (&decoded->text, g_bytes_unref);
  g_clear_pointer (&decoded->encoding, g_free);
  g_clear_pointer (&decoded->notes, g_ptr_array_unref);
}

static void G_GNUC_PRINTF (2, 3) add_note (LecternDecoded *decoded, const char *format, ...)
{
  va_list args;

  if (decoded->notes == NULL)
    decoded->notes = g_ptr_array_new_with_free_func (g_free);
  va_start (args, format);
  g_ptr_array_add (decoded->notes, g_strdup_vprintf (format, args));
  va_end (args);
}

/* The error at byte `offset` of the file, when `text` is what was read before it. */
static void
set_error (GError **error, LecternReadOptions *options, const char *encoding, gsize offset,
           const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (LecternSource) source = _lectern_source_new_checked (bytes);
  LecternPosition position;

  lectern_source_get_position (source, length, &position);
  position.offset = offset;
  _lectern_set_error (error, LECTERN_ERROR_ENCODING, lectern_read_options_get_name (options),
                      &position, "Byte %" G_GSIZE_FORMAT " is not %s", offset, encoding);
}

/* Converts all of `bytes`; FALSE where it cannot be converted, with `consumed` the number of bytes
 * that could, or, with @error set, where it was cancelled or the encoding is not known. */
static gboolean
convert (const char *bytes, gsize length, const char *to, const char *from, GString *out,
         gsize *consumed, GCancellable *cancellable, GError **error)
{
  GIConv converter = g_iconv_open (to, from);
  char *in = (char *)bytes;
  gsize left = length;
  gboolean done = FALSE;

  *consumed = 0;
  if (converter == (GIConv)-1)
    {
      _lectern_set_error (error, LECTERN_ERROR_ENCODING, NULL, NULL,
                          "The encoding “%s” is not known", from);
      return FALSE;
    }
  while (!done && !g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      gsize old = out->len;
      gsize room = MIN (left, PIECE) * 3 / 2 + 64;
      gsize room_left = room;
      char *to_write;
      gsize result;

      g_string_set_size (out, old + room);
      to_write = out->str + old;
      /* Without input it only brings a stateful encoding back to its beginning. */
      result = left > 0 ? g_iconv (converter, &in, &left, &to_write, &room_left)
                        : g_iconv (converter, NULL, NULL, &to_write, &room_left);
      done = left == 0 && result != (gsize)-1;
      g_string_truncate (out, old + room - room_left);
      if (result == (gsize)-1 && errno != E2BIG)
        break;
    }
  g_iconv_close (converter);
  *consumed = length - left;
  return done;
}

/* Whether the encoding gives these very bytes again when the text is written. */
static void
check_way_back (LecternDecoded *decoded, const char *bytes, gsize length, const GString *text,
                GCancellable *cancellable)
{
  g_autoptr (GString) again = g_string_sized_new (length);
  gsize consumed;
  gsize at = 0;

  if (convert (text->str, text->len, decoded->encoding, "UTF-8", again, &consumed, cancellable,
               NULL)
      && again->len == length && memcmp (again->str, bytes, length) == 0)
    return;
  while (at < length && at < again->len && again->str[at] == bytes[at])
    at++;
  add_note (decoded,
            "Written as %s again, the text differs from the file from byte %" G_GSIZE_FORMAT " on",
            decoded->encoding, at);
}

static gboolean
decode_from (LecternDecoded *decoded, GBytes *bytes, gsize skip, const char *encoding,
             LecternReadOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length, consumed, bad;
  const char *data = g_bytes_get_data (bytes, &length);

  text = g_string_sized_new (length + length / 2);
  if (!convert (data + skip, length - skip, "UTF-8", encoding, text, &consumed, cancellable,
                &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        set_error (error, options, encoding, skip + consumed, text->str, text->len);
      return FALSE;
    }
  if (!_lectern_utf8_check (text->str, text->len, &bad))
    {
      set_error (error, options, encoding, skip, text->str, bad);
      return FALSE;
    }
  decoded->encoding = g_strdup (encoding);
  check_way_back (decoded, data + skip, length - skip, text, cancellable);
  decoded->text = g_string_free_to_bytes (g_steal_pointer (&text));
  return TRUE;
}

static gboolean
decode_utf8 (LecternDecoded *decoded, GBytes *bytes, gsize skip, LecternReadOptions *options,
             GError **error)
{
  gsize length, bad;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!_lectern_utf8_check (data + skip, length - skip, &bad))
    {
      set_error (error, options, "UTF-8", skip + bad, data + skip, bad);
      return FALSE;
    }
  decoded->text = g_bytes_new_from_bytes (bytes, skip, length - skip);
  return TRUE;
}

/* Neither a mark nor anybody says what it is. */
static gboolean
decode_guessing (LecternDecoded *decoded, GBytes *bytes, LecternReadOptions *options,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) other_failure = NULL;
  gsize length, bad;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint evidence = 0;

  if (decode_utf8 (decoded, bytes, 0, options, &failure))
    return TRUE;
  _lectern_utf8_check ((const char *)data, length, &bad);
  for (gsize i = 0; i < bad && evidence < UTF8_EVIDENCE; i++)
    evidence += data[i] >= 0xe0;
  if (evidence < UTF8_EVIDENCE
      && decode_from (decoded, bytes, 0, "GB18030", options, cancellable, &other_failure))
    {
      add_note (decoded, "The text is not UTF-8 and was read as GB18030");
      return TRUE;
    }
  if (other_failure != NULL && other_failure->domain != LECTERN_ERROR)
    g_propagate_error (error, g_steal_pointer (&other_failure));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The encoding that an XML declaration names, or its form shows: XML 1.0, appendix F. */
static char *
dup_declared_encoding (const char *data, gsize length)
{
  static const char *const quotes = "\"'";
  const char *end, *name;

  if (length >= 4 && memcmp (data, "<\0?\0", 4) == 0)
    return g_strdup ("UTF-16LE");
  if (length >= 4 && memcmp (data, "\0<\0?", 4) == 0)
    return g_strdup ("UTF-16BE");
  if (length < 6 || memcmp (data, "<?xml", 5) != 0 || !g_ascii_isspace (data[5]))
    return NULL;
  end = g_strstr_len (data, (gssize)MIN (length, 1024), "?>");
  name = end != NULL ? g_strstr_len (data, end - data, "encoding") : NULL;
  if (name == NULL)
    return NULL;
  name += strlen ("encoding");
  while (name < end && (g_ascii_isspace (*name) || *name == '='))
    name++;
  if (name == end || strchr (quotes, *name) == NULL)
    return NULL;
  data = memchr (name + 1, *name, (gsize)(end - name - 1));
  return data != NULL ? g_strndup (name + 1, (gsize)(data - name - 1)) : NULL;
}

static gboolean
is_utf8 (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

gboolean
_lectern_decode (GBytes *bytes, LecternReadOptions *options, LecternDecoded *decoded,
                 GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *encoding = lectern_read_options_get_encoding (options);
  g_autofree char *declared = NULL;

  *decoded = (LecternDecoded){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        decoded->bom = TRUE;
        if (marks[i].encoding == NULL)
          return decode_utf8 (decoded, bytes, marks[i].length, options, error);
        return decode_from (decoded, bytes, marks[i].length, marks[i].encoding, options,
                            cancellable, error);
      }
  if (encoding == NULL && lectern_read_options_get_format (options) != LECTERN_FORMAT_TEXT)
    encoding = declared = dup_declared_encoding (data, length);
  if (encoding == NULL)
    return decode_guessing (decoded, bytes, options, cancellable, error);
  if (is_utf8 (encoding))
    return decode_utf8 (decoded, bytes, 0, options, error);
  for (guint i = 0; i < G_N_ELEMENTS (unmarked); i++)
    if (g_ascii_strcasecmp (encoding, unmarked[i][0]) == 0)
      encoding = unmarked[i][1];
  return decode_from (decoded, bytes, 0, encoding, options, cancellable, error);
}

/* Past comments, instructions and the document type, as far as they end. */
static const char *
skip_prolog (const char *at, const char *end)
{
  static const char *const markup[][2] = { { "<!--", "-->" }, { "<?", "?>" }, { "<!", ">" } };

  for (guint i = 0; i < G_N_ELEMENTS (markup);)
    {
      const char *close;

      while (at < end && g_ascii_isspace (*at))
        at++;
      if ((gsize)(end - at) < strlen (markup[i][0])
          || memcmp (at, markup[i][0], strlen (markup[i][0])) != 0)
        {
          i++;
          continue;
        }
      close = g_strstr_len (at, end - at, markup[i][1]);
      if (close == NULL)
        return end;
      at = close + strlen (markup[i][1]);
      i = 0;
    }
  return at;
}

gboolean
_lectern_text_is_xml (const char *text, gsize length)
{
  static const char element[] = "speech";
  const char *end = text + length;
  const char *at = text;
  const char *colon;

  while (at < end && g_ascii_isspace (*at))
    at++;
  if (end - at > 6 && memcmp (at, "<?xml", 5) == 0 && g_ascii_isspace (at[5]))
    return TRUE;
  at = skip_prolog (at, end);
  if (at == end || *at != '<')
    return FALSE;
  at++;
  for (colon = at; colon < end && (g_ascii_isalnum (*colon) || strchr ("_-.", *colon) != NULL);)
    colon++;
  if (colon < end && *colon == ':')
    at = colon + 1;
  return (gsize)(end - at) >= sizeof element && memcmp (at, element, sizeof element - 1) == 0
         && (g_ascii_isspace (at[sizeof element - 1])
             || strchr ("/>", at[sizeof element - 1]) != NULL);
}
