/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "base/lectern-error-private.h"
#include "language/lectern-numbering-private.h"
#include "language/lectern-scan-private.h"

/**
 * LecternNumbering:
 *
 * What a marker says of a position: a counter style with what stands before and after the number
 * (`第` 一 `，`), or a list of words (首先, 其次, 再次, 最后).
 *
 * A numbering never changes and may be shared between threads.
 */
struct _LecternNumbering
{
  gatomicrefcount ref_count;
  LecternNumeralStyle style;
  LecternNumberingFlags flags;
  char *prefix;
  char *suffix;
  char *prefix_core; /* blanks and the width of brackets do not count, */
  char *suffix_core; /* nor does the mark at the end */
  char **words;      /* of a word list */
  guint n_words;
};

G_DEFINE_BOXED_TYPE (LecternNumbering, lectern_numbering, lectern_numbering_ref,
                     lectern_numbering_unref)

/* The marks that may follow a marker, GB/T 15834-2011 B.3, and what is found in their place. */
static const char marks[] = "、，,．.。：:；; \t　";

static gboolean
is_mark (gunichar c)
{
  return c != 0 && g_utf8_strchr (marks, -1, c) != NULL;
}

gsize
_lectern_numbering_strip_mark (const char *marker, gsize length)
{
  while (length > 0)
    {
      const char *last = g_utf8_find_prev_char (marker, marker + length);

      if (!is_mark (g_utf8_get_char (last)))
        break;
      length = (gsize)(last - marker);
    }
  return length;
}

