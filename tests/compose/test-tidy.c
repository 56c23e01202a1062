/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "texts.h"

/* What copying did to a text is mended on purpose, kind by kind. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lectern_document_new_from_text (bytes, NULL);
}

static char *
dup_text (LecternDocument *document)
{
  g_autoptr (GBytes) text = lectern_document_to_text (document);
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  return g_strndup (data, length);
}

#define TITLE "在信访工作会上的讲话\n同志们：\n"

static const struct
{
  LecternTidyFlags flags;
  const char *before, *after;
  guint n_left;
} cases[] = {
  { LECTERN_TIDY_BOILERPLATE, "更多范文请关注公众号\n" TITLE "今天开会。\n— 1 —\n大家都来了。\n",
    TITLE "今天开会。\n大家都来了。\n", 0 },
  /* Somebody may want to keep it. */
  { LECTERN_TIDY_BOILERPLATE, "编者按：这是一篇好稿子。\n" TITLE "今天开会。\n大家都来了。\n",
    "编者按：这是一篇好稿子。\n" TITLE "今天开会。\n大家都来了。\n", 1 },
  { LECTERN_TIDY_LINES,
    TITLE "今天的会议，主要是总结前一阶段的工作，分析当前的形势，安排部署信访工作的任务，动员全\n"
          "县干部群众抓紧干起来。\n大家都来了。\n",
    TITLE "今天的会议，主要是总结前一阶段的工作，分析当前的形势，安排部署信访工作的任务，动员全"
          "县干部群众抓紧干起来。\n大家都来了。\n",
    0 },
  { LECTERN_TIDY_REDACTIONS, TITLE "要正确处理改革发展_的关系。请_同志再说一说。\n",
    TITLE "要正确处理改革发展稳定的关系。请_同志再说一说。\n", 1 },
  /* Numbers, times, addresses and Latin text keep their marks; a pair is turned whole. */
  { LECTERN_TIDY_FULL_WIDTH,
    TITLE "上午10:30开会,到了1,200人(含代表),见http://a.cn/b?c=1,2;他说\"好\"。\n",
    TITLE "上午10:30开会，到了1,200人（含代表），见http://a.cn/b?c=1,2；他说“好”。\n", 0 },
  { LECTERN_TIDY_HALF_WIDTH, "同志们：\n今天开会，大家（都）来了。\n",
    "同志们:\n今天开会,大家(都)来了.\n", 0 },
  /* What is not asked for is left. */
  { LECTERN_TIDY_LINES, TITLE "要正确处理改革发展_的关系,大家都来。\n",
    TITLE "要正确处理改革发展_的关系,大家都来。\n", 0 },
};

START_TEST (what_is_asked_for_is_mended_and_what_is_left_is_told)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternDocument) document = read_text (cases[i].before);
      g_autoptr (LecternReport) left = NULL;
      g_autoptr (LecternDocument) after
          = lectern_document_tidy (document, cases[i].flags, &left, NULL, NULL);
      g_autofree char *text = dup_text (after);

      ck_assert_str_eq (text, cases[i].after);
      ck_assert_uint_eq (lectern_report_get_n_findings (left), cases[i].n_left);
      ck_assert ((after == document) == (strcmp (cases[i].before, cases[i].after) == 0));
    }
}
END_TEST

static GPtrArray *texts; /* GBytes */

START_TEST (tidying_again_changes_nothing)
{
  static const LecternTidyFlags flags[] = {
    LECTERN_TIDY_BOILERPLATE,
    LECTERN_TIDY_LINES,
    LECTERN_TIDY_REDACTIONS,
    LECTERN_TIDY_FULL_WIDTH,
    LECTERN_TIDY_HALF_WIDTH,
    LECTERN_TIDY_BOILERPLATE | LECTERN_TIDY_LINES | LECTERN_TIDY_REDACTIONS
        | LECTERN_TIDY_FULL_WIDTH,
  };

  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (flags); j++)
      {
        g_autoptr (LecternDocument) document
            = lectern_document_new_from_text (texts->pdata[i], NULL);
        g_autoptr (LecternDocument) once
            = lectern_document_tidy (document, flags[j], NULL, NULL, NULL);
        g_autoptr (LecternDocument) twice
            = lectern_document_tidy (once, flags[j], NULL, NULL, NULL);
        g_autoptr (LecternEdits) edits = lectern_document_dup_edits (once, document);
        g_autoptr (GBytes) old = lectern_document_to_text (document);
        g_autoptr (GBytes) new = lectern_document_to_text (once);
        g_autoptr (GBytes) made = lectern_edits_apply (edits, old, NULL);

        ck_assert (g_bytes_equal (made, new));
        ck_assert_ptr_eq (twice, once);
      }
}
END_TEST

/* Digits and letters stay what they are, and where they are among each other. */
START_TEST (widths_change_nothing_but_marks)
{
  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autoptr (LecternDocument) document
            = lectern_document_new_from_text (texts->pdata[i], NULL);
        g_autoptr (LecternDocument) after = lectern_document_tidy (
            document, j == 0 ? LECTERN_TIDY_FULL_WIDTH : LECTERN_TIDY_HALF_WIDTH, NULL, NULL, NULL);
        g_autoptr (LecternEdits) edits = lectern_document_dup_edits (after, document);
        g_autoptr (GBytes) old = lectern_document_to_text (document);
        const char *text = g_bytes_get_data (old, NULL);

        for (guint k = 0; k < lectern_edits_get_n_replacements (edits); k++)
          {
            LecternSpan span;

            lectern_edits_get_replacement (edits, k, &span);
            for (gsize at = span.start; at < span.end;
                 at += (gsize)(g_utf8_next_char (text + at) - (text + at)))
              ck_assert (!g_unichar_isalnum (g_utf8_get_char (text + at)));
          }
      }
}
END_TEST

int
main (void)
{
  const TTest *tests[] = {
    what_is_asked_for_is_mended_and_what_is_left_is_told,
    tidying_again_changes_nothing,
    widths_change_nothing_but_marks,
  };

  texts = list_texts (200);
  return run_suite ("tidy", tests, G_N_ELEMENTS (tests));
}
