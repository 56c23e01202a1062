/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-json-split.h"
#include "lectern-cli-rows-source.h"
#include "lectern-cli.h"

#include <string.h>

/* RFC 8259, strictly. JSON-GLib, which writes what the command says, is not asked to read: it holds
 * the whole file, turns 12345678901234567890123 into -1 and 12.50 into 12.5, and cuts a string at
 * \u0000. */

/* What is open: an object that gets values, or a list that gets items. */
typedef struct
{
  LecternValues *record; /* NULL: a list */
  GPtrArray *items;
  LecternCliColumn column; /* whose value comes next; items take their kind from it */
} Frame;

/* What may come next. */
typedef enum
{
  WANT_NAME_OR_END,
  WANT_NAME,
  WANT_COLON,
  WANT_VALUE,
  WANT_VALUE_OR_END,
  WANT_COMMA_OR_END
} Want;

typedef struct
{
  LecternCliRows *rows;
  LecternCliRow *row;
  const LecternCliJsonObject *object;
  const char *at;
  const char *end;
  Want want;
  GArray *frames; /* of Frame */
  guint n_values;
  LecternValues *done;
} Reader;

static Frame *
get_frame (Reader *reader)
{
  return &g_array_index (reader->frames, Frame, reader->frames->len - 1);
}

static gboolean
fail (Reader *reader, const char *at, const char *words)
{
  LecternCliPlace place = reader->object->place;
  const char *start = reader->object->text->str;
  g_autofree char *message = lectern_cli_translate_message (words);

  lectern_cli_place_advance (&place, start, (gsize)(at - start));
  lectern_cli_rows_complain (reader->rows, reader->row->number, place,
                             reader->frames->len > 0 ? get_frame (reader)->column.name : NULL,
                             message);
  return FALSE;
}

/* --- values --------------------------------------------------------------------------------- */

static void
clear_frame (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->record, lectern_values_unref);
  g_clear_pointer (&frame->items, g_ptr_array_unref);
  g_free (frame->column.name);
}

static void
add_value (Reader *reader, LecternValue *value)
{
  Frame *frame = get_frame (reader);

  reader->want = WANT_COMMA_OR_END;
  if (frame->record != NULL && frame->column.is_common && reader->frames->len == 1)
    return;
  if (frame->record != NULL)
    lectern_values_set (frame->record, frame->column.name, value);
  else
    g_ptr_array_add (frame->items, lectern_value_ref (value));
}

