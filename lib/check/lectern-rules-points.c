/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-part-private.h"

#include "base/lectern-strings-private.h"
#include "language/lectern-char-class-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* What the points of one series have in common, and the one that has it not. */

/* The points of a series as parts; those without words are left out. */
static GArray *
list_parts (LecternCheck *check, LecternNode *series)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (LecternPart));

  for (LecternNode *child = lectern_node_get_first_child (series); child != NULL;
       child = lectern_node_get_next (child))
    {
      LecternPart part;

      if (lectern_node_get_kind (child) == LECTERN_NODE_POINT
          && _lectern_part_read (check, child, &part))
        g_array_append_val (parts, part);
    }
  return parts;
}

static char *
quote_part (LecternCheck *check, const LecternPart *part)
{
  gsize start = part->start, end = part->end;
  LecternSpan span;

  if (part->marker != NULL)
    {
      lectern_node_get_span (part->marker, &span);
      start = span.start;
    }
  _lectern_check_trim (check, &start, &end);
  return _lectern_check_quote (check, start, end, 16);
}

/* Points that stand in lines of their own. */
static gboolean
are_paragraphs (const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const LecternPart *part = &g_array_index (parts, LecternPart, i);

      if (part->marker == NULL || !lectern_node_starts_line (part->marker))
        return FALSE;
    }
  return parts->len >= 2;
}

/* ---- point-parallel: modals ---- */

/* Words that oblige, and what only looks like them. */
static const char modals[] = "必须|必須|应当|應當|应该|應該|务必|務必|需要|不能|不得|不可|不准|"
                             "决不|決不|绝不|絕不|要|应|應|"
                             "须|須|需";
static const char no_modals[]
    = "要求|要素|要点|要點|要害|要么|要是|要务|要務|要义|要義|要领|要領|要闻|要职|要職|要道|"
      "应用|應用|应对|應對|应急|應急|应变|應變|应邀|應邀|应收|應收|应有|應有|应届|应届|须知|需求";
/* Before 要 and 应 these make another word: 重要, 供应. */
static const char no_modal_after[]
    = "重|主|首|纲|綱|摘|扼|次|概|紧|緊|险|險|机|機|显|顯|简|簡|只|提|相|反|效|呼|适|適|响|響|供|"
      "必|刚|剛|想";
/* May stand before the modal: 还要, 更要. */
static const char adverbs[]
    = "同时|同時|特别|特別|尤其|首先|更加|继续|繼續|还|還|也|更|就|既|又|都|仍|则|則|";

typedef enum
{
  MODAL_NONE,
  MODAL_LATER, /* 二是各级领导要…: not where the others have it, but there */
  MODAL_FIRST
} ModalPlace;

/* The bytes of a modal at `p`, else 0. */
static gsize
modal_at (const char *p, const char *end)
{
  gint n;

  if (_lectern_alternative_at (no_modals, p, end) > 0)
    return 0;
  n = _lectern_alternative_at (modals, p, end);
  return (gsize)MAX (n, 0);
}

/* Where the first sentence of a point obliges; with which word is written to `modal`. */
static ModalPlace
find_modal (LecternCheck *check, const LecternPart *part, LecternSpan *modal)
{
  gsize stop = _lectern_check_sentence_end (check, part->start, part->stop, TRUE), n;
  const char *p = check->text + part->start, *end = check->text + stop, *before = NULL;

  p += MAX (_lectern_alternative_at (adverbs, p, end), 0);
  modal->start = (gsize)(p - check->text);
  modal->end = modal->start + (n = modal_at (p, end));
  if (n > 0)
    return MODAL_FIRST;
  for (; p < end; before = p, p = g_utf8_next_char (p))
    if (modal_at (p, end) > 0
        && (before == NULL || _lectern_alternative_at (no_modal_after, before, end) < 0))
      return MODAL_LATER;
  return MODAL_NONE;
}

/* One of three, one of four …: whoever has it is the rule, whoever has it not the exception. */
static gboolean
is_exception (guint lacking, guint having, guint all)
{
  return all >= 3 && lacking == 1 && having * 3 >= all * 2;
}

