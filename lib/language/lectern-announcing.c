/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-announcing-private.h"

#include "language/lectern-numerals-private.h"

#include <string.h>

#define COUNT_MAX        99 /* no speech counts its points further */
#define MASK_MAX_BYTES   8
#define FIELD_MAX_BYTES  64
#define NAME_MAX_CHARS   6
#define QUOTED_MAX_BYTES 96 /* of one name in quotation marks */

static LecternAnnouncing *const languages[] = {
  &_lectern_announcing_zh,
  &_lectern_announcing_en,
  &_lectern_announcing_ja,
  &_lectern_announcing_ko,
};

/* Notes the first characters of some words, or the second ones. */
static void
note_chars (LecternAnnouncing *announcing, const LecternWords *words, guint skip, guint flags)
{
  for (guint i = 0; i < words->n_words; i++)
    {
      const char *word = words->list + words->offsets[i];

      for (guint k = 0; k < skip; k++)
        word = g_utf8_next_char (word);
      announcing->chars[g_utf8_get_char (word) & 0xfff] |= flags;
    }
}

static void
note_people_bytes (LecternAnnouncing *words)
{
  guint n = 0;

  for (guint i = 0; i < words->people.n_words; i++)
    {
      guint8 byte = words->people.list[words->people.offsets[i] + 2];

      if (n > 0 && memchr (words->people_bytes, byte, n) != NULL)
        continue;
      g_assert (n < G_N_ELEMENTS (words->people_bytes));
      words->people_bytes[n++] = byte;
    }
}

static void
prepare_chars (LecternAnnouncing *words)
{
  static const char quotes[] = "“‘「『";
  const guint follows = LECTERN_ANNOUNCING_FOLLOWS, people = LECTERN_ANNOUNCING_PEOPLE;

  note_chars (words, &words->starts, 0, LECTERN_ANNOUNCING_STARTS | follows | people);
  note_chars (words, &words->measures, 0, follows);
  note_chars (words, &words->indefinite, 1, follows);
  note_chars (words, &words->people, 0, people);
  for (const char *p = quotes; *p != '\0'; p = g_utf8_next_char (p))
    words->chars[g_utf8_get_char (p) & 0xfff] |= follows;
  note_people_bytes (words);
}

static void
prepare (LecternAnnouncing *words)
{
  LecternWords *lists[] = {
    &words->starts,  &words->indefinite, &words->no_number,     &words->measures, &words->alone,
    &words->said,    &words->nouns,      &words->asides,        &words->no_nouns, &words->speaking,
    &words->leading, &words->here,       &words->no_verbs,      &words->reported, &words->namely,
    &words->joins,   &words->people,     &words->before_people,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    _lectern_words_prepare (lists[i]);
  prepare_chars (words);
}

const LecternAnnouncing *
_lectern_announcing_lookup (const char *language)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        prepare (languages[i]);
      g_once_init_leave (&ready, 1);
    }
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (language, languages[i]->language, 2) == 0)
      return languages[i];
  return &_lectern_announcing_zh;
}

/* {{count}}: the name of a field in the place of a number. */
static gsize
field_length (const char *p, const char *end)
{
  if (end - p < 5 || p[0] != '{' || p[1] != '{')
    return 0;
  for (const char *q = p + 2; q < end - 1 && q - p < FIELD_MAX_BYTES && *q != '{' && *q != '\n';
       q++)
    if (q[0] == '}')
      return q[1] == '}' ? (gsize)(q + 2 - p) : 0;
  return 0;
}

/* Masks in the place of a number: X, XX, ×, *, _ and 某. */
static gsize
mask_length (const char *p, const char *end)
{
  static const char marks[] = "X|x|Ｘ|ｘ|×|*|_|＿|某";
  gint n = _lectern_alternative_at (marks, p, end);
  const char *q = p;

  if (n <= 0)
    return field_length (p, end);
  while ((gsize)(end - q) >= (gsize)n && memcmp (q, p, n) == 0)
    q += n;
  return q - p <= MASK_MAX_BYTES ? q - p : 0;
}

/* A number that is a word: two, 두. */
static gsize
number_word (const LecternAnnouncing *words, const char *p, const char *end, guint *value)
{
  const char *word = words->numbers;

  for (*value = 2; word != NULL && *word != '\0'; (*value)++)
    {
      gsize n = strcspn (word, "|");

      if ((gsize)(end - p) >= n && (*p | 0x20) == (*word | 0x20)
          && memcmp (p + 1, word + 1, n - 1) == 0)
        return n;
      word += n + (word[n] == '|');
    }
  return 0;
}

