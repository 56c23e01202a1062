/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE /* memmem */
#include "compose/lectern-flow-private.h"

#include "base/lectern-error-private.h"
#include "base/lectern-limits-private.h"
#include "base/lectern-source-private.h"
#include "model/lectern-document-private.h"
#include "read/lectern-directive-private.h"

#include <string.h>

/* What stands in the text of a template beside text and slots, in its order. */
typedef struct
{
  gsize start; /* of what goes: the line of a directive, a marker; empty for the end of a row */
  gsize end;
  guint8 code; /* LecternOpcode, or what is settled while the program is made */
  guint32 a;
} Event;

/* Directives that are no operation of their own. */
enum
{
  EVENT_NOTHING = LECTERN_N_OPS, /* a declaration, a comment */
  EVENT_ELSE,
  EVENT_ELSE_IF, /* a: the condition */
  EVENT_END
};

/* An if or repeat that is open. */
typedef struct
{
  guint8 code; /* LECTERN_OP_IF or LECTERN_OP_REPEAT */
  gboolean has_else;
  gsize at;
  guint32 op;    /* its own, or that of the last condition; G_MAXUINT32 after else */
  guint32 jumps; /* the last jump to the end; each knows the one before it */
} Open;

static gboolean fail (LecternFlow *flow, GError **error, LecternError code, gsize at,
                      const char *format, ...) G_GNUC_PRINTF (5, 6);

static gboolean
fail (LecternFlow *flow, GError **error, LecternError code, gsize at, const char *format, ...)
{
  LecternReadOptions *options = flow->document->options;
  LecternPosition position;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  lectern_source_get_position (flow->document->source, at, &position);
  _lectern_set_error (error, code, options != NULL ? lectern_read_options_get_name (options) : NULL,
                      &position, "%s", message);
  return FALSE;
}

/* --- directives ----------------------------------------------------------------------------- */

typedef struct
{
  LecternFlow *flow;
  const char *text;
  gsize length;
  guint max_depth;
  gsize at; /* of the directive at hand */
  LecternDirective directive;
} Reader;

static const char *
intern (LecternPiece piece)
{
  g_autofree char *string = g_strndup (piece.from, (gsize)(piece.to - piece.from));

  return g_intern_string (string);
}

static gboolean
read_condition (Reader *reader, guint32 *number, GError **error)
{
  LecternPiece test = reader->directive.test;
  LecternCondition *condition;
  g_autoptr (GError) why = NULL;
  gsize at;

  if (test.from == NULL)
    return fail (reader->flow, error, LECTERN_ERROR_TEMPLATE, reader->at, "a condition is missing");
  condition = _lectern_condition_new (test.from, (gsize)(test.to - test.from), reader->max_depth,
                                      &at, &why);
  if (condition == NULL)
    return fail (reader->flow, error, (LecternError)why->code,
                 (gsize)(test.from - reader->text) + at, "%s", why->message);
  *number = reader->flow->conditions->len;
  g_ptr_array_add (reader->flow->conditions, condition);
  return TRUE;
}

static gboolean
read_field (Reader *reader, Event *event, GError **error)
{
  const LecternDirective *directive = &reader->directive;
  LecternDeclaration field = { NULL, NULL, NULL };

  event->code = EVENT_NOTHING;
  if (directive->name.from == NULL)
    return fail (reader->flow, error, LECTERN_ERROR_TEMPLATE, reader->at,
                 "the field has no name: {{#field name:kind|default}}");
  if (directive->kind.from != NULL && !_lectern_directive_has_kind (directive))
    return fail (reader->flow, error, LECTERN_ERROR_TEMPLATE,
                 (gsize)(directive->kind.from - reader->text), "“%.*s” is no kind of placeholder",
                 (int)(directive->kind.to - directive->kind.from), directive->kind.from);
  field.name = intern (directive->name);
  if (directive->kind.from != NULL)
    field.kind = intern (directive->kind);
  if (directive->value.from != NULL)
    field.value
        = g_strndup (directive->value.from, (gsize)(directive->value.to - directive->value.from));
  g_array_append_val (reader->flow->declarations, field);
  return TRUE;
}

static gboolean
read_else (Reader *reader, Event *event, GError **error)
{
  event->code = reader->directive.test.from != NULL ? EVENT_ELSE_IF : EVENT_ELSE;
  return event->code == EVENT_ELSE || read_condition (reader, &event->a, error);
}

