/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-numerals-private.h"

#include "language/lectern-words-private.h"

/* What several rules ask of digits. */

#define MOST 100000000u

void
_lectern_digits_read (const LecternCheck *check, const LecternMark *mark, LecternDigits *digits)
{
  const guchar *p = (const guchar *)check->text + mark->start, *end = p + mark->size;

  digits->start = mark->start;
  digits->end = mark->start + mark->size;
  digits->wide = *p >= 0x80;
  digits->value = 0;
  digits->n_digits = 0;
  while (p < end)
    {
      guint digit = *p < 0x80 ? *p - (guint)'0' : p[2] - 0x90u;

      if (digits->value < MOST)
        digits->value = digits->value * 10 + digit;
      if (digits->n_digits < 255)
        digits->n_digits++;
      p += *p < 0x80 ? 1 : 3;
    }
  if (digits->value >= MOST)
    digits->value = G_MAXUINT;
}

gint
_lectern_digits_follows (const LecternCheck *check, gsize at, const char *alternatives)
{
  return _lectern_alternative_at (alternatives, check->text + at, check->text + check->length);
}

gint
_lectern_digits_precedes (const LecternCheck *check, gsize at, const char *alternatives)
{
  return _lectern_alternative_before (alternatives, check->text, check->text + at);
}

static gboolean
is_digit (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

static gboolean
is_latin (gunichar c)
{
  return (c < 0x80 && g_ascii_isalpha ((gchar)c)) || (c >= 0xff21 && c <= 0xff5a) || c == '_'
         || c == '@' || c == '#' || c == '=' || c == '&' || c == '\\' || (c >= 0xc0 && c < 0x250);
}

/* What holds digits of one number together where it stands between them. */
static gboolean
joins (gunichar c)
{
  return c == '.' || c == 0xff0e || c == ',' || c == ':' || c == 0xff1a || c == '/' || c == 0xb7;
}

static gboolean
joins_before (const LecternCheck *check, gsize at)
{
  gunichar c = _lectern_check_character_before (check, at);

  return joins (c)
         && is_digit (
             _lectern_check_character_before (check, at - (gsize)g_unichar_to_utf8 (c, NULL)));
}

static gboolean
joins_after (const LecternCheck *check, gsize at)
{
  gunichar c = _lectern_check_character_at (check, at);

  return joins (c)
         && is_digit (_lectern_check_character_at (check, at + (gsize)g_unichar_to_utf8 (c, NULL)));
}

gboolean
_lectern_digits_is_code (const LecternCheck *check, const LecternDigits *digits)
{
  gunichar before = _lectern_check_character_before (check, digits->start);
  gunichar after = _lectern_check_character_at (check, digits->end);

  return is_latin (before) || is_latin (after) || before == 0x3014 || after == 0x3015 /* 〔 〕 */
         || joins_before (check, digits->start) || joins_after (check, digits->end);
}

LecternFinding *
_lectern_digits_find (LecternCheck *check, guint message, gsize start, gsize end, const char *first,
                      const char *second)
{
  LecternNode *node = lectern_document_lookup_offset (check->document, start);
  LecternSpan span = { start, end };

  return _lectern_check_find (check, message, node, &span, first, second, NULL);
}
