/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-placeholders-private.h"

#include "language/lectern-phrases-private.h"

#include <string.h>

/* What is open in a speech, or was closed wrongly: masks (XX县, X月X日), words taken out (维护_、),
 * values put in for them. */

static void
read_slot (LecternNode *node, LecternSlot *slot)
{
  slot->node = node;
  lectern_node_get_span (node, &slot->span);
  slot->kind = lectern_node_get_property (node, LECTERN_PROPERTY_KIND);
  slot->part = lectern_node_get_property (node, LECTERN_PROPERTY_PART);
  slot->form = lectern_node_get_property (node, LECTERN_PROPERTY_FORM);
  slot->filled = g_strcmp0 (lectern_node_get_property (node, LECTERN_PROPERTY_FILLED), "true") == 0;
}

const LecternSlot *
_lectern_check_get_slots (LecternCheck *check, guint *n_slots)
{
  if (check->slots == NULL)
    {
      const GPtrArray *nodes = _lectern_check_list (check, LECTERN_NODE_PLACEHOLDER);

      check->slots = g_array_sized_new (FALSE, FALSE, sizeof (LecternSlot), nodes->len);
      g_array_set_size (check->slots, nodes->len);
      for (guint i = 0; i < nodes->len; i++)
        read_slot (nodes->pdata[i], &g_array_index (check->slots, LecternSlot, i));
    }
  *n_slots = check->slots->len;
  return (const LecternSlot *)check->slots->data;
}

/* What belongs in an open place: the row that fits first says which message. */
static const struct
{
  const char *kind; /* NULL: any */
  const char *part;
} wants[] = {
  { LECTERN_PLACEHOLDER_DATE, "year" },
  { LECTERN_PLACEHOLDER_DATE, NULL },
  { LECTERN_PLACEHOLDER_ORDINAL, NULL },
  { LECTERN_PLACEHOLDER_COUNT, NULL },
  { LECTERN_PLACEHOLDER_PERCENT, NULL },
  { LECTERN_PLACEHOLDER_PERSON, "post" },
  { LECTERN_PLACEHOLDER_PERSON, NULL },
  { LECTERN_PLACEHOLDER_ORGANISATION, NULL },
  { LECTERN_PLACEHOLDER_PLACE, NULL },
  { LECTERN_PLACEHOLDER_TITLE, NULL },
  { NULL, NULL },
};

static const LecternBilingual unfilled_messages[] = {
  { "“{1}” is not filled in: the year, in digits", "“{1}”尚未填写：这里填年份，用阿拉伯数字" },
  { "“{1}” is not filled in: a part of a date, in digits",
    "“{1}”尚未填写：这里填日期或时间，用阿拉伯数字" },
  { "“{1}” is not filled in: an ordinal, in Chinese numerals",
    "“{1}”尚未填写：这里填序数，用汉字数字" },
  { "“{1}” is not filled in: a number, in digits", "“{1}”尚未填写：这里填数量，用阿拉伯数字" },
  { "“{1}” is not filled in: a percentage, in digits",
    "“{1}”尚未填写：这里填百分数，用阿拉伯数字" },
  { "“{1}” is not filled in: a post", "“{1}”尚未填写：这里填职务" },
  { "“{1}” is not filled in: the name of a person", "“{1}”尚未填写：这里填人名" },
  { "“{1}” is not filled in: the name of an organisation", "“{1}”尚未填写：这里填单位名称" },
  { "“{1}” is not filled in: the name of a place", "“{1}”尚未填写：这里填地名" },
  { "“{1}” is not filled in: the title of a document", "“{1}”尚未填写：这里填文件名称" },
  { "“{1}” is not filled in", "“{1}”尚未填写" },
  { NULL },
};

static void
check_unfilled (LecternCheck *check)
{
  guint n_slots;
  const LecternSlot *slots = _lectern_check_get_slots (check, &n_slots);

  for (guint i = 0; i < n_slots; i++)
    {
      g_autofree char *quote = NULL;
      LecternSlot slot;
      guint row = 0;

      slot = slots[i];
      if (slot.filled || g_strcmp0 (slot.form, LECTERN_FORM_REDACTION) == 0)
        continue;
      while (wants[row].kind != NULL
             && (g_strcmp0 (wants[row].kind, slot.kind) != 0
                 || (wants[row].part != NULL && g_strcmp0 (wants[row].part, slot.part) != 0)))
        row++;
      quote = _lectern_check_quote (check, slot.span.start, slot.span.end, 20);
      _lectern_check_find (check, row, slot.node, &slot.span, quote, NULL);
    }
}

