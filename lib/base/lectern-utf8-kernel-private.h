/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Included by lectern-utf8.c once for each width of vector, so there is no guard against that. The
 * method is that of J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per
 * byte", Software: Practice and Experience 51 (2021): three look-ups by half bytes say for each
 * pair of neighbours which mistakes it could be part of; what all three agree on is one. The second
 * and third continuation byte are the only pairs that this cannot see, so those are expected where
 * a lead byte stands two or three bytes before. */

/* How many bytes stand in whole blocks of 64 before the first block with a mistake in it. An
 * unfinished character at the end of a block is seen in the next one. */
static KERNEL_TARGET gsize
KERNEL_NAME (const guint8 *text, gsize length)
{
  const VECTOR high_1 = TABLE (PAIR_HIGH_1);
  const VECTOR low_1 = TABLE (PAIR_LOW_1);
  const VECTOR high_2 = TABLE (PAIR_HIGH_2);
  const VECTOR nibble = SET1 (0x0f);
  const VECTOR third = SET1 (0xe0 - 0x80);
  const VECTOR fourth = SET1 (0xf0 - 0x80);
  const VECTOR top = SET1 ((char)0x80);
  VECTOR previous = ZERO ();
  gboolean after_ascii = TRUE;
  gsize block;

  for (block = 0; length - block >= 64; block += 64)
    {
      VECTOR error = ZERO ();
      VECTOR input[64 / sizeof (VECTOR)];
      VECTOR all = ZERO ();

      for (gsize i = 0; i < G_N_ELEMENTS (input); i++)
        {
          input[i] = LOAD (text + block + i * sizeof (VECTOR));
          all = OR (all, input[i]);
        }
      if (after_ascii && MASK (all) == 0)
        continue;
      after_ascii = MASK (all) == 0;
      for (gsize i = 0; i < G_N_ELEMENTS (input); i++)
        {
          VECTOR one_back = BACK (input[i], previous, 1);
          VECTOR two_back = BACK (input[i], previous, 2);
          VECTOR three_back = BACK (input[i], previous, 3);
          VECTOR pair = AND (LOOK_UP (high_1, AND (SHIFT (one_back), nibble)),
                             LOOK_UP (low_1, AND (one_back, nibble)));
          VECTOR expected = OR (SUBTRACT (two_back, third), SUBTRACT (three_back, fourth));

          pair = AND (pair, LOOK_UP (high_2, AND (SHIFT (input[i]), nibble)));
          error = OR (error, XOR (AND (expected, top), pair));
          previous = input[i];
        }
      if (NOT_ZERO (error))
        break;
    }
  return block;
}
