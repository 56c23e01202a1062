/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-revise.h"

#include "lectern-cli-report.h"

#include <string.h>

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
write_document (LecternDocument *document, const LecternCliRevised *revised, GError **error)
{
  GBytes *text = lectern_source_get_bytes (lectern_document_get_source (document));

  return revised->is_text ? lectern_document_encode (document, text, NULL, error)
                          : write_xml (document, revised->bytes);
}

GBytes *
lectern_cli_dup_revised (const LecternCliRevised *revised, GError **error)
{
  return write_document (revised->after, revised, error);
}

gboolean
lectern_cli_check_comes_back (const LecternCliRevised *revised)
{
  g_autoptr (GBytes) again
      = revised->is_text ? write_document (revised->before, revised, NULL) : NULL;

  if (!revised->is_text || (again != NULL && g_bytes_equal (again, revised->bytes)))
    return TRUE;
  lectern_cli_complain (revised->path,
                        _ ("not changed: it cannot be written again as it was read"));
  return FALSE;
}

static gboolean
is_utf8 (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_utf8_validate_len (data, length, NULL);
}

void
lectern_cli_append_revised_diff (GString *out, const LecternCliRevised *revised, gboolean color)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (LecternEdits) edits = NULL;

  if (revised->after == revised->before)
    return;
  if (revised->is_text)
    {
      before
          = g_bytes_ref (lectern_source_get_bytes (lectern_document_get_source (revised->before)));
      after = g_bytes_ref (lectern_source_get_bytes (lectern_document_get_source (revised->after)));
      edits = lectern_document_dup_edits (revised->after, revised->before);
    }
  else
    {
      before = is_utf8 (revised->bytes) ? g_bytes_ref (revised->bytes)
                                        : write_xml (revised->before, revised->bytes);
      after = write_xml (revised->after, revised->bytes);
    }
  if (edits == NULL || lectern_edits_get_n_moves (edits) > 0)
    {
      g_clear_pointer (&edits, lectern_edits_unref);
      edits = lectern_edits_new_diff (before, after);
    }
  lectern_cli_append_diff (out, revised->path, before, after, edits, color);
}

gboolean
lectern_cli_check_revision (const LecternCliRevision *revision, const char *command,
                            const char *path)
{
  if (revision->diff + revision->in_place + (revision->output != NULL) > 1)
    lectern_cli_usage (command, _ ("one of --diff, --in-place and --output"));
  else if (revision->in_place && strcmp (path, LECTERN_CLI_STANDARD) == 0)
    lectern_cli_usage (command, _ ("the standard input cannot be written in place"));
  else
    return TRUE;
  return FALSE;
}

gboolean
lectern_cli_write_revised (const LecternCliRevised *revised, const LecternCliRevision *revision)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (revision->diff)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      lectern_cli_append_revised_diff (out, revised, lectern_cli_wants_color ());
      return lectern_cli_print_string (out->str);
    }
  if (revision->in_place && revised->after == revised->before)
    return TRUE;
  if (!lectern_cli_check_comes_back (revised))
    return FALSE;
  bytes = lectern_cli_dup_revised (revised, &error);
  if (bytes == NULL)
    {
      lectern_cli_complain_error (revised->path, error);
      return FALSE;
    }
  return lectern_cli_write (revision->in_place         ? revised->path
                            : revision->output != NULL ? revision->output
                                                       : LECTERN_CLI_STANDARD,
                            bytes);
}
