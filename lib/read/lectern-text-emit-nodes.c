/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-emit-private.h"

#include <string.h>

static guint32
mask_attributes (Emitter *e, const LecternMask *m)
{
  const char *key[] = { m->kind, m->part, m->unit, m->name, m->default_value, m->form };
  static const char *const names[]
      = { LECTERN_PROPERTY_KIND, LECTERN_PROPERTY_PART,    LECTERN_PROPERTY_UNIT,
          LECTERN_PROPERTY_NAME, LECTERN_PROPERTY_DEFAULT, LECTERN_PROPERTY_FORM };
  LecternAttribute attributes[G_N_ELEMENTS (names)];
  gsize hash = 0;
  guint n = 0;
  MaskSet *set;

  for (guint i = 0; i < G_N_ELEMENTS (key); i++)
    hash = hash * 31 + ((gsize)key[i] >> 2);
  set = &e->masks[(hash ^ (hash >> 16)) % MASK_CACHE];
  if (set->attributes != 0 && memcmp (set->key, key, sizeof key) == 0)
    return set->attributes;
  for (guint i = 0; i < G_N_ELEMENTS (key); i++)
    if (key[i] != NULL)
      attributes[n++] = (LecternAttribute){ names[i], key[i] };
  memcpy (set->key, key, sizeof key);
  return set->attributes = _lectern_builder_intern (e->builder, attributes, n);
}

static void
emit_mask (Emitter *e, const LecternMask *m)
{
  guint32 node = put_start (e, LECTERN_NODE_PLACEHOLDER, m->start);

  _lectern_builder_set_attributes (e->builder, node, mask_attributes (e, m));
  _lectern_builder_set_percent (e->builder, node, m->confidence);
  put_end (e, m->end);
}

/* A page number within a cut paragraph. */
static void
emit_inner_lines (Emitter *e, guint32 upto)
{
  const LecternLine *lines = e->r->scan.lines;

  while (e->inner_line < e->block->last_line && lines[e->inner_line].begin < upto)
    {
      const LecternLine *line = &lines[e->inner_line++];

      if (!_lectern_reader_is_page_number (e->r, line->begin, line->stop))
        continue;
      put_start (e, LECTERN_NODE_BOILERPLATE, line->begin);
      put_end (e, line->stop);
      e->masks_from = MAX (e->masks_from, line->stop);
    }
}

/* The masks up to `upto`. */
static void
flush_masks (Emitter *e, guint32 upto)
{
  const LecternToken *tokens = e->r->scan.tokens;

  for (; e->token < e->block->token_end && tokens[e->token].offset < upto; e->token++)
    {
      const LecternToken *t = &tokens[e->token];
      LecternMask mask;
      gsize skip = 0;

      /* The blanks after the text of a block are no gap for somebody to fill. */
      if ((t->class & LECTERN_CHAR_MASK) == 0 || t->offset < e->masks_from
          || t->offset >= e->block->stop)
        continue;
      if (e->inner_line < e->block->last_line)
        emit_inner_lines (e, t->offset);
      if (_lectern_mask_match (e->r->text, e->block->begin, e->block->stop, t->offset, &mask,
                               &skip))
        {
          /* One that goes over the end of the node is text, and so it stays in the next one. */
          if (mask.end > upto)
            skip = t->offset + t->length;
          else
            {
              emit_mask (e, &mask);
              skip = mask.end;
            }
        }
      e->masks_from = MAX (e->masks_from, skip);
    }
  if (e->inner_line < e->block->last_line)
    emit_inner_lines (e, upto);
}

static LecternPhrase *
phrase_at (const Emitter *e, guint i)
{
  return i < e->r->announcements->len ? &g_array_index (e->r->announcements, LecternPhrase, i)
                                      : NULL;
}

static void
set_announced (Emitter *e, guint32 node, const LecternPhrase *p)
{
  LecternAttribute attributes[2] = { { LECTERN_PROPERTY_COUNT, NULL } };
  g_autofree char *keyword = NULL;
  char number[16];
  guint n = 1;

  if (p->counting == LECTERN_ANNOUNCED_NUMBER)
    g_snprintf (number, sizeof number, "%u", p->count);
  else
    g_strlcpy (number, p->counting == LECTERN_ANNOUNCED_MASKED ? "masked" : "indefinite",
               sizeof number);
  attributes[0].value = number;
  if (p->keyword < p->keyword_end)
    {
      keyword = g_strndup (e->r->text + p->keyword, p->keyword_end - p->keyword);
      attributes[n++] = (LecternAttribute){ LECTERN_PROPERTY_KEYWORD, keyword };
    }
  _lectern_builder_set_attributes (e->builder, node,
                                   _lectern_builder_intern (e->builder, attributes, n));
}

/* What lies in the innermost open node up to `upto`: announcements, with the masks in them, and
 * other masks. An announcement that goes over the end of the node is none. */
