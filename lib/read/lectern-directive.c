/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-directive-private.h"

#include <string.h>

/* What stands behind the word of a directive. */
typedef enum
{
  REST_NONE,
  REST_NAME,  /* a name, and perhaps what goes with it */
  REST_FIELD, /* name:kind|default */
  REST_TEST,
  REST_ELSE, /* nothing, or: if and a condition */
  REST_ITEM, /* item in list */
  REST_FACT, /* name, then the value up to the end */
  REST_TEXT
} Rest;

static const struct
{
  const char *opening; /* sigil and word */
  const char *name;
  Rest rest;
} forms[LECTERN_N_DIRECTIVES] = {
  [LECTERN_DIRECTIVE_FIELD] = { "#field", "field", REST_FIELD },
  [LECTERN_DIRECTIVE_META] = { "#meta", "meta", REST_FACT },
  [LECTERN_DIRECTIVE_IF] = { "#if", "if", REST_TEST },
  [LECTERN_DIRECTIVE_ELSE] = { "#else", "else", REST_ELSE },
  [LECTERN_DIRECTIVE_REPEAT] = { "#repeat", "repeat", REST_ITEM },
  [LECTERN_DIRECTIVE_END] = { "/", "end", REST_NAME },
  [LECTERN_DIRECTIVE_INCLUDE] = { ">", "include", REST_NAME },
  [LECTERN_DIRECTIVE_COMMENT] = { "!", "comment", REST_TEXT },
};

