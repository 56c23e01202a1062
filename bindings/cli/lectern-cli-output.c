/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static GPrivate collected;
static int output_errno; /* why the standard output could not be written before */

void
lectern_cli_say (const char *lines)
{
  lectern_cli_hide_progress ();
  if (fflush (stdout) != 0 && output_errno == 0)
    output_errno = errno;
  /* Names of files and quoted text go out as the bytes they are, whatever the locale says. */
  fputs (lines, stderr);
}

void
lectern_cli_collect_complaints (GString *complaints)
{
  g_private_set (&collected, complaints);
}

void
lectern_cli_complain (const char *path, const char *format, ...)
{
  GString *complaints = g_private_get (&collected);
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  line = g_strdup_printf ("lectern: %s%s%s\n", path != NULL ? path : "", path != NULL ? ": " : "",
                          message);
  if (complaints != NULL)
    {
      g_string_append (complaints, line);
      return;
    }
  lectern_cli_say (line);
}

void
lectern_cli_complain_errno (const char *path)
{
  g_autofree char *message = lectern_cli_translate_message (g_strerror (errno));

  lectern_cli_complain (path, "%s", message);
}

/* What went wrong, in short: for details that only those below the library have words for. */
static const char *const error_labels[] = {
  [LECTERN_ERROR_ENCODING] = N_ ("the encoding"),
  [LECTERN_ERROR_LIMIT] = N_ ("a limit"),
  [LECTERN_ERROR_XML] = N_ ("the XML"),
  [LECTERN_ERROR_STRUCTURE] = N_ ("the structure"),
  [LECTERN_ERROR_NUMBERING] = N_ ("a numbering"),
  [LECTERN_ERROR_EDIT] = N_ ("a change of the text"),
  [LECTERN_ERROR_RULE] = N_ ("a rule"),
  [LECTERN_ERROR_PROFILE] = N_ ("the house profile"),
  [LECTERN_ERROR_VALUE] = N_ ("a value"),
  [LECTERN_ERROR_TEMPLATE] = N_ ("a template"),
};

static char *
translate_error (const GError *error, const char *message)
{
  g_autofree char *translated = lectern_cli_translate_message (message);
  const char *label = error->domain == LECTERN_ERROR && error->code >= 0
                              && error->code < (int)G_N_ELEMENTS (error_labels)
                          ? error_labels[error->code]
                          : NULL;

  /* A label that is not translated either says nothing that the message does not say. */
  if (label == NULL || strcmp (translated, message) != 0 || lectern_cli_translate (label) == label)
    return g_steal_pointer (&translated);
  return lectern_cli_prefix_message (lectern_cli_translate (label), message);
}

void
lectern_cli_complain_error (const char *path, const GError *error)
{
  g_autofree char *prefix = g_strconcat (path, ":", NULL);
  g_autofree char *translated = NULL;
  const char *message = error->message;
  const char *gap = ": ";
  LecternPosition position;

  /* Messages of the library begin with the name and the position already, those of GIO name the
   * file once more. */
  if (g_str_has_prefix (message, prefix))
    {
      message += strlen (prefix);
      gap = *message == ' ' ? ": " : ":";
      message += *message == ' ';
    }
  else if (error->domain == G_IO_ERROR)
    message = g_strrstr (message, ": ") != NULL ? g_strrstr (message, ": ") + 2 : message;
  translated = translate_error (error, message);
  if (lectern_error_get_position (error, &position))
    lectern_cli_complain (NULL, _ ("%s%s%s (byte %" G_GSIZE_FORMAT ")"), path, gap, translated,
                          position.offset);
  else
    lectern_cli_complain (NULL, "%s%s%s", path, gap, translated);
}

int
lectern_cli_usage (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "lectern%s%s: %s\n", command != NULL ? " " : "", command != NULL ? command : "",
           message);
  fprintf (stderr, _ ("Try “lectern help%s%s”.\n"), command != NULL ? " " : "",
           command != NULL ? command : "");
  return LECTERN_EXIT_USAGE;
}

/* --- standard output ----------------------------------------------------------------------- */

