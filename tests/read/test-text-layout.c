/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "text.h"

/* How a text is laid out changes nothing of its structure, and nothing of the layout is lost. */

#define LONG_LINE                                                                                                                                 \
  "各村的机具要早一点修，油料要早一点买，人手要早一点定，各家各户都要把自己的活儿排好，谁先谁后要" \
  "说清楚"

/* Speeches with every kind of line, each with a line end after it. */
static const TextRow speeches[] = {
  ROW ("sections",
       "<title|在全镇秋收工作会上的讲话>\n<by|（2024年9月6日）>\n<to|同志们：>\n"
       "<open|<p|今天开个会，主要是安排秋收。下面，我讲两点意见。>\n"
       "><s 一、|<h|⟨一、⟩早作打算>\n<s （一）|<h|⟨（一）⟩修机具。><p|该修的修，该换的换。>\n"
       "><s （一）|<h|⟨（二）⟩定人手>\n"
       "<p|要做两件事：⟦一是|«⟨一是⟩‹摸底；›»«⟨二是⟩‹派工。›»⟧>\n"
       ">><s 一、|<h|⟨二、⟩抓紧收割>\n⟦一要|«<p|⟨一要⟩‹快。›熟一块收一块。>\n<p|不等不靠。>\n"
       "»«<p|⟨二要⟩‹净。›>\n»⟧><close|<p|同志们，收成就在眼前，大家抓紧干！>\n"
       "><thanks|谢谢大家！>\n"),
  ROW ("an outline, parallel paragraphs, adverts",
       "<noise|更多讲话稿请加QQ群：12345>\n"
       "<outline|【提纲】<e1|⟨一、⟩早作打算。><e1|⟨二、⟩抓紧收割。>\n"
       "><title|在全镇秋收工作会上的讲话>\n<to|各位代表，\n同志们：>\n"
       "<open|<p|今天开个会，主要是安排秋收。>\n>⟦要聚焦*|«<p|‹要聚焦机具。›该修的修。>\n"
       "»«<p|‹要聚焦人手。›该派的派。>\n»⟧<close|<p|同志们，收成就在眼前，大家抓紧干！>\n"
       "><by|2024年9月6日>\n<noise|来源：某某网>\n"),
  ROW ("a cut paragraph",
       "<to|同志们：>\n<open|<p|今天开个会。>\n><s 一、|<h|⟨一、⟩早作打算>\n<p|" LONG_LINE
       "，\n不要等到下雨才想起来。>\n><s 一、|<h|⟨二、⟩抓紧收割>\n"
       "⟦第一，|«<p|⟨第一，⟩‹要快。›" LONG_LINE "\n不要乱。>\n»«<p|⟨第二，⟩‹要净。›>\n»⟧>"),
};

/* The line ends of the tree, one after the other, become those of `ends` in turn. */
static void
check_with_line_ends (const char *const *ends, guint n_ends)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (speeches); i++)
    {
      g_auto (GStrv) lines = g_strsplit (speeches[i].tree, "\n", -1);
      g_autoptr (GString) tree = g_string_new (NULL);

      for (guint k = 0; lines[k] != NULL; k++)
        g_string_append_printf (tree, "%s%s", k == 0 ? "" : ends[k % n_ends], lines[k]);
      check_tree (speeches[i].name, tree->str, tree->len, wrong);
    }
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}

START_TEST (lines_end_in_lf_crlf_cr_or_all_of_them)
{
  static const char *const ends[][3] = {
    { "\n", "\n", "\n" }, { "\r\n", "\r\n", "\r\n" }, { "\r", "\r", "\r" }, { "\n", "\r\n", "\r" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    check_with_line_ends (ends[i], 3);
}
END_TEST

START_TEST (blanks_at_the_end_of_lines_are_kept_outside)
{
  static const char *const ends[] = { "  \n", "\t\n", "　\n", " \n" };

  check_with_line_ends (ends, G_N_ELEMENTS (ends));
}
END_TEST

START_TEST (the_last_line_needs_no_end)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (speeches); i++)
    {
      const char *last = strrchr (speeches[i].tree, '\n');
      g_autoptr (GString) tree = g_string_new_len (speeches[i].tree, last - speeches[i].tree);

      g_string_append (tree, last + 1);
      check_tree (speeches[i].name, tree->str, tree->len, wrong);
    }
  ck_assert_msg (wrong->len == 0, "%s", wrong->str);
}
END_TEST

