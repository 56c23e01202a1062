/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "base/lectern-error-private.h"
#include "language/lectern-marker-marks-private.h"
#include "language/lectern-numbering-private.h"
#include "language/lectern-scan-private.h"

/* Where the number stands in a marker and how it is written. */
typedef struct
{
  LecternNumeralStyle style;
  gsize start;
  gsize length;
} Place;

static LecternNumbering *
numbering_at (const char *marker, const Place *place)
{
  return _lectern_numbering_new_full (place->style, NULL, LECTERN_NUMBERING_PLAIN, marker,
                                      (gssize)place->start, marker + place->start + place->length,
                                      -1);
}

/* The first number; in a chain (3.1) the last link, as that one counts. */
static gboolean
find_number (const char *marker, gsize length, Place *place)
{
  gboolean found = FALSE;
  gsize at = 0;
  guint value;

  while (at < length)
    {
      gsize n = _lectern_numeral_parse_full (marker + at, length - at, LECTERN_NUMERAL_FLAG_ORDINAL,
                                             &value, &place->style);

      if (n > 0)
        {
          found = TRUE;
          place->start = at;
          place->length = n;
          at += n;
          if (marker[at] != '.' || !g_ascii_isdigit (marker[at + 1]))
            return TRUE;
          at++;
        }
      else if (found)
        return TRUE;
      else
        at = (gsize)(g_utf8_next_char (marker + at) - marker);
    }
  return found;
}

/* Whether a letter of any script touches the stretch: X是 is a mask, 甲方 a word. */
static gboolean
is_touched (const char *marker, gsize length, gsize start, gsize end)
{
  return (start > 0 && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (marker + start))))
         || (end < length && g_unichar_isalpha (g_utf8_get_char (marker + end)));
}

/* A letter or a Roman number standing by itself. Of the letters that are both, I V X are numbers.
 */
static LecternNumeralStyle
read_letters (const char *run, gsize length)
{
  gboolean upper = g_ascii_isupper (run[0]);
  LecternNumeralStyle roman = upper ? LECTERN_NUMERAL_UPPER_ROMAN : LECTERN_NUMERAL_LOWER_ROMAN;
  guint value;

  if ((length > 1 || strchr ("ivxIVX", run[0]) != NULL)
      && _lectern_numeral_parse_style (run, length, roman, &value) == length)
    return roman;
  if (length == 1)
    return upper ? LECTERN_NUMERAL_UPPER_ALPHA : LECTERN_NUMERAL_LOWER_ALPHA;
  return LECTERN_NUMERAL_NONE;
}

static gboolean
find_letters (const char *marker, gsize length, Place *place)
{
  for (gsize at = 0; at < length; at++)
    {
      gsize start = at;

      while (at < length && g_ascii_isalpha (marker[at]))
        at++;
      if (at == start || is_touched (marker, length, start, at))
        continue;
      place->style = read_letters (marker + start, at - start);
      place->start = start;
      place->length = at - start;
      if (place->style != LECTERN_NUMERAL_NONE)
        return TRUE;
    }
  return FALSE;
}

/* A character of a list (甲, 子, 가) that no other letter touches. */
static gboolean
find_symbol (const char *marker, gsize length, Place *place)
{
  static const LecternNumeralStyle lists[] = {
    LECTERN_NUMERAL_HEAVENLY_STEM,
    LECTERN_NUMERAL_EARTHLY_BRANCH,
    LECTERN_NUMERAL_HANGUL,
  };
  guint value;

  for (gsize at = 0; at < length;)
    {
      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        {
          gsize n = _lectern_numeral_parse_style (marker + at, length - at, lists[i], &value);

          if (n > 0 && !is_touched (marker, length, at, at + n))
            {
              *place = (Place){ lists[i], at, n };
              return TRUE;
            }
        }
      at = (gsize)(g_utf8_next_char (marker + at) - marker);
    }
  return FALSE;
}

