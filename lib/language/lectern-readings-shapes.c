/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-readings-figures-private.h"

#include "language/lectern-words-private.h"

#include <string.h>

/* What a figure may be part of, each a function that appends its reading and returns where it ends,
 * or NULL. The first that takes it decides. */

#define COLONS  ":|：|∶"
#define DOTS    "·|・|•|‧"
#define SLASHES "/|／"
#define POINTS  ".|．"

/* After figures that name something instead of counting it. */
#define NAMES                                                                                                                            \
  "热线|熱線|专线|專線|平台|接警|报警|報警|急救|国道|國道|省道|县道|縣道|工程|高校|计划|計劃|"       \
  "医院|"                                                                                                                              \
  "醫院|中学|中學|小学|小學|晚会|晚會|消防|火警|部队|部隊|号房间|室|房|航班|次列车|次列車|次动车|" \
  "次航班|路公交|路公共|会议室"
/* After the year of something: 2024级, 2023财年. */
#define OF_YEARS                                                                                   \
  "级|級|届|屆|版|款|财年|財年|学年|學年|赛季|賽季|年度|年级|年代|年第|年上|年下|年全|年以|年"
#define RATIOS "比例为|比例约为|比例约|比例达到|比例达|比例|比率|比值|配比|比|按照|按"
#define APPROXIMATE                                                                                \
  "余|餘|多|几|幾|来个|来名|来人|来家|来项|来条|来次|来万|来亿|来天|来岁|来年|来公里"

static gsize
matches (const char *alternatives, const char *p, const char *end)
{
  gint n = _lectern_alternative_at (alternatives, p, end);

  return n > 0 ? (gsize)n : 0;
}

static gboolean
follows (const LecternExpression *e, const char *alternatives)
{
  return _lectern_alternative_before (alternatives, e->reader->text, e->start) > 0;
}

static gboolean
is_digit (const char *p, const char *end)
{
  guint size;

  return _lectern_digit_at (p, end, &size) < 10;
}

/* A sign and digits behind it. */
static gboolean
parse_behind (const LecternExpression *e, const char *signs, const char *p, LecternDigitRun *run)
{
  gsize n = matches (signs, p, e->end);

  return n > 0 && _lectern_digit_run_parse (run, p + n, e->end);
}

gsize
_lectern_reading_range_mark_at (const char *p, const char *end)
{
  return matches ("——|—|–|-|～|~|〜|－|−|─", p, end);
}

gsize
_lectern_reading_percent_at (const char *p, const char *end, const char **words)
{
  gsize blank = p < end && *p == ' ';
  gsize n = matches ("%|％|﹪", p + blank, end);

  *words = "百分之";
  if (n == 0 && (n = matches ("‰", p + blank, end)) > 0)
    *words = "千分之";
  return n > 0 ? blank + n : 0;
}

const char *
_lectern_reading_find_unit (const LecternReader *reader, const char *p, gboolean *in_range)
{
  gsize n = _lectern_reading_range_mark_at (p, reader->end);
  LecternFigure second;

  *in_range = n > 0;
  if (n == 0)
    return p;
  if (_lectern_figure_parse (&second, p + n, reader->end))
    return second.end;
  if (reader->mask < reader->n_masks && reader->text + reader->masks[reader->mask].start == p + n)
    return reader->text + reader->masks[reader->mask].end;
  *in_range = FALSE;
  return p;
}

/* --- dates and times ------------------------------------------------------------------------ */

static gboolean
is_month (const LecternDigitRun *run)
{
  return run->n <= 2 && run->value >= 1 && run->value <= 12;
}

static void
append_run (LecternExpression *e, const LecternDigitRun *run, const char *behind)
{
  _lectern_digit_run_append (e->out, run, FALSE);
  g_string_append (e->out, behind);
}

static void
append_year (LecternExpression *e)
{
  _lectern_digits_append (e->out, e->run.start, e->run.end, LECTERN_DIGITS_OF_YEARS);
  g_string_append (e->out, "年");
}

