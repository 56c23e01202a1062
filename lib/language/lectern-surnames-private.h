/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The surname that a Chinese name begins with: its first character, or its first two where they are
 * a surname and something follows (欧阳明) or nothing else is said (欧阳). NULL for a name that has
 * other letters or a dot (阿依古丽·买买提), or more than four characters, for such a name does
 * not begin with a surname. */
char *_lectern_surname_dup (const char *name);
