/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-language-private.h"

/* clang-format off */
static const LecternWordList word_lists[] = {
  { (const char *const[]) { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", NULL } },
  { (const char *const[]) { "firstly", "secondly", "thirdly", "fourthly", "fifthly", "sixthly", "seventhly", "eighthly", "ninthly", "tenthly", "eleventhly", "twelfthly", NULL } },
  { (const char *const[]) { "first of all", "second|secondly", "third|thirdly", "fourth|fourthly", "fifth|fifthly", "sixth|sixthly", NULL } },
  { (const char *const[]) { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", NULL } },
  { (const char *const[]) { "on the one hand", "on the other hand|on the other", NULL } },
  { NULL },
};
/* clang-format on */

const LecternLanguage _lectern_language_en = {
  .tag = "en",
  .word_lists = word_lists,
};
