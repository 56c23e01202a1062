/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-output-private.h"

void
_lectern_output_init (LecternOutput *output, GOutputStream *stream, GCancellable *cancellable)
{
  *output = (LecternOutput){ .stream = stream, .cancellable = cancellable };
  output->data = g_malloc (LECTERN_OUTPUT_SIZE);
}

static void
write_all (LecternOutput *output, const char *data, gsize length)
{
  if (!output->failed && length > 0
      && !g_output_stream_write_all (output->stream, data, length, NULL, output->cancellable,
                                     &output->error))
    output->failed = TRUE;
}

void
_lectern_output_spill (LecternOutput *output, const char *data, gsize length)
{
  write_all (output, output->data, output->used);
  output->used = 0;
  if (length > LECTERN_OUTPUT_SIZE)
    {
      write_all (output, data, length);
      return;
    }
  if (length > 0)
    memcpy (output->data, data, length);
  output->used = length;
}

gboolean
_lectern_output_finish (LecternOutput *output, GError **error)
{
  write_all (output, output->data, output->used);
  g_clear_pointer (&output->data, g_free);
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
