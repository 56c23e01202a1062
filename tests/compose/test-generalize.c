/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "speech.h"

/* Templates made of several speeches: each speech comes back from the template and its row. With
 * LECTERN_CORPUS set, also the texts (*.txt) of that folder and the folders in it, neighbours two
 * by two. */

static LecternDocument *
read_bytes (GBytes *bytes)
{
  LecternDocument *document = lectern_document_new_from_text (bytes, NULL);

  ck_assert (document != NULL);
  return document;
}

static GPtrArray *
read_texts (const char *const *texts)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (; *texts != NULL; texts++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (*texts, strlen (*texts));

      g_ptr_array_add (documents, read_bytes (bytes));
    }
  return documents;
}

/* A reader of RFC 4180 that trusts its input: cells of all rows, one after the other. */
static GPtrArray *
read_csv (GBytes *table)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  gsize length;
  const char *text = g_bytes_get_data (table, &length), *end = text + length;
  g_autoptr (GString) cell = g_string_new (NULL);

  for (const char *p = text; p < end;)
    {
      gboolean quoted = *p == '"';

      g_string_truncate (cell, 0);
      for (p += quoted; p < end; p++)
        {
          if (quoted && *p == '"' && (p + 1 == end || p[1] != '"'))
            break;
          if (!quoted && (*p == ',' || *p == '\r'))
            break;
          p += quoted && *p == '"';
          g_string_append_c (cell, *p);
        }
      p += quoted;
      ck_assert (p < end && (*p == ',' || *p == '\r'));
      g_ptr_array_add (cells, g_bytes_new (cell->str, cell->len));
      p += *p == ',' ? 1 : 2;
    }
  return cells;
}

/* Fills the template, read again from its bytes, with the rows of the table, read again too. */
static void
check_comes_back (LecternGeneralization *made, GPtrArray *documents)
{
  g_autoptr (GBytes) text = lectern_document_to_text (lectern_generalization_get_template (made));
  g_autoptr (GBytes) table = lectern_generalization_to_csv (made);
  g_autoptr (LecternDocument) document = read_bytes (text);
  g_autoptr (LecternTemplate) template = lectern_template_new (document, NULL, NULL);
  g_autoptr (GPtrArray) cells = read_csv (table);
  guint width = lectern_generalization_get_n_fields (made) + 1;

  ck_assert_uint_eq (lectern_generalization_get_n_rows (made), documents->len);
  ck_assert_uint_eq (cells->len, width * (documents->len + 1));
  for (guint row = 0; row < documents->len; row++)
    {
      g_autoptr (LecternValues) values = lectern_values_new (NULL);
      g_autoptr (GBytes) wanted = lectern_document_to_text (documents->pdata[row]);
      g_autoptr (GBytes) filled = NULL;

      for (guint i = 1; i < width; i++)
        {
          gsize length;
          const char *name = lectern_generalization_get_name (made, i - 1);
          const char *data = g_bytes_get_data (cells->pdata[width * (row + 1) + i], &length);
          g_autoptr (LecternValue) value = NULL;

          ck_assert (strncmp (g_bytes_get_data (cells->pdata[i], NULL), name, strlen (name)) == 0);
          /* A table can say nothing else of an empty cell. */
          if (length == 0)
            continue;
          value = lectern_value_new_text (data, (gssize)length);
          lectern_values_set (values, name, value);
        }
      filled = lectern_template_fill_to_text (template, values, NULL, NULL);
      ck_assert (filled != NULL && g_bytes_equal (filled, wanted));
    }
}

static LecternGeneralization *
generalize (GPtrArray *documents)
{
  g_autoptr (GError) error = NULL;
  LecternGeneralization *made = lectern_generalization_new (documents, NULL, &error);

  ck_assert_msg (made != NULL, "%s", error != NULL ? error->message : "");
  check_comes_back (made, documents);
  return made;
}

