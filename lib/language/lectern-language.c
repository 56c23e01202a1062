/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "language/lectern-language-private.h"

static const LecternLanguage *const languages[] = {
  &_lectern_language_zh_hans, &_lectern_language_zh_hant, &_lectern_language_en,
  &_lectern_language_ja,      &_lectern_language_ko,      NULL,
};

/* Ranges of tags whose tables are not found by cutting subtags off: CLDR's likely subtags for
 * Chinese, and the tags of Chinese that came before zh-Hans. Longer ones first. */
static const struct
{
  const char *range;
  const char *tag;
} implied[] = {
  { "zh-Hans", "zh-Hans" },     { "zh-Hant", "zh-Hant" },  { "zh-TW", "zh-Hant" },
  { "zh-HK", "zh-Hant" },       { "zh-MO", "zh-Hant" },    { "zh-CHT", "zh-Hant" },
  { "zh-cmn-Hant", "zh-Hant" }, { "cmn-Hant", "zh-Hant" }, { "cmn-TW", "zh-Hant" },
  { "yue-Hans", "zh-Hans" },    { "yue", "zh-Hant" },      { "zh", "zh-Hans" },
  { "cmn", "zh-Hans" },
};

/* Whether the tag is the range or goes on it with more subtags; `_` is as good as `-`. */
static gboolean
tag_in_range (const char *tag, const char *range)
{
  gsize i;

  for (i = 0; range[i] != '\0'; i++)
    if (g_ascii_tolower (tag[i] == '_' ? '-' : tag[i]) != g_ascii_tolower (range[i]))
      return FALSE;
  return strchr ("-_.@", tag[i]) != NULL;
}

const LecternLanguage *const *
_lectern_language_list (void)
{
  return languages;
}

const LecternLanguage *
_lectern_language_lookup (const char *tag)
{
  if (tag == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (implied); i++)
    if (tag_in_range (tag, implied[i].range))
      {
        tag = implied[i].tag;
        break;
      }
  for (guint i = 0; languages[i] != NULL; i++)
    if (tag_in_range (tag, languages[i]->tag))
      return languages[i];
  return NULL;
}
