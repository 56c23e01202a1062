/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(LECTERN_INSIDE) && !defined(LECTERN_COMPILATION)
#error "Only <lectern/lectern.h> can be included directly."
#endif

#include <lectern/lectern-types.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_WALKER (lectern_walker_get_type ())
#define LECTERN_TYPE_EVENT  (lectern_event_get_type ())

typedef enum
{
  LECTERN_EVENT_NONE,
  LECTERN_EVENT_ENTER,
  LECTERN_EVENT_LEAVE,
  LECTERN_EVENT_TEXT
} LecternEvent;

struct _LecternWalker
{
  /*< private >*/
  gpointer pointers[4];
  gsize sizes[4];
};

LECTERN_AVAILABLE_IN_1_0
GType lectern_event_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
GType lectern_walker_get_type (void) G_GNUC_CONST;
LECTERN_AVAILABLE_IN_1_0
LecternWalker *lectern_walker_new (LecternNode *root);
LECTERN_AVAILABLE_IN_1_0
void lectern_walker_free (LecternWalker *walker);
LECTERN_AVAILABLE_IN_1_0
void lectern_walker_init (LecternWalker *walker, LecternNode *root);
LECTERN_AVAILABLE_IN_1_0
LecternEvent lectern_walker_next (LecternWalker *walker);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_walker_next_node (LecternWalker *walker);
LECTERN_AVAILABLE_IN_1_0
void lectern_walker_skip (LecternWalker *walker);
LECTERN_AVAILABLE_IN_1_0
LecternNode *lectern_walker_get_node (LecternWalker *walker);
LECTERN_AVAILABLE_IN_1_0
void lectern_walker_get_span (LecternWalker *walker, LecternSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternWalker, lectern_walker_free)

G_END_DECLS
