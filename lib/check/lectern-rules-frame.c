/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-check-private.h"

#include <string.h>

/* What stands around the body of a speech: title, salutation, closing. */

/* The mark at the end of a form of address, and what it should be. */
static const struct
{
  const char *mark;
  gboolean right;
} salutation_marks[] = {
  { "：", TRUE },  { "！", TRUE },  { ":", TRUE },   { "!", TRUE },  { "，", FALSE },
  { "。", FALSE }, { "；", FALSE }, { "、", FALSE }, { ",", FALSE }, { ".", FALSE },
};

static void
check_salutation_mark (LecternCheck *check)
{
  const GPtrArray *salutations = _lectern_check_list (check, LECTERN_NODE_SALUTATION);
  LecternNode *node = salutations->len > 0 ? salutations->pdata[0] : NULL;
  g_autofree char *quote = NULL;
  LecternFinding *finding;
  LecternSpan span;
  gsize mark = 0;

  if (node == NULL)
    return;
  lectern_node_get_span (node, &span);
  for (guint i = 0; i < G_N_ELEMENTS (salutation_marks); i++)
    {
      gsize length = strlen (salutation_marks[i].mark);

      if (span.end - span.start < length
          || memcmp (check->text + span.end - length, salutation_marks[i].mark, length) != 0)
        continue;
      if (salutation_marks[i].right)
        return;
      mark = length;
    }
  /* Run in with the first sentence, it goes on in the line: 同志们，今天…… */
  if (!lectern_node_ends_line (node))
    return;
  quote = _lectern_check_quote (check, span.start, span.end, 20);
  finding = _lectern_check_find (check, 0, node, &span, quote, NULL);
  _lectern_check_replace (check, finding, span.end - mark, span.end, "：");
}

static const LecternBilingual salutation_mark_messages[] = {
  { "the salutation {1} should end with ：", "称谓“{1}”后应当用冒号" },
  { NULL },
};

const LecternRuleInfo _lectern_rules_frame[] = {
  {
      .code = "salutation-mark",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_FIXABLE,
      .summary = { "the salutation does not end with ：", "称谓后没有冒号" },
      .explanation
      = { "The form of address that opens a speech stands on a line of its own and ends with ： "
          "or, "
          "in a lively speech, with ！. Later forms of address are not looked at: they may end "
          "with "
          "，.",
          "讲话开头的称谓独占一行，后面用冒号；气氛热烈时也可以用叹号。文中再次出现的称谓不在此列，"
          "可以用逗号。" },
      .bad = "在防汛工作会议上的讲话\n同志们，\n今天的会议很重要。\n",
      .good = "在防汛工作会议上的讲话\n同志们：\n今天的会议很重要。\n",
      .messages = salutation_mark_messages,
      .check = check_salutation_mark,
  },
  { NULL },
};
