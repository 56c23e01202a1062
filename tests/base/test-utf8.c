/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "suite.h"

#include "base/lectern-utf8-private.h"

#include <string.h>

/* All kernels agree with the oracle, which does not take NUL. */
static void
expect_like_glib (const char *text, gsize length)
{
  const char *end;
  gboolean valid = g_utf8_validate_len (text, length, &end);

  for (guint kernel = 0; kernel < _lectern_utf8_count_kernels (); kernel++)
    {
      gsize bad = 0;

      ck_assert_int_eq (_lectern_utf8_check_with (kernel, text, length, &bad), valid);
      if (!valid)
        ck_assert_uint_eq (bad, end - text);
    }
}

/* Long enough that the sequence comes upon every place in and between vectors. */
START_TEST (every_pair_and_triple_of_bytes_is_judged_as_glib_does)
{
  char text[160];

  for (guint lead = 0x80; lead < 0x100; lead++)
    for (guint second = 1; second < 0x100; second++)
      for (guint third = 0x7f; third < 0x100; third += 0x40)
        for (guint fourth = 0x7f; fourth < 0x100; fourth += 0x41)
          {
            guint at = (lead * 7 + second) % 80;

            memset (text, 'a', sizeof text);
            text[at] = (char)lead;
            text[at + 1] = (char)second;
            text[at + 2] = (char)third;
            text[at + 3] = (char)fourth;
            expect_like_glib (text, sizeof text);
          }
}
END_TEST

static gsize
make_random_text (GRand *random, char *text, gsize length)
{
  static const gunichar bases[] = { 0x20, 0x80, 0x4e00, 0x10000, 0x3000, 0xe000 };
  gsize n = 0;

  while (n + 6 < length)
    n += g_unichar_to_utf8 (bases[g_rand_int_range (random, 0, G_N_ELEMENTS (bases))]
                                + (gunichar)g_rand_int_range (random, 0, 95),
                            text + n);
  return n;
}

START_TEST (random_text_with_random_damage_is_judged_as_glib_does)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250312);
  char text[400];

  for (guint i = 0; i < 60000; i++)
    {
      gsize length = make_random_text (random, text, g_rand_int_range (random, 7, sizeof text));

      if (length > 0 && g_rand_boolean (random))
        text[g_rand_int_range (random, 0, length)] = (char)g_rand_int_range (random, 1, 256);
      if (length > 4)
        length -= g_rand_int_range (random, 0, 4);
      expect_like_glib (text, length);
    }
}
END_TEST

START_TEST (a_character_cut_at_each_place_is_found_at_its_start)
{
  char text[200];

  for (gsize n = 0; n + 4 <= sizeof text; n++)
    for (gsize kept = 1; kept < 4; kept++)
      {
        memset (text, 'a', sizeof text);
        memcpy (text + n, "\xf0\x9f\x8f\x9b", kept);
        expect_like_glib (text, n + kept);
        expect_like_glib (text, sizeof text);
      }
}
END_TEST

START_TEST (nul_is_a_character_like_any_other)
{
  char text[130];
  gsize bad;

  memset (text, 0, sizeof text);
  ck_assert (_lectern_utf8_check (text, sizeof text, &bad));
  text[100] = (char)0xff;
  ck_assert (!_lectern_utf8_check (text, sizeof text, &bad));
  ck_assert_uint_eq (bad, 100);
  ck_assert (!_lectern_utf8_check (text, sizeof text, NULL));
  ck_assert (_lectern_utf8_check (NULL, 0, &bad));
}
END_TEST

RUN_SUITE ("utf8", every_pair_and_triple_of_bytes_is_judged_as_glib_does,
           random_text_with_random_damage_is_judged_as_glib_does,
           a_character_cut_at_each_place_is_found_at_its_start, nul_is_a_character_like_any_other)
