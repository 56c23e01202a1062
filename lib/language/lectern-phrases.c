/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE /* memmem */
#include "language/lectern-phrases-private.h"

#include "language/lectern-words-private.h"

#include <string.h>

/* A row is sure where the words on both sides leave one possibility: 改革发展_ can only go on with
 * 稳定, but 县人民_ may be the government, the court or the hospital. The first row that fits is
 * taken, so a narrow one stands before a wide one. */

/* Any of these tells of a text of these years. */
static const char *const recent_words[]
    = { "新时代", "四个意识", "四个自信", "两个维护", "两个确立", "十八届",
        "十九大", "十九届",   "二十大",   "二十届",   "八项规定" };

#define DECIDES                                                                                                                      \
  "决定|高度重视|印发|研究|关于|确定|部署|的决策|的部署|的统一|的坚强|的正确|的高度|主要领导|" \
  "领导|班子|出台|工作部署|办公室|常务"

static const LecternPhrase phrases[] = {
  /* Names and what is named after them. */
  { "", "新时代中国特色社会主义思想", "习近平", FALSE, TRUE },
  { "", "生态文明思想|强军思想|法治思想|外交思想|文化思想|经济思想", "习近平", FALSE, FALSE },
  { "", "总书记", "习近平", TRUE, TRUE },
  { "马克思列宁主义、", "思想", "毛泽东", FALSE, TRUE },
  { "", "思想、邓小平理论", "毛泽东", FALSE, TRUE },
  { "毛泽东思想、", "理论", "邓小平", FALSE, TRUE },
  { "“", "”重要思想", "三个代表", FALSE, TRUE },
  { "贯彻科学|落实科学|践行科学", "观", "发展", FALSE, TRUE },
  { "马克思", "主义、毛泽东", "列宁", FALSE, TRUE },

  /* Party and state. */
  { "中国共产", "", "党", FALSE, TRUE },
  { "中国", "产党", "共", FALSE, TRUE },
  { "中国共", "党", "产", FALSE, TRUE },
  { "党", "央", "中", FALSE, TRUE },
  { "以党中|在党中|向党中", "", "央", FALSE, TRUE },
  { "中", "中央", "共", FALSE, FALSE },
  { "全面从严治", "", "党", FALSE, TRUE },
  { "全面从严", "党", "治", FALSE, TRUE },
  { "全面", "严治党", "从", FALSE, TRUE },
  { "党风廉政", "和反腐败", "建设", FALSE, TRUE },
  { "党风廉", "建设", "政", FALSE, TRUE },
  { "县委、县|市委、市|省委、省|区委、区|镇党委、镇|乡党委、乡|州委、州|旗委、旗", DECIDES, "政府",
    FALSE, TRUE },
  { "县委、县人民|市委、市人民|省委、省人民|区委、区人民|州委、州人民|旗委、旗人民", "", "政府",
    FALSE, TRUE },
  { "县委县|市委市|省委省|区委区", DECIDES, "政府", FALSE, TRUE },
  { "县委、县|市委、市|省委、省|区委、区|州委、州|旗委、旗", "", "政府", FALSE, FALSE },
  { "县人民|市人民|省人民|区人民|镇人民|乡人民|州人民|旗人民|各级人民|地方人民", "", "政府", FALSE,
    FALSE },
  { "人民代表", "会", "大", FALSE, TRUE },
  { "人", "代表大会", "民", FALSE, TRUE },
  { "人民", "大会", "代表", FALSE, FALSE },
  { "政治协", "会议", "商", FALSE, TRUE },
  { "中华人民", "国", "共和", FALSE, TRUE },
  { "中华人民共", "国", "和", FALSE, TRUE },
  { "国", "院关于|院办公厅|院常务会议|院总理", "务", FALSE, TRUE },
  { "", "机制弊端|机制障碍|机制性障碍|机制问题|机制改革|机制创新", "体制", FALSE, TRUE },
  { "体制", "弊端|障碍|性障碍", "机制", FALSE, FALSE },

  /* Aims, doctrine. */
  { "中国特色", "主义", "社会", FALSE, TRUE },
  { "中国特色社会", "", "主义", FALSE, TRUE },
  { "中国特色社会|马克思", "义", "主", FALSE, TRUE },
  { "社会主义核心", "观", "价值", FALSE, TRUE },
  { "意识", "态", "形", FALSE, TRUE },
  { "", "识形态", "意", FALSE, TRUE },
  { "意识形", "", "态", FALSE, TRUE },
  { "改革", "放", "开", FALSE, TRUE },
  { "改", "开放", "革", FALSE, TRUE },
  { "伟大复|民族复", "", "兴", FALSE, TRUE },
  { "伟", "复兴", "大", FALSE, TRUE },
  { "治理", "系和治理能力", "体", FALSE, TRUE },
  { "治理体系和治理", "力", "能", FALSE, TRUE },
  { "治理体系和治理", "现代化", "能力", FALSE, TRUE },
  { "全心全意为", "服务", "人民", FALSE, TRUE },
  { "以", "为中心的发展", "人民", FALSE, TRUE },
  { "立党为公、执政为", "", "民", FALSE, TRUE },
  { "群众", "线", "路", FALSE, TRUE },
  { "", "众路线", "群", FALSE, TRUE },

  /* Order and stability: what filters take out. */
  { "改革发展|改革、发展、", "大局|任务|工作|的关系|各项", "稳定", FALSE, TRUE },
  { "维护", "、创新", "稳定", FALSE, TRUE },
  { "改革发展|社会和谐|维护社会|社会大局|维护大局|维护", "", "稳定", FALSE, FALSE },
  { "安定", "结", "团", FALSE, TRUE },
  { "信", "工作|问题|案件|积案|条例|部门", "访", FALSE, FALSE },
  { "越级|集体|进京|赴省|非正常", "访", "上", FALSE, FALSE },
  { "越级上|集体上|进京上|赴省上", "", "访", FALSE, TRUE },
  { "群体", "事件", "性", FALSE, TRUE },
  { "群体性", "件", "事", FALSE, TRUE },
  { "群体性", "", "事件", FALSE, TRUE },
  { "征地", "迁", "拆", FALSE, TRUE },
  { "征地拆", "", "迁", FALSE, TRUE },

  /* Corruption and crime. */
  { "反", "败", "腐", FALSE, TRUE },
  { "反腐", "", "败", FALSE, FALSE },
  { "贪", "腐败", "污", FALSE, TRUE },
  { "", "污腐败|污受贿", "贪", FALSE, TRUE },
  { "行贿受", "", "贿", FALSE, TRUE },
  { "贪污受|贪污、受", "", "贿", FALSE, TRUE },
  { "扫黑除", "", "恶", FALSE, TRUE },
  { "扫", "除恶", "黑", FALSE, TRUE },
  { "黑恶", "力", "势", FALSE, TRUE },

  /* Nothing is missing here, or more than one word may be. */
  { "电视电话", "会议", "", FALSE, FALSE },
};

