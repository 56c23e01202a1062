/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-script.h"

#include <string.h>

/* A line of the script. */
typedef struct
{
  const LecternCliOperation *operation;
  guint line;
  guint node_column;
  guint place_column;
  LecternNodeKind kind;
  LecternSide side;
  char *node;
  char *place;
  char *text;
} Step;

struct _LecternCliScript
{
  char *name;
  GArray *steps; /* Step */
};

/* A line while it is read. */
typedef struct
{
  LecternCliScript *script;
  const char *start;
  const char *at;
  const char *end;
  guint number;
  Step *step;
  gboolean wrong;
} Line;

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_free (step->node);
  g_free (step->place);
  g_free (step->text);
}

static guint
column_of (const Line *line, const char *at)
{
  return (guint)g_utf8_pointer_to_offset (line->start, at) + 1;
}

static gboolean G_GNUC_PRINTF (3, 4) refuse (Line *line, const char *at, const char *format, ...)
{
  g_autofree char *place
      = g_strdup_printf ("%s:%u:%u", line->script->name, line->number, column_of (line, at));
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  lectern_cli_complain (place, "%s", message);
  line->wrong = TRUE;
  return FALSE;
}

/* --- words ---------------------------------------------------------------------------------- */

static void
skip_blanks (Line *line)
{
  while (line->at < line->end && (*line->at == ' ' || *line->at == '\t'))
    line->at++;
}

static gboolean
is_at_end (Line *line)
{
  skip_blanks (line);
  return line->at == line->end || *line->at == '#';
}

static char *
take_word (Line *line)
{
  const char *start;

  skip_blanks (line);
  start = line->at;
  while (line->at < line->end && *line->at != ' ' && *line->at != '\t')
    line->at++;
  return g_strndup (start, (gsize)(line->at - start));
}

