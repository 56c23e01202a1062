/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* What holds of every text: pieces glued together at random. */

#define PIECE(text)                                                                                \
  {                                                                                                \
    text, sizeof text - 1                                                                          \
  }

static const struct
{
  const char *text;
  gsize length;
} pieces[] = {
  PIECE ("一、"),
  PIECE ("二、"),
  PIECE ("三、"),
  PIECE ("（一）"),
  PIECE ("（二）"),
  PIECE ("1."),
  PIECE ("2."),
  PIECE ("1、"),
  PIECE ("①"),
  PIECE ("②"),
  PIECE ("⑴"),
  PIECE ("（1）"),
  PIECE ("（2）"),
  PIECE ("一是"),
  PIECE ("二是"),
  PIECE ("三是"),
  PIECE ("一要"),
  PIECE ("二要"),
  PIECE ("第一，"),
  PIECE ("第二，"),
  PIECE ("第X，"),
  PIECE ("第一个方面："),
  PIECE ("第二个方面："),
  PIECE ("首先，"),
  PIECE ("其次，"),
  PIECE ("最后，"),
  PIECE ("其一，"),
  PIECE ("第一章"),
  PIECE ("第二部分"),
  PIECE ("要聚焦"),
  PIECE ("坚持"),
  PIECE ("坚持"),
  PIECE ("修渠"),
  PIECE ("种树"),
  PIECE ("早作打算"),
  PIECE ("同时，"),
  PIECE ("同志们："),
  PIECE ("同志们，"),
  PIECE ("各位代表！"),
  PIECE ("谢谢大家！"),
  PIECE ("【提纲】"),
  PIECE ("【加入会员】"),
  PIECE ("在全镇秋收工作会上的讲话"),
  PIECE ("（2024年9月6日）"),
  PIECE ("——"),
  PIECE ("— 3 —"),
  PIECE ("来源：某某网"),
  PIECE ("XX"),
  PIECE ("X个"),
  PIECE ("*区"),
  PIECE ("_"),
  PIECE ("{{名称:person|老王}}"),
  PIECE ("“"),
  PIECE ("”"),
  PIECE ("（"),
  PIECE ("）"),
  PIECE ("。"),
  PIECE ("。"),
  PIECE ("；"),
  PIECE ("，"),
  PIECE ("："),
  PIECE ("、"),
  PIECE ("！"),
  PIECE ("……"),
  PIECE (" "),
  PIECE ("\t"),
  PIECE ("\n"),
  PIECE ("\n"),
  PIECE ("\n"),
  PIECE ("\n"),
  PIECE ("\r\n"),
  PIECE ("\r"),
  PIECE ("\n\n"),
  PIECE ("\0"),
  PIECE ("\x01"),
  PIECE ("\x7f"),
  PIECE ("\xe2\x80\xa8"),
  PIECE ("\xef\xbf\xbe"),
  PIECE ("\xef\xbb\xbf"),
  PIECE ("𠮷"),
  PIECE ("&<>]]>\""),
  PIECE ("First, "),
  PIECE ("Second, "),
  PIECE ("I. "),
  PIECE ("(a)"),
  PIECE ("第一に、"),
  PIECE ("첫째, "),
  PIECE ("一要素"),
  PIECE ("一、二年级"),
  PIECE ("3.15"),
  PIECE ("第一书记"),
  PIECE ("统一是"),
  PIECE ("　　"),
  PIECE ("。一方面，修渠；另一方面，种树。"),
  PIECE ("。一个是老李，另一个是老王。"),
};

static GBytes *
glue (GRand *random, guint n_pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    {
      guint at = (guint)g_rand_int_range (random, 0, G_N_ELEMENTS (pieces));

      g_string_append_len (text, pieces[at].text, (gssize)pieces[at].length);
    }
  return g_string_free_to_bytes (text);
}

