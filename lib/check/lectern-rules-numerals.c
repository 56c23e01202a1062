/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-numerals-private.h"

/* Numerals by GB/T 15835-2011. */

const LecternRuleInfo _lectern_rules_numerals[] = {
  {
      .code = "numeral-form",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15835-2011 4.2",
      .flags = LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "digits where a Chinese numeral belongs", "该用汉字数字的地方用了阿拉伯数字" },
      .explanation
      = { "Some places take Chinese numerals whatever the rest of the text has: congresses and "
          "plenary meetings (十一届全国人大一次会议, 十九届四中全会, 党的十九大), five-year plans "
          "(十四五), set words (第一书记, 一把手, 星期五), the lunar calendar, numbers with 几 "
          "(二十几). Digits in them mostly come from a machine that turned all numerals; 党的109大 "
          "is 十九大 turned character by character. Years, dates and measures are left alone.",
          "有些地方只用汉字数字：会议届次（十一届全国人大一次会议、十九届四中全会、党的十九大）、五"
          "年规划"
          "（十四五）、定型词语（第一书记、一把手、星期五）、农历、带“几”的概数（二十几）。这些地方"
          "出现"
          "阿拉伯数字，多半是批量替换造成的，“党的109大”就是把“十九大”逐字替换的结果。年份、日期、"
          "计量"
          "不在此列。" },
      .bad = "在传达会上的讲话\n同志们：\n我们学习党的109大精神和11届全国人大1次会议精神。\n",
      .good = "在传达会上的讲话\n同志们：\n我们学习党的十九大精神和十一届全国人大一次会议精神。\n",
      .messages = _lectern_rules_numeral_form_messages,
      .check = _lectern_rules_check_numeral_form,
  },
  {
      .code = "slogan-numeral",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15835-2011 4.2.3",
      .flags = LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "a slogan with its number in digits", "固定提法中的数字用了阿拉伯数字" },
      .explanation
      = { "The number in a slogan (四个意识, 三会一课) is a part of its name and is written in "
          "Chinese numerals, whatever the numbers around it are written in. Slogans are those of a "
          "table; other phrases with a number count something and are left alone.",
          "固定提法（四个意识、三会一课）中的数字是名称的一部分，不论前后文用什么数字，都写作汉字数"
          "字。只"
          "查词表中收录的提法；其他带数字的词语可能是计数，不在此列。" },
      .bad = "在学习会上的讲话\n同志们：\n要增强“4个意识”，坚持“3会1课”。\n",
      .good = "在学习会上的讲话\n同志们：\n要增强“四个意识”，坚持“三会一课”。\n",
      .messages = _lectern_rules_slogan_numeral_messages,
      .check = _lectern_rules_check_slogan_numeral,
  },
  {
      .code = "digit-width",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15835-2011 5.1.7",
      .flags = LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "digits or percent signs of full width", "数字或百分号用了全角字符" },
      .explanation
      = { "Digits take half the width of a Chinese character, and the percent sign goes with them: "
          "70%, not ７０％. A text in which nothing is of half width gets one finding; a percent "
          "sign of full width in a text that has no other is a note.",
          "阿拉伯数字占半个汉字位置，百分号与数字一致：写70%"
          "，不写７０％。通篇都用全角的只提示一次；百"
          "分号通篇都用全角的，只作提示。" },
      .bad = "在总结会上的讲话\n同志们：\n完成投资３５０万元，占年度计划的70%。\n",
      .good = "在总结会上的讲话\n同志们：\n完成投资350万元，占年度计划的70%。\n",
      .messages = _lectern_rules_digit_width_messages,
      .check = _lectern_rules_check_digit_width,
  },
  {
      .code = "year-short",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15835-2011 5.1.4.1",
      .flags = LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary = { "a year of two digits", "年份简写成两位数字" },
      .explanation
      = { "A year is written with all four digits: 1998年, not 98年. Only what cannot be a span of "
          "time is found: with a month after it (98年6月), with a season, with a zero before it "
          "(08年), after ’, after 从 or 于. Where the century is open nothing is changed.",
          "四位数字的年份不应简写为两位数字：写1998年，不写98年。只查不可能是时段的：后接月份（98年"
          "6月"
          "）、年底、年初，以0开头（08年），前有’号，前有“从”“于”等。世纪不能确定的，只提示，不改动"
          "。" },
      .bad = "在座谈会上的讲话\n同志们：\n98年6月那场洪水，大家记忆犹新。\n",
      .good = "在座谈会上的讲话\n同志们：\n1998年6月那场洪水，大家记忆犹新。\n",
      .messages = _lectern_rules_year_short_messages,
      .check = _lectern_rules_check_year_short,
  },
  {
      .code = "range-form",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15835-2011 5.1.3",
      .flags = LECTERN_RULE_SIMPLIFIED | LECTERN_RULE_FIXABLE,
      .summary
      = { "a range whose first number lacks its sign or unit", "数值范围前一个数缺少符号或单位" },
      .explanation
      = { "In a range of percentages, or of numbers with 万 or 亿, both numbers have their sign or "
          "unit: 63%～68%, 9亿～16亿, not 63～68%, 9～16亿; left out, it is open what the first "
          "number "
          "means. That is asked of 至 too, as a note. A hyphen between the two numbers of a range "
          "is a note: ～ stands there (GB/T 15834-2011 4.13.3.3).",
          "百分数的范围、以万或亿为单位的范围，前后两个数都要带上符号或单位：写63%～68%"
          "、9亿～16亿，不写"
          "63～68%"
          "、9～16亿，否则前一个数容易误解。用“至”连接的，作提示。用短横线表示范围的也作提示：应当"
          "用浪纹线“～”（GB/T 15834-2011 4.13.3.3）。" },
      .bad = "在总结会上的讲话\n同志们：\n合格率稳定在63～68%，投资5-10亿元。\n",
      .good = "在总结会上的讲话\n同志们：\n合格率稳定在63%～68%，投资5亿元～10亿元。\n",
      .messages = _lectern_rules_range_form_messages,
      .check = _lectern_rules_check_range_form,
  },
  { NULL },
};
