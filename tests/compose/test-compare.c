/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

#include "compose/lectern-align-private.h"

/* What changed from one speech to another. */

static LecternDocument *
read_text (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  LecternDocument *document = lectern_document_new_from_text (bytes, NULL);

  ck_assert (document != NULL);
  return document;
}

static void
append_span (GString *row, LecternDocument *document, const LecternSpan *span)
{
  const char *text
      = g_bytes_get_data (lectern_source_get_bytes (lectern_document_get_source (document)), NULL);

  for (gsize i = span->start; i < span->end; i++)
    if (text[i] == '\n')
      g_string_append (row, "\\n");
    else
      g_string_append_c (row, text[i]);
}

/* A line for each difference: what was done, to what, the old and the new words. */
static char *
tell (LecternComparison *comparison)
{
  g_autoptr (GPtrArray) differences = lectern_comparison_list_differences (comparison);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      LecternDifference *difference = differences->pdata[i];
      LecternNode *node = lectern_difference_get_new_node (difference);
      LecternSpan old_span, new_span;

      if (node == NULL)
        node = lectern_difference_get_old_node (difference);
      lectern_difference_get_spans (difference, &old_span, &new_span);
      g_string_append_printf (
          told, "%s %s ",
          lectern_difference_kind_get_name (lectern_difference_get_kind (difference)),
          lectern_node_kind_get_element (lectern_node_get_kind (node)));
      append_span (told, lectern_comparison_get_old (comparison), &old_span);
      g_string_append (told, " > ");
      append_span (told, lectern_comparison_get_new (comparison), &new_span);
      if (lectern_difference_get_value_kind (difference) != NULL)
        g_string_append_printf (told, " (%s)", lectern_difference_get_value_kind (difference));
      g_string_append_c (told, '\n');
    }
  return g_string_free (told, FALSE);
}

static void
check_told (const char *old_text, const char *new_text, const char *wanted)
{
  g_autoptr (LecternDocument) old = read_text (old_text, strlen (old_text));
  g_autoptr (LecternDocument) new = read_text (new_text, strlen (new_text));
  g_autoptr (LecternComparison) comparison = lectern_document_compare (old, new, NULL, NULL);
  g_autofree char *told = tell (comparison);

  ck_assert_str_eq (told, wanted);
}

#define HEAD "在全镇防汛会上的讲话\n同志们：\n今天的会议很重要，下面我讲几点意见。\n"
#define ONE  "一、看清形势\n入汛以来雨水偏多，山塘水库都已蓄满。\n"
#define TWO  "二、备足物资\n编织袋和砂石料要在雨前到位，由各村专人保管。\n"
#define TAIL "同志们，汛情就是命令，让我们守好家园！\n谢谢大家！\n"

START_TEST (the_same_speech_has_no_differences)
{
  g_autoptr (LecternDocument) document = read_text (HEAD ONE TWO TAIL, strlen (HEAD ONE TWO TAIL));
  g_autoptr (LecternComparison) comparison
      = lectern_document_compare (document, document, NULL, NULL);
  g_autofree char *told = tell (comparison);

  ck_assert_str_eq (told, "");
  ck_assert (lectern_comparison_get_similarity (comparison) == 1);
  check_told ("", "", "");
}
END_TEST

START_TEST (a_section_is_added_and_the_next_counts_on)
{
  check_told (HEAD ONE TWO TAIL,
              HEAD ONE "二、压实责任\n镇村干部分片包干，夜间有人值守。\n"
                       "三、备足物资\n编织袋和砂石料要在雨前到位，由各村专人保管。\n" TAIL,
              "added section  > 二、压实责任\\n镇村干部分片包干，夜间有人值守。\\n\n"
              "marker section 二、 > 三、\n");
}
END_TEST

START_TEST (a_section_is_removed)
{
  check_told (
      HEAD ONE TWO TAIL, HEAD ONE TAIL,
      "removed section 二、备足物资\\n编织袋和砂石料要在雨前到位，由各村专人保管。\\n > \n");
}
END_TEST

