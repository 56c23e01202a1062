/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-fill-rows.h"
#include "lectern-cli-pattern.h"
#include "lectern-cli-rows.h"
#include "lectern-cli-fill.h"
#include "lectern-cli-fragments.h"
#include "lectern-cli-report.h"

#include <string.h>

static char **set_options;
static char *values_path;
static char *bindings_path;
static char *fragments_path;
static char *missing_option;
static char *output_path;
static char *to_option;
static char *values_format;
static char *values_encoding;
static char *separator_option;
static int n_jobs;
static gboolean resume;
static gboolean force;
static gboolean dry_run;
static gboolean list;
static gboolean diff;
static gboolean keep_slots;
static gboolean strict;

static const GOptionEntry entries[] = {
  { "set", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &set_options,
    N_ ("A value; goes before those of --values; may be repeated"), N_ ("NAME=VALUE") },
  { "values", 'V', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &values_path,
    N_ ("Values by name: a key file with the group [values], or rows as CSV or JSON"),
    N_ ("FILE") },
  { "bindings", 'b', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &bindings_path,
    N_ ("Which mask is filled by which name, as “lectern inspect --save-bindings” writes it"),
    N_ ("FILE") },
  { "fragments", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &fragments_path,
    N_ ("Where the fragments are that the template includes"), N_ ("FOLDER") },
  { "missing", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &missing_option,
    N_ ("What to do where there is no value: keep, error or blank (default: keep)"),
    N_ ("POLICY") },
  { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output_path,
    N_ ("Where to write (default: the standard output); {NAME} in it makes a file for each row"),
    N_ ("FILE") },
  { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &to_option,
    N_ ("What to write: text, xml, outline or json (default: by the name of the output)"),
    N_ ("FORMAT") },
  { "list", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &list,
    N_ ("List the values that are asked for, and fill nothing"), NULL },
  { "diff", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &diff,
    N_ ("Show what would be filled, and write nothing"), NULL },
  { "keep-slots", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &keep_slots,
    N_ ("Keep what is filled as a place that can be filled again (XML and JSON)"), NULL },
  { "strict", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &strict,
    N_ ("A value that does not take the form of its place is an error"), NULL },
  { "values-format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &values_format,
    N_ ("Rows: csv or json (default: by the name of the file)"), N_ ("FORMAT") },
  { "values-encoding", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &values_encoding,
    N_ ("Rows: their encoding (default: by byte order mark, UTF-8, GB18030)"), N_ ("NAME") },
  { "separator", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &separator_option,
    N_ ("Rows: what parts the cells, one sign or tab (default: a comma; in .tsv a tab)"),
    N_ ("SIGN") },
  { "jobs", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &n_jobs,
    N_ ("Rows: work on N at once (default: as many as there are processors)"), N_ ("N") },
  { "resume", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &resume,
    N_ ("Rows: keep files that are there and whole, and write the others"), NULL },
  { "force", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &force,
    N_ ("Rows: replace files that are there"), NULL },
  { "dry-run", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Rows: print the names of the files, and write none"), NULL },
  { NULL }
};
static const struct
{
  const char *name;
  LecternMissing missing;
} policies[] = {
  { "keep", LECTERN_MISSING_KEEP },
  { "error", LECTERN_MISSING_ERROR },
  { "blank", LECTERN_MISSING_BLANK },
};

/* NULL, and said so, where the fragments cannot be read. */
static LecternFillOptions *
new_options (void)
{
  g_autoptr (LecternFillOptions) options = lectern_fill_options_new ();

  lectern_fill_options_set_keep_slots (options, keep_slots);
  lectern_fill_options_set_strict (options, strict);
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    if (missing_option != NULL && strcmp (missing_option, policies[i].name) == 0)
      lectern_fill_options_set_missing (options, policies[i].missing);
  if (fragments_path != NULL)
    {
      g_autoptr (LecternFragments) fragments = lectern_cli_open_fragments (fragments_path);

      if (fragments == NULL)
        return NULL;
      lectern_cli_say_problems (fragments);
      lectern_fill_options_set_fragments (options, fragments);
    }
  return g_steal_pointer (&options);
}

static int
check_options (const char *const *files)
{
  gboolean known = missing_option == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    known |= g_strcmp0 (missing_option, policies[i].name) == 0;
  if (!known)
    return lectern_cli_usage ("fill", _ ("unknown policy “%s”: keep, error or blank"),
                              missing_option);
  if (to_option != NULL && lectern_cli_find_target (to_option) == NULL)
    return lectern_cli_usage ("fill", _ ("unknown format “%s”: text, xml, outline or json"),
                              to_option);
  if (list && diff)
    return lectern_cli_usage ("fill", _ ("one of --list and --diff"));
  if (files[1] != NULL)
    return lectern_cli_usage ("fill", _ ("one template at a time"));
  for (guint i = 0; set_options != NULL && set_options[i] != NULL; i++)
    if (strchr (set_options[i], '=') == NULL || set_options[i][0] == '=')
      return lectern_cli_usage ("fill", _ ("--set wants NAME=VALUE, not “%s”"), set_options[i]);
  return LECTERN_EXIT_OK;
}

/* By --to, by the name of the output, or what the template is. */
static const LecternCliTarget *
choose_target (LecternFormat format)
{
  const LecternCliTarget *target = NULL;

  if (to_option != NULL)
    return lectern_cli_find_target (to_option);
  if (output_path != NULL && strcmp (output_path, LECTERN_CLI_STANDARD) != 0)
    target = lectern_cli_guess_target (output_path);
  return target != NULL ? target
                        : lectern_cli_find_target (format == LECTERN_FORMAT_XML ? "xml" : "text");
}

static int
print_diff (LecternDocument *before, LecternDocument *after, const char *path)
{
  g_autoptr (LecternEdits) edits = lectern_document_dup_edits (after, before);
  g_autoptr (GBytes) old_text = lectern_document_to_text (before);
  g_autoptr (GBytes) new_text = lectern_document_to_text (after);
  g_autoptr (GString) out = g_string_new (NULL);

  lectern_cli_append_diff (out, path, old_text, new_text, edits, lectern_cli_wants_color ());
  return lectern_cli_print_string (out->str) && lectern_cli_flush () ? LECTERN_EXIT_OK
                                                                     : LECTERN_EXIT_FILE;
}

/* At the places in the template. */
static void
say_report (LecternReport *report, const char *path)
{
  for (guint i = 0; i < lectern_report_get_n_findings (report); i++)
    {
      LecternFinding *finding = lectern_report_get_finding (report, i);
      g_autofree char *message = lectern_finding_dup_message (finding, NULL);
      g_autofree char *translated = lectern_cli_translate_message (message);
      LecternPosition start;

      lectern_finding_get_position (finding, &start, NULL);
      lectern_cli_complain (NULL, "%s:%u:%u: %s [%s]", path, start.line, start.column, translated,
                            lectern_finding_get_code (finding));
    }
}

static int
fill (LecternCliFill *job, const char *path, LecternFormat format)
{
  g_autoptr (LecternFillOptions) options = new_options ();
  g_autoptr (LecternReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternDocument) filled = NULL;
  int status = LECTERN_EXIT_OK;

  if (options == NULL)
    return LECTERN_EXIT_FILE;
  filled = lectern_template_fill (job->template, job->values, options, &report, NULL, &error);
  if (filled != NULL && diff)
    status = print_diff (lectern_template_get_document (job->template), filled, path);
  else if (filled != NULL)
    bytes = lectern_cli_render (filled, choose_target (format), NULL, NULL, &error);
  if (error != NULL)
    {
      lectern_cli_complain_error (path, error);
      return LECTERN_EXIT_FILE;
    }
  if (bytes != NULL
      && !lectern_cli_write (output_path != NULL ? output_path : LECTERN_CLI_STANDARD, bytes))
    return LECTERN_EXIT_FILE;
  say_report (report, path);
  return status == LECTERN_EXIT_OK && lectern_report_get_n_findings (report) > 0
             ? LECTERN_EXIT_FINDINGS
             : status;
}

/* --- rows ----------------------------------------------------------------------------------- */

static gboolean
is_merge (void)
{
  return output_path != NULL && lectern_cli_is_rows (values_path, values_format)
         && lectern_cli_is_pattern (output_path);
}

/* An option that would do nothing is a mistake. */
static int
check_rows (const char *template)
{
  const struct
  {
    const char *name;
    gboolean given;
  } options[] = {
    { "--jobs", n_jobs != 0 },
    { "--resume", resume },
    { "--force", force },
    { "--dry-run", dry_run },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && !is_merge ())
      return lectern_cli_usage ("fill",
                                _ ("%s needs rows of --values and an --output like out/{n}.txt"),
                                options[i].name);
  if (g_strcmp0 (values_path, LECTERN_CLI_STANDARD) == 0
      && strcmp (template, LECTERN_CLI_STANDARD) == 0)
    return lectern_cli_usage ("fill", _ ("the standard input can be read only once"));
  if (values_format != NULL && !lectern_cli_rows_check_format (values_format))
    return LECTERN_EXIT_USAGE;
  if (n_jobs < 0 || n_jobs > 1024)
    return lectern_cli_usage ("fill", _ ("--jobs must be 0 to 1024"));
  if (diff && is_merge ())
    return lectern_cli_usage ("fill", _ ("%s does nothing for %s"), "--diff", "rows");
  return LECTERN_EXIT_OK;
}

static int
fill_with_rows (LecternCliFill *job, const char *path, LecternFormat format)
{
  g_autoptr (LecternFillOptions) options = new_options ();
  LecternCliFillRows rows = { .values = values_path,
                              .format = values_format,
                              .encoding = values_encoding,
                              .separator = separator_option,
                              .output = output_path,
                              .target = choose_target (format),
                              .options = options,
                              .n_jobs = n_jobs,
                              .resume = resume,
                              .force = force,
                              .dry_run = dry_run };
  int status;

  if (options == NULL)
    return LECTERN_EXIT_FILE;
  if (is_merge ())
    return lectern_cli_fill_rows (job, &rows);
  status = lectern_cli_fill_read_row (job, &rows);
  return status == LECTERN_EXIT_OK ? fill (job, path, format) : status;
}

static int
run (const char *const *files)
{
  LecternCliFill job = { 0 };
  LecternFormat format;
  gboolean has_rows = lectern_cli_is_rows (values_path, values_format);
  int status = check_options (files);

  if (status == LECTERN_EXIT_OK)
    status = check_rows (files[0]);
  if (status != LECTERN_EXIT_OK)
    return status;
  if (!lectern_cli_fill_open (&job, files[0], bindings_path, &format)
      || !lectern_cli_fill_read_values (&job, has_rows ? NULL : values_path,
                                        (const char *const *)set_options))
    status = LECTERN_EXIT_FILE;
  else if (list)
    status = lectern_cli_fill_print_fields (job.fields) ? LECTERN_EXIT_OK : LECTERN_EXIT_FILE;
  else if (has_rows)
    status = fill_with_rows (&job, files[0], format);
  else
    status = fill (&job, files[0], format);
  lectern_cli_fill_clear (&job);
  return status;
}

const LecternCommand lectern_cmd_fill = {
  "fill",
  N_ ("TEMPLATE"),
  N_ ("Fills the open places of a speech"),
  N_ ("A place is filled by its name: that of a field, or one that “--list” shows. A value takes "
      "the form of its place (an ordinal in Chinese numerals, its part of a date) and is text, "
      "whatever stands in it. Everything else stays byte for byte. The exit status is 1 where a "
      "value does not take the form of its place; it stands there as it is. Rows, of a table (CSV) "
      "or of JSON, give a file each, whole or not at all; a row that fails is told, and the others "
      "are done."),
  "  lectern fill --list template.txt\n"
  "  lectern fill --set NAME=VALUE --set OTHER=VALUE template.txt\n"
  "  lectern fill --values values.ini --missing error --output speech.txt template.txt\n"
  "  lectern inspect --placeholders --groups --save-bindings masks.ini speech.txt\n"
  "  lectern fill --bindings masks.ini --values values.ini --diff speech.txt\n"
  "  lectern fill --values rows.csv --output 'out/{n}-{NAME}.txt' template.txt\n"
  "  lectern fill --values rows.csv --output 'out/{n}-{NAME}.txt' --resume template.txt\n",
  entries,
  run,
  LECTERN_COMMAND_READS_FILES,
};
