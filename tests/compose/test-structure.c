/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* Inserting, moving, removing and duplicating: what becomes of the text. */

typedef enum
{
  INSERT,
  REMOVE,
  MOVE,
  DUPLICATE,
  PROMOTE,
  DEMOTE,
  MERGE,
  SPLIT,
  SPLIT_SERIES,
  JOIN_SERIES
} Operation;

typedef struct
{
  Operation operation;
  const char *path;
  LecternNodeKind kind;
  LecternSide side;
  const char *place; /* or text */
} Step;

static LecternDocument *
read_plain (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lectern_document_new_from_text (bytes, NULL);
}

/* Operations that take a node and nothing else. */
static LecternDocument *(*const simple[]) (LecternDocument *, LecternNode *, GCancellable *,
                                           GError **)
    = {
        [REMOVE] = lectern_document_remove,
        [DUPLICATE] = lectern_document_duplicate,
        [PROMOTE] = lectern_document_promote,
        [DEMOTE] = lectern_document_demote,
        [MERGE] = lectern_document_merge_section,
        [SPLIT_SERIES] = lectern_document_split_series,
        [JOIN_SERIES] = lectern_document_join_series,
      };

static LecternDocument *
run_step (LecternDocument *document, const Step *step, GError **error)
{
  LecternNode *node = lectern_document_lookup (document, step->path);

  ck_assert_msg (node != NULL, "%s", step->path);
  switch (step->operation)
    {
    case INSERT:
      return lectern_document_insert (document, step->kind, step->side, node, step->place, -1, NULL,
                                      error);
    case MOVE:
      return lectern_document_move (document, node, step->side,
                                    lectern_document_lookup (document, step->place), NULL, error);
    case SPLIT:
      return lectern_document_split_section (document, node, step->place, -1, NULL, error);
    default:
      return simple[step->operation](document, node, NULL, error);
    }
}

static void
check_text (LecternDocument *document, const char *expected)
{
  g_autoptr (GBytes) text = lectern_document_to_text (document);
  g_autofree char *found = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));

  ck_assert_str_eq (found, expected);
}

static void
check_step (const char *text, const Step *step, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = read_plain (text);
  g_autoptr (LecternDocument) result = run_step (document, step, &error);

  ck_assert_msg (result != NULL, "%s", error != NULL ? error->message : "");
  check_text (result, expected);
}

static void
check_refused (const char *text, const Step *step, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = read_plain (text);
  g_autoptr (LecternDocument) result = run_step (document, step, &error);

  ck_assert (result == NULL);
  ck_assert (error->domain == LECTERN_ERROR);
  ck_assert_str_eq (error->message, message);
}

static const char inline_three[] = "在防汛会上的讲话\n同志们：\n今天部署防汛。\n一、早准备\n要抓好"
                                   "三件事：一是查河堤；二是备物资；三是"
                                   "练队伍。\n二、严值守\n值守不能断。\n谢谢大家！\n";

START_TEST (what_parts_the_points_of_a_line_stays_where_it_should)
{
  static const Step at_end = { INSERT, "section[1]/p[1]/series[1]/point[3]", LECTERN_NODE_POINT,
                               LECTERN_SIDE_AFTER, "通信息" };
  static const Step at_front = { INSERT, "section[1]/p[1]/series[1]", LECTERN_NODE_POINT,
                                 LECTERN_SIDE_FIRST_IN, "五是通信息。" };
  static const Step last = { REMOVE, "section[1]/p[1]/series[1]/point[3]", 0, 0, NULL };
  static const Step swap = { MOVE, "section[1]/p[1]/series[1]/point[3]", 0, LECTERN_SIDE_BEFORE,
                             "section[1]/p[1]/series[1]/point[1]" };

  check_step (inline_three, &at_end,
              "在防汛会上的讲话\n同志们：\n今天部署防汛。\n一、早准备\n要抓好四件事：一是查河堤；二"
              "是备物资；"
              "三是练队伍；四是通信息。\n二、严值守\n值守不能断。\n谢谢大家！\n");
  check_step (inline_three, &at_front,
              "在防汛会上的讲话\n同志们：\n今天部署防汛。\n一、早准备\n要抓好四件事：一是通信息；二"
              "是查河堤；"
              "三是备物资；四是练队伍。\n二、严值守\n值守不能断。\n谢谢大家！\n");
  check_step (inline_three, &last,
              "在防汛会上的讲话\n同志们：\n今天部署防汛。\n一、早准备\n要抓好两件事：一是查河堤；二"
              "是备物资。"
              "\n二、严值守\n值守不能断。\n谢谢大家！\n");
  check_step (inline_three, &swap,
              "在防汛会上的讲话\n同志们：\n今天部署防汛。\n一、早准备\n要抓好三件事：一是练队伍；二"
              "是查河堤；"
              "三是备物资。\n二、严值守\n值守不能断。\n谢谢大家！\n");
}
END_TEST

