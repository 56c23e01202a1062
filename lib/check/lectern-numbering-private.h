/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-sequences-private.h"

/* Between the files of the rules of numbering. */

/* Whether what stands between two members leads to a new row of numbers. */
gboolean _lectern_check_is_led_to (LecternCheck *check, guint member, guint previous);

void _lectern_check_numbering_gap (LecternCheck *check);
void _lectern_check_numbering_duplicate (LecternCheck *check);
void _lectern_check_numbering_start (LecternCheck *check);
void _lectern_check_numbering_restart (LecternCheck *check);
void _lectern_check_point_lonely (LecternCheck *check);
void _lectern_check_numbering_order (LecternCheck *check);
void _lectern_check_numbering_level (LecternCheck *check);
void _lectern_check_numbering_mixed (LecternCheck *check);
void _lectern_check_numbering_siblings (LecternCheck *check);
