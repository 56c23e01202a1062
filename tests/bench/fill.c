/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * fill [OPTION…]: filling a template of 5.7 KB with 60 values, beside ctemplate and Jinja2, on the
 * same text, in one process. All take turns in every round, and the medians of thread CPU time are
 * compared. */
#include "fill-peers.h"

#include <lectern/lectern.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_VALUES   60
#define N_BYTES    5700
#define MAX_ROUNDS 31

static int option_rounds = 9;
static int option_loops = 2000;
static char *option_only;

/* The content: a template with fields, one with masks, and the values of a row. */
typedef struct
{
  char *names[N_VALUES];
  char *values[N_VALUES];
  GString *fields; /* {{v00}} … */
  GString *masks;  /* X个, 第X轮, X月X日 … */
  LecternTemplate *template;
  LecternTemplate *masked;
  LecternValues *row;
  LecternValues *masked_row;
  PeerTemplate *ctemplate;
  gpointer ctemplate_row;
  PeerTemplate *jinja;
  gpointer jinja_row;
} Content;

static const char *const before[] = { "今年以来，各镇按照部署，先后对", "据统计，全区已经建成",
                                      "这项工作由", "目前看来，进展比较顺利，其中" };
static const char *const behind[] = { "进行了走访，群众反映总体是好的。", "，比去年同期有所增加。",
                                      "牵头，其他部门配合。", "走在前面，值得肯定。\n" };
static const char *const values[] = { "临河", "二十八处", "水务局", "东湖街道" };
static const char *const masks[]
    = { "XX区", "XX个断面", "XX局", "第X轮治水", "X月X日", "XX万元", "XX系统", "XX同志" };

static LecternTemplate *
compile (GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (LecternDocument) document = lectern_document_new_from_text (bytes, NULL);

  return lectern_template_new (document, NULL, NULL);
}

static void
make_texts (Content *content)
{
  content->fields = g_string_new ("在全区治水会上的讲话\n同志们：\n");
  content->masks = g_string_new (content->fields->str);
  for (guint i = 0; i < N_VALUES; i++)
    {
      content->names[i] = g_strdup_printf ("v%02u", i);
      content->values[i] = g_strdup (values[i % 4]);
      g_string_append_printf (content->fields, "%s{{%s}}%s", before[i % 4], content->names[i],
                              behind[i % 4]);
      g_string_append_printf (content->masks, "%s%s%s", before[i % 4], masks[i % 8], behind[i % 4]);
    }
  while (content->fields->len < N_BYTES)
    {
      g_string_append (content->fields, "大家要把心思用在治水上，把功夫下在平时。\n");
      g_string_append (content->masks, "大家要把心思用在治水上，把功夫下在平时。\n");
    }
}

/* A value of the kind that each field wants. */
static LecternValues *
make_row (LecternTemplate *template)
{
  static const struct
  {
    const char *kind;
    const char *text;
  } kinds[] = { { "count", "28" },    { "ordinal", "3" },         { "date", "2025-03-12" },
                { "person", "张三" }, { "organisation", "水务" }, { "text", "水务" } };
  g_autoptr (GPtrArray) fields = lectern_template_list_fields (template);
  LecternValues *row = lectern_values_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const char *kind = lectern_field_get_kind (fields->pdata[i]);
      const char *text = "临河";
      g_autoptr (LecternValue) value = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        if (g_strcmp0 (kind, kinds[j].kind) == 0)
          text = kinds[j].text;
      value = lectern_field_new_value (fields->pdata[i], text);
      lectern_values_set (row, lectern_field_get_name (fields->pdata[i]), value);
    }
  return row;
}

/* Not in the order in which the template asks for them. */
static LecternValues *
new_row (const Content *content)
{
  LecternValues *row = lectern_values_new (NULL);

  for (guint i = 0; i < N_VALUES; i++)
    {
      guint n = i * 37 % N_VALUES;

      lectern_values_set_text (row, content->names[n], content->values[n]);
    }
  return row;
}

static void
content_init (Content *content)
{
  const char *const *names = (const char *const *)content->names;
  const char *const *texts = (const char *const *)content->values;

  make_texts (content);
  content->template = compile (content->fields);
  content->masked = compile (content->masks);
  content->row = new_row (content);
  content->masked_row = make_row (content->masked);
  if (option_only != NULL && g_str_has_prefix (option_only, "lectern"))
    return;
  content->ctemplate = ctemplate_new (content->fields->str, content->fields->len);
  content->ctemplate_row = ctemplate_dictionary_new (names, texts, N_VALUES);
  content->jinja = jinja_new (content->fields->str, content->fields->len);
  if (content->jinja != NULL)
    content->jinja_row = jinja_dictionary_new (names, texts, N_VALUES);
}

/* --- the work ------------------------------------------------------------------------------- */

static gsize
fill (LecternTemplate *template, LecternValues *row)
{
  g_autoptr (GBytes) text = lectern_template_fill_to_text (template, row, NULL, NULL);

  return g_bytes_get_size (text);
}