/* A word list and where the marker's word stands in it. */
typedef struct
{
  const LecternWordList *list;
  guint position;
  gsize length; /* of the word in the marker */
} WordMatch;

/* An alternative of a word list. All of them are chained by their beginnings, in the order of the
 * languages and lists. */
typedef struct
{
  const LecternLanguage *language;
  const LecternWordList *list;
  const char *word;
  gsize length;
  guint position;
  guint next; /* number + 1 */
} KnownWord;

#define CHAINS 64

typedef struct
{
  GArray *words;
  guint first[CHAINS]; /* number + 1 */
} KnownWords;

static guint
get_chain (const char *word)
{
  guint8 c = (guint8)g_ascii_tolower (word[0]);

  return c < 0x80 ? c % CHAINS : ((guint8)word[1] ^ (guint)(guint8)word[2] << 1) % CHAINS;
}

static void
add_words (KnownWords *known, KnownWord entry, const char *alternatives)
{
  for (const char *word = alternatives; *word != '\0'; word += *word == '|')
    {
      guint *place = &known->first[get_chain (word)];

      while (*place != 0)
        place = &g_array_index (known->words, KnownWord, *place - 1).next;
      *place = known->words->len + 1;
      entry.word = word;
      entry.length = strcspn (word, "|");
      g_array_append_val (known->words, entry);
      word += entry.length;
    }
}

static const KnownWords *
get_known_words (void)
{
  static KnownWords known;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      const LecternLanguage *const *languages = _lectern_language_list ();

      known.words = g_array_new (FALSE, FALSE, sizeof (KnownWord));
      for (guint l = 0; languages[l] != NULL; l++)
        for (const LecternWordList *list = languages[l]->word_lists; list->words != NULL; list++)
          for (guint i = 0; list->words[i] != NULL; i++)
            add_words (&known, (KnownWord){ languages[l], list, .position = i + 1 },
                       list->words[i]);
      g_once_init_leave (&ready, 1);
    }
  return &known;
}

/* Looks in one language, or in one list, or in all, but not beyond the first language that has the
 * word. */
static void
match_words (const LecternLanguage *language, const LecternWordList *list, const char *marker,
             WordMatch *best)
{
  const KnownWords *known = get_known_words ();
  const LecternLanguage *found = language;
  const KnownWord *entry;

  *best = (WordMatch){ NULL, 0, 0 };
  for (guint i = known->first[get_chain (marker)]; i != 0; i = entry->next)
    {
      entry = &g_array_index (known->words, KnownWord, i - 1);
      if ((found != NULL && entry->language != found) || (list != NULL && entry->list != list)
          || g_ascii_strncasecmp (marker, entry->word, entry->length) != 0
          || (g_ascii_isalpha (marker[entry->length - 1])
              && g_ascii_isalpha (marker[entry->length])))
        continue;
      found = entry->language;
      /* the longer word, then the earlier position, then the earlier list */
      if (entry->length > best->length
          || (entry->length == best->length && entry->position < best->position))
        *best = (WordMatch){ entry->list, entry->position, entry->length };
    }
}

static gboolean
find_word_list (const LecternLanguage *preferred, const char *marker, WordMatch *match)
{
  match_words (preferred, NULL, marker, match);
  if (match->length == 0 && preferred != NULL)
    match_words (NULL, NULL, marker, match);
  return match->length > 0;
}

/* The words of a list in the case of the word that was read: first, First, FIRST. */
static char **
dup_words (const LecternWordList *list, const char *model, gsize length)
{
  guint n = g_strv_length ((char **)list->words);
  char **words = g_new0 (char *, n + 1);
  gboolean capital = g_ascii_isupper (model[0]);
  gboolean upper = capital && length > 1 && g_ascii_isupper (model[1]);

  for (guint i = 0; i < n; i++)
    {
      words[i] = upper ? g_ascii_strup (list->words[i], -1) : g_strdup (list->words[i]);
      if (capital)
        words[i][0] = g_ascii_toupper (words[i][0]);
    }
  return words;
}

