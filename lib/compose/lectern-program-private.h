/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "compose/lectern-form-private.h"
#include "compose/lectern-values-private.h"

/* A template, compiled: operations one after the other, without a tree. What they make is a list of
 * stretches of the template's text and of values. A value is appended and never looked at again, so
 * nothing in it can be markup. */

typedef enum
{
  LECTERN_OP_TEXT, /* a: first byte, b: byte behind the last one, of the template's text */
  LECTERN_OP_SLOT, /* a: the slot */
  /* Only where there are directives, or in a fragment: */
  LECTERN_OP_IF,      /* a: the condition, b: where to go on if it does not hold */
  LECTERN_OP_JUMP,    /* b: where to go on */
  LECTERN_OP_REPEAT,  /* a: the loop, b: behind it */
  LECTERN_OP_NEXT,    /* a: the operation of the repeat that ends here */
  LECTERN_OP_INCLUDE, /* a: the inclusion */
  LECTERN_OP_BORDER,  /* an if ends here */
  LECTERN_OP_MEMBER,  /* a: the member whose marker stands here */
  LECTERN_OP_CLOSE,   /* a: the row that ends here */
  LECTERN_N_OPS
} LecternOpcode;

typedef struct
{
  guint32 code; /* LecternOpcode */
  guint32 a;
  guint32 b;
} LecternOp;

/* lectern-flow-private.h */
typedef struct _LecternFlow LecternFlow;

/* What a slot takes of the value. */
typedef enum
{
  LECTERN_SHARE_WHOLE, /* all of it: the form finds its part of a date */
  LECTERN_SHARE_PART,  /* what stands between the words around it: 20 of 20届3中全会 */
  LECTERN_SHARE_ITEM,  /* the item of its number in a list */
  LECTERN_SHARE_COUNT  /* how many items there are */
} LecternShare;

typedef struct
{
  LecternSpan span; /* of the mask, or of what else is replaced */
  gsize lead;       /* where what goes with it begins: the 、 before a name of a list */
  guint32 field;
  guint32 place;     /* slots of one place take one value in parts */
  guint16 share;     /* LecternShare */
  guint16 member;    /* which part or item, from 0 */
  guint16 n_members; /* how many there are in the place */
  gboolean filled;   /* it has a value already, and is never missing */
  gboolean is_open;  /* of a count: it may be more than there are items */
  LecternForm *form; /* NULL: the text of the value */
  LecternNode *node; /* the placeholder, borrowed; NULL where it is none */
} LecternProgramSlot;

/* A name that the template asks for. */
typedef struct
{
  LecternValueName name; /* owned */
  LecternValue *value;   /* the default, or NULL */
} LecternProgramField;

/* Text, and the slot behind it: what most of a program is, so that it is run fast. */
typedef struct
{
  LecternValueName name; /* of the slot, that of its field */
  guint32 start;
  guint32 length;
  guint32 slot;
  guint32 plain; /* types of value, as bits, whose text is written as it is */
  guint32 guess; /* which entry had the value in the row before; any thread writes it, and all check
                    what they find there */
} LecternStep;

typedef struct
{
  GBytes *bytes; /* the template's text */
  const char *text;
  gsize length;
  GArray *ops;         /* LecternOp */
  GArray *slots;       /* LecternProgramSlot */
  GArray *fields;      /* LecternProgramField */
  GHashTable *numbers; /* name → number of the field + 1 */
  LecternFlow *flow;   /* NULL: nothing but text and slots */
  /* All of a program that is nothing else, otherwise NULL, and for it the text with a block more
   * behind it. */
  GArray *steps; /* LecternStep */
  char *padded;
  gsize rest; /* where the text behind the last slot begins */
} LecternProgram;

LecternProgram *_lectern_program_new (GBytes *text);
void _lectern_program_free (LecternProgram *program);
void _lectern_program_add (LecternProgram *program, LecternOpcode code, guint32 a, guint32 b);
/* The number of a field, which is added where it is new. */
guint32 _lectern_program_add_field (LecternProgram *program, const char *name);
/* Takes the slot, its form too, and adds the operation that writes it. */
void _lectern_program_add_slot (LecternProgram *program, const LecternProgramSlot *slot);

/* Nothing is added any more. */
void _lectern_program_finish (LecternProgram *program);

/* --- running -------------------------------------------------------------------------------- */

/* What was put in the place of a span of the template. */
typedef struct
{
  LecternSpan span;
  guint32 slot;
  gsize start; /* of the output */
  gsize end;
} LecternWritten;

/* A value that does not take the form of its slot. */
typedef struct
{
  guint32 slot;
  char *message;
} LecternProblem;

typedef struct
{
  const LecternProgram *program;
  LecternValues *values;
  LecternMissing missing;
  gboolean strict;
  GString *out;
  GArray *written;  /* LecternWritten, or NULL where nobody asks */
  GArray *problems; /* LecternProblem, or NULL */

  /*< private >*/
  GArray *lacking;  /* the first slot of each field that is missing and must not be */
  GPtrArray *parts; /* of the value of `place` */
  guint32 place;
  gboolean shared; /* `parts` are of that place, and there are any */
} LecternRunning;

/* Appends what the program makes of the values to `out`. Fails with LECTERN_ERROR_VALUE where a
 * value is missing and must not, or (`strict`) does not take the form of its slot. */
gboolean _lectern_program_run (LecternRunning *running, GError **error);
/* Appends what one slot makes of its value, or of its lack. */
gboolean _lectern_program_write_slot (LecternRunning *running, guint32 slot, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternProgram, _lectern_program_free)
