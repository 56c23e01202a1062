/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "read/lectern-text-announcements-private.h"

#include <string.h>

/* Phrases that may announce something: 三点意见, 五个“紧盯”, “四个聚焦”, four courses of action. */

#define VERB_MAX_BYTES    48 /* from a verb to the number */
#define NOUN_MAX_BYTES    30 /* from the measure word to the noun */
#define OPEN_MAX_BYTES    24 /* of a noun that no table has */
#define KEYWORD_MIN_BYTES 6
#define KEYWORD_MAX_BYTES 36
#define CLAUSE_MAX_BYTES  240

#define CLAUSE_ENDS                                                                                \
  (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COMMA | LECTERN_CHAR_COLON                 \
   | LECTERN_CHAR_OPEN | LECTERN_CHAR_CLOSE)
#define CLAUSE_STARTS                                                                              \
  (LECTERN_CHAR_STOP | LECTERN_CHAR_SEMI | LECTERN_CHAR_COMMA | LECTERN_CHAR_COLON)

typedef struct
{
  LecternTextReader *r;
  const LecternAnnouncing *words;
  guint32 from;   /* of the clause that the number stands in */
  guint32 limit;  /* of the stretch */
  guint32 at;     /* the number */
  guint32 token;  /* the first one after the number */
  guint32 clause; /* where the clause ends after the number */
} Search;

static gsize
word_at (const Search *s, const LecternWords *words, guint32 at, guint32 end)
{
  return _lectern_words_begin (words, s->r->text + at, s->r->text + end);
}

static gboolean
word_before (const Search *s, const LecternWords *words, guint32 at)
{
  return _lectern_words_end (words, s->r->text + s->from, s->r->text + at) > 0;
}

static guint32
next_char (const Search *s, guint32 at)
{
  return g_utf8_next_char (s->r->text + at) - s->r->text;
}

/* Whether a word of a language with blanks begins or ends there. */
static gboolean
is_word_border (const Search *s, guint32 at)
{
  return !s->words->spaced || at == 0 || at >= s->r->length || !g_ascii_isalnum (s->r->text[at - 1])
         || !g_ascii_isalnum (s->r->text[at]);
}

static const LecternToken *
token_from (const Search *s, guint32 at, guint classes)
{
  const LecternScan *scan = &s->r->scan;
  guint32 limit = MIN (s->limit, at + CLAUSE_MAX_BYTES);

  for (guint32 t = s->token; t < scan->n_tokens && scan->tokens[t].offset < limit; t++)
    if (scan->tokens[t].offset >= at && (scan->tokens[t].class & classes)
        && scan->tokens[t].class != LECTERN_CHAR_WIDE_BLANK)
      return &scan->tokens[t];
  return NULL;
}

/* What the words in [p, end) say: the clause before the number, or, where verbs come last, what
 * follows on the phrase. */
static guint
flags_of_words (const Search *s, guint32 p, guint32 end)
{
  const LecternAnnouncing *w = s->words;
  guint flags = 0;

  while (p < end)
    {
      gsize n = word_at (s, &w->no_verbs, p, end);

      if (n == 0 && is_word_border (s, p))
        {
          if ((n = word_at (s, &w->speaking, p, end)) > 0)
            {
              flags |= LECTERN_PHRASE_SPEAKING;
              if (word_at (s, &w->reported, p + n, end) > 0)
                flags |= LECTERN_PHRASE_REPORTED;
            }
          else if ((n = word_at (s, &w->here, p, end)) > 0)
            flags |= LECTERN_PHRASE_HERE;
          else if ((n = word_at (s, &w->leading, p, end)) > 0)
            flags |= LECTERN_PHRASE_LEADING;
        }
      p = n > 0 ? p + n : next_char (s, p);
    }
  return flags;
}

static guint
flags_before (const Search *s, guint32 number)
{
  guint32 from = number - s->from > VERB_MAX_BYTES ? number - VERB_MAX_BYTES : s->from;

  while ((s->r->text[from] & 0xc0) == 0x80)
    from++;
  return flags_of_words (s, from, number);
}

/* The end of the noun that stands at `at`: the noun, others right behind, and one that ends the
 * clause: 方面, 方面的工作, 方面的突出问题. */