static LecternNumbering *
numbering_of_words (const char *marker, const WordMatch *match)
{
  return _lectern_numbering_new_full (
      LECTERN_NUMERAL_WORDS, dup_words (match->list, marker, match->length),
      LECTERN_NUMBERING_ALTERNATIVES
          | (match->list->last_is_final ? LECTERN_NUMBERING_LAST_IS_FINAL
                                        : LECTERN_NUMBERING_PLAIN),
      "", 0, marker + match->length, -1);
}

LecternNumbering *
_lectern_numbering_new_from_marker (const LecternLanguage *language, const char *marker,
                                    GError **error)
{
  gsize length = strlen (marker);
  WordMatch match;
  Place place;

  if (g_utf8_validate (marker, (gssize)length, NULL))
    {
      if (find_word_list (language, marker, &match))
        return numbering_of_words (marker, &match);
      if (find_number (marker, length, &place) || find_letters (marker, length, &place)
          || find_symbol (marker, length, &place))
        return numbering_at (marker, &place);
    }
  _lectern_set_error (error, LECTERN_ERROR_NUMBERING, NULL, NULL,
                      "no number or ordinal word in “%s”", marker);
  return NULL;
}

/**
 * lectern_numbering_new_from_marker:
 * @marker: a marker: `一是`, `第一，`, `（一）`, `首先，`, `1.`, `First, `
 * @error: return location for an error
 *
 * Reads a marker as the first of its kind and gives the numbering that it commonly begins. Whatever
 * number it bears, it shows the form: 二、 gives the numbering of 一、.
 *
 * Words of a list go before numbers (一方面 begins 一方面, 另一方面), Roman numbers before letters
 * for I, V and X. Of several numbers the first counts, in a chain such as 3.1 the last.
 *
 * Returns: (transfer full): the numbering, or %NULL with [error@Lectern.Error.NUMBERING] where
 *   there is no number
 */
