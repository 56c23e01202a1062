/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-language-private.h"

/* clang-format off */
static const LecternWordList word_lists[] = {
  { (const char *const[]) { "首先", "其次|然後", "再次|再者|再有", "最後", NULL }, TRUE },
  { (const char *const[]) { "一方面", "另一方面", NULL } },
  { (const char *const[]) { "一個是", "另一個是", "還有一個是", NULL } },
  { NULL },
};
/* clang-format on */

const LecternLanguage _lectern_language_zh_hant = {
  .tag = "zh-Hant",
  .word_lists = word_lists,
};
