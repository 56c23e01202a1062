/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_PACE (lectern_pace_get_type ())

/* Characters in a minute, as a profile may have them. */
#define LECTERN_MAX_RATE 10000
/* Seconds. */
#define LECTERN_DEFAULT_PARAGRAPH_PAUSE 1.0
#define LECTERN_DEFAULT_POINT_PAUSE     0.5
#define LECTERN_MAX_PAUSE               3600.0

LECTERN_AVAILABLE_IN_1_0
GType lectern_pace_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternPace *lectern_pace_new (void);
LECTERN_AVAILABLE_IN_1_0
LecternPace *lectern_pace_ref (LecternPace *pace);
LECTERN_AVAILABLE_IN_1_0
void lectern_pace_unref (LecternPace *pace);
LECTERN_AVAILABLE_IN_1_0
void lectern_pace_set_rate (LecternPace *pace, guint rate);
LECTERN_AVAILABLE_IN_1_0
guint lectern_pace_get_rate (LecternPace *pace);
LECTERN_AVAILABLE_IN_1_0
void lectern_pace_set_paragraph_pause (LecternPace *pace, double seconds);
LECTERN_AVAILABLE_IN_1_0
double lectern_pace_get_paragraph_pause (LecternPace *pace);
LECTERN_AVAILABLE_IN_1_0
void lectern_pace_set_point_pause (LecternPace *pace, double seconds);
LECTERN_AVAILABLE_IN_1_0
double lectern_pace_get_point_pause (LecternPace *pace);
LECTERN_AVAILABLE_IN_1_0
void lectern_pace_set_title (LecternPace *pace, gboolean title);
LECTERN_AVAILABLE_IN_1_0
gboolean lectern_pace_get_title (LecternPace *pace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPace, lectern_pace_unref)

G_END_DECLS
