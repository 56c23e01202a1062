/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-check-marks-private.h"
#include "language/lectern-scan-private.h"

#include <string.h>

typedef struct
{
  guint8 kind;
  guint8 shape;
} MarkRow;

#define OPENS(shape)                                                                               \
  {                                                                                                \
    LECTERN_MARK_OPEN, LECTERN_SHAPE_##shape                                                       \
  }
#define CLOSES(shape)                                                                              \
  {                                                                                                \
    LECTERN_MARK_CLOSE, LECTERN_SHAPE_##shape                                                      \
  }

/* The blocks of Unicode that have marks, each from its first character. */
static const MarkRow latin_rows[0x100] = {
  ['\n'] = { LECTERN_MARK_PARAGRAPH, 0 },
  ['\r'] = { LECTERN_MARK_PARAGRAPH, 0 },
  ['!'] = { LECTERN_MARK_EXCLAMATION, 0 },
  ['"'] = { LECTERN_MARK_STRAIGHT, 0 },
  ['\''] = { LECTERN_MARK_APOSTROPHE, 0 },
  ['('] = OPENS (ROUND),
  [')'] = CLOSES (ROUND),
  [','] = { LECTERN_MARK_COMMA, 0 },
  ['-'] = { LECTERN_MARK_HYPHEN, 0 },
  ['.'] = { LECTERN_MARK_POINT, 0 },
  ['0' ... '9'] = { LECTERN_MARK_DIGITS, 0 },
  [':'] = { LECTERN_MARK_COLON, 0 },
  [';'] = { LECTERN_MARK_SEMICOLON, 0 },
  ['?'] = { LECTERN_MARK_QUESTION, 0 },
  ['['] = OPENS (SQUARE),
  [']'] = CLOSES (SQUARE),
  ['{'] = OPENS (BRACE),
  ['}'] = CLOSES (BRACE),
  [0xb7] = { LECTERN_MARK_DOT, 0 },
};

static const MarkRow general_rows[0x40] = {
  [0x14] = { LECTERN_MARK_DASH, 0 }, /* U+2014 */
  [0x18] = OPENS (SINGLE),           [0x19] = CLOSES (SINGLE),
  [0x1c] = OPENS (DOUBLE),           [0x1d] = CLOSES (DOUBLE),
  [0x22] = { LECTERN_MARK_DOT, 0 },  [0x26] = { LECTERN_MARK_ELLIPSIS, 0 },
};

static const MarkRow cjk_rows[0x40] = {
  [0x01] = { LECTERN_MARK_PAUSE, 0 }, /* U+3001 */
  [0x02] = { LECTERN_MARK_STOP, 0 },
  [0x08] = OPENS (INNER_TITLE),
  [0x09] = CLOSES (INNER_TITLE),
  [0x0a] = OPENS (TITLE),
  [0x0b] = CLOSES (TITLE),
  [0x0c] = OPENS (CORNER),
  [0x0d] = CLOSES (CORNER),
  [0x0e] = OPENS (WHITE_CORNER),
  [0x0f] = CLOSES (WHITE_CORNER),
  [0x10] = OPENS (LENTICULAR),
  [0x11] = CLOSES (LENTICULAR),
  [0x14] = OPENS (TORTOISE),
  [0x15] = CLOSES (TORTOISE),
};

static const MarkRow wide_rows[0x68] = {
  [0x01] = { LECTERN_MARK_EXCLAMATION, 0 }, /* U+FF01 */
  [0x08] = OPENS (ROUND),
  [0x09] = CLOSES (ROUND),
  [0x0c] = { LECTERN_MARK_COMMA, 0 },
  [0x0d] = { LECTERN_MARK_HYPHEN, 0 },
  [0x0e] = { LECTERN_MARK_POINT, 0 },
  [0x10 ... 0x19] = { LECTERN_MARK_DIGITS, 0 },
  [0x1a] = { LECTERN_MARK_COLON, 0 },
  [0x1b] = { LECTERN_MARK_SEMICOLON, 0 },
  [0x1f] = { LECTERN_MARK_QUESTION, 0 },
  [0x3b] = OPENS (SQUARE),
  [0x3d] = CLOSES (SQUARE),
  [0x5b] = OPENS (BRACE),
  [0x5d] = CLOSES (BRACE),
  [0x61] = { LECTERN_MARK_STOP, 0 }, /* ｡ */
};

#define KATAKANA_DOT 0x30fb

/* Bytes to go on by after a first byte that begins no mark, 0 where one may begin. */
static const guint8 steps[0x100] = {
  [0x00 ... 0x09] = 1, [0x0b ... 0x0c] = 1, [0x0e ... ' '] = 1,  ['#' ... '&'] = 1,
  ['*' ... '+'] = 1,   ['/'] = 1,           ['<' ... '>'] = 1,   ['@' ... 'Z'] = 1,
  ['\\'] = 1,          ['^' ... 'z'] = 1,   ['|'] = 1,           ['~' ... 0x7f] = 1,
  [0xc3 ... 0xdf] = 2, [0xe0 ... 0xe1] = 3, [0xe4 ... 0xee] = 3, [0xf0 ... 0xf7] = 4,
};

static MarkRow
get_row (gunichar c)
{
  if (c < G_N_ELEMENTS (latin_rows))
    return latin_rows[c];
  if (c - 0x2000 < G_N_ELEMENTS (general_rows))
    return general_rows[c - 0x2000];
  if (c - 0x3000 < G_N_ELEMENTS (cjk_rows))
    return cjk_rows[c - 0x3000];
  if (c - 0xff00 < G_N_ELEMENTS (wide_rows))
    return wide_rows[c - 0xff00];
  return (MarkRow){ c == KATAKANA_DOT ? LECTERN_MARK_DOT : LECTERN_MARK_NONE, 0 };
}

