/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-numerals-private.h"

#include "language/lectern-slogans-private.h"

#include <string.h>

/* Slogans whose number is a part of their name, in digits: 4个意识. */

const LecternBilingual _lectern_rules_slogan_numeral_messages[] = {
  { "the slogan “{1}” is written “{2}”", "“{1}”是固定提法，应当写作“{2}”" },
  { NULL },
};

/* How many characters of a name may stand before its digits: 三会1课. */
#define BEFORE 3

typedef struct
{
  const LecternSlogan *slogan;
  gsize start;
  gsize end;
} Match;

/* The slogan in other digits than its own that holds the digits. */
static gboolean
find_slogan (const LecternCheck *check, const LecternDigits *digits, gsize after, Match *match)
{
  const char *end = check->text + check->length, *p = check->text + digits->start;

  for (guint i = 0; i <= BEFORE; i++)
    {
      gboolean canonical;
      gsize length;

      match->slogan = _lectern_slogan_at (p, end, &length, &canonical);
      match->start = (gsize)(p - check->text);
      match->end = match->start + length;
      if (match->slogan != NULL && match->end > digits->start && !canonical)
        return TRUE;
      if (match->start <= after)
        return FALSE;
      p = g_utf8_prev_char (p);
    }
  return FALSE;
}

/* 第4风电场 and 3农场 hold a short name by chance. */
static gboolean
stands_alone (const LecternCheck *check, const Match *match)
{
  if (_lectern_digits_precedes (check, match->start, "第") >= 0)
    return FALSE;
  return g_utf8_strlen (match->slogan->name, -1) > 2
         || (_lectern_digits_precedes (check, match->start, "“|‘|\"") >= 0
             && _lectern_digits_follows (check, match->end, "”|’|\"") >= 0);
}

void
_lectern_rules_check_slogan_numeral (LecternCheck *check)
{
  gsize n_marks, past = 0;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    {
      g_autofree char *quote = NULL;
      LecternFinding *finding;
      LecternDigits digits;
      Match match;

      if (marks[i].kind != LECTERN_MARK_DIGITS || marks[i].start < past)
        continue;
      _lectern_digits_read (check, &marks[i], &digits);
      if (!find_slogan (check, &digits, past, &match) || !stands_alone (check, &match)
          || _lectern_digits_is_code (check, &digits))
        continue;
      past = match.end;
      quote = _lectern_check_quote (check, match.start, match.end, 20);
      finding = _lectern_digits_find (check, 0, match.start, match.end, quote, match.slogan->name);
      _lectern_check_replace (check, finding, match.start, match.end, match.slogan->name);
    }
}
