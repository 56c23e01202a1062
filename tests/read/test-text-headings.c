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
  ROW ("a numeral, a blank and a title",
       "<s 一|<h|⟨一⟩　修渠引水>\n<p|渠要在入冬前修好。>\n><s 一|<h|⟨二⟩　选种育苗>\n"
       "<p|种子要在开春前选好。>\n>"),
  ROW ("a chapter, a blank and a title", "<s 第一章|<h|⟨第一章⟩ 修渠引水>\n<p|渠要在入冬前修好。>\n"
                                         "><s 第一章|<h|⟨第二章⟩ 选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("a blank after the mark",
       "<s 1.|<h|⟨1.⟩ 修渠引水>\n<p|渠要在入冬前修好。>\n><s 1.|<h|⟨2.⟩ 选种育苗>\n"
       "<p|种子要选好。>\n>"),
  ROW ("a question",
       "<s 一、|<h|⟨一、⟩渠为什么要修？>\n<p|因为没有水。>\n><s 一、|<h|⟨二、⟩渠怎么修？>\n"
       "<p|大家动手。>\n>"),
  ROW ("an exclamation",
       "<s 一、|<h|⟨一、⟩渠一定要修！>\n<p|因为没有水。>\n><s 一、|<h|⟨二、⟩水一定要通！>\n"
       "<p|大家动手。>\n>"),
  ROW ("with commas", "<s 一、|<h|⟨一、⟩统一想法，早作打算，把渠修通>\n<p|因为没有水。>\n"
                      "><s 一、|<h|⟨二、⟩分片包干，一包到底>\n<p|大家动手。>\n>"),
  ROW ("with quotes at the end", "<s 一、|<h|⟨一、⟩打好“第一仗”>\n<p|因为没有水。>\n"
                                 "><s 一、|<h|⟨二、⟩不走“回头路”>\n<p|大家动手。>\n>"),
  ROW ("run in to the first stop only",
       "<s 一、|<h|⟨一、⟩必须早动手，不能再拖。><p|拖到冬天就修不成了。去年就是教训。>\n"
       "><s 一、|<h|⟨二、⟩必须多出人。><p|一户一个。>\n>"),
  ROW ("run in to a question mark", "<s （一）|<h|⟨（一）⟩渠怎么修？><p|大家动手。>\n"
                                    "><s （一）|<h|⟨（二）⟩钱从哪来？><p|大家凑。>\n>"),
  ROW ("with an indent",
       "<s 一、|　　<h|⟨一、⟩修渠引水>\n　　<p|渠要修好。>\n><s 一、|　　<h|⟨二、⟩选种育苗>\n"
       "　　<p|种子要选好。>\n>"),
  ROW ("after blank lines",
       "<s 一、|<h|⟨一、⟩修渠引水>\n\n<p|渠要修好。>\n>\n<s 一、|<h|⟨二、⟩选种育苗>\n\n"
       "<p|种子要选好。>\n>"),
  ROW ("one alone", "<s 一、|<h|⟨一、⟩修渠引水>\n<p|渠要修好。>\n>"),
  ROW ("with a mask", "<s 一、|<h|⟨一、⟩修好XX渠>\n<p|渠要修好。>\n><s 一、|<h|⟨二、⟩选种育苗>\n"
                      "<p|种子要选好。>\n>"),
  ROW ("the first lost",
       "<s 一、=2|<h|⟨二、⟩修渠引水>\n<p|渠要修好。>\n><s 一、=3|<h|⟨三、⟩选种育苗>\n"
       "<p|种子要选好。>\n>"),
  ROW ("one in the middle lost",
       "<s 一、|<h|⟨一、⟩修渠引水>\n<p|渠要修好。>\n><s 一、=3|<h|⟨三、⟩选种育苗>\n"
       "<p|种子要选好。>\n>"),
  ROW ("a list within a section",
       "<s 一、|<h|⟨一、⟩修渠引水>\n⟦一是|«<p|⟨一是⟩‹出人。›>\n»«<p|⟨二是⟩‹出车。›>\n"
       "»⟧><s 一、|<h|⟨二、⟩选种育苗>\n⟦一是|«<p|⟨一是⟩‹选种。›>\n»«<p|⟨二是⟩‹晒种。›>\n»⟧>"),
  ROW ("points run in under a run-in heading",
       "<s （一）|<h|⟨（一）⟩修渠引水。><p|⟦一是|«⟨一是⟩‹出人。›»«⟨二是⟩‹出车。›»⟧>\n"
       "><s （一）|<h|⟨（二）⟩选种育苗。><p|⟦一是|«⟨一是⟩‹选种。›»«⟨二是⟩‹晒种。›»⟧>\n>"),
};

START_TEST (headings_have_many_shapes) { FORMS (shapes); }
END_TEST

