/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include <lectern/lectern.h>

#include <string.h>
#include <time.h>

/* Checking takes time in proportion to the text, whatever stands in it. */

/* Four times the text may take this many times the time (linear would be 4), where it takes enough
 * time to be measured. */
#define GROWTH     9.0
#define MEASURABLE 0.05
#define BYTES      (400 * 1024)

/* Repeated until there is enough; `%u` is how often it came before, modulo 1000. */
static const char *const patterns[] = {
  "XX局、xx局，XXX县。",
  "×",
  "学习_总书记，维护_、",
  "63～68%，5-10亿元，",
  "98年6月，",
  "第1轮第X轮第二轮",
  "４个意识",
  "1 ",
  "讲三点意见。",
  "讲三点意见：一是查。二是补。",
  "一是查；二是补；",
  "一是查。\n二是补。\n",
  "一、查\n一是看。\n三是问。\n（一）改\n",
  "一、\n（一）\n1.\n",
  "%u. 补一段渠。\n",
  "五个“紧盯”：",
  "“四个”",
  "“",
  "”（《〈‘",
  "（【《“",
  "，，。。、、；；",
  "……。。。···",
  "——",
  "同一段话，说了一遍又一遍，渠要一段一段地修。\n",
  "第%u段话，说了一遍又一遍，渠要一段一段地修。\n",
  "修渠要一段一段地修，",
  "一段断了的话\n",
  "要聚焦渠，",
  "要聚焦水渠。\n",
  "【提纲】一、查二、补\n",
  "一、修渠%u\n",
  "一、修渠修渠修渠修渠\n（一）修渠修渠修渠修渠。\n",
  "XX",
  "XX局、X局、×局，",
  "在XX局、X月X日，第X轮，",
  "*区_总书记维护_、",
  "张三、李四、",
  "张三、李四2名同志",
  "同志们：\n",
  "同志们，",
  "1234567890",
  "1,2.3:4-5%6～7",
  "98年5～10亿元，",
  "第",
  "一二三四五六七八九十",
  "www.a.cn/",
  "，a,b",
  " \n",
  "　　",
  "— %u —\n",
  "Page %u of 9\n",
  "一方面，另一方面，",
  "首先，其次，第三，",
};

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static GBytes *
repeat (const char *pattern, gsize length)
{
  GString *text = g_string_new ("讲话\n同志们：\n");
  const char *number = strstr (pattern, "%u");

  for (guint i = 0; text->len < length; i++)
    if (number != NULL)
      {
        g_string_append_len (text, pattern, number - pattern);
        g_string_append_printf (text, "%u%s", i % 1000, number + 2);
      }
    else
      g_string_append (text, pattern);
  return g_string_free_to_bytes (text);
}

/* All rules, or one alone. */
static LecternChecker *
new_checker (const char *only)
{
  LecternChecker *checker = lectern_checker_new ();
  g_autoptr (GPtrArray) rules = lectern_checker_list_rules (checker);

  for (guint i = 0; i < rules->len; i++)
    {
      const char *code = lectern_rule_get_code (rules->pdata[i]);
      gboolean on = only == NULL || strcmp (code, only) == 0;

      lectern_checker_set_severity (checker, code,
                                    on ? LECTERN_SEVERITY_NOTE : LECTERN_SEVERITY_OFF, NULL);
    }
  lectern_checker_set_max_findings (checker, 0);
  return checker;
}

static double
time_check (LecternChecker *checker, const char *pattern, gsize length)
{
  g_autoptr (GBytes) text = repeat (pattern, length);
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (text, NULL);
  double least = 1e9;

  for (guint i = 0; i < 2; i++)
    {
      double start = now ();
      g_autoptr (LecternReport) report = lectern_checker_check (checker, document, NULL, NULL);

      ck_assert (report != NULL);
      least = MIN (least, now () - start);
    }
  return least;
}

static gboolean
is_linear (LecternChecker *checker, const char *pattern, double *small, double *large)
{
  *large = time_check (checker, pattern, BYTES);
  if (*large < MEASURABLE)
    return TRUE;
  *small = time_check (checker, pattern, BYTES / 4);
  return *large <= GROWTH * *small;
}

/* The rules that take longer than their share, for whoever has to mend it. */
static char *
name_culprits (const char *pattern)
{
  g_autoptr (LecternChecker) all = lectern_checker_new ();
  g_autoptr (GPtrArray) rules = lectern_checker_list_rules (all);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const char *code = lectern_rule_get_code (rules->pdata[i]);
      g_autoptr (LecternChecker) checker = new_checker (code);
      double small = 0, large = 0;

      if (!is_linear (checker, pattern, &small, &large))
        g_string_append_printf (names, " %s", code);
    }
  return g_string_free (names, FALSE);
}

START_TEST (checking_is_linear)
{
  const char *pattern = patterns[_i];
  g_autoptr (LecternChecker) checker = new_checker (NULL);
  double small = 0, large = 0;

  /* A busy machine may disturb it once. */
  if (!is_linear (checker, pattern, &small, &large)
      && !is_linear (checker, pattern, &small, &large))
    {
      g_autofree char *culprits = name_culprits (pattern);

      ck_abort_msg ("“%s”: %.3f s, four times as much %.3f s:%s", pattern, small, large, culprits);
    }
}
END_TEST

int
main (void)
{
  TCase *tcase = tcase_create ("linear");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, checking_is_linear, 0, (int)G_N_ELEMENTS (patterns));
  return run_tcase ("linear", tcase);
}