/* 2025-03-12, 2025/3/12, 2025.3.12; and 2025-03, which is no range. */
static const char *
read_date (LecternExpression *e)
{
  static const char *const separators[] = { "-", "/", ".", "－", "／", "．", NULL };
  LecternDigitRun month, day;

  if (e->run.n != 4 || e->run.value < 1000 || e->run.value > 2999)
    return NULL;
  for (guint i = 0; separators[i] != NULL; i++)
    {
      if (!parse_behind (e, separators[i], e->run.end, &month) || !is_month (&month))
        continue;
      if (parse_behind (e, separators[i], month.end, &day) && day.n <= 2 && day.value >= 1
          && day.value <= 31 && matches (separators[i], day.end, e->end) == 0)
        {
          append_year (e);
          append_run (e, &month, "月");
          append_run (e, &day, "日");
          return day.end;
        }
      if (i == 0 && month.zero
          && _lectern_mask_word_after (LECTERN_WORDS_AFTER, month.end, e->end) == NULL
          && matches (separators[i], month.end, e->end) == 0)
        {
          append_year (e);
          append_run (e, &month, "月");
          return month.end;
        }
    }
  return NULL;
}

/* Behind the hour: 三十分, 零五分十秒, nothing for :00. */
static const char *
append_minutes (LecternExpression *e, const LecternDigitRun *minute)
{
  LecternDigitRun second;
  const char *end = minute->end;
  gboolean seconds = parse_behind (e, COLONS, end, &second) && second.n == 2 && second.value < 60;

  if (minute->value > 0 || seconds)
    {
      if (minute->value < 10)
        g_string_append (e->out, "零");
      if (minute->value > 0)
        append_run (e, minute, "");
      g_string_append (e->out, "分");
    }
  if (!seconds)
    return end;
  if (second.value < 10 && second.value > 0)
    g_string_append (e->out, "零");
  append_run (e, &second, "秒");
  return second.end;
}

/* 3:30 is a time, 3:1 and 3∶10 are not. */
static const char *
read_clock (LecternExpression *e)
{
  LecternDigitRun minute;

  if (e->run.n > 2 || e->run.value > 24 || matches ("∶", e->run.end, e->end) > 0
      || !parse_behind (e, COLONS, e->run.end, &minute) || minute.n != 2 || minute.value > 59
      || matches (POINTS, minute.end, e->end) > 0 || follows (e, RATIOS)
      || matches ("的比|比", minute.end, e->end) > 0)
    return NULL;
  _lectern_digit_run_append (e->out, &e->run, TRUE);
  g_string_append (e->out, "点");
  return append_minutes (e, &minute);
}

/* 3:1, 1∶0.8 */
static const char *
read_ratio (LecternExpression *e)
{
  gsize n = matches (COLONS, e->figure.end, e->end);
  gboolean wide = matches ("：", e->figure.end, e->end) > 0;
  LecternFigure second;

  if (n == 0 || e->figure.whole.n > 3 || e->figure.grouped
      || !_lectern_figure_parse (&second, e->figure.end + n, e->end) || second.whole.n > 3)
    return NULL;
  /* 问题1：3月以来 */
  if (wide && _lectern_mask_word_after (LECTERN_WORDS_AFTER, second.end, e->end) != NULL)
    return NULL;
  _lectern_figure_append (e->out, &e->figure, FALSE);
  g_string_append (e->out, "比");
  _lectern_figure_append (e->out, &second, FALSE);
  return second.end;
}

static gboolean
is_quoted (const LecternExpression *e, const char *end)
{
  return follows (e, "“|「|『|\"") && matches ("”|」|』|\"", end, e->end) > 0;
}

/* “3.15”: a day as 3·15 is, for so it is written too. */
static gboolean
is_quoted_day (const LecternExpression *e, LecternDigitRun *day)
{
  return is_month (&e->run) && parse_behind (e, POINTS, e->run.end, day) && day->n == 2
         && day->value <= 31 && is_quoted (e, day->end);
}

