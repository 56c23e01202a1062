/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-part-private.h"

/* Rules of the family `points` that have files of their own. */
void _lectern_points_check_parallel (LecternCheck *check);
void _lectern_points_check_swallows (LecternCheck *check);