START_TEST (sections_change_their_places)
{
  check_told (HEAD ONE TWO TAIL,
              HEAD "一、备足物资\n编织袋和砂石料要在雨前到位，由各村专人保管。\n"
                   "二、看清形势\n入汛以来雨水偏多，山塘水库都已蓄满。\n" TAIL,
              "marker section 二、 > 一、\n"
              "moved section 一、看清形势\\n入汛以来雨水偏多，山塘水库都已蓄满。\\n > "
              "二、看清形势\\n入汛以来雨水偏多，山塘水库都已蓄满。\\n\n"
              "marker section 一、 > 二、\n");
}
END_TEST

START_TEST (a_paragraph_goes_into_another_section)
{
  check_told (HEAD ONE "各村的排水沟渠已经清理了一遍，没有发现堵塞。\n" TWO TAIL,
              HEAD ONE TWO "各村的排水沟渠已经清理了一遍，没有发现堵塞。\n" TAIL,
              "moved p 各村的排水沟渠已经清理了一遍，没有发现堵塞。\\n > "
              "各村的排水沟渠已经清理了一遍，没有发现堵塞。\\n\n");
}
END_TEST

START_TEST (a_heading_is_reworded)
{
  check_told (HEAD ONE TWO TAIL,
              HEAD "一、看准形势\n入汛以来雨水偏多，山塘水库都已蓄满。\n" TWO TAIL,
              "reworded section 看清形势 > 看准形势\n");
}
END_TEST

START_TEST (values_change_at_places_that_stay)
{
  check_told ("本月召开第三次调度会，王明同志主持，完成投资3.5亿元，增长8%。\n",
              "本月召开第四次调度会，李强同志主持，完成投资4.2亿元，增长12%。\n",
              "value p 三 > 四 (ordinal)\n"
              "value p 王明 > 李强 (person)\n"
              "value p 3.5 > 4.2 (count)\n"
              "value p 8 > 12 (percent)\n");
  check_told ("会议于2024年3月5日召开。\n", "会议于2025年11月5日召开。\n",
              "value p 2024 > 2025 (date)\n"
              "value p 3 > 11 (date)\n");
}
END_TEST

START_TEST (points_in_a_sentence_are_told_one_by_one)
{
  check_told ("要做到三点。一是雨前查，逐户登记；二是雨中巡，随时报告；三是雨后修，不留隐患。\n",
              "要做到三点。一是雨前查，逐户登记；二是雨中巡，及时报告；三是雨后修，不留隐患。\n",
              "reworded point 雨中巡，随时报告； > 雨中巡，及时报告；\n");
}
END_TEST

START_TEST (blanks_are_told_apart_from_words)
{
  check_told (ONE, "一、看清形势\n　　入汛以来雨水偏多，山塘水库都已蓄满。\n",
              "layout p  > 　　\n");
}
END_TEST

START_TEST (everything_is_added_to_nothing)
{
  check_told ("", "各就各位。\n", "added p  > 各就各位。\\n\n");
  check_told ("各就各位。\n", "", "removed p 各就各位。\\n > \n");
}
END_TEST

START_TEST (a_page_shows_texts_as_texts)
{
  static const char old_text[] = "<script>alert(\"x\")</script>\n甲 & 乙 \001 \0 丙\n";
  static const char new_text[] = "<script>alert(\"y\")</script>\n甲 & 丁 \001 \0 丙\n";
  g_autoptr (LecternDocument) old = read_text (old_text, sizeof old_text - 1);
  g_autoptr (LecternDocument) new = read_text (new_text, sizeof new_text - 1);
  g_autoptr (LecternComparison) comparison = lectern_document_compare (old, new, NULL, NULL);
  g_autoptr (GBytes) page = lectern_comparison_to_html (comparison, "<a>", "b&c", "zh-Hans");
  gsize length;
  const char *data = g_bytes_get_data (page, &length);

  ck_assert (g_utf8_validate (data, (gssize)length, NULL));
  ck_assert (memchr (data, 1, length) == NULL);
  ck_assert (g_strstr_len (data, (gssize)length, "<script") == NULL);
  ck_assert (g_strstr_len (data, (gssize)length, "&lt;script&gt;alert(&quot;") != NULL);
  ck_assert (g_strstr_len (data, (gssize)length, "&lt;a&gt;") != NULL);
  ck_assert (g_strstr_len (data, (gssize)length, "b&amp;c") != NULL);
  ck_assert (g_strstr_len (data, (gssize)length, "<del>") != NULL);
}
END_TEST