static const TextRow levels[] = {
  ROW ("four in their order",
       "<s 一、|<h|⟨一、⟩修渠>\n<s （一）|<h|⟨（一）⟩引水>\n<s 1.|<h|⟨1.⟩选线>\n"
       "<p|沿山脚走。>\n><s 1.|<h|⟨2.⟩挖沟>\n<p|沟深一米。>\n>><s （一）|<h|⟨（二）⟩护坡>\n"
       "<p|坡上种草。>\n>><s 一、|<h|⟨二、⟩选种>\n<p|种子要选好。>\n>"),
  ROW ("decimal right below 一、",
       "<s 一、|<h|⟨一、⟩修渠>\n<s 1.|<h|⟨1.⟩引水>\n<p|沿山脚走。>\n><s 1.|<h|⟨2.⟩护坡>\n"
       "<p|坡上种草。>\n>><s 一、|<h|⟨二、⟩选种>\n<p|种子要选好。>\n>"),
  ROW ("the form that comes first is the upper one",
       "<s （一）|<h|⟨（一）⟩修渠>\n<s 一、|<h|⟨一、⟩引水>\n<p|沿山脚走。>\n"
       "><s 一、|<h|⟨二、⟩护坡>\n<p|坡上种草。>\n>><s （一）|<h|⟨（二）⟩选种>\n"
       "<p|种子要选好。>\n>"),
  ROW ("the mark does not count, the brackets do",
       "<s 一、|<h|⟨一、⟩修渠>\n<p|沿山脚走。>\n><s 一，|<h|⟨二，⟩选种>\n<p|种子要选好。>\n>"),
  ROW ("the same form again within the fourth, the fifth after it",
       "<s 一、|<h|⟨一、⟩水>\n<p|水要够。>\n><s 一、|<h|⟨二、⟩种>\n<p|种要好。>\n"
       "><s 一、|<h|⟨三、⟩肥>\n<p|肥要足。>\n><s 一、|<h|⟨四、⟩人>\n<s 一、|<h|⟨一、⟩出工>\n"
       "<p|早出晚归。>\n><s 一、|<h|⟨二、⟩歇工>\n<p|雨天歇。>\n>><s 一、|<h|⟨五、⟩钱>\n"
       "<p|钱要省。>\n>"),
  ROW ("the same form again without an outer one after it stays where it is",
       "<s 一、|<h|⟨一、⟩水>\n<p|水要够。>\n><s 一、|<h|⟨二、⟩种>\n<p|种要好。>\n"
       "><s 一、=1|<h|⟨一、⟩出工>\n<p|早出晚归。>\n><s 一、=2|<h|⟨二、⟩歇工>\n<p|雨天歇。>\n>"),
  ROW ("an inner sequence begins anew",
       "<s 一、|<h|⟨一、⟩水>\n<s （一）|<h|⟨（一）⟩井>\n<p|井要深。>\n"
       "><s （一）|<h|⟨（二）⟩渠>\n<p|渠要宽。>\n>><s 一、|<h|⟨二、⟩种>\n"
       "<s （一）|<h|⟨（一）⟩稻>\n<p|稻要早。>\n><s （一）|<h|⟨（二）⟩麦>\n<p|麦要壮。>\n>>"),
  ROW ("back up two levels",
       "<s 一、|<h|⟨一、⟩水>\n<s （一）|<h|⟨（一）⟩井>\n<s 1.|<h|⟨1.⟩深井>\n<p|井要深。>\n"
       ">>><s 一、|<h|⟨二、⟩种>\n<p|种要好。>\n>"),
  ROW ("the same form again within the third, with a form of its own below",
       "<s 一、|<h|⟨一、⟩水>\n<p|水要够。>\n><s 一、|<h|⟨二、⟩种>\n<p|种要好。>\n"
       "><s 一、|<h|⟨三、⟩人>\n<s 一、|<h|⟨一、⟩出工>\n<s （一）|<h|⟨（一）⟩早班>\n"
       "<p|早出。>\n><s （一）|<h|⟨（二）⟩晚班>\n<p|晚归。>\n>><s 一、|<h|⟨二、⟩歇工>\n"
       "<p|雨天歇。>\n>><s 一、|<h|⟨四、⟩钱>\n<p|钱要省。>\n>"),
  ROW ("brackets above, the same form again below",
       "<s （一）|<h|⟨（一）⟩水>\n<p|水要够。>\n><s （一）|<h|⟨（二）⟩人>\n"
       "<s 一、|<h|⟨一、⟩出工>\n<p|早出晚归。>\n><s 一、|<h|⟨二、⟩换工>\n<p|互相帮。>\n"
       "><s 一、|<h|⟨三、⟩歇工>\n<s 一、|<h|⟨一、⟩雨天>\n<p|补农具。>\n"
       "><s 一、|<h|⟨二、⟩雪天>\n<p|编筐子。>\n>><s 一、|<h|⟨四、⟩收工>\n<p|天黑就收。>\n>>"),
  ROW ("a new form below the last one that stands",
       "<s 一、|<h|⟨一、⟩水>\n<s 1.|<h|⟨1.⟩井>\n<p|井要深。>\n><s 1.|<h|⟨2.⟩渠>\n"
       "<p|渠要宽。>\n<s （一）|<h|⟨（一）⟩东渠>\n<p|修好。>\n><s （一）|<h|⟨（二）⟩西渠>\n"
       "<p|挖通。>\n>>><s 一、|<h|⟨二、⟩种>\n<p|种要好。>\n>"),
  ROW ("five of them",
       "<s 第一章|<h|⟨第一章⟩水>\n<s 一、|<h|⟨一、⟩井>\n<s （一）|<h|⟨（一）⟩深井>\n"
       "<s 1.|<h|⟨1.⟩选址>\n<s （1）|<h|⟨（1）⟩南边>\n<p|靠近村子。>\n"
       "><s （1）|<h|⟨（2）⟩北边>\n<p|靠近山脚。>\n>><s 1.|<h|⟨2.⟩打井>\n<p|打到见水。>\n"
       ">><s （一）|<h|⟨（二）⟩浅井>\n<p|少打。>\n>>><s 第一章|<h|⟨第二章⟩种>\n<p|种要好。>\n"
       ">"),
  ROW ("chapters above all",
       "<s 第一章|<h|⟨第一章⟩水>\n<s 一、|<h|⟨一、⟩井>\n<p|井要深。>\n><s 一、|<h|⟨二、⟩渠>\n"
       "<p|渠要宽。>\n>><s 第一章|<h|⟨第二章⟩种>\n<p|种要好。>\n>"),
};

