/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* Edits of a document's text, and what becomes of its structure. */

/* What both have at their ends is not replaced. */
typedef struct
{
  const char *old; /* found once in the text */
  const char *new;
} Change;

static gsize
count_common_start (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((guchar)a[n] & 0xc0) == 0x80)
    n--;
  return n;
}

static gsize
count_common_end (const char *a, const char *b)
{
  gsize a_length = strlen (a), b_length = strlen (b), n = 0;

  while (n < a_length && n < b_length && a[a_length - n - 1] == b[b_length - n - 1])
    n++;
  while (n > 0 && ((guchar)a[a_length - n] & 0xc0) == 0x80)
    n--;
  return n;
}

static LecternEdits *
make_edits (LecternDocument *document, const Change *changes, guint n_changes)
{
  GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (document));
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  LecternEdits *edits = lectern_edits_new (length);

  for (guint i = 0; i < n_changes; i++)
    {
      const char *at = g_strstr_len (text, (gssize)length, changes[i].old);
      gsize skip = count_common_start (changes[i].old, changes[i].new);
      gsize keep = count_common_end (changes[i].old + skip, changes[i].new + skip);
      LecternSpan span;

      ck_assert_msg (at != NULL, "%s", changes[i].old);
      span.start = (gsize)(at - text) + skip;
      span.end = (gsize)(at - text) + strlen (changes[i].old) - keep;
      ck_assert (lectern_edits_replace (edits, &span, changes[i].new + skip,
                                        (gssize)(strlen (changes[i].new) - skip - keep), NULL));
    }
  return edits;
}

static char *
dup_xml (LecternDocument *document)
{
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  gsize length;
  const char *data = g_bytes_get_data (xml, &length);

  return g_strndup (data, length);
}

static void
check_carried (const char *before, const Change *change, const char *after)
{
  g_autoptr (LecternDocument) document = read_xml (before);
  g_autoptr (LecternDocument) expected = read_xml (after);
  g_autoptr (LecternEdits) edits = make_edits (document, change, 1);
  g_autoptr (LecternDocument) result = lectern_document_apply_edits (document, edits, NULL, NULL);
  g_autofree char *expected_xml = dup_xml (expected);
  g_autofree char *xml = dup_xml (result);
  g_autoptr (LecternEdits) known = lectern_document_dup_edits (result, document);

  ck_assert_str_eq (xml, expected_xml);
  ck_assert_uint_eq (lectern_edits_get_n_replacements (known), 1);
}

#define TITLE "<title>在供水会上的讲话</title>\n"

START_TEST (structure_that_was_given_stays)
{
  static const struct
  {
    const char *before;
    Change change;
    const char *after;
  } cases[] = {
    { SPEECH ("<title>在供水会上的讲话</title>\n<p>水来了。</p>\n"),
      { "供水", "供暖" },
      SPEECH ("<title>在供暖会上的讲话</title>\n<p>水来了。</p>\n") },
    /* What is put in between belongs to the one that ends there. */
    { SPEECH (TITLE "<salutation>同志们</salutation>\n<p>好。</p>\n"),
      { "们\n", "们：\n" },
      SPEECH (TITLE "<salutation>同志们：</salutation>\n<p>好。</p>\n") },
    /* A title in the text that looks like a heading stays a paragraph. */
    { SPEECH ("<p>甲</p>\n"), { "甲", "一、乙" }, SPEECH ("<p>一、乙</p>\n") },
    /* Nothing is left of the placeholder. */
    { SPEECH ("<p>给<placeholder kind=\"text\" form=\"fill-in\">XX</placeholder>送水。</p>\n"),
      { "给XX送", "送" },
      SPEECH ("<p>送水。</p>\n") },
    /* Filled, it is text. */
    { SPEECH ("<p>给<placeholder kind=\"text\" form=\"fill-in\">XX</placeholder>送水。</p>\n"),
      { "XX", "村里" },
      SPEECH ("<p>给村里送水。</p>\n") },
    /* In part, it is still open. */
    { SPEECH ("<p>给<placeholder kind=\"text\" form=\"fill-in\">XX</placeholder>送水。</p>\n"),
      { "给XX", "给×X" },
      SPEECH ("<p>给<placeholder kind=\"text\" form=\"fill-in\">×X</placeholder>送水。</p>\n") },
    /* A cut goes through two paragraphs. */
    { SPEECH ("<p>前一段。</p>\n<p>后一段。</p>\n"),
      { "段。\n后", "" },
      SPEECH ("<p>前一</p><p>一段。</p>\n") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_carried (cases[i].before, &cases[i].change, cases[i].after);
}
END_TEST

START_TEST (edits_that_touch_stay_in_their_nodes)
{
  static const Change changes[] = { { "甲", "子" }, { "乙", "丑" } };
  g_autoptr (LecternDocument) document = read_xml (SPEECH ("<p>甲</p><p>乙</p>\n"));
  g_autoptr (LecternDocument) expected = read_xml (SPEECH ("<p>子</p><p>丑</p>\n"));
  g_autoptr (LecternEdits) edits = make_edits (document, changes, 2);
  g_autoptr (LecternDocument) result = lectern_document_apply_edits (document, edits, NULL, NULL);
  g_autofree char *expected_xml = dup_xml (expected);
  g_autofree char *xml = dup_xml (result);

  ck_assert_str_eq (xml, expected_xml);
}
END_TEST

START_TEST (the_number_of_an_announcement_follows_its_text)
{
  static const Change change = { "三点", "两点" };

  check_carried (
      SPEECH ("<p>讲<announcement count=\"3\" of=\"r1\">三点</announcement>。</p>\n"
              "<series xml:id=\"r1\" numbering=\"一是\"><point><p><marker>一是</marker>快。</p>\n"
              "</point><point><p><marker>二是</marker>好。</p>\n</point></series>"),
      &change,
      SPEECH ("<p>讲<announcement count=\"2\" of=\"r1\">两点</announcement>。</p>\n"
              "<series xml:id=\"r1\" numbering=\"一是\"><point><p><marker>一是</marker>快。</p>\n"
              "</point><point><p><marker>二是</marker>好。</p>\n</point></series>"));
}
END_TEST

START_TEST (the_number_of_a_marker_follows_its_text)
{
  static const Change change = { "三、", "二、" };

  check_carried (
      SPEECH (
          "<section numbering=\"一、\"><heading><marker>一、</marker>水</heading>\n</section>"
          "<section numbering=\"一、\" number=\"3\"><heading><marker>三、</marker>电</heading>\n"
          "</section>"),
      &change,
      SPEECH ("<section numbering=\"一、\"><heading><marker>一、</marker>水</heading>\n</section>"
              "<section numbering=\"一、\"><heading><marker>二、</marker>电</heading>\n"
              "</section>"));
}
END_TEST

START_TEST (structure_that_was_recognised_is_recognised_anew)
{
  static const char text[] = "在供水会上的讲话\n水来了。\n";
  static const Change change = { "水来了", "一、水来了" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);
  g_autoptr (LecternEdits) edits = make_edits (document, &change, 1);
  g_autoptr (LecternDocument) result = lectern_document_apply_edits (document, edits, NULL, NULL);
  g_autoptr (GPtrArray) sections = lectern_document_list_nodes (result, LECTERN_NODE_SECTION);

  ck_assert_int_eq (lectern_document_get_format (document), LECTERN_FORMAT_TEXT);
  ck_assert_int_eq (lectern_document_get_format (result), LECTERN_FORMAT_TEXT);
  ck_assert_uint_eq (sections->len, 1);
}
END_TEST

START_TEST (edits_of_another_text_are_refused)
{
  g_autoptr (LecternDocument) document = read_xml (SPEECH ("<p>水。</p>"));
  g_autoptr (LecternEdits) edits = lectern_edits_new (3);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (lectern_document_get_format (document), LECTERN_FORMAT_XML);
  ck_assert (lectern_document_apply_edits (document, edits, NULL, &error) == NULL);
  ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_EDIT));
}
END_TEST

