/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * bench [OPTION…] [FOLDER…]: lectern beside its peers, on the same content, in one process. All
 * take turns in every round, and the medians of thread CPU time are compared, so that what the
 * machine does besides weighs little. Without folders the content is generated. */
#include "generate.h"
#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_ROUNDS 31
/* A file of this size is a content of its own; smaller ones of a folder are taken together. */
#define BIG_FILE (256 * 1024)

typedef enum
{
  OURS,
  AT_LEAST, /* the peer's time is at least `target` times ours */
  AT_MOST,  /* our time is at most `target` times the peer's */
} Relation;

typedef struct
{
  const char *work;
  const char *who;
  WorkFunc run;
  Relation relation;
  double target;
} Case;

static const Case cases[] = {
  { "text -> tree", "lectern", lectern_read_text, OURS, 0 },
  { "text -> tree", "cmark", cmark_read, AT_LEAST, 4.0 },
  { "text -> tree", "md4c (no tree)", md4c_read, AT_LEAST, 1.0 },
  { "tree -> XML", "lectern", lectern_write_xml, OURS, 0 },
  { "tree -> XML", "xmlTextWriter", libxml_write, AT_LEAST, 6.0 },
  { "tree -> canonical text", "lectern", lectern_write_canonical, OURS, 0 },
  { "tree -> canonical text", "cmark-gfm", gfm_write_plain, AT_LEAST, 10.0 },
  { "XML -> tree", "lectern", lectern_read_xml, OURS, 0 },
  { "XML -> tree", "libxml2 bare SAX", libxml_read, AT_MOST, 1.3 },
  { "tree -> findings", "lectern", lectern_check, OURS, 0 },
  { "tree -> findings", "lectern text -> tree", lectern_read_text, AT_MOST, 2.0 },
  { "tree -> verbatim text", "lectern", lectern_write_text, OURS, 0 },
  { "tree -> verbatim text", "memcpy", memory_copy, AT_MOST, 0 },
};
#define N_CASES G_N_ELEMENTS (cases)

#define KEPT_TARGET   2.2
#define GROWTH_TARGET 1.5

typedef struct
{
  char *name;
  GArray *speeches;
  gsize n_bytes;
  double seconds[N_CASES]; /* medians of one pass */
} Content;

static int option_rounds = 9;
static char *option_sizes = NULL;
static char **option_folders = NULL;

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

static double
median (double *values, int n)
{
  qsort (values, (size_t)n, sizeof *values, compare_doubles);
  return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

static gboolean
is_possible (const Case *the_case)
{
  return the_case->run != gfm_write_plain || peers_have_gfm ();
}

static double
time_passes (Content *content, const Case *the_case, guint passes)
{
  double start = now ();

  for (guint pass = 0; pass < passes; pass++)
    for (guint i = 0; i < content->speeches->len; i++)
      the_case->run (&g_array_index (content->speeches, Speech, i));
  return (now () - start) / passes;
}

static void
measure (Content *content, int rounds)
{
  static double samples[N_CASES][MAX_ROUNDS];
  guint passes[N_CASES];

  for (guint i = 0; i < N_CASES; i++)
    if (is_possible (&cases[i]))
      {
        double warm = time_passes (content, &cases[i], 1);

        passes[i] = warm >= 0.02 ? 1 : (guint)(0.02 / MAX (warm, 1e-8)) + 1;
      }
  for (int round = 0; round < rounds; round++)
    for (guint i = 0; i < N_CASES; i++)
      if (is_possible (&cases[i]))
        samples[i][round] = time_passes (content, &cases[i], passes[i]);
  for (guint i = 0; i < N_CASES; i++)
    content->seconds[i] = is_possible (&cases[i]) ? median (samples[i], rounds) : 0;
}

static void
print_row (const char *work, const char *who, double rate, double ratio, Relation relation,
           double target)
{
  gboolean good = relation == AT_LEAST ? ratio >= target : ratio <= target;

  printf ("  %-24s %-18s", work, who);
  if (rate > 0)
    printf (" %9.1f", rate);
  else
    printf (" %9s", "");
  if (relation != OURS)
    printf (" %8.2f", ratio);
  if (target > 0)
    printf ("   %s %-5.3g %s", relation == AT_LEAST ? ">=" : "<=", target, good ? "yes" : "NO");
  printf ("\n");
}

static void
print_content (Content *content)
{
  double ours = 0, kept = 0, cmark_kept = 0;

  printf ("\n%s: %u speech(es), %" G_GSIZE_FORMAT " bytes of text\n", content->name,
          content->speeches->len, content->n_bytes);
  printf ("  %-24s %-18s %9s %8s   %s\n", "work", "who", "MB/s", "ratio", "target");
  for (guint i = 0; i < N_CASES; i++)
    {
      double seconds = content->seconds[i];

      if (!is_possible (&cases[i]))
        continue;
      if (cases[i].relation == OURS)
        ours = seconds;
      print_row (cases[i].work, cases[i].who, (double)content->n_bytes / seconds / 1e6,
                 cases[i].relation == AT_MOST ? ours / seconds : seconds / ours, cases[i].relation,
                 cases[i].target);
    }
  for (guint i = 0; i < content->speeches->len; i++)
    {
      kept += (double)lectern_kept_bytes (&g_array_index (content->speeches, Speech, i));
      cmark_kept += (double)cmark_kept_bytes (&g_array_index (content->speeches, Speech, i));
    }
  print_row ("kept bytes a byte", "lectern", 0, kept / (double)content->n_bytes, AT_MOST,
             KEPT_TARGET);
  print_row ("kept bytes a byte", "cmark", 0, cmark_kept / (double)content->n_bytes, AT_MOST, 0);
  fflush (stdout);
}

static void
print_growth (Content *small, Content *large)
{
  printf ("\nTime a byte, %s beside %s\n", large->name, small->name);
  for (guint i = 0; i < N_CASES; i++)
    if (is_possible (&cases[i]) && small->seconds[i] > 0)
      print_row (cases[i].work, cases[i].who, 0,
                 large->seconds[i] / (double)large->n_bytes
                     / (small->seconds[i] / (double)small->n_bytes),
                 AT_MOST, cases[i].relation == OURS ? GROWTH_TARGET : 0);
}

static Content *
content_new (const char *name)
{
  Content *content = g_new0 (Content, 1);

  content->name = g_strdup (name);
  content->speeches = g_array_new (FALSE, TRUE, sizeof (Speech));
  return content;
}

static void
content_add (Content *content, GBytes *text, GBytes *markdown)
{
  Speech speech = { NULL };

  content->n_bytes += g_bytes_get_size (text);
  speech_prepare (&speech, text, markdown);
  g_array_append_val (content->speeches, speech);
}

static void
content_run (Content *content)
{
  int rounds = content->n_bytes > 4000000 ? MIN (option_rounds, 3) : option_rounds;

  if (content->speeches->len == 0)
    return;
  measure (content, rounds);
  print_content (content);
  for (guint i = 0; i < content->speeches->len; i++)
    speech_clear (&g_array_index (content->speeches, Speech, i));
  g_array_set_size (content->speeches, 0);
}

static void
content_free (Content *content)
{
  g_array_unref (content->speeches);
  g_free (content->name);
  g_free (content);
}

/* CommonMark of a text that nobody marked up: a paragraph for each line. */
static GBytes *
plain_markdown (GBytes *text)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (text, &length);
  GString *out = g_string_sized_new (length + length / 16);

  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (out, data[i]);
      if (data[i] == '\n')
        g_string_append_c (out, '\n');
    }
  return g_string_free_to_bytes (out);
}

