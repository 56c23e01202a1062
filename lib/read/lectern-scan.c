/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-masks-private.h"
#include "read/lectern-scan-private.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef struct
{
  LecternScan *scan;
  guint tokens_size;
  guint lines_size;
  guint32 line_start;
  guint line_token;
  gsize boundary; /* where a marker may stand */
} Scanner;

static void
push_line (Scanner *s, guint32 stop, guint32 end)
{
  LecternScan *scan = s->scan;
  const char *text = scan->text, *begin = text + s->line_start, *last = text + stop;
  guint n;

  while ((n = _lectern_blank_at (begin, last)) > 0)
    begin += n;
  while ((n = _lectern_blank_behind (begin, last)) > 0)
    last -= n;
  if (begin < last)
    {
      if (scan->n_lines == s->lines_size)
        {
          s->lines_size *= 2;
          scan->lines = g_renew (LecternLine, scan->lines, s->lines_size);
        }
      while (s->line_token < scan->n_tokens
             && scan->tokens[s->line_token].offset < (guint32)(begin - text))
        s->line_token++;
      scan->lines[scan->n_lines++] = (LecternLine){
        .start = s->line_start,
        .begin = begin - text,
        .stop = last - text,
        .end = end,
        .token = s->line_token,
      };
    }
  s->line_start = end;
  s->line_token = scan->n_tokens;
}

/* Two wide blanks or more part two paragraphs after the end of a sentence. */
static gboolean
parts_paragraphs (Scanner *s, gsize at, gsize end)
{
  const LecternScan *scan = s->scan;
  const LecternToken *last = scan->n_tokens > 0 ? &scan->tokens[scan->n_tokens - 1] : NULL;

  if (end - at < 6)
    return FALSE;
  return last != NULL && last->offset + last->length == at && last->offset >= s->line_start
         && (last->class & (LECTERN_CHAR_STOP | LECTERN_CHAR_CLOSE | LECTERN_CHAR_COLON));
}

static gboolean
word_goes_on (const char *text, gsize start, gsize at)
{
  return at > start && g_ascii_isalpha (text[at - 1]);
}

/* The stop of a Western sentence: nothing, a blank, a closing mark or Hangul follows. */
static gboolean
full_stop_ends (const LecternScan *scan, gsize after)
{
  const guchar *p = (const guchar *)scan->text + after;

  return after >= scan->length || g_ascii_isspace (*p) || strchr ("\"')]", *p) != NULL
         || (*p >= 0xea && *p <= 0xed) || (*p == 0xe3 && p[1] == 0x80)
         || (*p == 0xe2 && p[1] == 0x80);
}

/* The class that counts here, 0 for none. */
static guint
class_in_place (const Scanner *s, guint class, gsize at, guint size, gboolean boundary)
{
  const LecternScan *scan = s->scan;

  if (class == LECTERN_CHAR_FULL_STOP)
    return full_stop_ends (scan, at + size) ? LECTERN_CHAR_STOP : 0;
  if (!boundary)
    class &= ~LECTERN_CHAR_MARK;
  if ((class & LECTERN_CHAR_MASK) && size == 1 && g_ascii_isalpha (scan->text[at])
      && word_goes_on (scan->text, s->line_start, at))
    class &= ~LECTERN_CHAR_MASK;
  return class;
}

static inline void
push_token (Scanner *s, gsize at, guint size, guint class)
{
  LecternScan *scan = s->scan;

  if (scan->n_tokens + 1 == s->tokens_size)
    {
      s->tokens_size *= 2;
      scan->tokens = g_renew (LecternToken, scan->tokens, s->tokens_size);
    }
  scan->tokens[scan->n_tokens++] = (LecternToken){ at, class, size, 0 };
}

#ifdef __SSE2__
/* Whether a byte of the sixteen at `p` may begin a character that means something: all but small
 * letters, Han and Hangul (e4 … ed), kana (e3 81 … e3 83) and trailing bytes, but for x and three
 * Han characters, told by their last two bytes. Markers among them are looked for only after a
 * boundary. */
