/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What GB/T 15834-2011 B.3 wants after an ordinal. */
typedef enum
{
  LECTERN_AFTER_NOTHING,  /* （一） ① 一是: no mark; B.3.4, B.3.7 */
  LECTERN_AFTER_ORDINAL,  /* 第一 其一 首先: ，; B.3.1 */
  LECTERN_AFTER_NUMERAL,  /* 一 甲: 、; B.3.2 */
  LECTERN_AFTER_ARABIC,   /* 1 A I: the point of Latin text; B.3.3 */
  LECTERN_AFTER_DIVISION, /* 第一章: a blank; B.3.6 */
  LECTERN_AFTER_ANYTHING  /* of something else */
} LecternAfter;

/* What should stand after an ordinal, its own mark taken away. */
LecternAfter _lectern_marker_classify (const char *ordinal, gsize length);
/* The mark itself, empty for none; NULL after anything. */
const char *_lectern_after_get_mark (LecternAfter after);
gboolean _lectern_after_allows (LecternAfter after, gunichar mark);