static gboolean
read_if (Reader *reader, Event *event, GError **error)
{
  event->code = LECTERN_OP_IF;
  return read_condition (reader, &event->a, error);
}

static gboolean
read_repeat (Reader *reader, Event *event, GError **error)
{
  const LecternDirective *directive = &reader->directive;
  LecternLoop loop = { NULL, NULL, reader->at };

  if (directive->name.from == NULL || directive->list.from == NULL)
    return fail (reader->flow, error, LECTERN_ERROR_TEMPLATE, reader->at,
                 "a repeat is written {{#repeat item in list}}");
  loop.item = intern (directive->name);
  loop.list = intern (directive->list);
  event->code = LECTERN_OP_REPEAT;
  event->a = reader->flow->loops->len;
  g_array_append_val (reader->flow->loops, loop);
  return TRUE;
}

static gboolean
read_include (Reader *reader, Event *event, GError **error)
{
  LecternInclusion inclusion = { NULL, reader->at };

  if (reader->directive.name.from == NULL)
    return fail (reader->flow, error, LECTERN_ERROR_TEMPLATE, reader->at,
                 "the fragment has no name: {{> name}}");
  inclusion.name = intern (reader->directive.name);
  event->code = LECTERN_OP_INCLUDE;
  event->a = reader->flow->inclusions->len;
  g_array_append_val (reader->flow->inclusions, inclusion);
  return TRUE;
}

static gboolean
read_end (G_GNUC_UNUSED Reader *reader, Event *event, G_GNUC_UNUSED GError **error)
{
  event->code = EVENT_END;
  return TRUE;
}

static gboolean
read_nothing (G_GNUC_UNUSED Reader *reader, Event *event, G_GNUC_UNUSED GError **error)
{
  event->code = EVENT_NOTHING;
  return TRUE;
}

static gboolean
read_unknown (Reader *reader, G_GNUC_UNUSED Event *event, GError **error)
{
  LecternPiece word = reader->directive.word;

  return fail (reader->flow, error, LECTERN_ERROR_TEMPLATE, reader->at,
               "“%.*s” is no directive: #field, #meta, #if, #else, #repeat, /if, /repeat, > and ! "
               "are",
               (int)(word.to - word.from), word.from);
}

static gboolean (*const readers[LECTERN_N_DIRECTIVES]) (Reader *reader, Event *event,
                                                        GError **error)
    = {
        [LECTERN_DIRECTIVE_UNKNOWN] = read_unknown, [LECTERN_DIRECTIVE_FIELD] = read_field,
        [LECTERN_DIRECTIVE_META] = read_nothing,    [LECTERN_DIRECTIVE_IF] = read_if,
        [LECTERN_DIRECTIVE_ELSE] = read_else,       [LECTERN_DIRECTIVE_REPEAT] = read_repeat,
        [LECTERN_DIRECTIVE_END] = read_end,         [LECTERN_DIRECTIVE_INCLUDE] = read_include,
        [LECTERN_DIRECTIVE_COMMENT] = read_nothing,
      };

/* An end and an else belong to what is open. */
static gboolean
match (Reader *reader, GArray *open, Event *event, GError **error)
{
  LecternFlow *flow = reader->flow;
  Open *last = open->len > 0 ? &g_array_index (open, Open, open->len - 1) : NULL;
  LecternPiece name = reader->directive.name;
  Open here = { .code = event->code, .at = reader->at };

  if (event->code == LECTERN_OP_IF || event->code == LECTERN_OP_REPEAT)
    {
      if (open->len >= reader->max_depth)
        return fail (flow, error, LECTERN_ERROR_LIMIT, reader->at,
                     "directives are nested deeper than %u", reader->max_depth);
      g_array_append_val (open, here);
    }
  else if (event->code == EVENT_ELSE || event->code == EVENT_ELSE_IF)
    {
      if (last == NULL || last->code != LECTERN_OP_IF)
        return fail (flow, error, LECTERN_ERROR_TEMPLATE, reader->at,
                     "{{#else}} stands in no {{#if}}");
      if (last->has_else)
        return fail (flow, error, LECTERN_ERROR_TEMPLATE, reader->at,
                     "{{#else}} follows on another {{#else}}");
      last->has_else = event->code == EVENT_ELSE;
    }
  else if (event->code == EVENT_END)
    {
      const char *wanted = last == NULL ? "" : last->code == LECTERN_OP_IF ? "if" : "repeat";

      if (last == NULL || name.from == NULL || (gsize)(name.to - name.from) != strlen (wanted)
          || memcmp (name.from, wanted, strlen (wanted)) != 0)
        return fail (flow, error, LECTERN_ERROR_TEMPLATE, reader->at,
                     last == NULL ? "nothing is open that “%.*s” ends"
                                  : "“%.*s” does not end {{#%s}}",
                     name.from == NULL ? 0 : (int)(name.to - name.from),
                     name.from == NULL ? "" : name.from, wanted);
      g_array_set_size (open, open->len - 1);
    }
  return TRUE;
}