static const char indented[]
    = "在防火会上的讲话\n\n　　同志们：\n\n　　下面，我讲三点意见。\n\n　　一、查隐患\n\n　　先查库"
      "房。\n\n　　"
      "二、管火源\n\n　　再管灶台。\n\n　　三、练队伍\n\n　　每月一练。\n\n　　谢谢大家！";

START_TEST (sections_take_their_blank_lines_and_indents_with_them)
{
  static const Step first = { REMOVE, "section[1]", 0, 0, NULL };
  static const Step move = { MOVE, "section[1]", 0, LECTERN_SIDE_AFTER, "section[2]" };
  static const Step copy = { DUPLICATE, "section[2]", 0, 0, NULL };
  static const Step new = { INSERT, "section[1]", LECTERN_NODE_SECTION, LECTERN_SIDE_BEFORE,
                            "建台账\n台账要天天记。" };

  check_step (indented, &first,
              "在防火会上的讲话\n\n　　同志们：\n\n　　下面，我讲两点意见。\n\n　　一、管火源\n\n　"
              "　再管灶台。"
              "\n\n　　二、练队伍\n\n　　每月一练。\n\n　　谢谢大家！");
  check_step (
      indented, &move,
      "在防火会上的讲话\n\n　　同志们：\n\n　　下面，我讲三点意见。\n\n　　一、管火源\n\n　　再管灶"
      "台。"
      "\n\n　　二、查隐患\n\n　　先查库房。\n\n　　三、练队伍\n\n　　每月一练。\n\n　　谢谢大家！");
  check_step (indented, &copy,
              "在防火会上的讲话\n\n　　同志们：\n\n　　下面，我讲四点意见。\n\n　　一、查隐患\n\n　"
              "　先查库房。"
              "\n\n　　二、管火源\n\n　　再管灶台。\n\n　　三、管火源\n\n　　再管灶台。\n\n　　四、"
              "练队伍\n\n　　"
              "每月一练。\n\n　　谢谢大家！");
  check_step (indented, &new,
              "在防火会上的讲话\n\n　　同志们：\n\n　　下面，我讲四点意见。\n\n　　一、建台账\n　　"
              "台账要天天记。"
              "\n\n　　二、查隐患\n\n　　先查库房。\n\n　　三、管火源\n\n　　再管灶台。\n\n　　四、"
              "练队伍\n\n　　"
              "每月一练。\n\n　　谢谢大家！");
}
END_TEST

START_TEST (numbers_that_were_wrong_stay_wrong_by_as_much)
{
  static const char text[]
      = "一、查隐患\n先查。\n二、管火源\n再管。\n四、练队伍\n后练。\n五、记台账\n常记。"
        "\n谢谢大家！\n";
  static const Step out = { REMOVE, "section[2]", 0, 0, NULL };
  static const Step in
      = { INSERT, "section[1]", LECTERN_NODE_SECTION, LECTERN_SIDE_AFTER, "三、强督导\n常督导。" };

  check_step (text, &out,
              "一、查隐患\n先查。\n三、练队伍\n后练。\n四、记台账\n常记。\n谢谢大家！\n");
  check_step (text, &in,
              "一、查隐患\n先查。\n二、强督导\n常督导。\n三、管火源\n再管。\n五、练队伍\n后练。\n六"
              "、记台账\n"
              "常记。\n谢谢大家！\n");
}
END_TEST

