/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* Every family of markers in every place where its members may stand. */

typedef struct
{
  const char *numbering;
  const char *markers[3];
  gboolean sentence; /* stands inside a paragraph only after the end of a clause */
} Family;

/* Those whose members open points at the start of a paragraph too. */
static const Family point_families[] = {
  { "一是", { "一是", "二是", "三是" }, FALSE },
  { "一要", { "一要", "二要", "三要" }, FALSE },
  { "第一，", { "第一，", "第二，", "第三，" }, FALSE },
  { "第一,", { "第一,", "第二,", "第三," }, FALSE },
  { "第一、", { "第一、", "第二、", "第三、" }, FALSE },
  { "第一：", { "第一：", "第二：", "第三：" }, FALSE },
  { "第1，", { "第1，", "第2，", "第3，" }, FALSE },
  { "第一个方面：", { "第一个方面：", "第二个方面：", "第三个方面：" }, FALSE },
  { "第一条，", { "第一条，", "第二条，", "第三条，" }, FALSE },
  { "第一步，", { "第一步，", "第二步，", "第三步，" }, FALSE },
  { "第一点，", { "第一点，", "第二点，", "第三点，" }, FALSE },
  { "首先，", { "首先，", "其次，", "再次，" }, FALSE },
  { "首先，", { "首先，", "其次，", "最后，" }, FALSE },
  { "首先、", { "首先、", "其次、", "再次、" }, FALSE },
  { "其一，", { "其一，", "其二，", "其三，" }, FALSE },
  { "其一、", { "其一、", "其二、", "其三、" }, FALSE },
  { "一来，", { "一来，", "二来，", NULL }, FALSE },
  { "一则", { "一则", "二则", NULL }, FALSE },
  { "一方面，~另一方面，", { "一方面，", "另一方面，", NULL }, FALSE },
  { "一方面~另一方面", { "一方面", "另一方面", NULL }, FALSE },
  { "一个是~另一个是", { "一个是", "另一个是", "还有一个是" }, FALSE },
  { "（1）", { "（1）", "（2）", "（3）" }, FALSE },
  { "(1)", { "(1)", "(2)", "(3)" }, FALSE },
  { "⑴", { "⑴", "⑵", "⑶" }, FALSE },
  { "①", { "①", "②", "③" }, FALSE },
  { "1）", { "1）", "2）", "3）" }, TRUE },
};

/* Those that are headings at the start of a paragraph. */
static const Family heading_families[] = {
  { "一、", { "一、", "二、", "三、" }, TRUE },
  { "1、", { "1、", "2、", "3、" }, TRUE },
  { "1．", { "1．", "2．", "3．" }, TRUE },
  { "1.", { "1.", "2.", "3." }, TRUE },
  { "（一）", { "（一）", "（二）", "（三）" }, FALSE },
  { "甲、", { "甲、", "乙、", "丙、" }, TRUE },
};

static const char *const leads[] = { "修好路", "架好桥", "通好水" };

static guint
count_members (const Family *family)
{
  return family->markers[2] != NULL ? 3 : 2;
}

static void
check_in_section (const Family *family, const char *body, GString *wrong)
{
  const char *frame[] = { IN_SECTION };
  g_autofree char *tree = g_strconcat (frame[0], body, frame[1], NULL);
  g_autofree char *name = g_strdup_printf ("%s, %s", family->numbering, family->markers[1]);

  check_tree (name, tree, strlen (tree), wrong);
}

/* A series within the paragraph, after `before` and with `separator` between its points. */
static void
check_inside (const Family *family, const char *before, const char *separator, GString *wrong)
{
  guint n = count_members (family);
  g_autoptr (GString) body = g_string_new (NULL);

  g_string_append_printf (body, "<p|%s⟦%s|", before, family->numbering);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "«⟨%s⟩‹%s%s›»", family->markers[i], leads[i],
                            i + 1 < n ? separator : "。");
  g_string_append (body, "⟧>\n");
  check_in_section (family, body->str, wrong);
}

