/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-frame-private.h"

/* What stands around the body of a speech, title, salutation, closing; and what does not belong
 * there: adverts, page numbers, breaks. */

static const LecternBilingual title_missing_messages[] = {
  { "the speech has no title", "讲话没有标题" },
  { NULL },
};

static const LecternBilingual title_repeated_messages[] = {
  { "the title “{1}” is printed twice", "标题“{1}”重复出现" },
  { NULL },
};

static const LecternBilingual salutation_missing_messages[] = {
  { "no form of address stands before the speech, though its listeners are addressed later",
    "正文前没有称谓，后文却直接称呼听众" },
  { NULL },
};

static const LecternBilingual salutation_mark_messages[] = {
  { "the salutation “{1}” should end with ：", "称谓“{1}”后应当用冒号" },
  { NULL },
};

static const LecternBilingual closing_missing_messages[] = {
  { "the speech ends with its last point, without a closing", "讲完最后一点就结束了，没有结尾" },
  { NULL },
};

static const LecternBilingual boilerplate_messages[] = {
  { "“{1}” is no part of the speech", "“{1}”不是讲话内容" },
  { "{2} lines from “{1}” on are no part of the speech", "从“{1}”起的{2}行不是讲话内容" },
  { NULL },
};

/* In the order of LECTERN_CUT_…. */
static const LecternBilingual truncated_end_messages[] = {
  { "the text breaks off: “{1}”", "文末以省略号断开，似乎不完整：“{1}”" },
  { "the last sentence has no end: “{1}”", "最后一句没有写完：“{1}”" },
  { "nothing stands under the last heading “{1}”", "最后一个标题“{1}”下面没有内容" },
  { "“{1}” says that the text is not whole", "“{1}”说明正文不完整" },
  { NULL },
};

static const LecternBilingual broken_line_messages[] = {
  { "a line end cuts the sentence between “{1}” and “{2}”", "句子在“{1}”和“{2}”之间被换行截断" },
  { NULL },
};

static const LecternBilingual duplicate_paragraph_messages[] = {
  { "the paragraph “{1}” stands in the text already", "段落“{1}”与前面的一段完全相同" },
  { NULL },
};

static const LecternBilingual page_number_messages[] = {
  { "the page number “{1}” stands in the text", "正文里混入了页码“{1}”" },
  { NULL },
};

