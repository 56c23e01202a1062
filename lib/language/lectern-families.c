/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-families-private.h"

#include <string.h>

/* clang-format off */

#define CJK       LECTERN_DIGITS_CJK
#define DECIMAL   LECTERN_DIGITS_DECIMAL
#define HEADING   LECTERN_ROLE_HEADING
#define POINT     LECTERN_ROLE_POINT
#define EITHER    LECTERN_ROLE_EITHER
#define IN        LECTERN_FAMILY_INLINE
#define PARTNER   LECTERN_FAMILY_PARTNER
#define SENTENCE  LECTERN_FAMILY_SENTENCE
#define NOT_NUM   LECTERN_FAMILY_NOT_NUMERAL
#define NOUN      LECTERN_FAMILY_NOUN
#define COUNTED   "个|個|条|條|点|點|步|方面|层|層|种|種|项|項|件|类|類"
#define MARKS     "，|,|、|：|:"
#define NOTHING   { NULL }

/* GB/T 9704 7.3.3 and GB/T 15834 B.3 name the forms; the variants are those met in real speeches.
 * Rows with one prefix and one set of digits are tried in their order. */
static LecternFamily families[] = {
  { LECTERN_FAMILY_CJK, HEADING, IN | SENTENCE | NOT_NUM, CJK, 199, "", { "、|，|,|．|.|､" }, NOTHING },
  { LECTERN_FAMILY_CJK_BRACKETS, HEADING, IN, CJK, 199, "（|(", { "）、|），|）|)、|),|)" }, { "班|版|组" } },
  { LECTERN_FAMILY_CJK_BRACKETS, HEADING, IN, LECTERN_DIGITS_BRACKETED_CJK, 99, "", { "、|" }, NOTHING },
  { LECTERN_FAMILY_DECIMAL, HEADING, IN | SENTENCE | NOT_NUM, DECIMAL, 199, "", { "．|.|、" }, NOTHING },
  { LECTERN_FAMILY_DECIMAL, HEADING, IN | SENTENCE, LECTERN_DIGITS_STOPPED, 99, "", { "" }, NOTHING },
  { LECTERN_FAMILY_ROMAN, HEADING, PARTNER, LECTERN_DIGITS_ROMAN, 39, "", { "、|．|. |." }, NOTHING },
  { LECTERN_FAMILY_UPPER_ALPHA, HEADING, PARTNER, LECTERN_DIGITS_UPPER_ALPHA, 26, "", { "、|．|. " }, NOTHING },
  { LECTERN_FAMILY_LOWER_ALPHA, EITHER, PARTNER, LECTERN_DIGITS_ALPHA, 26, "", { "、|．|. " }, NOTHING },
  { LECTERN_FAMILY_STEM, EITHER, IN | SENTENCE | PARTNER, LECTERN_DIGITS_STEM, 10, "", { "、" }, NOTHING },
  { LECTERN_FAMILY_CHAPTER, HEADING, 0, CJK | DECIMAL, 199, "第", { "章" }, { "程|第" } },
  { LECTERN_FAMILY_PART, HEADING, 0, CJK | DECIMAL, 99, "第", { "部分|部份" }, { "人|的|是" } },
  { LECTERN_FAMILY_DIVISION, HEADING, PARTNER, CJK | DECIMAL, 99, "第", { "节|節|篇|编|編" }, { "目|日|课" } },
  { LECTERN_FAMILY_DECIMAL_BRACKETS, EITHER, IN, DECIMAL, 199, "（|(", { "）|)" }, { "班|号|组|版" } },
  { LECTERN_FAMILY_DECIMAL_BRACKETS, EITHER, IN, LECTERN_DIGITS_BRACKETED, 99, "", { "" }, { "班|号|组|版" } },
  { LECTERN_FAMILY_DECIMAL_CLOSE, EITHER, IN | SENTENCE, DECIMAL, 99, "", { "）|)" }, NOTHING },
  { LECTERN_FAMILY_ALPHA_BRACKETS, EITHER, IN | PARTNER, LECTERN_DIGITS_ALPHA | LECTERN_DIGITS_UPPER_ALPHA, 26, "（|(", { "）|)" }, NOTHING },
  { LECTERN_FAMILY_CIRCLED, EITHER, IN, LECTERN_DIGITS_CIRCLED, 99, "", { "" }, { "班|号|组|版" } },
  { LECTERN_FAMILY_IS, POINT, IN, CJK, 19, "", { "是，|是,|是：|是:|是、|是" }, { "一定|一切|一体|一、|一，|二、|二，|不是|否|非" } },
  { LECTERN_FAMILY_MUST, POINT, IN | NOT_NUM, CJK, 19, "", { "要" },
    { "务|義|义|素|领|領|点|點|求|害|件|道|塞|脉|目|略|闻|聞|旨|职|職|命" } },
  { LECTERN_FAMILY_NTH, POINT, IN | NOT_NUM, CJK | DECIMAL, 199, "第", { MARKS }, { "第" } },
  { LECTERN_FAMILY_NTH_NOUN, POINT, IN | NOUN | PARTNER, CJK | DECIMAL, 99, "第", { COUNTED }, NOTHING },
  { LECTERN_FAMILY_OF_THEM, POINT, IN, CJK, 10, "其", { MARKS }, NOTHING },
  { LECTERN_FAMILY_OF_THEM, POINT, IN | PARTNER, CJK, 10, "其", { "" }, NOTHING },
  { LECTERN_FAMILY_COME, POINT, IN | PARTNER, CJK, 10, "", { "来，|来,|来|來，|來" }, { "自|一" } },
  { LECTERN_FAMILY_THEN, POINT, IN | PARTNER, CJK, 10, "", { "则，|则,|则|則，|則" }, NOTHING },
  /* Japanese: 第一に、 */
  { LECTERN_FAMILY_NTH, POINT, IN | PARTNER, CJK | DECIMAL, 20, "第", { "に、|に，|に|は、|は" }, NOTHING },
};