static void
check_modals (LecternCheck *check, const GArray *parts)
{
  const LecternPart *lacks = NULL, *has = NULL;
  g_autofree char *quote = NULL, *word = NULL;
  guint lacking = 0, having = 0;
  LecternFinding *finding;
  LecternSpan modal, first = { 0, 0 }, span;

  for (guint i = 0; i < parts->len; i++)
    {
      const LecternPart *part = &g_array_index (parts, LecternPart, i);

      switch (find_modal (check, part, &modal))
        {
        case MODAL_FIRST:
          if (having++ == 0)
            has = part, first = modal;
          break;
        case MODAL_NONE:
          lacking++;
          lacks = part;
          break;
        default:
          break;
        }
      /* Most series oblige to nothing: enough is known after two of their points. */
      if (lacking > 1)
        return;
    }
  if (!is_exception (lacking, having, parts->len) || lacks->marker == NULL)
    return;
  quote = quote_part (check, lacks);
  word = g_strndup (check->text + first.start, first.end - first.start);
  lectern_node_get_span (lacks->marker, &span);
  finding = _lectern_check_find (check, 0, lacks->node, &span, quote, word, NULL);
  _lectern_check_relate (finding, has->marker);
}

/* ---- point-parallel: leads ---- */

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

static void
check_leads (LecternCheck *check, const GArray *parts)
{
  const LecternPart *lacks = NULL, *has = NULL;
  g_autofree char *quote = NULL;
  guint lacking = 0, having = 0;
  LecternFinding *finding;
  LecternSpan span;

  for (guint i = 0; i < parts->len; i++)
    {
      const LecternPart *part = &g_array_index (parts, LecternPart, i);

      if (is_titled (check, part))
        {
          if (having++ == 0)
            has = part;
        }
      else if (part->lead == NULL && part->stop > part->end)
        {
          lacking++;
          lacks = part;
        }
      if (lacking > 1)
        return;
    }
  if (!is_exception (lacking, having, parts->len) || having + lacking < parts->len
      || lacks->marker == NULL)
    return;
  quote = quote_part (check, lacks);
  lectern_node_get_span (lacks->marker, &span);
  finding = _lectern_check_find (check, 1, lacks->node, &span, quote, NULL);
  _lectern_check_relate (finding, has->lead);
}

static void
check_point_parallel (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_SERIES);

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (GArray) parts = NULL;

      if (lectern_node_get_property (list->pdata[i], LECTERN_PROPERTY_KEY) != NULL)
        continue; /* its points are known by how they begin */
      parts = list_parts (check, list->pdata[i]);
      if (parts->len < 3)
        continue;
      check_modals (check, parts);
      if (are_paragraphs (parts))
        check_leads (check, parts);
    }
}

static const LecternBilingual point_parallel_messages[] = {
  { "the point {1} has no {2}, which its siblings begin with",
    "“{1}”缺少“{2}”，与同组其他各点不一致" },
  { "the point {1} has no short first sentence as its siblings have",
    "“{1}”没有像同组其他各点那样先用一句短话点题" },
  { NULL },
};

/* ---- point-swallows ---- */

/* What begins a sentence that speaks of the whole again. The first list tells it by itself, the
 * second only where the point is far longer than its siblings. Either only where no sibling goes on
 * in such words. */
static const char turning[]
    = "同志们|同志們|总之|總之|总而言之|總而言之|综上|綜上|以上|让我们|讓我們|各位代表|各位领导|"
      "各位领導|各位同事|朋友们|朋友們|最后，我|最后,我|下面，|下面,|谢谢|謝謝";
static const char leaving[] = "此外，|此外,|同时，|同时,|同時，|另外，|另外,|希望|我希望|我们希望";

/* Series may be nested, so the text of one may be gone over for each: never more than so many times
 * the text in all. */
#define SWALLOWS_MAX_PASSES 8

/* The first sentence after the first one that begins with a word of the list. */
static gboolean
find_sentence (LecternCheck *check, const LecternPart *part, const char *words, LecternSpan *span)
{
  const guchar *text = (const guchar *)check->text;
  const char *stop = check->text + part->stop;
  gboolean start = FALSE;
  guint depth = 0;

  for (gsize at = part->start; at < part->stop;)
    {
      guint size, class = _lectern_char_class_at (text + at, &size);

      if (class == LECTERN_CHAR_STOP || class == LECTERN_CHAR_LINE_END)
        start = TRUE;
      else if (class == LECTERN_CHAR_OPEN)
        depth++, start = FALSE;
      else if (class == LECTERN_CHAR_CLOSE)
        depth -= depth > 0;
      else if (start && _lectern_blank_at (check->text + at, stop) == 0)
        {
          if (depth == 0 && _lectern_alternative_at (words, check->text + at, stop) > 0)
            {
              span->start = at;
              span->end = _lectern_check_sentence_end (check, at, part->stop, FALSE);
              return TRUE;
            }
          start = FALSE;
        }
      at += size;
    }
  return FALSE;
}

