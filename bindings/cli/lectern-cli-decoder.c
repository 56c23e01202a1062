/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-decoder.h"
#include "lectern-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* So much is held of the file; by the first of it the encoding is judged. */
#define IN_BYTES ((gsize)1 << 20)
/* So much is converted at a time. */
#define OUT_BYTES ((gsize)1 << 16)

/* The library takes so many characters of three bytes before the first mistake for proof that a
 * text is UTF-8 with a mistake in it. */
#define UTF8_EVIDENCE 4

struct _LecternCliDecoder
{
  char *path;
  int fd;
  GIConv converter; /* (GIConv)-1: it is UTF-8 */
  const char *encoding;
  char *in;
  gsize start;  /* of what has not been given yet */
  gsize length; /* of what is in `in` */
  gboolean ended;
  guint64 size; /* of the file; 0: not known */
  guint64 n_given;
  int saved_errno;
  char out[OUT_BYTES];
};

/* Longer marks first: that of UTF-16 is the beginning of that of UTF-32. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *encoding;
} marks[] = {
  { "\xff\xfe\0\0", 4, "UTF-32LE" },    { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\x84\x31\x95\x33", 4, "GB18030" }, { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },        { "\xfe\xff", 2, "UTF-16BE" },
};

/* --- input ---------------------------------------------------------------------------------- */

