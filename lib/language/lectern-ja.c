/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-language-private.h"

/* clang-format off */
static const LecternWordList word_lists[] = {
  { (const char *const[]) { "まず", "次に|つぎに", "最後に|さいごに", NULL }, TRUE },
  { (const char *const[]) { "一つは", "もう一つは|いま一つは", NULL } },
  { (const char *const[]) { "一つには", "もう一つには|いま一つには", NULL } },
  { (const char *const[]) { "ひとつは", "もうひとつは|いまひとつは", NULL } },
  { NULL },
};
/* clang-format on */

const LecternLanguage _lectern_language_ja = {
  .tag = "ja",
  .word_lists = word_lists,
};