/* The whole line where nothing else stands in it. */
static void
widen (Reader *reader, Event *event)
{
  gsize start = event->start, end = event->end;
  guint n;

  while ((n = _lectern_blank_before (reader->text, start)) > 0)
    start -= n;
  while ((n = _lectern_blank_after (reader->text, reader->length, end)) > 0)
    end += n;
  if ((start > 0 && reader->text[start - 1] != '\n' && reader->text[start - 1] != '\r')
      || (end < reader->length && reader->text[end] != '\n' && reader->text[end] != '\r'))
    return;
  if (end < reader->length)
    end += reader->text[end] == '\r' && end + 1 < reader->length && reader->text[end + 1] == '\n'
               ? 2
               : 1;
  event->start = start;
  event->end = end;
}

static gboolean
read_directive (Reader *reader, LecternNode *node, GArray *open, GError **error)
{
  LecternSpan span;
  Event event = { 0 };

  lectern_node_get_span (node, &span);
  reader->at = event.start = span.start;
  event.end = span.end;
  if (!_lectern_directive_parse (reader->text + span.start, reader->text + span.end,
                                 &reader->directive))
    return fail (reader->flow, error, LECTERN_ERROR_TEMPLATE, span.start,
                 "what stands here is no directive");
  if (!readers[reader->directive.id](reader, &event, error) || !match (reader, open, &event, error))
    return FALSE;
  widen (reader, &event);
  g_array_append_val (reader->flow->events, event);
  return TRUE;
}

/* One of our words in the middle of a line: whoever wrote it means a directive. */
static const char *
find_stray (const char *from, const char *end)
{
  static const char *const words[]
      = { "{{#if", "{{#else", "{{#repeat", "{{#field", "{{#meta", "{{/if", "{{/repeat" };

  while ((from = memmem (from, (gsize)(end - from), "{{", 2)) != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if ((gsize)(end - from) > strlen (words[i])
            && memcmp (from, words[i], strlen (words[i])) == 0
            && strchr (" }", from[strlen (words[i])]) != NULL)
          return from;
      from += 2;
    }
  return NULL;
}

gboolean
_lectern_flow_is_wanted (LecternDocument *document)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, LECTERN_NODE_DIRECTIVE);
  gsize length;
  const char *text = g_bytes_get_data (
      lectern_source_get_bytes (lectern_document_get_source (document)), &length);

  return nodes->len > 0 || find_stray (text, text + length) != NULL;
}

/* What stands beside the directives holds none. */
static gboolean
check_between (Reader *reader, GError **error)
{
  const GArray *events = reader->flow->events;
  gsize at = 0;

  for (guint i = 0; i <= events->len; i++)
    {
      const Event *event = i < events->len ? &g_array_index (events, Event, i) : NULL;
      const char *end = reader->text + (event != NULL ? event->start : reader->length);
      const char *stray = find_stray (reader->text + at, end);

      if (stray != NULL)
        return fail (reader->flow, error, LECTERN_ERROR_TEMPLATE, (gsize)(stray - reader->text),
                     "a directive stands alone on its line");
      at = event != NULL ? event->end : at;
    }
  return TRUE;
}

static gboolean
read_directives (LecternFlow *flow, const GPtrArray *nodes, GError **error)
{
  Reader reader = { .flow = flow, .max_depth = LECTERN_DEFAULT_MAX_DEPTH };
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));

  reader.text
      = g_bytes_get_data (lectern_source_get_bytes (flow->document->source), &reader.length);
  if (flow->document->options != NULL)
    reader.max_depth = lectern_read_options_get_max_depth (flow->document->options);
  for (guint i = 0; i < nodes->len; i++)
    if (!read_directive (&reader, nodes->pdata[i], open, error))
      return FALSE;
  if (open->len == 0)
    return check_between (&reader, error);
  return fail (flow, error, LECTERN_ERROR_TEMPLATE, g_array_index (open, Open, open->len - 1).at,
               "{{/%s}} is missing",
               g_array_index (open, Open, open->len - 1).code == LECTERN_OP_IF ? "if" : "repeat");
}

