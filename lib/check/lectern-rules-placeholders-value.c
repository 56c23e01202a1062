/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE /* memmem */
#include "check/lectern-rules-numerals-private.h"
#include "check/lectern-rules-placeholders-private.h"

#include "language/lectern-mask-tables-private.h"
#include "language/lectern-numerals-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Values that do not have the form that their place wants. */

enum
{
  BESIDE,
  STILL_MASK,
  EMPTY,
  OVER_LINE,
  NO_YEAR,
  NO_MONTH,
  NO_DAY,
  NO_HOUR,
  NO_MINUTE,
  NO_QUARTER,
  NO_NUMBER,
  NO_PERCENT,
  TOO_MUCH,
  REWRITTEN,
  TWICE
};

const LecternBilingual _lectern_rules_value_form_messages[] = {
  [BESIDE] = { "“{1}” beside “{2}”: ordinals of one kind are written alike, “{3}”",
               "“{1}”与“{2}”写法不一致，同类序数应当统一，写作“{3}”" },
  [STILL_MASK]
  = { "“{1}” counts as filled in, but is still a mask", "“{1}”标为已填写，实际仍是占位符" },
  [EMPTY] = { "nothing has been filled in for “{1}”", "“{1}”处标为已填写，实际是空的" },
  [OVER_LINE] = { "the value “{1}” goes over the end of a line", "填入的“{1}”跨了行" },
  [NO_YEAR] = { "“{1}” is no year: four digits stand here", "“{1}”不是年份，这里应为四位数字" },
  [NO_MONTH] = { "“{1}” is no month: 1 to 12 stand here", "“{1}”不是月份，这里应为1至12" },
  [NO_DAY] = { "“{1}” is no day of a month: 1 to 31 stand here", "“{1}”不是日期，这里应为1至31" },
  [NO_HOUR] = { "“{1}” is no hour: 0 to 24 stand here", "“{1}”不是钟点，这里应为0至24" },
  [NO_MINUTE] = { "“{1}” is no minute: 0 to 59 stand here", "“{1}”不是分钟，这里应为0至59" },
  [NO_QUARTER] = { "“{1}” is no quarter: 1 to 4 stand here", "“{1}”不是季度，这里应为一至四" },
  [NO_NUMBER] = { "“{1}” is no number, but one is wanted here", "“{1}”不是数字，这里应当填数量" },
  [NO_PERCENT]
  = { "“{1}” is no number, but a percentage is wanted here", "“{1}”不是数字，这里应当填百分数" },
  [TOO_MUCH] = { "“{1}” per cent is hardly meant here", "百分数“{1}”过大，请核对" },
  [REWRITTEN] = { "“{1}” is written “{2}” here", "这里的“{1}”应当写作“{2}”" },
  [TWICE] = { "“{1}” ends with “{2}”, which follows once more", "“{1}”末尾的“{2}”与后文重复" },
  { NULL },
};

typedef enum
{
  NOT_A_NUMBER,
  HAS_A_NUMBER, /* and more: 3至5, 近百 */
  A_NUMBER
} Numeral;

/* A value that was filled in. */
typedef struct
{
  LecternSlot slot;
  char *text;
  Numeral numeral;
  double number;
  gboolean digits; /* Arabic ones alone */
} Value;

static void
read_number (Value *value)
{
  static const char others[]
      = "几|数|半|多|若干|两|〇|零|百|千|万|亿|壹|贰|叁|肆|伍|陆|柒|捌|玖|拾";
  const char *p = value->text, *end = p + strlen (p);
  char *past = NULL;
  guint whole;

  value->digits = *p != '\0' && strspn (p, "0123456789") == strlen (p);
  if (g_ascii_isdigit (*p))
    {
      value->number = g_ascii_strtod (p, &past);
      value->numeral = past == end ? A_NUMBER : HAS_A_NUMBER;
      return;
    }
  if (p < end && _lectern_numeral_parse (p, end - p, &whole, NULL) == (gsize)(end - p))
    {
      value->number = whole;
      value->numeral = A_NUMBER;
      return;
    }
  value->numeral = NOT_A_NUMBER;
  for (; p < end && value->numeral == NOT_A_NUMBER; p = g_utf8_next_char (p))
    if (_lectern_alternative_at (others, p, end) > 0
        || _lectern_numeral_parse (p, end - p, &whole, NULL) > 0)
      value->numeral = HAS_A_NUMBER;
}

