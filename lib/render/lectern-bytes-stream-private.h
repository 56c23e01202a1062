/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

/* A stream into memory. GMemoryOutputStream clears what it grows by, which takes as long as
 * rendering. */
GOutputStream *_lectern_bytes_stream_new (void);
GBytes *_lectern_bytes_stream_steal (GOutputStream *stream);
