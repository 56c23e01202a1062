/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-sequences-private.h"

#include "language/lectern-announcing-private.h"
#include "language/lectern-char-class-private.h"
#include "language/lectern-numerals-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* What is announced against what comes. */

/* The sequence of each series, and what goes on with it. */
typedef struct
{
  const LecternSequences *s;
  GHashTable *by_owner; /* series → number of its sequence and 1 */
  guint *next;          /* the sequence that goes on with it, a later one, and 1 */
  guint *n_points;      /* of each sequence, with those that lack their mark or go on with it */
  guint8 *faulty;       /* sequences in whose numbers, or in those that follow, is a fault */
} Delivery;

/* A sequence that was broken off by a wrong number goes on in a later one. */
static void
add_up (Delivery *d)
{
  for (guint i = d->s->sequences->len; i-- > 0;)
    {
      d->n_points[i] += _lectern_sequence_get (d->s, i)->n_members;
      if (d->next[i] == 0)
        continue;
      d->n_points[i] += d->n_points[d->next[i] - 1];
      d->faulty[i] |= d->faulty[d->next[i] - 1];
    }
}

static void
delivery_init (Delivery *d, LecternCheck *check)
{
  const GArray *rows = _lectern_check_rows (check);
  const LecternSequences *s = check->sequences;

  d->s = s;
  d->by_owner = g_hash_table_new (NULL, NULL);
  d->next = g_new0 (guint, s->sequences->len + 1);
  d->n_points = g_new0 (guint, s->sequences->len + 1);
  d->faulty = g_new0 (guint8, s->sequences->len + 1);
  for (guint i = 0; i < s->sequences->len; i++)
    {
      const LecternSequence *q = _lectern_sequence_get (s, i);

      g_hash_table_insert (d->by_owner, q->owner, GUINT_TO_POINTER (i + 1));
      if (!q->sections && q->earlier >= 0
          && _lectern_member_get (s, q->first)->number
                 == _lectern_sequence_get (s, q->earlier)->last + 1)
        d->next[q->earlier] = i + 1;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRow *r = &g_array_index (rows, LecternRow, i);
      guint before;

      if (r->fault == LECTERN_ROW_BARE)
        {
          d->n_points[r->sequence]++;
          continue;
        }
      d->faulty[r->sequence] = TRUE;
      if (r->previous < 0 || r->fault == LECTERN_ROW_RESTART)
        continue;
      before = _lectern_member_get (s, r->previous)->sequence;
      d->faulty[before] = TRUE;
      if (before < r->sequence)
        d->next[before] = r->sequence + 1;
    }
  add_up (d);
}

static void
delivery_clear (Delivery *d)
{
  g_hash_table_unref (d->by_owner);
  g_free (d->next);
  g_free (d->n_points);
  g_free (d->faulty);
}

/* What comes of an announcement: how many sections or points, and whether there is a doubt about
 * them. */
typedef struct
{
  guint n;
  gboolean sections;
  gboolean doubtful;
} Delivered;

static void
count_targets (const Delivery *d, GPtrArray *targets, Delivered *delivered)
{
  const LecternNode *parent = lectern_node_get_parent (targets->pdata[0]);
  guint sequence;

  *delivered = (Delivered){ 0, TRUE, FALSE };
  for (guint i = 0; i < targets->len; i++)
    {
      LecternNode *node = targets->pdata[i];

      if (lectern_node_get_kind (node) != LECTERN_NODE_SERIES)
        {
          delivered->n++;
          delivered->doubtful |= lectern_node_get_parent (node) != parent
                                 || lectern_node_get_number (node) != i + 1;
          continue;
        }
      delivered->sections = FALSE;
      sequence = GPOINTER_TO_UINT (g_hash_table_lookup (d->by_owner, node));
      if (sequence > 0)
        {
          delivered->n += d->n_points[sequence - 1];
          delivered->doubtful |= d->faulty[sequence - 1];
        }
      delivered->doubtful |= lectern_node_get_property (node, LECTERN_PROPERTY_NUMBERING) == NULL;
    }
}

/* The number of an announcement; 0 where it says none. */
static guint
get_count (LecternNode *announcement)
{
  const char *count = lectern_node_get_property (announcement, LECTERN_PROPERTY_COUNT);

  return count != NULL ? (guint)MIN (g_ascii_strtoull (count, NULL, 10), G_MAXINT) : 0;
}