static gsize
lectern_fields (Content *content)
{
  return fill (content->template, content->row);
}

static gsize
lectern_masks (Content *content)
{
  return fill (content->masked, content->masked_row);
}

static gsize
lectern_rows (Content *content)
{
  g_autoptr (LecternValues) row = new_row (content);

  return fill (content->template, row);
}

static gsize
lectern_documents (Content *content)
{
  g_autoptr (LecternDocument) filled
      = lectern_template_fill (content->template, content->row, NULL, NULL, NULL, NULL);

  return lectern_document_get_n_nodes (filled);
}

static gsize
peer_ctemplate (Content *content)
{
  return ctemplate_fill (content->ctemplate, content->ctemplate_row);
}

static gsize
peer_ctemplate_rows (Content *content)
{
  gpointer row = ctemplate_dictionary_new ((const char *const *)content->names,
                                           (const char *const *)content->values, N_VALUES);
  gsize length = ctemplate_fill (content->ctemplate, row);

  ctemplate_dictionary_free (row);
  return length;
}

static gsize
peer_jinja (Content *content)
{
  return content->jinja != NULL ? jinja_fill (content->jinja, content->jinja_row) : 0;
}

static gsize
peer_jinja_rows (Content *content)
{
  gpointer row;
  gsize length;

  if (content->jinja == NULL)
    return 0;
  row = jinja_dictionary_new ((const char *const *)content->names,
                              (const char *const *)content->values, N_VALUES);
  length = jinja_fill (content->jinja, row);
  jinja_dictionary_free (row);
  return length;
}

static const struct
{
  const char *work;
  const char *who;
  gsize (*run) (Content *content);
  gboolean is_ours;
  double target; /* the peer's time is to be at least so many times ours; 0: it is only told */
} cases[] = {
  { "values at hand", "lectern", lectern_fields, TRUE, 0 },
  { "values at hand", "ctemplate", peer_ctemplate, FALSE, 4 },
  { "values at hand", "Jinja2", peer_jinja, FALSE, 10 },
  { "values set anew", "lectern", lectern_rows, TRUE, 0 },
  { "values set anew", "ctemplate", peer_ctemplate_rows, FALSE, 0 },
  { "values set anew", "Jinja2", peer_jinja_rows, FALSE, 0 },
  { "masks in their form", "lectern", lectern_masks, TRUE, 0 },
  { "to a document", "lectern", lectern_documents, TRUE, 0 },
};
#define N_CASES G_N_ELEMENTS (cases)

/* --- timing --------------------------------------------------------------------------------- */

static volatile gsize sink; /* so that no compiler leaves the work out */

static double
time_once (Content *content, guint number)
{
  struct timespec start, end;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &start);
  for (int i = 0; i < option_loops; i++)
    sink = cases[number].run (content);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &end);
  return ((double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) * 1e-9)
         / option_loops;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* For callgrind: one case alone, without a clock. */
static int
run_only (Content *content)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", cases[i].who, cases[i].work);

      if (strcmp (name, option_only) != 0)
        continue;
      for (int j = 0; j < option_loops; j++)
        sink = cases[i].run (content);
      return 0;
    }
  return 2;
}

static void
report (const double *seconds)
{
  double ours = 0;

  for (guint i = 0; i < N_CASES; i++)
    {
      if (cases[i].is_ours)
        ours = seconds[i];
      printf ("%-20s %-10s %9.2f us", cases[i].work, cases[i].who, seconds[i] * 1e6);
      if (!cases[i].is_ours)
        printf ("  %6.1f times lectern", seconds[i] / ours);
      if (cases[i].target > 0)
        printf (" (at least %.0f: %s)", cases[i].target,
                seconds[i] < cases[i].target * ours ? "MISSED" : "met");
      printf ("\n");
    }
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[]
      = { { "rounds", 'r', 0, G_OPTION_ARG_INT, &option_rounds, "Rounds", "N" },
          { "loops", 'l', 0, G_OPTION_ARG_INT, &option_loops, "Fillings in a round", "N" },
          { "only", 0, 0, G_OPTION_ARG_STRING, &option_only, "One case", "WHO/WORK" },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  static double times[N_CASES][MAX_ROUNDS];
  double medians[N_CASES];
  Content content = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  option_rounds = CLAMP (option_rounds, 1, MAX_ROUNDS);
  content_init (&content);
  if (option_only != NULL)
    return run_only (&content);
  printf ("template: %" G_GSIZE_FORMAT " bytes, %d values\n", content.fields->len, N_VALUES);
  for (int round = 0; round < option_rounds; round++)
    for (guint i = 0; i < N_CASES; i++)
      times[i][round] = time_once (&content, i);
  for (guint i = 0; i < N_CASES; i++)
    {
      qsort (times[i], (size_t)option_rounds, sizeof (double), compare);
      medians[i] = times[i][option_rounds / 2];
    }
  report (medians);
  return 0;
}
