/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The same made-up speech as plain text and as CommonMark (headings, ordered lists, masks as code),
 * of about `length` bytes of text. The same length always gives the same speech. */
void generate_speech (gsize length, GBytes **text, GBytes **markdown);