LecternNumbering *
lectern_numbering_new_from_marker (const char *marker, GError **error)
{
  g_return_val_if_fail (marker != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return _lectern_numbering_new_from_marker (NULL, marker, error);
}

/* How well a later marker goes on from the first. */
typedef enum
{
  GOES_ON_SOMEHOW, /* is of the numbering, but for its mark or an alternative word */
  GOES_ON_LATER,   /* is exactly what the numbering writes, as the first is */
  GOES_ON_NEXT     /* and bears the next number */
} GoesOn;

static gboolean
writes (LecternNumbering *numbering, guint number, const char *marker)
{
  g_autofree char *written = lectern_numbering_dup_marker (numbering, number, NULL);

  return g_strcmp0 (written, marker) == 0;
}

static gboolean
goes_on (LecternNumbering *numbering, const char *first, const char *later, GoesOn how)
{
  guint number, next;

  if (numbering == NULL || !lectern_numbering_parse_marker (numbering, later, &next) || next < 2)
    return FALSE;
  if (how == GOES_ON_SOMEHOW)
    return TRUE;
  return lectern_numbering_parse_marker (numbering, first, &number)
         && (how != GOES_ON_NEXT || next == number + 1) && writes (numbering, number, first)
         && writes (numbering, next, later);
}

/* All word lists that have the first marker's word, for the one that goes on as the later says. */
static LecternNumbering *
find_list_with (const char *first, const char *later, GoesOn how)
{
  const LecternLanguage *const *languages = _lectern_language_list ();

  for (guint l = 0; languages[l] != NULL; l++)
    for (guint i = 0; languages[l]->word_lists[i].words != NULL; i++)
      {
        g_autoptr (LecternNumbering) numbering = NULL;
        WordMatch match;

        match_words (NULL, &languages[l]->word_lists[i], first, &match);
        if (match.length == 0)
          continue;
        numbering = numbering_of_words (first, &match);
        if (goes_on (numbering, first, later, how))
          return g_steal_pointer (&numbering);
      }
  return NULL;
}

/* Every number in every style, for the one that goes on as the later marker says. */
static LecternNumbering *
find_number_with (const char *first, const char *later, GoesOn how)
{
  gsize length = strlen (first);

  for (gsize at = 0; at < length; at = (gsize)(g_utf8_next_char (first + at) - first))
    for (guint style = LECTERN_NUMERAL_DECIMAL; style < LECTERN_NUMERAL_WORDS; style++)
      {
        g_autoptr (LecternNumbering) numbering = NULL;
        Place place = { style, at, 0 };
        guint value;

        place.length = _lectern_numeral_parse_style (first + at, length - at, style, &value);
        if (place.length == 0)
          continue;
        numbering = numbering_at (first, &place);
        if (goes_on (numbering, first, later, how))
          return g_steal_pointer (&numbering);
      }
  return NULL;
}

/* The reading in which the later marker goes on best; the default reading before the others. */
static LecternNumbering *
find_reading (const char *first, const char *later)
{
  static const GoesOn best_first[] = { GOES_ON_NEXT, GOES_ON_LATER };
  g_autoptr (LecternNumbering) common = _lectern_numbering_new_from_marker (NULL, first, NULL);
  LecternNumbering *other;

  for (guint i = 0; i < G_N_ELEMENTS (best_first); i++)
    {
      if (goes_on (common, first, later, best_first[i]))
        return g_steal_pointer (&common);
      if ((other = find_list_with (first, later, best_first[i])) != NULL
          || (other = find_number_with (first, later, best_first[i])) != NULL)
        return other;
    }
  return goes_on (common, first, later, GOES_ON_SOMEHOW) ? g_steal_pointer (&common) : NULL;
}

/* These very markers and no more; the mark that all of them end with is the suffix. */
static LecternNumbering *
numbering_of_markers (char **markers, LecternNumberingFlags flags)
{
  gsize length = strlen (markers[0]);
  gsize core = _lectern_numbering_strip_mark (markers[0], length);
  g_autofree char *mark = g_strdup (markers[0] + core);

  for (guint i = 0; markers[i] != NULL; i++)
    if (!g_str_has_suffix (markers[i], mark) || strlen (markers[i]) == strlen (mark))
      mark[0] = '\0';
  for (guint i = 0; markers[i] != NULL; i++)
    markers[i][strlen (markers[i]) - strlen (mark)] = '\0';
  return _lectern_numbering_new_full (LECTERN_NUMERAL_WORDS, markers, flags, "", 0, mark, -1);
}

/**
 * lectern_numbering_new_from_markers:
 * @first: the marker of the first member
 * @second: the marker of the second member or a later one
 * @error: return location for an error
 *
 * Gives the numbering that has both markers: the default reading of the first where the second goes
 * on with it (第一个, 第二个), else a reading in which it does (C., D. are letters; 一、, 一〇、
 * are positional), else a list of the two (一个, 另一个). The same marker twice is one that every
 * member bears (一方面, 一方面).
 *
 * Returns: (transfer full): the numbering, or %NULL with [error@Lectern.Error.NUMBERING] where a
 *   marker is empty
 */
LecternNumbering *
lectern_numbering_new_from_markers (const char *first, const char *second, GError **error)
{
  const char *const once[] = { first, NULL };
  const char *const both[] = { first, second, NULL };
  LecternNumbering *numbering;

  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (second != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (first[0] == '\0' || second[0] == '\0' || !g_utf8_validate (first, -1, NULL)
      || !g_utf8_validate (second, -1, NULL))
    {
      _lectern_set_error (error, LECTERN_ERROR_NUMBERING, NULL, NULL,
                          "a marker is empty or not UTF-8");
      return NULL;
    }
  if (strcmp (first, second) == 0)
    return numbering_of_markers (g_strdupv ((char **)once), LECTERN_NUMBERING_REPEATS);
  if ((numbering = find_reading (first, second)) != NULL)
    return numbering;
  return numbering_of_markers (g_strdupv ((char **)both), LECTERN_NUMBERING_PLAIN);
}

/* The parts between the ~; a backslash takes the next character as it is. */
static GPtrArray *
split_markers (const char *string)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  GString *part = g_string_new (NULL);

  for (const char *p = string; *p != '\0'; p++)
    if (*p == '~')
      {
        g_ptr_array_add (parts, g_strdup (part->str));
        g_string_truncate (part, 0);
      }
    else
      {
        p += *p == '\\' && p[1] != '\0';
        g_string_append_c (part, *p);
      }
  g_ptr_array_add (parts, g_string_free (part, FALSE));
  return parts;
}

/**
 * lectern_numbering_new_from_string:
 * @string: a numbering as [method@Lectern.Numbering.to_string] spells it: `一是`, `一方面~一方面`
 * @error: return location for an error
 *
 * Reads the spelling of a numbering that the attribute `numbering` of the XML form has.
 *
 * Returns: (transfer full): the numbering, or %NULL with [error@Lectern.Error.NUMBERING] where a
 *   marker is empty or has no number
 */
LecternNumbering *
lectern_numbering_new_from_string (const char *string, GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GStrvBuilder) markers = NULL;
  gboolean closed;

  g_return_val_if_fail (string != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  parts = split_markers (string);
  if (parts->len == 1)
    return lectern_numbering_new_from_marker (parts->pdata[0], error);
  closed = *(const char *)parts->pdata[parts->len - 1] == '\0';
  if (parts->len == 2 && !closed)
    return lectern_numbering_new_from_markers (parts->pdata[0], parts->pdata[1], error);
  markers = g_strv_builder_new ();
  for (guint i = 0; i < parts->len - closed; i++)
    {
      if (*(const char *)parts->pdata[i] == '\0' || !g_utf8_validate (parts->pdata[i], -1, NULL))
        {
          _lectern_set_error (error, LECTERN_ERROR_NUMBERING, NULL, NULL, "an empty marker in “%s”",
                              string);
          return NULL;
        }
      g_strv_builder_add (markers, parts->pdata[i]);
    }
  return numbering_of_markers (g_strv_builder_end (markers), LECTERN_NUMBERING_PLAIN);
}

/**
 * lectern_numbering_new_standard:
 * @string: a numbering as [ctor@Lectern.Numbering.new_from_string] reads it, or its first marker
 *   without the mark after it: `第一`, `1`
 * @error: return location for an error
 *
 * Reads a numbering, and where no mark stands at its end, adds the one that GB/T 15834-2011 B.3
 * wants there: 第一 and 首先 are followed by `，` (B.3.1), 一 and 甲 by `、` (B.3.2), 1 and A by a
 * point (B.3.3), 第一章 by a blank (B.3.6), （一） ① 一是 by none (B.3.4, B.3.7). A mark that is
 * given stays what it is.
 *
 * Returns: (transfer full): the numbering, or %NULL with [error@Lectern.Error.NUMBERING] where a
 *   marker is empty or has no number
 */
LecternNumbering *
lectern_numbering_new_standard (const char *string, GError **error)
{
  g_autoptr (LecternNumbering) numbering = NULL;
  g_autofree char *first = NULL;
  const char *mark;
  gsize length;

  g_return_val_if_fail (string != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  numbering = lectern_numbering_new_from_string (string, error);
  if (numbering == NULL)
    return NULL;
  first = lectern_numbering_dup_marker (numbering, 1, NULL);
  length = strlen (first);
  mark = _lectern_after_get_mark (_lectern_marker_classify (first, length));
  if (mark == NULL || *mark == '\0' || _lectern_numbering_strip_mark (first, length) < length)
    return g_steal_pointer (&numbering);
  return _lectern_numbering_append (numbering, mark);
}
