/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-surnames-private.h"

#include "language/lectern-words-private.h"

#include <string.h>

#define MAX_CHARACTERS 4

/* Surnames of two characters that are borne today, in both scripts where they differ. */
static const char compound[]
    = "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|夏侯|南宫|南宮|"
      "轩辕|軒轅|端木|百里|呼延|长孙|長孫|宇文|澹台|澹臺|闻人|聞人|淳于|单于|單于|太史|申屠|公羊|"
      "赫连|赫連|钟离|鍾離|闾丘|閭丘|仲孙|仲孫|濮阳|濮陽|公冶|太叔|独孤|獨孤|万俟|萬俟|乐正|樂正|"
      "漆雕|第五|西门|西門|东方|東方|东郭|東郭|南门|南門|羊舌|微生|梁丘|左丘|拓跋|司空|司寇|亓官|"
      "巫马|巫馬|公西|颛孙|顓孫|纳兰|納蘭|完颜|完顏|鲜于|鮮于|叶赫|葉赫";

static gboolean
is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0x20000 && c <= 0x3ffff);
}

char *
_lectern_surname_dup (const char *name)
{
  const char *end = name + strlen (name);
  gint two = _lectern_alternative_at (compound, name, end);
  guint n = 0;

  for (const char *p = name; p < end; p = g_utf8_next_char (p))
    if (!is_han (g_utf8_get_char (p)) || ++n > MAX_CHARACTERS)
      return NULL;
  if (n == 0)
    return NULL;
  return g_strndup (name, two > 0 ? (gsize)two : (gsize)(g_utf8_next_char (name) - name));
}