/* The number in the numerals that stand there, or in those of the house. */
static char *
format_count (LecternCheck *check, LecternNumeralStyle style, guint count)
{
  const char *house = lectern_profile_get_numerals (check->profile);
  gboolean bracketed;
  gboolean chinese
      = _lectern_numeral_style_fold (style, &bracketed) == LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL;

  if (house != NULL && chinese != g_str_equal (house, "chinese"))
    {
      chinese = !chinese;
      style = chinese ? LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL : LECTERN_NUMERAL_DECIMAL;
    }
  return _lectern_announcing_format (style, count, lectern_document_get_language (check->document));
}

/* At the end of a text. */
#define MAX_BLANKS 1000

/* Whether the text breaks off: what was announced may have stood behind its end. */
static gboolean
breaks_off (const LecternCheck *check)
{
  static const char *const stops[] = { "。", "！", "？", "”", "）", "」", ".", "!", "?" };
  const char *end = check->text + check->length;
  guint n, blanks = 0;

  while (end > check->text && blanks++ < MAX_BLANKS
         && ((n = _lectern_blank_behind (check->text, end)) > 0
             || (n = g_ascii_isspace (end[-1])) > 0))
    end -= n;
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if ((gsize)(end - check->text) >= strlen (stops[i])
        && memcmp (end - strlen (stops[i]), stops[i], strlen (stops[i])) == 0)
      return FALSE;
  return TRUE;
}

/* Says the number that comes. A slogan keeps its name, one point is none of several, and where
 * numbers are wrong or the text breaks off, something may be lost. */
static void
correct_count (LecternCheck *check, LecternFinding *finding, const LecternSpan *span,
               const Delivered *delivered)
{
  LecternNumeralStyle style = LECTERN_NUMERAL_NONE;
  g_autofree char *number = NULL;
  guint was;
  gsize n;

  if (delivered->doubtful || delivered->n < 2 || breaks_off (check)
      || _lectern_announcing_is_quoted (check->text, span->start)
      || (delivered->sections && _lectern_check_list (check, LECTERN_NODE_OUTLINE)->len > 0))
    return;
  n = _lectern_numeral_parse (check->text + span->start, span->end - span->start, &was, &style);
  if (n == 0)
    return;
  number = format_count (check, style, delivered->n);
  if (number != NULL)
    _lectern_check_replace (check, finding, span->start, span->start + n, number);
}

/* The bytes of a member that are looked at. */
#define MEMBER_MAX_BYTES 1200

/* The bytes behind an announcement that are looked at for the last of what it announces. */
#define MAX_NAMING_BYTES 6000

/* Whether the last point names the others without a marker: 还有两类, 另一类. */
static gboolean
tells_the_rest (LecternCheck *check, const Delivery *d, GPtrArray *targets)
{
  LecternNode *series = targets->pdata[targets->len - 1];
  guint sequence = GPOINTER_TO_UINT (g_hash_table_lookup (d->by_owner, series));
  const LecternSequence *q;
  LecternSpan span;
  const char *p, *end;

  if (lectern_node_get_kind (series) != LECTERN_NODE_SERIES || sequence == 0)
    return FALSE;
  q = _lectern_sequence_get (d->s, sequence - 1);
  lectern_node_get_span (_lectern_member_get (d->s, q->first + q->n_members - 1)->node, &span);
  p = check->text + span.start;
  end = p + MIN (span.end - span.start, MEMBER_MAX_BYTES);
  for (; p < end; p = g_utf8_next_char (p))
    if (_lectern_alternative_at ("还有|還有|另有|再有|再就是|再一|另一|最后一|最後一", p, end) > 0)
      return TRUE;
  return FALSE;
}

/* Whether the text says 第三类 or 第三点 of three announced: they are all there, though not all in
 * a form that was read as a series. What is announced as sections may have points of any number
 * within; there the same word must come again. */
