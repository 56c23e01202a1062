/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-expand-private.h"

/* Puts a line with the headings of the first level before an expanded text, which `document` was
 * read from; what is to be filled in there is to be filled in here too. FALSE where there are no
 * headings, or with an error. */
gboolean _lectern_headline_add (LecternExpansion *expansion, LecternDocument *document,
                                GError **error);
