/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-check.h"
#include "lectern-cli-change.h"

#include <string.h>

LecternRule *
lectern_cli_find_rule (LecternChecker *checker, const char *command, const char *code)
{
  LecternRule *rule = lectern_checker_find_rule (checker, code);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  const char *nearest;

  if (rule != NULL)
    return rule;
  rules = lectern_checker_list_rules (checker);
  codes = g_ptr_array_new ();
  for (guint i = 0; i < rules->len; i++)
    g_ptr_array_add (codes, (gpointer)lectern_rule_get_code (rules->pdata[i]));
  g_ptr_array_add (codes, NULL);
  nearest = lectern_cli_find_nearest (code, (const char *const *)codes->pdata);
  if (nearest == NULL)
    lectern_cli_usage (command, _ ("there is no rule “%s”"), code);
  else
    lectern_cli_usage (command, _ ("there is no rule “%s”; did you mean “%s”?"), code, nearest);
  return NULL;
}

/* --- checkers ------------------------------------------------------------------------------- */

/* CODE=SEVERITY */
static gboolean
set_rule (LecternChecker *checker, const char *option)
{
  const char *equals = strchr (option, '=');
  g_autofree char *code = equals != NULL ? g_strndup (option, (gsize)(equals - option)) : NULL;
  LecternSeverity severity;

  if (code == NULL)
    lectern_cli_usage ("check", _ ("“%s” is not CODE=SEVERITY"), option);
  else if (!lectern_severity_from_name (equals + 1, &severity))
    lectern_cli_usage ("check", _ ("unknown severity “%s”: off, note, warning or error"),
                       equals + 1);
  else if (strcmp (code, LECTERN_RULES_ALL) == 0
           || lectern_cli_find_rule (checker, "check", code) != NULL)
    return lectern_checker_set_severity (checker, code, severity, NULL);
  return FALSE;
}

/* FALSE, and said so, where an option means nothing. */
static gboolean
set_up (LecternChecker *checker, const LecternCliCheckOptions *options)
{
  const char *const *rule = options->rules;

  for (; rule != NULL && *rule != NULL; rule++)
    if (!set_rule (checker, *rule))
      return FALSE;
  if (options->max_findings >= 0)
    lectern_checker_set_max_findings (checker, (guint)options->max_findings);
  return TRUE;
}

static gboolean
use_profile (LecternChecker *checker, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternProfile) profile = lectern_profile_new_from_file (file, NULL, &error);

  if (profile != NULL && lectern_checker_set_profile (checker, profile, &error))
    return TRUE;
  lectern_cli_complain_error (path, error);
  return FALSE;
}

gboolean
lectern_cli_check_init (LecternCliCheck *check, const LecternCliCheckOptions *options)
{
  check->options = *options;
  check->checker = lectern_checker_new ();
  check->checkers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&check->mutex);
  if (!set_up (check->checker, options))
    return FALSE;
  if (options->profile != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (options->profile);

      return use_profile (check->checker, file);
    }
  return TRUE;
}

static void
free_checker (gpointer path, gpointer checker, gpointer user_data)
{
  g_clear_object (&checker);
}

void
lectern_cli_check_clear (LecternCliCheck *check)
{
  g_hash_table_foreach (check->checkers, free_checker, NULL);
  g_hash_table_unref (check->checkers);
  g_object_unref (check->checker);
  g_mutex_clear (&check->mutex);
}

/* The checker for a file, or NULL where its profile is none: that is said once. Whoever uses it
 * holds it no longer than the whole check goes on. */
static LecternChecker *
find_checker (LecternCliCheck *check, const char *path)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) profile = NULL;
  g_autofree char *name = NULL;
  gpointer found;

  if (check->options.profile != NULL)
    return check->checker;
  file = g_file_new_for_path (path);
  profile = lectern_profile_find (file);
  if (profile == NULL)
    return check->checker;
  name = g_file_get_path (profile);
  g_mutex_lock (&check->mutex);
  if (!g_hash_table_lookup_extended (check->checkers, name, NULL, &found))
    {
      LecternChecker *made = lectern_checker_new ();

      set_up (made, &check->options);
      if (!use_profile (made, profile))
        g_clear_object (&made);
      found = made;
      g_hash_table_insert (check->checkers, g_steal_pointer (&name), made);
    }
  g_mutex_unlock (&check->mutex);
  return found;
}

/* --- files ---------------------------------------------------------------------------------- */

/* The mended text of the standard input is printed, a file is written. */
static gboolean
store_mended (LecternCliChecked *checked, const LecternCliFile *file, LecternDocument *mended)
{
  g_autoptr (GBytes) after = NULL;
  gboolean standard = strcmp (file->path, LECTERN_CLI_STANDARD) == 0;

  if (mended == file->document && !standard)
    return TRUE;
  after = lectern_cli_change_dup_bytes (file, mended);
  if (after == NULL)
    return FALSE;
  if (!standard)
    return lectern_cli_write (file->path, after);
  checked->printed = g_steal_pointer (&after);
  return TRUE;
}

/* Mends a speech. What is left is reported, but where only a diff is shown, what is there. */
static gboolean
fix_file (LecternCliCheck *check, LecternCliChecked *checked, const LecternCliFile *file,
          LecternChecker *checker)
{
  g_autoptr (LecternReport) left = NULL;
  g_autoptr (LecternDocument) mended = NULL;
  g_autoptr (GError) error = NULL;

  mended = lectern_checker_fix (checker, file->document, &left, NULL, &error);
  if (mended == NULL)
    {
      lectern_cli_complain_error (file->path, error);
      return FALSE;
    }
  checked->n_mended = lectern_cli_change_count (file, mended);
  checked->n_left
      = lectern_report_get_n_findings (left) + lectern_report_get_n_dropped (left, NULL);
  if (check->options.diff)
    {
      if (mended != file->document)
        checked->printed = lectern_cli_change_dup_diff (file, mended, check->options.color);
      checked->report = lectern_checker_check (checker, file->document, NULL, NULL);
      return TRUE;
    }
  if (!store_mended (checked, file, mended))
    {
      checked->n_mended = 0;
      return FALSE;
    }
  checked->report = g_steal_pointer (&left);
  return TRUE;
}

LecternCliChecked *
lectern_cli_check_file (LecternCliCheck *check, const char *path)
{
  LecternCliChecked *checked = g_new0 (LecternCliChecked, 1);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LecternChecker *checker = find_checker (check, path);
  LecternFormat format;

  if (checker != NULL)
    document = lectern_cli_read (path, &format, &bytes);
  checked->failed = document == NULL;
  if (document == NULL)
    return checked;
  checked->is_text = format == LECTERN_FORMAT_TEXT;
  if (check->options.fix)
    {
      const LecternCliFile file = { path, checked->is_text, bytes, document };

      checked->failed = !fix_file (check, checked, &file, checker);
    }
  else
    checked->report = lectern_checker_check (checker, document, NULL, NULL);
  return checked;
}

void
lectern_cli_checked_free (LecternCliChecked *checked)
{
  g_clear_object (&checked->report);
  g_clear_pointer (&checked->printed, g_bytes_unref);
  if (checked->dropped != NULL)
    g_string_free (checked->dropped, TRUE);
  g_free (checked);
}