START_TEST (the_last_word_of_a_list_stays_with_the_last_member)
{
  static const char text[]
      = "一、查隐患\n首先，查库房。\n其次，查车间。\n最后，查宿舍。\n二、管火源\n再管。\n"
        "谢谢大家！\n";
  static const Step in = { INSERT, "section[1]/series[1]/point[2]", LECTERN_NODE_POINT,
                           LECTERN_SIDE_AFTER, "查食堂。" };
  static const Step last
      = { INSERT, "section[1]/series[1]", LECTERN_NODE_POINT, LECTERN_SIDE_LAST_IN, "查食堂。" };

  check_step (text, &in,
              "一、查隐患\n首先，查库房。\n其次，查车间。\n再次，查食堂。\n最后，查宿舍。\n二、管火"
              "源\n再管。\n"
              "谢谢大家！\n");
  check_step (text, &last,
              "一、查隐患\n首先，查库房。\n其次，查车间。\n再次，查宿舍。\n最后，查食堂。\n二、管火"
              "源\n再管。\n"
              "谢谢大家！\n");
}
END_TEST

START_TEST (what_would_be_read_otherwise_is_refused_with_its_place)
{
  static const char two[]
      = "一、查隐患\n一是查库房。\n二是查车间。\n二、管火源\n再管。\n谢谢大家！\n";
  static const Step out = { REMOVE, "section[1]/series[1]/point[1]/p[1]", 0, 0, NULL };
  static const Step title = { REMOVE, "thanks[1]", 0, 0, NULL };
  static const Step beside = { INSERT, "section[1]/series[1]/point[1]", LECTERN_NODE_SECTION,
                               LECTERN_SIDE_AFTER, "练队伍" };
  static const Step in_itself = { MOVE, "section[1]", 0, LECTERN_SIDE_LAST_IN, "section[1]" };

  check_refused (two, &out, "2:1: this p begins a point: take the point");
  check_refused (two, &title,
                 "6:1: only a section, point or p can be taken out, moved or duplicated");
  check_refused (two, &beside, "2:1: a section cannot stand beside a point");
  check_refused (two, &in_itself, "1:1: it would stand in itself");
}
END_TEST

