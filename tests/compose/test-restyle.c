/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* Sentences whose markers are numbered anew, or in another way. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_new_from_text (bytes, &error);

  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

static void
check_text (LecternDocument *document, const char *expected)
{
  g_autoptr (GBytes) text = lectern_document_to_text (document);
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_autofree char *string = g_strndup (data, length);

  ck_assert_str_eq (string, expected);
}

/* Restyles the node at the path, or with a level the sections of it below the node, and back. */
static void
check_restyled (const char *before, const char *path, guint level, const char *style,
                const char *after)
{
  g_autoptr (LecternDocument) document = read_text (before);
  LecternNode *node = path != NULL ? lectern_document_lookup (document, path) : NULL;
  g_autoptr (LecternNumbering) numbering = lectern_numbering_new_standard (style, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) restyled = NULL;

  ck_assert_msg (path == NULL || node != NULL, "%s", path);
  restyled = level > 0
                 ? lectern_document_restyle_level (document, node, level, numbering, NULL, &error)
                 : lectern_document_restyle (document, node, numbering, NULL, &error);
  ck_assert_msg (restyled != NULL, "%s", error != NULL ? error->message : "");
  check_text (restyled, after);
}

#define OPENING "下面，我讲三点意见。\n"

START_TEST (a_series_gets_another_numbering)
{
  static const struct
  {
    const char *before, *path, *style, *after;
  } cases[] = {
    { "要做三件事：一是修渠；二是护岸；三是清淤。\n", "opening[1]/p[1]/series[1]", "第一",
      "要做三件事：第一，修渠；第二，护岸；第三，清淤。\n" },
    { "要做三件事：第一，修渠；第二，护岸；第三，清淤。\n", "opening[1]/p[1]/series[1]", "一要",
      "要做三件事：一要修渠；二要护岸；三要清淤。\n" },
    { "要做三件事：一是修渠；二是护岸；三是清淤。\n", "opening[1]/p[1]/series[1]", "①",
      "要做三件事：①修渠；②护岸；③清淤。\n" },
    { "要做三件事：一是修渠；二是护岸；三是清淤。\n", "opening[1]/p[1]/series[1]", "1",
      "要做三件事：1.修渠；2.护岸；3.清淤。\n" },
    /* The last of three words is the last of the list. */
    { "要做三件事：一是修渠；二是护岸；三是清淤。\n", "opening[1]/p[1]/series[1]", "首先",
      "要做三件事：首先，修渠；其次，护岸；最后，清淤。\n" },
    { "要做三件事。\n首先，修渠。\n其次，护岸。\n最后，清淤。\n", "series[1]", "一是",
      "要做三件事。\n一是修渠。\n二是护岸。\n三是清淤。\n" },
    /* What stands behind the marker stays. */
    { "要做三件事。\n一是 修渠。\n二是　护岸。\n三是清淤。\n", "series[1]", "第一、",
      "要做三件事。\n第一、 修渠。\n第二、　护岸。\n第三、清淤。\n" },
    /* A series without numerals gets a marker before its key. */
    { "要抓好水；要抓好岸；要抓好林。\n", "p[1]/series[1]", "一是",
      "一是要抓好水；二是要抓好岸；三是要抓好林。\n" },
    /* A wrong number is not put right by the way. */
    { "要做三件事。\n一要修渠。\n三要护岸。\n四要清淤。\n", "series[1]", "第一",
      "要做三件事。\n第一，修渠。\n第三，护岸。\n第四，清淤。\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_restyled (cases[i].before, cases[i].path, 0, cases[i].style, cases[i].after);
}
END_TEST

#define TWO_LEVELS(a, b, c, d)                                                                     \
  OPENING "一、看水\n" a "源头\n源头清了。\n" b "下游\n下游也清了。\n"                     \
          "二、看岸\n" c "东岸\n东岸绿了。\n" d "西岸\n西岸也绿了。\n"

START_TEST (the_headings_of_a_level_get_another_numbering)
{
  static const char before[] = TWO_LEVELS ("（一）", "（二）", "（一）", "（二）");

  check_restyled (before, NULL, 2, "1.", TWO_LEVELS ("1.", "2.", "1.", "2."));
  check_restyled (before, "section[2]", 2, "（1）",
                  TWO_LEVELS ("（一）", "（二）", "（1）", "（2）"));
  check_restyled (before, "section[1]/section[2]", 0, "（1）",
                  TWO_LEVELS ("（1）", "（2）", "（一）", "（二）"));
}
END_TEST

START_TEST (the_outline_follows_in_its_own_form)
{
  check_restyled ("【提纲】\n一、看水\n二、看岸\n在护河会上的讲话\n同志们：\n今天开会。\n"
                  "一、看水\n水清了。\n二、看岸\n岸绿了。\n",
                  NULL, 1, "1.",
                  "【提纲】\n1.看水\n2.看岸\n在护河会上的讲话\n同志们：\n今天开会。\n"
                  "1.看水\n水清了。\n2.看岸\n岸绿了。\n");
}
END_TEST

/* The points that are paragraphs of their own become headings where the new markers open those. */
START_TEST (points_may_become_sections)
{
  static const char before[] = "在护河会上的讲话\n同志们：\n今天开会。\n一是看水。水清了。\n"
                               "二是看岸。岸绿了。\n";
  g_autoptr (LecternDocument) document = read_text (before);
  g_autoptr (LecternNumbering) heading = lectern_numbering_new_standard ("（一）", NULL);
  g_autoptr (LecternNumbering) point = lectern_numbering_new_standard ("一是", NULL);
  g_autoptr (LecternDocument) sections = lectern_document_restyle (
      document, lectern_document_lookup (document, "series[1]"), heading, NULL, NULL);
  g_autoptr (LecternDocument) points = NULL;

  check_text (sections, "在护河会上的讲话\n同志们：\n今天开会。\n（一）看水。水清了。\n"
                        "（二）看岸。岸绿了。\n");
  points = lectern_document_restyle (sections, lectern_document_lookup (sections, "section[2]"),
                                     point, NULL, NULL);
  check_text (points, before);
}
END_TEST

static void
check_refused (const char *before, const char *path, const char *style, LecternError code,
               guint line, guint column)
{
  g_autoptr (LecternDocument) document = read_text (before);
  LecternNode *node = lectern_document_lookup (document, path);
  g_autoptr (LecternNumbering) numbering = lectern_numbering_new_standard (style, NULL);
  g_autoptr (GError) error = NULL;
  LecternPosition position;

  ck_assert (node != NULL);
  ck_assert_ptr_null (lectern_document_restyle (document, node, numbering, NULL, &error));
  ck_assert_msg (g_error_matches (error, LECTERN_ERROR, (int)code), "%s", error->message);
  ck_assert (lectern_error_get_position (error, &position));
  ck_assert_msg (position.line == line && position.column == column, "%s", error->message);
}

START_TEST (what_cannot_be_is_refused_with_its_place)
{
  /* The list of words is too short. */
  check_refused ("要做五件事。\n一是修渠。\n二是护岸。\n三是清淤。\n四是植树。\n五是架桥。\n",
                 "series[1]", "首先", LECTERN_ERROR_NUMBERING, 2, 1);
  /* Both levels would be one. */
  check_refused (TWO_LEVELS ("（一）", "（二）", "（一）", "（二）"), "section[1]/section[1]",
                 "一、", LECTERN_ERROR_EDIT, 3, 1);
  check_refused ("在护河会上的讲话\n同志们：\n今天开会。\n", "title[1]", "一是", LECTERN_ERROR_EDIT,
                 1, 1);
  /* A word cannot stand for what is not known. */
  check_refused ("要做两件事。\n第X，修渠。\n第X，护岸。\n", "series[1]", "首先",
                 LECTERN_ERROR_NUMBERING, 2, 2);
}
END_TEST

START_TEST (what_has_the_numbering_stays_the_same_document)
{
  g_autoptr (LecternDocument) document = read_text ("要做两件事：一是修渠；二是护岸。\n");
  g_autoptr (LecternNumbering) numbering = lectern_numbering_new_standard ("一是", NULL);
  g_autoptr (LecternDocument) after = lectern_document_restyle (
      document, lectern_document_lookup (document, "opening[1]/p[1]/series[1]"), numbering, NULL,
      NULL);

  ck_assert_ptr_eq (after, document);
}
END_TEST

/* The structure of XML is not recognised anew; it has the new numbering, and markers that it did
 * not have. */
static void
check_xml (const char *before, const char *path, const char *style, const char *after)
{
  g_autoptr (LecternDocument) document = read_xml (before);
  g_autoptr (LecternDocument) expected = read_xml (after);
  g_autoptr (LecternNumbering) numbering = lectern_numbering_new_standard (style, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) restyled = lectern_document_restyle (
      document, lectern_document_lookup (document, path), numbering, NULL, &error);
  g_autoptr (GBytes) wanted = lectern_document_to_xml (expected);
  g_autoptr (GBytes) found = NULL;

  ck_assert_msg (restyled != NULL, "%s", error != NULL ? error->message : "");
  found = lectern_document_to_xml (restyled);
  ck_assert_msg (g_bytes_equal (found, wanted), "%.*s", (int)g_bytes_get_size (found),
                 (const char *)g_bytes_get_data (found, NULL));
}

START_TEST (structure_that_was_given_gets_the_numbering)
{
  check_xml (SPEECH ("<p><series numbering=\"一是\"><point><marker>一是</marker>修渠；</point>"
                     "<point><marker>二是</marker>护岸。</point></series></p>\n"),
             "p[1]/series[1]", "首先",
             SPEECH ("<p><series numbering=\"首先，\"><point><marker>首先，</marker>修渠；</point>"
                     "<point><marker>其次，</marker>护岸。</point></series></p>\n"));
  /* A level of its own, where the text would be read otherwise. */
  check_xml (SPEECH ("<section numbering=\"一、\"><heading><marker>一、</marker>水</heading>\n"
                     "<section numbering=\"（一）\"><heading><marker>（一）</marker>源</heading>\n"
                     "</section></section>"),
             "section[1]/section[1]", "一",
             SPEECH ("<section numbering=\"一、\"><heading><marker>一、</marker>水</heading>\n"
                     "<section numbering=\"一、\"><heading><marker>一、</marker>源</heading>\n"
                     "</section></section>"));
}
END_TEST

START_TEST (structure_that_was_given_gets_markers)
{
  check_xml (SPEECH ("<p><series key=\"要抓好\"><point><lead>要抓好水；</lead></point>"
                     "<point><lead>要抓好岸。</lead></point></series></p>\n"),
             "p[1]/series[1]", "一是",
             SPEECH ("<p><series numbering=\"一是\"><point><marker>一是</marker><lead>要抓好水；"
                     "</lead></point><point><marker>二是</marker><lead>要抓好岸。</lead></point>"
                     "</series></p>\n"));
  check_xml (
      SPEECH ("<series key=\"要抓好\"><point><p><lead>要抓好水。</lead></p>\n</point>"
              "<point><p><placeholder kind=\"text\" form=\"fill-in\">XX</placeholder>好</p>\n"
              "</point></series>"),
      "series[1]", "①",
      SPEECH ("<series numbering=\"①\"><point><p><marker>①</marker><lead>要抓好水。</lead>"
              "</p>\n</point><point><p><marker>②</marker><placeholder kind=\"text\" "
              "form=\"fill-in\">XX</placeholder>好</p>\n</point></series>"));
}
END_TEST

static void
check_renumbered (const char *before, const char *path, const char *after)
{
  g_autoptr (LecternDocument) document = read_text (before);
  LecternNode *scope = path != NULL ? lectern_document_lookup (document, path) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) renumbered
      = lectern_document_renumber (document, scope, NULL, &error);

  ck_assert_msg (renumbered != NULL, "%s", error != NULL ? error->message : "");
  check_text (renumbered, after);
  ck_assert ((renumbered == document) == g_str_equal (before, after));
}

START_TEST (members_get_the_numbers_of_their_positions)
{
  /* A section was taken out, and one was copied. */
  check_renumbered (OPENING "一、看水\n水清了。\n三、看岸\n岸绿了。\n三、看林\n林密了。\n", NULL,
                    OPENING "一、看水\n水清了。\n二、看岸\n岸绿了。\n三、看林\n林密了。\n");
  /* What is announced follows. */
  check_renumbered (OPENING "一、看水\n水清了。\n三、看岸\n岸绿了。\n", NULL,
                    "下面，我讲两点意见。\n一、看水\n水清了。\n二、看岸\n岸绿了。\n");
  check_renumbered ("要做三件事：一是修渠；一是护岸；三是清淤。\n", NULL,
                    "要做三件事：一是修渠；二是护岸；三是清淤。\n");
  /* Changed places. */
  check_renumbered ("要做三件事。\n一要修渠。\n三要护岸。\n二要清淤。\n", NULL,
                    "要做三件事。\n一要修渠。\n二要护岸。\n三要清淤。\n");
}
END_TEST

START_TEST (rows_that_are_right_stay)
{
  static const char *const texts[] = {
    /* A new row begins. */
    "先说成绩。\n一是修了渠。\n二是护了岸。\n再说任务，主要有两项。\n一是清淤。\n二是植树。\n",
    "要抓好水；要抓好岸；要抓好林。\n",
    "首先，修渠。\n其次，护岸。\n最后，清淤。\n",
    "一方面，要修渠；另一方面，要护岸。\n",
    "要做两件事。\n第X，修渠。\n第X，护岸。\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_renumbered (texts[i], NULL, texts[i]);
}
END_TEST

START_TEST (only_what_is_within_the_scope_is_renumbered)
{
  static const char before[] = "一、看水\n一是修渠。\n三是清淤。\n四是架桥。\n三、看岸\n一是植树。"
                               "\n三是护坡。\n四是种草。\n";

  check_renumbered (before, "section[2]",
                    "一、看水\n一是修渠。\n三是清淤。\n四是架桥。\n三、看岸\n一是植树。\n二是护坡。"
                    "\n三是种草。\n");
}
END_TEST

START_TEST (a_mark_is_supplied_where_none_is_given)
{
  static const struct
  {
    const char *string, *second;
  } cases[] = {
    { "第一", "第二，" }, { "第一、", "第二、" }, { "首先", "其次，" },
    { "一", "二、" },     { "1", "2." },          { "一是", "二是" },
    { "①", "②" },         { "（一）", "（二）" }, { "第一章", "第二章　" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternNumbering) numbering
          = lectern_numbering_new_standard (cases[i].string, NULL);
      g_autofree char *second = lectern_numbering_dup_marker (numbering, 2, NULL);

      ck_assert_str_eq (second, cases[i].second);
    }
  ck_assert_ptr_null (lectern_numbering_new_standard ("没有", NULL));
}
END_TEST

RUN_SUITE ("restyle", a_series_gets_another_numbering,
           the_headings_of_a_level_get_another_numbering, the_outline_follows_in_its_own_form,
           points_may_become_sections, what_cannot_be_is_refused_with_its_place,
           what_has_the_numbering_stays_the_same_document,
           structure_that_was_given_gets_the_numbering, structure_that_was_given_gets_markers,
           members_get_the_numbers_of_their_positions, rows_that_are_right_stay,
           only_what_is_within_the_scope_is_renumbered, a_mark_is_supplied_where_none_is_given)
