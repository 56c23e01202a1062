/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-emit-private.h"

#include <string.h>

/* From blocks, marks and series to nodes, in one pass from the start of the text to its end. */

static LecternSeriesPlan *
plan_of (const Emitter *e, const LecternMark *m)
{
  return &g_array_index (e->r->series, LecternSeriesPlan, m->series);
}

/* Series and points */

static void
open_series (Emitter *e, const LecternMark *first, guint32 start)
{
  guint32 node = open_node (e, LECTERN_NODE_SERIES, start);
  const LecternMark *second = _lectern_reader_mark (e->r, first->next);

  if (e->series_nodes != NULL && e->series_nodes[first->series] == 0)
    e->series_nodes[first->series] = node;
  if (first->key > 0)
    {
      g_autofree char *key = g_strndup (e->r->text + first->marker.start, plan_of (e, first)->key);

      _lectern_emitter_set_property (e, node, LECTERN_PROPERTY_KEY, key);
    }
  else if (first->marker.digits_end == first->marker.digits_start)
    {
      g_autofree char *numbering = _lectern_marker_dup_numbering (
          e->r->text, &first->marker, second != NULL ? &second->marker : NULL);

      _lectern_emitter_set_property (e, node, LECTERN_PROPERTY_NUMBERING, numbering);
    }
  else
    _lectern_builder_set_attributes (e->builder, node,
                                     _lectern_emitter_numbering (e, &first->marker));
}

static void
open_point (Emitter *e, const LecternMark *m, guint32 start)
{
  guint32 node = open_node (e, LECTERN_NODE_POINT, start);

  _lectern_emitter_set_number (e, node, &m->marker, m->ordinal, FALSE);
}

static void
emit_marker (Emitter *e, const LecternMark *m)
{
  guint32 end = m->marker.end;

  if (m->key == 0)
    emit_leaf (e, LECTERN_NODE_MARKER, m->marker.start, end);
}

static void
push_end (Emitter *e, guint32 end)
{
  if (e->n_ends > 0)
    end = MIN (end, e->ends[e->n_ends - 1]);
  if (e->n_ends == e->ends_size)
    {
      e->ends_size = MAX (16, e->ends_size * 2);
      e->ends = g_renew (guint32, e->ends, e->ends_size);
    }
  e->ends[e->n_ends++] = end;
}

static void
close_until (Emitter *e, guint32 offset)
{
  while (e->n_ends > 0 && e->ends[e->n_ends - 1] <= offset)
    close_node (e, e->ends[--e->n_ends]);
}

static void
open_lead (Emitter *e, const LecternMark *m)
{
  if (m->lead <= m->marker.end)
    return;
  open_node (e, LECTERN_NODE_LEAD, m->marker.end);
  push_end (e, m->lead);
}

static void
open_inline_member (Emitter *e, const LecternMark *m)
{
  close_until (e, m->marker.start);
  if (m->ordinal == 1)
    {
      open_series (e, m, m->marker.start);
      push_end (e, plan_of (e, m)->end);
    }
  open_point (e, m, m->marker.start);
  push_end (e, m->end);
  emit_marker (e, m);
  open_lead (e, m);
}

static guint32
skip_blanks (const Emitter *e, guint32 from, guint32 to)
{
  guint n;

  while ((n = _lectern_blank_at (e->r->text + from, e->r->text + to)) > 0
         || (from < to && (e->r->text[from] == '\n' || e->r->text[from] == '\r') && (n = 1)))
    from += n;
  return from;
}

static guint32
drop_blanks (const Emitter *e, guint32 from, guint32 to)
{
  guint n;

  while ((n = _lectern_blank_behind (e->r->text + from, e->r->text + to)) > 0
         || (to > from && (e->r->text[to - 1] == '\n' || e->r->text[to - 1] == '\r') && (n = 1)))
    to -= n;
  return to;
}

