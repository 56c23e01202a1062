/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-decimal-private.h"

#include "language/lectern-scan-private.h"

#include <string.h>

/* A digit of either width, or -1. */
static int
digit_at (const char *p, const char *end, guint *size)
{
  gunichar c = _lectern_peek (p, end, size);

  if (*size > 0 && c - '0' < 10)
    return (int)(c - '0');
  return c - 0xff10 < 10 ? (int)(c - 0xff10) : -1;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0xff0d;
}

static gboolean
is_point (gunichar c)
{
  return c == '.' || c == 0xff0e;
}

/* Whether a comma at `p` parts thousands: three digits follow and no fourth. */
static gboolean
parts_thousands (const char *p, const char *end)
{
  guint size, n = 0;
  gunichar c = _lectern_peek (p, end, &size);

  if (c != ',' && c != 0xff0c)
    return FALSE;
  for (p += size; n < 4 && digit_at (p, end, &size) >= 0; p += size)
    n++;
  return n == 3;
}

/* Appends digits, thousands parted or not; no zero at the front. `n` counts what was read. */
static const char *
read_digits (GString *out, const char *p, const char *end, gboolean groups, guint *n)
{
  gsize start = out->len;
  guint size, run = 0;
  int digit;

  *n = 0;
  for (;;)
    {
      if ((digit = digit_at (p, end, &size)) < 0)
        {
          if (!groups || *n == 0 || run > 3 || !parts_thousands (p, end))
            return p;
          _lectern_peek (p, end, &size);
          p += size;
          run = 0;
          continue;
        }
      if (groups && out->len == start + 1 && out->str[start] == '0')
        g_string_truncate (out, start);
      g_string_append_c (out, (char)('0' + digit));
      p += size;
      run++;
      (*n)++;
    }
}

/* E, a sign and at most three digits. */
static const char *
read_exponent (const char *p, const char *end, int *exponent)
{
  const char *from = p;
  gboolean minus = FALSE;
  guint n = 0;
  int value = 0;

  if (p == end || g_ascii_tolower (*p) != 'e')
    return from;
  p++;
  if (p < end && (*p == '-' || *p == '+'))
    minus = *p++ == '-';
  for (; p < end && g_ascii_isdigit (*p) && n < 4; p++, n++)
    value = value * 10 + (*p - '0');
  if (n == 0 || n == 4)
    return from;
  *exponent = minus ? -value : value;
  return p;
}

static gboolean
is_zero (const char *digits)
{
  return strspn (digits, "-0.") == strlen (digits);
}

gsize
_lectern_decimal_read (GString *out, const char *text, gsize length, gboolean exponent)
{
  gsize start = out->len;
  const char *p = text, *end = text + length, *point;
  guint size, n, n_fraction = 0;
  gunichar c = _lectern_peek (p, end, &size);
  int places = 0;

  if (is_minus (c))
    g_string_append_c (out, '-');
  if (is_minus (c) || c == '+')
    p += size;
  p = read_digits (out, p, end, TRUE, &n);
  point = p;
  if (n > 0 && is_point (_lectern_peek (p, end, &size)))
    {
      gsize mark = out->len;

      g_string_append_c (out, '.');
      p = read_digits (out, p + size, end, FALSE, &n_fraction);
      if (n_fraction == 0)
        {
          g_string_truncate (out, mark);
          p = point;
        }
    }
  if (exponent && n > 0)
    p = read_exponent (p, end, &places);
  if (places != 0 && n + n_fraction <= LECTERN_DECIMAL_MAX)
    {
      g_autofree char *plain = g_strdup (out->str + start);

      g_string_truncate (out, start);
      if (!_lectern_decimal_append_shifted (out, plain, places))
        n = 0;
    }
  if (n == 0 || n + n_fraction > LECTERN_DECIMAL_MAX)
    {
      g_string_truncate (out, start);
      return 0;
    }
  /* There is no zero below zero. */
  if (out->str[start] == '-' && is_zero (out->str + start))
    g_string_erase (out, (gssize)start, 1);
  return (gsize)(p - text);
}

/* The digits without sign and point, with the number of them before the point. */
typedef struct
{
  const char *whole;
  gsize n_whole;
  const char *fraction;
  gsize n_fraction;
  gboolean minus;
} Parts;

static Parts
part (const char *digits)
{
  Parts parts = { .minus = *digits == '-' };

  parts.whole = digits + parts.minus;
  parts.n_whole = strcspn (parts.whole, ".");
  parts.fraction = parts.whole + parts.n_whole;
  if (*parts.fraction == '.')
    parts.fraction++;
  parts.n_fraction = strlen (parts.fraction);
  return parts;
}

gboolean
_lectern_decimal_append_shifted (GString *out, const char *digits, int places)
{
  Parts parts = part (digits);
  gsize n = parts.n_whole + parts.n_fraction;
  gssize point = (gssize)parts.n_whole + places, last = (gssize)n;
  gboolean any = FALSE;

  if (point > LECTERN_DECIMAL_MAX || point < -LECTERN_DECIMAL_MAX || n > LECTERN_DECIMAL_MAX)
    return FALSE;
#define DIGIT(i)                                                                                   \
  ((i) < 0 || (gsize)(i) >= n   ? '0'                                                              \
   : (gsize)(i) < parts.n_whole ? parts.whole[i]                                                   \
                                : parts.fraction[(gsize)(i)-parts.n_whole])
  while (last > MAX (point, 0) && DIGIT (last - 1) == '0')
    last--;
  if (parts.minus)
    g_string_append_c (out, '-');
  for (gssize i = MIN (point - 1, 0); i < point; i++)
    if (DIGIT (i) != '0' || any || i == point - 1)
      {
        g_string_append_c (out, DIGIT (i));
        any = TRUE;
      }
  if (point <= 0 && !any)
    g_string_append_c (out, '0');
  if (last > point)
    g_string_append_c (out, '.');
  for (gssize i = point; i < last; i++)
    g_string_append_c (out, DIGIT (i));
#undef DIGIT
  return TRUE;
}

static int
sign (int difference)
{
  return (difference > 0) - (difference < 0);
}

static int
compare_size (const Parts *a, const Parts *b)
{
  gsize common = MIN (a->n_fraction, b->n_fraction);
  int order;

  if (a->n_whole != b->n_whole)
    return a->n_whole < b->n_whole ? -1 : 1;
  order = memcmp (a->whole, b->whole, a->n_whole);
  if (order == 0)
    order = memcmp (a->fraction, b->fraction, common);
  if (order != 0)
    return sign (order);
  return (strspn (a->fraction + common, "0") < a->n_fraction - common)
         - (strspn (b->fraction + common, "0") < b->n_fraction - common);
}

int
_lectern_decimal_compare (const char *a, const char *b)
{
  Parts first = part (a), second = part (b);

  if (first.minus != second.minus)
    return first.minus ? -1 : 1;
  return first.minus ? -compare_size (&first, &second) : compare_size (&first, &second);
}

gboolean
_lectern_decimal_is_fraction (const char *digits)
{
  Parts parts = part (digits);

  return parts.n_whole == 1 && *parts.whole == '0' && parts.n_fraction > 0;
}

gboolean
_lectern_decimal_to_integer (const char *digits, gint64 *integer)
{
  Parts parts = part (digits);
  g_autofree char *whole = NULL;

  if (strspn (parts.fraction, "0") < parts.n_fraction)
    return FALSE;
  whole = g_strndup (digits, parts.n_whole + parts.minus);
  return g_ascii_string_to_signed (whole, 10, G_MININT64, G_MAXINT64, integer, NULL);
}
