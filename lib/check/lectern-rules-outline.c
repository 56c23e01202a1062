/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-outline-private.h"

#include "language/lectern-punctuation-private.h"

#include <string.h>

/* The outline of a speech against its body. How they are laid beside each other stands in
 * lectern-outline.c. */

#define QUOTE_CHARS 24

static const LecternOutline *
get_outline (LecternCheck *check)
{
  if (!check->outline_read)
    {
      check->outline = _lectern_outline_new (check);
      check->outline_read = TRUE;
    }
  return check->outline;
}

static const LecternOutlineItem *
get_entry (const LecternOutline *o, gint i)
{
  return &g_array_index (o->entries, LecternOutlineItem, i);
}

static const LecternOutlineItem *
get_item (const LecternOutline *o, gint i)
{
  return &g_array_index (o->items, LecternOutlineItem, i);
}

/* From the marker to the last word. */
static void
get_item_span (const LecternOutlineItem *item, LecternSpan *span)
{
  span->start = item->part.start;
  if (item->part.marker != NULL)
    lectern_node_get_span (item->part.marker, span);
  span->end = item->part.end;
}

static char *
quote_item (LecternCheck *check, const LecternOutlineItem *item)
{
  LecternSpan span;

  get_item_span (item, &span);
  return _lectern_check_quote (check, span.start, span.end, QUOTE_CHARS);
}

/* ---- outline-missing ---- */

static void
check_outline_missing (LecternCheck *check)
{
  const LecternOutline *o = get_outline (check);

  for (gint i = 0; o != NULL && i < (gint)o->entries->len; i++)
    {
      const LecternOutlineItem *entry = get_entry (o, i), *parent = NULL;
      g_autofree char *quote = NULL, *above = NULL;
      LecternFinding *finding;
      LecternSpan span;

      if (entry->parent >= 0)
        parent = get_entry (o, entry->parent);
      /* What stands below a heading that is missing is missing with it. */
      if (entry->match >= 0 || (parent != NULL && parent->match < 0))
        continue;
      quote = quote_item (check, entry);
      get_item_span (entry, &span);
      if (parent == NULL)
        {
          _lectern_check_find (check, 0, entry->part.node, &span, quote, NULL);
          continue;
        }
      above = quote_item (check, parent);
      finding = _lectern_check_find (check, 1, entry->part.node, &span, quote, above, NULL);
      _lectern_check_relate (finding, get_item (o, parent->match)->part.node);
    }
}

static const LecternBilingual outline_missing_messages[] = {
  { "the outline lists “{1}”, the body does not have it", "提纲列有“{1}”，正文中没有" },
  { "the outline lists “{1}” under “{2}”, the body does not have it there",
    "提纲在“{2}”下列有“{1}”，正文这一部分中没有" },
  { NULL },
};

/* ---- outline-extra ---- */

static void
check_outline_extra (LecternCheck *check)
{
  const LecternOutline *o = get_outline (check);

  for (gint i = 0; o != NULL && i < (gint)o->items->len; i++)
    {
      const LecternOutlineItem *item = get_item (o, i);
      g_autofree char *quote = NULL;
      LecternFinding *finding;
      LecternSpan span;

      if (!item->extra)
        continue;
      quote = quote_item (check, item);
      get_item_span (item, &span);
      finding = _lectern_check_find (check,
                                     lectern_node_get_kind (item->part.node) == LECTERN_NODE_POINT,
                                     item->part.node, &span, quote, NULL);
      _lectern_check_relate (finding, item->parent >= 0 ? get_entry (o, item->parent)->part.node
                                                        : o->outline);
    }
}

static const LecternBilingual outline_extra_messages[] = {
  { "the outline lacks the heading “{1}”", "提纲中没有标题“{1}”" },
  { "the outline lists other points of this series, but not “{1}”",
    "提纲列出了这一组的其他各点，没有“{1}”" },
  { NULL },
};

/* ---- outline-text ---- */

