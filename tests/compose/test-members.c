/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#include "compose/lectern-members-private.h"
#include "language/lectern-marker-marks-private.h"

/* What makes the marker of a member say another position, and an announcement another number. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_new_from_text (bytes, &error);

  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

static LecternEdits *
new_edits (LecternDocument *document)
{
  return lectern_edits_new (
      g_bytes_get_size (lectern_source_get_bytes (lectern_document_get_source (document))));
}

static void
check_applied (LecternDocument *document, LecternEdits *edits, const char *expected)
{
  g_autoptr (GBytes) text = lectern_edits_apply (
      edits, lectern_source_get_bytes (lectern_document_get_source (document)), NULL);
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_autofree char *string = g_strndup (data, length);

  ck_assert_str_eq (string, expected);
}

static LecternNode *
find_member (LecternDocument *document, LecternNodeKind kind, guint n)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, kind);

  ck_assert_uint_gt (nodes->len, n);
  return nodes->pdata[n];
}

typedef struct
{
  const char *before;
  LecternNodeKind kind;
  guint n; /* of the node of that kind, from 0 */
  guint ordinal;
  guint n_members;
  const char *after; /* NULL: an error */
} Case;

static void
check_case (const Case *c, LecternNumbering *numbering)
{
  g_autoptr (LecternDocument) document = read_text (c->before);
  g_autoptr (LecternEdits) edits = new_edits (document);
  g_autoptr (GError) error = NULL;
  gboolean done = _lectern_members_add_marker (edits, find_member (document, c->kind, c->n),
                                               numbering, c->ordinal, c->n_members, &error);

  if (c->after == NULL)
    {
      ck_assert (!done);
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_NUMBERING));
      ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 0);
      return;
    }
  ck_assert_msg (done, "%s", error != NULL ? error->message : "");
  check_applied (document, edits, c->after);
}