/* 3·15 names a day, 5·8% is a number of older texts. */
static const char *
read_dotted (LecternExpression *e)
{
  LecternDigitRun second, third;
  const char *words;
  gsize percent;

  if (!parse_behind (e, DOTS, e->run.end, &second) && !is_quoted_day (e, &second))
    return NULL;
  percent = _lectern_reading_percent_at (second.end, e->end, &words);
  if (percent > 0 || e->sense == LECTERN_SENSE_COUNT || e->sense == LECTERN_SENSE_PERCENT)
    {
      g_string_append (e->out, percent > 0 ? words : "");
      append_run (e, &e->run, "点");
      _lectern_digits_append (e->out, second.start, second.end, LECTERN_DIGITS_OF_CODES);
      return second.end + percent;
    }
  if (e->run.n > 2 || second.n > 2)
    return NULL;
  if (!parse_behind (e, DOTS, second.end, &third) || third.n > 2)
    third = second;
  _lectern_digits_append (e->out, e->start, third.end, LECTERN_DIGITS_OF_CODES);
  return third.end;
}

/* --- numbers that are none ------------------------------------------------------------------ */

/* 1.2.3: a version, the number of a section. */
static const char *
read_version (LecternExpression *e)
{
  LecternDigitRun next;
  const char *end = e->run.end;

  if (e->figure.part.n > 0 || e->figure.grouped || !parse_behind (e, POINTS, end, &next))
    return NULL;
  append_run (e, &e->run, "");
  while (parse_behind (e, POINTS, end, &next))
    {
      g_string_append (e->out, "点");
      append_run (e, &next, "");
      end = next.end;
    }
  return end;
}

/* 2/3, less than one. */
static const char *
read_fraction (LecternExpression *e)
{
  LecternDigitRun under;

  if (e->run.n > 3 || e->run.value == 0 || !parse_behind (e, SLASHES, e->run.end, &under)
      || under.n > 4 || under.value <= e->run.value || under.zero || e->run.zero
      || matches (SLASHES, under.end, e->end) > 0 || follows (e, SLASHES)
      || matches ("事件|恐", under.end, e->end) > 0)
    return NULL;
  append_run (e, &under, "分之");
  append_run (e, &e->run, "");
  return under.end;
}

static gboolean
is_letter (const char *p)
{
  return g_ascii_isalpha (*p);
}

/* A figure that belongs to a name in Latin letters: C919, CRH-380, GB/T 15834. */
static gboolean
belongs_to_letters (const LecternExpression *e)
{
  const char *p = e->start;
  gsize before = (gsize)(p - e->reader->text);

  if (before >= 1 && is_letter (p - 1))
    return TRUE;
  return before >= 2 && is_letter (p - 2) && (p[-1] == '-' || (p[-1] == ' ' && e->run.n >= 4));
}

/* Round figures count something even where they stand as a name. */
static gboolean
is_round (const LecternDigitRun *run)
{
  return run->value % 100 == 0 && !run->zero;
}

/* A year that needs no word to be one. */
static gboolean
is_modern (const LecternDigitRun *run)
{
  return run->n == 4 && run->value >= 1900 && run->value < 2100;
}

static gboolean
is_phone (const LecternExpression *e)
{
  if (e->before == LECTERN_SENSE_BEFORE_CODE)
    return e->word == NULL;
  if (e->run.n == 11 && *e->start == '1' && e->sense == LECTERN_SENSE_NONE)
    return TRUE;
  return matches ("热线|熱線|接警|报警|報警|急救|消防|火警|专线|專線", e->run.end, e->end) > 0;
}

/* 20XX年 */
static gboolean
goes_on_masked (const LecternExpression *e)
{
  const LecternReader *reader = e->reader;

  return reader->mask < reader->n_masks
         && reader->text + reader->masks[reader->mask].start == e->run.end;
}

