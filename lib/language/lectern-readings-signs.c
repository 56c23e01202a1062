/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-readings-figures-private.h"

#include "language/lectern-numerals-private.h"
#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Signs and units that are said in words. */

typedef struct
{
  const char *sign;
  const char *reading;
} Sign;

/* Behind a figure. Letters are told by their case; a longer unit stands before a shorter one that
 * begins it. GB 3100-93 and GB 3102 for the names. */
static const Sign units[] = {
  { "km²", "平方公里" }, { "km2", "平方公里" }, { "km", "公里" },   { "㎢", "平方公里" },
  { "㎞", "公里" },      { "hm²", "公顷" },     { "hm2", "公顷" },  { "ha", "公顷" },
  { "m²", "平方米" },    { "m2", "平方米" },    { "㎡", "平方米" }, { "m³", "立方米" },
  { "m3", "立方米" },    { "㎥", "立方米" },    { "mm", "毫米" },   { "㎜", "毫米" },
  { "cm", "厘米" },      { "㎝", "厘米" },      { "dm", "分米" },   { "μm", "微米" },
  { "µm", "微米" },      { "nm", "纳米" },      { "mg", "毫克" },   { "㎎", "毫克" },
  { "μg", "微克" },      { "µg", "微克" },      { "kg", "千克" },   { "㎏", "千克" },
  { "mL", "毫升" },      { "ml", "毫升" },      { "㎖", "毫升" },   { "kWh", "千瓦时" },
  { "KWh", "千瓦时" },   { "kW·h", "千瓦时" },  { "kW", "千瓦" },   { "KW", "千瓦" },
  { "MWh", "兆瓦时" },   { "MW", "兆瓦" },      { "GW", "吉瓦" },   { "kVA", "千伏安" },
  { "MVA", "兆伏安" },   { "kV", "千伏" },      { "KV", "千伏" },   { "kHz", "千赫" },
  { "MHz", "兆赫" },     { "GHz", "吉赫" },     { "Hz", "赫兹" },   { "dB", "分贝" },
  { "kPa", "千帕" },     { "MPa", "兆帕" },     { "℃", "摄氏度" },  { "°C", "摄氏度" },
  { "℉", "华氏度" },     { "°F", "华氏度" },    { "°", "度" },      { "h", "小时" },
  { "min", "分钟" },     { "s", "秒" },         { "m", "米" },      { "g", "克" },
  { "t", "吨" },         { "L", "升" },
};

/* Whether or not a figure stands beside it. */
static const Sign anywhere[] = {
  { "½", "二分之一" }, { "⅓", "三分之一" }, { "⅔", "三分之二" },
  { "¼", "四分之一" }, { "¾", "四分之三" }, { "№", "第" },
};

static const Sign before_figures[] = {
  { "≥", "大于等于" }, { "≧", "大于等于" }, { "≤", "小于等于" }, { "≦", "小于等于" },
  { "＞", "大于" },    { ">", "大于" },     { "＜", "小于" },    { "<", "小于" },
  { "±", "正负" },     { "≈", "约" },       { "＋", "正" },      { "+", "正" },
  { "~", "约" },       { "～", "约" },
};

/* Between two figures, or a figure and a letter: 1+N, 5×8. */
static const Sign between[] = {
  { "+", "加" }, { "＋", "加" }, { "×", "乘" }, { "÷", "除以" }, { "＝", "等于" }, { "=", "等于" },
};

static const Sign moneys[] = {
  { "¥", "元" },    { "￥", "元" },  { "$", "美元" },
  { "＄", "美元" }, { "€", "欧元" }, { "£", "英镑" },
};

static const Sign *
find (const Sign *signs, gsize n_signs, const char *p, const char *end)
{
  for (gsize i = 0; i < n_signs; i++)
    {
      gsize n = strlen (signs[i].sign);

      if (*p == *signs[i].sign && (gsize)(end - p) >= n && memcmp (p, signs[i].sign, n) == 0)
        return &signs[i];
    }
  return NULL;
}

gsize
_lectern_sign_money_at (const char *p, const char *end, const char **name)
{
  const Sign *sign = p < end ? find (moneys, G_N_ELEMENTS (moneys), p, end) : NULL;

  *name = sign != NULL ? sign->reading : NULL;
  return sign != NULL ? strlen (sign->sign) : 0;
}

gsize
_lectern_sign_unit_at (const char *p, const char *end, const char **name)
{
  const Sign *sign = p < end ? find (units, G_N_ELEMENTS (units), p, end) : NULL;
  gsize n = sign != NULL ? strlen (sign->sign) : 0;

  if (name != NULL)
    *name = sign != NULL ? sign->reading : NULL;
  /* 5G, 3D, 10min30: letters that go on are no unit. */
  if (n > 0 && g_ascii_isalpha (sign->sign[n - 1]) && p + n < end && g_ascii_isalnum (p[n]))
    return 0;
  return n;
}

