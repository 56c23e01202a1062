/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* Which marks at the start of a paragraph open headings, and how deep they stand. */

#define ALONE_MAX_CHARS 40

static gboolean
is_heading_mark (const LecternMark *m)
{
  return m->at_start && m->marker.role == LECTERN_ROLE_HEADING;
}

/* A heading mark that is doubtful, or that wants company, counts where its neighbour of the same
 * form bears the number before or after it. */
static void
drop_lonely_headings (LecternTextReader *r)
{
  gint last[LECTERN_N_FAMILIES * 2];
  g_autofree guint8 *linked = g_new0 (guint8, r->marks->len + 1);

  memset (last, -1, sizeof last);
  for (guint i = 0; i < r->marks->len; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, i), *before;

      if (!m->at_start || m->marker.role == LECTERN_ROLE_POINT)
        continue;
      before = _lectern_reader_mark (r, last[m->marker.form]);
      if (before != NULL && before->marker.number + 1 == m->marker.number)
        linked[i] = linked[last[m->marker.form]] = TRUE;
      last[m->marker.form] = i;
    }
  for (guint i = 0; i < r->marks->len; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, i);

      if (m->at_start && m->marker.role != LECTERN_ROLE_POINT && !linked[i]
          && (m->marker.doubt || (m->marker.flags & LECTERN_FAMILY_PARTNER)))
        m->series = LECTERN_SERIES_NONE; /* no mark at all */
    }
}

/* Alone on its line, short, and followed by unmarked text of the body. */
static gboolean
stands_alone (const LecternTextReader *r, const LecternMark *m)
{
  const LecternBlock *b = &r->blocks[m->block], *next = b + 1;

  return b->first_line == b->last_line
         && _lectern_count_chars (r->text, m->marker.end, b->stop, ALONE_MAX_CHARS + 1)
                <= ALONE_MAX_CHARS
         && m->block + 1 < r->n_blocks && next->role == LECTERN_BLOCK_BODY && next->mark < 0;
}

static void
settle_group (LecternTextReader *r, GArray *group, guint alone)
{
  gboolean headings = alone * 2 > group->len;

  for (guint i = 0; i < group->len; i++)
    _lectern_reader_mark (r, g_array_index (group, guint, i))->marker.role
        = headings ? LECTERN_ROLE_HEADING : LECTERN_ROLE_POINT;
  g_array_set_size (group, 0);
}

/* （1） ⑴ ① 1） are points, unless most members of their sequence stand alone as headings do. */
static void
settle_either (LecternTextReader *r)
{
  GArray *groups[LECTERN_N_FAMILIES] = { NULL };
  guint alone[LECTERN_N_FAMILIES] = { 0 }, number[LECTERN_N_FAMILIES] = { 0 };

  for (guint i = 0; i < r->marks->len; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, i);
      guint f = m->marker.family;

      if (m->series == LECTERN_SERIES_NONE || m->marker.role != LECTERN_ROLE_EITHER)
        continue;
      if (!m->at_start)
        {
          m->marker.role = LECTERN_ROLE_POINT;
          continue;
        }
      if (groups[f] == NULL)
        groups[f] = g_array_new (FALSE, FALSE, sizeof (guint));
      if (m->marker.number <= number[f])
        {
          settle_group (r, groups[f], alone[f]);
          alone[f] = 0;
        }
      g_array_append_val (groups[f], i);
      alone[f] += stands_alone (r, m);
      number[f] = m->marker.number;
    }
  for (guint f = 0; f < LECTERN_N_FAMILIES; f++)
    if (groups[f] != NULL)
      {
        settle_group (r, groups[f], alone[f]);
        g_array_unref (groups[f]);
      }
}

typedef struct
{
  guint form;
  guint number;
} Level;

/* 一、 once more inside 四、, while 五、 comes after it: the inner sequence is deeper. */
static gboolean
outer_goes_on (LecternTextReader *r, GArray *headings, guint at, guint outer)
{
  const LecternMark *first = _lectern_reader_mark (r, g_array_index (headings, gint, at));
  guint inner = first->marker.number;

  for (guint i = at + 1; i < headings->len; i++)
    {
      const LecternMark *m = _lectern_reader_mark (r, g_array_index (headings, gint, i));

      if (m->marker.form != first->marker.form)
        continue;
      if (m->marker.number == inner + 1)
        inner++;
      else
        return m->marker.number == outer + 1;
    }
  return FALSE;
}

static void
set_levels (LecternTextReader *r, GArray *headings)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Level));

  for (guint i = 0; i < headings->len; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, g_array_index (headings, gint, i));
      Level here = { m->marker.form, m->marker.number };
      gint depth = (gint)stack->len - 1;

      while (depth >= 0 && g_array_index (stack, Level, depth).form != here.form)
        depth--;
      if (depth >= 0)
        {
          guint outer = g_array_index (stack, Level, depth).number;
          gboolean innermost = depth == (gint)stack->len - 1;

          if (!(here.number == 1 && outer > 1 && innermost
                && outer_goes_on (r, headings, i, outer)))
            g_array_set_size (stack, depth);
          /* A sequence of the same form deeper down: close it when the outer one goes on. */
          else
            depth = -1;
          while (stack->len > 0 && depth >= 0 && here.number != outer + 1)
            {
              gint upper = (gint)stack->len - 1;

              while (upper >= 0 && g_array_index (stack, Level, upper).form != here.form)
                upper--;
              if (upper < 0 || g_array_index (stack, Level, upper).number + 1 != here.number)
                break;
              g_array_set_size (stack, upper);
            }
        }
      g_array_append_val (stack, here);
      r->blocks[m->block].level = MIN (stack->len, G_MAXUINT16);
    }
}

/* Where the heading of the block ends: with its line, or, run in, with its first sentence. */
static void
end_heading (LecternTextReader *r, LecternBlock *b, const LecternMark *m)
{
  guint32 t = _lectern_reader_token_at (r, b->token, m->marker.end);

  b->body = _lectern_reader_sentence_end (r, t, LECTERN_CHAR_STOP, b->stop);
}

/* 一、抓产业，二、抓人才，三、抓环境。 on one line are points: the next number stands within the
 * first sentence. */
static void
settle_lists_in_a_sentence (LecternTextReader *r)
{
  for (guint i = 0; i + 1 < r->marks->len; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, i), *next = _lectern_reader_mark (r, i + 1);

      if (is_heading_mark (m) && next->block == m->block && next->marker.form == m->marker.form
          && next->marker.number == m->marker.number + 1
          && next->marker.start < r->blocks[m->block].sentence)
        m->marker.role = LECTERN_ROLE_POINT;
    }
}

void
_lectern_reader_find_headings (LecternTextReader *r)
{
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (gint));

  settle_lists_in_a_sentence (r);
  drop_lonely_headings (r);
  settle_either (r);
  for (guint i = 0; i < r->marks->len; i++)
    {
      LecternMark *m = _lectern_reader_mark (r, i);
      LecternBlock *b = &r->blocks[m->block];

      if (m->series == LECTERN_SERIES_NONE || !is_heading_mark (m))
        continue;
      m->series = LECTERN_SERIES_NONE; /* a heading's mark is no point's */
      b->role = LECTERN_BLOCK_HEADING;
      b->mark = i;
      end_heading (r, b, m);
      g_array_append_val (headings, i);
    }
  set_levels (r, headings);
}
