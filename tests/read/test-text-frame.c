/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* What stands around the speech and between its parts. */

#define OPEN "<open|<p|今天我们开个会，主要是安排秋收。下面，我讲两点意见。>\n>"
#define BODY                                                                                                                    \
  "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修，人手要早定。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n" \
  "<p|熟一块收一块，不等不靠。>\n>"
#define CLOSE "<close|<p|同志们，收成就在眼前，大家抓紧干！>\n>"

static const TextRow titles[] = {
  ROW ("of one line", "<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("without a salutation", "<title|在全镇秋收工作会上的讲话>\n" OPEN BODY CLOSE),
  ROW ("a blank line after it",
       "<title|在全镇秋收工作会上的讲话>\n\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("blank lines before it",
       "\n\n<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("in the middle of its line",
       "　　　　<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a theme and a line with a dash",
       "<title|人人动手，颗粒归仓>\n<title|——在全镇秋收工作会上的讲话>\n"
       "<by|（2024年9月6日）>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a theme without a comma and a line with a dash",
       "<title|把丰收的粮食收回家>\n<title|——在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY
           CLOSE),
  ROW ("broken before its last word",
       "<title|在全镇秋收工作会议暨秋种动员大会上的>\n<title|讲话>\n<by|（2024年9月6日）>\n"
       "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("broken before a word with blanks in it",
       "<title|在全镇秋收工作会上的>\n<title|讲    话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("of another word at the end", "<title|秋收工作动员报告>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("of no telling word", "<title|把丰收的粮食收回家>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("with a note in brackets",
       "<title|在全镇秋收工作会上的讲话（摘要）>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("with a mask", "<title|在XX镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("with a number at the start",
       "<title|2024年全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("none", "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("neither title nor salutation", OPEN BODY CLOSE),
  ROW ("neither, before a short sentence", "<open|<p|今天说两件事。>\n>" BODY CLOSE),
  ROW ("neither, before a list in a sentence",
       "<open|<p|要点有二：⟦一是|«⟨一是⟩‹快。›»«⟨二是⟩‹好。›»⟧>\n>" BODY CLOSE),
  ROW ("neither, before an address in a sentence",
       "<open|<p|同志们，今天我们开会，说两件事。>\n>" BODY CLOSE),
  ROW ("neither, before a greeting",
       "<open|<p|父老乡亲们、各位来宾，大家好！>\n<p|今天说两件事。>\n>" BODY CLOSE),
  ROW ("neither, after a blank line", "\n" OPEN BODY CLOSE),
};

START_TEST (a_title_is_found) { CHECK_SPEECHES (titles); }
END_TEST

static const TextRow bylines[] = {
  ROW ("a date in wide brackets",
       "<title|在全镇秋收工作会上的讲话>\n<by|（2024年9月6日）>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a date in narrow brackets",
       "<title|在全镇秋收工作会上的讲话>\n<by|(2024年09月06日)>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a date in Chinese numerals",
       "<title|在全镇秋收工作会上的讲话>\n<by|（二○二四年九月六日）>\n<to|同志们：>\n" OPEN BODY
           CLOSE),
  ROW ("a date without brackets",
       "<title|在全镇秋收工作会上的讲话>\n<by|2024年9月6日>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a range of days",
       "<title|在全镇秋收工作会上的讲话>\n<by|2024年9月6日-8日>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a masked date",
       "<title|在全镇秋收工作会上的讲话>\n<by|（20XX年X月X日）>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a post and a name",
       "<title|在全镇秋收工作会上的讲话>\n<by|镇长 王大田>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a name alone",
       "<title|在全镇秋收工作会上的讲话>\n<by|王大田>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a name and a date on two lines",
       "<title|在全镇秋收工作会上的讲话>\n<by|王大田>\n<by|（2024年9月6日）>\n<to|同志们：>\n" OPEN
           BODY CLOSE),
  ROW ("post, name and date on one line",
       "<title|在全镇秋收工作会上的讲话>\n<by|镇党委书记　王大田（2024年9月6日）>\n"
       "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a dash and a name",
       "<title|人人动手，颗粒归仓>\n<by|——王大田>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("time, place and speaker",
       "<title|王镇长在秋收会上的讲话>\n<by|时间：2024年9月6日>\n<by|地点：镇政府会议室>\n"
       "<by|主讲人：王大田>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a date of figures",
       "<title|在全镇秋收工作会上的讲话>\n<by|2024-09-06>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("name and date after the speech",
       "<to|同志们：>\n" OPEN BODY CLOSE "<by|王大田>\n<by|2024年9月6日>\n"),
  ROW ("after the speech",
       "<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE "<by|2024年9月6日>\n"),
};

START_TEST (a_byline_tells_speaker_and_date) { CHECK_SPEECHES (bylines); }
END_TEST

static const TextRow salutations[] = {
  ROW ("half width", "<to|同志们:>\n" OPEN BODY CLOSE),
  ROW ("with an exclamation mark", "<to|同志们！>\n" OPEN BODY CLOSE),
  ROW ("of delegates", "<to|各位代表：>\n" OPEN BODY CLOSE),
  ROW ("of several parts", "<to|各位领导、各位代表、同志们：>\n" OPEN BODY CLOSE),
  ROW ("of guests", "<to|尊敬的各位来宾，女士们，先生们，朋友们：>\n" OPEN BODY CLOSE),
  ROW ("of several lines",
       "<to|尊敬的王主席，\n尊敬的各位来宾，\n女士们、先生们：>\n" OPEN BODY CLOSE),
  ROW ("of two lines, the last with an exclamation mark",
       "<to|尊敬的李会长，\n女士们，先生们！>\n" OPEN BODY CLOSE),
  ROW ("of any head of an office", "<to|王镇长，各位同事：>\n" OPEN BODY CLOSE),
  ROW ("without a mark", "<title|在全镇秋收工作会上的讲话>\n<to|同志们>\n" OPEN BODY CLOSE),
  ROW ("run in with the first sentence",
       "<to|同志们：><open|<p|今天我们开个会，主要是安排秋收。>\n>" BODY CLOSE),
  ROW ("with an indent", "　　<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("again in the body",
       "<to|各位代表：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修，人手要早定。>\n"
       "<to|各位代表！>\n<p|打算得早，收得才好。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n"
       "<p|熟一块收一块，不等不靠。>\n>" CLOSE),
  ROW ("again with a colon",
       "<to|各位代表：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修，人手要早定。>\n"
       "><s 一、|<h|⟨二、⟩抓紧收割>\n<p|熟一块收一块，不等不靠。>\n<to|各位代表：>\n"
       "<p|天气不等人。>\n>" CLOSE),
};

START_TEST (a_salutation_is_found) { CHECK_SPEECHES (salutations); }
END_TEST

static const TextRow outlines[] = {
  ROW ("in one line", "<outline|【提纲】<e1|⟨一、⟩早作打算。><e1|⟨二、⟩抓紧收割。>\n"
                      "><title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("of two levels in one line",
       "<outline|【提纲】<e1|⟨一、⟩早作打算。><e2|⟨一是⟩机具。><e2|⟨二是⟩人手。>"
       "<e1|⟨二、⟩抓紧收割。>\n><title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("in several lines", "<outline|【提纲】\n<e1|⟨一、⟩早作打算>\n<e1|⟨二、⟩抓紧收割>\n"
                           "><title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("of two levels in several lines",
       "<outline|【提纲】\n<e1|⟨一、⟩早作打算>\n　　<e2|⟨（一）⟩机具>\n"
       "　　<e2|⟨（二）⟩人手>\n<e1|⟨二、⟩抓紧收割>\n><title|在全镇秋收工作会上的讲话>\n"
       "<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("of another name", "<outline|【目录】\n<e1|⟨一、⟩早作打算>\n<e1|⟨二、⟩抓紧收割>\n"
                          "><title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("after the title",
       "<title|在全镇秋收工作会上的讲话>\n"
       "<outline|【提纲】<e1|⟨一、⟩早作打算。><e1|⟨二、⟩抓紧收割。>\n><to|同志们：>\n" OPEN BODY
           CLOSE),
};

START_TEST (an_outline_has_entries) { CHECK_SPEECHES (outlines); }
END_TEST

static const TextRow no_outlines[] = {
  ROW ("an advert",
       "<noise|【加入会员】>\n<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a button after the speech",
       "<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE
       "<thanks|谢谢大家！>\n<noise|【打印正文】>\n"),
  ROW ("a word in the body",
       "<to|同志们：>\n<open|<p|今天我们开个会，主要是学习【秋收须知】这份材料。>\n>" BODY CLOSE),
};

START_TEST (brackets_that_are_no_outline_stay_none) { CHECK_SPEECHES (no_outlines); }
END_TEST

static const TextRow adverts[] = {
  ROW ("before the title",
       "<noise|更多讲话稿请加QQ群：12345>\n<noise|本店资料仅供参考，禁止转载>\n\n"
       "<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("after the speech", "<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE
                           "<thanks|谢谢大家！>\n<noise|来源：某某网>\n<noise|责任编辑：小张>\n"),
  ROW ("a tail after blank lines",
       "<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE
       "<thanks|谢谢大家！>\n\n\n<noise|……预览结束，下载后阅读全文>\n"),
  ROW ("a rule and a footer",
       "<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE "<noise|---->\n"
       "<noise|订阅本刊，每月一期>\n"),
  ROW ("where the text comes from",
       "<noise|原标题：镇长讲秋收>\n<title|在全镇秋收工作会上的讲话>\n<by|王大田>\n"
       "<to|同志们：>\n" OPEN BODY CLOSE "<noise|编辑：小张>\n"),
  ROW ("the lead of a newspaper",
       "<noise|某某网9月6日电 镇长王大田在会上的讲话全文如下：>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("a note in brackets at the end",
       "<to|同志们：>\n" OPEN BODY CLOSE "<noise|（根据录音整理）>\n"),
  ROW ("notes after a blank line",
       "<to|同志们：>\n" OPEN BODY CLOSE "\n<noise|注释：>\n<noise|[1] 秋收。>\n"
       "<noise|[2] 机具。>\n"),
  ROW ("a list after the thanks is none of the speech",
       "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢大家！>\n<noise|附：机具名单>\n"
       "<noise|1、收割机>\n<noise|2、拖拉机>\n"),
  ROW ("words of another speaker in brackets",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n"
       "<noise|（老王：修好了。）>\n<p|人手要早定。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n"
       "<p|熟一块收一块，不等不靠。>\n>" CLOSE),
  ROW ("page numbers between paragraphs",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修，人手要早定。>\n"
       "<noise|— 2 —>\n><s 一、|<h|⟨二、⟩抓紧收割>\n<p|熟一块收一块，不等不靠。>\n>" CLOSE),
  ROW ("a page number in a paragraph that it cuts",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n"
       "<p|机具要早修，油料要早买，人手要早定，各家各户都要把自己的活儿排好，\n"
       "<noise|第 2 页>\n不要等到下雨才想起来。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n"
       "<p|熟一块收一块，不等不靠。>\n>" CLOSE),
  ROW ("a page number in English",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n"
       "<noise|Page 1 of 10>\n<p|人手要早定。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n"
       "<p|熟一块收一块，不等不靠。>\n>" CLOSE),
  ROW ("applause", "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n"
                   "<noise|（鼓掌）>\n<p|人手要早定。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n"
                   "<p|熟一块收一块，不等不靠。>\n>" CLOSE),
};

START_TEST (boilerplate_is_set_apart) { CHECK_SPEECHES (adverts); }
END_TEST

static const TextRow zones[] = {
  ROW ("the opening goes to the first heading",
       "<to|同志们：>\n<open|<p|今天开个会，安排秋收。>\n"
       "<p|刚才，老王讲了机具的事，我都同意。>\n<p|下面，我讲两点意见。>\n>" BODY CLOSE),
  ROW ("the opening goes to the first list that starts a line",
       "<to|同志们：>\n<open|<p|今天开个会，安排秋收。>\n<p|下面，我讲两点意见。>\n"
       ">⟦第一，|«<p|⟨第一，⟩‹早作打算。›>\n»«<p|⟨第二，⟩‹抓紧收割。›>\n»⟧" CLOSE),
  ROW ("without either it is the first paragraph",
       "<to|同志们：>\n<open|<p|今天开个会，安排秋收。>\n><p|机具要早修。>\n"
       "<p|人手要早定。>\n" CLOSE),
  ROW ("a list that begins in the first paragraph and goes on below stands in it",
       "<to|同志们：>\n<open|<p|今天的办法有三条，>⟦第一条，|«<p|⟨第一条，⟩‹谁来收。›>\n"
       "»«<p|⟨第二条，⟩‹何时收。›>\n»«<p|⟨第三条，⟩‹怎么收。›>\n»⟧>" CLOSE),
  ROW ("a list in a sentence does not end it",
       "<to|同志们：>\n"
       "<open|<p|今天开个会，两件事：⟦一是|«⟨一是⟩‹秋收；›»«⟨二是⟩‹秋种。›»⟧>\n"
       "<p|先说秋收。>\n>" BODY CLOSE),
  ROW ("the closing begins with an address and goes to the end",
       "<to|同志们：>\n" OPEN BODY "<close|<p|同志们，收成就在眼前。>\n<p|让我们抓紧干！>\n>"),
  ROW ("without an address it is the last paragraph",
       "<to|同志们：>\n" OPEN BODY "<close|<p|秋收时间不长，大家要抓紧。>\n>"),
  ROW ("the last of several addresses counts",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n"
       "<p|同志们，时间不多了。>\n><close|<p|同志们，收成就在眼前。>\n"
       "<p|再说一句，要注意安全。>\n>"),
  ROW ("an address alone on its line opens it",
       "<to|同志们：>\n" OPEN BODY "<close|<to|同志们！>\n<p|大家抓紧干！>\n>"),
  ROW ("an address before a heading does not open it",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|同志们，机具要早修。>\n"
       "><s 一、|<h|⟨二、⟩抓紧收割>\n><close|<p|熟一块收一块。>\n>"),
  ROW ("before thanks", "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢大家！>\n"),
  ROW ("without an address before thanks",
       "<to|同志们：>\n" OPEN BODY "<close|<p|我就讲这些。>\n><thanks|谢谢大家！>\n"),
  ROW ("none where the last paragraph is a heading",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n"
       "><s 一、|<h|⟨二、⟩抓紧收割。><p|熟一块收一块。>\n>"),
  ROW ("none where the last paragraph is a point",
       "<to|同志们：>\n" OPEN "⟦一要|«<p|⟨一要⟩‹早。›机具要早修。>\n"
       "»«<p|⟨二要⟩‹快。›熟一块收一块。>\n»⟧"),
  ROW ("none where the text breaks off",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n"
       "><s 一、|<h|⟨二、⟩抓紧收割>\n<p|熟一块收一块……>\n>"),
  ROW ("none where the last paragraph has no stop",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修。>\n"
       "><s 一、|<h|⟨二、⟩抓紧收割>\n<p|熟一块收一块，不等不>\n>"),
};

START_TEST (opening_and_closing_have_their_bounds) { CHECK_SPEECHES (zones); }
END_TEST

static const TextRow thanks[] = {
  ROW ("everybody", "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢大家！>\n"),
  ROW ("with a full stop", "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢大家。>\n"),
  ROW ("without a mark", "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢大家>\n"),
  ROW ("with applause", "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢！（掌声）>\n"),
  ROW ("alone", "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢！>\n"),
  ROW ("after my words", "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|我的讲话完了，谢谢大家！>\n"),
  ROW ("before date and name", "<title|在全镇秋收工作会上的讲话>\n<to|同志们：>\n" OPEN BODY CLOSE
                               "<thanks|谢谢大家！>\n<by|2024年9月6日>\n"),
  ROW ("a wish after them",
       "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢！>\n<p|祝大家身体健康！>\n"),
  ROW ("thanks to begin with are a sentence",
       "<to|同志们：>\n" OPEN "<p|首先感谢大家，最后几天更要抓紧。>\n" CLOSE),
  ROW ("in the middle it is a sentence",
       "<to|同志们：>\n" OPEN "<s 一、|<h|⟨一、⟩早作打算>\n"
       "<p|机具是县里送来的，要谢谢大家的关心，也要谢谢农机站的师傅。>\n"
       "><s 一、|<h|⟨二、⟩抓紧收割>\n<p|熟一块收一块，不等不靠。>\n>" CLOSE),
};

START_TEST (thanks_end_a_speech) { CHECK_SPEECHES (thanks); }
END_TEST

static const TextRow parts[] = {
  ROW ("a title", "<title|在全镇秋收工作会上的讲话>\n"),
  ROW ("a salutation", "<to|同志们：>\n"),
  ROW ("a sentence", "<open|<p|今天开会，安排秋收的事情。>\n>"),
  ROW ("a heading and a sentence", "<s 一、|<h|⟨一、⟩早作打算>\n><close|<p|机具要早修。>\n>"),
  ROW ("points", "⟦一是|«<p|⟨一是⟩‹早作打算。›>\n»«<p|⟨二是⟩‹抓紧收割。›>\n»⟧"),
  ROW ("an outline", "<outline|【提纲】<e1|⟨一、⟩早作打算。><e1|⟨二、⟩抓紧收割。>\n>"),
  ROW ("a date and a salutation", "<by|（2024年9月6日）>\n<to|同志们：>\n<open|<p|今天开会。>\n>"),
  ROW ("a salutation and thanks", "<to|同志们：>\n<thanks|谢谢大家！>\n"),
  ROW ("a salutation and a heading",
       "<to|同志们：>\n<s 一、|<h|⟨一、⟩早作打算>\n><close|<p|机具要早修。>\n>"),
  ROW ("all in lines of their own",
       "<title|在全镇秋收工作会上的讲话>\n\n<by|王大田>\n\n<by|（2024年9月6日）>\n\n"
       "<to|同志们：>\n\n<open|<p|今天开会，安排秋收的事情。>\n>\n"
       "<s 一、|<h|⟨一、⟩早作打算>\n>\n<close|<p|机具要早修。>\n>\n"),
};

START_TEST (a_speech_may_lack_its_parts) { CHECK_SPEECHES (parts); }
END_TEST

static const TextRow fields[] = {
  ROW ("for a title", "<title|{{标题:text}}>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("for a title and a byline",
       "<title|{{标题}}>\n<by|{{署名}}>\n<to|同志们：>\n" OPEN BODY CLOSE),
  ROW ("behind the speech",
       "<to|同志们：>\n" OPEN BODY CLOSE "<thanks|谢谢大家！>\n<by|{{落款:text}}>\n"),
};

START_TEST (a_line_with_a_field_is_no_noise) { CHECK_SPEECHES (fields); }
END_TEST

RUN_SUITE ("frame of text", a_title_is_found, a_byline_tells_speaker_and_date,
           a_salutation_is_found, an_outline_has_entries, brackets_that_are_no_outline_stay_none,
           boilerplate_is_set_apart, opening_and_closing_have_their_bounds, thanks_end_a_speech,
           a_speech_may_lack_its_parts, a_line_with_a_field_is_no_noise)