/* Full-width brackets are half-width ones, Latin letters small ones, and there are no blanks. */
static char *
fold (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);
  const char *end = text + length;
  gunichar c;
  guint size;

  for (; c = _lectern_peek (text, end, &size), size > 0; text += size)
    {
      if (c == 0xff08 || c == 0xff09 || c == 0xff3b || c == 0xff3d || c == 0xff5b || c == 0xff5d)
        c -= 0xfee0;
      if (c != ' ' && c != '\t' && c != 0x3000)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

LecternNumbering *
_lectern_numbering_new_full (LecternNumeralStyle style, char **words, LecternNumberingFlags flags,
                             const char *prefix, gssize prefix_length, const char *suffix,
                             gssize suffix_length)
{
  LecternNumbering *self = g_new0 (LecternNumbering, 1);
  gsize n_prefix = prefix_length < 0 ? strlen (prefix) : (gsize)prefix_length;
  gsize n_suffix = suffix_length < 0 ? strlen (suffix) : (gsize)suffix_length;

  g_atomic_ref_count_init (&self->ref_count);
  self->style = style;
  self->flags = flags;
  self->words = words;
  self->n_words = words != NULL ? g_strv_length (words) : 0;
  self->prefix = g_strndup (prefix, n_prefix);
  self->suffix = g_strndup (suffix, n_suffix);
  self->prefix_core = fold (prefix, n_prefix);
  self->suffix_core = fold (suffix, _lectern_numbering_strip_mark (suffix, n_suffix));
  return self;
}

LecternNumbering *
_lectern_numbering_append (LecternNumbering *numbering, const char *mark)
{
  g_autofree char *suffix = g_strconcat (numbering->suffix, mark, NULL);

  return _lectern_numbering_new_full (numbering->style, g_strdupv (numbering->words),
                                      numbering->flags, numbering->prefix, -1, suffix, -1);
}

/**
 * lectern_numbering_new:
 * @style: a counter style, `LECTERN_COUNTER_*`; not [const@Lectern.COUNTER_WORDS]
 * @prefix: (nullable): what stands before the number
 * @suffix: (nullable): what stands after it
 *
 * Makes a numbering of exactly these parts: `simp-chinese-informal`, `第`, `，` gives 第一，,
 * 第二，.
 *
 * Returns: (transfer full) (nullable): the numbering, or %NULL where the style is not known
 */
LecternNumbering *
lectern_numbering_new (const char *style, const char *prefix, const char *suffix)
{
  LecternNumeralStyle numeral;

  g_return_val_if_fail (style != NULL, NULL);

  numeral = _lectern_numeral_style_from_name (style);
  if (numeral == LECTERN_NUMERAL_NONE || numeral == LECTERN_NUMERAL_WORDS)
    return NULL;
  return _lectern_numbering_new_full (numeral, NULL, LECTERN_NUMBERING_PLAIN,
                                      prefix != NULL ? prefix : "", -1,
                                      suffix != NULL ? suffix : "", -1);
}

/**
 * lectern_numbering_new_words:
 * @words: (array zero-terminated=1): the words of position 1, 2, …; at least one
 * @prefix: (nullable): what stands before each word
 * @suffix: (nullable): what stands after each word
 *
 * Makes a numbering that counts by a list of words and ends with it.
 *
 * Returns: (transfer full): the numbering
 */
LecternNumbering *
lectern_numbering_new_words (const char *const *words, const char *prefix, const char *suffix)
{
  g_return_val_if_fail (words != NULL && words[0] != NULL, NULL);

  return _lectern_numbering_new_full (LECTERN_NUMERAL_WORDS, g_strdupv ((char **)words),
                                      LECTERN_NUMBERING_PLAIN, prefix != NULL ? prefix : "", -1,
                                      suffix != NULL ? suffix : "", -1);
}

/**
 * lectern_numbering_ref:
 * @numbering: a numbering
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the same numbering
 */
LecternNumbering *
lectern_numbering_ref (LecternNumbering *numbering)
{
  g_return_val_if_fail (numbering != NULL, NULL);

  g_atomic_ref_count_inc (&numbering->ref_count);
  return numbering;
}

/**
 * lectern_numbering_unref:
 * @numbering: (transfer full): a numbering
 *
 * Drops a reference; the last one frees the numbering.
 */
void
lectern_numbering_unref (LecternNumbering *numbering)
{
  g_return_if_fail (numbering != NULL);

  if (!g_atomic_ref_count_dec (&numbering->ref_count))
    return;
  g_free (numbering->prefix);
  g_free (numbering->suffix);
  g_free (numbering->prefix_core);
  g_free (numbering->suffix_core);
  g_strfreev (numbering->words);
  g_free (numbering);
}

/**
 * lectern_numbering_get_style:
 * @numbering: a numbering
 *
 * Gets the counter style by its name in CSS Counter Styles Level 3, or one of the names of
 * `LECTERN_COUNTER_*` that CSS does not have. A word list is [const@Lectern.COUNTER_WORDS].
 *
 * Returns: (transfer none): the name; static
 */
const char *
lectern_numbering_get_style (LecternNumbering *numbering)
{
  g_return_val_if_fail (numbering != NULL, NULL);

  return _lectern_numeral_style_get_name (numbering->style);
}

/**
 * lectern_numbering_get_prefix:
 * @numbering: a numbering
 *
 * Gets what stands before the number: `第` of 第一，.
 *
 * Returns: (transfer none): the prefix, perhaps empty
 */
const char *
lectern_numbering_get_prefix (LecternNumbering *numbering)
{
  g_return_val_if_fail (numbering != NULL, NULL);

  return numbering->prefix;
}

/**
 * lectern_numbering_get_suffix:
 * @numbering: a numbering
 *
 * Gets what stands after the number: `是` of 一是, `、` of 一、.
 *
 * Returns: (transfer none): the suffix, perhaps empty
 */
const char *
lectern_numbering_get_suffix (LecternNumbering *numbering)
{
  g_return_val_if_fail (numbering != NULL, NULL);

  return numbering->suffix;
}

/**
 * lectern_numbering_get_limit:
 * @numbering: a numbering
 *
 * Gets the last position that has a marker: 20 for ⑴, 10 for 甲, 4 for 首先, 3999 for Roman
 * numbers.
 *
 * Returns: the position, %G_MAXUINT where there is no end
 */
guint
lectern_numbering_get_limit (LecternNumbering *numbering)
{
  g_return_val_if_fail (numbering != NULL, 0);

  if (numbering->words == NULL)
    return _lectern_numeral_style_get_limit (numbering->style);
  return numbering->flags & LECTERN_NUMBERING_REPEATS ? G_MAXUINT : numbering->n_words;
}

static gsize
word_length (LecternNumbering *numbering, const char *word)
{
  return numbering->flags & LECTERN_NUMBERING_ALTERNATIVES ? strcspn (word, "|") : strlen (word);
}

char *
_lectern_numbering_dup_marker_of (LecternNumbering *numbering, guint ordinal, guint n_members,
                                  GError **error)
{
  GString *marker = g_string_new (numbering->prefix);
  guint limit = lectern_numbering_get_limit (numbering);
  guint position = ordinal;

  if (numbering->flags & LECTERN_NUMBERING_LAST_IS_FINAL)
    {
      if (ordinal == n_members && ordinal > 2 && ordinal < limit)
        position = limit;
      else if (ordinal == limit && ordinal < n_members)
        position = 0; /* the last word for one that is not the last */
    }
  if (numbering->words != NULL && position >= 1 && position <= limit)
    {
      const char *word
          = numbering->words[numbering->flags & LECTERN_NUMBERING_REPEATS ? 0 : position - 1];

      g_string_append_len (marker, word, (gssize)word_length (numbering, word));
    }
  else if (position < 1 || !_lectern_numeral_append (marker, numbering->style, position))
    {
      g_autofree char *name = lectern_numbering_to_string (numbering);

      _lectern_set_error (error, LECTERN_ERROR_NUMBERING, NULL, NULL,
                          "the numbering %s has positions 1 to %u, there is no marker for %u", name,
                          limit, ordinal);
      g_string_free (marker, TRUE);
      return NULL;
    }
  g_string_append (marker, numbering->suffix);
  return g_string_free (marker, FALSE);
}

/**
 * lectern_numbering_dup_marker:
 * @numbering: a numbering
 * @ordinal: a position, from 1
 * @error: return location for an error
 *
 * Writes the marker of a position.
 *
 * A word list gives its words in order. Of 首先, 其次, 再次, 最后 that is right for four members:
 * with three, the last one wants 最后 and not 再次, which a position alone does not tell.
 *
 * Returns: (transfer full): the marker, or %NULL with [error@Lectern.Error.NUMBERING] where the
 *   list is too short or the style ends: nothing is made up
 */
char *
lectern_numbering_dup_marker (LecternNumbering *numbering, guint ordinal, GError **error)
{
  g_return_val_if_fail (numbering != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return _lectern_numbering_dup_marker_of (numbering, ordinal, 0, error);
}

static gboolean
equal_folded (const char *a, gsize length, const char *b)
{
  g_autofree char *folded = fold (b, strlen (b));

  return strlen (folded) == length && g_ascii_strncasecmp (a, folded, length) == 0;
}

/* The position of a word or one of its alternatives, 0 where it is not in the list. */
static guint
find_word (LecternNumbering *numbering, const char *word, gsize length)
{
  for (guint i = 0; i < numbering->n_words; i++)
    {
      gboolean whole = !(numbering->flags & LECTERN_NUMBERING_ALTERNATIVES);
      g_auto (GStrv) alternatives = g_strsplit (numbering->words[i], "|", whole ? 1 : -1);

      for (guint j = 0; alternatives[j] != NULL; j++)
        if (equal_folded (word, length, alternatives[j]))
          return i + 1;
    }
  return 0;
}

/**
 * lectern_numbering_parse_marker:
 * @numbering: a numbering
 * @marker: a marker as it stands in a text
 * @number: (out) (optional): the number that the marker bears; 0 where all members bear the same
 *   marker (一方面, 一方面)
 *
 * Reads a marker of this numbering.
 *
 * What does not change the form does not count: the mark at the end (第二、 of 第一，), blanks, the
 * width of brackets and digits, and which of the Chinese scripts a number is written in. Whether a
 * marker stands exactly as it should is seen by comparing it with
 * [method@Lectern.Numbering.dup_marker].
 *
 * Returns: whether it is a marker of this numbering
 */
gboolean
lectern_numbering_parse_marker (LecternNumbering *numbering, const char *marker, guint *number)
{
  g_autofree char *folded = NULL;
  gsize length, n_prefix, n_suffix;
  guint value = 0;

  g_return_val_if_fail (numbering != NULL, FALSE);
  g_return_val_if_fail (marker != NULL, FALSE);

  folded = fold (marker, _lectern_numbering_strip_mark (marker, strlen (marker)));
  length = strlen (folded);
  n_prefix = strlen (numbering->prefix_core);
  n_suffix = strlen (numbering->suffix_core);
  if (length <= n_prefix + n_suffix || !g_str_has_prefix (folded, numbering->prefix_core)
      || !g_str_has_suffix (folded, numbering->suffix_core))
    return FALSE;
  length -= n_prefix + n_suffix;
  if (numbering->words == NULL)
    {
      if (_lectern_numeral_parse_style (folded + n_prefix, length, numbering->style, &value)
          != length)
        return FALSE;
    }
  else if ((value = find_word (numbering, folded + n_prefix, length)) == 0)
    return FALSE;
  if (number != NULL)
    *number = numbering->flags & LECTERN_NUMBERING_REPEATS ? 0 : value;
  return TRUE;
}

/* Numbers before the one that counts: 3.1 and 4.1 are of one form. */
static char *
dup_prefix_form (const char *prefix)
{
  GString *out = g_string_new (NULL);

  for (; *prefix != '\0'; prefix++)
    if (!g_ascii_isdigit (*prefix))
      g_string_append_c (out, *prefix);
    else if (!g_ascii_isdigit (prefix[1]))
      g_string_append_c (out, '#');
  return g_string_free (out, FALSE);
}

static gboolean
is_brackets (const char *text)
{
  return strspn (text, "()[]{}<>") == strlen (text);
}

/**
 * lectern_numbering_dup_form:
 * @numbering: a numbering
 *
 * Gets the form: the counter style with its brackets, which says of what rank a marker is. The mark
 * after it (、 ， .), the width of brackets and digits and the kind of Chinese script do not count,
 * so 一、 and 一 and 壹， are `simp-chinese-informal`, （一） and (一) and ㈠ are
 * `(simp-chinese-informal)`. Where words stand beside the number, a `#` stands for it: `第#章`,
 * `#是`. A word list has the form of its first word.
 *
 * The order of forms is GB/T 15834-2011 B.3.8: 一、 （一） 1. （1） ① or a.
 *
 * Returns: (transfer full): the form
 */
char *
lectern_numbering_dup_form (LecternNumbering *numbering)
{
  g_autofree char *prefix = NULL;
  const char *number;
  gboolean bracketed;

  g_return_val_if_fail (numbering != NULL, NULL);

  if (numbering->words != NULL)
    {
      g_autofree char *word
          = g_strndup (numbering->words[0], word_length (numbering, numbering->words[0]));
      g_autofree char *whole
          = g_strconcat (numbering->prefix_core, word, numbering->suffix_core, NULL);

      return g_ascii_strdown (whole, -1);
    }
  number = _lectern_numeral_style_get_name (
      _lectern_numeral_style_fold (numbering->style, &bracketed));
  if (!is_brackets (numbering->prefix_core) || !is_brackets (numbering->suffix_core))
    number = "#";
  prefix = dup_prefix_form (numbering->prefix_core);
  return g_strconcat (prefix, bracketed ? "(" : "", number, bracketed ? ")" : "",
                      numbering->suffix_core, NULL);
}

/* Whether they write the same marker at every position. */
static gboolean
equal_words (LecternNumbering *a, LecternNumbering *b)
{
  if (a->n_words != b->n_words)
    return FALSE;
  for (guint i = 0; i < a->n_words; i++)
    {
      g_autofree char *word_a = lectern_numbering_dup_marker (a, i + 1, NULL);
      g_autofree char *word_b = lectern_numbering_dup_marker (b, i + 1, NULL);

      if (strcmp (word_a, word_b) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * lectern_numbering_equal:
 * @a: a numbering
 * @b: a numbering
 *
 * Tells whether the two write the same markers.
 *
 * Returns: whether they are equal
 */
gboolean
lectern_numbering_equal (LecternNumbering *a, LecternNumbering *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->style != b->style || ((a->flags ^ b->flags) & LECTERN_NUMBERING_REPEATS) != 0)
    return FALSE;
  if (a->words != NULL)
    return equal_words (a, b);
  return strcmp (a->prefix, b->prefix) == 0 && strcmp (a->suffix, b->suffix) == 0;
}

/**
 * lectern_numbering_hash:
 * @numbering: a numbering
 *
 * Hashes a numbering, in agreement with [method@Lectern.Numbering.equal].
 *
 * Returns: the hash
 */
guint
lectern_numbering_hash (LecternNumbering *numbering)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (numbering != NULL, 0);

  first = lectern_numbering_dup_marker (numbering, 1, NULL);
  return g_str_hash (first) ^ ((guint)numbering->style << 24);
}

static void
append_escaped (GString *out, const char *marker)
{
  for (; *marker != '\0'; marker++)
    {
      if (*marker == '~' || *marker == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *marker);
    }
}

/* All words, parted by ~; a single ~ at the end where two words alone would be read as markers. */
static void
append_words (GString *out, LecternNumbering *numbering)
{
  for (guint i = 1; i < numbering->n_words; i++)
    {
      g_autofree char *marker = lectern_numbering_dup_marker (numbering, i + 1, NULL);

      g_string_append_c (out, '~');
      append_escaped (out, marker);
    }
  if (numbering->n_words < 3)
    g_string_append_c (out, '~');
}

/* A later position whose marker, together with the first, is read as this numbering; 0 for none. */
static guint
find_telling_position (LecternNumbering *numbering, const char *first)
{
  static const guint positions[] = { 2, 3, 4, 10, 11, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autofree char *later = NULL;
      g_autoptr (LecternNumbering) reading = NULL;

      if (positions[i] > lectern_numbering_get_limit (numbering))
        break;
      later = lectern_numbering_dup_marker (numbering, positions[i], NULL);
      reading = lectern_numbering_new_from_markers (first, later, NULL);
      if (reading != NULL && lectern_numbering_equal (reading, numbering))
        return positions[i];
    }
  return 0;
}

/**
 * lectern_numbering_to_string:
 * @numbering: a numbering
 *
 * Spells the numbering as the XML form and `inspect` do: as the marker of position 1 (`一是`);
 * where its default reading would be another numbering, with `~` and a later marker that tells
 * (`一方面~一方面`, `一、~一〇、` for `cjk-decimal`); a list of other words as all its markers
 * (`壬~癸~子`), with a `~` at the end where there are fewer than three. A `~` of the marker is
 * doubled.
 *
 * Returns: (transfer full): the spelling, which [ctor@Lectern.Numbering.new_from_string] reads
 */
char *
lectern_numbering_to_string (LecternNumbering *numbering)
{
  g_autoptr (LecternNumbering) reading = NULL;
  g_autofree char *first = NULL;
  GString *out = g_string_new (NULL);
  guint later;

  g_return_val_if_fail (numbering != NULL, NULL);

  first = lectern_numbering_dup_marker (numbering, 1, NULL);
  append_escaped (out, first);
  reading = lectern_numbering_new_from_marker (first, NULL);
  if (reading != NULL && lectern_numbering_equal (reading, numbering))
    return g_string_free (out, FALSE);
  later = find_telling_position (numbering, first);
  if (later == 0 && numbering->words != NULL)
    append_words (out, numbering);
  else
    {
      g_autofree char *marker = lectern_numbering_dup_marker (numbering, MAX (later, 2), NULL);

      g_string_append_c (out, '~');
      append_escaped (out, marker);
    }
  return g_string_free (out, FALSE);
}
