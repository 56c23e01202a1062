/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-struct-private.h"

#include "compose/lectern-decimal-private.h"
#include "language/lectern-announcing-private.h"

#include <string.h>

/* Amounts: 12个, 350余万元, 三点五亿元. */

/* Powers of ten that part of a unit may be, the longest first. */
static const struct
{
  const char *words;
  guint power;
} magnitudes[] = {
  { "万亿|萬億", 12 }, { "千万|千萬", 7 }, { "百万|百萬", 6 }, { "亿|億", 8 },
  { "万|萬", 4 },      { "千", 3 },        { "百", 2 },
};

/* Units that begin with such a word and have none: 千米, 百分点. */
#define WHOLE_UNITS "千米|千克|千瓦|千伏|千公尺|千卡|百分|千分"

static gsize
read_magnitude (const char *p, const char *end, guint *power)
{
  guint unused;

  if (power == NULL)
    power = &unused;
  *power = 0;
  if (_lectern_alternative_at (WHOLE_UNITS, p, end) > 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (magnitudes); i++)
    {
      gint n = _lectern_alternative_at (magnitudes[i].words, p, end);

      if (n > 0)
        return *power = magnitudes[i].power, (gsize)n;
    }
  return 0;
}

/* 三五, 七八: not 35. A text of two numerals of one place each is left as it is. */
static gboolean
is_pair (const char *text, gsize length)
{
#define TENS "十|百|千|万|亿|萬|億"
  return length == 6 && _lectern_alternative_at (TENS, text, text + length) < 0
         && _lectern_alternative_at (TENS, text + 3, text + length) < 0;
#undef TENS
}

/* A number with a unit of its own, which is that of the place but for its magnitude: how many
 * powers of ten it is to be shifted. */
static gboolean
has_same_unit (const LecternForm *form, const char *rest, const char *end, int *places)
{
  guint power;

  rest += read_magnitude (rest, end, &power);
  *places = (int)power - (int)form->magnitude;
  return rest == end
         || ((gsize)(end - rest) == form->base.length
             && memcmp (rest, form->base.string, form->base.length) == 0);
}

static gboolean
write_shifted (const LecternForm *form, GString *out, LecternValue *value, const char *digits,
               int places, GError **error)
{
  g_autoptr (GString) shifted = g_string_new (NULL);

  if (!_lectern_decimal_append_shifted (shifted, digits, places))
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  return _lectern_form_write_digits (form, out, shifted->str, value, error);
}

/* 1.2万 in X人 stays 1.2万. */
static gboolean
is_rounded (const LecternForm *form, const char *rest, const char *end)
{
  gsize n = read_magnitude (rest, end, NULL);

  return n > 0 && form->magnitude == 0
         && (rest + n == end || _lectern_form_follows (form, rest + n, (gsize)(end - rest) - n));
}

static gboolean
write_amount_text (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *text = value->text, *end = text + value->length;
  gsize length = _lectern_form_strip_tail (form, text, value->length);
  gboolean chinese;
  gsize n = _lectern_value_read_number (digits, text, value->length, &chinese);
  gboolean exact = n > 0 && !(chinese && is_pair (text, n));
  int places;

  if (exact && (n == length || _lectern_form_follows (form, text + n, value->length - n)))
    return _lectern_form_write_digits (form, out, digits->str, value, error);
  if (exact && !chinese && is_rounded (form, text + n, end))
    {
      g_string_append_len (out, text, (gssize)(n + read_magnitude (text + n, end, NULL)));
      return TRUE;
    }
  if (exact && has_same_unit (form, text + n, end, &places))
    return write_shifted (form, out, value, digits->str, places, error);
  if (!_lectern_form_is_vague (text, length))
    return _lectern_form_refuse (form, value,
                                 n == 0 ? LECTERN_REFUSAL_NUMBER : LECTERN_REFUSAL_UNIT, error);
  g_string_append_len (out, text, (gssize)length);
  return TRUE;
}