void
_lectern_emitter_flush (Emitter *e, guint32 upto)
{
  LecternPhrase *p;

  while (e->phrase_at < upto && (p = phrase_at (e, e->phrase)) != NULL)
    {
      if (p->end <= upto)
        {
          flush_masks (e, p->start);
          skip_masks (e, p->start);
          p->node = put_start (e, LECTERN_NODE_ANNOUNCEMENT, p->start);
          set_announced (e, p->node, p);
          flush_masks (e, p->end);
          skip_masks (e, p->end);
          put_end (e, p->end);
        }
      p = phrase_at (e, ++e->phrase);
      e->phrase_at = p != NULL ? p->start : G_MAXUINT32;
    }
  flush_masks (e, upto);
}

static void
link_sections (Emitter *e, const LecternPhrase *p)
{
  guint level = e->r->blocks[p->section].level;

  for (guint i = p->section; i < e->r->n_blocks; i++)
    {
      const LecternBlock *b = &e->r->blocks[i];

      if (b->role != LECTERN_BLOCK_HEADING)
        continue;
      if (b->level < level)
        return;
      if (b->level == level)
        _lectern_builder_add_target (e->builder, p->node, e->section_nodes[i]);
    }
}

void
_lectern_emitter_link (Emitter *e)
{
  for (guint i = 0; i < e->r->announcements->len; i++)
    {
      const LecternPhrase *p = phrase_at (e, i);

      if (p->node == 0)
        continue;
      if (p->series >= 0)
        _lectern_builder_add_target (e->builder, p->node, e->series_nodes[p->series]);
      else if (p->section >= 0)
        link_sections (e, p);
    }
}

void
_lectern_emitter_init (Emitter *e)
{
  const LecternPhrase *first = phrase_at (e, 0);

  e->cut_at = e->r->cuts != NULL ? g_array_index (e->r->cuts, LecternCut, 0).at : G_MAXUINT32;
  e->phrase_at = first != NULL ? first->start : G_MAXUINT32;
  if (first == NULL)
    return;
  e->series_nodes = g_new0 (guint32, e->r->series->len + 1);
  e->section_nodes = g_new0 (guint32, e->r->n_blocks + 1);
}

void
_lectern_emitter_set_property (Emitter *e, guint32 node, const char *name, const char *value)
{
  LecternAttribute attribute = { name, value };

  _lectern_builder_set_attributes (e->builder, node,
                                   _lectern_builder_intern (e->builder, &attribute, 1));
}

/* Mostly the numbering is that of the last marker of the family, and known. */
static const NumberingSet *
find_numbering (Emitter *e, const LecternMarker *m)
{
  NumberingSet *set = &e->numberings[m->family];
  const LecternMarker *old = &set->marker;
  const char *text = e->r->text;
  guint32 prefix = m->digits_start - m->start, suffix = m->end - m->digits_end;

  if (set->value == NULL || old->style != m->style || prefix != old->digits_start - old->start
      || suffix != old->end - old->digits_end
      || memcmp (text + m->start, text + old->start, prefix) != 0
      || memcmp (text + m->digits_end, text + old->digits_end, suffix) != 0)
    {
      LecternAttribute attribute = { LECTERN_PROPERTY_NUMBERING, NULL };

      g_free (set->value);
      set->value = _lectern_marker_dup_numbering (text, m, NULL);
      set->marker = *m;
      attribute.value = set->value;
      set->attributes = _lectern_builder_intern (e->builder, &attribute, 1);
    }
  return set;
}

guint32
_lectern_emitter_numbering (Emitter *e, const LecternMarker *m)
{
  return find_numbering (e, m)->attributes;
}

void
_lectern_emitter_set_number (Emitter *e, guint32 node, const LecternMarker *m, guint ordinal,
                             gboolean is_section)
{
  /* 一方面…一方面…: the second bears no number of its own. */
  gboolean repeated = ordinal > 1 && m->number == 1
                      && (m->family == LECTERN_FAMILY_SIDE || m->family == LECTERN_FAMILY_ONE_IS);
  LecternAttribute attributes[2];
  char number[16];

  if (m->number == 0 || m->number == ordinal || m->family == LECTERN_FAMILY_PARALLEL || repeated)
    {
      if (is_section)
        _lectern_builder_set_attributes (e->builder, node, _lectern_emitter_numbering (e, m));
      return;
    }
  g_snprintf (number, sizeof number, "%u", m->number);
  attributes[0] = (LecternAttribute){ LECTERN_PROPERTY_NUMBER, number };
  if (is_section)
    attributes[1] = (LecternAttribute){ LECTERN_PROPERTY_NUMBERING, find_numbering (e, m)->value };
  _lectern_builder_set_attributes (
      e->builder, node, _lectern_builder_intern (e->builder, attributes, is_section ? 2 : 1));
}

void
_lectern_emitter_clear (Emitter *e)
{
  for (guint i = 0; i < LECTERN_N_FAMILIES; i++)
    g_free (e->numberings[i].value);
  g_free (e->ends);
  g_free (e->series_nodes);
  g_free (e->section_nodes);
}
