/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/lectern-utf8-private.h"

#include <string.h>

#if defined(__GNUC__) && (defined(__x86_64__) || defined(__i386__))
#define HAVE_X86 1
#include <immintrin.h>
#endif

/* The mistakes that two neighbouring bytes can make; two share a bit, as no pair can be both. */
#define TOO_SHORT      (1 << 0) /* a lead byte, then no continuation */
#define TOO_LONG       (1 << 1) /* ASCII, then a continuation */
#define OVERLONG_3     (1 << 2)
#define TOO_LARGE      (1 << 3)
#define SURROGATE      (1 << 4)
#define OVERLONG_2     (1 << 5)
#define TOO_LARGE_1000 (1 << 6)
#define OVERLONG_4     (1 << 6)
#define TWO_CONTS      (1 << 7)
#define CARRY          (TOO_SHORT | TOO_LONG | TWO_CONTS)
#define LARGE          (CARRY | TOO_LARGE | TOO_LARGE_1000)

/* By the high half of the first byte. */
#define PAIR_HIGH_1                                                                                \
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, (char)TWO_CONTS, \
      (char)TWO_CONTS, (char)TWO_CONTS, (char)TWO_CONTS, TOO_SHORT | OVERLONG_2, TOO_SHORT,        \
      TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4
/* By the low half of the first byte. */
#define PAIR_LOW_1                                                                                 \
  (char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (char)(CARRY | OVERLONG_2), (char)CARRY,   \
      (char)CARRY, (char)(CARRY | TOO_LARGE), (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE,  \
      (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)(LARGE | SURROGATE), (char)LARGE,  \
      (char)LARGE
/* By the high half of the second byte. */
#define PAIR_HIGH_2                                                                                \
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,          \
      (char)(TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE_1000),                     \
      (char)(TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE),                          \
      (char)(TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE),                           \
      (char)(TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT,     \
      TOO_SHORT, TOO_SHORT

#ifdef HAVE_X86

#define TABLE_16(...)        _mm_setr_epi8 (__VA_ARGS__)
#define TABLE(...)           TABLE_16 (__VA_ARGS__)
#define KERNEL_TARGET        __attribute__ ((target ("ssse3")))
#define KERNEL_NAME          check_ssse3
#define VECTOR               __m128i
#define SET1(c)              _mm_set1_epi8 (c)
#define ZERO()               _mm_setzero_si128 ()
#define LOAD(p)              _mm_loadu_si128 ((const __m128i *)(const void *)(p))
#define OR(a, b)             _mm_or_si128 (a, b)
#define AND(a, b)            _mm_and_si128 (a, b)
#define XOR(a, b)            _mm_xor_si128 (a, b)
#define SUBTRACT(a, b)       _mm_subs_epu8 (a, b)
#define SHIFT(a)             _mm_srli_epi16 (a, 4)
#define LOOK_UP(t, i)        _mm_shuffle_epi8 (t, i)
#define MASK(a)              _mm_movemask_epi8 (a)
#define NOT_ZERO(a)          (_mm_movemask_epi8 (_mm_cmpeq_epi8 (a, ZERO ())) != 0xffff)
#define BACK(now, before, n) _mm_alignr_epi8 (now, before, 16 - (n))
#include "base/lectern-utf8-kernel-private.h"
#undef TABLE
#undef KERNEL_TARGET
#undef KERNEL_NAME
#undef VECTOR
#undef SET1
#undef ZERO
#undef LOAD
#undef OR
#undef AND
#undef XOR
#undef SUBTRACT
#undef SHIFT
#undef LOOK_UP
#undef MASK
#undef NOT_ZERO
#undef BACK

#define TABLE(...)     _mm256_broadcastsi128_si256 (TABLE_16 (__VA_ARGS__))
#define KERNEL_TARGET  __attribute__ ((target ("avx2")))
#define KERNEL_NAME    check_avx2
#define VECTOR         __m256i
#define SET1(c)        _mm256_set1_epi8 (c)
#define ZERO()         _mm256_setzero_si256 ()
#define LOAD(p)        _mm256_loadu_si256 ((const __m256i *)(const void *)(p))
#define OR(a, b)       _mm256_or_si256 (a, b)
#define AND(a, b)      _mm256_and_si256 (a, b)
#define XOR(a, b)      _mm256_xor_si256 (a, b)
#define SUBTRACT(a, b) _mm256_subs_epu8 (a, b)
#define SHIFT(a)       _mm256_srli_epi16 (a, 4)
#define LOOK_UP(t, i)  _mm256_shuffle_epi8 (t, i)
#define MASK(a)        _mm256_movemask_epi8 (a)
#define NOT_ZERO(a)    (!_mm256_testz_si256 (a, a))
#define BACK(now, before, n)                                                                       \
  _mm256_alignr_epi8 (now, _mm256_permute2x128_si256 (before, now, 0x21), 16 - (n))
#include "base/lectern-utf8-kernel-private.h"

#endif

/* No vectors: all is left to the loop below, which passes over ASCII eight bytes at a time. */
static gsize
check_scalar (const guint8 *text, gsize length)
{
  return 0;
}

typedef gsize (*Kernel) (const guint8 *text, gsize length);

/* The length of the character at `text`, 0 where there is none (Unicode 15, table 3-7). */
static inline guint
sequence_length (const guint8 *text, gsize length)
{
  guint8 lead = text[0];
  guint8 low = 0x80;
  guint8 high = 0xbf;
  guint n;

  if (lead < 0x80)
    return 1;
  if (lead < 0xc2 || lead > 0xf4)
    return 0;
  n = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (lead == 0xe0)
    low = 0xa0;
  else if (lead == 0xed)
    high = 0x9f;
  else if (lead == 0xf0)
    low = 0x90;
  else if (lead == 0xf4)
    high = 0x8f;
  if (length < n || text[1] < low || text[1] > high)
    return 0;
  for (guint i = 2; i < n; i++)
    if ((text[i] & 0xc0) != 0x80)
      return 0;
  return n;
}

/* Steps back from `at` to the lead byte of a character that may go on there. */
static gsize
step_back (const guint8 *text, gsize at)
{
  for (gsize n = 1; n <= 3 && n <= at; n++)
    {
      if (text[at - n] >= 0xc0)
        return at - n;
      if (text[at - n] < 0x80)
        break;
    }
  return at;
}

static gboolean
check_rest (const guint8 *text, gsize length, gsize at, gsize *bad_offset)
{
  guint n;

  while (at < length)
    {
      guint64 word;

      if (length - at >= sizeof word)
        {
          memcpy (&word, text + at, sizeof word);
          if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0)
            {
              at += sizeof word;
              continue;
            }
        }
      n = sequence_length (text + at, length - at);
      if (n == 0)
        {
          if (bad_offset != NULL)
            *bad_offset = at;
          return FALSE;
        }
      at += n;
    }
  return TRUE;
}

gboolean
_lectern_utf8_check_with (guint kernel, const char *text, gsize length, gsize *bad_offset)
{
  static const Kernel kernels[] = {
    check_scalar,
#ifdef HAVE_X86
    check_ssse3,
    check_avx2,
#endif
  };
  const guint8 *bytes = (const guint8 *)text;
  gsize done = kernels[kernel](bytes, length);

  return check_rest (bytes, length, step_back (bytes, done), bad_offset);
}

guint
_lectern_utf8_count_kernels (void)
{
#ifdef HAVE_X86
  __builtin_cpu_init ();
  return __builtin_cpu_supports ("avx2") ? 3 : __builtin_cpu_supports ("ssse3") ? 2 : 1;
#else
  return 1;
#endif
}

gboolean
_lectern_utf8_check (const char *text, gsize length, gsize *bad_offset)
{
  return _lectern_utf8_check_with (_lectern_utf8_count_kernels () - 1, text, length, bad_offset);
}