/* The same in XML, where the structure is given: nodes come along as nodes. */
static void
check_xml (const char *xml, const Step *step, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = read_xml (xml);
  g_autoptr (LecternDocument) result = run_step (document, step, &error);
  g_autoptr (LecternDocument) wanted = read_xml (expected);
  g_autoptr (GBytes) one = result != NULL ? lectern_document_to_xml (result) : NULL;
  g_autoptr (GBytes) other = lectern_document_to_xml (wanted);

  ck_assert_msg (result != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_str_eq (g_bytes_get_data (one, NULL), g_bytes_get_data (other, NULL));
}

#define SECTION(n, id, number, heading, text)                                                      \
  "<section" id " numbering=\"一、\"><heading><marker>" number "、</marker>" heading               \
  "</heading>\n"                                                                                   \
  "<p>" text "</p>\n</section>"

START_TEST (given_structure_is_put_in_moved_and_copied_as_nodes)
{
  static const char xml[]
      = SPEECH ("<p>讲<announcement count=\"2\" of=\"a b\">两点</announcement>。</p>\n" SECTION (
          1, " xml:id=\"a\"", "一", "水", "管<placeholder kind=\"text\">X</placeholder>水。")
                    SECTION (2, " xml:id=\"b\"", "二", "电", "管电。"));
  static const Step move = { MOVE, "section[1]", 0, LECTERN_SIDE_AFTER, "section[2]" };
  static const Step copy = { DUPLICATE, "section[1]", 0, 0, NULL };
  static const Step out = { REMOVE, "section[1]", 0, 0, NULL };

  check_xml (
      xml, &move,
      SPEECH ("<p>讲<announcement count=\"2\" of=\"b a\">两点</announcement>。</p>\n" SECTION (
          1, " xml:id=\"b\"", "一", "电", "管电。")
                  SECTION (2, " xml:id=\"a\"", "二", "水",
                           "管<placeholder kind=\"text\">X</placeholder>水。")));
  check_xml (
      xml, &copy,
      SPEECH ("<p>讲<announcement count=\"3\" of=\"a s1 b\">三点</announcement>。</p>\n" SECTION (
          1, " xml:id=\"a\"", "一", "水", "管<placeholder kind=\"text\">X</placeholder>水。")
                  SECTION (2, " xml:id=\"s1\"", "二", "水",
                           "管<placeholder kind=\"text\">X</placeholder>水。")
                      SECTION (3, " xml:id=\"b\"", "三", "电", "管电。")));
  check_xml (xml, &out,
             SPEECH ("<p>讲<announcement count=\"1\" of=\"b\">一点</announcement>。</p>\n" SECTION (
                 1, " xml:id=\"b\"", "一", "电", "管电。")));
}
END_TEST

START_TEST (what_stands_there_already_is_not_moved)
{
  g_autoptr (LecternDocument) document = read_plain (indented);
  LecternNode *first = lectern_document_lookup (document, "section[1]");
  LecternNode *second = lectern_document_lookup (document, "section[2]");
  g_autoptr (LecternDocument) same
      = lectern_document_move (document, second, LECTERN_SIDE_AFTER, first, NULL, NULL);

  ck_assert_ptr_eq (same, document);
}
END_TEST

START_TEST (a_move_is_a_move_among_the_edits)
{
  g_autoptr (LecternDocument) document = read_plain (indented);
  LecternNode *first = lectern_document_lookup (document, "section[1]");
  LecternNode *second = lectern_document_lookup (document, "section[2]");
  g_autoptr (LecternDocument) after
      = lectern_document_move (document, first, LECTERN_SIDE_AFTER, second, NULL, NULL);
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (after, document);
  gsize put = 0;

  for (guint i = 0; i < lectern_edits_get_n_replacements (edits); i++)
    {
      LecternSpan span;

      put += g_bytes_get_size (lectern_edits_get_replacement (edits, i, &span));
    }
  ck_assert_uint_gt (lectern_edits_get_n_moves (edits), 0);
  ck_assert_uint_eq (put, strlen ("一二"));
  ck_assert_ptr_eq (lectern_document_find_counterpart (after, first),
                    lectern_document_lookup (after, "section[2]"));
}
END_TEST

static const char nested[]
    = "在防汛会上的讲话\n同志们：\n下面，我讲两点意见。\n一、早准备\n（一）查河堤。要查到底。\n"
      "（二）备物资。要备足。\n1.先备沙袋\n沙袋两千。\n（三）练队伍。要练精。\n二、严值守\n"
      "值守不能断。\n谢谢大家！\n";

START_TEST (blanks_between_points_stay_between_points)
{
  static const char parted[]
      = "一、早准备\n要抓好三件事：一是查河堤。 二是备物资。 三是练队伍。\n二、严值守\n"
        "值守不能断。\n同志们，行动起来！\n";
  static const Step front = { MOVE, "section[1]/p[1]/series[1]/point[3]", 0, LECTERN_SIDE_BEFORE,
                              "section[1]/p[1]/series[1]/point[1]" };
  static const Step last = { INSERT, "section[1]/p[1]/series[1]", LECTERN_NODE_POINT,
                             LECTERN_SIDE_LAST_IN, "通信息。" };

  check_step (
      parted, &front,
      "一、早准备\n要抓好三件事：一是练队伍。 二是查河堤。 三是备物资。\n二、严值守\n值守不能断。\n"
      "同志们，行动起来！\n");
  check_step (
      parted, &last,
      "一、早准备\n要抓好四件事：一是查河堤。 二是备物资。 三是练队伍。 四是通信息。\n二、严值守\n"
      "值守不能断。\n同志们，行动起来！\n");
}
END_TEST

START_TEST (a_section_comes_up_and_down_where_it_stands)
{
  static const Step up = { PROMOTE, "section[1]/section[2]", 0, 0, NULL };
  static const Step down = { DEMOTE, "section[2]", 0, 0, NULL };

  check_step (
      nested, &up,
      "在防汛会上的讲话\n同志们：\n下面，我讲三点意见。\n一、早准备\n（一）查河堤。要查到底。\n"
      "二、备物资。要备足。\n（一）先备沙袋\n沙袋两千。\n（二）练队伍。要练精。\n三、严值守\n"
      "值守不能断。\n谢谢大家！\n");
  check_step (
      nested, &down,
      "在防汛会上的讲话\n同志们：\n下面，我讲一点意见。\n一、早准备\n（一）查河堤。要查到底。\n"
      "（二）备物资。要备足。\n1.先备沙袋\n沙袋两千。\n（三）练队伍。要练精。\n（四）严值守\n"
      "值守不能断。\n谢谢大家！\n");
}
END_TEST

START_TEST (sections_are_merged_and_split_with_their_numbers)
{
  static const Step merge = { MERGE, "section[1]/section[1]", 0, 0, NULL };
  static const Step split = { SPLIT, "section[1]/section[2]", 0, 0, "抓保障" };

  check_step (
      nested, &merge,
      "在防汛会上的讲话\n同志们：\n下面，我讲两点意见。\n一、早准备\n（一）查河堤。要查到底。\n"
      "要备足。\n1."
      "先备沙袋\n沙袋两千。\n（二）练队伍。要练精。\n二、严值守\n值守不能断。\n谢谢大家！"
      "\n");
  check_step (
      nested, &split,
      "在防汛会上的讲话\n同志们：\n下面，我讲三点意见。\n一、早准备\n（一）查河堤。要查到底。\n"
      "二、抓保障\n（一）备物资。要备足。\n1."
      "先备沙袋\n沙袋两千。\n（二）练队伍。要练精。\n三、严值守\n"
      "值守不能断。\n谢谢大家！\n");
}
END_TEST

START_TEST (a_series_becomes_paragraphs_and_a_line_again)
{
  static const Step apart = { SPLIT_SERIES, "section[1]/p[1]/series[1]", 0, 0, NULL };
  static const char lines[] = "在防汛会上的讲话\n同志们：\n今天部署防汛。\n一、早准备\n要抓好三件事"
                              "：\n一是查河堤；\n二是备物资；\n"
                              "三是练队伍。\n二、严值守\n值守不能断。\n谢谢大家！\n";
  static const Step together = { JOIN_SERIES, "section[1]/series[1]", 0, 0, NULL };

  check_step (inline_three, &apart, lines);
  check_step (lines, &together, inline_three);
}
END_TEST

RUN_SUITE ("structure", what_parts_the_points_of_a_line_stays_where_it_should,
           sections_take_their_blank_lines_and_indents_with_them,
           numbers_that_were_wrong_stay_wrong_by_as_much,
           the_last_word_of_a_list_stays_with_the_last_member,
           what_would_be_read_otherwise_is_refused_with_its_place,
           given_structure_is_put_in_moved_and_copied_as_nodes,
           what_stands_there_already_is_not_moved, a_move_is_a_move_among_the_edits,
           blanks_between_points_stay_between_points, a_section_comes_up_and_down_where_it_stands,
           sections_are_merged_and_split_with_their_numbers,
           a_series_becomes_paragraphs_and_a_line_again)
