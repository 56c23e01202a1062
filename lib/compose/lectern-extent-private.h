/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* Where a section, point or paragraph stands in the text, with what parts it from its neighbours.
 */
typedef struct
{
  LecternNode *node;
  LecternNode *previous; /* sibling of its kind */
  LecternNode *next;
  const char *text; /* of the document */
  gsize length;
  gboolean block; /* it has lines of its own; otherwise it is a point within a line */
  gsize gap;      /* where the blank lines before it begin */
  gsize base;     /* where it is taken away from, or something is put in before it */
  gsize start;    /* of its first character that is no white space */
  gsize end;      /* of its last one */
  gsize stop;     /* after its line end, if it has one */
} LecternExtent;

void _lectern_extent_init (LecternExtent *extent, LecternNode *node);
/* Whether a line end stands at the end. */
gboolean _lectern_extent_has_line_end (const LecternExtent *extent);
/* Whether nothing but blanks stands before it on its line. */
gboolean _lectern_extent_starts_line (const LecternExtent *extent);
/* What parts it from the one before it, or is to part a new one from it: blank lines and an indent.
 * With `indent` FALSE, the blank lines only. */
char *_lectern_extent_dup_gap (const LecternExtent *extent, gboolean indent);
/* The blanks at the beginning of its line. */
char *_lectern_extent_dup_indent (const LecternExtent *extent);
/* The line end that the text has. */
const char *_lectern_extent_get_line_end (const LecternExtent *extent);
/* Bytes of the line end that ends at `at`, 0: none. */
guint _lectern_line_end_before (const char *text, gsize at);

/* The marks that the members of a series end with. */
typedef struct
{
  gboolean regular; /* all but the last end with one mark, and the last with another */
  gunichar inner;
  gunichar last;
} LecternStops;

void _lectern_stops_read (LecternStops *stops, LecternNode *series);
/* The mark that the text ends with at `end`, 0: none. */
gunichar _lectern_stop_before (const char *text, gsize start, gsize end);
