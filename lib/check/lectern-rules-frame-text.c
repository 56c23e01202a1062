/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-frame-private.h"

#include "language/lectern-char-class-private.h"

#include <string.h>

/* What the rules about the frame ask of a stretch of text. */

static inline gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

const LecternSpeechWords *
_lectern_framing_get_words (LecternCheck *check)
{
  return _lectern_speech_words_lookup (lectern_document_get_language (check->document));
}

void
_lectern_framing_trim (LecternCheck *check, LecternSpan *span)
{
  const char *text = check->text;
  guint n;

  while (span->end > span->start
         && (n = is_line_end (text[span->end - 1])
                     ? 1
                     : _lectern_blank_behind (text + span->start, text + span->end))
                > 0)
    span->end -= n;
  while (span->start < span->end
         && (n = is_line_end (text[span->start])
                     ? 1
                     : _lectern_blank_at (text + span->start, text + span->end))
                > 0)
    span->start += n;
}

gsize
_lectern_framing_back (const char *text, gsize start, gsize end, guint n)
{
  for (; n > 0 && end > start; n--)
    do
      end--;
    while (end > start && (text[end] & 0xc0) == 0x80);
  return end;
}

guint
_lectern_framing_last_class (const char *text, gsize start, gsize end)
{
  guint size;

  if (end <= start)
    return 0;
  return _lectern_char_class_at ((const guchar *)text + _lectern_framing_back (text, start, end, 1),
                                 &size);
}

guint
_lectern_framing_count (const char *text, gsize start, gsize end, guint limit)
{
  guint n = 0;

  for (gsize at = start; at < end && n < limit; at++)
    n += (text[at] & 0xc0) != 0x80;
  return n;
}

gboolean
_lectern_framing_is_gap (const char *text, gsize start, gsize end)
{
  gboolean line_end = FALSE;

  for (gsize at = start; at < end;)
    {
      guint n = is_line_end (text[at]) ? 1 : _lectern_blank_at (text + at, text + end);

      if (n == 0)
        return FALSE;
      line_end = line_end || is_line_end (text[at]);
      at += n;
    }
  return line_end;
}

/* After the line end at or behind the blanks at `at`. */
static gsize
skip_line_end (LecternCheck *check, gsize at)
{
  const char *text = check->text, *end = text + check->length;
  guint n;

  while ((n = _lectern_blank_at (text + at, end)) > 0)
    at += n;
  if (at < check->length && text[at] == '\r')
    at++;
  if (at < check->length && text[at] == '\n')
    at++;
  return at;
}

static gsize
line_start (LecternCheck *check, gsize at)
{
  guint n;

  while ((n = _lectern_blank_behind (check->text, check->text + at)) > 0)
    at -= n;
  return at;
}

/* Whether the line that ends before `at` is blank, or there is none. */
static gboolean
is_blank_before (LecternCheck *check, gsize at)
{
  if (at > 0 && check->text[at - 1] == '\n')
    at--;
  if (at > 0 && check->text[at - 1] == '\r')
    at--;
  at = line_start (check, at);
  return at == 0 || is_line_end (check->text[at - 1]);
}

void
_lectern_framing_cut_lines (LecternCheck *check, LecternFinding *finding, gsize start, gsize end)
{
  start = line_start (check, start);
  end = skip_line_end (check, end);
  while (is_blank_before (check, start) && end < check->length)
    {
      gsize next = skip_line_end (check, end);

      if (!_lectern_framing_is_gap (check->text, end, next))
        break;
      end = next;
    }
  _lectern_check_replace (check, finding, start, end, "");
}
