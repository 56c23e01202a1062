/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-punctuation-private.h"
#include "render/lectern-text-renderer-private.h"

/* Unicode's separators (Zs) beyond ASCII, and the two of no width that texts copied from pages
 * bring along. Each begins with its first byte and ends between two others. */
static const struct
{
  guchar first;
  guchar second;
  guchar from;
  guchar to;
} wide_blanks[] = {
  { 0xe3, 0x80, 0x80, 0x80 }, /* ideographic space, by far the most frequent */
  { 0xe2, 0x80, 0x80, 0x8b }, /* en quad … zero width space */
  { 0xe2, 0x80, 0xaf, 0xaf }, /* narrow no-break space */
  { 0xe2, 0x81, 0x9f, 0x9f }, /* mathematical space */
  { 0xe1, 0x9a, 0x80, 0x80 }, /* ogham */
  { 0xef, 0xbb, 0xbf, 0xbf }, /* zero width no-break space */
};

gsize
_lectern_text_blank_length (const char *text, gsize start, gsize end)
{
  const guchar *p = (const guchar *)text + start;

  if (start >= end)
    return 0;
  if (*p < 0x80)
    return *p == ' ' || (*p >= '\t' && *p <= '\r');
  if (end - start >= 2 && p[0] == 0xc2 && p[1] == 0xa0)
    return 2;
  /* Han characters begin with none of these. */
  if (end - start < 3 || (*p > 0xe3 && *p != 0xef))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (wide_blanks); i++)
    if (p[0] == wide_blanks[i].first && p[1] == wide_blanks[i].second && p[2] >= wide_blanks[i].from
        && p[2] <= wide_blanks[i].to)
      return 3;
  return 0;
}

gsize
_lectern_text_skip_blanks (const char *text, gsize start, gsize end)
{
  gsize length;

  while ((length = _lectern_text_blank_length (text, start, end)) > 0)
    start += length;
  return start;
}

gsize
_lectern_text_drop_blanks (const char *text, gsize start, gsize end)
{
  while (end > start)
    {
      gsize last = end - 1;

      while (last > start && (text[last] & 0xc0) == 0x80)
        last--;
      if (_lectern_text_blank_length (text, last, end) != end - last)
        break;
      end = last;
    }
  return end;
}

gsize
_lectern_text_find_line_end (const char *text, gsize start, gsize end)
{
  const char *lf = memchr (text + start, '\n', end - start);
  const char *cr;

  if (lf != NULL)
    end = (gsize)(lf - text);
  cr = memchr (text + start, '\r', end - start);
  return cr != NULL ? (gsize)(cr - text) : end;
}

static gboolean
is_one_of (const char *text, gsize length, const char *const *set)
{
  for (; *set != NULL; set++)
    if (length >= 3 && memcmp (text, *set, 3) == 0)
      return TRUE;
  return FALSE;
}

/* A stop of Latin text ends a sentence only before a blank or at the end: 3.15 is no end. */
static gboolean
is_latin_stop (const char *text, gsize start, gsize end)
{
  return strchr (".!?", text[start]) != NULL && text[start] != '\0'
         && (start + 1 == end || _lectern_text_blank_length (text, start + 1, end) > 0);
}

gsize
_lectern_text_find_sentence_end (const char *text, gsize start, gsize end)
{
  static const char *const stops[] = { "。", "！", "？", "；", NULL };
  static const char *const closers[] = { "”", "’", "」", "』", "）", NULL };

  for (; start < end; start++)
    {
      guchar c = (guchar)text[start];

      if (c < 0x80 && is_latin_stop (text, start, end))
        return start + 1;
      /* The stops are of these two blocks; Han characters are of none. */
      if ((c == 0xe3 || c == 0xef) && is_one_of (text + start, end - start, stops))
        break;
    }
  if (start == end)
    return end;
  for (start += 3; is_one_of (text + start, end - start, closers);)
    start += 3;
  return start;
}

/* Korean parts its words by blanks, though its characters are wide. */
static gboolean
needs_no_blank (gunichar c)
{
  return _lectern_character_is_wide (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HANGUL;
}

const char *
_lectern_text_get_joint (const char *text, gsize before, gsize after, gsize end)
{
  if (before == 0 || after >= end)
    return "";
  do
    before--;
  while (before > 0 && (text[before] & 0xc0) == 0x80);
  return needs_no_blank (g_utf8_get_char (text + before))
                 && needs_no_blank (g_utf8_get_char (text + after))
             ? ""
             : " ";
}

void
_lectern_text_turn_punctuation (const char *text, gsize length, LecternWidth width, GString *result)
{
  LecternPunctuationScanner scanner;
  LecternPunctuationChange change;
  gsize done = 0;

  _lectern_punctuation_scanner_init (&scanner, text, length, width);
  while (_lectern_punctuation_scanner_next (&scanner, &change))
    {
      g_string_append_len (result, text + done, (gssize)(change.span.start - done));
      g_string_append_unichar (result, change.replacement);
      done = change.span.end;
    }
  g_string_append_len (result, text + done, (gssize)(length - done));
}
