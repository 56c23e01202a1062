/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "check/lectern-rules-numerals-private.h"

#include "language/lectern-numerals-private.h"

/* Digits in places that take Chinese numerals. */

const LecternBilingual _lectern_rules_numeral_form_messages[] = {
  { "“{1}” is written “{2}” here, with a Chinese numeral", "这里的“{1}”应当用汉字数字，写作“{2}”" },
  { NULL },
};

typedef enum
{
  ANY,
  ROUND,   /* tens and hundreds */
  CONGRESS /* 109 is 十九 with each character turned by itself, 210 is 二十 */
} Reading;

/* A place: the words on both sides of the digits, alternatives parted by `|` (an empty one fits
 * everywhere), what may not follow instead, and the numbers that make sense there. */
typedef struct
{
  const char *before;
  const char *after;
  const char *except;
  guint from;
  guint to;
  Reading reading;
} Place;

#define TERM                                                                                                                            \
  "届全国人大|届全国人民代表大会|届全国政协|届全国委员会|届中央|届人大|届政协|届人民代表大会|" \
  "届省委|届市委|届县委|届区委|届省人大|届市人大|届县人大|届区人大|届省政协|届市政协|届县政协|" \
  "届区政协|届党代会|届党代表大会|届一中|届二中|届三中|届四中|届五中|届六中|届七中|届1中|届2中|" \
  "届3中|届4中|届5中|届6中|届7中"
#define IN_TERM                                                                                                                            \
  "届全国人大|届全国政协|届人大|届政协|届人民代表大会|届全国人民代表大会|届全国委员会|届省人大|" \
  "届市人大|届县人大|届区人大|届省政协|届市政协|届县政协|届区政协|届党代会"
#define LUNAR_MONTH                                                                                                               \
  "正月|腊月|冬月|农历二月|农历三月|农历四月|农历五月|农历六月|农历七月|农历八月|农历九月|" \
  "农历十月|农历十一月|农历十二月"

static const Place places[] = {
  /* Congresses and plenary meetings (4.3: 十一届全国人大一次会议). */
  { "", TERM, NULL, 1, 40, ANY },
  { "党的|中国共产党", "届", NULL, 1, 40, ANY },
  { "", "中全会", NULL, 1, 12, ANY },
  { IN_TERM, "次会议|次全体会议", NULL, 1, 20, ANY },
  { "党的|中共", "大", "大会|大型|大量|大小|大力", 1, 40, CONGRESS },
  { "贯彻|落实|学习|宣传|庆祝|迎接|喜迎|领会", "大精神|大报告|大胜利召开|大召开", NULL, 12, 40,
    CONGRESS },
  { "", "大以来", NULL, 12, 40, CONGRESS },
  /* Five-year plans. */
  { "“", "五”", NULL, 7, 30, ANY },
  { "", "五规划|五时期|五期间|五末|五以来|五开局|五收官", NULL, 7, 30, ANY },
  /* Words that have a Chinese numeral for good (4.2.3). */
  { "第", "书记|责任人|时间|要务|资源|生产力|动力|方阵|梯队|把手|线|议题|粮仓", NULL, 1, 1, ANY },
  { "", "把手", "把手枪|把手电|把手术|把手工|把手锯|把手动|把手里", 1, 2, ANY },
  { "第", "世界|产业", NULL, 1, 3, ANY },
  { "星期|礼拜", "", "次|天|个|场|节|小时|课|期", 1, 6, ANY },
  /* The calendar of the moon (4.2.1). */
  { "农历", "月", NULL, 1, 12, ANY },
  { LUNAR_MONTH, "", "天|多天|余天|个", 11, 30, ANY },
  { "大年初|正月初|腊月初|农历初", "", NULL, 1, 10, ANY },
  /* Approximate numbers with 几 (4.2.2), and a number that is half in words. */
  { "", "几", "几内亚|几何", 10, 900, ROUND },
  { "百分之|千分之|万分之", "", NULL, 1, 100, ANY },
};

/* The number meant, 0 where there is none of this place. */
static guint
read_value (const Place *place, const LecternDigits *digits)
{
  guint value = digits->value;

  if (place->reading == CONGRESS && value > 100 && value < 110)
    value -= 90;
  else if (place->reading == CONGRESS && value >= 210 && value < 220)
    value -= 190;
  else if (place->reading == CONGRESS && value > 2100 && value < 2110)
    value -= 2080;
  if (place->reading == ROUND && (value % 10 != 0 || (value > 100 && value % 100 != 0)))
    return 0;
  return value >= place->from && value <= place->to ? value : 0;
}

static const Place *
find_place (const LecternCheck *check, const LecternDigits *digits, gint *before, gint *after,
            guint *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const Place *place = &places[i];

      *value = read_value (place, digits);
      if (*value == 0)
        continue;
      *after = _lectern_digits_follows (check, digits->end, place->after);
      if (*after < 0)
        continue;
      *before = _lectern_digits_precedes (check, digits->start, place->before);
      if (*before < 0
          || (place->except != NULL
              && _lectern_digits_follows (check, digits->end, place->except) >= 0))
        continue;
      return place;
    }
  return NULL;
}

static void
check_digits (LecternCheck *check, const LecternDigits *digits)
{
  g_autofree char *numeral = NULL;
  g_autofree char *bad = NULL;
  g_autoptr (GString) good = NULL;
  LecternFinding *finding;
  gint before, after;
  guint value;

  if (find_place (check, digits, &before, &after, &value) == NULL
      || _lectern_digits_is_code (check, digits))
    return;
  numeral = _lectern_numeral_format (LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, value);
  bad = g_strndup (check->text + digits->start - before,
                   digits->end - digits->start + (gsize)(before + after));
  good = g_string_new_len (check->text + digits->start - before, before);
  g_string_append (good, numeral);
  g_string_append_len (good, check->text + digits->end, after);
  finding = _lectern_digits_find (check, 0, digits->start, digits->end, bad, good->str);
  _lectern_check_replace (check, finding, digits->start, digits->end, numeral);
}

void
_lectern_rules_check_numeral_form (LecternCheck *check)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == LECTERN_MARK_DIGITS)
      {
        LecternDigits digits;

        _lectern_digits_read (check, &marks[i], &digits);
        check_digits (check, &digits);
      }
}
