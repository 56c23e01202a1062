/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "suite.h"

#include <lectern/lectern.h>
#include <string.h>

/* A speech with its tree on one string. What is left without the brackets is the text that is read:
 *
 *   <kind|…>        title, by(line), to (salutation), open(ing), outline, e1 e2 (entries of a
 * level), p, h(eading), close (closing), thanks, noise (boilerplate), do (directive) <s 一、|…> a
 * section and its numbering; <s 一、=3|…> where the marker says another number ⟦一是|…⟧        a
 * series and its numbering, or ⟦要聚焦*|…⟧ and its key «…» «=2|…»      a point; ⟨…⟩ its marker, or
 * that of a heading or entry; ‹…› its lead
 *
 * Placeholders and announcements are not shown. */

typedef struct
{
  const char *name;
  const char *tree;
  gsize length;
} TextRow;

/* The length is told, because a text may hold NUL. */
#define ROW(name, tree)                                                                            \
  {                                                                                                \
    name, tree, sizeof tree - 1                                                                    \
  }

static const char *const short_names[] = {
  [LECTERN_NODE_BOILERPLATE] = "noise", [LECTERN_NODE_OUTLINE] = "outline",
  [LECTERN_NODE_ENTRY] = "e",           [LECTERN_NODE_TITLE] = "title",
  [LECTERN_NODE_BYLINE] = "by",         [LECTERN_NODE_SALUTATION] = "to",
  [LECTERN_NODE_THANKS] = "thanks",     [LECTERN_NODE_OPENING] = "open",
  [LECTERN_NODE_CLOSING] = "close",     [LECTERN_NODE_SECTION] = "s",
  [LECTERN_NODE_HEADING] = "h",         [LECTERN_NODE_PARAGRAPH] = "p",
  [LECTERN_NODE_DIRECTIVE] = "do",
};

/* The brackets that are taken out; a header up to | follows the first three. */
static const struct
{
  const char *bracket;
  char header; /* `!`: always one; `=`: one that begins so */
} brackets[] = { { "<", '!' }, { "⟦", '!' }, { "«", '=' }, { ">", 0 }, { "⟧", 0 },
                 { "»", 0 },   { "⟨", 0 },   { "⟩", 0 },   { "‹", 0 }, { "›", 0 } };

/* After the bracket at `p`, or `p` where none stands. */
static inline const char *
skip_bracket (const char *p, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      gsize n = strlen (brackets[i].bracket);

      if ((gsize)(end - p) < n || memcmp (p, brackets[i].bracket, n) != 0)
        continue;
      p += n;
      if (brackets[i].header == '!' || (p < end && brackets[i].header == *p))
        p = (const char *)memchr (p, '|', end - p) + 1;
      return p;
    }
  return p;
}

static inline GBytes *
text_of_tree (const char *tree, gsize length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *end = tree + length;

  while (tree < end)
    {
      const char *next = skip_bracket (tree, end);

      if (next == tree)
        g_string_append_c (text, *tree++);
      tree = next > tree ? next : tree;
    }
  return g_bytes_new (text->str, text->len);
}

static inline void
enter_node (GString *tree, LecternNode *node, guint depth)
{
  LecternNodeKind kind = lectern_node_get_kind (node);
  const char *numbered = lectern_node_get_property (node, LECTERN_PROPERTY_NUMBERING);
  const char *key = lectern_node_get_property (node, LECTERN_PROPERTY_KEY);
  guint number = lectern_node_get_number (node);

  if (kind == LECTERN_NODE_MARKER || kind == LECTERN_NODE_LEAD)
    g_string_append (tree, kind == LECTERN_NODE_MARKER ? "⟨" : "‹");
  else if (kind == LECTERN_NODE_SERIES)
    g_string_append_printf (tree, "⟦%s%s|", numbered ? numbered : key ? key : "", key ? "*" : "");
  else if (kind == LECTERN_NODE_POINT)
    g_string_append (tree, "«");
  else
    g_string_append_printf (tree, "<%s", short_names[kind]);
  if (kind == LECTERN_NODE_ENTRY)
    g_string_append_printf (tree, "%u", lectern_node_get_level (node));
  if (kind == LECTERN_NODE_SECTION)
    {
      ck_assert_uint_eq (lectern_node_get_level (node), depth);
      g_string_append_printf (tree, " %s", numbered);
    }
  if (number != 0 && number != lectern_node_get_ordinal (node) && kind != LECTERN_NODE_ENTRY)
    g_string_append_printf (tree, "=%u%s", number, kind == LECTERN_NODE_POINT ? "|" : "");
  if (kind < G_N_ELEMENTS (short_names) && short_names[kind] != NULL)
    g_string_append_c (tree, '|');
}

