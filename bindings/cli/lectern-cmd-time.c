/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-json.h"
#include "lectern-cli-parts.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

/* Numbers that are not given are these. */
static int rate = G_MININT;
static double paragraph_pause = NAN;
static double point_pause = NAN;
static int level = G_MININT;
static gboolean title;
static char *profile_option;
static char *format_option;

static const GOptionEntry entries[]
    = { { "rate", 'r', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &rate,
          N_ ("Characters in a minute (default: that of the house profile, or 200)"), N_ ("N") },
        { "paragraph-pause", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_DOUBLE, &paragraph_pause,
          N_ ("The pause before a paragraph (default: 1)"), N_ ("SECONDS") },
        { "point-pause", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_DOUBLE, &point_pause,
          N_ ("The pause before a point within a line (default: 0.5)"), N_ ("SECONDS") },
        { "title", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &title, N_ ("The title is spoken too"),
          NULL },
        { "level", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &level,
          N_ ("Only sections down to level N, and no points"), N_ ("N") },
        { "profile", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &profile_option,
          N_ ("The house profile (default: .lectern.ini in the folder of the file or above it)"),
          N_ ("FILE") },
        { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_option,
          N_ ("How times are told: text or json (default: text)"), N_ ("FORMAT") },
        { NULL } };

/* What is the same for all files, and what they come to. */
typedef struct
{
  gboolean with_path;
  gboolean json;
  gboolean aligned;
  LecternProfile *profile; /* that of --profile */
  guint n_files;
  double seconds;
  gsize characters;
} Run;

/* --- a row ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *path;
  LecternTime *time; /* NULL for the total */
  const char *kind;
  guint line;
  guint depth;
  double start;
  double seconds;
  gsize characters;
  const char *label;
} Row;

/* 1:05, 1:02:03 */
static void
append_clock (GString *out, double seconds)
{
  guint64 whole = (guint64)(seconds + 0.5);
  g_autofree char *clock = NULL;

  if (whole >= 3600)
    clock = g_strdup_printf ("%" G_GUINT64_FORMAT ":%02u:%02u", whole / 3600,
                             (guint)(whole / 60 % 60), (guint)(whole % 60));
  else
    clock = g_strdup_printf ("%u:%02u", (guint)(whole / 60), (guint)(whole % 60));
  g_string_append_printf (out, "%8s", clock);
}

static const char *
name_kind (const char *kind)
{
  return strcmp (kind, "opening") == 0   ? _ ("opening")
         : strcmp (kind, "closing") == 0 ? _ ("closing")
         : strcmp (kind, "total") == 0   ? _ ("total")
                                         : kind;
}

static void
append_aligned (GString *out, const Row *row)
{
  append_clock (out, row->start);
  append_clock (out, row->seconds);
  g_string_append_printf (out, " %10" G_GSIZE_FORMAT "  %*s%s\n", row->characters,
                          (int)MIN (2 * row->depth, 60), "",
                          *row->label != '\0' ? row->label : name_kind (row->kind));
}

static char *
format_seconds (char *buffer, double seconds)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.1f", seconds);
}

static void
append_columns (GString *out, const Row *row)
{
  char start[G_ASCII_DTOSTR_BUF_SIZE], seconds[G_ASCII_DTOSTR_BUF_SIZE];

  if (row->path != NULL)
    {
      lectern_cli_append_cell (out, row->path);
      g_string_append_c (out, '\t');
    }
  g_string_append_printf (out, "%u\t%s\t%u\t%s\t%s\t%" G_GSIZE_FORMAT "\t", row->line, row->kind,
                          row->depth, format_seconds (start, row->start),
                          format_seconds (seconds, row->seconds), row->characters);
  lectern_cli_append_cell (out, row->label);
  g_string_append_c (out, '\n');
}

/* Whole thousandths, which every reader of JSON takes as they are. */
static void
add_seconds (JsonBuilder *builder, const char *name, double seconds)
{
  lectern_cli_json_add_number (builder, name, (guint64)(seconds * 1000 + 0.5));
}

