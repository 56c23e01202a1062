/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>
#include <lectern/lectern.h>

/* What a renderer writes into: a buffer that goes to the stream in big pieces, or memory of the
 * stream itself where it has any. After the first error everything written is dropped, so a
 * renderer asks only now and then (`failed`) and at the end. */

#define LECTERN_OUTPUT_SIZE ((gsize)64 * 1024)

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
  char *data;
  gsize used;
  gboolean borrowed; /* the buffer belongs to the stream */
  gboolean failed;
} LecternOutput;

void _lectern_output_init (LecternOutput *output, GOutputStream *stream, GCancellable *cancellable);
/* What does not fit into the buffer any more. */
void _lectern_output_spill (LecternOutput *output, const char *data, gsize length);
/* Writes what is left and frees the buffer; FALSE with the error where anything went wrong. */
gboolean _lectern_output_finish (LecternOutput *output, GError **error);
void _lectern_output_add_number (LecternOutput *output, guint64 number);

static inline void
_lectern_output_add (LecternOutput *output, const char *data, gsize length)
{
  if (G_UNLIKELY (length > LECTERN_OUTPUT_SIZE - output->used))
    {
      _lectern_output_spill (output, data, length);
      return;
    }
  memcpy (output->data + output->used, data, length);
  output->used += length;
}

/* Room for `length` bytes (at most the size of the buffer) to write to; then commit the end. */
static inline char *
_lectern_output_reserve (LecternOutput *output, gsize length)
{
  if (G_UNLIKELY (length > LECTERN_OUTPUT_SIZE - output->used))
    _lectern_output_spill (output, NULL, 0);
  return output->data + output->used;
}

static inline void
_lectern_output_commit (LecternOutput *output, const char *end)
{
  output->used = (gsize)(end - output->data);
}

#define _lectern_output_add_literal(output, literal)                                               \
  _lectern_output_add (output, "" literal, sizeof (literal) - 1)

static inline void
_lectern_output_add_string (LecternOutput *output, const char *string)
{
  _lectern_output_add (output, string, strlen (string));
}
