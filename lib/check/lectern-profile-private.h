/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* Where the n-th of lectern_profile_get_codes() stands in the key file. */
void _lectern_profile_get_position (LecternProfile *profile, guint n, LecternPosition *position);