static char *
dup_template (LecternGeneralization *made)
{
  g_autoptr (GBytes) text = lectern_document_to_text (lectern_generalization_get_template (made));

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static void
check_template (const char *const *texts, const char *wanted)
{
  g_autoptr (GPtrArray) documents = read_texts (texts);
  g_autoptr (LecternGeneralization) made = generalize (documents);
  g_autofree char *template = dup_template (made);

  ck_assert_str_eq (template, wanted);
}

#define CHECK_TEMPLATE(wanted, ...) check_template ((const char *[]){ __VA_ARGS__, NULL }, wanted)

START_TEST (values_become_fields_of_their_kinds)
{
  CHECK_TEMPLATE (
      "在全镇防汛会上的讲话\n同志们：\n这是今年第{{次序:ordinal}}次会议，{{姓名:person}}同志主持。"
      "筹集资金{{金额:count}}亿元，完成{{百分比:percent}}%。\n",
      "在全镇防汛会上的讲话\n同志们：\n这是今年第三次会议，王明同志主持。筹集资金3.5亿元，完成"
      "56%。\n",
      "在全镇防汛会上的讲话\n同志们：\n这是今年第四次会议，李强同志主持。筹集资金4.2亿元，完成"
      "62%。\n");
}
END_TEST

START_TEST (what_is_the_same_everywhere_is_one_field)
{
  CHECK_TEMPLATE ("一、回顾{{年份:date}}年\n{{年份:date}}年工作有序，群众满意。\n",
                  "一、回顾2023年\n2023年工作有序，群众满意。\n",
                  "一、回顾2024年\n2024年工作有序，群众满意。\n");
}
END_TEST

START_TEST (what_its_place_would_write_otherwise_is_text)
{
  /* A figure would be written in digits there, and in one of the two it is not. */
  CHECK_TEMPLATE ("各村组织巡堤队{{内容:text}}支，昼夜值守。\n", "各村组织巡堤队12支，昼夜值守。\n",
                  "各村组织巡堤队十几支，昼夜值守。\n");
}
END_TEST

START_TEST (same_speeches_have_no_fields)
{
  CHECK_TEMPLATE ("一、修路\n路要修好。\n", "一、修路\n路要修好。\n", "一、修路\n路要修好。\n");
  CHECK_TEMPLATE ("", "", "");
}
END_TEST

START_TEST (what_looks_like_a_field_comes_back)
{
  static const char *const texts[]
      = { "{{姓名}}同志，你好。\n{{#if 雨}}\n带伞三把。\n{{/if}}\nXX同志也来，带$"
          "{物}和{{。\n完成{}项。\n",
          "{{姓名}}同志，你好。\n{{#if 雨}}\n带伞五把。\n{{/if}}\nXX同志也来，带$"
          "{物}和{{。\n完成{}项。\n",
          NULL };
  g_autoptr (GPtrArray) documents = read_texts (texts);
  g_autoptr (LecternGeneralization) made = generalize (documents);
  g_autofree char *template = dup_template (made);

  ck_assert (strstr (template, "{{姓名}}") == NULL);
  ck_assert (strstr (template, "{{#if 雨}}") == NULL);
  ck_assert (strstr (template, "XX同志") != NULL);
}
END_TEST

START_TEST (three_speeches_have_one_template)
{
  CHECK_TEMPLATE ("一、修路\n今年修路{{今年修路长度:count}}里，架桥{{架桥数:count}}座。\n",
                  "一、修路\n今年修路3里，架桥5座。\n", "一、修路\n今年修路4里，架桥5座。\n",
                  "一、修路\n今年修路3里，架桥6座。\n");
}
END_TEST

/* Pairs and triples of texts of every kind. */
static const char *const samples[] = {
  "",
  "\n",
  "没有完",
  "一、修路\n路要修好，不留断头。\n二、架桥\n桥要架稳，不留隐患。\n",
  "一、修路\n路要修好，不留断头。\n二、种树\n沿路种树，专人看护。\n三、架桥\n桥要架稳，不留隐患。"
  "\n",
  "一、修路\r\n路要修好，不留断头。\r\n二、架桥\r\n桥要架稳，不留隐患。\r\n",
  "一、架桥\n桥要架稳，不留隐患。\n二、修路\n路要修好，不留断头。\n",
  "同志们：\n他说：“要快,\"要稳\"”，又说：\n“要好。”\n谢谢大家！\n",
  "同志们：\n他说：“要早,\"要实\"”，又说：\n\n“要成。”\n谢谢大家！\n",
  "{{甲}}{{甲:text|}}{{{{乙}}}}\n{ {\n}}\n",
  "{{甲}}{{甲:text|}}{{{{丙}}}}\n{ {\n}}\n第X轮\n",
  "　　段首空格。　\n\t制表。 \n",
  "　　段首空白。　\n\t制表！ \n",
  "【提纲】一、修路。二、架桥。\n一、修路\n要快。\n二、架桥\n要稳。\n",
  "本文由会员上传\n在会上的讲话\n同志们：\n第 2 页\n讲三点。一是快；二是稳；三是好。\n",
  "本文由站长上传\n在会上的发言\n同志们：\n第 3 页\n讲两点。一是快；二是好。\n",
  "XX同志于X月X日到XX县，带了X个人。\n",
  "XX同志于3月X日到XX县，带了9个人。\n",
};

START_TEST (any_speeches_come_back)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (samples); j++)
      {
        const char *texts[]
            = { samples[i], samples[j], samples[(i * 7 + j) % G_N_ELEMENTS (samples)], NULL };
        g_autoptr (GPtrArray) three = read_texts (texts);
        g_autoptr (GPtrArray) two = NULL;
        g_autoptr (LecternGeneralization) of_three = generalize (three);
        g_autoptr (LecternGeneralization) of_two = NULL;

        texts[2] = NULL;
        two = read_texts (texts);
        of_two = generalize (two);
      }
}
END_TEST