static GBytes *
load (const char *path)
{
  char *data = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

static void
run_file (const char *path, Content *together)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".txt"));
  g_autofree char *markdown_path = g_strconcat (stem, ".md", NULL);
  g_autofree char *name = g_path_get_basename (path);
  GBytes *text = load (path), *markdown = load (markdown_path);
  Content *alone;

  if (text == NULL
      || !g_utf8_validate (g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL))
    {
      g_printerr ("%s: is left out, being unreadable or not UTF-8\n", path);
      return;
    }
  if (markdown == NULL)
    markdown = plain_markdown (text);
  if (g_bytes_get_size (text) < BIG_FILE)
    {
      content_add (together, text, markdown);
      return;
    }
  alone = content_new (name);
  content_add (alone, text, markdown);
  content_run (alone);
  content_free (alone);
}

/* All texts of the folder and those below it. */
static void
run_folder (const char *folder)
{
  g_autoptr (GQueue) folders = g_queue_new ();
  g_autofree char *base = g_path_get_basename (folder);
  Content *together = content_new (base);
  char *path;

  g_queue_push_tail (folders, g_strdup (folder));
  while ((path = g_queue_pop_head (folders)) != NULL)
    {
      g_autoptr (GDir) names = g_dir_open (path, 0, NULL);
      const char *name;

      if (names == NULL)
        g_printerr ("%s: cannot be read\n", path);
      while (names != NULL && (name = g_dir_read_name (names)) != NULL)
        {
          g_autofree char *full = g_build_filename (path, name, NULL);

          if (g_file_test (full, G_FILE_TEST_IS_DIR))
            g_queue_push_tail (folders, g_steal_pointer (&full));
          else if (g_str_has_suffix (name, ".txt"))
            run_file (full, together);
        }
      g_free (path);
    }
  content_run (together);
  content_free (together);
}

static gsize
parse_size (const char *words)
{
  char *end = NULL;
  gsize size = (gsize)g_ascii_strtoull (words, &end, 10);

  return *end == 'k' ? size << 10 : *end == 'm' ? size << 20 : size;
}

static void
run_generated (void)
{
  g_auto (GStrv) sizes = g_strsplit (option_sizes ? option_sizes : "4k,1m,10m,50m", ",", -1);
  Content *reference = NULL;

  for (guint i = 0; sizes[i] != NULL; i++)
    {
      Content *content = content_new (sizes[i]);
      GBytes *text = NULL, *markdown = NULL;

      generate_speech (parse_size (sizes[i]), &text, &markdown);
      content_add (content, text, markdown);
      content_run (content);
      if (reference != NULL && content->n_bytes > reference->n_bytes)
        print_growth (reference, content);
      if (reference == NULL && strcmp (sizes[i], "1m") == 0)
        reference = content;
      else
        content_free (content);
    }
  g_clear_pointer (&reference, content_free);
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "rounds", 'r', 0, G_OPTION_ARG_INT, &option_rounds, "Rounds (3 above 4 MB)", "N" },
    { "sizes", 's', 0, G_OPTION_ARG_STRING, &option_sizes, "Sizes to generate", "4k,1m,10m,50m" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &option_folders, NULL, "FOLDER…" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  option_rounds = CLAMP (option_rounds, 1, MAX_ROUNDS);
  printf (
      "lectern %u.%u.%u beside its peers. MB/s counts the text, whatever form is read; a ratio\n"
      "is the peer's time to ours where it should be >=, ours to the peer's where <=.\n",
      lectern_get_major_version (), lectern_get_minor_version (), lectern_get_micro_version ());
  if (option_folders == NULL)
    run_generated ();
  for (guint i = 0; option_folders != NULL && option_folders[i] != NULL; i++)
    run_folder (option_folders[i]);
  return 0;
}
