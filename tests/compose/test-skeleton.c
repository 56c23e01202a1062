/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* Speeches to be written, from outlines. */

static LecternDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return lectern_document_new_from_text (bytes, NULL);
}

static char *
dup_text (LecternDocument *document)
{
  g_autoptr (GBytes) text = lectern_document_to_text (document);

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static char *
dup_outline (LecternDocument *document, gboolean indented)
{
  g_autoptr (LecternOutlineRenderer) renderer = lectern_outline_renderer_new ();
  g_autoptr (GBytes) outline = NULL;

  lectern_outline_renderer_set_indented (renderer, indented);
  outline = lectern_renderer_render_to_bytes (LECTERN_RENDERER (renderer),
                                              lectern_document_get_root (document), NULL, NULL);
  return g_strndup (g_bytes_get_data (outline, NULL), g_bytes_get_size (outline));
}

static LecternDocument *
make (const char *outline)
{
  g_autoptr (LecternDocument) document = read_text (outline);
  g_autoptr (GError) error = NULL;
  LecternDocument *skeleton = lectern_document_new_skeleton (document, &error);

  ck_assert_msg (skeleton != NULL, "%s", error != NULL ? error->message : "");
  return skeleton;
}

START_TEST (a_skeleton_has_all_parts_of_a_speech)
{
  g_autoptr (LecternDocument) skeleton
      = make ("【提纲】一、看清形势。一是任务重。二是时间紧。二、抓好落实。\n");
  g_autofree char *text = dup_text (skeleton);
  g_autoptr (GPtrArray) announcements
      = lectern_document_list_nodes (skeleton, LECTERN_NODE_ANNOUNCEMENT);
  g_autoptr (GPtrArray) places = lectern_document_list_nodes (skeleton, LECTERN_NODE_PLACEHOLDER);

  ck_assert_str_eq (text, "在【待补】会议上的讲话\n"
                          "同志们：\n"
                          "【待补】。下面，我讲两点意见。\n"
                          "一、看清形势\n"
                          "一是任务重。【待补】。\n"
                          "二是时间紧。【待补】。\n"
                          "二、抓好落实\n"
                          "【待补】。\n"
                          "同志们，【待补】！\n"
                          "谢谢大家！\n");
  ck_assert_uint_eq (announcements->len, 1);
  ck_assert_uint_eq (lectern_node_count_delivered (announcements->pdata[0]), 2);
  ck_assert_uint_eq (places->len, 6);
}
END_TEST

START_TEST (its_outline_is_the_outline_given_in_one_line)
{
  static const char *const outlines[] = {
    "【提纲】一、看清形势。二、抓好落实。三、加强领导。\n",
    "【提纲】一、看清形势。（一）任务重。（二）时间紧。二、抓好落实。（一）分好工。（二）抓好点。"
    "\n",
    "【提纲】一、看清形势。一是任务重。二是时间紧。三是要求高。二、抓好落实。\n",
    "【提纲】第一，要快。第二，要稳。\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autoptr (LecternDocument) skeleton = make (outlines[i]);
      g_autofree char *outline = dup_outline (skeleton, FALSE);

      ck_assert_str_eq (outline, outlines[i]);
    }
}
END_TEST

START_TEST (its_outline_is_the_outline_given_line_by_line)
{
  static const char outline[] = "一、看清形势\n"
                                "  （一）任务重\n"
                                "    1.堤长\n"
                                "    2.人少\n"
                                "  （二）时间紧\n"
                                "二、抓好落实\n"
                                "  一是分好工。\n"
                                "  二是抓好点。\n";
  g_autoptr (LecternDocument) skeleton = make (outline);
  g_autofree char *made = dup_outline (skeleton, TRUE);

  ck_assert_str_eq (made, outline);
}
END_TEST

START_TEST (entries_without_markers_are_numbered)
{
  g_autoptr (LecternDocument) skeleton = make ("看清形势\n\t任务重\n\t时间紧\n抓好落实\n");
  g_autofree char *made = dup_outline (skeleton, TRUE);

  ck_assert_str_eq (made, "一、看清形势\n  （一）任务重\n  （二）时间紧\n二、抓好落实\n");
}
END_TEST

START_TEST (of_a_speech_its_outline_and_its_frame_are_taken)
{
  g_autoptr (LecternDocument) speech
      = read_text ("在全镇防汛会上的讲话\n各位乡亲：\n汛期到了，大家都要动起来。\n一、看清形势\n"
                   "雨比往年多。\n二、备足物资\n沙袋要备足。\n多谢各位！\n");
  g_autoptr (LecternDocument) skeleton = lectern_document_new_skeleton (speech, NULL);
  g_autofree char *wanted = dup_outline (speech, TRUE), *made = dup_outline (skeleton, TRUE);
  g_autofree char *text = dup_text (skeleton);

  ck_assert_str_eq (made, wanted);
  ck_assert (g_str_has_prefix (text, "在全镇防汛会上的讲话\n各位乡亲：\n【待补】。"));
  ck_assert (strstr (text, "雨比往年多") == NULL);
}
END_TEST

START_TEST (nothing_gives_no_skeleton)
{
  static const char *const texts[] = { "", "\n  \n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LecternDocument) document = read_text (texts[i]);
      g_autoptr (GError) error = NULL;

      ck_assert (lectern_document_new_skeleton (document, &error) == NULL);
      ck_assert (g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_EDIT));
    }
}
END_TEST

START_TEST (what_would_be_read_otherwise_is_refused)
{
  g_autoptr (LecternDocument) document = read_text ("一、看清形势\n谢谢大家！\n  三、抓好落实\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) skeleton = lectern_document_new_skeleton (document, &error);
  g_autofree char *wanted = dup_outline (document, TRUE);
  g_autofree char *made = skeleton != NULL ? dup_outline (skeleton, TRUE) : NULL;

  /* Either it says so, or it has kept the outline. */
  ck_assert (skeleton != NULL ? strcmp (made, wanted) == 0
                              : g_error_matches (error, LECTERN_ERROR, LECTERN_ERROR_EDIT));
}
END_TEST

START_TEST (an_english_outline_gives_an_english_speech)
{
  g_autoptr (LecternDocument) skeleton = make ("1. Where we stand\n2. What comes next\n");
  g_autofree char *text = dup_text (skeleton);

  ck_assert (strstr (text, "I will make 2 points.") != NULL);
  ck_assert (strstr (text, "1. Where we stand\n") != NULL);
}
END_TEST

RUN_SUITE ("compose-skeleton", a_skeleton_has_all_parts_of_a_speech,
           its_outline_is_the_outline_given_in_one_line,
           its_outline_is_the_outline_given_line_by_line, entries_without_markers_are_numbered,
           of_a_speech_its_outline_and_its_frame_are_taken, nothing_gives_no_skeleton,
           what_would_be_read_otherwise_is_refused, an_english_outline_gives_an_english_speech)