static gboolean
names_the_last (LecternCheck *check, const LecternSpan *span, const Delivered *delivered,
                guint count, gsize to)
{
  guint value;
  const char *p = check->text + span->start, *end = check->text + span->end;
  gsize n = _lectern_numeral_parse_full (p, end - p, LECTERN_NUMERAL_FLAG_ORDINAL, &value, NULL);
  g_autofree char *unit = NULL;

  p += n + MAX (_lectern_alternative_at ("个|個", p + n, end), 0);
  unit = g_strndup (p, end - p);
  p = end;
  end = check->text + MIN (to, span->end + MAX_NAMING_BYTES);
  if (p >= end)
    return FALSE;
  if ((gsize)(end - p) > check->sequences->search_left)
    return TRUE; /* all searches together are linear */
  check->sequences->search_left -= end - p;
  while (p < end && (p = memchr (p, "第"[0], end - p)) != NULL)
    {
      if (_lectern_alternative_at ("第", p, end) <= 0)
        {
          p++;
          continue;
        }
      p += strlen ("第");
      n = _lectern_numeral_parse_full (p, end - p, LECTERN_NUMERAL_FLAG_ORDINAL, &value, NULL);
      if (n == 0 || value != count)
        continue;
      p += n;
      if (*unit != '\0' ? g_str_has_prefix (p, unit)
                        : !delivered->sections
                              && _lectern_alternative_at ("点|點|个|個|条|條|项|項", p, end) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the series has lost its first marker, not a member: 一个是…；二是…；三是…. */
static gboolean
begins_with_second (const Delivery *d, GPtrArray *targets, guint count)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (d->by_owner, targets->pdata[0]));
  const LecternSequence *q;

  if (i == 0 || targets->len > 1)
    return FALSE;
  q = _lectern_sequence_get (d->s, i - 1);
  return !q->sections && _lectern_member_get (d->s, q->first)->number == 2
         && _lectern_member_get (d->s, q->first + q->n_members - 1)->number == count;
}

static void
compare_count (LecternCheck *check, const Delivery *d, LecternNode *node)
{
  g_autoptr (GPtrArray) targets = lectern_node_list_targets (node);
  guint count = get_count (node);
  LecternFinding *finding;
  Delivered delivered;
  LecternSpan span, last;
  g_autofree char *quote = NULL;
  g_autofree char *number = NULL;

  if (count == 0 || targets->len == 0)
    return;
  count_targets (d, targets, &delivered);
  if (delivered.n == count || (delivered.n < count && tells_the_rest (check, d, targets)))
    return;
  lectern_node_get_span (node, &span);
  /* 至少两种以上: a number to reach, not the number of what comes. */
  if (_lectern_alternative_at ("以上|以下|以内|以內", check->text + span.end,
                               check->text + check->length)
      > 0)
    return;
  lectern_node_get_span (targets->pdata[targets->len - 1], &last);
  if (names_the_last (check, &span, &delivered, count,
                      delivered.sections ? last.end : check->length)
      || begins_with_second (d, targets, count))
    return;
  quote = _lectern_check_quote (check, span.start, span.end, 20);
  number = g_strdup_printf ("%u", delivered.n);
  finding = _lectern_check_find (check,
                                 (delivered.sections ? 0 : 3)
                                     + (delivered.n == 1      ? 0
                                        : delivered.n < count ? 1
                                                              : 2),
                                 node, &span, quote, number, NULL);
  for (guint i = 0; i < targets->len; i++)
    _lectern_check_relate (finding, targets->pdata[i]);
  correct_count (check, finding, &span, &delivered);
}

static void
check_announced_count (LecternCheck *check)
{
  const GPtrArray *announcements = _lectern_check_list (check, LECTERN_NODE_ANNOUNCEMENT);
  Delivery d;

  if (announcements->len == 0)
    return;
  delivery_init (&d, check);
  for (guint i = 0; i < announcements->len; i++)
    compare_count (check, &d, announcements->pdata[i]);
  delivery_clear (&d);
}

static gboolean
has_keyword (LecternCheck *check, LecternNode *node, const char *keyword)
{
  LecternNode *heading = lectern_node_find_child (node, LECTERN_NODE_HEADING);
  gsize n = strlen (keyword);
  LecternSpan span;
  const char *p, *end;

  lectern_node_get_span (heading != NULL ? heading : node, &span);
  p = check->text + span.start;
  end = p + MIN (span.end - span.start, MEMBER_MAX_BYTES);
  while ((p = memchr (p, *keyword, end - p)) != NULL && (gsize)(end - p) >= n)
    if (memcmp (p++, keyword, n) == 0)
      return TRUE;
  return FALSE;
}

/* The members of what is announced, in one list. */
static GPtrArray *
list_members (GPtrArray *targets)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < targets->len; i++)
    {
      LecternNode *node = targets->pdata[i];

      if (lectern_node_get_kind (node) == LECTERN_NODE_SECTION)
        g_ptr_array_add (members, node);
      else
        for (node = lectern_node_get_first_child (node); node != NULL;
             node = lectern_node_get_next (node))
          if (lectern_node_get_kind (node) == LECTERN_NODE_POINT)
            g_ptr_array_add (members, node);
    }
  return members;
}

