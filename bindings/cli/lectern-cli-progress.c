/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BAR_COLUMNS 20

static gboolean shown;

static guint
get_columns (void)
{
  struct winsize size = { 0 };

  if (ioctl (STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 80;
}

/* As many characters as the columns hold: a line that wraps could not be overwritten. */
static void
append_cut (GString *line, const char *text, guint columns)
{
  g_autofree char *name = g_filename_display_name (text);
  guint column = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      column += g_unichar_iswide (c) ? 2 : 1;
      if (column > columns)
        return;
      if (!g_unichar_iscntrl (c))
        g_string_append_unichar (line, c);
    }
}

/* Not for what is soon over, and not for each of many. */
static gboolean
is_time (void)
{
  static gint64 last;
  gint64 now = g_get_monotonic_time ();

  if (last == 0)
    last = now;
  if (now - last < G_USEC_PER_SEC / 4)
    return FALSE;
  last = now;
  return isatty (STDERR_FILENO);
}

static void
show (double share, const char *count, const char *path)
{
  g_autoptr (GString) line = g_string_new ("\r\033[K[");
  guint filled = (guint)(share * BAR_COLUMNS);
  guint columns = get_columns ();

  for (guint i = 0; i < BAR_COLUMNS; i++)
    g_string_append_c (line, i < filled ? '#' : '-');
  g_string_append_printf (line, "] %s ", count);
  append_cut (line, path, columns > line->len ? columns - (guint)line->len : 0);
  fputs (line->str, stderr);
  fflush (stderr);
  shown = TRUE;
}

void
lectern_cli_show_progress (guint done, guint n, const char *path)
{
  g_autofree char *count = NULL;

  if (n < 2 || !is_time ())
    return;
  count = g_strdup_printf ("%u/%u", done, n);
  show ((double)done / n, count, path);
}

void
lectern_cli_show_share (double share, guint n, const char *path)
{
  g_autofree char *count = NULL;

  if (!is_time ())
    return;
  count = share >= 0 ? g_strdup_printf ("%u (%.0f%%)", n, share * 100) : g_strdup_printf ("%u", n);
  show (MAX (share, 0), count, path);
}

void
lectern_cli_hide_progress (void)
{
  if (!shown)
    return;
  fputs ("\r\033[K", stderr);
  fflush (stderr);
  shown = FALSE;
}
