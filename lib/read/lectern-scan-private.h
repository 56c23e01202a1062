/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-char-class-private.h"

/* A character that means something, found by the one pass over the text. */
typedef struct
{
  guint32 offset;
  guint8 class; /* LecternCharClass */
  guint8 length;
  guint16 padding;
} LecternToken;

/* A line that is not blank. Within one line of layout a run of wide blanks after the end of a
 * sentence parts paragraphs too: such a stretch is a line of its own here, without a line end. */
typedef struct
{
  guint32 start; /* of the indent */
  guint32 begin; /* of the first character that is no blank */
  guint32 stop;  /* after the last character that is no blank */
  guint32 end;   /* after the line end */
  guint32 token; /* the first token at or after `begin` */
} LecternLine;

typedef struct
{
  const char *text;
  guint32 length;
  LecternToken *tokens; /* n_tokens, and one more beyond the end of the text */
  guint n_tokens;
  LecternLine *lines;
  guint n_lines;
} LecternScan;

/* `text` is checked UTF-8 of less than 4 GiB. */
void _lectern_scan_init (LecternScan *scan, const char *text, gsize length);
void _lectern_scan_clear (LecternScan *scan);

/* Characters in a stretch of text, counted up to `limit` only. */
guint _lectern_count_chars (const char *text, guint32 start, guint32 end, guint limit);