/* A stretch of a block as a paragraph: the member that owns it, if any, and inline series. */
static void
emit_paragraph (Emitter *e, const LecternMark *owner, guint32 from, guint32 to)
{
  guint32 stop = drop_blanks (e, from, to);

  from = skip_blanks (e, from, stop);
  if (from >= stop)
    return;
  open_node (e, LECTERN_NODE_PARAGRAPH, from);
  push_end (e, stop);
  if (owner != NULL)
    {
      emit_marker (e, owner);
      open_lead (e, owner);
    }
  for (; e->mark < (gint)e->r->marks->len; e->mark++)
    {
      const LecternMark *m = _lectern_reader_mark (e->r, e->mark);

      if (m->marker.start >= stop)
        break;
      if (m->marker.start >= from && m->series >= 0 && plan_of (e, m)->inside)
        open_inline_member (e, m);
    }
  close_until (e, stop);
  skip_masks (e, to);
}

static void
pop_series (Emitter *e, guint32 end)
{
  close_node (e, end); /* the point */
  close_node (e, end);
  g_array_set_size (e->series, e->series->len - 1);
}

static OpenSeries *
top_series (Emitter *e)
{
  return e->series->len == 0 ? NULL : &g_array_index (e->series, OpenSeries, e->series->len - 1);
}

/* Closes the block-level series that have no later member, and stand in another block. */
static void
close_finished (Emitter *e, guint32 end)
{
  OpenSeries *s;

  while ((s = top_series (e)) != NULL)
    {
      const LecternMark *m = _lectern_reader_mark (e->r, s->mark);

      if (m->next >= 0 || &e->r->blocks[m->block] == e->block)
        return;
      pop_series (e, end);
    }
}

static guint32
claim_start (Emitter *e, guint32 start)
{
  guint32 claimed = e->claim;

  if (start != e->block->begin)
    return start;
  e->claim = start;
  return claimed;
}

static gboolean
is_open (const Emitter *e, gint series)
{
  for (guint i = 0; i < e->series->len; i++)
    if (g_array_index (e->series, OpenSeries, i).series == series)
      return TRUE;
  return FALSE;
}

/* Goes on to the next member of a series that is made of paragraphs. */
static void
open_block_member (Emitter *e, gint i)
{
  const LecternMark *m = _lectern_reader_mark (e->r, i);
  guint32 end = m->marker.start == e->block->begin ? e->done : m->marker.start;
  OpenSeries here = { m->series, i };

  if (m->ordinal == 1 || !is_open (e, m->series))
    {
      open_series (e, m, claim_start (e, m->marker.start));
      g_array_append_val (e->series, here);
    }
  else
    {
      while (top_series (e)->series != m->series)
        pop_series (e, end);
      close_node (e, end);
      top_series (e)->mark = i;
    }
  open_point (e, m, claim_start (e, m->marker.start));
}

/* The text of a block from `from` on. */
static void
emit_text (Emitter *e, guint32 from)
{
  const LecternBlock *b = e->block;
  const LecternMark *owner = NULL;
  gint i = e->mark;

  for (; i < (gint)e->r->marks->len; i++)
    {
      const LecternMark *m = _lectern_reader_mark (e->r, i);

      if (m->marker.start >= b->stop)
        break;
      if (m->series < 0 || m->marker.start < from || plan_of (e, m)->inside)
        continue;
      emit_paragraph (e, owner, from, m->marker.start);
      open_block_member (e, i);
      e->mark = i + 1;
      owner = m;
      from = m->marker.start;
    }
  emit_paragraph (e, owner, from, b->stop);
  e->mark = i;
}

/* Sections, opening and closing */

static void
close_sections (Emitter *e, guint level)
{
  while (e->sections > level)
    {
      close_node (e, e->done);
      e->sections--;
    }
}

static void
close_all (Emitter *e)
{
  while (e->series->len > 0)
    pop_series (e, e->done);
  if (e->in_zone)
    close_node (e, e->done);
  e->in_zone = FALSE;
  close_sections (e, 0);
}

static void
emit_heading (Emitter *e)
{
  const LecternBlock *b = e->block;
  const LecternMark *m = _lectern_reader_mark (e->r, b->mark);
  guint level = MIN (b->level, MAX_SECTIONS);
  guint32 node, stop = drop_blanks (e, b->begin, b->body);

  while (e->series->len > 0)
    pop_series (e, e->done);
  if (e->in_zone)
    close_all (e);
  close_sections (e, level - 1);
  node = open_node (e, LECTERN_NODE_SECTION, claim_start (e, b->begin));
  if (e->section_nodes != NULL)
    e->section_nodes[b - e->r->blocks] = node;
  _lectern_emitter_set_number (e, node, &m->marker, ++e->ordinals[e->sections], TRUE);
  _lectern_builder_set_level (e->builder, node, level);
  e->ordinals[++e->sections] = 0;
  open_node (e, LECTERN_NODE_HEADING, b->begin);
  emit_leaf (e, LECTERN_NODE_MARKER, m->marker.start,
             drop_blanks (e, m->marker.start, m->marker.end));
  close_node (e, stop);
  emit_text (e, b->body);
}

