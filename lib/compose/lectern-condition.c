/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-condition-struct-private.h"

#include "language/lectern-words-private.h"

#include <string.h>

/* Reading a condition:
 *
 *   either := both {or both}          both := term {and term}
 *   term := not term | ( either ) | operand test
 *   test := exists | = != < <= > >= operand | in ( operand {, operand} ) | in operand
 *   operand := name | number | 12.5% | date | “text” | "text"
 *
 * Operators wait on a stack of our own, so no depth of brackets can overflow that of the program.
 */

typedef enum
{
  TOKEN_END,
  TOKEN_NAME,
  TOKEN_VALUE,
  TOKEN_OPERATOR, /* a comparison; `code` says which */
  TOKEN_EXISTS,
  TOKEN_IN,
  TOKEN_NOT,
  TOKEN_AND,
  TOKEN_OR,
  TOKEN_OPEN,
  TOKEN_CLOSE,
  TOKEN_COMMA
} TokenType;

typedef struct
{
  TokenType type;
  LecternStepCode code;
  const char *from;
  const char *to;
  LecternValue *value;
} Token;

typedef struct
{
  const char *text;
  const char *end;
  const char *p; /* after the token */
  Token token;
  LecternCondition *condition;
  GArray *waiting; /* guint8: TOKEN_NOT, TOKEN_AND, TOKEN_OR, TOKEN_OPEN */
  guint max_depth;
  guint depth; /* of truths that a run has on its stack here */
  const char *wrong;
  GError **error;
} Parser;

static gboolean fail (Parser *parser, const char *at, LecternError code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static gboolean
fail (Parser *parser, const char *at, LecternError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  parser->wrong = at;
  g_set_error_literal (parser->error, LECTERN_ERROR, code, message);
  return FALSE;
}

/* --- tokens --------------------------------------------------------------------------------- */

static const struct
{
  const char *spellings; /* parted by | */
  guint8 type;
  guint8 code;
} signs[] = {
  { "!=|≠|<>", TOKEN_OPERATOR, LECTERN_STEP_UNEQUAL },
  { "<=|≤|＜＝", TOKEN_OPERATOR, LECTERN_STEP_AT_MOST },
  { ">=|≥|＞＝", TOKEN_OPERATOR, LECTERN_STEP_AT_LEAST },
  { "==|=|＝", TOKEN_OPERATOR, LECTERN_STEP_EQUAL },
  { "<|＜", TOKEN_OPERATOR, LECTERN_STEP_LESS },
  { ">|＞", TOKEN_OPERATOR, LECTERN_STEP_GREATER },
  { "(|（", TOKEN_OPEN, 0 },
  { ")|）", TOKEN_CLOSE, 0 },
  { ",|，|、", TOKEN_COMMA, 0 },
};

static const struct
{
  const char *word;
  guint8 type;
} words[] = {
  { "exists", TOKEN_EXISTS }, { "in", TOKEN_IN }, { "not", TOKEN_NOT },
  { "and", TOKEN_AND },       { "or", TOKEN_OR },
};

static const struct
{
  const char *open;
  const char *close;
} quotes[] = { { "\"", "\"" }, { "'", "'" }, { "“", "”" }, { "‘", "’" }, { "「", "」" } };

static guint
blank_at (const char *p, const char *end)
{
  if (p < end && (*p == ' ' || *p == '\t'))
    return 1;
  return end - p >= 3 && memcmp (p, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

/* TRUE: a text in quotes begins at `p`, or the error is set. */
static gboolean
read_quoted (Parser *parser, const char *p)
{
  Token *token = &parser->token;

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize n = strlen (quotes[i].open);
      const char *from = p + n, *to;

      if ((gsize)(parser->end - p) < n || memcmp (p, quotes[i].open, n) != 0)
        continue;
      to = g_strstr_len (from, parser->end - from, quotes[i].close);
      if (to == NULL)
        return !fail (parser, p, LECTERN_ERROR_TEMPLATE, "%s has no %s after it", quotes[i].open,
                      quotes[i].close);
      token->type = TOKEN_VALUE;
      token->value = lectern_value_new_text (from, to - from);
      token->to = to + strlen (quotes[i].close);
      return TRUE;
    }
  return FALSE;
}

static gint
sign_at (const char *p, const char *end, guint *which)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gint n = _lectern_alternative_at (signs[i].spellings, p, end);

      if (n > 0)
        {
          *which = i;
          return n;
        }
    }
  return 0;
}