/* A place between two characters. */
static gsize
random_place (GRand *random, const char *text, gsize length)
{
  gsize at = (gsize)g_rand_int_range (random, 0, (gint32)length + 1);

  while (at > 0 && at < length && ((guchar)text[at] & 0xc0) == 0x80)
    at--;
  return at;
}

static LecternEdits *
random_edits (GRand *random, LecternDocument *document)
{
  GBytes *bytes = lectern_source_get_bytes (lectern_document_get_source (document));
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  LecternEdits *edits = lectern_edits_new (length);

  for (guint i = 0; i < 6; i++)
    {
      gsize a = random_place (random, text, length), b = random_place (random, text, length);
      LecternSpan span = { MIN (a, b), MIN (MAX (a, b), MIN (a, b) + 40) };

      while (span.end < length && ((guchar)text[span.end] & 0xc0) == 0x80)
        span.end++;
      if (g_rand_int_range (random, 0, 4) == 0)
        lectern_edits_move (edits, &span, random_place (random, text, length), NULL);
      else
        lectern_edits_replace (edits, &span, g_rand_boolean (random) ? "新的" : "", -1, NULL);
    }
  return edits;
}

/* Nodes lie in their parents, after their elder siblings, and begin and end between characters. */
static void
check_spans (LecternDocument *document)
{
  g_autoptr (GBytes) bytes = lectern_document_to_text (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  LecternWalker walker;
  LecternEvent step;
  gsize at = 0;

  lectern_walker_init (&walker, lectern_document_get_root (document));
  while ((step = lectern_walker_next (&walker)) != LECTERN_EVENT_NONE)
    {
      LecternSpan span;

      if (step == LECTERN_EVENT_TEXT)
        lectern_walker_get_span (&walker, &span);
      else
        lectern_node_get_span (lectern_walker_get_node (&walker), &span);
      if (step == LECTERN_EVENT_LEAVE)
        {
          ck_assert_uint_eq (span.end, at);
          continue;
        }
      ck_assert_uint_eq (span.start, at);
      ck_assert_uint_le (span.end, length);
      ck_assert (at == length || ((guchar)text[at] & 0xc0) != 0x80);
      if (step == LECTERN_EVENT_TEXT)
        at = span.end;
    }
  ck_assert_uint_eq (at, length);
}

START_TEST (any_edits_of_any_tree_give_a_tree_of_the_new_text)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20251122);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (LecternDocument) document = random_document (random, 80);
      g_autoptr (LecternEdits) edits = random_edits (random, document);
      g_autoptr (GBytes) text = lectern_document_to_text (document);
      g_autoptr (GBytes) expected = lectern_edits_apply (edits, text, NULL);
      g_autoptr (LecternDocument) result = NULL;
      g_autoptr (GBytes) after = NULL;

      ck_assert (expected != NULL);
      result = lectern_document_apply_edits (document, edits, NULL, NULL);
      after = lectern_document_to_text (result);
      ck_assert (g_bytes_equal (after, expected));
      check_spans (result);
    }
}
END_TEST

RUN_SUITE ("apply", structure_that_was_given_stays, edits_that_touch_stay_in_their_nodes,
           the_number_of_an_announcement_follows_its_text, the_number_of_a_marker_follows_its_text,
           structure_that_was_recognised_is_recognised_anew, edits_of_another_text_are_refused,
           any_edits_of_any_tree_give_a_tree_of_the_new_text)
