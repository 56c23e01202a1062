/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-output-private.h"

#include "render/lectern-bytes-stream-private.h"

static void
get_buffer (LecternOutput *output)
{
  char *memory = _lectern_bytes_stream_reserve (output->stream, LECTERN_OUTPUT_SIZE);

  output->borrowed = memory != NULL;
  output->data = output->borrowed ? memory : g_malloc (LECTERN_OUTPUT_SIZE);
}

void
_lectern_output_init (LecternOutput *output, GOutputStream *stream, GCancellable *cancellable)
{
  *output = (LecternOutput){ .stream = stream, .cancellable = cancellable };
  get_buffer (output);
}

static void
write_all (LecternOutput *output, const char *data, gsize length)
{
  if (!output->failed && length > 0
      && !g_output_stream_write_all (output->stream, data, length, NULL, output->cancellable,
                                     &output->error))
    output->failed = TRUE;
}

/* Gives what was written to the stream, and leaves the buffer empty. */
static void
flush (LecternOutput *output)
{
  if (!output->borrowed)
    write_all (output, output->data, output->used);
  else if (!output->failed)
    {
      output->failed = g_cancellable_set_error_if_cancelled (output->cancellable, &output->error);
      _lectern_bytes_stream_commit (output->stream, output->used);
    }
  output->used = 0;
}

void
_lectern_output_spill (LecternOutput *output, const char *data, gsize length)
{
  flush (output);
  if (length > LECTERN_OUTPUT_SIZE)
    {
      write_all (output, data, length);
      length = 0;
    }
  if (output->borrowed)
    get_buffer (output);
  if (length > 0)
    memcpy (output->data, data, length);
  output->used = length;
}

gboolean
_lectern_output_finish (LecternOutput *output, GError **error)
{
  flush (output);
  if (!output->borrowed)
    g_free (output->data);
  if (!output->failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&output->error));
  return FALSE;
}

void
_lectern_output_add_number (LecternOutput *output, guint64 number)
{
  char digits[20];
  gsize at = sizeof digits;

  do
    digits[--at] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  _lectern_output_add (output, digits + at, sizeof digits - at);
}