static gboolean
begins_quote (const char *p, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize n = strlen (quotes[i].open);

      if ((gsize)(end - p) >= n && memcmp (p, quotes[i].open, n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* 3, -0.5, 12.5%, 2025-03-12, 2025年3月12日 */
static LecternValue *
read_literal (const char *from, const char *to)
{
  static const char *const kinds[] = { "date", "integer", "decimal" };
  g_autofree char *text = g_strndup (from, (gsize)(to - from));
  LecternValue *value = NULL;

  if (to[-1] == '%')
    {
      text[to - from - 1] = '\0';
      return lectern_value_new_percent (text, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && value == NULL; i++)
    value = lectern_value_new_from_string (kinds[i], text, NULL);
  return value;
}

static gboolean
read_word (Parser *parser, const char *from)
{
  Token *token = &parser->token;
  const char *p = from;
  guint which;

  while (p < parser->end && blank_at (p, parser->end) == 0
         && (sign_at (p, parser->end, &which) == 0) && !begins_quote (p, parser->end))
    p = g_utf8_next_char (p);
  token->to = p;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize)(p - from) == strlen (words[i].word)
        && memcmp (from, words[i].word, (gsize)(p - from)) == 0)
      {
        token->type = words[i].type;
        return TRUE;
      }
  token->type = TOKEN_NAME;
  if (!g_ascii_isdigit (*from) && *from != '-' && *from != '+')
    return TRUE;
  token->type = TOKEN_VALUE;
  token->value = read_literal (from, p);
  if (token->value == NULL)
    return fail (parser, from, LECTERN_ERROR_TEMPLATE, "“%.*s” is no number and no date",
                 (int)(p - from), from);
  return TRUE;
}

static gboolean
next_token (Parser *parser)
{
  Token *token = &parser->token;
  const char *p = parser->p;
  guint n, which;

  while ((n = blank_at (p, parser->end)) > 0)
    p += n;
  g_clear_pointer (&token->value, lectern_value_unref);
  *token = (Token){ .type = TOKEN_END, .from = p, .to = p };
  if (p < parser->end)
    {
      gint size = sign_at (p, parser->end, &which);

      if (size > 0)
        {
          token->type = signs[which].type;
          token->code = signs[which].code;
          token->to = p + size;
        }
      else if (read_quoted (parser, p))
        {
          if (parser->wrong != NULL)
            return FALSE;
        }
      else if (!read_word (parser, p))
        return FALSE;
    }
  parser->p = token->to;
  return TRUE;
}

/* --- steps ---------------------------------------------------------------------------------- */

static gboolean
expect (Parser *parser, const char *what)
{
  const Token *token = &parser->token;

  if (token->type == TOKEN_END)
    return fail (parser, token->from, LECTERN_ERROR_TEMPLATE, "%s is missing at the end", what);
  return fail (parser, token->from, LECTERN_ERROR_TEMPLATE, "%s must stand here, not “%.*s”", what,
               (int)(token->to - token->from), token->from);
}

static gboolean
take_operand (Parser *parser, guint32 *index)
{
  Token *token = &parser->token;
  LecternOperand operand = { NULL, NULL };

  if (token->type == TOKEN_NAME)
    {
      g_autofree char *name = g_strndup (token->from, (gsize)(token->to - token->from));

      operand.name = g_intern_string (name);
      g_ptr_array_add (parser->condition->names, (gpointer)operand.name);
    }
  else if (token->type == TOKEN_VALUE)
    operand.value = g_steal_pointer (&token->value);
  else
    return expect (parser, "a name or a value");
  *index = parser->condition->operands->len;
  g_array_append_val (parser->condition->operands, operand);
  return next_token (parser);
}

static void
add_step (Parser *parser, LecternStep step)
{
  LecternCondition *condition = parser->condition;

  g_array_append_val (condition->steps, step);
  if (step.code == LECTERN_STEP_AND || step.code == LECTERN_STEP_OR)
    parser->depth--;
  else if (step.code != LECTERN_STEP_NOT)
    condition->depth = MAX (condition->depth, ++parser->depth);
}

/* ( operand {, operand} ), or a name of a list. */
static gboolean
take_list (Parser *parser, LecternStep *step)
{
  guint32 index;

  if (parser->token.type != TOKEN_OPEN)
    {
      step->n_right = 1;
      return take_operand (parser, &step->right);
    }
  do
    {
      if (!next_token (parser) || !take_operand (parser, &index))
        return FALSE;
      step->right = step->n_right++ == 0 ? index : step->right;
    }
  while (parser->token.type == TOKEN_COMMA);
  if (parser->token.type != TOKEN_CLOSE)
    return expect (parser, ")");
  return next_token (parser);
}

static gboolean
take_test (Parser *parser)
{
  LecternStep step = { 0 };

  if (!take_operand (parser, &step.left))
    return FALSE;
  switch (parser->token.type)
    {
    case TOKEN_EXISTS:
      step.code = LECTERN_STEP_EXISTS;
      if (!next_token (parser))
        return FALSE;
      break;
    case TOKEN_OPERATOR:
      step.code = parser->token.code;
      step.n_right = 1;
      if (!next_token (parser) || !take_operand (parser, &step.right))
        return FALSE;
      break;
    case TOKEN_IN:
      step.code = LECTERN_STEP_IN;
      if (!next_token (parser) || !take_list (parser, &step))
        return FALSE;
      break;
    default:
      return expect (parser, "exists, in, or a comparison");
    }
  add_step (parser, step);
  return TRUE;
}

/* --- operators ------------------------------------------------------------------------------ */

static guint8
last_waiting (const Parser *parser)
{
  return parser->waiting->len == 0
             ? TOKEN_END
             : g_array_index (parser->waiting, guint8, parser->waiting->len - 1);
}

static gboolean
wait_for_rest (Parser *parser, TokenType type)
{
  guint8 waiting = (guint8)type;

  if (parser->waiting->len >= parser->max_depth)
    return fail (parser, parser->token.from, LECTERN_ERROR_LIMIT,
                 "the condition is nested deeper than %u", parser->max_depth);
  g_array_append_val (parser->waiting, waiting);
  return next_token (parser);
}

/* Does what waits and binds at least as closely as `type`; TOKEN_OPEN stops it. */
static void
settle (Parser *parser, TokenType type)
{
  static const struct
  {
    guint8 binding;
    LecternStepCode code;
  } operators[] = {
    [TOKEN_OR] = { 1, LECTERN_STEP_OR },
    [TOKEN_AND] = { 2, LECTERN_STEP_AND },
    [TOKEN_NOT] = { 3, LECTERN_STEP_NOT },
  };
  guint binding = type == TOKEN_AND || type == TOKEN_OR ? operators[type].binding : 0;

  while (last_waiting (parser) >= TOKEN_NOT && last_waiting (parser) <= TOKEN_OR
         && operators[last_waiting (parser)].binding >= MAX (binding, 1))
    {
      add_step (parser, (LecternStep){ .code = operators[last_waiting (parser)].code });
      g_array_set_size (parser->waiting, parser->waiting->len - 1);
    }
}

/* After a test: brackets that close, then and, or, or the end. */
static gboolean
go_on (Parser *parser, gboolean *done)
{
  for (;;)
    {
      TokenType type = parser->token.type;

      settle (parser, type);
      if (type == TOKEN_AND || type == TOKEN_OR)
        return wait_for_rest (parser, type);
      if (type == TOKEN_CLOSE && last_waiting (parser) == TOKEN_OPEN)
        {
          g_array_set_size (parser->waiting, parser->waiting->len - 1);
          if (!next_token (parser))
            return FALSE;
          continue;
        }
      if (type != TOKEN_END)
        return expect (parser, "and, or, or the end");
      *done = TRUE;
      return last_waiting (parser) == TOKEN_END || expect (parser, ")");
    }
}

static gboolean
parse (Parser *parser)
{
  gboolean done = FALSE;

  if (!next_token (parser))
    return FALSE;
  while (!done)
    {
      while (parser->token.type == TOKEN_NOT || parser->token.type == TOKEN_OPEN)
        if (!wait_for_rest (parser, parser->token.type))
          return FALSE;
      if (!take_test (parser) || !go_on (parser, &done))
        return FALSE;
    }
  return TRUE;
}

static void
clear_operand (gpointer data)
{
  LecternOperand *operand = data;

  g_clear_pointer (&operand->value, lectern_value_unref);
}

LecternCondition *
_lectern_condition_new (const char *text, gsize length, guint max_depth, gsize *at, GError **error)
{
  g_autoptr (LecternCondition) condition = g_new0 (LecternCondition, 1);
  Parser parser = { .text = text, .end = text + length, .p = text, .max_depth = max_depth };
  gboolean done;

  condition->steps = g_array_new (FALSE, FALSE, sizeof (LecternStep));
  condition->operands = g_array_new (FALSE, FALSE, sizeof (LecternOperand));
  g_array_set_clear_func (condition->operands, clear_operand);
  condition->names = g_ptr_array_new ();
  parser.condition = condition;
  parser.waiting = g_array_new (FALSE, FALSE, sizeof (guint8));
  parser.error = error;
  done = parse (&parser);
  g_array_unref (parser.waiting);
  g_clear_pointer (&parser.token.value, lectern_value_unref);
  *at = done ? 0 : (gsize)(parser.wrong - text);
  return done ? g_steal_pointer (&condition) : NULL;
}

void
_lectern_condition_free (LecternCondition *condition)
{
  g_array_unref (condition->steps);
  g_array_unref (condition->operands);
  g_ptr_array_unref (condition->names);
  g_free (condition);
}
