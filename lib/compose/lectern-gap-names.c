/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-gaps-private.h"

#include "language/lectern-mask-tables-private.h"
#include "language/lectern-punctuation-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Names that say to a reader what is wanted: 轮次, 单位, 巡查组数. They are proposals, and unique
 * only once whoever collects them has counted those that are alike. */

/* A word that stands beside the mask, and the name that it gives. */
typedef struct
{
  const char *words;
  const char *name;
} WordName;

static const char *
find_after (const WordName *rows, guint n_rows, const char *p, const char *end)
{
  for (guint i = 0; i < n_rows; i++)
    if (_lectern_alternative_at (rows[i].words, p, end) > 0)
      return rows[i].name;
  return NULL;
}

static const char *
find_before (const WordName *rows, guint n_rows, const char *start, const char *p)
{
  for (guint i = 0; i < n_rows; i++)
    if (_lectern_alternative_before (rows[i].words, start, p) > 0)
      return rows[i].name;
  return NULL;
}

/* What stands on both sides of the run. */
typedef struct
{
  const LecternGaps *gaps;
  const LecternRun *run;
  const LecternGap *gap;
  const char *start;
  const char *before;
  const char *after;
  const char *end;
} Around;

static char *
name_ordinal (const Around *around)
{
  static const WordName rows[] = {
    { "届次|届|屆", "届次" }, { "轮|輪", "轮次" },     { "批", "批次" },
    { "期", "期次" },         { "季度", "季度" },      { "次", "次序" },
    { "中全会", "全会" },     { "年级|年級", "年级" }, { "名|位", "名次" },
    { "章", "章号" },         { "节", "节号" },        { "条", "条号" },
    { "号文", "文号" },       { "号楼|号院", "楼号" }, { "号", "号" },
    { "代", "代次" },         { "步", "步次" },        { "阶段", "阶段" },
    { "大", "大会届次" },     { "五", "五年规划" },    { "巡察组|巡视组|督导组|组", "组号" },
  };
  const char *name;

  if (around->run->kind == LECTERN_RUN_SESSION)
    return g_strdup ("会议届次");
  name = find_after (rows, G_N_ELEMENTS (rows), around->after, around->end);
  return g_strdup (name != NULL ? name : "序号");
}

static char *
name_date (const Around *around)
{
  static const WordName parts[] = {
    { "year", "年份" }, { "month", "月份" },   { "day", "日子" },     { "hour", "钟点" },
    { "minute", "分" }, { "quarter", "季度" }, { "weekday", "星期" },
  };

  if (around->run->kind == LECTERN_RUN_DATE)
    {
      const LecternGap *last = _lectern_gaps_last (around->gaps, around->run);
      gboolean has_time
          = g_strcmp0 (last->part, "hour") == 0 || g_strcmp0 (last->part, "minute") == 0;

      return g_strdup (has_time ? "时间" : "日期");
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (around->gap->part, parts[i].words) == 0)
      return g_strdup (parts[i].name);
  return g_strdup ("日期");
}

static char *
name_percent (const Around *around)
{
  static const WordName rows[] = {
    { "下降|减少|降低|下降了|减少了|降低了|下滑|回落", "降幅" },
    { "增长|提高|上升|增加|增长了|提高了|上升了|增加了|同比增长|提升", "增幅" },
    { "占|占比|占比达|占到|占全部的|占总数的", "占比" },
    { "率|率达|率达到|率为|率超过|率达到了", "比率" },
  };
  const char *name = find_before (rows, G_N_ELEMENTS (rows), around->start, around->before);

  return g_strdup (name != NULL ? name : "百分比");
}

static gboolean
is_word_character (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return _lectern_character_is_wide (c) && g_unichar_isalpha (c);
}

#define NOUN 6 /* characters of a noun after the measure word, at most */
#define TAIL 4 /* characters of what stands before the number */

/* Words that go on after the noun, or that show that there is none. */
#define ENDS                                                                                                                            \
  "进行|开展|接受|参与|提供|参加|完成|得到|实施|实现|通过|达标|不|分别|以上|以下|左右|同志|的|了|" \
  "和|"                                                                                                                                \
  "及|与|在|对|被|已|把|将|都|均|有|是|为|向|从|到|至|等|多|余|来|前|后|内"

/* 巡查组 of X个巡查组，: what is counted, if it is named in few characters. */
static char *
dup_noun (const Around *around, const char *p)
{
  const char *start = p;
  guint n = 0;

  for (; p < around->end && is_word_character (p)
         && _lectern_alternative_at (ENDS, p, around->end) <= 0;
       p = g_utf8_next_char (p))
    if (++n > NOUN)
      return NULL;
  return n > 0 ? g_strndup (start, (gsize)(p - start)) : NULL;
}

/* 问题线索 of 移交问题线索X件，. */
static char *
dup_tail (const Around *around)
{
  const char *p = around->before;
  guint n = 0;

  while (n < TAIL && p > around->start && is_word_character (g_utf8_prev_char (p)))
    {
      p = g_utf8_prev_char (p);
      n++;
    }
  return n > 1 ? g_strndup (p, (gsize)(around->before - p)) : NULL;
}

#define PEOPLE "人数"
#define LENGTH "长度"

