/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "suite.h"

#include "base/lectern-source-private.h"
#include "model/lectern-builder-private.h"
#include "read/lectern-xml-model-private.h"

#include <string.h>

/* Documents for tests: from XML, and random ones. */

static inline LecternDocument *
read_xml_length (const char *xml, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, length);

  return lectern_document_new_from_xml (bytes, error);
}

static inline LecternDocument *
read_xml (const char *xml)
{
  g_autoptr (GError) error = NULL;
  LecternDocument *document = read_xml_length (xml, strlen (xml), &error);

  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

#define SPEECH(content)                                                                            \
  "<speech xmlns=\"urn:lectern:speech:1\" xml:lang=\"zh-Hans\" xml:space=\"preserve\">" content    \
  "</speech>"

/* Any characters at all, those among them that a renderer has to spell in its own way. */
static inline GString *
random_text (GRand *random, guint n_characters)
{
  static const gunichar odd[]
      = { 0,      1,      8,      '\t',   '\n',   0xb,    0xc,    '\r',   0x1f,
          0x7f,   0x85,   '&',    '<',    '>',    '"',    '\'',   ']',    '\\',
          0x2028, 0x3000, 0xfeff, 0xfffd, 0xfffe, 0xffff, 0xffc0, 0x1f600 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_characters; i++)
    switch (g_rand_int_range (random, 0, 6))
      {
      case 0:
        g_string_append_unichar (text,
                                 odd[g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (odd))]);
        break;
      case 1:
        g_string_append_c (text, (char)g_rand_int_range (random, 'a', 'z'));
        break;
      default:
        g_string_append_unichar (text, (gunichar)g_rand_int_range (random, 0x4e00, 0x9fa5));
      }
  return text;
}

static inline void
add_random_attributes (LecternBuilder *builder, GRand *random, LecternNodeKind kind, guint32 node)
{
  LecternAttribute series[] = { { LECTERN_PROPERTY_KEY, "不<\t\"&\n>" } };
  LecternAttribute placeholder[] = { { LECTERN_PROPERTY_KIND, LECTERN_PLACEHOLDER_COUNT },
                                     { LECTERN_PROPERTY_UNIT, "万元" },
                                     { LECTERN_PROPERTY_FORM, LECTERN_FORM_FILL_IN } };
  gboolean some = g_rand_boolean (random);

  if (kind == LECTERN_NODE_SERIES && some)
    _lectern_builder_set_attributes (builder, node, _lectern_builder_intern (builder, series, 1));
  else if (kind == LECTERN_NODE_PLACEHOLDER)
    _lectern_builder_set_attributes (builder, node,
                                     _lectern_builder_intern (builder, placeholder, some ? 3 : 1));
  else if (kind == LECTERN_NODE_ENTRY)
    _lectern_builder_set_level (builder, node, some ? 2 : 1);
}

/* Whether a random tree may open `kind` here: what the content model says beyond its table. */
static inline gboolean
may_open (LecternNodeKind parent, guint child, gboolean is_first)
{
  if (!_lectern_xml_may_hold (parent, child))
    return FALSE;
  if (parent == LECTERN_NODE_POINT)
    return child == LECTERN_NODE_PARAGRAPH;
  /* What its text says by chance is a number that a reader takes and the tree does not tell. */
  if (parent == LECTERN_NODE_ENTRY && child == LECTERN_NODE_MARKER)
    return FALSE;
  return is_first || _lectern_xml_get_rank (child) == LECTERN_RANK_REST;
}

/* A tree over the text that means nothing, but that may be. */
static inline LecternDocument *
random_tree (GRand *random, GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (LecternSource) source = _lectern_source_new_checked (bytes);
  g_autoptr (LecternBuilder) builder = _lectern_builder_new_for_source (source, "zh-Hans");
  LecternNodeKind kinds[64] = { LECTERN_NODE_SPEECH };
  gboolean fresh[64] = { TRUE };
  guint depth = 1;
  guint32 at = 0;

  while (at < text->len)
    {
      guint child = (guint)g_rand_int_range (random, 0, LECTERN_ELEMENT_CHAR);

      if (depth < 60 && may_open (kinds[depth - 1], child, fresh[depth - 1]))
        {
          guint32 node = _lectern_builder_open (builder, (LecternNodeKind)child, at);

          add_random_attributes (builder, random, (LecternNodeKind)child, node);
          kinds[depth] = (LecternNodeKind)child;
          fresh[depth] = child != LECTERN_NODE_PARAGRAPH
                         || (kinds[depth - 1] == LECTERN_NODE_POINT && fresh[depth - 1]);
          fresh[depth - 1] = FALSE;
          depth++;
        }
      else if (depth > 1 && g_rand_int_range (random, 0, 8) == 0)
        {
          _lectern_builder_close (builder, at);
          depth--;
        }
      else if (g_rand_int_range (random, 0, 4) == 0)
        at = (guint32)(g_utf8_next_char (text->str + at) - text->str);
    }
  while (--depth > 0)
    _lectern_builder_close (builder, at);
  return lectern_builder_finish (builder, NULL);
}

/* The same over a text that means nothing either. */
static inline LecternDocument *
random_document (GRand *random, guint n_characters)
{
  g_autoptr (GString) text = random_text (random, n_characters);

  return random_tree (random, text);
}
