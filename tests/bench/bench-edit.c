/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * bench-edit [N…]: puts a section in at the front of N sections (default: 150, 1000, 10000, 100000)
 * and asks the last one for its number, beside what it costs to make the records of such a document
 * anew: to copy the tree by a builder, or, where the structure is read in the text, to read it. The
 * medians of CPU time are compared; the targets are ratios of at most 2. In a text only numbers up
 * to 199 are read as those of sections, so there are no more in one. */
#include <lectern/lectern.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MAX_READ 199
#define ROUNDS   7
#define TARGET   2.0

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static GBytes *
make_text (guint n)
{
  g_autoptr (LecternNumbering) numbering = lectern_numbering_new_from_string ("一、", NULL);
  GString *text = g_string_new ("在防汛会上的讲话\n同志们：\n今天部署防汛。\n");

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *marker = lectern_numbering_dup_marker (numbering, i, NULL);

      g_string_append_printf (text, "%s守好河堤\n巡查要到位，物资要备足，队伍要练好。\n", marker);
    }
  g_string_append (text, "谢谢大家！\n");
  return g_string_free_to_bytes (text);
}

static LecternDocument *
build (guint n)
{
  g_autoptr (LecternBuilder) builder = lectern_builder_new (NULL);

  for (guint i = 1; i <= n; i++)
    {
      lectern_builder_begin (builder, LECTERN_NODE_SECTION);
      lectern_builder_add_heading (builder, "守好河堤");
      lectern_builder_add_paragraph (builder, "巡查要到位，物资要备足，队伍要练好。");
      lectern_builder_end (builder);
    }
  return lectern_builder_finish (builder, NULL);
}

/* --- what is measured ----------------------------------------------------------------------- */

static LecternDocument *
insert (LecternDocument *document)
{
  LecternNode *first = lectern_document_lookup (document, "section[1]");
  g_autoptr (GError) error = NULL;
  LecternDocument *after
      = lectern_document_insert (document, LECTERN_NODE_SECTION, LECTERN_SIDE_BEFORE, first,
                                 "查清底数\n台账要天天记。", -1, NULL, &error);
  g_autoptr (GPtrArray) sections = NULL;
  guint number;

  if (after == NULL)
    g_error ("%s", error->message);
  sections = lectern_document_list_nodes (after, LECTERN_NODE_SECTION);
  number = lectern_node_get_number (sections->pdata[sections->len - 1]);
  if (number != sections->len)
    g_error ("the last section says %u of %u", number, sections->len);
  return after;
}

static LecternDocument *
read_again (LecternDocument *document)
{
  return lectern_document_new_from_text (
      lectern_source_get_bytes (lectern_document_get_source (document)), NULL);
}

static LecternDocument *
copy (LecternDocument *document)
{
  g_autoptr (LecternBuilder) builder
      = lectern_builder_new_with_layout ("zh-Hans", LECTERN_LAYOUT_VERBATIM);

  lectern_builder_copy_node (builder, lectern_document_get_root (document));
  return lectern_builder_finish (builder, NULL);
}

static double
time_of (LecternDocument *document, LecternDocument *(*work) (LecternDocument *))
{
  double start = now ();
  g_autoptr (LecternDocument) made = work (document);

  return now () - start;
}

/* Both take turns. Prints a row. A ratio is asked for where the
 * structure is given: where it is read, reading is a part of both, and the rest is for the small.
 */
static void
compare (const char *name, guint n, LecternDocument *document,
         LecternDocument *(*rebuild) (LecternDocument *), gboolean *good)
{
  double insertion[ROUNDS], again[ROUNDS], ratio;
  gboolean asked = rebuild == copy && n >= 100000;

  for (guint i = 0; i < ROUNDS; i++)
    {
      insertion[i] = time_of (document, insert);
      again[i] = time_of (document, rebuild);
    }
  qsort (insertion, ROUNDS, sizeof *insertion, compare_doubles);
  qsort (again, ROUNDS, sizeof *again, compare_doubles);
  ratio = insertion[ROUNDS / 2] / again[ROUNDS / 2];
  printf ("%8u  %-6s  %10.2f ms  %10.2f ms  %6.2f%s\n", n, name, insertion[ROUNDS / 2] * 1e3,
          again[ROUNDS / 2] * 1e3, ratio, asked ? "  at most 2.0" : "");
  *good = *good && (!asked || ratio <= TARGET);
}

int
main (int argc, char **argv)
{
  static const guint defaults[] = { 150, 1000, 10000, 100000 };
  guint n_sizes = argc > 1 ? (guint)argc - 1 : G_N_ELEMENTS (defaults);
  gboolean good = TRUE;

  printf ("sections  from           insert         rebuild   ratio  target\n");
  for (guint i = 0; i < n_sizes; i++)
    {
      guint n = argc > 1 ? (guint)strtoul (argv[i + 1], NULL, 10) : defaults[i];
      g_autoptr (GBytes) text = n < MAX_READ ? make_text (n) : NULL;
      g_autoptr (LecternDocument) read
          = text != NULL ? lectern_document_new_from_text (text, NULL) : NULL;
      g_autoptr (LecternDocument) given = build (n);
      if (read != NULL)
        compare ("text", n, read, read_again, &good);
      compare ("tree", n, given, copy, &good);
    }
  return good ? 0 : 1;
}
