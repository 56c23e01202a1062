/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Offsets within a document are 32 bits wide, and the highest stands for "none". */
#define LECTERN_MAX_TEXT_BYTES ((gsize)G_MAXUINT32 - 1)

/* How deep elements of XML may be nested unless the reader is told otherwise. */
#define LECTERN_DEFAULT_MAX_DEPTH 256

/* What a template may come to unless the options of filling say otherwise: rounds of its repeats
 * and fragments, all together; how deep these are in each other; and bytes of text. */
#define LECTERN_DEFAULT_MAX_REPETITIONS 10000
#define LECTERN_DEFAULT_MAX_NESTING     32
#define LECTERN_DEFAULT_MAX_OUTPUT      ((gsize)64 * 1024 * 1024)

/* Of a library of fragments: files, and folders below each other. */
#define LECTERN_MAX_FRAGMENTS        100000
#define LECTERN_MAX_FRAGMENT_FOLDERS 32