/* Every byte stands in one node: the walker's text is the text, and children follow each other. */
static void
check_tiling (LecternDocument *document)
{
  gsize at = 0,
        length
        = g_bytes_get_size (lectern_source_get_bytes (lectern_document_get_source (document)));
  LecternWalker walker;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  for (LecternEvent event; (event = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE;)
    {
      LecternSpan span;

      if (event == LECTERN_EVENT_TEXT)
        {
          lectern_walker_get_span (&walker, &span);
          ck_assert_uint_eq (span.start, at);
          ck_assert_uint_gt (span.end, span.start);
          at = span.end;
          continue;
        }
      lectern_node_get_span (lectern_walker_get_node (&walker), &span);
      ck_assert_uint_eq (event == LECTERN_EVENT_ENTER ? span.start : span.end, at);
    }
  ck_assert_uint_eq (at, length);
}

/* The text of an XML form, found without the library: tags dropped, references resolved. */
static GString *
strip_tags (GBytes *xml)
{
  gsize length;
  const char *p = g_bytes_get_data (xml, &length), *end = p + length;
  GString *text = g_string_new (NULL);
  static const struct
  {
    const char *name;
    char character;
  } entities[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' } };

  while (p < end)
    {
      const char *close = *p == '<' ? memchr (p, '>', end - p) : memchr (p, ';', end - p);
      guint i = 0;

      if (*p == '<' && g_str_has_prefix (p, "<char code=\""))
        g_string_append_unichar (text, (gunichar)g_ascii_strtoull (p + 12, NULL, 16));
      if (*p == '<')
        p = close + 1;
      else if (*p != '&')
        g_string_append_c (text, *p++);
      else if (p[1] == '#')
        {
          g_string_append_unichar (text, (gunichar)g_ascii_strtoull (p + 2 + (p[2] == 'x'), NULL,
                                                                     p[2] == 'x' ? 16 : 10));
          p = close + 1;
        }
      else
        {
          while (!g_str_has_prefix (p, entities[i].name))
            ck_assert_uint_lt (++i, G_N_ELEMENTS (entities));
          g_string_append_c (text, entities[i].character);
          p = close + 1;
        }
    }
  return text;
}

static void
check_same (GString *a, gconstpointer b, gsize length)
{
  ck_assert_uint_eq (a->len, length);
  ck_assert (memcmp (a->str, b, length) == 0);
}

static void
check_text (GBytes *bytes, gsize skipped)
{
  gsize length = g_bytes_get_size (bytes) - skipped;
  const char *data = (const char *)g_bytes_get_data (bytes, NULL) + skipped;
  g_autoptr (LecternDocument) document = read_text (bytes);
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  g_autoptr (GBytes) text = lectern_document_to_text (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) from_xml = lectern_document_new_from_xml (xml, &error);
  g_autoptr (LecternDocument) again = NULL;
  GString *stripped = strip_tags (xml), *tree = tree_of_document (document), *other;

  check_tiling (document);
  ck_assert_uint_eq (g_bytes_get_size (text), length);
  ck_assert (length == 0 || memcmp (g_bytes_get_data (text, NULL), data, length) == 0);
  check_same (stripped, data, length);
  ck_assert_msg (from_xml != NULL, "%s", error != NULL ? error->message : "");
  other = tree_of_document (from_xml);
  check_same (other, tree->str, tree->len);
  g_string_free (other, TRUE);
  if (length < 3 || memcmp (data, "\xef\xbb\xbf", 3) != 0)
    {
      again = read_text (text);
      other = tree_of_document (again);
      check_same (other, tree->str, tree->len);
      g_string_free (other, TRUE);
    }
  g_string_free (stripped, TRUE);
  g_string_free (tree, TRUE);
}

static gsize
mark_length (GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  return length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

START_TEST (a_short_text_keeps_every_byte_and_its_tree)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240906);

  for (guint i = 0; i < 6000; i++)
    {
      g_autoptr (GBytes) text = glue (random, (guint)g_rand_int_range (random, 0, 40));

      check_text (text, mark_length (text));
    }
}
END_TEST

START_TEST (a_long_text_keeps_every_byte_and_its_tree)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6092024);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GBytes) text = glue (random, 3000);

      check_text (text, mark_length (text));
    }
}
END_TEST

RUN_SUITE ("properties of text", a_short_text_keeps_every_byte_and_its_tree,
           a_long_text_keeps_every_byte_and_its_tree)