static LecternFinding *
find (LecternCheck *check, const Value *value, guint message, const char *second)
{
  g_autofree char *quote
      = _lectern_check_quote (check, value->slot.span.start, value->slot.span.end, 20);

  return _lectern_check_find (check, message, value->slot.node, &value->slot.span, quote, second,
                              NULL);
}

static void
rewrite (LecternCheck *check, const Value *value, const char *right)
{
  LecternFinding *finding = find (check, value, REWRITTEN, right);

  _lectern_check_replace (check, finding, value->slot.span.start, value->slot.span.end, right);
}

/* The parts of a date, with what may stand there. */
static const struct
{
  const char *part;
  guint message;
  guint from;
  guint to;
} parts[] = {
  { "month", NO_MONTH, 1, 12 },   { "day", NO_DAY, 1, 31 },        { "hour", NO_HOUR, 0, 24 },
  { "minute", NO_MINUTE, 0, 59 }, { "quarter", NO_QUARTER, 1, 4 },
};

/* Characters of the year, those before the place included: 20XX年. */
static guint
count_year (LecternCheck *check, const Value *value)
{
  guint n = (guint)g_utf8_strlen (value->text, -1);
  gsize at = value->slot.span.start;

  while (at > 0 && n < 5 && g_ascii_isdigit (check->text[at - 1]))
    at--, n++;
  return n;
}

static void
check_date (LecternCheck *check, const Value *value)
{
  const char *part = value->slot.part;

  if (g_strcmp0 (part, "year") == 0)
    {
      if (value->numeral == NOT_A_NUMBER || (value->digits && count_year (check, value) != 4))
        find (check, value, NO_YEAR, NULL);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (g_strcmp0 (part, parts[i].part) != 0)
        continue;
      if (value->numeral == NOT_A_NUMBER
          || (value->numeral == A_NUMBER
              && (value->number < parts[i].from || value->number > parts[i].to)))
        find (check, value, parts[i].message, NULL);
      else if (value->digits && value->text[0] == '0' && strlen (value->text) == 2
               && parts[i].from > 0)
        rewrite (check, value, value->text + 1);
      return;
    }
}

/* What cannot be more than the whole. */
#define SHARES                                                                                     \
  "下降|减少|降低|下降了|减少了|降低了|占|占比|占比达|占到|合格率达|覆盖率达|合格率|覆盖率"

static void
check_percent (LecternCheck *check, const Value *value)
{
  if (value->numeral == NOT_A_NUMBER)
    find (check, value, NO_PERCENT, NULL);
  else if (value->numeral == A_NUMBER
           && (value->number >= 1000
               || (value->number > 100
                   && _lectern_digits_precedes (check, value->slot.span.start, SHARES) > 0)))
    find (check, value, TOO_MUCH, NULL);
}

/* Measure words of ordinals that take Chinese numerals: 第四批. The number of a house, a line or a
 * document is written in digits. */
#define CHINESE_MEASURES "届|轮|批|次|中全会|大精神|大报告|大以来|季度|巡察组|督导组|代"

static void
check_ordinal (LecternCheck *check, const Value *value)
{
  g_autofree char *right = NULL;

  if (!check->simplified || !value->digits || value->number < 1 || value->number > 99
      || _lectern_digits_follows (check, value->slot.span.end, CHINESE_MEASURES) < 0)
    return;
  right = _lectern_numeral_format (LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, (guint)value->number);
  rewrite (check, value, right);
}

/* 临河县县: the word after the place was filled in with it. Where that word goes on it may stand
 * twice: 临河县县委. */
