/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

/* A stream into memory. GMemoryOutputStream clears what it grows by, which takes as long as
 * rendering. */
GOutputStream *_lectern_bytes_stream_new (gsize expected);
GBytes *_lectern_bytes_stream_steal (GOutputStream *stream);

/* Where `room` bytes more may be written, without a copy; NULL where it is another stream. What was
 * written there counts when it is said. */
char *_lectern_bytes_stream_reserve (GOutputStream *stream, gsize room);
void _lectern_bytes_stream_commit (GOutputStream *stream, gsize length);
