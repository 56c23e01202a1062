/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* Where the frame ends and the speech begins, and the other way round. */

#define TITLE "<title|在全镇秋收工作会上的讲话>\n"
#define OPEN  "<open|<p|今天我们开个会，主要是安排秋收。下面，我讲两点意见。>\n>"
#define BODY                                                                                                                    \
  "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修，人手要早定。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n" \
  "<p|熟一块收一块，不等不靠。>\n>"
/* The last section goes on. */
#define LONG_BODY                                                                                                               \
  "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修，人手要早定。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n" \
  "<p|熟一块收一块，不等不靠。>\n"
#define CLOSE "<close|<p|同志们，收成就在眼前，大家抓紧干！>\n>"

/* Words of adverts that a speech may use too. */
static const TextRow spoken[] = {
  ROW ("in a paragraph after blank lines",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n\n\n<p|要用好微信公众号，"
       "把天气和机具的消息天天发出去，让各家各户都看得见、用得上。>\n>\n\n"
       "<s 一、|<h|⟨二、⟩抓紧收割>\n<p|熟一块收一块，不等不靠。>\n>" CLOSE),
  ROW ("in the last paragraph",
       "<to|同志们：>\n" OPEN BODY "\n\n<close|<p|大家下载了农机调度的软件，就要学会用，"
       "用得好的村年底给奖励，用不好的村要补课。>\n>"),
  ROW ("before a salutation and more of the speech",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n\n\n"
       "<p|防止侵权的事。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n<p|熟一块收一块，不等不靠。>\n"
       "<to|同志们！>\n<p|天气不等人。>\n>" CLOSE),
};

START_TEST (a_speech_may_use_words_of_adverts) { CHECK_SPEECHES (spoken); }
END_TEST

static const TextRow inner[] = {
  ROW ("between paragraphs",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n"
       "<noise|扫码关注公众号，下载更多讲稿>\n<p|人手要早定。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n"
       "<p|熟一块收一块，不等不靠。>\n>" CLOSE),
};

START_TEST (two_words_make_an_advert_of_a_line_in_the_speech) { CHECK_SPEECHES (inner); }
END_TEST

/* No title, no salutation: the text is a speech all the same. */
static const TextRow beginnings[] = {
  ROW ("an opening with a colon at its end",
       TITLE "\n<open|<p|2023年，在县里的关心下，我镇的秋收办得不错。现将有关情况汇报如下：>\n"
             ">" BODY CLOSE),
  ROW ("a colon, no title, then a list",
       "<open|<p|今天的会开得很好，听了大家的发言很受启发。我再讲两点意见：>\n"
       ">⟦第一，|«<p|⟨第一，⟩‹要早作打算。›>\n»«<p|⟨第二，⟩‹要抓紧收割。›>\n"
       "»⟧<close|<p|总之，大家抓紧干。>\n>"),
  ROW ("a short sentence before a list",
       "<open|<p|同志们，今天的会开得好。>\n>⟦第一，|«<p|⟨第一，⟩‹要早作打算。›>\n"
       "»«<p|⟨第二，⟩‹要抓紧收割。›>\n»⟧"),
  ROW ("prose after title, date and name",
       "<title|关于秋收的几点意见>\n<by|（2024年9月6日）>\n<by|王大田>\n\n" OPEN BODY CLOSE),
  ROW ("a greeting",
       TITLE "\n<open|<p|大家下午好！>\n<p|今天我们开个会，主要是安排秋收。>\n>" BODY CLOSE),
  ROW ("a heading whose marker only the next one tells",
       "<title|在全镇秋收工作会上的讲话提纲>\n<s 一|<h|⟨一⟩ 早作打算>\n<p|机具要早修。>\n"
       "><s 一|<h|⟨二⟩ 抓紧收割>\n><close|<p|熟一块收一块。>\n>"),
  ROW ("a slot that stands for the opening",
       "<title|[述职报告标题]>\n\n<open|<p|[按照通知要求，简要说明岗位职责。]>\n>\n" BODY CLOSE),
};

START_TEST (the_speech_begins_with_its_first_sentence) { CHECK_SPEECHES (beginnings); }
END_TEST

