/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-open-rows-private.h"

#include "compose/lectern-flow-private.h"

typedef struct
{
  const LecternProgram *program;
  const char *numbering; /* interned */
  guint32 sequence;
  guint32 count; /* which of the counts is its own */
} Row;

struct _LecternOpenRows
{
  GArray *open;   /* Row, the outer ones first */
  GArray *ended;  /* Row: nothing stands behind them yet */
  GArray *counts; /* guint */
  gboolean fresh; /* nothing stands behind the last directive yet */
};

LecternOpenRows *
_lectern_open_rows_new (void)
{
  LecternOpenRows *rows = g_new0 (LecternOpenRows, 1);

  rows->open = g_array_new (FALSE, FALSE, sizeof (Row));
  rows->ended = g_array_new (FALSE, FALSE, sizeof (Row));
  rows->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  return rows;
}

void
_lectern_open_rows_free (LecternOpenRows *rows)
{
  g_array_unref (rows->open);
  g_array_unref (rows->ended);
  g_array_unref (rows->counts);
  g_free (rows);
}

void
_lectern_open_rows_cross (LecternOpenRows *rows)
{
  rows->fresh = TRUE;
}

void
_lectern_open_rows_write (LecternOpenRows *rows)
{
  rows->fresh = FALSE;
  g_array_set_size (rows->ended, 0);
}

static Row *
find_open (LecternOpenRows *rows, const LecternProgram *program, guint32 sequence)
{
  for (guint i = rows->open->len; i-- > 0;)
    {
      Row *row = &g_array_index (rows->open, Row, i);

      if (row->program == program && row->sequence == sequence)
        return row;
    }
  return NULL;
}

static const Row *
find_like (const GArray *among, const char *numbering)
{
  for (guint i = among->len; i-- > 0;)
    if (g_array_index (among, Row, i).numbering == numbering)
      return &g_array_index (among, Row, i);
  return NULL;
}

/* A new row, or one that goes on with another. */
static Row *
begin (LecternOpenRows *rows, const LecternProgram *program, guint32 sequence)
{
  Row row = { program, program->flow->sequences->pdata[sequence], sequence, rows->counts->len };
  const Row *before = NULL;
  guint none = 0;

  if (rows->fresh)
    before = find_like (rows->ended, row.numbering);
  if (rows->fresh && before == NULL)
    before = find_like (rows->open, row.numbering);
  if (before != NULL)
    row.count = before->count;
  else
    g_array_append_val (rows->counts, none);
  g_array_append_val (rows->open, row);
  return &g_array_index (rows->open, Row, rows->open->len - 1);
}

guint
_lectern_open_rows_add (LecternOpenRows *rows, const LecternProgram *program, guint32 sequence)
{
  Row *row = find_open (rows, program, sequence);

  if (row == NULL)
    row = begin (rows, program, sequence);
  else /* the rows in the member before have ended */
    g_array_set_size (rows->open, (guint)(row - (const Row *)rows->open->data) + 1);
  _lectern_open_rows_write (rows);
  return ++g_array_index (rows->counts, guint, row->count);
}

void
_lectern_open_rows_close (LecternOpenRows *rows, const LecternProgram *program, guint32 sequence)
{
  const Row *row = find_open (rows, program, sequence);
  Row ended;

  if (row == NULL)
    return;
  ended = *row;
  g_array_remove_index (rows->open, (guint)(row - (const Row *)rows->open->data));
  g_array_append_val (rows->ended, ended);
}

void
_lectern_open_rows_leave (LecternOpenRows *rows, const LecternProgram *program)
{
  for (guint i = rows->open->len; i-- > 0;)
    if (g_array_index (rows->open, Row, i).program == program)
      _lectern_open_rows_close (rows, program, g_array_index (rows->open, Row, i).sequence);
}
