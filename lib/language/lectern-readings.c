/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-language-private.h"
#include "language/lectern-readings-figures-private.h"
#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

void
_lectern_reader_init (LecternReader *reader, const char *text, gsize length, const char *language,
                      const LecternReadingMask *masks, gsize n_masks)
{
  const LecternLanguage *tables = _lectern_language_lookup (language);

  *reader = (LecternReader){ .text = text, .end = text + length };
  reader->traditional = tables == &_lectern_language_zh_hant;
  reader->chinese = reader->traditional || tables == &_lectern_language_zh_hans;
  reader->masks = masks;
  reader->n_masks = n_masks;
  reader->out = g_string_new (NULL);
}

void
_lectern_reader_clear (LecternReader *reader)
{
  g_string_free (reader->out, TRUE);
}

/* What may be read otherwise than it is written, by the first byte of the character: nearly all
 * bytes of a speech begin a Han character and are passed over. Letters come after a figure only. */
static gboolean
may_begin (const LecternReader *reader, const char *p)
{
  guchar c = (guchar)*p;

  if (g_ascii_isalpha ((char)c))
    return reader->last != NULL && p - reader->last <= 4; /* 万, a blank */
  if (c < 0x80)
    return g_ascii_isdigit ((char)c) || (c != '\0' && strchr ("$+-~<>=/([", (char)c) != NULL);
  if (c == 0xe3) /* 〔, 〜, ㎡, ㈠; no other brackets, no kana */
    return (guchar)p[1] >= 0x88
           || ((guchar)p[1] == 0x80 && ((guchar)p[2] == 0x94 || (guchar)p[2] == 0x9c));
  return c == 0xc2 || c == 0xc3 || c == 0xce || c == 0xe2 || c == 0xef;
}

/* Money before its figure is said behind it: $1.5亿 is 一点五亿美元. */
static const char *
read_money (LecternReader *reader, const char *p)
{
  const char *name;
  gsize n = _lectern_sign_money_at (p, reader->end, &name);
  LecternFigure figure;
  gint unit;

  if (n == 0 || !_lectern_figure_parse (&figure, p + n, reader->end))
    return NULL;
  unit = _lectern_alternative_at ("万亿|萬億|亿|億|千万|千萬|百万|百萬|万|萬|千|百", figure.end,
                                  reader->end);
  unit = MAX (unit, 0);
  _lectern_figure_append (reader->out, &figure, TRUE);
  g_string_append_len (reader->out, figure.end, unit);
  g_string_append (reader->out, name);
  return figure.end + unit;
}

/* A mask, with the sign for per cent behind it. */
static const char *
read_mask (LecternReader *reader, const LecternReadingMask *mask)
{
  const char *end = reader->text + mask->end;
  const char *words, *unit;
  gboolean in_range;
  gsize n;

  reader->mask++;
  unit = _lectern_reading_find_unit (reader, end, &in_range);
  n = reader->chinese ? _lectern_reading_percent_at (unit, reader->end, &words) : 0;
  if (n > 0)
    g_string_append (reader->out, words);
  g_string_append (reader->out, mask->reading);
  return n > 0 && !in_range ? unit + n : end;
}

/* What begins at `p`: its end, or NULL where that is read as it stands. */
static const char *
read_at (LecternReader *reader, const char *p, const char **kind)
{
  const char *end = NULL;
  const char *reading;

  *kind = _lectern_expression_read (reader, p, reader->out, &end);
  if (*kind == NULL && (end = read_money (reader, p)) != NULL)
    *kind = LECTERN_READING_NUMBER;
  if (*kind != NULL)
    {
      reader->last = end;
      return end;
    }
  reading = _lectern_sign_read (reader, p, &end, kind);
  if (reading == NULL)
    return NULL;
  g_string_append (reader->out, reading);
  return end;
}

/* The same in the characters of the language. */
static const char *
read_written (LecternReader *reader, const char *p, const char **kind)
{
  const char *end = may_begin (reader, p) ? read_at (reader, p, kind) : NULL;

  if (end != NULL && reader->traditional)
    _lectern_reading_make_traditional (reader->out);
  return end;
}

static void
fill_piece (LecternReader *reader, const char *start, const char *end, const char *kind,
            LecternReadingPiece *piece)
{
  piece->start = (gsize)(start - reader->text);
  piece->end = (gsize)(end - reader->text);
  piece->kind = kind;
  piece->reading = reader->out->str;
  piece->length = reader->out->len;
}

gboolean
_lectern_reader_next (LecternReader *reader, gsize from, gsize to, LecternReadingPiece *piece)
{
  const char *p = reader->text + from;
  const char *stop = reader->text + to;
  const LecternReadingMask *mask = NULL;
  const char *end, *kind;

  g_string_truncate (reader->out, 0);
  while (reader->mask < reader->n_masks && reader->masks[reader->mask].start < from)
    reader->mask++;
  if (reader->mask < reader->n_masks && reader->masks[reader->mask].start < to)
    mask = &reader->masks[reader->mask];
  if (mask != NULL)
    stop = reader->text + mask->start;
  while (p < stop)
    {
      guint size;

      if (reader->chinese && (end = read_written (reader, p, &kind)) != NULL)
        {
          fill_piece (reader, p, end, kind, piece);
          return TRUE;
        }
      _lectern_peek (p, stop, &size);
      p += MAX (size, 1);
    }
  if (mask == NULL)
    return FALSE;
  end = read_mask (reader, mask);
  reader->last = end;
  fill_piece (reader, stop, end, LECTERN_READING_MASK, piece);
  return TRUE;
}

/* --- masks ---------------------------------------------------------------------------------- */

/* What is asked for in brackets, without its prompt: 会议名称 of 【待补：会议名称】. */
static gboolean
append_bracketed (GString *out, const char *mask, const char *end)
{
  gint open = _lectern_alternative_at ("【|［|〔|（|「|『|《|<|[|(|{{|${|#{|{|«|%", mask, end);
  gint close = _lectern_alternative_before ("】|］|〕|）|」|』|》|>|]|)|}}|}|»|%", mask, end);
  const char *start = mask + open, *colon;

  if (open <= 0 || close <= 0 || mask + open >= end - close)
    return FALSE;
  end -= close;
  for (colon = start; colon < end; colon++)
    {
      gint n = _lectern_alternative_at ("：|:", colon, end);

      if (n > 0 && colon + n < end)
        {
          start = colon + n;
          break;
        }
    }
  g_string_append_len (out, start, end - start);
  return TRUE;
}

void
_lectern_reading_append_mask (GString *out, const char *mask, gsize length, const char *language)
{
  const char *end = mask + length;
  guint run = 0, size, digit;
  LecternReader reader;

  if (append_bracketed (out, mask, end))
    return;
  _lectern_reader_init (&reader, mask, length, language, NULL, 0);
  for (const char *p = mask; reader.chinese && p < end; p += MAX (size, 1))
    {
      gint point = _lectern_alternative_at (".|．", p, end);

      digit = _lectern_digit_at (p, end, &size);
      _lectern_peek (p, end, &size);
      if (digit < 10)
        _lectern_digits_append (out, p, p + size, LECTERN_DIGITS_OF_YEARS);
      else if (point > 0)
        g_string_append (out, reader.traditional ? "點" : "点");
      else if (run < 2)
        g_string_append (out, "某");
      run = digit < 10 || point > 0 ? 0 : run + 1;
    }
  _lectern_reader_clear (&reader);
}