/* A text or the digits of a number. */
static gboolean
add_scalar (Reader *reader, const char *at, GString *text, gboolean is_number)
{
  const LecternCliColumn *column = &get_frame (reader)->column;
  g_autoptr (LecternValue) value = NULL;
  g_autoptr (GError) error = NULL;
  gint64 integer;

  if (!is_number || column->kind != NULL)
    value = lectern_cli_column_new_value (column, text->str, text->len, &error);
  else if (g_ascii_string_to_signed (text->str, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    value = lectern_value_new_integer (integer);
  else
    value = lectern_value_new_decimal (text->str, &error);
  if (value == NULL)
    return fail (reader, at, error->message);
  add_value (reader, value);
  return TRUE;
}

static gboolean
open_frame (Reader *reader, gboolean is_list)
{
  Frame frame = { 0 };

  if (is_list)
    {
      frame.items = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_value_unref);
      frame.column = get_frame (reader)->column;
      frame.column.name = g_strdup (frame.column.name);
    }
  else
    frame.record
        = lectern_values_new (reader->frames->len == 0 ? reader->rows->options.common : NULL);
  g_array_append_val (reader->frames, frame);
  reader->want = is_list ? WANT_VALUE_OR_END : WANT_NAME_OR_END;
  return TRUE;
}

static gboolean
close_frame (Reader *reader, char bracket)
{
  Frame *frame = get_frame (reader);
  g_autoptr (LecternValue) value = NULL;

  if ((bracket == ']') != (frame->items != NULL))
    return fail (reader, reader->at - 1, _ ("the wrong bracket"));
  if (reader->frames->len == 1)
    reader->done = g_steal_pointer (&frame->record);
  else if (frame->record != NULL)
    value = lectern_value_new_record (frame->record);
  else
    value = lectern_value_new_list (frame->items);
  g_array_set_size (reader->frames, reader->frames->len - 1);
  if (value != NULL)
    add_value (reader, value);
  return TRUE;
}

/* --- strings -------------------------------------------------------------------------------- */

static gboolean
read_hex (Reader *reader, gunichar *c)
{
  *c = 0;
  if (reader->end - reader->at < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++, reader->at++)
    {
      if (!g_ascii_isxdigit (*reader->at))
        return FALSE;
      *c = *c * 16 + (gunichar)g_ascii_xdigit_value (*reader->at);
    }
  return TRUE;
}

/* After \u: four digits, and again as many where the first are half a character. */
static gboolean
read_unicode (Reader *reader, GString *string)
{
  gunichar c, low;

  if (!read_hex (reader, &c))
    return FALSE;
  if (c >= 0xd800 && c < 0xdc00)
    {
      if (reader->end - reader->at < 6 || reader->at[0] != '\\' || reader->at[1] != 'u')
        return FALSE;
      reader->at += 2;
      if (!read_hex (reader, &low) || low < 0xdc00 || low > 0xdfff)
        return FALSE;
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  if (c >= 0xdc00 && c <= 0xdfff)
    return FALSE;
  g_string_append_unichar (string, c);
  return TRUE;
}

static gboolean
read_escape (Reader *reader, GString *string)
{
  static const char names[] = "\"\\/bfnrt";
  static const char characters[] = "\"\\/\b\f\n\r\t";
  char name = *reader->at++;
  const char *found = name != '\0' ? strchr (names, name) : NULL;

  if (found != NULL)
    g_string_append_c (string, characters[found - names]);
  return found != NULL || (name == 'u' && read_unicode (reader, string));
}

/* The splitter has seen the closing quote. */
static gboolean
read_string (Reader *reader, GString *string)
{
  while (*reader->at != '"')
    {
      const char *start = reader->at;

      if ((guchar)*start < 0x20)
        return fail (reader, start, _ ("a control character in a string"));
      while (*reader->at != '"' && *reader->at != '\\' && (guchar)*reader->at >= 0x20)
        reader->at++;
      g_string_append_len (string, start, reader->at - start);
      if (*reader->at == '\\')
        {
          start = reader->at++;
          if (!read_escape (reader, string))
            return fail (reader, start, _ ("no such escape in a string"));
        }
    }
  reader->at++;
  return TRUE;
}

static gboolean
read_name (Reader *reader, const char *start)
{
  g_autoptr (GString) head = g_string_new (NULL);
  Frame *frame = get_frame (reader);
  g_autofree char *message = NULL;

  if (!read_string (reader, head))
    return FALSE;
  g_clear_pointer (&frame->column.name, g_free);
  if (!lectern_cli_column_init (&frame->column, reader->rows, head->str, head->len, &message))
    return fail (reader, start, message);
  reader->want = WANT_COLON;
  return TRUE;
}

/* --- what is none --------------------------------------------------------------------------- */

static const char *
skip_digits (const char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

/* The end of a number, or NULL: the text ends with a bracket, so it needs no look at its end. */
static const char *
find_number_end (const char *at)
{
  const char *start = at += *at == '-';

  at = skip_digits (start);
  if (at == start || (*start == '0' && at > start + 1))
    return NULL;
  if (*at == '.')
    {
      start = at + 1;
      at = skip_digits (start);
      if (at == start)
        return NULL;
    }
  if (*at == 'e' || *at == 'E')
    {
      start = at + 1 + (at[1] == '+' || at[1] == '-');
      at = skip_digits (start);
      if (at == start)
        return NULL;
    }
  return at;
}

/* A number, or true, false or null. A value that is null is left out. */
static gboolean
read_bare (Reader *reader, const char *start)
{
  static const char *const words[] = { "true", "false", "null" };
  const char *end = find_number_end (start);
  g_autoptr (GString) text = NULL;

  for (guint i = 0; end == NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (start, words[i]))
      end = start + strlen (words[i]);
  if (end == NULL || g_ascii_isalnum (*end))
    return fail (reader, start, _ ("this is no value"));
  reader->at = end;
  reader->want = WANT_COMMA_OR_END;
  if (*start == 'n')
    return TRUE;
  text = g_string_new_len (start, end - start);
  return add_scalar (reader, start, text, *start != 't' && *start != 'f');
}

/* --- the whole ------------------------------------------------------------------------------ */

static gboolean
read_value (Reader *reader, const char *start)
{
  g_autoptr (GString) string = NULL;

  if (++reader->n_values > LECTERN_CLI_MAX_JSON_VALUES)
    return fail (reader, start, _ ("too many values in one row"));
  if (*start == '{' || *start == '[')
    return open_frame (reader, *start == '[');
  if (*start != '"')
    return read_bare (reader, start);
  string = g_string_new (NULL);
  return read_string (reader, string) && add_scalar (reader, start, string, FALSE);
}

static gboolean
read_token (Reader *reader)
{
  const char *start = reader->at++;
  gboolean in_record = reader->frames->len > 0 && get_frame (reader)->record != NULL;

  if ((*start == '}' || *start == ']')
      && (reader->want == WANT_NAME_OR_END || reader->want == WANT_VALUE_OR_END
          || reader->want == WANT_COMMA_OR_END))
    return close_frame (reader, *start);
  switch (reader->want)
    {
    case WANT_NAME_OR_END:
    case WANT_NAME:
      return *start == '"' ? read_name (reader, start)
                           : fail (reader, start, _ ("a name in quotes is wanted here"));
    case WANT_COLON:
      reader->want = WANT_VALUE;
      return *start == ':' || fail (reader, start, _ ("a colon is wanted here"));
    case WANT_COMMA_OR_END:
      reader->want = in_record ? WANT_NAME : WANT_VALUE;
      return *start == ',' || fail (reader, start, _ ("a comma or the end is wanted here"));
    case WANT_VALUE:
    case WANT_VALUE_OR_END:
    default:
      return read_value (reader, start);
    }
}

static LecternValues *
read_object (LecternCliRows *rows, LecternCliRow *row, const LecternCliJsonObject *object)
{
  Reader reader = { .rows = rows, .row = row, .object = object, .want = WANT_VALUE };
  gboolean good = TRUE;

  reader.at = object->text->str;
  reader.end = reader.at + object->text->len;
  reader.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (reader.frames, clear_frame);
  while (good && reader.at < reader.end)
    if (memchr (" \t\r\n", *reader.at, 4) != NULL)
      reader.at++;
    else
      good = read_token (&reader);
  g_array_unref (reader.frames);
  if (!good)
    g_clear_pointer (&reader.done, lectern_values_unref);
  return reader.done;
}

static gboolean
start (LecternCliRows *rows, LecternCliDecoder *decoder)
{
  rows->json = lectern_cli_json_split_new (decoder);
  return TRUE;
}

static LecternCliRowsStep
next (LecternCliRows *rows, LecternCliRow *row)
{
  g_autofree char *message = NULL;
  LecternCliPlace place;
  const LecternCliJsonObject *object = lectern_cli_json_split_next (rows->json, &message, &place);

  if (message != NULL)
    {
      lectern_cli_rows_complain (rows, row->number, place, NULL, message);
      return LECTERN_CLI_ROWS_FAILED;
    }
  if (object == NULL)
    return LECTERN_CLI_ROWS_END;
  rows->n_rows++;
  row->place = object->place;
  if (object->fault != NULL)
    lectern_cli_rows_complain (rows, row->number, object->place, NULL, object->fault);
  else
    row->values = read_object (rows, row, object);
  return row->values != NULL ? LECTERN_CLI_ROWS_ROW : LECTERN_CLI_ROWS_BAD;
}

static double
get_share (const LecternCliRows *rows)
{
  return lectern_cli_json_split_get_share (rows->json);
}

static void
clear (LecternCliRows *rows)
{
  g_clear_pointer (&rows->json, lectern_cli_json_split_free);
}

static const char *const endings[] = { ".json", ".jsonl", ".ndjson", NULL };

const LecternCliRowsType lectern_cli_rows_json = {
  "json", endings, start, next, get_share, clear,
};