/* The first line of a member, or what of it fits into one look. */
static void
get_head (LecternCheck *check, LecternNode *node, LecternSpan *span)
{
  LecternNode *inner = lectern_node_get_first_child (node);
  LecternNode *lead;

  if (inner != NULL
      && (lectern_node_get_kind (inner) == LECTERN_NODE_PARAGRAPH
          || lectern_node_get_kind (inner) == LECTERN_NODE_HEADING))
    node = inner;
  lectern_node_get_span (node, span);
  lead = lectern_node_find_child (node, LECTERN_NODE_LEAD);
  if (lead != NULL)
    {
      LecternSpan end;

      lectern_node_get_span (lead, &end);
      span->end = end.end;
    }
  while (span->end > span->start && g_ascii_isspace (check->text[span->end - 1]))
    span->end--;
}

static void
check_keyword (LecternCheck *check, LecternNode *node, GPtrArray *targets, const char *keyword)
{
  g_autoptr (GPtrArray) members = list_members (targets);
  g_autofree gboolean *has = g_new0 (gboolean, members->len + 1);
  guint with = 0;

  for (guint i = 0; i < members->len; i++)
    with += has[i] = has_keyword (check, members->pdata[i], keyword);
  /* Where few have it, it is no key word of theirs. */
  if (with < 2 || with * 2 <= members->len)
    return;
  for (guint i = 0; i < members->len; i++)
    {
      g_autofree char *quote = NULL;
      LecternFinding *finding;
      LecternSpan span;

      if (has[i])
        continue;
      get_head (check, members->pdata[i], &span);
      quote = _lectern_check_quote (check, span.start, span.end, 20);
      finding = _lectern_check_find (check, 0, members->pdata[i], &span, quote, keyword, NULL);
      _lectern_check_relate (finding, node);
    }
}

static void
check_announced_keyword (LecternCheck *check)
{
  const GPtrArray *announcements = _lectern_check_list (check, LECTERN_NODE_ANNOUNCEMENT);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < announcements->len; i++)
    {
      LecternNode *node = announcements->pdata[i];
      const char *keyword = lectern_node_get_property (node, LECTERN_PROPERTY_KEYWORD);
      g_autoptr (GPtrArray) targets = NULL;

      if (keyword == NULL || *keyword == '\0')
        continue;
      targets = lectern_node_list_targets (node);
      /* What is announced twice is looked at once. */
      if (targets->len > 0 && g_hash_table_add (seen, targets->pdata[0]))
        check_keyword (check, node, targets, keyword);
    }
}

#define MAX_NAMES_OFF 3

/* Places and offices stand before a number of people as well, which does not count them. */
static gboolean
are_people (const char *p, const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    if (_lectern_alternative_at (
            "县、|市、|区、|乡、|镇、|村、|局、|委、|办、|部、|院、|校、|厅、|省、|队、|"
            "组、|站、|所、|社、|班、|公司、|等",
            p, end)
        > 0)
      return FALSE;
  return TRUE;
}

static void
check_name_count (LecternCheck *check)
{
  const GPtrArray *announcements = _lectern_check_list (check, LECTERN_NODE_ANNOUNCEMENT);

  for (guint i = 0; i < announcements->len; i++)
    {
      LecternNode *node = announcements->pdata[i];
      guint count = get_count (node), names;
      const char *number = NULL;
      LecternSpan span;
      g_autoptr (GPtrArray) targets = NULL;
      g_autofree char *quote = NULL;
      g_autofree char *digits = NULL;

      if (count == 0)
        continue;
      targets = lectern_node_list_targets (node);
      if (targets->len > 0)
        continue;
      lectern_node_get_span (node, &span);
      names = _lectern_announcing_count_names (check->text + span.start, check->text + span.end,
                                               &number);
      /* A number that is far off counts something else. */
      if (names == 0 || names == count || ABS ((gint)names - (gint)count) > MAX_NAMES_OFF
          || !are_people (check->text + span.start, number))
        continue;
      quote = _lectern_check_quote (check, number - check->text, span.end, 20);
      digits = g_strdup_printf ("%u", names);
      _lectern_check_find (check, names > count, node, &span, quote, digits, NULL);
    }
}