static void
check_twice (LecternCheck *check, const Value *value)
{
  const char *unit = lectern_node_get_property (value->slot.node, LECTERN_PROPERTY_UNIT);
  const char *after = check->text + value->slot.span.end, *end = check->text + check->length;
  const LecternMaskWord *word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, after, end);
  LecternFinding *finding;

  if (unit == NULL && word != NULL)
    unit = word->word;
  if (unit == NULL || *unit == '\0' || _lectern_alternative_at (unit, after, end) <= 0
      || !g_str_has_suffix (value->text, unit) || strlen (value->text) == strlen (unit)
      || _lectern_alternative_at ("委|政府|人大|政协|直|级|长|城|域", after + strlen (unit), end)
             > 0)
    return;
  finding = find (check, value, TWICE, unit);
  _lectern_check_replace (check, finding, value->slot.span.end - strlen (unit),
                          value->slot.span.end, "");
}

static gboolean
is_mask (const char *text)
{
  return *text != '\0' && strspn (text, "Xx*_") == strlen (text);
}

static void
check_value (LecternCheck *check, const Value *value)
{
  const char *kind = value->slot.kind;

  if (*value->text == '\0' || strspn (value->text, " \t") == strlen (value->text))
    {
      const char *mask = lectern_node_get_property (value->slot.node, LECTERN_PROPERTY_MASK);

      _lectern_check_find (check, EMPTY, value->slot.node, &value->slot.span,
                           mask != NULL ? mask : kind, NULL);
    }
  else if (is_mask (value->text))
    find (check, value, STILL_MASK, NULL);
  else if (strpbrk (value->text, "\r\n") != NULL)
    find (check, value, OVER_LINE, NULL);
  else if (g_strcmp0 (kind, LECTERN_PLACEHOLDER_DATE) == 0)
    check_date (check, value);
  else if (g_strcmp0 (kind, LECTERN_PLACEHOLDER_PERCENT) == 0)
    check_percent (check, value);
  else if (g_strcmp0 (kind, LECTERN_PLACEHOLDER_ORDINAL) == 0)
    check_ordinal (check, value);
  else if (g_strcmp0 (kind, LECTERN_PLACEHOLDER_COUNT) == 0 && value->numeral == NOT_A_NUMBER)
    find (check, value, NO_NUMBER, NULL);
  else
    check_twice (check, value);
}

static void
check_filled (LecternCheck *check)
{
  guint n_slots;
  const LecternSlot *slots = _lectern_check_get_slots (check, &n_slots);

  for (guint i = 0; i < n_slots; i++)
    {
      Value value = { 0 };

      value.slot = slots[i];
      if (!value.slot.filled)
        continue;
      value.text = g_strndup (check->text + value.slot.span.start,
                              value.slot.span.end - value.slot.span.start);
      read_number (&value);
      check_value (check, &value);
      g_free (value.text);
    }
}

/* Words that ordinals stand before. */
static const char *const measures[]
    = { "轮",     "批", "次", "届", "期", "季度", "阶段", "方面", "步", "巡察组", "巡视组",
        "督导组", "组", "章", "节", "条", "项",   "类",   "代",   "个", "位",     "名" };

#define N_MEASURES G_N_ELEMENTS (measures)

/* How ordinals with one measure word are written in the text. */
typedef struct
{
  guint n_digits;
  guint n_chinese;
  LecternSpan model; /* an ordinal that is open or in Chinese numerals, 第 and word included */
  gboolean open;
} Ordinals;

static guint
find_measure (const LecternCheck *check, gsize at)
{
  guint i = 0;

  while (i < N_MEASURES && _lectern_digits_follows (check, at, measures[i]) < 0)
    i++;
  return i;
}

static void
take_model (Ordinals *ordinals, gsize start, gsize end, gboolean open)
{
  if (ordinals->model.end == 0 || (open && !ordinals->open))
    ordinals->model = (LecternSpan){ start, end };
  ordinals->open |= open;
}

static guint
find_arabic (const LecternCheck *check, const LecternMark *mark, LecternDigits *digits)
{
  if (mark->kind != LECTERN_MARK_DIGITS || _lectern_digits_precedes (check, mark->start, "第") < 0)
    return N_MEASURES;
  _lectern_digits_read (check, mark, digits);
  if (digits->value < 1 || digits->value > 99 || digits->n_digits > 2)
    return N_MEASURES;
  return find_measure (check, digits->end);
}

