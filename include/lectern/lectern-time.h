/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-document.h>
#include <lectern/lectern-pace.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_TIME (lectern_time_get_type ())

LECTERN_AVAILABLE_IN_1_0
GType lectern_time_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_document_list_times (LecternDocument *document, LecternPace *pace);
LECTERN_AVAILABLE_IN_1_0
LecternTime *lectern_node_dup_time (LecternNode *node, LecternPace *pace);
LECTERN_AVAILABLE_IN_1_0
GPtrArray *lectern_node_list_readings (LecternNode *node);
LECTERN_AVAILABLE_IN_1_0
GBytes *lectern_node_dup_spoken (LecternNode *node, LecternPace *pace);

LECTERN_AVAILABLE_IN_1_0
LecternTime *lectern_time_ref (LecternTime *time);
LECTERN_AVAILABLE_IN_1_0
void lectern_time_unref (LecternTime *time);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_time_get_node (LecternTime *time);
LECTERN_AVAILABLE_IN_1_0
guint lectern_time_get_depth (LecternTime *time);
LECTERN_AVAILABLE_IN_1_0
gsize lectern_time_get_characters (LecternTime *time);
LECTERN_AVAILABLE_IN_1_0
double lectern_time_get_start (LecternTime *time);
LECTERN_AVAILABLE_IN_1_0
double lectern_time_get_seconds (LecternTime *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternTime, lectern_time_unref)

G_END_DECLS