/* --- members -------------------------------------------------------------------------------- */

static void
add_member (LecternFlow *flow, LecternNode *node, guint32 sequence)
{
  LecternNode *marker = lectern_node_get_marker (node);
  LecternMemberPlace member = { .node = node, .sequence = sequence };
  Event event = { .code = LECTERN_OP_MEMBER, .a = flow->members->len };

  if (marker == NULL)
    return;
  lectern_node_get_span (marker, &member.span);
  if (lectern_node_get_first_child (marker) != NULL)
    member.span.end = member.span.start;
  member.ordinal = lectern_node_get_ordinal (node);
  event.start = member.span.start;
  event.end = member.span.end;
  g_array_append_val (flow->members, member);
  g_array_append_val (flow->events, event);
}

static guint32
begin_sequence (LecternFlow *flow, LecternNode *owner)
{
  const char *numbering = lectern_node_get_property (owner, LECTERN_PROPERTY_NUMBERING);

  g_ptr_array_add (flow->sequences, (gpointer)g_intern_string (numbering != NULL ? numbering : ""));
  return flow->sequences->len - 1;
}

static void
end_sequence (LecternFlow *flow, guint32 sequence, LecternNode *last)
{
  Event event = { .code = LECTERN_OP_CLOSE, .a = sequence };
  LecternSpan span;

  lectern_node_get_span (last, &span);
  event.start = event.end = span.end;
  g_array_append_val (flow->events, event);
}

static void
add_series (LecternFlow *flow, LecternNode *series)
{
  guint32 sequence;

  if (lectern_node_get_property (series, LECTERN_PROPERTY_NUMBERING) == NULL)
    return;
  sequence = begin_sequence (flow, series);
  for (LecternNode *point = lectern_node_get_first_child (series); point != NULL;
       point = lectern_node_get_next (point))
    if (lectern_node_get_kind (point) == LECTERN_NODE_POINT)
      add_member (flow, point, sequence);
  end_sequence (flow, sequence, series);
}

/* A row of sections ends with what holds it: what stands behind the last one (a closing, in a
 * template that is not whole) does not part it from the next. */
static void
add_sections (LecternFlow *flow, LecternNode *first)
{
  guint32 sequence = begin_sequence (flow, first);

  for (LecternNode *section = first; section != NULL; section = lectern_node_get_next (section))
    {
      if (lectern_node_get_kind (section) != LECTERN_NODE_SECTION)
        continue;
      if (section != first && lectern_node_get_ordinal (section) == 1)
        break;
      add_member (flow, section, sequence);
    }
  end_sequence (flow, sequence, lectern_node_get_parent (first));
}

static void
add_members (LecternFlow *flow)
{
  g_autoptr (GPtrArray) series = lectern_document_list_nodes (flow->document, LECTERN_NODE_SERIES);
  g_autoptr (GPtrArray) sections
      = lectern_document_list_nodes (flow->document, LECTERN_NODE_SECTION);

  for (guint i = 0; i < series->len; i++)
    add_series (flow, series->pdata[i]);
  for (guint i = 0; i < sections->len; i++)
    if (lectern_node_get_ordinal (sections->pdata[i]) == 1)
      add_sections (flow, sections->pdata[i]);
}

/* Rows end before directives, and those before members. */
static gint
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *x = a, *y = b;
  gint first = x->code == LECTERN_OP_CLOSE ? 0 : x->code == LECTERN_OP_MEMBER ? 2 : 1;
  gint second = y->code == LECTERN_OP_CLOSE ? 0 : y->code == LECTERN_OP_MEMBER ? 2 : 1;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return first - second;
}

static void
clear_declaration (gpointer data)
{
  g_free (((LecternDeclaration *)data)->value);
}