/* Whether it is longer than every other point, and twice as long as they are together on average.
 */
static gboolean
is_far_longer (const GArray *parts, const LecternPart *last)
{
  gsize sum = 0, longest = 0, length = last->stop - last->start;

  for (guint i = 0; i + 1 < parts->len; i++)
    {
      const LecternPart *part = &g_array_index (parts, LecternPart, i);

      sum += part->stop - part->start;
      longest = MAX (longest, part->stop - part->start);
    }
  return length > longest && length >= 2 * sum / (parts->len - 1);
}

/* Where the last point goes on with what is no part of it. */
static gboolean
find_swallowed (LecternCheck *check, const GArray *parts, LecternSpan *span, gboolean *turns)
{
  const LecternPart *last = &g_array_index (parts, LecternPart, parts->len - 1);
  LecternSpan other;

  *turns = find_sentence (check, last, turning, span);
  if (!*turns && (!is_far_longer (parts, last) || !find_sentence (check, last, leaving, span)))
    return FALSE;
  /* Where others go on so too, it belongs to the points. */
  for (guint i = 0; i + 1 < parts->len; i++)
    if (find_sentence (check, &g_array_index (parts, LecternPart, i), *turns ? turning : leaving,
                       &other))
      return FALSE;
  return TRUE;
}

/* A paragraph of its own, parted as the point is from what stands before it. */
static void
break_paragraph (LecternCheck *check, LecternFinding *finding, const LecternPart *last, gsize at)
{
  g_autofree char *parting = NULL;
  LecternSpan marker;
  gsize from, before;

  lectern_node_get_span (last->marker, &marker);
  from = _lectern_check_drop_blanks (check, 0, marker.start);
  before = _lectern_check_drop_blanks (check, last->start, at);
  if (memchr (check->text + from, '\n', marker.start - from) == NULL)
    return;
  parting = g_strndup (check->text + from, marker.start - from);
  if (at - before == marker.start - from
      && memcmp (check->text + before, parting, at - before) == 0)
    return; /* it begins a line already, which does not end the point */
  _lectern_check_replace (check, finding, before, at, parting);
}

static void
check_point_swallows (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_SERIES);
  gsize left = SWALLOWS_MAX_PASSES * check->length;

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (GArray) parts = list_parts (check, list->pdata[i]);
      g_autofree char *quote = NULL, *other = NULL;
      const LecternPart *last = (const LecternPart *)parts->data + parts->len - 1;
      LecternFinding *finding;
      LecternSpan span;
      gboolean turns;

      if (!are_paragraphs (parts))
        continue; /* within a paragraph it is the paragraph that goes on */
      if (left < last->stop - last->start)
        return;
      left -= last->stop - last->start;
      if (!find_swallowed (check, parts, &span, &turns))
        continue;
      quote = quote_part (check, last);
      other = _lectern_check_quote (check, span.start, span.end, 16);
      finding = _lectern_check_find (check, 0, last->node, &span, quote, other, NULL);
      _lectern_check_relate (finding, last->marker);
      if (turns)
        break_paragraph (check, finding, last, span.start);
    }
}

static const LecternBilingual point_swallows_messages[] = {
  { "the last point {1} goes on with {2}, which speaks of the whole again",
    "最后一点“{1}”之后接着写了“{2}”，应当另起一段" },
  { NULL },
};

/* ---- lead-repeated ---- */

/* Words that may be repeated within a group: the points of a series, the sections of one parent. */
typedef struct
{
  gconstpointer group;
  guint hash;
  guint order;
  LecternNode *node;
  gsize start;
  gsize end;
} Title;

