/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/lectern-attributes-private.h"
#include "model/lectern-kinds-private.h"

/* The table of kinds: what may stand in what. */

gboolean _lectern_kind_may_hold (LecternNodeKind parent, LecternNodeKind child);
/* Whether the kind may hold text that is not blank. */
gboolean _lectern_kind_may_hold_text (LecternNodeKind kind);
gboolean _lectern_kind_has_attribute (LecternNodeKind kind, LecternAttributeId id);
/* A block of one line, which holds no line end. */
gboolean _lectern_kind_is_line (LecternNodeKind kind);
/* A container whose children stand on lines of their own. */
gboolean _lectern_kind_holds_lines (LecternNodeKind kind);
