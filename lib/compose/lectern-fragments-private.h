/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* As lectern_fragments_lookup(), but without a reference. */
LecternFragment *_lectern_fragments_peek (LecternFragments *self, const char *id);