static void
append_json (GString *out, const Row *row)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  lectern_cli_json_add_string (builder, "file", row->path);
  lectern_cli_json_add_string (builder, "kind", row->kind);
  lectern_cli_json_add_number (builder, "line", row->line);
  lectern_cli_json_add_number (builder, "depth", row->depth);
  add_seconds (builder, "start_ms", row->start);
  add_seconds (builder, "duration_ms", row->seconds);
  lectern_cli_json_add_number (builder, "characters", row->characters);
  lectern_cli_json_add_string (builder, "text", row->label);
  json_builder_end_object (builder);
  lectern_cli_json_append (out, builder);
  g_string_append_c (out, '\n');
}

static void
append_row (GString *out, const Run *run, const Row *row)
{
  if (run->json)
    append_json (out, row);
  else if (run->aligned)
    append_aligned (out, row);
  else
    append_columns (out, row);
}

/* --- a file --------------------------------------------------------------------------------- */

/* The profile of the house of a file, NULL where it has none; `failed` is set for a bad one. */
static LecternProfile *
find_profile (const Run *run, const char *path, gboolean *failed)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  LecternProfile *profile;

  if (run->profile != NULL)
    return lectern_profile_ref (run->profile);
  found = lectern_profile_find (file);
  if (found == NULL)
    return NULL;
  profile = lectern_profile_new_from_file (found, NULL, &error);
  name = g_file_get_path (found);
  *failed = profile == NULL;
  if (profile == NULL)
    lectern_cli_complain_error (name, error);
  return profile;
}

static LecternPace *
make_pace (const Run *run, const char *path)
{
  g_autoptr (LecternProfile) profile = NULL;
  LecternPace *pace;
  gboolean failed = FALSE;

  if (rate == G_MININT)
    profile = find_profile (run, path, &failed);
  if (failed)
    return NULL;
  pace = lectern_pace_new ();
  if (rate != G_MININT)
    lectern_pace_set_rate (pace, (guint)rate);
  else if (profile != NULL)
    lectern_pace_set_rate (pace, lectern_profile_get_rate (profile));
  if (!isnan (paragraph_pause))
    lectern_pace_set_paragraph_pause (pace, paragraph_pause);
  if (!isnan (point_pause))
    lectern_pace_set_point_pause (pace, point_pause);
  lectern_pace_set_title (pace, title);
  return pace;
}

static gboolean
is_shown (LecternNode *node)
{
  LecternNodeKind kind = lectern_node_get_kind (node);

  return level == G_MININT || kind == LECTERN_NODE_SPEECH || kind == LECTERN_NODE_OPENING
         || kind == LECTERN_NODE_CLOSING
         || (kind == LECTERN_NODE_SECTION && lectern_node_get_level (node) <= (guint)level);
}

static void
append_rows (GString *out, const Run *run, GPtrArray *times, const char *path)
{
  guint line = 1;

  for (guint i = 0; i < times->len; i++)
    {
      LecternTime *time = times->pdata[i];
      LecternNode *node = lectern_time_get_node (time);
      g_autofree char *label = NULL;
      Row row;

      if (!is_shown (node))
        continue;
      label = lectern_cli_dup_beginning (node);
      line = lectern_cli_find_line (node, line);
      row = (Row){ .path = path,
                   .kind = lectern_node_kind_get_element (lectern_node_get_kind (node)),
                   .line = line,
                   .depth = lectern_time_get_depth (time),
                   .start = lectern_time_get_start (time),
                   .seconds = lectern_time_get_seconds (time),
                   .characters = lectern_time_get_characters (time),
                   .label = label };
      append_row (out, run, &row);
    }
}

