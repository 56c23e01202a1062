/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a user writes, built outside the tree with nothing but pkg-config: as C, as C++, and as a
 * plug-in of a program that does not know Lectern. */
#include "program.h"

#include <lectern/lectern.h>
#include <stdio.h>
#include <string.h>

static LecternDocument *
assemble (GError **error)
{
  g_autoptr (LecternNumbering) numbering = lectern_numbering_new_from_marker ("一是", error);
  g_autoptr (LecternBuilder) b = NULL;

  if (numbering == NULL)
    return NULL;
  b = lectern_builder_new ("zh-Hans");
  lectern_builder_add_title (b, "在全镇修渠动员会上的讲话");
  lectern_builder_add_salutation (b, "乡亲们：");
  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_add_heading (b, "渠为什么要修");
  lectern_builder_begin_series (b, numbering);
  lectern_builder_add_point (b, "渠老了。", "漏水的地方一年比一年多。");
  lectern_builder_begin (b, LECTERN_NODE_POINT);
  lectern_builder_add_placeholder (b, "亩数", LECTERN_PLACEHOLDER_COUNT, "X");
  lectern_builder_add_text (b, "亩田等着水。", -1);
  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_end (b);
  lectern_builder_begin (b, LECTERN_NODE_SECTION);
  lectern_builder_add_heading (b, "渠怎么修");
  lectern_builder_add_paragraph (b, "先修上游，再修下游。");
  lectern_builder_end (b);
  lectern_builder_add_thanks (b, "谢谢大家！");
  return lectern_builder_finish (b, error);
}

static void
walk (LecternDocument *document)
{
  LecternWalker walker;
  LecternEvent event;
  int depth = 0;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  while ((event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      if (event == LECTERN_EVENT_LEAVE)
        depth--;
      if (event != LECTERN_EVENT_ENTER)
        continue;
      printf ("%*s%s\n", 2 * depth, "",
              lectern_node_kind_get_element (
                  lectern_node_get_kind (lectern_walker_get_node (&walker))));
      depth++;
    }
}

static void
print_bytes (GBytes *bytes)
{
  gsize length = 0;
  const char *data = (const char *)g_bytes_get_data (bytes, &length);

  fwrite (data, 1, length, stdout);
}

/* Reads the text again, and the XML of that; both give the text back. */
static gboolean
convert (GBytes *text, GError **error)
{
  g_autoptr (LecternDocument) read = lectern_document_new_from_text (text, error);
  g_autoptr (LecternDocument) again = NULL;
  g_autoptr (GBytes) xml = NULL, text_again = NULL;

  if (read == NULL)
    return FALSE;
  xml = lectern_document_to_xml (read);
  again = lectern_document_new_from_xml (xml, error);
  if (again == NULL)
    return FALSE;
  text_again = lectern_document_to_text (again);
  walk (read);
  printf ("back: %s\n", g_bytes_equal (text, text_again) ? "the same" : "another text");
  return TRUE;
}

int
program_run (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) speech = assemble (&error);
  g_autoptr (GBytes) text = NULL;

  if (speech == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  text = lectern_document_to_text (speech);
  print_bytes (text);
  if (!convert (text, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  fflush (stdout);
  return 0;
}
