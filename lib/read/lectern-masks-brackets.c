/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-masks-context-private.h"

#include <string.h>

/* Brackets that ask for something (【待补：…】, [项目名称], （填写…）) and fields declared in the
 * manner of template languages ({{name:kind|default}}, ${name}, %name%). */

#define NAME_BYTES  64  /* of an undeclared field's name, and of one declared with one sign */
#define FIELD_BYTES 256 /* of all that stands in {{…}} */

typedef enum
{
  BRACKET_OPEN,   /* asks for something unless it is known not to: [ ] is rare in a speech */
  BRACKET_FIELD,  /* asks where it begins with a prompt or ends with the name of a field */
  BRACKET_PROMPT, /* asks where it begins with a prompt or is the name of a slot: commonly a remark
                   */
  BRACKET_NAME,   /* a declared name */
  BRACKET_KNOWN   /* a declared name, if it is one that fields have */
} BracketHabit;

typedef struct
{
  gunichar open;
  gunichar close;
  BracketHabit habit;
} Bracket;

static const Bracket brackets[] = {
  { '[', ']', BRACKET_OPEN },         { 0xff3b, 0xff3d, BRACKET_OPEN },
  { 0x3010, 0x3011, BRACKET_FIELD },  { '(', ')', BRACKET_PROMPT },
  { 0xff08, 0xff09, BRACKET_PROMPT }, { 0x3014, 0x3015, BRACKET_PROMPT },
  { 0x300a, 0x300b, BRACKET_PROMPT }, { '{', '}', BRACKET_NAME },
  { 0xab, 0xbb, BRACKET_NAME },       { 0xff5b, 0xff5d, BRACKET_NAME },
  { '<', '>', BRACKET_KNOWN },
};

typedef struct
{
  const char *from;
  const char *to;
} Piece;

/* The word of the table that the piece begins with. */
static const LecternMaskWord *
opening_word (LecternMaskTable table, Piece piece)
{
  guint size;
  gunichar c = _lectern_peek (piece.from, piece.to, &size);

  return _lectern_mask_word_at (table, c, piece.from, piece.to);
}

static Piece
trim (Piece piece)
{
  while (piece.from < piece.to && *piece.from == ' ')
    piece.from++;
  while (piece.to > piece.from && piece.to[-1] == ' ')
    piece.to--;
  return piece;
}

static const char *
intern (Piece piece)
{
  g_autofree char *copy = g_strndup (piece.from, piece.to - piece.from);

  return g_intern_string (copy);
}

static gboolean
is_ascii_alnum (gunichar c)
{
  return _lectern_mask_is_letter (c) || (c >= '0' && c <= '9');
}

/* A name: words, digits, _ . - and inner blanks, not a sign of a template language (#each, /if, >).
 */