gboolean
_lectern_phrase_is_recent (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (recent_words); i++)
    if (memmem (text, length, recent_words[i], strlen (recent_words[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* The characters that the alternatives of each row begin with, or end with, as bits: most rows are
 * told at once not to fit. */
static guint64 first_bits[G_N_ELEMENTS (phrases)];
static guint64 last_bits[G_N_ELEMENTS (phrases)];

/* Of a character of three bytes; any other has some bit too. */
static guint64
bit_at (const char *p, gsize left)
{
  return left < 3 ? 1 : (guint64)1 << (((guchar)p[1] ^ ((guchar)p[2] << 1)) & 63);
}

static guint64
bits_of (const char *alternatives, gboolean last)
{
  guint64 bits = 0;

  while (TRUE)
    {
      gsize n = strcspn (alternatives, "|");

      if (n == 0)
        return G_MAXUINT64;
      bits |= bit_at (last ? alternatives + n - 3 : alternatives, n);
      if (alternatives[n] == '\0')
        return bits;
      alternatives += n + 1;
    }
}

static void
prepare (void)
{
  static gsize ready;

  if (!g_once_init_enter (&ready))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      first_bits[i] = bits_of (phrases[i].after, FALSE);
      last_bits[i] = bits_of (phrases[i].before, TRUE);
    }
  g_once_init_leave (&ready, 1);
}

const LecternPhrase *
_lectern_phrase_restore (const char *start, const char *from, const char *to, const char *end,
                         const char **phrase_start, const char **phrase_end)
{
  guint64 first = bit_at (to, (gsize)(end - to));
  guint64 last = bit_at (from - start < 3 ? start : from - 3, (gsize)(from - start));

  prepare ();
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const LecternPhrase *phrase = &phrases[i];
      gint before, after;

      if ((first_bits[i] & first) == 0 || (last_bits[i] & last) == 0)
        continue;
      before = _lectern_alternative_before (phrase->before, start, from);
      if (before < 0)
        continue;
      after = _lectern_alternative_at (phrase->after, to, end);
      if (after < 0 || before + after == 0)
        continue;
      *phrase_start = from - before;
      *phrase_end = to + after;
      return phrase;
    }
  return NULL;
}
