/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-check.h"
#include "lectern-cli-jobs.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char *format_option;
static char **rule_options;
static char *profile_option;
static char *color_option;
static gboolean fix;
static gboolean diff;
static int max_findings = G_MININT; /* not given */
static int n_jobs;

static const GOptionEntry entries[]
    = { { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_option,
          N_ ("How findings are told: text, json or sarif (default: text)"), N_ ("FORMAT") },
        { "rule", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &rule_options,
          N_ ("How grave a rule is: off, note, warning or error; * is every rule; may be repeated"),
          N_ ("CODE=SEVERITY") },
        { "profile", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &profile_option,
          N_ ("The house profile (default: .lectern.ini in the folder of the file or above it)"),
          N_ ("FILE") },
        { "fix", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &fix,
          N_ ("Mend in the files what can be mended safely, and tell what is left"), NULL },
        { "diff", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &diff,
          N_ ("With --fix: show what would be mended, and write nothing"), NULL },
        { "max-findings", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &max_findings,
          N_ ("Tell at most N findings of a rule in a file; 0 tells all (default: 100)"),
          N_ ("N") },
        { "color", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &color_option,
          N_ ("Colours: auto, always or never (default: auto, on a terminal)"), N_ ("WHEN") },
        { "jobs", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &n_jobs,
          N_ ("Work on N files at once (default: as many as there are processors)"), N_ ("N") },
        { NULL } };

static const LecternCliReporter *const reporters[] = {
  &lectern_cli_text_reporter,
  &lectern_cli_json_reporter,
  &lectern_cli_sarif_reporter,
};

/* A run: what is the same for all files, and what was counted so far. */
typedef struct
{
  LecternCliCheck check;
  const LecternCliReporter *reporter;
  GPtrArray *notes; /* what was said of the files beside the findings */
  gboolean separate;
  gboolean failed;
  gboolean found;
  guint n_by_severity[LECTERN_SEVERITY_ERROR + 1];
  guint n_fixable;
} Run;

/* --- a file --------------------------------------------------------------------------------- */

static void
work (LecternCliJob *job, gpointer user_data)
{
  Run *run = user_data;
  LecternCliChecked *checked = lectern_cli_check_file (&run->check, job->path);

  job->result = checked;
  if (checked->report != NULL && !diff)
    {
      LecternCliFound found
          = { job->path, checked->report, checked->is_text, run->check.options.color };

      run->reporter->add (job->output, &found);
      checked->dropped = g_string_new (NULL);
      lectern_cli_append_dropped (checked->dropped, &found);
    }
}

/* The lines of what was said become notes. */
static void
keep_notes (Run *run, const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      g_ptr_array_add (run->notes, g_strdup (*line));
}

static void
count_findings (Run *run, LecternReport *report)
{
  guint n = lectern_report_get_n_findings (report);

  for (guint i = 0; i < n; i++)
    {
      LecternFinding *finding = lectern_report_get_finding (report, i);

      run->n_by_severity[lectern_finding_get_severity (finding)]++;
      run->n_fixable += lectern_finding_get_edits (finding) != NULL;
    }
  if (lectern_report_get_severity (report) >= LECTERN_SEVERITY_WARNING)
    run->found = TRUE;
}

/* What is told of the standard input goes to the standard error where its text is printed. */
static void
tell (Run *run, LecternCliJob *job, LecternCliChecked *checked)
{
  gboolean with_text = checked->printed != NULL;

  if (with_text && !lectern_cli_print (checked->printed))
    run->failed = TRUE;
  if (job->output->len == 0)
    return;
  if (with_text)
    lectern_cli_say (job->output->str);
  else if ((run->separate && !lectern_cli_print_string (run->reporter->separator))
           || !lectern_cli_print_string (job->output->str))
    run->failed = TRUE;
  run->separate = run->reporter->separator != NULL;
}

static void
take (LecternCliJob *job, gpointer user_data)
{
  Run *run = user_data;
  LecternCliChecked *checked = job->result;

  if (job->output->len > 0 || job->complaints->len > 0 || checked->printed != NULL)
    lectern_cli_hide_progress ();
  if (job->complaints->len > 0)
    {
      lectern_cli_say (job->complaints->str);
      keep_notes (run, job->complaints->str);
    }
  if (checked->dropped != NULL)
    keep_notes (run, checked->dropped->str);
  if (checked->failed)
    run->failed = TRUE;
  if (checked->report != NULL)
    count_findings (run, checked->report);
  tell (run, job, checked);
  if (checked->n_mended > 0)
    lectern_cli_complain (job->path,
                          diff ? _ ("places that can be mended: %u; findings left: %u")
                               : _ ("places mended: %u; findings left: %u"),
                          checked->n_mended, checked->n_left);
  lectern_cli_checked_free (checked);
}

/* --- the command line ----------------------------------------------------------------------- */

static const LecternCliReporter *
find_reporter (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reporters); i++)
    if (format_option == NULL || strcmp (reporters[i]->name, format_option) == 0)
      return reporters[i];
  return NULL;
}

