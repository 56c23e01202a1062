/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-points-private.h"

#include "language/lectern-char-class-private.h"
#include "language/lectern-words-private.h"

/* The one point of a series that is not built like its siblings. */

/* ---- modals ---- */

/* Words that oblige, and what only looks like them. */
static LecternWords modals = {
  .list
  = "必须|必須|应当|應當|应该|應該|务必|務必|需要|不能|不得|不可|不准|决不|決不|绝不|絕不|要|应|應|"
    "须|須|需",
};
static LecternWords no_modals = {
  .list
  = "要求|要素|要点|要點|要害|要么|要麼|要是|要务|要務|要义|要義|要领|要領|要闻|要聞|要职|要職|"
    "要道|应用|應用|应对|應對|应急|應急|应变|應變|应邀|應邀|应收|應收|应有|應有|应届|應屆|须知|"
    "須知|需求",
};
/* Before 要 and 应 these make another word: 重要, 供应. */
static LecternWords no_modal_after = {
  .list
  = "重|主|首|纲|綱|摘|扼|次|概|紧|緊|险|險|机|機|显|顯|简|簡|只|提|相|反|效|呼|适|適|响|響|供|"
    "必|刚|剛|想",
};
/* May stand before the modal: 还要, 更要. */
static LecternWords adverbs = {
  .list = "同时|同時|特别|特別|尤其|首先|更加|继续|繼續|还|還|也|更|就|既|又|都|仍|则|則",
};

static void
prepare_words (void)
{
  static gsize ready = 0;

  if (!g_once_init_enter (&ready))
    return;
  _lectern_words_prepare (&modals);
  _lectern_words_prepare (&no_modals);
  _lectern_words_prepare (&no_modal_after);
  _lectern_words_prepare (&adverbs);
  g_once_init_leave (&ready, 1);
}

/* The bytes of a modal at `p`, else 0. */
static gsize
modal_at (const char *p, const char *end)
{
  gsize n = _lectern_words_begin (&modals, p, end);

  return n > 0 && _lectern_words_begin (&no_modals, p, end) == 0 ? n : 0;
}

/* Whether the point begins with a modal, and with which. */
static gboolean
begins_with_modal (LecternCheck *check, const LecternPart *part, LecternSpan *modal)
{
  const char *p = check->text + part->start, *end = check->text + part->stop;

  p += _lectern_words_begin (&adverbs, p, end);
  modal->start = (gsize)(p - check->text);
  modal->end = modal->start + modal_at (p, end);
  return modal->end > modal->start;
}

/* Whether its first sentence obliges at all: 二是各级领导要…. */
static gboolean
has_modal (LecternCheck *check, const LecternPart *part)
{
  gsize stop = _lectern_check_sentence_end (check, part->start, part->stop, TRUE);
  const char *start = check->text + part->start, *end = check->text + stop;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (modal_at (p, end) > 0
        && (p == start || _lectern_words_end (&no_modal_after, start, p) == 0))
      return TRUE;
  return FALSE;
}

/* One of three, one of four …: whoever has it is the rule, whoever has it not the exception. */
static gboolean
is_exception (guint lacking, guint having, guint all)
{
  return all >= 3 && lacking == 1 && having * 3 >= all * 2;
}

/* The one point without a modal, where the others begin with one, or NULL. */
static const LecternPart *
find_without_modal (LecternCheck *check, const LecternPart *parts, guint n)
{
  const LecternPart *lacks = NULL;
  guint lacking = 0;
  LecternSpan modal;

  for (guint i = 0; i < n && lacking < 2; i++)
    if (!begins_with_modal (check, &parts[i], &modal) && !has_modal (check, &parts[i]))
      {
        lacking++;
        lacks = &parts[i];
      }
  return lacking == 1 && lacks->marker != NULL ? lacks : NULL;
}

static void
check_modals (LecternCheck *check, const LecternPart *parts, guint n)
{
  const LecternPart *has = NULL, *lacks;
  g_autofree char *quote = NULL, *word = NULL;
  LecternSpan modal, first = { 0, 0 }, span;
  guint having = 0;

  for (guint i = 0; i < n; i++)
    if (begins_with_modal (check, &parts[i], &modal) && having++ == 0)
      {
        has = &parts[i];
        first = modal;
      }
  if (having == n || !is_exception (1, having, n)
      || (lacks = find_without_modal (check, parts, n)) == NULL)
    return;
  quote = _lectern_part_quote (check, lacks);
  word = g_strndup (check->text + first.start, first.end - first.start);
  lectern_node_get_span (lacks->marker, &span);
  _lectern_check_relate (_lectern_check_find (check, 0, lacks->node, &span, quote, word, NULL),
                         has->marker != NULL ? has->marker : has->node);
}

/* ---- leads ---- */

/* A title is no longer than this. */
#define TITLE_MAX_CHARS 20

/* A lead is a title where it is short, a sentence, and more follows than it says itself. */
static gboolean
is_titled (LecternCheck *check, const LecternPart *part)
{
  LecternSpan span;

  if (part->lead == NULL)
    return FALSE;
  lectern_node_get_span (part->lead, &span);
  return part->stop - span.end >= 2 * (span.end - span.start)
         && g_utf8_strlen (check->text + span.start, (gssize)(span.end - span.start))
                <= TITLE_MAX_CHARS;
}

/* 管护经费：县里出一半…: a title that ends in a colon. */
static gboolean
has_colon (LecternCheck *check, const LecternPart *part)
{
  const char *p = check->text + part->start, *end = check->text + part->stop;

  for (guint i = 0; i <= TITLE_MAX_CHARS && p < end; i++, p = g_utf8_next_char (p))
    if (_lectern_alternative_at ("：|:", p, end) > 0)
      return TRUE;
  return FALSE;
}

static void
check_leads (LecternCheck *check, const LecternPart *parts, guint n)
{
  const LecternPart *lacks = NULL, *has = NULL;
  g_autofree char *quote = NULL;
  LecternSpan span;
  LecternPart words;

  for (guint i = 0; i < n; i++)
    {
      gboolean titled = is_titled (check, &parts[i]);

      if (titled && has == NULL)
        has = &parts[i];
      if (titled || has_colon (check, &parts[i]))
        continue;
      if (lacks != NULL || parts[i].lead != NULL)
        return;
      lacks = &parts[i];
    }
  if (lacks == NULL || has == NULL || !is_exception (1, n - 1, n))
    return;
  words = *lacks;
  _lectern_part_end_words (check, &words);
  if (words.end == words.stop)
    return; /* it has nothing to give a title to */
  quote = _lectern_part_quote (check, lacks);
  lectern_node_get_span (lacks->marker, &span);
  _lectern_check_relate (_lectern_check_find (check, 1, lacks->node, &span, quote, NULL),
                         has->lead);
}

void
_lectern_points_check_parallel (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_SERIES);

  prepare_words ();
  for (guint i = 0; i < list->len; i++)
    {
      const LecternPart *parts;
      guint n;

      if (lectern_node_get_property (list->pdata[i], LECTERN_PROPERTY_KEY) != NULL)
        continue; /* its points are known by how they begin */
      parts = _lectern_check_list_parts (check, i, &n);
      if (n < 3)
        continue;
      check_modals (check, parts, n);
      if (_lectern_parts_are_paragraphs (parts, n))
        check_leads (check, parts, n);
    }
}