static guint32
noun_end (const Search *s, guint32 at, guint *flags)
{
  const LecternAnnouncing *w = s->words;
  guint32 end = at;
  gsize n;

  while (at < s->clause)
    {
      gboolean said = (n = word_at (s, &w->said, at, s->clause)) > 0;

      if (!said)
        n = word_at (s, &w->nouns, at, s->clause);
      if (n == 0 || !is_word_border (s, at + n))
        break;
      *flags = (*flags & ~LECTERN_PHRASE_SAID) | LECTERN_PHRASE_NOUN
               | (said ? LECTERN_PHRASE_SAID : 0);
      end = at += n;
      if (w->spaced)
        break;
      at += MAX (
          _lectern_alternative_at ("的|和|与|與|及", s->r->text + at, s->r->text + s->clause), 0);
    }
  if (end > 0 && at > end && s->clause - at <= NOUN_MAX_BYTES
      && (n = _lectern_words_end (&w->nouns, s->r->text + at, s->r->text + s->clause)) > 0)
    return s->clause;
  return end;
}

/* The noun after the measure word, which ends at `measure`; 0 for none. */
static guint32
find_noun (const Search *s, guint32 measure, guint *flags)
{
  const LecternAnnouncing *w = s->words;
  guint32 limit = MIN (s->clause, measure + NOUN_MAX_BYTES), at, end;

  while (w->spaced && measure < s->clause && s->r->text[measure] == ' ')
    measure++;
  for (at = measure; at < limit; at = next_char (s, at))
    {
      if (!is_word_border (s, at))
        continue;
      if (word_at (s, &w->no_nouns, at, s->clause) > 0)
        return 0;
      if (at > measure && word_at (s, &w->asides, at, s->clause) > 0)
        break;
      if ((end = noun_end (s, at, flags)) > at)
        return end;
      if (w->spaced && w->verb_last)
        break; /* the noun is the next word */
    }
  return 0;
}

/* Three points and no noun: 再强调三点。, 强调三点供大家参考. */
static gboolean
stands_alone (const Search *s, guint32 measure, guint32 end)
{
  return _lectern_words_end (&s->words->alone, s->r->text + measure, s->r->text + end) > 0
         && (end == s->clause || word_at (s, &s->words->asides, end, s->clause) > 0);
}

/* The end of a noun that no table has: that of the clause, or of the next word without what is
 * joined to it (신뢰를); 0 for none. */
static guint32
open_noun (const Search *s, guint32 at)
{
  const LecternWords *none = &s->words->no_nouns;
  const char *text = s->r->text, *blank;
  guint32 end = s->clause;

  if (s->words->spaced && s->words->verb_last && at < end && text[at] == ' ')
    {
      blank = memchr (text + at + 1, ' ', end - at - 1);
      end = blank != NULL ? (guint32)(blank - text) : end;
      at++;
      end -= _lectern_words_end (&s->words->asides, text + at, text + end);
    }
  else if (s->words->spaced)
    return 0;
  if (end <= at || end - at > OPEN_MAX_BYTES || word_at (s, none, at, s->clause) > 0
      || _lectern_words_end (none, text + at, text + end) > 0)
    return 0;
  return end;
}

static gboolean
is_quote (const Search *s, guint32 at)
{
  return at < s->limit && _lectern_reader_at (s->r, "“|‘|「|『|\"", at, s->limit);
}

/* The keyword from `from` on, up to the quotation mark that closes. */
static gboolean
find_keyword (const Search *s, LecternPhrase *phrase, guint32 from)
{
  const LecternToken *close = token_from (s, from, LECTERN_CHAR_CLOSE | CLAUSE_STARTS);
  guint32 end;

  if (close != NULL && (close->class & LECTERN_CHAR_CLOSE))
    end = close->offset;
  else
    {
      const char *ascii = memchr (s->r->text + from, '"', MIN (s->limit - from, KEYWORD_MAX_BYTES));

      if (ascii == NULL)
        return FALSE;
      end = ascii - s->r->text;
    }
  if (end < from + KEYWORD_MIN_BYTES || end - from > KEYWORD_MAX_BYTES)
    return FALSE;
  phrase->keyword = from;
  phrase->keyword_end = end;
  phrase->gap = end + (close != NULL && close->offset == end ? close->length : 1);
  phrase->flags |= LECTERN_PHRASE_QUOTED;
  return TRUE;
}