/* What may follow a word where no mark does; an empty list wants a mark. */
#define MODALS { "要|是|必须|必須|应|應|须|須|需|得|就" }
#define ORDER(word, number)   { word, LECTERN_FAMILY_ORDER, number, IN | PARTNER, { MARKS }, MODALS }
#define ENGLISH(word, number) { word, LECTERN_FAMILY_ORDER, number, IN | PARTNER | SENTENCE, { ",|:" }, { "" } }
#define KOREAN(word, number)  { word, LECTERN_FAMILY_ORDER, number, IN | PARTNER, { ",|，|、|:|는,|로,|로는" }, { "" } }
#define SIDE(word, number)    { word, LECTERN_FAMILY_SIDE, number, IN | PARTNER, { "，|,|、" }, NOTHING }
#define ONE_IS(word, number)  { word, LECTERN_FAMILY_ONE_IS, number, IN | PARTNER, { "" }, NOTHING }

static LecternWordMarker word_markers[] = {
  ORDER ("首先", 1), ORDER ("其次", 2), ORDER ("再次", 3), ORDER ("再其次", 3), ORDER ("最后", 0), ORDER ("最後", 0),
  ORDER ("まず", 1),
  SIDE ("一方面", 1), SIDE ("另一方面", 2),
  ONE_IS ("一个是", 1), ONE_IS ("一個是", 1), ONE_IS ("另一个是", 2), ONE_IS ("另一個是", 2),
  ONE_IS ("再一个是", 0), ONE_IS ("还有一个是", 0), ONE_IS ("還有一個是", 0),
  ENGLISH ("Firstly", 1), ENGLISH ("First", 1), ENGLISH ("Secondly", 2), ENGLISH ("Second", 2),
  ENGLISH ("Thirdly", 3), ENGLISH ("Third", 3), ENGLISH ("Fourthly", 4), ENGLISH ("Fourth", 4),
  ENGLISH ("Fifthly", 5), ENGLISH ("Fifth", 5), ENGLISH ("Sixth", 6), ENGLISH ("Seventh", 7),
  ENGLISH ("Eighth", 8), ENGLISH ("Ninth", 9), ENGLISH ("Tenth", 10), ENGLISH ("Finally", 0), ENGLISH ("Lastly", 0),
  /* within a sentence */
  ENGLISH ("first", 1), ENGLISH ("second", 2), ENGLISH ("third", 3), ENGLISH ("fourth", 4), ENGLISH ("finally", 0),
  KOREAN ("첫째", 1), KOREAN ("첫번째", 1), KOREAN ("둘째", 2), KOREAN ("셋째", 3), KOREAN ("넷째", 4),
  KOREAN ("다섯째", 5), KOREAN ("여섯째", 6), KOREAN ("일곱째", 7),
};

