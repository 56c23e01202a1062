/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-members-private.h"

#include "base/lectern-error-private.h"
#include "language/lectern-announcing-private.h"
#include "language/lectern-families-private.h"
#include "language/lectern-numbering-private.h"

#include <string.h>

static const char *
get_text (LecternDocument *document, gsize *length)
{
  return g_bytes_get_data (lectern_source_get_bytes (lectern_document_get_source (document)),
                           length);
}

static inline gboolean
is_inside_character (char c)
{
  return ((guchar)c & 0xc0) == 0x80;
}

gboolean
_lectern_edits_replace_differing (LecternEdits *edits, LecternDocument *document,
                                  const LecternSpan *span, const char *text, GError **error)
{
  const char *old = get_text (document, NULL);
  gsize start = span->start, end = span->end, length = strlen (text), tail = 0;
  LecternSpan differing;

  if (end - start == length && memcmp (old + start, text, length) == 0)
    return TRUE;
  while (tail < length && tail < end - start && old[end - tail - 1] == text[length - tail - 1])
    tail++;
  while (tail > 0
         && (tail == end - start || is_inside_character (old[end - tail])
             || (tail < length && is_inside_character (text[length - tail]))))
    tail--;
  end -= tail;
  length -= tail;
  while (length > 0 && start < end && old[start] == *text)
    {
      gsize size = (gsize)(g_utf8_next_char (text) - text);

      if (size > length || size >= end - start || memcmp (old + start, text, size) != 0)
        break;
      start += size;
      text += size;
      length -= size;
    }
  differing = (LecternSpan){ start, end };
  return lectern_edits_replace (edits, &differing, text, (gssize)length, error);
}

/* The word of a list that the marker is, NULL where it is a number. */
static const LecternWordMarker *
find_word (const char *marker, gsize length)
{
  const LecternWordMarker *longest = NULL;
  const LecternWordMarker *word = _lectern_word_marker_at (marker, marker + length, NULL);

  for (; word != NULL; word = _lectern_word_marker_at (marker, marker + length, word))
    if (longest == NULL || word->length > longest->length)
      longest = word;
  return longest;
}

/* The numbering that the marker itself is of, or else that of its siblings where it is a last word
 * that stands last no longer. */
static LecternNumbering *
find_own_numbering (LecternNode *member, const char *marker, const LecternWordMarker *word)
{
  LecternNode *owner = lectern_node_get_kind (member) == LECTERN_NODE_POINT
                           ? lectern_node_get_parent (member)
                           : member;
  LecternNumbering *shared = lectern_node_get_numbering (owner);

  if (shared != NULL && word != NULL && word->number == 0
      && !lectern_numbering_parse_marker (shared, marker, NULL))
    return lectern_numbering_ref (shared);
  return _lectern_numbering_new_from_marker (NULL, marker, NULL);
}

/* Whether the marker may stay, whatever its position. */
static gboolean
says_no_number (const LecternWordMarker *word, guint ordinal, guint n_members)
{
  if (word == NULL)
    return FALSE;
  return word->id != LECTERN_FAMILY_ORDER || (word->number == 0 && ordinal == n_members);
}

static gboolean
add_number (LecternEdits *edits, LecternNode *member, const LecternSpan *span, guint ordinal,
            guint n_members, GError **error)
{
  LecternDocument *document = lectern_node_get_document (member);
  g_autofree char *marker
      = g_strndup (get_text (document, NULL) + span->start, span->end - span->start);
  const LecternWordMarker *word = find_word (marker, strlen (marker));
  g_autoptr (LecternNumbering) numbering = NULL;
  g_autofree char *wanted = NULL;
  guint was, will;

  if (says_no_number (word, ordinal, n_members))
    return TRUE;
  numbering = find_own_numbering (member, marker, word);
  if (numbering == NULL)
    return TRUE;
  if (!lectern_numbering_parse_marker (numbering, marker, &was))
    was = 0;
  else if (was == 0 || was == ordinal)
    return TRUE;
  wanted = _lectern_numbering_dup_marker_of (numbering, ordinal, n_members, error);
  if (wanted == NULL)
    return FALSE;
  if (was > 0 && lectern_numbering_parse_marker (numbering, wanted, &will) && will == was)
    return TRUE;
  return _lectern_edits_replace_differing (edits, document, span, wanted, error);
}

const char *
_lectern_members_get_file (LecternNode *node)
{
  return lectern_read_options_get_name (
      lectern_document_get_read_options (lectern_node_get_document (node)));
}

LecternNode *
_lectern_members_get_line (LecternNode *member)
{
  LecternNode *first = lectern_node_get_first_child (member);

  if (lectern_node_get_kind (member) == LECTERN_NODE_SECTION)
    return lectern_node_find_child (member, LECTERN_NODE_HEADING);
  return first != NULL && lectern_node_get_kind (first) == LECTERN_NODE_PARAGRAPH ? first : member;
}

/* Where the marker of a member that has none is put. */
static gboolean
find_place (LecternNode *member, LecternSpan *span)
{
  LecternNode *line = _lectern_members_get_line (member);

  if (line == NULL)
    return FALSE;
  lectern_node_get_span (line, span);
  span->end = span->start;
  return TRUE;
}

