/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-slogans-private.h"

#include "language/lectern-numerals-private.h"

#include <string.h>

#define HEADS       512
#define SLOGANS_MAX 1024

/* Chains of slogans by their first two characters, the first numeral as its value. */
static guint16 heads[HEADS]; /* number + 1, 0 for none */
static guint16 next[SLOGANS_MAX];

/* The numeral at `p`, in Chinese or other digits; 0 for none. */
static gsize
numeral_at (const char *p, const char *end, guint *value)
{
  if (p < end && !g_ascii_isdigit (*p) && (*p & 0x80) == 0)
    return 0;
  return _lectern_numeral_parse (p, end - p, value, NULL);
}

/* The same number for all ways to write the start; 0 where it is too short. */
static guint
start_hash (const char *p, const char *end)
{
  guint value = 0, hash;
  gsize n = numeral_at (p, end, &value);

  if (p >= end)
    return 0;
  hash = n > 0 ? 0x20000 + value : g_utf8_get_char (p);
  p = n > 0 ? p + n : g_utf8_next_char (p);
  if (p >= end)
    return 0;
  n = numeral_at (p, end, &value);
  hash = hash * 31 + (n > 0 ? 0x20000 + value : g_utf8_get_char (p));
  return (hash ^ (hash >> 9)) % HEADS + 1;
}

static void
lay_out (void)
{
  g_assert (_lectern_n_slogans <= SLOGANS_MAX);
  for (guint i = _lectern_n_slogans; i-- > 0;)
    {
      const char *name = _lectern_slogans[i].name;
      guint hash = start_hash (name, name + strlen (name));

      next[i] = heads[hash - 1];
      heads[hash - 1] = i + 1;
    }
}

/* The first slogan that may begin like `p`, as number + 1. */
static guint
first_candidate (const char *p, const char *end)
{
  static gsize ready;
  guint hash;

  if (g_once_init_enter (&ready))
    {
      lay_out ();
      g_once_init_leave (&ready, 1);
    }
  hash = start_hash (p, end);
  return hash == 0 ? 0 : heads[hash - 1];
}

/* The bytes at `p` that say the name, numerals in any digits; 0 where they do not. */
static gsize
match (const char *name, const char *p, const char *end, gboolean *canonical)
{
  const char *start = p, *name_end = name + strlen (name);

  *canonical = TRUE;
  while (name < name_end)
    {
      guint value, written;
      gsize n = numeral_at (name, name_end, &value), m;

      if (n > 0 && (m = numeral_at (p, end, &written)) > 0)
        {
          if (written != value)
            return 0;
          *canonical &= m == n && memcmp (name, p, n) == 0;
          name += n;
          p += m;
          continue;
        }
      n = g_utf8_next_char (name) - name;
      if (n > (gsize)(end - p) || memcmp (name, p, n) != 0)
        return 0;
      name += n;
      p += n;
    }
  return p - start;
}

const LecternSlogan *
_lectern_slogan_lookup (const char *name, gsize length)
{
  for (guint i = first_candidate (name, name + length); i > 0; i = next[i - 1])
    if (strlen (_lectern_slogans[i - 1].name) == length
        && memcmp (_lectern_slogans[i - 1].name, name, length) == 0)
      return &_lectern_slogans[i - 1];
  return NULL;
}

const LecternSlogan *
_lectern_slogan_at (const char *p, const char *end, gsize *length, gboolean *canonical)
{
  const LecternSlogan *longest = NULL;
  gboolean same;

  *length = 0;
  *canonical = TRUE;
  for (guint i = first_candidate (p, end); i > 0; i = next[i - 1])
    {
      gsize n = match (_lectern_slogans[i - 1].name, p, end, &same);

      if (n <= *length)
        continue;
      longest = &_lectern_slogans[i - 1];
      *length = n;
      *canonical = same;
    }
  return longest;
}