/* --- what stands beside a sign -------------------------------------------------------------- */

static gboolean
figure_at (const LecternReader *reader, const char *p)
{
  const char *name;
  guint size;

  return _lectern_digit_at (p, reader->end, &size) < 10
         || _lectern_sign_money_at (p, reader->end, &name) > 0
         || (reader->mask < reader->n_masks
             && reader->text + reader->masks[reader->mask].start == p);
}

static gboolean
is_han_at (const char *p, const char *end)
{
  guint size;
  gunichar c = _lectern_peek (p, end, &size);

  return c >= 0x4e00 && c <= 0x9fff;
}

#define MAX_UNIT_BYTES 12 /* 亿元人民 and the like */

/* Whether between the last figure and `p` stands nothing but a unit, `may_touch`: or nothing. */
static gboolean
unit_before (const LecternReader *reader, const char *p, gboolean may_touch)
{
  const char *q = reader->last;

  if (q == NULL || p - q > MAX_UNIT_BYTES || (q == p && !may_touch))
    return FALSE;
  while (q < p && is_han_at (q, p))
    q += 3;
  return q == p;
}

/* --- the signs ------------------------------------------------------------------------------ */

/* A hyphen before a figure is a minus where nothing stands before it that it could join. */
static const char *
read_minus (const LecternReader *reader, const char *p, gsize n)
{
  const char *before = g_utf8_find_prev_char (reader->text, p);
  const LecternMaskWord *word;
  LecternFigure figure;
  gboolean in_range;
  const char *words, *unit;

  if (!_lectern_figure_parse (&figure, p + n, reader->end))
    return NULL;
  word = _lectern_mask_word_before (LECTERN_WORDS_BEFORE, reader->text, p);
  unit = _lectern_reading_find_unit (reader, figure.end, &in_range);
  if (before != NULL && (g_ascii_isalnum (*before) || *before == '-'))
    return NULL;
  if (before != NULL && is_han_at (before, p)
      && (word == NULL || word->sense != LECTERN_SENSE_BEFORE_AMOUNT)
      && _lectern_reading_percent_at (unit, reader->end, &words) == 0
      && _lectern_alternative_at ("℃|°C|摄氏度|度", unit, reader->end) <= 0)
    return NULL;
  return _lectern_alternative_at ("℃|°C|摄氏度|攝氏度", unit, reader->end) > 0 ? "零下" : "负";
}

static const char *
read_mark (const LecternReader *reader, const char *p, const char **end)
{
  gsize n = _lectern_reading_range_mark_at (p, reader->end);

  if (n == 0 || !figure_at (reader, p + n))
    return NULL;
  *end = p + n;
  if (n <= 3 ? unit_before (reader, p, TRUE) : reader->last == p)
    return "至";
  return _lectern_alternative_at ("-|－|−|–", p, reader->end) > 0 ? read_minus (reader, p, n)
                                                                  : NULL;
}

/* 5公里/小时, 30元／吨 */
static const char *
read_per (const LecternReader *reader, const char *p, const char **end)
{
  gint n = _lectern_alternative_at ("/|／", p, reader->end);

  if (n <= 0 || !unit_before (reader, p, FALSE) || !is_han_at (p + n, reader->end))
    return NULL;
  *end = p + n;
  return "每";
}

/* Whether `p` stands right behind the last figure, or behind 万 or a blank after it. */
static gboolean
behind_figure (const LecternReader *reader, const char *p)
{
  const char *q = reader->last;
  gint n;

  if (q == NULL || q > p)
    return FALSE;
  n = _lectern_alternative_at ("万|萬|亿|億|千|百", q, p);
  q += MAX (n, 0);
  return q == p || (q + 1 == p && *q == ' ');
}

/* A unit behind a figure. */
static const char *
read_unit (const LecternReader *reader, const char *p, const char **end)
{
  const char *name, *under;
  gsize n, m;

  if (!behind_figure (reader, p))
    return NULL;
  n = _lectern_sign_unit_at (p, reader->end, &name);
  if (n == 0)
    return NULL;
  *end = p + n;
  if (*end < reader->end && **end == '/'
      && (m = _lectern_sign_unit_at (*end + 1, reader->end, &under)) > 0)
    {
      *end += 1 + m;
      g_string_append (reader->out, name);
      g_string_append (reader->out, "每");
      return under;
    }
  return name;
}