static gint
compare_titles (gconstpointer a, gconstpointer b)
{
  const Title *one = a, *other = b;

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  if (one->hash != other->hash)
    return one->hash < other->hash ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

static gboolean
is_same (LecternCheck *check, const Title *a, const Title *b)
{
  return a->group == b->group && a->hash == b->hash && a->end - a->start == b->end - b->start
         && memcmp (check->text + a->start, check->text + b->start, a->end - a->start) == 0;
}

/* A title of one character, or one with a mask in it, may come twice. */
static gboolean
make_title (LecternCheck *check, const LecternPart *part, Title *title)
{
  LecternNode *holder = part->lead;

  title->start = part->start;
  title->end = part->end;
  title->node = part->node;
  _lectern_check_trim (check, &title->start, &title->end);
  if (lectern_node_get_kind (part->node) == LECTERN_NODE_SECTION)
    holder = lectern_node_find_child (part->node, LECTERN_NODE_HEADING);
  return holder != NULL && lectern_node_find_child (holder, LECTERN_NODE_PLACEHOLDER) == NULL
         && title->end - title->start > 4;
}

static void
add_titles (LecternCheck *check, LecternNodeKind kind, GArray *titles)
{
  const GPtrArray *list = _lectern_check_list (check, kind);

  for (guint i = 0; i < list->len; i++)
    {
      LecternNode *parent = lectern_node_get_parent (list->pdata[i]);
      Title title = { .group = parent, .order = i };
      LecternPart part;

      if (kind == LECTERN_NODE_POINT
          && lectern_node_get_property (parent, LECTERN_PROPERTY_KEY) != NULL)
        continue;
      if (!_lectern_part_read (check, list->pdata[i], &part) || !make_title (check, &part, &title))
        continue;
      title.hash = _lectern_hash_bytes (check->text + title.start, title.end - title.start, 0);
      g_array_append_val (titles, title);
    }
}

static void
find_repeat (LecternCheck *check, guint message, const Title *title, LecternNode *first)
{
  g_autofree char *quote = _lectern_check_quote (check, title->start, title->end, 24);
  LecternSpan span = { title->start, title->end };

  _lectern_check_relate (_lectern_check_find (check, message, title->node, &span, quote, NULL),
                         first);
}

/* Leads of one series, and headings of one section. */
static void
check_siblings (LecternCheck *check)
{
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (Title));
  const Title *first;

  add_titles (check, LECTERN_NODE_POINT, titles);
  add_titles (check, LECTERN_NODE_SECTION, titles);
  g_array_sort (titles, compare_titles);
  first = (const Title *)titles->data;
  for (guint i = 1; i < titles->len; i++)
    {
      const Title *title = &g_array_index (titles, Title, i);

      if (is_same (check, first, title))
        find_repeat (check, lectern_node_get_kind (title->node) == LECTERN_NODE_SECTION, title,
                     first->node);
      else
        first = title;
    }
}

/* The words that follow a heading: the first sentence below it, the lead of its first point, its
 * first lower heading. */
static gboolean
find_next_words (LecternCheck *check, LecternNode *heading, Title *title)
{
  LecternNode *next = lectern_node_get_next (heading), *child;
  LecternPart part;
  LecternSpan span;

  while (next != NULL && (child = lectern_node_get_first_child (next)) != NULL
         && lectern_node_get_kind (next) != LECTERN_NODE_SECTION
         && (lectern_node_get_kind (child) == LECTERN_NODE_SERIES
             || lectern_node_get_kind (child) == LECTERN_NODE_POINT))
    {
      LecternSpan inner;

      lectern_node_get_span (next, &span);
      lectern_node_get_span (child, &inner);
      if (inner.start > span.start)
        break;
      next = child;
    }
  if (next == NULL)
    return FALSE;
  title->node = next;
  switch (lectern_node_get_kind (next))
    {
    case LECTERN_NODE_POINT:
    case LECTERN_NODE_SECTION:
      return _lectern_part_read (check, next, &part) && make_title (check, &part, title);
    case LECTERN_NODE_PARAGRAPH:
      lectern_node_get_span (next, &span);
      title->start = span.start;
      title->end = _lectern_check_sentence_end (check, span.start, span.end, FALSE);
      _lectern_check_trim (check, &title->start, &title->end);
      return title->start < title->end;
    default:
      return FALSE;
    }
}

/* A heading and what stands below it. */
static void
check_heading_repeated (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_SECTION);

  for (guint i = 0; i < list->len; i++)
    {
      LecternPart part;
      Title heading = { NULL }, next = { NULL };

      if (!_lectern_part_read (check, list->pdata[i], &part) || !make_title (check, &part, &heading)
          || !find_next_words (
              check, lectern_node_find_child (list->pdata[i], LECTERN_NODE_HEADING), &next)
          || !is_same (check, &heading, &next))
        continue;
      find_repeat (check, 2, &next, list->pdata[i]);
    }
}

static void
check_lead_repeated (LecternCheck *check)
{
  check_siblings (check);
  check_heading_repeated (check);
}

static const LecternBilingual lead_repeated_messages[] = {
  { "two points of one series begin with the same sentence: {1}", "同组两点的首句完全相同：“{1}”" },
  { "two headings of one level are the same: {1}", "两个同级标题完全相同：“{1}”" },
  { "the heading is repeated word for word below it: {1}", "标题下面一句与标题完全重复：“{1}”" },
  { NULL },
};