/* What stands after number and measure word: `at` is behind them. */
static gboolean
finish_phrase (const Search *s, LecternPhrase *phrase, guint32 measure, guint32 at)
{
  gboolean quoted = phrase->start >= 3 && is_quote (s, phrase->start - 3);
  guint flags = 0;
  guint32 end;

  if (is_quote (s, at))
    {
      if (!find_keyword (s, phrase, at + (s->r->text[at] == '"' ? 1 : 3)))
        return FALSE;
      phrase->end = phrase->gap;
      return TRUE;
    }
  if ((quoted || (phrase->start >= 1 && s->r->text[phrase->start - 1] == '"'))
      && find_keyword (s, phrase, at))
    {
      phrase->end = phrase->keyword_end;
      return TRUE;
    }
  if (measure == at && !s->words->spaced && phrase->counting != LECTERN_ANNOUNCED_INDEFINITE)
    return FALSE;
  if ((end = find_noun (s, at, &flags)) > 0)
    phrase->flags |= flags;
  else if (stands_alone (s, measure, at))
    {
      phrase->flags |= LECTERN_PHRASE_NOUN;
      end = at;
    }
  else if ((end = open_noun (s, at)) == 0)
    return FALSE;
  phrase->end = phrase->gap = end;
  return TRUE;
}

/* Whether the number counts what comes, and not places, fractions or what came before. */
static gboolean
number_may_announce (const Search *s)
{
  guint32 at = s->at;
  guint value;

  if (word_before (s, &s->words->no_number, at) && !word_before (s, &s->words->here, at))
    return FALSE;
  if (at >= s->from + 6 && _lectern_reader_at (s->r, "点|點|、", at - 3, at)
      && !word_before (s, &s->words->here, at)
      && _lectern_numeral_parse (s->r->text + at - 6, 3, &value, NULL) > 0)
    return FALSE; /* 三点五, 三、四个 */
  return at == s->from || !g_ascii_isalnum (s->r->text[at - 1]);
}

/* After the characters of which numbers are made. */
static guint32
skip_number (const Search *s, guint32 at)
{
  guint size;

  while (at < s->limit
         && (_lectern_announcing_char (s->words, (const guchar *)s->r->text + at, &size)
             & LECTERN_ANNOUNCING_STARTS))
    at += size;
  return at;
}

/* A phrase whose number begins at `s->at`. Gives where to go on. */
static inline guint32
take_phrase (Search *s, GArray *phrases, guint block)
{
  const char *text = s->r->text;
  LecternPhrase phrase = { .start = s->at, .block = block, .series = -1, .section = -1 };
  const LecternToken *clause;
  guint32 measure, at;
  guint value;
  gsize n;

  if (!number_may_announce (s))
    return s->words->spaced ? next_char (s, s->at) : skip_number (s, s->at);
  phrase.counting
      = _lectern_announcing_number (s->words, text + s->at, text + s->limit, &value, &n);
  if (phrase.counting == LECTERN_ANNOUNCED_NONE)
    return MAX (s->at + n, next_char (s, s->at));
  measure = s->at + n;
  if (s->words->spaced && measure < s->limit && text[measure] == ' ')
    measure++;
  at = measure + word_at (s, &s->words->measures, measure, s->limit);
  if (at == measure && !s->words->spaced && n <= 3
      && !(phrase.start >= 3 && is_quote (s, phrase.start - 3)))
    return measure;
  if (!is_word_border (s, s->at + n))
    return measure;
  phrase.count = value;
  clause = token_from (s, at, CLAUSE_ENDS);
  s->clause = clause != NULL ? clause->offset : MIN (s->limit, at + CLAUSE_MAX_BYTES);
  phrase.flags = flags_before (s, s->at);
  if (!finish_phrase (s, &phrase, measure, at))
    return measure;
  if (s->words->verb_last)
    phrase.flags |= flags_of_words (s, phrase.end, s->clause);
  if (s->r->blocks[block].role == LECTERN_BLOCK_HEADING && phrase.start < s->r->blocks[block].body)
    phrase.flags |= LECTERN_PHRASE_HEADING;
  g_array_append_val (phrases, phrase);
  return MAX (phrase.end, measure);
}

