/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"

static inline gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/**
 * lectern_node_starts_line:
 * @node: a node
 *
 * Tells whether nothing but blanks stands before the node on its line: whether a paragraph of
 * layout begins with it.
 *
 * Returns: whether the node starts a line
 */
gboolean
lectern_node_starts_line (LecternNode *node)
{
  const char *text;
  gsize at;
  guint n;

  g_return_val_if_fail (node != NULL, FALSE);

  text = _lectern_source_get_text (_lectern_node_document (node)->source, NULL);
  at = node->start;
  while ((n = _lectern_blank_before (text, at)) > 0)
    at -= n;
  return at == 0 || is_line_end (text[at - 1]);
}

/**
 * lectern_node_ends_line:
 * @node: a node
 *
 * Tells whether the node ends with a line end, or nothing but blanks stands between the node and
 * the next line end or the end of the text: whether a paragraph of layout ends with it.
 *
 * Returns: whether the node ends a line
 */
gboolean
lectern_node_ends_line (LecternNode *node)
{
  const char *text;
  gsize length;
  gsize at;
  guint n;

  g_return_val_if_fail (node != NULL, FALSE);

  text = _lectern_source_get_text (_lectern_node_document (node)->source, &length);
  at = node->end;
  if (at > node->start && is_line_end (text[at - 1]))
    return TRUE;
  while ((n = _lectern_blank_after (text, length, at)) > 0)
    at += n;
  return at == length || is_line_end (text[at]);
}

/* How a character is counted. */
typedef enum
{
  COUNT_NOTHING, /* white space, controls */
  COUNT_ONE,     /* a symbol of its own */
  COUNT_RUN,     /* letters and digits: the run counts one */
  COUNT_JOINER   /* belongs to the run if that goes on after it, else it is a symbol of its own */
} CountClass;

static gboolean
is_han_like (gunichar c)
{
  if (c < 0x1100)
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_YI:
      return TRUE;
    default:
      return FALSE;
    }
}

static CountClass
classify (gunichar c)
{
  if (c >= 0x4e00 && c <= 0x9fff)
    return COUNT_ONE;
  if (c < 0x80 && g_ascii_isalnum ((char)c))
    return COUNT_RUN;
  if (c <= 0x20 || c == 0x7f || c == 0x3000)
    return COUNT_NOTHING;
  if (c == '.' || c == ',' || c == '\'' || c == '-' || c == ':' || c == '/' || c == '_' || c == '@'
      || c == 0x2019)
    return COUNT_JOINER;
  if (is_han_like (c))
    return COUNT_ONE;
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
      return COUNT_NOTHING;
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
      return COUNT_RUN;
    default:
      return COUNT_ONE;
    }
}

/**
 * lectern_node_count_characters:
 * @node: a node
 *
 * Counts characters as speech writers do (字数), and as Word and WPS show them: each Han character,
 * kana, hangul syllable and punctuation mark counts one, and so does each other visible symbol; a
 * word or number in letters or digits counts one (`COVID-19`, `3.5`, `2025`); white space and
 * controls count nothing.
 *
 * Returns: the number
 */
gsize
lectern_node_count_characters (LecternNode *node)
{
  const char *at;
  const char *end;
  gsize count = 0;
  gboolean in_run = FALSE;
  gboolean after_joiner = FALSE; /* a joiner that is not counted yet */

  g_return_val_if_fail (node != NULL, 0);

  at = _lectern_source_get_text (_lectern_node_document (node)->source, NULL);
  end = at + node->end;
  for (at += node->start; at < end; at = g_utf8_next_char (at))
    {
      CountClass class = classify (g_utf8_get_char (at));

      if (class == COUNT_JOINER && in_run && !after_joiner)
        {
          after_joiner = TRUE;
          continue;
        }
      if (class == COUNT_RUN)
        count += in_run ? 0 : 1;
      else
        count += (after_joiner ? 1 : 0) + (class == COUNT_NOTHING ? 0 : 1);
      in_run = class == COUNT_RUN;
      after_joiner = FALSE;
    }
  return count + (after_joiner ? 1 : 0);
}

/**
 * lectern_node_count_paragraphs:
 * @node: a node
 *
 * Counts paragraphs of layout: lines that the node has something other than blanks in.
 *
 * Returns: the number
 */
gsize
lectern_node_count_paragraphs (LecternNode *node)
{
  const char *text;
  gsize count = 0;
  gboolean blank = TRUE;
  guint n;

  g_return_val_if_fail (node != NULL, 0);

  text = _lectern_source_get_text (_lectern_node_document (node)->source, NULL);
  for (gsize at = node->start; at < node->end; at += n)
    {
      n = 1;
      if (is_line_end (text[at]))
        blank = TRUE;
      else if (blank && (n = _lectern_blank_after (text, node->end, at)) == 0)
        {
          blank = FALSE;
          count++;
          n = 1;
        }
    }
  return count;
}
