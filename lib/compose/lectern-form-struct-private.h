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

/* 三点五亿元 has two masks for one number. */
typedef enum
{
  LECTERN_SPLIT_NONE,
  LECTERN_SPLIT_WHOLE,
  LECTERN_SPLIT_FRACTION
} LecternFormSplit;

/* How a language writes what is not Chinese. */
typedef enum
{
  LECTERN_TONGUE_CHINESE,
  LECTERN_TONGUE_JAPANESE,
  LECTERN_TONGUE_KOREAN,
  LECTERN_TONGUE_ENGLISH
} LecternFormTongue;

struct _LecternForm
{
  guint32 plain; /* types of value, as bits, whose text is written as it is */
  LecternFormWriter write;
  LecternNumeralStyle numerals;
  LecternFormPart part;
  LecternFormName named;
  LecternFormSplit split;
  LecternFormTongue tongue;
  gint8 places;           /* powers of ten from hundredths to what is counted here: ‰, 成 */
  gboolean couple;        /* two is 两 */
  gboolean said;          /* up to ten in Chinese numerals: 讲三点意见 */
  gboolean completes;     /* numerals stand before: 十X五规划 */
  gboolean circle;        /* zero in years is ○ */
  gboolean iso;           /* 2025-03-12 */
  gboolean traditional;   /* characters */
  gboolean afternoon;     /* hours go to twelve */
  gboolean decade;        /* 年代 follows */
  gboolean era;           /* a year of a reign, of any number of digits */
  guint magnitude;        /* of the unit, as a power of ten: 4 for 万元 */
  const char *quotes;     /* what opens and closes around the mask, and a value may carry: 《》 */
  LecternFormWord before; /* what stands before and a value may carry, or is to complete: 第, 20 */
  LecternFormWord behind; /* digits that the year ends with */
  LecternFormWord base;   /* the unit without its magnitude: 元 */
  LecternFormWord follow; /* the start of what follows */
  LecternFormWord tails[LECTERN_FORM_TAILS]; /* what of it a value may carry: the longest first */
  guint member;                              /* in a list of masks: which one, from 0 */
  guint n_members;                           /* 1 where the mask stands alone */
  guint announced;    /* how many the text says there are, 0 where it does not */
  gboolean open_list; /* 等 follows: there are more than are named */
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
/* What the part of a date looks at. */
void _lectern_form_compile_part (LecternForm *form, const LecternFormContext *context);
void _lectern_form_compile_person (LecternForm *form, const LecternFormContext *context);
void _lectern_form_compile_name (LecternForm *form, const LecternFormContext *context);

gboolean _lectern_form_write_date (const LecternForm *form, GString *out, LecternValue *value,
                                   GError **error);

/* FALSE, with the error set: for `return _lectern_form_refuse (…)`. */
gboolean _lectern_form_refuse (const LecternForm *form, LecternValue *value, LecternRefusal why,
                               GError **error);

void _lectern_form_set_word (LecternFormWord *word, const char *string, gsize length);
/* Adds what a value may carry, as it stands right behind the mask; the longest must come first. */
void _lectern_form_add_tail (LecternForm *form, const char *string, gsize length);
/* Whether the rest of a value is what follows the mask anyway, 余 and its like passed over. */
gboolean _lectern_form_follows (const LecternForm *form, const char *rest, gsize length);
/* The bytes of `text` without what the place has behind it. */
gsize _lectern_form_strip_tail (const LecternForm *form, const char *text, gsize length);

/* The bytes of `*text` without the quotation marks that the place has around it; moves `*text`. */
gsize _lectern_form_strip_quotes (const LecternForm *form, const char **text, gsize length);

/* Digits in the numerals of the form. FALSE where these cannot write them. */
gboolean _lectern_form_append_digits (const LecternForm *form, GString *out, const char *digits);
gboolean _lectern_form_append_whole (const LecternForm *form, GString *out, guint number);
/* The same, or the refusal. */
gboolean _lectern_form_write_digits (const LecternForm *form, GString *out, const char *digits,
                                     LecternValue *value, GError **error);
/* The digits of a value that is a number; NULL where it is none. */
const char *_lectern_form_get_digits (const LecternValue *value);
/* Whether a text is an amount, but no plain number: 近百, 3至5. */
gboolean _lectern_form_is_vague (const char *text, gsize length);

/* The items of a list, each written by `write`. */
gboolean _lectern_form_write_list (const LecternForm *form, GString *out, LecternValue *list,
                                   LecternFormWriter write, GError **error);

/* Chinese numerals, in the characters of the language. */
void _lectern_form_set_chinese (LecternForm *form);

/* What is between the items of a list. */
const char *_lectern_form_get_separator (const LecternForm *form);

static inline gboolean
_lectern_form_is_chinese (const LecternForm *form)
{
  return form->numerals != LECTERN_NUMERAL_DECIMAL
         && form->numerals != LECTERN_NUMERAL_FULLWIDTH_DECIMAL;
}

#define LECTERN_PLAIN(type) (1u << LECTERN_VALUE_##type)