typedef enum
{
  TEXT_SAME,
  TEXT_MARKS,     /* the words are the same, the marks between them are not */
  TEXT_SHORTENED, /* the entry breaks off where a clause of the other ends */
  TEXT_DIFFERENT
} TextDifference;

/* The next character that is no blank, at half width; 0 at the end. */
static gunichar
next_char (LecternCheck *check, gsize *at, gsize end)
{
  while (*at < end)
    {
      gunichar c = g_utf8_get_char (check->text + *at), half = _lectern_punctuation_get_half (c);

      *at += (gsize)g_utf8_skip[(guchar)check->text[*at]];
      if (!g_unichar_isspace (c))
        return half != 0 ? half : c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
    }
  return 0;
}

static gunichar
next_word_char (LecternCheck *check, gsize *at, gsize end)
{
  gunichar c;

  while ((c = next_char (check, at, end)) != 0 && g_unichar_ispunct (c))
    ;
  return c;
}

static gboolean
has_line_end (LecternCheck *check, gsize start, gsize end)
{
  return memchr (check->text + start, '\n', end - start) != NULL;
}

/* Where the words of the entry and of what it names part is written to `places`, one for each. */
static TextDifference
compare_texts (LecternCheck *check, const LecternPart *entry, const LecternPart *other,
               gsize places[2])
{
  gsize a = entry->start, b = other->start;
  gunichar one, two;

  do
    {
      one = next_char (check, &a, entry->end);
      two = next_char (check, &b, other->end);
    }
  while (one != 0 && one == two);
  if (one == 0 && two == 0)
    return TEXT_SAME;
  a = places[0] = entry->start;
  b = places[1] = other->start;
  while ((one = next_word_char (check, &a, entry->end))
             == (two = next_word_char (check, &b, other->end))
         && one != 0)
    {
      places[0] = a;
      places[1] = b;
    }
  if (one == 0 && two == 0)
    return TEXT_MARKS;
  /* The last entry goes on into the next line where it has no stop at its end. */
  if (two == 0 && has_line_end (check, places[0], a))
    return TEXT_SAME;
  b = places[1];
  return one == 0 && !g_unichar_isalnum (g_utf8_get_char (check->text + b)) ? TEXT_SHORTENED
                                                                            : TEXT_DIFFERENT;
}

/* An outline may well shorten: where most of its entries do, it is its way. */
static gboolean
shortens (LecternCheck *check, const LecternOutline *o)
{
  guint shortened = 0, matched = 0;
  gsize places[2];

  for (gint i = 0; i < (gint)o->entries->len; i++)
    {
      const LecternOutlineItem *entry = get_entry (o, i);

      if (entry->match < 0)
        continue;
      matched++;
      shortened += compare_texts (check, &entry->part, &get_item (o, entry->match)->part, places)
                   == TEXT_SHORTENED;
    }
  return shortened > 1 && shortened * 2 > matched;
}

/* The words from some characters before `place`, so that the difference shows. */
static char *
quote_from (LecternCheck *check, const LecternPart *part, gsize place)
{
  g_autofree char *quote = NULL;
  const char *start = check->text + part->start, *from = check->text + place;

  for (guint n = 0; n < QUOTE_CHARS / 2 && from > start; n++)
    from = g_utf8_prev_char (from);
  if (g_utf8_strlen (start, from - start) < QUOTE_CHARS / 2)
    from = start;
  quote = _lectern_check_quote (check, (gsize)(from - check->text), part->end, 2 * QUOTE_CHARS);
  return g_strconcat (from > start ? "…" : "", quote, NULL);
}

