/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What libFuzzer calls. A broken promise of the library aborts. */
int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* What must hold of every document, whatever it was made of. `options` chooses among renderers and
 * their options. */
void fuzz_check_document (LecternDocument *document, guint8 options);

/* The bytes that the tree's own text amounts to, by the walker. */
GBytes *fuzz_walk_text (LecternDocument *document);
