/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-punctuation-private.h"

/* Punctuation by GB/T 15834-2011, which holds for simplified Chinese. */

const LecternRuleInfo _lectern_rules_punctuation[] = {
  {
      .code = "marker-punctuation",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 B.3",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary
      = { "the mark after an ordinal is not the one that it takes", "序次语后的标点不合规定" },
      .explanation
      = { "What stands after an ordinal depends on its form. 第一, 其一 and 首先 take ， (B.3.1); "
          "一 and 甲 without brackets take 、 (B.3.2); 1, A and I without brackets take the point "
          "of Latin text (B.3.3); an ordinal in brackets or in a ring takes none (B.3.4); a "
          "chapter is followed by a blank (B.3.6); the plain 一是 and 一要 take none (B.3.7). The "
          "common 1、 is a note only. Looked at are the ordinals of headings and points, not those "
          "of running text.",
          "序次语后用什么标点，要看它的形式：“第一”“其一”“首先”后用逗号（B.3."
          "1）；不带括号的“一”“甲”后用顿号（B.3."
          "2）；不带括号的阿拉伯数字、拉丁字母、罗马数字后用下脚点（B.3."
          "3）；带括号、带圈的后面不用标点（B.3.4）；章节后空一格（B.3."
          "6）；“一是”“一要”后不用标点（B.3."
          "7）。“1、”的写法很普遍，只作提示。只看标题和要点的序次语，不看行文中的数字。" },
      .bad = "一、查清底数\n要做两件事。一是、逐村登记。二是、逐户登记。\n",
      .good = "一、查清底数\n要做两件事。一是逐村登记。二是逐户登记。\n",
      .messages = _lectern_marker_punctuation_messages,
      .check = _lectern_check_marker_punctuation,
  },
  {
      .code = "heading-stop",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = "GB/T 15834-2011 B.4",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary
      = { "a heading on a line of its own ends with a stop", "独占一行的标题末尾用了句号" },
      .explanation = { "A heading that has its line for itself ends without a stop, though ？, ！ "
                       "and …… may stand there. A heading that is run in is the first sentence of "
                       "its paragraph and keeps its stop; where headings of the same rank are run "
                       "in, those that are not are left alone too, and so is a list of single "
                       "sentences. The standard says “usually”, so this is a note.",
                       "独占一行的标题，末尾通常不用标点，需要时可以用问号、叹号或省略号。标题后接"
                       "排正文的，标题就是段落的第一句，句号要保留；同级标题有接排的，以及逐条列出"
                       "的单句，都不在此列。标准说的是“通常”，所以只作提示。" },
      .bad = "一、看清形势。\n今年的雨水来得早。\n二、抓紧行动。\n各村明天就开工。\n",
      .good = "一、看清形势\n今年的雨水来得早。\n二、抓紧行动\n各村明天就开工。\n",
      .messages = _lectern_heading_stop_messages,
      .check = _lectern_check_heading_stop,
  },
  {
      .code = "width-mixed",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 5.1",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "marks of the wrong width in Chinese text", "中文里用了半角标点" },
      .explanation
      = { "The marks of Chinese text take the place of a character each: ，, not the comma of "
          "Latin text. Where the house profile wants half-width punctuation, it is the full-width "
          "marks that are found. Numbers (1,000 3.15 10:30), addresses, Latin text and the points "
          "of ordinals are left alone. Brackets and quotation marks are mended in pairs.",
          "中文的标点占一个字的位置，用“，”而不用西文的逗号。本单位规定用半角标点的，则查全角的。数"
          "字（1,000、3.15、10:30）、网址、邮箱、西文和序号后的点都不动。括号和引号成对改正。" },
      .bad = "各村要早动手,早安排。\n",
      .good = "各村要早动手，早安排。\n",
      .messages = _lectern_width_mixed_messages,
      .check = _lectern_check_width_mixed,
  },
  {
      .code = "quote-pair",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 4.8",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "a quotation mark without its partner", "引号不成对" },
      .explanation
      = { "Every “ has its ” in the same paragraph. A quotation over several paragraphs opens in "
          "each of them and closes in the last; that is right. A mark that is turned round, or "
          "straight where its partner is curly, can be mended.",
          "前引号和后引号应当在同一段里成对。引文不止一段时，每段开头用前引号，最后一段末尾用后引号"
          "，这是对的。引号用反了，或者一边是直引号的，可以改正。" },
      .bad = "会上提出了“两不误的要求。\n",
      .good = "会上提出了“两不误”的要求。\n",
      .messages = _lectern_quote_pair_messages,
      .check = _lectern_check_quote_pair,
  },
  {
      .code = "quote-nesting",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 4.8.3.4",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "quotation marks or titles of one shape inside each other",
                   "引号、书名号里面用了同样的一层" },
      .explanation
      = { "The outer quotation marks are “ ”, those inside them ‘ ’, and inside these “ ” again; "
          "of titles 《 》 are the outer marks and 〈 〉 the inner ones (4.15.3.5). So a reader "
          "sees which one ends.",
          "引号里面还要用引号时，外面一层用双引号，里面一层用单引号；书名号里面还要用书名号时，外面"
          "一层用双书名号，里面一层用单书名号（4.15.3.5）。这样才看得出结束的是哪一层。" },
      .bad = "他说：“要叫响“清水河”这块牌子。”\n",
      .good = "他说：“要叫响‘清水河’这块牌子。”\n",
      .messages = _lectern_quote_nesting_messages,
      .check = _lectern_check_quote_nesting,
  },
  {
      .code = "bracket-pair",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 4.9",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "a bracket without its partner, or with a different one", "括号不成对" },
      .explanation = { "Every bracket and every 《 is closed in the same paragraph, by one of its "
                       "own kind and its own width: not （8). The bracket of 1） opens none and is "
                       "left alone; a note over several paragraphs may close in the last.",
                       "括号、书名号应当在同一段里成对，形式和全角半角都要一致，不写“（8)"
                       "”。“1）”这样的序号不在此列；跨几段的附注，可以在最后一段末尾收住。" },
      .bad = "这项工作要在年底（最迟明年一月完成。\n",
      .good = "这项工作要在年底（最迟明年一月）完成。\n",
      .messages = _lectern_bracket_pair_messages,
      .check = _lectern_check_bracket_pair,
  },
  {
      .code = "ellipsis",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 4.11",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "an ellipsis that is not written ……, or stands with 等",
                   "省略号写法不对，或者和“等”连用" },
      .explanation
      = { "The ellipsis has six dots and takes the place of two characters; twelve stand only for "
          "a whole paragraph left out. It is not used together with 等, which says the same.",
          "省略号用六个小圆点，占两个字的位置；只有整段省略才用十二个。省略号不和“等”“等等”连用，因"
          "为意思重复。" },
      .bad = "各村要备好沙袋、雨衣、手电等……\n",
      .good = "各村要备好沙袋、雨衣、手电等。\n",
      .messages = _lectern_ellipsis_messages,
      .check = _lectern_check_ellipsis,
  },
  {
      .code = "dash",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 4.10",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "a dash that is not written ——", "破折号写法不对" },
      .explanation
      = { "The dash takes the place of two characters. A single — is the connection mark of "
          "北京—上海 and of dates, and is left alone between words; beside another mark or at the "
          "start of a line only a dash can be meant. Page numbers, rules and Latin text are left "
          "alone.",
          "破折号占两个字的位置。单个的“—”是连接号（北京—上海、起止日期），用在词语之间的不动；在标"
          "点旁边、在一行开头的，只能是破折号。页码、分隔线和西文不动。" },
      .bad = "我们只有一条路--苦干。\n",
      .good = "我们只有一条路——苦干。\n",
      .messages = _lectern_dash_messages,
      .check = _lectern_check_dash,
  },
  {
      .code = "stop-doubled",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 4",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "two stops stand together", "标点重复或连用" },
      .explanation
      = { "One mark ends a clause. Two of a kind, or two that cannot stand together, are left over "
          "from editing. ？！ may stand together, and ！ and ？ up to three times (4.2.3, 4.3.3).",
          "一个停顿只用一个标点。两个相同的标点，或者两个不能连用的标点，多半是修改时留下的。问号和"
          "叹号可以连用，叠用最多三个（4.2.3、4.3.3）。" },
      .bad = "今年的任务很重。。大家要早准备。\n",
      .good = "今年的任务很重。大家要早准备。\n",
      .messages = _lectern_stop_doubled_messages,
      .check = _lectern_check_stop_doubled,
  },
  {
      .code = "enumeration-comma",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = "GB/T 15834-2011 4.5.3",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "an enumeration comma where it is not needed", "不必用的顿号" },
      .explanation
      = { "Between items in quotation marks and between titles usually no 、 stands, for these "
          "part them already (4.5.3.5); in a row with other members it does. An approximate number "
          "is written 三五天 (4.5.3.4). Before 和, 及, 以及 and 等 it is not needed.",
          "并列的引号之间、并列的书名号之间通常不用顿号，因为引号、书名号已经把它们分开（4.5.3."
          "5）；同一列里还有别的成分的，仍用顿号。概数写作“三五天”（4.5.3."
          "4）。“和”“及”“以及”“等”前不必再用顿号。" },
      .bad = "要学好《秋收十问》、《防火须知》。\n",
      .good = "要学好《秋收十问》《防火须知》。\n",
      .messages = _lectern_enumeration_comma_messages,
      .check = _lectern_check_enumeration_comma,
  },
  { NULL },
};