START_TEST (a_marker_says_another_number_and_stays_as_it_is)
{
  static const Case cases[] = {
    { "一、看水\n水清了。\n三、 看岸\n岸绿了。\n", LECTERN_NODE_SECTION, 1, 2, 2,
      "一、看水\n水清了。\n二、 看岸\n岸绿了。\n" },
    { "（一）看水。\n(二)看岸。\n", LECTERN_NODE_SECTION, 1, 12, 0,
      "（一）看水。\n(十二)看岸。\n" },
    { "一是修渠；二是护岸；二是清淤。\n", LECTERN_NODE_POINT, 1, 3, 0,
      "一是修渠；三是护岸；二是清淤。\n" },
    { "第一、修渠。\n第二，护岸。\n", LECTERN_NODE_POINT, 1, 11, 0,
      "第一、修渠。\n第十一，护岸。\n" },
    { "①修渠；②护岸。\n", LECTERN_NODE_POINT, 1, 3, 0, "①修渠；③护岸。\n" },
    /* Nothing to do. */
    { "首先，修渠。\n其次，护岸。\n最后，清淤。\n", LECTERN_NODE_POINT, 2, 3, 3,
      "首先，修渠。\n其次，护岸。\n最后，清淤。\n" },
    /* The last one is no longer the last. */
    { "首先，修渠。\n其次，护岸。\n最后，清淤。\n", LECTERN_NODE_POINT, 2, 3, 4,
      "首先，修渠。\n其次，护岸。\n再次，清淤。\n" },
    { "首先，修渠。\n其次，护岸。\n再次，清淤。\n最后，植树。\n", LECTERN_NODE_POINT, 2, 4, 5,
      NULL },
    /* A mask says what is not known. */
    { "第X，修渠。\n第X，护岸。\n", LECTERN_NODE_POINT, 1, 2, 2, "第X，修渠。\n第X，护岸。\n" },
    { "一方面，修渠；另一方面，护岸。\n", LECTERN_NODE_POINT, 1, 3, 3,
      "一方面，修渠；另一方面，护岸。\n" },
    /* A series without markers gets none. */
    { "要抓好水；要抓好岸；要抓好林。\n", LECTERN_NODE_POINT, 1, 3, 3,
      "要抓好水；要抓好岸；要抓好林。\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i], NULL);
}
END_TEST

START_TEST (a_closing_word_may_end_any_series)
{
  g_autoptr (LecternDocument) document
      = read_xml (SPEECH ("<p><series numbering=\"第一，\"><point><marker>第一，</marker>修渠；"
                          "</point><point><marker>最后，</marker>护岸。</point></series></p>\n"));
  LecternNode *last = find_member (document, LECTERN_NODE_POINT, 1);
  g_autoptr (LecternEdits) none = new_edits (document);
  g_autoptr (LecternEdits) edits = new_edits (document);

  ck_assert (_lectern_members_add_marker (none, last, NULL, 2, 2, NULL));
  ck_assert_uint_eq (lectern_edits_get_n_replacements (none), 0);
  ck_assert (_lectern_members_add_marker (edits, last, NULL, 2, 3, NULL));
  check_applied (document, edits, "第一，修渠；第二，护岸。\n");
}
END_TEST

START_TEST (a_marker_gets_another_numbering)
{
  static const struct
  {
    const char *numbering;
    Case c;
  } cases[] = {
    { "第一，",
      { "一是修渠；二是护岸。\n", LECTERN_NODE_POINT, 1, 2, 2, "一是修渠；第二，护岸。\n" } },
    { "（一）",
      { "1. 修渠\n水通了。\n", LECTERN_NODE_SECTION, 0, 1, 1, "（一） 修渠\n水通了。\n" } },
    { "首先，", { "一是修渠；二是护岸。\n", LECTERN_NODE_POINT, 1, 9, 9, NULL } },
    /* Where there is none, it is put before the text. */
    { "一是",
      { "要抓好水；要抓好岸；要抓好林。\n", LECTERN_NODE_POINT, 1, 2, 3,
        "要抓好水；二是要抓好岸；要抓好林。\n" } },
    { "一是",
      { "第X，修渠。\n第X，护岸。\n", LECTERN_NODE_POINT, 1, 2, 2, "第X，修渠。\nX是护岸。\n" } },
    { "首先，", { "第X，修渠。\n第X，护岸。\n", LECTERN_NODE_POINT, 1, 2, 2, NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternNumbering) numbering
          = lectern_numbering_new_from_string (cases[i].numbering, NULL);

      check_case (&cases[i].c, numbering);
    }
}
END_TEST

START_TEST (only_what_differs_is_replaced)
{
  g_autoptr (LecternDocument) document = read_text ("一是修渠；三是护岸。\n");
  g_autoptr (LecternEdits) edits = new_edits (document);
  LecternSpan span;
  GBytes *text;

  ck_assert (_lectern_members_add_marker (edits, find_member (document, LECTERN_NODE_POINT, 0),
                                          NULL, 11, 0, NULL));
  ck_assert_uint_eq (lectern_edits_get_n_replacements (edits), 1);
  text = lectern_edits_get_replacement (edits, 0, &span);
  ck_assert_uint_eq (span.start, 0);
  ck_assert_uint_eq (span.end, strlen ("一"));
  ck_assert_uint_eq (g_bytes_get_size (text), strlen ("十一"));
}
END_TEST

/* What the announcement says after the first series, or the sections of the speech, got so many
 * members. */
static void
check_announced (const char *before, LecternNodeKind kind, guint count, const char *after)
{
  g_autoptr (LecternDocument) document = read_text (before);
  g_autoptr (LecternEdits) edits = new_edits (document);
  LecternNode *target = kind == LECTERN_NODE_SERIES ? find_member (document, kind, 0)
                                                    : lectern_document_get_root (document);

  _lectern_members_add_announcement (edits, document, target, count);
  check_applied (document, edits, after);
}

START_TEST (an_announcement_says_how_many_there_are)
{
  check_announced ("下面讲三点意见：一是修渠；二是护岸；三是清淤。\n", LECTERN_NODE_SERIES, 4,
                   "下面讲四点意见：一是修渠；二是护岸；三是清淤。\n");
  check_announced ("下面讲3点意见：一是修渠；二是护岸；三是清淤。\n", LECTERN_NODE_SERIES, 2,
                   "下面讲2点意见：一是修渠；二是护岸；三是清淤。\n");
  check_announced (
      "下面，我讲三点意见。\n一、看水\n水清了。\n二、看岸\n岸绿了。\n三、看林\n林密了。\n",
      LECTERN_NODE_SPEECH, 2,
      "下面，我讲两点意见。\n一、看水\n水清了。\n二、看岸\n岸绿了。\n三、看林\n林密了。\n");
}
END_TEST

START_TEST (an_announcement_that_is_no_plain_number_stays)
{
  static const char *const texts[] = {
    "做到“三个抓好”：一是抓好水；二是抓好岸；三是抓好林。\n",
    "下面讲几点意见：一是修渠；二是护岸；三是清淤。\n",
    "下面讲X点意见：一是修渠；二是护岸；三是清淤。\n",
    "下面讲四点意见：一是修渠；二是护岸；三是清淤。\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_announced (texts[i], LECTERN_NODE_SERIES, 2, texts[i]);
}
END_TEST

START_TEST (the_mark_after_an_ordinal_is_that_of_the_standard)
{
  static const struct
  {
    const char *ordinal, *mark;
  } cases[] = {
    { "第一", "，" }, { "首先", "，" }, { "其一", "，" }, { "一", "、" },
    { "甲", "、" },   { "1", "." },     { "A", "." },     { "（一）", "" },
    { "①", "" },      { "一是", "" },   { "二要", "" },   { "第一章", "　" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_str_eq (_lectern_after_get_mark (
                          _lectern_marker_classify (cases[i].ordinal, strlen (cases[i].ordinal))),
                      cases[i].mark);
  ck_assert_ptr_null (_lectern_after_get_mark (_lectern_marker_classify ("一方面", 9)));
}
END_TEST

RUN_SUITE ("members", a_marker_says_another_number_and_stays_as_it_is,
           a_closing_word_may_end_any_series, a_marker_gets_another_numbering,
           only_what_differs_is_replaced, an_announcement_says_how_many_there_are,
           an_announcement_that_is_no_plain_number_stays,
           the_mark_after_an_ordinal_is_that_of_the_standard)
