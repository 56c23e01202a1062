/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-numbering-private.h"

/* Numbers of sections and points. */

static const LecternBilingual gap_messages[] = {
  { "“{1}” follows “{3}”, “{2}” is missing", "“{3}”之后是“{1}”，缺“{2}”" },
  { "“{1}” follows “{3}”, “{2}” to “{4}” are missing", "“{3}”之后是“{1}”，缺“{2}”至“{4}”" },
  { "“{1}” after “{3}” should be “{2}”", "“{3}”之后的“{1}”应为“{2}”" },
  { "“{1}” stands behind “{3}”", "“{1}”排在“{3}”后面，次序颠倒" },
  { NULL },
};

static const LecternBilingual duplicate_messages[] = {
  { "“{1}” stands here again after “{3}”, it should be “{2}”", "“{3}”之后又出现“{1}”，应为“{2}”" },
  { NULL },
};

static const LecternBilingual start_messages[] = {
  { "the first is “{1}”, “{2}” is missing", "序号从“{1}”开始，缺“{2}”" },
  { "the first is “{1}”, “{2}” to “{4}” are missing", "序号从“{1}”开始，缺“{2}”至“{4}”" },
  { NULL },
};

static const LecternBilingual restart_messages[] = {
  { "“{1}” after “{3}”: the numbers begin again, “{2}” would follow",
    "“{3}”之后又从“{1}”编起，按顺序应为“{2}”" },
  { NULL },
};

static const LecternBilingual lonely_messages[] = {
  { "“{1}” stands alone, no “{2}” follows", "只有“{1}”，没有“{2}”" },
  { NULL },
};

static const LecternBilingual order_messages[] = {
  { "“{1}” stands below “{2}”, it belongs above it", "“{1}”用在“{2}”之下，层次颠倒" },
  { NULL },
};

static const LecternBilingual level_messages[] = {
  { "“{1}” stands directly below “{2}”, a level is skipped", "“{2}”之下直接用“{1}”，跳过了层次" },
  { NULL },
};

static const LecternBilingual mixed_messages[] = {
  { "“{1}” goes on from “{2}”: two kinds of numbers in one series",
    "“{2}”之后用“{1}”，两套序次语混用" },
  { NULL },
};

static const LecternBilingual siblings_messages[] = {
  { "“{1}” goes on from “{2}”: sections side by side are numbered differently",
    "“{2}”之后用“{1}”，并列各部分的序号形式不一致" },
  { "“{1}” here, “{2}” in the sections beside it",
    "此处用“{1}”，并列各部分用“{2}”，同级序号形式不一致" },
  { "“{1}” should be “{2}”: level {3} is numbered so",
    "“{1}”应为“{2}”：第{3}级标题规定用这种序号" },
  { NULL },
};

