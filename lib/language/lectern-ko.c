/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-language-private.h"

/* clang-format off */
static const LecternWordList word_lists[] = {
  { (const char *const[]) { "첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째", "여덟째", "아홉째", "열째", "열한째", "열두째", NULL } },
  { (const char *const[]) { "첫 번째", "두 번째", "세 번째", "네 번째", "다섯 번째", "여섯 번째", "일곱 번째", "여덟 번째", "아홉 번째", "열 번째", "열한 번째", "열두 번째", NULL } },
  { (const char *const[]) { "첫번째", "두번째", "세번째", "네번째", "다섯번째", "여섯번째", "일곱번째", "여덟번째", "아홉번째", "열번째", "열한번째", "열두번째", NULL } },
  { (const char *const[]) { "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열하나", "열둘", NULL } },
  { (const char *const[]) { "먼저", "다음으로", "마지막으로|끝으로", NULL }, TRUE },
  { NULL },
};
/* clang-format on */

const LecternLanguage _lectern_language_ko = {
  .tag = "ko",
  .word_lists = word_lists,
};
