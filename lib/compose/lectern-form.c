/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-struct-private.h"

#include "base/lectern-error-private.h"
#include "compose/lectern-decimal-private.h"
#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* How much of the line is looked at on each side of a mask, in bytes. */
#define NEAR 240

#define FOLLOW 60 /* how much of what follows a value may carry */

/* How much of it a message shows. */
#define SHOWN_BEFORE 18
#define SHOWN_BEHIND 27

/* The kinds of placeholder, and how each is written. */
static const struct
{
  const char *kind;
  void (*compile) (LecternForm *form, const LecternFormContext *context);
} kinds[] = {
  { LECTERN_PLACEHOLDER_COUNT, _lectern_form_compile_count },
  { LECTERN_PLACEHOLDER_PERCENT, _lectern_form_compile_percent },
  { LECTERN_PLACEHOLDER_ORDINAL, _lectern_form_compile_ordinal },
  { LECTERN_PLACEHOLDER_DATE, _lectern_form_compile_date },
  { LECTERN_PLACEHOLDER_PERSON, _lectern_form_compile_person },
  { LECTERN_PLACEHOLDER_PLACE, _lectern_form_compile_name },
  { LECTERN_PLACEHOLDER_ORGANISATION, _lectern_form_compile_name },
  { LECTERN_PLACEHOLDER_TITLE, _lectern_form_compile_name },
  { LECTERN_PLACEHOLDER_TEXT, _lectern_form_compile_name },
};

/* What a place can be told to do in other words than its kind: {{轮次:chinese}}. */
typedef struct
{
  const char *form; /* names parted by a bar */
  const char *kind; /* NULL: that of the place, or `otherwise` where it is no number */
  LecternNumeralStyle numerals;
  LecternFormPart part;
  gint8 named;
  gboolean iso;
} Override;

static const Override overrides[] = {
  { "chinese|汉字|漢字", NULL, LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL },
  { "arabic|数字|數字", NULL, LECTERN_NUMERAL_DECIMAL },
  { "capital|大写|大寫", NULL, LECTERN_NUMERAL_SIMP_CHINESE_FORMAL },
  { "iso", "date", .iso = TRUE },
  { "year|年", "date", .part = LECTERN_PART_YEAR },
  { "month|月", "date", .part = LECTERN_PART_MONTH },
  { "day|日", "date", .part = LECTERN_PART_DAY },
  { "hour|时|時", "date", .part = LECTERN_PART_HOUR },
  { "minute|分", "date", .part = LECTERN_PART_MINUTE },
  { "quarter|季度", "date", .part = LECTERN_PART_QUARTER },
  { "weekday|星期", "date", .part = LECTERN_PART_WEEKDAY },
  { "full|全名", "person", .named = 1 + LECTERN_NAME_FULL },
  { "surname|姓", "person", .named = 1 + LECTERN_NAME_SURNAME },
  { "given|名", "person", .named = 1 + LECTERN_NAME_GIVEN },
  { "post|职务|職務", "person", .named = 1 + LECTERN_NAME_POST },
  { "text|文本", "text" },
  { "count|数量|數量", "count" },
  { "percent|百分数", "percent" },
  { "ordinal|序数|序數", "ordinal" },
  { "date|日期", "date" },
  { "person|人名", "person" },
  { "place|地名", "place" },
  { "organisation|单位|單位", "organisation" },
  { "title|标题", "title" },
};

static const char *const refusals[] = {
  [LECTERN_REFUSAL_NUMBER] = "a number is wanted here",
  [LECTERN_REFUSAL_RANGE] = "there is no such number here",
  [LECTERN_REFUSAL_UNIT] = "it counts in another unit",
  [LECTERN_REFUSAL_PERCENT] = "a percentage is wanted here",
  [LECTERN_REFUSAL_ORDINAL] = "a place in an order is wanted here",
  [LECTERN_REFUSAL_DATE] = "a date is wanted here",
  [LECTERN_REFUSAL_OPEN] = "the date leaves this part open",
  [LECTERN_REFUSAL_YEAR] = "the year does not go on like that",
  [LECTERN_REFUSAL_PERSON] = "a person is wanted here",
  [LECTERN_REFUSAL_POST] = "the post of the person is not known",
  [LECTERN_REFUSAL_LIST] = "a list has no place here",
  [LECTERN_REFUSAL_COUNT] = "the text says another number of them",
  [LECTERN_REFUSAL_SHORT] = "there are fewer of them than places",
  [LECTERN_REFUSAL_RECORD] = "a record has no text",
};

