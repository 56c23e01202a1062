/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/lectern-dates-private.h"

#include <string.h>

/* Dates as they stand under a title. The forms are those of GB/T 15835 (2025年3月12日 and
 * 二○二五年三月十二日), of ISO 8601, and of English; numbers may be masked (X月X日). A matcher
 * gives where its match ends, or NULL. */

static const char *const eras[]
    = { "公元", "民国", "民國", "令和", "平成", "昭和", "大正", "明治" };
static const char *const years[] = { "年", "년" };
static const char *const months[] = { "月份", "月", "월" };
static const char *const days[] = { "日", "号", "號", "일" };
static const char *const ranges[] = { "——", "—", "－", "-", "–", "~", "～", "至", "到", "、" };
static const char *const month_names[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };

static gboolean
is_number (gunichar c)
{
  /* A numeral of any script has a value; of Chinese these, with the circles that stand for zero. */
  return (c != 0 && c < 0x80 && strchr ("0123456789Xx*", (char)c) != NULL)
         || (c >= 0xff10 && c <= 0xff19)
         || (c >= 0x3007 && g_utf8_strchr ("〇零一二三四五六七八九十廿卅元", -1, c) != NULL)
         || c == 0x25cb || c == 0x25ef || c == 0xff38 || c == 0xff58 || c == 0xd7 || c == 0xff0a;
}

static const char *
skip_blanks (const char *at)
{
  while (*at == ' ' || g_str_has_prefix (at, "　"))
    at += *at == ' ' ? 1 : 3;
  return at;
}

static const char *
match_numbers (const char *at)
{
  const char *start = at;

  while (is_number (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at > start ? at : NULL;
}

static const char *
match_digits (const char *at, guint least, guint most)
{
  guint n = 0;

  while (n <= most && g_ascii_isdigit (at[n]))
    n++;
  return n >= least && n <= most ? at + n : NULL;
}

static const char *
match_word (const char *at, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_prefix (at, words[i]))
      return at + strlen (words[i]);
  return NULL;
}

#define MATCH_WORD(at, words) match_word (at, words, G_N_ELEMENTS (words))

/* A number and its unit: 3月. */
static const char *
match_part (const char *at, const char *const *units, gsize n_units)
{
  at = match_numbers (skip_blanks (at));
  return at != NULL ? match_word (skip_blanks (at), units, n_units) : NULL;
}

#define MATCH_PART(at, units) match_part (at, units, G_N_ELEMENTS (units))

/* Year, month, day from some point on: at least two of them, or a year. */
static const char *
match_chinese (const char *at)
{
  const char *era = MATCH_WORD (at, eras);
  const char *year = MATCH_PART (era != NULL ? era : at, years);
  const char *month = MATCH_PART (year != NULL ? year : at, months);
  const char *day = month != NULL ? MATCH_PART (month, days) : NULL;

  if (day != NULL)
    return day;
  return year != NULL && month != NULL ? month : year;
}

/* 2013年12月28日-29日, 2014年12月18日、2015年1月6日 */
static const char *
match_range (const char *at)
{
  const char *end = match_chinese (at);
  const char *next;

  if (end == NULL || (next = MATCH_WORD (skip_blanks (end), ranges)) == NULL)
    return end;
  next = skip_blanks (next);
  at = match_chinese (next);
  if (at == NULL && (at = MATCH_PART (next, months)) == NULL)
    at = MATCH_PART (next, days);
  return at != NULL ? at : end;
}

static const char *
match_iso (const char *at)
{
  char separator;

  at = match_digits (at, 4, 4);
  if (at == NULL || strchr ("-./", *at) == NULL || *at == '\0')
    return NULL;
  separator = *at;
  at = match_digits (at + 1, 1, 2);
  return at != NULL && *at == separator ? match_digits (at + 1, 1, 2) : NULL;
}

static const char *
match_month_name (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (month_names); i++)
    {
      gsize length = strlen (month_names[i]);

      if (strncmp (at, month_names[i], length) == 0)
        return at + length;
      if (strncmp (at, month_names[i], 3) == 0 && !g_ascii_isalpha (at[3]))
        return at + (at[3] == '.' ? 4 : 3);
    }
  return NULL;
}

/* March 12, 2025; 12 March 2025; March 2025 */
static const char *
match_english (const char *at)
{
  const char *day = match_digits (at, 1, 2);
  const char *month = match_month_name (day != NULL ? skip_blanks (day) : at);
  const char *after;

  if (month == NULL)
    return NULL;
  after = skip_blanks (month);
  if (day == NULL && (day = match_digits (after, 1, 2)) != NULL)
    after = skip_blanks (*day == ',' ? day + 1 : day);
  return match_digits (after, 4, 4);
}

gboolean
_lectern_find_date (const char *text, gsize *start, gsize *end)
{
  static const char *(*const matchers[]) (const char *) = { match_iso, match_range, match_english };
  gboolean in_number = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean number = is_number (g_utf8_get_char (at));

      /* A date does not begin within a number, and what begins there has been looked at. */
      if (!(number && in_number))
        for (gsize i = 0; i < G_N_ELEMENTS (matchers); i++)
          {
            const char *after = matchers[i](at);

            if (after != NULL)
              {
                *start = at - text;
                *end = after - text;
                return TRUE;
              }
          }
      in_number = number;
    }
  return FALSE;
}
