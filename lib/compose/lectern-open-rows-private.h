/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-program-private.h"

/* The rows of sections and points while a template is expanded: which number comes next. A row goes
 * on in the next round of a repeat, in the other branch of an if, and in a fragment, where nothing
 * stands between. */
typedef struct _LecternOpenRows LecternOpenRows;

LecternOpenRows *_lectern_open_rows_new (void);
void _lectern_open_rows_free (LecternOpenRows *rows);

/* A directive: a row may go on across it. */
void _lectern_open_rows_cross (LecternOpenRows *rows);
/* Text that is not blank. */
void _lectern_open_rows_write (LecternOpenRows *rows);
/* The next member of a row of the program; gives its number. */
guint _lectern_open_rows_add (LecternOpenRows *rows, const LecternProgram *program,
                              guint32 sequence);
void _lectern_open_rows_close (LecternOpenRows *rows, const LecternProgram *program,
                               guint32 sequence);
/* All those of the program. */
void _lectern_open_rows_leave (LecternOpenRows *rows, const LecternProgram *program);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternOpenRows, _lectern_open_rows_free)