gboolean
_lectern_form_refuse (const LecternForm *form, LecternValue *value, LecternRefusal why,
                      GError **error)
{
  g_autofree char *text = NULL;

  if (error == NULL)
    return FALSE;
  text = lectern_value_dup_text (value);
  _lectern_set_error (error, LECTERN_ERROR_VALUE, form->name, NULL,
                      "“%s” does not fit into “%s”: %s", text, form->excerpt, refusals[why]);
  return FALSE;
}

void
_lectern_form_set_word (LecternFormWord *word, const char *string, gsize length)
{
  g_free (word->string);
  word->string = length > 0 ? g_strndup (string, length) : NULL;
  word->length = length;
}

void
_lectern_form_add_tail (LecternForm *form, const char *string, gsize length)
{
  for (guint i = 0; i < LECTERN_FORM_TAILS; i++)
    if (form->tails[i].string == NULL)
      {
        _lectern_form_set_word (&form->tails[i], string, length);
        return;
      }
}

#define ABOUT "余|餘|多|来|來"

gboolean
_lectern_form_follows (const LecternForm *form, const char *rest, gsize length)
{
  const char *follow = form->follow.string, *end = follow + form->follow.length;
  gint about;

  if (follow == NULL)
    return length == 0;
  if (length <= form->follow.length && memcmp (follow, rest, length) == 0)
    return TRUE;
  about = _lectern_alternative_at (ABOUT, follow, end);
  return about > 0 && length <= (gsize)(end - follow - about)
         && memcmp (follow + about, rest, length) == 0;
}

gsize
_lectern_form_strip_tail (const LecternForm *form, const char *text, gsize length)
{
  for (guint i = 0; i < LECTERN_FORM_TAILS && form->tails[i].string != NULL; i++)
    {
      const LecternFormWord *tail = &form->tails[i];

      if (length > tail->length
          && memcmp (text + length - tail->length, tail->string, tail->length) == 0)
        return length - tail->length;
    }
  return length;
}

void
_lectern_form_set_chinese (LecternForm *form)
{
  form->numerals = form->traditional ? LECTERN_NUMERAL_TRAD_CHINESE_INFORMAL
                                     : LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL;
  form->plain = 0;
}

const char *
_lectern_form_get_separator (const LecternForm *form)
{
  static const char *const separators[] = {
    [LECTERN_TONGUE_CHINESE] = "、",
    [LECTERN_TONGUE_JAPANESE] = "、",
    [LECTERN_TONGUE_KOREAN] = ", ",
    [LECTERN_TONGUE_ENGLISH] = ", ",
  };

  return separators[form->tongue];
}

gboolean
_lectern_form_append_whole (const LecternForm *form, GString *out, guint number)
{
  return _lectern_numeral_append (out, form->numerals, number);
}

/* Digits in full width, sign and point included. */
static void
append_wide (GString *out, const char *digits)
{
  for (; *digits != '\0'; digits++)
    g_string_append_unichar (out, (gunichar)*digits + 0xfee0);
}

gboolean
_lectern_form_append_digits (const LecternForm *form, GString *out, const char *digits)
{
  gsize start = out->len;
  const char *p = digits;
  guint64 whole;

  if (form->numerals == LECTERN_NUMERAL_DECIMAL)
    g_string_append (out, digits);
  if (form->numerals == LECTERN_NUMERAL_FULLWIDTH_DECIMAL)
    append_wide (out, digits);
  if (!_lectern_form_is_chinese (form))
    return TRUE;
  if (*p == '-')
    {
      g_string_append (out, form->traditional ? "負" : "负");
      p++;
    }
  if (form->couple && strcmp (p, "2") == 0)
    {
      g_string_append (out, form->traditional ? "兩" : "两");
      return TRUE;
    }
  whole = g_ascii_strtoull (p, (char **)&p, 10);
  if (whole > G_MAXUINT || !_lectern_form_append_whole (form, out, (guint)whole))
    {
      g_string_truncate (out, start);
      return FALSE;
    }
  if (*p == '.')
    g_string_append (out, form->traditional ? "點" : "点");
  for (; *p != '\0'; p++)
    if (*p != '.')
      _lectern_numeral_append (out, LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL, (guint)(*p - '0'));
  return TRUE;
}

gboolean
_lectern_form_write_list (const LecternForm *form, GString *out, LecternValue *list,
                          LecternFormWriter write, GError **error)
{
  guint n = lectern_value_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      LecternValue *item = lectern_value_get_item (list, i);

      if (i > 0)
        g_string_append (out, _lectern_form_get_separator (form));
      if (item->type == LECTERN_VALUE_LIST)
        return _lectern_form_refuse (form, item, LECTERN_REFUSAL_LIST, error);
      if (!write (form, out, item, error))
        return FALSE;
    }
  return TRUE;
}

/* Brackets and quotation marks that both the place and the value may have. */
static const char *const quotes[] = { "《》", "“”", "〈〉", "「」", "『』", "‘’", "【】" };