static gboolean
is_code (const LecternExpression *e)
{
  const LecternDigitRun *run = &e->run;

  if (run->n > LECTERN_FIGURE_DIGITS || goes_on_masked (e))
    return TRUE;
  /* 03月12日 is 三月十二日 all the same */
  if (run->zero)
    return run->n > 2 || matches ("月|日|时|時", run->end, e->end) == 0;
  if (run->n < 3)
    /* 80后, 00后 */
    return run->n == 2 && run->value % 5 == 0 && (run->value >= 50 || run->value <= 10)
           && matches ("后|後", run->end, e->end) > 0
           && matches ("后来|后面|後面", run->end, e->end) == 0;
  if (belongs_to_letters (e))
    return TRUE;
  if (run->n >= 7 && e->sense == LECTERN_SENSE_NONE && !e->approximate)
    return TRUE;
  return !is_round (run)
         && (matches (NAMES, run->end, e->end) > 0
             || (is_quoted (e, run->end) && !is_modern (run)));
}

/* Codes and telephone numbers, one digit after the other. */
static const char *
read_code (LecternExpression *e)
{
  gboolean phone;
  LecternDigitRun next = e->run;
  const char *end = e->run.end;
  guint n = e->run.n;

  if (e->figure.grouped || e->figure.part.n > 0)
    return NULL;
  phone = e->run.n >= 3 && is_phone (e);
  if (!phone && !is_code (e))
    return NULL;
  /* 0755-1234 5678, GB/T 15834-2011 */
  while (e->run.n >= 3 && n < 24 && parse_behind (e, "-|－|—|–| ", next.end, &next) && next.n >= 3)
    {
      end = next.end;
      n += next.n;
    }
  _lectern_digits_append (e->out, e->start, end,
                          phone                ? LECTERN_DIGITS_OF_PHONES
                          : goes_on_masked (e) ? LECTERN_DIGITS_OF_YEARS
                                               : LECTERN_DIGITS_OF_CODES);
  return end;
}

/* --- years, per cent, numbers --------------------------------------------------------------- */

static gboolean
is_year (const LecternExpression *e)
{
  const LecternDigitRun *run = &e->run;
  gboolean modern = is_modern (run);
  gboolean year = matches ("年", e->unit, e->end) > 0;

  if (e->figure.grouped || e->figure.part.n > 0 || e->approximate || follows (e, "第"))
    return FALSE;
  if (run->n == 2 && year && matches ("年", run->end, e->end) > 0)
    return run->value >= 77 && is_digit (run->end + strlen ("年"), e->end);
  if (run->n != 4 || run->value < 1000 || run->value > 2999)
    return FALSE;
  if (year
      && (e->sense == LECTERN_SENSE_YEAR || e->sense == LECTERN_SENSE_DATE
          || e->sense == LECTERN_SENSE_NONE))
    return TRUE;
  if (is_round (run))
    return year && modern && e->word != NULL && e->word->sense != LECTERN_SENSE_COUNT_BEGUN
           && e->sense != LECTERN_SENSE_COUNT;
  if (!modern)
    return FALSE;
  if (matches (OF_YEARS, e->unit, e->end) > 0)
    return TRUE;
  switch (e->sense)
    {
    case LECTERN_SENSE_COUNT:
    case LECTERN_SENSE_PERCENT:
    case LECTERN_SENSE_ORDINAL:
    case LECTERN_SENSE_MONTH:
    case LECTERN_SENSE_DAY:
    case LECTERN_SENSE_HOUR:
    case LECTERN_SENSE_MINUTE:
      /* What only stands before it does not count: 突破2025 */
      return e->word == NULL;
    default:
      return _lectern_sign_unit_at (e->unit, e->end, NULL) == 0;
    }
}

static const char *
read_year (LecternExpression *e)
{
  if (!is_year (e))
    return NULL;
  _lectern_digits_append (e->out, e->run.start, e->run.end, LECTERN_DIGITS_OF_YEARS);
  return e->run.end;
}

static const char *
read_percent (LecternExpression *e)
{
  const char *words;
  gsize n = _lectern_reading_percent_at (e->unit, e->end, &words);

  if (n == 0)
    return NULL;
  g_string_append (e->out, words);
  _lectern_figure_append (e->out, &e->figure, FALSE);
  return e->in_range ? e->figure.end
                     : e->figure.end + _lectern_reading_percent_at (e->figure.end, e->end, &words);
}

