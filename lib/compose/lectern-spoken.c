/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-spoken-private.h"

#include "base/lectern-source-private.h"
#include "language/lectern-reading-private.h"

/* What is said in place of a place left open: the name of a field, or somebody. */
static void
add_mask (LecternSpoken *spoken, LecternNode *node, const char *language)
{
  const char *name = lectern_node_get_property (node, LECTERN_PROPERTY_NAME);
  g_autoptr (GString) said = g_string_new (name);
  LecternReadingMask mask;
  LecternSpan span;

  /* One that is filled has its value there, which is text. */
  if (lectern_node_get_property (node, LECTERN_PROPERTY_MASK) != NULL)
    return;
  lectern_node_get_span (node, &span);
  if (name == NULL)
    _lectern_reading_append_mask (said, spoken->text + span.start, span.end - span.start, language);
  mask = (LecternReadingMask){
    span.start, span.end, g_string_chunk_insert_len (spoken->strings, said->str, (gssize)said->len)
  };
  g_array_append_val (spoken->masks, mask);
}

void
_lectern_spoken_init (LecternSpoken *spoken, LecternNode *node)
{
  LecternDocument *document = lectern_node_get_document (node);
  const char *language = lectern_document_get_language (document);
  LecternWalker walker;
  LecternNode *inner;

  spoken->masks = g_array_new (FALSE, FALSE, sizeof (LecternReadingMask));
  spoken->strings = g_string_chunk_new (256);
  spoken->text = _lectern_source_get_text (lectern_document_get_source (document), &spoken->length);
  lectern_walker_init (&walker, node);
  while ((inner = lectern_walker_next_node (&walker)) != NULL)
    if (lectern_node_get_kind (inner) == LECTERN_NODE_PLACEHOLDER)
      add_mask (spoken, inner, language);
  _lectern_reader_init (&spoken->reader, spoken->text, spoken->length, language,
                        (const LecternReadingMask *)(gpointer)spoken->masks->data,
                        spoken->masks->len);
}

void
_lectern_spoken_clear (LecternSpoken *spoken)
{
  _lectern_reader_clear (&spoken->reader);
  g_array_unref (spoken->masks);
  g_string_chunk_free (spoken->strings);
}

gboolean
_lectern_spoken_is_silent (LecternNodeKind kind, LecternPace *pace)
{
  switch (kind)
    {
    case LECTERN_NODE_BOILERPLATE:
    case LECTERN_NODE_DIRECTIVE:
    case LECTERN_NODE_OUTLINE:
    case LECTERN_NODE_BYLINE:
      return TRUE;
    case LECTERN_NODE_TITLE:
      return pace == NULL || !lectern_pace_get_title (pace);
    default:
      return FALSE;
    }
}

/**
 * lectern_node_list_readings:
 * @node: a node
 *
 * Lists how the text of a node is read where it is read otherwise than it is written, in its order:
 * figures, signs, and its masks (a field by its name, others as 某 or 某某). Spans count bytes of
 * the document's text.
 *
 * Takes linear time.
 *
 * Returns: (transfer container) (element-type LecternReading): the readings
 */
GPtrArray *
lectern_node_list_readings (LecternNode *node)
{
  GPtrArray *readings;
  LecternReadingPiece piece;
  LecternSpoken spoken;
  LecternSpan span;

  g_return_val_if_fail (node != NULL, NULL);

  readings = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_reading_unref);
  lectern_node_get_span (node, &span);
  _lectern_spoken_init (&spoken, node);
  while (_lectern_reader_next (&spoken.reader, span.start, span.end, &piece))
    {
      g_ptr_array_add (readings, _lectern_reading_new (&piece));
      span.start = piece.end;
    }
  _lectern_spoken_clear (&spoken);
  return readings;
}

/* Text as it is said; line ends and blanks with nothing before them on their line are left out. */
static void
append_spoken (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gboolean line_start = out->len == 0 || out->str[out->len - 1] == '\n';
      guint blank = _lectern_blank_after (text, length, i);

      if (line_start && (text[i] == '\n' || text[i] == '\r'))
        continue;
      if (line_start && blank > 0)
        i += blank - 1;
      else
        g_string_append_c (out, text[i]);
    }
}

/* One stretch that is said; `*at` is how far the text has been said already. */
static void
append_stretch (GString *out, LecternSpoken *spoken, gsize *at, gsize end)
{
  LecternReadingPiece piece;

  while (*at < end && _lectern_reader_next (&spoken->reader, *at, end, &piece))
    {
      append_spoken (out, spoken->text + *at, piece.start - *at);
      g_string_append_len (out, piece.reading, (gssize)piece.length);
      *at = piece.end;
    }
  if (*at < end)
    append_spoken (out, spoken->text + *at, end - *at);
  *at = MAX (*at, end);
}

/**
 * lectern_node_dup_spoken:
 * @node: a node
 * @pace: (nullable): whether the title is said; %NULL: it is not
 *
 * Writes what is said of a node, as it is said: the text without adverts and page numbers, outline
 * and byline, with the readings of [method@Lectern.Node.list_readings] in their places, a paragraph
 * a line, without indents and empty lines. A node that is itself such a part is written.
 *
 * Returns: (transfer full): the text in UTF-8
 */
GBytes *
lectern_node_dup_spoken (LecternNode *node, LecternPace *pace)
{
  GString *out;
  LecternSpoken spoken;
  LecternWalker walker;
  LecternEvent event;
  LecternSpan span;
  gsize at;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_new (NULL);
  lectern_node_get_span (node, &span);
  at = span.start;
  _lectern_spoken_init (&spoken, node);
  lectern_walker_init (&walker, node);
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternNode *inner = lectern_walker_get_node (&walker);

      if (event != LECTERN_EVENT_ENTER || inner == node
          || !_lectern_spoken_is_silent (lectern_node_get_kind (inner), pace))
        continue;
      lectern_node_get_span (inner, &span);
      append_stretch (out, &spoken, &at, span.start);
      at = MAX (at, span.end);
      lectern_walker_skip (&walker);
    }
  lectern_node_get_span (node, &span);
  append_stretch (out, &spoken, &at, span.end);
  _lectern_spoken_clear (&spoken);
  return g_string_free_to_bytes (out);
}