START_TEST (a_byte_order_mark_is_no_text)
{
  for (guint i = 0; i < G_N_ELEMENTS (speeches); i++)
    {
      g_autoptr (GBytes) text = text_of_tree (speeches[i].tree, speeches[i].length);
      g_autofree char *marked
          = g_strconcat ("\xef\xbb\xbf", (const char *)g_bytes_get_data (text, NULL), NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (marked, g_bytes_get_size (text) + 3);
      g_autoptr (LecternDocument) document = read_text (bytes);
      GString *tree = tree_of_document (document);

      ck_assert (lectern_document_get_bom (document));
      ck_assert_str_eq (tree->str, speeches[i].tree);
      g_string_free (tree, TRUE);
    }
}
END_TEST

static const TextRow indents[] = {
  ROW ("two wide blanks",
       "<to|同志们：>\n<open|　　<p|今天开个会。>\n　　<p|安排秋收。>\n"
       "><s 一、|　　<h|⟨一、⟩早作打算>\n　　<p|机具要早修。>\n"
       "><s 一、|　　<h|⟨二、⟩抓紧收割>\n⟦一要|　　«<p|⟨一要⟩‹快。›>\n　　<p|不等不靠。>\n"
       "»«　　<p|⟨二要⟩‹净。›>\n»⟧><close|　　<p|同志们，抓紧干！>\n"
       ">　　<thanks|谢谢大家！>\n"),
  ROW ("narrow blanks and tabs", "    <to|同志们：>\n<open|    <p|今天开个会。>\n"
                                 "><s 一、|\t<h|⟨一、⟩早作打算>\n    <p|机具要早修。>\n"
                                 "><close|    <p|同志们，抓紧干！>\n>"),
  ROW ("a section that begins a section takes no indent again",
       "<to|同志们：>\n<open|　　<p|今天开个会。>\n><s 一、|　　<h|⟨一、⟩早作打算>\n"
       "<s （一）|　　<h|⟨（一）⟩修机具。><p|该修的修。>\n>><close|　　<p|同志们，抓紧干！>\n"
       ">"),
};

START_TEST (indents_belong_to_the_container_that_begins_there) { CHECK_SPEECHES (indents); }
END_TEST

static const TextRow blank_lines[] = {
  ROW ("everywhere",
       "\n<title|在全镇秋收工作会上的讲话>\n\n<to|同志们：>\n\n<open|<p|今天开个会。>\n\n"
       "<p|安排秋收。>\n>\n<s 一、|<h|⟨一、⟩早作打算>\n\n<s （一）|<h|⟨（一）⟩修机具>\n\n"
       "<p|该修的修。>\n>\n<s （一）|<h|⟨（二）⟩定人手>\n\n⟦一是|«<p|⟨一是⟩‹摸底。›>\n\n"
       "<p|家家都要问到。>\n»\n«<p|⟨二是⟩‹派工。›>\n»⟧>>\n<close|<p|同志们，抓紧干！>\n\n"
       "<p|早收早好。>\n>\n<thanks|谢谢大家！>\n\n\n"),
  ROW ("with blanks in them",
       "<to|同志们：>\n  \n<open|<p|今天开个会。>\n>\t\n<s 一、|<h|⟨一、⟩早作打算>\n　　\n"
       "<p|机具要早修。>\n> \n<close|<p|同志们，抓紧干！>\n>　\n"),
};

START_TEST (blank_lines_belong_to_the_container_that_goes_on) { CHECK_SPEECHES (blank_lines); }
END_TEST

static const TextRow cut[] = {
  ROW ("after a comma", "<p|机具要早修，油料要早买，\n人手要早定。>\n"),
  ROW ("in mid-word", "<p|" LONG_LINE "，谁都不能等到下\n雨才想起来。>\n"),
  ROW ("over several lines", "<p|" LONG_LINE "，\n" LONG_LINE "，\n不要乱。>\n"),
  ROW ("before a mark", "<p|" LONG_LINE "\n，不要乱。>\n"),
  ROW ("with a series that goes over the line end",
       "<p|要做到：>⟦一是|«<p|⟨一是⟩" LONG_LINE "，\n不要乱，>»«<p|⟨二是⟩‹不要急。›>\n»⟧"),
  ROW ("after a marker", "⟦一是|«<p|⟨一是⟩‹\n把渠修好。›>\n»«<p|⟨二是⟩‹\n把桥架好。›>\n»⟧"),
  ROW ("after a marker with a mark",
       "⟦第一，|«<p|⟨第一，⟩‹\n把渠修好。›>\n»«<p|⟨第二，⟩‹\n把桥架好。›>\n»⟧"),
  ROW ("not after a stop", "<p|" LONG_LINE "。>\n<p|不要乱。>\n"),
  ROW ("not before an indent", "<p|" LONG_LINE ">\n　　<p|不要乱，也不要急。>\n"),
  ROW ("not before a marker", "<p|" LONG_LINE ">\n<p|⟦一是|«⟨一是⟩‹不要乱。›»⟧>\n"),
};

START_TEST (a_paragraph_that_a_line_end_cuts_is_one) { CHECK_SECTIONS (cut); }
END_TEST

static const TextRow wrapped[] = {
  ROW ("at a fixed width",
       "<to|同志们：>\n<open|<p|今天我们开个会，主要是安排\n秋收工作，刚才，"
       "各村都说了\n自己的打算，我听了很高兴，\n也想说几句心里话，请大家听\n一听，"
       "看看对不对。>\n><s 一、|<h|⟨一、⟩早作打算>\n<p|机具要早修，人手要早定，油\n料要早买，"
       "各家各户的活儿都\n要排好，千万不要等到天上下\n雨才想起来。>\n"
       "><s 一、|<h|⟨二、⟩抓紧收割>\n⟦一要|«<p|⟨一要⟩‹快。›熟一块收一块，不等不靠，"
       "\n不能等到下雨才想起来，更不\n能等到发芽才想起来。>\n»«<p|⟨二要⟩‹净。›>\n»⟧>"),
};

START_TEST (a_text_that_was_wrapped_has_its_paragraphs_back) { CHECK_SPEECHES (wrapped); }
END_TEST

static const TextRow one_line[] = {
  ROW ("parted by wide blanks",
       "<to|同志们：><open|　　<p|今天我们开个会，主要是安排秋收。>>"
       "<s 一、|　　<h|⟨一、⟩早作打算。><p|机具要早修，人手要早定。>>"
       "<s 一、|　　<h|⟨二、⟩抓紧收割。>⟦一要|　　«<p|⟨一要⟩‹快。›>»«　　<p|⟨二要⟩‹净。›>»⟧>"
       "<close|　　<p|同志们，大家抓紧干！>>　　<thanks|谢谢大家！>"),
  ROW ("parted by wide blanks where no stop stands",
       "<title|在全镇秋收工作会上的讲话>　　<to|同志们：><open|　　<p|今天我们开个会，"
       "主要是安排秋收。>><s 一、|　　<h|⟨一、⟩早作打算>　　<p|机具要早修，人手要早定。>>"
       "<s 一、|　　<h|⟨二、⟩抓紧收割>　　<p|熟一块收一块。>><close|　　<p|同志们，"
       "大家抓紧干！>>　　<thanks|谢谢大家！>"),
  ROW ("parted by nothing", "<to|同志们：><open|<p|今天我们开个会，主要是安排秋收。"
                            "要做两件事：⟦一是|«⟨一是⟩‹机具要早修；›»«⟨二是⟩‹人手要早定。›»⟧>>"),
};

START_TEST (a_speech_may_stand_in_one_line) { CHECK_SPEECHES (one_line); }
END_TEST

static const TextRow characters[] = {
  ROW ("NUL", "<to|同志们：>\n<open|<p|今天\0开个会。>\n><s 一、|<h|⟨一、⟩早作\0打算>\n"
              "<p|机具要早修。>\n><close|<p|同志们，抓\0紧干！>\n>"),
  ROW ("NUL in a point",
       "<to|同志们：>\n<open|<p|今天开个会。⟦一是|«⟨一是⟩‹早\0修；›»«⟨二是⟩‹早收。›»⟧>\n>"),
  ROW ("NUL alone on a line",
       "<to|同志们：>\n<open|<p|今天开个会。>\n><p|\0>\n<close|<p|同志们，抓紧干！>\n>"),
  ROW ("controls",
       "<to|同志们：>\n<open|<p|今天\x01开\x1f个\x7f会。>\n><s 一、|<h|⟨一、⟩早\x02作打算>\n"
       "<p|机具要早修。>\n><close|<p|同志们，抓紧干！>\n>"),
  ROW ("U+2028 ends no line", "<to|同志们：>\n<open|<p|今天开个会。\xe2\x80\xa8主要是安排秋收。>\n"
                              "><close|<p|同志们，抓紧干！>\n>"),
  ROW ("U+0085 ends no line", "<to|同志们：>\n<open|<p|今天开个会。\xc2\x85主要是安排秋收。>\n"
                              "><close|<p|同志们，抓紧干！>\n>"),
  ROW ("U+FFFE and U+FFFF", "<to|同志们：>\n<open|<p|今天\xef\xbf\xbe开个\xef\xbf\xbf会。>\n"
                            "><close|<p|同志们，抓紧干！>\n>"),
  ROW ("of four bytes",
       "<to|同志们：>\n<open|<p|今天在𠮷村开个会😀。>\n><s 一、|<h|⟨一、⟩𠮷村先收>\n"
       "⟦一要|«<p|⟨一要⟩‹𠮷。›😀>\n»«<p|⟨二要⟩‹😀。›>\n»⟧>"),
  ROW ("a zero width space",
       "<to|同志们：>\n<open|<p|今天\xe2\x80\x8b开个会。>\n><close|<p|同志们，抓紧干！>\n>"),
  ROW ("nothing", ""),
  ROW ("a line end", "\n"),
  ROW ("blanks", " 　\t"),
  ROW ("blank lines", "  \r\n\r　\n\n"),
};

START_TEST (every_character_is_text) { CHECK_SPEECHES (characters); }
END_TEST

/* The text is gone over by blocks of bytes, and what begins in one may end in the next. */
START_TEST (what_is_found_does_not_depend_on_its_offset)
{
  static const char *const masked[]
      = { "到某县去", "给口口村送", "人选待补充。", "走访X户", "增加XX%", "请（略）看" };
  static const guint found[] = { 1, 1, 1, 1, 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (masked); i++)
    for (gsize before = 0; before < 70; before++)
      for (gsize after = 0; after < 40; after += 13)
        {
          g_autofree char *start = g_strnfill (before, 'a');
          g_autofree char *end = g_strnfill (after, 'b');
          g_autofree char *text = g_strdup_printf ("%s，%s，%s", start, masked[i], end);
          g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
          g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);
          g_autoptr (GPtrArray) masks = lectern_node_list_descendants (
              lectern_document_get_root (document), LECTERN_NODE_PLACEHOLDER);

          ck_assert_msg (masks->len == found[i], "%u masks in %s", masks->len, text);
        }
}
END_TEST

RUN_SUITE ("layout of text", lines_end_in_lf_crlf_cr_or_all_of_them,
           blanks_at_the_end_of_lines_are_kept_outside, the_last_line_needs_no_end,
           a_byte_order_mark_is_no_text, indents_belong_to_the_container_that_begins_there,
           blank_lines_belong_to_the_container_that_goes_on,
           a_paragraph_that_a_line_end_cuts_is_one, a_text_that_was_wrapped_has_its_paragraphs_back,
           a_speech_may_stand_in_one_line, every_character_is_text,
           what_is_found_does_not_depend_on_its_offset)
