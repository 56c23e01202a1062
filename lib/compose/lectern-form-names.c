/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compose/lectern-form-struct-private.h"

#include "language/lectern-mask-tables-private.h"
#include "language/lectern-scan-private.h"
#include "language/lectern-words-private.h"

#include <string.h>

/* Places, organisations, titles, and any other text. */

/* Names of land that are said twice by mistake only: 临河区区委. What else follows may be a word of
 * its own: 黄河河道. */
#define LAND                                                                                                                          \
  "自治区|自治州|自治县|开发区|高新区|经开区|新区|街道|社区|省|市|县|縣|区|區|州|盟|旗|镇|鎮|乡|" \
  "鄉|村"
#define SEATS "委|党委|政府|人大|政协|纪委|直|级"

static gboolean
write_name (const LecternForm *form, GString *out, LecternValue *value, GError **error)
{
  const char *text = value->text;
  gsize length = value->length;

  if (value->type == LECTERN_VALUE_RECORD)
    return _lectern_form_refuse (form, value, LECTERN_REFUSAL_RECORD, error);
  if (value->type == LECTERN_VALUE_LIST)
    return _lectern_form_write_list (form, out, value, write_name, error);
  if (value->type == LECTERN_VALUE_DATE)
    return _lectern_form_write_date (form, out, value, error);
  if (value->type == LECTERN_VALUE_TEXT)
    {
      length = _lectern_form_strip_quotes (form, &text, length);
      length = _lectern_form_strip_tail (form, text, length);
    }
  g_string_append_len (out, text, (gssize)length);
  if (value->type == LECTERN_VALUE_PERCENT)
    g_string_append_c (out, '%');
  return TRUE;
}

/* Whether a value that ends with the word behind the mask says it once too often. */
static gboolean
is_said_twice (const LecternMaskWord *word, gint land, const char *end_of_word, const char *end)
{
  guint size;
  gunichar next = _lectern_peek (end_of_word, end, &size);

  switch ((LecternMaskSense)word->sense)
    {
    case LECTERN_SENSE_ORGANISATION:
    case LECTERN_SENSE_AFTER_DOCUMENT:
    case LECTERN_SENSE_TEXT:
      return TRUE;
    case LECTERN_SENSE_AFTER_NOTICE:
    case LECTERN_SENSE_PLACE:
      /* One character may begin a longer word. */
      return word->length == land || word->length > 3 || next < 0x3400 || next > 0x9fff;
    default:
      return FALSE;
    }
}

static const char *
skip_mark (const char *p, const char *end)
{
  return p + MAX (_lectern_alternative_at ("》|”|」", p, end), 0);
}

void
_lectern_form_compile_name (LecternForm *form, const LecternFormContext *context)
{
  const LecternMaskWord *word;
  const char *end = context->end, *p = context->to;
  gint land = _lectern_alternative_at (LAND, p, end);

  _lectern_mask_tables_need ();
  form->write = write_name;
  form->plain = LECTERN_PLAIN (INTEGER) | LECTERN_PLAIN (DECIMAL) | LECTERN_PLAIN (ORDINAL)
                | LECTERN_PLAIN (PERSON);
  word = _lectern_mask_word_after (LECTERN_WORDS_AFTER, skip_mark (p, end), end);
  if (word != NULL && is_said_twice (word, land, skip_mark (p, end) + word->length, end))
    _lectern_form_add_tail (form, word->word, word->length);
  if (land > 0 && word != NULL && word->length > land
      && _lectern_alternative_at (SEATS, p + land, end) > 0)
    _lectern_form_add_tail (form, p, (gsize)land);
  if (form->tails[0].string == NULL && form->quotes == NULL)
    form->plain |= LECTERN_PLAIN (TEXT);
}