const LecternRuleInfo _lectern_rules_frame[] = {
  {
      .code = "title-missing",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_SIMPLIFIED,
      .summary = { "the speech has no title", "讲话没有标题" },
      .explanation
      = { "A speech that is handed on has a title that says at which meeting it was given: "
          "在…会议上的讲话, or a theme with such a line below it. Texts that address no listeners, "
          "such as minutes, are not looked at.",
          "讲话稿应当有标题，写明在什么会议、什么场合讲，如“在…会议上的讲话”，或者主标题加副标题。"
          "没有称呼听众的文字，如纪要，不在此列。" },
      .bad = "同志们：\n今天开个短会。\n先说防汛，再说秋收。\n请大家抓紧落实。\n",
      .good = "在全镇干部会上的讲话\n同志们：\n今天开个短会。\n先说防汛，再说秋收。\n"
              "请大家抓紧落实。\n",
      .messages = title_missing_messages,
      .check = _lectern_rule_title_missing,
  },
  {
      .code = "title-repeated",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "the title is printed twice", "标题重复出现" },
      .explanation
      = { "A line that says the same as the title, brackets and blanks apart, stands in the text "
          "again: it was copied with the text from a page that shows it above, or is a running "
          "head. The copy goes.",
          "正文里又出现了与标题相同的一行（括号和空格不计），多半是从网页或带页眉的文件里一起复制"
          "过来的。重复的一行应当删去。" },
      .bad = "在全镇秋收工作会上的讲话\n在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。\n",
      .good = "在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。\n",
      .messages = title_repeated_messages,
      .check = _lectern_rule_title_repeated,
  },
  {
      .code = "salutation-missing",
      .severity = LECTERN_SEVERITY_OFF,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_SIMPLIFIED,
      .summary = { "no form of address stands before the speech", "正文前没有称谓" },
      .explanation
      = { "A speech before listeners begins with a form of address on a line of its own, such as "
          "同志们：. It is missed where the speech addresses or thanks its listeners further down, "
          "so that it was held before some. Minutes and written reports need none.",
          "当众讲话，正文前应当有称谓，独占一行，如“同志们：”。后文称呼或者感谢听众而开头没有称谓的"
          "，"
          "才算缺失；纪要、书面报告不需要称谓。" },
      .bad = "在全镇秋收工作会上的讲话\n秋收从今天开始。要抓住晴天，颗粒归仓。\n"
             "同志们，收成在望，让我们抓紧干起来！\n谢谢大家！\n",
      .good = "在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。要抓住晴天，颗粒归仓。\n"
              "同志们，收成在望，让我们抓紧干起来！\n谢谢大家！\n",
      .messages = salutation_missing_messages,
      .check = _lectern_rule_salutation_missing,
  },
  {
      .code = "salutation-mark",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_FIXABLE,
      .summary = { "the salutation does not end with ：", "称谓后没有冒号" },
      .explanation
      = { "The form of address that opens a speech stands on a line of its own and ends with ： "
          "or, in a lively speech, with ！. Later forms of address are not looked at: they may end "
          "with ，.",
          "讲话开头的称谓独占一行，后面用冒号；气氛热烈时也可以用叹号。文中再次出现的称谓不在此列，"
          "可以用逗号。" },
      .bad = "在防汛工作会议上的讲话\n同志们，\n今天的会议很重要。\n",
      .good = "在防汛工作会议上的讲话\n同志们：\n今天的会议很重要。\n",
      .messages = salutation_mark_messages,
      .check = _lectern_rule_salutation_mark,
  },
  {
      .code = "closing-missing",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_SIMPLIFIED,
      .summary = { "the speech ends without a closing", "讲话没有结尾" },
      .explanation
      = { "A speech that greets its listeners takes leave of them too: with a last paragraph that "
          "calls on them (同志们，…！), with thanks, or with both. Here it ends with its last "
          "numbered point.",
          "开头称呼听众的讲话，最后也应当有结尾：一段号召（同志们，……！），或者一句感谢。"
          "这里讲完最后一点就没有了。" },
      .bad = "在全镇秋收工作会上的讲话\n同志们：\n今天讲两点意见。\n一要快。抓住晴天。\n"
             "二要细。颗粒归仓。\n",
      .good = "在全镇秋收工作会上的讲话\n同志们：\n今天讲两点意见。\n一要快。抓住晴天。\n"
              "二要细。颗粒归仓。\n同志们，收成在望，让我们抓紧干起来！\n",
      .messages = closing_missing_messages,
      .check = _lectern_rule_closing_missing,
  },
  {
      .code = "boilerplate",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "lines that are no part of the speech", "夹有不属于讲话的文字" },
      .explanation
      = { "Adverts, footers of web pages, licences, editor's notes and the like stand before, "
          "after or between what is said. Adverts can be taken out; notes and appendices are only "
          "shown, because somebody may want to keep them elsewhere. Remarks in brackets within a "
          "transcript, such as applause, are not meant, nor footnotes that the text refers to.",
          "讲话前后或中间夹有广告、网页页脚、版权声明、编者按之类的文字。广告可以直接删去；编者注和"
          "附录只作提示，因为也许要另存。记录稿里括号中的“鼓掌”之类、正文引到的脚注不在此列。" },
      .bad = "更多范文请关注公众号\n在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。\n",
      .good = "在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。\n",
      .messages = boilerplate_messages,
      .check = _lectern_rule_boilerplate,
  },
  {
      .code = "truncated-end",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .flags = 0,
      .summary = { "the text breaks off", "正文不完整" },
      .explanation
      = { "The last sentence has no stop, or ends with ……, the last heading has nothing below it, "
          "or a line says that the preview ends here: the file holds only a part of the speech. A "
          "speech whose paragraphs end without stops throughout is not meant.",
          "最后一句没有句末标点，或者以省略号收住，或者最后一个标题下面没有内容，或者文末注明"
          "“未完待续”“预览结束”：文件里只有讲话的一部分。通篇段末不用标点的提纲不在此列。" },
      .bad = "在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。\n"
             "要抓住晴天，组织好机手，优先保障种粮大户，还要\n",
      .good = "在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。\n"
              "要抓住晴天，组织好机手，优先保障种粮大户，还要照顾困难户。\n",
      .messages = truncated_end_messages,
      .check = _lectern_rule_truncated_end,
  },
  {
      .code = "broken-line",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "a line end cuts a sentence", "句子被换行截断" },
      .explanation
      = { "A paragraph goes on in the next line in mid-sentence, as where text was copied from a "
          "page or a scan. The two lines are joined; a blank stays between Latin words only. Short "
          "lines that end with commas, as in verse, are not meant.",
          "一段话在句子中间换了行，多半是从网页或扫描件复制来的。两行应当接起来，只有西文单词之间"
          "留空格。诗歌那样以逗号结尾的短行不在此列。" },
      .bad = "在全镇秋收工作会上的讲话\n同志们：\n今天的会议，主要是总结前一阶段的工作，分析当前的"
             "形势，安排部署秋收和冬种的任务，动员全\n镇干部群众抓紧干起来。\n",
      .good = "在全镇秋收工作会上的讲话\n同志们：\n今天的会议，主要是总结前一阶段的工作，分析当前的"
              "形势，安排部署秋收和冬种的任务，动员全镇干部群众抓紧干起来。\n",
      .messages = broken_line_messages,
      .check = _lectern_rule_broken_line,
  },
  {
      .code = "duplicate-paragraph",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "a paragraph stands in the text twice", "段落重复" },
      .explanation
      = { "A paragraph of more than 20 characters comes back word for word: pasted twice, or moved "
          "and not taken away. Where it follows on itself the second one goes; otherwise decide "
          "which to keep.",
          "超过20个字的段落一字不差地出现了两次，多半是粘贴了两遍，或者移动后忘了删。紧接着重复的，"
          "删去后一段；隔开的，请自行决定留哪一段。" },
      .bad
      = "在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始，各村要抓住晴天，成熟一块、收割一块。"
        "\n秋收从今天开始，各村要抓住晴天，成熟一块、收割一块。\n谢谢大家！\n",
      .good = "在全镇秋收工作会上的讲话\n同志们：\n"
              "秋收从今天开始，各村要抓住晴天，成熟一块、收割一块。\n谢谢大家！\n",
      .messages = duplicate_paragraph_messages,
      .check = _lectern_rule_duplicate_paragraph,
  },
  {
      .code = "page-number",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "a page number stands in the text", "正文里混入了页码" },
      .explanation
      = { "A line holds a page number and nothing else, between paragraphs or in the middle of "
          "one: "
          "it was copied from pages with the text. It goes, and a paragraph that it cuts is "
          "joined.",
          "有的行只有页码，夹在段落之间甚至一段中间，是从分页的文件里复制来的。页码应当删去，"
          "被截断的段落应当接起来。" },
      .bad = "在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。\n— 1 —\n冬种也要及早谋划。\n",
      .good = "在全镇秋收工作会上的讲话\n同志们：\n秋收从今天开始。\n冬种也要及早谋划。\n",
      .messages = page_number_messages,
      .check = _lectern_rule_page_number,
  },
  { NULL },
};