static void
find_text (LecternCheck *check, const LecternOutlineItem *entry, const LecternOutlineItem *item,
           TextDifference difference, const gsize places[2])
{
  gboolean marks = difference == TEXT_MARKS;
  g_autofree char *one = quote_from (check, &entry->part, marks ? entry->part.start : places[0]);
  g_autofree char *two = quote_from (check, &item->part, marks ? item->part.start : places[1]);
  LecternSpan span = { entry->part.start, entry->part.end };
  LecternFinding *finding;

  finding = _lectern_check_find (check, marks, entry->part.node, &span, one, two, NULL);
  _lectern_check_relate (finding, item->part.node);
  if (!marks)
    return;
  _lectern_check_soften (finding);
  /* Which words are meant only the writer knows; marks follow the body, if it is one line there. */
  if (!has_line_end (check, item->part.start, item->part.end))
    {
      g_autofree char *words
          = g_strndup (check->text + item->part.start, item->part.end - item->part.start);

      _lectern_check_replace (check, finding, span.start, span.end, words);
    }
}

static void
check_outline_text (LecternCheck *check)
{
  const LecternOutline *o = get_outline (check);
  gboolean may_shorten = o != NULL && shortens (check, o);

  for (gint i = 0; o != NULL && i < (gint)o->entries->len; i++)
    {
      const LecternOutlineItem *entry = get_entry (o, i), *item;
      TextDifference difference;
      gsize places[2];

      if (entry->match < 0)
        continue;
      item = get_item (o, entry->match);
      difference = compare_texts (check, &entry->part, &item->part, places);
      /* A point without a title is no wording for an outline. */
      if (difference == TEXT_SAME
          || (difference == TEXT_SHORTENED
              && (may_shorten
                  || (lectern_node_get_kind (item->part.node) == LECTERN_NODE_POINT
                      && item->part.lead == NULL))))
        continue;
      find_text (check, entry, item, difference, places);
    }
}

static const LecternBilingual outline_text_messages[] = {
  { "the outline says “{1}”, the body says “{2}”", "提纲写作“{1}”，正文写作“{2}”" },
  { "outline and body differ in punctuation: “{1}” and “{2}”",
    "提纲与正文标点不同：提纲为“{1}”，正文为“{2}”" },
  { NULL },
};

/* ---- outline-order ---- */

static void
check_outline_order (LecternCheck *check)
{
  const LecternOutline *o = get_outline (check);

  for (gint i = 0; o != NULL && i < (gint)o->entries->len; i++)
    {
      const LecternOutlineItem *entry = get_entry (o, i);
      g_autofree char *quote = NULL, *other = NULL;
      LecternFinding *finding;
      LecternSpan span;
      gint before = entry->match - 1;

      if (!entry->moved)
        continue;
      /* What was moved along with it stands before it in the outline too. */
      while (
          before >= 0 && get_item (o, before)->parent == entry->parent
          && (get_item (o, before)->match < 0 || get_entry (o, get_item (o, before)->match)->moved))
        before--;
      if (before >= 0 && get_item (o, before)->parent != entry->parent)
        before = -1;
      quote = quote_item (check, entry);
      get_item_span (entry, &span);
      if (before >= 0)
        other = quote_item (check, get_item (o, before));
      finding
          = _lectern_check_find (check, before < 0, entry->part.node, &span, quote, other, NULL);
      _lectern_check_relate (finding, get_item (o, entry->match)->part.node);
    }
}

static const LecternBilingual outline_order_messages[] = {
  { "the body has “{1}” after “{2}”, in another order than the outline",
    "“{1}”在正文中排在“{2}”之后，与提纲的次序不同" },
  { "the body has “{1}” first, in another order than the outline",
    "“{1}”在正文中排在最前，与提纲的次序不同" },
  { NULL },
};

#define HEAD "在秋收工作会上的讲话\n同志们：\n"