/* Of three point five either three or five, each in its own place. */
static gboolean
write_split (const LecternForm *form, GString *out, const char *digits, LecternValue *value,
             GError **error)
{
  const char *point = strchr (digits, '.');
  g_autofree char *whole = NULL;

  if (point == NULL)
    return _lectern_form_write_digits (form, out, digits, value, error);
  if (form->split == LECTERN_SPLIT_WHOLE)
    {
      whole = g_strndup (digits, (gsize)(point - digits));
      return _lectern_form_write_digits (form, out, whole, value, error);
    }
  for (const char *p = point + 1; *p != '\0'; p++)
    if (!_lectern_form_append_whole (form, out, (guint)(*p - '0')))
      return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RANGE, error);
  return TRUE;
}

/* What is announced is counted as it is said: 讲三点意见, 讲两点意见. */
static gboolean
append_said (const LecternForm *form, GString *out, const char *digits)
{
  gint64 number;

  if (!form->said || strchr (digits, '.') != NULL
      || !g_ascii_string_to_signed (digits, 10, 1, 10, &number, NULL))
    return FALSE;
  if (number == 2)
    g_string_append (out, form->traditional ? "兩" : "两");
  return number == 2
         || _lectern_numeral_append (out, LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, (guint)number);
}

static gboolean
write_count (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  const char *digits = _lectern_form_get_digits (value);
  char count[16];

  if (value->type == LECTERN_VALUE_LIST)
    {
      g_snprintf (count, sizeof count, "%u", lectern_value_get_n_items (value));
      digits = count;
    }
  if (digits != NULL && form->split != LECTERN_SPLIT_NONE)
    return write_split (form, out, digits, value, error);
  if (digits != NULL)
    return append_said (form, out, digits)
           || _lectern_form_write_digits (form, out, digits, value, error);
  if (value->type == LECTERN_VALUE_TEXT)
    return write_amount_text (form, out, value, error);
  return _lectern_form_refuse (form, value, LECTERN_REFUSAL_NUMBER, error);
}

/* Signs that a mask of a figure may consist of, and numerals, on the other side of a 点. */
#define FIGURES                                                                                    \
  "X|x|Ｘ|ｘ|×|*|＊|_|＿|0|1|2|3|4|5|6|7|8|9|一|二|三|四|五|六|七|八|九|十|百|千|零|两|〇"

static void
find_split (LecternForm *form, const LecternFormContext *context)
{
  const char *p = context->to;
  gint point = _lectern_alternative_at ("点|點", p, context->end);
  gint before = _lectern_alternative_before ("点|點", context->start, context->from);

  if (point > 0 && _lectern_alternative_at (FIGURES, p + point, context->end) > 0)
    form->split = LECTERN_SPLIT_WHOLE;
  else if (before > 0
           && _lectern_alternative_before (FIGURES, context->start, context->from - before) > 0)
    form->split = LECTERN_SPLIT_FRACTION;
  if (form->split != LECTERN_SPLIT_NONE)
    _lectern_form_set_chinese (form);
}

/* Whether the speaker announces so many points: 讲X点意见. */
static gboolean
is_said (const LecternForm *form, const LecternFormContext *context)
{
  const LecternAnnouncing *words;
  gsize measure;

  if (form->tongue != LECTERN_TONGUE_CHINESE)
    return FALSE;
  words = _lectern_announcing_lookup (context->place->language);
  measure = _lectern_words_begin (&words->measures, context->to, context->end);
  return measure > 0 && _lectern_words_end (&words->speaking, context->start, context->from) > 0
         && (_lectern_words_begin (&words->said, context->to + measure, context->end) > 0
             || _lectern_words_begin (&words->nouns, context->to + measure, context->end) > 0);
}

static void
add_units (LecternForm *form, const LecternFormContext *context)
{
  const char *unit = context->place->unit;
  gsize length = unit != NULL ? strlen (unit) : 0, n;

  if (length == 0)
    return;
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
  find_split (form, context);
  form->said = is_said (form, context);
  if (form->said)
    form->plain = 0;
}
