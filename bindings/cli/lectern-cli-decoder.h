/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A file of text in any encoding, read a piece at a time, so that it may be longer than memory. */
typedef struct _LecternCliDecoder LecternCliDecoder;

/* `-` is the standard input. Without an encoding a byte order mark decides; then it is UTF-8, or
 * GB18030 where it is no UTF-8, as with speeches, but judged by the beginning of the file. What is
 * wrong is said. */
LecternCliDecoder *lectern_cli_decoder_open (const char *path, const char *encoding);
void lectern_cli_decoder_free (LecternCliDecoder *decoder);

/* The next piece, whole characters of UTF-8, borrowed until the next call; its length is 0 at the
 * end. Where the file cannot be read on, and where its bytes are no characters, what was before
 * that is given first, then FALSE and `message`, translated. */
gboolean lectern_cli_decoder_read (LecternCliDecoder *decoder, const char **text, gsize *length,
                                   char **message);

/* How much of the file has been read, 0 to 1, or -1 where its size is not known. */
double lectern_cli_decoder_get_share (const LecternCliDecoder *decoder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliDecoder, lectern_cli_decoder_free)