static void
find_quotes (LecternForm *form, const LecternFormContext *context)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const char *close = g_utf8_next_char (quotes[i]);
      gsize n = (gsize)(close - quotes[i]);

      if ((gsize)(context->from - context->start) >= n
          && memcmp (context->from - n, quotes[i], n) == 0
          && strstr (form->follow.string != NULL ? form->follow.string : "", close) != NULL)
        form->quotes = quotes[i];
    }
}

gsize
_lectern_form_strip_quotes (const LecternForm *form, const char **text, gsize length)
{
  gsize n;

  if (form->quotes == NULL)
    return length;
  n = strlen (form->quotes) / 2;
  if (length < 2 * n || memcmp (*text, form->quotes, n) != 0
      || memcmp (*text + length - n, form->quotes + n, n) != 0)
    return length;
  *text += n;
  return length - 2 * n;
}

static gsize
to_boundary (const char *text, gsize length, gsize at)
{
  while (at < length && ((guchar)text[at] & 0xc0) == 0x80)
    at++;
  return at;
}

static void
find_context (LecternFormContext *context, const LecternPlace *place)
{
  const char *text = place->text;
  gsize start = place->span.start, end = place->span.end;
  gsize least = start > NEAR ? start - NEAR : 0;
  gsize most = MIN (place->length, end + NEAR);

  while (start > least && text[start - 1] != '\n' && text[start - 1] != '\r')
    start--;
  while (end < most && text[end] != '\n' && text[end] != '\r')
    end++;
  while (end < place->length && end > place->span.end && ((guchar)text[end] & 0xc0) == 0x80)
    end--;
  context->place = place;
  context->start = text + to_boundary (text, place->span.start, start);
  context->from = text + place->span.start;
  context->to = text + place->span.end;
  context->end = text + end;
}

static LecternFormTongue
find_tongue (const char *language)
{
  static const struct
  {
    const char *prefix;
    LecternFormTongue tongue;
  } tongues[] = {
    { "ja", LECTERN_TONGUE_JAPANESE },
    { "ko", LECTERN_TONGUE_KOREAN },
    { "en", LECTERN_TONGUE_ENGLISH },
  };

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (tongues); i++)
    if (g_str_has_prefix (language, tongues[i].prefix))
      return tongues[i].tongue;
  return LECTERN_TONGUE_CHINESE;
}

static char *
dup_excerpt (const LecternFormContext *context)
{
  gsize before = (gsize)(context->from - context->start), from = 0;
  gsize behind = (gsize)(context->end - context->to), to = behind;

  if (before > SHOWN_BEFORE)
    from = to_boundary (context->start, before, before - SHOWN_BEFORE);
  if (behind > SHOWN_BEHIND)
    to = to_boundary (context->to, behind, SHOWN_BEHIND);
  return g_strndup (context->start + from, (gsize)(context->to + to - context->start) - from);
}

/* The digit nearest to the mask tells the width of those that are put in. */
static gboolean
is_wide_near (const LecternFormContext *context)
{
  const char *back = context->from, *on = context->to;
  guint size;

  while (back > context->start || on < context->end)
    {
      if (back > context->start)
        {
          gunichar c;

          back = g_utf8_find_prev_char (context->start, back);
          c = _lectern_peek (back, context->from, &size);
          if (c - '0' < 10 || c - 0xff10 < 10)
            return c > 0x80;
        }
      if (on < context->end)
        {
          gunichar c = _lectern_peek (on, context->end, &size);

          if (c - '0' < 10 || c - 0xff10 < 10)
            return c > 0x80;
          on += size;
        }
    }
  return FALSE;
}

/* The form that a declared field names: {{轮次:chinese|三}}. */
static char *
dup_declared (const LecternFormContext *context)
{
  const char *p = context->from, *colon, *bar;
  gsize n = (gsize)(context->to - p);
  g_autofree char *inside = NULL;

  if (n < 4 || memcmp (p, "{{", 2) != 0)
    return NULL;
  inside = g_strndup (p + 2, n - 4);
  if ((bar = strchr (inside, '|')) != NULL)
    inside[bar - inside] = '\0';
  colon = strchr (inside, ':');
  return colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;
}

static const Override *
find_override (const char *form)
{
  gsize length = strlen (form);

  for (guint i = 0; i < G_N_ELEMENTS (overrides); i++)
    if (_lectern_alternative_at (overrides[i].form, form, form + length) == (gint)length)
      return &overrides[i];
  return NULL;
}

