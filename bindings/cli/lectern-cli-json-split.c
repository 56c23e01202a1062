/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-json-split.h"
#include "lectern-cli.h"

#include <string.h>

typedef enum
{
  BEFORE,  /* nothing was read */
  OBJECTS, /* one after another */
  FIRST,   /* of an array */
  COMMA,   /* or the end of the array */
  NEXT,    /* of the array, after a comma */
  AFTER    /* the array */
} State;

struct _LecternCliJsonSplit
{
  LecternCliDecoder *decoder;
  const char *at; /* in the piece that was read */
  const char *end;
  State state;
  LecternCliPlace place;
  LecternCliJsonObject object;
};

LecternCliJsonSplit *
lectern_cli_json_split_new (LecternCliDecoder *decoder)
{
  LecternCliJsonSplit *split = g_new0 (LecternCliJsonSplit, 1);

  split->decoder = decoder;
  split->place = (LecternCliPlace){ 1, 1 };
  split->object.text = g_string_new (NULL);
  return split;
}

void
lectern_cli_json_split_free (LecternCliJsonSplit *split)
{
  lectern_cli_decoder_free (split->decoder);
  g_string_free (split->object.text, TRUE);
  g_free (split);
}

double
lectern_cli_json_split_get_share (const LecternCliJsonSplit *split)
{
  return lectern_cli_decoder_get_share (split->decoder);
}

void
lectern_cli_place_advance (LecternCliPlace *place, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n')
      *place = (LecternCliPlace){ place->line + 1, 1 };
    else
      place->column += ((guchar)text[i] & 0xc0) != 0x80;
}

/* FALSE at the end, or with a message where there is no way on. */
static gboolean
has_more (LecternCliJsonSplit *split, char **message)
{
  gsize length;

  if (split->at < split->end)
    return TRUE;
  if (!lectern_cli_decoder_read (split->decoder, &split->at, &length, message))
    return FALSE;
  split->end = split->at + length;
  return length > 0;
}

/* FALSE at the end, or with a message where there is no way on. */
static gboolean
skip_blanks (LecternCliJsonSplit *split, char **message)
{
  for (; has_more (split, message); split->at++)
    if (memchr (" \t\r\n", *split->at, 4) == NULL)
      return TRUE;
    else
      lectern_cli_place_advance (&split->place, split->at, 1);
  return FALSE;
}

/* --- objects -------------------------------------------------------------------------------- */

typedef struct
{
  guint64 depth;
  gboolean in_string;
  gboolean escaped;
} Nesting;

/* TRUE after the last bracket of the object. */
static gboolean
pass (Nesting *nesting, char c)
{
  if (nesting->in_string)
    {
      nesting->in_string = nesting->escaped || c != '"';
      nesting->escaped = !nesting->escaped && c == '\\';
    }
  else if (c == '"')
    nesting->in_string = TRUE;
  else if (c == '{' || c == '[')
    nesting->depth++;
  else if (c == '}' || c == ']')
    return --nesting->depth == 0;
  return FALSE;
}

/* What is too large or too deep is passed over and not kept. */
static void
keep (LecternCliJsonObject *object, const char *text, gsize length, const Nesting *nesting)
{
  if (object->fault != NULL)
    return;
  if (nesting->depth > LECTERN_CLI_MAX_JSON_DEPTH)
    object->fault = _ ("brackets nested too deep");
  else if (length > LECTERN_CLI_MAX_ROW_BYTES - object->text->len)
    object->fault = _ ("an object that is too large");
  else
    g_string_append_len (object->text, text, (gssize)length);
}

static const LecternCliJsonObject *
read_object (LecternCliJsonSplit *split, char **message, LecternCliPlace *place)
{
  LecternCliJsonObject *object = &split->object;
  Nesting nesting = { 0 };
  gboolean done = FALSE;

  g_string_truncate (object->text, 0);
  object->fault = NULL;
  object->place = split->place;
  while (!done && has_more (split, message))
    {
      const char *start = split->at;

      while (!done && split->at < split->end && nesting.depth <= LECTERN_CLI_MAX_JSON_DEPTH)
        done = pass (&nesting, *split->at++);
      /* Where it is too deep the rest is only counted. */
      if (nesting.depth > LECTERN_CLI_MAX_JSON_DEPTH)
        {
          keep (object, start, 0, &nesting);
          while (!done && split->at < split->end)
            done = pass (&nesting, *split->at++);
        }
      keep (object, start, (gsize)(split->at - start), &nesting);
      lectern_cli_place_advance (&split->place, start, (gsize)(split->at - start));
    }
  if (done)
    return object;
  if (*message != NULL)
    *place = split->place;
  else
    *message = g_strdup (_ ("the object that begins here is not closed"));
  return NULL;
}

static const LecternCliJsonObject *
refuse (char **message, const char *words)
{
  *message = g_strdup (words);
  return NULL;
}

/* --- what is around them -------------------------------------------------------------------- */

/* Whether the character belongs to the array and not to an object; the state goes on by it. */
static gboolean
pass_around (LecternCliJsonSplit *split, char c)
{
  static const struct
  {
    State state;
    char c;
    State next;
  } steps[] = {
    { BEFORE, '[', FIRST },
    { FIRST, ']', AFTER },
    { COMMA, ']', AFTER },
    { COMMA, ',', NEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].state == split->state && steps[i].c == c)
      {
        split->state = steps[i].next;
        return TRUE;
      }
  return FALSE;
}

const LecternCliJsonObject *
lectern_cli_json_split_next (LecternCliJsonSplit *split, char **message, LecternCliPlace *place)
{
  *message = NULL;
  while (skip_blanks (split, message))
    {
      *place = split->place;
      if (pass_around (split, *split->at))
        {
          split->at++;
          split->place.column++;
          continue;
        }
      if (split->state == COMMA)
        return refuse (message, _ ("a comma or ] is wanted here"));
      if (split->state == AFTER)
        return refuse (message, _ ("something after the end of the array"));
      if (*split->at != '{')
        return refuse (message, _ ("a row must be an object, {…}"));
      split->state = split->state == BEFORE || split->state == OBJECTS ? OBJECTS : COMMA;
      return read_object (split, message, place);
    }
  *place = split->place;
  if (*message == NULL && split->state != OBJECTS && split->state != AFTER
      && split->state != BEFORE)
    *message = g_strdup (_ ("the array is not closed"));
  return NULL;
}