static void
check_inside_all (const Family *families, gsize n_families, GString *wrong)
{
  static const char *const ends[] = { "有几件事要办。", "有几件事要办！", "有哪些事要办？",
                                      "有几件事要办：", "先说农户的事；" };
  static const char *const others[]
      = { "有几件事要办，", "做到“几个好”", "农户有几件事（都不难）", "有几件事要办 " };
  static const char *const separators[] = { "。", "；", "！" };

  for (gsize i = 0; i < n_families; i++)
    {
      const Family *family = &families[i];

      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        check_inside (family, ends[k], separators[(i + k) % 3], wrong);
      for (guint k = 0; k < G_N_ELEMENTS (others) && !family->sentence; k++)
        check_inside (family, others[k], separators[(i + k) % 3], wrong);
      if (!family->sentence)
        check_inside (family, ends[i % 5], "，", wrong);
    }
}

START_TEST (points_stand_inside_a_paragraph_after_every_boundary)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  check_inside_all (point_families, G_N_ELEMENTS (point_families), wrong);
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}
END_TEST

START_TEST (marks_of_headings_open_points_inside_a_paragraph)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  check_inside_all (heading_families, G_N_ELEMENTS (heading_families), wrong);
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}
END_TEST

/* Paragraphs; the first of them inside the sentence that announces them where `before` is given. */
static void
check_paragraphs (const Family *family, const char *before, GString *wrong)
{
  static const char *const more[] = { "入冬前就要完工。", "", "一户也不能漏。" };
  g_autoptr (GString) body = g_string_new (before);

  g_string_append_printf (body, "⟦%s|", family->numbering);
  for (guint i = 0; i < count_members (family); i++)
    g_string_append_printf (body, "«<p|⟨%s⟩‹%s。›%s>\n»", family->markers[i], leads[i], more[i]);
  g_string_append (body, "⟧");
  check_in_section (family, body->str, wrong);
}

START_TEST (points_are_paragraphs)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (point_families); i++)
    {
      check_paragraphs (&point_families[i], "", wrong);
      check_paragraphs (&point_families[i], "<p|农户的事有几件。>\n", wrong);
    }
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}
END_TEST

START_TEST (the_first_point_stands_in_the_announcing_line_and_the_next_below)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (point_families); i++)
    {
      check_paragraphs (&point_families[i], "<p|农户的事有几件。>", wrong);
      check_paragraphs (&point_families[i], "<p|农户的事有几件：>", wrong);
    }
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}
END_TEST

START_TEST (numerals_count_beyond_ten)
{
  static const char *const numerals[]
      = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" };
  static const char *const forms[][2]
      = { { "", "是" }, { "", "要" }, { "第", "，" }, { "第", "条，" } };
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint paragraphs = 0; paragraphs < 2; paragraphs++)
      {
        g_autoptr (GString) body = g_string_new (paragraphs ? "" : "<p|都记下来。");
        Family family = { "十二", { "一", "十二", NULL }, FALSE };

        g_string_append_printf (body, "⟦%s一%s|", forms[i][0], forms[i][1]);
        for (guint k = 0; k < G_N_ELEMENTS (numerals); k++)
          g_string_append_printf (body, "«%s⟨%s%s%s⟩‹种树。›%s»", paragraphs ? "<p|" : "",
                                  forms[i][0], numerals[k], forms[i][1], paragraphs ? ">\n" : "");
        g_string_append (body, paragraphs ? "⟧" : "⟧>\n");
        check_in_section (&family, body->str, wrong);
      }
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}
END_TEST

RUN_SUITE ("points in text", points_stand_inside_a_paragraph_after_every_boundary,
           marks_of_headings_open_points_inside_a_paragraph, points_are_paragraphs,
           the_first_point_stands_in_the_announcing_line_and_the_next_below,
           numerals_count_beyond_ten)