enum
{
  REDACTION_OPEN,
  REDACTION_PHRASE
};

static const LecternBilingual redaction_messages[] = {
  { "words have been taken out at “{1}”", "“{1}”处有文字被隐去" },
  { "words have been taken out at “{1}”: the fixed phrase is “{2}”",
    "“{1}”处有文字被隐去，固定说法是“{2}”" },
  { NULL },
};

/* A few characters of the line on both sides of the gap. */
static char *
dup_surroundings (LecternCheck *check, const LecternSpan *gap)
{
  gsize start = gap->start, end = gap->end;

  for (guint i = 0; i < 4 && start > 0 && check->text[start - 1] != '\n'; i++)
    start = g_utf8_prev_char (check->text + start) - check->text;
  for (guint i = 0; i < 4 && end < check->length && check->text[end] != '\n'; i++)
    end = g_utf8_next_char (check->text + end) - check->text;
  return _lectern_check_quote (check, start, end, 40);
}

static void
check_redaction (LecternCheck *check)
{
  guint n_slots;
  const LecternSlot *slots = _lectern_check_get_slots (check, &n_slots);
  const char *end = check->text + check->length;
  gint recent = -1;

  for (guint i = 0; i < n_slots; i++)
    {
      g_autofree char *quote = NULL;
      g_autoptr (GString) whole = NULL;
      const LecternPhrase *phrase;
      const char *from, *to;
      LecternFinding *finding;
      LecternSlot slot;

      slot = slots[i];
      if (slot.filled || g_strcmp0 (slot.form, LECTERN_FORM_REDACTION) != 0)
        continue;
      quote = dup_surroundings (check, &slot.span);
      phrase = _lectern_phrase_restore (check->text, check->text + slot.span.start,
                                        check->text + slot.span.end, end, &from, &to);
      if (phrase == NULL || !check->simplified)
        {
          _lectern_check_find (check, REDACTION_OPEN, slot.node, &slot.span, quote, NULL);
          continue;
        }
      whole = g_string_new_len (from, check->text + slot.span.start - from);
      g_string_append (whole, phrase->word);
      g_string_append_len (whole, check->text + slot.span.end, to - (check->text + slot.span.end));
      finding = _lectern_check_find (check, REDACTION_PHRASE, slot.node, &slot.span, quote,
                                     whole->str, NULL);
      if (phrase->recent && recent < 0)
        recent = _lectern_phrase_is_recent (check->text, check->length);
      if (phrase->sure && (!phrase->recent || recent))
        _lectern_check_replace (check, finding, slot.span.start, slot.span.end, phrase->word);
    }
}

