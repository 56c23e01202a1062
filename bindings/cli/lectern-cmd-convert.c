/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-targets.h"

#include <errno.h>
#include <string.h>

static char *to_option;
static char *output_dir;
static char *output_encoding;
static char *punctuation;
static gboolean canonical;
static gboolean indent;
static gboolean indented;
static int blank_lines;
static int columns;

static const GOptionEntry entries[]
    = { { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &to_option,
          N_ ("What to write: text, xml, outline or json (default: by the name of OUT)"),
          N_ ("FORMAT") },
        { "output-dir", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output_dir,
          N_ ("Convert any number of files into this folder; needs --to"), N_ ("FOLDER") },
        { "output-encoding", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output_encoding,
          N_ ("The encoding of text written (default: the one that came in)"), N_ ("NAME") },
        { "canonical", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &canonical,
          N_ ("Text: count the markers again, one paragraph a line"), NULL },
        { "punctuation", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &punctuation,
          N_ ("Text: punctuation of this width, full or half"), N_ ("WIDTH") },
        { "indent", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &indent,
          N_ ("Text: begin paragraphs with two ideographic spaces"), NULL },
        { "blank-lines", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &blank_lines,
          N_ ("Text: put N blank lines between paragraphs"), N_ ("N") },
        { "columns", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &columns,
          N_ ("Text: wrap lines at N columns; a Chinese character takes two"), N_ ("N") },
        { "indented", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &indented,
          N_ ("Outline and JSON: one entry a line, indented by level"), NULL },
        { NULL } };

/* What the options say of the form. */
static void
configure (LecternRenderer *renderer)
{
  if (LECTERN_IS_TEXT_RENDERER (renderer))
    {
      LecternTextRenderer *text = LECTERN_TEXT_RENDERER (renderer);
      LecternWidth width = LECTERN_WIDTH_KEEP;

      if (punctuation != NULL)
        width = strcmp (punctuation, "full") == 0 ? LECTERN_WIDTH_FULL : LECTERN_WIDTH_HALF;
      lectern_text_renderer_set_canonical (text, canonical);
      lectern_text_renderer_set_punctuation (text, width);
      lectern_text_renderer_set_indent (text, indent);
      lectern_text_renderer_set_blank_lines (text, (guint)blank_lines);
      lectern_text_renderer_set_columns (text, (guint)columns);
    }
  else if (LECTERN_IS_OUTLINE_RENDERER (renderer))
    lectern_outline_renderer_set_indented (LECTERN_OUTLINE_RENDERER (renderer), indented);
  else if (LECTERN_IS_JSON_RENDERER (renderer))
    lectern_json_renderer_set_indented (LECTERN_JSON_RENDERER (renderer), indented);
}

static gboolean
convert (LecternDocument *document, const char *in, const char *out, const LecternCliTarget *target)
{
  g_autoptr (LecternRenderer) renderer = target->new_renderer ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  configure (renderer);
  bytes = lectern_cli_render (document, target, renderer, output_encoding, &error);
  if (bytes != NULL)
    return lectern_cli_write (out, bytes);
  lectern_cli_complain_error (in, error);
  return FALSE;
}

static int
check_options (void)
{
  if (to_option != NULL && lectern_cli_find_target (to_option) == NULL)
    return lectern_cli_usage ("convert", _ ("unknown format “%s”: text, xml, outline or json"),
                              to_option);
  if (punctuation != NULL && strcmp (punctuation, "full") != 0 && strcmp (punctuation, "half") != 0)
    return lectern_cli_usage ("convert", _ ("unknown width “%s”: full or half"), punctuation);
  if (blank_lines < 0 || blank_lines > 1000)
    return lectern_cli_usage ("convert", _ ("--blank-lines must be 0 to 1000"));
  if (columns < 0 || columns > 100000)
    return lectern_cli_usage ("convert", _ ("--columns must be 0 to 100000"));
  if (output_encoding != NULL)
    {
      g_autofree char *converted = g_convert ("", 0, output_encoding, "UTF-8", NULL, NULL, NULL);

      if (converted == NULL)
        return lectern_cli_usage ("convert", _ ("unknown encoding “%s”"), output_encoding);
    }
  return LECTERN_EXIT_OK;
}

