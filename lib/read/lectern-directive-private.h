/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* The lines of a template that are no text: {{#if …}}, {{/if}}, {{> …}}, {{! …}}. Told in
 * doc/templates.md. */

typedef enum
{
  LECTERN_DIRECTIVE_UNKNOWN, /* has the shape of one, with a word that means nothing */
  LECTERN_DIRECTIVE_FIELD,
  LECTERN_DIRECTIVE_META,
  LECTERN_DIRECTIVE_IF,
  LECTERN_DIRECTIVE_ELSE,
  LECTERN_DIRECTIVE_REPEAT,
  LECTERN_DIRECTIVE_END,
  LECTERN_DIRECTIVE_INCLUDE,
  LECTERN_DIRECTIVE_COMMENT,
  LECTERN_N_DIRECTIVES
} LecternDirectiveId;

/* A stretch of the text of a directive; `from` is NULL where it is not there. */
typedef struct
{
  const char *from;
  const char *to;
} LecternPiece;

typedef struct
{
  LecternDirectiveId id;
  LecternPiece word;  /* as it is written: if, fi */
  LecternPiece name;  /* of a field, an item, a fragment, a fact; of what ends: if or repeat */
  LecternPiece kind;  /* of a field */
  LecternPiece value; /* the default of a field, and what a fact says */
  LecternPiece test;  /* the condition of if, and of else if */
  LecternPiece list;  /* what is repeated over */
} LecternDirective;

/* The properties that a directive has, at most. */
#define LECTERN_DIRECTIVE_ROOM 5

/* Whether [begin, stop), a line without the blanks at both ends, is a directive and nothing else.
 */
static inline gboolean
_lectern_directive_may_begin (const char *begin, const char *stop)
{
  return stop - begin >= 5 && begin[0] == '{' && begin[1] == '{'
         && (begin[2] == '#' || begin[2] == '/' || begin[2] == '>' || begin[2] == '!');
}

gboolean _lectern_directive_is_line (const char *begin, const char *stop);

/* Takes the directive apart. What is missing or left over is for whoever compiles it to say. FALSE
 * where it is none at all. */
gboolean _lectern_directive_parse (const char *begin, const char *stop,
                                   LecternDirective *directive);

/* Whether its kind is one that placeholders have. */
gboolean _lectern_directive_has_kind (const LecternDirective *directive);

/* What the property `do` says. */
const char *_lectern_directive_get_name (LecternDirectiveId id);

/* What the directive says as properties of its node: names, and values to be freed. Gives their
 * number. */
guint _lectern_directive_list_properties (const LecternDirective *directive,
                                          const char *names[LECTERN_DIRECTIVE_ROOM],
                                          char *values[LECTERN_DIRECTIVE_ROOM]);
