/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-gaps-private.h"

#include "language/lectern-char-class-private.h"
#include "language/lectern-mask-tables-private.h"
#include "language/lectern-punctuation-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* By what two masks are taken for one value. XX by itself says nothing: it is what stands beside it
 * that is alike. Where the neighbour names what is meant (*区, 第X轮巡察, XX系统) that is enough; a
 * number, a person or a date is the same only in a clause that is said twice. */

#define CLAUSE_REACH 40 /* characters on each side */
#define CLAUSE_LEAST 4  /* characters that it must have besides its masks */

/* Appends a stretch of the text, `*` for each mask in it. */
static void
append_masked (const LecternGaps *gaps, guint near, GString *out, gsize start, gsize end)
{
  while (near > 0 && gaps->gaps[near - 1].span.end > start)
    near--;
  for (; near < gaps->n_gaps && gaps->gaps[near].span.start < end; near++)
    {
      const LecternSpan *span = &gaps->gaps[near].span;

      if (span->end <= start)
        continue;
      if (span->start > start)
        g_string_append_len (out, gaps->text + start, (gssize)(span->start - start));
      g_string_append_c (out, '*');
      start = span->end;
    }
  if (start < end)
    g_string_append_len (out, gaps->text + start, (gssize)(end - start));
}

static gboolean
parts_clauses (const char *p)
{
  guint size;
  guint class = _lectern_char_class_at ((const guchar *)p, &size);

  return (class & LECTERN_CHAR_BOUNDARY) != 0 && (class & LECTERN_CHAR_CLOSE) == 0;
}

static gsize
begin_clause (const LecternGaps *gaps, gsize offset)
{
  gsize limit = _lectern_gaps_go_back (gaps, offset, CLAUSE_REACH);
  const char *p = gaps->text + offset;

  while (p > gaps->text + limit && !parts_clauses (g_utf8_prev_char (p)))
    p = g_utf8_prev_char (p);
  return (gsize)(p - gaps->text);
}

static gsize
end_clause (const LecternGaps *gaps, gsize offset)
{
  gsize limit = _lectern_gaps_go_on (gaps, offset, CLAUSE_REACH);
  const char *p = gaps->text + offset;

  while (p < gaps->text + limit && !parts_clauses (p))
    p = g_utf8_next_char (p);
  return (gsize)(p - gaps->text);
}

static gboolean
key_by_clause (const LecternGaps *gaps, const LecternRun *run, GString *key)
{
  gsize before = _lectern_gaps_first (gaps, run)->span.start;
  gsize after = _lectern_gaps_last (gaps, run)->span.end;
  gsize start = begin_clause (gaps, before), end = end_clause (gaps, after);

  if (g_utf8_strlen (gaps->text + start, (gssize)(before - start))
          + g_utf8_strlen (gaps->text + after, (gssize)(end - after))
      < CLAUSE_LEAST)
    return FALSE;
  append_masked (gaps, run->first, key, start, before);
  /* Which of the masks of a clause it is. */
  g_string_append_c (key, '[');
  append_masked (gaps, run->first, key, before, after);
  g_string_append_c (key, ']');
  append_masked (gaps, run->first, key, after, end);
  return TRUE;
}