/* Nouns after 第N个 that make a time or a rank of it, not a marker: 第一个五年, 第二个月. */
static LecternAlternatives no_nouns
  = { "月|五年|百年|世纪|世紀|年|季度|星期|礼拜|小时|人|工作日|回合|孩子|国家|國家" };

/* clang-format on */

/* The families by what stands before the numeral and by its digits, in the order of the table. */
#define N_DIGITS 10
static guint8 groups[LECTERN_N_LEADS][N_DIGITS][8];

static LecternLead
lead_of (const LecternFamily *family)
{
  switch ((guchar)*family->prefix)
    {
    case 0:
      return LECTERN_LEAD_NONE;
    case 0xe7:
      return LECTERN_LEAD_NTH;
    case 0xe5:
      return LECTERN_LEAD_OF_THEM;
    default:
      return LECTERN_LEAD_BRACKET;
    }
}

static void
add_to_groups (guint i)
{
  for (guint digit = 0; digit < N_DIGITS; digit++)
    if (families[i].digits & (1u << digit))
      {
        guint8 *group = groups[lead_of (&families[i])][digit];

        while (*group != 0)
          group++;
        *group = i + 1;
      }
}

/* The words by their first characters: the number of the first one of each, 0 for none. */
static guint8 first_words[64];

static void
prepare_words (void)
{
  guint8 *places[64];

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = &first_words[i];
  for (guint i = 0; i < G_N_ELEMENTS (word_markers); i++)
    {
      LecternWordMarker *word = &word_markers[i];
      guint8 **place;

      _lectern_alternatives_prepare (&word->marks);
      _lectern_alternatives_prepare (&word->modals);
      word->length = (guint8)strlen (word->word);
      place = &places[_lectern_alternatives_bit (word->word, word->length)];
      **place = (guint8)(i + 1);
      *place = &word->next;
    }
}

static void
prepare (void)
{
  static gsize ready;

  if (!g_once_init_enter (&ready))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      _lectern_alternatives_prepare (&families[i].suffix);
      _lectern_alternatives_prepare (&families[i].not_next);
      add_to_groups (i);
    }
  prepare_words ();
  _lectern_alternatives_prepare (&no_nouns);
  g_once_init_leave (&ready, 1);
}

const guint8 *
_lectern_families_group (LecternLead lead, LecternDigits digits)
{
  prepare ();
  return groups[lead][g_bit_nth_lsf (digits, -1)];
}

const LecternFamily *
_lectern_family_get (guint number)
{
  return &families[number - 1];
}

const LecternWordMarker *
_lectern_word_marker_at (const char *p, const char *end, const LecternWordMarker *previous)
{
  gsize left = (gsize)(end - p);
  guint i;

  prepare ();
  i = previous != NULL ? previous->next : first_words[_lectern_alternatives_bit (p, left)];
  for (; i != 0; i = word_markers[i - 1].next)
    if (word_markers[i - 1].length <= left
        && memcmp (p, word_markers[i - 1].word, word_markers[i - 1].length) == 0)
      return &word_markers[i - 1];
  return NULL;
}

gboolean
_lectern_family_no_noun_at (const char *p, const char *end)
{
  prepare ();
  return _lectern_alternatives_at (&no_nouns, p, end) > 0;
}

const char *
_lectern_word_marker_first (const char *p, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (word_markers); i++)
    if (_lectern_alternative_at (word_markers[i].word, p, end) > 0)
      {
        guint id = word_markers[i].id;

        /* The first word of a list stands before the others. */
        while (i > 0 && word_markers[i].number != 1)
          i--;
        return word_markers[i].id == id ? word_markers[i].word : NULL;
      }
  return NULL;
}