const LecternRuleInfo _lectern_rules_numbering[] = {
  {
      .code = "numbering-gap",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "a number is missing between two", "序号有缺漏" },
      .explanation
      = { "In a row of sections or points a number is skipped: something was lost or taken out, or "
          "a "
          "number is wrong. Where the numbers before and after leave only one, or where as many "
          "are announced as there are, the numbers are put right; otherwise look for what was "
          "lost.",
          "标题或要点的序号不连续：可能丢了内容，也可能序号写错。前后序号已经确定，或者与预告的数目"
          "相"
          "符的，可以直接改正；否则应当查找是否漏了内容。" },
      .bad = "一、提高认识\n思想要统一。\n三、抓好落实\n任务要分解。\n四、严格考核\n奖惩要兑现。\n",
      .good
      = "一、提高认识\n思想要统一。\n二、抓好落实\n任务要分解。\n三、严格考核\n奖惩要兑现。\n",
      .messages = gap_messages,
      .check = _lectern_check_numbering_gap,
  },
  {
      .code = "numbering-duplicate",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "a number stands twice", "序号重复" },
      .explanation
      = { "Two sections or points of one row bear the same number. Those behind are numbered anew "
          "where nothing in the speech (an outline, an announced number, “see part three”) could "
          "mean the numbers as they are.",
          "同一组标题或要点中序号重复。文中没有提纲、没有与之不符的预告、也没有“见第三部分”之类的"
          "引述时，后面的序号可以顺次改正。" },
      .bad = "一要早动手。\n二要严要求。\n二要抓落实。\n",
      .good = "一要早动手。\n二要严要求。\n三要抓落实。\n",
      .messages = duplicate_messages,
      .check = _lectern_check_numbering_duplicate,
  },
  {
      .code = "numbering-start",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "a row of numbers does not begin with the first", "序号不从“一”开始" },
      .explanation
      = { "The first section or point of a row bears the number two or a higher one: "
          "its beginning was lost, or the numbers are those of another draft.",
          "一组标题或要点的第一个序号不是“一”：可能丢了开头，也可能沿用了别处的序号。" },
      .bad = "一、统一思想\n第二，责任要明确。\n第三，措施要具体。\n二、抓好落实\n马上行动。\n",
      .good = "一、统一思想\n第一，责任要明确。\n第二，措施要具体。\n二、抓好落实\n马上行动。\n",
      .messages = start_messages,
      .check = _lectern_check_numbering_start,
  },
  {
      .code = "numbering-restart",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "numbers begin again without reason", "序号无故从头编起" },
      .explanation = { "Directly behind a point or section another one of the same form begins at "
                       "one again, with "
                       "no sentence between that would lead to a new row.",
                       "一组要点或标题之后，没有任何引出新内容的话，同样形式的序号又从“一”编起。" },
      .bad = "一是任务要明确。\n二是责任要落实。\n一是督查要跟上。\n二是考核要兑现。\n",
      .good = "一是任务要明确。\n二是责任要落实。\n三是督查要跟上。\n四是考核要兑现。\n",
      .messages = restart_messages,
      .check = _lectern_check_numbering_restart,
  },
  {
      .code = "numbering-order",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15834-2011 B.3.8",
      .flags = LECTERN_RULE_SIMPLIFIED,
      .summary = { "a higher form of number stands below a lower one", "序号层次颠倒" },
      .explanation
      = { "GB/T 15834-2011 B.3.8 has forms of numbers stand below one another in this order: 一、 "
          "（一） 1. （1） ①. One may begin with any of them, but below it only later ones may "
          "follow.",
          "GB/T 15834-2011 "
          "附录B.3.8规定，不同层次的序次语依次为“一、”“（一）”“1.”“（1）”“①”，可以从任"
          "何一层开始，但下一层不得用回上一层的形式。" },
      .bad = "（一）压实责任\n各村都要落实。\n一、镇里负总责\n二、村里抓具体\n",
      .good = "一、压实责任\n各村都要落实。\n（一）镇里负总责\n（二）村里抓具体\n",
      .messages = order_messages,
      .check = _lectern_check_numbering_order,
  },
  {
      .code = "numbering-level",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = "GB/T 15834-2011 B.3.8",
      .flags = LECTERN_RULE_SIMPLIFIED,
      .summary = { "a level of numbers is skipped", "序号跳过了层次" },
      .explanation = { "Below 一、 or （一） numbers in brackets follow, （1）, so that 1. is "
                       "skipped. From 一、 to 1. "
                       "is usual where a speech has two levels only, and ① may stand anywhere.",
                       "“一、”或“（一）”之下直接用“（1）”，跳过了“1.”。只有两层时“一、”之下用“1."
                       "”是通行写法，“①”可以"
                       "用在任何一层之下，都不算跳级。" },
      .bad = "一、健全机制\n（1）明确责任。\n（2）强化监督。\n二、抓好落实\n马上行动。\n",
      .good = "一、健全机制\n（一）明确责任。\n（二）强化监督。\n二、抓好落实\n马上行动。\n",
      .messages = level_messages,
      .check = _lectern_check_numbering_level,
  },
  {
      .code = "numbering-mixed",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_CHINESE,
      .summary = { "two kinds of numbers in one series", "两套序次语混用" },
      .explanation
      = { "A series goes on in another kind of number than it began with: 首先…其次…第三, or 一是…"
          "二要. 最后 may end any of them.",
          "一组要点前后用了不同的序次语，如“首先……其次……第三”“一是……二要”。末项用“最后”不在此列"
          "。" },
      .bad = "首先，要摸清底数。\n其次，要分类施策。\n第三，要跟踪问效。\n",
      .good = "首先，要摸清底数。\n其次，要分类施策。\n再次，要跟踪问效。\n",
      .messages = mixed_messages,
      .check = _lectern_check_numbering_mixed,
  },
  {
      .code = "numbering-siblings",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "sections of one level are numbered differently", "同一层次的序号形式不一致" },
      .explanation
      = { "Sections of one level bear different forms of numbers, in one section （一） and in the "
          "next one 1., or other ones than the house profile wants ([levels]). Where the profile "
          "says it, the form is put right.",
          "同一层次的标题用了不同形式的序号，如前一部分用“（一）”，后一部分用“1.”；或者与配置文件 "
          "[levels] 规定的形式不同，这种情况可以直接改正。" },
      .bad
      = "一、强化组织领导\n（一）成立专班。\n（二）定期调度。\n二、强化督导检查\n1.开展暗访。\n2."
        "通报结果。\n",
      .good
      = "一、强化组织领导\n（一）成立专班。\n（二）定期调度。\n二、强化督导检查\n（一）开展暗访。\n"
        "（二）通报结果。\n",
      .messages = siblings_messages,
      .check = _lectern_check_numbering_siblings,
  },
  {
      .code = "point-lonely",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "a first point or section without a second", "只有“一”没有“二”" },
      .explanation = { "A section or point bears the number one and no second one follows: the "
                       "others were lost or "
                       "have lost their numbers, or a number is not wanted here.",
                       "标题或要点编了“一”，后面却没有“二”：可能漏了内容，可能后面的序号丢了，也可"
                       "能这里本不必编号。" },
      .bad = "一、统一思想\n一是责任要明确。\n马上行动。\n二、抓好落实\n年底验收。\n",
      .good = "一、统一思想\n一是责任要明确。\n二是马上行动。\n二、抓好落实\n年底验收。\n",
      .messages = lonely_messages,
      .check = _lectern_check_point_lonely,
  },
  { NULL },
};
