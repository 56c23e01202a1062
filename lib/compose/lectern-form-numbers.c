/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-struct-private.h"

#include "compose/lectern-decimal-private.h"
#include "language/lectern-mask-tables-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Amounts, percentages and places in an order. */

#define ABOUT "余|餘|多|来|來"

/* Powers of ten that part of a unit may be, the longest first. */
static const struct
{
  const char *word;
  guint power;
} magnitudes[] = {
  { "万亿", 12 }, { "萬億", 12 }, { "百万", 6 }, { "百萬", 6 }, { "千万", 7 }, { "千萬", 7 },
  { "万", 4 },    { "萬", 4 },    { "亿", 8 },   { "億", 8 },   { "千", 3 },   { "百", 2 },
};

/* Units that begin with such a word and are none: 千米, 百分点. */
#define WHOLE_UNITS "千米|千克|千瓦|千伏|百分|千分|千公尺|百货"

static gsize
read_magnitude (const char *p, const char *end, guint *power)
{
  *power = 0;
  if (_lectern_alternative_at (WHOLE_UNITS, p, end) > 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (magnitudes); i++)
    if (_lectern_alternative_at (magnitudes[i].word, p, end) > 0)
      {
        *power = magnitudes[i].power;
        return strlen (magnitudes[i].word);
      }
  return 0;
}

static gboolean
is_all_digits (const LecternValue *value)
{
  return value->length > 0 && value->length < 19 && value->text[0] != '0'
         && strspn (value->text, "0123456789") == value->length;
}

/* A number that is given as one. NULL where it is none. */
static const char *
get_digits (const LecternValue *value)
{
  switch (_lectern_value_type (value))
    {
    case LECTERN_VALUE_INTEGER:
    case LECTERN_VALUE_DECIMAL:
    case LECTERN_VALUE_ORDINAL:
      return value->text;
    case LECTERN_VALUE_TEXT:
      return is_all_digits (value) ? value->text : NULL;
    case LECTERN_VALUE_PERCENT:
    case LECTERN_VALUE_DATE:
    case LECTERN_VALUE_PERSON:
    case LECTERN_VALUE_LIST:
    case LECTERN_VALUE_RECORD:
    default:
      return NULL;
    }
}

static gboolean
append (const LecternForm *form, GString *out, const char *digits, LecternValue *value,
        GError **error)
{
  return _lectern_form_append_digits (form, out, digits)
         || _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
}

/* Words of an amount that is no plain number: 近百, 3至5, 几十, 三十多. */
#define VAGUE                                                                                                                       \
  "将近|將近|超过|超過|不到|至少|不少于|近|约|約|超|达|達|逾|几|幾|数|數|若干|半|多|余|餘|来|來|" \
  "上|"                                                                                                                            \
  "两|兩|十|百|千|万|萬|亿|億|零|〇|一|二|三|四|五|六|七|八|九|至|到|—|–|-|～|~|、|."

static gboolean
is_vague (const char *text, gsize length)
{
  const char *end = text + length;
  gboolean any = FALSE;

  for (const char *p = text; p < end;)
    {
      gint n = _lectern_alternative_at (VAGUE, p, end);

      if (n <= 0 && g_unichar_isdigit (g_utf8_get_char (p)))
        n = (gint)(g_utf8_next_char (p) - p);
      if (n <= 0)
        return FALSE;
      any = TRUE;
      p += n;
    }
  return any;
}

/* 三五, 七八: not 35. */
static gboolean
is_pair (const char *text, gsize length, gboolean chinese)
{
  return chinese && length == 6
         && _lectern_alternative_before ("十|百|千|万|亿|萬|億", text, text + 6) < 0
         && _lectern_alternative_at ("十|百|千|万|亿|萬|億|两十", text, text + 6) < 0;
}

/* A number with a unit of its own: the unit must be that of the place, but for its magnitude. */
static gboolean
write_measured (const LecternForm *form, GString *out, LecternValue *value, const char *rest,
                const char *end, const char *digits, GError **error)
{
  g_autoptr (GString) shifted = NULL;
  guint power;

  rest += read_magnitude (rest, end, &power);
  if (rest < end
      && ((gsize)(end - rest) != form->base.length
          || memcmp (rest, form->base.string, form->base.length) != 0))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_UNIT, error);
  shifted = g_string_new (NULL);
  if (!_lectern_decimal_append_shifted (shifted, digits, (int)power - (int)form->magnitude))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  return append (form, out, shifted->str, value, error);
}

static gboolean
write_amount_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize length = _lectern_form_strip_tail (form, value->text, value->length);
  const char *end = value->text + length;
  gboolean chinese;
  gsize n = _lectern_value_read_number (digits, value->text, length, &chinese);

  if (n == length && n > 0 && !is_pair (value->text, n, chinese))
    return append (form, out, digits->str, value, error);
  if (is_vague (value->text, length)
      && (length < value->length || form->magnitude == 0 || n == 0 || chinese))
    {
      g_string_append_len (out, value->text, (gssize)length);
      return TRUE;
    }
  if (n == 0)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_NUMBER, error);
  return write_measured (form, out, value, value->text + n, end, digits->str, error);
}

static gboolean
write_count (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  const char *digits = get_digits (value);
  g_autofree char *count = NULL;

  if (value->type == LECTERN_VALUE_LIST)
    digits = count = g_strdup_printf ("%u", lectern_value_get_n_items (value));
  if (digits != NULL)
    return append (form, out, digits, value, error);
  if (value->type == LECTERN_VALUE_TEXT)
    return write_amount_text (form, out, value, error);
  return _lectern_form_refuse (form, value, LECTERN_REFUSAL_NUMBER, error);
}