LecternFlow *
_lectern_flow_new (LecternDocument *document, GError **error)
{
  g_autoptr (GPtrArray) nodes = lectern_document_list_nodes (document, LECTERN_NODE_DIRECTIVE);
  g_autoptr (LecternFlow) flow = g_new0 (LecternFlow, 1);

  flow->document = document;
  flow->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify)_lectern_condition_free);
  flow->loops = g_array_new (FALSE, FALSE, sizeof (LecternLoop));
  flow->inclusions = g_array_new (FALSE, FALSE, sizeof (LecternInclusion));
  flow->members = g_array_new (FALSE, FALSE, sizeof (LecternMemberPlace));
  flow->sequences = g_ptr_array_new ();
  flow->declarations = g_array_new (FALSE, FALSE, sizeof (LecternDeclaration));
  g_array_set_clear_func (flow->declarations, clear_declaration);
  flow->events = g_array_new (FALSE, FALSE, sizeof (Event));
  flow->open = g_array_new (FALSE, FALSE, sizeof (Open));
  if (!read_directives (flow, nodes, error))
    return NULL;
  add_members (flow);
  g_array_sort (flow->events, compare_events);
  return g_steal_pointer (&flow);
}

void
_lectern_flow_free (LecternFlow *flow)
{
  g_ptr_array_unref (flow->conditions);
  g_array_unref (flow->loops);
  g_array_unref (flow->inclusions);
  g_array_unref (flow->members);
  g_ptr_array_unref (flow->sequences);
  g_array_unref (flow->declarations);
  g_array_unref (flow->events);
  g_array_unref (flow->open);
  g_free (flow);
}

/* --- operations ----------------------------------------------------------------------------- */

static guint32
add_op (LecternProgram *program, LecternOpcode code, guint32 a)
{
  _lectern_program_add (program, code, a, 0);
  return program->ops->len - 1;
}

static LecternOp *
get_op (LecternProgram *program, guint32 op)
{
  return &g_array_index (program->ops, LecternOp, op);
}

/* A branch ends: a jump to the end of the whole, and what did not hold goes on here. */
static void
end_branch (LecternProgram *program, Open *open)
{
  guint32 jump = add_op (program, LECTERN_OP_JUMP, 0);

  get_op (program, jump)->b = open->jumps;
  open->jumps = jump;
  get_op (program, open->op)->b = program->ops->len;
  open->op = G_MAXUINT32;
}

static void
end_if (LecternProgram *program, Open *open)
{
  guint32 here = program->ops->len;

  if (open->op != G_MAXUINT32)
    get_op (program, open->op)->b = here;
  for (guint32 jump = open->jumps; jump != G_MAXUINT32;)
    {
      LecternOp *op = get_op (program, jump);

      jump = op->b;
      op->b = here;
    }
  add_op (program, LECTERN_OP_BORDER, 0);
}

static void
add_event (LecternFlow *flow, LecternProgram *program, const Event *event)
{
  Open open = { .code = event->code, .jumps = G_MAXUINT32 };
  Open *last = flow->open->len > 0 ? &g_array_index (flow->open, Open, flow->open->len - 1) : NULL;

  switch (event->code)
    {
    case EVENT_NOTHING:
      break;
    case LECTERN_OP_IF:
    case LECTERN_OP_REPEAT:
      open.op = add_op (program, event->code, event->a);
      g_array_append_val (flow->open, open);
      break;
    case EVENT_ELSE:
      end_branch (program, last);
      break;
    case EVENT_ELSE_IF:
      end_branch (program, last);
      last->op = add_op (program, LECTERN_OP_IF, event->a);
      break;
    case EVENT_END:
      if (last->code == LECTERN_OP_IF)
        end_if (program, last);
      else
        {
          add_op (program, LECTERN_OP_NEXT, last->op);
          get_op (program, last->op)->b = program->ops->len;
        }
      g_array_set_size (flow->open, flow->open->len - 1);
      break;
    default:
      add_op (program, event->code, event->a);
    }
}

void
_lectern_flow_add (LecternFlow *flow, LecternProgram *program, gsize *done, gsize upto)
{
  for (; flow->next < flow->events->len; flow->next++)
    {
      const Event *event = &g_array_index (flow->events, Event, flow->next);

      if (event->start > upto)
        break;
      if (*done < event->start)
        _lectern_program_add (program, LECTERN_OP_TEXT, (guint32)*done, (guint32)event->start);
      *done = MAX (*done, event->end);
      add_event (flow, program, event);
    }
  if (*done < upto)
    _lectern_program_add (program, LECTERN_OP_TEXT, (guint32)*done, (guint32)upto);
  *done = MAX (*done, upto);
}

gboolean
_lectern_flow_interrupts (const LecternFlow *flow, gsize offset)
{
  return flow->next < flow->events->len
         && g_array_index (flow->events, Event, flow->next).start <= offset;
}