static inline guint
telling_bytes (const guchar *p)
{
  const __m128i bytes = _mm_loadu_si128 ((const __m128i *)p);
  const __m128i next = _mm_loadu_si128 ((const __m128i *)(p + 1));
  /* As signed bytes 80 … bf are below c0, and e4 … ed lie together. */
  const __m128i trailing = _mm_cmplt_epi8 (bytes, _mm_set1_epi8 ((char)0xc0));
  const __m128i han = _mm_and_si128 (_mm_cmpgt_epi8 (bytes, _mm_set1_epi8 ((char)0xe3)),
                                     _mm_cmplt_epi8 (bytes, _mm_set1_epi8 ((char)0xee)));
  const __m128i kana
      = _mm_and_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ((char)0xe3)),
                       _mm_and_si128 (_mm_cmpgt_epi8 (next, _mm_set1_epi8 ((char)0x80)),
                                      _mm_cmplt_epi8 (next, _mm_set1_epi8 ((char)0x84))));
  __m128i small = _mm_and_si128 (_mm_cmpgt_epi8 (bytes, _mm_set1_epi8 ('a' - 1)),
                                 _mm_cmplt_epi8 (bytes, _mm_set1_epi8 ('z' + 1)));
  __m128i masks = _mm_and_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ((char)0x9f)), /* 某 */
                                 _mm_cmpeq_epi8 (next, _mm_set1_epi8 ((char)0x90)));

  masks = _mm_or_si128 (masks,
                        _mm_and_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ((char)0x8f)), /* 口 */
                                       _mm_cmpeq_epi8 (next, _mm_set1_epi8 ((char)0xa3))));
  masks = _mm_or_si128 (masks,
                        _mm_and_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ((char)0xbe)), /* 待 */
                                       _mm_cmpeq_epi8 (next, _mm_set1_epi8 ((char)0x85))));
  small = _mm_andnot_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('x')), small);
  small = _mm_or_si128 (small, kana);
  return (~_mm_movemask_epi8 (_mm_or_si128 (_mm_or_si128 (trailing, han), small)) & 0xffff)
         | _mm_movemask_epi8 (masks);
}
#endif

static gsize
end_line (Scanner *s, gsize at)
{
  const LecternScan *scan = s->scan;
  gsize stop = at;

  at += scan->text[at] == '\r' && at + 1 < scan->length && scan->text[at + 1] == '\n' ? 2 : 1;
  push_line (s, stop, at);
  return at;
}

/* Han, kana and Hangul, which mean nothing but at the beginning of a marker. */
static inline gboolean
is_wide_letter (const guchar *p)
{
  return (p[0] >= 0xe4 && p[0] <= 0xed) || (p[0] == 0xe3 && p[1] >= 0x81 && p[1] <= 0x83);
}

/* A wide character or small letter that stands right after a boundary: a marker may begin with it.
 * A small one does so only after a mark: First, …; second, … */
static inline void
look_for_marker (Scanner *s, gsize at)
{
  const guchar *p = (const guchar *)s->scan->text + at;
  guint size;

  if (at >= s->scan->length)
    return;
  if (is_wide_letter (p))
    {
      guint class = _lectern_char_class_at (p, &size);

      if (class & LECTERN_CHAR_MARK)
        push_token (s, at, size, class);
    }
  else if (g_ascii_islower (p[0]) && (_lectern_char_classes[p[0]] & LECTERN_CHAR_MARK)
           && at >= s->line_start + 2 && strchr (";:,.", p[-2]) != NULL)
    push_token (s, at, 1, LECTERN_CHAR_MARK);
}

static inline void
set_boundary (Scanner *s, gsize at)
{
  s->boundary = at;
  look_for_marker (s, at);
}

/* A blank, or all wide blanks that stand together: perhaps they part paragraphs, or leave a gap
 * where a figure is missing. */
static gsize
scan_blank (Scanner *s, gsize at, guint class, guint size)
{
  const LecternScan *scan = s->scan;
  gsize end = at + size;

  if (class == LECTERN_CHAR_WIDE_BLANK)
    while (end + 3 <= scan->length && memcmp (scan->text + end, "\xe3\x80\x80", 3) == 0)
      end += 3;
  if (class == LECTERN_CHAR_WIDE_BLANK && parts_paragraphs (s, at, end))
    push_line (s, at, at);
  else if (at > s->line_start && _lectern_mask_may_be_gap (scan->text, s->line_start, at))
    push_token (s, at, size, LECTERN_CHAR_MASK);
  set_boundary (s, end);
  return end;
}