/* The mended text of the standard input goes where findings go otherwise. */
static gboolean
check_standard (const char *const *files)
{
  if (!fix || diff || !g_strv_contains (files, LECTERN_CLI_STANDARD))
    return lectern_cli_check_files (files);
  if (files[1] != NULL)
    lectern_cli_usage ("check", _ ("with --fix the standard input must be the only file"));
  else if (find_reporter () != &lectern_cli_text_reporter)
    lectern_cli_usage ("check", _ ("with --fix the standard input has only the format text"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_options (const char *const *files)
{
  static const char *const whens[] = { "auto", "always", "never", NULL };

  if (find_reporter () == NULL)
    lectern_cli_usage ("check", _ ("unknown format “%s”: text, json or sarif"), format_option);
  else if (color_option != NULL && !g_strv_contains (whens, color_option))
    lectern_cli_usage ("check", _ ("unknown colour “%s”: auto, always or never"), color_option);
  else if (diff && !fix)
    lectern_cli_usage ("check", _ ("--diff needs --fix"));
  else if (diff && format_option != NULL && strcmp (format_option, "text") != 0)
    lectern_cli_usage ("check", _ ("%s does nothing for %s"), "--format", "--diff");
  else if (max_findings < 0 && max_findings != G_MININT)
    lectern_cli_usage ("check", _ ("--max-findings must be 0 or more"));
  else if (n_jobs < 0 || n_jobs > 1024)
    lectern_cli_usage ("check", _ ("--jobs must be 0 to 1024"));
  else
    return check_standard (files);
  return FALSE;
}

static gboolean
wants_color (void)
{
  if (color_option == NULL || strcmp (color_option, "auto") == 0)
    return lectern_cli_wants_color ();
  return strcmp (color_option, "always") == 0;
}

/* A last line for who looks on: how much it was. */
static void
print_summary (const Run *run)
{
  const guint *n = run->n_by_severity;

  if (run->reporter != &lectern_cli_text_reporter || diff || !isatty (STDOUT_FILENO))
    return;
  if (n[LECTERN_SEVERITY_NOTE] + n[LECTERN_SEVERITY_WARNING] + n[LECTERN_SEVERITY_ERROR] == 0)
    {
      if (!run->failed)
        lectern_cli_print_string (_ ("nothing found\n"));
      return;
    }
  printf (_ ("errors: %u, warnings: %u, notes: %u\n"), n[LECTERN_SEVERITY_ERROR],
          n[LECTERN_SEVERITY_WARNING], n[LECTERN_SEVERITY_NOTE]);
  if (run->n_fixable > 0 && !fix)
    printf (_ ("“lectern check --fix” mends %u of them\n"), run->n_fixable);
}

static int
run_all (Run *run, const char *const *files)
{
  g_autoptr (GString) around = g_string_new (NULL);

  run->notes = g_ptr_array_new_with_free_func (g_free);
  if (run->reporter->begin != NULL && !diff)
    run->reporter->begin (around, run->check.checker);
  lectern_cli_print_string (around->str);
  lectern_cli_run_jobs (files, n_jobs > 0 ? (guint)n_jobs : g_get_num_processors (), work, take,
                        run);
  g_string_truncate (around, 0);
  if (run->reporter->end != NULL && !diff)
    run->reporter->end (around, run->notes, run->failed);
  lectern_cli_print_string (around->str);
  print_summary (run);
  g_ptr_array_unref (run->notes);
  if (!lectern_cli_flush () || run->failed)
    return LECTERN_EXIT_FILE;
  return run->found ? LECTERN_EXIT_FINDINGS : LECTERN_EXIT_OK;
}

static int
run_check (const char *const *files)
{
  Run run = { .reporter = find_reporter () };
  LecternCliCheckOptions options = {
    (const char *const *)rule_options, profile_option, max_findings, fix, diff, wants_color ()
  };
  int status = LECTERN_EXIT_USAGE;

  if (!check_options (files))
    return status;
  if (lectern_cli_check_init (&run.check, &options))
    status = run_all (&run, files);
  lectern_cli_check_clear (&run.check);
  return status;
}

const LecternCommand lectern_cmd_check = {
  "check",
  N_ ("FILE…"),
  N_ ("Finds what is wrong with a speech"),
  N_ ("A line for each finding: file, line, column, severity, message and the code of the rule, "
      "which “lectern rules CODE” explains. Lines and columns count from 1; in an XML file they "
      "are those of the text. --fix makes only changes that need no second look; it writes a "
      "file whole or not at all, in its encoding, and the text of the standard input to the "
      "standard output. The exit status is 1 if there is anything at warning or above."),
  "  lectern check speech.txt\n"
  "  lectern check --rule boilerplate=off --rule numbering-gap=error *.txt\n"
  "  lectern check --fix --diff speech.txt\n"
  "  lectern check --format json *.txt | jq -r .code | sort | uniq -c\n",
  entries,
  run_check,
  LECTERN_COMMAND_READS_FILES,
};
