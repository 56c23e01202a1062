/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-directive-private.h"
#include "read/lectern-text-emit-private.h"

#include <string.h>

/* Directives are cut out of a text before it is read, so that what is around them is read as if
 * they were not there. They come back when nodes are made. */

/* Where the line begins in which `at` is the first character that is no blank; FALSE where it is
 * not the first. */
static gboolean
find_line_start (const char *text, guint32 at, guint32 *start)
{
  guint n;

  while ((n = _lectern_blank_behind (text, text + at)) > 0)
    at -= n;
  *start = at;
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

static guint32
find_line_end (const char *text, guint32 at, guint32 length)
{
  while (at < length && text[at] != '\n' && text[at] != '\r')
    at++;
  return at;
}

/* Takes the line out if it is a directive; gives where to look on. */
static guint32
cut_line (LecternTextReader *r, GString *rest, guint32 *copied, guint32 at)
{
  const char *text = r->text;
  LecternCut cut;
  guint32 start, end, stop;
  guint n;

  if (!_lectern_directive_may_begin (text + at, text + r->length)
      || !find_line_start (text, at, &start))
    return at + 1;
  stop = end = find_line_end (text, at, r->length);
  while ((n = _lectern_blank_behind (text + at, text + stop)) > 0)
    stop -= n;
  if (!_lectern_directive_is_line (text + at, text + stop))
    return end;
  end += end < r->length ? 1 + (text[end] == '\r' && end + 1 < r->length && text[end + 1] == '\n')
                         : 0;
  g_string_append_len (rest, text + *copied, start - *copied);
  *copied = end;
  cut = (LecternCut){ .at = rest->len, .begin = at, .stop = stop, .shift = end - rest->len };
  if (r->cuts == NULL)
    r->cuts = g_array_new (FALSE, FALSE, sizeof (LecternCut));
  g_array_append_val (r->cuts, cut);
  return end;
}

void
_lectern_reader_cut_directives (LecternTextReader *r)
{
  g_autoptr (GString) rest = NULL;
  guint32 copied = 0, at = 0;
  const char *brace;

  while (at < r->length && (brace = memchr (r->text + at, '{', r->length - at)) != NULL)
    {
      at = (guint32)(brace - r->text);
      if (rest == NULL && _lectern_directive_may_begin (brace, r->text + r->length))
        rest = g_string_new (NULL);
      at = rest != NULL ? cut_line (r, rest, &copied, at) : at + 1;
    }
  if (r->cuts == NULL)
    return;
  g_string_append_len (rest, r->text + copied, r->length - copied);
  r->length = rest->len;
  r->text = r->rest = g_string_free (g_steal_pointer (&rest), FALSE);
}

static void
set_properties (Emitter *e, guint32 node, const char *text, guint32 length)
{
  const char *names[LECTERN_DIRECTIVE_ROOM];
  char *values[LECTERN_DIRECTIVE_ROOM];
  LecternAttribute attributes[LECTERN_DIRECTIVE_ROOM];
  LecternDirective directive;
  guint n;

  _lectern_directive_parse (text, text + length, &directive);
  n = _lectern_directive_list_properties (&directive, names, values);
  for (guint i = 0; i < n; i++)
    attributes[i] = (LecternAttribute){ names[i], values[i] };
  _lectern_builder_set_attributes (e->builder, node,
                                   _lectern_builder_intern (e->builder, attributes, n));
  for (guint i = 0; i < n; i++)
    g_free (values[i]);
}

void
_lectern_emitter_directives (Emitter *e, guint32 upto)
{
  while (e->cut_at <= upto)
    {
      const LecternCut *cut = &g_array_index (e->r->cuts, LecternCut, e->cut++);
      guint32 node = _lectern_builder_open (e->builder, LECTERN_NODE_DIRECTIVE, cut->begin);

      set_properties (e, node, e->r->whole + cut->begin, cut->stop - cut->begin);
      _lectern_builder_close (e->builder, cut->stop);
      e->shift = cut->shift;
      e->cut_at = e->cut < e->r->cuts->len ? cut[1].at : G_MAXUINT32;
    }
}