static gboolean
is_number_kind (const char *kind)
{
  return g_strcmp0 (kind, LECTERN_PLACEHOLDER_COUNT) == 0
         || g_strcmp0 (kind, LECTERN_PLACEHOLDER_PERCENT) == 0
         || g_strcmp0 (kind, LECTERN_PLACEHOLDER_ORDINAL) == 0
         || g_strcmp0 (kind, LECTERN_PLACEHOLDER_DATE) == 0;
}

static void
compile_kind (LecternForm *form, const LecternFormContext *context, const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      {
        kinds[i].compile (form, context);
        return;
      }
  _lectern_form_compile_name (form, context);
}

static void
set_numerals (LecternForm *form, LecternNumeralStyle numerals)
{
  if (numerals == LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL)
    {
      _lectern_form_set_chinese (form);
      return;
    }
  form->numerals = numerals == LECTERN_NUMERAL_SIMP_CHINESE_FORMAL && form->traditional
                       ? LECTERN_NUMERAL_TRAD_CHINESE_FORMAL
                       : numerals;
  if (numerals != LECTERN_NUMERAL_DECIMAL)
    form->plain = 0;
}

static void
compile_override (LecternForm *form, const LecternFormContext *context, const char *name)
{
  const char *kind = context->place->kind;
  const Override *found = find_override (name);
  LecternNumeralStyle numerals
      = found != NULL ? found->numerals : _lectern_numeral_style_from_name (name);
  LecternPlace place = *context->place;
  LecternFormContext other = *context;

  if (found != NULL && found->kind != NULL)
    kind = found->kind;
  else if (numerals != LECTERN_NUMERAL_NONE && !is_number_kind (kind))
    kind = LECTERN_PLACEHOLDER_COUNT;
  if (found != NULL && found->part != LECTERN_PART_WHOLE)
    place.part = NULL;
  other.place = &place;
  compile_kind (form, &other, kind);
  if (numerals != LECTERN_NUMERAL_NONE)
    set_numerals (form, numerals);
  /* Two of a thing are 两. */
  form->couple = numerals == LECTERN_NUMERAL_SIMP_CHINESE_INFORMAL && place.unit != NULL
                 && g_strcmp0 (kind, LECTERN_PLACEHOLDER_COUNT) == 0;
  if (found != NULL && found->part != LECTERN_PART_WHOLE)
    {
      form->part = found->part;
      form->plain = 0;
      _lectern_form_compile_part (form, context);
    }
  if (found != NULL && found->named > 0)
    {
      form->named = (LecternFormName)(found->named - 1);
      form->plain = form->named == LECTERN_NAME_FULL ? LECTERN_PLAIN (PERSON) : 0;
    }
  form->iso = found != NULL && found->iso;
  if (form->iso)
    form->plain = 0;
}

LecternForm *
_lectern_form_compile (const LecternPlace *place)
{
  LecternForm *form = g_new0 (LecternForm, 1);
  LecternFormContext context;
  g_autofree char *declared = NULL;

  find_context (&context, place);
  form->name = g_strdup (place->name);
  form->excerpt = dup_excerpt (&context);
  form->traditional = place->language != NULL && g_str_has_prefix (place->language, "zh-Hant");
  form->tongue = find_tongue (place->language);
  _lectern_form_set_word (&form->follow, context.to,
                          to_boundary (context.to, (gsize)(context.end - context.to),
                                       MIN (FOLLOW, (gsize)(context.end - context.to))));
  find_quotes (form, &context);
  form->n_members = 1;
  form->numerals
      = is_wide_near (&context) ? LECTERN_NUMERAL_FULLWIDTH_DECIMAL : LECTERN_NUMERAL_DECIMAL;
  declared = place->form != NULL ? g_strdup (place->form) : dup_declared (&context);
  if (declared != NULL)
    compile_override (form, &context, declared);
  else
    compile_kind (form, &context, place->kind);
  return form;
}

void
_lectern_form_free (LecternForm *form)
{
  if (form == NULL)
    return;
  g_free (form->before.string);
  g_free (form->behind.string);
  g_free (form->base.string);
  g_free (form->follow.string);
  for (guint i = 0; i < LECTERN_FORM_TAILS; i++)
    g_free (form->tails[i].string);
  g_free (form->name);
  g_free (form->excerpt);
  g_free (form);
}

gboolean
_lectern_form_write (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  gsize start = out->len;

  if ((form->plain >> value->type) & 1)
    {
      g_string_append_len (out, value->text, (gssize)value->length);
      return TRUE;
    }
  if (form->write (form, out, value, error))
    return TRUE;
  g_string_truncate (out, start);
  return FALSE;
}

gboolean
_lectern_form_append (GString *out, const LecternPlace *place, LecternValue *value, GError **error)
{
  g_autoptr (LecternForm) form = _lectern_form_compile (place);

  return _lectern_form_write (form, out, value, error);
}