/* Reads on behind what is there; at the first time, until the buffer is full. */
static void
fill (LecternCliDecoder *decoder, gboolean whole)
{
  memmove (decoder->in, decoder->in + decoder->start, decoder->length - decoder->start);
  decoder->length -= decoder->start;
  decoder->start = 0;
  while (!decoder->ended && decoder->length < IN_BYTES)
    {
      ssize_t n = read (decoder->fd, decoder->in + decoder->length, IN_BYTES - decoder->length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        decoder->saved_errno = errno;
      if (n <= 0)
        decoder->ended = TRUE;
      else
        decoder->length += (gsize)n;
      if (!whole)
        return;
    }
}

/* How many of the bytes are whole characters of UTF-8; `cut` is set where the rest may be the
 * beginning of one. */
static gsize
count_utf8 (const char *text, gsize length, gboolean *cut)
{
  gsize at = 0;

  while (at < length)
    {
      const char *bad;

      /* It stops at a NUL, which is a character of a text like any other. */
      if (!g_utf8_validate_len (text + at, length - at, &bad) && *bad != '\0')
        {
          gsize rest = length - (gsize)(bad - text);

          *cut = rest < 4 && g_utf8_get_char_validated (bad, (gssize)rest) == (gunichar)-2;
          return (gsize)(bad - text);
        }
      at = MIN ((gsize)(bad - text) + 1, length);
    }
  *cut = FALSE;
  return length;
}

/* --- which encoding ------------------------------------------------------------------------- */

static gboolean
is_gb18030 (const char *text, gsize length, gboolean ended)
{
  g_autoptr (GError) error = NULL;
  gsize read;
  g_autofree char *converted
      = g_convert (text, (gssize)length, "UTF-8", "GB18030", &read, NULL, &error);

  /* A character has at most four bytes. */
  return converted != NULL || (error->code == G_CONVERT_ERROR_PARTIAL_INPUT && !ended)
         || (error->code == G_CONVERT_ERROR_ILLEGAL_SEQUENCE && !ended && length - read < 4);
}

static const char *
guess_encoding (LecternCliDecoder *decoder)
{
  gboolean cut;
  gsize good = count_utf8 (decoder->in, decoder->length, &cut);
  guint evidence = 0;

  if (good == decoder->length || (cut && !decoder->ended))
    return "UTF-8";
  for (gsize i = 0; i < good && evidence < UTF8_EVIDENCE; i++)
    evidence += (guchar)decoder->in[i] >= 0xe0;
  if (evidence >= UTF8_EVIDENCE || !is_gb18030 (decoder->in, decoder->length, decoder->ended))
    return "UTF-8";
  lectern_cli_complain (decoder->path, _ ("not UTF-8, read as GB18030"));
  return "GB18030";
}

static void
choose_encoding (LecternCliDecoder *decoder, const char *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (decoder->length >= marks[i].length
        && memcmp (decoder->in, marks[i].bytes, marks[i].length) == 0)
      {
        decoder->encoding = marks[i].encoding;
        decoder->start = marks[i].length;
        decoder->n_given = marks[i].length;
        return;
      }
  decoder->encoding = encoding != NULL ? g_intern_string (encoding) : guess_encoding (decoder);
}

static gboolean
is_utf8 (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

/* --- the decoder ---------------------------------------------------------------------------- */

static gboolean
open_file (LecternCliDecoder *decoder)
{
  struct stat status;

  if (strcmp (decoder->path, LECTERN_CLI_STANDARD) == 0)
    decoder->fd = dup (STDIN_FILENO);
  else
    decoder->fd = open (decoder->path, O_RDONLY | O_CLOEXEC);
  if (decoder->fd >= 0 && fstat (decoder->fd, &status) == 0)
    {
      if (S_ISREG (status.st_mode))
        decoder->size = (guint64)status.st_size;
      fill (decoder, TRUE);
      if (decoder->saved_errno == 0 || decoder->length > 0)
        return TRUE;
      errno = decoder->saved_errno;
    }
  lectern_cli_complain_errno (decoder->path);
  return FALSE;
}

LecternCliDecoder *
lectern_cli_decoder_open (const char *path, const char *encoding)
{
  g_autoptr (LecternCliDecoder) decoder = g_new0 (LecternCliDecoder, 1);

  decoder->path = g_strdup (path);
  decoder->in = g_malloc (IN_BYTES);
  decoder->converter = (GIConv)-1;
  decoder->fd = -1;
  if (!open_file (decoder))
    return NULL;
  choose_encoding (decoder, encoding);
  if (!is_utf8 (decoder->encoding))
    {
      decoder->converter = g_iconv_open ("UTF-8", decoder->encoding);
      if (decoder->converter == (GIConv)-1)
        {
          lectern_cli_complain (path, _ ("unknown encoding “%s”"), decoder->encoding);
          return NULL;
        }
    }
  return g_steal_pointer (&decoder);
}

void
lectern_cli_decoder_free (LecternCliDecoder *decoder)
{
  if (decoder->converter != (GIConv)-1)
    g_iconv_close (decoder->converter);
  if (decoder->fd >= 0)
    close (decoder->fd);
  g_free (decoder->in);
  g_free (decoder->path);
  g_free (decoder);
}

/* What there is of whole characters; `cut` is set where the next byte only begins one. */
static gsize
convert (LecternCliDecoder *decoder, const char **text, gboolean *cut)
{
  char *in = decoder->in + decoder->start;
  gsize left = decoder->length - decoder->start;
  char *out = decoder->out;
  gsize room = OUT_BYTES;
  gsize old_start = decoder->start;
  gsize result, length;
  gboolean half;

  if (decoder->converter == (GIConv)-1)
    {
      *text = in;
      length = count_utf8 (in, left, cut);
      decoder->start += length;
      decoder->n_given += length;
      return length;
    }
  *cut = FALSE;
  if (left == 0 && !decoder->ended)
    return 0;
  /* Without input it only brings a stateful encoding back to its beginning. */
  result = left > 0 ? g_iconv (decoder->converter, &in, &left, &out, &room)
                    : g_iconv (decoder->converter, NULL, NULL, &out, &room);
  *cut = result == (gsize)-1 && errno == EINVAL;
  decoder->start = decoder->length - left;
  decoder->n_given += decoder->start - old_start;
  *text = decoder->out;
  length = count_utf8 (decoder->out, OUT_BYTES - room, &half);
  /* UTF-32 has numbers that are no characters: nothing comes after them. */
  if (length < OUT_BYTES - room)
    {
      decoder->start = decoder->length;
      decoder->saved_errno = EILSEQ;
      decoder->ended = TRUE;
    }
  return length;
}

static gboolean
fail (LecternCliDecoder *decoder, char **message)
{
  if (decoder->saved_errno == 0 || decoder->saved_errno == EILSEQ)
    *message = g_strdup_printf (_ ("byte %" G_GUINT64_FORMAT " is not %s"), decoder->n_given,
                                decoder->encoding);
  else
    *message = lectern_cli_translate_message (g_strerror (decoder->saved_errno));
  return FALSE;
}

gboolean
lectern_cli_decoder_read (LecternCliDecoder *decoder, const char **text, gsize *length,
                          char **message)
{
  for (;;)
    {
      gboolean cut;

      *length = convert (decoder, text, &cut);
      if (*length > 0)
        return TRUE;
      /* Bytes are left that are no character, and not for want of more. */
      if (decoder->start < decoder->length && !(cut && !decoder->ended))
        return fail (decoder, message);
      if (decoder->ended)
        return decoder->saved_errno == 0 || fail (decoder, message);
      fill (decoder, FALSE);
    }
}

double
lectern_cli_decoder_get_share (const LecternCliDecoder *decoder)
{
  return decoder->size > 0 ? MIN ((double)decoder->n_given / (double)decoder->size, 1) : -1;
}