static gboolean
print_failed (void)
{
  static gboolean told;

  if (output_errno != 0)
    errno = output_errno;
  /* Who closes the pipe has seen enough. */
  if (errno == EPIPE)
    exit (LECTERN_EXIT_OK);
  if (!told)
    lectern_cli_complain_errno (_ ("standard output"));
  told = TRUE;
  return FALSE;
}

gboolean
lectern_cli_print (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > 0 && fwrite (data, 1, length, stdout) != length)
    return print_failed ();
  return TRUE;
}

gboolean
lectern_cli_print_string (const char *string)
{
  return fputs (string, stdout) != EOF || print_failed ();
}

gboolean
lectern_cli_flush (void)
{
  return (fflush (stdout) == 0 && !ferror (stdout)) || print_failed ();
}

/* --- files --------------------------------------------------------------------------------- */

gboolean
lectern_cli_write_all (int fd, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t n = write (fd, data, MIN (length, (gsize)1 << 30));

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          data += n;
          length -= (gsize)n;
        }
    }
  return TRUE;
}

/* Pipes and devices cannot be replaced: they are written to as they stand. */
static gboolean
write_special (const char *path, GBytes *bytes)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && lectern_cli_write_all (fd, bytes);
  int saved = errno;

  if (fd >= 0 && close (fd) != 0 && done)
    return FALSE;
  errno = saved;
  return done;
}

/* A new file beside the old one takes its place when everything is in it. */
static gboolean
write_regular (const char *path, GBytes *bytes, const struct stat *old)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  gboolean done;
  int saved;

  if (fd < 0)
    return FALSE;
  done = lectern_cli_write_all (fd, bytes);
  if (done && old != NULL)
    {
      /* The owner can be kept by root only; the permissions are what matters. */
      if (fchown (fd, old->st_uid, old->st_gid) != 0)
        errno = 0;
      done = fchmod (fd, old->st_mode & 07777) == 0;
    }
  done = done && fsync (fd) == 0;
  saved = errno;
  if (close (fd) != 0 && done)
    {
      saved = errno;
      done = FALSE;
    }
  if (done && g_rename (temporary, path) == 0)
    return TRUE;
  if (done)
    saved = errno;
  g_unlink (temporary);
  errno = saved;
  return FALSE;
}

gboolean
lectern_cli_write (const char *path, GBytes *bytes)
{
  g_autofree char *target = NULL;
  struct stat old;
  gboolean exists;
  gboolean done;

  if (strcmp (path, LECTERN_CLI_STANDARD) == 0)
    return lectern_cli_print (bytes) && lectern_cli_flush ();

  exists = stat (path, &old) == 0;
  /* A symbolic link stays one: what it points to is replaced. */
  if (exists)
    target = realpath (path, NULL);
  if (exists && S_ISDIR (old.st_mode))
    {
      errno = EISDIR;
      done = FALSE;
    }
  else if (exists && !S_ISREG (old.st_mode))
    done = write_special (path, bytes);
  else
    done = write_regular (target != NULL ? target : path, bytes, exists ? &old : NULL);
  if (!done)
    lectern_cli_complain_errno (path);
  return done;
}

/* --- cells --------------------------------------------------------------------------------- */

void
lectern_cli_append_cell (GString *row, const char *text)
{
  if (*text == '\0')
    g_string_append_c (row, '-');
  for (; *text != '\0'; text++)
    if (*text == '\t')
      g_string_append (row, "\\t");
    else if (*text == '\n')
      g_string_append (row, "\\n");
    else if (*text == '\\')
      g_string_append (row, "\\\\");
    else if ((guchar)*text < 0x20 || *text == 0x7f)
      g_string_append_printf (row, "\\x%02x", (guint)(guchar)*text);
    else
      g_string_append_c (row, *text);
}

/* --- terminals ------------------------------------------------------------------------------ */

gboolean
lectern_cli_wants_color (void)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");

  return isatty (STDOUT_FILENO) && (no_color == NULL || *no_color == '\0') && term != NULL
         && strcmp (term, "dumb") != 0;
}
