/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-change.h"
#include "lectern-cli-report.h"

#include <string.h>
#include <unistd.h>

static gboolean diff;
static gboolean in_place;
static char *output;

const GOptionEntry lectern_cli_change_entries[]
    = { { "diff", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &diff,
          N_ ("Show what changes, and write nothing but with --in-place"), NULL },
        { "in-place", 'i', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &in_place,
          N_ ("Write what comes of a file back into it"), NULL },
        { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output,
          N_ ("Write what comes of the one file there (default: to the standard output)"),
          N_ ("FILE") },
        { NULL } };

/* XML is written anew; whether the file ended with a line end stays. */
static GBytes *
write_xml (LecternDocument *document, GBytes *old)
{
  g_autoptr (GBytes) xml = lectern_document_to_xml (document);
  gsize length, old_length;
  const char *data = g_bytes_get_data (xml, &length);
  const char *old_data = g_bytes_get_data (old, &old_length);
  GByteArray *ended;

  if (old_length == 0 || old_data[old_length - 1] != '\n' || data[length - 1] == '\n')
    return g_steal_pointer (&xml);
  ended = g_byte_array_sized_new ((guint)length + 1);
  g_byte_array_append (ended, (const guint8 *)data, (guint)length);
  g_byte_array_append (ended, (const guint8 *)"\n", 1);
  return g_byte_array_free_to_bytes (ended);
}

static GBytes *
get_text (LecternDocument *document)
{
  return lectern_source_get_bytes (lectern_document_get_source (document));
}

static GBytes *
write_document (const LecternCliFile *file, LecternDocument *document, GError **error)
{
  return file->is_text ? lectern_document_encode (document, get_text (document), NULL, error)
                       : write_xml (document, file->bytes);
}

/* Whether nothing but what is changed would change: there are bytes that an encoding reads and
 * never writes. XML is written anew anyway. */
static gboolean
comes_back (const LecternCliFile *file)
{
  g_autoptr (GBytes) again = file->is_text ? write_document (file, file->document, NULL) : NULL;

  return !file->is_text || (again != NULL && g_bytes_equal (again, file->bytes));
}

GBytes *
lectern_cli_change_dup_bytes (const LecternCliFile *file, LecternDocument *after)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (after == file->document)
    return g_bytes_ref (file->bytes);
  if (!comes_back (file))
    {
      lectern_cli_complain (file->path,
                            _ ("not changed: it cannot be written again as it was read"));
      return NULL;
    }
  bytes = write_document (file, after, &error);
  if (bytes == NULL)
    lectern_cli_complain_error (file->path, error);
  return bytes;
}

static gboolean
is_utf8 (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_utf8_validate_len (data, length, NULL);
}

GBytes *
lectern_cli_change_dup_diff (const LecternCliFile *file, LecternDocument *after, gboolean color)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GBytes) new = NULL;
  g_autoptr (LecternEdits) edits = NULL;

  if (file->is_text)
    {
      old = g_bytes_ref (get_text (file->document));
      new = g_bytes_ref (get_text (after));
      edits = lectern_document_dup_edits (after, file->document);
    }
  else
    {
      old = is_utf8 (file->bytes) ? g_bytes_ref (file->bytes)
                                  : write_xml (file->document, file->bytes);
      new = write_xml (after, file->bytes);
    }
  if (edits == NULL || lectern_edits_get_n_moves (edits) > 0)
    {
      g_clear_pointer (&edits, lectern_edits_unref);
      edits = lectern_edits_new_diff (old, new);
    }
  lectern_cli_append_diff (out, file->path, old, new, edits, color);
  return g_string_free_to_bytes (out);
}

guint
lectern_cli_change_count (const LecternCliFile *file, LecternDocument *after)
{
  g_autoptr (LecternEdits) edits = NULL;

  if (after == file->document)
    return 0;
  edits = lectern_document_dup_edits (after, file->document);
  return lectern_edits_get_n_replacements (edits) + lectern_edits_get_n_moves (edits);
}

/* ---- files ---- */

static gboolean
check_options (const char *command, const char *const *files)
{
  gboolean several = files[0] != NULL && files[1] != NULL;

  if (in_place && output != NULL)
    lectern_cli_usage (command, _ ("--in-place and --output exclude each other"));
  else if (several && !in_place && !diff)
    lectern_cli_usage (command, _ ("several files need --in-place or --diff"));
  else if (several && output != NULL)
    lectern_cli_usage (command, _ ("--output takes one file"));
  else if (in_place && g_strv_contains (files, LECTERN_CLI_STANDARD))
    lectern_cli_usage (command, _ ("the standard input cannot be written back"));
  else
    return lectern_cli_check_files (files);
  return FALSE;
}

static gboolean
show (const LecternCliFile *file, LecternDocument *after)
{
  g_autoptr (GBytes) shown = NULL;

  if (after == file->document)
    return TRUE;
  shown = lectern_cli_change_dup_diff (file, after, lectern_cli_wants_color ());
  return lectern_cli_print (shown);
}

static gboolean
store (const LecternCliFile *file, LecternDocument *after)
{
  const char *path = in_place ? file->path : output != NULL ? output : LECTERN_CLI_STANDARD;
  g_autoptr (GBytes) bytes = NULL;

  if (in_place && after == file->document)
    return TRUE;
  bytes = lectern_cli_change_dup_bytes (file, after);
  return bytes != NULL && lectern_cli_write (path, bytes);
}

static gboolean
change_file (const char *path, LecternCliChange change, gpointer user_data)
{
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternDocument) after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  LecternFormat format;

  document = lectern_cli_read (path, &format, &bytes);
  if (document == NULL)
    return FALSE;
  after = change (document, path, user_data, &error);
  if (after == NULL)
    {
      if (error != NULL)
        lectern_cli_complain_error (path, error);
      return FALSE;
    }
  {
    const LecternCliFile file = { path, format == LECTERN_FORMAT_TEXT, bytes, document };
    guint n = lectern_cli_change_count (&file, after);

    if ((diff && !show (&file, after))
        || ((!diff || in_place || output != NULL) && !store (&file, after)))
      return FALSE;
    if ((diff || in_place) && n > 0)
      lectern_cli_complain (path,
                            in_place ? _ ("places changed: %u") : _ ("places that change: %u"), n);
  }
  return TRUE;
}

int
lectern_cli_change_each (const char *command, const char *const *files, LecternCliChange change,
                         gpointer user_data)
{
  guint n = g_strv_length ((char **)files);
  gboolean failed = FALSE;

  if (!check_options (command, files))
    return LECTERN_EXIT_USAGE;
  for (guint i = 0; i < n; i++)
    {
      if (!isatty (STDOUT_FILENO))
        lectern_cli_show_progress (i, n, files[i]);
      failed |= !change_file (files[i], change, user_data);
    }
  lectern_cli_hide_progress ();
  if (!lectern_cli_flush ())
    failed = TRUE;
  return failed ? LECTERN_EXIT_FILE : LECTERN_EXIT_OK;
}