/* The first wide characters behind an offset, at most `n`. */
static gsize
count_wide (const LecternGaps *gaps, gsize offset, guint n)
{
  const char *p = gaps->text + offset, *end = gaps->text + _lectern_gaps_go_on (gaps, offset, n);

  while (p < end && !parts_clauses (p) && g_unichar_isalpha (g_utf8_get_char (p))
         && _lectern_character_is_wide (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return (gsize)(p - gaps->text) - offset;
}

/* Appends what stands after the mask: a word of a table, or else the next two characters. */
static gboolean
append_word (const LecternGaps *gaps, gsize offset, GString *key)
{
  const LecternMaskWord *word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, gaps->text + offset,
                                                          gaps->text + gaps->length);
  gsize n = word != NULL && word->length > 3 ? word->length : count_wide (gaps, offset, 2);

  if (n == 0)
    return FALSE;
  g_string_append_c (key, '*');
  g_string_append_len (key, gaps->text + offset, (gssize)n);
  return TRUE;
}

static gboolean
key_by_word (const LecternGaps *gaps, const LecternRun *run, GString *key)
{
  const LecternSpan *span = &_lectern_gaps_first (gaps, run)->span;
  gsize start;

  if (append_word (gaps, span->end, key))
    return TRUE;
  start = _lectern_gaps_go_back (gaps, span->start, 2);
  if (count_wide (gaps, start, 2) != span->start - start || start == span->start)
    return FALSE;
  g_string_append_len (key, gaps->text + start, (gssize)(span->start - start));
  g_string_append_c (key, '*');
  return TRUE;
}

/* What one place has one of, or what follows its name only where the speaker's own is meant. */
#define LEVELS                                                                                                                        \
  "自治区|自治州|自治县|开发区|高新区|经开区|新区|街道|社区|省|市|县|縣|区|區|州|盟|旗|镇|鎮|乡|" \
  "鄉|村"
#define NO_LEVELS "市场|市場|市民|县域|区域|村民|乡村|乡亲|州际|旗帜"
#define OWN                                                                                                                            \
  "经济|又好又快|高质量|高品质|现代化|具体|发展|改革|父老|人民|儿女|特色|振兴|崛起|跨越|新篇章|" \
  "篇章|实践|模式|经验|样板|力量|全面|建设|更加|的明天|的未来|的发展|的高|的现代|的经济|的改革|" \
  "的父老|的实际|大地|本地"

static gboolean
key_by_level (const LecternGaps *gaps, const LecternRun *run, GString *key)
{
  const char *after = gaps->text + _lectern_gaps_last (gaps, run)->span.end;
  const char *end = gaps->text + gaps->length;
  gint n = _lectern_alternative_at (NO_LEVELS, after, end) > 0
               ? 0
               : _lectern_alternative_at (LEVELS, after, end);

  if (n <= 0 && _lectern_alternative_at (OWN, after, end) <= 0
      && count_wide (gaps, (gsize)(after - gaps->text), 1) > 0)
    return key_by_word (gaps, run, key);
  g_string_append_c (key, '*');
  g_string_append_len (key, after, MAX (n, 0));
  return TRUE;
}

#define MEASURES "届|屆|轮|輪|批|期|中全会|次全会|次党代会|次代表大会|季度"
#define NO_NOUNS "已|的|后|前|中|以|将|要|是|开|启|结|完|也|都|在|由|共|全"

static gboolean
key_by_measure (const LecternGaps *gaps, const LecternRun *run, GString *key)
{
  gsize after = _lectern_gaps_last (gaps, run)->span.end, next;
  gint n = _lectern_alternative_at (MEASURES, gaps->text + after, gaps->text + gaps->length);

  if (n <= 0)
    return FALSE;
  g_string_append_c (key, '*');
  next = after + (gsize)n;
  if (_lectern_alternative_at (NO_NOUNS, gaps->text + next, gaps->text + gaps->length) <= 0)
    next += count_wide (gaps, next, 2);
  g_string_append_len (key, gaps->text + after, (gssize)(next - after));
  return TRUE;
}

static gboolean
key_by_pattern (const LecternGaps *gaps, const LecternRun *run, GString *key)
{
  append_masked (gaps, run->first, key, _lectern_gaps_first (gaps, run)->span.start,
                 _lectern_gaps_last (gaps, run)->span.end);
  return TRUE;
}

#define ANYBODY "同志|先生|女士|小姐|代表|委员|领导|居民|职工|员工|学员|队员|民警"

static gboolean
key_by_post (const LecternGaps *gaps, const LecternRun *run, GString *key)
{
  const LecternSpan *span = &_lectern_gaps_first (gaps, run)->span;
  const char *end = gaps->text + gaps->length;
  const LecternMaskWord *word
      = _lectern_mask_word_after (LECTERN_WORDS_AFTER, gaps->text + span->end, end);

  if (run->n_gaps > 1)
    return FALSE;
  if (word != NULL && word->sense == LECTERN_SENSE_PERSON
      && _lectern_alternative_at (ANYBODY, word->word, word->word + word->length) <= 0)
    {
      g_string_append_printf (key, "*%s", word->word);
      return TRUE;
    }
  word = _lectern_mask_word_before (LECTERN_WORDS_BEFORE, gaps->text, gaps->text + span->start);
  if (word == NULL || word->sense != LECTERN_SENSE_BEFORE_POST)
    return FALSE;
  g_string_append_printf (key, "%s*", word->word);
  return TRUE;
}

/* What makes a context by itself. Where nothing does, it is the clause. */
static const struct
{
  const char *kind;
  gboolean (*make) (const LecternGaps *gaps, const LecternRun *run, GString *key);
} makers[] = {
  { LECTERN_PLACEHOLDER_ORDINAL, key_by_measure },
  { LECTERN_PLACEHOLDER_PERSON, key_by_post },
  { LECTERN_PLACEHOLDER_PLACE, key_by_level },
  { LECTERN_PLACEHOLDER_ORGANISATION, key_by_word },
  { LECTERN_PLACEHOLDER_TEXT, key_by_word },
};

char *
_lectern_gaps_dup_key (const LecternGaps *gaps, const LecternRun *run, gboolean *by_context)
{
  const LecternGap *gap = _lectern_gaps_first (gaps, run);
  const char *kind = gap->kind != NULL ? gap->kind : LECTERN_PLACEHOLDER_TEXT;
  g_autoptr (GString) key = g_string_new (kind);

  g_string_append_c (key, ' ');
  *by_context = TRUE;
  if (run->kind == LECTERN_RUN_SESSION)
    return key_by_pattern (gaps, run, key) ? g_strdup (key->str) : NULL;
  for (guint i = 0; run->kind == LECTERN_RUN_SINGLE && i < G_N_ELEMENTS (makers); i++)
    if (strcmp (kind, makers[i].kind) == 0 && makers[i].make (gaps, run, key))
      return g_strdup (key->str);
  *by_context = FALSE;
  return key_by_clause (gaps, run, key) ? g_strdup (key->str) : NULL;
}