START_TEST (levels_follow_the_order_of_the_forms) { FORMS (levels); }
END_TEST

static const TextRow either[] = {
  ROW ("（1） before text of its own paragraph is a point",
       "⟦（1）|«<p|⟨（1）⟩‹修渠。›渠要修好。>\n»«<p|⟨（2）⟩‹选种。›种子要选好。>\n»⟧"),
  ROW ("（1） alone before unmarked text is a heading",
       "<s （1）|<h|⟨（1）⟩修渠引水>\n<p|渠要修好。>\n><s （1）|<h|⟨（2）⟩选种育苗>\n"
       "<p|种子要选好。>\n>"),
  ROW ("⑴ alone before unmarked text is a heading",
       "<s ⑴|<h|⟨⑴⟩修渠引水>\n<p|渠要修好。>\n><s ⑴|<h|⟨⑵⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("① alone before unmarked text is a heading",
       "<s ①|<h|⟨①⟩修渠引水>\n<p|渠要修好。>\n><s ①|<h|⟨②⟩选种育苗>\n<p|种子要选好。>\n>"),
  ROW ("1） alone before unmarked text is a heading",
       "<s 1）|<h|⟨1）⟩修渠引水>\n<p|渠要修好。>\n><s 1）|<h|⟨2）⟩选种育苗>\n"
       "<p|种子要选好。>\n>"),
  ROW ("most of them decide",
       "<s ①|<h|⟨①⟩修渠引水>\n<p|渠要修好。>\n><s ①|<h|⟨②⟩选种育苗>\n<p|种子要选好。>\n"
       "><s ①|<h|⟨③⟩积肥。><p|肥要积够。>\n>"),
  ROW ("the fewer of them do not",
       "⟦①|«<p|⟨①⟩‹修渠。›渠要修好。>\n»«<p|⟨②⟩‹选种。›种子要选好。>\n»«<p|⟨③⟩‹积肥›>\n"
       "»⟧<p|肥要积够。>\n"),
  ROW ("（1） one below the other is a list",
       "⟦（1）|«<p|⟨（1）⟩‹修渠›>\n»«<p|⟨（2）⟩‹选种›>\n»«<p|⟨（3）⟩‹积肥›>\n»⟧"),
  ROW ("a heading of the fourth level",
       "<s 一、|<h|⟨一、⟩水>\n<s （一）|<h|⟨（一）⟩井>\n<s 1.|<h|⟨1.⟩深井>\n"
       "<s （1）|<h|⟨（1）⟩选址>\n<p|靠近村子。>\n><s （1）|<h|⟨（2）⟩打井>\n<p|打到见水。>\n"
       ">>>>"),
};

START_TEST (brackets_and_circles_open_headings_where_most_stand_alone) { FORMS (either); }
END_TEST

RUN_SUITE ("headings in text", headings_have_many_forms, headings_have_many_shapes,
           levels_follow_the_order_of_the_forms,
           brackets_and_circles_open_headings_where_most_stand_alone)