/* ① and its like. */
static const char *
read_enclosed (const LecternReader *reader, const char *p, const char **end)
{
  LecternNumeralStyle style;
  guint value, size;
  gsize n;
  gunichar c = _lectern_peek (p, reader->end, &size);

  if (c < 0x2160 || c > 0x32ff || (c > 0x27ff && c < 0x3200))
    return NULL;
  n = _lectern_numeral_parse (p, (gsize)(reader->end - p), &value, &style);
  if (n == 0)
    return NULL;
  *end = p + n;
  _lectern_numeral_append_chinese (reader->out, LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, value);
  return "";
}

/* A sign that says something beside a figure. */
static const Sign *
find_beside (const LecternReader *reader, const char *p)
{
  const Sign *sign = find (between, G_N_ELEMENTS (between), p, reader->end);
  const char *before = g_utf8_find_prev_char (reader->text, p);

  if (sign != NULL && before != NULL)
    {
      const char *after = p + strlen (sign->sign);
      gboolean figure = reader->last == p || figure_at (reader, after);

      if (figure && (reader->last == p || g_ascii_isalnum (*before))
          && (figure_at (reader, after) || (after < reader->end && g_ascii_isalpha (*after))))
        return sign;
    }
  sign = find (before_figures, G_N_ELEMENTS (before_figures), p, reader->end);
  if (sign == NULL || !figure_at (reader, p + strlen (sign->sign))
      || (before != NULL && g_ascii_isalnum (*before)))
    return NULL;
  return sign;
}

#define MAX_NOTE_BYTES 60

/* Where a bracket that is read silently ends: a remark of who took the speech down, or the number
 * of a note. */
static const char *
find_note_end (const char *p, const char *end)
{
  static const char remarks[] = "掌声|掌聲|鼓掌|笑声|笑聲|欢呼|歡呼|起立|口号|口號|略|插话";
  gint open = _lectern_alternative_at ("（|(", p, end);
  gint square = open < 0 ? _lectern_alternative_at ("[|［|〔", p, end) : -1;
  const char *inner = p + MAX (open, square);
  LecternDigitRun run;
  gint close;

  if (square > 0)
    {
      if (!_lectern_digit_run_parse (&run, inner, end) || run.n > 3)
        return NULL;
      close = _lectern_alternative_at ("]|］|〕", run.end, end);
      return close > 0 ? run.end + close : NULL;
    }
  if (open < 0)
    return NULL;
  end = MIN (end, p + MAX_NOTE_BYTES);
  for (const char *q = inner; q < end && *q != '\n'; q++)
    if ((close = _lectern_alternative_at ("）|)", q, end)) > 0)
      return _lectern_alternative_before (remarks, inner, q) > 0 ? q + close : NULL;
  return NULL;
}

static const char *
read_note (const LecternReader *reader, const char *p, const char **end)
{
  const char *note_end = find_note_end (p, reader->end);

  if (note_end == NULL)
    return NULL;
  *end = note_end;
  return "";
}

const char *
_lectern_sign_read (const LecternReader *reader, const char *p, const char **end, const char **kind)
{
  const char *reading;
  const Sign *sign;

  *kind = LECTERN_READING_SYMBOL;
  if ((reading = read_mark (reader, p, end)) != NULL
      || (reading = read_per (reader, p, end)) != NULL
      || (reading = read_unit (reader, p, end)) != NULL)
    return reading;
  if ((reading = read_enclosed (reader, p, end)) != NULL)
    {
      *kind = LECTERN_READING_NUMBER;
      return reading;
    }
  if ((reading = read_note (reader, p, end)) != NULL)
    {
      *kind = LECTERN_READING_SILENT;
      return reading;
    }
  sign = find (anywhere, G_N_ELEMENTS (anywhere), p, reader->end);
  if (sign == NULL)
    sign = find_beside (reader, p);
  if (sign == NULL)
    return NULL;
  *end = p + strlen (sign->sign);
  return sign->reading;
}

/* --- traditional characters ----------------------------------------------------------------- */

/* Every character of a reading that traditional Chinese writes otherwise, and how. */
static const char pairs[] = "万萬亿億两兩点點负負摄攝华華于於约約时時钟鐘顷頃纳納吨噸兹茲贝貝"
                            "欧歐镑鎊号號";

void
_lectern_reading_make_traditional (GString *out)
{
  for (gsize i = 0; i + 3 <= out->len; i++)
    {
      if ((guchar)out->str[i] < 0xe0)
        continue;
      for (const char *pair = pairs; *pair != '\0'; pair += 6)
        if (memcmp (out->str + i, pair, 3) == 0)
          {
            memcpy (out->str + i, pair + 3, 3);
            break;
          }
      i += 2;
    }
}
