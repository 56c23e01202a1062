/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* Headings: their forms, where they end, how deep they stand. */

#define HEAD     "<to|同志们：>\n<open|<p|今天开个会，主要说农田的事。>\n>"
#define TAIL     "<close|<p|就说到这里。>\n>"
#define FORMS(f) check_rows (HEAD, TAIL, f, G_N_ELEMENTS (f))

/* Two headings with the numbering and the markers given. */
static void
check_form (const char *numbering, const char *first, const char *second, GString *wrong)
{
  g_autofree char *alone = g_strdup_printf (
      HEAD "<s %s|<h|⟨%s⟩修渠引水>\n<p|渠要在入冬前修好。>\n><s %s|<h|⟨%s⟩选种育苗>\n"
           "<p|种子要在开春前选好。>\n>" TAIL,
      numbering, first, numbering, second);
  g_autofree char *with_stop = g_strdup_printf (
      HEAD "<s %s|<h|⟨%s⟩修渠引水。>\n<p|渠要在入冬前修好。>\n><s %s|<h|⟨%s⟩选种育苗。>\n"
           "<p|种子要在开春前选好。>\n>" TAIL,
      numbering, first, numbering, second);
  g_autofree char *run_in = g_strdup_printf (
      HEAD "<s %s|<h|⟨%s⟩修渠引水。><p|渠要在入冬前修好。人手不够的村早点说。>\n>"
           "<s %s|<h|⟨%s⟩选种育苗。><p|种子要在开春前选好。>\n>" TAIL,
      numbering, first, numbering, second);
  const char *trees[] = { alone, with_stop, run_in };

  for (guint i = 0; i < G_N_ELEMENTS (trees); i++)
    check_tree (numbering, trees[i], strlen (trees[i]), wrong);
}

START_TEST (headings_have_many_forms)
{
  static const char *const forms[][3] = {
    { "一、", "一、", "二、" },
    { "一,", "一,", "二," },
    { "一，", "一，", "二，" },
    { "一．", "一．", "二．" },
    { "一.", "一.", "二." },
    { "壹、", "壹、", "贰、" },
    { "（一）", "（一）", "（二）" },
    { "(一)", "(一)", "(二)" },
    { "（一)", "（一)", "（二)" },
    { "㈠", "㈠", "㈡" },
    { "（一）、", "（一）、", "（二）、" },
    { "1．", "1．", "2．" },
    { "1.", "1.", "2." },
    { "1、", "1、", "2、" },
    { "１、", "１、", "２、" },
    { "１．", "１．", "２．" },
    { "第一章", "第一章", "第二章" },
    { "第一部分", "第一部分", "第二部分" },
  };
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    check_form (forms[i][0], forms[i][1], forms[i][2], wrong);
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}
END_TEST

