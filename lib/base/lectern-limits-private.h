/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Offsets within a document are 32 bits wide, and the highest stands for "none". */
#define LECTERN_MAX_TEXT_BYTES ((gsize)G_MAXUINT32 - 1)

/* How deep elements of XML may be nested unless the reader is told otherwise. */
#define LECTERN_DEFAULT_MAX_DEPTH 256
