/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-report.h"

#include <string.h>

#define BOLD   "\033[1m"
#define DIM    "\033[2m"
#define NORMAL "\033[0m"

/* How grave a finding is, and in which colour that is said. */
static const struct
{
  const char *label;
  const char *color;
} severities[] = {
  [LECTERN_SEVERITY_OFF] = { "", "" },
  [LECTERN_SEVERITY_NOTE] = { N_ ("note: "), "\033[1;36m" },
  [LECTERN_SEVERITY_WARNING] = { N_ ("warning: "), "\033[1;35m" },
  [LECTERN_SEVERITY_ERROR] = { N_ ("error: "), "\033[1;31m" },
};

static void
append_finding (GString *out, LecternFinding *finding, const LecternCliFound *found)
{
  LecternSeverity severity = lectern_finding_get_severity (finding);
  g_autofree char *message = lectern_finding_dup_message (finding, lectern_cli_get_language ());
  gboolean color = found->color;
  LecternPosition position;

  lectern_finding_get_position (finding, &position, NULL);
  g_string_append_printf (out, "%s%s:%u:%u:%s %s%s%s", color ? BOLD : "", found->path,
                          position.line, position.column, color ? NORMAL : "",
                          color ? severities[severity].color : "",
                          lectern_cli_translate (severities[severity].label), color ? NORMAL : "");
  /* What is quoted from a speech may hold anything. */
  for (const char *p = message; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  g_string_append_printf (out, " %s[%s]%s\n", color ? DIM : "", lectern_finding_get_code (finding),
                          color ? NORMAL : "");
}

void
lectern_cli_append_dropped (GString *out, const LecternCliFound *found)
{
  g_autofree LecternCliDropped *dropped = lectern_cli_list_dropped (found);
  g_autoptr (GString) list = g_string_new (NULL);

  if (dropped[0].code == NULL)
    return;
  for (guint i = 0; dropped[i].code != NULL; i++)
    {
      g_string_append (list, i > 0 ? _ (", ") : "");
      g_string_append_printf (list, _ ("%u more [%s]"), dropped[i].n, dropped[i].code);
    }
  g_string_append_printf (out, _ ("%s: not shown: %s; --max-findings 0 shows all\n"), found->path,
                          list->str);
}

static void
add (GString *out, const LecternCliFound *found)
{
  guint n = lectern_report_get_n_findings (found->report);

  for (guint i = 0; i < n; i++)
    append_finding (out, lectern_report_get_finding (found->report, i), found);
  lectern_cli_append_dropped (out, found);
}

const LecternCliReporter lectern_cli_text_reporter = { "text", NULL, add, NULL, NULL };

/* --- what is left out ----------------------------------------------------------------------- */

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (((const LecternCliDropped *)a)->code, ((const LecternCliDropped *)b)->code);
}

LecternCliDropped *
lectern_cli_list_dropped (const LecternCliFound *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *list = g_array_new (TRUE, TRUE, sizeof (LecternCliDropped));
  guint n = lectern_report_get_n_findings (found->report);

  /* A rule of which findings are left out has some that are kept. */
  for (guint i = 0; lectern_report_get_n_dropped (found->report, NULL) > 0 && i < n; i++)
    {
      LecternFinding *finding = lectern_report_get_finding (found->report, i);
      LecternCliDropped row = { lectern_finding_get_code (finding), 0 };

      if (!g_hash_table_add (seen, (gpointer)row.code))
        continue;
      row.n = lectern_report_get_n_dropped (found->report, row.code);
      if (row.n > 0)
        g_array_append_val (list, row);
    }
  g_array_sort (list, compare_codes);
  return (LecternCliDropped *)(gpointer)g_array_free (list, FALSE);
}
