/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-struct-private.h"

#include "language/lectern-mask-tables-private.h"
#include "language/lectern-scan-private.h"
#include "language/lectern-surnames-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Persons: one, or a list with its number. */

/* The ends of what a surname stands before: 书记, 副县长, 老师. */
#define POSTS                                                                                                                          \
  "书记|書記|主席|总理|总裁|主任|长|長|司令|司令员|政委|指导员|教导员|总|老总|工|老师|老師|教授|" \
  "博士|院士|医生|大夫|护士|师傅|律师|先生|女士|小姐|经理|总监|秘书|警官|法官|检察官|将军|大使|"  \
  "参赞|委员|常委|阿姨|大爷|大娘|大姐|大哥|叔叔|工程师|会计师|经济师|巡视员|调研员|专员|助理|总工"

/* A post that somebody is given is no address: 张水生为组长. */
#define GIVEN "为|任|等|几位|两位|三|两|部长等"

/* What a post may belong to: 县委 in XX书记 is no name. */
#define BODIES                                                                                                                       \
  "委|委会|党组|支部|局|厅|办|公司|集团|县|市|区|镇|乡|村|省|政府|人大|政协|部门|中心|学校|医院|" \
  "社区|街道|協會|协会|縣|區|鎮|鄉"

/* What stands for a person, without allocating. */
typedef struct
{
  const char *name;
  gsize name_length;
  const char *surname;
  gsize surname_length;
  const char *post;
  gsize post_length;
} Person;

static void
set_surname (Person *person)
{
  const char *end = person->name + person->name_length;

  if (_lectern_alternative_before (BODIES, person->name, end) > 0)
    return;
  person->surname = person->name;
  person->surname_length = _lectern_surname_length (person->name, person->name_length);
}

/* 张水生, 张水生（县长） */
static gboolean
read_person (const LecternForm *form, const char *text, gsize length, Person *person)
{
  const char *end = text + length, *p = text;
  gint open = -1, close;

  for (; p < end && (open = _lectern_alternative_at ("（|(", p, end)) < 0; p = g_utf8_next_char (p))
    ;
  person->name = text;
  person->name_length = (gsize)(p - text);
  if (open > 0)
    {
      if ((close = _lectern_alternative_before ("）|)", p + open, end)) <= 0)
        return FALSE;
      person->post = p + open;
      person->post_length = (gsize)(end - close - person->post);
    }
  else
    person->name_length = _lectern_form_strip_tail (form, text, length);
  set_surname (person);
  return person->name_length > 0;
}

static gboolean
append_person (const LecternForm *form, GString *out, const Person *person)
{
  const char *text = person->name;
  gsize length = person->name_length;

  if (form->named == LECTERN_NAME_POST && person->post_length == 0)
    return FALSE;
  if (form->named == LECTERN_NAME_POST)
    text = person->post, length = person->post_length;
  else if (form->named == LECTERN_NAME_SURNAME && person->surname_length > 0)
    text = person->surname, length = person->surname_length;
  else if (form->named == LECTERN_NAME_GIVEN && length > person->surname_length
           && memcmp (text, person->surname, person->surname_length) == 0)
    {
      text += person->surname_length;
      length -= person->surname_length;
    }
  g_string_append_len (out, text, (gssize)length);
  return TRUE;
}

static gboolean
write_one (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  Person person = { 0 };

  if (value->type == LECTERN_VALUE_TEXT)
    {
      if (!read_person (form, value->text, value->length, &person))
        return _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERSON, error);
    }
  else if (value->type == LECTERN_VALUE_PERSON)
    {
      const char *surname = value->more.person.surname, *post = value->more.person.post;

      person = (Person){ value->text,
                         value->length,
                         surname != NULL ? surname : "",
                         surname != NULL ? strlen (surname) : 0,
                         post,
                         post ? strlen (post) : 0 };
    }
  else
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERSON, error);
  return append_person (form, out, &person)
         || _lectern_form_refuse (form, value, LECTERN_REFUSAL_POST, error);
}