static const TextRow titles[] = {
  ROW ("a theme above it", "<title|凝心聚力  颗粒归仓>\n" TITLE "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a report and where it was given",
       "<title|XX镇2023年工作总结>\n<title|在镇党委会上的汇报>\n\n" OPEN BODY CLOSE),
  ROW ("date and organisation above it",
       "<by|2024年9月6日>\n\n<by|大田镇农机有限公司>\n" TITLE "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("an advert above it stays one",
       "<noise|本文由某某文库上传，下载请联系客服>\n" TITLE "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("the name of a site above it stays one",
       "<noise|大田文秘>\n\n" TITLE "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("with an exclamation mark",
       "<title|加油干，把粮食收回家！>\n<by|2024年9月6日>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("after an outline of several lines",
       "<outline|【提纲】\n<e1|⟨一、⟩早作打算>\n　　<e2|⟨（一）⟩机具>\n"
       "　　<e2|⟨（二）⟩人手>\n<e1|⟨二、⟩抓紧收割>\n>" TITLE "<by|（2024年9月）>\n"
       "<to|同志们：>\n" OPEN BODY CLOSE),
};

START_TEST (a_title_may_have_company) { CHECK_SPEECHES (titles); }
END_TEST

/* Blanks that fill a line, and lines of their own. */
static const TextRow spaced[] = {
  ROW ("the last word on its line, with blanks",
       "<title|在全镇秋收工作会上的>\n<title|讲　　话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("all with blanks", "<title|秋 收 工 作 报 告>\n<to|同志们：>\n" OPEN BODY CLOSE),
};

START_TEST (a_title_may_be_spaced) { CHECK_SPEECHES (spaced); }
END_TEST

static const TextRow one_line[] = {
  ROW ("parted by wide blanks",
       "<title|在全镇秋收工作会上的讲话>　　<to|同志们：><open|　　<p|今天我们开个会，安排秋收。>>"
       "<s 一、|　　<h|⟨一、⟩早作打算>　　<p|机具要早修。>><s 一、|　　<h|⟨二、⟩抓紧收割>　　"
       "<p|熟一块收一块。>><close|　　<p|同志们，大家抓紧干！>>　　<thanks|谢谢大家！>"),
  ROW (
      "title, date and salutation by one blank",
      "<title|在全镇秋收工作会上的讲话> <by|（2024年9月6日）> <to|同志们：>"
      "<open|　　<p|今天我们开个会，安排秋收。>><s 一、|　　<h|⟨一、⟩早作打算>　　<p|机具要早修。>>"
      "<close|　　<p|同志们，大家抓紧干！>>"),
};

START_TEST (a_speech_may_stand_in_one_line) { CHECK_SPEECHES (one_line); }
END_TEST

static const TextRow bylines[] = {
  ROW ("a dash and a name",
       "<title|人人动手，颗粒归仓>\n<by|——王大田>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("labels", TITLE "<by|时间：2024年9月6日>\n<by|地点：镇政府三楼会议室>\n<by|主讲人：王大田>\n"
                       "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a name with blanks", TITLE "<by|王　大　田>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a stray mark after the brackets",
       TITLE "<by|（一九八二年九月六日）?>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a date of digits and dots", TITLE "<by|2024.9.6>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("company and name over the date",
       "<to|同志们：>\n" OPEN BODY CLOSE "\n<by|大田农机有限公司总经理：王XX>\n"
       "<by|2024年9月6日>\n"),
  ROW ("a masked name over the date",
       "<to|同志们：>\n" OPEN BODY CLOSE "\n          <by|XX>\n       <by|2024年9月>\n"),
  ROW ("who reports", "<to|同志们：>\n" OPEN BODY CLOSE "\n<by|汇报人：XXX>\n<by|2024年1月5日>\n"),
};

START_TEST (a_byline_may_take_several_lines) { CHECK_SPEECHES (bylines); }
END_TEST

static const TextRow wishes[] = {
  ROW ("after the thanks",
       "<to|同志们：>\n" OPEN BODY "<close|<p|我就讲这些。>\n><thanks|谢谢！>\n<p|祝大家丰收！>\n"),
};

START_TEST (a_wish_after_the_thanks_stays_a_paragraph) { CHECK_SPEECHES (wishes); }
END_TEST

static const TextRow tails[] = {
  ROW ("what the speech was",
       TITLE OPEN BODY CLOSE "<noise|（这是王大田同志在秋收工作会上的讲话，九月八日印发。）>\n"),
  ROW ("a news agency", TITLE OPEN BODY CLOSE "<noise|（新华社大田9月6日电）>\n"),
  ROW ("footnotes", TITLE OPEN BODY CLOSE "\n\n<noise|[1] 农机站，镇里的农机服务站>\n\n"
                                          "<noise|[12] 秋收，指稻谷和玉米>\n"),
  ROW ("an appendix with markers",
       TITLE OPEN BODY CLOSE "\n<noise|名词解释>\n<noise|1.“三早”：指早修、早买、早定。>\n"
                             "<noise|2.“两快”：指快收、快种。>\n"),
  ROW ("reading matter in brackets",
       TITLE OPEN BODY CLOSE "\n<noise|【参考资料】>\n<noise|《一台收割机的旅程》>\n"
                             "<noise|去年九月，农机站的老陈开着收割机走了四个村，一路走一路收，"
                             "最后一块稻田收完的时候，天已经黑透了。>\n"),
  ROW ("a list of enclosures",
       TITLE OPEN BODY CLOSE "<thanks|谢谢大家！>\n\n<noise|附件：1.任务清单>\n"
                             "<noise|2.联系方式>\n"),
};

START_TEST (notes_after_the_speech_are_no_part_of_it) { CHECK_SPEECHES (tails); }
END_TEST

static const TextRow remarks[] = {
  ROW ("applause at the end of a paragraph",
       TITLE OPEN BODY "<close|<p|同志们，收成就在眼前，大家抓紧干！（鼓掌）>\n>"),
};

START_TEST (applause_within_a_paragraph_is_text) { CHECK_SPEECHES (remarks); }
END_TEST

static const TextRow speakers[] = {
  ROW ("three turns",
       "<title|与农机手的对话>\n<open|<p|员工：机具不够怎么办？>\n><p|老王：先紧着大户用。>\n"
       "<p|员工：油料不够怎么办？>\n<p|老王：镇里去买。>\n<p|员工：那就好。>\n"
       "<close|<p|老王：就这样定了。>\n>"),
};

START_TEST (who_speaks_is_no_salutation) { CHECK_SPEECHES (speakers); }
END_TEST

static const TextRow salutations[] = {
  ROW ("over lines with an indent",
       "　　<to|尊敬的王大田镇长，\n　　尊敬的各位合作伙伴，\n　　女士们、先生们：>\n" OPEN BODY
           CLOSE),
  ROW ("of posts", "<to|王镇长，李经理，各位同事：>\n" OPEN BODY CLOSE),
  ROW ("without a mark", TITLE "<to|各位乡亲>\n" OPEN BODY CLOSE),
  ROW ("in Japanese, with a comma",
       "<to|皆さん、>\n<open|<p|今日は収穫のことを申し上げたいと思います。>\n><p|"
       "水は大切であります。>\n"
       "<close|<p|御協力をお願いいたします。>\n>"),
  ROW ("a person before the others", "<to|尊敬的王大田先生夫妇，\n各位乡亲：>\n" OPEN BODY CLOSE),
  ROW ("in English, over lines with semicolons",
       "<to|Honourable Members of the Council;\nLadies and gentlemen:>\n"
       "<open|<p|We meet today to speak of the harvest.>\n><p|It was a good one.>\n"
       "<close|<p|Let us begin.>\n>"),
};

START_TEST (a_salutation_may_go_over_lines) { CHECK_SPEECHES (salutations); }
END_TEST

/* The closing begins with an address; what only looks like one does not begin it. */
static const TextRow no_addresses[] = {
  ROW ("somebody tells us", "<to|同志们：>\n" OPEN LONG_BODY
                            "<p|老支书告诉我们，收成要靠抢。>\n><close|<p|大家抓紧干！>\n>"),
  ROW ("thanks to guests", "<to|同志们：>\n" OPEN LONG_BODY
                           "<p|感谢农机站的各位师傅，你们辛苦了。>\n><close|<p|大家抓紧干！>\n>"),
  ROW ("a subject", "<to|同志们：>\n" OPEN LONG_BODY
                    "<p|我们，就是要有这样的劲头。>\n><close|<p|大家抓紧干！>\n>"),
  ROW ("a clause that ends with a word of address",
       "<to|同志们：>\n" OPEN LONG_BODY
       "<p|这一次秋收特别强调了领导，强调了分工。>\n><close|<p|大家抓紧干！>\n>"),
  ROW ("before a parallel series", "<to|同志们：>\n" OPEN LONG_BODY "<p|同志们，还有几句话。>\n"
                                   "⟦要保证*|«<p|‹要保证机具不停。›>\n»«<p|‹要保证油料不断。›>\n»⟧>"
                                   "<close|<p|大家抓紧干！>\n>"),
};

START_TEST (a_closing_begins_with_an_address_only) { CHECK_SPEECHES (no_addresses); }
END_TEST

static const TextRow lines[] = {
  ROW ("a marker alone goes on",
       "<to|同志们：>\n<open|<p|今天开会。>\n>⟦一是|«<p|⟨一是⟩‹\n早修机具。›>\n»"
       "«<p|⟨二是⟩‹\n早定人手。›>\n»⟧<close|<p|就这些。>\n>"),
  ROW (
      "a short speech with headings is not wrapped",
      "<title|在全镇安全生产大检查动员会上的讲话>\n<by|（2024年5月8日）>\n"
      "<by|镇应急办主任  王XX>\n<to|同志们：>\n"
      "<open|<p|"
      "今天我们开个会，主要是安排安全生产大检查，把这件事说清楚、分下去、办到底，各村都要听仔细。>"
      "\n>"
      "<s 一、|<h|⟨一、⟩提高认识，绷紧安全这根弦>\n"
      "<p|"
      "安全关系家家户户，今年以来全镇没有出大事，但小的隐患不少，有的村查一回漏一回，这样下去不行。"
      ">\n>"
      "<s 一、|<h|⟨二、⟩突出重点，把隐患查仔细>\n"
      "<p|"
      "粮库要查电线，学校要查灶房，加油站要查阀门，哪一处都不能凭印象，查过的要签字，签了字的要负责"
      "。>\n>"
      "<s 一、|<h|⟨三、⟩落实责任，不留一个死角>\n>"
      "<close|<p|"
      "村里查不动的镇里来查，镇里查不动的请县里来查，总之不能留死角，月底以前把清单交到镇上。>\n>"),
  ROW ("an open quotation goes on",
       "<to|同志们：>\n<open|<p|"
       "老支书说过：“\n一、两年之内渠要修通，大家都要出力。\n”这话今天还管用。>\n>" BODY CLOSE),
  ROW ("an open title of a book goes on",
       "<to|同志们：>\n<open|<p|今天学习《\n秋收须知\n》，主要是安排秋收。>\n>" BODY CLOSE),
  ROW ("one character alone ends the title",
       "<title|全镇秋收工作报\n告>\n<to|同志们：>\n" OPEN BODY CLOSE),
};

START_TEST (lines_are_joined_where_a_sentence_goes_on) { CHECK_SPEECHES (lines); }
END_TEST

RUN_SUITE ("rules of the frame", a_speech_may_use_words_of_adverts,
           two_words_make_an_advert_of_a_line_in_the_speech,
           the_speech_begins_with_its_first_sentence, a_title_may_have_company,
           a_title_may_be_spaced, a_speech_may_stand_in_one_line, a_byline_may_take_several_lines,
           a_wish_after_the_thanks_stays_a_paragraph, notes_after_the_speech_are_no_part_of_it,
           applause_within_a_paragraph_is_text, who_speaks_is_no_salutation,
           a_salutation_may_go_over_lines, a_closing_begins_with_an_address_only,
           lines_are_joined_where_a_sentence_goes_on)