static gboolean
is_name (Piece piece, gboolean blanks)
{
  guint size;

  if (piece.from >= piece.to || (!blanks && piece.to - piece.from > NAME_BYTES))
    return FALSE;
  for (const char *p = piece.from; p < piece.to; p += size)
    {
      gunichar c = _lectern_peek (p, piece.to, &size);
      gboolean inner
          = p > piece.from
            && (c == '-' || c == '.' || (blanks && c == ' ') || _lectern_mask_is_digit (c));

      if (!_lectern_mask_is_word (c) && !_lectern_mask_is_letter (c) && c != '_' && !inner)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_words (Piece piece)
{
  guint size;

  for (const char *p = piece.from; p < piece.to; p += size)
    if (_lectern_mask_is_word (_lectern_peek (p, piece.to, &size)))
      return TRUE;
  return FALSE;
}

LecternMaskSense
_lectern_mask_read_name (const char *from, const char *to)
{
  char lower[NAME_BYTES];
  gsize length = MIN ((gsize)(to - from), sizeof lower);
  const char *tail = to - length;
  const LecternMaskWord *word;
  gunichar last = _lectern_mask_before (from, to);

  _lectern_mask_tables_need ();
  /* Latin letters become small ones first. */
  if (last >= 0x80 && !_lectern_mask_may_begin (LECTERN_WORDS_FIELD, last))
    return LECTERN_SENSE_NONE;
  while (length && ((guchar)*tail & 0xc0) == 0x80)
    tail++, length--;
  for (gsize i = 0; i < length; i++)
    lower[i] = tail[i] == ' ' || tail[i] == '-' ? '_' : g_ascii_tolower (tail[i]);
  word = _lectern_mask_word_before (LECTERN_WORDS_FIELD, lower, lower + length);
  if (!word)
    return LECTERN_SENSE_NONE;
  /* Within an English word its end says nothing: region is no n. */
  if (is_ascii_alnum ((guchar)*word->word) && word->length < length
      && is_ascii_alnum ((guchar)lower[length - word->length - 1]))
    return LECTERN_SENSE_NONE;
  return word->sense;
}

/* Everything inside is itself a mask, so that one is found: [XX]. */
static gboolean
is_all_mask (Piece piece)
{
  guint size;
  LecternMaskRun run;

  for (const char *p = piece.from; p < piece.to; p += size)
    {
      run = _lectern_mask_run (_lectern_peek (p, piece.to, &size));
      if (run == LECTERN_RUN_NONE || run == LECTERN_RUN_DOTS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_close (LecternMaskPlace *place, const Bracket *bracket, Piece *inside)
{
  const char *limit = place->to + MIN (place->end - place->to, LECTERN_MASK_BRACKET);
  guint size;

  inside->from = place->to;
  for (const char *p = place->to; p < limit; p += size)
    {
      gunichar c = _lectern_peek (p, place->end, &size);

      if (c == bracket->close)
        {
          inside->to = p;
          return p > inside->from;
        }
      if (c == bracket->open || c == '\n' || c == '\r' || size == 0)
        return FALSE;
    }
  return FALSE;
}

static void
close_at (LecternMaskPlace *place, const char *to)
{
  _lectern_mask_place (place, place->text, place->start - place->text, place->end - place->text,
                       place->from, to);
}

/* The kind: from the name, else from the context; part and unit where the context agrees. */
static void
read_field (LecternMaskPlace *place, LecternMaskSense named, LecternMask *mask)
{
  LecternMaskReading context;
  const char *kind = _lectern_mask_sense_kind (named);

  _lectern_mask_read_context (place, &context);
  if (named == LECTERN_SENSE_NONE || named == LECTERN_SENSE_FREE || named == LECTERN_SENSE_TEXT)
    {
      if (context.confidence >= 85 && named != LECTERN_SENSE_TEXT)
        {
          _lectern_mask_set (mask, &context);
          return;
        }
      named = named ? named : LECTERN_SENSE_TEXT;
      kind = _lectern_mask_sense_kind (named);
    }
  mask->kind = kind;
  mask->part = _lectern_mask_sense_part (named);
  mask->confidence = 90;
  if (kind == _lectern_mask_sense_kind (context.sense) && context.confidence >= 85)
    {
      mask->unit = context.unit;
      if (!mask->part)
        mask->part = _lectern_mask_sense_part (context.sense);
    }
}

static const LecternMaskWord *
prompt_of (Piece piece)
{
  const LecternMaskWord *word = opening_word (LECTERN_WORDS_PROMPT, piece);

  /* add, but not address */
  if (word && is_ascii_alnum ((guchar)*word->word) && piece.from + word->length < piece.to
      && is_ascii_alnum ((guchar)piece.from[word->length]))
    return NULL;
  return word;
}

static gboolean
is_slot_name (Piece piece)
{
  const LecternMaskWord *word = opening_word (LECTERN_WORDS_SLOT, piece);

  return word && piece.from + word->length == piece.to;
}

/* 掌声, 注：, 见图一. One character alone must have a colon, or it may begin any word: 问题. */
static gboolean
is_note (Piece piece)
{
  const LecternMaskWord *word = opening_word (LECTERN_WORDS_NOTE, piece);
  const char *rest;
  guint size;
  gunichar c;

  if (!word)
    return FALSE;
  rest = piece.from + word->length;
  c = _lectern_peek (rest, piece.to, &size);
  return word->length > 3 || rest == piece.to || c == ':' || c == 0xff1a
         || _lectern_mask_is_digit (c);
}

/* What a listener asked, in a transcript: [能否再宽限几天？]. What is to be filled in is named. */
static gboolean
is_question (Piece piece)
{
  static const char mark[] = "？";
  gsize size = piece.to - piece.from;

  return (size > 0 && piece.to[-1] == '?')
         || (size >= sizeof mark - 1
             && memcmp (piece.to - (sizeof mark - 1), mark, sizeof mark - 1) == 0);
}

static gboolean
asks (LecternMaskPlace *place, const Bracket *bracket, Piece inside, gunichar after)
{
  LecternMaskSense named;

  if (prompt_of (inside))
    return TRUE;
  if (is_note (inside))
    return FALSE;
  if (is_slot_name (inside))
    return TRUE;
  named = _lectern_mask_read_name (inside.from, inside.to);
  switch (bracket->habit)
    {
    case BRACKET_OPEN:
      /* [words](address) is a link. */
      if (after == '(' || after == '[' || place->before == '!' || place->before == ']'
          || is_question (inside))
        return FALSE;
      if (has_words (inside))
        return !_lectern_mask_is_digit ((guchar)*inside.from) && inside.to - inside.from > 3;
      return named && is_name (inside, TRUE);
    case BRACKET_FIELD:
      return named && named != LECTERN_SENSE_TEXT && named != LECTERN_SENSE_TITLE
             && inside.to - inside.from >= 6 && inside.to - inside.from <= 30 && place->before
             && is_name (inside, FALSE);
    default:
      return FALSE;
    }
}

static gboolean
match_prompt (LecternMaskPlace *place, const Bracket *bracket, Piece inside, LecternMask *mask)
{
  guint size;
  const char *close = inside.to;
  Piece words = trim (inside);
  const LecternMaskWord *prompt;
  LecternMaskSense named;

  _lectern_peek (close, place->end, &size);
  close += size;
  if (words.from == words.to || is_all_mask (words)
      || !asks (place, bracket, words, _lectern_peek (close, place->end, &size)))
    return FALSE;
  close_at (place, close);
  prompt = prompt_of (words);
  mask->form = LECTERN_FORM_FILL_IN;
  named = _lectern_mask_read_name (words.from, words.to);
  read_field (place, !named && prompt ? (LecternMaskSense)prompt->sense : named, mask);
  if (!prompt && is_name (words, FALSE))
    mask->name = intern (words);
  return TRUE;
}

/* Declared fields. */

static gboolean
match_name (LecternMaskPlace *place, const Bracket *bracket, Piece inside, LecternMask *mask)
{
  LecternMaskSense named = _lectern_mask_read_name (inside.from, inside.to);
  guint size;

  if (!is_name (inside, FALSE) || is_ascii_alnum (place->before) || place->before == '\\'
      || place->before == '}' || place->before == '<')
    return FALSE;
  /* <b>, <文件>: tags and old title marks are no fields, <姓名> is one. */
  if (bracket->habit == BRACKET_KNOWN && !is_slot_name (inside)
      && !(named && !has_words (inside) && inside.to - inside.from > 3
           && strncmp (inside.from, "title", 5) != 0 && strncmp (inside.from, "address", 7) != 0))
    return FALSE;
  if (bracket->open == '{' && !has_words (inside) && !named && inside.to - inside.from < 2)
    return FALSE;
  _lectern_peek (inside.to, place->end, &size);
  close_at (place, inside.to + size);
  mask->form = LECTERN_FORM_DECLARED;
  mask->name = intern (inside);
  read_field (place, named, mask);
  return TRUE;
}

static LecternMaskSense
sense_of_kind (Piece piece)
{
  static const guint8 senses[]
      = { LECTERN_SENSE_DATE,    LECTERN_SENSE_ORDINAL, LECTERN_SENSE_COUNT,
          LECTERN_SENSE_PERCENT, LECTERN_SENSE_PERSON,  LECTERN_SENSE_ORGANISATION,
          LECTERN_SENSE_PLACE,   LECTERN_SENSE_TITLE,   LECTERN_SENSE_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (senses); i++)
    {
      const char *kind = _lectern_mask_sense_kind (senses[i]);

      if (strlen (kind) == (gsize)(piece.to - piece.from)
          && memcmp (kind, piece.from, piece.to - piece.from) == 0)
        return senses[i];
    }
  return LECTERN_SENSE_NONE;
}

static const char *
find_in (Piece piece, char c)
{
  const char *p = memchr (piece.from, c, piece.to - piece.from);

  return p ? p : piece.to;
}

/* {{name}}, {{name:kind}}, {{name:kind|default}} */
static gboolean
match_declared (LecternMaskPlace *place, LecternMask *mask)
{
  Piece body = { place->from + 2, NULL };
  const char *limit = body.from + MIN (place->end - body.from, FIELD_BYTES);
  const char *bar, *colon;
  LecternMaskSense stated = LECTERN_SENSE_NONE;
  Piece name;

  for (const char *p = body.from; p < limit && *p != '{' && *p != '\n' && *p != '\r'; p++)
    if (*p == '}')
      {
        body.to = p;
        break;
      }
  if (!body.to || body.to + 1 >= place->end || body.to[1] != '}')
    return FALSE;
  bar = find_in (body, '|');
  colon = find_in ((Piece){ body.from, bar }, ':');
  name = trim ((Piece){ body.from, colon });
  if (!is_name (name, TRUE))
    return FALSE;
  if (colon < bar)
    stated = sense_of_kind (trim ((Piece){ colon + 1, bar }));
  close_at (place, body.to + 2);
  mask->form = LECTERN_FORM_DECLARED;
  mask->name = intern (name);
  if (bar < body.to)
    mask->default_value = intern ((Piece){ bar + 1, body.to });
  read_field (place, stated ? stated : _lectern_mask_read_name (name.from, name.to), mask);
  if (stated)
    {
      mask->kind = _lectern_mask_sense_kind (stated);
      mask->confidence = 100;
    }
  return TRUE;
}

/* ${name}, #{name} */
static gboolean
match_braced (LecternMaskPlace *place, LecternMask *mask)
{
  static const Bracket braces = { '{', '}', BRACKET_NAME };
  LecternMaskPlace inner = *place;
  Piece inside;

  if (place->end - place->from < 4 || place->from[1] != '{')
    return FALSE;
  inner.to = place->from + 2;
  return find_close (&inner, &braces, &inside)
         && match_name (place, &(Bracket){ '$', '}', BRACKET_NAME }, inside, mask);
}

/* %name%: after a figure or a mask it is per cent. */
static gboolean
match_percent (LecternMaskPlace *place, LecternMask *mask)
{
  static const Bracket percents = { 0, '%', BRACKET_NAME };
  Piece inside;

  if (_lectern_mask_is_digit (place->before) || is_ascii_alnum (place->before)
      || _lectern_mask_run (place->before) != LECTERN_RUN_NONE || place->before == '%')
    return FALSE;
  return find_close (place, &percents, &inside) && inside.to - inside.from > 1
         && match_name (place, &percents, inside, mask);
}

gboolean
_lectern_mask_match_bracket (LecternMaskPlace *place, LecternMask *mask, const char **skip)
{
  guint size;
  gunichar c = _lectern_peek (place->from, place->end, &size);
  Piece inside;

  if (c == '{' && place->after == '{')
    {
      *skip = place->from + 2;
      return match_declared (place, mask);
    }
  if (c == '$' || c == '#')
    return match_braced (place, mask);
  if (c == '%')
    return match_percent (place, mask);
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (brackets[i].open == c && find_close (place, &brackets[i], &inside))
      return brackets[i].habit >= BRACKET_NAME ? match_name (place, &brackets[i], inside, mask)
                                               : match_prompt (place, &brackets[i], inside, mask);
  return FALSE;
}
