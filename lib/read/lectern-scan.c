/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-masks-private.h"
#include "read/lectern-scan-private.h"

#include <string.h>

typedef struct
{
  LecternScan *scan;
  guint tokens_size;
  guint lines_size;
  guint32 line_start;
  guint line_token;
} Scanner;

static void
push_line (Scanner *s, guint32 stop, guint32 end)
{
  LecternScan *scan = s->scan;
  const char *text = scan->text, *begin = text + s->line_start, *last = text + stop;
  guint n;

  while ((n = _lectern_blank_at (begin, last)) > 0)
    begin += n;
  while ((n = _lectern_blank_behind (begin, last)) > 0)
    last -= n;
  if (begin < last)
    {
      if (scan->n_lines == s->lines_size)
        {
          s->lines_size *= 2;
          scan->lines = g_renew (LecternLine, scan->lines, s->lines_size);
        }
      while (s->line_token < scan->n_tokens
             && scan->tokens[s->line_token].offset < (guint32)(begin - text))
        s->line_token++;
      scan->lines[scan->n_lines++] = (LecternLine){
        .start = s->line_start,
        .begin = begin - text,
        .stop = last - text,
        .end = end,
        .token = s->line_token,
      };
    }
  s->line_start = end;
  s->line_token = scan->n_tokens;
}

/* Two wide blanks or more after the end of a sentence part two paragraphs. */
static gsize
wide_gap_at (Scanner *s, gsize at)
{
  LecternScan *scan = s->scan;
  LecternToken *last = scan->n_tokens > 0 ? &scan->tokens[scan->n_tokens - 1] : NULL;
  gsize end = at;

  if (last == NULL || last->offset + last->length != at
      || (last->class & (LECTERN_CHAR_STOP | LECTERN_CHAR_CLOSE | LECTERN_CHAR_COLON)) == 0
      || last->offset < s->line_start)
    return at;
  while (end + 3 <= scan->length && memcmp (scan->text + end, "\xe3\x80\x80", 3) == 0)
    end += 3;
  return end - at >= 6 ? end : at;
}

/* Whether a marker may begin at `at`: what stands before is a boundary, a blank or the line's
 * start. */
static gboolean
marker_may_stand (const Scanner *s, gsize at)
{
  const LecternScan *scan = s->scan;
  const LecternToken *last = &scan->tokens[scan->n_tokens - 1];

  if (at == s->line_start)
    return TRUE;
  if (scan->n_tokens > 0 && last->offset + last->length == at)
    return (last->class & LECTERN_CHAR_BOUNDARY) != 0;
  return _lectern_blank_behind (scan->text + s->line_start, scan->text + at) > 0;
}

static gboolean
word_goes_on (const char *text, gsize start, gsize at)
{
  return at > start && g_ascii_isalpha (text[at - 1]);
}

/* The stop of a Western sentence: nothing, a blank, a closing mark or Hangul follows. */
static gboolean
full_stop_ends (const LecternScan *scan, gsize after)
{
  const guchar *p = (const guchar *)scan->text + after;

  return after >= scan->length || g_ascii_isspace (*p) || strchr ("\"')]", *p) != NULL
         || (*p >= 0xea && *p <= 0xed) || (*p == 0xe3 && p[1] == 0x80)
         || (*p == 0xe2 && p[1] == 0x80);
}

/* The class that counts here, 0 for none. */
static guint
class_in_place (const Scanner *s, guint class, gsize at, guint size)
{
  const LecternScan *scan = s->scan;

  if (scan->text[at] == ' ')
    return at > s->line_start && _lectern_mask_may_be_gap (scan->text, s->line_start, at) ? class : 0;
  if (class == LECTERN_CHAR_FULL_STOP)
    return full_stop_ends (scan, at + size) ? LECTERN_CHAR_STOP : 0;
  if ((class & LECTERN_CHAR_MARK) && !marker_may_stand (s, at))
    class &= ~LECTERN_CHAR_MARK;
  if ((class & LECTERN_CHAR_MASK) && size == 1 && g_ascii_isalpha (scan->text[at])
      && word_goes_on (scan->text, s->line_start, at))
    class &= ~LECTERN_CHAR_MASK;
  return class;
}

static void
push_token (Scanner *s, gsize at, guint size, guint class)
{
  LecternScan *scan = s->scan;

  if (scan->n_tokens + 1 == s->tokens_size)
    {
      s->tokens_size *= 2;
      scan->tokens = g_renew (LecternToken, scan->tokens, s->tokens_size);
    }
  scan->tokens[scan->n_tokens++] = (LecternToken){ at, class, size, 0 };
}

static inline guint
class_at (const guchar *p, guint *size)
{
  guint c = *p;

  if (c < 0x80)
    return *size = 1, _lectern_char_classes[c];
  if (c < 0xe0)
    return *size = 2, _lectern_char_classes[((c & 0x1f) << 6) | (p[1] & 0x3f)];
  if (c < 0xf0)
    return *size = 3,
           _lectern_char_classes[((c & 0x0f) << 12) | ((p[1] & 0x3f) << 6) | (p[2] & 0x3f)];
  return *size = 4, 0;
}

void
_lectern_scan_init (LecternScan *scan, const char *text, gsize length)
{
  Scanner s = { .scan = scan, .tokens_size = 64 + length / 16, .lines_size = 16 + length / 512 };
  gsize at = 0;

  *scan = (LecternScan){ .text = text, .length = length };
  scan->tokens = g_new (LecternToken, s.tokens_size);
  scan->lines = g_new (LecternLine, s.lines_size);
  while (at < length)
    {
      guint size, class = class_at ((const guchar *)text + at, &size);

      if (G_LIKELY (class == 0))
        {
          at += size;
          continue;
        }
      if (class == LECTERN_CHAR_LINE_END)
        {
          gsize stop = at;

          at += text[at] == '\r' && at + 1 < length && text[at + 1] == '\n' ? 2 : 1;
          push_line (&s, stop, at);
          continue;
        }
      if (class == LECTERN_CHAR_WIDE_BLANK)
        {
          if (wide_gap_at (&s, at) > at)
            push_line (&s, at, at);
          else if (at > s.line_start && _lectern_mask_may_be_gap (text, s.line_start, at))
            push_token (&s, at, size, LECTERN_CHAR_MASK);
          at += size;
          continue;
        }
      class = class_in_place (&s, class, at, size);
      if (class != 0)
        push_token (&s, at, size, class);
      at += size;
    }
  if (s.line_start < length)
    push_line (&s, length, length);
  scan->tokens[scan->n_tokens] = (LecternToken){ .offset = G_MAXUINT32 };
}

void
_lectern_scan_clear (LecternScan *scan)
{
  g_clear_pointer (&scan->tokens, g_free);
  g_clear_pointer (&scan->lines, g_free);
}

guint
_lectern_count_chars (const char *text, guint32 start, guint32 end, guint limit)
{
  guint n = 0;

  for (; start < end && n < limit; start++)
    n += (text[start] & 0xc0) != 0x80;
  return n;
}
