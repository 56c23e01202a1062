/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "language/lectern-words-private.h"

/* The words by which the parts of a speech are known; a language may have none of a kind. */
typedef struct
{
  const char *language;          /* the start of a BCP 47 tag */
  LecternWords address_heads;    /* begin a form of address: 尊敬的, 各位 */
  LecternWords address_honours;  /* of these: whoever follows is addressed: 尊敬的 */
  LecternWords address_tails;    /* end one: 同志们, 代表, 先生 */
  LecternWords no_address;       /* within: it is a clause, no form of address: 告诉, 希望 */
  LecternWords greetings;        /* go on after a form of address: 大家好 */
  LecternWords title_tails;      /* end a title: 讲话, 致辞 */
  LecternWords thanks;           /* stand in a closing formula: 谢谢 */
  LecternWords outline_heads;    /* head an outline: 提纲 */
  LecternWords byline_words;     /* stand in a byline: 书记, 主任 */
  LecternWords byline_labels;    /* begin one: 时间：, 汇报人： */
  LecternWords bodies;           /* end the name of an organisation: 公司, 委员会 */
  LecternWords boilerplate;      /* stand only in what is no part of the speech: 版权所有 */
  LecternWords adverts;          /* the same in a short line, but in a speech too: 公众号 */
  LecternWords notes;            /* begin what an editor adds at the end: 注：, 出处： */
  LecternWords notes_inside;     /* the same in brackets: （这是…）, （新华社…） */
  LecternWords appendices;       /* a line that heads all that follows on the speech: 附件 */
  LecternWords licences;         /* begin a licence: 本作品 */
  LecternWords template_words;   /* a line that only names its part: 称谓 */
  LecternWords cuts;             /* say that the text is not whole: 未完待续, 预览结束 */
  LecternWords leaving;          /* begin a sentence that leaves a series: 同时， */
  LecternWords wishes;           /* after 最后，: it is the end of the speech: 祝, 谢谢 */
  LecternWords parallel_openers; /* begin members of a parallel series of paragraphs: 要, 必须 */
} LecternSpeechWords;

/* One file of tables per language. */
extern LecternSpeechWords _lectern_speech_words_zh;
extern LecternSpeechWords _lectern_speech_words_en;
extern LecternSpeechWords _lectern_speech_words_ja;
extern LecternSpeechWords _lectern_speech_words_ko;

/* The words for a language; those of Chinese where it is not known. */
const LecternSpeechWords *_lectern_speech_words_lookup (const char *language);
