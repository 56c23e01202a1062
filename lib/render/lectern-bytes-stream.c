/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "render/lectern-bytes-stream-private.h"

#include <string.h>

typedef struct
{
  GOutputStream parent_instance;

  char *data;
  gsize length;
  gsize capacity;
} LecternBytesStream;

typedef GOutputStreamClass LecternBytesStreamClass;

static GType lectern_bytes_stream_get_type (void);

G_DEFINE_TYPE (LecternBytesStream, lectern_bytes_stream, G_TYPE_OUTPUT_STREAM)

static char *
reserve (LecternBytesStream *bytes, gsize room)
{
  if (room > bytes->capacity - bytes->length || bytes->data == NULL)
    {
      bytes->capacity = MAX (bytes->length + room, bytes->capacity + bytes->capacity / 2) + 1;
      bytes->data = g_realloc (bytes->data, bytes->capacity);
    }
  return bytes->data + bytes->length;
}

static gssize
lectern_bytes_stream_write (GOutputStream *stream, const void *buffer, gsize count,
                            GCancellable *cancellable, GError **error)
{
  LecternBytesStream *bytes = (LecternBytesStream *)stream;

  memcpy (reserve (bytes, count), buffer, count);
  bytes->length += count;
  return (gssize)count;
}

static void
lectern_bytes_stream_finalize (GObject *object)
{
  g_free (((LecternBytesStream *)object)->data);

  G_OBJECT_CLASS (lectern_bytes_stream_parent_class)->finalize (object);
}

static void
lectern_bytes_stream_class_init (LecternBytesStreamClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lectern_bytes_stream_finalize;
  class->write_fn = lectern_bytes_stream_write;
}

static void
lectern_bytes_stream_init (LecternBytesStream *stream)
{
}

GOutputStream *
_lectern_bytes_stream_new (gsize expected)
{
  GOutputStream *stream = g_object_new (lectern_bytes_stream_get_type (), NULL);

  reserve ((LecternBytesStream *)stream, expected);
  return stream;
}

char *
_lectern_bytes_stream_reserve (GOutputStream *stream, gsize room)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (stream, lectern_bytes_stream_get_type ())
             ? reserve ((LecternBytesStream *)stream, room)
             : NULL;
}

void
_lectern_bytes_stream_commit (GOutputStream *stream, gsize length)
{
  ((LecternBytesStream *)stream)->length += length;
}

GBytes *
_lectern_bytes_stream_steal (GOutputStream *stream)
{
  LecternBytesStream *bytes = (LecternBytesStream *)stream;
  char *data = g_realloc (g_steal_pointer (&bytes->data), MAX (bytes->length, 1));

  return g_bytes_new_take (data, bytes->length);
}
