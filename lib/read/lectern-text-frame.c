/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-frame-private.h"

#include <string.h>

/* The frame of a speech, and what of it stands within. */

#define SPEAKER_MAX_BYTES 16
#define SPEAKER_TURNS     3

/* 员工：… at the start of several paragraphs tells who speaks, not to whom. */
static gboolean
is_label (const LecternTextReader *r, const LecternBlock *b)
{
  return b->address > b->begin && b->address < b->stop && b->address - b->begin <= SPEAKER_MAX_BYTES
         && _lectern_frame_ends (r, "：|:", b->begin, b->address);
}

static gboolean
is_same_label (const LecternTextReader *r, const LecternBlock *a, const LecternBlock *b)
{
  guint32 n = a->address - a->begin;

  return b->address - b->begin == n && memcmp (r->text + a->begin, r->text + b->begin, n) == 0;
}

static void
drop_speakers (LecternTextReader *r)
{
  LecternBlock *first = NULL;
  guint turns = 0;

  for (guint i = 0; i < r->n_blocks; i++)
    if (is_label (r, &r->blocks[i]))
      {
        first = first != NULL ? first : &r->blocks[i];
        turns += is_same_label (r, first, &r->blocks[i]);
      }
  if (turns < SPEAKER_TURNS)
    return;
  for (guint i = r->n_blocks; i-- > 0;)
    if (is_label (r, &r->blocks[i]) && is_same_label (r, first, &r->blocks[i]))
      r->blocks[i].address = r->blocks[i].begin;
}

void
_lectern_reader_find_frame (LecternTextReader *r)
{
  guint floor = 0, back;

  drop_speakers (r);
  _lectern_reader_find_front (r);
  while (floor < r->n_blocks && r->blocks[floor].role != LECTERN_BLOCK_BODY)
    floor++;
  back = _lectern_reader_find_back (r, floor);
  for (guint i = floor; i < back; i++)
    {
      LecternBlock *b = &r->blocks[i];

      if (b->role != LECTERN_BLOCK_BODY)
        continue;
      if (_lectern_frame_is_salutation (r, b, FALSE) && b->address == b->stop)
        {
          b->role = LECTERN_BLOCK_SALUTATION;
          b->body = b->stop;
        }
      else if (_lectern_reader_is_page_number (r, b->begin, b->stop)
               || _lectern_frame_is_remark (r, b) || _lectern_frame_is_inner_advert (r, b))
        b->role = LECTERN_BLOCK_BOILERPLATE;
    }
}
