/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "check/lectern-check-private.h"

/* The numbered sequences of a speech: the sections below one parent, and the points of a series,
 * with what each marker says. Found once for all rules that ask. */

/* What kind of ordinal a marker is; GB/T 15834-2011 wants one kind in a sequence. */
typedef enum
{
  LECTERN_SET_OTHER,
  LECTERN_SET_NTH,     /* 第一 */
  LECTERN_SET_OF_THEM, /* 其一 */
  LECTERN_SET_ORDER,   /* 首先 其次 再次 */
  LECTERN_SET_FINAL    /* 最后: may end any sequence */
} LecternMarkerSet;

typedef struct
{
  LecternNode *node; /* a section or a point */
  LecternSpan span;  /* of the marker without blanks around it; empty where there is none */
  guint number;      /* what the marker says; 0: nothing, a mask or a word that says none */
  guint sequence;    /* that it is of */
  guint form;        /* equal where lectern_numbering_dup_form() is; 0: not known */
  LecternMarkerSet set;
} LecternMember;

typedef struct
{
  LecternNode *owner;   /* the series, or the parent of the sections */
  LecternNode *section; /* the section (or the root) that it stands in */
  guint first;          /* of its members */
  guint n_members;
  gint holder;   /* the member that it stands in, -1 for none */
  gint earlier;  /* the last sequence of its form in the same section, -1 for none */
  gint later;    /* the sequence whose earlier one this is, -1 for none */
  gint before;   /* the last sequence of series in the same member, of any form, -1 for none */
  guint running; /* the last number of its form before it, in whatever section */
  guint last;    /* its last number, where that is beyond doubt as it should be */
  gboolean sections;
} LecternSequence;

/* What is wrong in the row of numbers. */
typedef enum
{
  LECTERN_ROW_GAP,
  LECTERN_ROW_BACKWARDS,
  LECTERN_ROW_DUPLICATE,
  LECTERN_ROW_START,
  LECTERN_ROW_RESTART,
  LECTERN_ROW_MIXED, /* goes on from a sequence of another form */
  LECTERN_ROW_LONELY,
  LECTERN_ROW_BARE /* the one before stands there without its mark: 第二抓好… */
} LecternRowFault;

typedef struct
{
  LecternRowFault fault;
  guint sequence;
  guint member;     /* at which it is seen */
  gint previous;    /* the member before, -1 for none */
  guint expected;   /* what its number would be */
  LecternSpan bare; /* of LECTERN_ROW_BARE: where it stands */
  gboolean decided; /* those before and after it leave it no other number */
} LecternRow;

struct _LecternSequences
{
  GArray *members;   /* LecternMember */
  GArray *sequences; /* LecternSequence: those of sections, then those of series */
  GPtrArray *forms;  /* by number, 0 for none */
  guint8 *ranks;     /* of each form: its place in GB/T 15834-2011 B.3.8, 0 for none */
  GArray *rows;      /* LecternRow, NULL until they are asked for */

  /*< private >*/
  GHashTable *announced; /* owner of a sequence → count */
  gboolean has_references;
  guint64 references; /* numbers that the speech refers to, each a bit */
  GHashTable *forms_by_numbering;
  gsize search_left;
};

const LecternSequences *_lectern_check_sequences (LecternCheck *check);
const GArray *_lectern_check_rows (LecternCheck *check);
void _lectern_sequences_free (LecternSequences *sequences);

static inline const LecternSequence *
_lectern_sequence_get (const LecternSequences *s, guint i)
{
  return &g_array_index (s->sequences, LecternSequence, i);
}

static inline const LecternMember *
_lectern_member_get (const LecternSequences *s, guint i)
{
  return &g_array_index (s->members, LecternMember, i);
}

/* How the member's marker reads with another number; NULL where that cannot be said. */
char *_lectern_member_dup_renumbered (LecternCheck *check, const LecternMember *member,
                                      guint number);
/* The same for a message: never NULL. */
char *_lectern_member_dup_expected (LecternCheck *check, const LecternMember *member, guint number);
char *_lectern_member_quote (LecternCheck *check, const LecternMember *member);

/* Whether something like the member's marker, with this number, stands in the text between, though
 * the reader took it for none: what is missing is then not the number. All searches of a check
 * together take time in proportion to the text; where that is used up, the answer is yes. */
gboolean _lectern_check_has_marker_between (LecternCheck *check, const LecternMember *like,
                                            gsize from, gsize to, guint number);

/* 第二 at the beginning of a line or sentence, without the mark that makes a marker of it. */
gboolean _lectern_check_find_bare_ordinal (LecternCheck *check, gsize from, gsize to, guint number,
                                           LecternSpan *bare);