/* A mask in place of the number stays, and what stands around it is replaced. */
static gboolean
add_around_mask (LecternEdits *edits, LecternDocument *document, const LecternSpan *marker,
                 LecternNode *mask, LecternNumbering *numbering, GError **error)
{
  LecternSpan before = { marker->start, 0 }, after = { 0, marker->end };
  LecternPosition position;
  LecternSpan span;

  lectern_node_get_span (mask, &span);
  before.end = span.start;
  after.start = span.end;
  if (!g_str_equal (lectern_numbering_get_style (numbering), LECTERN_COUNTER_WORDS))
    return _lectern_edits_replace_differing (edits, document, &before,
                                             lectern_numbering_get_prefix (numbering), error)
           && _lectern_edits_replace_differing (edits, document, &after,
                                                lectern_numbering_get_suffix (numbering), error);
  lectern_node_get_position (mask, &position);
  _lectern_set_error (error, LECTERN_ERROR_NUMBERING, _lectern_members_get_file (mask), &position,
                      "the number is a mask, for which no word of a list can stand");
  return FALSE;
}

gboolean
_lectern_members_add_marker (LecternEdits *edits, LecternNode *member, LecternNumbering *numbering,
                             guint ordinal, guint n_members, GError **error)
{
  LecternNode *marker = lectern_node_get_marker (member);
  LecternNode *mask = marker != NULL ? lectern_node_get_first_child (marker) : NULL;
  g_autofree char *wanted = NULL;
  LecternSpan span;

  if (numbering == NULL && (marker == NULL || mask != NULL))
    return TRUE;
  if (marker != NULL)
    lectern_node_get_span (marker, &span);
  else if (!find_place (member, &span))
    return TRUE;
  if (numbering == NULL)
    return add_number (edits, member, &span, ordinal, n_members, error);
  if (mask != NULL)
    return add_around_mask (edits, lectern_node_get_document (member), &span, mask, numbering,
                            error);
  wanted = _lectern_numbering_dup_marker_of (numbering, ordinal, n_members, error);
  return wanted != NULL
         && _lectern_edits_replace_differing (edits, lectern_node_get_document (member), &span,
                                              wanted, error);
}

static guint
count_children (LecternNode *parent, LecternNodeKind kind)
{
  guint n = 0;

  for (LecternNode *child = lectern_node_get_first_child (parent); child != NULL;
       child = lectern_node_get_next (child))
    n += lectern_node_get_kind (child) == kind;
  return n;
}

/* Whether the announcement is of this series, or of all sections below this parent. */
static gboolean
is_tied (LecternNode *announcement, LecternNode *target, guint n_members)
{
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (announcement);

  if (lectern_node_get_kind (target) == LECTERN_NODE_SERIES)
    return g_ptr_array_find (targets, target, NULL);
  return targets->len == n_members && targets->len > 0
         && lectern_node_get_kind (targets->pdata[0]) == LECTERN_NODE_SECTION
         && lectern_node_get_parent (targets->pdata[0]) == target;
}

static void
add_count (LecternEdits *edits, LecternDocument *document, LecternNode *announcement,
           gint difference)
{
  const char *announced = lectern_node_get_property (announcement, LECTERN_PROPERTY_COUNT);
  const char *text = get_text (document, NULL);
  LecternNumeralStyle style = LECTERN_NUMERAL_NONE;
  g_autofree char *number = NULL;
  LecternSpan span;
  guint was, count;

  lectern_node_get_span (announcement, &span);
  count = announced != NULL ? (guint)MIN (g_ascii_strtoull (announced, NULL, 10), G_MAXINT) : 0;
  if (count == 0 || (gint)count + difference < 1
      || count != lectern_node_count_delivered (announcement)
      || _lectern_announcing_is_quoted (text, span.start))
    return;
  span.end = span.start
             + _lectern_numeral_parse (text + span.start, span.end - span.start, &was, &style);
  if (span.end == span.start || was != count)
    return;
  number = _lectern_announcing_format (style, (guint)((gint)count + difference),
                                       lectern_document_get_language (document));
  if (number != NULL)
    _lectern_edits_replace_differing (edits, document, &span, number, NULL);
}

void
_lectern_members_add_announcement (LecternEdits *edits, LecternDocument *document,
                                   LecternNode *target, guint count)
{
  g_autoptr (GPtrArray) announcements
      = lectern_document_list_nodes (document, LECTERN_NODE_ANNOUNCEMENT);
  guint n_members;

  if (announcements->len == 0)
    return;
  n_members = count_children (target, lectern_node_get_kind (target) == LECTERN_NODE_SERIES
                                          ? LECTERN_NODE_POINT
                                          : LECTERN_NODE_SECTION);
  for (guint i = 0; count != n_members && i < announcements->len; i++)
    if (is_tied (announcements->pdata[i], target, n_members))
      add_count (edits, document, announcements->pdata[i], (gint)count - (gint)n_members);
}