/* What a value may carry: 余万元, 万元. */
static void
add_units (LecternForm *form, const LecternFormContext *context)
{
  const char *p = context->to, *unit = context->place->unit;
  gint about = MAX (_lectern_alternative_at (ABOUT, p, context->end), 0);
  gsize length = unit != NULL ? strlen (unit) : 0, n;

  if (length == 0)
    return;
  if (_lectern_alternative_at (unit, p + about, context->end) > 0 && about > 0)
    _lectern_form_add_tail (form, p, (gsize)about + length);
  _lectern_form_add_tail (form, unit, length);
  n = read_magnitude (unit, unit + length, &form->magnitude);
  _lectern_form_set_word (&form->base, unit + n, length - n);
}

void
_lectern_form_compile_count (LecternForm *form, const LecternFormContext *context)
{
  form->write = write_count;
  if (form->numerals == LECTERN_NUMERAL_DECIMAL)
    form->plain = LECTERN_PLAIN (INTEGER) | LECTERN_PLAIN (DECIMAL) | LECTERN_PLAIN (ORDINAL);
  add_units (form, context);
}

static gboolean
append_percent (const LecternForm *form, GString *out, const char *digits, int places,
                LecternValue *value, GError **error)
{
  g_autoptr (GString) shifted = NULL;

  if (places == 0)
    return append (form, out, digits, value, error);
  shifted = g_string_new (NULL);
  if (!_lectern_decimal_append_shifted (shifted, digits, places))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  return append (form, out, shifted->str, value, error);
}

/* A percentage is one whatever its size, and so is a whole number; a decimal below one is a share
 * of the whole. */
static gboolean
write_percent (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  const char *digits = get_digits (value);
  g_autoptr (LecternValue) read = NULL;

  if (value->type == LECTERN_VALUE_PERCENT)
    return append_percent (form, out, value->text, form->places, value, error);
  if (digits != NULL)
    return append_percent (form, out, digits,
                           _lectern_decimal_is_fraction (digits) ? form->places + 2 : 0, value,
                           error);
  if (value->type != LECTERN_VALUE_TEXT)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERCENT, error);
  read = lectern_value_new_from_string ("percent", value->text, NULL);
  if (read != NULL)
    return append_percent (form, out, read->text, form->places, value, error);
  {
    gsize length = _lectern_form_strip_tail (form, value->text, value->length);

    if (!is_vague (value->text, length))
      return _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERCENT, error);
    g_string_append_len (out, value->text, (gssize)length);
    return TRUE;
  }
}

/* What stands behind a percentage, with the powers of ten from hundredths to it. */
static const struct
{
  const char *behind;
  gint8 places;
} shares[] = { { "‰|个千分点|個千分點", 1 }, { "成", -1 } };

void
_lectern_form_compile_percent (LecternForm *form, const LecternFormContext *context)
{
  gint n = _lectern_alternative_at ("%|％|‰|个百分点|個百分點|个千分点|個千分點|成", context->to,
                                    context->end);

  form->write = write_percent;
  if (n > 0)
    _lectern_form_add_tail (form, context->to, (gsize)n);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (_lectern_alternative_at (shares[i].behind, context->to, context->end) > 0)
      form->places = shares[i].places;
  if (form->places < 0
      || _lectern_alternative_before ("百分之|千分之|万分之", context->start, context->from) > 0)
    form->numerals = form->traditional ? LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL
                                       : LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL;
  if (form->numerals == LECTERN_NUMERAL_DECIMAL)
    form->plain = LECTERN_PLAIN (INTEGER);
}

/* The place in the order that a text tells: 第三轮, 三. */
static gboolean
write_ordinal_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  gsize length = _lectern_form_strip_tail (form, value->text, value->length);
  const char *p = value->text, *end = p + length;
  guint ordinal;
  gsize n;

  p += MAX (_lectern_alternative_at ("第", p, end), 0);
  n = _lectern_numeral_parse (p, (gsize)(end - p), &ordinal, NULL);
  if (n > 0 && p + n == end && ordinal > 0)
    return _lectern_form_append_whole (form, out, ordinal)
           || _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  if (_lectern_alternative_at ("全|甲|乙|丙|丁|戊|己", p, end) != (gint)(end - p)
      && !(end - p == 1 && g_ascii_isupper (*p)))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_ORDINAL, error);
  g_string_append_len (out, p, (gssize)(end - p));
  return TRUE;
}

static gboolean
write_ordinal (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  gint64 ordinal;

  if (value->type == LECTERN_VALUE_TEXT)
    return write_ordinal_text (form, out, value, error);
  if (!lectern_value_get_integer (value, &ordinal) || ordinal < 1 || ordinal > G_MAXUINT)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_ORDINAL, error);
  return _lectern_form_append_whole (form, out, (guint)ordinal)
         || _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
}

/* What is numbered in digits where no 第 stands before: 3号楼, 12级台风. */
#define DIGITS_BEHIND "号|號|级台风|级地震|级大风|級颱風|級地震|标段|標段|单元|單元"

void
_lectern_form_compile_ordinal (LecternForm *form, const LecternFormContext *context)
{
  gboolean counted = _lectern_alternative_before ("第", context->start, context->from) > 0;
  const LecternMaskWord *word;

  form->write = write_ordinal;
  _lectern_mask_tables_need ();
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, context->to, context->end);
  if (word != NULL)
    _lectern_form_add_tail (form, word->word, word->length);
  if (!counted && _lectern_alternative_at (DIGITS_BEHIND, context->to, context->end) > 0)
    return;
  form->numerals = form->traditional ? LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL
                                     : LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL;
}