LecternAnnounced
_lectern_announcing_number (const LecternAnnouncing *words, const char *p, const char *end,
                            guint *value, gsize *length)
{
  *value = 0;
  if ((*length = _lectern_words_begin (&words->indefinite, p, end)) > 0)
    return LECTERN_ANNOUNCED_INDEFINITE;
  if ((*length = number_word (words, p, end, value)) == 0)
    *length = _lectern_numeral_parse (p, end - p, value, NULL);
  if (*length == 0 && (*length = mask_length (p, end)) > 0)
    return LECTERN_ANNOUNCED_MASKED;
  return *length > 0 && *value >= 2 && *value <= COUNT_MAX ? LECTERN_ANNOUNCED_NUMBER
                                                           : LECTERN_ANNOUNCED_NONE;
}

/* After the separator of names at `p`, behind a name of so many characters: 、 or a joining word,
 * or both; NULL where none stands there. A name may begin with a joining word, or have one within
 * (张和 平), so one that is not behind 、 wants a whole name before it. */
static const char *
skip_separator (const char *p, const char *end, guint chars)
{
  const LecternWords *joins = &_lectern_announcing_zh.joins;
  gint n = _lectern_alternative_at ("、|，|,|､", p, end);
  const char *after = p + MAX (n, 0);

  if (n < 0 && chars < 2)
    return NULL;
  after += _lectern_words_begin (joins, after, end);
  return after > p ? after : NULL;
}

/* 张某、李某等三位同志: not all of them are named, but where the number says so. */
static gboolean
is_partial (const char *number, guint named, guint value)
{
  return named != value && memcmp (number - 3, "等", 3) == 0;
}

/* After the closing mark of the quotation that begins at `p`; NULL where none does. */
static const char *
skip_quotation (const char *p, const char *end)
{
  static const char *const pairs[][2]
      = { { "“", "”" }, { "「", "」" }, { "『", "』" }, { "‘", "’" } };
  const char *close;

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (end - p > 6 && memcmp (p, pairs[i][0], 3) == 0)
      {
        close = g_strstr_len (p, MIN (end - p, QUOTED_MAX_BYTES), pairs[i][1]);
        return close != NULL ? close + 3 : NULL;
      }
  return NULL;
}

/* Quoted names in a row: “河长”“林长”和“田长”三项制度. */
static guint
count_quoted (const char *p, const char *end, const char **number)
{
  const LecternAnnouncing *words = &_lectern_announcing_zh;
  const char *after = skip_quotation (p, end), *next;
  guint n = 0, value;
  gsize length;

  for (; after != NULL; after = skip_quotation (next, end))
    {
      n++;
      p = after;
      next = skip_separator (p, end, NAME_MAX_CHARS);
      if (next == NULL)
        next = p;
    }
  p += MAX (_lectern_alternative_at ("等", p, end), 0);
  if (n < 2
      || _lectern_announcing_number (words, p, end, &value, &length) != LECTERN_ANNOUNCED_NUMBER
      || is_partial (p, n, value))
    return 0;
  *number = p;
  return n;
}

/* Names hold letters and masks; quotation marks and stops are in none. */
static gboolean
is_name_char (const char *p, const char *end)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || strchr ("*_ .", (int)MIN (c, 0x7f)) != NULL
         || _lectern_alternative_at ("×|＊|＿|·|○|〇|□|●", p, end) > 0;
}

guint
_lectern_announcing_count_names (const char *p, const char *end, const char **number)
{
  guint n = 1, chars = 0, value;
  gsize length;
  const char *after;

  _lectern_announcing_lookup ("zh"); /* the tables are laid out */
  if (skip_quotation (p, end) != NULL)
    return count_quoted (p, end, number);
  for (; p < end; p = g_utf8_next_char (p))
    {
      if (chars > 0 && (after = skip_separator (p, end, chars)) != NULL)
        {
          n++;
          chars = 0;
          p = after;
          if (p >= end)
            return 0;
        }
      if (chars > 0 && n > 1
          && _lectern_announcing_number (&_lectern_announcing_zh, p, end, &value, &length)
                 == LECTERN_ANNOUNCED_NUMBER
          && _lectern_words_begin (&_lectern_announcing_zh.people, p + length, end) > 0)
        {
          *number = p;
          return is_partial (p, n, value) ? 0 : n;
        }
      if (++chars > NAME_MAX_CHARS || !is_name_char (p, end))
        return 0;
    }
  return 0;
}

char *
_lectern_announcing_format (LecternNumeralStyle style, guint count, const char *language)
{
  if (count == 2
      && _lectern_numeral_style_fold (style, NULL) == LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL)
    return g_strdup (g_strcmp0 (language, "zh-Hant") == 0 ? "兩" : "两");
  return _lectern_numeral_format (style, count);
}

gboolean
_lectern_announcing_is_quoted (const char *text, gsize start)
{
  return _lectern_alternative_before ("“|‘|「|『|《|\"", text, text + start) > 0;
}