static const TextRow shapes[] = {
  ROW ("a numeral alone on its line",
       "<s 一|<h|⟨一⟩>\n<p|渠要在入冬前修好。>\n><s 一|<h|⟨二⟩>\n<p|种子要在开春前选好。>\n>"),
  ROW ("a numeral, a blank and a title", "<s 一|<h|⟨一⟩　修渠引水>\n<p|渠要在入冬前修好。>\n><s "
                                         "一|<h|⟨二⟩　选种育苗>\n<p|种子要在开春前选好。>\n>"),
  ROW ("a chapter, a blank and a title",
       "<s 第一章|<h|⟨第一章⟩ 修渠引水>\n<p|渠要在入冬前修好。>\n><s 第一章|<h|⟨第二章⟩ "
       "选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("a blank after the mark", "<s 1.|<h|⟨1.⟩ 修渠引水>\n<p|渠要在入冬前修好。>\n><s 1.|<h|⟨2.⟩ "
                                 "选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("a question", "<s 一、|<h|⟨一、⟩渠为什么要修？>\n<p|因为没有水。>\n><s "
                     "一、|<h|⟨二、⟩渠怎么修？>\n<p|大家动手。>\n>"),
  ROW ("an exclamation", "<s 一、|<h|⟨一、⟩渠一定要修！>\n<p|因为没有水。>\n><s "
                         "一、|<h|⟨二、⟩水一定要通！>\n<p|大家动手。>\n>"),
  ROW ("with commas", "<s 一、|<h|⟨一、⟩统一想法，早作打算，把渠修通>\n<p|因为没有水。>\n><s "
                      "一、|<h|⟨二、⟩分片包干，一包到底>\n<p|大家动手。>\n>"),
  ROW ("with quotes at the end", "<s 一、|<h|⟨一、⟩打好“第一仗”>\n<p|因为没有水。>\n><s "
                                 "一、|<h|⟨二、⟩不走“回头路”>\n<p|大家动手。>\n>"),
  ROW ("run in to the first stop only",
       "<s 一、|<h|⟨一、⟩必须早动手，不能再拖。><p|拖到冬天就修不成了。去年就是教训。>\n>"
       "<s 一、|<h|⟨二、⟩必须多出人。><p|一户一个。>\n>"),
  ROW ("run in to a question mark", "<s （一）|<h|⟨（一）⟩渠怎么修？><p|大家动手。>\n><s "
                                    "（一）|<h|⟨（二）⟩钱从哪来？><p|大家凑。>\n>"),
  ROW ("with an indent", "<s 一、|　　<h|⟨一、⟩修渠引水>\n　　<p|渠要修好。>\n><s "
                         "一、|　　<h|⟨二、⟩选种育苗>\n　　<p|种子要选好。>\n>"),
  ROW ("after blank lines", "<s 一、|<h|⟨一、⟩修渠引水>\n\n<p|渠要修好。>\n>\n<s "
                            "一、|<h|⟨二、⟩选种育苗>\n\n<p|种子要选好。>\n>"),
  ROW ("one alone", "<s 一、|<h|⟨一、⟩修渠引水>\n<p|渠要修好。>\n>"),
  ROW ("with a mask", "<s 一、|<h|⟨一、⟩修好XX渠>\n<p|渠要修好。>\n><s "
                      "一、|<h|⟨二、⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("the first lost", "<s 一、=2|<h|⟨二、⟩修渠引水>\n<p|渠要修好。>\n><s "
                         "一、=3|<h|⟨三、⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("one in the middle lost", "<s 一、|<h|⟨一、⟩修渠引水>\n<p|渠要修好。>\n><s "
                                 "一、=3|<h|⟨三、⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("a list within a section",
       "<s 一、|<h|⟨一、⟩修渠引水>\n⟦一是|«<p|⟨一是⟩‹出人。›>\n»«<p|⟨二是⟩‹出车。›>\n»⟧>"
       "<s 一、|<h|⟨二、⟩选种育苗>\n⟦一是|«<p|⟨一是⟩‹选种。›>\n»«<p|⟨二是⟩‹晒种。›>\n»⟧>"),
  ROW ("points run in under a run-in heading",
       "<s （一）|<h|⟨（一）⟩修渠引水。><p|⟦一是|«⟨一是⟩‹出人。›»«⟨二是⟩‹出车。›»⟧>\n>"
       "<s （一）|<h|⟨（二）⟩选种育苗。><p|⟦一是|«⟨一是⟩‹选种。›»«⟨二是⟩‹晒种。›»⟧>\n>"),
};

START_TEST (headings_have_many_shapes) { FORMS (shapes); }
END_TEST

#define BELOW(n, numbering, marker) "<s " numbering "|<h|⟨" marker "⟩" n ">\n"