START_TEST (it_can_be_cancelled)
{
  g_autoptr (LecternDocument) document = read_text (ONE, strlen (ONE));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ck_assert (lectern_document_compare (document, document, cancellable, &error) == NULL);
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

/* ---- whatever the two speeches are ---- */

/* The leaves are the whole text, and what matches has its match on the other side. */
static void
check_align (LecternAlign *align)
{
  for (guint number = 0; number < 2; number++)
    {
      const LecternAlignSide *side = &align->sides[number];
      const LecternAlignSide *other = &align->sides[1 - number];
      gsize at = 0;

      for (guint i = 0; i < side->items->len; i++)
        {
          const LecternAlignItem *item = _lectern_align_item (side, i);

          ck_assert (item->next > i && item->next <= side->items->len);
          ck_assert (item->parent < (gint32)i);
          if (item->match >= 0)
            {
              const LecternAlignItem *match = _lectern_align_item (other, (guint)item->match);

              ck_assert_int_eq (match->match, (gint32)i);
              ck_assert_int_eq (match->leaf, item->leaf);
            }
          if (!item->leaf)
            continue;
          ck_assert_uint_eq (item->start, at);
          ck_assert (item->start <= item->words && item->words <= item->words_end
                     && item->words_end <= item->end);
          at = item->end;
        }
      ck_assert_uint_eq (at, side->length);
    }
}

static LecternDocument *
make_random (GRand *random, GPtrArray *pool)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = (guint)g_rand_int_range (random, 0, 14);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pool->pdata[g_rand_int_range (random, 0, (gint32)pool->len)]);
  return read_text (text->str, text->len);
}

START_TEST (any_two_speeches_are_aligned_and_told)
{
  static const char *const lines[] = {
    "一、第一件事是修路\n",
    "二、第二件事是架桥\n",
    "（一）先修主路\n",
    "（二）再修支路\n",
    "一是路要修好；二是桥要架好；三是灯要点亮。\n",
    "第一，要快。尽快开工。\n",
    "第二，要稳。\n",
    "路面已经铺了十公里，还有五公里没有动工。\n",
    "　　桥墩立起来了，桥面还没有合龙。\n",
    "\n",
    "同志们：\n",
    "谢谢大家！\n",
    "【提纲】一、修路。二、架桥。\n",
    "XX同志到场。\r\n",
    "没有完",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20);
  g_autoptr (GPtrArray) pool = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_ptr_array_add (pool, (gpointer)lines[i]);
  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (LecternDocument) old = make_random (random, pool);
      g_autoptr (LecternDocument) new = make_random (random, pool);
      g_autoptr (GBytes) old_bytes = lectern_document_to_text (old);
      g_autoptr (GBytes) new_bytes = lectern_document_to_text (new);
      g_autoptr (LecternAlign) align = _lectern_align_new (old, new, NULL, NULL);
      g_autoptr (LecternComparison) comparison = lectern_document_compare (old, new, NULL, NULL);
      g_autoptr (GPtrArray) differences = lectern_comparison_list_differences (comparison);

      check_align (align);
      ck_assert_int_eq (differences->len == 0, g_bytes_equal (old_bytes, new_bytes));
    }
}
END_TEST