const LecternRuleInfo _lectern_rules_points[] = {
  {
      .code = "point-parallel",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .flags = LECTERN_RULE_CHINESE,
      .summary = { "one point is not built like its siblings", "同组各点中有一点写法不一致" },
      .explanation
      = { "The points of one series are built alike, so that listeners hear them as one row. "
          "Found is the one point that has no 要 (必须, 应当 …) where its siblings begin with one, "
          "and the one that goes straight into a long sentence where its siblings have a short "
          "first sentence as a title. There must be at least three points, and two thirds of them "
          "alike. How to mend it is the writer's choice.",
          "同一组各点句式应当一致，听众才能听出这是并列的几点。这里指出的是：其他各点都以“要”（必须"
          "、"
          "应当等）开头，只有一点没有；或者其他各点都先用一句短话点题，只有一点直接写长句。至少有三"
          "点、"
          "三分之二以上写法一致时才提示。怎样改由作者决定。" },
      .bad = "在秋收工作会上的讲话\n同志们：\n"
             "做好秋收，一是要备足机具；二是要盯住天气；三是落实晾晒场地。\n",
      .good = "在秋收工作会上的讲话\n同志们：\n"
              "做好秋收，一是要备足机具；二是要盯住天气；三是要落实晾晒场地。\n",
      .messages = point_parallel_messages,
      .check = check_point_parallel,
  },
  {
      .code = "point-swallows",
      .severity = LECTERN_SEVERITY_NOTE,
      .clause = LECTERN_CLAUSE_HEURISTIC,
      .flags = LECTERN_RULE_CHINESE | LECTERN_RULE_FIXABLE,
      .summary
      = { "the last point holds what speaks of the whole again", "最后一点里混入了总结全文的话" },
      .explanation
      = { "After the last point of a series the speech turns to all listeners and to all points "
          "again: 同志们, 总之, 以上, 让我们. Where that stands in the paragraph of the last "
          "point, it "
          "reads as if it belonged to this point alone. It wants a paragraph of its own. Words "
          "that "
          "may as well go on within a point (同时, 此外, 希望) count only where the last point is "
          "far "
          "longer than its siblings; where an earlier point goes on so too, nothing is found. "
          "Points "
          "within one paragraph are not looked at.",
          "一组要点说完以后，讲话要转回全体听众和全文：同志们、总之、以上、让我们等。这些话如果接在"
          "最后一"
          "点的段落里，就成了只对这一点说的，应当另起一段。只有最后一点比其他各点长得多时才提示"
          "。" },
      .bad
      = "在秋收工作会上的讲话\n同志们：\n今天强调两点。\n一要备足机具。农机站逐台检修。\n"
        "二要盯住天气。气象站每天早晚各发一次预报。同志们，今年的收成来之不易，群众都在看着我们，"
        "各村务必把力量用到田里去，确保颗粒归仓。\n",
      .good
      = "在秋收工作会上的讲话\n同志们：\n今天强调两点。\n一要备足机具。农机站逐台检修。\n"
        "二要盯住天气。气象站每天早晚各发一次预报。\n"
        "同志们，今年的收成来之不易，群众都在看着我们，各村务必把力量用到田里去，确保颗粒归仓。\n",
      .messages = point_swallows_messages,
      .check = check_point_swallows,
  },
  {
      .code = "lead-repeated",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "the same title stands twice", "标题或首句重复" },
      .explanation
      = { "A heading and the sentence below it, two headings of one level, or two points of one "
          "series say the same word for word. Mostly one of them was copied and not yet "
          "changed. Titles with a placeholder in them, and points that are meant to begin alike "
          "(parallel points without numbers), are not looked at.",
          "标题与下面一句、两个同级标题、同组两点的首句一字不差，多半是复制以后忘了改。含占位符的，"
          "以及有"
          "意用同样字句开头的排比，不在此列。" },
      .bad = "在秋收工作会上的讲话\n同志们：\n一、备足机具\n备足机具。农机站逐台检修。\n二、盯住天"
             "气\n早晚各看一次。\n",
      .good = "在秋收工作会上的讲话\n同志们：\n一、备足机具\n农机站逐台检修。\n二、盯住天气\n早晚各"
              "看一次。\n",
      .messages = lead_repeated_messages,
      .check = check_lead_repeated,
  },
  { NULL },
};