/* Goes to the character at `at`: the clause that it stands in, and the tokens after it. */
static void
advance_to (Search *s, guint32 at)
{
  const LecternScan *scan = &s->r->scan;

  for (; s->token < scan->n_tokens && scan->tokens[s->token].offset < at; s->token++)
    if (scan->tokens[s->token].class & CLAUSE_STARTS)
      s->from = MAX (s->from, scan->tokens[s->token].offset + scan->tokens[s->token].length);
  s->at = at;
}

/* Whether number, measure word or quotation mark stand after the first character of a number; in a
 * quotation the measure word may lack (“五严禁”). */
static inline gboolean
may_go_on (const Search *s, guint32 at, guint size)
{
  if (s->words->spaced || at + size + 3 > s->limit
      || _lectern_announcing_may_follow (s->words, (const guchar *)s->r->text + at + size,
                                         LECTERN_ANNOUNCING_FOLLOWS))
    return TRUE;
  return at >= 3 && is_quote (s, at - 3);
}

void
_lectern_phrases_find (LecternTextReader *r, guint block, guint32 from, guint32 to, GArray *phrases)
{
  Search s = { .r = r, .words = r->announcing, .from = from, .limit = to };
  const guchar *text = (const guchar *)r->text;
  guint32 at = from;
  guint size;

  s.token = _lectern_reader_token_at (r, r->blocks[block].token, from);
  while (at < to)
    {
      guint found = _lectern_announcing_char (s.words, text + at, &size);

      if (G_LIKELY (!(found & LECTERN_ANNOUNCING_STARTS)) || !may_go_on (&s, at, size)
          || _lectern_words_begin (&s.words->starts, r->text + at, r->text + to) == 0
          || (s.words->spaced && at > from && g_ascii_isalnum (text[at - 1])))
        {
          at += size;
          continue;
        }
      advance_to (&s, at);
      at = take_phrase (&s, phrases, block);
    }
}

/* The end of the phrase whose number and measure word end at `measure`, or 0 where it counts times
 * or the like. Where no table has the noun, the phrase ends before it. */
static guint32
quoted_end (Search *s, LecternPhrase *phrase, guint32 measure)
{
  const LecternToken *clause = token_from (s, measure, CLAUSE_ENDS);
  guint flags = 0;
  guint32 end;

  s->clause = clause != NULL ? clause->offset : MIN (s->limit, measure + CLAUSE_MAX_BYTES);
  if ((end = find_noun (s, measure, &flags)) > 0)
    phrase->flags |= flags;
  else if (word_at (s, &s->words->no_nouns, measure, s->clause) == 0
           && phrase->names == phrase->count)
    end = measure;
  return end;
}

void
_lectern_phrases_add_quoted (LecternTextReader *r, guint block, guint32 token, guint32 start,
                             guint32 number, GArray *phrases)
{
  const LecternBlock *b = &r->blocks[block];
  Search s = { .r = r, .words = r->announcing, .from = number, .limit = b->stop, .token = token };
  LecternPhrase phrase = { .start = start,
                           .block = block,
                           .counting = LECTERN_ANNOUNCED_NUMBER,
                           .series = -1,
                           .section = -1 };
  const char *counted;
  guint32 measure;
  guint value;
  gsize n;

  if (_lectern_announcing_number (s.words, r->text + number, r->text + b->stop, &value, &n)
      != LECTERN_ANNOUNCED_NUMBER)
    return;
  measure = number + n + word_at (&s, &s.words->measures, number + n, b->stop);
  phrase.count = value;
  phrase.names = _lectern_announcing_count_names (r->text + start, r->text + number + n, &counted);
  if (measure == number + n || phrase.names == 0)
    return;
  phrase.end = phrase.gap = quoted_end (&s, &phrase, measure);
  if (phrase.end > 0)
    g_array_append_val (phrases, phrase);
}