static char *
name_count (const Around *around)
{
  static const WordName units[] = {
    { "万元|亿元|元|千元|百元|美元|万美元|亿美元", "金额" },
    { "年|个月|天|周|小时|分钟|学时|课时", "时长" },
    { "亩|万亩|公顷|平方米|平方公里|万平方米", "面积" },
    { "公里|米|千米|里", LENGTH },
    { "吨|万吨|公斤|斤|亿斤|万斤", "重量" },
    { "人|人次|万人|万人次|名|位", PEOPLE },
    { "岁", "年龄" },
    { "度", "度数" },
  };
  const char *unit = around->gap->unit;
  const char *name
      = unit != NULL ? find_after (units, G_N_ELEMENTS (units), unit, unit + strlen (unit)) : NULL;
  const char *p = around->after;
  gint extra = _lectern_alternative_at ("余|多", p, around->end);
  g_autofree char *noun = NULL;

  p += MAX (extra, 0);
  if (unit != NULL && g_str_has_prefix (p, unit))
    noun = dup_noun (around, p + strlen (unit));
  if (noun != NULL)
    return g_strconcat (noun, name != NULL && strcmp (name, PEOPLE) != 0 ? name : "数", NULL);
  noun = name == NULL || strcmp (name, PEOPLE) == 0 || strcmp (name, LENGTH) == 0
             ? dup_tail (around)
             : NULL;
  if (noun != NULL)
    return g_strconcat (noun, name != NULL ? name : "数", NULL);
  if (name != NULL)
    return g_strdup (name);
  return g_strconcat (unit != NULL ? unit : "", "数", NULL);
}

static char *
name_person (const Around *around)
{
  const LecternMaskWord *word;

  if (around->run->kind == LECTERN_RUN_LIST || around->run->count.end > 0)
    return g_strdup ("名单");
  if (g_strcmp0 (around->gap->part, "post") == 0)
    return g_strdup ("职务");
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, around->after, around->end);
  if (word != NULL && word->sense == LECTERN_SENSE_PERSON
      && _lectern_alternative_at ("同志|等|先生|女士", word->word, word->word + word->length) <= 0)
    return g_strdup (word->word);
  word = _lectern_mask_word_before (LECTERN_WORDS_BEFORE, around->start, around->before);
  if (word != NULL && word->sense == LECTERN_SENSE_BEFORE_POST)
    return g_strdup (word->word);
  return g_strdup ("姓名");
}

static char *
name_place (const Around *around)
{
  static const WordName rows[] = {
    { "市场", "地名" },  { "省", "省名" },     { "市", "市名" },     { "县|縣", "县名" },
    { "区|區", "区名" }, { "州", "州名" },     { "镇|鎮", "镇名" },  { "乡|鄉", "乡名" },
    { "村", "村名" },    { "街道", "街道名" }, { "社区", "社区名" },
  };
  const char *name = find_after (rows, G_N_ELEMENTS (rows), around->after, around->end);

  if (around->run->kind == LECTERN_RUN_LIST)
    return g_strdup ("地名单");
  return g_strdup (name != NULL ? name : "地名");
}

static char *
name_text (const Around *around)
{
  static const WordName rows[] = {
    { "系统|系統", "系统" }, { "领域|領域", "领域" }, { "问题|問題", "问题" },
    { "行业|行業", "行业" }, { "项目|項目", "项目" }, { "工作", "工作" },
    { "活动", "活动" },      { "会议|會議", "会议" }, { "工程", "工程" },
  };
  const char *name = find_after (rows, G_N_ELEMENTS (rows), around->after, around->end);
  const char *form = lectern_node_get_property (around->gap->node, LECTERN_PROPERTY_FORM);

  if (name != NULL)
    return g_strdup (name);
  return g_strdup (g_strcmp0 (form, LECTERN_FORM_REDACTION) == 0 ? "原文" : "内容");
}

static char *
name_organisation (G_GNUC_UNUSED const Around *around)
{
  return g_strdup ("单位");
}

static char *
name_title (G_GNUC_UNUSED const Around *around)
{
  return g_strdup ("文件名");
}

static const struct
{
  const char *kind;
  char *(*name) (const Around *around);
} kinds[] = {
  { LECTERN_PLACEHOLDER_COUNT, name_count },
  { LECTERN_PLACEHOLDER_ORDINAL, name_ordinal },
  { LECTERN_PLACEHOLDER_DATE, name_date },
  { LECTERN_PLACEHOLDER_PERCENT, name_percent },
  { LECTERN_PLACEHOLDER_PERSON, name_person },
  { LECTERN_PLACEHOLDER_PLACE, name_place },
  { LECTERN_PLACEHOLDER_ORGANISATION, name_organisation },
  { LECTERN_PLACEHOLDER_TITLE, name_title },
};

char *
_lectern_gaps_dup_name (const LecternGaps *gaps, const LecternRun *run)
{
  const LecternGap *first = _lectern_gaps_first (gaps, run);
  gsize before = first->span.start, after = _lectern_gaps_last (gaps, run)->span.end;
  Around around = { .gaps = gaps,
                    .run = run,
                    .gap = first,
                    .start = gaps->text + _lectern_gaps_go_back (gaps, before, 16),
                    .before = gaps->text + before,
                    .after = gaps->text + after,
                    .end = gaps->text + _lectern_gaps_go_on (gaps, after, 16) };

  if (first->name != NULL)
    return g_strdup (first->name);
  if (first->group != NULL)
    return g_strdup (first->group);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (first->kind, kinds[i].kind) == 0)
      return kinds[i].name (&around);
  return name_text (&around);
}
