/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "generate.h"

#include <string.h>

typedef struct
{
  GString *text;
  GString *markdown;
  guint32 state;
  guint characters_since_mask;
} Maker;

static const char *const who[]
    = { "镇里的水管站", "各村的保洁员", "老街的商户", "巡护队的同志", "值夜班的医生",
        "学校食堂",     "档案室",       "公交车队",   "新来的农技员", "社区的楼长" };
static const char *const when[] = { "入冬以来",       "过去的两个月里",   "大雪封路的那几天",
                                    "按照去年的约定", "从第一次走访算起", "在人手不够的时候" };
static const char *const did[]
    = { "把漏水的管子换了一遍", "挨家挨户送去了通知", "每晚多开一个窗口", "修好了坏掉的路灯",
        "把旧账一页页理清",     "腾出了闲着的仓库",   "轮流守在渡口",     "给每棵老树挂上了牌子" };
static const char *const result[]
    = { "大家少走了许多弯路", "报修的电话少了一半", "办事的人不再排长队",
        "邻镇也来取经",       "账上的数对得上了",   "心里都踏实了" };
static const char *const must[]
    = { "先把家底摸清",   "把每件事落到具体的人", "给困难户多想一步", "遇事当天回话",
        "不该花的钱不花", "定期回头看",           "把好验收这道关",   "让年轻人早些上手",
        "听得进不同的话", "留出应急的余地" };
static const char *const heading[]
    = { "看清难处，稳住步子",     "补上短板，打牢底子", "贴近群众，改进服务",
        "管好账目，用好每一分钱", "守住安全，不留侥幸", "带好队伍，留住能手" };
static const char *const subheading[]
    = { "巡查要勤", "物资要足", "消息要快", "台账要实", "窗口要暖" };
static const char *const lead[] = { "底数清楚了", "配合顺手了", "回应更快了", "队伍更稳了" };
static const char *const masked[][2] = { { "", "镇" },   { "", "同志" },   { "", "个点位" },
                                         { "", "万元" }, { "第", "小组" }, { "", "名队员" } };
static const char *const masks[] = { "XX", "XX", "X", "XXX", "**", "__" };
static const char *const point_marks[][2] = { { "", "是" }, { "", "要" }, { "第", "，" } };

#define PICK(maker, table) ((table)[draw (maker, G_N_ELEMENTS (table))])

static guint
draw (Maker *maker, guint n)
{
  maker->state = maker->state * 1664525u + 1013904223u;
  return (maker->state >> 8) % n;
}

static void
both (Maker *maker, const char *words)
{
  g_string_append (maker->text, words);
  g_string_append (maker->markdown, words);
  maker->characters_since_mask += strlen (words) / 3;
}

static void
append_numeral (GString *out, guint n)
{
  static const char *const digits[]
      = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  static const struct
  {
    guint value;
    const char *name;
  } units[] = { { 10000, "万" }, { 1000, "千" }, { 100, "百" }, { 10, "十" }, { 1, "" } };
  gboolean zero = FALSE;
  gsize start = out->len;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      guint digit = n / units[i].value;
      n %= units[i].value;
      if (digit == 0)
        {
          zero = out->len > start;
          continue;
        }
      if (zero)
        g_string_append (out, digits[0]);
      zero = FALSE;
      if (!(units[i].value == 10 && digit == 1 && out->len == start))
        {
          if (digit < 10)
            g_string_append (out, digits[digit]);
          else
            append_numeral (out, digit); /* once, for the ten thousands */
        }
      g_string_append (out, units[i].name);
    }
}

static void
end_paragraph (Maker *maker)
{
  g_string_append_c (maker->text, '\n');
  g_string_append (maker->markdown, "\n\n");
}

static void
add_mask (Maker *maker)
{
  const char *const *around = PICK (maker, masked);
  const char *mask = PICK (maker, masks);

  both (maker, "，其中有");
  both (maker, around[0]);
  g_string_append (maker->text, mask);
  g_string_append_printf (maker->markdown, "`%s`", mask);
  both (maker, around[1]);
}

