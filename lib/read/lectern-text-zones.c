/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* Opening and closing: what stands before the first heading or list, and what ends the body. */

/* 。！？ and what closes after them; not …… and no stop at all, where the text was cut. */
static gboolean
ends_whole (const LecternTextReader *r, const LecternBlock *b)
{
  guint32 t = b->token_end;

  while (t > b->token && r->scan.tokens[t - 1].offset >= b->stop)
    t--;
  return t > b->token && r->scan.tokens[t - 1].offset + r->scan.tokens[t - 1].length == b->stop
         && (r->scan.tokens[t - 1].class & (LECTERN_CHAR_STOP | LECTERN_CHAR_CLOSE));
}

static gboolean
opens_closing (const LecternTextReader *r, guint i, guint first)
{
  const LecternBlock *b = &r->blocks[i];

  if (b->role == LECTERN_BLOCK_SALUTATION)
    return i > first && b->body == b->stop;
  return i > first && b->role == LECTERN_BLOCK_BODY && b->mark < 0 && b->address > b->begin
         && b->address < b->stop && strchr (".", r->text[b->address - 1]) == NULL;
}

/* The body from `last` back to where no heading or list begins. */
static guint
find_closing (const LecternTextReader *r, guint first, guint last)
{
  guint closing = last + 1;

  for (guint i = last + 1; i-- > first;)
    {
      const LecternBlock *b = &r->blocks[i];

      if (b->role == LECTERN_BLOCK_HEADING
          || (b->role == LECTERN_BLOCK_BODY && (b->mark >= 0 || b->listed)))
        break;
      if (opens_closing (r, i, first))
        return i;
    }
  if (r->blocks[last].role == LECTERN_BLOCK_BODY && r->blocks[last].mark < 0 && last > first
      && !r->blocks[last].listed && ends_whole (r, &r->blocks[last]))
    closing = last;
  return closing;
}

static gboolean
is_body (const LecternBlock *b)
{
  return b->role == LECTERN_BLOCK_BODY || b->role == LECTERN_BLOCK_HEADING
         || (b->role == LECTERN_BLOCK_SALUTATION && b->body < b->stop);
}

static void
set_segments (LecternTextReader *r, guint closing)
{
  guint segment = 1;

  for (guint i = 0; i < r->n_blocks; i++)
    {
      LecternBlock *b = &r->blocks[i];

      segment += i == closing
                 || (b->role != LECTERN_BLOCK_BODY && b->role != LECTERN_BLOCK_BOILERPLATE);
      b->segment = segment;
    }
}

void
_lectern_reader_set_segments (LecternTextReader *r)
{
  set_segments (r, G_MAXUINT);
}

void
_lectern_reader_find_closing (LecternTextReader *r)
{
  guint first = 0, last = r->n_blocks, closing;

  while (first < r->n_blocks && !is_body (&r->blocks[first]))
    first++;
  for (guint i = first; i < last; i++)
    if (r->blocks[i].role == LECTERN_BLOCK_THANKS)
      last = i; /* what follows on the thanks is no closing */
  while (last > first && !is_body (&r->blocks[last - 1]))
    last--;
  for (guint i = first; i < last; i++)
    r->blocks[i].zone = LECTERN_ZONE_BODY;
  if (last == first)
    return;
  closing = find_closing (r, first, last - 1);
  for (guint i = closing; i < last; i++)
    r->blocks[i].zone = LECTERN_ZONE_CLOSING;
  set_segments (r, closing);
}

/* A series that begins before `stop` is not cut by it. */
static guint
whole_series (const LecternTextReader *r, guint stop)
{
  for (guint i = 0; i < r->series->len; i++)
    {
      const LecternSeriesPlan *s = &g_array_index (r->series, LecternSeriesPlan, i);

      if (_lectern_reader_mark (r, s->first)->block < stop)
        stop = MAX (stop, _lectern_reader_mark (r, s->last)->block + 1);
    }
  return stop;
}

/* The opening goes to the first heading, or to the first series whose first member starts a line;
 * where there is neither, it is the first paragraph. */
void
_lectern_reader_find_opening (LecternTextReader *r)
{
  guint first = 0, stop = r->n_blocks;
  gboolean found = FALSE;

  while (first < r->n_blocks && r->blocks[first].zone == LECTERN_ZONE_FRAME)
    first++;
  for (guint i = 0; i < r->series->len; i++)
    {
      const LecternMark *m
          = _lectern_reader_mark (r, g_array_index (r->series, LecternSeriesPlan, i).first);

      if (m->at_start && m->block < stop)
        stop = m->block;
    }
  for (guint i = first; i < stop; i++)
    if (r->blocks[i].role == LECTERN_BLOCK_HEADING || r->blocks[i].zone == LECTERN_ZONE_CLOSING)
      stop = i;
  found = stop < r->n_blocks && r->blocks[stop].zone == LECTERN_ZONE_BODY;
  if (!found)
    stop = MIN (first + 1, stop);
  stop = whole_series (r, stop);
  for (guint i = first; i < stop; i++)
    r->blocks[i].zone = LECTERN_ZONE_OPENING;
}