const LecternRuleInfo _lectern_rules_placeholders[] = {
  {
      .code = "placeholder-unfilled",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "a mask is still open", "占位符尚未填写" },
      .explanation
      = { "A mask (XX, ____, [姓名], {{date}}) stands where something is to be filled in; the "
          "message says what, and in which numerals (GB/T 15835-2011 4.1 and 4.2). In a template "
          "or an early draft that is as it should be, so it is a note; a speech that is given must "
          "have none left. To make sure, raise the rule for the last check: placeholder-unfilled = "
          "error.",
          "占位符（XX、____、[姓名]、{{date}}）表示此处待填，提示中说明应填什么、用哪种数字（GB/T "
          "15835-2011 "
          "4.1、4.2）。模板和初稿里有占位符是正常的，所以只作提示；定稿里一个也不能留。最后核稿时，"
          "可以把本规则提高为 error。" },
      .bad = "在XX县防汛工作会议上的讲话\n同志们：\n全县共转移群众XX人。\n",
      .good = "在临河县防汛工作会议上的讲话\n同志们：\n全县共转移群众320人。\n",
      .messages = unfilled_messages,
      .check = check_unfilled,
  },
  {
      .code = "redaction",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "words have been taken out", "有文字被隐去" },
      .explanation
      = { "A star or an underline stands in the middle of a sentence where somebody, mostly a web "
          "site, took words out. A sentence with a hole cannot be read out. Where the words around "
          "it belong to a fixed phrase the message gives the whole phrase, and where they leave "
          "one possibility only, the word is put back.",
          "句子中间出现星号或下划线，说明有文字被隐去，多半是网站所为。有缺字的句子无法宣读。前后文"
          "属于固定说法时，提示给出完整的说法；只有一种可能时，可以直接补上。" },
      .bad = "在信访工作会议上的讲话\n同志们：\n要正确处理改革发展_的关系。\n",
      .good = "在信访工作会议上的讲话\n同志们：\n要正确处理改革发展稳定的关系。\n",
      .messages = redaction_messages,
      .check = check_redaction,
  },
  {
      .code = "mask-mixed",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "masks are written with different characters", "占位符写法不统一" },
      .explanation
      = { "Masks in one text are written with one character: XX or ×× or xx, not now this and now "
          "that. Whoever looks for open places before the speech is given looks for one of them "
          "and overlooks the others. The character used most is taken for all. Words taken out (*, "
          "_) are not turned into masks: see redaction.",
          "同一篇稿子里的占位符应当用同一种字符：XX、×× 或 "
          "xx，不要混用。定稿前逐个查找占位符时，混用容易漏掉。以用得最多的写法为准。被隐去的文字（"
          "*、_"
          "）不改成占位符，见 redaction。" },
      .bad = "在XX县防汛工作会议上的讲话\n同志们：\nXX镇、××镇要加强巡查。\n",
      .good = "在XX县防汛工作会议上的讲话\n同志们：\nXX镇、XX镇要加强巡查。\n",
      .messages = _lectern_rules_mask_mixed_messages,
      .check = _lectern_rules_check_mask_mixed,
  },
  {
      .code = "placeholder-spelling",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .summary = { "the same open place is written in different ways", "同一处占位符前后写法不同" },
      .explanation
      = { "A name that is left open (XX县, XX局) is mostly the same name throughout the text. Then "
          "it should have one mask throughout, or it will be filled in at one place and stay open "
          "at another. Masks that stand in one sentence are taken for different names, and "
          "numbers, dates and persons are not compared.",
          "待填的名称（XX县、XX局）通篇多半是同一个，占位符也应当前后一致，否则容易填了一处、漏了另"
          "一"
          "处。同一句话里并列的视为不同名称；数量、日期、人名不作比较。" },
      .bad = "在XX县防汛工作会议上的讲话\n同志们：\nXX县地势低洼。XXX县年年防汛。\n",
      .good = "在XX县防汛工作会议上的讲话\n同志们：\nXX县地势低洼。XX县年年防汛。\n",
      .messages = _lectern_rules_placeholder_spelling_messages,
      .check = _lectern_rules_check_placeholder_spelling,
  },
  {
      .code = "value-form",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = "GB/T 15835-2011 4.3",
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_FIXABLE,
      .summary
      = { "a value does not have the form that its place wants", "填入的内容不合所在位置的要求" },
      .explanation
      = { "A place that was filled in wants a value of its kind: a month from 1 to 12, a year of "
          "four digits, a number before 个 or %, a Chinese numeral in 第四批, a name without the "
          "word that follows it anyway (临河县县). An ordinal in digits beside open ones or "
          "Chinese "
          "ones with the same word (第3轮 beside 第X轮 or 第二轮) is found too: numbers of one "
          "kind "
          "are written in one form.",
          "填写占位符要合乎所在位置：月份为1至12，年份为四位数字，“个”和“%"
          "”前填数量，第四批这样的序数用"
          "汉字数字，名称不要与后面的字重复（临河县县）。用阿拉伯数字写的序数，若与待填的或用汉字数"
          "字写的"
          "同类序数并存（第3轮与第X轮、第二轮），也予提示：同类别的数字应当用同一种形式。" },
      .bad = "在巡察工作会议上的讲话\n同志们：\n第3轮巡察已经结束，第X轮巡察即将开始。\n",
      .good = "在巡察工作会议上的讲话\n同志们：\n第三轮巡察已经结束，第X轮巡察即将开始。\n",
      .messages = _lectern_rules_value_form_messages,
      .check = _lectern_rules_check_value_form,
  },
  { NULL },
};