static const TextRow levels[] = {
  ROW ("four in their order",
       BELOW ("修渠", "一、", "一、") BELOW ("引水", "（一）", "（一）")
           BELOW ("选线", "1.", "1.") "<p|沿山脚走。>\n>" BELOW (
               "挖沟", "1.", "2.") "<p|沟深一米。>\n>>" BELOW ("护坡", "（一）",
                                                               "（二）") "<p|坡上种草。>\n>"
                                                                         ">" BELOW ("选种", "一、",
                                                                                    "二、") "<p|"
                                                                                            "种子要"
                                                                                            "选好。"
                                                                                            ">\n>"),
  ROW ("decimal right below 一、",
       BELOW ("修渠", "一、", "一、") BELOW ("引水", "1.", "1.") "<p|沿山脚走。>\n>" BELOW (
           "护坡", "1.", "2.") "<p|坡上种草。>\n>>" BELOW ("选种", "一、",
                                                           "二、") "<p|种子要选好。>\n>"),
  ROW ("the form that comes first is the upper one",
       BELOW ("修渠", "（一）", "（一）") BELOW ("引水", "一、", "一、") "<p|沿山脚走。>\n>" BELOW (
           "护坡", "一、", "二、") "<p|坡上种草。>\n>>" BELOW ("选种", "（一）",
                                                               "（二）") "<p|种子要选好。>\n>"),
  ROW ("the mark does not count, the brackets do",
       BELOW ("修渠", "一、", "一、") "<p|沿山脚走。>\n>" BELOW ("选种", "一，",
                                                                 "二，") "<p|种子要选好。>\n>"),
  ROW ("the same form again within the fourth, the fifth after it",
       BELOW ("水", "一、", "一、") "<p|水要够。>\n>" BELOW (
           "种", "一、",
           "二、") "<p|种要好。>\n>" BELOW ("肥", "一、",
                                            "三、") "<p|肥要足。>\n>" BELOW ("人", "一、", "四、")
           BELOW ("出工", "一、", "一、") "<p|早出晚归。>\n>" BELOW (
               "歇工", "一、", "二、") "<p|雨天歇。>\n>>" BELOW ("钱", "一、",
                                                                 "五、") "<p|钱要省。>\n>"),
  ROW (
      "the same form again without an outer one after it stays where it is",
      BELOW ("水", "一、", "一、") "<p|水要够。>\n>" BELOW (
          "种", "一、",
          "二、") "<p|种要好。>\n>" BELOW ("出工", "一、=1",
                                           "一、") "<p|早出晚归。>\n>" BELOW ("歇工", "一、=2",
                                                                              "二、") "<p|雨天歇。>"
                                                                                      "\n>"),
  ROW ("an inner sequence begins anew",
       BELOW ("水", "一、", "一、") BELOW ("井", "（一）", "（一）") "<p|井要深。>\n>" BELOW (
           "渠", "（一）", "（二）") "<p|渠要宽。>\n>>" BELOW ("种", "一、", "二、")
           BELOW ("稻", "（一）", "（一）") "<p|稻要早。>\n>" BELOW ("麦", "（一）",
                                                                     "（二）") "<p|麦要壮。>\n>>"),
  ROW ("back up two levels",
       BELOW ("水", "一、", "一、") BELOW ("井", "（一）", "（一）") BELOW (
           "深井", "1.", "1.") "<p|井要深。>\n>>>" BELOW ("种", "一、", "二、") "<p|种要好。>\n>"),
  ROW (
      "the same form again within the third, with a form of its own below",
      BELOW ("水", "一、", "一、") "<p|水要够。>\n>" BELOW (
          "种", "一、", "二、") "<p|种要好。>\n>" BELOW ("人", "一、", "三、")
          BELOW ("出工", "一、", "一、") BELOW ("早班", "（一）", "（一）") "<p|早出。>\n>" BELOW (
              "晚班", "（一）",
              "（二）") "<p|晚归。>\n>>" BELOW ("歇工", "一、",
                                                "二、") "<p|雨天歇。>\n>>" BELOW ("钱", "一、",
                                                                                  "四、") "<p|"
                                                                                          "钱要省。"
                                                                                          ">\n>"),
  ROW ("brackets above, the same form again below",
       BELOW ("水", "（一）", "（一）") "<p|水要够。>\n>" BELOW ("人", "（一）", "（二）")
           BELOW ("出工", "一、", "一、") "<p|早出晚归。>\n>" BELOW ("歇工", "一、", "二、")
               BELOW ("雨天", "一、", "一、") "<p|补农具。>\n>" BELOW (
                   "雪天", "一、", "二、") "<p|编筐子。>\n>>" BELOW ("换工", "一、",
                                                                     "三、") "<p|互相帮。>\n>>"),
  ROW (
      "a new form below the last one that stands",
      BELOW ("水", "一、", "一、") BELOW ("井", "1.", "1.") "<p|井要深。>\n>" BELOW (
          "渠", "1.",
          "2.") "<p|渠要宽。>\n" BELOW ("东渠", "（一）",
                                        "（一）") "<p|修好。>\n>" BELOW ("西渠", "（一）",
                                                                         "（二）") "<p|挖通。>\n>>"
                                                                                   ">" BELOW ("种",
                                                                                              "一"
                                                                                              "、",
                                                                                              "二"
                                                                                              "、") "<p|种要好。>\n>"),
  ROW (
      "five of them",
      BELOW ("水", "第一章", "第一章") BELOW ("井", "一、", "一、")
          BELOW ("深井", "（一）", "（一）") BELOW ("选址", "1.", "1.")
              BELOW ("南边", "（1）", "（1）") "<p|靠近村子。>\n>" BELOW ("北边", "（1）", "（2）") "<p|靠近山脚。>\n>>" BELOW (
                  "打井", "1.",
                  "2.") "<p|打到见水。>\n>>" BELOW ("浅井", "（一）",
                                                    "（二）") "<p|少打。>\n>>>" BELOW ("种",
                                                                                       "第一章",
                                                                                       "第二章") "<"
                                                                                                 "p"
                                                                                                 "|"
                                                                                                 "种要好。>\n>"),
  ROW ("chapters above all",
       BELOW ("水", "第一章", "第一章") BELOW ("井", "一、", "一、") "<p|井要深。>\n>" BELOW (
           "渠", "一、", "二、") "<p|渠要宽。>\n>>" BELOW ("种", "第一章",
                                                           "第二章") "<p|种要好。>\n>"),
};

