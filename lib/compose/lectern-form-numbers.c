/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-struct-private.h"

#include "compose/lectern-decimal-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Percentages and places in an order, and what they share with amounts. */

/* A number that is given as one, or as a text of nothing but digits. NULL where it is none. */
const char *
_lectern_form_get_digits (const LecternValue *value)
{
  switch (_lectern_value_type (value))
    {
    case LECTERN_VALUE_INTEGER:
    case LECTERN_VALUE_DECIMAL:
    case LECTERN_VALUE_ORDINAL:
      return value->text;
    case LECTERN_VALUE_TEXT:
      return value->length > 0 && value->length < 19 && value->text[0] != '0'
                     && strspn (value->text, "0123456789") == value->length
                 ? value->text
                 : NULL;
    case LECTERN_VALUE_PERCENT:
    case LECTERN_VALUE_DATE:
    case LECTERN_VALUE_PERSON:
    case LECTERN_VALUE_LIST:
    case LECTERN_VALUE_RECORD:
    default:
      return NULL;
    }
}

gboolean
_lectern_form_write_digits (const LecternForm *form, GString *out, const char *digits,
                            LecternValue *value, GError **error)
{
  return _lectern_form_append_digits (form, out, digits)
         || _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
}

/* Words of an amount that is no plain number: 近百, 3至5, 几十, 三十多. */
#define VAGUE                                                                                                                       \
  "将近|將近|超过|超過|不到|至少|不少于|近|约|約|超|达|達|逾|几|幾|数|數|若干|半|多|余|餘|来|來|" \
  "上|两|兩|十|百|千|万|萬|亿|億|零|〇|一|二|三|四|五|六|七|八|九|至|到|—|–|-|～|~|、|."

gboolean
_lectern_form_is_vague (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      gint n = _lectern_alternative_at (VAGUE, p, end);

      if (n <= 0 && g_unichar_isdigit (g_utf8_get_char (p)))
        n = (gint)(g_utf8_next_char (p) - p);
      if (n <= 0)
        return FALSE;
      p += n;
    }
  return length > 0;
}

static gboolean
write_shifted (const LecternForm *form, GString *out, const char *digits, int places,
               LecternValue *value, GError **error)
{
  g_autoptr (GString) shifted = NULL;

  if (places == 0)
    return _lectern_form_write_digits (form, out, digits, value, error);
  shifted = g_string_new (NULL);
  if (!_lectern_decimal_append_shifted (shifted, digits, places))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  return _lectern_form_write_digits (form, out, shifted->str, value, error);
}

static gboolean
write_percent_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  g_autoptr (LecternValue) read = NULL;
  gsize length;

  if (strlen (value->text) == value->length)
    read = lectern_value_new_from_string ("percent", value->text, NULL);
  if (read != NULL)
    return write_shifted (form, out, read->text, form->places, value, error);
  length = _lectern_form_strip_tail (form, value->text, value->length);
  if (!_lectern_form_is_vague (value->text, length))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERCENT, error);
  g_string_append_len (out, value->text, (gssize)length);
  return TRUE;
}

/* A percentage is one whatever its size, and so is a whole number; a decimal below one is a share
 * of the whole. */
static gboolean
write_percent (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  const char *digits = _lectern_form_get_digits (value);

  if (value->type == LECTERN_VALUE_PERCENT)
    return write_shifted (form, out, value->text, form->places, value, error);
  if (digits != NULL)
    return write_shifted (form, out, digits,
                          _lectern_decimal_is_fraction (digits) ? form->places + 2 : 0, value,
                          error);
  if (value->type == LECTERN_VALUE_TEXT)
    return write_percent_text (form, out, value, error);
  return _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERCENT, error);
}

/* What stands behind a percentage, with the powers of ten from hundredths to it. */
static const struct
{
  const char *behind;
  gint8 places;
} shares[] = {
  { "%|％|个百分点|個百分點", 0 },
  { "‰|个千分点|個千分點", 1 },
  { "成", -1 },
};

void
_lectern_form_compile_percent (LecternForm *form, const LecternFormContext *context)
{
  form->write = write_percent;
  if (form->numerals == LECTERN_NUMERAL_DECIMAL)
    form->plain = LECTERN_PLAIN (INTEGER);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      gint n = _lectern_alternative_at (shares[i].behind, context->to, context->end);

      if (n <= 0)
        continue;
      form->places = shares[i].places;
      _lectern_form_add_tail (form, context->to, (gsize)n);
    }
  if (_lectern_alternative_before ("千分之", context->start, context->from) > 0)
    form->places = 1;
  if (form->places < 0
      || _lectern_alternative_before ("百分之|千分之", context->start, context->from) > 0)
    _lectern_form_set_chinese (form);
}

/* The piece of `text` that the mask stands for where the text goes beyond it: of 十九届六中全会 it
 * is 六 where 届 stands before the mask and 中 behind it. NULL where there is none. */