/* The last of several masks takes what is left; the number that the text gives must agree. */
static gboolean
write_list (const LecternForm *form, GString *out, LecternValue *list, GError **error)
{
  guint n = lectern_value_get_n_items (list);

  if (form->announced > 0 && (form->open_list ? n > form->announced : n != form->announced))
    return _lectern_form_refuse (form, list, LECTERN_REFUSAL_COUNT, error);
  if (n < form->n_members)
    return _lectern_form_refuse (form, list, LECTERN_REFUSAL_SHORT, error);
  if (form->member + 1 < form->n_members)
    return write_one (form, out, lectern_value_get_item (list, form->member), error);
  for (guint i = form->member; i < n; i++)
    {
      if (i > form->member)
        g_string_append (out, _lectern_form_get_separator (form));
      if (!write_one (form, out, lectern_value_get_item (list, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_list (const LecternValue *text)
{
  const char *end = text->text + text->length;

  for (const char *p = text->text; p < end; p = g_utf8_next_char (p))
    if (_lectern_alternative_at ("、|；|;", p, end) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
write_person (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  g_autoptr (LecternValue) read = NULL;

  if (value->type == LECTERN_VALUE_LIST)
    return write_list (form, out, value, error);
  if (value->type != LECTERN_VALUE_TEXT || !is_list (value))
    return write_one (form, out, value, error);
  read = lectern_value_new_from_string ("list:person", value->text, NULL);
  return read != NULL ? write_list (form, out, read, error)
                      : _lectern_form_refuse (form, value, LECTERN_REFUSAL_PERSON, error);
}

static gboolean
is_mask_sign (gunichar c)
{
  return c == 'X' || c == 'x' || c == 0xff38 || c == 0xff58 || c == 0xd7 || c == '*' || c == 0xff0a
         || c == '_' || c == 0xff3f || c == 0x25cb || c == 0x25a1;
}

/* Where a mask that ends at `p` begins, or begins there and ends. */
static const char *
pass_mask (const LecternFormContext *context, const char *p, gboolean back)
{
  guint size;

  for (;;)
    {
      const char *next = p;

      if (back && p == context->start)
        return p;
      if (back)
        next = g_utf8_find_prev_char (context->start, p);
      if (!is_mask_sign (_lectern_peek (next, context->end, &size)))
        return p;
      p = back ? next : next + size;
    }
}

#define JOINS "、|和|与"

/* XXX、XXX、XX: masks with a mark between, before and behind this one. Where the last ends. */
static const char *
find_members (LecternForm *form, const LecternFormContext *context)
{
  const char *p = context->from;
  gint join;

  while ((join = _lectern_alternative_before (JOINS, context->start, p)) > 0)
    {
      const char *start = pass_mask (context, p - join, TRUE);

      if (start == p - join)
        break;
      form->member++;
      p = start;
    }
  form->n_members = form->member + 1;
  p = context->to;
  while ((join = _lectern_alternative_at (JOINS, p, context->end)) > 0)
    {
      const char *end = pass_mask (context, p + join, FALSE);

      if (end == p + join)
        break;
      form->n_members++;
      p = end;
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

  _lectern_mask_tables_need ();
  form->write = write_person;
  if (g_strcmp0 (context->place->part, "post") == 0)
    form->named = LECTERN_NAME_POST;
  if (g_strcmp0 (context->place->part, "surname") == 0)
    form->named = LECTERN_NAME_SURNAME;
  find_announced (form, find_members (form, context), context->end);
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, context->to, context->end);
  if (word != NULL && word->sense == LECTERN_SENSE_PERSON)
    {
      const char *end = word->word + word->length;

      _lectern_form_add_tail (form, word->word, word->length);
      if (form->named == LECTERN_NAME_FULL && _lectern_alternative_at (GIVEN, word->word, end) < 0
          && _lectern_alternative_before (POSTS, word->word, end) > 0)
        form->named = LECTERN_NAME_SURNAME;
    }
  if (form->named == LECTERN_NAME_FULL)
    form->plain = LECTERN_PLAIN (PERSON);
}
