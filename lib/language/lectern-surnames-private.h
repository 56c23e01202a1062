/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The bytes of the surname that a Chinese name begins with: its first character, or its first two
 * where these are a surname (欧阳明). 0 for a name that has other letters or a dot
 * (阿依古丽·买买提), or more than four characters, for such a name does not begin with a
 * surname. */
gsize _lectern_surname_length (const char *name, gsize length);