START_TEST (levels_follow_the_order_of_the_forms) { FORMS (levels); }
END_TEST

static const TextRow either[] = {
  ROW ("（1） before text of its own paragraph is a point",
       "⟦（1）|«<p|⟨（1）⟩‹修渠。›渠要修好。>\n»«<p|⟨（2）⟩‹选种。›种子要选好。>\n»⟧"),
  ROW ("（1） alone before unmarked text is a heading",
       "<s （1）|<h|⟨（1）⟩修渠引水>\n<p|渠要修好。>\n><s "
       "（1）|<h|⟨（2）⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("⑴ alone before unmarked text is a heading",
       "<s ⑴|<h|⟨⑴⟩修渠引水>\n<p|渠要修好。>\n><s ⑴|<h|⟨⑵⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("① alone before unmarked text is a heading",
       "<s ①|<h|⟨①⟩修渠引水>\n<p|渠要修好。>\n><s ①|<h|⟨②⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("1） alone before unmarked text is a heading",
       "<s 1）|<h|⟨1）⟩修渠引水>\n<p|渠要修好。>\n><s 1）|<h|⟨2）⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("most of them decide",
       "<s ①|<h|⟨①⟩修渠引水>\n<p|渠要修好。>\n><s ①|<h|⟨②⟩选种育苗>\n<p|种子要选好。>\n>"
       "<s ①|<h|⟨③⟩积肥。><p|肥要积够。>\n>"),
  ROW ("the fewer of them do not", "⟦①|«<p|⟨①⟩‹修渠。›渠要修好。>\n»«<p|⟨②⟩‹选种。›种子要选好。>"
                                   "\n»«<p|⟨③⟩‹积肥›>\n»⟧<p|肥要积够。>\n"),
  ROW ("（1） one below the other is a list",
       "⟦（1）|«<p|⟨（1）⟩‹修渠›>\n»«<p|⟨（2）⟩‹选种›>\n»«<p|⟨（3）⟩‹积肥›>\n»⟧"),
  ROW ("a heading of the fourth level",
       BELOW ("水", "一、", "一、") BELOW ("井", "（一）", "（一）") BELOW ("深井", "1.", "1.")
           BELOW ("选址", "（1）", "（1）") "<p|靠近村子。>\n>" BELOW (
               "打井", "（1）", "（2）") "<p|打到见水。>\n>>>>"),
};

START_TEST (brackets_and_circles_open_headings_where_most_stand_alone) { FORMS (either); }
END_TEST

RUN_SUITE ("headings in text", headings_have_many_forms, headings_have_many_shapes,
           levels_follow_the_order_of_the_forms,
           brackets_and_circles_open_headings_where_most_stand_alone)