static gboolean
count_arabic (LecternCheck *check, Ordinals *ordinals)
{
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);
  gboolean any = FALSE;
  LecternDigits digits;

  for (gsize i = 0; i < n_marks; i++)
    {
      guint measure = find_arabic (check, &marks[i], &digits);

      if (measure < N_MEASURES)
        {
          ordinals[measure].n_digits++;
          any = TRUE;
        }
    }
  return any;
}

static void
count_chinese (LecternCheck *check, Ordinals *ordinals)
{
  const char *p = check->text, *end = p + check->length;

  while ((p = memmem (p, end - p, "第", strlen ("第"))) != NULL)
    {
      const char *start = p;
      LecternNumeralStyle style;
      guint value, measure;
      gsize n;

      p += strlen ("第");
      n = _lectern_numeral_parse (p, end - p, &value, &style);
      if (n == 0 || style == LECTERN_NUMERAL_DECIMAL || style == LECTERN_NUMERAL_FULLWIDTH_DECIMAL)
        continue;
      p += n;
      measure = find_measure (check, (gsize)(p - check->text));
      if (measure == N_MEASURES)
        continue;
      ordinals[measure].n_chinese++;
      take_model (&ordinals[measure], (gsize)(start - check->text),
                  (gsize)(p - check->text) + strlen (measures[measure]), FALSE);
    }
}

static void
count_open (LecternCheck *check, Ordinals *ordinals)
{
  guint n_slots;
  const LecternSlot *slots = _lectern_check_get_slots (check, &n_slots);

  for (guint i = 0; i < n_slots; i++)
    {
      LecternSlot slot;
      guint measure;

      slot = slots[i];
      if (slot.filled || g_strcmp0 (slot.kind, LECTERN_PLACEHOLDER_ORDINAL) != 0
          || _lectern_digits_precedes (check, slot.span.start, "第") < 0)
        continue;
      measure = find_measure (check, slot.span.end);
      if (measure < N_MEASURES)
        take_model (&ordinals[measure], slot.span.start - strlen ("第"),
                    slot.span.end + strlen (measures[measure]), TRUE);
    }
}

/* An Arabic ordinal among others that are open or Chinese. */
static void
report_beside (LecternCheck *check, const LecternDigits *digits, const Ordinals *ordinals,
               const char *measure)
{
  gsize start = digits->start - strlen ("第"), end = digits->end + strlen (measure);
  g_autofree char *quote = _lectern_check_quote (check, start, end, 20);
  g_autofree char *model
      = _lectern_check_quote (check, ordinals->model.start, ordinals->model.end, 20);
  g_autofree char *numeral
      = _lectern_numeral_format (LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, digits->value);
  g_autofree char *right = g_strconcat ("第", numeral, measure, NULL);
  LecternSpan span = { start, end };
  LecternFinding *finding
      = _lectern_check_find (check, BESIDE, lectern_document_lookup_offset (check->document, start),
                             &span, quote, model, right, NULL);

  if (finding != NULL)
    lectern_finding_add_related (finding, &ordinals->model);
  _lectern_check_replace (check, finding, digits->start, digits->end, numeral);
}

static void
check_beside (LecternCheck *check)
{
  Ordinals ordinals[N_MEASURES] = { 0 };
  gsize n_marks;
  const LecternMark *marks = _lectern_check_get_marks (check, &n_marks);
  LecternDigits digits;

  if (!check->simplified || !count_arabic (check, ordinals))
    return;
  count_chinese (check, ordinals);
  count_open (check, ordinals);
  for (gsize i = 0; i < n_marks; i++)
    {
      guint measure = find_arabic (check, &marks[i], &digits);

      if (measure < N_MEASURES
          && (ordinals[measure].open || ordinals[measure].n_chinese > ordinals[measure].n_digits))
        report_beside (check, &digits, &ordinals[measure], measures[measure]);
    }
}

void
_lectern_rules_check_value_form (LecternCheck *check)
{
  check_filled (check);
  check_beside (check);
}
