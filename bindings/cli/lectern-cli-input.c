/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char *from_option;
static char *encoding_option;
static char *language_option;

/* The values of options are FILENAMEs, here and in the commands, which GLib takes as they are: a
 * STRING it would convert from the encoding of a locale that need not be installed. */
const GOptionEntry lectern_cli_read_entries[] = {
  { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &from_option,
    N_ ("What the files are: text or xml (default: by name, then by content)"), N_ ("FORMAT") },
  { "encoding", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &encoding_option,
    N_ ("The encoding of the text files (default: by byte order mark, UTF-8, GB18030)"),
    N_ ("NAME") },
  { "language", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &language_option,
    N_ ("The language of the speeches: zh-Hans, zh-Hant, en, ja, ko (default: by their script)"),
    N_ ("TAG") },
  { NULL }
};

/* Names of formats, and the endings of file names that mean them. */
static const struct
{
  const char *name;
  LecternFormat format;
} formats[] = {
  { "text", LECTERN_FORMAT_TEXT },
  { "txt", LECTERN_FORMAT_TEXT },
  { "xml", LECTERN_FORMAT_XML },
};

static LecternFormat
find_format (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0)
      return formats[i].format;
  return LECTERN_FORMAT_AUTO;
}

/* The format that an option or the file's name says. */
static LecternFormat
guess_format (const char *path)
{
  const char *dot = strrchr (path, '.');

  if (from_option != NULL)
    return find_format (from_option);
  return dot != NULL ? find_format (dot + 1) : LECTERN_FORMAT_AUTO;
}

gboolean
lectern_cli_check_read_options (GError **error)
{
  g_autofree char *converted = NULL;

  if (from_option != NULL && find_format (from_option) == LECTERN_FORMAT_AUTO)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("unknown input format “%s”: text or xml"), from_option);
      return FALSE;
    }
  if (encoding_option == NULL)
    return TRUE;
  converted = g_convert ("", 0, "UTF-8", encoding_option, NULL, NULL, NULL);
  if (converted != NULL)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("unknown encoding “%s”"),
               encoding_option);
  return FALSE;
}

static LecternReadOptions *
new_read_options (const char *path)
{
  LecternReadOptions *options = lectern_read_options_new ();

  lectern_read_options_set_name (options, path);
  lectern_read_options_set_format (options, guess_format (path));
  if (encoding_option != NULL)
    lectern_read_options_set_encoding (options, encoding_option);
  if (language_option != NULL)
    lectern_read_options_set_language (options, language_option);
  return options;
}

static GBytes *
load_standard_input (GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  static guint8 buffer[64 * 1024];
  size_t n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    {
      if (n > G_MAXUINT - array->len)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("More than 4 GiB"));
          return NULL;
        }
      g_byte_array_append (array, buffer, (guint)n);
    }
  if (!ferror (stdin))
    return g_byte_array_free_to_bytes (g_steal_pointer (&array));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (errno));
  return NULL;
}

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (path, LECTERN_CLI_STANDARD) == 0)
    return load_standard_input (error);
  file = g_file_new_for_path (path);
  return g_file_load_bytes (file, NULL, NULL, error);
}

/* Whether a file of no telling name is XML, in any encoding of one or two bytes a character. */
static gboolean
looks_like_xml (GBytes *bytes)
{
  g_autoptr (GString) start = g_string_new (NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < MIN (length, 2048); i++)
    if (data[i] > 0 && (start->len > 0 || !g_ascii_isspace (data[i])))
      g_string_append_c (start, data[i]);
  return g_str_has_prefix (start->str, "<?xml ")
         || (start->str[0] == '<' && strstr (start->str, LECTERN_XML_NAMESPACE) != NULL);
}

LecternDocument *
lectern_cli_read (const char *path, LecternFormat *format, GBytes **bytes)
{
  g_autoptr (LecternReadOptions) options = new_read_options (path);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) loaded = load (path, &error);
  const char *const *notes;

  if (loaded != NULL)
    document = lectern_document_new_from_bytes (loaded, options, NULL, &error);
  if (document == NULL)
    {
      lectern_cli_complain_error (path, error);
      return NULL;
    }
  notes = lectern_document_get_notes (document);
  for (; notes != NULL && *notes != NULL; notes++)
    {
      g_autofree char *note = lectern_cli_translate_message (*notes);

      lectern_cli_complain (path, "%s", note);
    }
  if (format != NULL)
    *format = lectern_read_options_get_format (options);
  if (format != NULL && *format == LECTERN_FORMAT_AUTO)
    *format = looks_like_xml (loaded) ? LECTERN_FORMAT_XML : LECTERN_FORMAT_TEXT;
  if (bytes != NULL)
    *bytes = g_steal_pointer (&loaded);
  return g_steal_pointer (&document);
}

gboolean
lectern_cli_check_files (const char *const *files)
{
  guint n = 0;

  for (; *files != NULL; files++)
    n += strcmp (*files, LECTERN_CLI_STANDARD) == 0;
  if (n > 1)
    lectern_cli_usage (NULL, _ ("the standard input can be read only once"));
  return n <= 1;
}

int
lectern_cli_for_each (const char *const *files, LecternCliEach each, gpointer user_data)
{
  guint n = g_strv_length ((char **)files);
  gboolean failed = FALSE;

  if (!lectern_cli_check_files (files))
    return LECTERN_EXIT_USAGE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternDocument) document = NULL;

      /* What is printed meanwhile would fall into the line. */
      if (!isatty (STDOUT_FILENO))
        lectern_cli_show_progress (i, n, files[i]);
      document = lectern_cli_read (files[i], NULL, NULL);
      if (document == NULL || !each (document, files[i], user_data))
        failed = TRUE;
    }
  lectern_cli_hide_progress ();
  if (!lectern_cli_flush ())
    failed = TRUE;
  return failed ? LECTERN_EXIT_FILE : LECTERN_EXIT_OK;
}