static void
append_header (GString *out, const Run *run, const char *path)
{
  if (run->with_path)
    g_string_append_printf (out, "%s\n", path);
  lectern_cli_append_padded (out, _ ("start"), -8);
  lectern_cli_append_padded (out, _ ("time"), -8);
  g_string_append_c (out, ' ');
  lectern_cli_append_padded (out, _ ("spoken"), -10);
  g_string_append_c (out, '\n');
}

static gboolean
tell_times (LecternDocument *document, const char *path, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (LecternPace) pace = make_pace (run, path);
  g_autoptr (GPtrArray) times = NULL;
  g_autoptr (GString) out = NULL;

  if (pace == NULL)
    return FALSE;
  times = lectern_document_list_times (document, pace);
  run->n_files++;
  run->seconds += lectern_time_get_seconds (times->pdata[0]);
  run->characters += lectern_time_get_characters (times->pdata[0]);
  out = g_string_new (NULL);
  if (run->aligned)
    append_header (out, run, path);
  append_rows (out, run, times, run->json || (run->with_path && !run->aligned) ? path : NULL);
  return lectern_cli_print_string (out->str);
}

/* --- the command line ----------------------------------------------------------------------- */

static gboolean
is_pause (double seconds)
{
  return isnan (seconds) || (seconds >= 0 && seconds <= LECTERN_MAX_PAUSE);
}

static gboolean
check_options (void)
{
  if (rate != G_MININT && (rate < 1 || rate > LECTERN_MAX_RATE))
    lectern_cli_usage ("time", _ ("--rate must be 1 to %d"), LECTERN_MAX_RATE);
  else if (!is_pause (paragraph_pause) || !is_pause (point_pause))
    lectern_cli_usage ("time", _ ("a pause must be 0 to 3600 seconds"));
  else if (level != G_MININT && level < 1)
    lectern_cli_usage ("time", _ ("--level must be 1 or more"));
  else if (format_option != NULL && strcmp (format_option, "text") != 0
           && strcmp (format_option, "json") != 0)
    lectern_cli_usage ("time", _ ("unknown format “%s”: text or json"), format_option);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_profile (Run *run)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (profile_option == NULL)
    return TRUE;
  file = g_file_new_for_path (profile_option);
  run->profile = lectern_profile_new_from_file (file, NULL, &error);
  if (run->profile == NULL)
    lectern_cli_complain_error (profile_option, error);
  return run->profile != NULL;
}

static gboolean
print_total (const Run *run)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const Row row = { .path = "total",
                    .kind = "total",
                    .seconds = run->seconds,
                    .characters = run->characters,
                    .label = "" };

  append_row (out, run, &row);
  return lectern_cli_print_string (out->str);
}

static int
run_time (const char *const *files)
{
  Run run = { .with_path = files[1] != NULL };
  int status;

  if (!check_options () || !read_profile (&run))
    return LECTERN_EXIT_USAGE;
  run.json = format_option != NULL && strcmp (format_option, "json") == 0;
  run.aligned = !run.json && isatty (STDOUT_FILENO);
  status = lectern_cli_for_each (files, tell_times, &run);
  if (run.n_files > 1 && !run.json && !print_total (&run))
    status = LECTERN_EXIT_FILE;
  g_clear_pointer (&run.profile, lectern_profile_unref);
  return status;
}

const LecternCommand lectern_cmd_time = {
  "time",
  N_ ("FILE…"),
  N_ ("Tells how long a speech takes, and when each part begins"),
  N_ ("Figures are counted as they are read aloud, marks are not. Outline, "
      "byline, adverts and the title are not spoken. On a terminal the table is aligned, with "
      "clocks; otherwise its columns are parted by tabs: line, kind (speech, opening, section, "
      "point or closing), depth, start and duration in seconds, characters spoken, text. With "
      "several files the path comes first, and their total last."),
  "  lectern time speech.txt\n"
  "  lectern time --rate 180 --level 1 speech.txt\n"
  "  lectern time --format json *.txt | jq 'select(.kind == \"speech\") | .duration_ms / 60000'\n",
  entries,
  run_time,
};
