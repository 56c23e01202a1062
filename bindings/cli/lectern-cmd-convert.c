/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli.h"

#include <string.h>

static char *to_option;
static char *output_encoding;
static char *punctuation;
static gboolean canonical;
static gboolean indent;
static gboolean indented;
static int blank_lines;
static int columns;

static const GOptionEntry entries[]
    = { { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &to_option,
          "What to write: text, xml, outline or json (default: by the name of OUT)", "FORMAT" },
        { "output-encoding", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &output_encoding,
          "The encoding of text written (default: the one that came in)", "NAME" },
        { "canonical", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &canonical,
          "Text: count the markers again, one paragraph a line", NULL },
        { "punctuation", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &punctuation,
          "Text: punctuation of this width, full or half", "WIDTH" },
        { "indent", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &indent,
          "Text: begin paragraphs with two ideographic spaces", NULL },
        { "blank-lines", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &blank_lines,
          "Text: put N blank lines between paragraphs", "N" },
        { "columns", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &columns,
          "Text: wrap lines at N columns; a Chinese character takes two", "N" },
        { "indented", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &indented,
          "Outline and JSON: one entry a line, indented by level", NULL },
        { NULL } };

static LecternRenderer *
new_text_renderer (void)
{
  LecternTextRenderer *renderer = lectern_text_renderer_new ();
  LecternWidth width = LECTERN_WIDTH_KEEP;

  if (punctuation != NULL)
    width = strcmp (punctuation, "full") == 0 ? LECTERN_WIDTH_FULL : LECTERN_WIDTH_HALF;
  lectern_text_renderer_set_canonical (renderer, canonical);
  lectern_text_renderer_set_punctuation (renderer, width);
  lectern_text_renderer_set_indent (renderer, indent);
  lectern_text_renderer_set_blank_lines (renderer, (guint)blank_lines);
  lectern_text_renderer_set_columns (renderer, (guint)columns);
  return LECTERN_RENDERER (renderer);
}

static LecternRenderer *
new_xml_renderer (void)
{
  return LECTERN_RENDERER (lectern_xml_renderer_new ());
}

static LecternRenderer *
new_outline_renderer (void)
{
  LecternOutlineRenderer *renderer = lectern_outline_renderer_new ();

  lectern_outline_renderer_set_indented (renderer, indented);
  return LECTERN_RENDERER (renderer);
}

static LecternRenderer *
new_json_renderer (void)
{
  LecternJsonRenderer *renderer = lectern_json_renderer_new ();

  lectern_json_renderer_set_indented (renderer, indented);
  return LECTERN_RENDERER (renderer);
}

/* What can be written; the first ending is that of the name. */
typedef struct
{
  const char *name;
  const char *ending;
  gboolean is_text; /* in the encoding that came in; otherwise always UTF-8 */
  LecternRenderer *(*new_renderer) (void);
} Target;

static const Target targets[] = {
  { "text", ".txt", TRUE, new_text_renderer },
  { "xml", ".xml", FALSE, new_xml_renderer },
  { "outline", NULL, TRUE, new_outline_renderer },
  { "json", ".json", FALSE, new_json_renderer },
};

static const Target *
find_target (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_ascii_strcasecmp (name, targets[i].name) == 0)
      return &targets[i];
  return NULL;
}

static const Target *
guess_target (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (targets); i++)
    if (targets[i].ending != NULL && g_ascii_strcasecmp (dot, targets[i].ending) == 0)
      return &targets[i];
  return NULL;
}

static gboolean
convert (LecternDocument *document, const char *in, const char *out, const Target *target)
{
  g_autoptr (LecternRenderer) renderer = target->new_renderer ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = lectern_renderer_render_to_bytes (renderer, lectern_document_get_root (document), NULL,
                                            &error);
  if (bytes != NULL && target->is_text)
    {
      g_autoptr (GBytes) text = g_steal_pointer (&bytes);

      bytes = lectern_document_encode (document, text, output_encoding, &error);
    }
  if (bytes != NULL)
    return lectern_cli_write (out, bytes);
  lectern_cli_complain_error (in, error);
  return FALSE;
}

static int
check_options (void)
{
  if (to_option != NULL && find_target (to_option) == NULL)
    return lectern_cli_usage ("convert", "unknown format “%s”: text, xml, outline or json",
                              to_option);
  if (punctuation != NULL && strcmp (punctuation, "full") != 0 && strcmp (punctuation, "half") != 0)
    return lectern_cli_usage ("convert", "unknown width “%s”: full or half", punctuation);
  if (blank_lines < 0 || blank_lines > 1000)
    return lectern_cli_usage ("convert", "--blank-lines must be 0 to 1000");
  if (columns < 0 || columns > 100000)
    return lectern_cli_usage ("convert", "--columns must be 0 to 100000");
  if (output_encoding != NULL)
    {
      g_autofree char *converted = g_convert ("", 0, output_encoding, "UTF-8", NULL, NULL, NULL);

      if (converted == NULL)
        return lectern_cli_usage ("convert", "unknown encoding “%s”", output_encoding);
    }
  return LECTERN_EXIT_OK;
}

static int
run (const char *const *files)
{
  const char *out = files[1] != NULL ? files[1] : LECTERN_CLI_STANDARD;
  g_autoptr (LecternDocument) document = NULL;
  const Target *target = NULL;
  LecternFormat format;
  int status = check_options ();

  if (status != LECTERN_EXIT_OK)
    return status;
  if (to_option != NULL)
    target = find_target (to_option);
  else if (strcmp (out, LECTERN_CLI_STANDARD) != 0)
    {
      target = guess_target (out);
      if (target == NULL)
        return lectern_cli_usage ("convert", "cannot tell a format from the name “%s”: use --to",
                                  out);
    }
  document = lectern_cli_read (files[0], &format);
  if (document == NULL)
    return LECTERN_EXIT_FILE;
  /* Where nothing says what to write: XML of a text, the text of an XML file. */
  if (target == NULL)
    target = find_target (format == LECTERN_FORMAT_XML ? "text" : "xml");
  return convert (document, files[0], out, target) ? LECTERN_EXIT_OK : LECTERN_EXIT_FILE;
}

const LecternCommand lectern_cmd_convert = {
  "convert",
  "IN [OUT]",
  "Writes a speech in another form",
  "Without OUT the standard output is written: XML, or the text where IN is XML. OUT is written "
  "whole\n"
  "or not at all. Text comes out byte for byte as it came in, in its encoding, unless an option\n"
  "asks for something else; XML and JSON are always UTF-8.\n"
  "\n"
  "Examples:\n"
  "  lectern convert speech.txt speech.xml\n"
  "  lectern convert speech.xml speech.txt\n"
  "  lectern convert --canonical --indent speech.txt clean.txt\n"
  "  lectern convert --to text --output-encoding GB18030 speech.xml old.txt\n"
  "  lectern convert --to outline speech.txt",
  entries,
  1,
  2,
  run,
};