/* An outline: its entries are told by their marks; their levels by rank, as those of headings. */
#define ENTRY_MAX_GAP 9

typedef struct
{
  guint form;
  guint number;
  guint count;
} EntryLevel;

/* Whether an entry may begin here whatever its number: at the start of a line or of a sentence. */
static gboolean
begins_sentence (const Emitter *e, guint32 at)
{
  const LecternBlock *b = e->block;
  const guchar *p = (const guchar *)e->r->text + at;
  guint size;

  if (at == b->begin)
    return TRUE;
  do
    p--;
  while ((*p & 0xc0) == 0x80);
  return (_lectern_char_class_at (p, &size) & LECTERN_CHAR_STOP) != 0;
}

/* The next one of its form, or the first one; where a sentence begins, some may have been left out
 * before it: what is missing is not for the reader to say. */
static gboolean
is_entry (GArray *levels, const LecternMarker *m, gboolean sentence)
{
  for (guint i = levels->len; i-- > 0;)
    {
      const EntryLevel *level = &g_array_index (levels, EntryLevel, i);

      if (level->form == m->form)
        return m->number == level->number + 1
               || (sentence && m->number > level->number
                   && m->number <= level->number + ENTRY_MAX_GAP);
    }
  return m->number == 1 || (sentence && levels->len == 0);
}

static guint
entry_level (GArray *levels, const LecternMarker *m, guint *ordinal)
{
  EntryLevel here = { m->form, m->number, 1 };

  for (guint i = levels->len; i-- > 0;)
    if (g_array_index (levels, EntryLevel, i).form == m->form)
      {
        here.count = g_array_index (levels, EntryLevel, i).count + 1;
        g_array_set_size (levels, i);
        break;
      }
  g_array_append_val (levels, here);
  *ordinal = here.count;
  return levels->len;
}

static void
emit_entries (Emitter *e, GArray *levels)
{
  const LecternBlock *b = e->block;
  gboolean open = FALSE;

  for (guint32 t = b->token; t <= b->token_end; t++)
    {
      gboolean last = t == b->token_end || e->r->scan.tokens[t].offset >= b->stop;
      guint32 at = last ? b->stop : e->r->scan.tokens[t].offset;
      LecternMarker m;

      if (!last
          && ((e->r->scan.tokens[t].class & LECTERN_CHAR_MARK) == 0
              || !_lectern_marker_match (e->r->text, at, b->stop, TRUE, &m) || m.doubt
              || !is_entry (levels, &m, begins_sentence (e, at))))
        continue;
      if (open)
        close_node (e, drop_blanks (e, b->begin, at));
      else
        skip_masks (e, at); /* only entries hold placeholders */
      open = !last;
      if (open)
        {
          guint ordinal, level = entry_level (levels, &m, &ordinal);
          guint32 node = open_node (e, LECTERN_NODE_ENTRY, at);

          _lectern_builder_set_level (e->builder, node, level);
          _lectern_emitter_set_number (e, node, &m, ordinal, FALSE);
          emit_leaf (e, LECTERN_NODE_MARKER, at, drop_blanks (e, at, m.end));
        }
      if (last)
        return;
    }
}

/* The blocks that stand for themselves. */
static const LecternNodeKind leaf_kinds[] = {
  [LECTERN_BLOCK_TITLE] = LECTERN_NODE_TITLE,
  [LECTERN_BLOCK_BYLINE] = LECTERN_NODE_BYLINE,
  [LECTERN_BLOCK_SALUTATION] = LECTERN_NODE_SALUTATION,
  [LECTERN_BLOCK_THANKS] = LECTERN_NODE_THANKS,
};

