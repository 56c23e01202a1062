/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-announcements-private.h"

/* Where announcements are looked for: before each series and before the first of some sections, so
 * that most of a text is not gone through. */

#define BLOCKS_BEFORE 2 /* that a series of paragraphs may be announced in */

static gboolean
may_hold (const LecternBlock *b)
{
  return b->role == LECTERN_BLOCK_BODY || b->role == LECTERN_BLOCK_HEADING
         || (b->role == LECTERN_BLOCK_SALUTATION && b->body < b->stop);
}

/* Whether something stands in the paragraph before the member that the mark opens. */
static gboolean
opens_block (const LecternBlock *b, const LecternMark *m)
{
  return m->marker.start <= b->begin || m->marker.start <= b->body;
}

/* Up to which byte each block may announce a series. */
static void
look_before_series (const LecternTextReader *r, guint32 *upto)
{
  for (guint i = 0; i < r->marks->len; i++)
    {
      const LecternMark *m = _lectern_reader_mark (r, i);
      const LecternBlock *b = &r->blocks[m->block];

      if (m->series < 0 || m->ordinal != 1)
        continue;
      upto[m->block] = MAX (upto[m->block], m->marker.start);
      if (!opens_block (b, m))
        continue;
      for (guint32 k = m->block, n = 0; k-- > 0 && n < BLOCKS_BEFORE; n++)
        {
          if (r->blocks[k].segment != b->segment)
            break;
          upto[k] = r->blocks[k].stop;
        }
    }
}

/* The same for sections: all that stands between a heading and the first one below it. */
static void
look_before_sections (const LecternTextReader *r, guint32 *upto)
{
  guint32 last = 0;
  guint level = 0;

  for (guint i = 0; i < r->n_blocks; i++)
    {
      const LecternBlock *b = &r->blocks[i];

      if (b->role != LECTERN_BLOCK_HEADING)
        continue;
      if (b->level > level)
        for (guint32 k = last; k < i; k++)
          upto[k] = r->blocks[k].stop;
      level = b->level;
      last = i;
    }
}

static gint
compare_phrases (gconstpointer a, gconstpointer b)
{
  const LecternPhrase *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

void
_lectern_reader_find_announcements (LecternTextReader *r)
{
  g_autofree guint32 *upto = g_new0 (guint32, r->n_blocks + 1);

  look_before_series (r, upto);
  look_before_sections (r, upto);
  for (guint i = 0; i < r->n_blocks; i++)
    {
      const LecternBlock *b = &r->blocks[i];
      const LecternMark *m = _lectern_reader_mark (r, b->mark);
      guint32 from = b->role == LECTERN_BLOCK_SALUTATION ? b->body : b->begin;

      if (!may_hold (b))
        continue;
      if (m != NULL)
        from = MAX (from, m->marker.end);
      if (upto[i] > from)
        _lectern_phrases_find (r, i, from, MIN (upto[i], b->stop), r->announcements);
      if (r->announcing->people.n_words > 0)
        _lectern_phrases_find_names (r, i, r->announcements);
    }
  g_array_sort (r->announcements, compare_phrases);
  _lectern_phrases_tie (r, r->announcements);
}