const LecternRuleInfo _lectern_rules_outline[] = {
  {
      .code = "outline-missing",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "the body lacks what the outline lists", "正文缺少提纲所列的内容" },
      .explanation
      = { "The outline before a speech lists its headings, and often the points below them. Found "
          "is what it lists and the body has not, by words or by number: a part was lost, lost its "
          "marker, or was dropped and the outline not told. What stands below a heading that is "
          "missing is not named by itself.",
          "讲话前面的提纲列出各部分的标题，往往还列出下面的要点。提纲列了、正文按文字和序号都找不到"
          "的，在此"
          "指出：或是正文漏了一段、丢了序号，或是删了正文而没有改提纲。标题缺了的，其下各点不再一一"
          "指出。" },
      .bad = "【提纲】一、备足机具。二、盯住天气。\n" HEAD "一、备足机具\n农机站逐台检修。\n",
      .good = "【提纲】一、备足机具。二、盯住天气。\n" HEAD
              "一、备足机具\n农机站逐台检修。\n二、盯住天气\n早晚各看一次。\n",
      .messages = outline_missing_messages,
      .check = check_outline_missing,
  },
  {
      .code = "outline-extra",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "the outline lacks a heading of the body", "提纲漏列正文的标题" },
      .explanation
      = { "Found is a heading that the outline before the speech does not list although it lists "
          "others of the same rank at this place, and a point of a series of which it lists other "
          "points. Ranks that the outline leaves out are not asked for.",
          "提纲列出了同一处的其他同级标题、唯独没有这一个，或者列出了同一组的其他要点、没有这一点，"
          "在此指出。"
          "提纲本来就不列的层次不在此列。" },
      .bad
      = "【提纲】一、备足机具。二、盯住天气。\n" HEAD
        "一、备足机具\n农机站逐台检修。\n二、盯住天气\n早晚各看一次。\n三、管好仓库\n专人值守。\n",
      .good
      = "【提纲】一、备足机具。二、盯住天气。三、管好仓库。\n" HEAD
        "一、备足机具\n农机站逐台检修。\n二、盯住天气\n早晚各看一次。\n三、管好仓库\n专人值守。\n",
      .messages = outline_extra_messages,
      .check = check_outline_extra,
  },
  {
      .code = "outline-text",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "outline and body word a heading differently", "提纲与正文的标题文字不同" },
      .explanation
      = { "An entry of the outline and the heading or point that it names do not say the same. "
          "Which of them is meant only the writer knows, so words are not mended; where only the "
          "marks between them differ, the entry gets those of the body. The mark at the end, "
          "blanks and the width of marks do not count, and an outline that mostly shortens its "
          "entries by whole clauses may do so.",
          "提纲的条目与所指的标题或要点文字不同。哪一边对，只有作者知道，所以不改文字；只是标点不同"
          "的，提纲可"
          "以照正文改。末尾的标点、空格和标点的全半角不计；提纲多数条目都只取前面分句的，不算不同"
          "。" },
      .bad = "【提纲】一、备足机具。二、盯紧天气。\n" HEAD
             "一、备足机具\n农机站逐台检修。\n二、盯住天气\n早晚各看一次。\n",
      .good = "【提纲】一、备足机具。二、盯住天气。\n" HEAD
              "一、备足机具\n农机站逐台检修。\n二、盯住天气\n早晚各看一次。\n",
      .messages = outline_text_messages,
      .check = check_outline_text,
  },
  {
      .code = "outline-order",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "outline and body are in another order", "提纲与正文的次序不同" },
      .explanation
      = { "An entry of the outline is there in the body, at the same rank, but before or after "
          "others than in the outline: parts were moved after the outline was written. Compared "
          "are words, not numbers.",
          "提纲的某一条在正文同一层次中有，但前后次序与提纲不同，多半是写好提纲以后调整了正文。按文"
          "字比较，不"
          "看序号。" },
      .bad = "【提纲】一、备足机具。二、盯住天气。\n" HEAD
             "一、盯住天气\n早晚各看一次。\n二、备足机具\n农机站逐台检修。\n",
      .good = "【提纲】一、备足机具。二、盯住天气。\n" HEAD
              "一、备足机具\n农机站逐台检修。\n二、盯住天气\n早晚各看一次。\n",
      .messages = outline_order_messages,
      .check = check_outline_order,
  },
  { NULL },
};