static void
emit_boilerplate (Emitter *e)
{
  for (guint i = e->block->first_line; i <= e->block->last_line; i++)
    {
      const LecternLine *line = &e->r->scan.lines[i];
      /* The block may be a part of its line only. */
      guint32 begin = MAX (line->begin, e->block->begin), stop = MIN (line->stop, e->block->stop);

      skip_masks (e, stop);
      put_start (e, LECTERN_NODE_BOILERPLATE, begin);
      put_end (e, stop);
    }
}

static gboolean
follows_same_role (const Emitter *e, guint i, gint step)
{
  gint other = (gint)i + step;

  return other >= 0 && other < (gint)e->r->n_blocks
         && e->r->blocks[other].role == e->r->blocks[i].role;
}

static void
emit_outline (Emitter *e, guint i, GArray *levels)
{
  if (!follows_same_role (e, i, -1))
    {
      g_array_set_size (levels, 0);
      open_node (e, LECTERN_NODE_OUTLINE, e->block->start);
    }
  emit_entries (e, levels);
  if (!follows_same_role (e, i, 1))
    close_node (e, e->block->end);
}

/* Opens and closes the containers that the block's zone wants. */
static void
enter_zone (Emitter *e, guint i)
{
  const LecternBlock *b = e->block;
  guint zone_before = i == 0 ? LECTERN_ZONE_FRAME : e->r->blocks[i - 1].zone;

  if (b->zone == zone_before)
    return;
  close_all (e);
  if (b->zone == LECTERN_ZONE_FRAME || b->zone == LECTERN_ZONE_BODY)
    return;
  if (b->zone == LECTERN_ZONE_OPENING && b->role == LECTERN_BLOCK_SALUTATION)
    return; /* it opens after the form of address */
  open_node (e, b->zone == LECTERN_ZONE_OPENING ? LECTERN_NODE_OPENING : LECTERN_NODE_CLOSING,
             claim_start (e, b->begin));
  e->in_zone = TRUE;
}

static void
emit_salutation (Emitter *e)
{
  const LecternBlock *b = e->block;
  guint32 stop = drop_blanks (e, b->begin, b->address);

  emit_leaf (e, LECTERN_NODE_SALUTATION, b->begin, stop);
  if (b->body >= b->stop)
    return;
  if (b->zone == LECTERN_ZONE_OPENING && !e->in_zone)
    {
      open_node (e, LECTERN_NODE_OPENING, skip_blanks (e, b->body, b->stop));
      e->in_zone = TRUE;
    }
  emit_text (e, b->body);
}

static void
emit_block (Emitter *e, guint i, GArray *levels)
{
  const LecternBlock *b = &e->r->blocks[i];

  e->block = b;
  e->token = b->token;
  e->inner_line = b->first_line + 1;
  e->claim = b->start;
  close_finished (e, e->done);
  enter_zone (e, i);
  switch (b->role)
    {
    case LECTERN_BLOCK_BODY:
      emit_text (e, b->body);
      break;
    case LECTERN_BLOCK_HEADING:
      emit_heading (e);
      break;
    case LECTERN_BLOCK_BOILERPLATE:
      emit_boilerplate (e);
      break;
    case LECTERN_BLOCK_OUTLINE:
      emit_outline (e, i, levels);
      break;
    case LECTERN_BLOCK_SALUTATION:
      while (e->series->len > 0)
        pop_series (e, e->done);
      emit_salutation (e);
      break;
    default:
      emit_leaf (e, leaf_kinds[b->role], b->begin, b->stop);
      break;
    }
  e->done = b->end;
}

void
_lectern_reader_emit (LecternTextReader *r, LecternBuilder *builder)
{
  g_autofree Emitter *e = g_new0 (Emitter, 1);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (EntryLevel));
  static const LecternBlock nothing = { 0 };

  e->r = r;
  e->builder = builder;
  e->series = g_array_new (FALSE, FALSE, sizeof (OpenSeries));
  e->block = &nothing;
  _lectern_emitter_init (e);
  _lectern_builder_open (builder, LECTERN_NODE_SPEECH, 0);
  for (guint i = 0; i < r->n_blocks; i++)
    emit_block (e, i, levels);
  close_all (e);
  _lectern_emitter_directives (e, r->length);
  _lectern_builder_close (builder, r->length + e->shift);
  _lectern_emitter_link (e);
  g_array_unref (e->series);
  _lectern_emitter_clear (e);
}