static const LecternBilingual announced_count_messages[] = {
  { "announced “{1}”, {2} section follows", "预告“{1}”，后面只有{2}个部分" },
  { "announced “{1}”, {2} sections follow", "预告“{1}”，后面只有{2}个部分" },
  { "announced “{1}”, {2} sections follow", "预告“{1}”，后面有{2}个部分" },
  { "announced “{1}”, {2} point follows", "预告“{1}”，后面只有{2}点" },
  { "announced “{1}”, {2} points follow", "预告“{1}”，后面只有{2}点" },
  { "announced “{1}”, {2} points follow", "预告“{1}”，后面有{2}点" },
  { NULL },
};

static const LecternBilingual announced_keyword_messages[] = {
  { "“{1}” lacks “{2}”, which was announced", "“{1}”中没有预告的“{2}”" },
  { NULL },
};

static const LecternBilingual name_count_messages[] = {
  { "{2} names stand before “{1}”", "“{1}”前面只列了{2}个名字" },
  { "{2} names stand before “{1}”", "“{1}”前面列了{2}个名字" },
  { NULL },
};

const LecternRuleInfo _lectern_rules_counts[] = {
  {
      .code = "announced-count",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .flags = LECTERN_RULE_FIXABLE,
      .summary = { "more or fewer points follow than were announced", "预告的数目与后文不符" },
      .explanation
      = { "A speaker who announces three points and makes two, or four, is heard to do so. The "
          "number is put right, in the numerals that stand there or that the house profile wants, "
          "where the points are numbered without a fault; where a number is missing, a point may "
          "be lost, and nothing is changed.",
          "先说讲几点，后面多了或少了，听众当场就能听出来。后面各点序号无误的，可以直接改正预告的数"
          "目，"
          "数字写法照原文或照配置文件；序号有缺漏的，可能是丢了内容，不作改动。" },
      .bad = "下面，我讲三点意见。\n一、提高认识\n思想要统一。\n二、抓好落实\n任务要分解。\n",
      .good = "下面，我讲两点意见。\n一、提高认识\n思想要统一。\n二、抓好落实\n任务要分解。\n",
      .messages = announced_count_messages,
      .check = check_announced_count,
  },
  {
      .code = "announced-keyword",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "a point lacks the word that was announced for all", "要点中缺少预告的关键词" },
      .explanation
      = { "Several points are announced by a word that each of them holds (三个“紧盯”), and one of "
          "them does not hold it: the word was left out, or the point is not one of them.",
          "预告几个“紧盯”，每一点都应当有“紧盯”二字。个别要点没有，可能漏写，也可能不属于这一组"
          "。" },
      .bad = "要做到三个“紧盯”：一要紧盯险段；二要看住闸口；三要紧盯物料。\n",
      .good = "要做到三个“紧盯”：一要紧盯险段；二要紧盯闸口；三要紧盯物料。\n",
      .messages = announced_keyword_messages,
      .check = check_announced_keyword,
  },
  {
      .code = "name-count",
      .severity = LECTERN_SEVERITY_WARNING,
      .clause = LECTERN_CLAUSE_PRACTICE,
      .summary = { "more or fewer names than their number says", "列出的人名与人数不符" },
      .explanation
      = { "Some names stand before their number (张某、李某、王某三位同志), and they are not as "
          "many: "
          "a name was left out or put in, and the number was not changed. Which of them is wrong "
          "only the writer knows.",
          "先列人名、再说人数的，两者应当相符（“张某、李某、王某三位同志”）。增减名单后容易忘了改人"
          "数；"
          "究竟哪个写错，需要核对。" },
      .bad = "刚才，周某、吴某、郑某4名同志作了发言。\n",
      .good = "刚才，周某、吴某、郑某3名同志作了发言。\n",
      .messages = name_count_messages,
      .check = check_name_count,
  },
  { NULL },
};
