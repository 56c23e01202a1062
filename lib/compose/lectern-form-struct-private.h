/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-form-private.h"
#include "compose/lectern-value-private.h"
#include "language/lectern-numerals-private.h"

/* What the files of forms share. */

/* Why a value cannot take a form. */
typedef enum
{
  LECTERN_REFUSAL_NUMBER,
  LECTERN_REFUSAL_WHOLE,
  LECTERN_REFUSAL_RANGE,
  LECTERN_REFUSAL_UNIT,
  LECTERN_REFUSAL_PERCENT,
  LECTERN_REFUSAL_ORDINAL,
  LECTERN_REFUSAL_DATE,
  LECTERN_REFUSAL_OPEN,
  LECTERN_REFUSAL_YEAR,
  LECTERN_REFUSAL_PERSON,
  LECTERN_REFUSAL_POST,
  LECTERN_REFUSAL_LIST,
  LECTERN_REFUSAL_COUNT,
  LECTERN_REFUSAL_SHORT,
  LECTERN_REFUSAL_RECORD
} LecternRefusal;

typedef enum
{
  LECTERN_PART_WHOLE,
  LECTERN_PART_YEAR,
  LECTERN_PART_MONTH,
  LECTERN_PART_DAY,
  LECTERN_PART_HOUR,
  LECTERN_PART_MINUTE,
  LECTERN_PART_QUARTER,
  LECTERN_PART_WEEKDAY,
  LECTERN_N_PARTS
} LecternFormPart;

typedef enum
{
  LECTERN_NAME_FULL,
  LECTERN_NAME_SURNAME,
  LECTERN_NAME_GIVEN,
  LECTERN_NAME_POST
} LecternFormName;

typedef gboolean (*LecternFormWriter) (const LecternForm *form, GString *out, LecternValue *value,
                                       GError **error);

/* A piece of the text beside the mask. */
typedef struct
{
  char *string; /* NULL: nothing */
  gsize length;
} LecternFormWord;

#define LECTERN_FORM_TAILS 4

struct _LecternForm
{
  guint32 plain; /* types of value, as bits, whose text is written as it is */
  LecternFormWriter write;
  LecternNumeralStyle numerals;
  LecternFormPart part;
  LecternFormName named;
  gint8 places;    /* powers of ten from hundredths to what is counted here: ‰, 成 */
  gboolean couple; /* two is 两 */
  gboolean circle; /* zero in years is ○ */
  gboolean iso;    /* 2025-03-12 */
  gboolean traditional;
  guint magnitude;        /* of the unit, as a power of ten: 4 for 万元 */
  LecternFormWord before; /* what stands before and a value may carry, or is to complete: 第, 20 */
  LecternFormWord behind; /* digits that the year ends with */
  LecternFormWord base;   /* the unit without its magnitude: 元 */
  LecternFormWord
      tails[LECTERN_FORM_TAILS]; /* what follows and a value may carry: the longest first */
  guint member;                  /* in a list of masks: which one, from 0 */
  guint n_members;               /* 1 where the mask stands alone */
  guint announced;               /* how many the text says there are, 0 where it does not */
  gboolean open_list;            /* 等 follows: there are more than are named */
  char *name;
  char *excerpt;
};

/* A mask in its text. `start` and `end` bound what is looked at, within the line. */
typedef struct
{
  const LecternPlace *place;
  const char *start;
  const char *from;
  const char *to;
  const char *end;
} LecternFormContext;

/* The kinds. Each sets the writer and what it needs. */
void _lectern_form_compile_count (LecternForm *form, const LecternFormContext *context);
void _lectern_form_compile_percent (LecternForm *form, const LecternFormContext *context);
void _lectern_form_compile_ordinal (LecternForm *form, const LecternFormContext *context);
void _lectern_form_compile_date (LecternForm *form, const LecternFormContext *context);
void _lectern_form_compile_person (LecternForm *form, const LecternFormContext *context);
void _lectern_form_compile_name (LecternForm *form, const LecternFormContext *context);

/* FALSE, with the error set: for `return _lectern_form_refuse (…)`. */
gboolean _lectern_form_refuse (const LecternForm *form, LecternValue *value, LecternRefusal why,
                               GError **error);

void _lectern_form_set_word (LecternFormWord *word, const char *string, gsize length);
/* Adds what a value may carry, as it stands right behind the mask; the longest must come first. */
void _lectern_form_add_tail (LecternForm *form, const char *string, gsize length);
/* The bytes of `text` without what the place has behind it. */
gsize _lectern_form_strip_tail (const LecternForm *form, const char *text, gsize length);

/* Digits in the numerals of the form. FALSE where these cannot write them. */
gboolean _lectern_form_append_digits (const LecternForm *form, GString *out, const char *digits);
gboolean _lectern_form_append_whole (const LecternForm *form, GString *out, guint number);

/* The items of a list, each written by `write`. */
gboolean _lectern_form_write_list (const LecternForm *form, GString *out, LecternValue *list,
                                   LecternFormWriter write, GError **error);

static inline gboolean
_lectern_form_is_chinese (const LecternForm *form)
{
  return form->numerals != LECTERN_NUMERAL_DECIMAL
         && form->numerals != LECTERN_NUMERAL_FULLWIDTH_DECIMAL;
}

#define LECTERN_PLAIN(type) (1u << LECTERN_VALUE_##type)