static void
add_sentence (Maker *maker)
{
  const char *parts[6] = { NULL };
  guint kind = draw (maker, 3);

  if (kind == 0)
    {
      parts[0] = PICK (maker, when);
      parts[1] = "，";
    }
  parts[2] = PICK (maker, who);
  parts[3] = kind == 1 ? "要" : PICK (maker, did);
  parts[4] = kind == 1 ? PICK (maker, must) : "，";
  parts[5] = kind == 1 ? "" : PICK (maker, result);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      both (maker, parts[i]);
  if (maker->characters_since_mask >= 60)
    {
      maker->characters_since_mask = 0;
      add_mask (maker);
    }
  both (maker, "。");
}

static void
add_sentences (Maker *maker, guint n)
{
  while (n-- > 0)
    add_sentence (maker);
}

static void
add_heading (Maker *maker, const char *marks, guint n, const char *before, const char *after,
             const char *words)
{
  g_string_append (maker->text, before);
  append_numeral (maker->text, n);
  g_string_append (maker->text, after);
  g_string_append (maker->markdown, marks);
  both (maker, words);
  end_paragraph (maker);
}

static void
add_points (Maker *maker)
{
  const char *const *mark = PICK (maker, point_marks);
  guint n = 2 + draw (maker, 3);

  for (guint i = 1; i <= n; i++)
    {
      g_string_append (maker->text, mark[0]);
      append_numeral (maker->text, i);
      g_string_append (maker->text, mark[1]);
      g_string_append_printf (maker->markdown, "%u. ", i);
      both (maker, PICK (maker, lead));
      both (maker, "。");
      add_sentences (maker, 1 + draw (maker, 3));
      end_paragraph (maker);
    }
}

static void
add_inline_points (Maker *maker)
{
  const char *const *mark = point_marks[draw (maker, 2)];
  guint n = 3 + draw (maker, 2);

  both (maker, "具体做几件事：");
  g_string_append_c (maker->markdown, '\n');
  for (guint i = 1; i <= n; i++)
    {
      g_string_append (maker->text, mark[0]);
      append_numeral (maker->text, i);
      g_string_append (maker->text, mark[1]);
      g_string_append_printf (maker->markdown, "\n%u. ", i);
      both (maker, PICK (maker, must));
      both (maker, i < n ? "；" : "。");
    }
  end_paragraph (maker);
}

static void
add_section (Maker *maker, guint n)
{
  add_heading (maker, "## ", n, "", "、", PICK (maker, heading));
  add_sentences (maker, 2 + draw (maker, 4));
  end_paragraph (maker);
  switch (draw (maker, 3))
    {
    case 0:
      for (guint i = 1, last = 2 + draw (maker, 2); i <= last; i++)
        {
          add_heading (maker, "### ", i, "（", "）", PICK (maker, subheading));
          add_sentences (maker, 3 + draw (maker, 5));
          end_paragraph (maker);
        }
      break;
    case 1:
      add_points (maker);
      break;
    default:
      add_inline_points (maker);
      break;
    }
}

void
generate_speech (gsize length, GBytes **text, GBytes **markdown)
{
  Maker maker
      = { g_string_sized_new (length + 4096), g_string_sized_new (length + length / 8), 20, 0 };

  g_string_append (maker.markdown, "# ");
  both (&maker, "在全镇冬季民生工作会上的讲话");
  end_paragraph (&maker);
  both (&maker, "同志们：");
  end_paragraph (&maker);
  add_sentences (&maker, 4);
  both (&maker, "下面，我讲几点意见。");
  end_paragraph (&maker);
  for (guint n = 1; maker.text->len + 300 < length; n++)
    add_section (&maker, n);
  both (&maker, "同志们，");
  add_sentences (&maker, 3);
  end_paragraph (&maker);
  both (&maker, "谢谢大家！");
  end_paragraph (&maker);
  *text = g_string_free_to_bytes (maker.text);
  *markdown = g_string_free_to_bytes (maker.markdown);
}
