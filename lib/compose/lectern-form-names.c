/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-struct-private.h"

#include "language/lectern-mask-tables-private.h"
#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Persons, places, organisations, titles. */

/* The ends of what a surname stands before: 书记, 副县长, 老师. */
#define POSTS                                                                                                                           \
  "书记|書記|主席|总理|主任|部长|部長|局长|局長|县长|縣長|市长|市長|区长|區長|省长|省長|州长|"      \
  "镇长|"                                                                                                                             \
  "鎮長|乡长|鄉長|村长|厅长|廳長|处长|處長|科长|科長|股长|组长|組長|所长|所長|队长|隊長|院长|"      \
  "院長|"                                                                                                                             \
  "校长|校長|园长|会长|會長|理事长|董事长|董事長|监事长|行长|社长|台长|馆长|站长|站長|庭长|厂长|" \
  "矿长|"                                                                                                                             \
  "船长|机长|场长|段长|盟长|旗长|检察长|秘书长|秘書長|参谋长|军长|师长|旅长|团长|营长|连长|排长|" \
  "班长|"                                                                                                                             \
  "司令|政委|指导员|教导员|总|工|老师|老師|教授|博士|院士|医生|大夫|师傅|律师|先生|女士|小姐|"      \
  "经理|总监|"                                                                                                                      \
  "秘书|警官|法官|检察官|将军|大使|老|阿姨|大爷|大娘|大姐|大哥|叔叔"

static gboolean
write_one_person (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  g_autoptr (LecternValue) person = NULL;
  const char *text = value->text;

  if (value->type == LECTERN_VALUE_TEXT)
    {
      gsize length = _lectern_form_strip_tail (form, value->text, value->length);
      g_autofree char *name = g_strndup (value->text, length);

      person = lectern_value_new_from_string ("person", name, NULL);
      if (person == NULL || person->type != LECTERN_VALUE_PERSON)
        return _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERSON, error);
      value = person;
      text = value->text;
    }
  if (value->type != LECTERN_VALUE_PERSON)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERSON, error);
  if (form->named == LECTERN_NAME_POST && value->more.person.post == NULL)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_POST, error);
  if (form->named == LECTERN_NAME_POST)
    text = value->more.person.post;
  else if (form->named == LECTERN_NAME_SURNAME && value->more.person.surname != NULL)
    text = value->more.person.surname;
  else if (form->named == LECTERN_NAME_GIVEN && value->more.person.surname != NULL
           && g_str_has_prefix (text, value->more.person.surname)
           && strlen (text) > strlen (value->more.person.surname))
    text += strlen (value->more.person.surname);
  g_string_append (out, text);
  return TRUE;
}