/* Whether 2 is 两 here: before what it counts. */
static gboolean
is_pair (const LecternExpression *e)
{
  if (follows (e, "第|十|百|初"))
    return FALSE;
  if (_lectern_sign_unit_at (e->unit, e->end, NULL) > 0)
    return TRUE;
  if (matches ("毛|横|橫|纵|縱|翼", e->unit, e->end) > 0)
    return TRUE;
  if (e->word == NULL || matches ("级|級|路|号|號|两|兩|期", e->unit, e->end) > 0)
    return FALSE;
  switch ((LecternMaskSense)e->word->sense)
    {
    case LECTERN_SENSE_AFTER_YEAR:
    case LECTERN_SENSE_AFTER_POINT:
    case LECTERN_SENSE_AFTER_GROUP:
    case LECTERN_SENSE_COUNT:
    case LECTERN_SENSE_COUNT_BEGUN:
    case LECTERN_SENSE_COUNT_ONLY:
    case LECTERN_SENSE_PERCENT:
      return e->sense != LECTERN_SENSE_ORDINAL;
    case LECTERN_SENSE_AFTER_MINUTE:
      return e->sense != LECTERN_SENSE_MINUTE;
    default:
      return FALSE;
    }
}

/* 12345万 is said 一亿二千三百四十五万. */
static const char *
read_myriads (LecternExpression *e)
{
  LecternDigitRun run = e->figure.whole;
  gsize n = matches ("万|萬| 万| 萬", e->figure.end, e->end);

  if (n == 0 || run.n < 5 || run.n > 8 || e->figure.part.n > 0
      || matches ("亿|億", e->figure.end + n, e->end) > 0)
    return NULL;
  run.value *= 10000;
  run.n += 4;
  append_run (e, &run, "");
  return e->figure.end + n;
}

static const char *
read_number (LecternExpression *e)
{
  _lectern_figure_append (e->out, &e->figure, is_pair (e));
  return e->figure.end;
}

static const struct
{
  const char *kind;
  const char *(*read) (LecternExpression *e);
} shapes[] = {
  { LECTERN_READING_DATE, read_date },       { LECTERN_READING_TIME, read_clock },
  { LECTERN_READING_NUMBER, read_ratio },    { LECTERN_READING_DIGITS, read_dotted },
  { LECTERN_READING_DIGITS, read_version },  { LECTERN_READING_FRACTION, read_fraction },
  { LECTERN_READING_DIGITS, read_code },     { LECTERN_READING_YEAR, read_year },
  { LECTERN_READING_PERCENT, read_percent }, { LECTERN_READING_NUMBER, read_myriads },
  { LECTERN_READING_NUMBER, read_number },
};

/* The word that says what the figure is: behind it, or behind 余 and 多. */
static void
look_around (LecternExpression *e)
{
  const LecternMaskWord *before
      = _lectern_mask_word_before (LECTERN_WORDS_BEFORE, e->reader->text, e->start);
  gsize n;

  e->unit = _lectern_reading_find_unit (e->reader, e->figure.end, &e->in_range);
  if (e->unit < e->end && *e->unit == ' ')
    e->unit++;
  n = matches (APPROXIMATE, e->unit, e->end);
  e->approximate = n > 0;
  if (n == strlen ("余"))
    e->unit += n;
  e->word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, e->unit, e->end);
  if (e->word == NULL)
    e->word = _lectern_mask_word_after (LECTERN_WORDS_UNIT, e->unit, e->end);
  e->before = before != NULL ? before->sense : LECTERN_SENSE_NONE;
  e->sense
      = _lectern_mask_combine (e->before, e->word != NULL ? e->word->sense : LECTERN_SENSE_NONE);
}

const char *
_lectern_expression_read (const LecternReader *reader, const char *p, GString *out,
                          const char **end)
{
  LecternExpression e = { .reader = reader, .start = p, .end = reader->end, .out = out };

  if (!_lectern_digit_run_parse (&e.run, p, e.end))
    return NULL;
  _lectern_figure_parse (&e.figure, p, e.end);
  look_around (&e);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if ((*end = shapes[i].read (&e)) != NULL)
      return shapes[i].kind;
  g_assert_not_reached ();
}
