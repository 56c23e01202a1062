/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <lectern/lectern.h>

/* What a language does, as tables. There is one file of tables per language; a new kind of table is
 * a new member here, ended by an empty row, and NULL in the languages that have none. */

/* Markers that are words. Alternatives of one position are parted by `|`; the first is what is
 * written. Latin words stand in lower case: the marker read gives the case. */
typedef struct
{
  const char *const *words; /* ended by NULL */
  gboolean last_is_final;   /* 最后 belongs to the last member, whatever its position */
} LecternWordList;

typedef struct
{
  const char *tag;                   /* BCP 47: zh-Hans */
  const LecternWordList *word_lists; /* ended by a row without words */
  const char *telling;               /* of zh: characters that only this script has, or NULL */
} LecternLanguage;

extern const LecternLanguage _lectern_language_zh_hans;
extern const LecternLanguage _lectern_language_zh_hant;
extern const LecternLanguage _lectern_language_en;
extern const LecternLanguage _lectern_language_ja;
extern const LecternLanguage _lectern_language_ko;

/* The tables of a language by its BCP 47 tag, by RFC 4647's lookup (zh-Hans-CN → zh-Hans) and with
 * the regions and old names that imply a script (zh, zh-CN, zh_CN → zh-Hans; zh-TW, zh-HK →
 * zh-Hant). NULL for a language without tables. */
const LecternLanguage *_lectern_language_lookup (const char *tag);

/* All languages with tables, ended by NULL; the first is the default. */
const LecternLanguage *const *_lectern_language_list (void);

/* The language of checked UTF-8: zh-Hans, zh-Hant, en, ja or ko. Looks at bounded samples spread
 * over the text, so takes constant time. The string is static. */
const char *_lectern_language_detect (const char *text, gsize length);