static const char *
find_piece (const LecternForm *form, const char *text, gsize length, gsize *piece_length)
{
  const char *behind = NULL, *from = text;
  gsize n_behind, n_before = form->before.length;

  if (form->follow.string == NULL)
    return NULL;
  n_behind = (gsize)(g_utf8_next_char (form->follow.string) - form->follow.string);
  for (const char *p = text; p + n_behind <= text + length; p = g_utf8_next_char (p))
    {
      if (memcmp (p, form->follow.string, n_behind) == 0)
        behind = p;
      if (behind == NULL && n_before > 0 && p + n_before <= text + length
          && memcmp (p, form->before.string, n_before) == 0)
        from = p + n_before;
      if (behind != NULL && behind > from)
        break;
    }
  if (behind == NULL || behind <= from)
    return NULL;
  *piece_length = (gsize)(behind - from);
  return from;
}

/* What places in an order are besides numbers: 全会, 甲组, A组. */
static gboolean
is_name_of_place (const char *text, gsize length)
{
  return (length == 1 && g_ascii_isupper (*text))
         || (length > 0
             && _lectern_alternative_at ("全|甲|乙|丙|丁|戊|己|庚|辛|壬|癸", text, text + length)
                    == (gint)length);
}

static gboolean
append_ordinal (const LecternForm *form, GString *out, guint ordinal)
{
  gsize start = out->len, before = form->before.length;

  if (!_lectern_form_append_whole (form, out, ordinal))
    return FALSE;
  /* 十四 in 十X五规划 is 四. */
  if (form->completes && out->len - start > before
      && memcmp (out->str + start, form->before.string, before) == 0)
    g_string_erase (out, (gssize)start, (gssize)before);
  return TRUE;
}

static gboolean
append_ordinal_text (const LecternForm *form, GString *out, const char *p, gsize length)
{
  guint ordinal;
  gint counted = MAX (_lectern_alternative_at ("第", p, p + length), 0);
  gsize n;

  p += counted;
  length -= (gsize)counted;
  n = _lectern_numeral_parse (p, length, &ordinal, NULL);
  if (n > 0 && ordinal > 0 && (n == length || _lectern_form_follows (form, p + n, length - n)))
    return append_ordinal (form, out, ordinal);
  if (!is_name_of_place (p, length))
    return FALSE;
  g_string_append_len (out, p, (gssize)length);
  return TRUE;
}

/* 第三轮, 三, 十九届六中全会 */
static gboolean
write_ordinal_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  gsize length;
  const char *piece;

  if (append_ordinal_text (form, out, value->text, value->length))
    return TRUE;
  piece = find_piece (form, value->text, value->length, &length);
  return (piece != NULL && append_ordinal_text (form, out, piece, length))
         || _lectern_form_refuse (form, value, LECTERN_REFUSAL_ORDINAL, error);
}

static gboolean
write_ordinal (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  gint64 ordinal;

  if (value->type == LECTERN_VALUE_TEXT)
    return write_ordinal_text (form, out, value, error);
  if (!lectern_value_get_integer (value, &ordinal) || ordinal < 1 || ordinal > G_MAXUINT)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_ORDINAL, error);
  return append_ordinal (form, out, (guint)ordinal)
         || _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
}

/* What is numbered in digits where no 第 stands before: 3号楼, 12级台风. */
#define DIGITS_BEHIND "号|號|级台风|级地震|级大风|級颱風|級地震|标段|標段|单元|單元"

/* Ordinals in digits whatever stands before: 第709号令. */
#define DIGITS_ALWAYS "号令|号文|号公告|号通知|號令|號文|號公告"

#define NUMERALS "十|百|一|二|三|四|五|六|七|八|九"

void
_lectern_form_compile_ordinal (LecternForm *form, const LecternFormContext *context)
{
  gboolean counted = _lectern_alternative_before ("第", context->start, context->from) > 0;
  const char *last = context->from;

  if (_lectern_alternative_at ("季度", context->to, context->end) > 0)
    {
      LecternPlace place = *context->place;
      LecternFormContext quarter = *context;

      place.part = "quarter";
      quarter.place = &place;
      _lectern_form_compile_date (form, &quarter);
      return;
    }
  form->write = write_ordinal;
  if (last > context->start)
    last = g_utf8_find_prev_char (context->start, last);
  _lectern_form_set_word (&form->before, last, (gsize)(context->from - last));
  form->completes
      = last < context->from && _lectern_alternative_at (NUMERALS, last, context->from) > 0;
  if (form->tongue == LECTERN_TONGUE_CHINESE
      && _lectern_alternative_at (DIGITS_ALWAYS, context->to, context->end) < 0
      && (counted || _lectern_alternative_at (DIGITS_BEHIND, context->to, context->end) < 0))
    _lectern_form_set_chinese (form);
}