/* The nodes of a kind whose spans are asked for at growing offsets. */
typedef struct
{
  const GPtrArray *nodes;
  guint next;
  LecternSpan span;
} SpanCursor;

static void
cursor_init (SpanCursor *cursor, LecternCheck *check, LecternNodeKind kind)
{
  *cursor = (SpanCursor){ .nodes = _lectern_check_list (check, kind) };
}

/* Whether `at` lies in a node. */
static gboolean
cursor_covers (SpanCursor *cursor, gsize at)
{
  while (at >= cursor->span.end && cursor->next < cursor->nodes->len)
    lectern_node_get_span (cursor->nodes->pdata[cursor->next++], &cursor->span);
  return at >= cursor->span.start && at < cursor->span.end;
}

typedef struct
{
  const char *text;
  const char *end;
  GArray *marks;
  SpanCursor paragraphs;
  SpanCursor boilerplate;
  SpanCursor directives;
} MarkScan;

#define FIELD_REACH 240

/* The end of an address or a field that begins at `p`, or `p`. The marks at the end of an address
 * are the sentence's. */
static const char *
skip_foreign (const MarkScan *scan, const char *p)
{
  const char *end = scan->end;

  if (end - p > 3 && memcmp (p, "://", 3) == 0)
    {
      while (p<end && * p> ' ' && *p < 0x7f)
        p++;
      while (strchr (",.;:!?)\"'", p[-1]) != NULL)
        p--;
      return p;
    }
  if (end - p > 3 && memcmp (p, "{{", 2) == 0)
    for (const char *q = p; q < end - 1 && q - p < FIELD_REACH && *q != '\n'; q++)
      if (q[0] == '}' && q[1] == '}')
        return q + 2;
  return p;
}

static gboolean
continues_run (const LecternMark *last, MarkRow row, gunichar c, gsize at)
{
  if (last->start + last->size != at || last->size == 0)
    return FALSE;
  if (row.kind == LECTERN_MARK_DIGITS)
    return last->kind == LECTERN_MARK_DIGITS;
  return last->character == c && row.kind > LECTERN_MARK_LINE && row.shape == LECTERN_SHAPE_NONE;
}

static void
add_mark (MarkScan *scan, MarkRow row, gunichar c, gsize at, guint size)
{
  LecternMark *last = &g_array_index (scan->marks, LecternMark, scan->marks->len - 1);
  LecternMark mark = { at, size, (guint16)c, row.kind, row.shape };

  if (row.kind != LECTERN_MARK_PARAGRAPH
      && ((scan->boilerplate.nodes->len > 0 && cursor_covers (&scan->boilerplate, at))
          || (scan->directives.nodes->len > 0 && cursor_covers (&scan->directives, at))))
    return;
  if (continues_run (last, row, c, at))
    {
      last->size += size;
      return;
    }
  if (row.kind == LECTERN_MARK_PARAGRAPH && cursor_covers (&scan->paragraphs, at))
    mark.kind = LECTERN_MARK_LINE;
  g_array_append_val (scan->marks, mark);
}

static void
scan_marks (MarkScan *scan)
{
  const char *p = scan->text;

  while (p < scan->end)
    {
      guint step = steps[(guchar)*p], size;
      gunichar c;
      MarkRow row;

      if (step > 0)
        {
          p += step;
          continue;
        }
      if (*p == ':' || *p == '{')
        {
          const char *past = skip_foreign (scan, p);

          if (past > p)
            {
              p = past;
              continue;
            }
        }
      c = _lectern_peek (p, scan->end, &size);
      row = get_row (c);
      if (row.kind != LECTERN_MARK_NONE)
        add_mark (scan, row, c, (gsize)(p - scan->text), size);
      p += size;
    }
}

const LecternMark *
_lectern_check_get_marks (LecternCheck *check, gsize *n_marks)
{
  LecternMark edge = { .kind = LECTERN_MARK_PARAGRAPH };

  if (check->marks == NULL)
    {
      MarkScan scan = { .text = check->text, .end = check->text + check->length };

      check->marks = g_array_sized_new (FALSE, FALSE, sizeof (LecternMark),
                                        (guint)MIN (check->length / 24, G_MAXUINT / 2) + 2);
      scan.marks = check->marks;
      cursor_init (&scan.paragraphs, check, LECTERN_NODE_PARAGRAPH);
      cursor_init (&scan.boilerplate, check, LECTERN_NODE_BOILERPLATE);
      cursor_init (&scan.directives, check, LECTERN_NODE_DIRECTIVE);
      g_array_append_val (check->marks, edge);
      scan_marks (&scan);
      edge.start = check->length;
      g_array_append_val (check->marks, edge);
    }
  *n_marks = check->marks->len;
  return (const LecternMark *)check->marks->data;
}

gunichar
_lectern_check_character_before (const LecternCheck *check, gsize at)
{
  const char *p;

  if (at == 0)
    return 0;
  p = g_utf8_prev_char (check->text + at);
  return g_utf8_get_char (p);
}

gunichar
_lectern_check_character_at (const LecternCheck *check, gsize at)
{
  guint size;

  return _lectern_peek (check->text + MIN (at, check->length), check->text + check->length, &size);
}
