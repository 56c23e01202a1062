/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/lectern-builder-private.h"

#include <lectern/lectern.h>
#include <string.h>

/* Makes a document from a text with marks: `<kind name=value …|` opens a node and `>` closes it.
 * Neither `<`, `|` nor `>` can stand in the text itself. */
static inline void
set_marked_attributes (LecternBuilder *builder, guint32 node, char **words)
{
  LecternAttribute attributes[16];
  guint n = 0;

  for (guint i = 1; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      *value++ = '\0';
      if (strcmp (words[i], "level") == 0)
        _lectern_builder_set_level (builder, node, (guint)atoi (value));
      else if (strcmp (words[i], "percent") == 0)
        _lectern_builder_set_percent (builder, node, (guint)atoi (value));
      else if (strcmp (words[i], "of") == 0)
        _lectern_builder_add_target (builder, node, (guint32)atoi (value));
      else
        attributes[n++] = (LecternAttribute){ words[i], value };
    }
  _lectern_builder_set_attributes (builder, node, _lectern_builder_intern (builder, attributes, n));
}

static inline LecternDocument *
make_tree (const char *marked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternSource) source = NULL;
  g_autoptr (LecternBuilder) builder = NULL;
  const char *end;

  for (const char *at = marked; *at != '\0'; at++)
    if (*at == '<')
      at = strchr (at, '|');
    else if (*at != '>')
      g_string_append_c (text, *at);
  bytes = g_bytes_new (text->str, text->len);
  source = lectern_source_new (bytes, NULL);
  builder = _lectern_builder_new_for_source (source, "zh-Hans");
  text->len = 0;
  for (const char *at = marked; *at != '\0'; at++)
    if (*at == '<')
      {
        g_autofree char *head = g_strndup (at + 1, (end = strchr (at, '|')) - at - 1);
        g_auto (GStrv) words = g_strsplit (head, " ", -1);
        LecternNodeKind kind;

        g_assert_true (lectern_node_kind_from_element (words[0], &kind));
        set_marked_attributes (builder, _lectern_builder_open (builder, kind, text->len), words);
        at = end;
      }
    else if (*at == '>')
      _lectern_builder_close (builder, text->len);
    else
      text->len++;
  return lectern_builder_finish (builder, NULL);
}

static inline LecternNode *
find (LecternDocument *document, const char *path)
{
  LecternNode *node = lectern_document_lookup (document, path);

  g_assert_nonnull (node);
  return node;
}

static inline char *
dup_string (LecternNode *node)
{
  return (char *)lectern_node_dup_text (node, NULL);
}

/* The tree in the notation of make_tree(). */
static inline char *
dump_tree (LecternDocument *document)
{
  GString *result = g_string_new (NULL);
  const char *text
      = g_bytes_get_data (lectern_source_get_bytes (lectern_document_get_source (document)), NULL);
  LecternWalker walker;
  LecternEvent event;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternNode *node = lectern_walker_get_node (&walker);
      LecternSpan span;
      const char *name;
      const char *value;

      lectern_walker_get_span (&walker, &span);
      if (event == LECTERN_EVENT_TEXT)
        g_string_append_len (result, text + span.start, (gssize)(span.end - span.start));
      else if (lectern_node_get_parent (node) == NULL)
        continue;
      else if (event == LECTERN_EVENT_LEAVE)
        g_string_append_c (result, '>');
      else
        {
          g_string_append_printf (result, "<%s",
                                  lectern_node_kind_get_element (lectern_node_get_kind (node)));
          for (guint i = 0; lectern_node_get_nth_property (node, i, &name, &value); i++)
            g_string_append_printf (result, " %s=%s", name, value);
          g_string_append_c (result, '|');
        }
    }
  return g_string_free (result, FALSE);
}