/* A speech of many sections, with figures that only some of its kind have. */
static GBytes *
make_speech (GRand *random)
{
  GString *text = g_string_new ("在全县春耕会上的讲话\n同志们：\n今天开会，任务很重。\n");
  guint n = (guint)g_rand_int_range (random, 2, 6);

  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (LecternNumbering) numbering = lectern_numbering_new_from_marker ("一、", NULL);
      g_autofree char *marker = lectern_numbering_dup_marker (numbering, i, NULL);

      g_string_append_printf (text, "%s抓好第%u件事\n", marker, i);
      for (gint k = g_rand_int_range (random, 0, 4); k > 0; k--)
        g_string_append_printf (text, "第%d村已经备耕%d亩，还差%d亩，%s。\n", k,
                                g_rand_int_range (random, 1, 999), g_rand_int_range (random, 1, 99),
                                g_rand_boolean (random) ? "进度很快" : "还要加紧，不能等靠");
    }
  g_string_append (text, "同志们，春时不等人，大家抓紧干！\n谢谢大家！\n");
  return g_string_free_to_bytes (text);
}

START_TEST (generated_speeches_come_back)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (LecternGeneralization) made = NULL;

      for (gint n = g_rand_int_range (random, 2, 5); n > 0; n--)
        {
          g_autoptr (GBytes) speech = make_speech (random);

          g_ptr_array_add (documents, read_bytes (speech));
        }
      made = generalize (documents);
      ck_assert (lectern_generalization_get_similarity (made) > 0);
    }
}
END_TEST

START_TEST (it_can_be_cancelled)
{
  g_autoptr (GPtrArray) documents = read_texts ((const char *[]){ "甲。\n", "乙。\n", NULL });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ck_assert (lectern_generalization_new (documents, cancellable, &error) == NULL);
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}
END_TEST

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
add_folder (GPtrArray *paths, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_folder (paths, path);
      else if (g_str_has_suffix (name, ".txt"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

START_TEST (neighbours_of_a_folder_come_back)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LecternDocument) before = NULL;

  if (g_getenv ("LECTERN_CORPUS") != NULL)
    add_folder (paths, g_getenv ("LECTERN_CORPUS"));
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths->pdata[i]);
      g_autoptr (LecternDocument) document
          = lectern_document_new_from_file (file, NULL, NULL, NULL);
      g_autoptr (GPtrArray) two = g_ptr_array_new ();
      g_autoptr (LecternGeneralization) made = NULL;

      if (document != NULL && before != NULL)
        {
          g_ptr_array_add (two, before);
          g_ptr_array_add (two, document);
          made = generalize (two);
        }
      g_set_object (&before, document);
    }
}
END_TEST

RUN_SUITE ("compose-generalize", values_become_fields_of_their_kinds,
           what_is_the_same_everywhere_is_one_field, what_its_place_would_write_otherwise_is_text,
           same_speeches_have_no_fields, what_looks_like_a_field_comes_back,
           three_speeches_have_one_template, any_speeches_come_back, generated_speeches_come_back,
           it_can_be_cancelled, neighbours_of_a_folder_come_back)
