/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-words-private.h"

/* The words by which the parts of a speech are known; a language may have none of a kind. */
typedef struct
{
  const char *language;          /* the start of a BCP 47 tag */
  LecternWords address_heads;    /* begin a form of address: 尊敬的, 各位 */
  LecternWords address_tails;    /* end one: 同志们, 代表, 先生 */
  LecternWords title_tails;      /* end a title: 讲话, 致辞 */
  LecternWords thanks;           /* stand in a closing formula: 谢谢 */
  LecternWords outline_heads;    /* head an outline: 提纲 */
  LecternWords byline_words;     /* stand in a byline: 书记, 主任 */
  LecternWords boilerplate;      /* stand in what is no part of the speech: 会员, 公众号 */
  LecternWords notes;            /* begin what an editor adds at the end: 注：, 出处： */
  LecternWords leaving;          /* begin a sentence that leaves a series: 同时， */
  LecternWords parallel_openers; /* begin members of a parallel series of paragraphs: 要, 必须 */
} LecternSpeechWords;

/* The words for a language; those of Chinese where it is not known. */
const LecternSpeechWords *_lectern_speech_words_lookup (const char *language);
