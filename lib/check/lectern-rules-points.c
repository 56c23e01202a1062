/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-points-private.h"

#include "base/lectern-strings-private.h"

#include <stdlib.h>
#include <string.h>

/* What the points of one series have in common, and titles that stand twice. */

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
add_title (LecternCheck *check, const LecternPart *part, guint order, GArray *titles)
{
  Title title = { .group = lectern_node_get_parent (part->node), .order = order };

  if (!make_title (check, part, &title))
    return;
  title.hash = _lectern_hash_bytes (check->text + title.start, title.end - title.start, 0);
  g_array_append_val (titles, title);
}

static void
find_repeat (LecternCheck *check, guint message, const Title *title, LecternNode *first)
{
  g_autofree char *quote = _lectern_check_quote (check, title->start, title->end, 24);
  LecternSpan span = { title->start, title->end };

  _lectern_check_relate (_lectern_check_find (check, message, title->node, &span, quote, NULL),
                         first);
}

/* The titles of a group, or of several. */
static void
find_repeats (LecternCheck *check, guint message, GArray *titles)
{
  const Title *first = (const Title *)titles->data;

  if (titles->len < 2)
    return;
  qsort (titles->data, titles->len, sizeof (Title), compare_titles);
  for (guint i = 1; i < titles->len; i++)
    {
      const Title *title = &g_array_index (titles, Title, i);

      if (is_same (check, first, title))
        find_repeat (check, message, title, first->node);
      else
        first = title;
    }
}

/* Leads of one series. */
static void
check_points (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_SERIES);
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (Title));

  for (guint i = 0; i < list->len; i++)
    {
      guint n;
      const LecternPart *parts = _lectern_check_list_parts (check, i, &n);

      if (lectern_node_get_property (list->pdata[i], LECTERN_PROPERTY_KEY) != NULL)
        continue; /* they are meant to begin alike */
      g_array_set_size (titles, 0);
      for (guint k = 0; k < n; k++)
        add_title (check, &parts[k], k, titles);
      find_repeats (check, 0, titles);
    }
}

/* Headings below one parent. */
static void
check_headings (LecternCheck *check)
{
  const GPtrArray *list = _lectern_check_list (check, LECTERN_NODE_SECTION);
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (Title));

  for (guint i = 0; i < list->len; i++)
    {
      LecternPart part;

      if (_lectern_part_read (check, list->pdata[i], &part))
        add_title (check, &part, i, titles);
    }
  find_repeats (check, 1, titles);
}

/* The words that follow a heading: the first sentence below it, the lead of its first point, its
 * first lower heading. */
static gboolean
find_next_words (LecternCheck *check, LecternNode *heading, Title *title)
{
  LecternNode *next = _lectern_check_next (heading), *child;
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
  check_points (check);
  check_headings (check);
  check_heading_repeated (check);
}

static const LecternBilingual point_parallel_messages[] = {
  { "the point “{1}” has no “{2}”, which its siblings begin with",
    "“{1}”缺少“{2}”，与同组其他各点不一致" },
  { "the point “{1}” has no short first sentence as its siblings have",
    "“{1}”没有像同组其他各点那样先用一句短话点题" },
  { NULL },
};

static const LecternBilingual point_swallows_messages[] = {
  { "the last point “{1}” goes on with “{2}”, which speaks of the whole again",
    "最后一点“{1}”之后接着写了“{2}”，应当另起一段" },
  { NULL },
};

static const LecternBilingual lead_repeated_messages[] = {
  { "two points of one series begin with the same sentence: “{1}”",
    "同组两点的首句完全相同：“{1}”" },
  { "two headings of one level are the same: “{1}”", "两个同级标题完全相同：“{1}”" },
  { "the heading is repeated word for word below it: “{1}”", "标题下面一句与标题完全重复：“{1}”" },
  { NULL },
};

const LecternRuleInfo _lectern_rules_points[] = {
  {
      .code = "point-parallel",
      .severity = LECTERN_SEVERITY_OFF,
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
      .check = _lectern_points_check_parallel,
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
      .check = _lectern_points_check_swallows,
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
