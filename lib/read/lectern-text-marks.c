/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-reader-private.h"

#include <string.h>

/* Where markers stand: at the start of blocks, and inside after a boundary. */

static void
add_mark (LecternTextReader *r, guint block, guint32 token, const LecternMarker *marker,
          gboolean at_start)
{
  LecternMark m = {
    .marker = *marker, .block = block, .token = token, .next = -1, .series = LECTERN_SERIES_OPEN
  };

  m.at_start = at_start;
  if (at_start)
    r->blocks[block].mark = r->marks->len;
  g_array_append_val (r->marks, m);
}

static gboolean
is_behind_quotation (const LecternTextReader *r, guint32 t, guint32 at)
{
  const LecternToken *before = t > 0 ? &r->scan.tokens[t - 1] : NULL;

  return before != NULL && before->offset + before->length == at
         && _lectern_alternative_at ("”|’|」|』|》|〉", r->text + before->offset, r->text + at) > 0;
}

/* How far a second member is looked for. */
#define MAX_AHEAD 200

/* Whether the marker is the first of a list: “几个好”（1）…；（2）…. */
static gboolean
begins_list (const LecternTextReader *r, guint32 t, const LecternMarker *m, const LecternBlock *b)
{
  guint32 last = MIN (b->token_end, t + MAX_AHEAD);
  LecternMarker next;

  if (m->number != 1)
    return FALSE;
  for (t++; t < last && r->scan.tokens[t].offset < b->stop; t++)
    if ((r->scan.tokens[t].class & LECTERN_CHAR_MARK) != 0
        && _lectern_marker_match (r->text, r->scan.tokens[t].offset, b->stop, FALSE, &next)
        && next.form == m->form)
      return next.number == 2 && !is_behind_quotation (r, t, next.start);
  return FALSE;
}

/* “…”⑴ and 《…》① refer to notes. In a list that is running they may be its next member. */
static gboolean
is_note_mark (const LecternTextReader *r, guint32 t, const LecternMarker *m,
              const LecternMarker *last, const LecternBlock *b)
{
  return (m->family == LECTERN_FAMILY_DECIMAL_BRACKETS || m->family == LECTERN_FAMILY_CIRCLED)
         && (last->form != m->form || last->number + 1 != m->number)
         && is_behind_quotation (r, t, m->start) && !begins_list (r, t, m, b);
}

/* Inside a paragraph some forms stand only after the end of a clause; but a list that the marker at
 * the start of the paragraph has begun goes on after a comma as well. */
static gboolean
boundary_allows (const LecternTextReader *r, guint32 t, const LecternMarker *m,
                 const LecternMarker *last)
{
  const LecternToken *before;
  guint32 at = m->start;
  guint n;

  if ((m->flags & LECTERN_FAMILY_SENTENCE) == 0
      || (last != NULL && last->form == m->form && last->number + 1 == m->number))
    return TRUE;
  if (t == 0)
    return FALSE;
  before = &r->scan.tokens[t - 1];
  while ((n = _lectern_blank_behind (r->text + before->offset + before->length, r->text + at)) > 0)
    at -= n;
  return before->offset + before->length == at
         && (before->class
             & (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COLON | LECTERN_CHAR_CLOSE));
}

/* A saying in quotes that begins with a marker (“一要吃饭，二要建设”) is no series: the byte after
 * the closing quote, or 0. */
static guint32
quoted_list_end (const LecternTextReader *r, guint32 t, const LecternBlock *b)
{
  const LecternToken *tokens = r->scan.tokens;
  guint32 at = tokens[t].offset + tokens[t].length;
  guint size, depth = 1;
  LecternMarker m;

  if (at >= b->stop
      || (_lectern_char_class_at ((const guchar *)r->text + at, &size) & LECTERN_CHAR_MARK) == 0
      || _lectern_alternative_at ("“|‘|「|『|\"", r->text + tokens[t].offset, r->text + at) <= 0
      || !_lectern_marker_match (r->text, at, b->stop, FALSE, &m))
    return 0;
  for (t++; t < b->token_end; t++)
    {
      depth += (tokens[t].class & LECTERN_CHAR_OPEN) != 0;
      if ((tokens[t].class & LECTERN_CHAR_CLOSE) && --depth == 0)
        return tokens[t].offset + tokens[t].length;
    }
  return 0;
}

/* A member needs something between its marker and the next one of the form: 甲、乙、丙三个队 are
 * none. */
static void
drop_empty (LecternTextReader *r, guint32 t, const LecternMarker *m)
{
  LecternMark *last = _lectern_reader_mark (r, (gint)r->marks->len - 1);
  guint32 at = m->start;

  if (last == NULL || t == 0)
    return;
  if (r->scan.tokens[t - 1].offset == last->marker.end
      && r->scan.tokens[t - 1].offset + r->scan.tokens[t - 1].length == at)
    at = r->scan.tokens[t - 1].offset;
  if (at == last->marker.end && last->marker.form == m->form)
    last->series = LECTERN_SERIES_NONE;
}

static void
find_inside (LecternTextReader *r, guint block)
{
  const LecternBlock *b = &r->blocks[block];
  guint32 from = b->body;
  LecternMarker last = { 0 };

  if (b->mark >= 0)
    {
      last = _lectern_reader_mark (r, b->mark)->marker;
      from = last.end;
    }
  for (guint32 t = b->token; t < b->token_end && r->scan.tokens[t].offset < b->stop; t++)
    {
      const LecternToken *token = &r->scan.tokens[t];
      LecternMarker m;

      if (token->offset < from)
        continue;
      if (token->class & LECTERN_CHAR_OPEN)
        from = MAX (from, quoted_list_end (r, t, b));
      if ((token->class & LECTERN_CHAR_MARK) == 0 || token->offset < from)
        continue;
      if (_lectern_marker_match (r->text, token->offset, b->stop, FALSE, &m)
          && boundary_allows (r, t, &m, &last) && !is_note_mark (r, t, &m, &last, b))
        {
          drop_empty (r, t, &m);
          add_mark (r, block, t, &m, FALSE);
          from = m.end;
          last = m;
        }
    }
}

void
_lectern_reader_find_marks (LecternTextReader *r)
{
  for (guint i = 0; i < r->n_blocks; i++)
    {
      LecternBlock *b = &r->blocks[i];
      LecternMarker m;

      if (b->role != LECTERN_BLOCK_BODY && b->role != LECTERN_BLOCK_SALUTATION)
        continue;
      if (b->role == LECTERN_BLOCK_BODY
          && _lectern_marker_match (r->text, b->begin, b->stop, TRUE, &m))
        add_mark (r, i, b->token, &m, TRUE);
      find_inside (r, i);
    }
}