/* Text in quotation marks; \n is a line end, \t a tab, any other character after \ itself. */
static char *
take_text (Line *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *start;

  skip_blanks (line);
  start = line->at;
  if (start == line->end || *start != '"')
    {
      refuse (line, start, _ ("a text in quotation marks is missing: \"…\""));
      return NULL;
    }
  for (line->at++; line->at < line->end && *line->at != '"'; line->at++)
    {
      char c = *line->at;

      if (c == '\\' && line->at + 1 < line->end)
        {
          c = *++line->at;
          c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
      g_string_append_c (text, c);
    }
  if (line->at == line->end)
    {
      refuse (line, start, _ ("the quotation mark that ends this text is missing"));
      return NULL;
    }
  line->at++;
  return g_strdup (text->str);
}

static char *
take_path (Line *line, guint *column)
{
  g_autofree char *path = NULL;

  skip_blanks (line);
  *column = column_of (line, line->at);
  if (is_at_end (line))
    {
      refuse (line, line->at, _ ("a path is missing, as “lectern inspect --paths” shows them"));
      return NULL;
    }
  path = take_word (line);
  return g_steal_pointer (&path);
}

/* --- arguments ------------------------------------------------------------------------------ */

static gboolean
take_kind (Line *line)
{
  g_autofree char *word = NULL;
  const char *at;

  skip_blanks (line);
  at = line->at;
  word = take_word (line);
  if (!lectern_node_kind_from_element (word, &line->step->kind))
    return refuse (line, at, _ ("“%s” is no kind: section, point or p"), word);
  return TRUE;
}

static gboolean
take_side (Line *line)
{
  g_autofree char *word = NULL;
  GEnumClass *sides = g_type_class_ref (LECTERN_TYPE_SIDE);
  const GEnumValue *value;
  const char *at;

  skip_blanks (line);
  at = line->at;
  word = take_word (line);
  value = g_enum_get_value_by_nick (sides, word);
  if (value != NULL)
    line->step->side = (LecternSide)value->value;
  g_type_class_unref (sides);
  if (value == NULL)
    return refuse (line, at, _ ("“%s” is no place: before, after, first-in or last-in"), word);
  line->step->place = take_path (line, &line->step->place_column);
  return line->step->place != NULL;
}

static gboolean
take_argument (Line *line, char kind)
{
  switch (kind)
    {
    case 'k':
      return take_kind (line);
    case 's':
      return take_side (line);
    case 'n':
      line->step->node = take_path (line, &line->step->node_column);
      return line->step->node != NULL;
    default:
      line->step->text = take_text (line);
      return line->step->text != NULL;
    }
}

static const LecternCliOperation *
find_operation (Line *line, const char *word, const char *at)
{
  const LecternCliOperation *operation = lectern_cli_operations;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;

  for (; operation->name != NULL; operation++)
    {
      if (strcmp (operation->name, word) == 0)
        return operation;
      g_ptr_array_add (names, (gpointer)operation->name);
    }
  g_ptr_array_add (names, NULL);
  nearest = lectern_cli_find_nearest (word, (const char *const *)names->pdata);
  if (nearest == NULL)
    refuse (line, at, _ ("there is no operation “%s”"), word);
  else
    refuse (line, at, _ ("there is no operation “%s”; did you mean “%s”?"), word, nearest);
  return NULL;
}

static gboolean
read_step (Line *line)
{
  const char *at = line->at;
  g_autofree char *word = take_word (line);
  const char *takes;

  line->step->line = line->number;
  line->step->operation = find_operation (line, word, at);
  if (line->step->operation == NULL)
    return FALSE;
  for (takes = line->step->operation->takes; *takes != '\0'; takes++)
    {
      if (*takes == '?')
        {
          takes++;
          if (is_at_end (line))
            continue;
        }
      if (!take_argument (line, *takes))
        return FALSE;
    }
  if (is_at_end (line))
    return TRUE;
  return refuse (line, line->at, _ ("nothing more was expected: %s"), line->step->operation->usage);
}

static void
read_line (Line *line)
{
  Step step = { 0 };

  if (is_at_end (line))
    return;
  line->step = &step;
  if (!g_utf8_validate (line->start, line->end - line->start, NULL))
    {
      g_autofree char *place = g_strdup_printf ("%s:%u", line->script->name, line->number);

      lectern_cli_complain (place, "%s", _ ("the line is not UTF-8"));
      line->wrong = TRUE;
      return;
    }
  read_step (line);
  g_array_append_val (line->script->steps, step);
}

/* --- scripts -------------------------------------------------------------------------------- */

LecternCliScript *
lectern_cli_script_new (const char *name, const char *text, gsize length)
{
  g_autoptr (LecternCliScript) script = g_new0 (LecternCliScript, 1);
  Line line = { .script = script };
  const char *end = text + length;

  script->name = g_strdup (name);
  script->steps = g_array_new (FALSE, TRUE, sizeof (Step));
  g_array_set_clear_func (script->steps, clear_step);
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3;
  while (text < end)
    {
      const char *stop = memchr (text, '\n', (gsize)(end - text));

      stop = stop != NULL ? stop : end;
      line.number++;
      line.start = line.at = text;
      line.end = stop > text && stop[-1] == '\r' ? stop - 1 : stop;
      read_line (&line);
      text = stop < end ? stop + 1 : end;
    }
  return line.wrong ? NULL : g_steal_pointer (&script);
}

void
lectern_cli_script_free (LecternCliScript *script)
{
  g_array_unref (script->steps);
  g_free (script->name);
  g_free (script);
}

static void
complain_step (LecternCliScript *script, const Step *step, guint column, const char *path)
{
  g_autofree char *place = g_strdup_printf ("%s:%u:%u", script->name, step->line, column);

  lectern_cli_complain (place, _ ("there is no “%s” in the speech as it is at this line"), path);
}

/* Finds what a path names; FALSE, and said so, where that is nothing. */
static gboolean
find_node (LecternCliScript *script, const Step *step, LecternDocument *document, const char *path,
           guint column, LecternNode **node)
{
  if (path == NULL)
    return TRUE;
  *node = strcmp (path, "speech") == 0 ? lectern_document_get_root (document)
                                       : lectern_document_lookup (document, path);
  if (*node == NULL)
    complain_step (script, step, column, path);
  return *node != NULL;
}

static LecternDocument *
run_step (LecternCliScript *script, const Step *step, LecternDocument *document)
{
  LecternCliArguments arguments = { .kind = step->kind, .side = step->side, .text = step->text };
  g_autoptr (GError) error = NULL;
  LecternDocument *after;

  if (!find_node (script, step, document, step->node, step->node_column, &arguments.node)
      || !find_node (script, step, document, step->place, step->place_column, &arguments.place))
    return NULL;
  after = step->operation->run (document, &arguments, &error);
  if (after == NULL)
    {
      g_autofree char *place
          = g_strdup_printf ("%s:%u: %s", script->name, step->line, step->operation->name);

      lectern_cli_complain_error (place, error);
    }
  return after;
}

LecternDocument *
lectern_cli_script_run (LecternCliScript *script, LecternDocument *document)
{
  g_autoptr (LecternDocument) now = g_object_ref (document);

  for (guint i = 0; i < script->steps->len; i++)
    {
      LecternDocument *after = run_step (script, &g_array_index (script->steps, Step, i), now);

      if (after == NULL)
        return NULL;
      g_object_unref (now);
      now = after;
    }
  return g_steal_pointer (&now);
}