/* An option that would do nothing is a mistake. */
static int
check_target (const LecternCliTarget *target)
{
  const struct
  {
    const char *name;
    gboolean given;
    const char *targets;
  } options[] = {
    { "--canonical", canonical, "text" },
    { "--punctuation", punctuation != NULL, "text" },
    { "--indent", indent, "text" },
    { "--blank-lines", blank_lines > 0, "text" },
    { "--columns", columns > 0, "text" },
    { "--indented", indented, "outline json" },
    { "--output-encoding", output_encoding != NULL, "text outline" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && strstr (options[i].targets, target->name) == NULL)
      return lectern_cli_usage ("convert", _ ("%s does nothing for %s"), options[i].name,
                                target->name);
  return LECTERN_EXIT_OK;
}

static int
convert_one (const char *in, const char *out)
{
  g_autoptr (LecternDocument) document = NULL;
  const LecternCliTarget *target = NULL;
  LecternFormat format;
  int status;

  if (to_option != NULL)
    target = lectern_cli_find_target (to_option);
  else if (strcmp (out, LECTERN_CLI_STANDARD) != 0)
    {
      target = lectern_cli_guess_target (out);
      if (target == NULL)
        return lectern_cli_usage ("convert",
                                  _ ("cannot tell a format from the name “%s”: use --to"), out);
    }
  status = target != NULL ? check_target (target) : LECTERN_EXIT_OK;
  if (status != LECTERN_EXIT_OK)
    return status;
  document = lectern_cli_read (in, &format, NULL);
  if (document == NULL)
    return LECTERN_EXIT_FILE;
  /* Where nothing says what to write: XML of a text, the text of an XML file. */
  if (target == NULL)
    {
      target = lectern_cli_find_target (format == LECTERN_FORMAT_XML ? "text" : "xml");
      status = check_target (target);
      if (status != LECTERN_EXIT_OK)
        return status;
    }
  return convert (document, in, out, target) ? LECTERN_EXIT_OK : LECTERN_EXIT_FILE;
}

/* Where a file goes in the folder: its name with the ending of what is written. */
static char *
dup_output (const char *in, const LecternCliTarget *target)
{
  g_autofree char *base = g_path_get_basename (in);
  g_autofree char *name = NULL;
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base && lectern_cli_guess_target (base) != NULL)
    *dot = '\0';
  name = g_strconcat (base, target->ending, NULL);
  return g_build_filename (output_dir, name, NULL);
}

static gboolean
convert_into (LecternDocument *document, const char *in, gpointer user_data)
{
  const LecternCliTarget *target = user_data;
  g_autofree char *out = dup_output (in, target);

  return convert (document, in, out, target);
}

static int
convert_many (const char *const *files)
{
  g_autoptr (GHashTable) outputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const LecternCliTarget *target = to_option != NULL ? lectern_cli_find_target (to_option) : NULL;
  int status;

  if (target == NULL)
    return lectern_cli_usage ("convert", _ ("--output-dir needs --to"));
  status = check_target (target);
  if (status != LECTERN_EXIT_OK)
    return status;
  for (guint i = 0; files[i] != NULL; i++)
    {
      if (strcmp (files[i], LECTERN_CLI_STANDARD) == 0)
        return lectern_cli_usage ("convert", _ ("the standard input has no name in a folder"));
      if (!g_hash_table_add (outputs, dup_output (files[i], target)))
        return lectern_cli_usage ("convert", _ ("“%s” would be written over another one"),
                                  files[i]);
    }
  if (g_mkdir_with_parents (output_dir, 0777) != 0)
    {
      lectern_cli_complain_errno (output_dir);
      return LECTERN_EXIT_FILE;
    }
  return lectern_cli_for_each (files, convert_into, (gpointer)target);
}

static int
run (const char *const *files)
{
  guint n = g_strv_length ((char **)files);
  int status = check_options ();

  if (status != LECTERN_EXIT_OK)
    return status;
  if (output_dir != NULL)
    return convert_many (files);
  if (n > 2)
    return lectern_cli_usage ("convert", _ ("more than IN and OUT: use --output-dir"));
  return convert_one (files[0], n == 2 ? files[1] : LECTERN_CLI_STANDARD);
}

const LecternCommand lectern_cmd_convert = {
  "convert",
  N_ ("IN [OUT]"),
  N_ ("Writes a speech in another form"),
  N_ ("Without OUT the standard output is written: XML, or the text where IN is XML. OUT is "
      "written whole or not at all. Text comes out byte for byte as it came in, in its encoding, "
      "unless an option asks for something else; XML and JSON are always UTF-8."),
  "  lectern convert speech.txt speech.xml\n"
  "  lectern convert speech.xml speech.txt\n"
  "  lectern convert --canonical --indent speech.txt clean.txt\n"
  "  lectern convert --to text --output-encoding GB18030 speech.xml old.txt\n"
  "  lectern convert --to outline speech.txt\n"
  "  lectern convert --to xml --output-dir xml drafts/*.txt\n",
  entries,
  run,
};