/* The last of several masks takes what is left; the number that the text gives must agree. */
static gboolean
write_persons (const LecternForm *form, GString *out, LecternValue *list, GError **error)
{
  guint n = lectern_value_get_n_items (list);

  if (form->announced > 0 && (form->open_list ? n > form->announced : n != form->announced))
    return _lectern_form_refuse (form, list, LECTERN_REFUSAL_COUNT, error);
  if (n < form->n_members)
    return _lectern_form_refuse (form, list, LECTERN_REFUSAL_SHORT, error);
  if (form->member + 1 < form->n_members)
    return write_one_person (form, out, lectern_value_get_item (list, form->member), error);
  for (guint i = form->member; i < n; i++)
    {
      if (i > form->member)
        g_string_append (out, "、");
      if (!write_one_person (form, out, lectern_value_get_item (list, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_person (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  if (value->type == LECTERN_VALUE_LIST)
    return write_persons (form, out, value, error);
  if (value->type == LECTERN_VALUE_TEXT)
    {
      g_autoptr (LecternValue) read = lectern_value_new_from_string ("person", value->text, NULL);

      if (read != NULL && read->type == LECTERN_VALUE_LIST)
        return write_persons (form, out, read, error);
    }
  return write_one_person (form, out, value, error);
}

static gboolean
is_mask_sign (gunichar c)
{
  return c == 'X' || c == 'x' || c == 0xff38 || c == 0xff58 || c == 0xd7 || c == '*' || c == 0xff0a
         || c == '_' || c == 0xff3f || c == 0x25cb || c == 0x25a1;
}

/* XXX、XXX、XX: masks with 、 between, before and behind this one. */
static const char *
find_members (LecternForm *form, const LecternFormContext *context)
{
  const char *p = context->from;
  guint size;

  for (;;)
    {
      const char *q = p;
      const char *mask;

      if (_lectern_alternative_before ("、", context->start, q) <= 0)
        break;
      q -= strlen ("、");
      for (mask = q; q > context->start; q = mask)
        {
          mask = g_utf8_find_prev_char (context->start, q);
          if (!is_mask_sign (_lectern_peek (mask, context->from, &size)))
            break;
        }
      if (q + strlen ("、") == p)
        break;
      form->member++;
      p = q;
    }
  form->n_members = form->member + 1;
  for (p = context->to; _lectern_alternative_at ("、", p, context->end) > 0;)
    {
      const char *q = p + strlen ("、");
      const char *mask = q;

      while (is_mask_sign (_lectern_peek (q, context->end, &size)))
        q += size;
      if (q == mask)
        break;
      form->n_members++;
      p = q;
    }
  return p;
}

/* 4名同志, 等4位同志 */
static void
find_announced (LecternForm *form, const char *p, const char *end)
{
  gint n = MAX (_lectern_alternative_at ("等", p, end), 0);
  guint number;
  gsize digits;

  form->open_list = n > 0;
  digits = _lectern_numeral_parse (p + n, (gsize)(end - p - n), &number, NULL);
  if (digits > 0 && _lectern_alternative_at ("名|位|人|个|個", p + n + digits, end) > 0)
    form->announced = number;
}

void
_lectern_form_compile_person (LecternForm *form, const LecternFormContext *context)
{
  const LecternMaskWord *word;
  const char *past;

  _lectern_mask_tables_need ();
  form->write = write_person;
  if (g_strcmp0 (context->place->part, "post") == 0)
    form->named = LECTERN_NAME_POST;
  past = find_members (form, context);
  find_announced (form, past, context->end);
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, context->to, context->end);
  if (word == NULL || word->sense != LECTERN_SENSE_PERSON)
    return;
  _lectern_form_add_tail (form, word->word, word->length);
  if (form->named == LECTERN_NAME_FULL
      && _lectern_alternative_before (POSTS, word->word, word->word + word->length) > 0)
    form->named = LECTERN_NAME_SURNAME;
}

/* Names of land that are said twice by mistake only: 临河区区委. What else follows may be a word of
 * its own: 黄河河道. */
#define LAND                                                                                       \
  "自治区|自治州|自治县|开发区|高新区|新区|街道|社区|省|市|县|縣|区|區|州|盟|旗|镇|鎮|乡|鄉|村"
#define SEATS "委|党委|政府|人大|政协|纪委|直|级"

static gboolean
write_name (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  gsize length;

  if (value->type == LECTERN_VALUE_RECORD)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RECORD, error);
  if (value->type == LECTERN_VALUE_LIST)
    return _lectern_form_write_list (form, out, value, write_name, error);
  length = _lectern_form_strip_tail (form, value->text, value->length);
  g_string_append_len (out, value->text, (gssize)length);
  if (value->type == LECTERN_VALUE_PERCENT)
    g_string_append_c (out, '%');
  return TRUE;
}

void
_lectern_form_compile_name (LecternForm *form, const LecternFormContext *context)
{
  const LecternMaskWord *word;
  const char *p = context->to, *end = context->end;
  gint land = _lectern_alternative_at (LAND, p, end);

  _lectern_mask_tables_need ();
  form->write = write_name;
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, p, end);
  if (word == NULL)
    return;
  if (word->sense == LECTERN_SENSE_ORGANISATION || word->length == land
      || word->sense == LECTERN_SENSE_AFTER_DOCUMENT)
    _lectern_form_add_tail (form, word->word, word->length);
  if (land > 0 && word->length > land && _lectern_alternative_at (SEATS, p + land, end) > 0)
    _lectern_form_add_tail (form, p, (gsize)land);
}
