/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-families-private.h"
#include "language/lectern-numerals-private.h"

/* A marker in the text. */
typedef struct
{
  guint32 start;
  guint32 end;          /* after the mark that belongs to it */
  guint32 digits_start; /* the numeral within; both equal where a word is the marker */
  guint32 digits_end;
  guint16 number; /* 0: unknown, or the last of a list of words */
  guint8 family;  /* LecternFamilyId */
  guint8 form;    /* forms are equal where counter style and brackets are */
  guint8 role;    /* LecternRole */
  guint8 flags;   /* LecternFamilyFlags */
  guint8 style;   /* LecternNumeralStyle */
  guint8 masked;  /* a mask stands for the number: 第X， */
  guint8 doubt;   /* a marker only if others of its family stand beside it */
} LecternMarker;

/* Whether a marker begins at byte `at`; the text goes to `limit`. At the start of a paragraph more
 * forms are markers than inside. */
gboolean _lectern_marker_match (const char *text, gsize at, gsize limit, gboolean at_start,
                                LecternMarker *marker);

/* How a numbering is written in XML: the marker as it would be at position 1, and after `~` the
 * second one where a list of words goes on in another way. */
char *_lectern_marker_dup_numbering (const char *text, const LecternMarker *first,
                                     const LecternMarker *second);