/* One character that may mean something; gives where to go on. */
static inline gsize
scan_char (Scanner *s, gsize at)
{
  const char *text = s->scan->text;
  guint size, class = _lectern_char_class_at ((const guchar *)text + at, &size);

  /* Most are plain punctuation, and digits within a number. */
  if (G_LIKELY ((class & (class - 1)) == 0 && class != 0 && class < LECTERN_CHAR_MARK))
    {
      push_token (s, at, size, class);
      at += size;
      if (class & LECTERN_CHAR_BOUNDARY)
        set_boundary (s, at);
      return at;
    }
  /* A blank between small letters. */
  if (text[at] == ' ' && at > s->line_start && at + 1 < s->scan->length
      && g_ascii_isalpha (text[at - 1]) && g_ascii_islower (text[at + 1]))
    return s->boundary = at + 1;
  /* Small letters behind a boundary have been looked at. */
  if (class == LECTERN_CHAR_MARK && (at != s->boundary || g_ascii_islower (text[at])))
    return at + size;
  if (class == 0)
    {
      if (text[at] == '\t' || (size > 1 && _lectern_blank_at (text + at, text + at + size) > 0))
        set_boundary (s, at + size);
      return at + size;
    }
  if (class == LECTERN_CHAR_LINE_END)
    {
      at = end_line (s, at);
      set_boundary (s, at);
      return at;
    }
  if (class == LECTERN_CHAR_WIDE_BLANK || text[at] == ' ')
    return scan_blank (s, at, class, size);
  class = class_in_place (s, class, at, size, at == s->boundary);
  if (class == 0)
    return at + size;
  push_token (s, at, size, class);
  at += size;
  if (class & LECTERN_CHAR_BOUNDARY)
    set_boundary (s, at);
  return at;
}

static void
scan_text (Scanner *s, const char *text, gsize length)
{
  gsize at = 0;

  look_for_marker (s, 0);
#ifdef __SSE2__
  gsize base = 0;

  for (; base + 17 <= length; base += 16)
    {
      guint telling = telling_bytes ((const guchar *)text + base);

      for (; telling != 0; telling &= telling - 1)
        {
          gsize pos = base + __builtin_ctz (telling);

          /* The second byte of 某, 口, 待 tells: the character begins before it, perhaps in the
           * sixteen before. */
          if (((guchar)text[pos] & 0xc0) == 0x80)
            pos--;
          if (pos >= at)
            at = scan_char (s, pos);
        }
    }
  /* What is left begins with a whole character. */
  if (base > at)
    {
      while (base > at && base < length && ((guchar)text[base] & 0xc0) == 0x80)
        base--;
      at = base;
    }
#endif
  while (at < length)
    {
      /* Wide letters behind a boundary have been looked at. */
      guint size = 3;

      if (!is_wide_letter ((const guchar *)text + at)
          || (_lectern_char_class_at ((const guchar *)text + at, &size) & LECTERN_CHAR_MASK))
        at = scan_char (s, at);
      else
        at += size;
    }
}

void
_lectern_scan_init (LecternScan *scan, const char *text, gsize length)
{
  Scanner s = { .scan = scan, .tokens_size = 64 + length / 16, .lines_size = 16 + length / 512 };

  *scan = (LecternScan){ .text = text, .length = length };
  scan->tokens = g_new (LecternToken, s.tokens_size);
  scan->lines = g_new (LecternLine, s.lines_size);
  scan_text (&s, text, length);
  if (s.line_start < length)
    push_line (&s, length, length);
  scan->tokens[scan->n_tokens] = (LecternToken){ .offset = G_MAXUINT32 };
}

void
_lectern_scan_clear (LecternScan *scan)
{
  g_clear_pointer (&scan->tokens, g_free);
  g_clear_pointer (&scan->lines, g_free);
}

guint
_lectern_count_chars (const char *text, guint32 start, guint32 end, guint limit)
{
  guint n = 0;

  /* No character has more than four bytes. */
  if (end > start && (end - start) / 4 > limit)
    end = start + 4 * limit;
#ifdef __SSE2__
  /* All but the trailing bytes, which as signed ones are below c0. */
  for (; start + 16 <= end; start += 16)
    {
      const __m128i bytes = _mm_loadu_si128 ((const __m128i *)(text + start));
      const __m128i first = _mm_cmpgt_epi8 (bytes, _mm_set1_epi8 ((char)0xbf));
      const __m128i sums
          = _mm_sad_epu8 (_mm_sub_epi8 (_mm_setzero_si128 (), first), _mm_setzero_si128 ());

      n += (guint)(_mm_cvtsi128_si32 (sums) + _mm_extract_epi16 (sums, 4));
    }
#endif
  for (; start < end; start++)
    n += (text[start] & 0xc0) != 0x80;
  return MIN (n, limit);
}