static inline void
leave_node (GString *tree, LecternNodeKind kind)
{
  g_string_append (tree, kind == LECTERN_NODE_MARKER   ? "⟩"
                         : kind == LECTERN_NODE_LEAD   ? "›"
                         : kind == LECTERN_NODE_SERIES ? "⟧"
                         : kind == LECTERN_NODE_POINT  ? "»"
                                                       : ">");
}

/* The tree of a document in that form. */
static inline GString *
tree_of_document (LecternDocument *document)
{
  GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (document));
  const char *text = g_bytes_get_data (bytes, NULL);
  GString *tree = g_string_new (NULL);
  guint depth = 0;
  LecternWalker walker;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  for (LecternEvent event; (event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE;)
    {
      LecternNode *node = lectern_walker_get_node (&walker);
      LecternNodeKind kind = lectern_node_get_kind (node);
      LecternSpan span;

      lectern_walker_get_span (&walker, &span);
      if (event == LECTERN_EVENT_TEXT)
        g_string_append_len (tree, text + span.start, span.end - span.start);
      if (event == LECTERN_EVENT_TEXT || kind == LECTERN_NODE_SPEECH
          || kind == LECTERN_NODE_PLACEHOLDER || kind == LECTERN_NODE_ANNOUNCEMENT)
        continue;
      if (kind == LECTERN_NODE_SECTION)
        depth += event == LECTERN_EVENT_ENTER ? 1 : -1;
      if (event == LECTERN_EVENT_ENTER)
        enter_node (tree, node, depth);
      else
        leave_node (tree, kind);
    }
  return tree;
}

static inline LecternDocument *
read_text (GBytes *text)
{
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_new_from_text (text, &error);

  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

/* Adds to `wrong` what is read where it is not the tree. */
static inline void
check_tree (const char *name, const char *expected, gsize length, GString *wrong)
{
  g_autoptr (GBytes) text = text_of_tree (expected, length);
  g_autoptr (LecternDocument) document = read_text (text);
  GString *tree = tree_of_document (document);

  if (tree->len != length || memcmp (tree->str, expected, length) != 0)
    g_string_append_printf (wrong, "\n%s\n  read as: %s\n  must be: %s", name, tree->str, expected);
  g_string_free (tree, TRUE);
}

/* The rows' trees stand between these. */
static inline void
check_rows (const char *before, const char *after, const TextRow *rows, gsize n_rows)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (gsize i = 0; i < n_rows; i++)
    {
      GString *tree = g_string_new (before);

      g_string_append_len (tree, rows[i].tree, (gssize)rows[i].length);
      g_string_append (tree, after);
      check_tree (rows[i].name, tree->str, tree->len, wrong);
      g_string_free (tree, TRUE);
    }
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}

/* Whole speeches; what follows on a salutation; what stands below a heading. */
#define CHECK_SPEECHES(rows) check_rows ("", "", rows, G_N_ELEMENTS (rows))
#define CHECK_BODIES(rows)   check_rows ("<to|同志们：>\n", "", rows, G_N_ELEMENTS (rows))
#define IN_SECTION                                                                                 \
  "<to|同志们：>\n<open|<p|今天开个会。>\n><s 一、|<h|⟨一、⟩入冬前的事>\n",                        \
      "><s 一、|<h|⟨二、⟩开春后的事>\n>"
#define CHECK_SECTIONS(rows) check_rows (IN_SECTION, rows, G_N_ELEMENTS (rows))