START_TEST (trees_that_were_given_are_aligned_too)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (LecternDocument) old
          = random_document (random, (guint)g_rand_int_range (random, 0, 200));
      g_autoptr (LecternDocument) new
          = random_document (random, (guint)g_rand_int_range (random, 0, 200));
      g_autoptr (LecternAlign) align = _lectern_align_new (old, new, NULL, NULL);
      g_autoptr (LecternAlign) same = _lectern_align_new (old, old, NULL, NULL);

      check_align (align);
      check_align (same);
      for (guint i = 0; i < same->sides[0].items->len; i++)
        ck_assert_int_eq (_lectern_align_item (&same->sides[0], i)->match, (gint)i);
    }
}
END_TEST

/* ---- big ones ---- */

#define BIG 60000

typedef void (*Writer) (GString *text, guint i, guint side);

static void
write_unlike (GString *text, guint i, guint side)
{
  for (guint k = 0; k < 12; k++)
    g_string_append_unichar (text,
                             0x4e00 + (i * 7919 + k * (side == 0 ? 104729 : 15485867)) % 20000);
  g_string_append (text, "。\n");
}

static void
write_same (GString *text, guint i, guint side)
{
  g_string_append (text, side == 0 || i % 3 != 0 ? "一律照办，不得有误。\n" : "照办。\n");
}

static void
write_one_line (GString *text, guint i, guint side)
{
  g_string_append_unichar (text, 0x4e00 + (i * (side == 0 ? 7919 : 104729)) % 20000);
}

static void
write_headings (GString *text, guint i, guint side)
{
  g_string_append_printf (text, "（%u）办好第%u件事\n", i % 90 + 1, side == 0 ? i : BIG - i);
}

static void
write_reworded (GString *text, guint i, guint side)
{
  write_unlike (text, i, 0);
  g_string_truncate (text, text->len - strlen ("。\n"));
  g_string_append (text, side == 0 ? "已经办好。\n" : "还要办实。\n");
}

static void
check_big (Writer write, double alike, double at_most)
{
  LecternDocument *documents[2];
  g_autoptr (LecternComparison) comparison = NULL;
  g_autoptr (GTimer) timer = NULL;

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < BIG; i++)
        write (text, i, side);
      documents[side] = read_text (text->str, text->len);
    }
  timer = g_timer_new ();
  comparison = lectern_document_compare (documents[0], documents[1], NULL, NULL);
  /* Each pair with each would take minutes. */
  ck_assert (g_timer_elapsed (timer, NULL) < 30);
  ck_assert_msg (lectern_comparison_get_similarity (comparison) >= alike, "%f",
                 lectern_comparison_get_similarity (comparison));
  ck_assert_msg (lectern_comparison_get_similarity (comparison) <= at_most, "%f",
                 lectern_comparison_get_similarity (comparison));
  g_object_unref (documents[0]);
  g_object_unref (documents[1]);
}

START_TEST (big_speeches_take_no_long)
{
  check_big (write_unlike, 0, 0.1);
  check_big (write_same, 0.5, 1);
  check_big (write_one_line, 0, 1);
  check_big (write_headings, 0.5, 1);
}
END_TEST

START_TEST (reworded_paragraphs_are_found_among_very_many)
{
  check_big (write_reworded, 0.6, 0.95);
}
END_TEST

RUN_SUITE ("compose-compare", the_same_speech_has_no_differences,
           a_section_is_added_and_the_next_counts_on, a_section_is_removed,
           sections_change_their_places, a_paragraph_goes_into_another_section,
           a_heading_is_reworded, values_change_at_places_that_stay,
           points_in_a_sentence_are_told_one_by_one, blanks_are_told_apart_from_words,
           everything_is_added_to_nothing, a_page_shows_texts_as_texts, it_can_be_cancelled,
           any_two_speeches_are_aligned_and_told, trees_that_were_given_are_aligned_too,
           big_speeches_take_no_long, reworded_paragraphs_are_found_among_very_many)