/* A blank of Latin text, a tab, or a wide blank. */
static guint
blank_at (const char *p, const char *end)
{
  if (p < end && (*p == ' ' || *p == '\t'))
    return 1;
  return end - p >= 3 && memcmp (p, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

static LecternPiece
trim (const char *from, const char *to)
{
  guint n;

  while ((n = blank_at (from, to)) > 0)
    from += n;
  while (to > from && (blank_at (to - 1, to) > 0 || (to - from >= 3 && blank_at (to - 3, to) == 3)))
    to -= to[-1] == ' ' || to[-1] == '\t' ? 1 : 3;
  return (LecternPiece){ from, to };
}

/* The first word of the piece; what follows it stays in the piece. */
static LecternPiece
take_word (LecternPiece *piece)
{
  LecternPiece word = { piece->from, piece->from };

  while (word.to < piece->to && blank_at (word.to, piece->to) == 0)
    word.to++;
  *piece = trim (word.to, piece->to);
  return word;
}

static LecternPiece
unless_empty (LecternPiece piece)
{
  return piece.from < piece.to ? piece : (LecternPiece){ NULL, NULL };
}

static gboolean
is_word (LecternPiece piece, const char *word)
{
  gsize length = strlen (word);

  return piece.from != NULL && (gsize)(piece.to - piece.from) == length
         && memcmp (piece.from, word, length) == 0;
}

static const char *
find_in (const char *from, const char *to, char c)
{
  const char *p = memchr (from, c, (gsize)(to - from));

  return p != NULL ? p : to;
}

static void
take_field (LecternPiece rest, LecternDirective *directive)
{
  const char *bar = find_in (rest.from, rest.to, '|');
  const char *colon = find_in (rest.from, bar, ':');

  directive->name = unless_empty (trim (rest.from, colon));
  if (colon < bar)
    directive->kind = trim (colon + 1, bar);
  if (bar < rest.to)
    directive->value = (LecternPiece){ bar + 1, rest.to };
}

static void
take_item (LecternPiece rest, LecternDirective *directive)
{
  directive->name = unless_empty (take_word (&rest));
  if (is_word (take_word (&rest), "in"))
    directive->list = unless_empty (rest);
}

static void
take_rest (Rest kind, LecternPiece rest, LecternDirective *directive)
{
  switch (kind)
    {
    case REST_FIELD:
      take_field (rest, directive);
      break;
    case REST_ITEM:
      take_item (rest, directive);
      break;
    case REST_TEST:
      directive->test = unless_empty (rest);
      break;
    case REST_ELSE:
      if (is_word (take_word (&rest), "if"))
        directive->test = unless_empty (rest);
      break;
    case REST_FACT:
      directive->name = unless_empty (take_word (&rest));
      directive->value = unless_empty (rest);
      break;
    case REST_NAME:
      directive->name = unless_empty (rest);
      break;
    default:
      break;
    }
}

gboolean
_lectern_directive_is_line (const char *begin, const char *stop)
{
  if (!_lectern_directive_may_begin (begin, stop) || stop[-1] != '}' || stop[-2] != '}')
    return FALSE;
  for (const char *p = begin + 2; p < stop - 2; p++)
    if (((p[0] == '}' || p[0] == '{') && p[1] == p[0]) || *p == '\n' || *p == '\r' || *p == '\0')
      return FALSE;
  return TRUE;
}

gboolean
_lectern_directive_parse (const char *begin, const char *stop, LecternDirective *directive)
{
  LecternPiece rest;
  const char *from = begin + 2;

  memset (directive, 0, sizeof *directive);
  if (!_lectern_directive_is_line (begin, stop))
    return FALSE;
  rest = (LecternPiece){ from + 1, stop - 2 };
  if (*from == '#')
    {
      directive->word = take_word (&rest);
      directive->word.from = from;
    }
  else
    {
      directive->word = (LecternPiece){ from, from + 1 };
      rest = trim (rest.from, rest.to);
    }
  for (guint i = 1; i < LECTERN_N_DIRECTIVES; i++)
    if (is_word (directive->word, forms[i].opening))
      {
        directive->id = i;
        take_rest (forms[i].rest, rest, directive);
      }
  return TRUE;
}

gboolean
_lectern_directive_has_kind (const LecternDirective *directive)
{
  static const char *const kinds[] = { LECTERN_PLACEHOLDER_DATE,   LECTERN_PLACEHOLDER_ORDINAL,
                                       LECTERN_PLACEHOLDER_COUNT,  LECTERN_PLACEHOLDER_PERCENT,
                                       LECTERN_PLACEHOLDER_PERSON, LECTERN_PLACEHOLDER_ORGANISATION,
                                       LECTERN_PLACEHOLDER_PLACE,  LECTERN_PLACEHOLDER_TITLE,
                                       LECTERN_PLACEHOLDER_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_word (directive->kind, kinds[i]))
      return TRUE;
  return FALSE;
}

const char *
_lectern_directive_get_name (LecternDirectiveId id)
{
  return forms[id].name;
}

guint
_lectern_directive_list_properties (const LecternDirective *directive,
                                    const char *names[LECTERN_DIRECTIVE_ROOM],
                                    char *values[LECTERN_DIRECTIVE_ROOM])
{
  LecternPiece pieces[]
      = { directive->name, directive->kind, directive->test, directive->list, directive->value };
  const char *const properties[] = {
    LECTERN_PROPERTY_NAME,
    LECTERN_PROPERTY_KIND,
    LECTERN_PROPERTY_TEST,
    LECTERN_PROPERTY_IN,
    directive->id == LECTERN_DIRECTIVE_META ? LECTERN_PROPERTY_VALUE : LECTERN_PROPERTY_DEFAULT,
  };
  guint n = 0;

  if (directive->id == LECTERN_DIRECTIVE_UNKNOWN)
    return 0;
  names[n] = LECTERN_PROPERTY_DO;
  values[n++] = g_strdup (_lectern_directive_get_name (directive->id));
  if (!_lectern_directive_has_kind (directive))
    pieces[1].from = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (pieces[i].from != NULL)
      {
        names[n] = properties[i];
        values[n++] = g_strndup (pieces[i].from, (gsize)(pieces[i].to - pieces[i].from));
      }
  return n;
}
